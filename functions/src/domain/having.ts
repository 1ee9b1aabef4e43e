import type { SupportCase } from './supportCase.ts'

/** A case with some of its parts changed. The parts that stay are shared with the case before. */
export const having = (before: SupportCase, changed: Partial<SupportCase>): SupportCase => Object.assign(copyOf(before), changed)

// Spelt out in one place, so that all cases have one shape: spread in fifty places each has a shape of its own, and folding takes twice as long.
const copyOf = (supportCase: SupportCase): SupportCase => ({
  reference: supportCase.reference,
  area: supportCase.area,
  ventureKind: supportCase.ventureKind,
  heardOf: supportCase.heardOf,
  lastJob: supportCase.lastJob,
  catalyst: supportCase.catalyst,
  handover: supportCase.handover,
  mergedInto: supportCase.mergedInto,
  support: supportCase.support,
  idea: supportCase.idea,
  constitution: supportCase.constitution,
  ownership: supportCase.ownership,
  members: supportCase.members,
  scoping: supportCase.scoping,
  registration: supportCase.registration,
  papersReady: supportCase.papersReady,
  grants: supportCase.grants,
  trading: supportCase.trading,
  checkIns: supportCase.checkIns,
  pauses: supportCase.pauses,
  careReturns: supportCase.careReturns,
  contacts: supportCase.contacts,
  checksSeen: supportCase.checksSeen,
  signOff: supportCase.signOff,
  listings: supportCase.listings,
  overruled: supportCase.overruled,
  training: supportCase.training,
  attributes: supportCase.attributes,
  price: supportCase.price,
  services: supportCase.services,
  purposes: supportCase.purposes,
  areasServed: supportCase.areasServed,
  told: supportCase.told,
  permissions: supportCase.permissions,
  documents: supportCase.documents,
  interests: supportCase.interests,
  changes: supportCase.changes,
  tasks: supportCase.tasks,
  settledTasks: supportCase.settledTasks,
  tasksPutOff: supportCase.tasksPutOff,
  putOffs: supportCase.putOffs,
  warnings: supportCase.warnings,
})

/**
 * A list with one more at its end, and no room for others: a spread list keeps room for sixteen, which for lists of one or two is most of
 * what a programme of ten thousand cases takes in memory.
 */
export const adding = <T>(list: readonly T[], one: T): T[] => list.toSpliced(list.length, 0, one)
