import * as z from 'zod'
import { callSchema } from './callSchemas.ts'
import { followUpOwners } from './programmeRules.ts'
import { idSchema, plainDateSchema, programmeIdSchema, slugSchema } from './valueSchemas.ts'
import { standingSchema } from './wireSchemas.ts'

/** What travels about the follow-up: the update round, what comes after the money, and closing a programme. */

const count = z.int().min(0)
const day = plainDateSchema.nullable()

/** Everyone due for a call about the follow-up. `name` and `phone` are null for those who may not see them. */
export const updateRoundSchema = z.object({
  programme: programmeIdSchema,
  through: count,
  today: plainDateSchema,
  rows: z.array(
    z.object({
      id: idSchema,
      n: count,
      reference: z.string(),
      name: z.string().nullable(),
      phone: z.string().nullable(),
      area: slugSchema.nullable(),
      catalyst: idSchema.nullable(),
      standing: standingSchema,
      /** Since when the check-in or the numbers are due. */
      dueOn: plainDateSchema,
      call: callSchema,
    }),
  ),
})
export type UpdateRound = z.output<typeof updateRoundSchema>
export type RoundRow = UpdateRound['rows'][number]

/** What comes after the funded period, from today's record, and who rings then. */
export const afterFundingSchema = z.object({
  programme: programmeIdSchema,
  today: plainDateSchema,
  endsOn: plainDateSchema,
  checkIns: count,
  twoYear: count,
  /** Two-year check-ins after the money that nobody would make. */
  twoYearWithoutOwner: count,
  months: z.array(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), checkIns: count, twoYear: count })),
  lastOn: day,
  followUpUntil: day,
  /** Whoever begins after this day has the two-year check-in when the money has ended. */
  startsBeyond: plainDateSchema,
  followUpBy: z.enum(followUpOwners),
  followUpOwner: z.string().nullable(),
  followUpPerson: idSchema.nullable(),
  /** From six months before the money ends. */
  isEndNear: z.boolean(),
  closedOn: day,
})
export type AfterFundingAnswer = z.output<typeof afterFundingSchema>

/** What closing a programme comes to, or would come to. */
export const closingSchema = z.object({
  programme: programmeIdSchema,
  dryRun: z.boolean(),
  /** The day it closed; null while records are still to be handed over, and in a dry run. */
  closedOn: day,
  /** Open records, how many of them this call handed over, and how many are left: ask again until none is. */
  records: count,
  handed: count,
  left: count,
  /** Who takes them, and how many each. */
  owners: z.array(z.object({ oid: idSchema, label: z.string().nullable(), records: count })),
  /** Check-ins that go on after today, and the two-year ones among them. */
  checkIns: count,
  twoYear: count,
  twoYearWithoutOwner: count,
})
export type Closing = z.output<typeof closingSchema>
