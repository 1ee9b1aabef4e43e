declare const plainDate: unique symbol
declare const instant: unique symbol

/** A calendar day, `YYYY-MM-DD`, without a clock or a time zone. Days compare as text. */
export type PlainDate = string & { readonly [plainDate]: true }

/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. Used only for "when was this written". Instants compare as text. */
export type Instant = string & { readonly [instant]: true }

/** Reads `YYYY-MM-DD`; undefined where the text is not a day that exists. */
export function parsePlainDate(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  // Date rolls 30 February over to 1 March, so a real day must print back as it was read.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as PlainDate) : undefined
}

/** A day known to be right. Throws a RangeError where it is not: for constants and for tests. */
export function day(text: string): PlainDate {
  const parsed = parsePlainDate(text)
  if (!parsed) throw new RangeError(`not a day: ${text}`)
  return parsed
}

/** The day with this year, month (1 to 12) and day of the month; undefined where there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): PlainDate | undefined {
  return parsePlainDate(`${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`)
}

// A cohort of thousands asks for hundreds of thousands of days, so they are worked out as whole numbers, without Date and its texts.
const digit = (date: PlainDate, at: number): number => date.charCodeAt(at) - 48
const yearOf = (date: PlainDate): number => 1000 * digit(date, 0) + 100 * digit(date, 1) + 10 * digit(date, 2) + digit(date, 3)
const monthOf = (date: PlainDate): number => 10 * digit(date, 5) + digit(date, 6)
const dayOfMonthOf = (date: PlainDate): number => 10 * digit(date, 8) + digit(date, 9)

// A day is written out once: the few thousand days of a programme come up again and again.
const daysWritten = new Map<number, PlainDate[]>()
const padded = (value: number, length: number): string => String(value).padStart(length, '0')

function written(year: number, month: number, dayOfMonth: number): PlainDate {
  const ofYear = daysWritten.get(year) ?? []
  if (ofYear.length === 0) daysWritten.set(year, ofYear)
  return (ofYear[32 * month + dayOfMonth] ??= `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}` as PlainDate)
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const lastDayOf = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0))

/** Days since 1 March of year 0, years counted from March so that the odd day of a leap year is their last. Source: H. Hinnant, "days_from_civil". */
function dayNumber(date: PlainDate): number {
  const month = monthOf(date)
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonthOf(date) - 1
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear
}

function fromDayNumber(days: number): PlainDate {
  const era = Math.floor(days / 146_097)
  const ofEra = days - 146_097 * era
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return written(400 * era + yearOfEra + (month < 3 ? 1 : 0), month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1)
}

/** So many days later; earlier where the number is negative. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(date) + days)

/** Whole days from the first day to the second; negative where the second is earlier. Clock changes do not shorten it. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from)

/** So many calendar months later: the same day of the month, or the month's last day where it has none (31 August + 6 months = 28 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const target = yearOf(date) * 12 + (monthOf(date) - 1) + months
  const [year, month] = [Math.floor(target / 12), (target % 12) + 1]
  return written(year, month, Math.min(dayOfMonthOf(date), lastDayOf(year, month)))
}

/** The later of two days. */
export const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)

/** The earlier of two days. */
export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)

/** Reads an instant in UTC, with or without milliseconds; undefined where it is none. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text)) return undefined
  const date = new Date(text)
  return Number.isNaN(date.getTime()) || !parsePlainDate(text.slice(0, 10)) ? undefined : (date.toISOString() as Instant)
}

/** The instant so many milliseconds after 1 January 1970. */
export const instantAt = (milliseconds: number): Instant => new Date(milliseconds).toISOString() as Instant

const londonFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The calendar day in Europe/London at a moment: late on a summer evening in UTC it is already tomorrow there. */
export function londonDay(moment: Instant): PlainDate {
  const parts = Object.fromEntries(londonFormat.formatToParts(new Date(moment)).map(part => [part.type, part.value]))
  return `${parts['year']}-${parts['month']}-${parts['day']}` as PlainDate
}
