import { beforeEach, describe, expect, test } from 'vitest'
import { newPotSchema } from '#domain/potSchemas.ts'
import { keptPots } from '#functions/dealings.ts'
import type { LooseCommand } from './casebook.ts'
import { fundBody } from './fundCases.ts'
import { grantsIn, makeFundIn, oidOf, programme, recommendedIn } from './fundSetting.ts'
import type { FundTries } from './fundTries.ts'
import { decide, fundTries, pay, why } from './fundTries.ts'
import { rowsOf } from './writingSetting.ts'

let here: FundTries
beforeEach(async () => {
  here = await fundTries()
})

describe('who leads and decides', () => {
  beforeEach(() => here.give('decider', 'lead', 'decider'))

  test('does not raise the cap, decide by it and put it back', async () => {
    const pot = await makeFundIn(here.process, { capPence: 500_00, smallPence: 2_000_00 })
    await here.change('decider', pot, 1, { capPence: 1_000_00, smallPence: 2_000_00 })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 800_00)
    expect(await here.tries('decider', id, decide(grantId, 800_00))).toEqual({ ok: false, refusal: { kind: 'changed-fund', whoCan: [] } })
    // Nothing is locked: somebody else looks at the fund and keeps it as it is.
    await here.change('lead', pot, 2, { capPence: 1_000_00, smallPence: 2_000_00 })
    expect(why(await here.tries('decider', id, decide(grantId, 800_00)))).toBe('taken')
  })

  test('may put the cap back and decide what the fund gave before', async () => {
    const pot = await makeFundIn(here.process, { capPence: 500_00 })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 500_00)
    await here.change('decider', pot, 1, { capPence: 1_000_00, rules: [{ rule: 'local', sentence: 'They live here' }] })
    await here.change('decider', pot, 2, { capPence: 500_00 })
    expect(why(await here.tries('decider', id, decide(grantId, 500_00)))).toBe('taken')
  })

  test('does not take off their own limit: the refusal names who can', async () => {
    await here.give('assessor', 'assessor', 'decider')
    const limits = [{ person: oidOf('decider'), pence: 300_00 }]
    const pot = await makeFundIn(here.process, { limits })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    await here.change('decider', pot, 1, { limits: [] })
    const whoCan = [oidOf('assessor')]
    expect(await here.tries('decider', id, decide(grantId, 450_00))).toEqual({ ok: false, refusal: { kind: 'changed-fund', whoCan } })
  })

  test('does not make a rule say something else under its name, nor drop it and put it back so', async () => {
    const rule = { rule: 'local', sentence: 'They live here' }
    const pot = await makeFundIn(here.process, { rules: [rule] })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    const reworded = newPotSchema.parse(fundBody({ rules: [{ ...rule, sentence: 'They are kind' }] }))
    const keep = (n: number) => here.process.ask('api-pots-change', { who: 'decider', params: { pot }, n, body: reworded })
    expect(why(await keep(1))).toBe('rule-reworded')
    await here.change('decider', pot, 1, { rules: [] })
    expect(why(await keep(2))).toBe('rule-reworded')
    await here.change('decider', pot, 2, { rules: [{ rule: 'kind', sentence: 'They are kind' }] })
    const rules = [{ rule: 'kind', result: 'pass' }]
    expect(why(await here.tries('decider', id, { ...decide(grantId, 450_00), rules }))).toBe('changed-fund')
  })

  test('does not put money in so that a grant can be decided, where it was made up', async () => {
    const pot = await makeFundIn(here.process, { amountPence: 400_00 })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    await here.change('decider', pot, 1, { amountPence: 500_00 })
    expect(why(await here.tries('decider', id, decide(grantId, 450_00)))).toBe('changed-fund')
  })

  test('nor where the fund was kept by the first release, which did not say what had been put in', async () => {
    const pot = await makeFundIn(here.process, { amountPence: 400_00 })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    await here.change('decider', pot, 1, { amountPence: 500_00 })
    for (const { row } of await rowsOf(here.store, programme, 'potVersion')) {
      const { putIn: _, ...first } = row
      const key = [pot, String(row.version).padStart(10, '0')]
      await here.store.commit(programme, [{ put: 'upsert', kind: 'potVersion', key, row: first }])
    }
    expect((await keptPots(here.store, programme, pot)).map(({ putIn }) => putIn)).toEqual([400_00, 500_00])
    expect(why(await here.tries('decider', id, decide(grantId, 450_00)))).toBe('changed-fund')
  })

  test('does not have the panel waived by a fund without one, nor sits on a panel that the change needs', async () => {
    await here.give('payer', 'payer', 'decider')
    await here.give('verifier', 'verifier', 'decider')
    const large = { capPence: 2_000_00, smallPence: 500_00 }
    const pot = await makeFundIn(here.process, { ...large, quorum: 3 })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 1_200_00)
    await here.process.must('assessor', id, {
      kind: 'assess-grant',
      happenedOn: '2024-02-02',
      grantId,
      pence: 1_200_00,
      recommends: true,
      note: 'Seen',
    })
    await here.change('decider', pot, 1, { ...large, quorum: 2 })
    expect(why(await here.tries('decider', id, decide(grantId, 1_200_00)))).toBe('changed-fund')
    const panel = { present: [oidOf('payer'), oidOf('decider')], interested: [] }
    const said = await here.tries('payer', id, { ...decide(grantId, 1_200_00), panel })
    expect(said).toMatchObject({ ok: false, refusal: { kind: 'panel-too-small', quorum: 2, counted: 1 } })
    const others = { present: [oidOf('payer'), oidOf('verifier')], interested: [] }
    expect(why(await here.tries('payer', id, { ...decide(grantId, 1_200_00), panel: others }))).toBe('taken')
  })
})

