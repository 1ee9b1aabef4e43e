import * as z from 'zod'
import { endings } from './vocabulary.ts'

const count = z.int().min(0)

/** What the lead said about a file. Fixes name the row as the file numbers it (the heading is row 1) and the column by its name. */
export const importAnswersSchema = z.strictObject({
  /** What `established` means here; `new` where nobody said. */
  established: z.enum(['new', 'existing']).optional(),
  /** Are the ones that stopped still in the file? `all` where nobody said. */
  stopped: z.enum(['all', 'some', 'unsure']).optional(),
  /** Were small grant amounts pounds or pence? */
  grantsIn: z.enum(['pounds', 'pence']).optional(),
  /** The file's words for why one stopped, as a kind of ending each. */
  endings: z.record(z.string().max(300), z.enum(endings)).optional(),
  fixes: z
    .array(z.strictObject({ row: z.int().min(2), column: z.string().max(60), value: z.string().max(10_000) }))
    .max(20_000)
    .optional(),
  /** Bring in the good rows and leave out the bad ones. */
  skipBad: z.boolean().optional(),
})
export type ImportAnswers = z.output<typeof importAnswersSchema>

/** What is wrong, or worth a look, in one cell. `row` is the row as the file numbers it; `column` is null where it is the whole row or file. */
const remarkSchema = z.strictObject({
  row: count.nullable(),
  column: z.string().nullable(),
  reference: z.string().nullable(),
  name: z.string().nullable(),
  value: z.string().nullable(),
  kind: z.string(),
  /** A sentence to the lead. */
  what: z.string(),
})
export type ImportRemark = z.output<typeof remarkSchema>

/** What an import did, or a dry run says it would do. */
export const importReportSchema = z.strictObject({
  dryRun: z.boolean(),
  /** Rows in the file below its headings. Over all calls `written + unchanged + refused` is as many: each call counts those it dealt with. */
  rows: count,
  /** Rows written by this call; in a dry run, rows that would be. */
  written: count,
  unchanged: count,
  /** Rows that are bad. */
  refused: count,
  /** Where to go on: post the same file again with `?from={next}`. Null at the end. */
  next: count.nullable(),
  /** Of the rows to write: in a dry run, how many are new and how many differ from what an import recorded. */
  fresh: count,
  changed: count,
  errors: z.array(remarkSchema),
  warnings: z.array(remarkSchema),
  /** Cells that differ from what an import recorded, and what a person recorded since, which stays. */
  changes: z.array(
    z.strictObject({
      row: count,
      reference: z.string(),
      name: z.string().nullable(),
      column: z.string(),
      before: z.string(),
      after: z.string(),
      becomes: z.enum(['added', 'replaced', 'taken-back', 'kept-as-a-person-recorded-it']),
    }),
  ),
  columns: z.strictObject({ read: z.array(z.string()), notRead: z.array(z.string()) }),
  /** What the file makes us ask, and only that. */
  questions: z.strictObject({
    established: count,
    stopped: z.boolean(),
    grantsIn: z.boolean(),
    endings: z.array(z.strictObject({ words: z.string(), rows: count, ending: z.enum(endings).nullable() })),
  }),
})
export type ImportReport = z.output<typeof importReportSchema>
