import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fund, Ledger, Pots } from '#domain/potSchemas.ts'
import { tableStoreAt } from '#functions/tableStore.ts'
import { createCore, loadWithCore } from '#local/coreModule.ts'
import { triggerOf } from '#local/invocation.ts'
import { localEnvironment } from '#local/localHost.ts'
import type { Casebook, LooseCommand } from './casebook.ts'
import { newKey, saidBy, startCasebook } from './casebook.ts'
import { fundBody, grantsOf, insist, makeFund, ready, recommendation } from './fundCases.ts'
import { expectSound, rowsOf } from './writingSetting.ts'

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const store = () => tableStoreAt(casebook.connectionString, casebook.tableName)
const decide = (grantId: string, pence: number): LooseCommand => ({
  kind: 'decide-grant',
  happenedOn: '2024-02-08',
  grantId,
  outcome: 'yes',
  pence,
  note: 'It meets a gap',
})
const fundOf = async (p: string, pot: string): Promise<Fund> => (await casebook.as('lead').get<Fund>(`programmes/${p}/pots/${pot}`)).body
const ledgerOf = async (p: string, pot: string): Promise<Ledger> =>
  (await casebook.as('lead').get<Ledger>(`programmes/${p}/pots/${pot}/ledger`)).body

type Recommended = { id: string; n: number; grantId: string }

/** A case with a grant that waits for its decision. */
async function recommended(p: string, pot: string, pence: number): Promise<Recommended> {
  const { id, n } = await casebook.newCase(p, {}, ...ready, recommendation(pot, pence))
  const [grant] = await grantsOf(casebook, p, id)
  return { id, n, grantId: grant?.grantId ?? '' }
}

/** Every number under a name that says pence, and under a balance, wherever it stands in an answer. */
function amountsIn(body: unknown, name = ''): unknown[] {
  if (Array.isArray(body)) return body.flatMap(each => amountsIn(each, name))
  if (body === null || typeof body !== 'object') return /pence$/i.test(name) ? [body] : []
  return Object.entries(body).flatMap(([key, value]) => amountsIn(value, name === 'balance' ? `${key}Pence` : key))
}

describe('100 decisions of £450 at once, on a fund of £17,099.99', () => {
  // 37 × £450 = £16,650; £17,099.99 − £16,650 = £449.99, a penny short of the 38th.
  const [each, amountPence, left] = [450_00, 17_099_99, 449_99]

  test('exactly 37 are granted, none is doubled or lost, and each of the others says what is left', { timeout: 300_000 }, async () => {
    const p = await casebook.newProgramme()
    const pot = await makeFund(casebook, p, { amountPence })
    const cases: Recommended[] = []
    for (let batch = 0; batch < 10; batch++) cases.push(...(await Promise.all(Array.from({ length: 10 }, () => recommended(p, pot, each)))))
    expect(new Set((await fundOf(p, pot)).grants.map(({ number }) => number)).size).toBe(100)

    const said = await Promise.all(
      cases.map(async ({ id, n, grantId }) => ({
        id,
        grantId,
        answer: await insist(casebook, 'decider', { p, id, n }, decide(grantId, each)),
      })),
    )
    const granted = said.filter(({ answer }) => answer.status === 200)
    const refused = said.filter(({ answer }) => answer.status !== 200)
    expect(granted).toHaveLength(37)
    for (const { answer } of refused) {
      expect(answer.body as unknown).toMatchObject({ status: 409, kind: 'not-enough-left', leftPence: left, pence: each })
      expect(saidBy(answer)).toMatchObject({ detail: 'There is £449.99 left in the fund. This is £450.' })
    }

    const fund = await fundOf(p, pot)
    expect(fund.pot.balance).toEqual({
      putIn: amountPence,
      setAside: 16_650_00,
      paid: 0,
      returned: 0,
      recovered: 0,
      writtenOff: 0,
      available: left,
    })
    const { entries } = await ledgerOf(p, pot)
    expect(entries.map(({ entry }) => entry)).toEqual(Array.from({ length: 38 }, (_, at) => 38 - at))
    const aside = entries.filter(({ kind }) => kind === 'set-aside')
    expect(new Set(aside.map(({ grantId }) => grantId))).toEqual(new Set(granted.map(({ grantId }) => grantId)))
    expect(aside).toHaveLength(37)
    expect(aside.every(({ pence }) => pence === each)).toBe(true)
    // What is left after each entry: £17,099.99, £16,649.99 and so on, newest first.
    expect(entries.map(({ availablePence }) => availablePence)).toEqual(Array.from({ length: 38 }, (_, at) => left + at * each))

    const log = await expectSound(store(), p)
    const refusals = log.flatMap(({ refused: not, recordedBy }) => (not ? [{ ...not, recordedBy }] : []))
    expect(refusals.map(({ caseId }) => caseId).sort()).toEqual(refused.map(({ id }) => id).sort())
    expect(new Set(refusals.map(({ command, why }) => `${command} ${why}`))).toEqual(new Set(['decide-grant not-enough-left']))
    const decided = log.flatMap(({ facts }) => facts.filter(({ fact }) => fact.kind === 'grant-decided').map(({ caseId }) => caseId))
    expect(decided.sort()).toEqual(granted.map(({ id }) => id).sort())
  })
})

