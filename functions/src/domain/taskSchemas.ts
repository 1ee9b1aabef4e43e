import * as z from 'zod'
import { taskAbouts } from './besideVocabulary.ts'
import { plainDateSchema, slugSchema, timeSchema } from './valueSchemas.ts'
import { cqcPapers } from './vocabulary.ts'

/**
 * A to-do that is open, one's own or of a template, as Today and an enterprise's page both have it. `words` is what it says, for those
 * who may read notes; `papers` how many CQC papers are not ready.
 */
export const openTaskSchema = z.object({
  kind: z.literal('task'),
  on: plainDateSchema,
  task: slugSchema,
  about: z.enum(taskAbouts),
  at: timeSchema.nullable(),
  template: z.boolean(),
  words: z.string().nullable(),
  papers: z.int().min(0).max(cqcPapers.length).nullable(),
})
export type OpenTask = z.output<typeof openTaskSchema>
