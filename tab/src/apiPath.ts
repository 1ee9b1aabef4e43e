/** What is asked in an address. Codes, days and numbers: names and search words never stand in one. */
export type Query = Readonly<Record<string, string | number | undefined>>

/** The parts of an address, each made safe. */
export const at = (...parts: readonly string[]): string => parts.map(encodeURIComponent).join('/')

export function withQuery(path: string, query: Query): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string | number] => pair[1] !== undefined)
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? path : `${path}?${text}`
}
