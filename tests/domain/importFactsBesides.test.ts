import { expect, test } from 'vitest'
import { errorsOf, factsOf, importDay, planOf, priya, someone, warningsOf } from './importSheets.ts'

// What stands in a row without a day of its own, and what a row may not say. The journey itself is in `importFacts.test.ts`.

const numbers = { jobs: '2', weekly_hours: '30.5', people_supported: '6', council_paid_hours: '10', personal_care_hours: '4.25' }
// Hours times 60: 30.5 is 1,830 minutes, 10 is 600, 4.25 is 255.
const told = { jobs: 2, minutesPerWeek: 1_830, people: 6, councilPaidMinutes: 600, personalCareMinutes: 255 }

test('the numbers are one care return, on the last contact', () => {
  const plan = planOf({ ...someone, ...numbers, started_trading_date: '2014-09-01', last_contact_date: '2017-11-02' })
  expect(factsOf(plan)).toContainEqual(['care-return', '2017-11-02', told])
})

test('without a contact the numbers stand on the last answered check-in', () => {
  const checkIns = {
    checkin_6m_date: '2015-03-02',
    checkin_6m_outcome: 'trading',
    checkin_12m_date: '2015-09-07',
    checkin_12m_outcome: 'trading',
    checkin_24m_outcome: 'no_response',
  }
  const plan = planOf({ ...someone, ...numbers, ...checkIns, started_trading_date: '2014-09-01' })
  expect(factsOf(plan)).toContainEqual(['care-return', '2015-09-07', told])
})

test('without an answered check-in the numbers stand on the day trading began', () => {
  const plan = planOf({ ...someone, ...numbers, started_trading_date: '2014-09-01' })
  expect(factsOf(plan)).toContainEqual(['care-return', '2014-09-01', told])
})

test('without any of these days the numbers are not recorded, with a warning', () => {
  const plan = planOf({ ...someone, people_supported: '6' })
  expect(factsOf(plan)).toEqual([])
  expect(warningsOf(plan)).toEqual([
    ['people_supported', 'There is no day for these numbers: no contact, no check-in and no start. They are not recorded.'],
  ])
})

test('what was not told is left out of the numbers, never 0', () => {
  const plan = planOf({ ...someone, jobs: '1', weekly_hours: '', started_trading_date: '2014-09-01' })
  expect(factsOf(plan)).toContainEqual(['care-return', '2014-09-01', { jobs: 1 }])
})

test('more hours paid by the council than are worked is a warning', () => {
  const plan = planOf({ ...someone, weekly_hours: '10', council_paid_hours: '12', started_trading_date: '2014-09-01' })
  expect(warningsOf(plan)).toEqual([['council_paid_hours', 'These are more hours than they work in a week.']])
})

const offer = {
  price_per_hour_pence: '1650',
  services: 'Company; Shopping',
  areas_served: 'Levels, Moors',
  insurance_until: '2019-03-31',
  dbs_seen: 'Y',
}
const offered = (on: string) => [
  ['price-set', on, { pencePerHour: 1_650 }],
  ['services-offered', on, { services: ['company', 'shopping'] }],
  ['areas-served', on, { areas: ['levels', 'moors'] }],
  ['check-seen', on, { check: 'public-liability', until: '2019-03-31' }],
]

test('price, services, areas and checks stand on the last contact, or else on the enquiry day', () => {
  expect(factsOf(planOf({ ...someone, ...offer, last_contact_date: '2017-11-02' })).slice(1)).toEqual(offered('2017-11-02'))
  expect(factsOf(planOf({ ...someone, ...offer }))).toEqual(offered('2014-01-06'))
})

test('a DBS check is no fact: its day goes beside the row, on the last contact where it has none of its own', () => {
  const plan = planOf({ ...someone, dbs_seen: '4 March 2016' })
  expect(factsOf(plan)).toEqual([])
  expect(plan.dbsSeenOn).toBe('2016-03-04')
  expect(planOf({ ...someone, dbs_seen: 'Y', last_contact_date: '2017-11-02' }).dbsSeenOn).toBe('2017-11-02')
  expect(planOf({ ...someone, dbs_seen: 'Y' }).dbsSeenOn).toBe('2014-01-06')
  expect(planOf({ ...someone, dbs_seen: 'N' }).dbsSeenOn).toBeNull()
  // Neither is it kept with the cells of the file.
  expect(plan.kept).not.toHaveProperty('dbs_seen')
})

test('a worker whom the programme knows is named on the enquiry day; another is kept in words, with a warning', () => {
  expect(factsOf(planOf({ ...someone, catalyst: 'PRIYA' }))).toEqual([['assigned', '2014-01-06', { catalyst: priya }]])
  const other = planOf({ ...someone, catalyst: 'Tomasz' })
  expect(factsOf(other)).toEqual([])
  expect(warningsOf(other)).toEqual([
    ['catalyst', 'We do not know a worker called Tomasz. The name is kept with the words of the file only.'],
  ])
  expect(other.kept).toMatchObject({ catalyst: 'Tomasz' })
})

