import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atRiskOn, greenwood, normalQuantile975, type Spell, survivalAt, survivalCurve } from '#domain/survival.ts'
import reference from './reference/survival.json' with { type: 'json' }

const followed = (to: number, from = 0): Spell => ({ from, to, ended: false })
const ended = (to: number, from = 0): Spell => ({ from, to, ended: true })
const times = (count: number, spell: Spell): Spell[] => Array.from({ length: count }, () => spell)

const standardError = (spells: readonly Spell[], day: number): number | null => {
  const variance = greenwood(spells, day)
  return variance === null ? null : Math.sqrt(variance)
}

type Figures = Record<string, number | null>

/** What differs from R by more than 1e-9, or is a number on one side only. */
function differences(ours: Figures, fromR: Figures): string[] {
  return Object.entries(fromR).flatMap(([figure, expected]) => {
    const actual = ours[figure]
    const isSame =
      actual === expected || (typeof actual === 'number' && typeof expected === 'number' && Math.abs(actual - expected) <= 1e-9)
    return isSame ? [] : [`${figure} on day ${fromR['day']}: ${actual}, in R ${expected}`]
  })
}

const figuresAt = (spells: readonly Spell[], day: number): Figures => ({
  ...survivalAt(spells, day),
  standardError: standardError(spells, day),
})

describe(`agrees with R ${reference.versions.R}, survival ${reference.versions.survival}`, () => {
  for (const { name, spells, curve, at } of reference.cases) {
    test(`on every step of the curve of ${name}`, () => {
      const ours = survivalCurve(spells).map(step => ({ ...step, standardError: standardError(spells, step.day) }))
      expect(ours.map(step => step.day)).toEqual(curve.map(step => step.day))
      expect(ours.flatMap((step, i) => differences(step, curve[i] ?? {}))).toEqual([])
    })

    test(`on single days, with all limits, of ${name}`, () => {
      expect(at.flatMap(fromR => differences(figuresAt(spells, fromR.day), fromR))).toEqual([])
    })
  }

  test('on ten thousand enterprises, a fifth of them entering late', () => {
    const spells = Array.from({ length: 10_000 }, (_, i): Spell => {
      const to = ((i * 7919) % 1000) + 1
      return { from: i % 5 === 0 ? Math.floor(to / 3) : 0, to, ended: i % 17 === 0 }
    })
    expect(reference.tenThousand.flatMap(fromR => differences(figuresAt(spells, fromR.day), fromR))).toEqual([])
  })

  test('on the quantile of the normal distribution behind every 95% limit', () => {
    expect(normalQuantile975).toBeCloseTo(reference.normalQuantile975, 14)
  })

  for (const { n, ended: closed, low, high } of reference.clopperPearson) {
    test(`on the exact binomial interval of ${closed} ended among ${n}, all others followed to the day`, () => {
      const spells = [...times(closed, ended(400)), ...times(n - closed, followed(730))]
      const { exactLow, exactHigh } = survivalAt(spells, closed === n ? 400 : 730)
      expect(exactLow).toBeCloseTo(low, 9)
      expect(exactHigh).toBeCloseTo(high, 9)
    })
  }
})

describe('what is counted', () => {
  test('an enterprise censored on a day is still at risk for the endings of that day', () => {
    expect(survivalAt([ended(10), followed(10)], 10)).toMatchObject({ share: 0.5, atRisk: 2 })
  })

  test('an enterprise that enters late is at risk from the day after', () => {
    const spells = [followed(100), followed(100, 30)]
    expect([0, 30, 31, 100, 101].map(day => atRiskOn(spells, day))).toEqual([1, 1, 2, 2, 0])
  })

  test('leaving out that an enterprise came late would flatter the share', () => {
    const late = [ended(100), followed(730), followed(730, 200), followed(730, 300)]
    const ignored = late.map(spell => ({ ...spell, from: 0 }))
    expect(survivalAt(late, 365).share).toBe(0.5)
    expect(survivalAt(ignored, 365).share).toBe(0.75)
  })

  test('an ending on the first day counts', () => {
    expect(survivalAt([ended(0), followed(50), followed(60), followed(70)], 0)).toMatchObject({ share: 0.75, atRisk: 4 })
  })

  test('the curve has one step for each day on which something ended or was censored', () => {
    expect(survivalCurve([ended(5), ended(5), followed(9), followed(9, 7)])).toMatchObject([
      { day: 5, atRisk: 3, ended: 2, censored: 0 },
      { day: 9, atRisk: 2, ended: 0, censored: 2 },
    ])
  })

  test('a closure on day 731 is after day 730', () => {
    const spells = [...times(9, followed(731)), ended(731)]
    expect(survivalAt(spells, 730).share).toBe(1)
    expect(survivalAt(spells, 731).share).toBe(0.9)
  })
})

