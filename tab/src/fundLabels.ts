import type { GrantStep } from '#domain/grantRules.ts'
import type { StepStanding } from '#domain/potSchemas.ts'
import type { Omission } from '#domain/publication.ts'

/** What the page of a fund says. */
export const fundWords = {
  title: 'Fund',
  which: 'Which fund?',
  make: 'Make a fund',
  makeAnother: 'Make another fund',
  change: 'Change this fund',
  more: 'More',
  recommend: 'Recommend a grant',
  whoFor: 'Who is it for?',
  none: 'There is no fund here yet',
  noneMake: 'Say how much there is, for what, and by which rules. Then grants can be asked of it.',
  noneAsk: 'A lead makes the fund first. Then grants can be asked of it.',
  paid: 'Paid, less what came back',
  setAside: 'Set aside (committed), not paid yet',
  available: 'Left to award',
  asked: 'of it, asked for',
  openLedger: 'Open the ledger',
  waiting: 'Waiting for you',
  nothingWaits: 'Nothing here waits for you.',
  seeOthers: 'See them',
  hideOthers: 'Hide them',
  nobodyCan: 'Nobody here can. Ask the lead.',
  gaps: 'Which gaps the money fills',
  byGap: 'By gap',
  byArea: 'By area',
  noGapsYet: 'No grant has been made yet. The first one will show here.',
  noArea: 'No area on record',
  ledger: 'Ledger',
  onlyAdded: 'Entries are only ever added.',
  allKinds: 'All kinds',
  kind: 'Which kind?',
  download: 'Download',
  search: 'Name, reference or amount',
  searchWithoutNames: 'Reference or amount',
  nothingEntered: 'No money was put in yet.',
  nothingFound: 'No entry fits. Try other words, or all kinds.',
  showAll: 'Show all entries',
  commitmentNote: 'A commitment sets money aside, so a payment does not change what is left.',
} as const

/** What the columns of the ledger and the rows of an entry are called. */
export const ledgerHeads = {
  on: 'Day',
  kind: 'Entry',
  grant: 'Grant',
  setAside: 'Set aside',
  paid: 'Paid out',
  cameBack: 'Came back',
  available: 'Left after',
  amount: 'Amount',
  enterprise: 'Enterprise',
  gap: 'For',
  costCode: 'Cost code',
  reference: 'Payment reference',
  by: 'Recorded by',
  at: 'Recorded at',
  log: 'Log number',
  entry: 'Number in this ledger',
} as const

/** The step that a grant waits for. */
export const stepLabels = {
  recommend: 'More was asked for',
  assess: 'To be assessed',
  decide: 'Decision',
  offer: 'Offer',
  accept: 'Their yes',
  verify: 'Account',
  pay: 'Payment',
  evidence: 'Receipts',
  close: 'Close',
} satisfies Record<GrantStep, string>

/** The one thing that one can do about it. */
export const stepActions = {
  recommend: 'Say more',
  assess: 'Assess',
  decide: 'Read and decide',
  offer: 'Send the offer',
  accept: 'Record their yes',
  verify: 'Check the account',
  pay: 'Pay',
  evidence: 'Record receipts',
  close: 'Close it',
} satisfies Record<GrantStep, string>

/** After the names of those who can: "Sam Weir or Hazel Boon can decide". */
export const canDo = {
  recommend: 'can say more',
  assess: 'can assess it',
  decide: 'can decide',
  offer: 'can send the offer',
  accept: 'can record it',
  verify: 'can check the account',
  pay: 'can pay',
  evidence: 'can record the receipts',
  close: 'can close it',
} satisfies Record<GrantStep, string>

/** What a grant waits for, where others have to act: "3 for a decision". */
export const waitsFor = {
  recommend: 'for more to be said',
  assess: 'to be assessed',
  decide: 'for a decision',
  offer: 'for an offer to be sent',
  accept: 'for them to say yes',
  verify: 'for the account to be checked',
  pay: 'to be paid',
  evidence: 'for receipts',
  close: 'to be closed',
} satisfies Record<GrantStep, string>

/** Why one may not take a step oneself. */
export const boundLabels = {
  'works-on-it': 'You work with them',
  'has-interest': 'You have an interest',
  'recommended-it': 'You recommended this',
  'assessed-it': 'You assessed this',
  'decided-it': 'You decided this',
  'verified-it': 'You checked the account',
  'paid-it': 'You paid this',
  'changed-fund': 'You changed this fund',
  'overruled-gate': 'You went on without a check',
  'overruled-asking': 'You went on without a check',
} satisfies Record<NonNullable<StepStanding['bound']>, string>