test('names, contact details and notes go beside the facts, never into them', () => {
  const words = {
    contact_name: 'Jo Field',
    phone: '01632 960147',
    email: 'jo@example.org',
    postcode: 'TA7 0AA',
    note: 'Rings back at six.',
  }
  const plan = planOf({ ...someone, ...words, services: 'Company for Ann' })
  expect(plan.person).toEqual({
    name: 'Moor Company',
    contactName: 'Jo Field',
    phone: '01632 960147',
    email: 'jo@example.org',
    postcode: 'TA7 0AA',
  })
  expect(plan.texts).toEqual([{ textId: expect.any(String), words: 'Rings back at six.' }])
  expect(plan.kept).toEqual({ ...someone, ...words, services: 'Company for Ann' })
  for (const word of ['Moor', 'Field', '960147', 'jo@', 'TA7', 'six']) expect(JSON.stringify(plan.facts)).not.toContain(word)
})

test.each([
  [{ established: 'existing' as const }, 'existing', []],
  [{ established: 'new' as const }, 'new', []],
  [{}, 'new', [['journey', '“established” is read as “new”. Nobody said what it means here.']]],
])('“established” means what the lead says, and new where nobody said, with a warning', (answers, origin, warnings) => {
  const plan = planOf({ ...someone, journey: 'established' }, { answers })
  expect(plan.facts[1]).toMatchObject({ kind: 'accepted', data: { origin } })
  expect(warningsOf(plan)).toEqual(warnings)
})

test('where nothing is said of the journey, one that got past the first step is new, with a warning', () => {
  const further = planOf({ ...someone, journey: '', idea_date: '2014-02-03' })
  expect(further.facts[1]).toMatchObject({ kind: 'accepted', data: { origin: 'new' } })
  expect(warningsOf(further)).toEqual([
    ['journey', 'Nothing says if we helped to set it up. It got past the first step, so we read it as new.'],
  ])
  expect(planOf({ ...someone, journey: '' }).facts.map(({ kind }) => kind)).toEqual(['enquired'])
})

test.each(['some', 'unsure'] as const)('where %s that stopped may be missing from the file, trading is watched from today on', stopped => {
  const plan = planOf({ ...someone, started_trading_date: '2014-09-01' }, { answers: { stopped } })
  expect(factsOf(plan)).toEqual([['trading-began', '2014-09-01', { followedFrom: '2018-06-30' }]])
})

test('one that begins today is watched from its beginning, whoever is missing', () => {
  const plan = planOf({ ...someone, started_trading_date: importDay }, { answers: { stopped: 'some' } })
  expect(factsOf(plan)).toEqual([['trading-began', '2018-06-30', {}]])
})

test('a closing before the start is an error that names both days', () => {
  const plan = planOf({ ...someone, started_trading_date: '2016-05-12', closed_date: '2016-05-02' })
  expect(plan.outcome).toBe('bad')
  expect(errorsOf(plan)).toEqual([['closed_date', 'They closed before they began (12 May 2016).']])
})

test.each([
  [{ closed_date: '2013-12-31' }, 'closed_date', 'They closed (31 December 2013) before they got in touch.'],
  [{ withdrawn_date: '2013-12-31' }, 'withdrawn_date', 'They closed (31 December 2013) before they got in touch.'],
  [
    { started_trading_date: '2014-09-01', checkin_6m_date: '2014-08-01', checkin_6m_outcome: 'trading' },
    'checkin_6m_date',
    'A check-in was answered (1 August 2014) before they began trading.',
  ],
  [
    { started_trading_date: '2014-09-01', closed_date: '2015-01-01', checkin_6m_date: '2015-03-01', checkin_6m_outcome: 'trading' },
    'checkin_6m_date',
    'A check-in was answered (1 March 2015) after they had closed (1 January 2015).',
  ],
])('a history that cannot be is an error, in the cell that says so: %o', (cells, column, what) => {
  expect(errorsOf(planOf({ ...someone, ...cells }))).toEqual([[column, what]])
})

test('a rule of today that history broke is a warning', () => {
  const registered = planOf({ ...someone, cqc_needed: 'N', cqc_registered_date: '2014-08-18' })
  expect(registered.outcome).toBe('fresh')
  expect(warningsOf(registered)).toEqual([
    ['cqc_registered_date', 'They registered with CQC on 18 August 2014, though the file says that they did not need to.'],
  ])
  const early = planOf({ ...someone, started_trading_date: '2013-12-01' })
  expect(warningsOf(early)).toEqual([['started_trading_date', 'They began trading before they got in touch. Are they “existing”?']])
})

test('all wrong cells of a row are named at once', () => {
  const plan = planOf({ ...someone, name: '', enquiry_date: '31/02/2015', legal_form: 'plc', grant_date: '2019-01-01', jobs: '#REF!' })
  expect(errorsOf(plan)).toEqual([
    ['name', 'This must be filled in.'],
    ['enquiry_date', '31/02/2015 is not a real date.'],
    ['legal_form', 'We do not know this form.'],
    ['grant_date', '1 January 2019 has not come yet.'],
    ['jobs', 'The spreadsheet shows #REF! here. Its formula is broken.'],
  ])
})

test('words that are too long for the record are an error, not cut short', () => {
  expect(errorsOf(planOf({ ...someone, note: 'x'.repeat(10_001) }))).toEqual([['note', 'This is too long. Keep it to 10,000 letters.']])
})
