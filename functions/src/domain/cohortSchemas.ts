import * as z from 'zod'
import { compareBys } from './comparing.ts'
import { idSchema, instantSchema, plainDateSchema, programmeIdSchema, slugSchema } from './valueSchemas.ts'
import { checkInMonths, endings, legalForms } from './vocabulary.ts'

const count = z.int().min(0)
const share = z.number().min(0).max(1).nullable()

/** The question behind every figure of a cohort. The same question has the same answer for ever. */
export const cohortQuestionSchema = z.strictObject({
  /** What is counted is what had happened by the end of this day; today where it is left out. */
  asAt: plainDateSchema.optional(),
  /** Using only what we knew by this moment. */
  knownAt: instantSchema.optional(),
  /** Enterprises are chosen by when they enquired, or by when they began to trade. */
  by: z.enum(['enquiry', 'trading']).default('enquiry'),
  from: plainDateSchema.optional(),
  to: plainDateSchema.optional(),
  area: slugSchema.optional(),
  form: z.enum(legalForms).optional(),
  /** Groups of the same enterprises side by side, besides. */
  compare: z.enum(compareBys).optional(),
})
export type CohortQuestion = z.output<typeof cohortQuestionSchema>

export const funnelSteps = ['enquired', 'idea-agreed', 'constituted', 'registration-needed', 'registered', 'granted', 'trading'] as const
export type FunnelStep = (typeof funnelSteps)[number]

const partsSchema = z.strictObject({
  months: z.literal([...checkInMonths]),
  due: count,
  trading: count,
  paused: count,
  stopped: count,
  notReached: count,
  left: count,
  awaited: count,
  /** Began trading less than so many months ago. Not part of `due`. */
  notYet: count,
})
export type Parts = z.output<typeof partsSchema>

const totalsSchema = z.strictObject({ enterprises: count, jobs: count, minutesPerWeek: count, people: count })
export type ReturnTotals = z.output<typeof totalsSchema>

const readingSchema = z.strictObject({
  day: count,
  share,
  low: share,
  high: share,
  exactLow: share,
  exactHigh: share,
  atRisk: count,
})

/** A day counted from the start, or the middle of two; null where it is not reached. */
const reachedDay = z.number().min(0).nullable()

const quantileSchema = z.strictObject({
  /** By `day` so large a part had ended, or had come to the end of the step. */
  part: z.number().min(0).max(1),
  day: reachedDay,
  low: reachedDay,
  high: reachedDay,
  /** Beta product limits, as every screen shows them. */
  exactLow: reachedDay,
  exactHigh: reachedDay,
})
export type Quantile = z.output<typeof quantileSchema>

const incidenceSchema = z.strictObject({ day: count, share, standardError: z.number().min(0).nullable(), low: share, high: share })

const lastingSchema = z.strictObject({
  quantiles: z.array(quantileSchema),
  /** Mean days trading out of the first `until`; null where nobody was followed so far. No range on fewer than five endings. */
  restrictedMean: z
    .strictObject({
      until: count,
      mean: z.number(),
      standardError: z.number(),
      ended: count,
      low: z.number().nullable(),
      high: z.number().nullable(),
    })
    .nullable(),
  /** Days under observation, of those that could have been (Clark's C). */
  completeness: share,
  /** Median days of follow-up, by the reverse Kaplan–Meier method. */
  medianFollowUp: reachedDay,
})

const endedInOneWaySchema = z.strictObject({
  ending: z.enum(endings),
  count,
  /** How many days each had traded, in order. */
  days: z.array(count),
  /** Cumulative incidence (Aalen–Johansen), with log(−log) limits. */
  at: z.array(incidenceSchema),
})
export type EndedInOneWay = z.output<typeof endedInOneWaySchema>

/** Steps that are timed, from what begins them to what ends them. */
export const timedSteps = [
  'enquiry-accepted',
  'accepted-idea',
  'idea-set-up',
  'sent-registered',
  'asked-paid',
  'set-up-trading',
  'enquiry-trading',
] as const
export type TimedStep = (typeof timedSteps)[number]

const stepTimeSchema = z.strictObject({
  step: z.enum(timedSteps),
  /** Reached its end, left before, and still open: together those that began it. Out of order are those whose days contradict it. */
  begun: count,
  reached: count,
  left: count,
  open: count,
  outOfOrder: count,
  /** By `day` so large a part had come to the end, with log-log limits. */
  quantiles: z.array(quantileSchema.omit({ exactLow: true, exactHigh: true })),
  /** The share that had come to the end by so many days, with log(−log) limits; nothing where too few began. */
  at: z.array(incidenceSchema),
  /** The ages of those still open, in order. */
  openDays: z.array(count),
})
export type StepTime = z.output<typeof stepTimeSchema>

const maturitySchema = z.strictObject({
  /** The day of the last enquiry, and how many days ago that was. */
  lastOn: plainDateSchema.nullable(),
  days: count.nullable(),
  /** Enquired at least 180 days ago. */
  aged: count,
})

const groupSchema = z.strictObject({
  /** Its area, legal form, service or year; `-` where that is not known. */
  group: z.string(),
  n: count,
  ended: count,
  /** Of those that ended, because it was not working. */
  notWorking: count,
  at: z.array(readingSchema),
})
export type ComparedGroup = z.output<typeof groupSchema>

