import * as z from 'zod'
import { stuckSteps } from './programmeRules.ts'
import { idSchema, plainDateSchema, programmeIdSchema, referenceSchema, slugSchema } from './valueSchemas.ts'
import { openTaskSchema } from './taskSchemas.ts'
import { todayGroups } from './todayQuestion.ts'
import { changeKinds, checkInMonths } from './vocabulary.ts'
import { standingSchema } from './wireSchemas.ts'

/** What travels of Today: why an enterprise needs somebody, in codes and days. The tab says it in words. */

const on = plainDateSchema
const due = { on }
const waiting = { on, since: plainDateSchema }

/** One reason why an enterprise needs somebody. `on` is the day it is due: what lies before today is late, where it can be late at all. */
export const reasonSchema = z.discriminatedUnion('kind', [
  openTaskSchema,
  z.object({ kind: z.literal('enquiry'), ...waiting, within: z.int().min(0) }),
  z.object({ kind: z.literal('privacy'), ...waiting }),
  z.object({ kind: z.literal('check-in'), ...due, month: z.literal([...checkInMonths]), lostFrom: plainDateSchema, tried: z.int().min(0) }),
  /** How many people and hours: asked for twice a year. */
  z.object({ kind: z.literal('numbers'), ...due, tried: z.int().min(0) }),
  /**
   * Insurance runs out on its day; other checks are looked at again by theirs. `undecided` is one that was seen and is to be settled.
   * `name` is what the programme calls it, where it says.
   */
  z.object({
    kind: z.literal('check'),
    ...due,
    check: slugSchema,
    ends: z.boolean(),
    undecided: z.literal(true).optional(),
    name: z.string().optional(),
  }),
  z.object({ kind: z.literal('cqc-check'), ...due, because: z.enum(['lapsed', 'changed']), what: z.enum(changeKinds).nullable() }),
  /** CQC plans to say no: the last of the 28 days to reply, by our count from the day of service. */
  z.object({ kind: z.literal('cqc-notice'), ...due, servedOn: plainDateSchema }),
  /** CQC has the application. `on` is the end of CQC's own aim of ten weeks, and never late. */
  z.object({ kind: z.literal('with-cqc'), ...waiting }),
  z.object({ kind: z.literal('grant-unpaid'), ...waiting, grantId: idSchema, number: z.int().min(1).nullable(), pence: z.int().min(0) }),
  /** More was asked for before anybody decides. */
  z.object({ kind: z.literal('grant-sent-back'), ...waiting, grantId: idSchema, number: z.int().min(1), pence: z.int().min(0) }),
  /** Receipts for what was paid, by the day that was agreed. */
  z.object({ kind: z.literal('grant-receipts'), ...waiting, grantId: idSchema, number: z.int().min(1), pence: z.int().min(0) }),
  z.object({ kind: z.literal('change'), ...waiting, what: z.enum(changeKinds) }),
  z.object({ kind: z.literal('handover'), ...due, to: idSchema, from: idSchema }),
  z.object({ kind: z.literal('silent'), ...waiting }),
  z.object({ kind: z.literal('stuck'), ...waiting, step: z.enum(stuckSteps) }),
])
export type Reason = z.output<typeof reasonSchema>
export type ReasonKind = Reason['kind']

const enterprise = {
  id: idSchema,
  n: z.int().min(0),
  reference: referenceSchema,
  /** Null for those who may not see names. */
  name: z.string().nullable(),
  area: slugSchema.nullable(),
  catalyst: idSchema.nullable(),
}

/** One enterprise with all its reasons, the most urgent first. */
export const todayRowSchema = z.object({ ...enterprise, group: z.enum(todayGroups), reasons: z.array(reasonSchema).min(1) })
export type TodayRow = z.output<typeof todayRowSchema>

/** One that has gone long without a call. `since` is the last day on which somebody there was reached, or the day they were taken on. */
export const quietRowSchema = z.object({
  ...enterprise,
  since: plainDateSchema,
  standing: standingSchema,
  tradingFrom: plainDateSchema.nullable(),
})
export type QuietRow = z.output<typeof quietRowSchema>

const count = z.int().min(0)

/** Work that waits with one catalyst, so that it can be shared out. It holds no result of anyone's work. */
export const loadSchema = z.object({
  /** Null where nobody works on them. */
  catalyst: idSchema.nullable(),
  open: count,
  overdue: count,
  thisWeek: count,
  silent: count,
  stuck: count,
})
export type Load = z.output<typeof loadSchema>

export const todaySchema = z.object({
  programme: programmeIdSchema,
  through: count,
  today: plainDateSchema,
  whose: z.enum(['mine', 'everyone']),
  /** How many open records are the reader's own. */
  mine: count,
  /** How many rows the reader's own list has, and everybody's; null for those who may not see everyone's. */
  counts: z.object({ mine: count, everyone: count.nullable() }),
  silentDays: count,
  rows: z.array(todayRowSchema),
  /** Of the reader's own, those that have gone longest without a call; empty unless nothing is due today. */
  quiet: z.array(quietRowSchema),
  /** Only in everyone's. */
  load: z.array(loadSchema).nullable(),
  caseload: count,
})
export type Today = z.output<typeof todaySchema>
