import type { Cohort } from '#domain/cohortSchemas.ts'
import { inHundred } from '#domain/marks.ts'
import { numbersAt, readingsOf, tickDays } from '#domain/survivalReadings.ts'
import type { CsvCell } from '#domain/csv.ts'
import { say } from '#tab/cohorts/findings.ts'
import { tickLabels } from '#tab/figureLabels.ts'

/** A row of the table beside the curve, rounded as in the picture. Days that nobody has reached say so. */
export type SurvivalRow = { day: number; label: string; share: string; interval: string; followed: string; ended: string; gone: string }

export function survivalRows(survival: Cohort['survival'], notYet: string): SurvivalRow[] {
  const readings = readingsOf(survival)
  const last = readings.at(-1)?.day ?? 0
  return numbersAt(survival)
    .filter(({ day }) => day <= Math.max(last, 730))
    .map(({ day, numbers }) => {
      const reading = day <= last ? readings.findLast(each => each.day <= day) : undefined
      const interval =
        reading && reading.low !== null && reading.high !== null ? `${inHundred(reading.low)} to ${inHundred(reading.high)}%` : notYet
      return {
        day,
        label: tickLabels[tickDays.findIndex(tick => tick === day)] ?? `Day ${day}`,
        share: reading ? `${inHundred(reading.share)}%` : notYet,
        interval: day === 0 && reading ? 'none' : interval,
        followed: numbers ? say(numbers.followed) : notYet,
        ended: numbers ? say(numbers.ended) : notYet,
        gone: numbers ? say(numbers.gone) : notYet,
      }
    })
}

/** Every step of the curve, unrounded, for a file. */
export const survivalCsv = ({ steps }: Cohort['survival']): CsvCell[][] => [
  ['day', 'still followed', 'stopped', 'censored', 'share', 'beta product low', 'beta product high', 'log-log low', 'log-log high'],
  ...steps.map(({ day, atRisk, ended, censored, share, exactLow, exactHigh, low, high }) => [
    day,
    atRisk,
    ended,
    censored,
    share,
    exactLow,
    exactHigh,
    low,
    high,
  ]),
]
