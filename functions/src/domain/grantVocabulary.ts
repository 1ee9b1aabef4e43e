/** How far a rule of a pot is met: who waives one says why. */
export const ruleResults = ['pass', 'fail', 'waived'] as const
export type RuleResult = (typeof ruleResults)[number]

/** What the law on subsidies asks of a pot: nothing, because it is not public money or is no subsidy; or the three letters of minimal financial assistance. */
export const subsidyPositions = ['not-public-money', 'not-a-subsidy', 'minimal-assistance'] as const
export type SubsidyPosition = (typeof subsidyPositions)[number]

/** What a programme may ask beside its rules. An answer raises a flag and never refuses. */
export const flagQuestions = ['same-household', 'council-debt'] as const
export type FlagQuestion = (typeof flagQuestions)[number]

export const flagAnswers = ['no', 'yes', 'not-known'] as const

/** How finance made sure of the account. The account itself is never held here. */
export const accountChecks = ['payee-check', 'bank-letter', 'statement-seen', 'known-supplier'] as const
export type AccountCheck = (typeof accountChecks)[number]

/**
 * What finance calls a payment: letters, digits and a few marks. What looks like a sort code, an account number, the two together or an
 * IBAN is refused, whatever marks stand between the digits: bank details are never held here.
 */
export const paymentReferencePattern =
  /^(?!(?:\d[/.-]*){6}$)(?!(?:\d[/.-]*){8}$)(?!(?:\d[/.-]*){14}$)(?![A-Za-z]{2}[/.-]*(?:\d[/.-]*){2}(?:[A-Za-z][/.-]*){4}(?:\d[/.-]*){14}$)(?![A-Za-z/.-]*$)[A-Za-z0-9][A-Za-z0-9/.-]{1,23}$/

/** Why money is asked back. */
export const clawbackReasons = ['not-spent-as-agreed', 'no-evidence', 'wrong-information', 'paid-twice-over', 'stopped'] as const
export type ClawbackReason = (typeof clawbackReasons)[number]

/** Why a grant comes to its end: its evidence was seen, or they did not take it up. */
export const closings = ['evidence-seen', 'not-taken-up', 'settled-otherwise'] as const
export type GrantClosing = (typeof closings)[number]

/** Where a grant is. Verification stands beside it: it is asked for above the small-grant limit only. */
export const grantStates = [
  'recommended',
  'assessed',
  'sent-back',
  'turned-down',
  'decided',
  'offered',
  'accepted',
  'part-paid',
  'paid',
  'evidence-seen',
  'closed',
] as const
export type GrantState = (typeof grantStates)[number]

/** The parts that different people have in a grant: nobody has two of them. */
export const grantParts = ['recommended', 'assessed', 'decided', 'verified', 'paid'] as const
export type GrantPart = (typeof grantParts)[number]

/** What an entry of a pot's ledger does. */
export const ledgerKinds = ['put-in', 'set-aside', 'set-free', 'paid', 'came-back', 'recovered', 'written-off'] as const
export type LedgerKind = (typeof ledgerKinds)[number]
