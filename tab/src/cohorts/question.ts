import type { CompareBy } from '#domain/comparing.ts'
import { compareBys } from '#domain/comparing.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { instantAt, londonDay, parsePlainDate } from '#domain/plainDate.ts'
import type { LegalForm } from '#domain/vocabulary.ts'
import { legalForms } from '#domain/vocabulary.ts'
import { sayDay } from '#tab/ui/say.ts'

/** What the page asks, as it stands in the address. What is left out is everyone, today. */
export type Asked = {
  by: 'enquiry' | 'trading'
  from?: PlainDate
  to?: PlainDate
  area?: string
  form?: LegalForm
  asAt?: PlainDate
  /** Using only what we knew by the end of this day. */
  knownBy?: PlainDate
  /** Groups side by side. */
  compare?: CompareBy
}

/** Names in the address of what the page asks; `list` and `table` say what is open on it. */
const askedNames = ['by', 'from', 'to', 'area', 'form', 'asAt', 'knownBy', 'compare'] as const
export type AskedName = (typeof askedNames)[number]

type Known = { today: PlainDate; areas: readonly { id: string }[] }

/** Reads the address. A day that has not come, an unknown area or a word that means nothing is left out. */
export function askedIn(params: URLSearchParams, { today, areas }: Known): Asked {
  const dayIn = (name: AskedName): PlainDate | undefined => parsePlainDate(params.get(name) ?? '')
  const pastDayIn = (name: AskedName): PlainDate | undefined => {
    const found = dayIn(name)
    return found && found <= today ? found : undefined
  }
  const asked: Asked = { by: params.get('by') === 'trading' ? 'trading' : 'enquiry' }
  const [from, to, asAt, knownBy] = [dayIn('from'), dayIn('to'), pastDayIn('asAt'), pastDayIn('knownBy')]
  const area = areas.find(({ id }) => id === params.get('area'))?.id
  const compare = compareBys.find(each => each === params.get('compare'))
  const form = legalForms.find(each => each === params.get('form'))
  return {
    ...asked,
    ...(from && { from }),
    ...(to && { to }),
    ...(area && { area }),
    ...(form && { form }),
    ...(asAt && { asAt }),
    ...(knownBy && { knownBy }),
    ...(compare && { compare }),
  }
}

/** The address with one thing asked differently; nothing else in it is touched. */
export function withAsked(params: URLSearchParams, name: AskedName, value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(params)
  if (value === undefined || value === '' || (name === 'by' && value === 'enquiry')) next.delete(name)
  else next.set(name, value)
  return next
}

/** The address with nothing asked. */
export function withoutAsked(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of askedNames) next.delete(name)
  return next
}

/** The day the figures are for, and why. */
export type FigureDay = { day: PlainDate; because: 'asked' | 'today' | 'follow-up-ended' }

/** Today, unless somebody asked for a day, or the programme stopped following anyone before today: after that nobody is heard. */
export function figureDay({ asAt }: Asked, today: PlainDate, followUpUntil: PlainDate | null): FigureDay {
  if (asAt) return { day: asAt, because: 'asked' }
  if (followUpUntil && followUpUntil < today) return { day: followUpUntil, because: 'follow-up-ended' }
  return { day: today, because: 'today' }
}

/** The last moment of a day in London, where summer days end an hour before UTC's. */
export function endOfDay(day: PlainDate): string {
  const endInUtc = Date.parse(`${day}T23:59:59.999Z`)
  const end = instantAt(endInUtc)
  return londonDay(end) === day ? end : instantAt(endInUtc - 3_600_000)
}

/** What the API is asked. */
export type Query = Readonly<Record<string, string | undefined>>

export const queryOf = ({ by, from, to, area, form, knownBy, compare }: Asked, day: PlainDate): Query => ({
  by: by === 'enquiry' ? undefined : by,
  from,
  to,
  area,
  form,
  asAt: day,
  knownAt: knownBy && endOfDay(knownBy),
  compare,
})

/** Somebody chose some of all, so that the programme's cost cannot be shared out over them. */
export const isNarrowed = ({ by, from, to, area, form, asAt, knownBy }: Asked): boolean =>
  by === 'trading' || [from, to, area, form, asAt, knownBy].some(each => each !== undefined)

/** What was known, as the page says it beside the day. */
export const knownWords = ({ knownBy }: Asked): string => (knownBy ? `using only what we knew by ${sayDay(knownBy)}` : 'as known today')
