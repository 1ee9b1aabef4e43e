import type { FunnelStep, Parts, TimedStep } from '#domain/cohortSchemas.ts'
import type { CompareBy } from '#domain/comparing.ts'
import type { SurvivalWords } from '#domain/survivalMarks.ts'
import type { CheckInMonth, Ending } from '#domain/vocabulary.ts'

/** The words on the Cohorts page. Sentences with numbers in them are made in `cohorts/findings.ts`. */

export const funnelLabels = {
  enquired: 'Enquired',
  'idea-agreed': 'Idea agreed',
  constituted: 'Set up',
  'registration-needed': 'CQC needed',
  registered: 'CQC registered',
  granted: 'Grant agreed',
  trading: 'Trading began',
} satisfies Record<FunnelStep, string>

export type PartName = Exclude<keyof Parts, 'months' | 'due' | 'notYet'>

export const partLabels = {
  trading: 'Trading',
  paused: 'Paused',
  stopped: 'Stopped',
  notReached: 'We could not reach',
  left: 'Left our sight, still trading',
  awaited: 'Answer awaited',
} satisfies Record<PartName, string>

export const dueLabel = 'Had that long'
export const notYetLabel = 'Not that long yet'

export const monthLabels = { 6: 'Six months on', 12: 'One year on', 24: 'Two years on' } satisfies Record<CheckInMonth, string>

/** "… began trading at least two years ago." */
export const spanLabels = { 6: 'six months', 12: 'a year', 24: 'two years' } satisfies Record<CheckInMonth, string>

export const survivalWords: SurvivalWords = {
  tradingFor: 'Trading for',
  start: '0',
  after: ['6 months', '1 year', '18 months', '2 years'],
  followed: 'Still followed',
  ended: 'Stopped so far',
  gone: 'Too recent, or lost',
  notYet: 'not yet',
  to: 'to',
  best: 'best case',
  worst: 'worst case',
  bestShort: 'best',
  worstShort: 'worst',
  fewFollowed: 'fewer than 20 still followed',
  nobodyYet: 'Nobody has traded this long yet.',
}

/** Where some were watched only from a later day, they are among those not followed. */
export const lateSurvivalWords: SurvivalWords = { ...survivalWords, gone: 'Not watched' }

/** Some have had two years, and we lost touch with all of them before. */
export const lostSurvivalWords: SurvivalWords = { ...survivalWords, notYet: 'none', nobodyYet: 'We could follow nobody this long.' }

/** Days of the axis, in words. */
export const tickLabels = ['Start', ...survivalWords.after] as const

const whatStoppedMeans = '“Stopped” counts every stop, whatever the reason. Moving away, a pause or a new legal form is not a stop.'

export const survivalNote = `${whatStoppedMeans} The shaded part is a 95% interval, by the beta product method. We follow nobody past the two-year call: silence after it is not trading.`

/** Where no curve is drawn. */
export const fewNote = `${whatStoppedMeans} The range is a 95% interval, by the beta product method.`

export const olderReportsNote =
  'Older reports took the last number from all that ever traded, however old it was. We show it so that you can compare. We do not use it.'

/** What stands on a button or a link of every figure. */
export const howLabel = 'How we count this'
export const tableLabel = 'Table'

export const columnLabels = {
  enterprise: 'Enterprise',
  area: 'Area',
  form: 'Legal form',
  people: 'People',
  hours: 'Hours a week',
  jobs: 'Jobs',
  grant: 'Grant',
  reference: 'Reference',
} as const

