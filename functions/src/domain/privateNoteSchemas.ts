import * as z from 'zod'
import { idSchema, instantSchema } from './valueSchemas.ts'

/** A private note as it is written. */
export const newPrivateNoteSchema = z.strictObject({ words: z.string().trim().min(1).max(10_000) })
export type NewPrivateNote = z.output<typeof newPrivateNoteSchema>

/** That a note is there, for those who may open it: who wrote it and when. Its words come only when it is opened. */
export const privateNoteSchema = z.object({ id: idSchema, writtenBy: idSchema, writtenAt: instantSchema })

export const privateNotesSchema = z.object({
  /** Ring this first: writing here reports nothing. */
  safeguardingPhone: z.string(),
  notes: z.array(privateNoteSchema),
})
export type PrivateNotes = z.output<typeof privateNotesSchema>

export const openedNoteSchema = privateNoteSchema.extend({ words: z.string() })
export type OpenedNote = z.output<typeof openedNoteSchema>
