import * as z from 'zod'
import { correctionSchemas, factIdSchema, happeningSchemas, idSchema, plainDateSchema } from './schemas.ts'
import { correctionReasons, registers, legalForms } from './vocabulary.ts'

/** Words a person typed. They go into a row that can be emptied; the fact only points there. */
const noteSchema = z.string().trim().max(10_000).optional()
const identifierTypedSchema = z.string().trim().min(1).max(20).optional()

const dated = { happenedOn: plainDateSchema }
const noted = { happenedOn: plainDateSchema, note: noteSchema }
const shapes = happeningSchemas

/** Every change to a case that is already there, as it comes over the wire. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), ...noted, origin: shapes.accepted.shape.origin }),
  z.strictObject({ kind: z.literal('advise-only'), ...noted }),
  z.strictObject({ kind: z.literal('decline'), ...noted, reason: shapes.declined.shape.reason }),
  z.strictObject({ kind: z.literal('assign'), ...dated, catalyst: idSchema }),
  z.strictObject({ kind: z.literal('agree-idea'), ...noted, shapedWithPeople: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('choose-form'), ...dated, form: z.enum(legalForms) }),
  z.strictObject({
    kind: z.literal('constitute'),
    ...dated,
    form: z.enum(legalForms),
    register: z.enum(registers).optional(),
    identifier: identifierTypedSchema,
  }),
  z.strictObject({ kind: z.literal('record-scoping'), ...noted, outcome: shapes.scoped.shape.outcome }),
  z.strictObject({
    kind: z.literal('advance-registration'),
    ...noted,
    to: shapes['registration-moved'].shape.to,
    providerId: shapes['registration-moved'].shape.providerId,
    locationIds: shapes['registration-moved'].shape.locationIds,
  }),
  z.strictObject({
    kind: z.literal('award-grant'),
    ...noted,
    pence: shapes['grant-decided'].shape.pence,
    gap: shapes['grant-decided'].shape.gap,
  }),
  z.strictObject({ kind: z.literal('pay-grant'), ...dated, grantId: idSchema, pence: shapes['grant-paid'].shape.pence }),
  z.strictObject({ kind: z.literal('begin-trading'), ...dated }),
  z.strictObject({
    kind: z.literal('answer-check-in'),
    ...noted,
    month: shapes['check-in-answered'].shape.month,
    answer: shapes['check-in-answered'].shape.answer,
  }),
  z.strictObject({ kind: z.literal('miss-check-in'), ...dated, month: shapes['check-in-missed'].shape.month }),
  z.strictObject({ kind: z.literal('record-care-return'), ...dated, ...shapes['care-return'].shape }),
  z.strictObject({
    kind: z.literal('log-contact'),
    ...noted,
    reached: z.boolean(),
    heard: shapes.contact.shape.heard,
    channel: shapes.contact.shape.channel,
    minutes: shapes.contact.shape.minutes,
  }),
  z.strictObject({ kind: z.literal('pause'), ...noted }),
  z.strictObject({ kind: z.literal('resume'), ...dated }),
  z.strictObject({ kind: z.literal('stop'), ...noted, ending: shapes.stopped.shape.ending }),
  z.strictObject({ kind: z.literal('leave-sight'), ...noted, leaving: shapes['left-sight'].shape.leaving }),
  z.strictObject({ kind: z.literal('reopen'), ...noted }),
  z.strictObject({
    kind: z.literal('withdraw'),
    of: factIdSchema,
    reason: correctionSchemas.withdraw.shape.reason,
    note: noteSchema,
    /** Takes back the entry with all that put it right before, so that none of its versions counts. Left out, only this one version. */
    whole: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('replace'),
    of: factIdSchema,
    reason: z.enum(correctionReasons),
    happenedOn: plainDateSchema,
    /** The whole data of the right entry, of the kind of the one it replaces; left out, only the day changes. */
    data: correctionSchemas.replace.shape.data.optional(),
    note: noteSchema,
  }),
])

/** A change to a case, as typed. */
export type TypedCommand = z.output<typeof commandSchema>
export type CommandKind = TypedCommand['kind']

/** The enquiry that begins a case. Name and contact details go to the person's row, never into a fact. */
export const enquirySchema = z.strictObject({
  happenedOn: plainDateSchema.optional(),
  /** What the enterprise, or the person who got in touch, is called. */
  name: z.string().trim().min(1).max(200),
  wants: noteSchema,
  area: happeningSchemas.enquired.shape.area,
  ventureKind: happeningSchemas.enquired.shape.ventureKind,
  /** The programme's own number for it; the next free one where it is left out. */
  reference: happeningSchemas.enquired.shape.reference.optional(),
  contactName: z.string().trim().max(200).optional(),
  phone: z.string().trim().max(40).optional(),
  email: z.string().trim().max(200).optional(),
  postcode: z.string().trim().max(10).optional(),
})
export type TypedEnquiry = z.output<typeof enquirySchema>
