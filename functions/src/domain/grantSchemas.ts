import * as z from 'zod'
import {
  accountChecks,
  clawbackReasons,
  closings,
  flagAnswers,
  flagQuestions,
  paymentReferencePattern,
  ruleResults,
} from './grantVocabulary.ts'
import { idSchema, penceSchema, plainDateSchema, slugSchema, textIdSchema } from './valueSchemas.ts'
import { capacityGaps } from './vocabulary.ts'

/** The most that rules, members of a panel and the like may be. */
const most = 12

export const paymentReferenceSchema = z.string().regex(paymentReferencePattern)

/** A grant's number within its pot: 121 is G-0121. */
export const grantNumberSchema = z.int().min(1).max(99_999)

/** How finance made sure of the account, and when. */
const accountSchema = z.strictObject({ how: z.enum(accountChecks), checkedOn: plainDateSchema })

/** The pot's rules by their slugs, and how far each is met. Why one was waived stands in a row that can be emptied. */
const rulesSchema = z
  .array(z.strictObject({ rule: slugSchema, result: z.enum(ruleResults), textId: textIdSchema }))
  .max(most)
  .optional()

/** Who sat on the panel, and who of them declared an interest and is not counted. */
const panelSchema = z.strictObject({ present: z.array(idSchema).max(most), interested: z.array(idSchema).max(most) }).optional()

const grantId = idSchema
const textId = textIdSchema

/** What each entry of a grant holds, from the recommendation to its close. */
export const grantSchemas = {
  'grant-recommended': z.strictObject({
    grantId,
    pot: idSchema,
    number: grantNumberSchema,
    pence: penceSchema,
    gap: z.enum(capacityGaps),
    /** What a programme asks beside its rules. */
    flags: z.partialRecord(z.enum(flagQuestions), z.enum(flagAnswers)).optional(),
    /** What it is for. */
    textId,
    whyTextId: textIdSchema,
  }),
  'grant-assessed': z.strictObject({ grantId, pence: penceSchema, recommends: z.boolean(), rules: rulesSchema, textId }),
  'grant-sent-back': z.strictObject({ grantId, textId }),
  'grant-turned-down': z.strictObject({ grantId, rules: rulesSchema, panel: panelSchema, textId }),
  'grant-decided': z.strictObject({
    grantId,
    pence: penceSchema,
    gap: z.enum(capacityGaps),
    rules: rulesSchema,
    panel: panelSchema,
    textId,
  }),
  /** The letter with the offer. Under the Act it holds the notice of minimal financial assistance. */
  'grant-offered': z.strictObject({ grantId }),
  'grant-accepted': z.strictObject({
    grantId,
    /** Under the Act: they confirmed in writing that they may take it. */
    confirmed: z.boolean().optional(),
    /** Under the Act: other help of that kind that they told us of, in the years that count. */
    earlierPence: penceSchema.optional(),
  }),
  'grant-verified': z.strictObject({ grantId, account: accountSchema }),
  'grant-paid': z.strictObject({
    grantId,
    pence: penceSchema,
    account: accountSchema.optional(),
    reference: paymentReferenceSchema.optional(),
    /** The day by which receipts are due, by the fund's rules as they were then. */
    evidenceDueOn: plainDateSchema.optional(),
  }),
  'grant-evidence-seen': z.strictObject({ grantId, pence: penceSchema, textId }),
  'grant-returned': z.strictObject({ grantId, pence: penceSchema, reference: paymentReferenceSchema.optional() }),
  'grant-asked-back': z.strictObject({ grantId, pence: penceSchema, reason: z.enum(clawbackReasons), textId }),
  'grant-clawed-back': z.strictObject({ grantId, pence: penceSchema, reference: paymentReferenceSchema.optional() }),
  'grant-written-off': z.strictObject({ grantId, pence: penceSchema, textId }),
  'grant-closed': z.strictObject({ grantId, why: z.enum(closings), textId }),
  /** Somebody knows them, or is of their family: they settle no money of theirs. */
  'interest-declared': z.strictObject({ person: idSchema }),
} as const
