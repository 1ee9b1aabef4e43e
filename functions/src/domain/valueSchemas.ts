import * as z from 'zod'
import type { Instant, PlainDate } from './plainDate.ts'
import { parseInstant, parsePlainDate } from './plainDate.ts'
import type { Pence } from './quantities.ts'

/** A calendar day that exists. */
export const plainDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(text => parsePlainDate(text) !== undefined, 'not a day that exists')
  .transform(text => text as PlainDate)

/** A moment in UTC, to the millisecond. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/)
  .refine(text => parseInstant(text) !== undefined, 'not a moment that exists')
  .transform(text => parseInstant(text) as Instant)

/** A random id, as the server makes them. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

/** A short coded name that a programme gives: an area, a service. Never a person's. */
export const slugSchema = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/)

/** A programme's id in addresses and keys. */
export const programmeIdSchema = z.string().regex(/^[a-z0-9-]{2,40}$/)

/** What the programme calls a record: letters, digits and a few marks, no spaces. */
export const referenceSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,23}$/)

/** Which fact: the log number that recorded it, and its place in that transaction. */
export const factIdSchema = z.string().regex(/^\d{1,10}\.\d{1,3}$/)

export const penceSchema = z
  .int()
  .min(0)
  .max(1_000_000_000)
  .transform(value => value as Pence)
export const countSchema = z.int().min(0).max(100_000)
/** A number whose unit its attribute says: pence, minutes a week, a count. */
export const countedSchema = z.int().min(0).max(1_000_000_000)
/** A time of day. */
export const timeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
/** Points to words in a row that can be emptied. */
export const textIdSchema = idSchema.optional()

/** An identifier in a public register. Its shape is checked by register in `identifiers.ts`; a tax reference is never stored. */
export const identifierSchema = z.string().regex(/^[A-Z0-9]{3,10}$/)
/** A CQC provider or location id, such as 1-101614751. */
export const cqcIdSchema = z.string().regex(/^1-\d{6,12}$/)
