import type { Range } from './assumptions.ts'

/**
 * What a figure is at a share of its possibilities, where it is most likely at `central` and cannot be below `low` or above `high`
 * (triangular distribution). Its mean is (low + central + high) ÷ 3. Source: Johnson (1997), The Statistician 46:387.
 */
export function triangularAt({ low, central, high }: Range, share: number): number {
  const width = high - low
  if (width === 0) return central
  return share * width < central - low
    ? low + Math.sqrt(share * width * (central - low))
    : high - Math.sqrt((1 - share) * width * (high - central))
}
