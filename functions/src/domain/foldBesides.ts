import type { Change, Permission } from './besides.ts'
import type { BesideKind, Happening } from './facts.ts'
import type { Step } from './fold.ts'
import type { SupportCase } from './supportCase.ts'
import type { ListingKind } from './besideVocabulary.ts'
import { isInsurance } from './besideVocabulary.ts'
import type { ChangeKind } from './vocabulary.ts'
import { adding, having } from './having.ts'

/** What stands beside the tracks. */
export function foldBesides(before: SupportCase, fact: Happening<BesideKind>): Step {
  switch (fact.kind) {
    case 'told-privacy':
      return { next: having(before, { told: { how: fact.data.how, on: fact.happenedOn } }) }
    case 'permission-given':
    case 'permission-ended':
      return permitted(before, fact)
    case 'members-counted':
      return { next: having(before, { members: { on: fact.happenedOn, ...fact.data } }) }
    case 'ownership-classed':
      return { next: having(before, { ownership: { ownership: fact.data.ownership, on: fact.happenedOn } }) }
    case 'paper-ready':
      return { next: having(before, { papersReady: papersWith(before, fact) }) }
    case 'changed':
      return {
        next: having(before, { changes: adding(before.changes, { what: fact.data.what, on: fact.happenedOn, settledOn: undefined }) }),
      }
    case 'signed-off':
    case 'sign-off-ended':
      return signedOff(before, fact)
    case 'listed':
    case 'delisted':
      return listed(before, fact)
    case 'gate-overruled':
      return { next: having(before, { overruled: { ...before.overruled, [fact.data.gate]: fact.happenedOn } }) }
    case 'training-needed':
    case 'training-done':
      return { next: having(before, { training: trainingWith(before, fact) }) }
    case 'attribute': {
      const { attribute, codes = [], value, until } = fact.data
      return {
        next: having(before, {
          attributes: adding(before.attributes, { attribute, on: fact.happenedOn, codes, value, until, factId: fact.id }),
        }),
      }
    }
    case 'put-off': {
      const { need, until, why } = fact.data
      return { next: having(before, { putOffs: { ...before.putOffs, [need]: { until, why, on: fact.happenedOn } } }) }
    }
    case 'handover-offered':
      return { next: having(before, { handover: { to: fact.data.to, offeredBy: fact.recordedBy, on: fact.happenedOn } }) }
    case 'handover-declined':
      return before.handover
        ? { next: having(before, { handover: undefined }) }
        : { next: before, impossible: { kind: 'nothing-to-end', what: fact.kind, on: fact.happenedOn } }
    case 'document-linked': {
      const { document, textId } = fact.data
      return { next: having(before, { documents: adding(before.documents, { document, on: fact.happenedOn, factId: fact.id, textId }) }) }
    }
    case 'interest-declared': {
      const { person } = fact.data
      return { next: before.interests.includes(person) ? before : having(before, { interests: [...before.interests, person] }) }
    }
    case 'merged-into':
      return before.mergedInto
        ? { next: before, impossible: { kind: 'merged-already', on: fact.happenedOn } }
        : { next: having(before, { mergedInto: fact.data.into }) }
  }
}

function permitted(before: SupportCase, fact: Happening<'permission-given' | 'permission-ended'>): Step {
  const { use } = fact.data
  if (fact.kind === 'permission-ended' && before.permissions[use]?.state !== 'given') {
    return { next: before, impossible: { kind: 'nothing-to-end', what: fact.kind, on: fact.happenedOn } }
  }
  const permission: Permission =
    fact.kind === 'permission-given'
      ? { state: 'given', on: fact.happenedOn, places: fact.data.places ?? [], until: fact.data.until }
      : { state: 'ended', on: fact.happenedOn }
  return { next: having(before, { permissions: { ...before.permissions, [use]: permission } }) }
}

function papersWith({ papersReady }: SupportCase, { happenedOn, data }: Happening<'paper-ready'>): SupportCase['papersReady'] {
  const { [data.paper]: _before, ...others } = papersReady
  return data.ready ? { ...others, [data.paper]: happenedOn } : others
}

function signedOff(before: SupportCase, fact: Happening<'signed-off' | 'sign-off-ended'>): Step {
  const { happenedOn: on } = fact
  if (fact.kind === 'signed-off') {
    return { next: having(before, { signOff: { state: 'signed-off', on, by: fact.recordedBy, until: fact.data.until } }) }
  }
  if (before.signOff.state !== 'signed-off') return { next: before, impossible: { kind: 'nothing-to-end', what: fact.kind, on } }
  return { next: having(before, { signOff: { state: 'ended', on, reason: fact.data.reason } }) }
}

function listed(before: SupportCase, fact: Happening<'listed' | 'delisted'>): Step {
  const { happenedOn: on } = fact
  const where: ListingKind = fact.data.in
  if (fact.kind === 'listed') {
    return { next: having(before, { listings: { ...before.listings, [where]: { state: 'listed', on, directory: fact.data.directory } } }) }
  }
  if (before.listings[where]?.state !== 'listed') return { next: before, impossible: { kind: 'nothing-to-end', what: fact.kind, on } }
  return { next: having(before, { listings: { ...before.listings, [where]: { state: 'delisted', on, reason: fact.data.reason } } }) }
}

function trainingWith({ training }: SupportCase, fact: Happening<'training-needed' | 'training-done'>): SupportCase['training'] {
  const { skill } = fact.data
  const before = training[skill]
  const now =
    fact.kind === 'training-needed'
      ? { neededOn: fact.happenedOn, doneOn: undefined, pence: undefined, paidBy: undefined }
      : { neededOn: before?.neededOn, doneOn: fact.happenedOn, pence: fact.data.pence, paidBy: fact.data.paidBy }
  return { ...training, [skill]: now }
}

/** What each change asks for: the entry that settles it. None where nothing more is asked. */
const settledBy = {
  'took-someone-on': ['scoped'],
  'found-cover': ['scoped'],
  'changed-form': ['constituted'],
  'began-personal-care': ['scoped'],
  'took-council-work': ['scoped'],
  'new-price': ['price-set'],
  'new-insurance-date': ['check-seen'],
  'could-take-more': ['attribute'],
  'second-place': ['scoped'],
  'who-decides': ['scoped'],
} as const satisfies Record<ChangeKind, readonly Happening['kind'][]>

/** After an entry, the changes that asked for such a one are settled. */
export function settleChanges(next: SupportCase, fact: Happening): SupportCase {
  const asksFor = (change: Change): boolean => {
    if (change.settledOn !== undefined || !(settledBy[change.what] as readonly string[]).includes(fact.kind)) return false
    if (fact.kind === 'check-seen') return isInsurance(fact.data.check) && fact.data.until !== undefined
    return fact.kind === 'attribute' ? fact.data.attribute === 'spare-hours' : true
  }
  if (!next.changes.some(asksFor)) return next
  return having(next, { changes: next.changes.map(change => (asksFor(change) ? { ...change, settledOn: fact.happenedOn } : change)) })
}
