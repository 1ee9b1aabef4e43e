import * as z from 'zod'
import { idSchema, instantSchema, plainDateSchema, programmeIdSchema, slugSchema } from './valueSchemas.ts'
import { checkInMonths, legalForms } from './vocabulary.ts'

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
  /** Ran before we met them: in `n` and the funnel, apart from the parts and from survival. */
  existing: z.strictObject({ accepted: count, trading: count }),
  parts: z.array(partsSchema),
  survival: z.strictObject({
    n: count,
    ended: count,
    /** Lost touch, and followed only to the last confirmed contact. */
    lost: count,
    /** Began trading, and was never under observation: all that is known of it lies before survival is watched. */
    unwatched: count,
    at: z.array(z.strictObject({ day: count, share, low: share, high: share, exactLow: share, exactHigh: share, atRisk: count })),
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
 * `returns.current.jobs`, `existing.accepted`, `advisedOnly`, `cost.setUp`, `grantedPence`.
 */
export const figureSchema = z.string().regex(/^[a-zA-Z0-9-]{1,30}(\.[a-zA-Z0-9-]{1,30}){0,2}$/)

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
