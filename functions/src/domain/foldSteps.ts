import type { Happening } from './facts.ts'
import type { Step } from './fold.ts'
import { settleInterview } from './foldTasks.ts'
import { asks } from './milestones.ts'
import type { PlainDate } from './plainDate.ts'
import type { Grant, Impossible, SupportCase } from './supportCase.ts'
import { adding, having } from './having.ts'

/** Set up: the form chosen, then the forms it has had. A later form keeps the earlier ones. */
export function foldConstitution(before: SupportCase, fact: Happening<'form-chosen' | 'constituted'>): SupportCase {
  const { constitution } = before
  if (fact.kind === 'form-chosen') {
    if (constitution.state === 'constituted') return before
    return having(before, { constitution: { state: 'chosen', form: fact.data.form, on: fact.happenedOn } })
  }
  const { form, register, identifier } = fact.data
  const present = { form, on: fact.happenedOn, register, identifier }
  const earlier = constitution.state === 'constituted' ? [...constitution.earlier, constitution.present] : []
  return having(before, { constitution: { state: 'constituted', present, earlier } })
}

/** The application to CQC moves on. Only what was registered can be deregistered. */
export function foldRegistration(before: SupportCase, { happenedOn, data }: Happening<'registration-moved'>): Step {
  const { registration, scoping } = before
  const begun = registration.state === 'not-begun' ? undefined : registration
  const next: SupportCase = having(before, {
    tasks: data.to === 'interview' ? settleInterview(before.tasks, happenedOn) : before.tasks,
    registration: {
      state: data.to,
      since: happenedOn,
      servedOn: servedOn(data, happenedOn),
      registeredOn: data.to === 'registered' ? happenedOn : begun?.registeredOn,
      providerId: data.providerId ?? begun?.providerId,
      locationIds: data.locationIds ?? begun?.locationIds ?? [],
      moves: adding(begun?.moves ?? [], { to: data.to, on: happenedOn }),
    },
  })
  if (data.to === 'deregistered' && !begun?.registeredOn) return { next, impossible: { kind: 'not-registered', on: happenedOn } }
  return data.to === 'registered' && asks(scoping) === 'nothing'
    ? { next, shouldNotHave: { kind: 'registered-though-not-needed', on: happenedOn } }
    : { next }
}

/** A notice counts from the day it was served; where that is not known, from the day it came to light. */
const servedOn = ({ to, servedOn: told }: Happening<'registration-moved'>['data'], on: PlainDate): PlainDate | undefined =>
  told ?? (to === 'notice-of-proposal' || to === 'refused' ? on : undefined)

/** Grants: decided, then paid, each known by its id. A decision that comes later in the history is no decision yet. */
export function foldGrants(before: SupportCase, fact: Happening<'grant-decided' | 'grant-paid'>, all: readonly Happening[]): Step {
  const { happenedOn } = fact
  const grant = before.grants.find(({ grantId }) => grantId === fact.data.grantId)
  if (fact.kind === 'grant-decided') {
    if (grant) return { next: before, impossible: { kind: 'twice', what: fact.kind, on: happenedOn, firstOn: grant.decidedOn } }
    const { grantId, pence, gap } = fact.data
    const decided: Grant = { state: 'decided', grantId, pence, gap, decidedOn: happenedOn, decidedBy: fact.recordedBy }
    return { next: having(before, { grants: adding(before.grants, decided) }) }
  }
  if (!grant) return { next: before, impossible: paidTooSoon(fact, all) }
  if (grant.state === 'paid') {
    return { next: before, impossible: { kind: 'twice', what: fact.kind, on: happenedOn, firstOn: grant.paidOn } }
  }
  const paid: Grant = { ...grant, state: 'paid', paidOn: happenedOn }
  const next = having(before, { grants: before.grants.map(each => (each === grant ? paid : each)) })
  return fact.data.pence > grant.pence ? { next, impossible: { kind: 'paid-more-than-decided', on: happenedOn } } : { next }
}

function paidTooSoon(
  { happenedOn: on, data: { grantId } }: Happening<'grant-decided' | 'grant-paid'>,
  all: readonly Happening[],
): Impossible {
  const decision = all.find(each => each.kind === 'grant-decided' && each.data.grantId === grantId)
  return decision ? { kind: 'paid-before-decision', on, decidedOn: decision.happenedOn } : { kind: 'paid-without-decision', on }
}
