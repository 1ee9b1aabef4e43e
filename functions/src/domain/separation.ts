import type { Gate } from './besideVocabulary.ts'
import type { Fact, FactId, Happening } from './facts.ts'
import { isHappening } from './facts.ts'
import type { ChangeQuestion } from './fundChanges.ts'
import { turnsOnChangeOf } from './fundChanges.ts'
import type { Panel } from './grants.ts'
import type { GrantPart } from './grantVocabulary.ts'
import { known } from './known.ts'

/** Why somebody may not take a step of this grant, whatever their role: administrators are bound like everybody. */
export type Bound =
  | { kind: 'works-on-it' }
  | { kind: 'has-interest' }
  | { kind: 'changed-fund' }
  /** Went past the gate of a payment, and that still stands; or of a recommendation, and it was asked for because of it. */
  | { kind: 'overruled-gate' }
  | { kind: 'overruled-asking' }
  | { [P in GrantPart]: { kind: `${P}-it` } }[GrantPart]

/** Which part of a grant an entry is; undefined for letters, receipts and the close. */
const partOfEntry: Partial<Record<Happening['kind'], GrantPart>> = {
  'grant-recommended': 'recommended',
  'grant-assessed': 'assessed',
  'grant-sent-back': 'decided',
  'grant-turned-down': 'decided',
  'grant-decided': 'decided',
  'grant-verified': 'verified',
  'grant-paid': 'paid',
  // Who gets money back does not write the rest of it off.
  'grant-asked-back': 'decided',
  'grant-written-off': 'decided',
  'grant-returned': 'paid',
  'grant-clawed-back': 'paid',
}

/** The part that an entry was, and of which grant. */
export function partOf(fact: Happening): { part: GrantPart; grantId: string } | undefined {
  const part = partOfEntry[fact.kind]
  return part && 'grantId' in fact.data ? { part, grantId: fact.data.grantId } : undefined
}

/** What happened, behind a chain of corrections. */
export function happeningBehind(fact: Fact, byId: ReadonlyMap<FactId, Fact>): Happening | undefined {
  let behind: Fact | undefined = fact
  while (behind && !isHappening(behind)) behind = byId.get(behind.data.of)
  return behind
}

/**
 * Whoever works or ever worked with them: handing the record over does not end it. What somebody else took back never was; nobody frees
 * themselves by a correction of their own.
 */
export const worksOnIt = (facts: readonly Fact[], oid: string): boolean =>
  known(facts).some(fact => fact.kind === 'assigned' && fact.data.catalyst === oid) || tookOwnBack(facts, oid)

function tookOwnBack(facts: readonly Fact[], oid: string): boolean {
  const theirs = new Set(facts.filter(fact => catalystIn(fact) === oid).map(({ id }) => id))
  return facts.some(fact => !isHappening(fact) && fact.recordedBy === oid && theirs.has(fact.data.of))
}

/** Who an entry, or a correction of one, says works with them. */
function catalystIn(fact: Fact): unknown {
  if (fact.kind === 'assigned') return fact.data.catalyst
  return fact.kind === 'replace' && 'catalyst' in fact.data.data ? fact.data.data.catalyst : undefined
}

/** Whoever declared an interest, or had one on a panel: by the entry as it was, and as it was put right. Taking it back does not end it. */
const hasInterest = (facts: readonly Fact[], oid: string): boolean =>
  known(facts).some(fact => fact.kind === 'interest-declared' && fact.data.person === oid) ||
  facts.some(
    fact => (fact.kind === 'interest-declared' && fact.data.person === oid) || (panelOf(fact)?.panel.interested.includes(oid) ?? false),
  )

/** The gate before each part: whoever went on without what it asks for leaves that part to others. */
const gateBefore: Partial<Record<GrantPart, Gate>> = { decided: 'recommend-grant', paid: 'pay-grant' }

/**
 * Whoever went on without what was missing, and has not taken that back; to put it right makes it theirs as well. Before a recommendation, what
 * stood when it was made counts though it was taken back since: the grant is asked for because of it.
 */
