import { beforeEach, describe, expect, test } from 'vitest'
import { recommendation } from './fundCases.ts'
import type { Said } from './fundSetting.ts'
import { grantsIn, makeFundIn, oidOf, programme, recommendedIn, taken } from './fundSetting.ts'
import type { FundTries } from './fundTries.ts'
import { decide, fundTries, pay, why } from './fundTries.ts'

let here: FundTries
beforeEach(async () => {
  here = await fundTries()
})

describe('two records of one enterprise', () => {
  const merge = async (id: string, into: string): Promise<Said> =>
    here.process.ask('api-case-merge', { who: 'catalyst', params: { c: id }, body: { into } })
  const split = async (id: string, into: string): Promise<Said> =>
    here.process.ask('api-case-split', { who: 'catalyst', params: { c: id }, body: { into } })

  /** A grant that was paid, shown for and closed. */
  async function closedGrant(pot: string, pence: number): Promise<string> {
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, pence)
    await here.process.must('decider', id, decide(grantId, pence))
    await here.acceptedGrant(id, grantId)
    await here.process.must('payer', id, pay(grantId, pence))
    await here.process.must('catalyst', id, { kind: 'see-evidence', happenedOn: '2024-02-20', grantId, pence })
    await here.process.must('catalyst', id, { kind: 'close-grant', happenedOn: '2024-02-21', grantId, why: 'evidence-seen' })
    return id
  }

  test('have one cap together, also by way of a third, and two again once the merge is taken apart', async () => {
    const pot = await makeFundIn(here.process)
    const [duplicate, middle, kept] = [await closedGrant(pot, 400_00), await here.process.readyCase(), await here.process.readyCase()]
    taken(await merge(duplicate, middle))
    taken(await merge(middle, kept))
    // £400 of £500 are had on the duplicate: £100 are left.
    expect(await here.tries('catalyst', kept, recommendation(pot, 100_01))).toMatchObject({
      ok: false,
      refusal: { kind: 'over-the-cap', capPence: 500_00, hadPence: 400_00 },
    })
    taken(await split(middle, kept))
    expect(why(await here.tries('catalyst', kept, recommendation(pot, 500_00)))).toBe('taken')
  })

  test('have one cap together when a grant is decided that was recommended before they were merged', async () => {
    const pot = await makeFundIn(here.process)
    const duplicate = await closedGrant(pot, 400_00)
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    taken(await merge(duplicate, id))
    expect(why(await here.tries('decider', id, decide(grantId, 450_00)))).toBe('over-the-cap')
    expect(why(await here.tries('decider', id, decide(grantId, 100_00)))).toBe('taken')
  })

  test('have one cap together when a grant is paid that was decided while they were apart', async () => {
    const pot = await makeFundIn(here.process)
    const duplicate = await closedGrant(pot, 400_00)
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    taken(await merge(duplicate, id))
    taken(await split(duplicate, id))
    await here.process.must('decider', id, decide(grantId, 450_00))
    await here.acceptedGrant(id, grantId)
    taken(await merge(duplicate, id))
    // £400 on the one and £450 on the other are more than £500: nothing of it is paid, not even the first pound.
    expect(await here.tries('payer', id, pay(grantId, 1_00))).toMatchObject({
      refusal: { kind: 'over-the-cap', capPence: 500_00, hadPence: 400_00 },
    })
    taken(await split(duplicate, id))
    expect(why(await here.tries('payer', id, pay(grantId, 450_00)))).toBe('taken')
  })

  test('have one window under the Act together', async () => {
    const most = 315_000_00
    const law = { subsidy: 'minimal-assistance', capPence: 400_000_00, smallPence: 400_000_00, amountPence: 900_000_00 }
    const pot = await makeFundIn(here.process, law)
    const offer = async (id: string, grantId: string): Promise<void> => {
      await here.process.must('catalyst', id, { kind: 'offer-grant', happenedOn: '2024-02-09', grantId })
      await here.process.must('catalyst', id, { kind: 'accept-grant', happenedOn: '2024-02-10', grantId, confirmed: true, earlierPence: 0 })
    }
    const first = await recommendedIn(here.process, here.store, pot, most - 100_00)
    await here.process.must('decider', first.id, decide(first.grantId, most - 100_00))
    await offer(first.id, first.grantId)
    await here.process.must('payer', first.id, pay(first.grantId, most - 100_00))
    const on = { happenedOn: '2024-02-20', grantId: first.grantId }
    await here.process.must('catalyst', first.id, { kind: 'close-grant', ...on, why: 'settled-otherwise', note: 'Seen elsewhere' })
    const second = await recommendedIn(here.process, here.store, pot, 450_00)
    await here.process.must('decider', second.id, decide(second.grantId, 450_00))
    await offer(second.id, second.grantId)
    taken(await merge(first.id, second.id))
    // £314,900 were paid on the other record: there is room for £100.
    expect(await here.tries('payer', second.id, pay(second.grantId, 100_01))).toMatchObject({
      ok: false,
      refusal: { kind: 'over-subsidy-limit', earlierPence: most - 100_00, roomPence: 100_00 },
    })
    expect(why(await here.tries('payer', second.id, pay(second.grantId, 100_00)))).toBe('taken')
  })

  test('are the work and the interest of whoever works with either', async () => {
    const pot = await makeFundIn(here.process)
    await here.give('decider', 'decider', 'catalyst')
    const [worked, known] = [await here.process.readyCase(), await here.process.readyCase()]
    await here.process.must('lead', worked, { kind: 'assign', happenedOn: '2024-01-20', catalyst: oidOf('decider') })
    await here.process.must('lead', known, { kind: 'declare-interest', happenedOn: '2024-01-20', person: oidOf('payer') })
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    taken(await merge(worked, id))
    taken(await merge(known, id))
    expect(await here.tries('decider', id, decide(grantId, 450_00))).toEqual({ ok: false, refusal: { kind: 'works-on-it', whoCan: [] } })
    expect(why(await here.tries('payer', id, pay(grantId, 450_00)))).toBe('has-interest')
    taken(await split(worked, id))
    expect(why(await here.tries('decider', id, decide(grantId, 450_00)))).toBe('taken')
  })

  test('are not made one while the duplicate has a grant that is not over: the other is merged into it instead', async () => {
    const pot = await makeFundIn(here.process)
    const other = await here.process.readyCase()
    const { id, grantId } = await recommendedIn(here.process, here.store, pot, 450_00)
    expect(await merge(id, other)).toEqual({ ok: false, refusal: { kind: 'duplicate-has-grant', number: 1 } })
    expect(why(await merge(other, id))).toBe('taken')
    expect(why(await here.tries('decider', id, decide(grantId, 450_00)))).toBe('taken')
  })

  test('have one grant at a time: one that comes open again on the duplicate is closed before the next', async () => {
    const pot = await makeFundIn(here.process)
    const duplicate = await closedGrant(pot, 100_00)
    const kept = await here.process.readyCase()
    taken(await merge(duplicate, kept))
    const facts = (await here.store.read(programme, 'case', [duplicate]))?.row.facts ?? []
    const close = facts.find(({ kind }) => kind === 'grant-closed')?.id ?? ''
    await here.process.must('catalyst', duplicate, { kind: 'withdraw', of: close, reason: 'did-not-happen' })
    expect((await grantsIn(here.store, duplicate)).map(({ state }) => state)).toEqual(['evidence-seen'])
    expect(await here.tries('catalyst', kept, recommendation(pot, 100_00))).toMatchObject({
      refusal: { kind: 'last-grant-open', number: 1 },
    })
  })
})
