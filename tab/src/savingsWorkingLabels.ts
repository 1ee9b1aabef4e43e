import type { Reduction } from '#domain/saving.ts'

/** The words of the working behind the Savings page. Sentences with numbers in them are made in `savings/workingWords.ts`. */

export const stepLabels = {
  allHours: 'All hours, as if all counted',
  others: 'Hours others pay for',
  difference: 'Hours the council pays for',
  need: 'No assessed need',
  net: 'What is left, a year',
} as const

/** What is taken off, as a row of the working says it. */
export const reductionLabels = {
  contributions: 'People’s own payments',
  deadweight: 'Would have begun without us',
  displacement: 'Moved from other home care',
  attribution: 'Due to other support',
  leakage: 'For people elsewhere',
  substitution: 'They would have paid',
} satisfies Record<Reduction, string>

export const workingWords = {
  title: 'The working',
  steps: 'Each step is a share of what is left, so their order does not matter. To the nearest £1,000.',
  month: 'Month',
  saved: 'Saved by then',
  cost: 'Spent by then',
  gap: 'Saved less spent',
  so: 'so far',
  paid: 'Paid back',
  swings: 'One figure moves to each end of its middle 95%. The rest stay.',
  asStated: 'as stated',
  atLow: 'At the low end',
  atHigh: 'At the high end',
  who: 'Who saves',
  council: 'The council',
  nhs: 'The NHS',
  nhsNot: 'Not counted: we need what the NHS pays, and what it would have paid.',
  nhsWhy: 'Not the council’s money, so it is not in the figure above.',
  benefits: 'The benefits bill',
  people: 'People themselves',
  notCounted: 'not counted',
  benefitsNot: 'Not counted: we hold no figures on benefits.',
  peopleNot: 'Not counted: care that people pay for saves the council nothing.',
  draws: 'How sure we are',
  mean: 'Mean',
  middle: 'Middle',
  interval: 'Middle 95%',
  chance: 'Chance that what was saved so far is more than what was spent so far',
  drawn: 'Draws',
  seed: 'Their seed',
  drawsNote: 'We draw each figure from its range, again and again. The same seed gives the same draws.',
  breakEven: 'What the council pays for an hour now',
  breakEvenWhy: 'If it would have paid no more than this, nothing is saved.',
  perHour: 'Saved by an hour that the council paid for, so far',
} as const
