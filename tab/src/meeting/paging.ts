/** Which page the address asks for, counted from 0: the first where it asks for none, the last where there are fewer. */
export function screenIn(text: string | null, count: number): number {
  const asked = /^\d{1,2}$/.test(text ?? '') ? Number(text) : 1
  return Math.max(0, Math.min(count, asked) - 1)
}

/** Where a key leads: arrows, Page Up and Page Down turn a page, Home and End go to the first and the last; undefined for any other, and at an end. */
export function placeAfter(key: string, at: number, count: number): number | undefined {
  const to = { ArrowRight: at + 1, PageDown: at + 1, ArrowLeft: at - 1, PageUp: at - 1, Home: 0, End: count - 1 }[key]
  return to === undefined || to === at || to < 0 || to >= count ? undefined : to
}
