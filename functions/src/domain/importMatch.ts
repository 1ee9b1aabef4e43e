import type { Fact, Happening, NewFact, NewHappening } from './facts.ts'
import { isHappening } from './facts.ts'
import type { Column } from './importColumns.ts'
import type { Slot } from './importSlots.ts'
import { slotOf } from './importSlots.ts'
import { known, rootOf } from './known.ts'
import type { PlainDate } from './plainDate.ts'

/** What stands in one slot of a case that is there already. */
export type Standing = {
  /** What counts now and came from a file. */
  ours: readonly Happening[]
  /** What counts now and a person recorded. */
  theirs: readonly Happening[]
  /** What a file held and a person then took back or replaced. */
  undone: readonly NewHappening[]
}

/** What becomes of a slot: facts to add, and what to show of it. `kept` is what a person recorded and the file does not change. */
export type Matched = {
  add: readonly NewFact[]
  shown: readonly { before: Happening | undefined; after: NewHappening | undefined; becomes: Becomes }[]
}
type Becomes = 'added' | 'replaced' | 'taken-back' | 'kept-as-a-person-recorded-it'

/** One cell that differs, in words. */
export type CellChange = { column: Column; before: string; after: string; becomes: Becomes }

const nothing: Matched = { add: [], shown: [] }
const empty: Standing = { ours: [], theirs: [], undone: [] }

/** What stands in each slot of a case. */
export function whatStands(facts: readonly Fact[]): (slot: Slot) => Standing {
  const counting = known(facts)
  const undone = undoneByPeople(facts)
  const bySlot = new Map<Slot, Standing>()
  const add = (slot: Slot | undefined, more: Partial<Standing>): void => {
    if (!slot) return
    const { ours, theirs, undone: before } = bySlot.get(slot) ?? empty
    bySlot.set(slot, {
      ours: [...ours, ...(more.ours ?? [])],
      theirs: [...theirs, ...(more.theirs ?? [])],
      undone: [...before, ...(more.undone ?? [])],
    })
  }
  for (const fact of counting) add(slotOf(fact), fact.via === 'import' ? { ours: [fact] } : { theirs: [fact] })
  for (const fact of undone) add(slotOf(fact), { undone: [fact] })
  return slot => bySlot.get(slot) ?? empty
}

/** What came from a file and a person took back or replaced, where that correction still stands. */
function undoneByPeople(facts: readonly Fact[]): NewHappening[] {
  if (facts.every(isHappening)) return []
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  const takenBack = new Set(facts.flatMap(fact => (fact.kind === 'withdraw' ? [fact.data.of] : [])))
  return facts.flatMap((fact): NewHappening[] => {
    if (isHappening(fact) || fact.via !== 'person' || takenBack.has(fact.id)) return []
    const target = byId.get(fact.data.of)
    const root = target?.via === 'import' ? rootOf(target, byId) : undefined
    if (!target || !root) return []
    return [target.kind === 'replace' ? ({ ...root, happenedOn: target.data.happenedOn, data: target.data.data } as Happening) : root]
  })
}

