import { describe, expect, test } from 'vitest'
import {
  drawnFacts,
  drawnRows,
  gapData,
  gapDescription,
  gapSentences,
  gapTitle,
  monthRows,
  stepRows,
  stepsDescription,
  stepsTitle,
  swingRows,
  swingsDescription,
  swingsTitle,
  whoRows,
} from '#tab/savings/workingWords.ts'
import { estimate, savings } from './savingsScene.ts'

/** Words as they are read: a no-break space is a space. */
const read = (text: string): string => text.replaceAll('\u00a0', ' ')
const { cost } = savings()

describe('from every hour to what is left', () => {
  const rows = stepRows(estimate())

  test('begins each step where the one before it ended, and ends at the figure', () => {
    expect(rows.map(({ name, amount, kind }) => [name, amount, kind])).toEqual([
      ['All hours, as if all counted', '£600,000', 'as-if'],
      ['Hours others pay for', '−£378,000', 'off'],
      ['Hours the council pays for', '£222,000', 'total'],
      ['No assessed need', '−£22,000', 'off'],
      ['People’s own payments', '−£20,000', 'off'],
      ['Would have begun without us', '−£30,000', 'off'],
      ['Due to other support', '−£29,000', 'off'],
      ['What is left, a year', '£121,000', 'total'],
    ])
    const off = rows.filter(({ kind }) => kind === 'off').slice(1)
    expect(off.slice(1).map(({ from }) => from)).toEqual(off.slice(0, -1).map(({ to }) => to))
  })

  test('has its finding for a title, and the plain subject where nothing is left', () => {
    expect(stepsTitle(estimate())).toBe('From every hour to £121,000 a year')
    const { steps } = estimate()
    expect(stepsTitle(estimate({ steps: { ...steps, net: -1 } }))).toBe('From every hour to what is left of a year')
    expect(stepsDescription(rows)).toMatch(/^Bars, one under the other: All hours, as if all counted £600,000; Hours others/)
  })

  test('adds where the council pays more than it would have', () => {
    const steps = { allHours: -10_000_00, difference: -6_000_00, assessed: -5_000_00, left: {}, net: -5_000_00 }
    expect(stepRows(estimate({ steps })).map(({ amount }) => amount)).toEqual(['−£10,000', '+£4,000', '−£6,000', '+£1,000', '−£5,000'])
  })
})

const noCash = { pencePerYear: 0, falls: [] }

describe('paid back', () => {
  test('says in which month, and how long after the beginning', () => {
    expect(read(gapTitle(estimate()))).toBe('Paid back in December 2025, 3 months after the programme began')
    expect(gapData(estimate())).toEqual({
      // £1,000 − £60,000; £40,000 − £62,000; £70,000 − £64,000.
      months: [
        { label: 'Oct 25', gap: -59_000_00 },
        { label: 'Nov 25', gap: -22_000_00 },
        { label: 'Dec 25', gap: 6_000_00 },
      ],
      paidBackAt: 2,
      paidBack: 'Paid back: December 2025',
    })
    expect(gapDescription(estimate())).toBe('Line from −£59,000 in October 2025 to £6,000 in December 2025.')
  })

  test('says how far behind it was, and how long the flat sum would take', () => {
    expect(gapSentences(estimate(), cost).map(read)).toEqual([
      'It was furthest behind in October 2025, by £59,000.',
      'At today’s rate from the first day, it would take 17 months. It takes longer, as enterprises start one by one.',
    ])
  })

  test('not yet: says from now how long, if today’s rate goes on', () => {
    // £174,480 − £100,000 = £74,480, at £121,400 ÷ 12 = £10,116.67 a month: 7.36 months.
    const soFar = { pence: 100_000_00, range: estimate().soFar.range }
    const sentences = gapSentences(estimate({ soFar, paidBack: { on: null, flatMonths: 17.2 } }), cost).map(read)
    expect(sentences).toContain('If today’s rate goes on, the whole cost is paid back in about 8 months from now.')
    expect(gapTitle(estimate({ paidBack: { on: null, flatMonths: 17.2 } }))).toBe('The whole cost is not paid back yet')
  })

  test('never, where a year saves nothing', () => {
    const never = estimate({ paidBack: { on: null, flatMonths: null } })
    expect(gapSentences(never, cost).at(-1)).toBe('At today’s rate nothing is saved, so the cost is never paid back.')
    expect(gapData(never).paidBackAt).toBeNull()
  })

  test('has a table with a row for each month', () => {
    expect(monthRows(estimate())[1]?.cells).toEqual(['November 2025', '£40,000', '£62,000', '−£22,000'])
  })

  test('of no month says nothing', () => {
    expect(gapDescription(estimate({ months: [] }))).toBe('')
  })
})

describe('what matters most', () => {
  test('is the figure with the widest swing, and each says the values used', () => {
    expect(swingsTitle(estimate())).toBe('“What the council would have paid for an hour” matters most')
    expect(swingRows(estimate()).map(({ low, high }) => [low, high])).toEqual([
      ['£22.63', '£25.57'],
      // 9.004% and 33.002%.
      ['9%', '33%'],
    ])
    expect(swingsDescription(swingRows(estimate()))).toContain('£87,000 at £22.63 and £155,000 at £25.57')
  })

  test('is nothing where no figure has a range', () => {
    expect(swingsTitle(estimate({ swings: [] }))).toBe('No figure has a range')
  })
})

test('who saves is named with an amount, or with the reason why it is not counted', () => {
  expect(whoRows(estimate(), noCash).map(({ amount }) => amount)).toEqual(['£121,000', 'not counted', 'not counted', 'not counted'])
  expect(whoRows(estimate({ nhsYearlyPence: 15_000_00 }), noCash)[1]).toMatchObject({ name: 'The NHS', amount: '£15,000' })
  expect(whoRows(estimate(), noCash)[0]?.why).toContain('None of it is cash so far.')
})

test('how sure we are is the draws, their seed, and the price at which nothing is saved', () => {
  expect(drawnRows(estimate()).map(({ cells }) => cells)).toContainEqual(['Middle 95%', '£131,000 to £282,000', '£78,000 to £169,000'])
  expect(drawnFacts(estimate()).map(({ value }) => value)).toEqual(['76%', '10,000', '20260331', '£18.90', '£2.83'])
  expect(drawnFacts(estimate({ paysPerHourPence: null, perHourPence: null })).length).toBe(3)
})
