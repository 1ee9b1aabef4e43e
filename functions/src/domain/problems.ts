import * as z from 'zod'

/** An answer that says no, in the words of RFC 9457. `kind` names the refusal; extra members depend on it. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** A sentence to the person who asked. */
  detail: z.string(),
  kind: z.string(),
  /** Quote this when you ask for help. */
  traceId: z.string(),
  /** Where in the request the faults are. */
  errors: z.array(z.object({ where: z.string(), what: z.string() })).optional(),
})
export type Problem = z.output<typeof problemSchema>
