import type { GrantCommand } from './grantCommandSchemas.ts'
import type { RuleResult } from './grantVocabulary.ts'
import type { Grant } from './grants.ts'
import { grantedOf, isSettled, keptPence, owedBackPence, setAsidePence, unseenPence } from './grants.ts'
import type { PlainDate } from './plainDate.ts'
import type { Pot } from './pots.ts'
import type { Pence } from './quantities.ts'
import { toPence } from './quantities.ts'
import type { Dealings } from './separation.ts'
import { boundBy } from './separation.ts'
import type { OverSubsidyLimit } from './subsidy.ts'
import { assistanceOf, overSubsidyLimit } from './subsidy.ts'
import type { SupportCase } from './supportCase.ts'
import type { CapacityGap } from './vocabulary.ts'

/** Why a step of a grant is not taken: what would clear it is in each. */
export type CannotGrant =
  | { kind: 'outside-the-fund'; from: PlainDate; to: PlainDate }
  | { kind: 'gap-not-of-this-fund'; gap: CapacityGap }
  | { kind: 'nothing-granted' }
  | { kind: 'over-the-cap'; capPence: Pence; hadPence: Pence }
  | { kind: 'sent-back-first'; number: number }
  | { kind: 'last-grant-open'; number: number }
  | { kind: 'record-is-merged' }
  | { kind: 'not-assessed'; smallPence: Pence }
  | { kind: 'rule-not-answered'; rule: string }
  | { kind: 'rule-not-met'; rule: string }
  | { kind: 'panel-too-small'; quorum: number; counted: number }
  | { kind: 'not-on-the-panel' }
  | { kind: 'over-your-limit'; limitPence: Pence }
  | { kind: 'not-enough-left'; leftPence: Pence; pence: Pence }
  | { kind: 'not-accepted' }
  | { kind: 'not-confirmed' }
  | { kind: 'not-verified'; smallPence: Pence }
  | { kind: 'account-not-said' }
  | { kind: 'payment-reference-missing' }
  | { kind: 'account-checked-later'; checkedOn: PlainDate; happenedOn: PlainDate }
  | { kind: 'receipts-missing'; pence: Pence }
  | { kind: 'money-owed-back'; pence: Pence }
  | { kind: 'close-without-words'; pence: Pence }
  | { kind: 'money-paid-already'; pence: Pence }
  | OverSubsidyLimit

/** A step that is about to be taken: by whom, on which case as it stands on that day, from which pot. */
export type GrantQuestion = {
  command: GrantCommand
  oid: string
  dealings: Dealings
  supportCase: SupportCase
  /** Grants on other records of the same enterprise: those that were merged with this one. */
  elsewhere: readonly Grant[]
  pot: Pot
  /** Every fund of the programme: what was paid by any of them under the Act counts. */
  pots: readonly Pick<Pot, 'potId' | 'subsidy'>[]
  /** Who in the programme may read the papers, by object id: only they count on a panel. */
  members: readonly string[]
}

/** What the pot's rules say against a step; undefined where nothing does. Who may take it is another question: see `boundBy`. */
export function grantRefusal(question: GrantQuestion): CannotGrant | undefined {
  const { command, supportCase, pot } = question
  if (command.kind === 'recommend-grant') return recommending(command, question)
  if (command.kind === 'declare-interest') return undefined
  const grant = supportCase.grants.find(({ grantId }) => grantId === command.grantId)
  if (!grant) return undefined
  switch (command.kind) {
    case 'assess-grant':
      return unanswered(command.rules ?? [], pot)
    case 'decide-grant':
      return command.outcome === 'yes' ? deciding({ ...question, command }, grant) : undefined
    case 'verify-grant':
      return checkedLater(command)
    case 'pay-grant':
      return paying(command, grant, question)
    case 'close-grant':
      return closing(command, grant)
    case 'offer-grant':
    case 'accept-grant':
    case 'see-evidence':
    case 'take-back-unspent':
    case 'ask-grant-back':
    case 'recover-grant':
    case 'write-off-grant':
      return undefined
  }
}

type Of<K extends GrantCommand['kind']> = Extract<GrantCommand, { kind: K }>

