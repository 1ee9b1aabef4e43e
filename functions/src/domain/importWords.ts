import { inWords } from './dayWords.ts'
import type { Column } from './importColumns.ts'
import type { PlainDate } from './plainDate.ts'
import type { ShouldNotHave } from './supportCase.ts'
import type { CheckInMonth, Ending } from './vocabulary.ts'

/** Something said to the lead about a cell, a row or the file: what kind of thing it is, and a sentence. */
export type Saying = { kind: string; what: string }

const saying =
  <A extends unknown[]>(kind: string, sentence: (...about: A) => string) =>
  (...about: A): Saying => ({ kind, what: sentence(...about) })

/** Money as people say it: £350, £12.50. */
export function sayPence(pence: number): string {
  const pounds = Math.floor(pence / 100).toLocaleString('en-GB')
  return pence % 100 === 0 ? `£${pounds}` : `£${pounds}.${String(pence % 100).padStart(2, '0')}`
}

/** Hours as people say them: 7.5. */
export const sayHours = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100)

const endingWords = {
  'not-working': 'it was not working',
  planned: 'planned',
  'took-job': 'took a job',
  'joined-another': 'joined another enterprise',
  unknown: 'we do not know',
} as const satisfies Record<Ending, string>

/** Why one stopped, in words. */
export const sayEnding = (ending: Ending): string => endingWords[ending]

const checkInWord = (month: CheckInMonth): string => `${month}-month check-in`

/** What is wrong with one cell. The row is bad until it is put right. */
export const wrongCell = {
  missing: saying('missing', () => 'This must be filled in.'),
  brokenFormula: saying('broken-formula', (value: string) => `The spreadsheet shows ${value} here. Its formula is broken.`),
  notARealDate: saying('not-a-real-date', (value: string) => `${value} is not a real date.`),
  notADate: saying('not-a-date', (value: string) => `“${value}” is not a date we can read. Write it like 3/5/2014.`),
  yearInFull: saying('year-in-full', (value: string) => `${value} could be read two ways. Write the year in full, like 3/5/2014.`),
  inFuture: saying('in-future', (date: PlainDate) => `${inWords(date)} has not come yet.`),
  tooLongAgo: saying('too-long-ago', (date: PlainDate) => `${inWords(date)} is too long ago to be right.`),
  notANumber: saying('not-a-number', (value: string) => `“${value}” is not a number.`),
  notWhole: saying('not-whole', (value: string) => `${value} is not a whole number.`),
  belowZero: saying('below-zero', (value: string) => `${value} is less than nothing.`),
  tooBig: saying('too-big', (value: string) => `${value} is too big to be right.`),
  notPence: saying('not-pence', (value: string) => `${value} is not a whole number of pence. Put a £ before it if it is pounds.`),
  notMoney: saying('not-money', (value: string) => `“${value}” is not an amount of money.`),
  yesOrNo: saying('yes-or-no', (value: string) => `“${value}” is neither Y nor N.`),
  unknownForm: saying('unknown-form', () => 'We do not know this form.'),
  unknownOutcome: saying('unknown-outcome', () => 'We do not know this answer. Write trading, no_response or closed.'),
  unknownJourney: saying('unknown-journey', () => 'We do not know this word. Write new, existing or advised_only.'),
  badReference: saying('bad-reference', () => 'A reference has letters and digits, at most 24. It may also have . _ / and -.'),
  tooLong: saying('too-long', (most: number) => `This is too long. Keep it to ${most.toLocaleString('en-GB')} letters.`),
  tooMany: saying('too-many', (most: number) => `This is a long list. Keep it to ${most} things.`),
} as const

/** What is wrong with a whole row, or with two cells beside each other. */
export const wrongRow = {
  sameReference: saying('same-reference', (row: number) => `Row ${row} has the same reference.`),
  ragged: saying(
    'ragged-row',
    (cells: number, headings: number) =>
      `This row has ${cells} cells and there are ${headings} headings. A comma or a quote mark is out of place.`,
  ),
  grantWithoutDay: saying('grant-without-day', () => 'There is a grant but no day for it.'),
  setUpWithoutForm: saying('set-up-without-form', () => 'There is a day they set up, but not as what. Fill in the legal form.'),
  checkInWithoutDay: saying(
    'check-in-without-day',
    (month: CheckInMonth) => `There is an answer at the ${checkInWord(month)} but no day for it.`,
  ),
  closedAndWithdrawn: saying('closed-and-withdrawn', () => 'This row says that they closed and that they left. Keep one of the two.'),
} as const

