import type { PlainDate } from '#domain/plainDate.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { CaseRow, NextStep, Standing } from '#domain/wireSchemas.ts'
import { milestoneOfStep } from '#tab/enterprises/listing.ts'
import { checkInLabels, legalFormLabels, markLabels, milestoneLabels, nextStepLabels, standingLabels } from '#tab/labels.ts'
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

/** What they are at, and for how long. */
export function stepNow({ next, standing, tradingFrom }: CaseRow, today: PlainDate): { what: string; where: string } {
  if (!next) {
    const done = standing === 'trading' ? 'No check-in is left' : ''
    return { what: standingLabels[standing], where: done }
  }
  const since = next.step === 'check-in' ? tradingFrom : next.since
  const where = milestoneLabels[milestoneOfStep[next.step]]
  return { what: stepWords(next), where: since ? `${where}, ${sayLength(Math.max(0, daysBetween(since, today)))}` : where }
}

export type Due = { tone: 'late' | 'today' | 'later' | 'open'; words: string; day: string }

/** When it is due: one red word for what is late, and it says a number. */
export function dueOf({ next }: CaseRow, today: PlainDate): Due | undefined {
  if (!next) return undefined
  if (!next.on) return { tone: 'open', words: 'No day set', day: '' }
  const day = sayNearDay(next.on, today)
  const late = daysBetween(next.on, today)
  if (late > 0) return { tone: 'late', words: `${sayLength(late)} late`, day }
  return { tone: late === 0 ? 'today' : 'later', words: sayAway(next.on, today), day }
}

const silentAfter = 42
const stillToHear: readonly Standing[] = ['enquiry', 'supported', 'trading']

/** The one thing about a row that one should know before opening it. */
export function flagOf(
  { standing, next, lastContactOn, enquiredOn }: CaseRow,
  today: PlainDate,
): { tone: TagTone; words: string } | undefined {
  if (standing === 'lost-touch') return { tone: 'danger', words: standingLabels[standing] }
  if (standing === 'paused') return { tone: 'paused', words: standingLabels[standing] }
  if (standing === 'stopped' || standing === 'left-sight') return { tone: 'plain', words: standingLabels[standing] }
  const heard = lastContactOn ?? enquiredOn
  if (!next || !heard || !stillToHear.includes(standing)) return undefined
  const days = daysBetween(heard, today)
  return days > silentAfter ? { tone: 'warning', words: `${sayLength(days)} silent` } : undefined
}

/** "Idea done, Set up done, CQC in progress, Grant not needed, Two years to do" */
export const marksInWords = (marks: CaseRow['marks']): string =>
  marks.map(({ milestone, state }) => `${milestoneLabels[milestone]} ${markLabels[state]}`).join(', ')

/** "Set up: done, 28 November 2025" */
export const markInWords = ({ milestone, state, on }: CaseRow['marks'][number]): string =>
  `${milestoneLabels[milestone]}: ${markLabels[state]}${on ? `, ${sayDay(on)}` : ''}`
