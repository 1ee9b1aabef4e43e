import type { Fact, FactId, Happening, HappeningKind } from './facts.ts'
import { byRecording, isHappening } from './facts.ts'
import type { Instant, PlainDate } from './plainDate.ts'

/** The question's two days. Left out: whenever recorded; whenever it happened. */
export type KnownQuestion = { knownAt?: Instant | undefined; asAt?: PlainDate | undefined }

/** What became of each fact by later corrections. */
export type Corrected = {
  withdrawn: ReadonlySet<FactId>
  replaced: ReadonlySet<FactId>
}

/**
 * Which facts are taken back, and which are replaced, by the corrections that themselves still stand.
 * A correction comes after what it corrects, so reading backwards settles each before it is asked about.
 * A replacement that was itself replaced goes on hiding what it hid; one that was taken back no longer does.
 */
export function corrected(recorded: readonly Fact[]): Corrected {
  const withdrawn = new Set<FactId>()
  const replaced = new Set<FactId>()
  for (const fact of [...recorded].sort(byRecording).reverse()) {
    if (withdrawn.has(fact.id)) continue
    if (fact.kind === 'withdraw') withdrawn.add(fact.data.of)
    if (fact.kind === 'replace') replaced.add(fact.data.of)
  }
  return { withdrawn, replaced }
}

/** The happening that a chain of replacements began with; undefined where the chain leads nowhere. */
export function rootOf(fact: Fact, byId: ReadonlyMap<FactId, Fact>): Happening | undefined {
  if (isHappening(fact)) return fact
  const target = byId.get(fact.data.of)
  return fact.kind === 'replace' && target ? rootOf(target, byId) : undefined
}

/**
 * The facts that count: those recorded by `knownAt`, less what a correction recorded by then took back or replaced,
 * with `happenedOn` on or before `asAt`, in the order of `happenedOn`, then of recording.
 * A replacement stands in the place of what it replaced and keeps its own id. `asAt` never hides a correction; only `knownAt` does.
 */
export function known(facts: readonly Fact[], { knownAt, asAt }: KnownQuestion = {}): readonly Happening[] {
  const recorded = knownAt === undefined ? facts : facts.filter(fact => fact.recordedAt <= knownAt)
  if (recorded.every(isHappening)) return inOrder(recorded, asAt)

  const byId = new Map(recorded.map(fact => [fact.id, fact]))
  const { withdrawn, replaced } = corrected(recorded)
  // By place: where two replacements of one entry stand, since a withdrawal between them was itself withdrawn, the later counts.
  const counting = new Map<FactId, { happening: Happening; place: FactId }>()
  for (const fact of [...recorded].sort(byRecording)) {
    const root = rootOf(fact, byId)
    if (!root || withdrawn.has(fact.id) || replaced.has(fact.id)) continue
    counting.set(root.id, { happening: fact.kind === 'replace' ? standingIn(fact, root.kind) : root, place: root.id })
  }
  return [...counting.values()]
    .filter(({ happening }) => asAt === undefined || happening.happenedOn <= asAt)
    .sort((a, b) => compareDays(a.happening, b.happening) || byRecording({ id: a.place }, { id: b.place }))
    .map(({ happening }) => happening)
}

const compareDays = (a: Happening, b: Happening): number => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0)

const compare = (a: Happening, b: Happening): number => compareDays(a, b) || byRecording(a, b)

function inOrder(happenings: readonly Happening[], asAt: PlainDate | undefined): readonly Happening[] {
  const counting = asAt === undefined ? happenings : happenings.filter(({ happenedOn }) => happenedOn <= asAt)
  // Most are recorded in the order in which they happened.
  for (let at = 1; at < counting.length; at++) if (compare(counting[at - 1]!, counting[at]!) > 0) return counting.toSorted(compare)
  return counting
}

function standingIn(replacement: Extract<Fact, { kind: 'replace' }>, kind: HappeningKind): Happening {
  const { id, n, recordedAt, recordedBy, via, data } = replacement
  return { kind, happenedOn: data.happenedOn, data: data.data, id, n, recordedAt, recordedBy, via } as Happening
}
