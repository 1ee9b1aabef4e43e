import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { HappeningKind } from '#domain/facts.ts'
import type { Entry } from '#domain/wireSchemas.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'

/** Two people at once: what was recorded while one typed, beside what one typed, field by field where both touch the same thing. */

/** What one was about to record: an entry of this kind, or a right version of one that is there. */
export type Mine = {
  fact: HappeningKind
  fields: readonly Field[]
  answers: Answers
  of?: string
  /** What the entry said when one began to put it right. */
  before?: Answers
  command: TypedCommand
}

type Offer = Extract<TypedCommand, { kind: 'tell-offer' }>

export type Side = 'mine' | 'theirs' | 'both'

export type Clash = {
  field: Field
  before: unknown
  mine: unknown
  theirs: unknown
  /** Where both can stand: all that either of us ticked. */
  both: readonly unknown[] | undefined
  /** What stands until one picks: nothing for a day or a number. */
  picked: Side | undefined
  /** When it was changed once more, while one was picking. */
  againAt: string | undefined
}

/** A field that only one of us filled in or changed. */
export type Kept = { field: Field; whose: 'mine' | 'theirs' }

export type Conflict = {
  /** Their entry about the same thing; undefined where nothing clashes. */
  target: Entry | undefined
  clashes: readonly Clash[]
  /** What does not clash, and is kept from whoever changed it. */
  kept: readonly Kept[]
  /** Their answers, where both touch the same thing. */
  theirs: Answers
}

/** What can be on record once only, so that a second one means the same thing. */
const onceOnly: readonly HappeningKind[] = [
  'accepted',
  'advised-only',
  'declined',
  'idea-agreed',
  'trading-began',
  'paused',
  'resumed',
  'stopped',
  'left-sight',
  'reopened',
]

const sameOf: Partial<Record<HappeningKind, string>> = { 'check-in-answered': 'month', 'check-in-missed': 'month', 'grant-paid': 'grantId' }

const dataOf = (entry: Entry): Answers => (entry.kind === 'replace' ? (entry.data['data'] as Answers) : entry.data)

function isSameThing({ fact, answers, of, command }: Mine, entry: Entry): boolean {
  if (of !== undefined) return entry.kind === 'replace' && entry.of === of
  // Documents stand beside each other.
  if (command.kind === 'link-document') return false
  if (entry.kind !== fact || entry.counts === 'taken-back') return false
  const same = sameOf[fact]
  if (same !== undefined) return entry.data[same] === answers[same]
  return onceOnly.includes(fact) || entry.happenedOn === answers['happenedOn']
}

/** The version of an entry that stands by now; undefined once it was taken back. */
function standingOf(entry: Entry | undefined, since: readonly Entry[]): Entry | undefined {
  if (!entry || since.some(({ kind, of, counts }) => kind === 'withdraw' && of === entry.id && counts !== 'taken-back')) return undefined
  const next = since.findLast(({ kind, of, counts }) => kind === 'replace' && of === entry.id && counts !== 'taken-back')
  return next ? standingOf(next, since) : entry
}

const blank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Lists say the same in any order. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b || (blank(a) && blank(b))
  return a.length === b.length && a.every(each => b.includes(each))
}

/** Nothing is chosen for a day or a number: those one has to look at. Of lists both; for the rest it is what one typed last. */
function pickedFirst({ kind }: Field, both: Clash['both']): Side | undefined {
  if (both) return 'both'
  return ['day', 'count', 'hours', 'money'].includes(kind) ? undefined : 'mine'
}

type Compared = { field: Field; mine: unknown; theirs: unknown; before: unknown; as: 'clash' | 'mine' | 'theirs' | 'same' }

/** Who changed a field: where one knows what it said before, a change of one alone is no clash. A blank beside a value never is. */
function compare(field: Field, { answers, before, command }: Mine, theirs: Answers): Compared {
  // Of an offer only what is new is told, and a list that was emptied is new.
  const isOffer = command.kind === 'tell-offer'
  const told: Answers = isOffer ? { ...command } : answers
  const isLeft = (value: unknown): boolean => (isOffer ? value === undefined : blank(value))
  const [mine, their, was] = [told[field.name], theirs[field.name], before?.[field.name]]
  const compared = { field, mine, theirs: their, before: was }
  if (isLeft(mine) === isLeft(their) && isSame(mine, their)) return { ...compared, as: 'same' }
  if (isLeft(their) || (before && isSame(their, was))) return { ...compared, as: isLeft(mine) ? 'theirs' : 'mine' }
  if (isLeft(mine) || (before && isSame(mine, was))) return { ...compared, as: 'theirs' }
  return { ...compared, as: 'clash' }
}

/** Their entry about the same thing as it stands by now, and what it says. */
type Theirs = { target: Entry; says: Answers }

function theirsIn(mine: Mine, since: readonly Entry[]): Theirs | undefined {
  if (mine.command.kind === 'tell-offer') return offerIn(mine.command, since)
  const target = standingOf(
    since.findLast(entry => isSameThing(mine, entry)),
    since,
  )
  return target && { target, says: { ...dataOf(target), happenedOn: target.happenedOn } }
}

const offerNames = ['services', 'purposes', 'areas', 'pencePerHour', 'spareMinutes'] as const

