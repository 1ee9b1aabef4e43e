import type { PlainDate } from './plainDate.ts'
import { daysBetween } from './plainDate.ts'
import type { Milestone } from './vocabulary.ts'
import { milestones } from './vocabulary.ts'
import type { CaseRow } from './wireSchemas.ts'

/** A column of the board: the furthest milestone reached, or the enquiry that comes before them all. */
export const stages = ['enquiry', ...milestones] as const
export type Stage = (typeof stages)[number]

type Reached = Pick<CaseRow, 'marks' | 'enquiredOn'>

const isReached = (marks: CaseRow['marks'], milestone: Milestone): boolean =>
  marks.some(mark => mark.milestone === milestone && mark.state === 'done')

/** The furthest milestone an enterprise has reached. A milestone that is not needed was decided and not reached, so it moves nobody. */
export const stageOf = ({ marks }: Pick<CaseRow, 'marks'>): Stage =>
  stages.findLast(stage => stage !== 'enquiry' && isReached(marks, stage)) ?? 'enquiry'

/** What a stage usually takes: how many went further, and the days in which half of them did; null where too few did to say. */
export type Usual = { gone: number; days: number | null }

/** Fewer than so many, and a middle value says more of one enterprise than of a stage. */
const fewest = 5

/**
 * How long a stage usually takes, in whole days: the median, over the enterprises that reached the stage and a further milestone later,
 * of the days from the one to the first further one. Of an even number it is the lower of the two in the middle, so that it is a time
 * that somebody took, and at least half took no longer. Those still in the stage are not counted: it is what those who went on took,
 * and no forecast. A milestone reached on an earlier day than the stage (a grant before the form) is not a way out of it.
 */
export function usualDays(rows: readonly Reached[], stage: Stage): Usual {
  const taken = rows.flatMap(row => daysIn(row, stage) ?? []).sort((a, b) => a - b)
  const middle = taken[Math.ceil(taken.length / 2) - 1]
  return { gone: taken.length, days: taken.length < fewest || middle === undefined ? null : middle }
}

/** The day an enterprise came to a stage. */
function reachedOn({ marks, enquiredOn }: Reached, stage: Stage): PlainDate | null {
  if (stage === 'enquiry') return enquiredOn
  return marks.find(mark => mark.milestone === stage && mark.state === 'done')?.on ?? null
}

function daysIn(row: Reached, stage: Stage): number | undefined {
  const from = reachedOn(row, stage)
  if (!from) return undefined
  const further = stages.slice(stages.indexOf(stage) + 1).flatMap(later => reachedOn(row, later) ?? [])
  const [next] = further.filter(on => on >= from).sort()
  return next && daysBetween(from, next)
}
