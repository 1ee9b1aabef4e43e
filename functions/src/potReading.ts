import { caseAt } from '#domain/caseAt.ts'
import { amountsOf, sharesByArea, sharesByGap } from '#domain/fundPage.ts'
import type { Grant } from '#domain/grants.ts'
import type { KnownQuestion } from '#domain/known.ts'
import type { LedgerEntry } from '#domain/pots.ts'
import type { Fund, GrantRow, Ledger, NewPot, PotAnswer, Pots } from '#domain/potSchemas.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { SupportCase } from '#domain/supportCase.ts'
import type { Admitted } from '#functions/access.ts'
import { reaches, readerOf, seesPapers } from '#functions/access.ts'
import type { Book } from '#functions/book.ts'
import { catalystOf } from '#functions/caseReading.ts'
import { dealingsWith, keptPots, othersIn } from '#functions/dealings.ts'
import { fundsOf } from '#functions/fund.ts'
import { gapsOn } from '#functions/gaps.ts'
import type { Reader, Standings } from '#functions/grantStanding.ts'
import { standingFor } from '#functions/grantStanding.ts'
import type { Answer } from '#functions/http.ts'
import { membersOf } from '#functions/members.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow, Found, PotRow, Store } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'

/** What a fund is called, and what its rules say. */
export type PotWords = Pick<NewPot, 'name' | 'why' | 'department' | 'publisher'> & { rules: Readonly<Record<string, string>> }

/** A fund as it travels. Where its words were emptied, its days and numbers stay. */
export async function potAnswerOf(store: Store, programme: string, row: PotRow): Promise<PotAnswer> {
  const text = await store.read(programme, 'text', [row.potId, row.textId])
  const words: PotWords = text ? (JSON.parse(text.row.words) as PotWords) : { name: row.costCode, why: '', rules: {} }
  const { potId: id, balance, version, entries, grants } = row
  return {
    id,
    version,
    balance,
    entries,
    grants,
    name: words.name,
    why: words.why,
    amountPence: balance.putIn,
    from: row.from,
    to: row.to,
    capPence: row.capPence,
    smallPence: row.smallPence,
    costCode: row.costCode,
    subsidy: row.subsidy,
    gaps: [...row.gaps],
    asks: [...row.asks],
    quorum: row.quorum,
    evidenceDays: row.evidenceDays,
    rules: row.rules.map(rule => ({ rule, sentence: words.rules[rule] ?? rule })),
    limits: row.limits.map(limit => ({ ...limit })),
    ...(words.department !== undefined && { department: words.department }),
    ...(words.publisher && { publisher: words.publisher }),
  }
}

/** What the programme calls its people, by object id: of those that an answer speaks of, and of nobody else. */
export function peopleIn(answer: object, members: readonly Found<'member'>[]): Record<string, string> {
  const said = JSON.stringify(answer)
  return peopleOf(members.filter(({ row }) => said.includes(row.oid)))
}

/** What the programme calls all of its people: for who picks those that sat on a panel. */
export const peopleOf = (members: readonly Found<'member'>[]): Record<string, string> =>
  Object.fromEntries(members.flatMap(({ row: { oid, label } }) => (label === null ? [] : [[oid, label]])))

export async function potsAnswer(world: World, { programmeId }: Admitted): Promise<Result<Answer, Refusal>> {
  const rows = await fundsOf(world.store, programmeId)
  const pots = await Promise.all(rows.map(row => potAnswerOf(world.store, programmeId, row)))
  const { head } = await world.books.open(programmeId)
  const body: Pots = {
    programme: programmeId,
    through: head.n,
    today: today(world),
    pots: pots.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id < b.id ? -1 : 1)),
  }
  return ok({ body })
}

/** A grant of a fund and the case that it is of. */
export type Held = { grant: Grant; kept: CaseRow; supportCase: SupportCase }

/** The grants of a fund that are within reach, as they stood. Whose cases they are now is what counts. */
export const grantsOf = (admitted: Admitted, { cases }: Book, potId: string, question: KnownQuestion): Held[] =>
  [...cases.values()].flatMap(kept => {
    const supportCase = caseAt(kept, question)
    if (supportCase.grants.length === 0 || !reaches(admitted, 'pots.read', catalystOf(kept))) return []
    return supportCase.grants.filter(({ pot }) => pot === potId).map(grant => ({ grant, kept, supportCase }))
  })

