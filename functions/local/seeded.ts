/** Draws that come out the same on every machine and in every run. */
export type Draws = {
  /** A whole number between these two, both counted in. */
  whole: (from: number, to: number) => number
  oneOf: <T>(items: readonly T[]) => T
  shuffled: <T>(items: readonly T[]) => T[]
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

/** Whole numbers from 0 to 2³² − 1 by xoshiro128** 1.1 (Blackman and Vigna, 2018), from a state that is not all zeros. */
export function xoshiro128(seed: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = seed
  return () => {
    const drawn = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotated(d, 11)
    return drawn
  }
}

/** Draws from a seed: the same seed, the same draws, in the same order. */
export function seeded(seed: readonly [number, number, number, number]): Draws {
  const next = xoshiro128(seed)
  const whole = (from: number, to: number): number => from + Math.floor((next() / 2 ** 32) * (to - from + 1))
  return {
    whole,
    oneOf<T>(items: readonly T[]): T {
      return items[whole(0, items.length - 1)] as T
    },
    shuffled<T>(items: readonly T[]): T[] {
      const order = items.map(item => ({ item, rank: next() }))
      return order.sort((a, b) => a.rank - b.rank).map(({ item }) => item)
    },
  }
}