function recommending(command: Of<'recommend-grant'>, question: GrantQuestion): CannotGrant | undefined {
  const { supportCase, elsewhere, pot } = question
  const { happenedOn, gap, pence, grantId } = command
  if (outside(pot, happenedOn)) return { kind: 'outside-the-fund', from: pot.from, to: pot.to }
  if (pot.gaps.length > 0 && !pot.gaps.includes(gap)) return { kind: 'gap-not-of-this-fund', gap }
  if (pence === 0) return { kind: 'nothing-granted' }
  if (supportCase.mergedInto !== undefined) return { kind: 'record-is-merged' }
  const back = supportCase.grants.find(grant => grant.state === 'sent-back' && grant.grantId !== grantId)
  if (back?.number !== undefined) return { kind: 'sent-back-first', number: back.number }
  // Whatever day this is dated, and whatever gate was gone past: one at a time.
  const open = [...supportCase.grants, ...elsewhere].find(grant => grant.grantId !== grantId && !isSettled(grant))
  if (open) return { kind: 'last-grant-open', number: open.number ?? 0 }
  return overTheCap(question, pence)
}

const outside = ({ from, to }: Pot, day: PlainDate): boolean => day < from || day > to

/**
 * Asked once more before money goes: a record that was merged meanwhile may have had its own from this pot. Where none was, the answer is that
 * of the decision.
 */
function mergedOverTheCap({ supportCase, elsewhere, pot: { potId, capPence } }: GrantQuestion, grant: Grant): CannotGrant | undefined {
  if (hadFrom(elsewhere, potId) === 0) return undefined
  const others = supportCase.grants.filter(({ grantId }) => grantId !== grant.grantId)
  const hadPence = hadFrom([...others, ...elsewhere], potId)
  return hadPence + hadFrom([grant], potId) > capPence ? { kind: 'over-the-cap', capPence, hadPence } : undefined
}

/** What they had from this pot before, kept or still to come, and this: no more than the pot gives to one enterprise. */
function overTheCap({ supportCase, elsewhere, pot: { potId, capPence } }: GrantQuestion, pence: number): CannotGrant | undefined {
  const hadPence = hadFrom([...supportCase.grants, ...elsewhere], potId)
  return hadPence + pence > capPence ? { kind: 'over-the-cap', capPence, hadPence } : undefined
}

/** What grants came to from one fund, kept or still to come, in whole pence. */
export const hadFrom = (grants: readonly Grant[], potId: string): Pence =>
  toPence(
    grantedOf({ grants })
      .filter(({ pot }) => pot === potId)
      .reduce((sum, grant) => sum + keptPence(grant) + setAsidePence(grant), 0),
  )

/** Each of the pot's rules has an answer. */
function unanswered(rules: readonly { rule: string }[], pot: Pot): CannotGrant | undefined {
  const rule = pot.rules.find(each => !rules.some(answer => answer.rule === each))
  return rule === undefined ? undefined : { kind: 'rule-not-answered', rule }
}

type Deciding = GrantQuestion & { command: Of<'decide-grant'> }

function deciding(question: Deciding, grant: Grant): CannotGrant | undefined {
  const { command, oid, supportCase, pot } = question
  const pence = command.pence ?? 0
  if (outside(pot, command.happenedOn)) return { kind: 'outside-the-fund', from: pot.from, to: pot.to }
  if (pence === 0) return { kind: 'nothing-granted' }
  if (supportCase.mergedInto !== undefined) return { kind: 'record-is-merged' }
  const limit = pot.limits.find(({ person }) => person === oid)
  if (limit && pence > limit.pence) return { kind: 'over-your-limit', limitPence: limit.pence }
  const isLarge = grant.pence > pot.smallPence
  if (isLarge && !grant.assessed) return { kind: 'not-assessed', smallPence: pot.smallPence }
  // What who looked at it said holds, unless the decision says otherwise.
  const rules = [...(command.rules ?? []), ...(grant.assessed?.rules ?? [])]
  const open = unanswered(rules, pot)
  if (open) return open
  const failed = pot.rules.find(rule => isFailed(rule, command.rules, grant.assessed?.rules))
  if (failed !== undefined) return { kind: 'rule-not-met', rule: failed }
  return (isLarge ? panelRefusal(question) : undefined) ?? overTheCap(question, pence)
}

type Answers = readonly { rule: string; result: RuleResult }[] | undefined

/** What the assessor found not met is waived with a reason, or it stays so: a decision does not turn it into a yes. */
function isFailed(rule: string, decision: Answers, assessment: Answers): boolean {
  const [now, before] = [decision, assessment].map(answers => answers?.find(answer => answer.rule === rule)?.result)
  return now === 'fail' || (before === 'fail' && now !== 'waived')
}

