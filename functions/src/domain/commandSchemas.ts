import * as z from 'zod'
import { employmentAnswers } from './attributes.ts'
import { isDocumentLink } from './documents.ts'
import { grantCommands } from './grantCommandSchemas.ts'
import { needs } from './besideVocabulary.ts'
import { correctionSchemas, happeningSchemas } from './schemas.ts'
import { factIdSchema, idSchema, plainDateSchema, slugSchema } from './valueSchemas.ts'
import { callResults, changeKinds, givenReasons, heardStates, legalForms, registers } from './vocabulary.ts'

/** Words a person typed. They go into a row that can be emptied; the fact only points there. */
const noteSchema = z.string().trim().max(10_000).optional()
const identifierTypedSchema = z.string().trim().min(1).max(20).optional()

/** The data of a fact as a command carries it: the words are still words, and not yet a pointer to them. */
const told = <K extends keyof typeof happeningSchemas>(kind: K): Omit<(typeof happeningSchemas)[K]['shape'], 'textId'> => {
  const { textId: _textId, ...shape } = happeningSchemas[kind].shape as (typeof happeningSchemas)[K]['shape'] & { textId?: unknown }
  return shape
}

const shapeWithout = <S extends object, K extends keyof S>(shape: S, name: K): Omit<S, K> => {
  const { [name]: _left, ...rest } = shape
  return rest
}

/** The next time one speaks, as it is said while logging a contact. */
const nextSchema = z.strictObject({
  dueOn: plainDateSchema,
  at: happeningSchemas['task-set'].shape.at,
  about: happeningSchemas['task-set'].shape.about.optional(),
  words: z.string().trim().max(500).optional(),
})

/** What is put off with it, until the same day and for the same reason: everything that one row of Today is about. */
const putOffTooSchema = z.strictObject({ needs: z.array(z.enum(needs)).max(needs.length), tasks: z.array(slugSchema).max(40) }).optional()

const dated = { happenedOn: plainDateSchema }
const noted = { happenedOn: plainDateSchema, note: noteSchema }
const shapes = happeningSchemas

