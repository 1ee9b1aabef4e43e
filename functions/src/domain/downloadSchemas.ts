import * as z from 'zod'
import { instantSchema, idSchema, plainDateSchema, slugSchema } from './valueSchemas.ts'
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

/** A fund's ledger: all of it, or of it only the entries that a search or a filter found. */
const ledgerSchema = z.strictObject({
  of: z.literal('ledger'),
  format: z.enum(fileFormats),
  only: z.array(z.int().min(1)).max(20_000).readonly().optional(),
})

/** What was committed and not paid at the end of a day, by cost code; `knownAt`, where it is what was shown before. */
const yearEndSchema = z.strictObject({
  of: z.literal('year-end'),
  format: z.enum(fileFormats),
  asAt: plainDateSchema,
  knownAt: instantSchema.optional(),
})

/** Files of a fund for finance. */
export const fundFileSchema = z.discriminatedUnion('of', [ledgerSchema, yearEndSchema])
export type AskedFundFile = z.output<typeof fundFileSchema>

/** The formats of a list that the public may read: the package of the standard is JSON. */
const publicFormats = ['json', 'csv'] as const
export type PublicFormat = (typeof publicFormats)[number]

/** As at a day, today where none is said; `knownAt`, where it is what was shown before. */
const moment = { asAt: plainDateSchema.optional(), knownAt: instantSchema.optional() }

/** Every grant of a fund: for finance, or for the public as the 360Giving standard and the Transparency Code have it. */
export const publicationSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('register'), format: z.enum(fileFormats), ...moment }),
  z.strictObject({ of: z.literal('three-sixty'), format: z.enum(publicFormats), ...moment }),
  z.strictObject({ of: z.literal('transparency'), format: z.literal('csv'), ...moment }),
])
export type AskedPublication = z.output<typeof publicationSchema>

/** Anything that a ticket may stand for. A file of a fund names its fund. */
export type AskedFile = AskedDownload | ((AskedFundFile | AskedPublication) & { pot: string })

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