/** Who sat on it and counts: without an interest said now, and free to decide it. Whoever decides is one of them. */
function panelRefusal({ command, oid, dealings, pot, members }: Deciding): CannotGrant | undefined {
  const { grantId } = command
  if (pot.quorum === 0) return undefined
  const { present, interested } = command.panel ?? { present: [], interested: [] }
  const counted = new Set(
    present.filter(
      each => members.includes(each) && !interested.includes(each) && !boundBy(dealings, { part: 'decided', grantId, oid: each }),
    ),
  )
  if (counted.size < pot.quorum) return { kind: 'panel-too-small', quorum: pot.quorum, counted: counted.size }
  return counted.has(oid) ? undefined : { kind: 'not-on-the-panel' }
}

const checkedLater = ({ account, happenedOn }: Pick<Of<'pay-grant'>, 'account' | 'happenedOn'>): CannotGrant | undefined =>
  account && account.checkedOn > happenedOn ? { kind: 'account-checked-later', checkedOn: account.checkedOn, happenedOn } : undefined

/** The second letter first; then the account, by a second person above the small-grant limit; then the room that the Act leaves. */
function paying(command: Of<'pay-grant'>, grant: Grant, question: GrantQuestion): CannotGrant | undefined {
  const { pot, pots, supportCase, elsewhere } = question
  if (command.pence === 0) return { kind: 'nothing-granted' }
  if (!grant.acceptance) return { kind: 'not-accepted' }
  if (pot.subsidy === 'minimal-assistance' && !grant.acceptance.confirmed) return { kind: 'not-confirmed' }
  if ((grant.decided?.pence ?? 0) > pot.smallPence && !grant.verified) return { kind: 'not-verified', smallPence: pot.smallPence }
  if (!command.account && !grant.verified) return { kind: 'account-not-said' }
  if (!command.reference) return { kind: 'payment-reference-missing' }
  const later = checkedLater(command) ?? mergedOverTheCap(question, grant)
  if (later || pot.subsidy !== 'minimal-assistance') return later
  const { earlierPence = toPence(0) } = grant.acceptance
  const counted = assistanceOf([...supportCase.grants, ...elsewhere], pots)
  return overSubsidyLimit(command.pence, command.happenedOn, counted, earlierPence)
}

function closing({ why, note }: Of<'close-grant'>, grant: Grant): CannotGrant | undefined {
  const [missing, owed] = [unseenPence(grant), owedBackPence(grant)]
  if (owed > 0) return { kind: 'money-owed-back', pence: owed }
  if (why === 'settled-otherwise' && missing > 0 && !note) return { kind: 'close-without-words', pence: missing }
  if (why === 'evidence-seen' && missing > 0) return { kind: 'receipts-missing', pence: missing }
  return why === 'not-taken-up' && grant.payments.length > 0 ? { kind: 'money-paid-already', pence: keptPence(grant) } : undefined
}

/** Nothing is granted that the pot does not have. `left` is what is left to award. */
export const notEnoughLeft = (left: number, pence: number): CannotGrant | undefined =>
  pence > left ? { kind: 'not-enough-left', leftPence: toPence(left), pence: toPence(pence) } : undefined

/** What a grant waits for, and from whom: the next step, as the pot's rules have it. */
export const grantSteps = ['recommend', 'assess', 'decide', 'offer', 'accept', 'verify', 'pay', 'evidence', 'close'] as const
export type GrantStep = (typeof grantSteps)[number]

/** The next step of a grant of this pot; undefined where it is over. */
export function nextStepOf(grant: Grant, pot: Pick<Pot, 'smallPence' | 'subsidy'>): GrantStep | undefined {
  switch (grant.state) {
    case 'sent-back':
      return 'recommend'
    case 'recommended':
      return grant.pence > pot.smallPence ? 'assess' : 'decide'
    case 'assessed':
      return 'decide'
    case 'decided':
      return 'offer'
    case 'offered':
      return 'accept'
    case 'accepted':
    case 'part-paid':
      // Their yes came without what the Act asks of them: that is still to come.
      if (pot.subsidy === 'minimal-assistance' && !grant.acceptance?.confirmed) return 'accept'
      return grant.pence > pot.smallPence && !grant.verified ? 'verify' : 'pay'
    case 'paid':
      return 'evidence'
    case 'evidence-seen':
      return 'close'
    case 'turned-down':
    case 'closed':
      return undefined
  }
}