test('who leads and pays does not lift the small-grant limit so that nobody checks the account, though it was put back since', async () => {
  await here.give('payer', 'lead', 'payer')
  const pot = await makeFundIn(here.process, { capPence: 2_000_00, smallPence: 500_00 })
  const { id, grantId } = await recommendedIn(here.process, here.store, pot, 800_00)
  await here.change('payer', pot, 1, { capPence: 2_000_00, smallPence: 2_000_00 })
  await here.process.must('decider', id, decide(grantId, 800_00))
  await here.acceptedGrant(id, grantId)
  expect(why(await here.tries('payer', id, pay(grantId, 800_00)))).toBe('changed-fund')
  await here.change('payer', pot, 2, { capPence: 2_000_00, smallPence: 500_00 })
  expect(why(await here.tries('payer', id, pay(grantId, 800_00)))).toBe('changed-fund')
})

test('who leads and pays may change the fund once it is granted, and take in what comes back; the small-grant limit they leave', async () => {
  await here.give('payer', 'lead', 'payer')
  const close = { capPence: 2_000_00, smallPence: 500_00, rules: [{ rule: 'local', sentence: 'They live here' }] }
  const pot = await makeFundIn(here.process, close)
  const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
  await here.process.must('decider', id, { ...decide(grantId, 450_00), rules: [{ rule: 'local', result: 'pass' }] })
  await here.acceptedGrant(id, grantId)
  await here.change('payer', pot, 1, { ...close, rules: [] })
  expect(why(await here.tries('payer', id, pay(grantId, 400_00)))).toBe('taken')
  // As if the small-grant limit had been £300 when it was granted: without the change a second person checks the account.
  await here.change('lead', pot, 2, { ...close, smallPence: 300_00 })
  await here.change('payer', pot, 3, { ...close, smallPence: 500_00 })
  expect(why(await here.tries('payer', id, pay(grantId, 50_00)))).toBe('changed-fund')
  const back: LooseCommand = { kind: 'take-back-unspent', happenedOn: '2024-03-01', grantId, pence: 10_00, reference: 'CR/41' }
  expect(why(await here.tries('payer', id, back))).toBe('taken')
})

