import { monthsAhead } from '#domain/besideVocabulary.ts'
import type { Call } from '#domain/callSchemas.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { careKinds, payers } from '#domain/hours.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays } from '#domain/plainDate.ts'
import type { Standing } from '#domain/wireSchemas.ts'
import type { ChangeKind, HeardState } from '#domain/vocabulary.ts'
import { callResults, changeKinds, endings, heardStates, leavings } from '#domain/vocabulary.ts'
import { changeLabels } from '#tab/besideLabels.ts'
import { callResultLabels, careKindLabels, payerLabels } from '#tab/callLabels.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import { checkInLabels, endingLabels, heardLabels, leavingLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { sayDay, sayHours } from '#tab/ui/say.ts'

/** The five questions of a call as data: what is asked, in which words, and the command that the answers make. */

/** What a call asks about first. The other two changes are asked where the CQC check needs them. */
const askedChanges = changeKinds.slice(0, 8)

/** What may be told of the hours and people, in the order of the row. */
export const numberNames = ['people', 'minutesPerWeek', 'councilPaidMinutes', 'personalCareMinutes', 'jobs'] as const
type NumberName = (typeof numberNames)[number]

/** The same five in a grid, where there is no room for sentences. */
export const shortNumberLabels = {
  people: 'People',
  minutesPerWeek: 'Hours',
  councilPaidMinutes: 'Council or NHS',
  personalCareMinutes: 'Personal care',
  jobs: 'Work in it',
} satisfies Record<NumberName, string>

const numberLabels = {
  people: '2. People, normal week',
  minutesPerWeek: '3. Hours a week',
  councilPaidMinutes: 'Council or NHS pays',
  personalCareMinutes: 'Personal care',
  jobs: '4. Work in it, all',
} satisfies Record<NumberName, string>

const isHours = (name: NumberName): boolean => name.endsWith('inutes') || name === 'minutesPerWeek'

/** What was told last time, as it is said under its box. */
export function lastSaid(last: Call['last'], name: NumberName): string {
  const value = last?.[name]
  if (value === null || value === undefined) return last ? 'Not asked last time' : ''
  return `Last time ${isHours(name) ? sayHours(value) : value.toLocaleString('en-GB')}`
}

const answers = ({ told }: Words): boolean => told !== 'no-answer'
const goesOn = (words: Words): boolean => answers(words) && words['answer'] !== 'stopped'
const stopped = (words: Words): boolean => words['told'] === 'they-did' && words['answer'] === 'stopped'
const isLeaving = (ending: string | undefined): boolean => (leavings as readonly (string | undefined)[]).includes(ending)

/** Whatever they do, somebody does it. */
export const ownerCounts = { least: 1, tooFew: 'At least the owner works in it.' }

const numberField =
  (call: Call) =>
  (name: NumberName): Field => {
    const hint = lastSaid(call.last, name)
    return {
      kind: isHours(name) ? 'hours' : 'count',
      name,
      label: numberLabels[name],
      optional: true,
      when: goesOn,
      ...(name === 'jobs' ? ownerCounts : {}),
      ...(hint === '' ? {} : { hint }),
    }
  }

const splitFields = ({ splits }: Call): Field[] => [
  ...(splits.includes('payers')
    ? payers.map((payer): Field => ({ kind: 'hours', name: `paid.${payer}`, label: payerLabels[payer], optional: true, when: goesOn }))
    : []),
  ...(splits.includes('kinds')
    ? careKinds.map((kind): Field => ({ kind: 'hours', name: `kinds.${kind}`, label: careKindLabels[kind], optional: true, when: goesOn }))
    : []),
]

/** All that a call asks, in order. */
export function callFields(call: Call): readonly Field[] {
  return [
    { kind: 'choice', name: 'answer', label: '1. Are they trading?', options: optionsOf(heardStates, heardLabels), when: answers },
    { kind: 'choice', name: 'told', label: 'Who told you?', options: optionsOf(callResults, callResultLabels) },
    {
      kind: 'stack',
      name: 'ending',
      label: 'Why did they stop?',
      hint: 'The last two still trade, so they do not count as stopped.',
      options: [...optionsOf(endings, endingLabels), ...optionsOf(leavings, leavingLabels)],
      when: stopped,
    },
    {
      kind: 'day',
      name: 'stoppedOn',
      label: 'When did they stop?',
      hint: 'Leave it blank for today.',
      optional: true,
      when: words => stopped(words) && !isLeaving(words['ending']),
    },
    ...numberNames.map(numberField(call)),
    ...splitFields(call),
    {
      kind: 'several',
      name: 'changed',
      label: '5. Has anything changed?',
      options: optionsOf(askedChanges, changeLabels),
      optional: true,
      when: goesOn,
    },
    {
      kind: 'day',
      name: 'next',
      label: 'When will you next speak?',
      hint: 'Such as 3/5, or Friday',
      optional: true,
      mayBeLater: true,
      withoutYear: 'next',
      monthsAhead: monthsAhead.task,
    },
    { kind: 'day', name: 'happenedOn', label: 'When was the call?' },
  ]
}

