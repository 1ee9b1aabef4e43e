import type { AccountCheck, FlagQuestion, GrantClosing, GrantState, RuleResult, flagAnswers } from './grantVocabulary.ts'
import type { PlainDate } from './plainDate.ts'
import type { Pence } from './quantities.ts'
import { toPence } from './quantities.ts'
import type { SupportCase } from './supportCase.ts'
import type { CapacityGap } from './vocabulary.ts'

/** How far one rule of the pot was met; why it was waived stands in a row that can be emptied. */
export type RuleSeen = { rule: string; result: RuleResult; textId?: string | undefined }
/** Who sat on the panel, by object id, and who of them is not counted because of an interest. */
export type Panel = { present: readonly string[]; interested: readonly string[] }

/** Somebody did something on a day. */
type Done = { on: PlainDate; by: string }
export type Recommended = Done & {
  pence: Pence
  flags: Readonly<Partial<Record<FlagQuestion, (typeof flagAnswers)[number]>>>
  textId: string | undefined
  whyTextId: string | undefined
}
export type Assessed = Done & { pence: Pence; recommends: boolean; rules: readonly RuleSeen[]; textId: string | undefined }
export type Decided = Done & { pence: Pence; rules: readonly RuleSeen[]; panel: Panel | undefined; textId: string | undefined }
export type Acceptance = Done & { confirmed: boolean; earlierPence: Pence | undefined }
type AccountSeen = { how: AccountCheck; checkedOn: PlainDate }
export type Payment = Done & {
  pence: Pence
  account: AccountSeen | undefined
  reference: string | undefined
  /** The day by which receipts are due; undefined where nothing was agreed. */
  evidenceDueOn: PlainDate | undefined
}

/** A grant, from the recommendation to its close. Money is whole pence. */
export type Grant = {
  grantId: string
  state: GrantState
  /** Since when it stands there. */
  since: PlainDate
  /** The fund it is asked of; none where others decided it, before the programme kept its fund here. */
  pot: string | undefined
  /** Its number within the pot: 121 is G-0121. */
  number: number | undefined
  gap: CapacityGap
  /** What was granted; until then, what is asked for. */
  pence: Pence
  recommended: Recommended | undefined
  assessed: Assessed | undefined
  decided: Decided | undefined
  /** Sent back, or turned down: when, by whom, and why. */
  said: (Done & { textId: string | undefined }) | undefined
  offeredOn: PlainDate | undefined
  acceptance: Acceptance | undefined
  verified: (Done & { account: AccountSeen }) | undefined
  payments: readonly Payment[]
  evidence: readonly { on: PlainDate; pence: Pence; textId: string | undefined }[]
  /** What came back unspent, what was asked back, and of that what was recovered and what was written off. */
  returnedPence: Pence
  askedBackPence: Pence
  recoveredPence: Pence
  writtenOffPence: Pence
  closed: (Done & { why: GrantClosing }) | undefined
}

const sum = (amounts: readonly { pence: number }[]): Pence => toPence(amounts.reduce((total, { pence }) => total + pence, 0))

/** What was paid out, before anything came back. */
export const paidPence = ({ payments }: Grant): Pence => sum(payments)

/** What they have seen receipts for. */
export const evidencedPence = ({ evidence }: Grant): Pence => sum(evidence)

/** What they keep: what was paid, less what came back. */
export const keptPence = (grant: Grant): Pence => toPence(paidPence(grant) - grant.returnedPence - grant.recoveredPence)

/** What was asked back and has neither come nor been written off. */
export const owedBackPence = (grant: Grant): Pence => toPence(grant.askedBackPence - grant.recoveredPence - grant.writtenOffPence)

/** What is set aside for it: what was granted and not yet paid, until it closes. */
export const setAsidePence = (grant: Grant): Pence =>
  toPence(grant.decided && !grant.closed ? Math.max(0, grant.decided.pence - paidPence(grant)) : 0)

/** Money that is still to be shown for: what they keep, less what was written off and what evidence was seen of. */
export const unseenPence = (grant: Grant): Pence => toPence(Math.max(0, keptPence(grant) - grant.writtenOffPence - evidencedPence(grant)))

/** Granted, whatever came of it. */
export type Granted = Grant & { decided: Decided }
export const isGranted = (grant: Grant): grant is Granted => grant.decided !== undefined

/** The grants that were granted, oldest decision first. */
export const grantedOf = ({ grants }: Pick<SupportCase, 'grants'>): Granted[] => grants.filter(isGranted)

/** The day on which a grant was first paid. */
export const paidOn = ({ payments }: Grant): PlainDate | undefined => payments[0]?.on

/** Granted, and not a penny paid yet; what was closed is not waited for. */
export const isUnpaid = (grant: Grant): grant is Granted => isGranted(grant) && grant.payments.length === 0 && !grant.closed

/** The day by which receipts for all that was paid are due; undefined where none is missing, or nothing was agreed. */
export const evidenceDueOn = (grant: Grant): PlainDate | undefined =>
  grant.closed || unseenPence(grant) === 0 ? undefined : grant.payments.at(-1)?.evidenceDueOn

/** Over: turned down or closed. One from before the programme kept its fund here is over once it is paid. */
export const isSettled = (grant: Grant): boolean =>
  grant.state === 'turned-down' || grant.state === 'closed' || (grant.pot === undefined && grant.payments.length > 0)

/** A grant's number as people say it. */
export const grantName = (number: number): string => `G-${String(number).padStart(4, '0')}`
