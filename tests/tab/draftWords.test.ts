import { expect, test } from 'vitest'
import { day, instantAt } from '#domain/plainDate.ts'
import { draftWords } from '#tab/ui/DraftStatus.tsx'
import type { Keeping } from '#tab/ui/drafts.ts'
import type { Sending } from '#tab/ui/useSending.ts'

// 8:41 in UTC is 9:41 in London in May.
const at = instantAt(Date.parse('2026-05-06T08:41:00.000Z'))
const kept: Keeping = { state: 'kept', at }
const typed: Keeping = { state: 'typed' }
const blank: Keeping = { state: 'blank' }
const idle: Sending = { state: 'idle' }
const noSignal = { kind: 'no-signal' } as const

test.each<[string, Sending, Keeping, string | undefined, string]>([
  ['nothing typed', idle, blank, undefined, ''],
  ['typed a moment ago', idle, typed, undefined, 'Not saved yet'],
  ['kept by the server', idle, kept, undefined, 'Kept at 9:41, not saved yet'],
  ['on its way', { state: 'sending' }, kept, undefined, 'Saving…'],
  ['waiting for signal', { state: 'waiting', failure: noSignal }, kept, undefined, 'Not saved yet'],
  ['refused', { state: 'failed', failure: { kind: 'broken', code: '7F3K' } }, kept, undefined, 'Not saved yet'],
  ['met somebody else’s change', { state: 'changed', n: 1, entries: [] }, kept, undefined, 'Not saved yet'],
  ['saved', idle, blank, '2026-05-06T08:42:00.000Z', 'Saved at 9:42'],
  ['saved, and typed on', idle, typed, '2026-05-06T08:42:00.000Z', 'Not saved yet'],
])('a form that is %s says so', (_, sending, keeping, savedAt, words) => {
  expect(draftWords(sending, keeping, savedAt, day('2026-05-06'))).toBe(words)
})

test('words kept on another day say which', () => {
  expect(draftWords(idle, kept, undefined, day('2026-05-08'))).toBe('Kept on Wednesday, not saved yet')
})
