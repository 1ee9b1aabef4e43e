import * as z from 'zod'
import type { Minutes } from './quantities.ts'
import { factIdSchema, idSchema, plainDateSchema, slugSchema } from './valueSchemas.ts'
import {
  correctionReasons,
  languages,
  areaSides,
  areaUnits,
  requesters,
  signers,
  storyPlaces,
  surveyors,
  workerGenders,
} from './vocabulary.ts'

/** How many people; never who. */
const peopleSchema = z.int().min(0).max(100_000)
const yearSchema = z.int().min(1990).max(2100)

/** Hours a week in quarters, as minutes: from a quarter of an hour to all the hours of a week, for one request. */
const weeklySchema = z
  .int()
  .min(15)
  .max(10_080)
  .multipleOf(15)
  .transform(value => value as Minutes)

const placesSchema = z.array(z.enum(storyPlaces)).min(1).max(storyPlaces.length)

/**
 * What each kind of insight holds. An insight is one dated thing that the programme was told or counted about its place and the people
 * in it, and not about one enterprise. As in a fact, no string here is free: a need's name, a source and a story stand in text rows.
 */
export const insightSchemas = {
  /** Totals only. `caseId` names the enterprise they are about; without it they are about all of them. */
  'people-asked': z.strictObject({
    year: yearSchema,
    askedBy: z.enum(surveyors),
    asked: peopleSchema.min(1),
    answered: peopleSchema,
    /** Of those who answered: "I have more choice and control". */
    moreChoice: peopleSchema,
    /** Of those who answered: "I would recommend it". */
    wouldRecommend: peopleSchema,
    caseId: idSchema.optional(),
  }),
  'request-unmet': z.strictObject({
    area: slugSchema.optional(),
    service: slugSchema,
    minutesPerWeek: weeklySchema,
    language: z.enum(languages).optional(),
    gender: z.enum(workerGenders).optional(),
    askedBy: z.enum(requesters),
  }),
  'request-answered': z.strictObject({ request: factIdSchema, caseId: idSchema.optional() }),
  /** The number in hundredths of its unit. Its name and its source stand in line `line` of the text row. */
  'area-counted': z.strictObject({
    side: z.enum(areaSides),
    area: slugSchema.optional(),
    hundredths: z.int().min(0).max(1_000_000_000_000),
    unit: z.enum(areaUnits),
    year: yearSchema,
    textId: idSchema,
    line: z.int().min(0).max(199),
  }),
  /** Of the places that a council service gives: how many must be found elsewhere before it changes, and how many are. */
  'readiness-counted': z.strictObject({ service: slugSchema, wanted: peopleSchema, ready: peopleSchema }),
  'readiness-signed': z.strictObject({
    service: slugSchema,
    wanted: peopleSchema,
    ready: peopleSchema,
    signedAs: z.enum(signers),
    person: idSchema,
  }),
  /** An enterprise's own story says `caseId` alone: where it may be told, and until when, stands in that record. */
  'story-told': z.strictObject({
    textId: idSchema,
    caseId: idSchema.optional(),
    places: placesSchema.optional(),
    until: plainDateSchema.optional(),
  }),
  'story-renewed': z.strictObject({ story: factIdSchema, places: placesSchema, until: plainDateSchema }),
  'story-ended': z.strictObject({ story: factIdSchema }),
} as const

/** What each kind of insight holds, as a type. */
export type InsightData = { [K in keyof typeof insightSchemas]: z.output<(typeof insightSchemas)[K]> }

/** What takes an insight back. The old one stays in the log, with the reason; what is right is recorded anew. */
export const insightWithdrawalSchema = z.strictObject({ of: factIdSchema, reason: z.enum(correctionReasons) })
export type InsightWithdrawalData = z.output<typeof insightWithdrawalSchema>

/** One line of a table of needs and assets, in words and numbers. */
const areaLineSchema = z.strictObject({
  side: z.enum(areaSides),
  area: slugSchema.optional(),
  name: z.string().trim().min(1).max(120),
  hundredths: insightSchemas['area-counted'].shape.hundredths,
  unit: z.enum(areaUnits),
  source: z.string().trim().min(1).max(200),
  year: yearSchema,
})

const dated = { happenedOn: plainDateSchema }

/** What a person sends: the words of a story or a source come along, and go into a row that can be emptied. */
export const insightCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ask-people'), ...dated, ...insightSchemas['people-asked'].shape }),
  z.strictObject({ kind: z.literal('log-request'), ...dated, ...insightSchemas['request-unmet'].shape }),
  z.strictObject({ kind: z.literal('answer-request'), ...dated, ...insightSchemas['request-answered'].shape }),
  z.strictObject({ kind: z.literal('count-area'), ...dated, lines: z.array(areaLineSchema).min(1).max(200) }),
  z.strictObject({ kind: z.literal('count-readiness'), ...dated, ...insightSchemas['readiness-counted'].shape }),
  z.strictObject({ kind: z.literal('sign-readiness'), ...dated, ...insightSchemas['readiness-counted'].shape }),
  z.strictObject({
    kind: z.literal('tell-story'),
    ...dated,
    words: z.string().trim().min(1).max(10_000),
    caseId: idSchema.optional(),
    places: placesSchema.optional(),
    until: plainDateSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('renew-story'), ...dated, ...insightSchemas['story-renewed'].shape }),
  z.strictObject({ kind: z.literal('end-story'), ...dated, ...insightSchemas['story-ended'].shape }),
  z.strictObject({ kind: z.literal('withdraw'), ...insightWithdrawalSchema.shape }),
])
export type TypedInsight = z.output<typeof insightCommandSchema>
export type InsightCommandKind = TypedInsight['kind']
