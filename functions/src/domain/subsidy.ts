import type { Grant } from './grants.ts'
import type { PlainDate } from './plainDate.ts'
import { day } from './plainDate.ts'
import type { Pot } from './pots.ts'
import type { Pence } from './quantities.ts'
import { toPence } from './quantities.ts'

/**
 * The most minimal financial assistance that one enterprise may be given in the years that count: £315,000, in pence, gross.
 * Source: Subsidy Control Act 2022, section 36, legislation.gov.uk/ukpga/2022/23/section/36.
 */
export const mostMinimalAssistance: Pence = toPence(31_500_000)

/**
 * The first of the days that count on a day: 1 April two financial years before the one that is running. What counts is the part of this
 * financial year that has passed and the two before it; it is not the last 36 months.
 * Source: Subsidy Control Act 2022, section 36; a financial year begins on 1 April.
 */
export function assistanceSince(on: PlainDate): PlainDate {
  const year = Number(on.slice(0, 4))
  const isFromApril = on.slice(5) >= '04-01'
  return day(`${String((isFromApril ? year : year - 1) - 2).padStart(4, '0')}-04-01`)
}

/** Money that an enterprise was given on a day, under the Act. */
export type Assistance = { on: PlainDate; pence: Pence }

/**
 * What an enterprise was paid as minimal financial assistance by its grants, payment by payment. A grant from before the programme kept its
 * fund here has no pot: it belongs to what the enterprise tells of. What came back later is not taken off: the Act counts what was given.
 */
export const assistanceOf = (grants: readonly Grant[], pots: readonly Pick<Pot, 'potId' | 'subsidy'>[]): Assistance[] =>
  grants
    .filter(({ pot }) => pots.some(({ potId, subsidy }) => potId === pot && subsidy === 'minimal-assistance'))
    .flatMap(({ payments }) => payments.map(({ on, pence }) => ({ on, pence })))

/** What counts against the limit on a day, in pence, and how much more there is room for: nothing where the limit is passed already. */
export type AssistanceRoom = { since: PlainDate; countedPence: Pence; roomPence: Pence }

/**
 * What counts on a day: what we paid from the first day that counts to this one, and what the enterprise says it had from others in those years.
 *
 *   room = max(0, £315,000 − paid − from others)
 *
 * Others under the same ownership count as the same enterprise in law. The record does not know of them, so the notice has to ask.
 */
export function assistanceRoom(on: PlainDate, paid: readonly Assistance[], fromOthers: Pence): AssistanceRoom {
  const since = assistanceSince(on)
  const counting = paid.filter(each => each.on >= since && each.on <= on)
  const counted = counting.reduce((total, { pence }) => total + pence, Number(fromOthers))
  return { since, countedPence: toPence(counted), roomPence: toPence(Math.max(0, mostMinimalAssistance - counted)) }
}

/** Paying it would pass the limit: since when it counts, what counts already, and what there is still room for, in pence. */
export type OverSubsidyLimit = { kind: 'over-subsidy-limit'; since: PlainDate; earlierPence: Pence; roomPence: Pence }

/** Why so much may not be paid on a day; undefined where it fits. Exactly up to the limit fits. */
export function overSubsidyLimit(
  pence: Pence,
  on: PlainDate,
  paid: readonly Assistance[],
  fromOthers: Pence,
): OverSubsidyLimit | undefined {
  // What was paid later and recorded before counts on its own day, this payment with it.
  const days = [on, ...paid.map(payment => payment.on).filter(later => later > on)]
  for (const each of days) {
    const counted = each === on ? paid : [...paid, { on, pence }]
    const { since, countedPence, roomPence } = assistanceRoom(each, counted, fromOthers)
    const isOver = each === on ? pence > roomPence : countedPence > mostMinimalAssistance
    if (isOver) return { kind: 'over-subsidy-limit', since, earlierPence: countedPence, roomPence }
  }
  return undefined
}
