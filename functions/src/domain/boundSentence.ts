import { betaQuantile } from './betaDistribution.ts'
import type { CountTable, HidingRule } from './disclosure.ts'

/** What became of those that began at least two years ago, exactly. Paused ones are among the trading. */
export type TwoYearsOn = { trading: number; stopped: number; notReached: number }

/** The row that opens a report. Where the number stopped is hidden it is printed as one with those not reached, in every table of the report. */
export const stoppedOrNotReached = 'stopped-or-not-reached'

/**
 * The headline as a table of one row, its parts adding up to those that began. Where fewer stopped than the threshold, and the number is not
 * released, "stopped" and "not reached" are one column: two hidden parts with their sum would say less than their sum alone.
 */
export function headlineTable({ trading, stopped, notReached }: TwoYearsOn, { threshold }: HidingRule, isReleased = false): CountTable {
  const began = trading + stopped + notReached
  const isApart = isReleased || stopped >= threshold
  return {
    id: 'headline',
    rows: ['all'],
    columns: isApart ? ['trading', 'stopped', 'not-reached', 'began'] : ['trading', stoppedOrNotReached, 'began'],
    cells: [isApart ? [trading, stopped, notReached, began] : [trading, stopped + notReached, began]],
    rowTotals: true,
    columnTotals: false,
    growing: isApart ? ['stopped', 'began'] : ['began'],
  }
}

/** A table with two or more of its columns added up into one, which stands where the first of them stood. */
export function withColumnsMerged(table: CountTable, merged: readonly string[], into: string): CountTable {
  const first = table.columns.findIndex(name => merged.includes(name))
  if (first < 0) return table
  const onRow = <T>(row: readonly T[], together: (parts: readonly T[]) => T): T[] => {
    const isPart = (_: T, c: number) => merged.includes(table.columns[c] ?? '')
    const others = (from: number, to?: number) => row.slice(from, to).filter((each, c) => !isPart(each, from + c))
    return [...others(0, first), together(row.filter(isPart)), ...others(first)]
  }
  return {
    ...table,
    columns: onRow(table.columns, () => into),
    cells: table.cells.map(row => onRow(row, parts => parts.reduce((sum, each) => sum + each, 0))),
    growing: merged.every(name => table.growing.includes(name))
      ? [...table.growing.filter(name => !merged.includes(name)), into]
      : table.growing.filter(name => !merged.includes(name)),
  }
}

/**
 * What the headline says, from the numbers printed beside it and no others. `number`: how many stopped, and the share that did not, in whole
 * per cent. `bound`: fewer than the threshold stopped, so at least a share did not, rounded down; `low` is the lower limit of the 95% interval
 * at the largest number it could be. `too-few`: so few began that nothing can be said of them.
 */
export type HeadlineSentence =
  | { kind: 'number'; words: string; percentNotStopped: number }
  | { kind: 'bound'; words: string; atLeastPercent: number; low: number; high: number }
  | { kind: 'too-few'; words: string }

/**
 * The headline in words. It is never blank: where the number stopped is hidden it is a bound. `began` and `stopped` are as printed, null where
 * hidden; a rounded number may stand for less, so the bound is worked out at the least it can stand for.
 *
 *   at least = 1 − (threshold − 1) ÷ least that began, rounded down to whole per cent
 *   low      = 1 − upper limit of Clopper and Pearson for threshold − 1 stopped among as many, rounded down; high is 100, as it may be none
 */
export function headlineSentence(began: number | null, stopped: number | null, { threshold, base }: HidingRule): HeadlineSentence {
  const tooFew = { kind: 'too-few', words: 'Too few began at least two years ago to say how many have stopped.' } as const
  if (began === null) return tooFew
  const all = base === 1 ? `the ${began}` : `about ${began}`
  if (stopped !== null) {
    const percent = Math.round((100 * (began - stopped)) / began)
    return {
      kind: 'number',
      words: `${stopped} of ${all} that began at least two years ago have stopped, so about ${percent}% have not.`,
      percentNotStopped: percent,
    }
  }
  const least = Math.max(threshold, began - (base - 1) / 2)
  const most = threshold - 1
  // Below twice the threshold the bound would say no more than that some may not have stopped.
  if (least < 2 * threshold) return tooFew
  const atLeast = Math.floor((100 * (least - most)) / least)
  return {
    kind: 'bound',
    words: `Fewer than ${threshold} of ${all} that began at least two years ago have stopped, so at least ${atLeast}% have not.`,
    atLeastPercent: atLeast,
    low: Math.floor(100 * (1 - betaQuantile(0.975, most + 1, least - most))),
    high: 100,
  }
}