test('who leads and pays does not go on without insurance and pay; somebody else who leads goes on, or pays', async () => {
  await here.give('payer', 'lead', 'payer')
  const pot = await makeFundIn(here.process)
  const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
  await here.process.must('decider', id, decide(grantId, 450_00))
  await here.acceptedGrant(id, grantId)
  const insured = (await here.store.read(programme, 'case', [id]))?.row.facts.find(({ kind }) => kind === 'check-seen')?.id ?? ''
  await here.process.must('catalyst', id, { kind: 'withdraw', of: insured, reason: 'did-not-happen' })
  expect(why(await here.tries('payer', id, pay(grantId, 450_00)))).toBe('gate-shut')
  const goOn: LooseCommand = { kind: 'overrule-gate', happenedOn: '2024-02-12', gate: 'pay-grant', note: 'The insurer is slow' }
  const { facts } = await here.process.must('payer', id, goOn)
  expect(await here.tries('payer', id, pay(grantId, 450_00))).toEqual({ ok: false, refusal: { kind: 'overruled-gate', whoCan: [] } })
  await here.process.must('payer', id, { kind: 'withdraw', of: facts[0] ?? '', reason: 'did-not-happen' })
  await here.process.must('lead', id, goOn)
  expect(why(await here.tries('payer', id, pay(grantId, 450_00)))).toBe('taken')
})

test('finance that puts money into a fund pays from it all the same', async () => {
  await here.give('payer', 'lead', 'payer')
  const pot = await makeFundIn(here.process, { amountPence: 400_00 })
  const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
  await here.change('payer', pot, 1, { amountPence: 500_00 })
  await here.process.must('decider', id, decide(grantId, 450_00))
  await here.acceptedGrant(id, grantId)
  expect(why(await here.tries('payer', id, pay(grantId, 450_00)))).toBe('taken')
})

describe('a day that is made up', () => {
  test('lets nobody decide before it was asked for, or pay before their yes or, under the Act, before it came in writing', async () => {
    const pot = await makeFundIn(here.process, { subsidy: 'minimal-assistance' })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    expect(why(await here.tries('decider', id, decide(grantId, 450_00, '2024-01-31')))).toBe('impossible')
    await here.process.must('decider', id, decide(grantId, 450_00))
    await here.acceptedGrant(id, grantId)
    expect(why(await here.tries('payer', id, pay(grantId, 450_00)))).toBe('not-confirmed')
    const inWriting: LooseCommand = { kind: 'accept-grant', happenedOn: '2024-02-15', grantId, confirmed: true, earlierPence: 0 }
    await here.process.must('catalyst', id, inWriting)
    // The yes in writing came on 15 February: the payment is not of the 12th.
    expect(why(await here.tries('payer', id, pay(grantId, 450_00)))).toBe('impossible')
    expect(why(await here.tries('payer', id, { ...pay(grantId, 450_00), happenedOn: '2024-02-15' }))).toBe('taken')
  })

  test('of the decision lets nobody grant from a fund that was made longer by them', async () => {
    await here.give('decider', 'lead', 'decider')
    const pot = await makeFundIn(here.process, { from: '2024-01-01', to: '2024-02-03' })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    expect(why(await here.tries('decider', id, decide(grantId, 450_00)))).toBe('outside-the-fund')
    await here.change('decider', pot, 1, { from: '2024-01-01', to: '2030-12-31' })
    expect(why(await here.tries('decider', id, decide(grantId, 450_00)))).toBe('changed-fund')
  })

  test('that the fund had all along lets them decide, whatever day it is today', async () => {
    await here.give('decider', 'lead', 'decider')
    const pot = await makeFundIn(here.process, { from: '2024-01-01', to: '2024-02-08' })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    await here.change('decider', pot, 1, { from: '2024-01-01', to: '2030-12-31' })
    expect(why(await here.tries('decider', id, decide(grantId, 450_00, '2024-02-09')))).toBe('changed-fund')
    expect(why(await here.tries('decider', id, decide(grantId, 450_00, '2024-02-08')))).toBe('taken')
  })

  test('of two tabs that decide at once, one is told that somebody was faster', async () => {
    const pot = await makeFundIn(here.process)
    const { id, n, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    const said = await Promise.all([450_00, 300_00].map(pence => here.process.command('decider', id, decide(grantId, pence), { n })))
    expect(said.map(why).sort()).toEqual(['changed-since-read', 'taken'])
    expect((await grantsIn(here.store, id)).map(({ state }) => state)).toEqual(['decided'])
  })
})
