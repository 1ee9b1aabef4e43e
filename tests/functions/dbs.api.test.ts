import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DbsList } from '#domain/dbsSchemas.ts'
import { addDays, day } from '#domain/plainDate.ts'
import type { Today } from '#domain/todaySchemas.ts'
import type { CaseBody } from '#domain/wireSchemas.ts'
import type { Casebook, LooseCommand, Who } from './casebook.ts'
import { assignTo, newKey, saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const accepted: LooseCommand = { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' }
const enhanced = {
  of: 'owner',
  level: 'enhanced',
  issuedOn: '2024-01-10',
  seenOn: '2024-02-01',
  decision: 'go-on',
  lookAgainOn: '2099-02-01',
}

/** Everything stored of a programme, as text. */
async function stored(p: string): Promise<{ rowKey: string; text: string }[]> {
  const { TableClient } = await import('@azure/data-tables')
  const client = TableClient.fromConnectionString(casebook.connectionString, casebook.tableName, { allowInsecureConnection: true })
  const rows: { rowKey: string; text: string }[] = []
  for await (const entity of client.listEntities({ queryOptions: { filter: `PartitionKey eq '${p}'` } }))
    rows.push({ rowKey: entity.rowKey ?? '', text: JSON.stringify(entity) })
  return rows
}

describe('a DBS check that was seen', () => {
  test('is kept, read by those who work with them, and changes what is in the way', async () => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accepted)
    const before = await casebook.as('catalyst').get<CaseBody>(`programmes/${p}/cases/${id}`)
    expect(before.body.checks.find(({ check }) => check === 'dbs')).toMatchObject({ state: 'missing' })
    expect((await casebook.as('catalyst').post(`programmes/${p}/cases/${id}/dbs`, enhanced, newKey())).status).toBe(201)
    const { body } = await casebook.as('lead').get<DbsList>(`programmes/${p}/cases/${id}/dbs`)
    expect(body.checks).toMatchObject([{ of: 'owner', level: 'enhanced', decision: 'go-on', lookAgainOn: '2099-02-01' }])
    const after = await casebook.as('catalyst').get<CaseBody>(`programmes/${p}/cases/${id}`)
    expect(after.body.checks.find(({ check }) => check === 'dbs')).toMatchObject({ state: 'holds', until: '2099-02-01' })
    expect(after.body.gates.find(({ gate }) => gate === 'list')?.conditions).toContainEqual({
      kind: 'check',
      met: true,
      check: 'dbs',
      words: null,
    })
  })

  test('stands in rows that can be emptied and nowhere else: not in facts, the log, or a marker', async () => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accepted)
    await casebook
      .as('catalyst')
      .post(`programmes/${p}/cases/${id}/dbs`, { ...enhanced, level: 'enhanced-barred', issuedOn: '2023-07-09' }, newKey())
    const holding = (await stored(p)).filter(({ text }) => text.includes('enhanced-barred') || text.includes('2023-07-09'))
    expect(holding.map(({ rowKey }) => rowKey.split('|')[0])).toEqual(['dbs'])
    const caseRow = (await stored(p)).find(({ rowKey }) => rowKey === `case|${id}`)
    const { private: copy, ...open } = JSON.parse(caseRow?.text ?? '{}') as Record<string, unknown>
    expect(String(copy)).toContain('2099-02-01')
    expect(JSON.stringify(open)).not.toContain('2099-02-01')
  })

  test('sent twice under one key is kept once', async () => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accepted)
    const key = newKey()
    const send = () => casebook.as('catalyst').post<DbsList>(`programmes/${p}/cases/${id}/dbs`, enhanced, key)
    expect((await send()).body.checks).toHaveLength(1)
    expect((await send()).body.checks).toHaveLength(1)
  })

  test('can be removed, and then it is missing again', async () => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accepted)
    const { body } = await casebook.as('catalyst').post<DbsList>(`programmes/${p}/cases/${id}/dbs`, enhanced, newKey())
    const gone = await casebook.as('catalyst').delete<DbsList>(`programmes/${p}/cases/${id}/dbs/${body.checks[0]?.id}`, newKey())
    expect(gone.body.checks).toEqual([])
    expect((await stored(p)).filter(({ rowKey }) => rowKey.startsWith('dbs|'))).toEqual([])
  })

  test.each([
    [{ seenOn: '2099-01-01' }, 'in-future'],
    [{ issuedOn: '2024-03-01' }, 'issued-after-seen'],
    [{ lookAgainOn: '2024-01-31' }, 'look-again-before-seen'],
    [{ level: 'spotless' }, 'not-understood'],
    [{ note: 'a caution in 1998' }, 'not-understood'],
  ])('with %o is refused: %s', async (change, kind) => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accepted)
    expect(
      saidBy(await casebook.as('catalyst').post(`programmes/${p}/cases/${id}/dbs`, { ...enhanced, ...change }, newKey())),
    ).toMatchObject({
      kind,
    })
  })

  test('is nobody’s business but theirs who work with them', async () => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accepted)
    await casebook.as('catalyst').post(`programmes/${p}/cases/${id}/dbs`, enhanced, newKey())
    for (const who of ['reviewer', 'decider', 'payer', 'assessor', 'verifier', 'follow-up-owner'] as const) {
      const { text } = await casebook.as(who).get(`programmes/${p}/cases/${id}`)
      expect(text).not.toContain('2099-02-01')
      expect(text).not.toContain('"dbs"')
    }
    expect((await casebook.as('partner-catalyst').get(`programmes/${p}/cases/${id}/dbs`)).status).toBe(404)
    const own = await casebook.newCase(p, {}, assignTo('partner-catalyst'))
    expect((await casebook.as('partner-catalyst').get(`programmes/${p}/cases/${own.id}/dbs`)).status).toBe(200)
  })
})