export async function potRow(world: World, { programmeId }: Admitted, potId: string): Promise<PotRow | undefined> {
  const found = /^[0-9a-f-]{36}$/.test(potId) ? await world.store.read(programmeId, 'pot', [potId]) : undefined
  return found?.row
}

export async function fundAnswer(world: World, admitted: Admitted, potId: string): Promise<Result<Answer, Refusal>> {
  const pot = await potRow(world, admitted, potId)
  if (!pot) return refused({ kind: 'not-found' })
  const { programmeId } = admitted
  const [book, members] = await Promise.all([world.books.open(programmeId), membersOf(world.store, programmeId)])
  const day = today(world)
  const held = grantsOf(admitted, book, potId, { asAt: day })
  const counted = held.map(({ grant, supportCase }) => ({ grant, area: supportCase.area }))
  const gaps = {
    before: gapsOn(admitted, book, { asAt: pot.from < day ? pot.from : day }),
    now: gapsOn(admitted, book, { asAt: day }),
  }
  const versions = await keptPots(world.store, programmeId, potId)
  const grants = await Promise.all(
    held.map(each => {
      const { kept, grant } = each
      const others = othersIn(book.cases, kept.caseId)
      const dealings = dealingsWith({ row: kept, others, grantId: grant.grantId, fund: { pot, versions }, on: day })
      return grantRow(world, { admitted, members }, { pot, held: each, dealings })
    }),
  )
  const said: Omit<Fund, 'people'> = {
    programme: programmeId,
    through: book.head.n,
    today: day,
    pot: await potAnswerOf(world.store, programmeId, pot),
    grants: grants.sort((a, b) => a.number - b.number),
    byGap: sharesByGap(counted, gaps),
    byArea: sharesByArea(counted),
  }
  return ok({
    body: { ...said, people: peopleIn(said, members) },
    // Begins with the version, so that a change may name it as it is.
    etag: `${pot.version}.${book.head.n}.${pot.entries}.${day}.${readerOf(admitted)}`,
  })
}

export async function grantRow(world: World, reader: Reader, standings: Standings): Promise<GrantRow> {
  const { admitted } = reader
  const { grant, kept, supportCase } = standings.held
  const catalyst = supportCase.catalyst ?? null
  const next = standingFor(reader, standings)
  // Only what somebody is to judge is read here; the rest stands on its own page.
  const reads = (next?.step === 'assess' || next?.step === 'decide') && seesPapers(admitted, catalyst)
  const textId = reads ? grant.recommended?.textId : undefined
  const text = textId && (await world.store.read(admitted.programmeId, 'text', [kept.caseId, textId]))
  return {
    caseId: kept.caseId,
    reference: kept.reference,
    name: reaches(admitted, 'names.see', catalyst) ? (kept.private?.name ?? null) : null,
    area: supportCase.area ?? null,
    grantId: grant.grantId,
    number: grant.number ?? 0,
    gap: grant.gap,
    state: grant.state,
    since: grant.since,
    ...amountsOf(grant),
    purpose: text ? text.row.words : null,
    next,
  }
}

export async function ledgerAnswer(world: World, admitted: Admitted, potId: string): Promise<Result<Answer & { body: Ledger }, Refusal>> {
  const pot = await potRow(world, admitted, potId)
  if (!pot) return refused({ kind: 'not-found' })
  const { programmeId, reach } = admitted
  const [book, members] = await Promise.all([world.books.open(programmeId), membersOf(world.store, programmeId)])
  const entries: LedgerEntry[] = []
  for await (const page of world.store.list(programmeId, 'ledger', { startsWith: [potId] })) entries.push(...page.map(({ row }) => row))
  const shown = entries
    .sort((a, b) => b.entry - a.entry)
    .flatMap(entry => {
      const kept = entry.caseId === null ? undefined : book.cases.get(entry.caseId)
      const catalyst = kept ? (caseAt(kept.facts).catalyst ?? null) : null
      // A partner sees what is of their own enterprises.
      if (kept ? !reaches(admitted, 'pots.read', catalyst) : reach !== 'all') return []
      const name = kept && reaches(admitted, 'names.see', catalyst) ? (kept.private?.name ?? null) : null
      return [{ ...entry, caseReference: kept?.reference ?? null, name }]
    })
  const body: Ledger = {
    programme: programmeId,
    through: book.head.n,
    today: today(world),
    entries: shown,
    people: peopleIn(shown, members),
  }
  return ok({ body, etag: `${book.head.n}.${pot.entries}.${readerOf(admitted)}` })
}
