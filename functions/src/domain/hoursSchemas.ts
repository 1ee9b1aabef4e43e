import * as z from 'zod'
import type { Minutes } from './quantities.ts'

/** Care time in a normal week, in whole minutes. */
export const minutesSchema = z
  .int()
  .min(0)
  .max(10_000_000)
  .transform(value => value as Minutes)

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
