import { beforeEach, describe, expect, test } from 'vitest'
import { MemoryStore } from '#functions/memoryStore.ts'
import type { Store } from '#functions/store.ts'
import type { LooseCommand } from './casebook.ts'
import { recommendation } from './fundCases.ts'
import { FundProcess, grantsIn, ledgerIn, makeFundIn, makeProgramme, oidOf, potIn, programme, recommendedIn } from './fundSetting.ts'
import { expectSound, logOf } from './writingSetting.ts'

const account = { how: 'payee-check', checkedOn: '2024-02-10' } as const
const decide = (grantId: string, pence: number): LooseCommand => ({
  kind: 'decide-grant',
  happenedOn: '2024-02-08',
  grantId,
  outcome: 'yes',
  pence,
  note: 'It meets a gap',
})
const offer = (grantId: string): LooseCommand => ({ kind: 'offer-grant', happenedOn: '2024-02-09', grantId })
const accept = (grantId: string): LooseCommand => ({ kind: 'accept-grant', happenedOn: '2024-02-10', grantId })
const pay = (grantId: string, pence: number): LooseCommand => ({
  kind: 'pay-grant',
  happenedOn: '2024-02-12',
  grantId,
  pence,
  account,
  reference: 'BACS/41',
})
const giveBack = (grantId: string, pence: number): LooseCommand => ({
  kind: 'take-back-unspent',
  happenedOn: '2024-03-01',
  grantId,
  pence,
  reference: 'CR/41',
})

/** More was asked for, and this answers it. */
const again = (pot: string, pence: number, grantId: string): LooseCommand => ({
  ...recommendation(pot, pence, grantId),
  happenedOn: '2024-02-09',
})
const answer = (grantId: string, outcome: 'no' | 'ask-for-more'): LooseCommand => ({
  kind: 'decide-grant',
  happenedOn: '2024-02-08',
  grantId,
  outcome,
  note: 'What does it cost?',
})

let store: Store
let process: FundProcess
beforeEach(async () => {
  store = new MemoryStore()
  process = new FundProcess(store)
  await makeProgramme(process)
})

/** A grant that was paid. */
async function paidGrant(pot: string, pence: number) {
  const { id, grantId } = await recommendedIn(process, store, pot, pence)
  await process.must('decider', id, decide(grantId, pence))
  await process.must('catalyst', id, offer(grantId))
  await process.must('catalyst', id, accept(grantId))
  await process.must('payer', id, pay(grantId, pence))
  return { id, grantId }
}
const entries = async () => (await ledgerIn(store)).map(({ kind, pence, availablePence }) => [kind, pence, availablePence])
const refusalsIn = async () => (await logOf(store, programme)).flatMap(({ refused }) => refused ?? [])
const kindOf = (said: { ok: boolean; refusal?: { kind: string } }): string => (said.ok ? 'taken' : (said.refusal?.kind ?? ''))

describe('the ledger', () => {
  test('has an entry for each step that moves money, in the same transaction as the record, with what is left after it', async () => {
    const pot = await makeFundIn(process, { amountPence: 1_000_00 })
    const { id, grantId } = await paidGrant(pot, 450_00)
    await process.must('payer', id, giveBack(grantId, 12_34))
    // 1,000 − 450 = 550; paid, it leaves as much to award; 550 + 12.34 = 562.34.
    expect(await entries()).toEqual([
      ['put-in', 1_000_00, 1_000_00],
      ['set-aside', 450_00, 550_00],
      ['paid', 450_00, 550_00],
      ['came-back', 12_34, 562_34],
    ])
    const [, aside, paid] = await ledgerIn(store)
    const of = { potId: pot, caseId: id, grantId, number: 1, gap: 'respite', costCode: 'ASC-4410' }
    expect(aside).toMatchObject({ ...of, entry: 2, on: '2024-02-08', reference: null, recordedBy: oidOf('decider') })
    expect(paid).toMatchObject({ ...of, entry: 3, on: '2024-02-12', reference: 'BACS/41', recordedBy: oidOf('payer') })
    const log = await expectSound(store, programme)
    expect(log.find(({ n }) => n === aside?.n)).toMatchObject({ command: 'decide-grant', recordedAt: aside?.recordedAt })
    expect(await potIn(store, pot)).toMatchObject({
      entries: 4,
      grants: 1,
      balance: { putIn: 1_000_00, setAside: 0, paid: 450_00, returned: 12_34, recovered: 0, writtenOff: 0, available: 562_34 },
    })
  })

  test('sets free what is not paid once a grant is closed', async () => {
    const pot = await makeFundIn(process, { amountPence: 1_000_00 })
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    await process.must('decider', id, decide(grantId, 300_00))
    await process.must('catalyst', id, { kind: 'close-grant', happenedOn: '2024-02-20', grantId, why: 'not-taken-up' })
    expect((await entries()).slice(1)).toEqual([
      ['set-aside', 300_00, 700_00],
      ['set-free', 300_00, 1_000_00],
    ])
  })

  test('has none for a step that moves no money, and none for what is refused', async () => {
    const pot = await makeFundIn(process, { amountPence: 100_00 })
    const { id, n, grantId } = await recommendedIn(process, store, pot, 450_00)
    expect(kindOf(await process.command('decider', id, decide(grantId, 450_00), { n }))).toBe('not-enough-left')
    expect(await entries()).toEqual([['put-in', 100_00, 100_00]])
  })

  test('lets nobody take back money that came back and was granted again', async () => {
    const pot = await makeFundIn(process, { amountPence: 500_00 })
    const first = await paidGrant(pot, 500_00)
    const back = await process.must('payer', first.id, giveBack(first.grantId, 200_00))
    const second = await recommendedIn(process, store, pot, 200_00)
    await process.must('decider', second.id, decide(second.grantId, 200_00))
    const takeBack: LooseCommand = { kind: 'withdraw', of: back.facts[0] ?? '', reason: 'did-not-happen' }
    const said = await process.command('payer', first.id, takeBack, { n: back.n })
    expect(said).toEqual({ ok: false, refusal: { kind: 'not-enough-left', leftPence: 0, pence: 200_00 } })
  })
})