/** What they told of the offer, by the names of its form. Each thing told is an entry of its own; undefined where none is about what I tell. */
function offerIn(command: Offer, since: readonly Entry[]): Theirs | undefined {
  const told = since.flatMap(each => {
    const target = standingOf(each, since)
    if (!target) return []
    const data = dataOf(target) ?? {}
    const all: Answers = { ...data, spareMinutes: data['attribute'] === 'spare-hours' ? data['value'] : undefined }
    const says = Object.fromEntries(offerNames.flatMap(name => (all[name] === undefined ? [] : [[name, all[name]]])))
    return Object.keys(says).length > 0 ? [{ target, says }] : []
  })
  const target = told.findLast(({ says }) => Object.keys(says).some(name => name in command))?.target
  const happenedOn = told
    .map(each => each.target.happenedOn ?? '')
    .sort()
    .at(-1)
  return target && { target, says: Object.assign({ happenedOn }, ...told.map(({ says }) => says)) as Answers }
}

/** Compares what one typed with what was recorded since; `seen` is the part of it that one has looked at already. */
export function conflictOf(mine: Mine, since: readonly Entry[], seen: readonly Entry[] = []): Conflict {
  const found = theirsIn(mine, since)
  if (!found) return { target: undefined, clashes: [], kept: [], theirs: {} }
  const { target, says: theirs } = found
  // Taking an entry back fills in no field of it: whatever it says by now, it goes or it stays.
  if (mine.command.kind === 'withdraw') return { target, clashes: [], kept: [], theirs }
  const earlier = theirsIn(mine, seen)
  // Two who tell of an offer each have a day of their own.
  const isCompared = ({ kind }: Field): boolean => kind !== 'note' && (kind !== 'day' || mine.command.kind !== 'tell-offer')
  const compared = mine.fields.filter(isCompared).map(field => compare(field, mine, theirs))
  const clashes = compared.flatMap(({ field, mine: my, theirs: their, before, as }): Clash[] => {
    if (as !== 'clash') return []
    const both = Array.isArray(my) && Array.isArray(their) ? [...new Set<unknown>([...my, ...their])] : undefined
    const again = earlier !== undefined && !isSame(earlier.says[field.name], their)
    return [
      { field, before, mine: my, theirs: their, both, picked: pickedFirst(field, both), againAt: again ? target.recordedAt : undefined },
    ]
  })
  const kept = compared.flatMap(({ field, as }): Kept[] => (as === 'mine' || as === 'theirs' ? [{ field, whose: as }] : []))
  return { target, clashes, kept, theirs }
}

export type Picks = Readonly<Record<string, Side>>

/** What one picked, as a whole entry. */
function merged({ answers }: Mine, { theirs, clashes, kept }: Conflict, picks: Picks): Record<string, unknown> {
  const values: Record<string, unknown> = { ...theirs }
  for (const { field, whose } of kept) if (whose === 'mine') values[field.name] = answers[field.name]
  for (const { field, both } of clashes) {
    const side = picks[field.name]
    if (side === 'mine') values[field.name] = answers[field.name]
    if (side === 'both') values[field.name] = both
  }
  return values
}

/**
 * What is still to be told of the offer. It comes after theirs, and from no earlier day: else theirs would stand in its place.
 * What a service is for is told with the services.
 */
function offerOfPicks(mine: Offer, { theirs, clashes, kept }: Conflict, picks: Picks): TypedCommand | undefined {
  const all: Answers = { ...mine }
  const told: Record<string, unknown> = {}
  for (const { field, whose } of kept) if (whose === 'mine') told[field.name] = all[field.name]
  const picked = clashes.filter(({ field }) => picks[field.name] !== 'theirs')
  for (const { field, both } of picked) told[field.name] = picks[field.name] === 'both' ? both : all[field.name]
  if (Object.keys(told).length === 0) return undefined
  const together = ['services', 'purposes']
  if (together.some(name => name in told)) for (const name of together) told[name] ??= theirs[name] ?? all[name]
  const happenedOn = [mine.happenedOn, ...(picked.length > 0 ? [theirs['happenedOn'] as string] : [])].sort().at(-1)
  return { kind: 'tell-offer', happenedOn, ...told } as TypedCommand
}

/**
 * The command for what one picked; undefined where theirs says it all and there is nothing more to save.
 * Where both touch the same thing, theirs is put right, so that it stands in the record once. Where they do not, mine is recorded as it is.
 */
export function commandOfPicks(mine: Mine, conflict: Conflict, picks: Picks): TypedCommand | undefined {
  const { target, theirs } = conflict
  if (!target) return mine.command
  if (mine.command.kind === 'withdraw') return { ...mine.command, of: target.id }
  if (mine.command.kind === 'tell-offer') return offerOfPicks(mine.command, conflict, picks)
  const values = merged(mine, conflict, picks)
  const changed = Object.keys(values).filter(name => !isSame(values[name], theirs[name]))
  const note = mine.answers['note']
  if (changed.length === 0 && blank(note)) return undefined
  const { happenedOn, ...data } = values
  const onlyDay = changed.every(name => name === 'happenedOn')
  const reason = onlyDay ? 'wrong-date' : 'wrong-details'
  return {
    kind: 'replace',
    of: target.id,
    reason,
    happenedOn,
    ...(onlyDay ? {} : { data }),
    ...(blank(note) ? {} : { note }),
  } as TypedCommand
}
