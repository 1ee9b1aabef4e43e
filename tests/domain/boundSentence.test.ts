import { describe, expect, test } from 'vitest'
import { headlineSentence, headlineTable, stoppedOrNotReached, type TwoYearsOn, withColumnsMerged } from '#domain/boundSentence.ts'
import { boundsOf, type HidingRule, hidingRules, printedTable } from '#domain/disclosure.ts'
import { hide } from '#domain/hiding.ts'
import { day } from '#domain/plainDate.ts'

const exact: HidingRule = { threshold: 5, base: 1, least: 3 }
const asAt = day('2026-03-31')

const published = (twoYears: TwoYearsOn, rule: HidingRule) => {
  const table = headlineTable(twoYears, rule)
  const hiding = hide({ table, asAt, rule, beside: [] })
  if (hiding.kind === 'withheld') throw new Error('a headline is withheld')
  const { pattern } = hiding
  const [row = []] = printedTable({ table, rule, pattern })
  const printed = Object.fromEntries(table.columns.map((name, c) => [name, row[c] ?? null]))
  return { table, pattern, printed, sentence: headlineSentence(printed['began'] ?? null, printed['stopped'] ?? null, rule) }
}

describe('the headline is never blank', () => {
  // (133 − 4) ÷ 133 = 96.99%; four of 133 has a 95% interval of 0.8% to 7.5%, so 92.5% is the lower limit of what has not stopped.
  test('fewer than five of 133 is at least 96%, from 92% to 100%', () => {
    const { printed, sentence } = published({ trading: 124, stopped: 3, notReached: 6 }, exact)
    expect(printed).toEqual({ trading: 124, [stoppedOrNotReached]: 9, began: 133 })
    expect(sentence).toEqual({
      kind: 'bound',
      words: 'Fewer than 5 of the 133 that began at least two years ago have stopped, so at least 96% have not.',
      atLeastPercent: 96,
      low: 92,
      high: 100,
    })
  })

  // About 135 may be 133: (133 − 4) ÷ 133.
  test('a rounded number is taken at the least it can stand for', () => {
    const { printed, sentence } = published({ trading: 126, stopped: 0, notReached: 9 }, hidingRules.funder)
    expect(printed).toEqual({ trading: 125, [stoppedOrNotReached]: 10, began: 135 })
    expect(sentence).toMatchObject({ kind: 'bound', atLeastPercent: 96 })
    expect(sentence.words).toContain('Fewer than 5 of about 135')
  })

  // 129 trading of 133 would leave four: trading goes with it, and the sentence still says the bound.
  test('where those not reached are few as well, those trading are hidden and the sentence stands', () => {
    const { printed, sentence } = published({ trading: 129, stopped: 3, notReached: 1 }, exact)
    expect(printed).toEqual({ trading: null, [stoppedOrNotReached]: null, began: 133 })
    expect(sentence).toMatchObject({ kind: 'bound', atLeastPercent: 96 })
  })

  // (60 − 15) ÷ 60 = 75%.
  test('a number that is not small is printed with its share', () => {
    const { sentence } = published({ trading: 40, stopped: 14, notReached: 7 }, hidingRules.funder)
    expect(sentence.words).toBe('15 of about 60 that began at least two years ago have stopped, so about 75% have not.')
  })

  test('of a handful nothing is said but that they are too few', () => {
    expect(headlineSentence(null, null, exact).kind).toBe('too-few')
    expect(headlineSentence(8, null, exact).kind).toBe('too-few')
  })

  // The same printed numbers give the same words, whatever is behind them: none, one or four stopped.
  test('the sentence tells nothing that the numbers beside it do not', () => {
    const words = [0, 1, 2, 3, 4].map(stopped => published({ trading: 124, stopped, notReached: 9 - stopped }, exact).sentence.words)
    expect(new Set(words).size).toBe(1)
  })
})

describe('with the sentence as one more equation', () => {
  // Every way there is: trading, stopped and not reached that add up and show the same numbers, stopped being under the threshold.
  test('the number stopped and the number not reached stay open in every headline up to 40', () => {
    const tooFew: string[] = []
    for (const rule of [exact, hidingRules.funder, hidingRules.public]) {
      for (let trading = 0; trading <= 30; trading += 3)
        for (let stopped = 0; stopped < rule.threshold; stopped++)
          for (let notReached = 0; notReached <= 10; notReached++) {
            const left = valuesLeft({ trading, stopped, notReached }, rule)
            if (left.some(count => count < 3))
              tooFew.push(`${trading} ${stopped} ${notReached} by ${rule.threshold}/${rule.base}: ${left.join()}`)
          }
    }
    expect(tooFew).toEqual([])
  })
})

/** How many values are left for the number stopped and for those not reached, by trying all. */
function valuesLeft(twoYears: TwoYearsOn, rule: HidingRule): number[] {
  const { table, pattern } = published(twoYears, rule)
  const [trading, merged, began] = (table.cells[0] ?? []).map((count, c) => boundsOf(count, pattern[0]?.[c] ?? 'shown', rule))
  if (!trading || !merged || !began) return [0]
  const [stops, misses] = [new Set<number>(), new Set<number>()]
  const isIn = (value: number, { low, high }: { low: number; high: number }) => value >= low && value <= high
  for (let stopped = 0; stopped < rule.threshold; stopped++)
    for (let both = Math.max(merged.low, stopped); both <= Math.min(merged.high, 40); both++)
      for (let all = Math.max(began.low, both); all <= Math.min(began.high, 80); all++) {
        if (!isIn(all - both, trading)) continue
        stops.add(stopped)
        misses.add(both - stopped)
      }
  return [stops.size, misses.size]
}

describe('columns added up', () => {
  test('stand where the first of them stood', () => {
    const table = { ...headlineTable({ trading: 20, stopped: 6, notReached: 7 }, exact), id: 'areas' }
    const merged = withColumnsMerged(table, ['stopped', 'not-reached'], stoppedOrNotReached)
    expect(merged.columns).toEqual(['trading', stoppedOrNotReached, 'began'])
    expect(merged.cells).toEqual([[20, 13, 33]])
    // Those not reached may be fewer later, so the two together only grow if both do.
    expect(merged.growing).toEqual(['began'])
  })

  test('a table without them stays as it is', () => {
    const table = headlineTable({ trading: 20, stopped: 6, notReached: 7 }, exact)
    expect(withColumnsMerged(table, ['elsewhere'], 'both')).toBe(table)
  })
})
