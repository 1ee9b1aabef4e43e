import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#domain/permissions.ts'
import { newPotSchema } from '#domain/potSchemas.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import type { Store } from '#functions/store.ts'
import type { LooseCommand } from './casebook.ts'
import { fundBody, recommendation } from './fundCases.ts'
import type { Said, Staff } from './fundSetting.ts'
import { FundProcess, grantsIn, makeFundIn, makeProgramme, oidOf, programme, recommendedIn, taken } from './fundSetting.ts'

const account = { how: 'payee-check', checkedOn: '2024-02-10' } as const
const decide = (grantId: string, pence: number, happenedOn = '2024-02-08'): LooseCommand => ({
  kind: 'decide-grant',
  happenedOn,
  grantId,
  outcome: 'yes',
  pence,
  note: 'It meets a gap',
})
const pay = (grantId: string, pence: number): LooseCommand => ({
  kind: 'pay-grant',
  happenedOn: '2024-02-12',
  grantId,
  pence,
  account,
  reference: 'BACS/41',
})

let store: Store
let process: FundProcess
beforeEach(async () => {
  store = new MemoryStore()
  process = new FundProcess(store)
  await makeProgramme(process)
})

const nOf = async (id: string): Promise<number> => (await store.read(programme, 'case', [id]))?.row.n ?? 0
const tries = async (who: Staff, id: string, command: LooseCommand): Promise<Said> =>
  process.command(who, id, command, { n: await nOf(id) })
const why = (said: Said): string => (said.ok ? 'taken' : said.refusal.kind)
const give = async (who: Staff, ...roles: Role[]): Promise<void> => {
  taken(await process.ask('api-members-set', { who: 'administrator', params: { oid: oidOf(who) }, body: { roles, label: who } }))
}
const change = async (who: Staff | 'administrator', pot: string, n: number, more: Parameters<typeof fundBody>[0]): Promise<void> => {
  taken(await process.ask('api-pots-change', { who, params: { pot }, n, body: newPotSchema.parse(fundBody(more)) }))
}
/** Offered and accepted. */
async function acceptedGrant(id: string, grantId: string): Promise<void> {
  await process.must('catalyst', id, { kind: 'offer-grant', happenedOn: '2024-02-09', grantId })
  await process.must('catalyst', id, { kind: 'accept-grant', happenedOn: '2024-02-10', grantId })
}

