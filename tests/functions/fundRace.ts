import { expect } from 'vitest'
import type { Store } from '#functions/store.ts'
import { StoreUnavailable } from '#functions/store.ts'
import type { LooseCommand } from './casebook.ts'
import type { FundProcess, Said } from './fundSetting.ts'
import { ledgerIn, makeFundIn, makeProgramme, oidOf, potIn, programme, recommendedIn } from './fundSetting.ts'
import { expectSound } from './writingSetting.ts'

/** Each grant, and a fund that affords 37 of them and is a penny short of the 38th: 37 × £450 = £16,650, and £449.99 are left. */
const [each, putIn, left] = [450_00, 17_099_99, 449_99]

/** Sends until it is taken or refused for good, as a client does that keeps its key. */
async function insist(send: () => Promise<Said>): Promise<Said> {
  for (;;) {
    const said = await send().catch((error: unknown) => {
      if (error instanceof StoreUnavailable) return undefined
      throw error
    })
    if (said && (said.ok || said.refusal.kind !== 'busy')) return said
  }
}

const decide = (grantId: string): LooseCommand => ({
  kind: 'decide-grant',
  happenedOn: '2024-02-08',
  grantId,
  outcome: 'yes',
  pence: each,
  note: 'It meets a gap',
})

type Waiting = { pot: string; cases: readonly { id: string; n: number; grantId: string }[] }

/** A fund of £17,099.99, and 100 grants of £450 that wait for a decision. */
export async function hundredWaiting(process: FundProcess, store: Store): Promise<Waiting> {
  await makeProgramme(process)
  const pot = await makeFundIn(process, { amountPence: putIn })
  const cases = []
  for (let at = 0; at < 100; at++) cases.push(await recommendedIn(process, store, pot, each))
  return { pot, cases }
}

type Decided = { id: string; grantId: string; answer: Said }

/** All of them are decided at once, by two processes in turn. */
export const decideAtOnce = ({ cases }: Waiting, [one, other]: readonly [FundProcess, FundProcess]): Promise<Decided[]> =>
  Promise.all(
    cases.map(async ({ id, n, grantId }, at) => {
      const key = `decision-${grantId}`
      const process = at % 2 === 0 ? one : other
      const answer = await insist(() => process.command('decider', id, decide(grantId), { n, key }))
      // A browser that saw no answer sends once more, and may reach the other process.
      if (at % 5 === 0) expect((await insist(() => other.command('decider', id, decide(grantId), { n, key }))).ok).toBe(answer.ok)
      return { id, grantId, answer }
    }),
  )

/** Exactly 37 were granted, none is doubled or lost, the balance is exact, and each of the others was told what is left. */
export async function expectExactly37(store: Store, { pot }: Waiting, said: readonly Decided[]): Promise<void> {
  const granted = said.filter(({ answer }) => answer.ok)
  expect(granted).toHaveLength(37)
  for (const { answer } of said) if (!answer.ok) expect(answer.refusal).toEqual({ kind: 'not-enough-left', leftPence: left, pence: each })

  const log = await expectSound(store, programme)
  const decided = log.flatMap(({ facts }) => facts.flatMap(({ caseId, fact }) => (fact.kind === 'grant-decided' ? [caseId] : [])))
  expect(decided.sort()).toEqual(granted.map(({ id }) => id).sort())
  const ledger = await ledgerIn(store)
  expect(ledger.map(({ entry }) => entry)).toEqual(Array.from({ length: 38 }, (_, at) => at + 1))
  expect(ledger.map(({ availablePence }) => availablePence)).toEqual(Array.from({ length: 38 }, (_, at) => putIn - at * each))
  expect(new Set(ledger.slice(1).map(({ grantId }) => grantId))).toEqual(new Set(granted.map(({ grantId }) => grantId)))
  expect(await potIn(store, pot)).toMatchObject({ entries: 38, balance: { setAside: 37 * each, available: left } })
  // Each that was refused is in the log, at least once: who asks again is refused again.
  const refusals = log.flatMap(({ refused, recordedBy }) => (refused && recordedBy === oidOf('decider') ? [refused.caseId] : []))
  expect([...new Set(refusals)].sort()).toEqual(said.flatMap(({ id, answer }) => (answer.ok ? [] : [id])).sort())
}
