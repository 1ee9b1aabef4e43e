import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GroupedSpell } from '#domain/logRank.ts'
import { chiSquareTail, logRank } from '#domain/logRank.ts'
import reference from './reference/estimates.json' with { type: 'json' }

type Listed = { from: number[]; to: number[]; ended: number[]; group: string[]; stratum: (string | null)[] }

const spellsOf = ({ from, to, ended, group, stratum }: Listed): GroupedSpell[] =>
  to.map((day, place) => ({
    from: from[place] ?? 0,
    to: day,
    ended: ended[place] === 1,
    group: group[place] ?? '',
    stratum: stratum[place] ?? '',
  }))

/** 1e-9 in parts of the value for chi-square, and of 1 for the rest. */
const near = (actual: number, fromR: number): boolean => Math.abs(actual - fromR) <= 1e-9 * Math.max(1, Math.abs(fromR))

type FromR = { chiSquare: number; degrees: number; p: number; observed: number[] | null; expected: number[] | null }

function expectSame(spells: readonly GroupedSpell[], { chiSquare, degrees, p, observed, expected }: FromR): void {
  const ours = logRank(spells)
  if (ours.kind !== 'worked-out') throw new Error(`not worked out: ${ours.kind}`)
  expect([near(ours.chiSquare, chiSquare), ours.degrees, near(ours.p, p)]).toEqual([true, degrees, true])
  if (!observed || !expected) return
  expect(ours.groups.map(({ ended }) => ended)).toEqual(observed)
  expect(ours.groups.every((group, place) => near(group.expected, expected[place] ?? Number.NaN))).toBe(true)
}

describe(`agrees with R ${reference.versions.R}, survival ${reference.versions.survival}`, () => {
  for (const { name, spells, answer } of reference.logRank) {
    test(`on chi-square, degrees of freedom, p, and the endings of each group, of ${name}`, () => {
      expectSame(spellsOf(spells), answer)
    })
  }

  test('on ten thousand enterprises in three groups', () => {
    const groups = ['north', 'south', 'west']
    const spells = Array.from({ length: 10_000 }, (_, i): GroupedSpell => {
      return { from: 0, to: ((i * 7919) % 1000) + 1, ended: i % 3 > 0, group: groups[(i * 31) % 3] ?? '' }
    })
    expectSame(spells, reference.tenThousandGroups.answer)
  })

  test('on the upper tail of chi-square', () => {
    expect(reference.chiSquare.filter(({ x, degrees, value }) => !(Math.abs(chiSquareTail(x, degrees) - value) <= 1e-12))).toEqual([])
  })
})

const of = (group: string, days: readonly number[], ended: boolean, from = 0): GroupedSpell[] =>
  days.map(to => ({ from, to, ended, group }))

describe('the test says nothing', () => {
  test('where nothing ended: R prints 0 and no p', () => {
    expect(logRank([...of('a', [5, 9], false), ...of('b', [7, 9], false)])).toEqual({ kind: 'nothing-ended' })
    expect(logRank([])).toEqual({ kind: 'nothing-ended' })
  })

  test('under five endings in all', () => {
    const spells = [...of('a', [2, 4], true), ...of('b', [3, 5], true), ...of('a', [9], false), ...of('b', [9], false)]
    expect(logRank(spells)).toEqual({ kind: 'too-few-ended', ended: 4 })
  })

  test('where nobody of the other group was at risk when something ended', () => {
    const spells = [...of('a', [5, 6, 7, 8, 9], true), ...of('b', [1, 2, 3], false)]
    expect(logRank(spells)).toEqual({ kind: 'one-group-at-risk' })
    expect(logRank(of('a', [5, 6, 7, 8, 9], true))).toEqual({ kind: 'one-group-at-risk' })
  })

  test('where all that were at risk ended on one day, so that nothing was left to chance', () => {
    expect(logRank([...of('a', [5, 5, 5], true), ...of('b', [5, 5, 5], true)])).toEqual({ kind: 'no-chance-left' })
  })
})

describe('within strata', () => {
  const within = (stratum: string, spells: GroupedSpell[]): GroupedSpell[] => spells.map(each => ({ ...each, stratum }))

  test('groups that share none are never side by side', () => {
    const spells = [...within('2022', of('a', [1, 2, 3], true)), ...within('2023', of('b', [4, 5, 6], true))]
    expect(logRank(spells)).toEqual({ kind: 'never-side-by-side' })
  })

  test('a group that stands alone in its own has no say, and the others are compared all the same', () => {
    const two = within('2022', [...of('a', [1, 2, 3], true), ...of('b', [4, 5, 6], true)])
    const alone = within('2023', of('c', [2, 7], true))
    expect(logRank([...two, ...alone])).toMatchObject({ kind: 'worked-out', degrees: 1, chiSquare: expect.closeTo(5.0517, 4) })
  })
})

test('two groups of three, worked by hand', () => {
  // a ends on 1, 2, 3; b on 4, 5, 6. Expected of a: 3/6 + 2/5 + 1/4 = 1.15; variance: 9/36 + 6/25 + 3/16 = 0.6775.
  // Chi-square (3 − 1.15)² / 0.6775 = 5.0517.
  const answer = logRank([...of('a', [1, 2, 3], true), ...of('b', [4, 5, 6], true)])
  expect(answer).toMatchObject({ kind: 'worked-out', degrees: 1, chiSquare: expect.closeTo(5.0517, 4) })
})

test('a late entry is not at risk before it came', () => {
  const early = [...of('a', [1, 2, 3, 8], true), ...of('b', [4, 5, 6], true)]
  expect(logRank([...early, ...of('b', [9], true, 7)])).toMatchObject({
    kind: 'worked-out',
    // Expected of a: 4/7 + 3/6 + 2/5 + 1/4 + 1/3 + 1/2 + 1/2 + 0/1.
    groups: [{ group: 'a', ended: 4, expected: expect.closeTo(4 / 7 + 1 / 2 + 2 / 5 + 1 / 4 + 1 / 3 + 1 / 2 + 1 / 2, 12) }, { group: 'b' }],
  })
})

test('a chi-square below nothing is refused', () => {
  expect(() => chiSquareTail(-1, 1)).toThrow(RangeError)
  expect(() => chiSquareTail(1, 0)).toThrow(RangeError)
  expect(chiSquareTail(0, 3)).toBe(1)
})

test('is the same to its last digit in whatever order the enterprises, and their years, are read', () => {
  const anySpell = fc.record({
    from: fc.constant(0),
    to: fc.integer({ min: 1, max: 12 }),
    ended: fc.boolean(),
    group: fc.constantFrom('north', 'south', 'east'),
    stratum: fc.constantFrom('2013', '2014', '2015'),
  })
  fc.assert(
    fc.property(fc.array(anySpell, { minLength: 12, maxLength: 40 }), spells => {
      expect(logRank(spells.toReversed())).toEqual(logRank(spells))
    }),
    { numRuns: 500 },
  )
})