describe('who leads and decides', () => {
  beforeEach(() => give('decider', 'lead', 'decider'))

  test('does not raise the cap, decide by it and put it back', async () => {
    const pot = await makeFundIn(process, { capPence: 500_00, smallPence: 2_000_00 })
    await change('decider', pot, 1, { capPence: 1_000_00, smallPence: 2_000_00 })
    const { id, grantId } = await recommendedIn(process, store, pot, 800_00)
    expect(await tries('decider', id, decide(grantId, 800_00))).toEqual({ ok: false, refusal: { kind: 'changed-fund', whoCan: [] } })
    // Nothing is locked: somebody else looks at the fund and keeps it as it is.
    await change('lead', pot, 2, { capPence: 1_000_00, smallPence: 2_000_00 })
    expect(why(await tries('decider', id, decide(grantId, 800_00)))).toBe('taken')
  })

  test('may put the cap back and decide what the fund gave before', async () => {
    const pot = await makeFundIn(process, { capPence: 500_00 })
    const { id, grantId } = await recommendedIn(process, store, pot, 500_00)
    await change('decider', pot, 1, { capPence: 1_000_00, rules: [{ rule: 'local', sentence: 'They live here' }] })
    await change('decider', pot, 2, { capPence: 500_00 })
    expect(why(await tries('decider', id, decide(grantId, 500_00)))).toBe('taken')
  })

  test('does not take off their own limit: the refusal names who can', async () => {
    await give('assessor', 'assessor', 'decider')
    const limits = [{ person: oidOf('decider'), pence: 300_00 }]
    const pot = await makeFundIn(process, { limits })
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    await change('decider', pot, 1, { limits: [] })
    const whoCan = [oidOf('assessor')]
    expect(await tries('decider', id, decide(grantId, 450_00))).toEqual({ ok: false, refusal: { kind: 'changed-fund', whoCan } })
  })

  test('does not make a rule say something else under its name, nor drop it and put it back so', async () => {
    const rule = { rule: 'local', sentence: 'They live here' }
    const pot = await makeFundIn(process, { rules: [rule] })
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    const reworded = newPotSchema.parse(fundBody({ rules: [{ ...rule, sentence: 'They are kind' }] }))
    const keep = (n: number) => process.ask('api-pots-change', { who: 'decider', params: { pot }, n, body: reworded })
    expect(why(await keep(1))).toBe('rule-reworded')
    await change('decider', pot, 1, { rules: [] })
    expect(why(await keep(2))).toBe('rule-reworded')
    await change('decider', pot, 2, { rules: [{ rule: 'kind', sentence: 'They are kind' }] })
    const rules = [{ rule: 'kind', result: 'pass' }]
    expect(why(await tries('decider', id, { ...decide(grantId, 450_00), rules }))).toBe('changed-fund')
  })

  test('does not put money in so that a grant can be decided, where it was made up', async () => {
    const pot = await makeFundIn(process, { amountPence: 400_00 })
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    await change('decider', pot, 1, { amountPence: 500_00 })
    expect(why(await tries('decider', id, decide(grantId, 450_00)))).toBe('changed-fund')
  })

  test('does not have the panel waived by a fund without one, nor sits on a panel that the change needs', async () => {
    await give('payer', 'payer', 'decider')
    await give('verifier', 'verifier', 'decider')
    const large = { capPence: 2_000_00, smallPence: 500_00 }
    const pot = await makeFundIn(process, { ...large, quorum: 3 })
    const { id, grantId } = await recommendedIn(process, store, pot, 1_200_00)
    await process.must('assessor', id, {
      kind: 'assess-grant',
      happenedOn: '2024-02-02',
      grantId,
      pence: 1_200_00,
      recommends: true,
      note: 'Seen',
    })
    await change('decider', pot, 1, { ...large, quorum: 2 })
    expect(why(await tries('decider', id, decide(grantId, 1_200_00)))).toBe('changed-fund')
    const panel = { present: [oidOf('payer'), oidOf('decider')], interested: [] }
    const said = await tries('payer', id, { ...decide(grantId, 1_200_00), panel })
    expect(said).toMatchObject({ ok: false, refusal: { kind: 'panel-too-small', quorum: 2, counted: 1 } })
    const others = { present: [oidOf('payer'), oidOf('verifier')], interested: [] }
    expect(why(await tries('payer', id, { ...decide(grantId, 1_200_00), panel: others }))).toBe('taken')
  })
})

test('who leads and pays does not lift the small-grant limit so that nobody checks the account, though it was put back since', async () => {
  await give('payer', 'lead', 'payer')
  const pot = await makeFundIn(process, { capPence: 2_000_00, smallPence: 500_00 })
  const { id, grantId } = await recommendedIn(process, store, pot, 800_00)
  await change('payer', pot, 1, { capPence: 2_000_00, smallPence: 2_000_00 })
  await process.must('decider', id, decide(grantId, 800_00))
  await acceptedGrant(id, grantId)
  expect(why(await tries('payer', id, pay(grantId, 800_00)))).toBe('changed-fund')
  await change('payer', pot, 2, { capPence: 2_000_00, smallPence: 500_00 })
  expect(why(await tries('payer', id, pay(grantId, 800_00)))).toBe('changed-fund')
})

test('who leads and pays does not go on without insurance and pay; somebody else who leads goes on, or pays', async () => {
  await give('payer', 'lead', 'payer')
  const pot = await makeFundIn(process)
  const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
  await process.must('decider', id, decide(grantId, 450_00))
  await acceptedGrant(id, grantId)
  const insured = (await store.read(programme, 'case', [id]))?.row.facts.find(({ kind }) => kind === 'check-seen')?.id ?? ''
  await process.must('catalyst', id, { kind: 'withdraw', of: insured, reason: 'did-not-happen' })
  expect(why(await tries('payer', id, pay(grantId, 450_00)))).toBe('gate-shut')
  const goOn: LooseCommand = { kind: 'overrule-gate', happenedOn: '2024-02-12', gate: 'pay-grant', note: 'The insurer is slow' }
  const { facts } = await process.must('payer', id, goOn)
  expect(await tries('payer', id, pay(grantId, 450_00))).toEqual({ ok: false, refusal: { kind: 'overruled-gate', whoCan: [] } })
  await process.must('payer', id, { kind: 'withdraw', of: facts[0] ?? '', reason: 'did-not-happen' })
  await process.must('lead', id, goOn)
  expect(why(await tries('payer', id, pay(grantId, 450_00)))).toBe('taken')
})

