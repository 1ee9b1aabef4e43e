import type { PlainDate } from './plainDate.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A day as people say it: 3 May 2026. */
export function inWords(day: PlainDate): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  return `${dayOfMonth} ${months[month - 1]} ${year}`
}
