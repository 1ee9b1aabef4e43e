import * as z from 'zod'
import { cqcAnswersSchema } from './cqcCheckSchemas.ts'
import { grantSchemas } from './grantSchemas.ts'
import { kindsSchema, minutesSchema, paidSchema } from './hoursSchemas.ts'
import {
  attributeKinds,
  documentKinds,
  gates,
  listingKinds,
  needs,
  purposes,
  putOffReasons,
  sessionKinds,
  skills,
  taskAbouts,
  trainingPayers,
  withdrawalReasons,
} from './besideVocabulary.ts'
import {
  changeKinds,
  checkInAnswers,
  checkInMonths,
  contactChannels,
  correctionReasons,
  cqcPapers,
  declineReasons,
  endings,
  heardOfs,
  heardStates,
  lastJobs,
  leavings,
  legalForms,
  origins,
  ownerships,
  permissionUses,
  referralTargets,
  registers,
  registrationStates,
  scopingOutcomes,
  storyPlaces,
  tellings,
  toldBys,
  ventureKinds,
} from './vocabulary.ts'
import {
  plainDateSchema,
  instantSchema,
  idSchema,
  slugSchema,
  referenceSchema,
  factIdSchema,
  penceSchema,
  countSchema,
  countedSchema,
  timeSchema,
  textIdSchema,
  identifierSchema,
  cqcIdSchema,
} from './valueSchemas.ts'

/**
 * What each kind of happening holds: days, coded values, numbers and opaque ids, and nothing else.
 * No string here is free: each is a pattern or a list of at most 40 characters.
 */
