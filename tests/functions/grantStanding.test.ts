import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#domain/permissions.ts'
import { grantSchema, newPotSchema } from '#domain/potSchemas.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { caseSchema } from '#domain/wireSchemas.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import type { Store } from '#functions/store.ts'
import type { LooseCommand } from './casebook.ts'
import { fundBody } from './fundCases.ts'
import type { Staff } from './fundSetting.ts'
import { FundProcess, grantsIn, makeFundIn, makeProgramme, oidOf, programme, recommendedIn, taken } from './fundSetting.ts'

let store: Store
let process: FundProcess
beforeEach(async () => {
  store = new MemoryStore()
  process = new FundProcess(store)
  await makeProgramme(process)
})

const give = async (who: Staff, ...roles: Role[]): Promise<void> => {
  taken(await process.ask('api-members-set', { who: 'administrator', params: { oid: oidOf(who) }, body: { roles, label: who } }))
}
const seenBy = async (who: Staff, c: string, g: string): Promise<GrantAnswer> =>
  grantSchema.parse(taken(await process.ask('api-case-grant', { who, params: { c, g } })))
/** What its own page says that a grant waits for. */
const waitsFor = async (c: string): Promise<string[]> =>
  Object.values(caseSchema.parse(taken(await process.ask('api-case', { who: 'catalyst', params: { c } }))).grantSteps)

const steps = (pence: number) => {
  const of = (grantId: string) => ({ grantId, happenedOn: '2024-02-12' })
  return {
    assess: (g: string): LooseCommand => ({ kind: 'assess-grant', ...of(g), pence, recommends: true, note: 'Seen' }),
    decide: (g: string): LooseCommand => ({ kind: 'decide-grant', ...of(g), outcome: 'yes', pence, note: 'It meets a gap' }),
    offer: (g: string): LooseCommand => ({ kind: 'offer-grant', ...of(g) }),
    accept: (g: string): LooseCommand => ({ kind: 'accept-grant', ...of(g) }),
    pay: (g: string): LooseCommand => ({
      kind: 'pay-grant',
      ...of(g),
      pence,
      account: { how: 'payee-check', checkedOn: '2024-02-10' },
      reference: 'BACS/41',
    }),
  }
}
const { assess, decide, offer, accept, pay } = steps(450_00)

/** A grant of £450 that was paid. */
async function paidGrant(pot: string) {
  const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
  await process.must('decider', id, decide(grantId))
  for (const letter of [offer, accept]) await process.must('catalyst', id, letter(grantId))
  await process.must('payer', id, pay(grantId))
  return { id, grantId }
}

describe('a grant that waits for its decision', () => {
  test('names those whose limit goes so far, and not those who decide only less', async () => {
    await give('assessor', 'assessor', 'decider')
    const pot = await makeFundIn(process, { limits: [{ person: oidOf('decider'), pence: 300_00 }] })
    const asked = async (pence: number) => {
      const { id, grantId } = await recommendedIn(process, store, pot, pence)
      return (await seenBy('decider', id, grantId)).row.next
    }
    expect(await asked(300_00)).toMatchObject({ may: true, whoCan: [oidOf('assessor'), oidOf('decider')] })
    // They may still grant less, turn it down, or ask for more.
    expect(await asked(300_01)).toMatchObject({ may: true, bound: null, whoCan: [oidOf('assessor')] })
  })

  test('says who changed the fund so that it goes, as the refusal would', async () => {
    await give('decider', 'lead', 'decider')
    await give('assessor', 'assessor', 'decider')
    const pot = await makeFundIn(process, { capPence: 400_00 })
    taken(await process.ask('api-pots-change', { who: 'decider', params: { pot }, n: 1, body: newPotSchema.parse(fundBody()) }))
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    const { row } = await seenBy('decider', id, grantId)
    expect(row.next).toEqual({ step: 'decide', may: false, bound: 'changed-fund', whoCan: [oidOf('assessor')] })
  })

  test('says of the steps to come who takes none of them: who had a part, who works with them, who has an interest', async () => {
    await give('verifier', 'verifier', 'payer')
    const pot = await makeFundIn(process)
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    await process.must('lead', id, { kind: 'declare-interest', happenedOn: '2024-01-20', person: oidOf('payer') })
    const { notTheirs } = await seenBy('decider', id, grantId)
    expect(notTheirs).toMatchObject({
      recommended: [],
      decided: [oidOf('catalyst')],
      paid: [oidOf('catalyst'), oidOf('payer')],
    })
    await process.must('decider', id, decide(grantId))
    expect((await seenBy('payer', id, grantId)).notTheirs.paid).toEqual([oidOf('catalyst'), oidOf('decider'), oidOf('payer')])
  })
})

