import { asIfWritten, reportOf } from '#domain/importReport.ts'
import { known } from '#domain/known.ts'
import { day } from '#domain/plainDate.ts'
import { expect, test } from 'vitest'
import { again, imported, row, shown } from './importAgain.ts'
import { planOf, plansOf, rowsRead, sheet, someone, standing, standsAs, written } from './importSheets.ts'

test('the same file twice changes nothing', () => {
  const plan = again(imported())
  expect(plan).toMatchObject({ outcome: 'same', facts: [], person: null, texts: [], kept: null, changes: [] })
})

test('a column that the second file does not have stays as it was', () => {
  const { started_trading_date: _start, last_contact_date: _contact, journey: _journey, ...narrower } = row
  expect(planOf(narrower, { existing: [imported()] })).toMatchObject({ outcome: 'same', changes: [] })
})

test('a changed day replaces what the import recorded', () => {
  const before = imported()
  const plan = again(before, { started_trading_date: '2014-10-01' })
  expect(plan.outcome).toBe('changed')
  expect(plan.facts[0]).toEqual({
    kind: 'replace',
    data: { of: standing(before, 'trading-began').id, reason: 'file-changed', happenedOn: '2014-10-01', data: {} },
  })
  expect(shown(plan)).toEqual([['started_trading_date', '1 September 2014', '1 October 2014', 'replaced']])
  expect(standsAs(written(plan, before)).trading).toMatchObject({ state: 'trading', beganOn: '2014-10-01' })
})

test('a missed check-in counts from the new start', () => {
  const plan = again(imported(), { started_trading_date: '2014-10-01' })
  expect(standsAs(written(plan, imported())).checkIns[12]).toEqual({ state: 'missed', on: '2015-10-01' })
})

test('a cell that is now empty takes back what the import recorded', () => {
  const before = imported()
  const plan = again(before, { grant_awarded_pence: '', grant_date: '', idea_date: '' })
  expect(shown(plan)).toEqual([
    ['idea_date', '3 February 2014', '', 'taken-back'],
    ['grant_awarded_pence', '£350', '', 'taken-back'],
    ['grant_date', '12 May 2014', '', 'taken-back'],
  ])
  const after = standsAs(written(plan, before))
  expect(after).toMatchObject({ idea: { state: 'to-do' }, grants: [] })
  expect(planOf({ ...row, grant_awarded_pence: '', grant_date: '', idea_date: '' }, { existing: [written(plan, before)] }).outcome).toBe(
    'same',
  )
})

test('a form without a day that gets its day becomes set up', () => {
  const before = written(planOf({ ...someone, legal_form: 'cic', constituted_date: '' }))
  const plan = planOf({ ...someone, legal_form: 'cic', constituted_date: '2014-04-01' }, { existing: [before] })
  expect(plan.facts.map(({ kind }) => kind)).toEqual(['withdraw', 'constituted'])
  expect(standsAs(written(plan, before)).constitution).toMatchObject({ state: 'constituted', present: { form: 'cic', on: '2014-04-01' } })
})

test('a check-in that was missed and is now answered is answered', () => {
  const before = imported()
  const plan = again(before, { checkin_12m_date: '2015-09-14', checkin_12m_outcome: 'trading' })
  expect(standsAs(written(plan, before)).checkIns[12]).toEqual({ state: 'answered', on: '2015-09-14', answer: 'trading' })
  expect(shown(plan)).toEqual([
    ['checkin_12m_date', '', '14 September 2015', 'replaced'],
    ['checkin_12m_outcome', 'no_response', 'trading', 'replaced'],
  ])
})

test('a later contact is another contact; an earlier one puts right the day of the last', () => {
  const before = imported()
  const later = again(before, { last_contact_date: '2017-03-01' })
  expect(standsAs(written(later, before)).contacts.map(({ on }) => on)).toEqual(['2016-02-01', '2017-03-01'])
  const earlier = again(before, { last_contact_date: '2016-01-31' })
  expect(standsAs(written(earlier, before)).contacts.map(({ on }) => on)).toEqual(['2016-01-31'])
})

test('numbers told on a later contact are a second care return; on the same day they put the first right', () => {
  const before = imported()
  const later = again(before, { last_contact_date: '2017-03-01', people_supported: '8' })
  expect(standsAs(written(later, before)).careReturns.map(({ on, people }) => [on, people])).toEqual([
    ['2016-02-01', 6],
    ['2017-03-01', 8],
  ])
  const same = again(before, { people_supported: '8' })
  expect(shown(same)).toEqual([['people_supported', '6', '8', 'replaced']])
  expect(standsAs(written(same, before)).careReturns.map(({ on, people }) => [on, people])).toEqual([['2016-02-01', 8]])
})

