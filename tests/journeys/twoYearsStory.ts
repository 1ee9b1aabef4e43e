import { inWords } from '#domain/dayWords.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, addMonths, instantAt, londonDay } from '#domain/plainDate.ts'
import { typedDay } from './keyboardForms.ts'

/*
 * The days of the story, and the story. Every day is counted from the one on which it began to trade, which is chosen so that
 * its two-year check-in was due four days ago: the same story in any year.
 */
export const today = londonDay(instantAt(Date.now()))
export const began = addDays(addMonths(today, -24), -4)

/** So many days after it began; before it where the number is below zero. */
export const day = (days: number): PlainDate => addDays(began, days)
export const on = (days: number): string => inWords(day(days))
export const typed = (days: number): string => typedDay(day(days))

/** A programme that is funded all through it. */
export const programme = {
  id: 'harbour',
  name: 'Harbour and Hills',
  areas: ['North', 'South'],
  period: { from: addMonths(today, -36), to: addMonths(today, 6) },
  costPence: 13_500_000,
  followUpOwner: 'The growth team',
}

/** The story as the timeline tells it, the first day first. Each line is a day and what happened on it. */
export const story = (): string[] => [
  `${on(-170)} Enquiry. Help at home for older neighbours`,
  `${on(-163)} Taken on. New: we help to set it up.`,
  `${on(-140)} Idea agreed. People who will use it helped to shape it.`,
  `${on(-120)} Set up. Self-employed.`,
  `${on(-60)} CQC check. Probably not needed: one person gives all the care.`,
  `${on(-50)} Catalyst named. They work with you.`,
  `${on(-40)} Grant agreed, £480. It fills a gap: personal care. A hoist`,
  `${on(-25)} Check seen. Public liability insurance, until ${on(340)}.`,
  `${on(-20)} Check seen. Safeguarding training.`,
  `${on(-6)} They said yes. To be in a directory.`,
  `${on(-5)} Signed off.`,
  `${on(-4)} Listed. In a directory.`,
  `${on(0)} Trading began. not ${on(31)} Put right: wrong date (you).`,
  `${on(12)} Grant paid, £480.`,
  `${inWords(addMonths(began, 6))} 6-month check-in: trading.`,
  `${inWords(addMonths(began, 6))} Numbers. 5 people, 18½ hours a week, 1 works in it.`,
  `${on(200)} Something changed: took someone on.`,
  `${on(204)} CQC check. Must register. Before, on ${on(-60)}: probably not needed.`,
  `${on(230)} Set up. CIC, Companies House 99000147. Before that: self-employed.`,
  `${on(235)} CQC application. Getting ready.`,
  `${on(250)} CQC application. Sent to CQC.`,
  `${on(262)} CQC application. CQC sent it back. The policies had the old name on them.`,
  `${on(276)} CQC application. Sent to CQC. They had sent it before, on ${on(250)}.`,
  `${on(334)} CQC application. Registered, 1-101614751.`,
  `${on(375)} Check seen. Public liability insurance, until ${on(740)}. The one before ran out on ${on(340)}, 35 days earlier.`,
  `${on(380)} Paused. Her mother is ill`,
  `${on(394)} 12-month check-in, no answer.`,
  `${on(430)} Started again.`,
  `${inWords(today)} Reached by phone, trading.`,
  `${inWords(today)} 24-month check-in: trading.`,
  `${inWords(today)} Numbers. 11 people, 46 hours a week, 3 work in it.`,
]