/** What one needs to know to trust a headline number: the definition, as a sentence to anyone. */
export const definitions = {
  people:
    'People helped in a normal week by the enterprises that trade now, from their latest numbers. Numbers older than 12 months are left out. Someone helped by two enterprises is counted twice.',
  hours:
    'Hours of help in a normal week from the enterprises that trade now, from their latest numbers. Numbers older than 12 months are left out.',
  trading: 'It trades on this day, and has not paused. We have not lost touch.',
  jobs: 'People who work in the enterprises that trade now, the owner too, from their latest numbers. Numbers older than 12 months are left out.',
  cost: 'What the programme cost over all its years, shared out. Once over those that we helped to set up, and once with the people we only advised.',
  funnel: 'Each bar counts enterprises that got that far by this day. CQC is asked of some only, so it is out of those that need it.',
  checkIns:
    'Where each enterprise stood so many months after it began to trade. It was trading only if someone there told us so. If nobody answers for 28 days, we say we could not reach them. We do not guess.',
  survival:
    'We follow each enterprise from the day it began to trade. A stop counts on its day. If we lost touch, we follow it up to the day we last heard that it was trading. Those that ran before we met them are left out.',
  olderReports: 'The last number from all that ever traded. It may be old. They may have stopped since.',
  lasting:
    'The days are read off the line above: the first day on which a quarter, a half or three quarters had stopped. The range comes from the shaded part. If the line does not fall that far in two years, we say so. The time they trade is the part of two years that lies under the line. We also show what it would be if all we lost touch with had closed the day after, and if all of them still trade.',
  endings:
    'All that stopped while we followed them, by the reason on the record. The share counts each reason beside the others: those that took a job can no longer close. Its range is a 95% range.',
  steps:
    'Days from the start of a step to its end. Half done by: the first day on which half of all had come to the end, with its 95% range. Done by 90 days: the share that had come to the end by then. Those that left never come to the end. With fewer than five, only the counts stand.',
  compare:
    'Each group by itself, in the same way as the line above. The legal form is the one they had when they began to trade. An enterprise with several services stands with each of them.',
  existingParts:
    'Where each one stood so many months after we took it on. The share still trading is found as in the line above, with day 0 the day we took it on.',
  existing: 'They are in the bars, and left out of two years on and of the curve.',
} as const

/** Headings under which more figures wait. */
export const foldLabels = {
  lasting: 'How long they last',
  endings: 'How they ended',
  steps: 'How long each step takes',
  compare: 'Side by side',
} as const

/** The pages for a wall. */
export const meetingWords = {
  show: 'Show in a meeting',
  end: 'End meeting view',
  before: 'The page before',
  next: 'The next page',
  title: 'Meeting view',
} as const

/** What each page for a wall is about. */
export const screenLabels = {
  counts: 'How far they got',
  survival: 'Still trading',
  endings: 'How they ended',
  steps: 'How long each step takes',
  compare: 'Side by side',
  savings: 'Savings',
} as const
export type ScreenName = keyof typeof screenLabels

export const lastingRowLabels = {
  quarter: 'A quarter had stopped by',
  half: 'Half had stopped by',
  threeQuarters: 'Three quarters had stopped by',
  mean: 'Time they trade, out of two years',
  cases: 'Trading at two years, if all we lost had closed, or none had',
  complete: 'Time we could follow, of the time there was',
  followed: 'Half were followed for at least',
} as const

/** The same reasons as on the record, short enough to stand beside a row of dots. */
export const endingRowLabels = {
  'not-working': 'It was not working',
  planned: 'Closed as planned',
  'took-job': 'Took a job',
  'joined-another': 'Joined another',
  unknown: 'We do not know why',
} satisfies Record<Ending, string>

export const stepLabels = {
  'enquiry-accepted': 'Enquiry to taken on',
  'accepted-idea': 'Taken on to idea agreed',
  'idea-set-up': 'Idea agreed to set up',
  'sent-registered': 'CQC: sent to registered',
  'asked-paid': 'Grant: asked for to paid',
  'set-up-trading': 'Set up to trading',
  'enquiry-trading': 'All: enquiry to trading',
} satisfies Record<TimedStep, string>

/** What can stand side by side. */
export const compareLabels = {
  area: { title: 'Areas', within: 'areas', notSaid: 'Area not said' },
  form: { title: 'Legal forms', within: 'legal forms', notSaid: 'No form yet' },
  service: { title: 'Services', within: 'services', notSaid: 'Service not said' },
  year: { title: 'Years they began', within: 'years', notSaid: 'Year not known' },
} satisfies Record<CompareBy, { title: string; within: string; notSaid: string }>

export const compareNote =
  'In the order of their names. This is not a ranking. Where two ranges share much, we cannot tell the two apart. With fewer than 20 no share is given.'

export const stepsNote =
  'Those still in a step count too, at their age, so the slow ones are not left out. “Left before” means that they stopped, went elsewhere, or that the answer was no. A pause does not stop the days. Those that ran before we met them are not in it.'

export const endingsNote =
  'A planned end or a new job is a stop, and is not a bad end. Moving away is not a stop. The shares by one and two years count all reasons side by side, so they add up to all that stopped.'

export const existingNote =
  'They ran before we met them, so they had lasted for some time already. That is why they are not in the line above. We count from the day we took them on.'

/** Where a file came in without those that had stopped: the counts stand, and are too good. */
export const lateNote = 'Some are watched only from the day their file came in: those that had stopped before may be missing from it.'