/** The log-rank test, or why there is none. */
const logRankSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('worked-out'),
    chiSquare: z.number(),
    degrees: count,
    p: z.number(),
    groups: z.array(z.strictObject({ group: z.string(), n: count, ended: count, expected: z.number() })),
  }),
  z.strictObject({ kind: z.literal('nothing-ended') }),
  z.strictObject({ kind: z.literal('too-few-ended'), ended: count }),
  z.strictObject({ kind: z.literal('one-group-at-risk') }),
  z.strictObject({ kind: z.literal('no-chance-left') }),
  z.strictObject({ kind: z.literal('never-side-by-side') }),
  z.strictObject({ kind: z.literal('groups-overlap') }),
])
export type TestAnswer = z.output<typeof logRankSchema>

const comparedSchema = z.strictObject({
  by: z.enum(compareBys),
  groups: z.array(groupSchema),
  logRank: logRankSchema,
  /** The same within the year they began, all years together; null where years are compared, and for services. */
  withinYears: logRankSchema.nullable(),
})

/** Ran before we met them: in `n` and the funnel, apart from the parts and from survival, by a measure of their own. */
const existingSchema = z.strictObject({
  accepted: count,
  trading: count,
  /** Where they stood so many months after we accepted them. */
  parts: z.array(partsSchema),
  /** Followed since we accepted them, and of those stopped and lost. */
  followed: count,
  ended: count,
  lost: count,
  at: z.array(readingSchema),
})

export const cohortSchema = z.strictObject({
  programme: programmeIdSchema,
  /** The log number that the answer rests on, and when it was recorded: ask with this `knownAt` for the same answer later. */
  through: count,
  knownAt: instantSchema,
  method: z.string(),
  asAt: plainDateSchema,
  by: z.enum(['enquiry', 'trading']),
  from: plainDateSchema.nullable(),
  to: plainDateSchema.nullable(),
  area: slugSchema.nullable(),
  form: z.enum(legalForms).nullable(),
  /** Enterprises in the cohort. */
  n: count,
  funnel: z.array(z.strictObject({ step: z.enum(funnelSteps), count, of: count })),
  grantedPence: count,
  /** Trading on the day, and not lost touch with. */
  tradingNow: count,
  advisedOnly: count,
  declined: count,
  existing: existingSchema,
  parts: z.array(partsSchema),
  survival: z.strictObject({
    n: count,
    ended: count,
    /** Lost touch, and followed only to the last confirmed contact. */
    lost: count,
    /** Began trading, and was never under observation: all that is known of it lies before survival is watched. */
    unwatched: count,
    at: z.array(readingSchema),
    /** If all those we lost had closed the day after, and if all still traded. */
    bounds: z.array(z.strictObject({ day: count, low: share, high: share })),
    steps: z.array(
      z.strictObject({
        day: count,
        share: z.number(),
        low: share,
        high: share,
        /** Beta product limits, as drawn on every screen. */
        exactLow: share,
        exactHigh: share,
        atRisk: count,
        ended: count,
        censored: count,
      }),
    ),
  }),
  lasting: lastingSchema,
  /** How those in the curve ended that did: their counts add up to its `ended`. */
  endings: z.array(endedInOneWaySchema),
  times: z.array(stepTimeSchema),
  maturity: maturitySchema,
  /** Groups side by side, where that was asked. */
  compared: comparedSchema.nullable(),
  returns: z.strictObject({ latest: totalsSchema, current: totalsSchema }),
  cost: z.strictObject({
    pence: count,
    setUp: count,
    setUpOrAdvised: count,
    /** Whole pence, rounded half away from zero; null where there is nothing to divide by, or the question is of a part of the programme. */
    perSetUp: count.nullable(),
    perSetUpOrAdvised: count.nullable(),
    perJob: count.nullable(),
    perPerson: count.nullable(),
    perJobAsOlderReports: count.nullable(),
    perPersonAsOlderReports: count.nullable(),
  }),
})
export type Cohort = z.output<typeof cohortSchema>

/**
 * Which figure a line list stands behind: `funnel.trading`, `parts.24.notReached`, `survival.ended`, `survival.atRisk.730`,
 * `returns.current.jobs`, `existing.accepted`, `existingParts.24.trading`, `endings.took-job`,
 * `times.idea-set-up.open`, `by-area.north.ended`, `advisedOnly`, `cost.setUp`, `grantedPence`.
 */
export const figureSchema = z.string().regex(/^[a-zA-Z0-9_-]{1,40}(\.[a-zA-Z0-9_-]{1,40}){0,2}$/)

export const linesQuestionSchema = cohortQuestionSchema.extend({ figure: figureSchema })

export const linesSchema = z.strictObject({
  figure: figureSchema,
  through: count,
  knownAt: instantSchema,
  asAt: plainDateSchema,
  /** The figure again: as many rows as this where `adds` is `rows`, else the sum of the rows' values. */
  total: count,
  adds: z.enum(['rows', 'values']),
  rows: z.array(
    z.strictObject({
      id: idSchema,
      reference: z.string(),
      name: z.string().nullable(),
      area: slugSchema.nullable(),
      form: z.enum(legalForms).nullable(),
      /** The day that puts the row in the list. */
      on: plainDateSchema.nullable(),
      value: count.nullable(),
    }),
  ),
})
export type Lines = z.output<typeof linesSchema>
