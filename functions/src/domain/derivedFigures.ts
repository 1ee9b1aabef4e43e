import type { HidingRule, Treatment } from './disclosure.ts'
import { isHidden, printedCount } from './disclosure.ts'

/** A count as it stands in a table that is published. */
export type PublishedCount = { count: number; treatment: Treatment }

/**
 * One count as a share of another, in whole per cent, from the numbers as printed; null where it would be a count in other words: where either is
 * hidden, or where those left over are fewer than the threshold. Rounding may take a part above its whole: then it is all of it.
 */
export function publishedPercent(part: PublishedCount, whole: PublishedCount, rule: HidingRule): number | null {
  const [above, below] = [printedCount(part.count, part.treatment, rule), printedCount(whole.count, whole.treatment, rule)]
  if (above === null || below === null || below === 0) return null
  const rest = whole.count - part.count
  return rest < rule.threshold ? null : Math.min(100, Math.round((100 * above) / below))
}

/** A mean of what a group has in all (hours, people), over how many they are, from the numbers as printed; null where either is hidden. */
export function publishedMean(total: number | null, members: PublishedCount, rule: HidingRule): number | null {
  const many = printedCount(members.count, members.treatment, rule)
  return total === null || many === null || many === 0 || isHidden(members.treatment) ? null : total / many
}

/**
 * The days at which a survival curve may be read outside the programme: a step is a count, so at least the threshold of endings must lie between
 * one shown day and the one shown before it, the first counting from the start. `endings` are days since trading began, each for one that ended
 * while it was followed; an ending on a day belongs to that day.
 */
export function survivalDaysShown(endings: readonly number[], days: readonly number[], { threshold }: HidingRule): number[] {
  const shown: number[] = []
  let before = -1
  for (const day of [...days].sort((a, b) => a - b)) {
    if (endings.filter(each => each > before && each <= day).length < threshold) continue
    shown.push(day)
    before = day
  }
  return shown
}

/** Whether a median may be shown: it stands for the one in the middle unless at least the threshold lie on either side of it. */
export const mayShowMedian = (below: number, above: number, { threshold }: HidingRule): boolean => below >= threshold && above >= threshold
