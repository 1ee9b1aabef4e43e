import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import type { Chosen } from '#tab/many/manyDesk.ts'
import type { ManySaying } from '#tab/many/manySentences.ts'
import { handOverWords, leftAloneWords, manyWords, takeOverWords } from '#tab/manyLabels.ts'
import type { Answers, Field, FieldOption } from '#tab/ui/fields.ts'
import { sayCount, sayDay } from '#tab/ui/say.ts'

/** The changes that make sense for many at once: what each asks, the command it makes for every one of them, and what it says of itself. */

const enterprises = (count: number): string => sayCount(count, 'enterprise')
const are = (count: number, words: string): string => `${enterprises(count)} ${count === 1 ? 'is' : 'are'} ${words}`

/**
 * Why a record that is left alone takes no part in a change to many: a to-do or a hand-over of it would be seen nowhere. Undefined where it is
 * in work. On its own page everything can still be recorded.
 */
export const leftAlone = ({ standing }: Pick<CaseRow, 'standing'>): string | undefined =>
  standing in leftAloneWords ? leftAloneWords[standing as keyof typeof leftAloneWords] : undefined

/** The same of a group session. People who had advice only, or were not taken on, may well come to one. */
export const leftAloneInSession = (row: Pick<CaseRow, 'standing'>): string | undefined =>
  row.standing === 'stopped' || row.standing === 'left-sight' ? leftAloneWords[row.standing] : undefined

/**
 * Those that were chosen. Who leads may change them all; anyone else changes many at once of their own only, as it is quickly done and
 * touches what colleagues work on. One by one they may do what they always may. Those that are left alone stay as they are.
 */
export const chosenOf = (rows: readonly CaseRow[], mine: string | undefined): Chosen[] =>
  rows.map(({ id, name, reference, catalyst, standing }) => ({
    id,
    title: name ?? reference,
    leftOut: mine === undefined || catalyst === mine ? leftAlone({ standing }) : manyWords.notYours,
  }))

export const handOverFields = (colleagues: readonly FieldOption[]): Field[] => [
  { kind: 'list', name: 'to', label: handOverWords.to, options: colleagues },
]

export const handOverCommand = ({ to }: Answers, today: PlainDate): TypedCommand =>
  ({ kind: 'offer-handover', happenedOn: today, to }) as TypedCommand

export const handOverSaying = (to: string): ManySaying => ({
  save: count => `Ask ${to} about ${count}`,
  saved: count => `${to} was asked to take over ${enterprises(count)}.`,
})

export const addTaskSaying = (command: TypedCommand): ManySaying => ({
  save: count => `Save ${sayCount(count, 'to-do')}`,
  saved: count => `${sayCount(count, 'to-do')} saved${command.kind === 'set-task' ? ` for ${sayDay(command.dueOn)}` : ''}.`,
})

export const takeOverFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'answer',
    label: takeOverWords.question,
    options: [
      { value: 'accept-handover', label: takeOverWords.yes },
      { value: 'decline-handover', label: takeOverWords.no },
    ],
  },
]

export const takeOverCommand = ({ answer }: Answers, today: PlainDate): TypedCommand =>
  ({ kind: answer, happenedOn: today }) as TypedCommand

export const takeOverSaying = ({ kind }: TypedCommand): ManySaying =>
  kind === 'accept-handover'
    ? { save: count => `Take over ${count}`, saved: count => `${are(count, 'yours now')}.` }
    : { save: count => `Say no to ${count}`, saved: count => `You said no to ${enterprises(count)}.` }

export const sessionSaying: ManySaying = {
  save: count => `Log it for ${count}`,
  saved: count => `Logged for ${enterprises(count)}.`,
}
