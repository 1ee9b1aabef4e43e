import * as z from 'zod'
import { instantSchema, idSchema, slugSchema } from './schemas.ts'
import { questionSchema } from './viewSchemas.ts'

/** A file that is taken away: what is asked for, and the ticket that is given for it. */

export const fileFormats = ['xlsx', 'csv'] as const
export type FileFormat = (typeof fileFormats)[number]

/** The enterprises that match, all of them. `only` narrows them to what a search found or a person chose: search words never travel. */
const casesSchema = z.strictObject({
  of: z.literal('cases'),
  format: z.enum(fileFormats),
  question: questionSchema,
  only: z.array(idSchema).max(5_000).readonly().optional(),
})

/** The report of one consortium. */
const consortiumSchema = z.strictObject({ of: z.literal('consortium'), format: z.enum(fileFormats), consortium: slugSchema })

export const downloadSchema = z.discriminatedUnion('of', [casesSchema, consortiumSchema])
export type AskedDownload = z.output<typeof downloadSchema>

export const ticketSchema = z.object({
  /** Where the file is, once, until then. */
  path: z.string(),
  until: instantSchema,
  /** How many rows it holds. */
  rows: z.int().min(0),
  /** True where it names people. */
  names: z.boolean(),
})
export type Ticket = z.output<typeof ticketSchema>
