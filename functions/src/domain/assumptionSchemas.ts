import * as z from 'zod'
import type { AssumptionKind } from './assumptions.ts'
import { assumptionKinds, confidences, kindsOfAssumption, wholeShare } from './assumptions.ts'
import { mostPencePerHour } from './quantities.ts'
import { idSchema, instantSchema, plainDateSchema, programmeIdSchema } from './valueSchemas.ts'

const kind = z.enum(kindsOfAssumption as [AssumptionKind, ...AssumptionKind[]])
const number = z.int().min(0)
const rangeSchema = z.strictObject({ low: number, central: number, high: number })
const confidence = z.enum(confidences)

/** The most that a figure of a kind can be, in its own unit. */
const mostOf = (of: AssumptionKind): number => (assumptionKinds[of] === 'share' ? wholeShare : mostPencePerHour)

/** A figure from outside as it is kept: no words, those that say where it is from stand in a row that can be emptied. */
export const assumptionRowSchema = z.strictObject({
  version: z.int().min(1),
  kind,
  value: rangeSchema.nullable(),
  effectiveFrom: plainDateSchema,
  confidence,
  textId: idSchema,
  recordedAt: instantSchema,
  recordedBy: idSchema,
})

/** A figure from outside as somebody records it: from which day it holds, and where it is from. `value` null: it is no longer known. */
export const newAssumptionSchema = z
  .strictObject({
    kind,
    value: rangeSchema.nullable(),
    effectiveFrom: plainDateSchema,
    source: z.string().trim().min(1).max(300),
    confidence,
  })
  .refine(({ value }) => !value || (value.low <= value.central && value.central <= value.high), {
    path: ['value'],
    message: 'the lowest comes first, then the most likely, then the highest',
  })
  .refine(({ kind: of, value }) => !value || value.high <= mostOf(of), {
    path: ['value', 'high'],
    message: 'a share is at most all of it, and an hour of care costs at most £200',
  })
export type NewAssumption = z.output<typeof newAssumptionSchema>

/** A figure from outside as it travels; `source` is null where its words were emptied, `recordedBy` where the reader may not see who. */
export const assumptionSchema = z.object({
  version: z.int().min(1),
  kind,
  value: rangeSchema.nullable(),
  effectiveFrom: plainDateSchema,
  confidence,
  source: z.string().nullable(),
  recordedAt: instantSchema,
  recordedBy: z.object({ oid: idSchema, label: z.string().nullable() }).nullable(),
})
export type AssumptionAnswer = z.output<typeof assumptionSchema>

/** Every figure that was recorded, the newest first. `version` is what a change is made against. */
export const assumptionsSchema = z.object({
  programme: programmeIdSchema,
  version: z.int().min(0),
  assumptions: z.array(assumptionSchema),
})
export type AssumptionsAnswer = z.output<typeof assumptionsSchema>