test('finance that puts money into a fund pays from it all the same', async () => {
  await give('payer', 'lead', 'payer')
  const pot = await makeFundIn(process, { amountPence: 400_00 })
  const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
  await change('payer', pot, 1, { amountPence: 500_00 })
  await process.must('decider', id, decide(grantId, 450_00))
  await acceptedGrant(id, grantId)
  expect(why(await tries('payer', id, pay(grantId, 450_00)))).toBe('taken')
})

describe('a day that is made up', () => {
  test('lets nobody decide before it was asked for, or pay before their yes or, under the Act, before it came in writing', async () => {
    const pot = await makeFundIn(process, { subsidy: 'minimal-assistance' })
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    expect(why(await tries('decider', id, decide(grantId, 450_00, '2024-01-31')))).toBe('impossible')
    await process.must('decider', id, decide(grantId, 450_00))
    await acceptedGrant(id, grantId)
    expect(why(await tries('payer', id, pay(grantId, 450_00)))).toBe('not-confirmed')
    const inWriting: LooseCommand = { kind: 'accept-grant', happenedOn: '2024-02-15', grantId, confirmed: true, earlierPence: 0 }
    await process.must('catalyst', id, inWriting)
    // The yes in writing came on 15 February: the payment is not of the 12th.
    expect(why(await tries('payer', id, pay(grantId, 450_00)))).toBe('impossible')
    expect(why(await tries('payer', id, { ...pay(grantId, 450_00), happenedOn: '2024-02-15' }))).toBe('taken')
  })

  test('of the decision lets nobody grant from a fund that was made longer by them', async () => {
    await give('decider', 'lead', 'decider')
    const pot = await makeFundIn(process, { from: '2024-01-01', to: '2024-02-03' })
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    expect(why(await tries('decider', id, decide(grantId, 450_00)))).toBe('outside-the-fund')
    await change('decider', pot, 1, { from: '2024-01-01', to: '2030-12-31' })
    expect(why(await tries('decider', id, decide(grantId, 450_00)))).toBe('changed-fund')
  })

  test('of two tabs that decide at once, one is told that somebody was faster', async () => {
    const pot = await makeFundIn(process)
    const { id, n, grantId } = await recommendedIn(process, store, pot, 450_00)
    const said = await Promise.all([450_00, 300_00].map(pence => process.command('decider', id, decide(grantId, pence), { n })))
    expect(said.map(why).sort()).toEqual(['changed-since-read', 'taken'])
    expect((await grantsIn(store, id)).map(({ state }) => state)).toEqual(['decided'])
  })
})

