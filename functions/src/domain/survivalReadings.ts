import type { Cohort } from './cohortSchemas.ts'

type Survival = Cohort['survival']

/** The curve from one day to the next one. `followedBefore` is how many were followed on the way to this day. */
export type CurvePoint = { day: number; share: number; low: number | null; high: number | null; followedBefore: number; censored: number }

/** Fewer than this many followed: the curve is thin, and there is too little for a percentage. */
export const fewFollowed = 20

/** Days of the axis: every half year, to two years. */
export const tickDays = [0, 182, 365, 548, 730] as const

/** The axis reaches a little past two years. */
export const axisEnd = 800

/**
 * Two calendar years are at most so many days. Nobody is followed past the two-year check-in, but for as long as its answer is late; a line
 * through those few late days would say nothing of the others, so the picture ends here. The file of every step has them.
 */
const lastDrawnDay = 731

const drawnSteps = ({ steps }: Survival): Survival['steps'] => steps.filter(({ day }) => day <= lastDrawnDay)

/** The last day of the curve: the last on which anyone is followed, within two years; undefined where nobody is. */
export function lastFollowedDay({ steps }: Survival): number | undefined {
  const last = steps.at(-1)?.day
  return last === undefined ? undefined : Math.min(last, lastDrawnDay)
}

/** Every one of them ended: nobody is left to follow, and that is known, not waited for. */
export const haveAllEnded = ({ n, ended }: Survival): boolean => n > 0 && ended === n

/** Some came under observation later than they began to trade, so that the numbers followed go up as well as down. */
export function hasLateEntries({ n, steps }: Survival): boolean {
  let followed = n
  for (const step of steps) {
    if (step.atRisk !== followed) return true
    followed -= step.ended + step.censored
  }
  return false
}

/**
 * The curve's corners. It begins at 100% on day 0; until the first day on which anything is known, nobody has ended, and the lower limit
 * with Y followed is 0.025^(1/Y) (Clopper–Pearson). With late entries Y is not known there, and the band begins at the first known day.
 */
export function curvePoints(survival: Survival): CurvePoint[] {
  const { n } = survival
  const steps = drawnSteps(survival)
  const last = lastFollowedDay(survival)
  if (last === undefined) return []
  const known = n > 0 && !hasLateEntries(survival)
  const start: CurvePoint = {
    day: 0,
    share: 1,
    low: known ? 0.025 ** (1 / n) : null,
    high: known ? 1 : null,
    followedBefore: n,
    censored: 0,
  }
  const points = [
    start,
    ...steps.map(({ day, share, exactLow, exactHigh, atRisk, censored }) => {
      return { day, share, low: exactLow, high: exactHigh, followedBefore: atRisk, censored }
    }),
  ]
  const end = points.at(-1) ?? start
  const next = survival.steps.find(({ day }) => day > end.day)
  // Somebody is followed past the last day drawn: the line goes on to it as it is.
  return next && end.day < last ? [...points, { ...end, day: last, followedBefore: next.atRisk, censored: 0 }] : points
}

/** Still followed, ended before and gone before a day: together all enterprises. */
export type Numbers = { followed: number; ended: number; gone: number }

const sumBefore = ({ steps }: Survival, day: number, of: 'ended' | 'censored'): number =>
  steps.filter(step => step.day < day).reduce((sum, step) => sum + step[of], 0)

/**
 * The numbers under the axis. Null at a day that nobody has reached yet. With late entries only the days that the answer reads are known,
 * and those not watched yet count as gone.
 */
export function numbersAt(survival: Survival): { day: number; numbers: Numbers | null }[] {
  const { n, at } = survival
  const last = lastFollowedDay(survival) ?? -1
  const late = hasLateEntries(survival)
  const days = late ? at.map(({ day }) => day) : tickDays
  return days.map(day => {
    if (day > last && !haveAllEnded(survival)) return { day, numbers: null }
    const [ended, censored] = [sumBefore(survival, day, 'ended'), sumBefore(survival, day, 'censored')]
    const followed = late ? (at.find(reading => reading.day === day)?.atRisk ?? 0) : n - ended - censored
    return { day, numbers: { followed, ended, gone: n - followed - ended } }
  })
}

/** What the curve says on a day at which it changes or is read. */
export type Reading = { day: number; share: number; low: number | null; high: number | null; followed: number; ended: number }

/** All days at which a reading line may stand: the start, every step, and the days that the answer reads. */
export function readingsOf(survival: Survival): Reading[] {
  const points = curvePoints(survival)
  const last = lastFollowedDay(survival)
  if (last === undefined) return []
  const read = survival.at.flatMap(({ day, share, exactLow, exactHigh, atRisk }): Reading[] =>
    share === null ? [] : [{ day, share, low: exactLow, high: exactHigh, followed: atRisk, ended: sumBefore(survival, day + 1, 'ended') }],
  )
  const stepped = points.map(({ day, share, low, high, followedBefore }): Reading => {
    return { day, share, low, high, followed: followedBefore, ended: sumBefore(survival, day + 1, 'ended') }
  })
  const byDay = new Map([...stepped, ...read].map(reading => [reading.day, reading]))
  return [...byDay.values()].sort((a, b) => a.day - b.day)
}
