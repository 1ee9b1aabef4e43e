import * as z from 'zod'
import { callSchema } from './callSchemas.ts'
import { signs } from './duplicates.ts'
import { flags } from './flags.ts'
import { grantSteps } from './grantRules.ts'
import type { Permission } from './permissions.ts'
import { permissionTable, roles } from './permissions.ts'
import { followUpOwners } from './programmeRules.ts'
import { recordedSchema } from './schemas.ts'
import { factIdSchema, idSchema, instantSchema, plainDateSchema, programmeIdSchema, referenceSchema, slugSchema } from './valueSchemas.ts'
import { openTaskSchema } from './taskSchemas.ts'
import { gates } from './besideVocabulary.ts'
import { checkInMonths, legalForms, milestones } from './vocabulary.ts'

/** What travels over the wire, both ways, apart from commands. Answers are typed from here; the OpenAPI page is generated from here. */

const count = z.int().min(0)
const period = z.strictObject({ from: plainDateSchema, to: plainDateSchema })

/** A programme as an administrator makes it. An area is given by its name. */
export const newProgrammeSchema = z.strictObject({
  id: programmeIdSchema,
  name: z.string().trim().min(1).max(120),
  areas: z.array(z.string().trim().min(1).max(80)).max(60),
  period,
  costPence: z.int().min(0).max(1_000_000_000_00),
  followUpUntil: plainDateSchema.optional(),
  /** Who makes the check-ins after the funded period: a person or a team, in words. Left out, the owner's name alone says it. */
  followUpBy: z.enum(followUpOwners).optional(),
  followUpOwner: z.string().trim().max(120).optional(),
  /** True of a made-up programme: every page then says so. */
  invented: z.boolean().optional(),
})
export type NewProgramme = z.output<typeof newProgrammeSchema>

export const areaSchema = z.object({ id: slugSchema, name: z.string() })
export const programmeSchema = z.object({
  id: programmeIdSchema,
  name: z.string(),
  areas: z.array(areaSchema),
  /** Areas that are no longer used, and stay known for old records. */
  formerAreas: z.array(areaSchema),
  period,
  costPence: count,
  followUpUntil: plainDateSchema.nullable(),
  followUpOwner: z.string().nullable(),
  followUpBy: z.enum(followUpOwners),
  /** The member who makes the check-ins after the funded period, where it is one person. */
  followUpPerson: idSchema.nullable(),
  invented: z.boolean(),
  /** What is not settled yet, such as who makes the check-ins after the money ends. */
  warnings: z.array(z.enum(['no-follow-up-owner'])),
})
export type Programme = z.output<typeof programmeSchema>

export const mySchema = z.object({
  tid: idSchema,
  oid: idSchema,
  name: z.string(),
  administrator: z.boolean(),
  today: plainDateSchema,
  programmes: z.array(
    programmeSchema.extend({
      roles: z.array(z.enum(roles)),
      permissions: z.array(z.enum(Object.keys(permissionTable) as [Permission, ...Permission[]])),
    }),
  ),
})
export type Me = z.output<typeof mySchema>

export const memberSchema = z.strictObject({ roles: z.array(z.enum(roles)).max(roles.length), label: z.string().trim().max(80).optional() })
export type Member = z.output<typeof memberSchema>
export const membersSchema = z.object({
  members: z.array(z.object({ oid: idSchema, roles: z.array(z.enum(roles)), label: z.string().nullable() })),
})
export type Members = z.output<typeof membersSchema>

export const markSchema = z.enum(['done', 'in-progress', 'not-needed', 'to-do'])
export type Mark = z.output<typeof markSchema>
export const milestoneMarkSchema = z.object({
  milestone: z.enum(milestones),
  state: markSchema,
  /** The one day behind it: agreed, set up, registered or decided, paid, trading since; null where there is none. */
  on: plainDateSchema.nullable(),
})

/** What comes next on a case, in the order of doing. `on` is the day it is due, where it has one. */
export const nextStepSchema = z.object({
  step: z.enum([
    'answer-enquiry',
    'agree-idea',
    'choose-form',
    'constitute',
    'do-cqc-check',
    'redo-cqc-check',
    'move-registration',
    'pay-grant',
    'begin-trading',
    'check-in',
    'resume',
  ]),
  on: plainDateSchema.nullable(),
  /** The day this step began to wait, where it has one. */
  since: plainDateSchema.nullable(),
  month: z.literal([...checkInMonths]).nullable(),
})
export type NextStep = z.output<typeof nextStepSchema>

/** Where an enterprise stands, in one word, as the list filters by it. */
export const standings = [
  'enquiry',
  'supported',
  'trading',
  'paused',
  'lost-touch',
  'stopped',
  'left-sight',
  'advised-only',
  'declined',
] as const
export const standingSchema = z.enum(standings)
export type Standing = z.output<typeof standingSchema>

/** One row of the list. `name` and `phone` are null for those who may not see names. */
export const caseRowSchema = z.object({
  id: idSchema,
  n: count,
  reference: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  area: slugSchema.nullable(),
  services: z.array(slugSchema),
  areasServed: z.array(slugSchema),
  form: z.enum(legalForms).nullable(),
  standing: standingSchema,
  origin: z.enum(['new', 'existing', 'spin-out']).nullable(),
  catalyst: idSchema.nullable(),
  marks: z.array(milestoneMarkSchema),
  next: nextStepSchema.nullable(),
  /** The day they are next to be spoken to. */
  nextContactOn: plainDateSchema.nullable(),
  /** The time of day that was agreed for it. */
  nextContactAt: z.string().nullable(),
  flags: z.array(z.object({ flag: z.enum(flags), days: count.nullable() })),
  lastContactOn: plainDateSchema.nullable(),
  enquiredOn: plainDateSchema.nullable(),
  tradingFrom: plainDateSchema.nullable(),
})
export type CaseRow = z.output<typeof caseRowSchema>

