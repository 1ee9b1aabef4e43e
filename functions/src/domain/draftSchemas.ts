import * as z from 'zod'
import { instantSchema } from './valueSchemas.ts'

/** What was typed into a form, field by field, as it was typed. */
const wordsSchema = z.record(z.string().max(60), z.string())

/** What is typed and not yet saved, on its way to be kept. */
export const keepDraftSchema = z.strictObject({ words: wordsSchema })

/** When the server last took what was typed. */
export const keptSchema = z.object({ keptAt: instantSchema })

/** What was typed and not yet saved, as the server kept it. */
export const draftSchema = z.object({ words: wordsSchema, keptAt: instantSchema })
export type KeptDraft = z.output<typeof draftSchema>

/** Which forms one typed into and did not save; without the words. */
export const draftListSchema = z.object({ drafts: z.array(z.object({ form: z.string(), keptAt: instantSchema })) })
export type DraftList = z.output<typeof draftListSchema>
