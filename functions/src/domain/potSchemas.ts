import * as z from 'zod'
import type { Grant } from './grants.ts'
import { grantSteps } from './grantRules.ts'
import { grantStepKinds } from './grantSteps.ts'
import { flagQuestions, grantParts, grantStates, ledgerKinds, subsidyPositions } from './grantVocabulary.ts'
import { omissions } from './publication.ts'
import { idSchema, instantSchema, penceSchema, plainDateSchema, programmeIdSchema, slugSchema } from './valueSchemas.ts'
import { capacityGaps } from './vocabulary.ts'

/** What travels about funds: each with its rules, what it comes to, its grants and its ledger. Money is whole pence. */

const count = z.int().min(0)
const wholePence = z.int()
const nameSchema = z.string().trim().min(1).max(120)

/** Who publishes grants, as 360Giving and org-id.guide know them. */
export const publisherSchema = z.strictObject({
  /** The prefix that 360Giving gave: 360G-exampletown. */
  prefix: z.string().regex(/^360G-[A-Za-z0-9-]{1,40}$/),
  /** The council's organisation identifier: GB-LAE-SOM. */
  orgId: z.string().regex(/^GB-[A-Z]{2,5}-[A-Za-z0-9]{1,20}$/),
  name: nameSchema,
})

const ruleSchema = z.strictObject({ rule: slugSchema, sentence: z.string().trim().min(1).max(200) })

const parts = {
  name: nameSchema,
  from: plainDateSchema,
  to: plainDateSchema,
  /** All that was put in. A change adds an entry to the ledger. */
  amountPence: penceSchema,
  capPence: penceSchema,
  smallPence: penceSchema,
  costCode: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9 ./-]{0,23}$/),
  department: nameSchema.optional(),
  subsidy: z.enum(subsidyPositions),
  /** Why it is, or is not, a subsidy: asked first of all. */
  why: z.string().trim().min(1).max(500),
  gaps: z.array(z.enum(capacityGaps)).max(capacityGaps.length),
  rules: z.array(ruleSchema).max(12),
  asks: z.array(z.enum(flagQuestions)).max(flagQuestions.length),
  quorum: z.int().min(0).max(12),
  limits: z.array(z.strictObject({ person: idSchema, pence: penceSchema })).max(40),
  evidenceDays: z.int().min(1).max(730),
  publisher: publisherSchema.optional(),
}

/** A fund as it is made or changed, whole. */
export const newPotSchema = z.strictObject(parts)
export type NewPot = z.output<typeof newPotSchema>

const balanceSchema = z.object({
  putIn: wholePence,
  setAside: wholePence,
  paid: wholePence,
  returned: wholePence,
  recovered: wholePence,
  writtenOff: wholePence,
  available: wholePence,
})

const potSchema = z.object({ ...parts, id: idSchema, version: count, balance: balanceSchema, entries: count, grants: count })
export type PotAnswer = z.output<typeof potSchema>

const inProgramme = { programme: programmeIdSchema, through: count, today: plainDateSchema }

export const potsSchema = z.object({ ...inProgramme, pots: z.array(potSchema) })
export type Pots = z.output<typeof potsSchema>

/** What somebody may do about a step: take it, or why not, and who can. `bound` is null where their role is all that is in the way. */
const standing = {
  may: z.boolean(),
  bound: z
    .enum([
      'works-on-it',
      'has-interest',
      'changed-fund',
      'overruled-gate',
      'overruled-asking',
      ...grantParts.map(part => `${part}-it` as const),
    ])
    .nullable(),
  /** Object ids of those who can; empty where nobody here can. */
  whoCan: z.array(idSchema),
}
const standingSchema = z.object({ step: z.enum(grantSteps), ...standing })
export type StepStanding = z.output<typeof standingSchema>
export type Standing = Omit<StepStanding, 'step'>

/** The same of a step that a grant does not wait for, and that may be taken now. */
const besideSchema = z.object({ kind: z.enum(grantStepKinds), ...standing })
export type BesideStanding = z.output<typeof besideSchema>

const grantRowSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  name: z.string().nullable(),
  area: slugSchema.nullable(),
  grantId: idSchema,
  number: count,
  gap: z.enum(capacityGaps),
  state: z.enum(grantStates),
  since: plainDateSchema,
  pence: wholePence,
  setAsidePence: wholePence,
  paidPence: wholePence,
  keptPence: wholePence,
  /** Money whose receipts were not seen yet. */
  unseenPence: wholePence,
  evidenceDueOn: plainDateSchema.nullable(),
  /** What it is for; null for those who may not read it, and once it is over. */
  purpose: z.string().nullable(),
  next: standingSchema.nullable(),
})
export type GrantRow = z.output<typeof grantRowSchema>

const shareSchema = z.object({
  paidPence: wholePence,
  paidGrants: count,
  setAsidePence: wholePence,
  setAsideGrants: count,
})
const gapShareSchema = shareSchema.extend({
  gap: z.enum(capacityGaps),
  /** Minutes a week that are wanted, that were there on the fund's first day, and that are there now; null where nobody said what is wanted. */
  wantedMinutes: count.nullable(),
  beforeMinutes: count,
  nowMinutes: count,
})