describe('a fund', () => {
  test('more money is a new entry, and so is less; what is granted cannot be taken out', async () => {
    const p = await casebook.newProgramme()
    const pot = await makeFund(casebook, p, { amountPence: 1_000_00 })
    const { id, n, grantId } = await recommended(p, pot, 450_00)
    expect((await casebook.as('decider').command(p, id, decide(grantId, 450_00), { n })).status).toBe(200)
    const change = (version: number, amountPence: number) =>
      casebook.as('lead').put<Pots>(`programmes/${p}/pots/${pot}`, fundBody({ amountPence }), { ...newKey(), 'if-match': `"${version}"` })
    // £1,000 − £450 = £550 may be taken out, and not a penny more.
    expect((await change(1, 449_99)).body as unknown).toMatchObject({ status: 409, kind: 'fund-in-use', leftPence: 550_00 })
    expect((await change(1, 450_00)).status).toBe(200)
    expect((await change(1, 2_000_00)).status).toBe(412)
    expect((await change(2, 2_000_00)).status).toBe(200)
    const { entries } = await ledgerOf(p, pot)
    expect(entries.map(({ kind, pence, availablePence }) => [kind, pence, availablePence])).toEqual([
      ['put-in', 1_550_00, 1_550_00],
      ['put-in', -550_00, 0],
      ['set-aside', 450_00, 550_00],
      ['put-in', 1_000_00, 1_000_00],
    ])
    await expectSound(store(), p)
  })

  test('a decision that is taken back stands in the ledger, and what puts it right stands beside it', async () => {
    const p = await casebook.newProgramme()
    const pot = await makeFund(casebook, p)
    const { id, n, grantId } = await recommended(p, pot, 450_00)
    const decided = await casebook.as('decider').command(p, id, decide(grantId, 450_00), { n })
    const of = decided.body.facts[0] ?? ''
    const right: LooseCommand = {
      kind: 'replace',
      of,
      reason: 'wrong-details',
      happenedOn: '2024-02-08',
      data: { grantId, pence: 1, gap: 'respite' },
    }
    expect((await casebook.as('decider').command(p, id, right)).body as unknown).toMatchObject({ status: 409, kind: 'take-back-instead' })
    expect((await casebook.as('decider').command(p, id, { kind: 'withdraw', of, reason: 'wrong-details' })).status).toBe(200)
    const { entries } = await ledgerOf(p, pot)
    expect(entries.map(({ kind, pence, number }) => [kind, pence, number])).toEqual([
      ['set-aside', -450_00, 1],
      ['set-aside', 450_00, 1],
      ['put-in', 20_000_00, null],
    ])
    expect((await fundOf(p, pot)).pot.balance).toMatchObject({ setAside: 0, available: 20_000_00 })
  })

  test('says all of its money in whole pence, in every answer that has any', async () => {
    const p = await casebook.newProgramme()
    const pot = await makeFund(casebook, p)
    const { id, grantId } = await recommended(p, pot, 123_45)
    const paths = [
      'pots',
      `pots/${pot}`,
      `pots/${pot}/ledger`,
      `pots/${pot}/year-end?asAt=2026-03-31`,
      `cases/${id}`,
      `cases/${id}/grants/${grantId}`,
    ]
    await casebook.as('decider').command(p, id, decide(grantId, 123_45))
    for (const path of paths) {
      const amounts = amountsIn((await casebook.as('lead').get(`programmes/${p}/${path}`)).body)
      const wrong = amounts.filter(amount => amount !== null && !Number.isSafeInteger(amount))
      expect([path, amounts.length > 0, wrong]).toEqual([path, true, []])
    }
  })

  test('takes no amount but whole pence', async () => {
    const p = await casebook.newProgramme()
    const pot = await makeFund(casebook, p)
    const { id } = await casebook.newCase(p, {}, ...ready)
    for (const pence of [450.5, -1, '450', null]) {
      const said = await casebook.as('catalyst').command(p, id, recommendation(pot, pence as number))
      expect(said.status).toBe(400)
      expect((await casebook.as('lead').post(`programmes/${p}/pots`, fundBody({ amountPence: pence }), newKey())).status).toBe(400)
    }
  })
})

