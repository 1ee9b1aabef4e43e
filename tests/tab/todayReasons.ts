import { day } from '#domain/plainDate.ts'
import type { Reason } from '#domain/todaySchemas.ts'

/** The day on which Today is read in these tests: a Wednesday. */
export const today = day('2026-05-06')

/** A sentence with plain spaces: a number and its word are never parted, which no test need see. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

/** A to-do of today. */
export const task = (more: Partial<Extract<Reason, { kind: 'task' }>> = {}): Reason => ({
  kind: 'task',
  on: today,
  task: 't1',
  about: 'visit',
  at: null,
  template: false,
  words: 'The first menu',
  papers: null,
  ...more,
})