/** A fund with all that its page shows. `people`: what the programme calls those who are named here. */
export const fundSchema = z.object({
  ...inProgramme,
  pot: potSchema,
  grants: z.array(grantRowSchema),
  byGap: z.array(gapShareSchema),
  byArea: z.array(shareSchema.extend({ area: slugSchema.nullable() })),
  people: z.record(idSchema, z.string()),
})
export type Fund = z.output<typeof fundSchema>

const entrySchema = z.object({
  potId: idSchema,
  entry: count,
  kind: z.enum(ledgerKinds),
  pence: wholePence,
  on: plainDateSchema,
  availablePence: wholePence,
  caseId: idSchema.nullable(),
  /** What the programme calls the enterprise, and its name for those who may see it. */
  caseReference: z.string().nullable(),
  name: z.string().nullable(),
  grantId: idSchema.nullable(),
  number: count.nullable(),
  gap: z.enum(capacityGaps).nullable(),
  costCode: z.string(),
  reference: z.string().nullable(),
  n: count,
  recordedAt: instantSchema,
  recordedBy: idSchema,
})

/** A fund's ledger, newest first. Entries are only ever added. */
export const ledgerSchema = z.object({ ...inProgramme, entries: z.array(entrySchema), people: z.record(idSchema, z.string()) })
export type Ledger = z.output<typeof ledgerSchema>

const committedSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  name: z.string().nullable(),
  number: count,
  decidedOn: plainDateSchema,
  pence: wholePence,
  setAsidePence: wholePence,
  costCode: z.string(),
})

/** What was committed and not paid: at the end of which day, and by what was known at which instant. */
export const yearEndQuestionSchema = z.strictObject({ asAt: plainDateSchema.optional(), knownAt: instantSchema.optional() })
export type YearEndQuestion = z.output<typeof yearEndQuestionSchema>

/** Asked with its `knownAt`, the same question has the same answer later. */
export const yearEndSchema = z.object({
  ...inProgramme,
  knownAt: instantSchema,
  asAt: plainDateSchema,
  rows: z.array(committedSchema),
  totalPence: wholePence,
})
export type YearEnd = z.output<typeof yearEndSchema>

/** A grant with its papers: what a decision is made on. `grant` is as the record has it; `words` are what its entries point to. */
export const grantSchema = z.object({
  ...inProgramme,
  n: count,
  pot: potSchema,
  row: grantRowSchema,
  grant: z.custom<Grant>(value => typeof value === 'object' && value !== null),
  words: z.object({
    purpose: z.string().nullable(),
    why: z.string().nullable(),
    assessment: z.string().nullable(),
    decision: z.string().nullable(),
    /** Why it was sent back or turned down. */
    said: z.string().nullable(),
    /** Why a rule was waived, by its slug. */
    waived: z.record(slugSchema, z.string()),
  }),
  /** What the enterprise is: its form and since when, and whether it trades. */
  form: z.string().nullable(),
  constitutedOn: plainDateSchema.nullable(),
  tradingFrom: plainDateSchema.nullable(),
  /** What is left to award if this is granted. */
  leftIfGrantedPence: wholePence,
  /** The gap it fills: minutes a week wanted there, and there now; null where nobody said. */
  gapWantedMinutes: count.nullable(),
  gapThereMinutes: count.nullable(),
  /** Where the fund is under the Act: what counts already, and the room that is left. */
  subsidy: z.object({ since: plainDateSchema, earlierPence: wholePence, roomPence: wholePence }).nullable(),
  /** What a gate says before it is paid, in words; empty where the way is clear. */
  inTheWay: z.array(z.string()),
  interests: z.array(idSchema),
  /** What else may be recorded of it now, and whether by the reader. */
  beside: z.array(besideSchema),
  /** By part, object ids of those who may not take it: of who had another part in it, and of those whose role would do. */
  notTheirs: z.partialRecord(z.enum(grantParts), z.array(idSchema)),
  /** Who may sit on the panel, by object id, where the reader may record what it decides: they may read its papers. */
  seats: z.array(idSchema),
  people: z.record(idSchema, z.string()),
})
export type GrantAnswer = z.output<typeof grantSchema>

const tallySchema = z.object({ grants: count, awardedPence: wholePence, paidPence: wholePence })
export type TallyAnswer = z.output<typeof tallySchema>

/** How a list stands to the register: what is in it, what it leaves out and why. Together they are the register, to the penny. */
const reconciliationSchema = z.object({
  listed: tallySchema,
  leftOut: z.array(tallySchema.extend({ why: z.enum(omissions) })),
  register: tallySchema,
})

/** Listed grants that do not say where they are by a code, and the areas of the programme that have none. */
const withoutPlaceSchema = z.object({ grants: count, areas: z.array(slugSchema) })

/** What the published lists of a fund would hold on a day. Names in them are those of today. `threeSixty` is null where nobody said yet who publishes. */
export const publicationsSchema = z.object({
  ...inProgramme,
  knownAt: instantSchema,
  asAt: plainDateSchema,
  register: tallySchema,
  threeSixty: reconciliationSchema.extend({ withoutPlace: withoutPlaceSchema }).nullable(),
  transparency: reconciliationSchema,
})
export type Publications = z.output<typeof publicationsSchema>
