import type { GrantKind, Happening } from './facts.ts'
import type { Step } from './fold.ts'
import type { Grant } from './grants.ts'
import { owedBackPence, paidPence, setAsidePence, unseenPence } from './grants.ts'
import type { GrantState } from './grantVocabulary.ts'
import { adding, grantHaving, grantOf, having } from './having.ts'
import { toPence } from './quantities.ts'
import type { Impossible, SupportCase } from './supportCase.ts'

const paidOut = ['part-paid', 'paid', 'evidence-seen', 'closed'] as const

/** From which states each step is taken. What begins a grant stands apart. */
const takenFrom = {
  'grant-assessed': ['recommended', 'assessed'],
  'grant-sent-back': ['recommended', 'assessed'],
  'grant-turned-down': ['recommended', 'assessed', 'sent-back'],
  'grant-offered': ['decided'],
  // Once more where the first yes came without what the Act asks of them.
  'grant-accepted': ['offered', 'accepted'],
  'grant-verified': ['decided', 'offered', 'accepted', 'part-paid'],
  'grant-paid': ['decided', 'offered', 'accepted', 'part-paid'],
  'grant-evidence-seen': ['part-paid', 'paid', 'evidence-seen'],
  'grant-returned': paidOut,
  'grant-asked-back': paidOut,
  'grant-clawed-back': paidOut,
  'grant-written-off': paidOut,
  'grant-closed': ['decided', 'offered', 'accepted', 'part-paid', 'paid', 'evidence-seen'],
} as const satisfies Record<Exclude<GrantKind, 'grant-recommended' | 'grant-decided'>, readonly GrantState[]>

type LaterKind = keyof typeof takenFrom

/** Grants, each known by its id. A decision that comes later in the history is no decision yet. */
export function foldGrants(before: SupportCase, fact: Happening<GrantKind>, all: readonly Happening[]): Step {
  const grant = before.grants.find(({ grantId }) => grantId === fact.data.grantId)
  if (fact.kind === 'grant-recommended') return recommended(before, fact, grant)
  if (fact.kind === 'grant-decided') return decided(before, fact, grant)
  if (!grant) return { next: before, impossible: withoutGrant(fact, all) }
  const too = tooMuchOrTooSoon(grant, fact)
  const { next, impossible } = after(grant, fact)
  return { next: withGrant(before, grant, next), ...((too ?? impossible) && { impossible: too ?? impossible }) }
}

const withGrant = (before: SupportCase, old: Grant, next: Grant): SupportCase =>
  having(before, { grants: before.grants.map(each => (each === old ? next : each)) })

function recommended(before: SupportCase, fact: Happening<'grant-recommended'>, grant: Grant | undefined): Step {
  const { happenedOn: on, recordedBy: by, data } = fact
  const { grantId, pot, number, pence, gap, flags = {}, textId, whyTextId } = data
  if (grant && grant.state !== 'sent-back')
    return { next: before, impossible: { kind: 'twice', what: fact.kind, on, firstOn: grant.recommended?.on ?? grant.since } }
  const begun = grantOf({ grantId, state: 'recommended', since: on, pot, number, gap, pence }, nothingSettled)
  const next = grantHaving(begun, { recommended: { on, by, pence, flags, textId, whyTextId } })
  return { next: grant ? withGrant(before, grant, next) : having(before, { grants: adding(before.grants, next) }) }
}

function decided(before: SupportCase, fact: Happening<'grant-decided'>, grant: Grant | undefined): Step {
  const { happenedOn: on, recordedBy: by } = fact
  const { grantId, pence, gap, rules = [], panel, textId } = fact.data
  if (grant?.decided) return { next: before, impossible: { kind: 'twice', what: fact.kind, on, firstOn: grant.decided.on } }
  const step = { state: 'decided', since: on, gap, pence, decided: { on, by, pence, rules, panel, textId } } as const
  if (!grant) {
    const begun = grantOf({ grantId, pot: undefined, number: undefined, state: 'decided', since: on, gap, pence }, nothingSettled)
    return { next: having(before, { grants: adding(before.grants, grantHaving(begun, step)) }) }
  }
  const next = withGrant(before, grant, grantHaving(grant, step))
  return grant.state === 'recommended' || grant.state === 'assessed'
    ? { next }
    : { next, impossible: { kind: 'grant-not-there-yet', what: fact.kind, on, state: grant.state } }
}

const nothingSettled = {
  recommended: undefined,
  assessed: undefined,
  decided: undefined,
  said: undefined,
  offeredOn: undefined,
  acceptance: undefined,
  verified: undefined,
  payments: [],
  evidence: [],
  returnedPence: toPence(0),
  askedBackPence: toPence(0),
  recoveredPence: toPence(0),
  writtenOffPence: toPence(0),
  closed: undefined,
}

function withoutGrant({ kind, happenedOn: on, data: { grantId } }: Happening<GrantKind>, all: readonly Happening[]): Impossible {
  if (kind !== 'grant-paid') return { kind: 'no-such-grant', what: kind, on }
  const decision = all.find(each => each.kind === 'grant-decided' && each.data.grantId === grantId)
  return decision ? { kind: 'paid-before-decision', on, decidedOn: decision.happenedOn } : { kind: 'paid-without-decision', on }
}

