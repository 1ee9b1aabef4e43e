import { sessionKinds } from '#domain/besideVocabulary.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import { titleOf } from '#tab/enterprises/rowWords.ts'
import { sessionLabels } from '#tab/labels.ts'
import { sessionPageWords } from '#tab/manyLabels.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'

/** What a group session asks: the day and what it was, who came, how long it took, and one note for all of them. */
export const sessionFields = (rows: readonly CaseRow[]): Field[] => [
  { kind: 'day', name: 'happenedOn', label: sessionPageWords.day },
  { kind: 'list', name: 'session', label: sessionPageWords.kind, options: optionsOf(sessionKinds, sessionLabels) },
  { kind: 'several', name: 'who', label: sessionPageWords.who, options: rows.map(row => ({ value: row.id, label: titleOf(row) })) },
  { kind: 'count', name: 'minutes', label: sessionPageWords.minutes, optional: true, least: 1, most: 1_440 },
  { kind: 'note', name: 'note', label: sessionPageWords.note, hint: sessionPageWords.noteHint, optional: true },
]

/** Who came, of those that are there. */
export const cameIn = (text: string | undefined, rows: readonly CaseRow[]): CaseRow[] => {
  const ticked = new Set((text ?? '').split(','))
  return rows.filter(({ id }) => ticked.has(id))
}

/** The contact that each of them gets. Being there is no word on how they trade: that is said by no tick. */
export const sessionCommand = ({ who: _who, ...told }: Answers): TypedCommand =>
  ({ kind: 'log-contact', reached: true, channel: 'group', ...told }) as TypedCommand

/** Who is offered to be ticked: of those that are found and not ticked, one's own first. */
export const offeredOf = (found: readonly CaseRow[], ticked: readonly CaseRow[], oid: string, most: number): CaseRow[] => {
  const came = new Set(ticked.map(({ id }) => id))
  const left = found.filter(({ id }) => !came.has(id))
  return [...left.filter(({ catalyst }) => catalyst === oid), ...left.filter(({ catalyst }) => catalyst !== oid)].slice(0, most)
}
