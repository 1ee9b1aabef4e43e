import * as z from 'zod'
import type { Minutes } from './quantities.ts'

/** Care time in a normal week, in whole minutes. */
export const minutesSchema = z
  .int()
  .min(0)
  .max(10_000_000)
  .transform(value => value as Minutes)

/** Who pays for care: the person from a direct payment or a health budget, the council by contract, the person themselves, or nobody. */
export const payers = ['directPayment', 'healthBudget', 'councilContract', 'selfFunded', 'free'] as const
export type Payer = (typeof payers)[number]
/** What the hours are, personal care apart, which is asked by itself. */
export const careKinds = ['company', 'helpAtHome', 'breakForCarers', 'readyForWork', 'other'] as const
export type CareKind = (typeof careKinds)[number]
export const kindsSchema = z.strictObject({
  company: minutesSchema.optional(),
  helpAtHome: minutesSchema.optional(),
  breakForCarers: minutesSchema.optional(),
  readyForWork: minutesSchema.optional(),
  other: minutesSchema.optional(),
})
export const paidSchema = z.strictObject({
  directPayment: minutesSchema.optional(),
  healthBudget: minutesSchema.optional(),
  councilContract: minutesSchema.optional(),
  selfFunded: minutesSchema.optional(),
  free: minutesSchema.optional(),
})