test('an older file brings back no contact that is on record already', () => {
  const before = imported()
  const after = written(again(before, { last_contact_date: '2017-03-01' }), before)
  expect(again(after).facts.filter(({ kind }) => kind === 'contact' || kind === 'replace')).toEqual([])
})

test('the same price on a later contact is nothing new; another price from then on is', () => {
  const before = imported()
  const same = written(again(before, { last_contact_date: '2017-03-01' }), before)
  expect(standsAs(same).price).toEqual({ pencePerHour: 1_650, since: '2016-02-01' })
  const dearer = written(again(before, { last_contact_date: '2017-03-01', price_per_hour_pence: '1800' }), before)
  expect(standsAs(dearer).price).toEqual({ pencePerHour: 1_800, since: '2017-03-01' })
  expect(known(dearer.facts).filter(({ kind }) => kind === 'price-set')).toHaveLength(2)
  const corrected = written(again(before, { price_per_hour_pence: '1700' }), before)
  expect(known(corrected.facts).filter(({ kind }) => kind === 'price-set')).toHaveLength(1)
})

test('the same services in another order are nothing new', () => {
  expect(again(imported(), { services: 'Shopping, Company' }).facts).toEqual([])
})

test('the day from which an import watches stays on later imports, and other days change nothing', () => {
  const first = written(planOf(row, { answers: { stopped: 'some' } }))
  const later = { today: day('2019-01-15'), existing: [first] }
  expect(planOf(row, { ...later, answers: { stopped: 'some' } }).outcome).toBe('same')
  expect(planOf(row, later).outcome).toBe('same')
  const moved = planOf({ ...row, started_trading_date: '2014-10-01' }, { ...later, answers: { stopped: 'some' } })
  expect(moved.facts[0]).toMatchObject({ kind: 'replace', data: { happenedOn: '2014-10-01', data: { followedFrom: '2018-06-30' } } })
})

test('what “established” and a bare amount meant the first time stands where nobody says it again', () => {
  const small = { ...row, journey: 'established', grant_awarded_pence: '350' }
  const first = written(planOf(small, { answers: { established: 'existing', grantsIn: 'pounds' } }))
  expect(standsAs(first).grants).toMatchObject([{ pence: 35_000 }])
  expect(planOf(small, { existing: [first] })).toMatchObject({ outcome: 'same', changes: [] })
  expect(planOf(small, { existing: [first], answers: { grantsIn: 'pence' } }).outcome).toBe('changed')
})

test('the counts of a report add up, and it calls columns as the file does', () => {
  const same = imported()
  const { started_trading_date: start, ...rest } = row
  const named = { ...rest, 'Trading from': start }
  const file = sheet(
    named,
    { ...named, ref: '0148', 'Trading from': '31/02/2015' },
    { ...named, ref: '0149' },
    { ...named, ref: '0150', 'Trading from': '2014-10-01' },
  )
  const other = written(planOf({ ...row, ref: '0150' }))
  const report = reportOf(rowsRead(file), ...planned(plansOf(file, { existing: [same, other] })))
  expect(report).toMatchObject({ rows: 4, written: 2, unchanged: 1, refused: 1, fresh: 1, changed: 1, next: null, dryRun: true })
  expect(report.errors).toEqual([
    {
      row: 3,
      column: 'Trading from',
      reference: '0148',
      name: 'Moor Company',
      value: '31/02/2015',
      kind: 'not-a-real-date',
      what: '31/02/2015 is not a real date.',
    },
  ])
  expect(report.changes).toEqual([
    {
      row: 5,
      reference: '0150',
      name: 'Moor Company',
      column: 'Trading from',
      before: '1 September 2014',
      after: '1 October 2014',
      becomes: 'replaced',
    },
  ])
})

const planned = (plans: ReturnType<typeof plansOf>) => [plans, asIfWritten(plans), true] as const

test('a worker who is called something else since keeps the ones they work with; an empty cell takes them away', () => {
  const before = imported()
  expect(planOf(row, { existing: [before], label: 'Priya Rao' })).toMatchObject({ outcome: 'same', changes: [] })
  expect(shown(again(before, { catalyst: '' }))).toEqual([['catalyst', 'Priya', '', 'taken-back']])
})
