import * as z from 'zod'
import { grantSchemas } from './grantSchemas.ts'
import { ruleResults } from './grantVocabulary.ts'
import { idSchema, plainDateSchema, slugSchema } from './valueSchemas.ts'

/** Words a person typed. They go into a row that can be emptied; the entry only points there. */
const wordsSchema = z.string().trim().min(1).max(2_000)
const note = wordsSchema.optional()

/** How far each rule of the pot is met. Who waives one says why. */
const rulesSchema = z
  .array(
    z
      .strictObject({ rule: slugSchema, result: z.enum(ruleResults), why: z.string().trim().min(1).max(500).optional() })
      .refine(({ result, why }) => result !== 'waived' || why !== undefined, { path: ['why'], error: 'a rule is waived with a reason' }),
  )
  .max(12)
  .optional()

const of = <K extends string>(kind: K) => ({ kind: z.literal(kind), happenedOn: plainDateSchema, grantId: idSchema })
const shapes = grantSchemas

/** Every step of a grant, as it comes over the wire. The server gives a grant its id and its number. */
export const grantCommands = [
  z.strictObject({
    kind: z.literal('recommend-grant'),
    happenedOn: plainDateSchema,
    pot: idSchema,
    pence: shapes['grant-recommended'].shape.pence,
    gap: shapes['grant-recommended'].shape.gap.exclude(['not-recorded']),
    flags: shapes['grant-recommended'].shape.flags,
    /** What it is for, and why: both are read on one screen by who decides. */
    purpose: wordsSchema,
    why: z.string().trim().min(1).max(500),
    /** Of one that was sent back: it keeps its number. */
    grantId: idSchema.optional(),
  }),
  z.strictObject({
    ...of('assess-grant'),
    pence: shapes['grant-assessed'].shape.pence,
    recommends: z.boolean(),
    rules: rulesSchema,
    note: wordsSchema,
  }),
  z.strictObject({
    ...of('decide-grant'),
    outcome: z.enum(['yes', 'no', 'ask-for-more']),
    /** What is granted: no more than was asked for. Left out unless the answer is yes. */
    pence: shapes['grant-decided'].shape.pence.optional(),
    rules: rulesSchema,
    panel: shapes['grant-decided'].shape.panel,
    /** The reasons, as they are published. */
    note: wordsSchema,
  }),
  z.strictObject(of('offer-grant')),
  z.strictObject({
    ...of('accept-grant'),
    confirmed: shapes['grant-accepted'].shape.confirmed,
    earlierPence: shapes['grant-accepted'].shape.earlierPence,
  }),
  z.strictObject({ ...of('verify-grant'), account: shapes['grant-verified'].shape.account }),
  z.strictObject({
    ...of('pay-grant'),
    pence: shapes['grant-paid'].shape.pence,
    account: shapes['grant-paid'].shape.account,
    reference: shapes['grant-paid'].shape.reference,
  }),
  z.strictObject({ ...of('see-evidence'), pence: shapes['grant-evidence-seen'].shape.pence, note }),
  z.strictObject({
    ...of('take-back-unspent'),
    pence: shapes['grant-returned'].shape.pence,
    reference: shapes['grant-returned'].shape.reference,
  }),
  z.strictObject({
    ...of('ask-grant-back'),
    pence: shapes['grant-asked-back'].shape.pence,
    reason: shapes['grant-asked-back'].shape.reason,
    note: wordsSchema,
  }),
  z.strictObject({
    ...of('recover-grant'),
    pence: shapes['grant-clawed-back'].shape.pence,
    reference: shapes['grant-clawed-back'].shape.reference,
  }),
  z.strictObject({ ...of('write-off-grant'), pence: shapes['grant-written-off'].shape.pence, note: wordsSchema }),
  z.strictObject({ ...of('close-grant'), why: shapes['grant-closed'].shape.why, note }),
  /** Of oneself; of a colleague who said so, by whoever leads. */
  z.strictObject({ kind: z.literal('declare-interest'), happenedOn: plainDateSchema, person: idSchema }),
] as const

/** A step of a grant. */
export type GrantCommand = z.output<(typeof grantCommands)[number]>
export type GrantCommandKind = GrantCommand['kind']