/** Ids are given when a thing goes in, and the words behind it may change by themselves: neither makes an entry another one. */
const withoutIds = (data: object): string =>
  JSON.stringify(
    Object.entries(data)
      .filter(([name, value]) => name !== 'textId' && name !== 'grantId' && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

/** True where two entries say the same of the same day. */
export const isSame = (a: NewHappening, b: NewHappening): boolean => a.kind === b.kind && a.happenedOn === b.happenedOn && isSameValue(a, b)

const isSameValue = (a: NewHappening, b: NewHappening): boolean => withoutIds(valueOf(a)) === withoutIds(valueOf(b))

/** What an entry says, its day apart. The order of a list says nothing. */
function valueOf(fact: NewHappening): object {
  if (fact.kind === 'services-offered') return { services: [...fact.data.services].sort() }
  if (fact.kind === 'areas-served') return { areas: [...fact.data.areas].sort() }
  return fact.data
}

/**
 * What the file's row does to one slot. `wanted` is what the row says stands there: nothing where its cells are empty.
 * What an import recorded is replaced or taken back; what a person recorded, replaced or took back stays.
 */
export function matchSlot(slot: Slot, wanted: readonly NewHappening[], standing: Standing): Matched {
  switch (slot) {
    case 'contact':
    case 'care-return':
      return matchRepeated(wanted, standing)
    case 'price':
    case 'services':
    case 'areas-served':
    case 'insurance':
    case 'dbs':
      return matchValue(wanted, standing)
    case 'enquired':
    case 'answer':
    case 'idea':
    case 'trading':
    case 'check-in-6':
    case 'check-in-12':
    case 'check-in-24':
    case 'stopped':
      return matchSingle(wanted, standing, 'once')
    case 'assigned':
    case 'scoped':
    case 'set-up':
    case 'registered':
    case 'grant':
      return matchSingle(wanted, standing, 'may-follow')
  }
}

/** One entry at most (a grant: two). Where it may follow another, as a form follows a form, a person's later one does not stand in its way. */
function matchSingle(wanted: readonly NewHappening[], standing: Standing, how: 'once' | 'may-follow'): Matched {
  const { ours, theirs, undone } = standing
  const differing = wanted.filter(fact => ![...ours, ...theirs].some(each => isSame(each, fact)))
  if (wanted.length === 0) return blank(standing)
  if (differing.length === 0) return nothing
  const pairs = differing.map(fact => ({ fact, present: counterpart(fact, ours, wanted) }))
  const inTheWay = how === 'once' ? theirs.length > 0 : false
  const unpaired = pairs.some(({ present }) => !present)
  if (inTheWay || (unpaired && theirs.length + undone.length > 0)) return kept(differing, standing)
  return all(pairs.map(({ fact, present }) => (present ? correct(present, fact) : added(fact))))
}

/** The entry of an import that a wanted one takes the place of: of the same kind where the slot has several kinds at once. */
const counterpart = (fact: NewHappening, ours: readonly Happening[], wanted: readonly NewHappening[]): Happening | undefined =>
  wanted.length > 1 ? ours.findLast(({ kind }) => kind === fact.kind) : ours.at(-1)

/** Contacts and care returns: an earlier one happened too, so only a day that is not later puts right. */
function matchRepeated([fact]: readonly NewHappening[], standing: Standing): Matched {
  const { ours, theirs, undone } = standing
  if (!fact) return all(ours.map(takenBack))
  if ([...ours, ...theirs].some(each => isSame(each, fact))) return nothing
  if (undone.some(each => isSame(each, fact))) return kept([fact], standing)
  const latest = ours.at(-1)
  const latestDay = [...ours, ...undone].map(({ happenedOn }) => happenedOn).reduce(laterDay, undefined)
  if (latestDay === undefined || fact.happenedOn > latestDay) return added(fact, latest)
  return latest ? correct(latest, fact) : kept([fact], standing)
}

const laterDay = (latest: PlainDate | undefined, day: PlainDate): PlainDate => (latest !== undefined && latest > day ? latest : day)

/** What was so from a day on: price, services, areas, checks. The same value is nothing new, whatever the day. */
function matchValue([fact]: readonly NewHappening[], standing: Standing): Matched {
  const { ours, theirs, undone } = standing
  if (!fact) return blank(standing)
  const present = ours.at(-1)
  const latest = [...ours, ...theirs].reduce<Happening | undefined>(
    (last, each) => (last && last.happenedOn > each.happenedOn ? last : each),
    undefined,
  )
  if ([present, latest].some(each => each && isSameValue(each, fact))) return nothing
  if (latest?.via === 'person') return kept([fact], standing)
  if (!present) {
    const back = undone.some(each => isSameValue(each, fact) || each.happenedOn >= fact.happenedOn)
    return back ? kept([fact], standing) : added(fact)
  }
  return fact.happenedOn > present.happenedOn ? added(fact, present) : correct(present, fact)
}

/** The cells are empty: what an import recorded is taken back, and what a person recorded is shown. */
const blank = ({ ours, theirs }: Standing): Matched =>
  all([
    ...ours.map(takenBack),
    ...theirs.map((before): Matched => ({ add: [], shown: [{ before, after: undefined, becomes: 'kept-as-a-person-recorded-it' }] })),
  ])

const kept = (facts: readonly NewHappening[], { theirs }: Standing): Matched => ({
  add: [],
  shown: facts.map(after => ({ before: theirs.at(-1), after, becomes: 'kept-as-a-person-recorded-it' })),
})

const added = (after: NewHappening, before?: Happening): Matched => ({ add: [after], shown: [{ before, after, becomes: 'added' }] })

const takenBack = (before: Happening): Matched => ({
  add: [withdrawalOf(before)],
  shown: [{ before, after: undefined, becomes: 'taken-back' }],
})

const withdrawalOf = ({ id }: Happening): NewFact => ({ kind: 'withdraw', data: { of: id, reason: 'file-changed' } })

/** A replacement keeps the kind; what is of another kind is taken back and recorded anew. */
function correct(before: Happening, after: NewHappening): Matched {
  const shown = [{ before, after, becomes: 'replaced' as const }]
  if (before.kind !== after.kind) return { add: [withdrawalOf(before), after], shown }
  const { happenedOn, data } = after
  return { add: [{ kind: 'replace', data: { of: before.id, reason: 'file-changed', happenedOn, data } }], shown }
}

const all = (matched: readonly Matched[]): Matched => ({
  add: matched.flatMap(({ add }) => add),
  shown: matched.flatMap(({ shown }) => shown),
})
