import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FileTable } from '#domain/caseFile.ts'
import { csvText } from '#domain/csv.ts'
import { grantRegister } from '#domain/grantRegister.ts'
import { day } from '#domain/plainDate.ts'
import type { GrantRecord, Reconciliation, Tally } from '#domain/publication.ts'
import { recipientOf } from '#domain/publication.ts'
import { threeSixtyGiving } from '#domain/threeSixtyGiving.ts'
import { transparencyList } from '#domain/transparencyList.ts'
import type { Constitution } from '#domain/supportCase.ts'
import { capacityGaps, legalForms } from '#domain/vocabulary.ts'
import { about, grantRecord, pots, setUpAs, ward } from './grantRecords.ts'
import { faultsOf } from './threeSixtySchema.ts'

/** What is planted wherever a person's details might come along by mistake. */
const planted = { name: 'Philippa Quince', postcode: 'BA6 9EL', hamlet: 'Baltonsborough', reference: 'BACS-PLANTED' } as const

const anyConstitution: fc.Arbitrary<Constitution> = fc.oneof(
  fc.constant<Constitution>({ state: 'not-chosen' }),
  fc.constantFrom(...legalForms).map((form): Constitution => ({ state: 'chosen', form, on: day('2026-01-05') })),
  fc
    .tuple(
      fc.constantFrom('sole_trader' as const, ...legalForms),
      fc.constantFrom(
        [undefined, undefined] as const,
        ['companies-house', '01234567'] as const,
        ['charity-commission', '1173575'] as const,
        ['mutuals', 'IP031455'] as const,
        ['companies-house', 'no number'] as const,
      ),
    )
    .map(([form, [register, identifier]]) => setUpAs(form, register, identifier)),
)

const anyArea = fc.constantFrom(
  null,
  ward,
  { code: 'hamlet', name: planted.hamlet },
  { code: 'hamlet', name: planted.hamlet, geoCode: 'E05001234' },
  { code: 'hamlet', name: planted.hamlet, geoCode: 'E01029999' },
  { code: 'hamlet', name: planted.hamlet, geoCode: planted.postcode },
)

type Amounts = { awarded: number; paidPart: number; backPart: number }
const anyRecord = fc
  .record({
    constitution: anyConstitution,
    area: anyArea,
    isNamed: fc.boolean(),
    gap: fc.constantFrom(...capacityGaps),
    // The list is made on 27 November 2026: some are decided after it.
    decidedOn: fc.constantFrom('2026-04-01', '2026-11-27', '2026-11-28'),
    amounts: fc.record<Amounts>({
      awarded: fc.integer({ min: 1, max: 500_00 }),
      paidPart: fc.integer({ min: 0, max: 100 }),
      backPart: fc.integer({ min: 0, max: 100 }),
    }),
    isClosed: fc.boolean(),
  })
  .map(({ isNamed, amounts: { awarded, paidPart, backPart }, ...said }) => (number: number): GrantRecord => {
    const paid = Math.floor((awarded * paidPart) / 100)
    const returned = Math.floor((paid * backPart) / 100)
    return grantRecord({
      ...said,
      number,
      awarded,
      organisationName: isNamed ? `${planted.name} & Co` : null,
      paid: paid === 0 ? {} : { '2026-11-27': paid },
      reference: planted.reference,
      returned,
    })
  })
const anyRecords = fc.array(anyRecord, { maxLength: 12 }).map(made => made.map((make, place) => make(1000 + place)))

const law = (holds: (records: GrantRecord[]) => void): void => fc.assert(fc.property(anyRecords, holds), { numRuns: 300 })

const made = (records: readonly GrantRecord[]) => {
  const result = threeSixtyGiving(records, about)
  return result.ok ? result.value : undefined
}
const reconciliationOf = (records: readonly GrantRecord[]): Reconciliation => {
  const result = threeSixtyGiving(records, about)
  return result.ok ? result.value.reconciliation : result.refusal.reconciliation
}
const text = ({ heads, rows }: FileTable): string =>
  csvText([heads, ...rows.map(row => row.map(cell => (cell !== null && typeof cell === 'object' ? cell.day : cell)))])

