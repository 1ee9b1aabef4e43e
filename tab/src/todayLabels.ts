import type { StuckStep } from '#domain/programmeRules.ts'
import type { TodayGroup } from '#domain/todayQuestion.ts'
import type { ReasonKind } from '#domain/todaySchemas.ts'

/** Words of Today. A kind of reason without words does not compile. */

export const groupLabels = {
  overdue: 'Overdue',
  today: 'Today',
  'this-week': 'This week',
  coming: 'Coming deadlines',
} satisfies Record<TodayGroup, string>

/** What the list can be narrowed to, and what each reason belongs to. */
export const kindLabels = {
  'to-dos': 'To-dos',
  calls: 'Check-ins and numbers',
  enquiries: 'Enquiries',
  checks: 'Checks',
  cqc: 'CQC',
  money: 'Money',
  quiet: 'Silent or stuck',
} as const
export type KindOfReason = keyof typeof kindLabels

export const kindOf = {
  task: 'to-dos',
  change: 'to-dos',
  handover: 'to-dos',
  'check-in': 'calls',
  numbers: 'calls',
  enquiry: 'enquiries',
  privacy: 'enquiries',
  check: 'checks',
  'cqc-check': 'cqc',
  'cqc-notice': 'cqc',
  'with-cqc': 'cqc',
  'grant-unpaid': 'money',
  'grant-sent-back': 'money',
  'grant-receipts': 'money',
  silent: 'quiet',
  stuck: 'quiet',
} as const satisfies Record<ReasonKind, KindOfReason>

export const allKinds = 'All kinds'

/** The place where they are stuck, as it follows "In". */
export const stuckLabels = {
  idea: 'Idea',
  'set-up': 'Set up',
  'cqc-check': 'the CQC check',
  'cqc-application': 'the CQC application',
  grant: 'Grant',
  trading: 'getting ready to trade',
} satisfies Record<StuckStep, string>

/** What a reason is called among the things that one call settles. Those with a name of their own are not here. */
export const thingLabels = {
  enquiry: 'the enquiry',
  privacy: 'how we use their details',
  numbers: 'people and hours',
  'cqc-check': 'the CQC check',
  'cqc-notice': 'the reply to CQC',
  'with-cqc': 'news from CQC',
  'grant-unpaid': 'the grant',
  'grant-sent-back': 'what was asked about the grant',
  'grant-receipts': 'receipts for the grant',
  handover: 'who works with them',
  silent: 'a first word for a while',
  stuck: 'what holds them up',
} satisfies Partial<Record<ReasonKind, string>>

/** The one button of a row: what pressing it does. */
export const actionLabels = {
  call: 'Start the call',
  visit: 'Log the visit',
  answer: 'Answer',
  told: 'Say how you told',
  date: 'Add the new date',
  cqc: 'Do the CQC check',
  reply: 'Record the reply',
  news: 'Record the news',
  paid: 'It was paid',
  grant: 'Open the grant',
  receipts: 'Add the receipts',
  price: 'Add the price',
  spare: 'Add the hours',
  form: 'Record the form',
  handover: 'Say yes or no',
  'hand-over': 'Hand to a colleague',
  done: 'Tick it off',
  open: 'Open',
} as const
export type ActionName = keyof typeof actionLabels

export const todayWords = {
  title: 'What needs you today',
  logContact: 'Log a contact',
  newEnquiry: 'New enquiry',
  mine: 'Mine',
  everyone: 'Everyone',
  loading: 'Loading what needs you',
  callsDue: 'check-ins and numbers are due.',
  round: 'Go through them in one grid',
  needs: 'Choice and needs: what people ask for in vain',
  nothing: 'Nothing needs you today',
  showNext: 'Show the next 14 days',
  quiet: 'These have gone longest without a call',
  ring: 'You could ring one.',
  sinceWeSpoke: 'since we spoke',
  firstDay: 'No enterprises are yours yet. Add an enquiry, or ask the lead to hand you some.',
  askedToTakeOver: 'You are asked to take over',
  answerForAll: 'Answer for all',
  noneOfKind: 'Nothing of this kind needs you.',
  showAll: 'Show all kinds',
  loadNote: 'This is work that waits, so that it can be shared out. Results are never shown by worker.',
  notAssigned: 'Not assigned',
  notYours: 'Your role has no work that waits here. Look at the enterprises, or ask the lead.',
} as const

export const putOffWords = {
  title: 'Put off until when?',
  why: 'Why?',
  tomorrow: 'Tomorrow',
  monday: 'Next Monday',
  day: 'A day',
  whichDay: 'Which day?',
  which: 'This puts off:',
  stays: 'This stays:',
  legal: 'What has a legal day comes back on that day.',
  legalNow: 'Its legal day has come. It cannot be put off.',
  save: 'Put off',
} as const

export const taskWords = {
  add: 'Add a to-do',
  about: 'What is it about?',
  // As one of the choices; where it is a to-do’s only word it is called a to-do.
  otherAbout: 'Something else',
  words: 'What is to do?',
  when: 'By when?',
  week: '1 week',
  weeks: '2 weeks',
  month: '1 month',
  other: 'Other',
  at: 'At what time?',
  atHint: 'Such as 10:30. Leave it blank where it does not matter.',
  atFault: 'Type a time, such as 10:30.',
  save: 'Save to-do',
  done: 'Done',
  dropped: 'Not needed',
  how: 'What came of it?',
  none: 'No to-do is open.',
  open: 'To-dos',
} as const
