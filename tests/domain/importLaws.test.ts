import { legalForms } from '#domain/vocabulary.ts'
import { addDays, day } from '#domain/plainDate.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planImport } from '#domain/importPlan.ts'
import { contextOf, planOf, plansOf, rowsRead, sheet, standsAs, written } from './importSheets.ts'

const someDay = (from: string, days: number) => fc.integer({ min: 0, max: days }).map(after => addDays(day(from), after))
const orBlank = (values: fc.Arbitrary<string>) => fc.oneof({ weight: 2, arbitrary: values }, { weight: 1, arbitrary: fc.constant('') })
const whole = (most: number) => fc.integer({ min: 0, max: most }).map(String)
const word = fc.constantFrom('Company', 'Shopping', 'Gardening', 'Meals', 'Rides; Walks')

/** A row of a file whose history is possible: in touch, idea, set up, trading, check-ins, perhaps an ending. */
const goodRow = fc
  .record({
    journey: fc.constantFrom('new', 'existing', 'advised_only', 'established', ''),
    area: fc.constantFrom('Levels', 'Moors', 'Elsewhere', ''),
    enquiry_date: someDay('2013-01-01', 300),
    idea_date: orBlank(someDay('2013-11-01', 60)),
    legal_form: fc.constantFrom(...legalForms),
    constituted_date: orBlank(someDay('2014-01-01', 60)),
    cqc_needed: fc.constantFrom('Y', 'N', ''),
    cqc_registered_date: orBlank(someDay('2014-02-01', 60)),
    grant_awarded_pence: orBlank(fc.integer({ min: 501, max: 60_000 }).map(String)),
    grant_date: someDay('2014-02-01', 90),
    started_trading_date: orBlank(someDay('2014-03-01', 90)),
    checkin_6m_date: someDay('2014-12-01', 60),
    checkin_6m_outcome: fc.constantFrom('trading', 'no_response', ''),
    checkin_12m_date: someDay('2015-06-01', 60),
    checkin_12m_outcome: fc.constantFrom('trading', 'no_response', ''),
    closed_date: orBlank(someDay('2016-01-01', 500)),
    closed_reason: fc.constantFrom('', 'planned', 'Moved on', 'Took a job'),
    last_contact_date: orBlank(someDay('2015-01-01', 900)),
    jobs: orBlank(whole(5)),
    weekly_hours: orBlank(fc.constantFrom('7.5', '30', '0', '16.25')),
    people_supported: orBlank(whole(20)),
    price_per_hour_pence: orBlank(fc.integer({ min: 1_200, max: 2_500 }).map(String)),
    services: orBlank(word),
    insurance_until: orBlank(someDay('2018-01-01', 700)),
    dbs_seen: orBlank(fc.oneof(fc.constantFrom('Y', 'N'), someDay('2014-01-01', 900))),
    catalyst: fc.constantFrom('Priya', 'Tomasz', ''),
    phone: fc.constantFrom('', '01632 960147', '01632 960148'),
    note: fc.constantFrom('', 'Rings back at six.', 'Prefers e-mail.'),
  })
  .map(row =>
    row.started_trading_date === '' && row.journey !== 'existing' ? { ...row, checkin_6m_outcome: '', checkin_12m_outcome: '' } : row,
  )
/** A row whose journey means the same whatever went before. */
const settledRow = goodRow.map(row => (row.journey === 'established' ? { ...row, journey: 'new' } : row))
const named = (ref: number, row: object) => ({ ref: String(ref), name: `Enterprise ${ref}`, ...row })
const registers = fc.array(goodRow, { minLength: 1, maxLength: 6 }).map(rows => sheet(...rows.map((row, place) => named(place, row))))
const answers = fc.record({
  stopped: fc.constantFrom('all' as const, 'some' as const),
  established: fc.constantFrom('new' as const, 'existing' as const),
})

test('a file planned against what it wrote changes nothing', () => {
  fc.assert(
    fc.property(registers, answers, (file, said) => {
      const first = plansOf(file, { answers: said })
      expect(first.map(({ outcome }) => outcome)).not.toContain('bad')
      const again = plansOf(file, { answers: said, existing: first.map(plan => written(plan)), today: day('2018-12-01') })
      expect(again.map(({ outcome, changes }) => [outcome, changes])).toEqual(first.map(() => ['same', []]))
    }),
    { numRuns: 200 },
  )
})

test('a changed row, once written, changes nothing more, and columns of the second file stand as it says', () => {
  fc.assert(
    fc.property(goodRow, settledRow, (before, after) => {
      const first = written(planOf(named(1, before)))
      const change = planOf(named(1, after), { existing: [first] })
      fc.pre(change.outcome !== 'bad')
      const second = written(change, first)
      expect(planOf(named(1, after), { existing: [second] })).toMatchObject({ outcome: 'same', changes: [] })

      // Apart from what happened more than once, the case stands as if only the second file had ever been read.
      const { contacts: _c, careReturns: _r, price: _p, services: _s, checksSeen: _k, grants, ...stands } = standsAs(second)
      const only = standsAs(written(planOf(named(1, after))))
      const { contacts: _c2, careReturns: _r2, price: _p2, services: _s2, checksSeen: _k2, grants: grantsOnly, ...alone } = only
      expect(stands).toEqual(alone)
      expect(grants.map(withoutId)).toEqual(grantsOnly.map(withoutId))
    }),
    { numRuns: 300 },
  )
})

const withoutId = ({ grantId: _id, ...grant }: { grantId: string }) => grant

test('a file without the columns of the first changes nothing but what it says', () => {
  fc.assert(
    fc.property(goodRow, fc.subarray(Object.keys({ jobs: 1, phone: 1, last_contact_date: 1 })), (row, left) => {
      const first = written(planOf(named(1, row)))
      const rest = Object.fromEntries(Object.entries(named(1, row)).filter(([column]) => !left.includes(column)))
      expect(planOf(rest, { existing: [first] })).toMatchObject({ outcome: 'same', changes: [] })
    }),
  )
})

test('5,000 rows are planned, new and once more, in a moment', () => {
  const [row] = fc.sample(goodRow, { numRuns: 1, seed: 3 })
  const file = sheet(...Array.from({ length: 5_000 }, (_, place) => named(place, row ?? {})))
  const from = performance.now()
  const first = plansOf(file)
  const planned = performance.now()
  const existing = new Map(first.map(plan => [plan.reference, written(plan)]))
  const begun = performance.now()
  const read = rowsRead(file)
  const again = planImport(read, contextOf(read), reference => existing.get(reference))
  const done = performance.now()
  expect(first.filter(({ outcome }) => outcome === 'fresh')).toHaveLength(5_000)
  expect(again.filter(({ outcome }) => outcome === 'same')).toHaveLength(5_000)
  console.info(`5,000 rows planned in ${Math.round(planned - from)} ms, and once more in ${Math.round(done - begun)} ms`)
})