export const happeningSchemas = {
  enquired: z.strictObject({
    reference: referenceSchema,
    area: slugSchema.optional(),
    ventureKind: z.enum(ventureKinds).optional(),
    heardOf: z.enum(heardOfs).optional(),
    lastJob: z.enum(lastJobs).optional(),
    /** How they were told how we use their details; left out where that is still to do. */
    told: z.enum(tellings).optional(),
    /** Records that looked like the same person's, and are not: who took the enquiry was asked. */
    notSameAs: z.array(referenceSchema).max(10).optional(),
    textId: textIdSchema,
  }),
  'told-privacy': z.strictObject({ how: z.enum(tellings) }),
  'permission-given': z.strictObject({
    use: z.enum(permissionUses),
    places: z.array(z.enum(storyPlaces)).max(storyPlaces.length).optional(),
    until: plainDateSchema.optional(),
  }),
  'permission-ended': z.strictObject({ use: z.enum(permissionUses) }),
  accepted: z.strictObject({
    origin: z.enum(origins),
    /** The council service that staff leave, where it is a spin-out. */
    service: slugSchema.optional(),
    textId: textIdSchema,
  }),
  'advised-only': z.strictObject({ textId: textIdSchema }),
  declined: z.strictObject({
    reason: z.enum(declineReasons),
    /** Where they were sent instead, if anywhere. */
    referredTo: z.enum(referralTargets).optional(),
    textId: textIdSchema,
  }),
  assigned: z.strictObject({ catalyst: idSchema }),
  'idea-agreed': z.strictObject({ shapedWithPeople: z.boolean().optional(), textId: textIdSchema }),
  'form-chosen': z.strictObject({ form: z.enum(legalForms) }),
  constituted: z.strictObject({
    form: z.enum(legalForms),
    register: z.enum(registers).optional(),
    identifier: identifierSchema.optional(),
  }),
  'members-counted': z.strictObject({
    /** Members by their class: people supported, their families, those who work in it, volunteers. */
    people: countSchema,
    families: countSchema,
    workers: countSchema,
    volunteers: countSchema,
  }),
  'ownership-classed': z.strictObject({ ownership: z.enum(ownerships), textId: textIdSchema }),
  scoped: z.strictObject({
    outcome: z.enum(scopingOutcomes),
    /** The answers behind it; none where only the outcome is known. */
    answers: cqcAnswersSchema.optional(),
    /** Since when the answers are true; left out, since the day of the check. */
    trueFrom: plainDateSchema.optional(),
    textId: textIdSchema,
  }),
  'registration-moved': z.strictObject({
    to: z.enum(registrationStates),
    /** The day a notice was served, from which its 28 days count; left out, it is the day it was recorded to have happened. */
    servedOn: plainDateSchema.optional(),
    providerId: cqcIdSchema.optional(),
    locationIds: z.array(cqcIdSchema).max(20).optional(),
    textId: textIdSchema,
  }),
  'paper-ready': z.strictObject({ paper: z.enum(cqcPapers), ready: z.boolean() }),
  ...grantSchemas,
  'trading-began': z.strictObject({
    /** Survival is watched from this day on, where the record of those that stopped before it is not complete (delayed entry). */
    followedFrom: plainDateSchema.optional(),
  }),
  'check-in-answered': z.strictObject({
    month: z.literal([...checkInMonths]),
    answer: z.enum(checkInAnswers),
    textId: textIdSchema,
  }),
  'check-in-missed': z.strictObject({ month: z.literal([...checkInMonths]) }),
  'care-return': z.strictObject({
    /** People who work in it, the owner counted. */
    jobs: countSchema.optional(),
    minutesPerWeek: minutesSchema.optional(),
    /** People supported in a normal week. */
    people: countSchema.optional(),
    /** Of those minutes, what a council pays for: direct payments, personal budgets and contracts. */
    councilPaidMinutes: minutesSchema.optional(),
    /** Of those minutes, personal care. */
    personalCareMinutes: minutesSchema.optional(),
    /** Of those minutes, by who pays, where the programme asks for the split. */
    paid: paidSchema.optional(),
    /** Of those minutes, by what they are, where the programme asks for the split. */
    kinds: kindsSchema.optional(),
    /** Who gave the numbers; left out in older records, where they did. */
    told: z.enum(toldBys).optional(),
    /** "The same as last time": a new answer, of this day. */
    same: z.boolean().optional(),
  }),
  changed: z.strictObject({ what: z.enum(changeKinds) }),
  contact: z.strictObject({
    reached: z.boolean(),
    heard: z.enum(heardStates).optional(),
    channel: z.enum(contactChannels).optional(),
    /** What it was, where several came to it. */
    session: z.enum(sessionKinds).optional(),
    minutes: countSchema.optional(),
    textId: textIdSchema,
  }),
  paused: z.strictObject({ textId: textIdSchema }),
  resumed: z.strictObject({}),
  stopped: z.strictObject({ ending: z.enum(endings), textId: textIdSchema }),
  'left-sight': z.strictObject({ leaving: z.enum(leavings), textId: textIdSchema }),
  reopened: z.strictObject({ textId: textIdSchema }),
  'price-set': z.strictObject({ pencePerHour: penceSchema }),
  'services-offered': z.strictObject({
    services: z.array(slugSchema).max(30),
    /** What they are for. */
    purposes: z.array(z.enum(purposes)).max(purposes.length).optional(),
  }),
  'areas-served': z.strictObject({ areas: z.array(slugSchema).max(60) }),
  'check-seen': z.strictObject({
    /** One of the known checks, or the programme's own. */
    check: slugSchema,
    /** The last day on which it holds, or the day to look at it again. */
    until: plainDateSchema.optional(),
    textId: textIdSchema,
  }),
  'signed-off': z.strictObject({ until: plainDateSchema.optional(), textId: textIdSchema }),
  'sign-off-ended': z.strictObject({ reason: z.enum(withdrawalReasons), textId: textIdSchema }),
  listed: z.strictObject({ in: z.enum(listingKinds), directory: slugSchema.optional(), textId: textIdSchema }),
  delisted: z.strictObject({ in: z.enum(listingKinds), reason: z.enum(withdrawalReasons), textId: textIdSchema }),
  'gate-overruled': z.strictObject({ gate: z.enum(gates), textId: textIdSchema }),
  'training-needed': z.strictObject({ skill: z.enum(skills) }),
  'training-done': z.strictObject({ skill: z.enum(skills), pence: penceSchema.optional(), paidBy: z.enum(trainingPayers).optional() }),
  attribute: z.strictObject({
    attribute: z.enum(attributeKinds),
    codes: z.array(slugSchema).max(30).optional(),
    value: countedSchema.optional(),
    until: plainDateSchema.optional(),
    textId: textIdSchema,
  }),
  'task-set': z.strictObject({
    task: slugSchema,
    about: z.enum(taskAbouts),
    dueOn: plainDateSchema,
    at: timeSchema.optional(),
    textId: textIdSchema,
  }),
  'task-done': z.strictObject({
    task: slugSchema,
    /** It turned out not to be needed. */
    dropped: z.boolean().optional(),
  }),
  'task-put-off': z.strictObject({ task: slugSchema, until: plainDateSchema, why: z.enum(putOffReasons) }),
  'put-off': z.strictObject({ need: z.enum(needs), until: plainDateSchema, why: z.enum(putOffReasons) }),
  'handover-offered': z.strictObject({ to: idSchema }),
  'handover-declined': z.strictObject({}),
  'document-linked': z.strictObject({ document: z.enum(documentKinds), textId: textIdSchema }),
  'merged-into': z.strictObject({ into: idSchema }),
} as const

/** What each kind of happening holds, as a type. */
export type HappeningData = { [K in keyof typeof happeningSchemas]: z.output<(typeof happeningSchemas)[K]> }

/** What a correction holds. A replacement's data is that of the kind it replaces. */
export const correctionSchemas = {
  withdraw: z.strictObject({ of: factIdSchema, reason: z.enum(correctionReasons), textId: textIdSchema }),
  replace: z.strictObject({
    of: factIdSchema,
    reason: z.enum(correctionReasons),
    happenedOn: plainDateSchema,
    data: z.union(Object.values(happeningSchemas)),
    textId: textIdSchema,
  }),
} as const

/** What a withdrawal holds, as a type. */
export type WithdrawalData = z.output<typeof correctionSchemas.withdraw>

/** How a fact came in: typed by a person, or read from a file. */
export const viaSchema = z.enum(['person', 'import'])

/** Who and when, on every fact. `recordedBy` is the person's object id in the programme's own tenant. */
export const recordedSchema = z.strictObject({
  id: factIdSchema,
  n: z.int().min(1),
  recordedAt: instantSchema,
  recordedBy: idSchema,
  via: viaSchema,
})
