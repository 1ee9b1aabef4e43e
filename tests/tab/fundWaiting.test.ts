import { describe, expect, test } from 'vitest'
import type { Permission } from '#domain/permissions.ts'
import { day } from '#domain/plainDate.ts'
import type { WaitingRow } from '#tab/fund/waiting.ts'
import { boundWords, countWords, othersSentence, waitedWords, waitingIn, whoCanWords } from '#tab/fund/waiting.ts'
import { ids } from '../builders.ts'
import { fund, grantRow, standingAt, today } from './funds.ts'

const read = (text: string): string => text.replaceAll('\u00a0', ' ')
const holding =
  (...held: Permission[]) =>
  (permission: Permission): boolean =>
    held.includes(permission)

const toDecide = grantRow(121)
const old = grantRow(119, { since: day('2026-04-27'), pence: 500_00, next: standingAt('decide', { may: false, bound: 'assessed-it' }) })
const toPay = grantRow(118, { state: 'accepted', pence: 500_00, next: standingAt('pay', { may: false, whoCan: [ids.payer] }) })
const theirYes = grantRow(117, { state: 'offered', next: standingAt('accept', { whoCan: [] }) })
const receipts = grantRow(110, { state: 'paid', evidenceDueOn: day('2026-05-20'), next: standingAt('evidence', { whoCan: [] }) })
const over = grantRow(100, { state: 'closed', next: null })
const grants = [toDecide, old, toPay, theirYes, receipts, over]
const numbers = (rows: readonly WaitingRow[]): number[] => rows.map(({ number }) => number)

describe('what waits for me', () => {
  test('is what my role does, the oldest first, also where a rule keeps me from it', () => {
    const { mine, others } = waitingIn(fund({ grants }), holding('grants.decide'))
    expect(numbers(mine)).toEqual([119, 121])
    expect(numbers(others)).toEqual([110, 117, 118])
  })

  test('is nothing that only the enterprise can do, until it is late', () => {
    const handler = holding('grants.handle')
    expect(numbers(waitingIn(fund({ grants }), handler).mine)).toEqual([])
    const late = { ...receipts, evidenceDueOn: day('2026-05-05') }
    expect(numbers(waitingIn(fund({ grants: [late] }), handler).mine)).toEqual([110])
    // On the day itself it is not late yet.
    expect(numbers(waitingIn(fund({ grants: [{ ...receipts, evidenceDueOn: today }] }), handler).mine)).toEqual([])
  })

  test('is nothing that is out of my reach though my role does it', () => {
    const out = grantRow(122, { next: standingAt('offer', { may: false }) })
    expect(numbers(waitingIn(fund({ grants: [out] }), holding('grants.handle')).mine)).toEqual([])
  })

  test('is for nobody what is over', () => {
    const { mine, others } = waitingIn(fund({ grants: [over] }), () => true)
    expect([...mine, ...others]).toEqual([])
  })
})

describe('in words', () => {
  const { mine, others } = waitingIn(fund({ grants }), holding('grants.decide'))
  const { people } = fund()

  test('requests are told from grants, with their sum', () => {
    expect(read(countWords(mine))).toBe('2 requests, £980')
    expect(read(countWords([...mine, toPay as WaitingRow]))).toBe('2 requests and 1 grant, £1,480')
  })

  test('what waits for others says for what, and for whom where it is one', () => {
    // £480 + £480 + £500.
    expect(read(othersSentence(others, { people, mine: 2 }))).toBe(
      '3 more, £1,460, wait for others: 1 for them to say yes, 1 to be paid by Dan Fry and 1 for receipts.',
    )
    expect(read(othersSentence([toPay as WaitingRow], { people, mine: 0 }))).toBe(
      '1 grant, £500, waits for others: 1 to be paid by Dan Fry.',
    )
  })

  test('how long it waits, and how late receipts are', () => {
    expect(read(waitedWords(toDecide as WaitingRow, today))).toBe('6 days')
    expect(waitedWords({ ...toDecide, since: today } as WaitingRow, today)).toBe('since today')
    expect(read(waitedWords(receipts as WaitingRow, today))).toBe('due in 14 days')
    expect(read(waitedWords({ ...receipts, evidenceDueOn: day('2026-05-05') } as WaitingRow, today))).toBe('1 day late')
  })

  test('why I may not, and who can by name', () => {
    const next = standingAt('decide', { may: false, bound: 'assessed-it', whoCan: [ids.decider, ids.assessor] })
    expect(boundWords(next)).toBe('You assessed this')
    expect(whoCanWords(next, people)).toBe('Sam Weir or Hazel Boon can decide')
  })

  test('of many who can, two and how many more; of those without a name, how many; of none, whom to ask', () => {
    const four = standingAt('pay', { whoCan: [ids.decider, ids.assessor, ids.payer, ids.catalyst] })
    expect(read(whoCanWords(four, people))).toBe('Sam Weir, Hazel Boon or 2 others can pay')
    expect(read(whoCanWords(standingAt('pay', { whoCan: [ids.verifier] }), people))).toBe('1 colleague can pay')
    expect(whoCanWords(standingAt('pay', { whoCan: [] }), people)).toBe('Nobody here can. Ask the lead.')
  })
})
