import * as z from 'zod'
import { factIdSchema, idSchema, instantSchema, plainDateSchema, programmeIdSchema, slugSchema } from './valueSchemas.ts'
import { languages, areaSides, areaUnits, requesters, signers, storyPlaces, surveyors, workerGenders } from './vocabulary.ts'
import { standingSchema } from './wireSchemas.ts'

/** What travels to the tab of what the programme was told and counted. `null` in place of a list: this reader sees totals only. */

const count = z.int().min(0)
const said = { asked: count, answered: count, moreChoice: count, wouldRecommend: count }

/** What is asked: as at a day, and as known at an instant. */
export const insightQuestionSchema = z.strictObject({ asAt: plainDateSchema.optional(), knownAt: instantSchema.optional() })
export type InsightQuestion = z.output<typeof insightQuestionSchema>

/** A code that the programme gives, and what it calls it; null where it is one of our own, which the tab has words for. */
const calledSchema = z.object({ id: slugSchema, name: z.string().nullable() })

/** Totals of one year, by who asked; of single enterprises added up, or of all at once. The two are never added together. */
const feedbackSchema = z.object({
  year: z.int(),
  askedBy: z.enum(surveyors),
  about: z.enum(['all', 'enterprises']),
  /** How many enterprises the sum is of. */
  enterprises: count,
  ...said,
  entries: z
    .array(z.object({ id: factIdSchema, on: plainDateSchema, caseId: idSchema.nullable(), reference: z.string().nullable(), ...said }))
    .nullable(),
})

const requestSchema = z.object({
  id: factIdSchema,
  on: plainDateSchema,
  area: slugSchema.nullable(),
  service: slugSchema,
  minutesPerWeek: count,
  language: z.enum(languages).nullable(),
  gender: z.enum(workerGenders).nullable(),
  askedBy: z.enum(requesters),
  answered: z.object({ on: plainDateSchema, caseId: idSchema.nullable(), reference: z.string().nullable() }).nullable(),
})

const gapSchema = z.object({
  area: slugSchema.nullable(),
  service: slugSchema.nullable(),
  wantedMinutes: count.nullable(),
  thereMinutes: count,
  shortMinutes: count.nullable(),
  trading: count,
  settingUp: count,
  unmet: count,
  unmetMinutes: count,
})

const areaCountSchema = z.object({
  id: factIdSchema,
  on: plainDateSchema,
  side: z.enum(areaSides),
  area: slugSchema.nullable(),
  /** Null where its words were emptied. */
  name: z.string().nullable(),
  source: z.string().nullable(),
  hundredths: count,
  unit: z.enum(areaUnits),
  year: z.int(),
})

const readinessSchema = z.object({
  service: slugSchema,
  name: z.string().nullable(),
  counted: z.object({ id: factIdSchema, on: plainDateSchema, wanted: count, ready: count }).nullable(),
  /** The newest signature, with the numbers that it was for. `label` is what the programme calls the person. */
  signed: z
    .object({
      id: factIdSchema,
      on: plainDateSchema,
      as: z.enum(signers),
      person: idSchema,
      label: z.string().nullable(),
      wanted: count,
      ready: count,
    })
    .nullable(),
  /** The enterprises that came from it. */
  enterprises: z.array(
    z.object({
      id: idSchema,
      reference: z.string(),
      name: z.string().nullable(),
      standing: standingSchema,
      tradingFrom: plainDateSchema.nullable(),
    }),
  ),
})

const storySchema = z.object({
  id: factIdSchema,
  on: plainDateSchema,
  caseId: idSchema.nullable(),
  reference: z.string().nullable(),
  state: z.enum(['given', 'ran-out', 'ended']),
  places: z.array(z.enum(storyPlaces)),
  until: plainDateSchema.nullable(),
  endedOn: plainDateSchema.nullable(),
  /** Only while the permission lasts. */
  words: z.string().nullable(),
})

/** All that stands on a day, as this reader may see it. */
export const insightsSchema = z.object({
  programme: programmeIdSchema,
  through: count,
  asAt: plainDateSchema,
  knownAt: instantSchema,
  services: z.array(calledSchema),
  feedback: z.array(feedbackSchema),
  requests: z.object({
    open: count,
    openMinutes: count,
    answered: count,
    byLanguage: z.array(z.object({ language: z.enum(languages), requests: count })),
    byRequester: z.array(z.object({ askedBy: z.enum(requesters), requests: count })),
    rows: z.array(requestSchema).nullable(),
  }),
  /** Null for those who see their own enterprises only: what is there is a sum over all. */
  gaps: z.array(gapSchema).nullable(),
  areaCounts: z.array(areaCountSchema),
  readiness: z.array(readinessSchema),
  stories: z.object({ given: count, ranOut: count, ended: count, rows: z.array(storySchema).nullable() }),
})
export type Insights = z.output<typeof insightsSchema>

/** What a command came to: the log number that it took, and the entries it added. */
export const insightAnswerSchema = z.object({ n: count, recordedAt: instantSchema, insights: z.array(factIdSchema) })
export type InsightAnswer = z.output<typeof insightAnswerSchema>