/** What is worth a look. The row goes in as it is. */
export const look = {
  unknownArea: saying('unknown-area', (value: string) => `“${value}” is not an area of this programme. We keep it as it is.`),
  unreadableArea: saying(
    'unreadable-area',
    (value: string) => `“${value}” cannot be read as an area. It is kept with the words of the file only.`,
  ),
  moreThanAName: saying(
    'more-than-a-name',
    (value: string) => `“${value}” is more than a short name. It is kept with the words of the file only.`,
  ),
  unknownCatalyst: saying(
    'unknown-catalyst',
    (value: string) => `We do not know a worker called ${value}. The name is kept with the words of the file only.`,
  ),
  establishedTakenAs: saying('established-unanswered', (as: string) => `“established” is read as “${as}”. Nobody said what it means here.`),
  journeyGuessed: saying(
    'journey-guessed',
    () => 'Nothing says if we helped to set it up. It got past the first step, so we read it as new.',
  ),
  grantWithoutAmount: saying('grant-without-amount', () => 'There is a day for a grant but no amount. No grant is recorded.'),
  grantAboveCap: saying(
    'grant-above-cap',
    (pence: number, cap: number) => `This grant is ${sayPence(pence)}. The most today is ${sayPence(cap)}.`,
  ),
  checkInWithoutAnswer: saying(
    'check-in-without-answer',
    (month: CheckInMonth) => `There is a day for the ${checkInWord(month)} but no answer. It is not recorded.`,
  ),
  checkInOnClosing: saying(
    'check-in-on-closing',
    (month: CheckInMonth) => `The ${checkInWord(month)} has no day. We used the day they closed.`,
  ),
  missedBeforeDue: saying(
    'missed-before-due',
    (month: CheckInMonth, due: PlainDate) => `The ${checkInWord(month)} is not due until ${inWords(due)}. “No response” is not recorded.`,
  ),
  missedWithoutStart: saying(
    'missed-without-start',
    (month: CheckInMonth) => `We cannot tell when the ${checkInWord(month)} was due. “No response” is not recorded.`,
  ),
  closedAtCheckIn: saying(
    'closed-at-check-in',
    (on: PlainDate) => `No day says when they closed. We used the day of the check-in, ${inWords(on)}.`,
  ),
  leftWhileTrading: saying('left-while-trading', () => 'They left after they began trading. We count them as stopped on that day.'),
  reasonWithoutDay: saying('reason-without-day', () => 'There is a reason but no day. It is kept with the words of the file only.'),
  unknownEnding: saying(
    'unknown-ending',
    (words: string) => `Nobody has said what kind of ending “${words}” is. We count it as “we do not know”.`,
  ),
  numbersWithoutDay: saying(
    'numbers-without-day',
    () => 'There is no day for these numbers: no contact, no check-in and no start. They are not recorded.',
  ),
  partAboveWhole: saying('part-above-whole', () => 'These are more hours than they work in a week.'),
  beganBeforeEnquiry: saying('began-before-enquiry', () => 'They began trading before they got in touch. Are they “existing”?'),
  oddHistory: saying('odd-history', (about: ShouldNotHave) => oddHistory(about)),
  maybeSame: saying(
    'maybe-same',
    (reference: string) => `This may be the same person as ${reference}, who is on record. If so, give this row that reference.`,
  ),
  byHand: saying('added-by-hand', () => 'This one was added by hand. What the file adds goes in. What differs stays as it is.'),
  emptied: saying('details-removed', () => 'The details of this person were removed. The file does not bring them back.'),
} as const

