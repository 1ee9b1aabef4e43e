import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompetingSpell } from '#domain/competingEndings.ts'
import { cumulativeIncidence } from '#domain/competingEndings.ts'
import { shareAt } from '#domain/survival.ts'
import reference from './reference/estimates.json' with { type: 'json' }

type Listed = { from: number[]; to: number[]; ending: (string | null)[] }
const spellsOf = ({ from, to, ending }: Listed): CompetingSpell[] =>
  to.map((day, place) => ({ from: from[place] ?? 0, to: day, ending: ending[place] ?? null }))

type FromR = { ending: string; day: number; share: number; standardError: number | null; low: number | null; high: number | null }

/** What differs from R by more than 1e-9. Where none ended so, R has 0 and 0 for limits before its first day and none after; we have none. */
function differences(spells: readonly CompetingSpell[], at: readonly FromR[]): string[] {
  return at.flatMap(fromR => {
    const ours = cumulativeIncidence(spells, fromR.ending, fromR.day)
    const figures = ['share', 'standardError', 'low', 'high'] as const
    return figures.flatMap(figure => {
      const expected = fromR.share <= 0 && (figure === 'low' || figure === 'high') ? null : fromR[figure]
      const actual = ours[figure]
      const isSame =
        actual === expected || (typeof actual === 'number' && typeof expected === 'number' && Math.abs(actual - expected) <= 1e-9)
      return isSame ? [] : [`${figure} of ${fromR.ending} on day ${fromR.day}: ${actual}, in R ${expected}`]
    })
  })
}

describe(`agrees with R ${reference.versions.R}, survival ${reference.versions.survival}`, () => {
  for (const { name, spells: listed, at, notEstimable } of reference.endings) {
    const spells = spellsOf(listed)
    test(`on every way of ending, its error and its limits, of ${name}`, () => {
      expect(differences(spells, at)).toEqual([])
    })

    test(`and says nothing of the days that nobody was followed to, of ${name}`, () => {
      for (const day of notEstimable)
        expect(cumulativeIncidence(spells, at[0]?.ending ?? '', day)).toMatchObject({ share: null, standardError: null })
    })
  }

  test('on ten thousand enterprises of three endings, a fifth of them entering late', () => {
    const endings = ['not-working', 'took-job', 'planned'] as const
    const spells = Array.from({ length: 10_000 }, (_, i): CompetingSpell => {
      const to = ((i * 7919) % 1000) + 1
      return { from: i % 5 === 0 ? Math.floor(to / 3) : 0, to, ending: i % 17 === 0 ? (endings[i % 3] ?? null) : null }
    })
    expect(differences(spells, reference.tenThousandEndings.at)).toEqual([])
  })
})

describe('how they ended', () => {
  // Ten: one closed on day 100, one took a job on day 200, the others were followed to two years.
  const ten: CompetingSpell[] = [
    { from: 0, to: 100, ending: 'not-working' },
    { from: 0, to: 200, ending: 'took-job' },
    ...Array.from({ length: 8 }, () => ({ from: 0, to: 730, ending: null })),
  ]

  test('one of ten closed, and one of ten took a job: a tenth each, and not a ninth for the second', () => {
    // 1 × 1/10, then 9/10 × 1/9.
    expect(cumulativeIncidence(ten, 'not-working', 730).share).toBeCloseTo(0.1, 12)
    expect(cumulativeIncidence(ten, 'took-job', 730).share).toBeCloseTo(0.1, 12)
    expect(cumulativeIncidence(ten, 'took-job', 199).share).toBe(0)
  })

  test('an ending that nobody had is none, without a range', () => {
    expect(cumulativeIncidence(ten, 'planned', 365)).toEqual({ day: 365, share: 0, standardError: 0, low: null, high: null })
  })

  test('past the last follow-up nothing is said while some go on', () => {
    expect(cumulativeIncidence(ten, 'took-job', 731).share).toBeNull()
    expect(cumulativeIncidence([], 'took-job', 0).share).toBeNull()
    expect(cumulativeIncidence([{ from: 0, to: 0, ending: null }], 'took-job', 0).share).toBeNull()
  })

  test('once all have ended, the share stays what it is', () => {
    expect(cumulativeIncidence([{ from: 0, to: 30, ending: 'reached' }], 'reached', 365).share).toBe(1)
  })

  test('a spell that cannot be is refused', () => {
    expect(() => cumulativeIncidence([{ from: 30, to: 30, ending: null }], 'took-job', 10)).toThrow(RangeError)
    expect(() => cumulativeIncidence([{ from: 0, to: -1, ending: null }], 'took-job', 10)).toThrow(RangeError)
  })
})

const anySpells = fc.array(
  fc.record({ from: fc.constant(0), to: fc.integer({ min: 0, max: 40 }), ending: fc.constantFrom(null, 'a', 'b', 'c') }),
  { maxLength: 60 },
)

test('for all spells, the ways of ending and those that have not ended add up to all of them', () => {
  fc.assert(
    fc.property(anySpells, fc.integer({ min: 0, max: 40 }), (spells, day) => {
      const left = shareAt(
        spells.map(({ from, to, ending }) => ({ from, to, ended: ending !== null })),
        day,
      )
      if (left === null) return
      const ended = ['a', 'b', 'c'].reduce((sum, each) => sum + (cumulativeIncidence(spells, each, day).share ?? Number.NaN), 0)
      expect(ended + left).toBeCloseTo(1, 10)
    }),
  )
})
