import { expect, test } from 'vitest'
import type { CommandKind } from '#domain/commandSchemas.ts'
import { commandSchema } from '#domain/commandSchemas.ts'
import { savedWords } from '#tab/enterprise/savedWords.ts'
import type { Sending } from '#tab/ui/useSending.ts'
import { undoWords } from '#tab/ui/SavedNote.tsx'
import { ids } from '../builders.ts'
import { commandExamples } from '../domain/commandExamples.ts'

const wordsOf = (kind: CommandKind): string => {
  const [, body] = commandExamples[kind]
  const dated = kind === 'withdraw' || kind === 'undo' ? {} : { happenedOn: '2016-01-12' }
  return savedWords(commandSchema.parse({ kind, ...dated, ...body })).replaceAll('\u00a0', ' ')
}

test('what was recorded is said in the words of the timeline, with its day', () => {
  expect(wordsOf('agree-idea')).toBe('Idea agreed, 12 January 2016')
  expect(wordsOf('log-contact')).toBe('Contact, 12 January 2016')
  expect(wordsOf('stop')).toBe('Stopped, 12 January 2016')
})

test('a correction says what was done, not a day of its own', () => {
  expect(wordsOf('withdraw')).toBe('Entry taken back')
  expect(wordsOf('replace')).toBe('Entry put right')
})

test('each answer to a recommended grant has words of its own', () => {
  const answer = { kind: 'decide-grant', happenedOn: '2016-01-12', grantId: ids.grant, note: 'Said' } as const
  const said = (['yes', 'no', 'ask-for-more'] as const).map(outcome => savedWords(commandSchema.parse({ ...answer, outcome, pence: 1 })))
  expect(new Set(said).size).toBe(3)
})

test.each(Object.keys(commandExamples) as CommandKind[])('there are words for %s', kind => {
  expect(wordsOf(kind)).toMatch(/^[A-Z].+/)
})

test('an undo that has not gone through says so, and what to do', () => {
  const problem = {
    type: '',
    title: '',
    status: 409,
    detail: 'You can undo for ten minutes. Take the entry back instead.',
    kind: '',
    traceId: '',
  }
  const said = (sending: Sending): string => undoWords(sending)
  expect(said({ state: 'idle' })).toBe('')
  expect(said({ state: 'waiting', failure: { kind: 'no-signal' } })).toBe('Not undone yet: no signal. We keep trying.')
  expect(said({ state: 'failed', failure: { kind: 'refused', problem } })).toBe(problem.detail)
})
