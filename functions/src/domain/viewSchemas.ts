import * as z from 'zod'
import { flags } from './flags.ts'
import { columns, layouts, sorts, views } from './listQuestion.ts'
import { idSchema, slugSchema } from './valueSchemas.ts'
import { legalForms, milestones } from './vocabulary.ts'
import { standings } from './wireSchemas.ts'

/** Saved views of the list, and what may be asked of a file of it. They hold codes; only the name of a view is words. */

export const filtersSchema = z.strictObject({
  status: z
    .array(z.enum(['open', ...standings]))
    .max(standings.length + 1)
    .readonly(),
  area: z.array(slugSchema).max(200).readonly(),
  form: z
    .array(z.enum(['none', ...legalForms]))
    .max(legalForms.length + 1)
    .readonly(),
  step: z.array(z.enum(milestones)).max(milestones.length).readonly(),
  flag: z.array(z.enum(flags)).max(flags.length).readonly(),
  catalyst: z
    .array(z.union([idSchema, z.literal('nobody')]))
    .max(60)
    .readonly(),
  // Left out in views and links that are older than these two.
  service: z.array(slugSchema).max(200).readonly().default([]),
  serves: z.array(slugSchema).max(200).readonly().default([]),
})

export const questionSchema = z.strictObject({
  view: z.enum(views),
  sort: z.strictObject({ by: z.enum(sorts), down: z.boolean() }),
  filters: filtersSchema,
})

const columnsSchema = z.array(z.enum(columns)).max(columns.length).readonly()

/** How the list looks: what is asked of it, and how it is laid out. */
export const lookSchema = z.strictObject({ ...questionSchema.shape, layout: z.enum(layouts), columns: columnsSchema })
export type Look = z.output<typeof lookSchema>

/** The name of a view, as people type it. */
export const viewNameSchema = z.string().trim().min(1).max(60)

/** A view as it is kept: `shared` shows it to everyone in the programme. */
export const keptViewSchema = z.strictObject({ name: viewNameSchema, shared: z.boolean(), look: lookSchema })
export type KeptView = z.output<typeof keptViewSchema>

export const savedViewSchema = z.object({
  id: idSchema,
  name: z.string(),
  shared: z.boolean(),
  /** True where the reader may rename it, change it and remove it. */
  mayChange: z.boolean(),
  look: lookSchema,
})
export type SavedView = z.output<typeof savedViewSchema>

export const viewsSchema = z.object({
  /** The columns this person chose last; null until they chose. */
  columns: columnsSchema.nullable(),
  views: z.array(savedViewSchema),
})
export type Views = z.output<typeof viewsSchema>

export const chosenColumnsSchema = z.strictObject({ columns: columnsSchema })