describe('two records of one enterprise', () => {
  const merge = async (id: string, into: string): Promise<Said> =>
    process.ask('api-case-merge', { who: 'catalyst', params: { c: id }, body: { into } })
  const split = async (id: string, into: string): Promise<Said> =>
    process.ask('api-case-split', { who: 'catalyst', params: { c: id }, body: { into } })

  /** A grant that was paid, shown for and closed. */
  async function closedGrant(pot: string, pence: number): Promise<string> {
    const { id, grantId } = await recommendedIn(process, store, pot, pence)
    await process.must('decider', id, decide(grantId, pence))
    await acceptedGrant(id, grantId)
    await process.must('payer', id, pay(grantId, pence))
    await process.must('catalyst', id, { kind: 'see-evidence', happenedOn: '2024-02-20', grantId, pence })
    await process.must('catalyst', id, { kind: 'close-grant', happenedOn: '2024-02-21', grantId, why: 'evidence-seen' })
    return id
  }

  test('have one cap together, also by way of a third, and two again once the merge is taken apart', async () => {
    const pot = await makeFundIn(process)
    const [duplicate, middle, kept] = [await closedGrant(pot, 400_00), await process.readyCase(), await process.readyCase()]
    taken(await merge(duplicate, middle))
    taken(await merge(middle, kept))
    // £400 of £500 are had on the duplicate: £100 are left.
    expect(await tries('catalyst', kept, recommendation(pot, 100_01))).toMatchObject({
      ok: false,
      refusal: { kind: 'over-the-cap', capPence: 500_00, hadPence: 400_00 },
    })
    taken(await split(middle, kept))
    expect(why(await tries('catalyst', kept, recommendation(pot, 500_00)))).toBe('taken')
  })

  test('have one cap together when a grant is decided that was recommended before they were merged', async () => {
    const pot = await makeFundIn(process)
    const duplicate = await closedGrant(pot, 400_00)
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    taken(await merge(duplicate, id))
    expect(why(await tries('decider', id, decide(grantId, 450_00)))).toBe('over-the-cap')
    expect(why(await tries('decider', id, decide(grantId, 100_00)))).toBe('taken')
  })

  test('have one window under the Act together', async () => {
    const most = 315_000_00
    const law = { subsidy: 'minimal-assistance', capPence: 400_000_00, smallPence: 400_000_00, amountPence: 900_000_00 }
    const pot = await makeFundIn(process, law)
    const offer = async (id: string, grantId: string): Promise<void> => {
      await process.must('catalyst', id, { kind: 'offer-grant', happenedOn: '2024-02-09', grantId })
      await process.must('catalyst', id, { kind: 'accept-grant', happenedOn: '2024-02-10', grantId, confirmed: true, earlierPence: 0 })
    }
    const first = await recommendedIn(process, store, pot, most - 100_00)
    await process.must('decider', first.id, decide(first.grantId, most - 100_00))
    await offer(first.id, first.grantId)
    await process.must('payer', first.id, pay(first.grantId, most - 100_00))
    const on = { happenedOn: '2024-02-20', grantId: first.grantId }
    await process.must('catalyst', first.id, { kind: 'close-grant', ...on, why: 'settled-otherwise', note: 'Seen elsewhere' })
    const second = await recommendedIn(process, store, pot, 450_00)
    await process.must('decider', second.id, decide(second.grantId, 450_00))
    await offer(second.id, second.grantId)
    taken(await merge(first.id, second.id))
    // £314,900 were paid on the other record: there is room for £100.
    expect(await tries('payer', second.id, pay(second.grantId, 100_01))).toMatchObject({
      ok: false,
      refusal: { kind: 'over-subsidy-limit', earlierPence: most - 100_00, roomPence: 100_00 },
    })
    expect(why(await tries('payer', second.id, pay(second.grantId, 100_00)))).toBe('taken')
  })

  test('are the work and the interest of whoever works with either', async () => {
    const pot = await makeFundIn(process)
    await give('decider', 'decider', 'catalyst')
    const [worked, known] = [await process.readyCase(), await process.readyCase()]
    await process.must('lead', worked, { kind: 'assign', happenedOn: '2024-01-20', catalyst: oidOf('decider') })
    await process.must('lead', known, { kind: 'declare-interest', happenedOn: '2024-01-20', person: oidOf('payer') })
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    taken(await merge(worked, id))
    taken(await merge(known, id))
    expect(await tries('decider', id, decide(grantId, 450_00))).toEqual({ ok: false, refusal: { kind: 'works-on-it', whoCan: [] } })
    expect(why(await tries('payer', id, pay(grantId, 450_00)))).toBe('has-interest')
    taken(await split(worked, id))
    expect(why(await tries('decider', id, decide(grantId, 450_00)))).toBe('taken')
  })

  test('are not made one while the duplicate has a grant that is not over: the other is merged into it instead', async () => {
    const pot = await makeFundIn(process)
    const other = await process.readyCase()
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    expect(await merge(id, other)).toEqual({ ok: false, refusal: { kind: 'duplicate-has-grant', number: 1 } })
    expect(why(await merge(other, id))).toBe('taken')
    expect(why(await tries('decider', id, decide(grantId, 450_00)))).toBe('taken')
  })

  test('have one grant at a time: one that comes open again on the duplicate is closed before the next', async () => {
    const pot = await makeFundIn(process)
    const duplicate = await closedGrant(pot, 100_00)
    const kept = await process.readyCase()
    taken(await merge(duplicate, kept))
    const facts = (await store.read(programme, 'case', [duplicate]))?.row.facts ?? []
    const close = facts.find(({ kind }) => kind === 'grant-closed')?.id ?? ''
    await process.must('catalyst', duplicate, { kind: 'withdraw', of: close, reason: 'did-not-happen' })
    expect((await grantsIn(store, duplicate)).map(({ state }) => state)).toEqual(['evidence-seen'])
    expect(await tries('catalyst', kept, recommendation(pot, 100_00))).toMatchObject({ refusal: { kind: 'last-grant-open', number: 1 } })
  })
})
