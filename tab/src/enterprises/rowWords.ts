import type { Flag } from '#domain/flags.ts'
import { milestoneOfStep } from '#domain/listQuestion.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { CaseRow, NextStep } from '#domain/wireSchemas.ts'
import type { Reason } from '#tab/enterprises/search.ts'
import { checkInLabels, legalFormLabels, markLabels, milestoneLabels, nextStepLabels, standingLabels } from '#tab/labels.ts'
import { flagLabels } from '#tab/listLabels.ts'
import { sayAway, sayDay, sayLength, sayNearDay } from '#tab/ui/say.ts'
import type { TagTone } from '#tab/ui/Tag.tsx'

/** What a row of the list says. */

/** The name, or the reference for those who do not see names. */
export const titleOf = ({ name, reference }: Pick<CaseRow, 'name' | 'reference'>): string => name ?? reference

/** "0147", "Glastonbury", "CIC" */
export const detailsOf = (row: CaseRow, placeOf: (area: string) => string): string[] =>
  [row.name === null ? '' : row.reference, row.area ? placeOf(row.area) : '', row.form ? legalFormLabels[row.form] : ''].filter(
    part => part !== '',
  )

/** The words for a step: a check-in is named by its month. */
const stepWords = ({ step, month }: NextStep): string => (step === 'check-in' && month ? checkInLabels[month] : nextStepLabels[step])

/** What they are at: the step, the milestone it belongs to, and for how long. */
export function stepNow({ next, standing, tradingFrom }: CaseRow, today: PlainDate): { what: string; where: string; time: string } {
  if (!next) return { what: standingLabels[standing], where: standing === 'trading' ? 'No check-in is left' : '', time: '' }
  const since = next.step === 'check-in' ? tradingFrom : next.since
  const time = since ? sayLength(Math.max(0, daysBetween(since, today))) : ''
  return { what: stepWords(next), where: milestoneLabels[milestoneOfStep[next.step]], time }
}

export type Due = { tone: 'late' | 'today' | 'later' | 'open'; words: string; day: string }

/** When they are next to be spoken to: one red word for what is late, and it says a number. */
export function dueOf(
  { next, nextContactOn, nextContactAt }: Pick<CaseRow, 'next' | 'nextContactOn' | 'nextContactAt'>,
  today: PlainDate,
): Due | undefined {
  if (!nextContactOn) return next ? { tone: 'open', words: 'No day set', day: '' } : undefined
  const day = sayNearDay(nextContactOn, today)
  const late = daysBetween(nextContactOn, today)
  if (late > 0) return { tone: 'late', words: `${sayLength(late)} late`, day }
  // A time of day is worth reading while it is near.
  const time = nextContactAt !== null && late >= -1 ? `, ${nextContactAt.replace(/^0/, '')}` : ''
  return { tone: late === 0 ? 'today' : 'later', words: `${sayAway(nextContactOn, today)}${time}`, day }
}

const flagTones = {
  'lost-touch': 'danger',
  'insurance-ran-out': 'danger',
  'no-answer': 'danger',
  stuck: 'warning',
  silent: 'warning',
  paused: 'paused',
} as const satisfies Record<Flag, TagTone>

/** The one thing about a row that one should know before opening it. */
export function flagOf({ standing, flags: [first] }: Pick<CaseRow, 'standing' | 'flags'>): { tone: TagTone; words: string } | undefined {
  if (first) {
    const words = first.flag === 'silent' && first.days !== null ? `${sayLength(first.days)} silent` : flagLabels[first.flag]
    return { tone: flagTones[first.flag], words }
  }
  return standing === 'stopped' || standing === 'left-sight' ? { tone: 'plain', words: standingLabels[standing] } : undefined
}

/** Whether a row has been in its step for too long: then its days are the heavier words. */
export const isStuck = ({ flags }: Pick<CaseRow, 'flags'>): boolean => flags.some(({ flag }) => flag === 'stuck')

/** "phone ends 147": why a row was found, where its name does not say. */
export function reasonWords({ by, words }: Reason): string {
  switch (by) {
    case 'phone':
      return `phone ends ${words}`
    case 'place':
      return `in ${words}`
    case 'reference':
      return `reference ${words}`
  }
}

/** "Idea done, Set up done, CQC in progress, Grant not needed, Two years to do" */
export const marksInWords = (marks: CaseRow['marks']): string =>
  marks.map(({ milestone, state }) => `${milestoneLabels[milestone]} ${markLabels[state]}`).join(', ')

/** "Set up: done, 28 November 2025" */
export const markInWords = ({ milestone, state, on }: CaseRow['marks'][number]): string =>
  `${milestoneLabels[milestone]}: ${markLabels[state]}${on ? `, ${sayDay(on)}` : ''}`
