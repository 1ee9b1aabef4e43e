import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import type { Publications } from '#domain/potSchemas.ts'
import { toPence } from '#domain/quantities.ts'
import { cameBackSentence, listRows, placeSentence, yearEndSentence } from '#tab/fund/exportWords.ts'
import { glanceOf, glanceRows, leftSentence, periodWords, potData, sumSentences } from '#tab/fund/glanceWords.ts'
import { hoursSentence, shareCount, shareRows } from '#tab/fund/shareWords.ts'
import { noon } from '../builders.ts'
import { fund, grantRow, potAnswer } from './funds.ts'

/** Words as they are read: a no-break space is a space. */
const read = (text: string): string => text.replaceAll('\u00a0', ' ')

const balance = potAnswer().balance
/** One grant that is all that was paid, and one that is all that is set aside. */
const all = [
  grantRow(1, { state: 'closed', paidPence: 41_310_00, keptPence: 40_670_00, next: null }),
  grantRow(2, { state: 'accepted', pence: 2_900_00, setAsidePence: 2_900_00 }),
  grantRow(3, { state: 'recommended', pence: 2_250_00 }),
  grantRow(4, { state: 'assessed', pence: 500_00 }),
  grantRow(5, { state: 'sent-back', pence: 400_00 }),
]
const whole = fund({ grants: all })

describe('the fund at a glance', () => {
  test('begins with what is left, and for how many grants', () => {
    // £16,430 ÷ £500 = 32.86.
    expect(read(leftSentence(potAnswer()))).toBe('£16,430 of £60,000 is left to award, enough for 32 grants of £500')
  })

  test.each([
    [500_00, '£500 of £60,000 is left to award, enough for 1 grant of £500'],
    [340_00, '£340 of £60,000 is left to award, less than one grant of £500'],
    [0, 'Nothing of £60,000 is left to award'],
  ])('with %i pence left says so', (available, sentence) => {
    expect(read(leftSentence({ balance: { ...balance, available }, capPence: toPence(500_00) }))).toBe(sentence)
  })

  test('adds up in words, to the penny', () => {
    expect(sumSentences(potAnswer(), glanceOf(whole)).map(read)).toEqual([
      'Paid £41,310 to 1 enterprise; £640 came back (£460 unspent, £180 recovered).',
      '£40,670 paid + £2,900 set aside + £16,430 left to award = £60,000, the sum of 221 ledger entries.',
    ])
  })

  test('says of what was written off that it stays paid, and of a new fund that nothing was paid', () => {
    const lost = potAnswer({ balance: { ...balance, writtenOff: 120_00 } })
    expect(read(sumSentences(lost, glanceOf(whole))[0] ?? '')).toContain('£120 was written off and stays paid.')
    const fresh = potAnswer({
      entries: 1,
      balance: { putIn: 1_00, available: 1_00, setAside: 0, paid: 0, returned: 0, recovered: 0, writtenOff: 0 },
    })
    expect(sumSentences(fresh, glanceOf(fund({ pot: fresh }))).map(read)).toEqual([
      'Nothing has been paid yet.',
      '£0 paid + £0 set aside + £1 left to award = £1, the sum of 1 ledger entry.',
    ])
  })

  test('counts what is asked for and not decided; what was sent back is not asked for', () => {
    expect(glanceOf(whole)).toMatchObject({ asked: 2_750_00, askedGrants: 2, unpaidGrants: 1, paidTo: 1, whole: true })
    expect(read(potData(glanceOf(whole)).labels.asked.of)).toBe('of it asked for by 2')
  })

  test('says where more is asked for than is left', () => {
    const much = glanceOf(fund({ grants: [...all, grantRow(6, { pence: 20_000_00 })] }))
    // £22,750 asked for, £16,430 left.
    expect(read(potData(much).labels.asked.of)).toBe('asked for by 3, £6,320 more than is left')
  })

  test('of one who sees only some of the grants counts none that it does not know', () => {
    const some = glanceOf(fund({ grants: [grantRow(7)] }))
    expect(some.whole).toBe(false)
    expect(glanceRows(some).map(({ name }) => name)).toEqual([
      'Paid, less what came back',
      'Set aside (committed), not paid yet',
      'Left to award',
      'of it, asked for by those you see',
    ])
    expect(read(sumSentences(potAnswer(), some)[0] ?? '')).toMatch(/^Paid £41,310; /)
  })

  test('the rows under the bar are the numbers of the bar', () => {
    expect(glanceRows(glanceOf(whole)).map(({ pence }) => pence)).toEqual([40_670_00, 2_900_00, 16_430_00, 2_750_00])
  })

  test('a period is said in months', () => {
    expect(periodWords(potAnswer())).toBe('April 2023 to March 2027')
  })
})