describe('the ledger', () => {
  const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const

  test('no route edits or deletes an entry, whatever the method and whoever asks', async () => {
    const p = await casebook.newProgramme()
    const pot = await makeFund(casebook, p)
    const { id, grantId } = await recommended(p, pot, 450_00)
    await casebook.as('decider').command(p, id, decide(grantId, 450_00))
    const before = await rowsOf(store(), p, 'ledger')
    expect(before).toHaveLength(2)
    const [first] = (await ledgerOf(p, pot)).entries
    for (const method of methods) {
      for (const end of ['', '/ledger', '/ledger/1', '/ledger/2', '/files', '/publications']) {
        const path = `pots/${pot}${end}`
        const body = JSON.stringify({ ...first, pence: 1 })
        const headers = { 'content-type': 'application/json', 'if-match': '"1"', ...newKey() }
        for (const who of ['administrator', 'lead', 'decider', 'payer'] as const)
          expect((await casebook.as(who).raw(method, `programmes/${p}/${path}`, body, headers)).status).toBeGreaterThanOrEqual(400)
      }
    }
    expect(await rowsOf(store(), p, 'ledger')).toEqual(before)
  })

  test('of all routes, those that write and speak of a fund make one, change one, or give a file of it away', () => {
    const core = createCore(() => undefined)
    const kept = { ...process.env }
    Object.assign(process.env, localEnvironment(7071, casebook.connectionString, casebook.tableName))
    loadWithCore(fileURLToPath(new URL('../../functions/dist/main.cjs', import.meta.url)), core)
    process.env = kept
    const routes = core.functions
      .filter(each => triggerOf(each).type === 'httpTrigger')
      .map(each => triggerOf(each))
      .flatMap(({ route, methods: taken }) => taken.map(method => `${method} ${route}`))
    const writing = routes.filter(route => !/^(GET|HEAD) /.test(route) && /pots|ledger|fund/.test(route))
    expect(writing.sort()).toEqual([
      'POST api/v1/programmes/{p}/pots',
      // A ticket for a file of what is there.
      'POST api/v1/programmes/{p}/pots/{pot}/files',
      'POST api/v1/programmes/{p}/pots/{pot}/publications',
      'PUT api/v1/programmes/{p}/pots/{pot}',
    ])
    expect(routes.filter(route => /ledger/.test(route))).toEqual(['GET api/v1/programmes/{p}/pots/{pot}/ledger'])
  })
})
