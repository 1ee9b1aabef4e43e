import { caseAt } from '#domain/caseAt.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { withNext } from '#domain/decide.ts'
import type { NewFact } from '#domain/facts.ts'
import type { GrantCommand } from '#domain/grantCommandSchemas.ts'
import { grantRefusal, notEnoughLeft } from '#domain/grantRules.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { LedgerEntry, NewLedgerEntry } from '#domain/pots.ts'
import { after, entriesBetween } from '#domain/pots.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { GrantDealings } from '#functions/dealings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow, Change, Found, Partition, PotRow, Store } from '#functions/store.ts'
import type { Snapshot, Stamp } from '#functions/writing.ts'

/** The key of an entry in a fund's ledger: ten digits, so that text order is number order. */
export const ledgerKey = (potId: string, entry: number): readonly string[] => [potId, String(entry).padStart(10, '0')]

/** The fund that a command on a case is about; undefined where it is about none. */
export async function fundOf({ facts }: CaseRow, command: TypedCommand, read: Snapshot['read']): Promise<Found<'pot'> | undefined> {
  if (command.kind === 'recommend-grant') return read('pot', [command.pot])
  if (!('grantId' in command) || command.grantId === undefined) return undefined
  const { grantId } = command
  const pot = caseAt(facts).grants.find(grant => grant.grantId === grantId)?.pot
  return pot === undefined ? undefined : read('pot', [pot])
}

/** The funds of a programme. Where it keeps one here, a grant begins with a recommendation. */
export async function fundsOf(store: Store, programme: Partition): Promise<PotRow[]> {
  const funds: PotRow[] = []
  for await (const page of store.list(programme, 'pot', {})) funds.push(...page.map(({ row }) => row))
  return funds
}

/** The number of a grant that is recommended: the next of its fund, or, sent back before, the one it has. */
export function grantNumberIn({ facts }: CaseRow, command: TypedCommand, fund: PotRow | undefined): number | undefined {
  if (command.kind !== 'recommend-grant' || !fund) return undefined
  const before = caseAt(facts).grants.find(({ grantId }) => grantId === command.grantId)
  return before?.number ?? fund.grants + 1
}

const isGrantCommand = (command: TypedCommand): command is GrantCommand =>
  command.kind === 'recommend-grant' || ('grantId' in command && command.grantId !== undefined)

type Asking = { oid: string; fund: PotRow | undefined; funds: readonly PotRow[]; members: readonly string[]; dealings: GrantDealings }

/** What the fund's rules say against a command. */
export function fundRefusal(
  { facts }: CaseRow,
  command: TypedCommand,
  { oid, fund, funds, members, dealings }: Asking,
): Refusal | undefined {
  if (command.kind === 'recommend-grant') {
    const before = caseAt(facts).grants.find(({ grantId }) => grantId === command.grantId)
    if (!fund || (before && before.pot !== command.pot)) return { kind: 'no-such-fund' }
    if (command.grantId !== undefined && !before) return { kind: 'no-such-grant' }
  }
  if (!fund || !isGrantCommand(command)) return undefined
  const { elsewhere } = dealings
  return grantRefusal({ command, oid, dealings, supportCase: caseAt(facts), elsewhere, pot: fund, pots: funds, members })
}

type Moving = {
  row: CaseRow
  command: TypedCommand
  added: readonly NewFact[]
  fund: Found<'pot'> | undefined
  stamp: Stamp
  today: PlainDate
}

/**
 * The entries and the new balance that go into the same transaction as the facts: none where no money moves. Refused where more would be
 * granted than is left, or where what came back has been granted again and is now taken back.
 */
export async function moneyMoved(moving: Moving, read: Snapshot['read']): Promise<Result<Change[], Refusal>> {
  const { row, command, added, fund } = moving
  const entries = entriesBetween(caseAt(row.facts).grants, caseAt(withNext(row.facts, added)).grants)
  // Put back by a correction, it would be granted or paid without a question.
  if (dayOf(command) === undefined && entries.some(givesOrPays)) return refused({ kind: 'record-it-again' })
  const changes: Change[] = []
  for (const potId of new Set(entries.map(({ pot }) => pot))) {
    const found = fund?.row.potId === potId ? fund : await read('pot', [potId])
    if (!found) return refused({ kind: 'no-such-fund' })
    const entered = enter(
      found.row,
      entries.filter(({ pot }) => pot === potId),
      moving,
    )
    if (!entered.ok) return entered
    changes.push(...entered.value.ledger, potChange(found, { ...entered.value.pot, grants: numbered(found.row, command, row) }))
  }
  const isNumbered = command.kind === 'recommend-grant' && fund !== undefined && entries.length === 0
  if (isNumbered) changes.push(potChange(fund, { ...fund.row, grants: numbered(fund.row, command, row) }))
  return ok(changes)
}

const givesOrPays = ({ kind, pence }: NewLedgerEntry): boolean =>
  ((kind === 'set-aside' || kind === 'paid') && pence > 0) || (kind === 'set-free' && pence < 0)

const potChange = (found: Found<'pot'>, row: PotRow): Change => ({ put: 'replace', kind: 'pot', key: [row.potId], row, etag: found.etag })

const numbered = (pot: PotRow, command: TypedCommand, row: CaseRow): number => Math.max(pot.grants, grantNumberIn(row, command, pot) ?? 0)

function enter(pot: PotRow, entries: readonly NewLedgerEntry[], moving: Moving): Result<{ pot: PotRow; ledger: Change[] }, Refusal> {
  const { command, row, stamp, today } = moving
  let { balance, entries: count } = pot
  const ledger: Change[] = []
  for (const { kind, pence, grant } of entries) {
    balance = after(balance, { kind, pence })
    count += 1
    const entry: LedgerEntry = {
      potId: pot.potId,
      entry: count,
      kind,
      pence,
      on: dayOf(command) ?? today,
      availablePence: balance.available,
      caseId: row.caseId,
      grantId: grant.grantId,
      number: grant.number ?? null,
      gap: grant.gap,
      costCode: pot.costCode,
      reference: ('reference' in command ? command.reference : undefined) ?? null,
      n: stamp.n,
      recordedAt: stamp.recordedAt,
      recordedBy: stamp.recordedBy,
    }
    ledger.push({ put: 'insert', kind: 'ledger', key: ledgerKey(pot.potId, count), row: entry })
  }
  const short = balance.available < 0 ? notEnoughLeft(pot.balance.available, pot.balance.available - balance.available) : undefined
  return short ? refused(short) : ok({ pot: { ...pot, balance, entries: count }, ledger })
}

/** The day on which it happened; what puts an entry right happens the day it is recorded. */
function dayOf(command: TypedCommand): PlainDate | undefined {
  if (command.kind === 'undo' || command.kind === 'withdraw' || command.kind === 'replace') return undefined
  return command.happenedOn
}