/** What is worth saying about the whole file. */
export const ofFile = {
  windows1252: saying('windows-1252', () => 'The file is not in UTF-8. We read it as Windows-1252. Look at names with accents.'),
  otherSheets: saying(
    'other-sheets',
    (read: string, others: readonly string[]) => `We read the sheet “${read}”. We did not read ${list(others)}.`,
  ),
  readTwice: saying(
    'heading-twice',
    (heading: string, insteadOf: string) => `“${heading}” and “${insteadOf}” are the same thing. We read “${insteadOf}”.`,
  ),
  notRead: saying('not-read', (headings: readonly string[]) => `We did not read: ${headings.join(', ')}.`),
  stoppedUnanswered: saying(
    'stopped-unanswered',
    () => 'Nobody said if the ones that stopped are still in this file. We took it that all of them are.',
  ),
  grantsInPence: saying('grants-in-pence', () => 'All these grants are £5 or less. Are they in pounds, not pence? We read them as pence.'),
  grantsInPounds: saying('grants-in-pounds', () => 'The heading does not say pounds or pence. We read the grants as pounds.'),
  pricesInPence: saying(
    'prices-in-pence',
    () => 'All these prices are £5 an hour or less. We read them as pence. If they are pounds, put a £ in the heading.',
  ),
  pricesInPounds: saying('prices-in-pounds', () => 'The heading does not say pounds or pence. We read the prices as pounds.'),
  journeyMissing: saying(
    'journey-missing',
    () => 'No column says if we helped to set them up. The ones that got past the first step are read as new.',
  ),
  noSuchFix: saying(
    'fix-nowhere',
    (row: number, column: string) => `You put right row ${row}, “${column}”, and the file has no such cell.`,
  ),
} as const

/** What a column that must be there holds, and what it may be called. */
const neededWords: Readonly<Partial<Record<Column, string>>> = {
  ref: 'a number for each enterprise, such as “Ref” or “No”',
  name: 'the name of each enterprise, such as “Name” or “Enterprise”',
  enquiry_date: 'the day they got in touch, such as “Enquiry date” or “First contact”',
}

/** Why a file cannot be read at all. */
export const unread = {
  tooLarge: saying('too-large', () => 'This file is larger than 8 MB, the most we can read. Split it in two.'),
  unpacksTooLarge: saying(
    'unpacks-too-large',
    () => 'This workbook unpacks to more than 48 MB. Save only the sheet with the enterprises, in a new file.',
  ),
  tooManyRows: saying('too-many-rows', () => 'This file has more than 20,000 rows. Split it in two.'),
  tooManyColumns: saying('too-many-columns', () => 'This file has more than 100 columns. Keep only those about the enterprises.'),
  unclosedQuote: saying('unclosed-quote', (row: number) => `A quote mark opens in row ${row} and never closes.`),
  strayQuote: saying('stray-quote', (row: number) => `A quote mark stands in the wrong place in row ${row}.`),
  emptyFile: saying('empty-file', () => 'There is nothing in this file.'),
  oldOrLocked: saying('old-or-locked', () => 'This is an old .xls file, or it has a password. Save it as .xlsx or CSV, without one.'),
  damaged: saying('damaged', () => 'This file is damaged, or it is not a spreadsheet.'),
  notASpreadsheet: saying('not-a-spreadsheet', () => 'This is not a spreadsheet that we can read. Save it as .xlsx or CSV.'),
  columnsMissing: saying(
    'columns-missing',
    (missing: readonly Column[], found: readonly string[]) =>
      `${missing.map(column => `We found no column with ${neededWords[column] ?? `“${column}”`}.`).join(' ')}${
        missing.includes('ref') ? ' Numbers of your own will do: 1, 2, 3. Keep them, as they tell us which row is which next time.' : ''
      } The headings in the file are ${list(found)}.`,
  ),
} as const

function list(names: readonly string[]): string {
  const quoted = names.map(name => `“${name}”`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`
}

function oddHistory(about: ShouldNotHave): string {
  switch (about.kind) {
    case 'trading-without-insurance':
      return `They began trading on ${inWords(about.on)} without insurance on record.`
    case 'trading-before-registration':
      return `They began trading on ${inWords(about.on)}, before they were registered with CQC.`
    case 'registered-though-not-needed':
      return `They registered with CQC on ${inWords(about.on)}, though the file says that they did not need to.`
  }
}

/** Why nothing was written. */
export const rowsNeedYou = (rows: number): string => `${rows === 1 ? '1 row needs' : `${rows} rows need`} you. Nothing was saved.`
