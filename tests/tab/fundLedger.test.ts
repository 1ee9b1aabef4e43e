import { describe, expect, test } from 'vitest'
import { amountsOf, kindWords, ledgerCount, saySigned, searchLedger, whoseWords } from '#tab/fund/ledgerRows.ts'
import { ledgerEntry } from './funds.ts'

const entries = [
  ledgerEntry(5, 'paid', 450_50, { reference: 'BACS-4117' }),
  ledgerEntry(4, 'came-back', 60_00, { number: 98, name: null, caseReference: '0450' }),
  ledgerEntry(3, 'set-aside', 1_450_50),
  ledgerEntry(2, 'set-free', 450_50),
  ledgerEntry(1, 'put-in', 60_000_00, { number: null, name: null, caseReference: null, caseId: null, grantId: null, gap: null }),
]
const found = (words: string, kind: Parameters<typeof searchLedger>[1]['kind'] = ''): number[] =>
  searchLedger(entries, { words, kind }).map(({ entry }) => entry)

describe('searching the ledger', () => {
  test.each([
    ['nothing', '', [5, 4, 3, 2, 1]],
    ['a name, without its accent', 'cafe', [5, 3, 2]],
    ['part of a name and a kind of entry', 'kindly payment', [5]],
    ['the grant as it is called', 'g-0098', [4]],
    ['the grant’s bare number', '115', [5, 3, 2]],
    ['what the programme calls the enterprise', '0450', [4]],
    ['the payment reference', 'bacs-4117', [5]],
    ['an amount', '£450.50', [5, 2]],
    ['an amount with its comma', '1,450.50', [3]],
    ['an amount that nobody paid', '£451', []],
  ])('by %s finds what fits', (_, words, expected) => {
    expect(found(words)).toEqual(expected)
  })

  test('within one kind finds of that kind alone', () => {
    expect(found('', 'came-back')).toEqual([4])
    expect(found('£450.50', 'paid')).toEqual([5])
  })
})

describe('an entry', () => {
  test('has its amount in one column, and blanks in the others', () => {
    expect(amountsOf(ledgerEntry(1, 'set-aside', 500_00))).toEqual({ setAside: '£500', paid: '', cameBack: '' })
    expect(amountsOf(ledgerEntry(1, 'paid', 450_00))).toEqual({ setAside: '', paid: '£450', cameBack: '' })
    expect(amountsOf(ledgerEntry(1, 'recovered', 180_00))).toEqual({ setAside: '', paid: '', cameBack: '£180' })
  })

  test('that ends a commitment is less set aside, with a true minus', () => {
    expect(amountsOf(ledgerEntry(1, 'set-free', 500_00)).setAside).toBe('−£500')
    expect(saySigned(-12_34)).toBe('−£12.34')
  })

  test('of money that has no column says how much in its name', () => {
    expect(kindWords(ledgerEntry(1, 'put-in', 60_000_00))).toBe('Money put in, £60,000')
    expect(kindWords(ledgerEntry(1, 'put-in', -5_000_00))).toBe('Money taken out, £5,000')
    expect(kindWords(ledgerEntry(1, 'written-off', 120_00))).toBe('Written off, £120')
  })

  test('that puts another right says so', () => {
    expect(kindWords(ledgerEntry(1, 'paid', -450_00))).toBe('Payment, put right')
  })

  test('without a name is known by its reference, and money put in belongs to nobody', () => {
    expect(entries.map(whoseWords)).toEqual(['Café Kindly CIC', '0450', 'Café Kindly CIC', 'Café Kindly CIC', ''])
  })
})

test('the count says what was found, and of what', () => {
  expect(ledgerCount({ shown: 221, seen: 221, all: 221 })).toBe('221 entries, newest first.')
  expect(ledgerCount({ shown: 1, seen: 1, all: 1 })).toBe('1 entry, newest first.')
  expect(ledgerCount({ shown: 3, seen: 221, all: 221 })).toBe('3 of 221 entries.')
  expect(ledgerCount({ shown: 12, seen: 12, all: 221 })).toBe('12 entries of your enterprises, of 221, newest first.')
})