function overruledGate(
  facts: readonly Fact[],
  { part, grantId, oid }: { part: GrantPart; grantId: string | undefined; oid: string },
): boolean {
  const gate = gateBefore[part]
  if (gate === undefined || !facts.some(({ kind }) => kind === 'gate-overruled')) return false
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  const asked = facts.filter(fact => part === 'decided' && fact.kind === 'grant-recommended' && fact.data.grantId === grantId)
  return [undefined, ...asked].some(recommended =>
    known(recommended ? facts.filter(({ n }) => n < recommended.n) : facts).some(
      fact => fact.kind === 'gate-overruled' && fact.data.gate === gate && recordersOf(fact.id, byId).includes(oid),
    ),
  )
}

/** Who recorded an entry, and whoever put it right before. */
function recordersOf(id: FactId, byId: ReadonlyMap<FactId, Fact>): string[] {
  const fact = byId.get(id)
  if (!fact) return []
  return isHappening(fact) ? [fact.recordedBy] : [fact.recordedBy, ...recordersOf(fact.data.of, byId)]
}

/** The panel behind an answer, and the grant that it was about. */
function panelOf(fact: Fact): { grantId: string; panel: Panel } | undefined {
  if (fact.kind !== 'grant-decided' && fact.kind !== 'grant-turned-down') return undefined
  const { grantId, panel } = fact.data
  return panel && { grantId, panel }
}

/** A panel answers together: whoever sat on it has decided, and not only the one who wrote it down. */
const satOnIt = (facts: readonly Fact[], grantId: string | undefined, oid: string): boolean =>
  facts.map(panelOf).some(sat => sat !== undefined && sat.grantId === grantId && sat.panel.present.includes(oid))

/** Who had any part in a grant, by object id: what was taken back was done all the same. */
export function tookPartIn(facts: readonly Fact[], grantId: string): string[] {
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  const people = facts.flatMap(fact => {
    const behind = happeningBehind(fact, byId)
    const sat = panelOf(fact)
    const present = sat?.grantId === grantId ? sat.panel.present : []
    return behind && partOf(behind)?.grantId === grantId ? [fact.recordedBy, ...present] : []
  })
  return [...new Set(people)]
}

/** What a part in a grant is judged by: all that is recorded of the enterprise, on every record of theirs, and what its fund was and is. */
export type Dealings = { facts: readonly Fact[]; fund?: ChangeQuestion | undefined }

/**
 * Whether a person may take a part in a grant. Nobody has two parts in one grant; nobody assesses, decides, verifies or pays where they have
 * an interest; nobody decides, verifies or pays on a case that they work on, or where it turns on what they changed in the fund; nobody
 * decides or pays where they themselves went on without what was missing. What was taken back was done all the same. `comesBack` is true where
 * money is only asked for or taken in: then no fund gives it.
 */
export function boundBy(
  { facts, fund }: Dealings,
  { part, grantId, oid, comesBack }: { part: GrantPart; grantId: string | undefined; oid: string; comesBack?: boolean },
): Bound | undefined {
  const settles = part === 'decided' || part === 'verified' || part === 'paid'
  if (settles && worksOnIt(facts, oid)) return { kind: 'works-on-it' }
  if (part !== 'recommended' && hasInterest(facts, oid)) return { kind: 'has-interest' }
  if (part !== 'decided' && satOnIt(facts, grantId, oid)) return { kind: 'decided-it' }
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  const other = facts
    .filter(({ recordedBy }) => recordedBy === oid)
    .map(fact => happeningBehind(fact, byId))
    .map(behind => behind && partOf(behind))
    .find(did => did !== undefined && did.grantId === grantId && did.part !== part)
  if (other) return { kind: `${other.part}-it` }
  if (overruledGate(facts, { part, grantId, oid })) return { kind: part === 'decided' ? 'overruled-asking' : 'overruled-gate' }
  return settles && !comesBack && fund && turnsOnChangeOf(oid, fund) ? { kind: 'changed-fund' } : undefined
}
