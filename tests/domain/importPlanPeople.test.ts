import type { NewFact } from '#domain/facts.ts'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import { expect, test } from 'vitest'
import { again, imported, shown } from './importAgain.ts'
import { errorsOf, planOf, priya, recordedBy, someone, standing, standsAs, warningsOf, written } from './importSheets.ts'

const put = (of: string, happenedOn: string, data: object): NewFact => ({
  kind: 'replace',
  data: { of, reason: 'wrong-date', happenedOn: day(happenedOn), data },
})

test('what a person replaced since is shown and stays', () => {
  const before = imported()
  const corrected = recordedBy(before, put(standing(before, 'trading-began').id, '2014-09-15', {}))
  const plan = again(corrected)
  expect(plan).toMatchObject({ outcome: 'same', facts: [] })
  expect(shown(plan)).toEqual([['started_trading_date', '15 September 2014', '1 September 2014', 'kept-as-a-person-recorded-it']])
})

test('what a person took back since is shown and stays away', () => {
  const before = imported()
  const corrected = recordedBy(before, { kind: 'withdraw', data: { of: standing(before, 'idea-agreed').id, reason: 'did-not-happen' } })
  const plan = again(corrected)
  expect(plan).toMatchObject({ outcome: 'same', facts: [] })
  expect(shown(plan)).toEqual([['idea_date', '', '3 February 2014', 'kept-as-a-person-recorded-it']])
})

test('a correction that a person took back again no longer stands in the way', () => {
  const before = imported()
  const once = recordedBy(before, { kind: 'withdraw', data: { of: standing(before, 'idea-agreed').id, reason: 'did-not-happen' } })
  const withdrawal = once.facts.at(-1)?.id ?? ''
  const twice = recordedBy(once, { kind: 'withdraw', data: { of: withdrawal, reason: 'wrong-enterprise' } })
  expect(again(twice)).toMatchObject({ outcome: 'same', changes: [] })
  expect(again(twice, { idea_date: '2014-02-10' }).facts).toMatchObject([{ kind: 'replace' }])
})

test('an ending that a person recorded since is shown beside the empty cell and stays', () => {
  const stopped = recordedBy(imported(), { kind: 'stopped', happenedOn: day('2017-01-09'), data: { ending: 'took-job' } })
  const plan = again(stopped)
  expect(plan).toMatchObject({ outcome: 'same', facts: [] })
  expect(shown(plan)).toEqual([
    ['closed_date', '9 January 2017', '', 'kept-as-a-person-recorded-it'],
    ['closed_reason', 'took a job', '', 'kept-as-a-person-recorded-it'],
  ])
  expect(again(stopped, { closed_date: '2017-02-01' }).facts).toEqual([])
})

test('a file that says the same as a person did since changes nothing', () => {
  const stopped = recordedBy(imported(), { kind: 'stopped', happenedOn: day('2017-01-09'), data: { ending: 'took-job' } })
  const plan = again(stopped, { closed_date: '2017-01-09', closed_reason: 'took_job' })
  expect(plan.facts).toEqual([])
})

test('a person’s own contact on another day and the file’s contact both happened', () => {
  const visited = recordedBy(imported(), { kind: 'contact', happenedOn: day('2017-06-01'), data: { reached: true, heard: 'trading' } })
  expect(again(visited)).toMatchObject({ outcome: 'same', changes: [] })
  const plan = again(visited, { last_contact_date: '2017-03-01' })
  expect(standsAs(written(plan, visited)).contacts.map(({ on }) => on)).toEqual(['2016-02-01', '2017-03-01', '2017-06-01'])
})

test('a price that a person recorded since stays, whatever the file says', () => {
  const dearer = recordedBy(imported(), { kind: 'price-set', happenedOn: day('2017-06-01'), data: { pencePerHour: toPence(1_800) } })
  expect(again(dearer)).toMatchObject({ outcome: 'same', changes: [] })
  expect(shown(again(dearer, { price_per_hour_pence: '1700' }))).toEqual([
    ['price_per_hour_pence', '£18', '£17', 'kept-as-a-person-recorded-it'],
  ])
})

test('a later form that a person recorded stands beside the file’s; the file may still put its own right', () => {
  const before = imported()
  const converted = recordedBy(before, { kind: 'constituted', happenedOn: day('2017-05-02'), data: { form: 'cic' } })
  expect(again(converted)).toMatchObject({ outcome: 'same', changes: [] })
  const plan = again(converted, { constituted_date: '2014-04-08' })
  expect(standsAs(written(plan, converted)).constitution).toMatchObject({
    present: { form: 'cic', on: '2017-05-02' },
    earlier: [{ form: 'sole_trader', on: '2014-04-08' }],
  })
})

