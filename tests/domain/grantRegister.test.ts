import { expect, test } from 'vitest'
import { grantRegister } from '#domain/grantRegister.ts'
import { grantRecord, pots, setUpAs, willow } from './grantRecords.ts'

const cells = ({ heads, rows }: ReturnType<typeof grantRegister>, row: number) =>
  Object.fromEntries(heads.map((head, place) => [head, rows[row]?.[place]]))

test('every grant of the pot is in the register by its number, with what was awarded, paid, came back and is kept', () => {
  const register = grantRegister(
    [
      grantRecord({
        number: 122,
        ...willow,
        awarded: 500_00,
        paid: { '2026-04-20': 200_00, '2026-05-20': 200_01 },
        reference: 'BACS-0077',
        returned: 50_00,
        recovered: 25_01,
        writtenOff: 10_00,
        state: 'part-paid',
      }),
      grantRecord({ number: 121 }),
    ],
    pots.assistance,
  )
  expect(cells(register, 0)).toMatchObject({
    Grant: 'G-0121',
    'Legal form': 'Sole trader',
    'Awarded, £': 500,
    'Paid, £': 0,
    'First paid': null,
  })
  // Paid £400.01; £50.00 + £25.01 came back; £325.00 is kept, of which £10 is owed and written off; £99.99 still to pay.
  expect(cells(register, 1)).toEqual({
    Grant: 'G-0122',
    Decided: { day: '2026-04-01' },
    Organisation: 'Willow Companions CIC',
    'Legal form': 'CIC',
    Area: 'Glastonbury St John’s',
    Gap: 'Help at home',
    'Where it stands': 'Part paid',
    'Awarded, £': 500,
    'Paid, £': 400.01,
    'First paid': { day: '2026-04-20' },
    'Still to pay, £': 99.99,
    'Came back, £': 75.01,
    'Kept, £': 325,
    'Written off, £': 10,
    'Payment references': 'BACS-0077, BACS-0077',
    'Cost code': 'ASC-4410',
  })
})

test('a grant that was not taken up is in the register too, and a person’s name is not', () => {
  const register = grantRegister([grantRecord({ isClosed: true, organisationName: 'Jo Marsh' })], pots.charitable)
  expect(cells(register, 0)).toMatchObject({
    Organisation: null,
    'Where it stands': 'Closed',
    'Still to pay, £': 0,
    'Cost code': 'ASC-4411',
  })
})

test('a grant from before there were numbers comes last, and what is not set up yet says so', () => {
  const older = grantRecord({ constitution: { state: 'not-chosen' } })
  const register = grantRegister(
    [{ ...older, grant: { ...older.grant, number: undefined } }, grantRecord({ number: 7, constitution: setUpAs('llp') })],
    pots.assistance,
  )
  expect([cells(register, 0)['Grant'], cells(register, 1)['Grant'], cells(register, 1)['Legal form']]).toEqual([
    'G-0007',
    null,
    'Not set up yet',
  ])
})
