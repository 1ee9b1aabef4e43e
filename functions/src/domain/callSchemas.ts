import * as z from 'zod'
import { kindsSchema, paidSchema } from './hoursSchemas.ts'
import { plainDateSchema } from './valueSchemas.ts'
import { checkInMonths } from './vocabulary.ts'

const count = z.int().min(0)
const day = plainDateSchema.nullable()

/** What a call is for, and what was told last time. */
export const callSchema = z.object({
  /** The check-in that an answer today settles; null where the call is for the numbers alone. */
  month: z.literal([...checkInMonths]).nullable(),
  dueOn: day,
  /** From this day on an unanswered check-in shows them as "lost touch". */
  graceEndsOn: day,
  /** The days on which nobody answered. */
  triedOn: z.array(plainDateSchema),
  settles: z.array(z.enum(['check-in', 'numbers', 'check-date', 'change', 'to-do'])),
  last: z
    .object({
      on: plainDateSchema,
      goodUntil: plainDateSchema,
      /** Still carried forward; else only what was said once. */
      isCurrent: z.boolean(),
      /** The worker only thought so. */
      isEstimate: z.boolean(),
      people: count.nullable(),
      minutesPerWeek: count.nullable(),
      jobs: count.nullable(),
      councilPaidMinutes: count.nullable(),
      personalCareMinutes: count.nullable(),
      paid: paidSchema.nullable(),
      kinds: kindsSchema.nullable(),
    })
    .nullable(),
  /** What the hours are split by, where the programme asks for it. */
  splits: z.array(z.enum(['payers', 'kinds'])),
  /** One full-time job, in minutes a week. */
  fullTimeMinutes: count,
})
export type Call = z.output<typeof callSchema>
