/**
 * Where a key takes the reading line: left and right by one mark, Page Up and Down by a year, Home and End to the ends.
 * Escape takes it away (undefined). Any other key is not ours.
 */
export function placeAfterKey(key: string, at: number | undefined, days: readonly number[]): number | undefined | 'other' {
  const last = days.length - 1
  const here = at ?? 0
  const day = days[here] ?? 0
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at === undefined ? 0 : Math.min(last, at + 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, here - 1)
    case 'PageUp':
      return placeOnOrAfter(day + 365, days)
    case 'PageDown':
      return placeOnOrBefore(day - 365, days)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return undefined
  }
  return 'other'
}

function placeOnOrAfter(day: number, days: readonly number[]): number {
  const found = days.findIndex(each => each >= day)
  return found < 0 ? days.length - 1 : found
}

const placeOnOrBefore = (day: number, days: readonly number[]): number =>
  Math.max(
    0,
    days.findLastIndex(each => each <= day),
  )

/** The place closest to a point on the picture. */
export function nearestPlace(x: number, places: readonly { x: number }[]): number {
  let nearest = 0
  places.forEach((place, index) => {
    if (Math.abs(place.x - x) < Math.abs((places[nearest]?.x ?? 0) - x)) nearest = index
  })
  return nearest
}
