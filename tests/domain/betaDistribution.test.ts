import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaQuantile, logGamma, regularisedIncompleteBeta } from '#domain/betaDistribution.ts'
import reference from './reference/survival.json' with { type: 'json' }

const worst = (deviations: readonly number[]): number => deviations.reduce((most, next) => Math.max(most, Math.abs(next)), 0)

describe(`agrees with R ${reference.versions.R} to 1e-10`, () => {
  test('on the share of a beta distribution below a point, from 0.001 to a million and far into both tails', () => {
    const { cumulative } = reference.beta
    expect(cumulative.length).toBeGreaterThan(1000)
    expect(worst(cumulative.map(({ a, b, x, value }) => regularisedIncompleteBeta(x, a, b) - value))).toBeLessThan(1e-10)
  })

  test('on the quantiles of a beta distribution, from 0.01 to a million and far into both tails', () => {
    const { quantile } = reference.beta
    expect(quantile.length).toBeGreaterThan(500)
    expect(worst(quantile.map(({ a, b, share, value }) => betaQuantile(share, a, b) - value))).toBeLessThan(1e-10)
  })

  test('on the logarithm of the gamma function, relative to its size', () => {
    expect(worst(reference.logGamma.map(({ x, value }) => (logGamma(x) - value) / Math.max(1, Math.abs(value))))).toBeLessThan(1e-10)
  })
})

describe('values known by hand', () => {
  test('a beta distribution of 1 and 1 is flat', () => {
    expect(regularisedIncompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 14)
    expect(betaQuantile(0.3, 1, 1)).toBeCloseTo(0.3, 14)
  })

  test('a beta distribution of n and 1 has x to the power of n below x', () => {
    expect(regularisedIncompleteBeta(0.97, 133, 1)).toBeCloseTo(0.97 ** 133, 14)
    expect(betaQuantile(0.025, 133, 1)).toBeCloseTo(0.025 ** (1 / 133), 14)
  })

  test('nothing lies below 0 and everything below 1', () => {
    expect([-1, 0, 1, 2].map(x => regularisedIncompleteBeta(x, 0.5, 3))).toEqual([0, 0, 1, 1])
    expect([0, 1].map(share => betaQuantile(share, 0.5, 3))).toEqual([0, 1])
  })

  test('the gamma function of 6 is 5 factorial', () => {
    expect(logGamma(6)).toBeCloseTo(Math.log(120), 14)
  })
})

test('numbers that no beta distribution has are refused', () => {
  expect(() => regularisedIncompleteBeta(0.5, 0, 1)).toThrow(RangeError)
  expect(() => regularisedIncompleteBeta(Number.NaN, 1, 1)).toThrow(RangeError)
  expect(() => betaQuantile(0.5, 1, Number.POSITIVE_INFINITY)).toThrow(RangeError)
  expect(() => betaQuantile(1.1, 1, 1)).toThrow(RangeError)
  expect(() => logGamma(0)).toThrow(RangeError)
})

const shape = fc.double({ min: -3, max: 5, noNaN: true }).map(power => 10 ** power)
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('laws', () => {
  test('what lies below x and what the mirrored distribution has below 1 − x add up to 1', () => {
    fc.assert(
      fc.property(share, shape, shape, (x, a, b) => {
        // 1 − x is rounded; mirror what is left after rounding.
        const y = 1 - x
        expect(regularisedIncompleteBeta(1 - y, a, b) + regularisedIncompleteBeta(y, b, a)).toBeCloseTo(1, 10)
      }),
    )
  })

  test('the share below a point never falls as the point moves up', () => {
    fc.assert(
      fc.property(share, share, shape, shape, (x, y, a, b) => {
        const [lower, upper] = [Math.min(x, y), Math.max(x, y)]
        expect(regularisedIncompleteBeta(upper, a, b) - regularisedIncompleteBeta(lower, a, b)).toBeGreaterThan(-1e-10)
      }),
    )
  })

  test('the asked share lies between the points just below and just above its quantile', () => {
    fc.assert(
      fc.property(share, shape, shape, (asked, a, b) => {
        const x = betaQuantile(asked, a, b)
        expect(regularisedIncompleteBeta(x - 1e-10, a, b)).toBeLessThan(asked + 1e-10)
        expect(regularisedIncompleteBeta(x + 1e-10, a, b)).toBeGreaterThan(asked - 1e-10)
      }),
    )
  })
})
