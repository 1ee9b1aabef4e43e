import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { publishedCautions, publishedSums } from '#tab/savings/publishedSums.ts'
import {
  apartRows,
  headlineOf,
  intervalWords,
  isNobody,
  missingWords,
  paidForItself,
  rangeParts,
  sayShort,
  sayThousands,
  warningsOf,
  whoWords,
} from '#tab/savings/savingsWords.ts'
import { estimate, savings } from './savingsScene.ts'

/** Words as they are read: a no-break space is a space. */
const read = (text: string): string => text.replaceAll('\u00a0', ' ')
const yearly = (pence: number, low: number, high: number) => ({ pence, range: { mean: pence, low, middle: pence, high } })

describe('money on the page', () => {
  test.each([
    [121_499_99, '£121,000'],
    [121_500_00, '£122,000'],
    [499_99, '£0'],
    [-499_99, '£0'],
    [-3_200_00, '−£3,000'],
  ])('%i pence is %s, to the nearest £1,000', (pence, words) => {
    expect(sayThousands(pence)).toBe(words)
  })

  test('on a scale is in thousands', () => {
    expect([150_000_00, 0, -50_000_00].map(sayShort)).toEqual(['£150k', '£0', '−£50k'])
  })
})

describe('the first line', () => {
  test('says at how many hours the programme has paid for itself, and how many there are', () => {
    expect(read(paidForItself(estimate()))).toBe(
      'The programme has paid for itself once the council has paid for 50,447 hours. So far it has paid for 61,234 hours.',
    )
  })

  test('says so where an hour saves nothing', () => {
    const none = estimate({ breakEvenMinutes: null, perHourPence: -12, soFarMinutes: 60 })
    expect(read(paidForItself(none))).toBe(
      'An hour that the council pays for saves nothing so far. So no number of hours pays for the programme. So far it has paid for 1 hour.',
    )
  })

  test('says so where the council has paid for no hour yet', () => {
    expect(paidForItself(estimate({ breakEvenMinutes: null, perHourPence: null, soFarMinutes: 0 }))).toMatch(
      /^The council has paid for no hours/,
    )
  })
})

describe('the headline', () => {
  test('is a year at today’s rate, with the middle 95% in words', () => {
    expect(headlineOf(estimate())).toEqual({ label: 'What the council does not have to pay, at today’s rate', amount: '£121,000' })
    expect(rangeParts(estimate())).toEqual({ low: '£78,000', high: '£169,000' })
    expect(intervalWords(estimate())).toBe('One bar from £78,000 to £169,000, with a dot at £121,000.')
  })

  test('says that the council pays more where it does, and the least of that first', () => {
    const more = estimate({ yearly: yearly(-20_000_00, -30_000_00, -10_000_00) })
    expect(headlineOf(more)).toEqual({ label: 'What the council pays more than it would have, at today’s rate', amount: '£20,000' })
    expect(rangeParts(more)).toEqual({ low: '£10,000', high: '£30,000' })
  })

  test('keeps the sign where it could be either', () => {
    expect(rangeParts(estimate({ yearly: yearly(-20_000_00, -30_000_00, 10_000_00) }))).toEqual({ low: '−£30,000', high: '£10,000' })
  })

  test('of a few pounds is not nothing', () => {
    expect(headlineOf(estimate({ yearly: yearly(120_00, 0, 400_00) })).amount).toBe('Less than £1,000')
  })
})

describe('what is kept apart', () => {
  const rows = apartRows(savings(), estimate())

  test('is saved so far, a year’s rate, what is to come, five years and the cost, each with its own amount', () => {
    expect(Object.values(rows).map(({ name, amount }) => [name, amount])).toEqual([
      ['Saved so far', '£202,000'],
      ['A year at today’s rate', '£121,000'],
      ['Still to come', '£223,000'],
      ['Five years, worth today', '£168,000'],
      // £135,000 + £39,480.
      ['Cost', '£174,480'],
    ])
  })

  test('says by which rule five years were counted, and what the other two would give', () => {
    expect(rows.value.note).toContain('at 3.5% a year, counted in the middle of each year; hours fade by 7.5% a year; cost taken off.')
    expect(rows.value.note).toContain('£160,000 if counted at the end of each year, £176,000 if counted at the start of each year.')
  })

  test('says what is needed where five years cannot be said, and that nobody could be followed so long', () => {
    const nothing = { mean: 0, low: 0, middle: 0, high: 0 }
    const early = estimate({
      value: null,
      ahead: { pence: 0, range: nothing, enterprises: 0, shortened: 0, leftOut: 1, until: day('2028-03-31') },
    })
    const { value, ahead } = apartRows(savings(), early)
    expect(value).toMatchObject({ amount: 'we cannot say yet', note: 'needs “discount rate” and “hours that fade each year”' })
    expect(ahead).toMatchObject({ amount: 'we cannot say yet', range: '' })
    expect(ahead.list).toBeUndefined()
    expect(rows.ahead.range).toBe('£140,000 to £310,000')
    expect(rows.ahead.note).toContain('not of how long they last')
    expect(read(ahead.note)).toContain('1 enterprise left out')
    expect(read(rows.ahead.note)).toContain('For 40 enterprises only the months for which others were followed.')
    expect(apartRows(savings(), estimate({ ahead: null })).ahead).toMatchObject({ amount: 'we cannot say yet' })
  })

  test('opens the list of each that has one', () => {
    expect(Object.values(rows).map(({ list }) => list)).toEqual(['soFar', 'yearly', 'ahead', undefined, 'grants'])
    const withoutGrants = apartRows(savings({ cost: { programmePence: 1, soFarPence: 1, grantsPence: 0 } }), estimate())
    expect(withoutGrants.cost.list).toBeUndefined()
  })

  test('says who is behind it, and for how many their worker only thinks so', () => {
    expect(read(whoWords({ ...savings().hours, told: 112, estimates: 2 }))).toBe(
      '112 trading, all told us who pays; for 2 it is what their worker thinks. The council or the NHS pays for 911 hours a week.',
    )
  })
})