export const caseListSchema = z.object({
  programme: programmeIdSchema,
  through: count,
  today: plainDateSchema,
  total: count,
  next: z.string().nullable(),
  cases: z.array(caseRowSchema),
})
export type CaseList = z.output<typeof caseListSchema>

/** Name and contact details: the person's row, which can be emptied. */
export const personSchema = z.object({
  name: z.string(),
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  postcode: z.string().nullable(),
})
export type Person = z.output<typeof personSchema>

/** One entry of the timeline. */
export const entrySchema = z.object({
  ...recordedSchema.shape,
  kind: z.string(),
  happenedOn: plainDateSchema.nullable(),
  data: z.record(z.string(), z.unknown()),
  /** What was typed with it; null where nothing was, where it was emptied, or where the reader may not see notes. */
  text: z.string().nullable(),
  /** Does it count, or has a later entry taken it back or replaced it? */
  counts: z.enum(['yes', 'taken-back', 'replaced', 'correction']),
  /** For a correction: what it corrects. */
  of: factIdSchema.nullable(),
})
export type Entry = z.output<typeof entrySchema>

export const checkInDueSchema = z.object({
  month: z.literal([...checkInMonths]),
  dueOn: plainDateSchema,
  state: z.enum(['not-yet', 'due', 'answered', 'not-reached']),
  on: plainDateSchema.nullable(),
  answer: z.enum(['trading', 'paused', 'stopped']).nullable(),
})

/** A gate as it stands today: what we cannot do yet, and each condition, met or not. */
export const gateSchema = z.object({
  gate: z.enum(gates),
  open: z.boolean(),
  overruledOn: plainDateSchema.nullable(),
  conditions: z.array(
    z.object({
      kind: z.string(),
      met: z.boolean(),
      check: slugSchema.nullable(),
      /** What is in the way, in a sentence; null where it is met. */
      words: z.string().nullable(),
    }),
  ),
})

/** A check that the programme wants to see, or has seen. */
export const checkStandingSchema = z.object({
  check: slugSchema,
  wanted: z.boolean(),
  neededToList: z.boolean(),
  seenOn: plainDateSchema.nullable(),
  until: plainDateSchema.nullable(),
  state: z.enum(['missing', 'holds', 'soon', 'ran-out', 'look-again', 'undecided']),
  daysLeft: z.int().nullable(),
  /** Whether its day is a last day, or one to look at it again. */
  ends: z.boolean(),
})

export const caseSchema = caseRowSchema.extend({
  gates: z.array(gateSchema),
  checks: z.array(checkStandingSchema),
  programme: programmeIdSchema,
  today: plainDateSchema,
  person: personSchema.nullable(),
  /** The tracks, as the record's fold gives them. */
  tracks: z.record(z.string(), z.unknown()),
  /** What a call today is for. */
  call: callSchema,
  checkIns: z.array(checkInDueSchema),
  nextSteps: z.array(nextStepSchema),
  /** What each grant of a fund waits for, by its id, as the fund's rules are today; those that are over are left out. */
  grantSteps: z.record(idSchema, z.enum(grantSteps)),
  /** What is still to do with them: their own to-dos, and those that templates hang on a step. */
  tasks: z.array(openTaskSchema),
  warnings: z.array(z.object({ kind: z.string(), on: plainDateSchema })),
})

export type CaseBody = z.output<typeof caseSchema>

export const factsSchema = z.object({ id: idSchema, n: count, entries: z.array(entrySchema) })

/** A record that may be of the same person. `id` and `name` are for those who may see that record; everyone gets its reference. */
export const maybeSameSchema = z.object({
  id: idSchema.nullable(),
  reference: referenceSchema,
  name: z.string().nullable(),
  /** What agrees, in the order in which it is told. */
  signs: z.array(z.enum(signs)),
})
export type MaybeSame = z.output<typeof maybeSameSchema>

/** Those that agree in most come first. */
export const duplicatesSchema = z.object({ maybeSame: z.array(maybeSameSchema) })
export type Duplicates = z.output<typeof duplicatesSchema>

/** What a command came to: the log number that it took, and the entries it added. */
export const recordedAnswerSchema = z.object({
  id: idSchema,
  n: count,
  reference: referenceSchema.nullable(),
  recordedAt: instantSchema,
  facts: z.array(factIdSchema),
})
export type RecordedAnswer = z.output<typeof recordedAnswerSchema>

/** What a command would come to now: the record's number it would be made on, and what it came to where it took effect before. */
export const foreseenSchema = z.object({
  dryRun: z.literal(true),
  id: idSchema,
  n: count,
  reference: referenceSchema.nullable(),
  recorded: recordedAnswerSchema.nullable(),
})
export type Foreseen = z.output<typeof foreseenSchema>

/** The same of an enquiry, with whom it may be: another copy may have been saved while this one was typed. */
export const enquiryAnswerSchema = recordedAnswerSchema.extend(duplicatesSchema.shape)
export type EnquiryAnswer = z.output<typeof enquiryAnswerSchema>
