import * as z from 'zod'
import { assumptionSchema } from './assumptionSchemas.ts'
import { cashableSchema } from './budgetSchemas.ts'
import type { AssumptionKind } from './assumptions.ts'
import { kindsOfAssumption } from './assumptions.ts'
import { timings } from './presentValue.ts'
import { reductions } from './saving.ts'
import { idSchema, instantSchema, plainDateSchema, programmeIdSchema, slugSchema } from './valueSchemas.ts'

const count = z.int().min(0)
const pence = z.int()
/** Pence or minutes that were worked out, and are not whole. */
const worked = z.number()
const kind = z.enum(kindsOfAssumption as [AssumptionKind, ...AssumptionKind[]])

/** A seed of the draws: the same gives the same. */
export const seedSchema = z.coerce.number().int().min(0).max(4_294_967_295)

export const savingsQuestionSchema = z.strictObject({
  asAt: plainDateSchema.optional(),
  knownAt: instantSchema.optional(),
  seed: seedSchema.optional(),
})
export type SavingsQuestion = z.output<typeof savingsQuestionSchema>

/** The middle 95% of the draws, and out to the stated amount where that lies outside; their mean and their middle. */
const drawnSchema = z.object({ mean: pence, low: pence, middle: pence, high: pence })

/** What was worked out; null in the answer where a figure is missing. */
const estimateSchema = z.object({
  /** The council-paid hours at which the whole cost is saved, against the hours so far; null where an hour saves nothing. */
  breakEvenMinutes: count.nullable(),
  soFarMinutes: count,
  /** What an hour that the council paid for has saved so far, after everything is taken off. */
  perHourPence: worked.nullable(),
  soFar: z.object({ pence, range: drawnSchema }),
  yearly: z.object({ pence, range: drawnSchema }),
  /** Two years to come; null where how hours fade is not known. `shortened`: of these only the months that others were followed for. */
  ahead: z.object({ pence, range: drawnSchema, enterprises: count, shortened: count, leftOut: count, until: plainDateSchema }).nullable(),
  /** Five years at the present rate, cost taken off; null where the discount rate, or how hours fade, is not known. */
  value: z.object({ years: count, rate: worked, lost: worked, pence: z.record(z.enum(timings), pence) }).nullable(),
  /** In how many of the draws what was saved so far is more than what was spent so far. */
  chance: worked,
  draws: count,
  seed: count,
  /** A year at the present hours, from all hours to what is left; pence. */
  steps: z.object({
    allHours: pence,
    difference: pence,
    assessed: pence,
    /** Those that were recorded. */
    left: z.partialRecord(z.enum(reductions), pence),
    net: pence,
  }),
  /** A year of what the NHS does not have to pay; null where it cannot be said. */
  nhsYearlyPence: pence.nullable(),
  /** What the council pays for an hour now, on the whole: at that price nothing would be saved. */
  paysPerHourPence: worked.nullable(),
  swings: z.array(z.object({ kind, low: worked, high: worked, atLow: pence, atHigh: pence })),
  months: z.array(z.object({ month: plainDateSchema, cost: pence, saved: pence })),
  paidBack: z.object({ on: plainDateSchema.nullable(), flatMonths: worked.nullable() }),
})
export type SavingsEstimate = z.output<typeof estimateSchema>

/** What the council did not have to pay, as at a day and as known at an instant, with every figure that it rests on. Money is whole pence. */
export const savingsSchema = z.object({
  programme: programmeIdSchema,
  through: count,
  knownAt: instantSchema,
  method: z.string(),
  asAt: plainDateSchema,
  hours: z.object({
    /** Enterprises that trade now, those of them that told who pays, and those whose numbers the worker only thinks are so. */
    trading: count,
    told: count,
    estimates: count,
    /** In a week now: all care of those that told, and what the council or the NHS pays for. */
    allMinutes: count,
    paidMinutes: count,
    nhsMinutes: count,
  }),
  cost: z.object({ programmePence: count, soFarPence: count, grantsPence: pence }),
  missing: z.array(z.object({ kind, since: plainDateSchema })),
  /** Figures that were not recorded and are not needed: nothing is taken off for them. */
  notCounted: z.array(kind),
  estimate: estimateSchema.nullable(),
  /** What of it is cash: nothing, until the holder of a budget records that it fell. */
  cashable: cashableSchema,
  /** The figures from outside that hold on the day. */
  assumptions: z.array(assumptionSchema),
})
export type Savings = z.output<typeof savingsSchema>

export const savingsFigures = ['soFar', 'yearly', 'ahead', 'nhs', 'hours', 'grants'] as const
export type SavingsFigure = (typeof savingsFigures)[number]

export const savingsLinesQuestionSchema = savingsQuestionSchema.extend({ figure: z.enum(savingsFigures) })

/** The enterprises behind a figure: each with its hours, what they saved, and at which prices. */
export const savingsLinesSchema = z.object({
  figure: z.enum(savingsFigures),
  through: count,
  knownAt: instantSchema,
  asAt: plainDateSchema,
  /** The figure again: the sum of the rows' amounts, in pence, or in minutes a week for `hours`. */
  total: z.int(),
  rows: z.array(
    z.object({
      id: idSchema,
      reference: z.string(),
      name: z.string().nullable(),
      area: slugSchema.nullable(),
      /** Minutes that the council paid for: in all, or in a week. */
      minutes: count.nullable(),
      amount: z.int(),
      /** The versions of the figures that its amount rests on. */
      versions: z.array(count),
    }),
  ),
})
export type SavingsLines = z.output<typeof savingsLinesSchema>