/** Every change to a case that is already there, as it comes over the wire. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('accept'),
    ...noted,
    ...told('accepted'),
    /** Asked where they help one person only. */
    employmentStatus: z.enum(employmentAnswers).optional(),
  }),
  z.strictObject({ kind: z.literal('advise-only'), ...noted }),
  z.strictObject({ kind: z.literal('decline'), ...noted, ...told('declined') }),
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
  // Where the answer is "ask CQC", asking is a to-do of its own.
  z.strictObject({ kind: z.literal('record-scoping'), ...noted, ...told('scoped'), next: nextSchema.optional() }),
  z.strictObject({ kind: z.literal('advance-registration'), ...noted, ...told('registration-moved') }),
  z.strictObject({
    kind: z.literal('award-grant'),
    ...noted,
    pence: shapes['grant-decided'].shape.pence,
    gap: shapes['grant-decided'].shape.gap,
  }),
  ...grantCommands,
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
    session: shapes.contact.shape.session,
    minutes: shapes.contact.shape.minutes,
    /** To-dos that this contact settled, such as the visit that it was. */
    done: z.array(slugSchema).max(40).optional(),
    next: nextSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('check-in'),
    ...noted,
    /** Which check-in it answers; left out where the call is for the numbers alone. */
    month: shapes['check-in-answered'].shape.month.optional(),
    /** How they are doing; left out where nobody answered. */
    answer: z.enum(heardStates).optional(),
    told: z.enum(callResults),
    /** Why it stopped, and since when, where the answer is that. */
    ending: shapes.stopped.shape.ending.optional(),
    stoppedOn: plainDateSchema.optional(),
    /** Still trading, and gone from our sight. */
    leaving: shapes['left-sight'].shape.leaving.optional(),
    /** The numbers of this day; "same" repeats the last ones as a new answer. */
    numbers: z.strictObject(told('care-return')).omit({ told: true, same: true }).optional(),
    same: z.boolean().optional(),
    changed: z.array(z.enum(changeKinds)).max(changeKinds.length).optional(),
    next: nextSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('tell-privacy'), ...dated, ...told('told-privacy') }),
  z.strictObject({ kind: z.literal('give-permission'), ...dated, ...told('permission-given') }),
  z.strictObject({ kind: z.literal('end-permission'), ...dated, ...told('permission-ended') }),
  z.strictObject({ kind: z.literal('count-members'), ...dated, ...told('members-counted') }),
  z.strictObject({ kind: z.literal('class-ownership'), ...noted, ...told('ownership-classed') }),
  z.strictObject({ kind: z.literal('tick-paper'), ...dated, ...told('paper-ready') }),
  z.strictObject({ kind: z.literal('tell-change'), ...dated, ...told('changed') }),
  z.strictObject({ kind: z.literal('see-check'), ...noted, ...told('check-seen') }),
  z.strictObject({ kind: z.literal('sign-off'), ...noted, ...told('signed-off') }),
  z.strictObject({ kind: z.literal('end-sign-off'), ...noted, ...told('sign-off-ended') }),
  z.strictObject({ kind: z.literal('list'), ...noted, ...told('listed') }),
  z.strictObject({ kind: z.literal('delist'), ...noted, ...told('delisted') }),
  z.strictObject({ kind: z.literal('overrule-gate'), ...noted, ...told('gate-overruled') }),
  z.strictObject({ kind: z.literal('need-training'), ...dated, ...told('training-needed') }),
  z.strictObject({ kind: z.literal('finish-training'), ...dated, ...told('training-done') }),
  z.strictObject({ kind: z.literal('tell-attribute'), ...noted, ...told('attribute') }),
  z.strictObject({ kind: z.literal('set-price'), ...dated, ...told('price-set') }),
  // What they offer, on one form. What is left out stays as it was.
  z.strictObject({
    kind: z.literal('tell-offer'),
    ...dated,
    services: shapes['services-offered'].shape.services.optional(),
    purposes: shapes['services-offered'].shape.purposes,
    areas: shapes['areas-served'].shape.areas.optional(),
    pencePerHour: shapes['price-set'].shape.pencePerHour.optional(),
    /** More hours a week that they could take on. */
    spareMinutes: shapes.attribute.shape.value,
  }),
  // The server names a to-do; what it says goes into a row of its own.
  z.strictObject({ kind: z.literal('set-task'), ...noted, ...shapeWithout(told('task-set'), 'task') }),
  z.strictObject({ kind: z.literal('do-task'), ...dated, ...told('task-done') }),
  z.strictObject({ kind: z.literal('put-off-task'), ...dated, ...told('task-put-off'), also: putOffTooSchema }),
  z.strictObject({ kind: z.literal('put-off'), ...dated, ...told('put-off'), also: putOffTooSchema }),
  z.strictObject({ kind: z.literal('offer-handover'), ...dated, ...told('handover-offered') }),
  z.strictObject({ kind: z.literal('accept-handover'), ...dated }),
  z.strictObject({ kind: z.literal('decline-handover'), ...dated }),
  z.strictObject({
    kind: z.literal('link-document'),
    ...dated,
    ...told('document-linked'),
    title: z.string().trim().min(1).max(200),
    link: z.string().trim().refine(isDocumentLink, 'not a link into SharePoint'),
  }),
  z.strictObject({ kind: z.literal('pause'), ...noted }),
  z.strictObject({ kind: z.literal('resume'), ...dated }),
  z.strictObject({ kind: z.literal('stop'), ...noted, ending: shapes.stopped.shape.ending }),
  z.strictObject({ kind: z.literal('leave-sight'), ...noted, leaving: shapes['left-sight'].shape.leaving }),
  z.strictObject({ kind: z.literal('reopen'), ...noted }),
  z.strictObject({
    kind: z.literal('withdraw'),
    of: factIdSchema,
    reason: z.enum(givenReasons),
    note: noteSchema,
    /** Takes back the entry with all that put it right before, so that none of its versions counts. Left out, only this one version. */
    whole: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('replace'),
    of: factIdSchema,
    reason: z.enum(givenReasons),
    happenedOn: plainDateSchema,
    /** The whole data of the right entry, of the kind of the one it replaces; left out, only the day changes. */
    data: correctionSchemas.replace.shape.data.optional(),
    note: noteSchema,
  }),
  // Takes back what the asker recorded under this log number, for ten minutes.
  z.strictObject({ kind: z.literal('undo'), of: z.int().min(1).max(9_999_999_999) }),
])

/** A change to a case, as typed. */
export type TypedCommand = z.output<typeof commandSchema>
export type CommandKind = TypedCommand['kind']

/** Who it is and how to reach them, as typed. */
const typedPerson = {
  /** What the enterprise, or the person who got in touch, is called. */
  name: z.string().trim().min(1).max(200),
  contactName: z.string().trim().max(200).optional(),
  phone: z.string().trim().max(40).optional(),
  email: z.string().trim().max(200).optional(),
  postcode: z.string().trim().max(10).optional(),
}

/** Name and contact details of a case that is there, whole: what is left out is blank from now on. */
export const personDetailsSchema = z.strictObject(typedPerson)
export type TypedPerson = z.output<typeof personDetailsSchema>

/** Whom one asks about before an enquiry is saved: what was typed so far. */
export const duplicatesAskedSchema = personDetailsSchema.partial()
export type DuplicatesAsked = z.output<typeof duplicatesAskedSchema>

/** The enquiry that begins a case. Name and contact details go to the person's row, never into a fact. */
export const enquirySchema = z.strictObject({
  happenedOn: plainDateSchema.optional(),
  wants: noteSchema,
  area: happeningSchemas.enquired.shape.area,
  ventureKind: happeningSchemas.enquired.shape.ventureKind,
  heardOf: happeningSchemas.enquired.shape.heardOf,
  lastJob: happeningSchemas.enquired.shape.lastJob,
  told: happeningSchemas.enquired.shape.told,
  /** What happens next, and when: a to-do. */
  next: nextSchema.optional(),
  /** Records that we asked about, "Is it the same person?", and the answer was no. */
  notSameAs: happeningSchemas.enquired.shape.notSameAs,
  /** The programme's own number for it; the next free one where it is left out. */
  reference: happeningSchemas.enquired.shape.reference.optional(),
  ...typedPerson,
})
export type TypedEnquiry = z.output<typeof enquirySchema>
