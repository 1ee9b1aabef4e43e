import type { AssumptionKind, Confidence } from '#domain/assumptions.ts'
import type { Timing } from '#domain/presentValue.ts'

/** The words of the Savings page. Sentences with numbers in them are made in `savings/savingsWords.ts` and its neighbours. */

export const savingsWords = {
  title: 'Savings',
  headline: 'What the council does not have to pay, at today’s rate',
  moreSpent: 'What the council pays more than it would have, at today’s rate',
  aYear: 'a year',
  amount: 'Amount',
  apart: 'What was saved, and what may come',
  likely: 'Most likely',
  likelyAndRange: 'Most likely, low to high',
  range: 'Low to high',
  known: 'known',
  notDrawn: 'not worked out',
  notYet: 'we cannot say yet',
  aheadRange: 'The range is that of the figures from outside, not of how long they last.',
  neverAdded: 'Saved so far, a year’s rate and what is still to come are never added up.',
  means: [
    'We count only hours that the council pays for and that meet an assessed need.',
    'We compare what it pays with what it would have paid. Then we take off what people would have paid towards it. We take off what would have come about without us.',
    'The price that the enterprise asks is not in it.',
    'This is not spare cash unless a budget was cut. None of it is cash unless someone wrote down which budget fell.',
  ],
  guess:
    'We do not know what would have happened without this programme. This figure is our best guess, and the page shows every number it stands on.',
  cannot: 'We cannot work this out yet',
  add: 'Add them',
  addOne: 'Add it',
  askLead: 'A lead can add them.',
  nobody: 'Nobody here trades now',
  nobodyWhy: 'Savings come from hours of care. They will be here once somebody trades and tells us who pays.',
  toCohorts: 'See how far they are',
  working: 'See the working',
  hideWorking: 'Hide the working',
} as const

export const cashWords = {
  title: 'What of it is cash',
  none: 'None of it is cash so far. It is money that the council did not have to spend, and may have spent on more care.',
  whoMay: 'The council can write down here which budget fell, by how much and when.',
  record: 'A budget fell',
  takeBack: 'Take back',
  unnamed: 'A budget without a name',
  somebody: 'someone who has left',
} as const

export const budgetForm = {
  title: 'A budget fell',
  lead: 'Only a budget that you hold. Your name stands beside it.',
  budget: 'Which budget',
  budgetHint: 'For example: home care, older people',
  amount: 'By how much a year',
  on: 'From which day',
  save: 'Save',
  backTitle: 'Take this back?',
  backLead: 'It no longer counts as cash. That you said so, and took it back, stays in the log.',
  takeBack: 'Take it back',
} as const

export const apartLabels = {
  soFar: 'Saved so far',
  yearly: 'A year at today’s rate',
  ahead: 'Still to come',
  value: 'Five years, worth today',
  cost: 'Cost',
} as const
export type Apart = keyof typeof apartLabels

export const timingLabels = {
  'year-end': 'counted at the end of each year',
  'mid-year': 'counted in the middle of each year',
  'year-start': 'counted at the start of each year',
} satisfies Record<Timing, string>

type OutsideLabel = {
  /** In a table, and over its form. */
  name: string
  /** What it is, to whoever is asked for it. */
  ask: string
}

/** The figures from outside. */
export const outsideLabels = {
  comparator: {
    name: 'What the council would have paid for an hour',
    ask: 'The price of an hour of home care, had the enterprise not been there.',
  },
  'contract-price': {
    name: 'What the council pays for an hour by contract',
    ask: 'The price in its own contracts, not the price on the leaflet.',
  },
  'direct-payment-rate': {
    name: 'What a direct payment gives for an hour',
    ask: 'The rate that the council puts into direct payments.',
  },
  'direct-payment-unspent': {
    name: 'Direct payment money that comes back',
    ask: 'Of all that is paid out, the share that comes back unspent.',
  },
  'unsplit-direct': {
    name: 'Hours not told apart: by direct payment',
    ask: 'Some tell us only what the council and the NHS pay for in all. Of those hours, this share is by direct payment.',
  },
  'unsplit-nhs': {
    name: 'Hours not told apart: by the NHS',
    ask: 'Some tell us only what the council and the NHS pay for in all. Of those hours, the NHS pays for this share.',
  },
  'assessed-need': {
    name: 'Hours that meet an assessed need',
    ask: 'Of the hours that the council pays for, the share that meets a need it has to meet.',
  },
  contributions: {
    name: 'What people pay towards it',
    ask: 'The part of the cost that people’s own payments would have met.',
  },
  deadweight: {
    name: 'Would have begun without us',
    ask: 'The share that would be there without this programme.',
  },
  displacement: {
    name: 'Moved from other home care',
    ask: 'The share whose workers left another home care job.',
  },
  attribution: {
    name: 'Due to other support',
    ask: 'The share that is owed to the help of others.',
  },
  leakage: {
    name: 'Went to people who live elsewhere',
    ask: 'The share of hours for people from outside the area.',
  },
  substitution: {
    name: 'Took the place of care they paid for',
    ask: 'The share that people would have paid for by themselves.',
  },
  'drop-off': {
    name: 'Hours that fade each year',
    ask: 'Of the hours of those that go on, the share lost in a year.',
  },
  'discount-rate': {
    name: 'Discount rate',
    ask: 'By how much a pound next year is worth less than one today.',
  },
  'nhs-comparator': {
    name: 'What the NHS would have paid for an hour',
    ask: 'The price of an hour of such care to the NHS.',
  },
  'health-budget-rate': {
    name: 'What a health budget gives for an hour',
    ask: 'The rate that the NHS puts into personal health budgets.',
  },
} satisfies Record<AssumptionKind, OutsideLabel>

