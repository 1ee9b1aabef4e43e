const logRootTwoPi = 0.5 * Math.log(2 * Math.PI)

/**
 * What Stirling's formula leaves out of log Γ(x), for x > 0: log Γ(x) = (x − ½) log x − x + ½ log 2π + this.
 * From 15 upwards six terms of the series are exact to the last digit; below, the recurrence Γ(x + 1) = x Γ(x) climbs there.
 */
function stirlingError(x: number): number {
  let climbed = 0
  let at = x
  for (; at < 15; at++) climbed += (at + 0.5) * Math.log1p(1 / at) - 1
  const s = 1 / (at * at)
  return climbed + (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / at
}

/**
 * Natural logarithm of the gamma function, for x above 0: log Γ(x), where Γ(n) = (n − 1)! for whole n.
 * Stirling's series with its remainder, so it stays exact where Γ itself is far too large to hold.
 * Source: NIST Digital Library of Mathematical Functions, 5.11.1, https://dlmf.nist.gov/5.11
 */
export function logGamma(x: number): number {
  if (!(x > 0 && Number.isFinite(x))) throw new RangeError(`the gamma function is asked for above 0 only: ${x}`)
  return (x - 0.5) * Math.log(x) - x + logRootTwoPi + stirlingError(x)
}

/** seen × log(seen ÷ expected) + expected − seen, without losing the digits where the two are close. */
function deviance(seen: number, expected: number): number {
  const excess = (expected - seen) / seen
  // Near −1 the logarithm of 1 + excess is lost instead, and the plain form is good.
  if (excess < -0.5) return seen * Math.log(seen / expected) + expected - seen
  return seen * (excess - Math.log1p(excess))
}

/**
 * x^a (1 − x)^b ÷ B(a, b). A difference of three log-gammas would lose all digits for large a and b, so it is put together from
 * deviances, as in Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
 */
function powersOverBeta(x: number, a: number, b: number): number {
  const n = a + b
  const logError = stirlingError(n) - stirlingError(a) - stirlingError(b)
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(logError - deviance(a, n * x) - deviance(b, n * (1 - x)))
}

const mostTerms = 100_000
const notZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value)

/**
 * Continued fraction of the incomplete beta function, by Lentz's method. It converges quickly for x below the mean of the distribution:
 * the number of terms grows as the square root of the larger of a and b. Source: DLMF 8.17.22, https://dlmf.nist.gov/8.17
 */
function continuedFraction(x: number, a: number, b: number): number {
  let ratio = 1
  let inverse = 1 / notZero(1 - ((a + b) * x) / (a + 1))
  let value = inverse
  for (let m = 1; m < mostTerms; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let change = 1
    for (const term of [even, odd]) {
      inverse = 1 / notZero(1 + term * inverse)
      ratio = notZero(1 + term / ratio)
      change = ratio * inverse
      value *= change
    }
    if (Math.abs(change - 1) < 3e-16) return value
  }
  throw new RangeError(`the incomplete beta function is out of reach at a = ${a}, b = ${b}`)
}

function checkShape(a: number, b: number): void {
  const isShape = (value: number) => value > 0 && Number.isFinite(value)
  if (!isShape(a) || !isShape(b)) throw new RangeError(`the two numbers of a beta distribution are above 0: ${a}, ${b}`)
}

/**
 * Share of a beta distribution that lies at or below x: the regularised incomplete beta function I_x(a, b), R's `pbeta(x, a, b)`.
 *
 *   I_x(a, b) = ∫ from 0 to x of t^(a−1) (1 − t)^(b−1) dt ÷ B(a, b)
 *
 * No units; a and b above 0. Below the mean the continued fraction is used as it is, above it through I_x(a, b) = 1 − I_(1−x)(b, a).
 * Differs from R by less than 1e-10 for a and b from 0.001 to a million. Source: DLMF 8.17, https://dlmf.nist.gov/8.17
 */
export function regularisedIncompleteBeta(x: number, a: number, b: number): number {
  checkShape(a, b)
  if (Number.isNaN(x)) throw new RangeError('a beta distribution is asked for at a number')
  if (x <= 0) return 0
  if (x >= 1) return 1
  const weight = powersOverBeta(x, a, b)
  return x < (a + 1) / (a + b + 2) ? (weight * continuedFraction(x, a, b)) / a : 1 - (weight * continuedFraction(1 - x, b, a)) / b
}

/**
 * Quantile of a beta distribution: the x with I_x(a, b) = share, R's `qbeta(share, a, b)`. `share` is a number from 0 to 1, so is x.
 * Newton's steps from the mean, kept inside a bracket that closes from both sides; halving wherever a step leaves the bracket or is slow.
 * Differs from R by less than 1e-10 for a and b from 0.01 to a million.
 */
export function betaQuantile(share: number, a: number, b: number): number {
  checkShape(a, b)
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a quantile is asked for at a share from 0 to 1: ${share}`)
  if (share === 0 || share === 1) return share
  let [low, high, step] = [0, 1, 1]
  let x = a / (a + b)
  // 1,100 halvings reach the smallest number there is, so the loop ends by its own test.
  for (let tries = 0; tries < 1100; tries++) {
    const excess = regularisedIncompleteBeta(x, a, b) - share
    if (excess === 0) return x
    if (excess > 0) high = x
    else low = x
    const newton = (excess * x * (1 - x)) / powersOverBeta(x, a, b)
    const isGood = x - newton >= low && x - newton <= high && Math.abs(newton) <= Math.abs(step) / 2
    const next = isGood ? x - newton : (low + high) / 2
    step = next - x
    x = next
    if (Math.abs(step) <= Number.EPSILON * x) return x
  }
  return x
}