describe('grants of a fund', () => {
  test('are numbered as they are recommended: a number is kept when more is asked for, and never given twice', async () => {
    const pot = await makeFundIn(process)
    const numbersOf = async (id: string) => (await grantsIn(store, id)).map(({ number }) => number)
    const first = await recommendedIn(process, store, pot, 450_00)
    const second = await recommendedIn(process, store, pot, 450_00)
    await process.must('decider', first.id, answer(first.grantId, 'ask-for-more'))
    await process.must('catalyst', first.id, again(pot, 400_00, first.grantId))
    expect(await numbersOf(first.id)).toEqual([1])
    expect(await numbersOf(second.id)).toEqual([2])
    await process.must('decider', second.id, answer(second.grantId, 'no'))
    expect(await numbersOf((await recommendedIn(process, store, pot, 450_00)).id)).toEqual([3])
    expect((await potIn(store, pot))?.grants).toBe(3)
  })

  test('begin with a recommendation, once there is a fund; one that was awarded before is paid as before', async () => {
    const id = await process.readyCase()
    const award: LooseCommand = { kind: 'award-grant', happenedOn: '2024-02-01', pence: 300_00, gap: 'respite' }
    await process.must('decider', id, award)
    await makeFundIn(process)
    const [old] = await grantsIn(store, id)
    const paidBefore: LooseCommand = { kind: 'pay-grant', happenedOn: '2024-02-10', grantId: old?.grantId ?? '', pence: 300_00 }
    await process.must('payer', id, paidBefore)
    expect(await entries()).toEqual([['put-in', 20_000_00, 20_000_00]])
    const other = await process.readyCase()
    const n = (await store.read(programme, 'case', [other]))?.row.n ?? 0
    expect(kindOf(await process.command('decider', other, award, { n }))).toBe('recommend-first')
  })

  test('are not recommended from a fund that is not there, nor moved to another when they are recommended again', async () => {
    const [pot, elsewhere] = [await makeFundIn(process), '0e0e0e0e-3333-4444-8555-666677778888']
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    const { n } = await process.must('decider', id, answer(grantId, 'ask-for-more'))
    expect(kindOf(await process.command('catalyst', id, again(elsewhere, 450_00, grantId), { n }))).toBe('no-such-fund')
    expect(kindOf(await process.command('catalyst', id, again(pot, 450_00, elsewhere), { n }))).toBe('no-such-grant')
    expect(kindOf(await process.command('catalyst', id, { ...recommendation(pot, 450_00), happenedOn: '2024-02-09' }, { n }))).toBe(
      'sent-back-first',
    )
    expect(kindOf(await process.command('catalyst', id, again(pot, 450_00, grantId), { n }))).toBe('taken')
  })
})

