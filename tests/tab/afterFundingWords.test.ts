import { expect, test } from 'vitest'
import type { AfterFundingAnswer, Closing } from '#domain/followUpSchemas.ts'
import { day } from '#domain/plainDate.ts'
import { followUpWords, moneyEnds, monthWords, planWords } from '#tab/followUp/afterFundingWords.ts'

const answer: AfterFundingAnswer = {
  programme: 'moors',
  today: day('2026-10-01'),
  endsOn: day('2027-03-31'),
  checkIns: 80,
  twoYear: 58,
  twoYearWithoutOwner: 58,
  months: [],
  lastOn: day('2029-03-01'),
  followUpUntil: day('2029-04-01'),
  startsBeyond: day('2025-03-31'),
  followUpBy: 'nobody',
  followUpOwner: null,
  followUpPerson: null,
  isEndNear: true,
  closedOn: null,
}
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const said = (change: Partial<AfterFundingAnswer>) => followUpWords({ ...answer, ...change }).map(({ words }) => plain(words))

test('the end of the money is said with the two-year check-ins that come after it', () => {
  expect(plain(moneyEnds(answer))).toBe('Your money ends on 31 March 2027. 58 two-year check-ins come after that.')
  expect(plain(moneyEnds({ ...answer, twoYear: 1 }))).toBe('Your money ends on 31 March 2027. 1 two-year check-in comes after that.')
  expect(plain(moneyEnds({ ...answer, twoYear: 0, today: day('2027-04-01') }))).toBe('Your money ended on 31 March 2027.')
})

test('who rings is said, and that nobody does stands out', () => {
  expect(said({})[0]).toBe('Nobody is named to ring them yet.')
  expect(followUpWords(answer).filter(({ careful }) => careful)).toEqual([
    { words: 'None of them has anyone to ring. Say who will in the settings.', careful: true },
  ])
  expect(said({ followUpBy: 'council-team', twoYearWithoutOwner: 0 })[0]).toBe('The council team will ring them.')
  expect(said({ followUpBy: 'person', followUpOwner: 'Priya', twoYearWithoutOwner: 3 })).toEqual([
    'Priya will ring them.',
    '3 of them do not have anyone to ring. Say who will in the settings.',
    'The follow-up goes on until 1 April 2029.',
    'Whoever begins to trade after 31 March 2025 has the two-year check-in when the money has ended.',
  ])
})

test('a month is said in words', () => {
  expect(monthWords('2027-03')).toBe('March 2027')
})

test('what closing would do is said before it is done', () => {
  const plan: Closing = {
    programme: 'moors',
    dryRun: true,
    closedOn: null,
    records: 23,
    handed: 0,
    left: 20,
    owners: [{ oid: 'a', label: 'Priya', records: 23 }],
    checkIns: 40,
    twoYear: 12,
    twoYearWithoutOwner: 0,
  }
  expect(planWords(plan).map(plain)).toEqual([
    'Priya will have 23 open records.',
    '20 records change hands.',
    '40 check-ins go on, 12 of them after two years.',
    'To-dos, numbers and all other reminders stop today. You can open it again in the settings.',
  ])
  expect(planWords({ ...plan, owners: [], left: 0, twoYearWithoutOwner: 12 }).map(plain)).toContain(
    '12 two-year check-ins will have nobody to ring.',
  )
})
