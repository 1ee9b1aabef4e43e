const pixelsIn = (query: string, feature: string): number | undefined => {
  const found = new RegExp(`\\(${feature}: ([\\d.]+)px\\)`).exec(query)?.[1]
  return found === undefined ? undefined : Number(found)
}

/**
 * In which order styles for widths stand, where several hold: what is for the wider screen comes after what is for a wide one, and what is for
 * the smaller after what is for a small one. A query that asks for more besides comes after the one that does not.
 */
export function compareWidths(a: string, b: string): number {
  const rank = (query: string): number[] => [
    pixelsIn(query, 'min-width') ?? -1,
    -(pixelsIn(query, 'max-width') ?? Number.MAX_SAFE_INTEGER),
    query.length,
  ]
  const [first, second] = [rank(a), rank(b)]
  const at = first.findIndex((value, place) => value !== second[place])
  if (at === -1) return a < b ? -1 : a > b ? 1 : 0
  return (first[at] ?? 0) - (second[at] ?? 0)
}
