import { describe, expect, test } from 'vitest'
import type { Instant } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'
import { versionOn } from '#domain/pots.ts'

const version = (number: number, recordedAt: string, costCode: string) => ({ version: number, recordedAt: recordedAt as Instant, costCode })
const first = version(1, '2026-02-10T09:00:00.000Z', 'ASC-4410')
// Half past eleven at night in Greenwich on 31 March 2026 is half past midnight on 1 April in London.
const second = version(2, '2026-03-31T23:30:00.000Z', 'ASC-2200')
const third = version(3, '2026-05-05T12:00:00.000Z', 'ASC-9900')
const versions = [third, first, second]
const late = '2026-11-27T09:00:00.000Z' as Instant

describe('the cost code of a fund', () => {
  test.each([
    ['2026-03-31', 'ASC-4410'],
    ['2026-04-01', 'ASC-2200'],
    ['2026-05-04', 'ASC-2200'],
    ['2026-05-05', 'ASC-9900'],
    ['2026-11-27', 'ASC-9900'],
  ])('at the end of %s is the one of the version that was recorded by then in London: %s', (asAt, costCode) => {
    expect(versionOn(versions, { asAt: day(asAt), knownAt: late })?.costCode).toBe(costCode)
  })

  test('before the fund was entered is its first', () => {
    expect(versionOn(versions, { asAt: day('2025-03-31'), knownAt: late })?.costCode).toBe('ASC-4410')
  })

  test('by what was known earlier is not one that was recorded later', () => {
    const knownAt = '2026-03-31T23:29:59.999Z' as Instant
    expect(versionOn(versions, { asAt: day('2026-05-05'), knownAt })?.costCode).toBe('ASC-4410')
  })

  test('of no version is none', () => {
    expect(versionOn([], { asAt: day('2026-03-31'), knownAt: late })).toBeUndefined()
  })
})
