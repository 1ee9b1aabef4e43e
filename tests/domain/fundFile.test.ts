import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FileTable } from '#domain/caseFile.ts'
import { csvText } from '#domain/csv.ts'
import { byCostCode, lastYearEnd, ledgerFile, yearEndFile } from '#domain/fundFile.ts'
import type { LedgerKind } from '#domain/grantVocabulary.ts'
import { ledgerKinds } from '#domain/grantVocabulary.ts'
import type { Instant } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'
import { after, balanceOf } from '#domain/pots.ts'
import type { Ledger, YearEnd } from '#domain/potSchemas.ts'
import { toPence } from '#domain/quantities.ts'
import { ids } from '../builders.ts'

type Entry = Ledger['entries'][number]
const caseId = 'd0000000-0000-4000-8000-000000000001'

const entry = (number: number, kind: LedgerKind, pence: number, availablePence: number, more: Partial<Entry> = {}): Entry => ({
  potId: ids.pot,
  entry: number,
  kind,
  pence,
  on: day('2015-04-20'),
  availablePence,
  caseId: caseId,
  caseReference: '0147',
  name: 'Willow Companions',
  grantId: ids.grant,
  number: 7,
  gap: 'help-at-home',
  costCode: 'ASC-4410',
  reference: null,
  n: 40 + number,
  recordedAt: '2015-04-20T23:30:00.000Z' as Instant,
  recordedBy: ids.payer,
  ...more,
})

const putIn = entry(1, 'put-in', 60_000_00, 60_000_00, {
  caseId: null,
  caseReference: null,
  name: null,
  grantId: null,
  number: null,
  gap: null,
})
const ledger = [
  entry(4, 'came-back', 60_50, 59_610_50, { reference: 'BACS-9' }),
  entry(3, 'paid', 450_00, 59_550_00, { reference: 'BACS-7' }),
  entry(2, 'set-aside', 450_00, 59_550_00),
  putIn,
]
const words = { names: true, personOf: (oid: string) => (oid === ids.payer ? 'Dan Fry' : null) }

/** The cells of a row by their heads. */
const row = ({ heads, rows }: FileTable, place: number) => Object.fromEntries(heads.map((head, at) => [head, rows[place]?.[at]]))

describe('the ledger as a file', () => {
  test('stands oldest first, with money in pounds and each amount in one column', () => {
    const table = ledgerFile(ledger, words)
    expect(table.rows.map(([number]) => number)).toEqual([1, 2, 3, 4])
    expect(row(table, 0)).toMatchObject({ Kind: 'Put into the fund', Grant: null, 'Put in, £': 60_000, 'Available after, £': 60_000 })
    expect(row(table, 1)).toMatchObject({ Kind: 'Commitment', Grant: 'G-0007', 'Set aside, £': 450, 'Paid out, £': null })
    expect(row(table, 3)).toMatchObject({ 'Came back, £': 60.5, 'Available after, £': 59_610.5, 'Payment reference': 'BACS-9' })
  })

  test('says who recorded an entry, on which day in London, and under which log number', () => {
    // 23:30 in Greenwich on 20 April is half past midnight on the 21st in London.
    expect(row(ledgerFile(ledger, words), 2)).toMatchObject({
      'Recorded by': 'Dan Fry',
      'Recorded on': { day: '2015-04-21' },
      'Log number': 43,
    })
    expect(row(ledgerFile([entry(1, 'paid', 1, 1, { recordedBy: ids.catalyst })], words), 0)['Recorded by']).toBeNull()
  })

  test('has no column for names where they are not to be seen', () => {
    const { heads, rows } = ledgerFile(ledger, { ...words, names: false })
    expect(heads).not.toContain('Name')
    expect(JSON.stringify(rows)).not.toContain('Willow')
  })

  test('shows what is set free as less set aside, and what puts an entry right with the other sign', () => {
    expect(row(ledgerFile([entry(5, 'set-free', 450_00, 60_000_00)], words), 0)['Set aside, £']).toBe(-450)
    expect(row(ledgerFile([entry(6, 'paid', -450_00, 60_000_00)], words), 0)['Paid out, £']).toBe(-450)
  })

  test('prints pence that no binary number is, to the penny', () => {
    expect(csvText([ledgerFile([entry(1, 'paid', 1_015_29, 4_10)], words).rows[0] as string[]])).toContain('1015.29')
  })

  test('adds up to the balance of the fund, whatever was entered', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...ledgerKinds), fc.integer({ min: -90_000, max: 90_000 })), { maxLength: 40 })
    fc.assert(
      fc.property(moves, made => {
        let balance = balanceOf([])
        const entries = made.map(([kind, pence], at) => {
          balance = after(balance, { kind, pence })
          return entry(at + 1, kind, pence, balance.available)
        })
        const table = ledgerFile(entries, words)
        const sum = (head: string): number =>
          table.rows.reduce((total, cells) => total + Math.round(Number(cells[table.heads.indexOf(head)] ?? 0) * 100), 0)
        expect(sum('Put in, £')).toBe(balance.putIn)
        // What was paid is set aside no longer: the column has what was set aside and set free alone.
        expect(sum('Set aside, £') - sum('Paid out, £')).toBe(balance.setAside)
        expect(sum('Paid out, £')).toBe(balance.paid)
        expect(sum('Came back, £')).toBe(balance.returned + balance.recovered)
        expect(sum('Written off, £')).toBe(balance.writtenOff)
      }),
    )
  })
})

describe('what was set aside and not paid at the year end', () => {
  const committed = (number: number, pence: number, setAside: number, costCode = 'ASC-4410'): YearEnd['rows'][number] => ({
    caseId: caseId,
    reference: '0147',
    name: 'Willow Companions',
    number,
    decidedOn: day('2015-03-02'),
    pence: toPence(pence),
    setAsidePence: toPence(setAside),
    costCode,
  })
  const rows = [committed(7, 500_00, 500_00), committed(8, 450_00, 150_00), committed(9, 400_00, 400_00, 'ASC-2200')]

  test('is a row for each grant, with what was granted and what is not paid of it', () => {
    const table = yearEndFile({ asAt: day('2015-03-31'), rows }, { names: true })
    expect(row(table, 1)).toEqual({
      'At the end of': { day: '2015-03-31' },
      'Cost code': 'ASC-4410',
      Grant: 'G-0008',
      Reference: '0147',
      Name: 'Willow Companions',
      Decided: { day: '2015-03-02' },
      'Granted, £': 450,
      'Not paid yet, £': 150,
    })
    expect(yearEndFile({ asAt: day('2015-03-31'), rows }, { names: false }).heads).not.toContain('Name')
  })

  test('adds up by cost code', () => {
    expect(byCostCode(rows)).toEqual([
      { costCode: 'ASC-2200', grants: 1, pence: 400_00 },
      { costCode: 'ASC-4410', grants: 2, pence: 650_00 },
    ])
    expect(byCostCode([])).toEqual([])
  })
})

test.each([
  ['2026-03-30', '2025-03-31'],
  ['2026-03-31', '2026-03-31'],
  ['2026-04-01', '2026-03-31'],
  ['2026-12-31', '2026-03-31'],
  ['2027-01-01', '2026-03-31'],
])('on %s the last year end is %s', (today, expected) => {
  expect(lastYearEnd(day(today))).toBe(expected)
})
