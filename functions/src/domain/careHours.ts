import { monthsCurrent } from './numbersNow.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, addMonths, daysBetween, earlier, later } from './plainDate.ts'
import { confirmedOn, hasLostTouch } from './followUp.ts'
import type { CareReturn, SupportCase } from './supportCase.ts'
import { endedOn, originOf } from './supportCase.ts'

/** Minutes of care by whose money it is: council contracts, direct payments, the NHS, and what the council or the NHS pays that nobody split. */
export type PaidMinutes = { contract: number; direct: number; nhs: number; unsplit: number }

export const noMinutes: PaidMinutes = { contract: 0, direct: 0, nhs: 0, unsplit: 0 }

/** Minutes in one calendar month, by its first day. */
export type MonthOfCare = { month: PlainDate; minutes: PaidMinutes }

/** What one answer says of who pays, in minutes a week; undefined where nobody told what the council or the NHS pays for. */
export function paidBy({ councilPaidMinutes, paid }: CareReturn): PaidMinutes | undefined {
  const [contract, direct, nhs] = [paid?.councilContract, paid?.directPayment, paid?.healthBudget]
  const isSplit = contract !== undefined || direct !== undefined || nhs !== undefined
  if (!isSplit && councilPaidMinutes === undefined) return undefined
  const split = { contract: contract ?? 0, direct: direct ?? 0, nhs: nhs ?? 0 }
  const all = councilPaidMinutes ?? 0
  return { ...split, unsplit: Math.max(0, all - split.contract - split.direct - split.nhs) }
}

/** Time from one day up to, and without, another. */
type Span = { from: PlainDate; before: PlainDate }

const overlap = (a: Span, b: Span): Span => ({ from: later(a.from, b.from), before: earlier(a.before, b.before) })
const isEmpty = ({ from, before }: Span): boolean => from >= before

/** Whether an enterprise's hours can be a saving: a care enterprise that began with us. What ran before, and activities, are not. */
export const canSave = (supportCase: SupportCase): boolean =>
  supportCase.ventureKind === 'care-enterprise' && originOf(supportCase) !== 'existing'

/**
 * When an enterprise really traded, up to and with a day: from its first day, without its pauses and the times for which it was
 * closed, until it ended. One that we lost touch with counts until somebody there last told us that it trades. The fold must be as at the same day.
 */
export function tradedOn(supportCase: SupportCase, asAt: PlainDate): Span[] {
  const { trading, support, pauses, closures } = supportCase
  if (trading.state === 'not-yet') return []
  const lost = hasLostTouch(supportCase, asAt) ? confirmedOn(supportCase).at(-1) : undefined
  const ends = [endedOn(support), lost && addDays(lost, 1), addDays(asAt, 1)].filter(each => each !== undefined)
  let spans: Span[] = [{ from: trading.beganOn, before: ends.reduce(earlier) }]
  for (const { from, to } of [...pauses, ...closures])
    spans = spans.flatMap(span => [
      overlap(span, { from: span.from, before: from }),
      overlap(span, { from: to ?? span.before, before: span.before }),
    ])
  return spans.filter(span => !isEmpty(span))
}

/**
 * Care that the council or the NHS paid for, month by month of actual trading, in minutes (not whole: days of a week are sevenths).
 *
 *   minutes of a month = sum over its days of trading of (minutes a week by the latest answer on that day ÷ 7)
 *
 * An answer holds from its day until the next, for twelve months at most; before the first answer nothing is known and nothing is counted.
 */
export function careByMonth(supportCase: SupportCase, asAt: PlainDate): MonthOfCare[] {
  const months = new Map<PlainDate, PaidMinutes>()
  const { careReturns } = supportCase
  const spans = tradedOn(supportCase, asAt)
  careReturns.forEach((careReturn, place) => {
    const weekly = paidBy(careReturn)
    // Where neither the council nor the NHS pays, nothing is needed to say so.
    if (!weekly || isNothing(weekly)) return
    const until = addDays(addMonths(careReturn.on, monthsCurrent), 1)
    const held = { from: careReturn.on, before: earlier(until, careReturns[place + 1]?.on ?? until) }
    for (const span of spans) addSpan(months, overlap(span, held), weekly)
  })
  return [...months].map(([month, minutes]) => ({ month, minutes })).sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** The first day of a day's month. */
export const monthOf = (on: PlainDate): PlainDate => `${on.slice(0, 8)}01` as PlainDate

function addSpan(months: Map<PlainDate, PaidMinutes>, span: Span, weekly: PaidMinutes): void {
  let { from } = span
  while (from < span.before) {
    const month = monthOf(from)
    const before = earlier(addMonths(month, 1), span.before)
    months.set(month, plus(months.get(month) ?? noMinutes, times(weekly, daysBetween(from, before) / 7)))
    from = before
  }
}

const isNothing = ({ contract, direct, nhs, unsplit }: PaidMinutes): boolean => contract + direct + nhs + unsplit === 0

export const plus = (a: PaidMinutes, b: PaidMinutes): PaidMinutes => ({
  contract: a.contract + b.contract,
  direct: a.direct + b.direct,
  nhs: a.nhs + b.nhs,
  unsplit: a.unsplit + b.unsplit,
})

export const times = ({ contract, direct, nhs, unsplit }: PaidMinutes, by: number): PaidMinutes => ({
  contract: contract * by,
  direct: direct * by,
  nhs: nhs * by,
  unsplit: unsplit * by,
})
