import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ticket } from '#domain/downloadSchemas.ts'
import type { Pots, YearEnd } from '#domain/potSchemas.ts'
import { yearEndSchema } from '#domain/potSchemas.ts'
import type { Casebook } from './casebook.ts'
import { assignTo, newKey, saidBy, startCasebook } from './casebook.ts'
import { fundBody, grantsOf, makeFund, ready, recommendation } from './fundCases.ts'

let casebook: Casebook
let p: string
let pot: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  pot = await makeFund(casebook, p)
})
afterAll(() => casebook.stop())

/** A grant of this much that was decided on 8 February 2024 and is not paid. */
async function granted(pence: number): Promise<string> {
  const { id } = await casebook.newCase(p, {}, ...ready, recommendation(pot, pence))
  const [grant] = await grantsOf(casebook, p, id)
  const decision = { kind: 'decide-grant', happenedOn: '2024-02-08', grantId: grant?.grantId ?? '', outcome: 'yes', pence, note: 'A gap' }
  expect((await casebook.as('decider').command(p, id, decision)).status).toBe(200)
  return id
}

const path = (query: string): string => `programmes/${p}/pots/${pot}/year-end?${query}`
async function yearEnd(query: string, who: 'payer' | 'partner-catalyst' = 'payer'): Promise<YearEnd> {
  const { status, body } = await casebook.as(who).get<YearEnd>(path(query))
  expect(status).toBe(200)
  return yearEndSchema.parse(body)
}
const codesIn = ({ rows }: YearEnd) => rows.map(({ number, costCode }) => [number, costCode])

test('what was committed at a year end has the cost code of that day, and by what was known then the same answer for ever', async () => {
  await granted(450_50)
  const before = await yearEnd('asAt=2024-03-31')
  expect(codesIn(before)).toEqual([[1, 'ASC-4410']])
  expect(before.totalPence).toBe(450_50)
  const changed = await casebook
    .as('lead')
    .put<Pots>(`programmes/${p}/pots/${pot}`, fundBody({ costCode: 'ASC-9900' }), { ...newKey(), 'if-match': '"1"' })
  expect(changed.status).toBe(200)
  await granted(100_00)

  // Decided in February 2024 and entered now: it was committed then, and nobody knew.
  expect(codesIn(await yearEnd('asAt=2024-03-31'))).toEqual([
    [1, 'ASC-4410'],
    [2, 'ASC-4410'],
  ])
  // The code was changed today, so that today it is the new one.
  expect(codesIn(await yearEnd(''))).toEqual([
    [1, 'ASC-9900'],
    [2, 'ASC-9900'],
  ])
  const known = `knownAt=${before.knownAt}`
  expect(await yearEnd(`asAt=2024-03-31&${known}`)).toEqual(before)
  expect(codesIn(await yearEnd(known))).toEqual([[1, 'ASC-4410']])
})

test('a file by what was known at an instant has what was shown by it', async () => {
  const { knownAt } = await yearEnd('asAt=2024-03-31')
  await granted(20_00)
  const ask = async (more: object): Promise<number> =>
    (
      await casebook
        .as('payer')
        .post<Ticket>(`programmes/${p}/pots/${pot}/files`, { of: 'year-end', format: 'csv', asAt: '2024-03-31', ...more })
    ).body.rows
  expect([await ask({ knownAt }), await ask({})]).toEqual([2, 3])
})

test('a partner sees of an earlier day what is theirs now, and what was handed on is theirs no longer', async () => {
  const id = await granted(30_00)
  expect((await casebook.as('lead').command(p, id, assignTo('partner-catalyst', '2024-03-25'))).status).toBe(200)
  expect((await yearEnd('asAt=2024-03-31', 'partner-catalyst')).rows.map(({ pence }) => pence)).toEqual([30_00])
  expect((await casebook.as('lead').command(p, id, assignTo('catalyst', '2024-04-25'))).status).toBe(200)
  expect((await yearEnd('asAt=2024-03-31', 'partner-catalyst')).rows).toEqual([])
})

test('is not to be had of a day or by a moment still to come, nor of a day that is none', async () => {
  expect(saidBy(await casebook.as('payer').get(path('asAt=2099-03-31')))).toMatchObject({ kind: 'asked-of-the-future' })
  expect(saidBy(await casebook.as('payer').get(path('knownAt=2099-03-31T00:00:00.000Z')))).toMatchObject({ kind: 'known-in-the-future' })
  for (const query of ['asAt=2026-02-30', 'asAt=yesterday', 'knownAt=2026-03-31', 'on=2024-03-31'])
    expect((await casebook.as('payer').get(path(query))).status).toBe(400)
})