describe('a DBS check that is to be looked at again soon', () => {
  test('needs those who work with them today, and is told to nobody else', async () => {
    const p = await casebook.newProgramme()
    const soon = addDays(day(today()), 10)
    const { id } = await casebook.newCase(p, {}, accepted, assignTo('catalyst'))
    await casebook.as('catalyst').post(`programmes/${p}/cases/${id}/dbs`, { ...enhanced, lookAgainOn: soon }, newKey())
    const checksOf = async (who: Who, whose: string) =>
      (await casebook.as(who).get<Today>(`programmes/${p}/today?whose=${whose}`)).body.rows.flatMap(({ reasons }) =>
        reasons.flatMap(reason => (reason.kind === 'check' ? [[reason.check, reason.on]] : [])),
      )
    expect(await checksOf('catalyst', 'mine')).toEqual([['dbs', soon]])
    expect(await checksOf('lead', 'everyone')).toEqual([['dbs', soon]])
    for (const who of ['reviewer', 'payer', 'decider', 'follow-up-owner'] as const)
      expect((await casebook.as(who).get(`programmes/${p}/today?whose=mine`)).text).not.toContain(soon)
  })
})

describe('a gate', () => {
  test('refuses a listing and says why; the lead goes on without it, and then it is listed', async () => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accepted, { kind: 'give-permission', happenedOn: '2024-02-01', use: 'directory' })
    const list: LooseCommand = { kind: 'list', happenedOn: '2024-02-10', in: 'directory' }
    const said = saidBy(await casebook.as('catalyst').command(p, id, list))
    expect(said).toMatchObject({ status: 409, kind: 'gate-shut' })
    expect(said.detail).toContain('Public liability insurance is not on record.')
    const without: LooseCommand = { kind: 'overrule-gate', happenedOn: '2024-02-10', gate: 'list', note: 'The insurer is slow.' }
    expect(saidBy(await casebook.as('catalyst').command(p, id, without))).toMatchObject({ status: 403, kind: 'not-permitted' })
    expect((await casebook.as('lead').command(p, id, without)).status).toBe(200)
    expect((await casebook.as('catalyst').command(p, id, list)).status).toBe(200)
  })
})
