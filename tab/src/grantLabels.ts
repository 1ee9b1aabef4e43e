import type { GrantStep } from '#domain/grantRules.ts'
import type {
  AccountCheck,
  ClawbackReason,
  FlagQuestion,
  GrantClosing,
  GrantState,
  LedgerKind,
  RuleResult,
  SubsidyPosition,
} from '#domain/grantVocabulary.ts'

/** What a grant waits for. */
const grantStepLabels = {
  recommend: 'More was asked for',
  assess: 'Waiting to be assessed',
  decide: 'Waiting for a decision',
  offer: 'Offer to send',
  accept: 'Waiting for their yes',
  verify: 'Bank details to check',
  pay: 'Not paid yet',
  evidence: 'Waiting for receipts',
  close: 'To close',
} satisfies Record<GrantStep, string>

/** What is really next with a grant, as its fund's rules have it; where nobody says, where it is. */
export function whereItIs({ state }: { state: GrantState }, step: GrantStep | undefined): string {
  return step === undefined || (state === 'part-paid' && step === 'pay') ? grantStateLabels[state] : grantStepLabels[step]
}

/** Where a grant is. */
export const grantStateLabels = {
  recommended: 'Waiting for a decision',
  assessed: 'Waiting for a decision',
  'sent-back': 'More was asked for',
  'turned-down': 'Turned down',
  decided: 'Offer to send',
  offered: 'Waiting for their yes',
  accepted: 'Not paid yet',
  'part-paid': 'Part paid',
  paid: 'Waiting for receipts',
  'evidence-seen': 'To close',
  closed: 'Closed',
} satisfies Record<GrantState, string>

export const ruleResultLabels = { pass: 'Yes', fail: 'No', waived: 'Waived' } satisfies Record<RuleResult, string>

/** "Is it public money? Is it a subsidy?" */
export const subsidyLabels = {
  'not-public-money': 'It is not public money',
  'not-a-subsidy': 'Public money, but not a subsidy',
  'minimal-assistance': 'Public money, and a subsidy (minimal financial assistance)',
} satisfies Record<SubsidyPosition, string>

export const flagLabels = {
  'same-household': 'Has anyone else in their home had a grant?',
  'council-debt': 'Do they owe the council money?',
} satisfies Record<FlagQuestion, string>

export const accountCheckLabels = {
  'payee-check': 'The bank says the name matches',
  'bank-letter': 'A letter from the bank',
  'statement-seen': 'A bank statement was seen',
  'known-supplier': 'Finance has paid them before',
} satisfies Record<AccountCheck, string>

export const clawbackLabels = {
  'not-spent-as-agreed': 'Not spent as agreed',
  'no-evidence': 'No receipts',
  'wrong-information': 'What they told us was not right',
  'paid-twice-over': 'Somebody else paid for it too',
  stopped: 'They stopped',
} satisfies Record<ClawbackReason, string>

export const closingLabels = {
  'evidence-seen': 'All receipts were seen',
  'not-taken-up': 'They did not take it up',
  'settled-otherwise': 'It was settled another way',
} satisfies Record<GrantClosing, string>

/** An entry of the ledger. */
export const ledgerLabels = {
  'put-in': 'Money put in',
  'set-aside': 'Commitment',
  'set-free': 'Commitment ended',
  paid: 'Payment',
  'came-back': 'Return, unspent',
  recovered: 'Clawback recovered',
  'written-off': 'Written off',
} satisfies Record<LedgerKind, string>