describe('what is not known is not shown', () => {
  const nothing = { share: null, low: null, high: null, exactLow: null, exactHigh: null }

  test('past the last follow-up nothing is estimable, whether the last spell was censored or ended', () => {
    expect(survivalAt([ended(100), followed(400)], 401)).toEqual({ day: 401, atRisk: 0, ...nothing })
    expect(survivalAt([followed(100), ended(400)], 401)).toEqual({ day: 401, atRisk: 0, ...nothing })
    expect(greenwood([ended(100), followed(400)], 401)).toBeNull()
  })

  test('without spells there is no curve and no share', () => {
    expect(survivalCurve([])).toEqual([])
    expect(survivalAt([], 0)).toEqual({ day: 0, atRisk: 0, ...nothing })
    expect(greenwood([], 0)).toBeNull()
  })

  test('where all are censored on the day they began there is no curve and no share', () => {
    expect(survivalCurve([followed(0), followed(0)])).toEqual([])
    expect(survivalAt([followed(0), followed(0)], 0)).toEqual({ day: 0, atRisk: 2, ...nothing })
  })

  test('while nobody has ended, the log-log limits are 1 and 1 until something is recorded and missing afterwards, as in R', () => {
    const spells = [followed(300), ...times(9, followed(730))]
    expect(survivalAt(spells, 299)).toMatchObject({ share: 1, low: 1, high: 1 })
    expect(survivalAt(spells, 300)).toMatchObject({ share: 1, low: null, high: null })
  })

  test('once all have ended, the log-log limits are missing and the exact ones are not', () => {
    const { share, low, high, exactLow, exactHigh } = survivalAt(times(5, ended(90)), 90)
    expect([share, low, high, exactLow]).toEqual([0, null, null, 0])
    expect(exactHigh).toBeCloseTo(1 - 0.025 ** (1 / 5), 12)
    expect(greenwood(times(5, ended(90)), 90)).toBeNull()
  })

  test.each([
    [133, 0.9726],
    [30, 0.884],
    [5, 0.478],
    [1, 0.025],
  ])('no ending among %i followed exactly to day 730 still leaves a lower limit of %f', (count, limit) => {
    const { share, exactLow, exactHigh } = survivalAt(times(count, followed(730)), 730)
    expect([share, exactHigh]).toEqual([1, 1])
    expect(exactLow).toBeCloseTo(0.025 ** (1 / count), 12)
    expect(exactLow).toBeCloseTo(limit, 3)
  })

  test('four endings among 133 followed for two years is 97.0% still trading, from 92.5% to 99.2%', () => {
    const { share, exactLow, exactHigh } = survivalAt([...times(4, ended(365)), ...times(129, followed(730))], 730)
    expect([share, exactLow, exactHigh].map(value => value?.toFixed(3))).toEqual(['0.970', '0.925', '0.992'])
  })

  test('the exact interval contains the share also where a tiny early risk set took it to 0 before others came', () => {
    expect(survivalAt([ended(3), ...times(40, followed(730, 100))], 730)).toMatchObject({ share: 0, exactLow: 0 })
  })

  test('thousands of tiny risk sets in a row give limits, not an error', () => {
    const spells = Array.from({ length: 5000 }, (_, i) => [ended(2 * i + 2, 2 * i), followed(2 * i + 2, 2 * i)]).flat()
    const { share, exactLow, exactHigh } = survivalAt(spells, 10_000)
    expect([share, exactLow, exactHigh].map(value => value?.toFixed(12))).toEqual(['0.000000000000', '0.000000000000', '0.000000000000'])
  })
})

describe('days that cannot be are refused', () => {
  test('a late spell without time at risk', () => {
    expect(() => survivalCurve([followed(30, 30)])).toThrow(RangeError)
    expect(() => survivalAt([ended(20, 30)], 10)).toThrow(RangeError)
  })

  test('negative days and parts of days', () => {
    expect(() => survivalCurve([ended(-1)])).toThrow(RangeError)
    expect(() => survivalCurve([followed(20, -1)])).toThrow(RangeError)
    expect(() => survivalCurve([ended(730.5)])).toThrow(RangeError)
    expect(() => survivalAt([ended(5)], 730.5)).toThrow(RangeError)
    expect(() => greenwood([ended(5)], -1)).toThrow(RangeError)
    expect(() => atRiskOn([ended(5)], Number.NaN)).toThrow(RangeError)
  })
})

