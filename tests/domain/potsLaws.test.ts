import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseAt } from '#domain/caseAt.ts'
import type { Command } from '#domain/commandFacts.ts'
import { decide } from '#domain/decide.ts'
import type { Fact } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import type { Grant } from '#domain/grants.ts'
import { keptPence, owedBackPence, paidPence, setAsidePence } from '#domain/grants.ts'
import { addDays, day } from '#domain/plainDate.ts'
import type { Balance, NewLedgerEntry } from '#domain/pots.ts'
import { after, balanceOf, entriesBetween } from '#domain/pots.ts'
import { trading, ids } from '../builders.ts'
import { stampOf } from './anyFacts.ts'

const today = day('2018-06-30')
const putIn = 900_00

/** What is tried next: on which of two enterprises, which step of which of two grants, for how much, how many days later. */
const anyTry = fc.record({
  of: fc.nat(1),
  grant: fc.nat(1),
  what: fc.constantFrom(
    ...([
      'on',
      'on',
      'on',
      'on',
      'on',
      'on',
      'on',
      'on',
      'pay',
      'receipts',
      'return',
      'back',
      'back',
      'back',
      'back',
      'recover',
      'off',
    ] as const),
    ...(['close', 'no', 'more', 'take-back', 'take-back', 'outside'] as const),
  ),
  amount: fc.oneof(fc.integer({ min: 0, max: 500_00 }), fc.constantFrom(1, 50_00, 100_00, 450_00)),
  later: fc.constantFrom(-3, 0, 0, 0, 1, 1, 2, 6),
  pick: fc.nat(),
})
type Try = typeof anyTry extends fc.Arbitrary<infer T> ? T : never

/** The next step of a grant as it stands, with an amount that may be too much. */
function onwards(grant: Grant | undefined, amount: number): object {
  if (!grant || grant.state === 'sent-back') return { kind: 'recommend-grant', pot: ids.pot, grantNumber: 1, pence: amount, gap: 'meals' }
  switch (grant.state) {
    case 'recommended':
    case 'assessed':
      return { kind: 'decide-grant', outcome: 'yes', pence: Math.min(amount, grant.pence) }
    case 'decided':
      return { kind: 'offer-grant' }
    case 'offered':
      return { kind: 'accept-grant' }
    case 'accepted':
    case 'part-paid':
      return { kind: 'pay-grant', pence: Math.min(amount, setAsidePence(grant)) }
    case 'paid':
      return { kind: 'see-evidence', pence: amount }
    case 'turned-down':
    case 'evidence-seen':
    case 'closed':
      return { kind: 'close-grant', why: 'settled-otherwise' }
  }
}

/** Money asked back or, where it was, some of it recovered or written off. */
function backwards(grant: Grant | undefined, { upTo, pick }: { upTo: (most: number | undefined) => number; pick: number }): object {
  const owed = grant ? owedBackPence(grant) : 0
  if (owed === 0) return { kind: 'ask-grant-back', pence: upTo(grant && keptPence(grant)), reason: 'stopped' }
  return { kind: pick % 3 === 0 ? 'write-off-grant' : 'recover-grant', pence: upTo(owed) }
}

function commandOf(facts: readonly Fact[], { grant: which, what, amount, later, pick }: Try): Command {
  const grantId = [ids.grant, ids.text][which] ?? ids.grant
  const last = facts.findLast(fact => 'happenedOn' in fact)
  const happenedOn = addDays(last && 'happenedOn' in last ? last.happenedOn : day('2015-04-01'), later)
  const grant = caseAt(facts).grants.find(each => each.grantId === grantId)
  // Half of what is asked, recovered and written off fits; the other half is as it comes.
  const upTo = (most: number | undefined): number => (pick % 2 === 0 ? Math.min(amount, most ?? amount) : amount)
  const body: Record<Try['what'], () => object> = {
    on: () => onwards(grant, amount),
    pay: () => ({ kind: 'pay-grant', pence: amount }),
    receipts: () => ({ kind: 'see-evidence', pence: amount }),
    return: () => ({ kind: 'take-back-unspent', pence: upTo(grant && keptPence(grant)) }),
    back: () => backwards(grant, { upTo, pick }),
    recover: () => ({ kind: 'recover-grant', pence: upTo(grant && owedBackPence(grant)) }),
    off: () => ({ kind: 'write-off-grant', pence: upTo(grant && owedBackPence(grant)) }),
    close: () => ({ kind: 'close-grant', why: 'settled-otherwise' }),
    no: () => ({ kind: 'decide-grant', outcome: 'no' }),
    more: () => ({ kind: 'decide-grant', outcome: 'ask-for-more' }),
    // An entry of a fund is never put right: it is taken back, and so may taking it back be.
    'take-back': () => ({ kind: 'withdraw', of: facts[facts.length - 1 - (pick % Math.min(6, facts.length))]?.id, reason: 'undone' }),
    // A grant that no fund knows moves nothing.
    outside: () => ({ kind: 'award-grant', pence: amount, gap: 'meals', grantId: `${grantId.slice(0, -1)}9` }),
  }
  return { grantId, happenedOn, textId: ids.text, ...body[what]() } as Command
}

