import * as z from 'zod'
import { placeCodePattern } from './places.ts'
import { extras, followUpOwners, riskTiers, templateSteps } from './programmeRules.ts'
import { idSchema, instantSchema, plainDateSchema, programmeIdSchema, slugSchema } from './valueSchemas.ts'
import type { ProgrammeNames } from './settings.ts'

/** The most areas, services or other codes of one kind. */
const most = 60
const codes = z.array(slugSchema).max(most)
const days = z.int().min(1).max(1_000)

/** The rules of a version: codes and numbers. */
export const programmeRulesSchema = z.strictObject({
  answerWorkingDays: z.int().min(1).max(60),
  silentDays: days,
  stuckDays: z.strictObject({
    idea: days,
    'set-up': days,
    'cqc-check': days,
    'cqc-application': days,
    grant: days,
    trading: days,
  }),
  caseload: z.int().min(1).max(1_000),
  sizeCapHundredths: z.int().min(1).max(100_000).nullable(),
  /** From one hour to 60 hours a week. */
  fullTimeMinutes: z.int().min(60).max(3_600),
  checks: z
    .array(
      z.strictObject({
        check: slugSchema,
        tier: z.enum(riskTiers),
        hasEnd: z.boolean(),
        lookAgainMonths: z.int().min(1).max(120).nullable(),
        neededToList: z.boolean(),
      }),
    )
    .max(most),
  standard: codes,
  templates: z.array(z.strictObject({ id: slugSchema, after: z.enum(templateSteps), days: z.int().min(0).max(1_000) })).max(most),
  extras: z.array(z.enum(extras)).max(extras.length),
  services: codes,
  councilServices: codes,
  directories: codes,
  consortia: codes,
  capacityWanted: z
    .array(z.strictObject({ area: slugSchema, service: slugSchema, minutesPerWeek: z.int().min(1).max(10_000_000) }))
    .max(600),
  places: z.array(z.strictObject({ area: slugSchema, geoCode: z.string().regex(placeCodePattern) })).max(300),
  closedOn: plainDateSchema.nullable(),
})

/** A version of a programme's settings as it is kept. No string here is free: what a code is called stands in a row that can be emptied. */
export const settingsRowSchema = z.strictObject({
  version: z.int().min(1),
  tid: idSchema,
  areas: codes,
  period: z.strictObject({ from: plainDateSchema, to: plainDateSchema }),
  costPence: z.int().min(0).max(1_000_000_000_00),
  followUpUntil: plainDateSchema.nullable(),
  followUpBy: z.enum(followUpOwners).nullable(),
  followUpPerson: idSchema.nullable(),
  invented: z.boolean(),
  rules: programmeRulesSchema,
  textId: idSchema,
  effectiveFrom: plainDateSchema.nullable(),
  recordedAt: instantSchema,
  recordedBy: idSchema.nullable(),
})

const called = (longest: number) =>
  z.record(slugSchema, z.string().trim().min(1).max(longest)).refine(names => Object.keys(names).length <= 300, 'more than 300 names')

/** The words behind the codes. They stand in a row of their own, which can be emptied. */
export const programmeNamesSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  areas: called(80),
  services: called(80),
  councilServices: called(120),
  directories: called(120),
  consortia: called(120),
  checks: called(80),
  templates: called(200),
  followUpOwner: z.string().trim().min(1).max(120).nullable(),
  safeguardingPhone: z.string().trim().min(1).max(24).nullable(),
}) satisfies z.ZodType<ProgrammeNames>

const settingsParts = {
  areas: codes,
  period: settingsRowSchema.shape.period,
  costPence: settingsRowSchema.shape.costPence,
  followUpUntil: plainDateSchema.nullable(),
  followUpBy: z.enum(followUpOwners),
  followUpPerson: idSchema.nullable(),
  rules: programmeRulesSchema,
  names: programmeNamesSchema,
}

/** New settings, whole, and the day from which what they change counts. */
export const newSettingsSchema = z.strictObject({ effectiveFrom: plainDateSchema, settings: z.strictObject(settingsParts) })
export type NewSettings = z.output<typeof newSettingsSchema>

/** Every version, newest first. `recordedBy` is told to those who may see who is in the programme. */
export const settingsAnswerSchema = z.object({
  programme: programmeIdSchema,
  /** The newest version: what a change is made against. */
  version: z.int().min(1),
  versions: z.array(
    z.object({
      ...settingsParts,
      version: z.int().min(1),
      effectiveFrom: plainDateSchema.nullable(),
      recordedAt: instantSchema,
      recordedBy: z.object({ oid: idSchema, label: z.string().nullable() }).nullable(),
    }),
  ),
})
export type SettingsAnswer = z.output<typeof settingsAnswerSchema>
