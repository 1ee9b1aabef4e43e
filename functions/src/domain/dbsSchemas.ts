import * as z from 'zod'
import { dbsDecisions, dbsLevels, dbsSubjects, notRecorded } from './dbs.ts'
import { idSchema, instantSchema, plainDateSchema } from './valueSchemas.ts'

/** A DBS check as a worker types it in. There is no box for what a certificate says. */
export const newDbsSchema = z.strictObject({
  of: z.enum(dbsSubjects),
  level: z.enum(dbsLevels),
  issuedOn: plainDateSchema.optional(),
  seenOn: plainDateSchema,
  decision: z.enum(dbsDecisions),
  lookAgainOn: plainDateSchema.optional(),
})
export type NewDbs = z.output<typeof newDbsSchema>

export const dbsCheckSchema = z.object({
  id: idSchema,
  of: z.enum(dbsSubjects),
  level: z.enum([...dbsLevels, notRecorded]),
  issuedOn: plainDateSchema.nullable(),
  seenOn: plainDateSchema,
  seenBy: idSchema,
  decision: z.enum([...dbsDecisions, notRecorded]),
  lookAgainOn: plainDateSchema.nullable(),
  recordedAt: instantSchema.optional(),
})

/** The DBS checks of one enterprise, the latest seen first. */
export const dbsListSchema = z.object({ n: z.int().min(0), checks: z.array(dbsCheckSchema) })
export type DbsList = z.output<typeof dbsListSchema>
