import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hidingRules } from '#domain/disclosure.ts'
import { amountSteps, type AmountQuestion, hideAmounts, tellsOfOne } from '#domain/hidingAmounts.ts'

const rule = hidingRules.funder
const each = (count: number, amount: number): number[] => Array.from({ length: count }, () => amount)
const asked = (parts: number[][], change: Partial<AmountQuestion> = {}): AmountQuestion => ({
  groups: parts.map((list, g) => ({ name: `group ${g}`, parts: list })),
  total: 'printed',
  step: amountSteps.hours,
  rule,
  ...change,
})

/** What is printed: the groups, then the total. */
function printed(question: AmountQuestion): (number | null)[] | 'withheld' {
  const hiding = hideAmounts(question)
  return hiding.kind === 'passed' ? [...hiding.amounts, hiding.total] : 'withheld'
}

describe('an amount tells of single enterprises', () => {
  test('where fewer than five have a part in it', () => expect(tellsOfOne(each(4, 20), rule)).toBe('few'))
  test('where five are asked and only two have any', () => expect(tellsOfOne([30, 30, 0, 0, 0], rule)).toBe('few'))
  // 60 of 110.
  test('where one has more than half', () => expect(tellsOfOne([60, 10, 10, 10, 10, 10], rule)).toBe('one-large'))
  // 100 − 48 − 44 = 8, less than a fifth of 48: who has the 44 knows the 48 to within 8.
  test('where the second largest could tell the largest', () => expect(tellsOfOne([48, 44, 3, 3, 2], rule)).toBe('one-large'))
  test('and not where six have alike', () => expect(tellsOfOne(each(6, 20), rule)).toBeUndefined())
  test('nor where all have none', () => expect(tellsOfOne(each(6, 0), rule)).toBeUndefined())
})

describe('amounts by group with their total', () => {
  // 6 × 20 = 120, 8 × 26 = 208, 328 in all.
  test('are rounded where none tells of anyone', () => expect(printed(asked([each(6, 20), each(8, 26)]))).toEqual([120, 210, 330]))

  // 60 of 390: 385 − 215 − 125 = 45 to 395 − 205 − 115 = 75, a quarter either way.
  test('leave one hidden where rounding keeps it open', () => {
    expect(printed(asked([each(3, 20), each(6, 20), each(8, 26)]))).toEqual([null, 120, 210, 390])
  })

  // 120 of 700: 695 − 405 − 185 = 105 is nearer than a fifth (96), so the 180 goes too.
  test('take the smallest other with one that the sum would tell', () => {
    expect(printed(asked([each(3, 40), each(6, 30), each(8, 50)]))).toEqual([null, null, 400, 700])
  })

  test('of groups that overlap hide that one alone, as there is no sum', () => {
    expect(printed(asked([each(3, 20), each(6, 20), each(8, 26)], { total: 'none' }))).toEqual([null, 120, 210, null])
  })

  // The only one in the second has 200 and knows it: 1,425 − 795 − 295 − 200 = 135 is nearer to 120 than a fifth (144), so the 300 goes too.
  test('take a third where a contributor to the second could work out the first', () => {
    expect(printed(asked([each(3, 40), [200], each(6, 50), each(8, 100)]))).toEqual([null, null, null, 800, 1420])
  })

  test('of one group by itself hide the total with it', () => {
    expect(printed(asked([each(3, 20)]))).toEqual([null, null])
  })

  test('are withheld where the total is public and no other can go', () => {
    expect(printed(asked([each(3, 20)], { total: 'public', step: amountSteps.pounds }))).toBe('withheld')
  })

  test('below nothing are a fault', () => expect(() => hideAmounts(asked([[-1, 2, 3, 4, 5]]))).toThrow(RangeError))
})

const anyQuestion = fc.record({
  parts: fc.array(fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 12 }), { minLength: 1, maxLength: 8 }),
  total: fc.constantFrom('printed' as const, 'public' as const, 'none' as const),
})

describe('laws', () => {
  test('every group that tells of single enterprises is hidden, and the log names what is hidden and nothing else', () => {
    fc.assert(
      fc.property(anyQuestion, ({ parts, total }) => {
        const hiding = hideAmounts(asked(parts, { total }))
        if (hiding.kind === 'withheld') return
        parts.forEach((list, g) => tellsOfOne(list, rule) && expect(hiding.amounts[g]).toBeNull())
        const hidden = hiding.amounts.flatMap((amount, g) => (amount === null ? [g] : []))
        expect(new Set(hiding.log.map(({ group }) => group).filter(group => group !== 'total'))).toEqual(new Set(hidden))
      }),
    )
  })

  // The reader: the total as printed, less the groups as printed, each give or take half a step; nothing where a total is hidden or missing.
  test('a hidden amount is never put within a fifth of itself', () => {
    fc.assert(
      fc.property(anyQuestion, ({ parts, total }) => {
        const hiding = hideAmounts(asked(parts, { total }))
        if (hiding.kind === 'withheld' || hiding.total === null) return
        const give = total === 'public' ? 0 : 5
        const shown = hiding.amounts.filter(amount => amount !== null)
        const most = hiding.total + give - shown.reduce((sum, amount) => sum + Math.max(0, amount - 5), 0)
        const least = hiding.total - give - shown.reduce((sum, amount) => sum + amount + 5, 0)
        const hidden = parts.filter((_, g) => hiding.amounts[g] === null).map(list => list.reduce((sum, part) => sum + part, 0))
        for (const amount of hidden) {
          expect(most).toBeGreaterThanOrEqual(amount * 1.2)
          expect(hidden.length > 1 ? 0 : least).toBeLessThanOrEqual(amount * 0.8)
        }
      }),
    )
  })
})
