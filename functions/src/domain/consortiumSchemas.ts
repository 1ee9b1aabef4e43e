import * as z from 'zod'
import { inDates } from './consortia.ts'
import { idSchema, plainDateSchema, programmeIdSchema, slugSchema } from './valueSchemas.ts'

/** What travels about consortia: each with its members and what they have together. */

const count = z.int().min(0)

/** One who is or was a member. `name` is null for those who may not see names, `dbs` for those who may not see a DBS check. */
const memberSchema = z.object({
  id: idSchema,
  reference: z.string(),
  name: z.string().nullable(),
  joinedOn: plainDateSchema,
  leftOn: plainDateSchema.nullable(),
  /** Neither left nor ended. */
  isMember: z.boolean(),
  services: z.array(slugSchema),
  minutesPerWeek: count.nullable(),
  insurance: z.enum(inDates),
  dbs: z.enum(inDates).nullable(),
})

export const consortiaSchema = z.object({
  programme: programmeIdSchema,
  through: count,
  today: plainDateSchema,
  consortia: z.array(
    z.object({
      consortium: slugSchema,
      name: z.string(),
      members: count,
      services: z.array(slugSchema),
      /** Of those whose hours are known, and how many they are. */
      minutesPerWeek: count,
      withHours: count,
      rows: z.array(memberSchema),
    }),
  ),
})
export type Consortia = z.output<typeof consortiaSchema>
export type Consortium = Consortia['consortia'][number]
