import { inWords } from '#domain/dayWords.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'
import { daysBetween, londonDay } from '#domain/plainDate.ts'

/** Days, money and hours as people say them. Parts of a day are joined by no-break spaces. */

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const noBreak = '\u00a0'

const partsOf = (day: PlainDate): string[] => inWords(day).split(' ')

// 5 January 1970 was a Monday.
const weekdayOf = (day: PlainDate): string => weekdays[((daysBetween('1970-01-05' as PlainDate, day) % 7) + 7) % 7] ?? ''

/** 3 May 2026 */
export const sayDay = (day: PlainDate): string => partsOf(day).join(noBreak)

/** Wednesday 13 May 2026 */
export const sayLongDay = (day: PlainDate): string => [weekdayOf(day), ...partsOf(day)].join(noBreak)

/** Tue 12 May within four weeks of today, 12 July within six months, else 12 July 2027. */
export function sayNearDay(day: PlainDate, today: PlainDate): string {
  const [dayOfMonth, month, year] = partsOf(day)
  const away = Math.abs(daysBetween(today, day))
  if (away <= 28) return [weekdayOf(day).slice(0, 3), dayOfMonth, month].join(noBreak)
  return [dayOfMonth, month, ...(away <= 182 ? [] : [year])].join(noBreak)
}

/** "1 day", "2 days" */
export const sayCount = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')}${noBreak}${count === 1 ? one : many}`

/** A length of time that is read at a glance: 43 days, 14 months, 11 years. */
export function sayLength(days: number): string {
  if (days < 100) return sayCount(days, 'day')
  return days < 730 ? sayCount(Math.floor(days / 30.4), 'month') : sayCount(Math.floor(days / 365.25), 'year')
}

/** Today, Tomorrow, Yesterday, In 6 days, 6 days ago. */
export function sayAway(day: PlainDate, today: PlainDate): string {
  const away = daysBetween(today, day)
  if (away === 0) return 'Today'
  if (away === 1) return 'Tomorrow'
  if (away === -1) return 'Yesterday'
  return away > 0 ? `In ${sayCount(away, 'day')}` : `${sayCount(-away, 'day')} ago`
}

/** £1,015; with pence only where there are some. */
export function sayMoney(pence: number): string {
  const whole = pence % 100 === 0
  return (pence / 100).toLocaleString('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  })
}

const quarterSigns = ['', '¼', '½', '¾'] as const

/** Minutes as hours to the nearest quarter: 46½, 6¼, ½. */
export function sayHours(minutes: number): string {
  const quarters = Math.round(minutes / 15)
  const [hours, rest] = [Math.floor(quarters / 4), quarters % 4]
  const sign = quarterSigns[rest] ?? ''
  return hours === 0 && sign !== '' ? sign : `${hours.toLocaleString('en-GB')}${sign}`
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit' })

/** When words were kept: "at 9:41" today, "on Tuesday" within the last six days, else "on 3 May 2026". */
export function sayKeptOn(moment: Instant, today: PlainDate): string {
  const day = londonDay(moment)
  const ago = daysBetween(day, today)
  if (ago <= 0) return `at ${sayTime(moment)}`
  return `on ${ago <= 6 ? weekdayOf(day) : sayDay(day)}`
}

/** 9:41, in London. */
export const sayTime = (moment: string | number): string => clock.format(new Date(moment)).replace(/^0(?=\d)/, '')
