import * as z from 'zod'
import { legalForms } from './vocabulary.ts'

const yesNoUnsure = z.enum(['yes', 'no', 'not-sure'])

/** The answers of the CQC check, in its version 1. What was not asked is left out; "not sure" is never "no". */
export const cqcAnswersSchema = z.strictObject({
  version: z.literal(1),
  personalCare: yesNoUnsure,
  otherActivity: yesNoUnsure,
  unableThemselves: yesNoUnsure.optional(),
  whereTheyLive: yesNoUnsure.optional(),
  onePersonGivesAll: yesNoUnsure.optional(),
  takenOnBy: z.enum(['person', 'attorney', 'other-family', 'council-or-nhs', 'agency', 'not-sure']).optional(),
  inCharge: yesNoUnsure.optional(),
  agencyStays: yesNoUnsure.optional(),
  onlyIntroduces: yesNoUnsure.optional(),
  form: z.enum([...legalForms, 'not-sure']).optional(),
  commissioned: yesNoUnsure.optional(),
  children: yesNoUnsure.optional(),
})
export type CqcAnswers = z.output<typeof cqcAnswersSchema>