describe('what the money fills', () => {
  const share = {
    gap: 'personal-care',
    paidPence: 13_660_00,
    paidGrants: 31,
    setAsidePence: 960_00,
    setAsideGrants: 2,
    wantedMinutes: 118 * 60,
    beforeMinutes: 20 * 60,
    nowMinutes: 60 * 60 + 15,
  } as const

  test('is an amount with how many were paid and what is to pay', () => {
    const [row] = shareRows(fund({ byGap: [share] }), 'gap', id => id)
    expect(row).toMatchObject({ name: 'Personal care', amount: '£14,620', note: '31 paid, £960 to pay' })
  })

  test('says the hours that are wanted, before the fund and now; nothing where nobody said what is wanted', () => {
    expect(hoursSentence(share)).toBe('118 hours a week are wanted. Before the fund 20 were there, now 60¼.')
    expect(hoursSentence({ ...share, beforeMinutes: 0 })).toContain('Before the fund none were there')
    expect(hoursSentence({ ...share, wantedMinutes: null })).toBeNull()
  })

  test('by area has the names of areas, and says where none is on record', () => {
    const { paidPence, paidGrants, setAsidePence, setAsideGrants } = share
    const byArea = [
      { area: 'north', paidPence, paidGrants, setAsidePence, setAsideGrants },
      { area: null, paidPence: 0, paidGrants: 0, setAsidePence: 500_00, setAsideGrants: 1 },
    ]
    const rows = shareRows(fund({ byArea }), 'area', () => 'North Moor')
    expect(rows.map(({ name, note }) => [name, note])).toEqual([
      ['North Moor', '31 paid, £960 to pay'],
      ['No area on record', '£500 to pay'],
    ])
    expect(read(shareCount(byArea))).toBe('31 grants paid, 3 set aside')
  })
})

describe('what is said before a file is made', () => {
  test('how much was committed and not paid at a year end, by cost code', () => {
    const row = {
      caseId: 'd0000000-0000-4000-8000-000000000001',
      reference: '0147',
      name: null,
      number: 7,
      decidedOn: day('2026-03-02'),
      pence: 500_00,
      setAsidePence: 500_00,
      costCode: 'ASC-4410',
    }
    const on = day('2026-03-31')
    expect(
      read(yearEndSentence({ asAt: on, rows: [row, { ...row, setAsidePence: 400_00, costCode: 'ASC-2200' }], totalPence: 900_00 })),
    ).toBe('2 grants, £900, were committed and not paid at the end of 31 March 2026: ASC-2200 £400, ASC-4410 £500.')
    expect(read(yearEndSentence({ asAt: on, rows: [row], totalPence: 500_00 }))).toMatch(/^1 grant, £500, was committed/)
    expect(yearEndSentence({ asAt: on, rows: [], totalPence: 0 })).toBe('Nothing was committed and not paid then.')
  })

  test('which grants of a list do not say where, and which areas have no place code', () => {
    const nameOf = (area: string): string => (area === 'wells' ? 'Wells' : 'Street')
    const said = (withoutPlace: { grants: number; areas: string[] }): string => {
      const threeSixty = { ...publications.transparency, withoutPlace }
      return read(placeSentence({ threeSixty }, nameOf))
    }
    expect(said({ grants: 3, areas: ['street', 'wells'] })).toBe('3 grants in the list do not say where. No place code yet: Street, Wells.')
    expect(said({ grants: 1, areas: [] })).toBe('1 grant in the list does not say where. No area is on record for it.')
    expect(said({ grants: 0, areas: [] })).toBe('')
    expect(placeSentence(publications, nameOf)).toBe('')
  })

  const tally = (grants: number, pence: number) => ({ grants, awardedPence: pence, paidPence: pence })
  const publications: Publications = {
    programme: 'moors',
    through: 1,
    today: day('2026-05-06'),
    knownAt: noon('2026-05-06'),
    asAt: day('2026-05-06'),
    register: tally(9, 4_000_00),
    threeSixty: null,
    transparency: {
      listed: tally(2, 900_00),
      leftOut: [{ why: 'individual', ...tally(7, 3_100_00) }],
      register: tally(9, 4_000_00),
    },
  }

  test('what a list holds, what it leaves out and why, and that together they are all there is', () => {
    const { rows, listed } = listRows(publications, 'transparency') ?? { rows: [], listed: 0 }
    expect(listed).toBe(2)
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['In the list', '2', '£900', '£900'],
      ['Left out: to a person, such as a sole trader', '7', '£3,100', '£3,100'],
      ['All grants of the fund', '9', '£4,000', '£4,000'],
    ])
  })

  test('how much of what was paid came back later, where any did', () => {
    // £460 unspent and £180 recovered.
    expect(read(cameBackSentence(potAnswer()))).toBe('£640 of all that was paid out came back later.')
    expect(cameBackSentence(potAnswer({ balance: { ...balance, returned: 0, recovered: 0 } }))).toBe('')
  })

  test('that nobody has said yet who publishes', () => {
    expect(listRows(publications, 'three-sixty')).toBeUndefined()
    expect(listRows(publications, 'register')?.rows).toHaveLength(1)
  })
})