export const confidenceLabels = {
  measured: 'Measured',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  'stated-choice': 'Stated choice',
} satisfies Record<Confidence, string>

/** How sure one is, as a form asks it. */
export const confidenceOptions = {
  measured: 'Measured: we counted it here',
  high: 'High: from good records elsewhere',
  medium: 'Medium: from a survey or a study',
  low: 'Low: a few people think so',
  'stated-choice': 'It is a choice, not a finding',
} satisfies Record<Confidence, string>

export const outsideWords = {
  title: 'Figures from outside',
  lead: 'The record does not hold these. Somebody looked them up, and each says where it is from.',
  figure: 'Figure',
  value: 'Value',
  range: 'Range',
  from: 'In force from',
  source: 'Source',
  sure: 'How sure',
  by: 'Who',
  fixed: 'no range',
  noSource: 'Its source was removed.',
  change: 'Change',
  add: 'Add',
  earlier: 'Earlier values',
  actions: 'What you can do',
  unknown: 'Not recorded',
  unknownLead: 'What is not recorded is never guessed.',
  needed: 'Needed before anything can be worked out.',
  nothingOff: 'Nothing is taken off for it.',
  notNeeded: 'Not needed for the hours we have now.',
  forValue: 'Without it we cannot say what five years are worth.',
  forAhead: 'Without it we cannot say what is still to come.',
  forNhs: 'Without it we cannot say what the NHS saves.',
  noLonger: 'no longer known',
  number: 'No.',
  recorded: 'Recorded',
} as const

export const outsideForm = {
  known: 'Is it still known?',
  knownYes: 'Yes',
  knownNo: 'No, not any more',
  central: 'Most likely',
  low: 'Lowest it could be',
  high: 'Highest it could be',
  range: 'Leave the lowest and the highest blank where there is no doubt.',
  share: 'A percentage, such as 12.5.',
  shareFault: 'Type a percentage, such as 12.5.',
  tooMuch: 'It cannot be more than 100%.',
  order: 'The lowest comes first, then the most likely, then the highest.',
  from: 'From which day does it count?',
  fromHint: 'It may lie in the past. Older months then take it too.',
  source: 'Where is it from?',
  sourceHint: 'Such as: council fee schedule 2025 to 2026, page 4. No names of people.',
  sure: 'How sure are you of it?',
  save: 'Save',
  held: 'Now it is',
  now: 'A year at today’s rate, now',
  with: 'With this figure',
  later: 'It does not count today, so today’s rate stays as it is.',
  afterSaving: 'We work it out again once it is saved.',
} as const

export const publishedLabels = {
  title: 'How one county’s published figures were made',
  whose: 'These are the numbers of another programme. None of them is yours.',
  sums: 'Six sums on what Somerset’s programme published: 133 enterprises, 180 jobs, 600 people, 2,220 hours a week, £135,000, £400,000 a year.',
  perEnterprise: 'Cost for each enterprise',
  perJob: 'Cost for each job',
  perPerson: 'Cost for each person',
  perHour: 'Saving an hour that it implies',
  payback: 'Months until paid back',
  ratio: 'Saved in a year for each pound',
  noRamp: 'As if all had begun on the first day.',
  cautions: 'Two cautions',
} as const

export const listLabels = {
  soFar: 'What each saved so far',
  yearly: 'What each saves in a year at today’s rate',
  ahead: 'What each may still save in two years',
  nhs: 'What each saves the NHS in a year',
  hours: 'Hours that the council or the NHS pays for',
  grants: 'Grants that were paid and kept',
  hoursCouncil: 'Council hours',
  saved: 'Saved',
  grant: 'Grant',
  week: 'Hours a week',
  figures: 'Figures used',
  used: 'The figures from outside behind these rows',
  whole: 'See the list',
} as const

/** What the rows of a list are, under its title. */
export const listMeans = {
  soFar: 'What the council did not have to pay for the hours it paid for, month by month of trading',
  yearly: 'What the council does not have to pay in a year, if the hours of a week now go on',
  ahead: 'The same for two years to come, if they go on as others did and hours fade',
  nhs: 'What the NHS does not have to pay in a year, if the hours of a week now go on',
  hours: 'Hours in a normal week now that the council or the NHS pays for, in what they told us',
  grants: 'Grants that were paid, less what came back',
} as const

/** The links to those lists, where they stand by themselves. */
export const listLinkLabels = {
  soFar: 'See the list of what was saved',
  yearly: 'See the list of enterprises',
  ahead: 'See the list of what may come',
  nhs: 'See what each saves the NHS',
  hours: 'See whose hours they are',
  grants: 'See the list of grants',
} as const
