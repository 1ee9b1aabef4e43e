import type { Grant } from './grants.ts'
import { paidPence, setAsidePence } from './grants.ts'
import type { FlagQuestion, LedgerKind, SubsidyPosition } from './grantVocabulary.ts'
import type { Instant, PlainDate } from './plainDate.ts'
import { londonDay } from './plainDate.ts'
import type { Pence } from './quantities.ts'
import { toPence } from './quantities.ts'
import type { CapacityGap } from './vocabulary.ts'

/** A grant fund: what it may be spent on, by which rules. What it is called and what its rules say stands in a row of its own. */
export type Pot = {
  potId: string
  /** Counts from 1; a change is a new version. */
  version: number
  /** Grants are decided within these days. */
  from: PlainDate
  to: PlainDate
  /** The most that one enterprise may be granted from it. */
  capPence: Pence
  /** Up to here the short process holds; above it there are an assessment, a second person's check of the account, and a panel where there is one. */
  smallPence: Pence
  /** What finance books it under. */
  costCode: string
  subsidy: SubsidyPosition
  /** The gaps it is for; none where it is for any. */
  gaps: readonly CapacityGap[]
  /** Its own rules, by their slugs. */
  rules: readonly string[]
  /** Asked beside the rules: an answer raises a flag and never refuses. */
  asks: readonly FlagQuestion[]
  /** So many without an interest have to be there above the small-grant limit; 0 where there is no panel. */
  quorum: number
  /** Who may decide only up to so much. Whoever is not named here has no limit of their own. */
  limits: readonly { person: string; pence: Pence }[]
  /** Evidence is due so many days after the payment. */
  evidenceDays: number
}

/**
 * The version of a pot that held at the end of a day, by those recorded until `knownAt`: a change counts from the day on which it was recorded.
 * Before the first the first holds, so that a grant which was entered late has a cost code. Undefined where there is none at all.
 */
export function versionOn<V extends Pick<Pot, 'version'> & { recordedAt: Instant }>(
  versions: readonly V[],
  { asAt, knownAt }: { asAt: PlainDate; knownAt: Instant },
): V | undefined {
  const [first, ...later] = [...versions].sort((a, b) => a.version - b.version)
  return later.findLast(({ recordedAt }) => recordedAt <= knownAt && londonDay(recordedAt) <= asAt) ?? first
}

/** An entry of a pot's ledger. Entries are only ever added; one that puts another right has the amount with the other sign. */
export type LedgerEntry = {
  potId: string
  /** Counts from 1 within the pot, without a gap. */
  entry: number
  kind: LedgerKind
  /** Whole pence; below nothing where it puts an earlier entry right, or money is taken out of the pot. */
  pence: Pence
  /** The day on which it happened. */
  on: PlainDate
  /** What is left to award after it. */
  availablePence: Pence
  caseId: string | null
  grantId: string | null
  /** G-0121 is 121; null for money put into the pot. */
  number: number | null
  gap: CapacityGap | null
  costCode: string
  /** What finance calls a payment. */
  reference: string | null
  /** The log number that it was recorded under. */
  n: number
  recordedAt: Instant
  recordedBy: string
}

/** What a pot has, derived from its entries: whole pence. `available` + `setAside` + `paid` − `cameBack` is what was put in. */
export type Balance = {
  putIn: Pence
  /** Granted and not yet paid. */
  setAside: Pence
  /** Paid out, before anything came back. */
  paid: Pence
  /** Unspent and returned, or asked back and recovered. */
  returned: Pence
  recovered: Pence
  /** Asked back in vain. It stays paid. */
  writtenOff: Pence
  available: Pence
}

const nothingInIt: Balance = {
  putIn: toPence(0),
  setAside: toPence(0),
  paid: toPence(0),
  returned: toPence(0),
  recovered: toPence(0),
  writtenOff: toPence(0),
  available: toPence(0),
}

/** What an entry of each kind changes, by how many times its amount. */
const effects: Readonly<Record<LedgerKind, Partial<Record<keyof Balance, 1 | -1>>>> = {
  'put-in': { putIn: 1, available: 1 },
  'set-aside': { setAside: 1, available: -1 },
  'set-free': { setAside: -1, available: 1 },
  // It was set aside before, so that a payment leaves as much to award.
  paid: { setAside: -1, paid: 1 },
  'came-back': { returned: 1, available: 1 },
  recovered: { recovered: 1, available: 1 },
  'written-off': { writtenOff: 1 },
}

/** A balance after one more entry. */
export function after(before: Balance, { kind, pence }: { kind: LedgerKind; pence: number }): Balance {
  const next: Record<string, Pence> = { ...before }
  for (const [part, times] of Object.entries(effects[kind])) next[part] = toPence((next[part] ?? 0) + times * pence)
  return next as Balance
}

/** What a pot has by its entries, whatever their order. */
export const balanceOf = (entries: readonly { kind: LedgerKind; pence: number }[]): Balance => entries.reduce(after, nothingInIt)

/** All that had been put into a pot by an instant, in whole pence: what its entries of money put in come to. */
export const putInBy = (entries: readonly Pick<LedgerEntry, 'kind' | 'pence' | 'recordedAt'>[], knownAt: Instant): Pence =>
  balanceOf(entries.filter(({ recordedAt }) => recordedAt <= knownAt)).putIn

/** What one grant has done to its pot so far, by kind. */
function doneBy(grant: Grant | undefined): Record<Exclude<LedgerKind, 'put-in'>, number> {
  if (!grant) return { 'set-aside': 0, 'set-free': 0, paid: 0, 'came-back': 0, recovered: 0, 'written-off': 0 }
  const granted = grant.decided?.pence ?? 0
  const paid = paidPence(grant)
  return {
    'set-aside': granted,
    // What was granted, neither paid nor set aside any more.
    'set-free': granted - paid - setAsidePence(grant),
    paid,
    'came-back': grant.returnedPence,
    recovered: grant.recoveredPence,
    'written-off': grant.writtenOffPence,
  }
}

/** An entry as what happened to a grant asks for it, before it has a number. */
export type NewLedgerEntry = { kind: LedgerKind; pence: Pence; pot: string; grant: Grant }

const potsOf = (old: Grant | undefined, next: Grant | undefined): string[] => [
  ...new Set([old?.pot, next?.pot].filter(pot => pot !== undefined)),
]

const order = ['set-aside', 'paid', 'set-free', 'came-back', 'recovered', 'written-off'] as const

/**
 * The entries that make a pot's ledger follow from how its grants were before to how they are after: none where no money moved. What was
 * taken back or put right gives an entry with the other sign, so that the ledger is only ever added to and still says what the record says.
 */
export function entriesBetween(before: readonly Grant[], now: readonly Grant[]): NewLedgerEntry[] {
  const ids = [...new Set([...before, ...now].map(({ grantId }) => grantId))]
  return ids
    .flatMap(id => {
      const [old, next] = [before, now].map(grants => grants.find(({ grantId }) => grantId === id))
      return potsOf(old, next).flatMap(pot => {
        const [was, is] = [old, next].map(each => (each?.pot === pot ? each : undefined))
        const grant = is ?? was
        const [wasDone, isDone] = [doneBy(was), doneBy(is)]
        return grant ? order.map(kind => ({ kind, pence: toPence(isDone[kind] - wasDone[kind]), pot, grant })) : []
      })
    })
    .filter(({ pence }) => pence !== 0)
}
