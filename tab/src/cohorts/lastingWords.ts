import type { Cohort, EndedInOneWay, Quantile } from '#domain/cohortSchemas.ts'
import type { EndingData } from '#domain/endingMarks.ts'
import { inHundred } from '#domain/marks.ts'
import { say, survivalState } from '#tab/cohorts/findings.ts'
import { endingRowLabels, lastingRowLabels } from '#tab/figureLabels.ts'

/** A length of time out of a figure: whole days, and the half-days that a middle of two gives. */
export const sayDays = (days: number): string =>
  `${days.toLocaleString('en-GB', { maximumFractionDigits: 1 })} ${days === 1 ? 'day' : 'days'}`

/** A row of a table of estimates: what, the best estimate, and how low or high it could be. */
export type EstimateRow = { key: string; name: string; best: string; range: string }

/**
 * Nobody is followed past the two-year check-in, but for as long as its answer is late. A day read off those few late days would say nothing of
 * the others, so what lies past two years (at most 731 days) is not in them.
 */
const inTwoYears = (day: number | null): number | null => (day !== null && day <= 731 ? day : null)

const notInTwoYears = 'not in two years'

/** From 300 to 500 days; open at the end that is not reached. */
export function dayRange({ exactLow, exactHigh }: Pick<Quantile, 'exactLow' | 'exactHigh'>): string {
  const [low, high] = [inTwoYears(exactLow), inTwoYears(exactHigh)]
  if (low === null) return notInTwoYears
  return high === null ? `${sayDays(low)} or more` : `${say(low)} to ${sayDays(high)}`
}

/** The day by which half had stopped; null where that is not in two years. */
const halfDay = ({ lasting }: Cohort): number | null => inTwoYears(lasting.quantiles.find(({ part }) => part === 0.5)?.day ?? null)

/** Enough are in the curve for estimates, and not only for counts; and the first few that were followed have not all stopped. */
export function isEnough(cohort: Cohort): boolean {
  const state = survivalState(cohort)
  return state !== 'nobody' && state !== 'few' && state !== 'thin-start'
}

export function lastingTitle(cohort: Cohort): string {
  const half = halfDay(cohort)
  if (!isEnough(cohort)) return 'How long they last'
  if (half !== null) return `Half of them had stopped by day ${say(half)}`
  return cohort.lasting.restrictedMean
    ? `Of the first two years, they trade for ${sayDays(Math.round(cohort.lasting.restrictedMean.mean))} on average`
    : 'More than half of them go on for as long as we can see'
}

export function lastingSentence(cohort: Cohort): string {
  const { restrictedMean } = cohort.lasting
  if (survivalState(cohort) === 'thin-start') return 'Too few were followed at first, and all of them stopped. So we cannot say.'
  if (!isEnough(cohort)) return `${say(cohort.survival.n)} are too few for these figures. From 20 on we work them out.`
  const first =
    halfDay(cohort) === null
      ? 'More than half still trade at the end, so there is no day by which half had stopped. We do not make one up.'
      : ''
  const second =
    restrictedMean === null
      ? 'Nobody was followed for two years, so the time they trade out of two years is not known.'
      : restrictedMean.low === null
        ? 'So few have stopped that we give no range for the time they trade.'
        : ''
  return [first, second].filter(words => words !== '').join(' ')
}

/** What the table of "How long they last" says; nothing where there are too few. */
export function lastingRows(cohort: Cohort): EstimateRow[] {
  const { lasting, survival } = cohort
  if (!isEnough(cohort)) return []
  const { quantiles, restrictedMean, completeness, medianFollowUp } = lasting
  const bound = survival.bounds.find(({ day }) => day === 730)
  const rows: EstimateRow[] = quantiles.map(quantile => ({
    key: String(quantile.part),
    name: lastingRowLabels[quantile.part === 0.25 ? 'quarter' : quantile.part === 0.5 ? 'half' : 'threeQuarters'],
    best: inTwoYears(quantile.day) === null ? notInTwoYears : `day ${(quantile.day ?? 0).toLocaleString('en-GB')}`,
    range: dayRange(quantile),
  }))
  const mean = restrictedMean && {
    best: sayDays(Math.round(restrictedMean.mean)),
    range:
      restrictedMean.low === null
        ? 'too few stopped'
        : `${say(Math.round(restrictedMean.low))} to ${sayDays(Math.round(restrictedMean.high ?? 730))}`,
  }
  rows.push({ key: 'mean', name: lastingRowLabels.mean, ...(mean ?? { best: 'not known', range: 'not known' }) })
  if (bound && bound.low !== null && bound.high !== null)
    rows.push({ key: 'cases', name: lastingRowLabels.cases, best: '', range: `${inHundred(bound.low)}% to ${inHundred(bound.high)}%` })
  if (completeness !== null) rows.push({ key: 'complete', name: lastingRowLabels.complete, best: `${inHundred(completeness)}%`, range: '' })
  if (medianFollowUp !== null) rows.push({ key: 'followed', name: lastingRowLabels.followed, best: sayDays(medianFollowUp), range: '' })
  return rows
}

/** How much of the time there was could be followed, as it stands beside the curve. */
export const followUpWords = ({ lasting: { completeness } }: Cohort): string =>
  completeness === null ? '' : `Follow-up is ${inHundred(completeness)}% complete. `

/** Ways of ending that somebody had, the most first; "not working" always, for it is what people ask of. */
export const endingsShown = (endings: readonly EndedInOneWay[]): EndedInOneWay[] =>
  endings.filter(({ ending, count }) => ending === 'not-working' || count > 0).sort((a, b) => b.count - a.count)

export function endingsTitle({ survival, endings }: Cohort): string {
  const notWorking = endings.find(({ ending }) => ending === 'not-working')?.count ?? 0
  if (survival.ended === 0) return `None of ${say(survival.n)} has stopped`
  const of = `${say(survival.ended)} of ${say(survival.n)} ${survival.ended === 1 ? 'has' : 'have'} stopped`
  return `${of}; ${notWorking === 0 ? 'none' : say(notWorking)} because it was not working`
}

/** The share that ended in a way by a day, with its range: "5% (1 to 11)". */
export function shareOfEnding({ at }: EndedInOneWay, day: number): string {
  const found = at.find(each => each.day === day)
  if (!found || found.share === null) return 'not known yet'
  if (found.share === 0) return 'none'
  const range = found.low === null || found.high === null ? '' : ` (${inHundred(found.low)} to ${inHundred(found.high)})`
  return `${inHundred(found.share)}%${range}`
}

export const endingData = (cohort: Cohort): EndingData => ({
  rows: endingsShown(cohort.endings).map(each => ({
    name: endingRowLabels[each.ending],
    days: each.days,
    share: isEnough(cohort) ? shareOfEnding(each, 730) : '',
  })),
  soFar: 'So far',
  byTwoYears: isEnough(cohort) ? 'By two years' : '',
  ticks: [
    { day: 365, label: '1 year' },
    { day: 730, label: '2 years' },
  ],
})

/** One sentence with every row, for those who cannot see the dots. */
export const endingsDescription = ({ endings }: Cohort): string =>
  `One dot for each that stopped, at the days it had traded: ${endingsShown(endings)
    .map(({ ending, count }) => `${endingRowLabels[ending]} ${say(count)}`)
    .join(', ')}.`
