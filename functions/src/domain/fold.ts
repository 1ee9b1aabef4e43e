import type { Happening, HappeningKind } from './facts.ts'
import { isBeside, isOfGrant, isOfTask } from './facts.ts'
import type { PlainDate } from './plainDate.ts'
import type { Accepted, AdvisedOnly, Declined, Impossible, ShouldNotHave, SupportCase } from './supportCase.ts'
import { endedOn, enquiredOn, going, nothingYet } from './supportCase.ts'
import { foldBesides, settleChanges } from './foldBesides.ts'
import { raiseScoping, scopingOf } from './foldScoping.ts'
import { foldGrants } from './foldGrants.ts'
import { foldConstitution, foldRegistration } from './foldSteps.ts'
import { foldTasks, settleNextContact } from './foldTasks.ts'
import { afterHearing, foldTrading } from './foldTrading.ts'
import { adding, having } from './having.ts'

/** What one step of a fold adds: the case as it then is, and what was wrong with that step. */
export type Step = { next: SupportCase; impossible?: Impossible; shouldNotHave?: ShouldNotHave }

/**
 * The support case that a list of facts amounts to. The list comes from `known`: corrections resolved, in order.
 * It never refuses: a history that makes no sense gives a state all the same, and `warnings` that say what makes none.
 * Stores keep what it gives: whoever changes that makes `presentVersion` the next.
 */
export function fold(facts: readonly Happening[]): SupportCase {
  return facts.reduce((supportCase, fact) => after(supportCase, fact, facts), nothingYet)
}

const after = (before: SupportCase, fact: Happening, all: readonly Happening[]): SupportCase =>
  raiseScoping(before, settleChanges(withWarnings(step(before, fact, all)), fact), fact)

/**
 * The support case after none, one, two and so on of these facts: at each place what `fold` gives of so many of them.
 * None at all where a step saw what came later, as a payment before its decision does: then each has to be folded by itself.
 */
export function foldEach(facts: readonly Happening[]): SupportCase[] {
  const states = [nothingYet]
  let last = nothingYet
  for (const fact of facts) {
    last = after(last, fact, facts)
    states.push(last)
  }
  return last.warnings.some(({ about }) => about.kind === 'paid-before-decision') ? [] : states
}

function withWarnings({ next, impossible, shouldNotHave }: Step): SupportCase {
  if (!impossible && !shouldNotHave) return next
  const warnings = [...next.warnings]
  if (impossible) warnings.push({ severity: 'impossible', about: impossible })
  if (shouldNotHave) warnings.push({ severity: 'should-not-have', about: shouldNotHave })
  return having(next, { warnings })
}

function step(before: SupportCase, fact: Happening, all: readonly Happening[]): Step {
  if (isBeside(fact)) return foldBesides(before, fact)
  if (isOfTask(fact)) return foldTasks(before, fact)
  if (isOfGrant(fact)) return foldGrants(before, fact, all)
  switch (fact.kind) {
    case 'enquired':
      return enquired(before, fact)
    case 'accepted':
    case 'advised-only':
    case 'declined':
      return triaged(before, fact)
    case 'assigned':
      return { next: having(before, { catalyst: fact.data.catalyst, handover: undefined }) }
    case 'idea-agreed':
      return ideaAgreed(before, fact)
    case 'form-chosen':
    case 'constituted':
      return { next: foldConstitution(before, fact) }
    case 'scoped':
      return { next: having(before, { scoping: scopingOf(fact) }) }
    case 'registration-moved':
      return foldRegistration(before, fact)
    case 'trading-began':
    case 'check-in-answered':
    case 'check-in-missed':
    case 'paused':
    case 'resumed':
    case 'stopped':
    case 'left-sight':
    case 'reopened':
      return foldTrading(before, fact)
    case 'care-return':
      return careReturned(before, fact)
    case 'contact':
      return contacted(before, fact)
    case 'price-set':
      return { next: having(before, { price: { pencePerHour: fact.data.pencePerHour, since: fact.happenedOn } }) }
    case 'services-offered':
      return { next: having(before, { services: fact.data.services, purposes: fact.data.purposes ?? before.purposes }) }
    case 'areas-served':
      return { next: having(before, { areasServed: fact.data.areas }) }
    case 'check-seen':
      return {
        next: having(before, { checksSeen: { ...before.checksSeen, [fact.data.check]: { on: fact.happenedOn, until: fact.data.until } } }),
      }
  }
}

