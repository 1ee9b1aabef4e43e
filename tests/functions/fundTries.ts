import type { Role } from '#domain/permissions.ts'
import { newPotSchema } from '#domain/potSchemas.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import type { Store } from '#functions/store.ts'
import type { LooseCommand } from './casebook.ts'
import { fundBody } from './fundCases.ts'
import type { Said, Staff } from './fundSetting.ts'
import { FundProcess, makeProgramme, oidOf, programme, taken } from './fundSetting.ts'

const account = { how: 'payee-check', checkedOn: '2024-02-10' } as const

/** A yes to so much, on 8 February 2024 where no other day is given. */
export const decide = (grantId: string, pence: number, happenedOn = '2024-02-08'): LooseCommand => ({
  kind: 'decide-grant',
  happenedOn,
  grantId,
  outcome: 'yes',
  pence,
  note: 'It meets a gap',
})

/** A payment on 12 February 2024, of an account that finance checked two days before. */
export const pay = (grantId: string, pence: number): LooseCommand => ({
  kind: 'pay-grant',
  happenedOn: '2024-02-12',
  grantId,
  pence,
  account,
  reference: 'BACS/41',
})

/** What somebody was told: that it was taken, or why not. */
export const why = (said: Said): string => (said.ok ? 'taken' : said.refusal.kind)

/** A programme with its staff, in which one tries what one may not. */
export async function fundTries() {
  const store: Store = new MemoryStore()
  const process = new FundProcess(store)
  await makeProgramme(process)
  const nOf = async (id: string): Promise<number> => (await store.read(programme, 'case', [id]))?.row.n ?? 0
  return {
    store,
    process,
    tries: async (who: Staff, id: string, command: LooseCommand): Promise<Said> => process.command(who, id, command, { n: await nOf(id) }),
    give: async (who: Staff, ...roles: Role[]): Promise<void> => {
      taken(await process.ask('api-members-set', { who: 'administrator', params: { oid: oidOf(who) }, body: { roles, label: who } }))
    },
    change: async (who: Staff | 'administrator', pot: string, n: number, more: Parameters<typeof fundBody>[0]): Promise<void> => {
      taken(await process.ask('api-pots-change', { who, params: { pot }, n, body: newPotSchema.parse(fundBody(more)) }))
    },
    /** Offered and accepted. */
    acceptedGrant: async (id: string, grantId: string): Promise<void> => {
      await process.must('catalyst', id, { kind: 'offer-grant', happenedOn: '2024-02-09', grantId })
      await process.must('catalyst', id, { kind: 'accept-grant', happenedOn: '2024-02-10', grantId })
    },
  }
}
export type FundTries = Awaited<ReturnType<typeof fundTries>>
