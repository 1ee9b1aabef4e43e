import { caseAt } from '#domain/caseAt.ts'
import type { ChangeQuestion, KeptPot } from '#domain/fundChanges.ts'
import { decidedAt } from '#domain/fundChanges.ts'
import type { Fact } from '#domain/facts.ts'
import { hadFrom } from '#domain/grantRules.ts'
import type { Grant } from '#domain/grants.ts'
import type { Merged } from '#domain/merging.ts'
import { mergedOf, otherRecordsOf } from '#domain/merging.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { LedgerEntry } from '#domain/pots.ts'
import { putInBy } from '#domain/pots.ts'
import type { Dealings } from '#domain/separation.ts'
import type { Book } from '#functions/book.ts'
import type { CaseRow, Partition, PotRow, PotVersionRow, Store } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'

/** What a step of a grant is judged by: every record of the enterprise, and what became of the fund. */
export type GrantDealings = Dealings & {
  /** Grants on the other records of the same enterprise. */
  elsewhere: readonly Grant[]
  /** Who declared an interest in them, by object id. */
  interests: readonly string[]
}

// A book's cases are replaced when anything is recorded, so what was merged in them holds for every later question.
const mergedByBook = new WeakMap<Book['cases'], Merged>()

/** The other records of the same enterprise: those that were merged with this one. */
export function othersIn(cases: Book['cases'], caseId: string): CaseRow[] {
  const merged = mergedByBook.get(cases) ?? mergedOf(cases.values())
  mergedByBook.set(cases, merged)
  return otherRecordsOf(caseId, merged).flatMap(id => cases.get(id) ?? [])
}

/** A fund as it was kept each time, oldest first. What had been put in by then is read from its ledger where a version does not say. */
export async function keptPots(store: Store, programme: Partition, potId: string): Promise<(PotVersionRow & KeptPot)[]> {
  const versions: PotVersionRow[] = []
  for await (const page of store.list(programme, 'potVersion', { startsWith: [potId] })) versions.push(...page.map(({ row }) => row))
  const ledger: LedgerEntry[] = []
  if (versions.some(({ putIn }) => putIn === undefined))
    for await (const page of store.list(programme, 'ledger', { startsWith: [potId] })) ledger.push(...page.map(({ row }) => row))
  return versions.map(row => ({ ...row, putIn: row.putIn ?? putInBy(ledger, row.recordedAt) })).sort((a, b) => a.version - b.version)
}

type Dealing = {
  row: Pick<CaseRow, 'facts'>
  others: readonly CaseRow[]
  grantId: string | undefined
  fund: { pot: PotRow; versions: readonly KeptPot[] } | undefined
  /** The day of the step. */
  on: PlainDate
}

/** What the parts in a grant are judged by, of what was read already. */
export function dealingsWith({ row, others, grantId, fund, on }: Dealing): GrantDealings {
  const elsewhere = others.flatMap(each => caseAt(each).grants)
  const facts = others.length === 0 ? row.facts : [row, ...others].flatMap(each => each.facts)
  const { grants } = caseAt(row)
  const grant = grants.find(each => each.grantId === grantId)
  const interests = [...new Set([row, ...others].flatMap(each => caseAt(each).interests))]
  return {
    facts,
    elsewhere,
    interests,
    fund: grant && fund && changesOf(grant, { facts, grants: [...grants, ...elsewhere], fund, on }),
  }
}

type Changing = { facts: readonly Fact[]; grants: readonly Grant[]; fund: NonNullable<Dealing['fund']>; on: PlainDate }

function changesOf(grant: Grant, { facts, grants, fund: { pot, versions }, on }: Changing): ChangeQuestion {
  const others = grants.filter(each => each.grantId !== grant.grantId)
  return {
    grant,
    decidedAt: grant.decided && decidedAt(facts, grant.grantId),
    versions,
    hadPence: hadFrom(others, pot.potId),
    availablePence: pot.balance.available,
    on,
  }
}

/** The same, read for one grant of one record, as of today unless the step has a day of its own. */
export async function dealingsOf(
  world: World,
  programme: Partition,
  row: Pick<CaseRow, 'caseId' | 'facts'>,
  grantId: string | undefined,
  on = today(world),
): Promise<GrantDealings> {
  const { cases } = await world.books.open(programme)
  const potId = caseAt(row).grants.find(each => each.grantId === grantId)?.pot
  const pot = potId === undefined ? undefined : (await world.store.read(programme, 'pot', [potId]))?.row
  const fund = pot && { pot, versions: await keptPots(world.store, programme, pot.potId) }
  return dealingsWith({ row, others: othersIn(cases, row.caseId), grantId, fund, on })
}
