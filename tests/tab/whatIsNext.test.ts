import { expect, test } from 'vitest'
import type { GrantStep } from '#domain/grantRules.ts'
import { nextSteps } from '#domain/nextSteps.ts'
import type { Permission } from '#domain/permissions.ts'
import { day } from '#domain/plainDate.ts'
import type { NextItem } from '#tab/enterprise/whatIsNext.ts'
import { trackWords } from '#tab/enterprise/trackWords.ts'
import { whatIsNext } from '#tab/enterprise/whatIsNext.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, ids, supported, trading } from '../builders.ts'
import { accepted, recommended } from '../domain/grantStories.ts'

const everything = (): boolean => true
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ')

function next(
  given: Journey,
  date: string,
  may: (permission: Permission) => boolean = everything,
  grantSteps: Record<string, GrantStep> = {},
): NextItem[] {
  const { warnings, ...tracks } = given.asAt(date)
  const shown = warnings.flatMap(({ severity, about }) => (severity === 'should-not-have' ? [about] : []))
  return whatIsNext(
    { nextSteps: nextSteps({ ...tracks, warnings }, day(date)), warnings: shown, today: day(date), grantSteps },
    { ...tracks, warnings },
    may,
  )
}

test('an enquiry waits for one of three answers', () => {
  const [item] = next(anEnquiry(), '2015-01-09')
  expect(item).toMatchObject({ title: 'Answer the enquiry', state: 'Ready' })
  expect(plain(item?.words)).toBe('It came on 5 January 2015, 4 days ago.')
  expect(item?.actions.map(({ label }) => label)).toEqual(['Take them on', 'Advise only', 'Not now'])
})

test('a check-in that is late says by how much, and stands before what is ready', () => {
  const [item] = next(trading().granted('2015-04-02'), '2015-09-23')
  expect(item?.title).toBe('6-month check-in')
  expect(plain(item?.state)).toBe('22 days late')
  expect(item?.actions[0]).toMatchObject({ label: 'Start the call', step: 'check-in' })
})

test('a check-in can be made from a month before its day', () => {
  const actions = (date: string) => next(trading(), date).find(({ title }) => title === '6-month check-in')?.actions.length
  // 1 September 2015 less 31 days is 1 August.
  expect([actions('2015-07-31'), actions('2015-08-01')]).toEqual([0, 1])
})

test('a check-in that is to come only says when', () => {
  const item = next(trading(), '2015-05-01').find(({ title }) => title === '6-month check-in')
  expect(item).toMatchObject({ tone: 'waiting', actions: [] })
  expect(plain(item?.state)).toBe('On 1 September 2015')
})

test('what should not have been stands first, and says that it is saved', () => {
  const [item] = next(supported().began('2015-03-01'), '2015-03-05')
  expect(item).toMatchObject({ tone: 'careful', title: 'No insurance was on record when they began to trade' })
  expect(plain(item?.words)).toBe('That was on 1 March 2015. We have saved that.')
})

test('a notice from CQC gives 28 days from the day of service, and asks to check the letter', () => {
  const given = supported()
    .cqcCheck('2015-02-01', 'required')
    .registration('2015-03-01', 'submitted')
    .registration('2015-05-06', 'notice-of-proposal')
  const item = next(given, '2015-05-07').find(({ title }) => title === 'CQC plans to say no')
  // 6 May and 28 days is 3 June.
  expect(plain(item?.words)).toContain('By our count the last day is 3 June 2015. Check the date on the letter, and get advice now.')
})

test('while CQC has it, it waits for CQC, and is never late', () => {
  const given = supported().cqcCheck('2015-02-01', 'required').registration('2015-03-01', 'submitted')
  const item = next(given, '2016-01-15').find(({ title }) => title === 'CQC decides')
  expect(item).toMatchObject({ tone: 'waiting', state: 'Waiting for CQC' })
})

test('a grant that another has to pay waits for the payer, without a button', () => {
  const item = next(trading().granted('2015-04-02'), '2015-04-10', permission => permission !== 'grants.pay').find(
    ({ title }) => title === 'Pay the £300 grant',
  )
  expect(item).toMatchObject({ state: 'Waiting for the payer', tone: 'waiting', actions: [] })
})

test('a grant of a fund leads to its own page, where all its steps are', () => {
  const item = next(accepted, '2015-04-16').find(({ title }) => title === 'Grant G-0007, £450: not paid yet')
  expect(item?.actions).toEqual([{ label: 'Open the grant', step: 'open-grant', start: { grantId: ids.grant } }])
})

test('a grant of a fund says what it really waits for, as its fund has it', () => {
  const said = (step: GrantStep) => next(accepted, '2015-04-16', everything, { [ids.grant]: step }).map(({ title }) => title)
  expect(said('verify')).toContain('Grant G-0007, £450: bank details to check')
  expect(said('accept')).toContain('Grant G-0007, £450: waiting for their yes')
})

test('a large grant that nobody has assessed waits to be assessed, and not for a decision', () => {
  const tag = (steps: Record<string, GrantStep>) =>
    trackWords(recommended.asAt(), day('2015-04-16'), [], steps).find(({ id }) => id === 'money')?.tag?.words
  expect(tag({ [ids.grant]: 'assess' })).toBe('Waiting to be assessed')
  expect(tag({ [ids.grant]: 'decide' })).toBe('Waiting for a decision')
})

test('the one who pays finds the grant and its amount filled in', () => {
  const item = next(trading().granted('2015-04-02'), '2015-04-10').find(({ title }) => title === 'Pay the £300 grant')
  expect(item?.actions[0]?.start).toEqual({ grantId: 'b0000000-0000-4000-8000-000000000001', pence: '300' })
})
