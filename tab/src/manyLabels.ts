import type { Standing } from '#domain/wireSchemas.ts'

/** Words for one change to many enterprises, and for a group session. */

export const manyWords = {
  see: 'See what will change',
  looking: 'Looking at each of them',
  lookAgain: 'Look again',
  back: 'Back',
  stop: 'Stop',
  stopping: 'Stopping',
  goOn: 'Go on',
  close: 'Close',
  undo: 'Undo all',
  tryNow: 'Try now',
  keepOpen: 'Keep this page open.',
  keepTrying: 'Keep this page open and we will keep trying.',
  nothing: 'None of these can change.',
  stay: 'These stay as they are',
  change: 'These will change',
  saved: 'Saved',
  notSaved: 'Not saved',
  notYet: 'Not saved yet',
  undone: 'Undone',
  notUndone: 'Not undone',
  changed: 'Someone made a change a moment ago. Look again.',
  notYours: 'They are not yours. Open them, or ask the lead.',
  inHistory: 'What was undone stays in the history.',
} as const

/** Why one that is left alone stays as it is. The others are in work. */
export const leftAloneWords = {
  stopped: 'It stays as it is: it has stopped.',
  'left-sight': 'It stays as it is: it left our sight.',
  'advised-only': 'It stays as it is: they had advice only.',
  declined: 'It stays as it is: it was not taken on.',
} satisfies Partial<Record<Standing, string>>

export const handOverWords = {
  title: 'Hand to a colleague',
  to: 'Who could take them over?',
  lead: 'They stay where they are until your colleague says yes.',
} as const

export const takeOverWords = {
  title: 'Take over from a colleague',
  question: 'Will you take them over?',
  yes: 'Yes',
  no: 'No',
} as const

export const sessionPageWords = {
  title: 'Log a group session',
  day: 'Which day?',
  kind: 'What was it?',
  who: 'Who came?',
  find: 'Find an enterprise',
  findHint: 'Type a name, place or reference. Then tick who came.',
  came: 'They came',
  nobody: 'Tick who came.',
  minutes: 'How many minutes?',
  note: 'Anything to note?',
  noteHint: 'Each of them gets this note, so name nobody in it.',
  none: 'We found nobody. Try fewer letters.',
  others: 'Tick who came',
  list: 'Back to the enterprises',
} as const
