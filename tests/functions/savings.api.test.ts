import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AssumptionsAnswer, NewAssumption } from '#domain/assumptionSchemas.ts'
import { assumptionsSchema } from '#domain/assumptionSchemas.ts'
import type { AssumptionKind } from '#domain/assumptions.ts'
import type { Cashable } from '#domain/budgetSchemas.ts'
import { cashableSchema } from '#domain/budgetSchemas.ts'
import type { Savings, SavingsLines } from '#domain/savingsSchemas.ts'
import { savingsLinesSchema, savingsSchema } from '#domain/savingsSchemas.ts'
import { people } from '#local/people.ts'
import { exactly, hours, worked } from '../domain/savingsScene.ts'
import type { Answer, Casebook, Who } from './casebook.ts'
import { saidBy, startCasebook } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  // Seven hours a week by contract and seven by direct payment, told on 1 April 2020.
  await casebook.newCase(
    p,
    { area: 'coast', happenedOn: '2020-01-08' },
    { kind: 'accept', happenedOn: '2020-01-15', origin: 'new' },
    { kind: 'begin-trading', happenedOn: '2020-03-01' },
    { kind: 'record-care-return', happenedOn: '2020-04-01', jobs: 1, people: 5, ...hours(20, 7, 7) },
  )
})
afterAll(() => casebook.stop())

const april = 'asAt=2020-04-30'
const ask = (query = april, who: Who = 'lead'): Promise<Answer<Savings>> =>
  casebook.as(who).get<Savings>(`programmes/${p}/savings?${query}`)
const lines = (figure: string, who: Who = 'lead', query = april): Promise<Answer<SavingsLines>> =>
  casebook.as(who).get<SavingsLines>(`programmes/${p}/savings/lines?${query}&figure=${figure}`)
const figures = (who: Who = 'lead'): Promise<Answer<AssumptionsAnswer>> =>
  casebook.as(who).get<AssumptionsAnswer>(`programmes/${p}/assumptions`)

type Typed = Omit<NewAssumption, 'effectiveFrom'> & { effectiveFrom: string }
const typed = (kind: AssumptionKind, central: number): Typed => ({
  kind,
  value: exactly(central),
  effectiveFrom: '2020-01-01',
  source: `Where ${kind} is from`,
  confidence: 'high',
})
const record = (body: object, against: number | undefined, who: Who = 'lead'): Promise<Answer<AssumptionsAnswer>> =>
  casebook.as(who).put<AssumptionsAnswer>(`programmes/${p}/assumptions`, body, against === undefined ? {} : { 'if-match': `"${against}"` })

const version = async (): Promise<number> => (await figures()).body.version

describe('before anybody recorded a figure from outside', () => {
  test('there is no estimate; it says what is needed, and what is known all the same', async () => {
    const { status, body } = await ask()
    expect(status).toBe(200)
    expect(savingsSchema.parse(body)).toEqual(body)
    expect(body.estimate).toBeNull()
    expect(body.missing.map(({ kind }) => kind)).toEqual(Object.keys(worked))
    // Of 20 hours a week the council pays for 14.
    expect(body.hours).toMatchObject({ trading: 1, told: 1, allMinutes: 1_200, paidMinutes: 840, nhsMinutes: 0 })
  })

  test('there is no list of it either', async () => {
    expect(saidBy(await lines('soFar'))).toMatchObject({ kind: 'figure-missing' })
    expect((await lines('hours')).body).toMatchObject({ total: 840 })
  })
})

describe('a figure from outside', () => {
  test('is recorded after the version that was last read, with its source and who recorded it', async () => {
    const answer = await record(typed('comparator', 2_410), 0)
    expect(answer.status).toBe(200)
    expect(assumptionsSchema.parse(answer.body)).toEqual(answer.body)
    expect(answer.body).toMatchObject({
      version: 1,
      assumptions: [{ version: 1, kind: 'comparator', source: 'Where comparator is from', value: exactly(2_410) }],
    })
  })

  test('is not recorded over one that somebody else recorded meanwhile', async () => {
    expect(saidBy(await record(typed('deadweight', 2_000), 0))).toMatchObject({ status: 412, kind: 'settings-changed' })
    expect(saidBy(await record(typed('deadweight', 2_000), undefined))).toMatchObject({ status: 428 })
  })

  test('that was recorded, and whose answer was lost, is recorded once', async () => {
    expect((await record(typed('comparator', 2_410), 0)).status).toBe(200)
    expect(await version()).toBe(1)
  })

  test.each([
    ['the lowest above the highest', { value: { low: 3, central: 2, high: 1 } }],
    ['a share above all of it', { kind: 'deadweight', value: exactly(10_001) }],
    ['an hour above £200', { value: exactly(20_001) }],
    ['half a penny', { value: exactly(0.5) }],
    ['less than nothing', { value: exactly(-1) }],
    ['no source', { source: ' ' }],
    ['a kind that there is not', { kind: 'wishes' }],
    ['a day that does not exist', { effectiveFrom: '2020-02-30' }],
  ])('is refused with %s', async (_, change) => {
    expect(saidBy(await record({ ...typed('comparator', 2_410), ...change }, 1))).toMatchObject({ status: 400, kind: 'not-understood' })
    expect(await version()).toBe(1)
  })

  test('two shares of the hours that nobody split are together at most all of them', async () => {
    expect((await record(typed('unsplit-direct', 7_000), 1)).status).toBe(200)
    expect(saidBy(await record(typed('unsplit-nhs', 3_001), 2))).toMatchObject({ status: 422, kind: 'shares-over-whole' })
    // Nor from an earlier day, with the later one recorded first.
    const earlier = { ...typed('unsplit-nhs', 3_001), effectiveFrom: '2019-01-01' }
    expect(saidBy(await record(earlier, 2))).toMatchObject({ status: 422, kind: 'shares-over-whole' })
    expect((await record(typed('unsplit-nhs', 3_000), 2)).status).toBe(200)
  })

  test('that nobody recorded cannot be given up', async () => {
    expect(saidBy(await record({ ...typed('leakage', 0), value: null }, 3))).toMatchObject({ kind: 'nothing-changed' })
  })

  test('is told without names to those who may not see who is in the programme', async () => {
    expect((await figures('reviewer')).body.assumptions.map(({ recordedBy }) => recordedBy)).toEqual([null, null, null])
  })
})