describe('a panel', () => {
  const large = { capPence: 2_000_00, smallPence: 500_00, quorum: 2 }
  const looked = async (pot: string) => {
    const { id, grantId } = await recommendedIn(process, store, pot, 1_200_00)
    await process.must('assessor', id, steps(1_200_00).assess(grantId))
    return { id, grantId }
  }

  test('has nobody on it who may not read the papers', async () => {
    await give('verifier', 'funder')
    const { id, grantId } = await looked(await makeFundIn(process, large))
    const withPanel = (who: Staff) => ({
      ...steps(1_200_00).decide(grantId),
      panel: { present: [oidOf('decider'), oidOf(who)], interested: [] },
    })
    const n = (await store.read(programme, 'case', [id]))?.row.n ?? 0
    expect(await process.command('decider', id, withPanel('verifier'), { n })).toMatchObject({
      refusal: { kind: 'panel-too-small', quorum: 2, counted: 1 },
    })
    expect(await process.command('decider', id, withPanel('payer'), { n })).toMatchObject({ ok: true })
  })

  test('is told of all who may not sit on it, though their role does not decide', async () => {
    const pot = await makeFundIn(process, large)
    const { id, grantId } = await looked(pot)
    await process.must('lead', id, { kind: 'declare-interest', happenedOn: '2024-02-12', person: oidOf('payer') })
    const { notTheirs } = await seenBy('decider', id, grantId)
    expect(notTheirs.decided).toEqual([oidOf('catalyst'), oidOf('assessor'), oidOf('payer')])
  })
})

describe('beside what a grant waits for', () => {
  const told = ({ beside }: GrantAnswer): unknown[] => beside.map(({ kind, may, bound }) => [kind, may, bound])

  test('nobody is offered a second part: who decided asks money back, and who paid takes it in', async () => {
    await give('decider', 'decider', 'payer')
    await give('payer', 'payer', 'decider')
    const { id, grantId } = await paidGrant(await makeFundIn(process))
    expect(told(await seenBy('decider', id, grantId))).toEqual([
      ['take-back-unspent', false, 'decided-it'],
      ['ask-grant-back', true, null],
      ['close-grant', false, null],
    ])
    expect(told(await seenBy('payer', id, grantId))).toEqual([
      ['take-back-unspent', true, null],
      ['ask-grant-back', false, 'paid-it'],
      ['close-grant', false, null],
    ])
  })

  test('who asked money back takes none in, and is told who can', async () => {
    await give('assessor', 'decider', 'payer')
    const { id, grantId } = await paidGrant(await makeFundIn(process))
    const of = { happenedOn: '2024-03-01', grantId }
    await process.must('assessor', id, { kind: 'ask-grant-back', ...of, pence: 100_00, reason: 'stopped', note: 'They took a job' })
    const { beside } = await seenBy('assessor', id, grantId)
    const recover = beside.find(({ kind }) => kind === 'recover-grant')
    expect(recover).toEqual({ kind: 'recover-grant', may: false, bound: 'decided-it', whoCan: [oidOf('payer')] })
  })
})

describe('what it waits for, on the page of the enterprise', () => {
  const law = { subsidy: 'minimal-assistance', smallPence: 300_00 }

  test('is to be assessed above the small-grant limit, then decided, offered, said yes to, and its account checked', async () => {
    const pot = await makeFundIn(process, { smallPence: 300_00 })
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    const said = [await waitsFor(id)]
    for (const [who, command] of [
      ['assessor', assess],
      ['decider', decide],
      ['catalyst', offer],
      ['catalyst', accept],
    ] as const) {
      await process.must(who, id, command(grantId))
      said.push(await waitsFor(id))
    }
    expect(said.flat()).toEqual(['assess', 'decide', 'offer', 'accept', 'verify'])
  })

  test('is their signed answer, where their yes came without what the Act asks of them; it is recorded then, and nothing is edited', async () => {
    const pot = await makeFundIn(process, { ...law, smallPence: 500_00 })
    const { id, grantId } = await recommendedIn(process, store, pot, 450_00)
    await process.must('decider', id, decide(grantId))
    for (const letter of [offer, accept]) await process.must('catalyst', id, letter(grantId))
    expect(await waitsFor(id)).toEqual(['accept'])
    const { n } = await seenBy('payer', id, grantId)
    expect(await process.command('payer', id, pay(grantId), { n })).toMatchObject({ ok: false, refusal: { kind: 'not-confirmed' } })
    await process.must('catalyst', id, { ...accept(grantId), confirmed: true, earlierPence: 0 })
    expect(await waitsFor(id)).toEqual(['pay'])
    await process.must('payer', id, pay(grantId))
    expect((await grantsIn(store, id)).map(({ state }) => state)).toEqual(['paid'])
    const facts = (await store.read('moors', 'case', [id]))?.row.facts ?? []
    expect(facts.filter(({ kind }) => kind === 'grant-accepted').map(({ data }) => data)).toMatchObject([{}, { confirmed: true }])
  })
})
