/**
 * Numbers drawn from a seed: the same seed gives the same numbers, on every machine. xoshiro128** 1.1, by D. Blackman and S. Vigna,
 * "Scrambled linear pseudorandom number generators" (2021), ACM TOMS 47(4); the state is filled by SplitMix32 from the seed and the name of
 * what is drawn, so that each figure has numbers of its own, whatever else is drawn and in whatever order.
 */
export function seededDraws(seed: number, name: string): () => number {
  const next = xoshiro128(stateFrom(seed, name))
  // The middle of one of 2^32 equal steps, so that neither 0 nor 1 is ever drawn.
  return () => (next() + 0.5) / 2 ** 32
}

export type State = [number, number, number, number]

const turned = (value: number, by: number): number => ((value << by) | (value >>> (32 - by))) >>> 0

/** Whole numbers from 0 to 2^32 − 1, from a state of four that are not all 0. */
export function xoshiro128([a, b, c, d]: State): () => number {
  return () => {
    const drawn = Math.imul(turned(Math.imul(b, 5) >>> 0, 7), 9) >>> 0
    const shifted = (b << 9) >>> 0
    c = (c ^ a) >>> 0
    d = (d ^ b) >>> 0
    b = (b ^ c) >>> 0
    a = (a ^ d) >>> 0
    c = (c ^ shifted) >>> 0
    d = turned(d, 11)
    return drawn
  }
}

function stateFrom(seed: number, name: string): State {
  let at = seed >>> 0
  for (const letter of name) at = Math.imul(at ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const word = (): number => {
    at = (at + 0x9e3779b9) >>> 0
    let mixed = Math.imul(at ^ (at >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  const state: State = [word(), word(), word(), word()]
  // All 0 would stay 0 for ever.
  return state.every(each => each === 0) ? [1, 0, 0, 0] : state
}
