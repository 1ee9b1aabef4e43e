import { expect, test } from 'vitest'
import { errorsOf, factsOf, planOf, someone, warningsOf } from './importSheets.ts'

// The table of the import, line by line. Everyone here got in touch on 6 January 2014 and is brought in on 30 June 2018.

test.each([
  ['new', { kind: 'accepted', happenedOn: '2014-01-06', data: { origin: 'new' } }],
  ['existing', { kind: 'accepted', happenedOn: '2014-01-06', data: { origin: 'existing' } }],
  ['advised_only', { kind: 'advised-only', happenedOn: '2014-01-06', data: {} }],
])('the journey %s is the enquiry and its answer, on the same day', (journey, answer) => {
  const plan = planOf({ ...someone, journey })
  expect(plan.outcome).toBe('fresh')
  expect(plan.facts).toEqual([{ kind: 'enquired', happenedOn: '2014-01-06', data: { reference: '0147' } }, answer])
})

test('an area goes with the enquiry; one that the programme does not know is kept, with a warning', () => {
  expect(planOf({ ...someone, area: 'Levels' }).facts[0]).toMatchObject({ data: { area: 'levels' } })
  expect(warningsOf(planOf({ ...someone, area: 'Levels' }))).toEqual([])
  const renamed = planOf({ ...someone, area: 'Upper Moors' })
  expect([renamed.facts[0], warningsOf(renamed)]).toMatchObject([{ data: { area: 'moors' } }, []])
  const elsewhere = planOf({ ...someone, area: 'Hill End' })
  expect(elsewhere.facts[0]).toMatchObject({ data: { area: 'hill-end' } })
  expect(warningsOf(elsewhere)).toEqual([['area', '“Hill End” is not an area of this programme. We keep it as it is.']])
})

test('whether CQC registration is needed stands on the enquiry day, and blank is nothing', () => {
  expect(factsOf(planOf({ ...someone, cqc_needed: 'Y' }))).toEqual([['scoped', '2014-01-06', { outcome: 'reported-needed' }]])
  expect(factsOf(planOf({ ...someone, cqc_needed: 'N' }))).toEqual([['scoped', '2014-01-06', { outcome: 'reported-not-needed' }]])
  expect(factsOf(planOf({ ...someone, cqc_needed: '' }))).toEqual([])
})

test('idea, set-up, CQC registration and start of trading each stand on their own day', () => {
  const plan = planOf({
    ...someone,
    idea_date: '2014-02-03',
    constituted_date: '2014-04-01',
    legal_form: 'cic',
    cqc_registered_date: '2014-08-18',
    started_trading_date: '2014-09-01',
  })
  expect(factsOf(plan)).toEqual([
    ['idea-agreed', '2014-02-03', {}],
    ['constituted', '2014-04-01', { form: 'cic' }],
    ['registration-moved', '2014-08-18', { to: 'registered' }],
    ['trading-began', '2014-09-01', {}],
  ])
})

test('a form without a day is chosen on the enquiry day, not set up; a day without a form is an error', () => {
  expect(factsOf(planOf({ ...someone, legal_form: 'Self-employed' }))).toEqual([['form-chosen', '2014-01-06', { form: 'sole_trader' }]])
  const formless = planOf({ ...someone, constituted_date: '2014-04-01', legal_form: '' })
  expect(formless.outcome).toBe('bad')
  expect(errorsOf(formless)).toEqual([['legal_form', 'There is a day they set up, but not as what. Fill in the legal form.']])
})

