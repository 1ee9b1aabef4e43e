import type { Grant } from './grants.ts'
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
  closures: supportCase.closures,
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

/** What a grant begins with; all else of it is settled later. */
type Beginning = Pick<Grant, 'grantId' | 'state' | 'since' | 'pot' | 'number' | 'gap' | 'pence'>

/** A grant of its beginning and of what was settled since, spelt out for the same reason. */
export const grantOf = (begun: Beginning, settled: Omit<Grant, keyof Beginning>): Grant => ({
  grantId: begun.grantId,
  state: begun.state,
  since: begun.since,
  pot: begun.pot,
  number: begun.number,
  gap: begun.gap,
  pence: begun.pence,
  recommended: settled.recommended,
  assessed: settled.assessed,
  decided: settled.decided,
  said: settled.said,
  offeredOn: settled.offeredOn,
  acceptance: settled.acceptance,
  verified: settled.verified,
  payments: settled.payments,
  evidence: settled.evidence,
  returnedPence: settled.returnedPence,
  askedBackPence: settled.askedBackPence,
  recoveredPence: settled.recoveredPence,
  writtenOffPence: settled.writtenOffPence,
  closed: settled.closed,
})

/** A grant with some of its parts changed. */
export const grantHaving = (before: Grant, changed: Partial<Grant>): Grant => Object.assign(grantOf(before, before), changed)

/**
 * A list with one more at its end, and no room for others: a spread list keeps room for sixteen, which for lists of one or two is most of
 * what a programme of ten thousand cases takes in memory.
 */
export const adding = <T>(list: readonly T[], one: T): T[] => list.toSpliced(list.length, 0, one)
