import type { Cohort, Parts } from '#domain/cohortSchemas.ts'
import type { Instant } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'

/** Nobody at a check-in. */
export const noParts = (months: Parts['months']): Parts => {
  return { months, due: 0, trading: 0, paused: 0, stopped: 0, notReached: 0, left: 0, awaited: 0, notYet: 0 }
}

type At = [day: number, share: number | null, low: number | null, high: number | null, atRisk: number]

/** A reading of the curve. */
export const at = (...[onDay, share, low, high, atRisk]: At): Cohort['survival']['at'][number] => {
  return { day: onDay, share, low, high, exactLow: low, exactHigh: high, atRisk }
}

const unread = [at(182, null, null, null, 0), at(365, null, null, null, 0), at(730, null, null, null, 0)]
/** Nobody began. */
export const nobody: Cohort['survival'] = { n: 0, ended: 0, lost: 0, unwatched: 0, at: unread, bounds: [], steps: [] }

/** The worked example of the figures: 133 of 171 began, 86 in 100 after two years, six lost touch. */
export const example: Cohort = {
  programme: 'example',
  through: 10,
  knownAt: '2018-06-30T10:00:00.000Z' as Instant,
  method: 'cohort-1',
  asAt: day('2018-06-30'),
  by: 'enquiry',
  from: null,
  to: null,
  area: null,
  form: null,
  n: 171,
  funnel: [
    { step: 'enquired', count: 171, of: 171 },
    { step: 'idea-agreed', count: 140, of: 171 },
    { step: 'constituted', count: 135, of: 171 },
    { step: 'registration-needed', count: 21, of: 171 },
    { step: 'registered', count: 17, of: 21 },
    { step: 'granted', count: 90, of: 171 },
    { step: 'trading', count: 133, of: 171 },
  ],
  grantedPence: 4_250_000,
  tradingNow: 112,
  advisedOnly: 38,
  declined: 0,
  existing: { accepted: 0, trading: 0, parts: [noParts(6), noParts(12), noParts(24)], followed: 0, ended: 0, lost: 0, at: unread },
  parts: [noParts(6), noParts(12), { ...noParts(24), due: 59, trading: 46, stopped: 8, notReached: 5, notYet: 74 }],
  survival: {
    ...nobody,
    n: 133,
    ended: 15,
    lost: 6,
    at: [at(182, 0.98, 0.94, 0.995, 127), at(365, 0.94, 0.88, 0.97, 98), at(730, 0.86, 0.76, 0.91, 46)],
    bounds: [{ day: 730, low: 0.8, high: 0.86 }],
    steps: [{ day: 731, share: 0.86, low: null, high: null, exactLow: 0.76, exactHigh: 0.91, atRisk: 46, ended: 0, censored: 46 }],
  },
  lasting: {
    quantiles: [0.25, 0.5, 0.75].map(part => ({ part, day: null, low: null, high: null, exactLow: 731, exactHigh: null })),
    restrictedMean: { until: 730, mean: 690.4, standardError: 8.2, ended: 15, low: 674.3, high: 706.5 },
    completeness: 0.97,
    medianFollowUp: 612,
  },
  endings: [],
  times: [],
  compared: null,
  maturity: { lastOn: day('2017-12-28'), days: 184, aged: 171 },
  returns: {
    latest: { enterprises: 120, jobs: 190, minutesPerWeek: 140_000, people: 640 },
    current: { enterprises: 112, jobs: 180, minutesPerWeek: 133_200, people: 600 },
  },
  cost: {
    pence: 13_500_000,
    setUp: 133,
    setUpOrAdvised: 171,
    perSetUp: 101_504,
    perSetUpOrAdvised: 78_947,
    perJob: 75_000,
    perPerson: 22_500,
    perJobAsOlderReports: 71_053,
    perPersonAsOlderReports: 21_094,
  },
}
