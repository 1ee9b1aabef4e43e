import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import { assistanceOf, assistanceRoom, assistanceSince, overSubsidyLimit } from '#domain/subsidy.ts'
import { grantRecord, pots } from './grantRecords.ts'

const paid = (on: string, pence: number) => ({ on: day(on), pence: toPence(pence) })
const nothing = toPence(0)

/*
 * Subsidy Control Act 2022, section 36: at most £315,000 within the elapsed part of the current financial year and the two financial years
 * immediately before it. A financial year runs from 1 April to 31 March.
 */
describe('the years that count', () => {
  test.each([
    // 27 November 2026 is in the year from 1 April 2026; the two before began on 1 April 2025 and 1 April 2024.
    ['2026-11-27', '2024-04-01'],
    // 31 March 2026 is the last day of the year from 1 April 2025; the two before began in 2024 and 2023.
    ['2026-03-31', '2023-04-01'],
    // The next day a new year begins, and the year from 1 April 2023 drops out whole.
    ['2026-04-01', '2024-04-01'],
    ['2026-04-02', '2024-04-01'],
    ['2026-12-31', '2024-04-01'],
    ['2027-01-01', '2024-04-01'],
    // 29 February 2028 is in the year from 1 April 2027.
    ['2028-02-29', '2025-04-01'],
    ['2028-03-01', '2025-04-01'],
  ])('on %s they begin on %s', (on, since) => {
    expect(assistanceSince(day(on))).toBe(since)
  })

  test('are not the last 36 months: on 31 March they reach back almost three years, on 1 April just two', () => {
    const inMay2023 = [paid('2023-05-15', 400_00)]
    expect(assistanceRoom(day('2026-03-31'), inMay2023, nothing).countedPence).toBe(400_00)
    // Less than 36 months ago, and yet it no longer counts.
    expect(assistanceRoom(day('2026-04-01'), inMay2023, nothing).countedPence).toBe(0)
  })

  test('count a payment on their first day and not one the day before', () => {
    const on = day('2026-11-27')
    expect(assistanceRoom(on, [paid('2024-03-31', 500_00)], nothing).countedPence).toBe(0)
    expect(assistanceRoom(on, [paid('2024-04-01', 500_00)], nothing).countedPence).toBe(500_00)
  })

  test('end with the day itself: what is paid later is not counted yet', () => {
    const on = day('2026-11-27')
    expect(assistanceRoom(on, [paid('2026-11-27', 500_00)], nothing).countedPence).toBe(500_00)
    expect(assistanceRoom(on, [paid('2026-11-28', 500_00)], nothing).countedPence).toBe(0)
  })

  test('hold a payment made on a leap day', () => {
    // 29 February 2024 is in the year from 1 April 2023: it counts until 31 March 2026.
    const onLeapDay = [paid('2024-02-29', 500_00)]
    expect(assistanceRoom(day('2026-03-31'), onLeapDay, nothing).countedPence).toBe(500_00)
    expect(assistanceRoom(day('2026-04-01'), onLeapDay, nothing).countedPence).toBe(0)
  })
})

describe('the limit of £315,000', () => {
  const on = day('2026-11-27')
  // £314,500 from others leaves room for £500.
  const fromOthers = toPence(314_500_00)

  test('lets a payment through that reaches it exactly', () => {
    expect(overSubsidyLimit(toPence(500_00), on, [], fromOthers)).toBeUndefined()
  })

  test('stops a payment that passes it by a penny, and says since when, how much before, and what room is left', () => {
    expect(overSubsidyLimit(toPence(500_01), on, [], fromOthers)).toEqual({
      kind: 'over-subsidy-limit',
      since: '2024-04-01',
      earlierPence: 314_500_00,
      roomPence: 500_00,
    })
  })

  test('counts our payments and what they had from others together', () => {
    // £314,500.00 + £200.01 leave £299.99.
    const ours = [paid('2025-06-01', 200_01)]
    expect(assistanceRoom(on, ours, fromOthers)).toEqual({ since: '2024-04-01', countedPence: 314_700_01, roomPence: 299_99 })
    expect(overSubsidyLimit(toPence(299_99), on, ours, fromOthers)).toBeUndefined()
    expect(overSubsidyLimit(toPence(300_00), on, ours, fromOthers)).toMatchObject({ roomPence: 299_99 })
  })

  test('leaves no room where it is passed already, and never less than none', () => {
    expect(assistanceRoom(on, [], toPence(400_000_00)).roomPence).toBe(0)
    expect(overSubsidyLimit(toPence(1), on, [], toPence(315_000_00))).toMatchObject({ roomPence: 0 })
  })

  test('gives its room back when a year drops out', () => {
    const ours = [paid('2024-03-31', 315_000_00)]
    expect(overSubsidyLimit(toPence(500_00), day('2026-03-31'), ours, nothing)).toMatchObject({ since: '2023-04-01', roomPence: 0 })
    expect(overSubsidyLimit(toPence(500_00), day('2026-04-01'), ours, nothing)).toBeUndefined()
  })
})

test('only what a pot under the Act has paid counts, payment by payment, and what came back is not taken off', () => {
  const underTheAct = grantRecord({
    pot: pots.assistance.potId,
    paid: { '2026-05-01': 300_00, '2026-06-01': 200_00 },
    returned: 100_00,
  }).grant
  const noSubsidy = grantRecord({ pot: pots.charitable.potId, paid: { '2026-05-01': 400_00 } }).grant
  const ofOlderDays = { ...underTheAct, pot: undefined }
  expect(assistanceOf([underTheAct, noSubsidy, ofOlderDays], [pots.assistance, pots.charitable])).toEqual([
    { on: '2026-05-01', pence: 300_00 },
    { on: '2026-06-01', pence: 200_00 },
  ])
})
