import * as z from 'zod'
import { idSchema, instantSchema, penceSchema, plainDateSchema } from './valueSchemas.ts'

const version = z.int().min(1)
const fall = { pencePerYear: penceSchema.refine(pence => pence > 0, 'a budget fell by more than nothing'), fellOn: plainDateSchema }
const stamp = { version, recordedAt: instantSchema, recordedBy: idSchema }

/** A budget's record as it is kept: what the budget is called stands in a row that can be emptied. */
export const budgetRowSchema = z.discriminatedUnion('of', [
  z.strictObject({ ...stamp, of: z.literal('fall'), ...fall, textId: idSchema }),
  z.strictObject({ ...stamp, of: z.literal('taken-back'), takesBack: version }),
])

/** What the holder of a budget records: which budget fell, by how much a year, and when; or that this is taken back. */
export const newBudgetRecordSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('fall'), ...fall, budget: z.string().trim().min(1).max(120) }),
  z.strictObject({ of: z.literal('taken-back'), takesBack: version }),
])
export type NewBudgetRecord = z.output<typeof newBudgetRecordSchema>

/** A budget that fell, as it travels: by whom it was recorded is part of the claim. `budget` is null where its words were emptied. */
const budgetFallSchema = z.object({
  version,
  pencePerYear: z.int(),
  fellOn: plainDateSchema,
  budget: z.string().nullable(),
  recordedAt: instantSchema,
  recordedBy: z.object({ oid: idSchema, label: z.string().nullable() }),
})

/** What of a saving is cash: the budgets that fell, and what they come to in a year. */
export const cashableSchema = z.object({ pencePerYear: z.int(), falls: z.array(budgetFallSchema) })
export type Cashable = z.output<typeof cashableSchema>
