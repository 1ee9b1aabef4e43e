import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, dayOf, daysBetween, parsePlainDate } from '#domain/plainDate.ts'

/** Reads a day as people type it: 3/5, 3 May, 3rd May 2026, yesterday, last Tuesday. The day comes before the month. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Which years a day without one may be in: the last time it was, as for what happened; the next time it is, as for what is planned; or the year we are in. */
export type WithoutYear = 'last' | 'next' | 'this-year'

const near: Readonly<Record<string, number>> = { today: 0, now: 0, yesterday: -1, tomorrow: 1 }

/** The place in a list of names of a word that is one of them, or its first letters: "sept" is the ninth month. */
function placeOf(word: string, names: readonly string[], short: readonly string[]): number | undefined {
  const place = short.findIndex(each => word.startsWith(each))
  return place >= 0 && (names[place] ?? '').startsWith(word === 'sept' ? 'sep' : word) ? place : undefined
}

function fullYear(text: string): number | undefined {
  if (!/^(\d{2}|\d{4})$/.test(text)) return undefined
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function withYear(
  dayOfMonth: number,
  month: number,
  year: string | undefined,
  today: PlainDate,
  withoutYear: WithoutYear,
): PlainDate | undefined {
  if (year !== undefined) {
    const full = fullYear(year)
    return full === undefined ? undefined : dayOf(full, month, dayOfMonth)
  }
  const thisYear = Number(today.slice(0, 4))
  const here = dayOf(thisYear, month, dayOfMonth)
  if (withoutYear === 'this-year') return here
  if (withoutYear === 'next') {
    const after = [0, 1, 2, 3, 4, 8].map(years => dayOf(thisYear + years, month, dayOfMonth))
    return after.find(day => day !== undefined && day >= today)
  }
  if (here !== undefined && here <= today) return here
  // 29 February was not last year, perhaps, but in a year before.
  const before = [1, 2, 3, 4, 8].map(years => dayOf(thisYear - years, month, dayOfMonth))
  return before.find(day => day !== undefined)
}

/** The last such weekday before today, or the next one after it: on a Tuesday, "Tuesday" is a week ago, or in a week. */
function weekdayBeside(word: string, today: PlainDate, withoutYear: WithoutYear): PlainDate | undefined {
  const wanted = placeOf(word, weekdayNames, weekdays)
  if (wanted === undefined) return undefined
  // 5 January 1970 was a Monday.
  const present = ((daysBetween('1970-01-05' as PlainDate, today) % 7) + 7) % 7
  return withoutYear === 'next' ? addDays(today, ((wanted - present + 6) % 7) + 1) : addDays(today, -(((present - wanted + 6) % 7) + 1))
}

/** The day that a text means; undefined where it means none, or one that is not in the calendar. */
export function readDay(text: string, today: PlainDate, withoutYear: WithoutYear = 'last'): PlainDate | undefined {
  const tidy = text
    .toLowerCase()
    .replaceAll(/[\s\u00a0,]+/g, ' ')
    .trim()
  const away = near[tidy]
  if (away !== undefined) return addDays(today, away)
  const iso = parsePlainDate(tidy)
  if (iso) return iso
  const numbers = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/.exec(tidy)
  if (numbers) return withYear(Number(numbers[1]), Number(numbers[2]), numbers[3], today, withoutYear)
  const weekday = /^(?:last |next )?([a-z]{3,9})$/.exec(tidy)
  if (weekday?.[1]) return weekdayBeside(weekday[1], today, withoutYear)
  const words = /^(?:[a-z]{3,9} )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})(?: (\d{2}|\d{4}))?$/.exec(tidy)
  if (!words) return undefined
  const month = placeOf(words[2] ?? '', monthNames, months)
  return month === undefined ? undefined : withYear(Number(words[1]), month + 1, words[3], today, withoutYear)
}
