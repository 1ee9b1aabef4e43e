import { describe, expect, test } from 'vitest'
import { omissionSentences } from '#domain/publication.ts'
import { toPence } from '#domain/quantities.ts'
import { transparencyList } from '#domain/transparencyList.ts'
import type { LegalForm } from '#domain/vocabulary.ts'
import { about, grantRecord, setUpAs, willow } from './grantRecords.ts'

/*
 * Local Government Transparency Code 2015, grants to voluntary, community and social enterprise organisations: date, period, department,
 * beneficiary, registration number, purpose and amount.
 */
test('a grant to a community interest company is listed with all that the Code asks for', () => {
  const { table } = transparencyList([grantRecord({ ...willow, awarded: 499_99 })], about)
  expect(table.heads).toEqual(['Date awarded', 'Time period', 'Department', 'Beneficiary', 'Registration number', 'Purpose', 'Amount, £'])
  expect(table.rows).toEqual([
    [
      { day: '2026-04-01' },
      'One-off',
      'Adult social care',
      'Willow Companions CIC',
      '01234567',
      'To help start or run a small local care or support service that offers help at home.',
      499.99,
    ],
  ])
})

describe('which grants belong to the list', () => {
  test.each<[LegalForm, string]>([
    ['cic', 'listed'],
    ['cio', 'listed'],
    ['guarantee_company', 'listed'],
    ['charity', 'listed'],
    ['cooperative_society', 'listed'],
    ['community_benefit_society', 'listed'],
    ['unincorporated_association', 'listed'],
    ['sole_trader', 'individual'],
    ['partnership', 'partnership'],
    ['limited_company', 'private-company'],
    ['llp', 'private-company'],
  ])('a %s: %s', (form, where) => {
    const { table, reconciliation } = transparencyList([grantRecord({ constitution: setUpAs(form), organisationName: 'Willow' })], about)
    expect(table.rows).toHaveLength(where === 'listed' ? 1 : 0)
    expect(reconciliation.leftOut.map(({ why }) => why)).toEqual(where === 'listed' ? [] : [where])
  })

  test('a group that nobody registers has no number, and one without a name on record is left out', () => {
    const group = setUpAs('unincorporated_association')
    const { table, reconciliation } = transparencyList(
      [grantRecord({ number: 1, constitution: group, organisationName: 'Tuesday Club' }), grantRecord({ number: 2, constitution: group })],
      about,
    )
    expect(table.rows.map(row => row.slice(3, 5))).toEqual([['Tuesday Club', null]])
    expect(reconciliation.leftOut).toMatchObject([{ why: 'no-name', grants: 1 }])
  })

  test('one set up on the day of the decision counts as what it was then: a person with an idea is a person', () => {
    const { reconciliation } = transparencyList([grantRecord({ constitution: { state: 'not-chosen' } })], about)
    expect(reconciliation.leftOut).toMatchObject([{ why: 'individual' }])
  })
})

test('says beside itself how many grants it leaves out, why, and what they come to', () => {
  const { reconciliation } = transparencyList(
    [
      grantRecord({ number: 1, ...willow, awarded: 500_00, paid: { '2026-05-01': 500_00 } }),
      grantRecord({ number: 2, awarded: 300_00 }),
      grantRecord({ number: 3, awarded: 250_50, paid: { '2026-05-01': 100_00 } }),
      grantRecord({ number: 4, constitution: setUpAs('limited_company'), awarded: 100_10 }),
      grantRecord({ number: 5, ...willow, awarded: 400_00, isClosed: true }),
    ],
    about,
  )
  const tally = (grants: number, awarded: number, paid: number) => ({ grants, awardedPence: toPence(awarded), paidPence: toPence(paid) })
  // To people: £300.00 + £250.50 = £550.50. In all: 500 + 550.50 + 100.10 + 400 = £1,550.60 awarded, 500 + 100 = £600 paid.
  expect(reconciliation).toEqual({
    listed: tally(1, 500_00, 500_00),
    leftOut: [
      { why: 'not-taken-up', ...tally(1, 400_00, 0) },
      { why: 'individual', ...tally(2, 550_50, 100_00) },
      { why: 'private-company', ...tally(1, 100_10, 0) },
    ],
    register: tally(5, 1_550_60, 600_00),
  })
  expect(omissionSentences(reconciliation)).toBe(
    '1 grant is left out: not taken up, so no money was paid. 2 grants are left out: to a person, such as a sole trader. ' +
      '1 grant is left out: to a private company or limited liability partnership.',
  )
  expect(omissionSentences({ leftOut: [] })).toBe('')
})