/** A step from where it is not taken. A second payment of what is paid already is the same thing twice. */
function tooMuchOrTooSoon(grant: Grant, fact: Happening<LaterKind>): Impossible | undefined {
  const { kind, happenedOn: on } = fact
  const [first] = grant.payments
  const paidUp = first && (grant.pot === undefined || grant.state === 'paid' || grant.state === 'evidence-seen')
  if (kind === 'grant-paid' && paidUp) return { kind: 'twice', what: kind, on, firstOn: first.on }
  const { acceptance } = grant
  if (fact.kind === 'grant-accepted' && acceptance && (acceptance.confirmed || !fact.data.confirmed))
    return { kind: 'twice', what: kind, on, firstOn: acceptance.on }
  const from: readonly GrantState[] = takenFrom[kind]
  return from.includes(grant.state) ? undefined : { kind: 'grant-not-there-yet', what: kind, on, state: grant.state }
}

type After = { next: Grant; impossible?: Impossible }

function after(grant: Grant, fact: Happening<LaterKind>): After {
  const { happenedOn: on, recordedBy: by } = fact
  const done = { on, by }
  switch (fact.kind) {
    case 'grant-assessed': {
      const { pence, recommends, rules = [], textId } = fact.data
      return { next: grantHaving(grant, { state: 'assessed', since: on, pence, assessed: { ...done, pence, recommends, rules, textId } }) }
    }
    case 'grant-sent-back':
      return { next: grantHaving(grant, { state: 'sent-back', since: on, said: { ...done, textId: fact.data.textId } }) }
    case 'grant-turned-down':
      return { next: grantHaving(grant, { state: 'turned-down', since: on, said: { ...done, textId: fact.data.textId } }) }
    case 'grant-offered':
      return { next: grantHaving(grant, { state: 'offered', since: on, offeredOn: on }) }
    case 'grant-accepted': {
      const { confirmed = false, earlierPence } = fact.data
      const acceptance = { ...done, confirmed, earlierPence }
      // What came later in writing is the same yes, and has waited no shorter.
      return { next: grantHaving(grant, { state: 'accepted', since: grant.acceptance ? grant.since : on, acceptance }) }
    }
    case 'grant-verified':
      return { next: grantHaving(grant, { verified: { ...done, account: fact.data.account } }) }
    case 'grant-paid':
      return paid(grant, fact)
    case 'grant-evidence-seen': {
      const { pence, textId } = fact.data
      return { next: settled(grantHaving(grant, { evidence: adding(grant.evidence, { on, pence, textId }) }), on) }
    }
    case 'grant-returned':
    case 'grant-asked-back':
    case 'grant-clawed-back':
    case 'grant-written-off':
      return back(grant, fact)
    case 'grant-closed':
      return { next: grantHaving(grant, { state: 'closed', since: on, closed: { ...done, why: fact.data.why } }) }
  }
}

function paid(grant: Grant, fact: Happening<'grant-paid'>): After {
  const { happenedOn: on, recordedBy: by } = fact
  const { pence, account, reference, evidenceDueOn } = fact.data
  const payments = adding(grant.payments, { on, by, pence, account, reference, evidenceDueOn })
  const next = grantHaving(grant, { payments, since: on, state: 'paid' })
  if (paidPence(next) > (grant.decided?.pence ?? 0)) return { next, impossible: { kind: 'paid-more-than-decided', on } }
  // A grant of older days is paid by its one payment, however much it was.
  // The balance may come after receipts for all of it.
  return { next: grant.pot !== undefined && setAsidePence(next) > 0 ? grantHaving(next, { state: 'part-paid' }) : settled(next, on) }
}

function back(grant: Grant, fact: Happening<'grant-returned' | 'grant-asked-back' | 'grant-clawed-back' | 'grant-written-off'>): After {
  const { kind, happenedOn: on } = fact
  const { pence } = fact.data
  const next = grantHaving(grant, {
    returnedPence: toPence(grant.returnedPence + (kind === 'grant-returned' ? pence : 0)),
    askedBackPence: toPence(grant.askedBackPence + (kind === 'grant-asked-back' ? pence : 0)),
    recoveredPence: toPence(grant.recoveredPence + (kind === 'grant-clawed-back' ? pence : 0)),
    writtenOffPence: toPence(grant.writtenOffPence + (kind === 'grant-written-off' ? pence : 0)),
  })
  const owed = next.askedBackPence - next.recoveredPence - next.writtenOffPence
  // What came back by itself and what is asked back are never more than what was paid.
  const isTooMuch = owed < 0 || next.returnedPence + next.askedBackPence > paidPence(next)
  return { next: settled(next, on), ...(isTooMuch && { impossible: { kind: 'back-more-than-paid', what: kind, on } as const }) }
}

/** All of it accounted for, by evidence or by what came back: then there is nothing left to ask for. */
function settled(grant: Grant, on: Happening['happenedOn']): Grant {
  const isPaidOut = grant.state === 'paid' || grant.state === 'evidence-seen'
  if (!isPaidOut) return grant
  const isSeen = unseenPence(grant) === 0 && owedBackPence(grant) === 0
  if (isSeen === (grant.state === 'evidence-seen')) return grant
  return grantHaving(grant, { state: isSeen ? 'evidence-seen' : 'paid', since: on })
}