test('half of a grant that a person put right keeps the whole grant', () => {
  const before = imported()
  const decided = standing(before, 'grant-decided')
  const corrected = recordedBy(before, put(decided.id, '2014-05-13', { ...decided.data, pence: 40_000 }))
  const plan = again(corrected, { grant_awarded_pence: '30000' })
  expect(plan.facts).toEqual([])
  expect(shown(plan)[0]).toEqual(['grant_awarded_pence', '£400', '£300', 'kept-as-a-person-recorded-it'])
})

test('a change of the file that the rest of the record makes impossible is an error', () => {
  const stopped = recordedBy(imported(), { kind: 'left-sight', happenedOn: day('2016-03-01'), data: { leaving: 'moved-away' } })
  const plan = again(stopped, { closed_date: '2017-02-01' })
  expect(plan.outcome).toBe('bad')
  expect(errorsOf(plan)).toEqual([['closed_date', 'They closed (1 February 2017) after they had closed (1 March 2016).']])
})

test('names and details that changed in the file go in, unless a person changed them since', () => {
  const before = imported()
  const plan = again(before, { phone: '01632 960999', email: 'jo@example.org' })
  expect(plan.person).toMatchObject({ name: 'Moor Company', phone: '01632 960999', email: 'jo@example.org' })
  expect(shown(plan)).toEqual([
    ['phone', '01632 960147', '01632 960999', 'replaced'],
    ['email', '', 'jo@example.org', 'added'],
  ])
  const rung = { ...before, person: { ...(before.person as NonNullable<typeof before.person>), phone: '01632 960555' } }
  expect(again(rung)).toMatchObject({ outcome: 'same', changes: [] })
  const kept = again(rung, { phone: '01632 960999' })
  expect(kept).toMatchObject({ outcome: 'same', person: null })
  expect(shown(kept)).toEqual([['phone', '01632 960555', '01632 960999', 'kept-as-a-person-recorded-it']])
})

test('a note that changed takes the place of the old one, in the row that the enquiry points to', () => {
  const before = imported()
  const plan = again(before, { note: 'Rings back at seven.' })
  expect(plan.facts).toEqual([])
  expect(plan.texts).toEqual([{ textId: (standing(before, 'enquired').data as { textId?: string }).textId, words: 'Rings back at seven.' }])
  expect(shown(plan)).toEqual([['note', 'Rings back at six.', 'Rings back at seven.', 'replaced']])
  expect(written(plan, before).kept).toMatchObject({ note: 'Rings back at seven.' })
})

test('a first note on an enquiry that had none is pointed to from then on', () => {
  const before = written(planOf({ ...someone, note: '' }))
  const plan = planOf({ ...someone, note: 'Call after six.' }, { existing: [before] })
  const after = written(plan, before)
  expect((standing(after, 'enquired').data as { textId?: string }).textId).toBe(plan.texts[0]?.textId)
  expect(planOf({ ...someone, note: 'Call after six.' }, { existing: [after] }).outcome).toBe('same')
})

test('details that were removed are not brought back by the file', () => {
  const removed = { ...imported(), person: null, kept: null }
  const plan = again(removed, { phone: '01632 960999', note: 'New note.', last_contact_date: '2017-03-01' })
  expect(plan).toMatchObject({ outcome: 'changed', person: null, texts: [], kept: null })
  expect(warningsOf(plan)).toContainEqual(['name', 'The details of this person were removed. The file does not bring them back.'])
})

test('one that was added by hand keeps what differs and gains what it did not have', () => {
  const byHand = recordedBy(
    {
      caseId: 'c',
      reference: '0147',
      facts: [],
      kept: null,
      dbsSeen: [],
      dbsRemoved: () => false,
      person: { name: 'Moor Co', contactName: null, phone: null, email: null, postcode: null },
    },
    { kind: 'enquired', happenedOn: day('2014-01-07'), data: { reference: '0147' } },
  )
  const plan = again(byHand)
  expect(warningsOf(plan)).toContainEqual(['ref', 'This one was added by hand. What the file adds goes in. What differs stays as it is.'])
  expect(shown(plan)).toContainEqual(['enquiry_date', '7 January 2014', '6 January 2014', 'kept-as-a-person-recorded-it'])
  expect(shown(plan)).toContainEqual(['name', 'Moor Co', 'Moor Company', 'kept-as-a-person-recorded-it'])
  expect(shown(plan)).toContainEqual(['phone', '', '01632 960147', 'added'])
  expect(standsAs(written(plan, byHand))).toMatchObject({ catalyst: priya, trading: { state: 'trading', beganOn: '2014-09-01' } })
})
