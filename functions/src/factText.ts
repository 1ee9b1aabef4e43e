import type { Fact, FactId, FactKind } from '#domain/facts.ts'
import { rootOf } from '#domain/known.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'

type Data = Readonly<Record<string, unknown>>

/** Makes what a fact held in one version into what it holds in the next. */
export type Upcast = (data: Data) => Data

/**
 * How each kind of fact got from version 1 to what it is today, one step a version.
 * A second version of a kind is one more step in its list, and one more stored example in the tests.
 */
const steps = {
  enquired: [],
  accepted: [],
  'advised-only': [],
  declined: [],
  assigned: [],
  'idea-agreed': [],
  'form-chosen': [],
  constituted: [],
  scoped: [],
  'registration-moved': [],
  'grant-recommended': [],
  'grant-assessed': [],
  'grant-sent-back': [],
  'grant-turned-down': [],
  'grant-decided': [],
  'grant-offered': [],
  'grant-accepted': [],
  'grant-verified': [],
  'grant-paid': [],
  'grant-evidence-seen': [],
  'grant-returned': [],
  'grant-asked-back': [],
  'grant-clawed-back': [],
  'grant-written-off': [],
  'grant-closed': [],
  'interest-declared': [],
  'trading-began': [],
  'check-in-answered': [],
  'check-in-missed': [],
  'care-return': [],
  contact: [],
  paused: [],
  resumed: [],
  stopped: [],
  'left-sight': [],
  reopened: [],
  'price-set': [],
  'services-offered': [],
  'areas-served': [],
  'check-seen': [],
  'told-privacy': [],
  'permission-given': [],
  'permission-ended': [],
  'members-counted': [],
  'ownership-classed': [],
  'paper-ready': [],
  changed: [],
  'signed-off': [],
  'sign-off-ended': [],
  listed: [],
  delisted: [],
  'gate-overruled': [],
  'training-needed': [],
  'training-done': [],
  attribute: [],
  'task-set': [],
  'task-done': [],
  'task-put-off': [],
  'put-off': [],
  'handover-offered': [],
  'handover-declined': [],
  'document-linked': [],
  'merged-into': [],
  withdraw: [],
  replace: [],
} as const satisfies Record<FactKind, readonly Upcast[]>

/** The steps of every kind. */
export type Upcasts = ReadonlyMap<string, readonly Upcast[]>
export const upcasts: Upcasts = new Map<string, readonly Upcast[]>(Object.entries(steps))
const kindsOfProgram: ReadonlyMap<string, string> = new Map(Object.keys(steps).map(kind => [kind, kind]))

/** Facts written together share their number, time, person and way in. */
type Stamp = readonly [n: number, recordedAt: Instant, person: number, via: Fact['via']]
type PackedFact = readonly [kind: string, stamp: number, place: number, happenedOn: PlainDate | null, data: Data]

/** Facts as arrays, with what they share said once. `versions` names the kinds that are past version 1. */
export type PackedFacts = readonly [
  format: 1,
  versions: Readonly<Record<string, number>>,
  people: readonly string[],
  stamps: readonly Stamp[],
  facts: readonly PackedFact[],
]

/** Says that this release does not know what it reads: the release before an upgrade, still running. */
export const fromNewerRelease = (what: string): Error => new Error(`this row was written by a newer release: ${what}`)

/** Facts in their short form, every kind at its newest version. */
export function packFacts(facts: readonly Fact[], known: Upcasts = upcasts): PackedFacts {
  const people = new Places<string>()
  const stamps = new Places<Stamp>()
  const packed = facts.map((fact): PackedFact => {
    const { id, n, recordedAt, recordedBy, via, kind, data } = fact
    const place = Number(id.slice(id.indexOf('.') + 1))
    if (id !== `${n}.${place}`) throw new RangeError(`fact ${id} was not recorded as number ${n}`)
    const stamp = stamps.of(`${n}|${recordedAt}|${recordedBy}|${via}`, [n, recordedAt, people.of(recordedBy, recordedBy), via])
    return [kind, stamp, place, 'happenedOn' in fact ? fact.happenedOn : null, data]
  })
  const versions = Object.fromEntries([...known].filter(([, taken]) => taken.length > 0).map(([kind, taken]) => [kind, taken.length + 1]))
  return [1, versions, people.values, stamps.values, packed]
}

/** Each value once, with its place in the list. */
class Places<T> {
  readonly values: T[] = []
  readonly #places = new Map<string, number>()

  of(name: string, value: T): number {
    const place = this.#places.get(name) ?? this.values.push(value) - 1
    this.#places.set(name, place)
    return place
  }
}

/**
 * The facts of a short form, every kind brought to its newest version.
 * A replacement holds data of the kind that it replaces. Where that fact is not among these (in a log row) its data stays as written.
 */
export function unpackFacts([format, versions, people, stamps, packed]: PackedFacts, known: Upcasts = upcasts): Fact[] {
  if (format !== 1) throw fromNewerRelease(`its facts are in format ${String(format)}`)
  let replaces = false
  const facts = packed.map(([asRead, stampAt, place, happenedOn, asWritten]): Fact => {
    const [n, recordedAt, person, via] = stamps[stampAt] as Stamp
    const id = `${n}.${place}`
    const recordedBy = people[person]
    const data = upcast(asRead, versions, asWritten, known)
    // JSON makes a new text of every kind. Those of the program are compared by where they are, letter by letter only the others.
    const kind = kindsOfProgram.get(asRead) ?? asRead
    if (kind === 'replace') replaces = true
    // Spelt out twice, because a programme holds a hundred thousand of them.
    if (happenedOn === null) return { kind, data, id, n, recordedAt, recordedBy, via } as Fact
    return { kind, happenedOn, data, id, n, recordedAt, recordedBy, via } as Fact
  })
  return replaces ? withReplacementsOfToday(facts, versions, known) : facts
}

/** What a row holds of a kind, brought to its newest version. */
export function upcast(kind: string, versions: Readonly<Record<string, number>>, data: Data, known: Upcasts): Data {
  const taken = known.get(kind)
  if (!taken) throw fromNewerRelease(`it holds a fact of the kind "${kind}"`)
  const version = versions[kind] ?? 1
  if (version > taken.length + 1) throw fromNewerRelease(`it holds "${kind}" in version ${version}`)
  return version > taken.length ? data : taken.slice(version - 1).reduce((held, step) => step(held), data)
}

function withReplacementsOfToday(facts: readonly Fact[], versions: Readonly<Record<string, number>>, known: Upcasts): Fact[] {
  const byId = new Map<FactId, Fact>(facts.map(fact => [fact.id, fact]))
  return facts.map(fact => {
    const root = fact.kind === 'replace' ? rootOf(fact, byId) : undefined
    if (fact.kind !== 'replace' || !root) return fact
    return { ...fact, data: { ...fact.data, data: upcast(root.kind, versions, fact.data.data, known) } }
  })
}