/** What a call begins with: that they told us themselves, today. Without an answer one tries again in a week. */
export const callStart = (today: PlainDate, words: Words): Words => ({
  told: 'they-did',
  happenedOn: sayDay(today),
  ...(words['told'] === 'no-answer' ? { next: sayDay(addDays(today, 7)) } : {}),
})

/** How they were doing when we last heard: what "same as last time" repeats. */
export function sameState(standing: Standing): HeardState {
  return standing === 'paused' ? 'paused' : standing === 'trading' || standing === 'lost-touch' ? 'trading' : 'not-yet-trading'
}

const given = (entries: readonly (readonly [string, unknown])[]): object | undefined => {
  const told = entries.filter(([, value]) => value !== undefined)
  return told.length === 0 ? undefined : Object.fromEntries(told)
}

const within = (answers_: Answers, group: string): object | undefined =>
  given(
    Object.entries(answers_)
      .filter(([name]) => name.startsWith(`${group}.`))
      .map(([name, value]) => [name.slice(group.length + 1), value] as const),
  )

/** The command that the answers make. */
export function callCommand(said: Answers, { month }: Pick<Call, 'month'>): TypedCommand {
  const { happenedOn, told, answer, ending, stoppedOn, changed, next } = said
  const leaves = isLeaving(ending as string | undefined)
  const numbers = given([
    ...numberNames.map(name => [name, said[name]] as const),
    ['paid', within(said, 'paid')] as const,
    ['kinds', within(said, 'kinds')] as const,
  ])
  return {
    kind: 'check-in',
    happenedOn,
    told,
    ...(month === null ? {} : { month }),
    // One that moved away still trades.
    ...(answer === undefined ? {} : { answer: leaves ? 'trading' : answer }),
    ...(leaves ? { leaving: ending } : ending === undefined ? {} : { ending }),
    ...(stoppedOn === undefined ? {} : { stoppedOn }),
    ...(numbers ? { numbers } : {}),
    ...(Array.isArray(changed) && changed.length > 0 ? { changed } : {}),
    ...(next === undefined ? {} : { next: { dueOn: next } }),
  } as TypedCommand
}

/** The same numbers again, as a new answer of the day of the call. */
export const sameAgain = (command: TypedCommand, standing: Standing): TypedCommand => {
  if (command.kind !== 'check-in') return command
  const { numbers: _numbers, ...rest } = command
  return { ...rest, answer: rest.answer ?? sameState(standing), same: true }
}

/** What the call is called. */
export const callTitle = ({ month }: Pick<Call, 'month'>): string => (month === null ? 'Numbers' : checkInLabels[month])

/** What was recorded, and what comes next: a sentence that goes on from whom it was with. */
export function callSaved(command: TypedCommand): string {
  if (command.kind !== 'check-in') return ''
  const { told, answer, leaving, month, next, same } = command
  const again = next ? ` You next speak on ${sayDay(next.dueOn)}.` : ''
  if (told === 'no-answer') return `no answer.${next ? ` You try again on ${sayDay(next.dueOn)}.` : ''}`
  const state = leaving ? leavingLabels[leaving] : answer ? heardLabels[answer] : 'numbers'
  const what = `${callTitle({ month: month ?? null })}, ${state.charAt(0).toLowerCase()}${state.slice(1)}`
  const how = told === 'i-think-so' ? ', as you think' : same ? ', numbers as last time' : ''
  return `${what}${how}.${again}`
}

/** Changes that were ticked, in the order of the list. */
export const changesIn = (command: TypedCommand): readonly ChangeKind[] =>
  command.kind === 'check-in' && command.told !== 'no-answer' ? (command.changed ?? []) : []

const list = (days: readonly PlainDate[]): string => {
  const said = days.map(sayDay)
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`
}

/** On which days nobody answered, and what that will mean; undefined where nobody tried, or the call is for the numbers alone. */
export function noAnswerYet({ triedOn, graceEndsOn }: Call, today: PlainDate): string | undefined {
  if (triedOn.length === 0) return undefined
  const asked = `No answer yet. We asked on ${list(triedOn)}.`
  if (graceEndsOn === null) return asked
  const meaning = 'That does not mean closed. It does not mean trading.'
  return graceEndsOn > today
    ? `${asked} From ${sayDay(graceEndsOn)} we will show them as “lost touch”. ${meaning}`
    : `${asked} We show them as “lost touch”. ${meaning}`
}