describe('with every figure that it needs', () => {
  beforeAll(async () => {
    for (const [kind, value] of Object.entries(worked).slice(1))
      await record({ ...typed(kind as AssumptionKind, 0), value }, await version())
  })

  test('April 2020 saved £198.29 on 60 hours, and a year would save £2,414.16', async () => {
    // Worked out by hand in the tests of the estimate itself.
    const { body } = await ask()
    expect(savingsSchema.parse(body)).toEqual(body)
    expect(body.estimate).toMatchObject({ soFar: { pence: 198_29 }, soFarMinutes: 3_600, yearly: { pence: 2_414_16 }, seed: 20_200_430 })
  })

  test('its list is one enterprise with its hours, its pounds and the figures that it rests on', async () => {
    const { body } = await lines('soFar')
    expect(savingsLinesSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({ total: 198_29, rows: [{ area: 'coast', minutes: 3_600, amount: 198_29 }] })
    // It is split by payer, so that the two shares of unsplit hours are not among them.
    expect(body.rows[0]?.versions).toHaveLength(9)
  })

  test('a reviewer sees the list without names', async () => {
    expect((await lines('soFar', 'lead')).body.rows[0]?.name).not.toBeNull()
    expect((await lines('soFar', 'reviewer')).body.rows[0]?.name).toBeNull()
  })

  test('asked as known before a change, it is what it was', async () => {
    const before = await ask()
    await record(typed('comparator', 2_510), await version())
    // 60 hours at £7.00 × 0.5508 = £231.336.
    expect((await ask()).body.estimate?.soFar.pence).toBe(231_34)
    const again = await ask(`${april}&knownAt=${before.body.knownAt}`)
    expect(again.body.estimate).toEqual(before.body.estimate)
    expect(again.body.assumptions).toEqual(before.body.assumptions)
  })

  test('the same seed draws the same', async () => {
    const one = await ask(`${april}&seed=7`)
    expect((await ask(`${april}&seed=7`)).body.estimate).toEqual(one.body.estimate)
    expect(saidBy(await ask(`${april}&seed=-1`))).toMatchObject({ status: 400 })
  })

  test('nothing is said of what is still to come, or of a figure that there is not', async () => {
    expect(saidBy(await ask('asAt=2099-01-01'))).toMatchObject({ kind: 'asked-of-the-future' })
    // Its list, and that of the NHS, say which figures they need.
    expect(saidBy(await lines('ahead'))).toMatchObject({ kind: 'figure-missing' })
    expect(saidBy(await lines('nhs'))).toMatchObject({ kind: 'figure-missing' })
    expect(saidBy(await lines('wishes'))).toMatchObject({ status: 400 })
  })
})

describe('what of it is cash', () => {
  const send = (body: object, who: Who = 'reviewer') =>
    casebook.as(who).post<Cashable>(`programmes/${p}/budgets`, body, { 'idempotency-key': randomUUID() })
  const fall = { of: 'fall', pencePerYear: 4_700_000, fellOn: '2020-04-15', budget: 'Home care, older people' }

  test('is nothing until the holder of a budget says that it fell', async () => {
    expect((await ask()).body.cashable).toEqual({ pencePerYear: 0, falls: [] })
  })

  test('is what the council recorded: which budget, by how much a year, when, and who says so', async () => {
    const { status, body } = await send(fall)
    expect(status).toBe(201)
    expect(cashableSchema.parse(body)).toEqual(body)
    expect((await ask()).body.cashable).toMatchObject({
      pencePerYear: 4_700_000,
      falls: [{ version: 1, budget: 'Home care, older people', fellOn: '2020-04-15', recordedBy: { oid: people.reviewer.oid } }],
    })
    expect((await ask('asAt=2020-04-14')).body.cashable.falls).toEqual([])
  })

  test('is not for the programme to say', async () => {
    expect(saidBy(await send(fall, 'lead'))).toMatchObject({ status: 403 })
    expect(saidBy(await send(fall, 'administrator'))).toMatchObject({ status: 403 })
  })

  test.each([
    ['nothing', { ...fall, pencePerYear: 0 }, 400],
    ['a day to come', { ...fall, fellOn: '2099-01-01' }, 422],
    ['no budget', { ...fall, budget: '' }, 400],
    ['a record that there is not', { of: 'taken-back', takesBack: 9 }, 422],
  ])('is not %s', async (_, body, status) => {
    expect(saidBy(await send(body))).toMatchObject({ status })
  })

  test('can be taken back, once', async () => {
    expect((await send({ of: 'taken-back', takesBack: 1 }, 'decider')).body).toEqual({ pencePerYear: 0, falls: [] })
    expect(saidBy(await send({ of: 'taken-back', takesBack: 1 }, 'decider'))).toMatchObject({ status: 422, kind: 'nothing-changed' })
  })
})
