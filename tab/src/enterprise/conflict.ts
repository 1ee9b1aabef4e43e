import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { HappeningKind } from '#domain/facts.ts'
import type { Entry } from '#domain/wireSchemas.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'

/** Two people at once: what was recorded while one typed, beside what one typed, field by field where both touch the same thing. */

/** What one was about to record: an entry of this kind, or a right version of one that is there. */
export type Mine = { fact: HappeningKind; fields: readonly Field[]; answers: Answers; of?: string; command: TypedCommand }

export type Clash = {
  field: Field
  mine: unknown
  theirs: unknown
  /** What stands until one picks: nothing for a day or a number. */
  picked: Side | undefined
}
export type Side = 'mine' | 'theirs'

export type Conflict = {
  /** Their entry about the same thing; undefined where nothing clashes. */
  target: Entry | undefined
  clashes: readonly Clash[]
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

function isSameThing({ fact, answers, of }: Mine, entry: Entry): boolean {
  if (of !== undefined) return entry.kind === 'replace' && entry.of === of
  if (entry.kind !== fact || entry.counts !== 'yes') return false
  const same = sameOf[fact]
  if (same !== undefined) return entry.data[same] === answers[same]
  return onceOnly.includes(fact) || entry.happenedOn === answers['happenedOn']
}

const blank = (value: unknown): boolean => value === undefined || value === null || value === ''

/** Nothing is chosen for a day or a number: those one has to look at. For the rest it is what one typed last. */
const pickedFirst = ({ kind }: Field): Side | undefined => (['day', 'count', 'hours', 'money'].includes(kind) ? undefined : 'mine')

/** Compares what one typed with what was recorded since. A blank beside a value does not clash: the value is kept. */
export function conflictOf(mine: Mine, since: readonly Entry[]): Conflict {
  const target = since.findLast(entry => isSameThing(mine, entry))
  if (!target) return { target, clashes: [], theirs: {} }
  const theirs: Answers = { ...dataOf(target), happenedOn: target.happenedOn }
  const clashes = mine.fields.flatMap((field): Clash[] => {
    const [my, their] = [mine.answers[field.name], theirs[field.name]]
    if (field.kind === 'note' || blank(my) || blank(their) || my === their) return []
    return [{ field, mine: my, theirs: their, picked: pickedFirst(field) }]
  })
  return { target, clashes, theirs }
}

export type Picks = Readonly<Record<string, Side>>

/** What one picked, as a whole entry. */
function merged({ answers, fields }: Mine, { theirs, clashes }: Conflict, picks: Picks): Record<string, unknown> {
  const names = fields.filter(({ kind }) => kind !== 'note').map(({ name }) => name)
  const clashing = new Set(clashes.map(({ field }) => field.name))
  const values: Record<string, unknown> = { ...theirs }
  for (const name of names) {
    const takesMine = clashing.has(name) ? picks[name] === 'mine' : !blank(answers[name])
    if (takesMine) values[name] = answers[name]
  }
  return values
}

/**
 * The command for what one picked; undefined where theirs says it all and there is nothing more to save.
 * Where both touch the same thing, theirs is put right, so that it stands in the record once. Where they do not, mine is recorded as it is.
 */
export function commandOfPicks(mine: Mine, conflict: Conflict, picks: Picks): TypedCommand | undefined {
  const { target, theirs } = conflict
  if (!target) return mine.command
  const values = merged(mine, conflict, picks)
  const changed = Object.keys(values).filter(name => values[name] !== theirs[name])
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