describe('an interest', () => {
  const declare = (person: string): LooseCommand => ({ kind: 'declare-interest', happenedOn: '2024-01-20', person })

  test.each(['catalyst', 'assessor', 'decider', 'verifier', 'payer'] as const)(
    'of their own is for the %s to say, and of others is not',
    async who => {
      const id = await process.readyCase()
      const { n } = await process.must(who, id, declare(oidOf(who)))
      expect(kindOf(await process.command(who, id, declare(oidOf('lead')), { n }))).toBe('not-permitted')
      expect(kindOf(await process.command('lead', id, declare(oidOf('decider')), { n }))).toBe('taken')
    },
  )

  test('that is taken back still binds, and only whoever leads takes it back', async () => {
    const pot = await makeFundIn(process)
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    const said = await process.must('decider', id, declare(oidOf('decider')))
    const takeBack: LooseCommand = { kind: 'withdraw', of: said.facts[0] ?? '', reason: 'did-not-happen' }
    expect(kindOf(await process.command('decider', id, takeBack, { n: said.n }))).toBe('not-permitted')
    const { n } = await process.must('lead', id, takeBack)
    expect(kindOf(await process.command('decider', id, decide(grantId, 450_00), { n }))).toBe('has-interest')
  })
})

describe('what is refused of money', () => {
  test('is in the log: who tried what, on which case, and why not; nothing else is recorded', async () => {
    const pot = await makeFundIn(process, { amountPence: 100_00 })
    const { id, n, grantId } = await recommendedIn(process, store, pot, 450_00)
    await process.command('decider', id, decide(grantId, 450_00), { n })
    await process.command('catalyst', id, decide(grantId, 450_00), { n })
    await process.command('payer', id, pay(grantId, 450_00), { n })
    expect(await refusalsIn()).toEqual([
      { command: 'decide-grant', caseId: id, why: 'not-enough-left' },
      { command: 'decide-grant', caseId: id, why: 'not-permitted' },
      { command: 'pay-grant', caseId: id, why: 'not-accepted' },
    ])
    const log = await expectSound(store, programme)
    expect(log.slice(-3).map(({ command, recordedBy, cases, facts }) => [command, recordedBy, cases, facts])).toEqual([
      ['refuse', oidOf('decider'), [], []],
      ['refuse', oidOf('catalyst'), [], []],
      ['refuse', oidOf('payer'), [], []],
    ])
    expect((await store.read(programme, 'case', [id]))?.row.n).toBe(n)
  })

  test('names who can, also to those whose role does not include it', async () => {
    const pot = await makeFundIn(process)
    const { id, n, grantId } = await recommendedIn(process, store, pot, 450_00)
    const whoCan = [oidOf('decider')]
    const said = await process.command('catalyst', id, decide(grantId, 450_00), { n })
    expect(said).toEqual({ ok: false, refusal: { kind: 'not-permitted', permission: 'grants.decide', whoCan } })
    const assigned: LooseCommand = { kind: 'assign', happenedOn: '2024-01-20', catalyst: oidOf('decider') }
    await process.ask('api-members-set', {
      who: 'lead',
      params: { oid: oidOf('decider') },
      body: { roles: ['decider', 'catalyst'], label: null },
    })
    const { n: next } = await process.must('lead', id, assigned)
    // Whoever works with them cannot, and there is nobody else here.
    expect(await process.command('decider', id, decide(grantId, 450_00), { n: next })).toEqual({
      ok: false,
      refusal: { kind: 'works-on-it', whoCan: [] },
    })
  })

  test('of an entry that one may not take back is in the log as well', async () => {
    const pot = await makeFundIn(process)
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    const { n, facts } = await process.must('decider', id, decide(grantId, 450_00))
    await process.ask('api-members-set', {
      who: 'lead',
      params: { oid: oidOf('catalyst') },
      body: { roles: ['catalyst', 'decider'], label: null },
    })
    const takeBack: LooseCommand = { kind: 'withdraw', of: facts[0] ?? '', reason: 'did-not-happen' }
    expect(kindOf(await process.command('catalyst', id, takeBack, { n }))).toBe('recommended-it')
    expect(kindOf(await process.command('payer', id, takeBack, { n }))).toBe('not-permitted')
    expect(await refusalsIn()).toEqual([
      { command: 'withdraw', caseId: id, why: 'recommended-it' },
      { command: 'withdraw', caseId: id, why: 'not-permitted' },
    ])
  })

  test('letters, receipts and other work leave none', async () => {
    const pot = await makeFundIn(process)
    const { id, n, grantId } = await recommendedIn(process, store, pot, 450_00)
    expect(kindOf(await process.command('payer', id, offer(grantId), { n }))).toBe('not-permitted')
    expect(kindOf(await process.command('catalyst', id, accept(grantId), { n }))).toBe('impossible')
    expect(kindOf(await process.command('payer', id, { kind: 'begin-trading', happenedOn: '2024-02-01' }, { n }))).toBe('not-permitted')
    expect(await refusalsIn()).toEqual([])
  })
})
