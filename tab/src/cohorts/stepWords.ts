import type { Cohort, StepTime } from '#domain/cohortSchemas.ts'
import { inHundred } from '#domain/marks.ts'
import type { StepData } from '#domain/stepMarks.ts'
import { say } from '#tab/cohorts/findings.ts'
import { sayDays } from '#tab/cohorts/lastingWords.ts'
import { stepLabels } from '#tab/figureLabels.ts'

const notReached = 'not reached'

const partOf = ({ quantiles }: StepTime, part: number) => quantiles.find(each => each.part === part)

/** Steps that somebody is or was in. */
export const stepsShown = ({ times }: Cohort): StepTime[] => times.filter(({ begun, outOfOrder }) => begun + outOfOrder > 0)

/** By which day half had come to the end, and how early or late that could be: "33 days (30 to 37)". */
export function halfWords(time: StepTime): string {
  if (time.at.length === 0) return 'too few'
  const half = partOf(time, 0.5)
  if (!half || half.day === null) return notReached
  if (half.low === null) return sayDays(half.day)
  return `${sayDays(half.day)} (${say(half.low)} ${half.high === null ? 'or more' : `to ${say(half.high)}`})`
}

/** A quarter and three quarters: "20 to 60 days". */
export function quartileWords(time: StepTime): string {
  if (time.at.length === 0) return 'too few'
  const [quarter, rest] = [partOf(time, 0.25)?.day ?? null, partOf(time, 0.75)?.day ?? null]
  if (quarter === null) return notReached
  return rest === null ? `${sayDays(quarter)} or more` : `${say(quarter)} to ${sayDays(rest)}`
}

/** The share that had come to the end by so many days. */
export function doneBy(time: StepTime, day: number): string {
  if (time.at.length === 0) return 'too few'
  const share = time.at.find(each => each.day === day)?.share ?? null
  return share === null ? 'not yet' : `${inHundred(share)}%`
}

/** The step with the latest half-way day, the whole way to trading left out. */
function longest(cohort: Cohort): { time: StepTime; day: number } | undefined {
  const known = cohort.times.flatMap(time => {
    const day = partOf(time, 0.5)?.day ?? null
    return day === null || time.step === 'enquiry-trading' ? [] : [{ time, day }]
  })
  return known.reduce<(typeof known)[number] | undefined>((most, each) => (most && most.day >= each.day ? most : each), undefined)
}

export function stepsTitle(cohort: Cohort): string {
  const found = longest(cohort)
  if (!found) return 'How long each step takes'
  return `The longest step is “${stepLabels[found.time.step]}”: half are done by day ${say(found.day)}`
}

export const stepData = (cohort: Cohort): StepData => ({
  rows: stepsShown(cohort).map(time => {
    const half = partOf(time, 0.5)
    return {
      name: stepLabels[time.step],
      quarter: partOf(time, 0.25)?.day ?? null,
      half: half?.day ?? null,
      threeQuarters: partOf(time, 0.75)?.day ?? null,
      low: half?.low ?? null,
      high: half?.high ?? null,
      said: halfWords(time),
      openDays: time.openDays,
    }
  }),
  head: 'Half done by',
  days: 'days',
})

/** One sentence with every row, for those who cannot see the bars. */
export const stepsDescription = (cohort: Cohort): string =>
  `Half done by: ${stepsShown(cohort)
    .map(time => `${stepLabels[time.step]} ${halfWords(time)}`)
    .join(', ')}.`

/** How old the enquiries are, and how many trade by 180 days: what a young cohort can be judged by. */
export function maturitySentence({ maturity, times, n }: Cohort): string {
  const { days, aged } = maturity
  if (days === null) return ''
  const by = times.find(({ step }) => step === 'enquiry-trading')?.at.find(({ day }) => day === 180)
  const old =
    days >= 180
      ? `The youngest enquiry is ${sayDays(days)} old, so all can be judged at 180 days`
      : `The youngest enquiry is ${sayDays(days)} old; ${say(aged)} of ${say(n)} are 180 days old`
  if (!by || by.share === null) return `${old}.`
  const range = by.low === null || by.high === null ? '' : ` (${inHundred(by.low)} to ${inHundred(by.high)})`
  return `${old}. By then about ${inHundred(by.share)} in every 100 new ones trade${range}.`
}