const grantsIn = (cases: readonly (readonly Fact[])[]): Grant[] => cases.flatMap(facts => caseAt(facts).grants)
const sum = (grants: readonly Grant[], of: (grant: Grant) => number): number => grants.reduce((total, grant) => total + of(grant), 0)
const sumsOf = (entries: readonly NewLedgerEntry[]): Balance => entries.reduce(after, balanceOf([]))

/** What a fund that refuses what it cannot afford comes to, try by try. */
function played(
  tries: readonly Try[],
  look: (cases: readonly (readonly Fact[])[], entries: readonly NewLedgerEntry[], balance: Balance) => void,
) {
  const cases: (readonly Fact[])[] = [trading().facts, trading().facts]
  const entries: NewLedgerEntry[] = []
  let balance = after(balanceOf([]), { kind: 'put-in', pence: putIn })
  for (const each of tries) {
    const facts = cases[each.of] ?? []
    const decision = decide(facts, commandOf(facts, each), today)
    if (!decision.ok) continue
    const next = [...facts, ...record(decision.value, stampOf((facts.at(-1)?.n ?? 0) + 1))]
    const moved = entriesBetween(caseAt(facts).grants, caseAt(next).grants)
    const then = moved.reduce(after, balance)
    if (then.available < 0) continue
    cases[each.of] = next
    entries.push(...moved)
    balance = then
    look(cases, entries, balance)
  }
  return { cases, entries, balance }
}

const anyHistory = fc.array(anyTry, { minLength: 20, maxLength: 60, size: 'max' })

test('what was put in is available, set aside, or paid and not back, to the penny, after every step', () => {
  fc.assert(
    fc.property(anyHistory, tries => {
      played(tries, (_cases, _entries, { available, setAside, paid, returned, recovered, putIn: total }) => {
        expect(available + setAside + paid - returned - recovered).toBe(total)
        expect(total).toBe(putIn)
      })
    }),
    { numRuns: 120 },
  )
})

test('nothing is ever granted that the fund does not have, and money stays whole pence', () => {
  fc.assert(
    fc.property(anyHistory, tries => {
      played(tries, (_cases, entries, balance) => {
        for (const amount of Object.values(balance)) {
          expect(Number.isSafeInteger(amount)).toBe(true)
          expect(amount).toBeGreaterThanOrEqual(0)
        }
        expect(entries.every(({ pence }) => Number.isSafeInteger(pence) && pence !== 0)).toBe(true)
      })
    }),
    { numRuns: 120 },
  )
})

test('the balance is the sum of the entries, and what the grants themselves say', () => {
  fc.assert(
    fc.property(anyHistory, tries => {
      played(tries, (cases, entries, balance) => {
        expect(balanceOf([{ kind: 'put-in', pence: putIn }, ...entries])).toEqual(balance)
        expect(balanceOf([...entries].reverse())).toEqual(sumsOf(entries))
        const grants = grantsIn(cases).filter(({ pot }) => pot !== undefined)
        expect(balance).toMatchObject({
          setAside: sum(grants, setAsidePence),
          paid: sum(grants, paidPence),
          returned: sum(grants, ({ returnedPence }) => returnedPence),
          recovered: sum(grants, ({ recoveredPence }) => recoveredPence),
          writtenOff: sum(grants, ({ writtenOffPence }) => writtenOffPence),
        })
      })
    }),
    { numRuns: 120 },
  )
})

test('entries made step by step, corrections included, come to what the record says at once from nothing to the end', () => {
  fc.assert(
    fc.property(anyHistory, tries => {
      const { cases, entries } = played(tries, () => {})
      expect(sumsOf(cases.flatMap(facts => entriesBetween([], caseAt(facts).grants)))).toEqual(sumsOf(entries))
      for (const facts of cases) expect(entriesBetween(caseAt(facts).grants, caseAt(facts).grants)).toEqual([])
    }),
    { numRuns: 120 },
  )
})

test('the histories reach every kind of entry, money that comes back and entries that put others right', () => {
  const kinds = new Set<string>()
  let turned = 0
  fc.assert(
    fc.property(anyHistory, tries => {
      const { entries } = played(tries, () => {})
      for (const { kind, pence } of entries) {
        kinds.add(kind)
        turned += pence < 0 ? 1 : 0
      }
    }),
    { numRuns: 200, seed: 20150401 },
  )
  expect([...kinds].sort()).toEqual(['came-back', 'paid', 'recovered', 'set-aside', 'set-free', 'written-off'])
  expect(turned).toBeGreaterThan(20)
})

test('a grant that moves from one fund to another leaves nothing of it in the first', () => {
  const told = trading()
    .happened('grant-recommended', '2015-04-01', { ...asked(ids.pot) })
    .granted('2015-04-02', 100_00)
  const moved = told.putRight('grant-recommended', '2015-04-01', asked(ids.payer), 'wrong-details')
  const entries = entriesBetween(told.asAt().grants, moved.asAt().grants)
  expect(entries.map(({ kind, pence, pot }) => [kind, pence, pot])).toEqual([
    ['set-aside', -100_00, ids.pot],
    ['set-aside', 100_00, ids.payer],
  ])
})

function asked(pot: string) {
  return { grantId: ids.grant, pot, number: 7, pence: balanceOf([{ kind: 'put-in', pence: 100_00 }]).putIn, gap: 'company' } as const
}