/** The form in which a fund is made or changed. */
export const fundFormWords = {
  makeTitle: 'Make a fund',
  changeTitle: 'Change the fund',
  saveNew: 'Make the fund',
  save: 'Save',
  cannot: 'You cannot change funds here',
  cannotWhy: 'A lead can. If you think you should, ask the lead.',
  publicPart: 'First of all',
  moneyPart: 'The money',
  forPart: 'What it is for',
  whoPart: 'Who decides',
  afterPart: 'After a grant is paid',
  publishPart: 'Who publishes the grants',
  periodBackwards: 'This is before the first day.',
} as const

/** Its boxes. */
export const fundFieldLabels = {
  subsidy: {
    label: 'Is it public money? Is it a subsidy?',
    hint: 'Does public money go to a business that sells to people? Then it is usually a subsidy. Not sure? Ask legal or finance first.',
  },
  why: { label: 'Why?', hint: 'One or two sentences, for those who check the books later.' },
  name: { label: 'What is the fund called?' },
  amountPence: { label: 'How much is in it?', hint: 'All that was ever put in. A new sum adds a line to the ledger.' },
  from: { label: 'First day to decide a grant' },
  to: { label: 'Last day to decide a grant' },
  capPence: { label: 'The most for one enterprise' },
  smallPence: {
    label: 'A small grant is up to',
    hint: 'Above this, one person assesses it first and one more checks the account.',
  },
  costCode: {
    label: 'Cost code',
    hint: 'What finance books it under, such as AD-4410.',
    fault: 'Use letters, digits, dots, dashes and slashes.',
  },
  department: { label: 'Department' },
  gaps: { label: 'Which gaps is it for?', hint: 'Leave all of them blank if it is for any gap.' },
  firstRule: { label: 'A rule that each grant must meet', hint: 'One sentence, such as: They have agreed their idea with us.' },
  nextRule: { label: 'One more rule' },
  asks: { label: 'What else do we ask?', hint: 'A yes puts up a flag. It never says no to a grant.' },
  quorum: { label: 'How many must sit on the panel?', hint: 'For larger grants only. Leave it blank if there is no panel.' },
  limitHint: 'Leave it blank if there is no limit.',
  evidenceDays: { label: 'Days until receipts are due' },
  publishes: { label: 'Do you publish your grants?', hint: 'Councils give them out by the 360Giving standard.' },
  prefix: { label: 'Your 360Giving prefix', hint: 'Such as 360G-exampletown.', fault: 'It begins with 360G- and has no spaces.' },
  orgId: { label: 'Your organisation number', hint: 'As org-id.guide has it, such as GB-LAE-XMP.', fault: 'It looks like GB-LAE-XMP.' },
  publisher: { label: 'The name to publish under' },
} as const

export const publishOptions = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'Not yet' },
] as const

/** What can be taken away from the fund, and what is said before it is. */
export const exportWords = {
  menu: 'Export',
  ledger: 'The ledger…',
  yearEnd: 'Committed and not paid at the year end…',
  register: 'All grants, for finance…',
  threeSixty: '360Giving list…',
  transparency: 'Transparency list…',
  ledgerTitle: 'Export the ledger',
  ledgerAll: 'The file has every entry, the oldest first. Each line follows from the last.',
  ledgerFound: 'The file has only the entries that you searched for.',
  named: 'It holds names: keep it where others cannot read it.',
  unnamed: 'It holds references and no names.',
  yearEndTitle: 'Committed and not paid',
  whichDay: 'At the end of which day?',
  noneThen: 'Nothing was committed and not paid then.',
  registerTitle: 'Export all grants, for finance',
  registerWords: 'The file is for finance and not for the public. No person is named in it.',
  threeSixtyTitle: 'Export the 360Giving list',
  threeSixtyWords: 'Grants to people are listed with no name and no address. What was typed about a grant is never in it.',
  transparencyTitle: 'Export the transparency list',
  transparencyWords:
    'The Transparency Code asks for grants to charities, community groups and social enterprises. Sole traders and private firms are not in it.',
  noPublisher: 'First say in the fund who publishes its grants. Then this list can be made.',
  askForPublisher: 'Ask the lead to say who publishes its grants. Then this list can be made.',
  nothing: 'No grant belongs in this list yet, so there is no file to make.',
  noArea: 'No area is on record for it.',
  noPlaceCode: 'No place code yet',
  addPlaces: 'Add place codes in the settings',
  askForPlaces: 'Ask the lead to add them in the settings.',
  inIt: 'In the list',
  together: 'All grants of the fund',
  why: 'Grants',
  grants: 'How many',
  awarded: 'Granted',
  paid: 'Paid out',
} as const

/** Why a list leaves a grant out. */
export const omissionLabels = {
  'decided-later': 'Left out: decided after this day',
  'not-taken-up': 'Left out: not taken up, so nothing was paid',
  individual: 'Left out: to a person, such as a sole trader',
  partnership: 'Left out: to partners, who are people',
  'private-company': 'Left out: to a private company',
  'no-name': 'Left out: the name is not on record',
} satisfies Record<Omission, string>