function enquired(before: SupportCase, { kind, happenedOn, data }: Happening<'enquired'>): Step {
  const firstOn = enquiredOn(before.support)
  if (firstOn) return { next: before, impossible: { kind: 'twice', what: kind, on: happenedOn, firstOn } }
  return {
    next: having(before, {
      reference: data.reference,
      area: data.area,
      ventureKind: data.ventureKind ?? 'care-enterprise',
      heardOf: data.heardOf,
      lastJob: data.lastJob,
      told: data.told && { how: data.told, on: happenedOn },
      support: { state: 'enquiry', enquiredOn: happenedOn },
    }),
  }
}

function triaged(before: SupportCase, fact: Happening<'accepted' | 'advised-only' | 'declined'>): Step {
  const { kind, happenedOn } = fact
  const since = enquiredOn(before.support)
  if (!since) return { next: before, impossible: { kind: 'before-enquiry', what: kind, on: happenedOn } }
  const end = endedOn(before.support)
  if (end) return { next: before, impossible: { kind: 'after-the-end', what: kind, on: happenedOn, endedOn: end } }
  const answered = answerOf(before)
  if (answered?.state === kind) {
    return { next: before, impossible: { kind: 'twice', what: kind, on: happenedOn, firstOn: answered.on } }
  }
  const support = before.support.state === 'paused' ? { ...before.support, before: answer(since, fact) } : answer(since, fact)
  return { next: having(before, { support }) }
}

function answer(since: PlainDate, fact: Happening<'accepted' | 'advised-only' | 'declined'>): Accepted | AdvisedOnly | Declined {
  const from = { enquiredOn: since }
  switch (fact.kind) {
    case 'accepted':
      return { state: 'accepted', ...from, acceptedOn: fact.happenedOn, origin: fact.data.origin, service: fact.data.service }
    case 'advised-only':
      return { state: 'advised-only', ...from, advisedOn: fact.happenedOn }
    case 'declined':
      return { state: 'declined', ...from, declinedOn: fact.happenedOn, reason: fact.data.reason, referredTo: fact.data.referredTo }
  }
}

function answerOf({ support }: SupportCase): { state: HappeningKind; on: PlainDate } | undefined {
  const before = going(support)
  switch (before?.state) {
    case 'accepted':
      return { state: 'accepted', on: before.acceptedOn }
    case 'advised-only':
      return { state: 'advised-only', on: before.advisedOn }
    case 'declined':
      return { state: 'declined', on: before.declinedOn }
    case 'enquiry':
    case undefined:
      return undefined
  }
}

function ideaAgreed(before: SupportCase, { kind, happenedOn, data }: Happening<'idea-agreed'>): Step {
  if (before.idea.state === 'agreed') {
    return { next: before, impossible: { kind: 'twice', what: kind, on: happenedOn, firstOn: before.idea.on } }
  }
  return { next: having(before, { idea: { state: 'agreed', on: happenedOn, shapedWithPeople: data.shapedWithPeople } }) }
}

function careReturned(before: SupportCase, { id, happenedOn, data }: Happening<'care-return'>): Step {
  const { jobs, minutesPerWeek, people, councilPaidMinutes, personalCareMinutes, paid, kinds, told = 'they-did', same = false } = data
  const numbers = { jobs, minutesPerWeek, people, councilPaidMinutes, personalCareMinutes, paid, kinds }
  const careReturn = { on: happenedOn, factId: id, ...numbers, told, same }
  return { next: having(before, { careReturns: adding(before.careReturns, careReturn) }) }
}

function contacted(before: SupportCase, fact: Happening<'contact'>): Step {
  const { happenedOn, data } = fact
  const contact = { on: happenedOn, reached: data.reached, heard: data.heard }
  const next = having(before, { contacts: adding(before.contacts, contact) })
  if (!data.reached) return { next }
  const spoken = settleNextContact(next, fact)
  return { next: data.heard ? afterHearing(spoken, happenedOn, data.heard) : spoken }
}