const aDay = fc.integer({ min: 0, max: 40 })
const fromTheStart = fc.record({ from: fc.constant(0), to: aDay, ended: fc.boolean() })
const late = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 }), fc.boolean())
const anySpell = fc.oneof(
  fromTheStart,
  late.map(([from, length, isEnded]): Spell => ({ from, to: from + length, ended: isEnded })),
)
const anySpells = fc.array(anySpell, { maxLength: 60 })

describe('laws', () => {
  test('the share never rises and stays between 0 and 1', () => {
    fc.assert(
      fc.property(anySpells, spells => {
        const shares = [1, ...survivalCurve(spells).map(step => step.share), 0]
        expect(shares).toEqual(shares.toSorted((a, b) => b - a))
      }),
    )
  })

  test('on every step those at risk, those gone before and those still to enter add up to all', () => {
    fc.assert(
      fc.property(anySpells, spells => {
        let gone = 0
        for (const step of survivalCurve(spells)) {
          const toEnter = spells.filter(({ from }) => from > 0 && from >= step.day).length
          expect(step.atRisk + gone + toEnter).toBe(spells.length)
          expect(step.atRisk).toBe(atRiskOn(spells, step.day))
          gone += step.ended + step.censored
        }
      }),
    )
  })

  test('both intervals contain the share', () => {
    fc.assert(
      fc.property(anySpells, aDay, (spells, day) => {
        const { share, low, high, exactLow, exactHigh } = survivalAt(spells, day)
        const middle = share ?? 0
        expect(low ?? middle).toBeLessThanOrEqual(middle)
        expect(high ?? middle).toBeGreaterThanOrEqual(middle)
        expect(exactLow ?? middle).toBeLessThanOrEqual(middle)
        expect(exactHigh ?? middle).toBeGreaterThanOrEqual(middle)
        expect([exactLow, exactHigh].map(limit => limit === null)).toEqual([share === null, share === null])
      }),
    )
  })

  test('the order of the spells does not matter', () => {
    const withAnother = anySpells.chain(spells => fc.tuple(fc.constant(spells), fc.shuffledSubarray(spells, { minLength: spells.length })))
    fc.assert(
      fc.property(withAnother, aDay, ([spells, shuffled], day) => {
        expect(survivalCurve(shuffled)).toEqual(survivalCurve(spells))
        expect(survivalAt(shuffled, day)).toEqual(survivalAt(spells, day))
      }),
    )
  })

  test('late entries that all come and go so many days later give the same curve so many days later', () => {
    const lateOnly = fc.array(
      anySpell.filter(spell => spell.from > 0),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(lateOnly, fc.nat(500), (spells, shift) => {
        const shifted = spells.map(spell => ({ ...spell, from: spell.from + shift, to: spell.to + shift }))
        expect(survivalCurve(shifted)).toEqual(survivalCurve(spells).map(step => ({ ...step, day: step.day + shift })))
      }),
    )
  })

  test('until somebody is censored the share is simply those not ended over all', () => {
    fc.assert(
      fc.property(fc.array(fromTheStart, { minLength: 1, maxLength: 60 }), spells => {
        const firstCensored = Math.min(...spells.filter(spell => !spell.ended).map(spell => spell.to))
        for (const step of survivalCurve(spells).filter(({ day }) => day <= firstCensored)) {
          const trading = spells.filter(spell => !spell.ended || spell.to > step.day).length
          expect(step.share).toBeCloseTo(trading / spells.length, 12)
        }
      }),
    )
  })

  test('one enterprise followed in two parts counts as one followed throughout', () => {
    fc.assert(
      fc.property(anySpells, aDay, aDay, (spells, cut, day) => {
        const parts = spells.flatMap(spell =>
          spell.from < cut && cut < spell.to
            ? [
                { from: spell.from, to: cut, ended: false },
                { ...spell, from: cut },
              ]
            : [spell],
        )
        const [whole, inParts] = [survivalAt(spells, day), survivalAt(parts, day)]
        expect(inParts.atRisk).toBe(whole.atRisk)
        expect([inParts.share, inParts.exactLow, inParts.exactHigh]).toEqual([whole.share, whole.exactLow, whole.exactHigh])
      }),
    )
  })

  test('the same programme twice over has the same share and half the variance', () => {
    fc.assert(
      fc.property(anySpells, aDay, (spells, day) => {
        const twice = [...spells, ...spells]
        expect(survivalAt(twice, day).share ?? -1).toBeCloseTo(survivalAt(spells, day).share ?? -1, 12)
        expect(2 * (greenwood(twice, day) ?? -1)).toBeCloseTo(greenwood(spells, day) ?? -2, 12)
      }),
    )
  })
})
