declare const plainDate: unique symbol
declare const instant: unique symbol

/** A calendar day, `YYYY-MM-DD`, without a clock or a time zone. Days compare as text. */
export type PlainDate = string & { readonly [plainDate]: true }

/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. Used only for "when was this written". Instants compare as text. */
export type Instant = string & { readonly [instant]: true }

const millisecondsADay = 86_400_000

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
  const padded = (value: number, length: number) => String(value).padStart(length, '0')
  return parsePlainDate(`${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`)
}

const utc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`)

const fromUtc = (milliseconds: number): PlainDate => new Date(milliseconds).toISOString().slice(0, 10) as PlainDate

/** So many days later; earlier where the number is negative. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromUtc(utc(date) + days * millisecondsADay)

/** Whole days from the first day to the second; negative where the second is earlier. Clock changes do not shorten it. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((utc(to) - utc(from)) / millisecondsADay)

/** So many calendar months later: the same day of the month, or the month's last day where it has none (31 August + 6 months = 28 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number]
  const target = year * 12 + (month - 1) + months
  const [targetYear, targetMonth] = [Math.floor(target / 12), (target % 12) + 1]
  const lastOfMonth = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate()
  return dayOf(targetYear, targetMonth, Math.min(dayOfMonth, lastOfMonth)) as PlainDate
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