describe('the warnings', () => {
  test('give the share of hours that can count at all, and what all of them would come to', () => {
    // £222,000 of £600,000 is 37%. £121,400 × 600 ÷ 222 = £328,108.
    const [share] = warningsOf(savings(), estimate())
    expect(share?.title).toBe('Only 37% of the hours can save the council money.')
    expect(read(share?.words ?? '')).toContain('If all 2,220 hours a week were counted, the figure would be £328,000 a year.')
  })

  test('give what a published claim would need of each hour', () => {
    // £400,000 ÷ (2,220 × 52 × 0.28) = £12.375.
    const [, claim] = warningsOf(savings(), estimate())
    expect(claim?.title).toContain('£400,000 a year needs £12.38 saved on each hour')
    expect(claim?.words).toContain('Here such an hour has saved £2.83 so far.')
  })

  test('are never more than two, and one where the council pays for every hour', () => {
    const { steps } = estimate()
    const all = estimate({ steps: { ...steps, allHours: steps.difference } })
    expect(warningsOf(savings(), estimate()).length).toBe(2)
    expect(warningsOf(savings(), all).length).toBe(1)
  })

  test('take the share of hours from what was told where an hour saves nothing', () => {
    // 911 of 2,220 hours are 41%.
    const nothing = estimate({ steps: { allHours: 0, difference: 0, assessed: 0, left: {}, net: 0 }, perHourPence: null })
    const [share, claim] = warningsOf(savings(), nothing)
    expect(share).toMatchObject({
      title: 'Only 41% of the hours can save the council money.',
      words: expect.not.stringContaining('If all') as string,
    })
    expect(claim?.words).not.toContain('Here such an hour')
  })
})

test('what is missing is counted and named, each since the day it is needed', () => {
  const missing = [
    { kind: 'comparator', since: day('2025-04-01') },
    { kind: 'contract-price', since: day('2025-05-01') },
  ] as const
  expect(missingWords({ missing: [...missing] }).lead).toBe('We need 2 figures:')
  expect(missingWords({ missing: [...missing] }).each.map(read)).toEqual([
    'What the council would have paid for an hour, from 1 April 2025',
    'What the council pays for an hour by contract, from 1 May 2025',
  ])
  expect(missingWords({ missing: [missing[0]] }).lead).toBe('We need one figure:')
})

test('nobody is there where nobody trades and no hour was counted; those that have stopped leave their hours', () => {
  const nobody = savings({ hours: { ...savings().hours, trading: 0 }, estimate: null })
  const needed = (since: string) => ({ ...nobody, missing: [{ kind: 'comparator' as const, since: day(since) }] })
  expect(isNobody(needed('2026-03-01'))).toBe(true)
  expect(isNobody(needed('2026-02-01'))).toBe(false)
  expect(isNobody({ ...nobody, estimate: estimate({ soFarMinutes: 0 }) })).toBe(true)
  expect(isNobody({ ...nobody, estimate: estimate() })).toBe(false)
  expect(isNobody(savings({ estimate: null }))).toBe(false)
})

describe('the published figures of one county', () => {
  test('are six sums with their workings', () => {
    expect(publishedSums().map(({ result }) => result)).toEqual(['£1,015', '£750', '£225', '£3.47', '4.05 months', '2.96 : 1'])
    expect(publishedSums().map(({ working }) => working)).toEqual([
      '£135,000 ÷ 133',
      '£135,000 ÷ 180',
      '£135,000 ÷ 600',
      '£400,000 ÷ (2,220 × 52)',
      expect.stringContaining('£135,000 ÷ (£400,000 ÷ 12)'),
      '£400,000 ÷ £135,000',
    ])
  })

  test('come with two cautions', () => {
    const [share, folded] = publishedCautions()
    expect(share).toContain('If 28% of the hours count, each has to save £12.38.')
    expect(folded).toContain('4 of 133. Then the true share could be from 0.8% to 7.5%')
  })
})