test('a grant is decided and paid on its day', () => {
  const plan = planOf({ ...someone, grant_awarded_pence: '35000', grant_date: '2014-05-12' })
  expect(factsOf(plan)).toEqual([
    ['grant-decided', '2014-05-12', { pence: 35_000, gap: 'not-recorded' }],
    ['grant-paid', '2014-05-12', { pence: 35_000 }],
  ])
  expect(plan.facts.at(-1)).toMatchObject({ data: { grantId: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
})

test('an amount without a day is an error; a day without an amount is a warning', () => {
  expect(errorsOf(planOf({ ...someone, grant_awarded_pence: '35000', grant_date: '' }))).toEqual([
    ['grant_date', 'There is a grant but no day for it.'],
  ])
  const nothing = planOf({ ...someone, grant_awarded_pence: '0', grant_date: '2014-05-12' })
  expect(factsOf(nothing)).toEqual([])
  expect(warningsOf(nothing)).toEqual([['grant_date', 'There is a day for a grant but no amount. No grant is recorded.']])
})

test('history is taken as it was: a grant above today’s cap is a warning', () => {
  const plan = planOf({ ...someone, grant_awarded_pence: '75000', grant_date: '2014-05-12' })
  expect(plan.outcome).toBe('fresh')
  expect(warningsOf(plan)).toEqual([['grant_awarded_pence', 'This grant is £750. The most today is £500.']])
})

test('a check-in is answered on its date', () => {
  const plan = planOf({
    ...someone,
    started_trading_date: '2014-09-01',
    checkin_6m_date: '2015-03-04',
    checkin_6m_outcome: 'trading',
    checkin_12m_date: '2015-09-10',
    checkin_12m_outcome: 'closed',
    closed_date: '2015-08-31',
  })
  expect(factsOf(plan)).toEqual([
    ['trading-began', '2014-09-01', {}],
    ['check-in-answered', '2015-03-04', { month: 6, answer: 'trading' }],
    ['check-in-answered', '2015-09-10', { month: 12, answer: 'stopped' }],
    ['stopped', '2015-08-31', { ending: 'unknown' }],
  ])
})

test.each(['trading', 'closed'])('“%s” without a date and without a closing date is an error', outcome => {
  const plan = planOf({ ...someone, started_trading_date: '2014-09-01', checkin_6m_date: '', checkin_6m_outcome: outcome, closed_date: '' })
  expect(errorsOf(plan)).toEqual([['checkin_6m_date', 'There is an answer at the 6-month check-in but no day for it.']])
})

test.each([
  ['trading', 'trading'],
  ['closed', 'stopped'],
])('“%s” without a date borrows the closing date, with a warning', (outcome, answer) => {
  const plan = planOf({
    ...someone,
    started_trading_date: '2014-09-01',
    checkin_6m_date: '',
    checkin_6m_outcome: outcome,
    closed_date: '2015-04-01',
  })
  expect(factsOf(plan)).toContainEqual(['check-in-answered', '2015-04-01', { month: 6, answer }])
  expect(warningsOf(plan)).toEqual([['checkin_6m_date', 'The 6-month check-in has no day. We used the day they closed.']])
})

test('no response is a missed check-in on the day it was due, whatever date stands beside it', () => {
  const plan = planOf({ ...someone, started_trading_date: '2014-08-31', checkin_6m_date: '2015-03-20', checkin_6m_outcome: 'no_response' })
  // 31 August and six months: February 2015 has 28 days.
  expect(factsOf(plan)).toContainEqual(['check-in-missed', '2015-02-28', { month: 6 }])
})

test('for one that ran before we met it, check-ins are due from the day we took it on', () => {
  const plan = planOf({ ...someone, journey: 'existing', started_trading_date: '2011-05-01', checkin_12m_outcome: 'no_response' })
  expect(factsOf(plan)).toContainEqual(['check-in-missed', '2015-01-06', { month: 12 }])
})

test('no response before the day it is due, or with no day to count from, records nothing and says so', () => {
  const early = planOf({ ...someone, started_trading_date: '2018-02-01', checkin_6m_outcome: 'no_response' })
  expect(factsOf(early)).toEqual([['trading-began', '2018-02-01', {}]])
  expect(warningsOf(early)).toEqual([
    ['checkin_6m_outcome', 'The 6-month check-in is not due until 1 August 2018. “No response” is not recorded.'],
  ])
  const never = planOf({ ...someone, checkin_6m_outcome: 'no_response' })
  expect(factsOf(never)).toEqual([])
  expect(warningsOf(never)).toEqual([
    ['checkin_6m_outcome', 'We cannot tell when the 6-month check-in was due. “No response” is not recorded.'],
  ])
})

test('a day for a check-in without an answer records nothing and says so', () => {
  const plan = planOf({ ...someone, started_trading_date: '2014-09-01', checkin_6m_date: '2015-03-04', checkin_6m_outcome: '' })
  expect(factsOf(plan)).toEqual([['trading-began', '2014-09-01', {}]])
  expect(warningsOf(plan)).toEqual([['checkin_6m_outcome', 'There is a day for the 6-month check-in but no answer. It is not recorded.']])
})

test('a closing is an ending of the mapped kind on its day, and its words are kept beside', () => {
  const row = { ...someone, started_trading_date: '2014-09-01', closed_date: '2016-05-12', closed_reason: 'Went back to  nursing.' }
  const plan = planOf(row, { endingOf: words => (words.startsWith('Went back') ? 'took-job' : undefined) })
  expect(factsOf(plan)).toContainEqual(['stopped', '2016-05-12', { ending: 'took-job' }])
  expect(plan.texts).toEqual([{ textId: expect.stringMatching(/^[0-9a-f-]{36}$/), words: 'Went back to  nursing.' }])
  expect(plan.facts.at(-1)).toMatchObject({ kind: 'stopped', data: { textId: plan.texts[0]?.textId } })
})

test('what the lead said of a reason on the screen counts, however it is spaced', () => {
  const row = { ...someone, started_trading_date: '2014-09-01', closed_date: '2016-05-12', closed_reason: 'went back to  Nursing' }
  const plan = planOf(row, { answers: { endings: { 'Went back to nursing.': 'took-job' } } })
  expect(factsOf(plan)).toContainEqual(['stopped', '2016-05-12', { ending: 'took-job' }])
  expect(warningsOf(plan)).toEqual([])
})

test('a reason that nobody has mapped is an ending we do not know, with a warning', () => {
  const plan = planOf({ ...someone, started_trading_date: '2014-09-01', closed_date: '2016-05-12', closed_reason: 'Moved on' })
  expect(factsOf(plan)).toContainEqual(['stopped', '2016-05-12', { ending: 'unknown' }])
  expect(warningsOf(plan)).toEqual([
    ['closed_reason', 'Nobody has said what kind of ending “Moved on” is. We count it as “we do not know”.'],
  ])
})

test('closed at a check-in without a closing date is an ending on the day of the check-in, with a warning', () => {
  const plan = planOf({ ...someone, started_trading_date: '2014-09-01', checkin_12m_date: '2015-09-14', checkin_12m_outcome: 'closed' })
  expect(factsOf(plan)).toEqual([
    ['trading-began', '2014-09-01', {}],
    ['check-in-answered', '2015-09-14', { month: 12, answer: 'stopped' }],
    ['stopped', '2015-09-14', { ending: 'unknown' }],
  ])
  expect(warningsOf(plan)).toEqual([['closed_date', 'No day says when they closed. We used the day of the check-in, 14 September 2015.']])
})

test('one that withdrew before trading left on that day; after trading began it stopped, with a warning', () => {
  const before = planOf({ ...someone, withdrawn_date: '2014-03-03', withdrawn_reason: 'took_job' })
  expect(factsOf(before)).toEqual([['stopped', '2014-03-03', { ending: 'took-job' }]])
  expect(warningsOf(before)).toEqual([])
  const after = planOf({ ...someone, started_trading_date: '2014-02-03', withdrawn_date: '2014-03-03' })
  expect(factsOf(after)).toContainEqual(['stopped', '2014-03-03', { ending: 'unknown' }])
  expect(warningsOf(after)).toEqual([['withdrawn_date', 'They left after they began trading. We count them as stopped on that day.']])
})

test('a row that both closed and withdrew on different days is an error', () => {
  const plan = planOf({ ...someone, closed_date: '2015-03-03', withdrawn_date: '2015-02-02' })
  expect(errorsOf(plan)).toEqual([['withdrawn_date', 'This row says that they closed and that they left. Keep one of the two.']])
})

test('a reason without a day is kept with the words of the file, with a warning', () => {
  const plan = planOf({ ...someone, closed_reason: 'planned' })
  expect(factsOf(plan)).toEqual([])
  expect(warningsOf(plan)).toEqual([['closed_reason', 'There is a reason but no day. It is kept with the words of the file only.']])
})

test('the last contact is a contact that reached them; it does not say that they were trading', () => {
  expect(factsOf(planOf({ ...someone, last_contact_date: '2017-11-02' }))).toEqual([['contact', '2017-11-02', { reached: true }]])
})