/** Pence of an amount in pounds as it stands written in a file, read digit by digit. */
function penceIn(cell: unknown): number {
  const [, pounds = '', pence = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(cell)) ?? []
  return Number(pounds) * 100 + Number(pence.padEnd(2, '0'))
}
const column = ({ heads, rows }: FileTable, head: string): number => rows.reduce((sum, row) => sum + penceIn(row[heads.indexOf(head)]), 0)
const together = (tallies: readonly Tally[]) => ({
  grants: tallies.reduce((sum, each) => sum + each.grants, 0),
  awardedPence: tallies.reduce((sum, each) => sum + each.awardedPence, 0),
  paidPence: tallies.reduce((sum, each) => sum + each.paidPence, 0),
})

describe('for every list of grants', () => {
  test('what each list holds and what it leaves out are the register, to the penny', () => {
    law(records => {
      const register = grantRegister(records, pots.assistance)
      const inRegister = {
        grants: register.rows.length,
        awardedPence: column(register, 'Awarded, £'),
        paidPence: column(register, 'Paid, £'),
      }
      for (const reconciliation of [reconciliationOf(records), transparencyList(records, about).reconciliation]) {
        expect(reconciliation.register).toEqual(inRegister)
        expect(together([reconciliation.listed, ...reconciliation.leftOut])).toEqual(inRegister)
      }
    })
  })

  test('the files hold as many grants and as many pence as they say', () => {
    law(records => {
      const giving = made(records)
      const { listed } = reconciliationOf(records)
      if (giving) {
        const { json, table } = giving
        expect([json.grants.length, table.rows.length]).toEqual([listed.grants, listed.grants])
        expect(json.grants.reduce((sum, { amountAwarded }) => sum + penceIn(amountAwarded), 0)).toBe(listed.awardedPence)
        expect(column(table, 'Amount Awarded')).toBe(listed.awardedPence)
        expect(column(table, 'Amount Disbursed')).toBe(listed.paidPence)
      } else expect(listed.grants).toBe(0)
      const { table, reconciliation } = transparencyList(records, about)
      expect([table.rows.length, column(table, 'Amount, £')]).toEqual([reconciliation.listed.grants, reconciliation.listed.awardedPence])
    })
  })

  test('in the register, what was paid less what came back is what is kept', () => {
    law(records => {
      const register = grantRegister(records, pots.assistance)
      expect(column(register, 'Paid, £') - column(register, 'Came back, £')).toBe(column(register, 'Kept, £'))
    })
  })

  test('the package is valid, its grants have ids of their own, and none is decided later than the day', () => {
    law(records => {
      const json = made(records)?.json
      if (!json) return
      expect(faultsOf(json)).toEqual([])
      expect(new Set(json.grants.map(({ id }) => id)).size).toBe(json.grants.length)
      expect(json.grants.every(({ awardDate }) => awardDate <= about.on)).toBe(true)
    })
  })

  test('nothing published says a person’s name, postcode, hamlet or payment, our number or our ids', () => {
    law(records => {
      const people = records.filter(({ constitution }) => recipientOf(constitution).kind !== 'organisation')
      const giving = made(people)
      const published = [giving ? JSON.stringify(giving.json) + text(giving.table) : '', text(transparencyList(people, about).table)].join()
      for (const secret of Object.values(planted)) expect(published).not.toContain(secret)
      for (const { grant } of people) {
        expect(published).not.toContain(grant.grantId)
        expect(published).not.toContain(`G-${grant.number}`)
      }
      expect(transparencyList(people, about).table.rows).toEqual([])
    })
  })

  test('among organisations too, no payment, none of our numbers and no place by the code of anything smaller than a ward', () => {
    law(records => {
      const giving = made(records)
      const published = [
        giving ? JSON.stringify(giving.json) + text(giving.table) : '',
        text(transparencyList(records, about).table),
      ].join()
      for (const secret of [planted.reference, planted.postcode, 'E01029999', 'LSOA']) expect(published).not.toContain(secret)
      for (const { grant } of records) expect(published).not.toMatch(new RegExp(`${grant.grantId}|G-${grant.number}`))
    })
  })

  test('the order in which they come changes nothing', () => {
    law(records => {
      const reversed = records.toReversed()
      expect(threeSixtyGiving(reversed, about)).toEqual(threeSixtyGiving(records, about))
      expect(transparencyList(reversed, about)).toEqual(transparencyList(records, about))
      expect(grantRegister(reversed, pots.assistance)).toEqual(grantRegister(records, pots.assistance))
    })
  })
})
