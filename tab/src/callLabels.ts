import type { CareKind, Payer } from '#domain/hours.ts'
import type { CallResult } from '#domain/vocabulary.ts'

/** Words for what a call asks. A code without words does not compile. */

/** What came of a call. */
export const callResultLabels = {
  'they-did': 'They did',
  'i-think-so': 'I think so',
  'no-answer': 'No answer',
} satisfies Record<CallResult, string>

export const payerLabels = {
  directPayment: 'Direct payment',
  healthBudget: 'Health budget',
  councilContract: 'Council contract',
  selfFunded: 'They pay themselves',
  free: 'Free',
} satisfies Record<Payer, string>

export const careKindLabels = {
  company: 'Company',
  helpAtHome: 'Help at home',
  breakForCarers: 'A break for carers',
  readyForWork: 'Getting ready for work',
  other: 'Something else',
} satisfies Record<CareKind, string>
