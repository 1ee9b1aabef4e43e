import type { Bounds, HidingRule } from './disclosure.ts'
import { roundedTo } from './disclosure.ts'

/** An amount of a group, as what each of its enterprises has of it: hours a week, people helped, pounds; none below 0. */
export type AmountGroup = { name: string; parts: readonly number[] }

/**
 * Amounts by group, and what is known of their sum: `printed` beside them, or `none` where groups overlap. A `public` total (money paid from the
 * ledger) is known exactly and never hidden. `step` is what amounts are rounded to.
 */
export type AmountQuestion = { groups: readonly AmountGroup[]; total: 'printed' | 'public' | 'none'; step: AmountStep; rule: HidingRule }

/** Hours a week are rounded to 10, people to 5, pounds to 100. */
export const amountSteps = { hours: 10, people: 5, pounds: 100 } as const
type AmountStep = (typeof amountSteps)[keyof typeof amountSteps]

/** Why an amount is hidden: few have a part in it; one has so much of it that it tells of them; it would give another away. */
export type WhyAmountHidden = 'few' | 'one-large' | 'would-give-away'

/** Amounts as they may be published, null where hidden, in the order of the groups; `total` is null as well where there is none. */
export type AmountHiding =
  | { kind: 'passed'; amounts: (number | null)[]; total: number | null; log: { group: number | 'total'; why: WhyAmountHidden }[] }
  | { kind: 'withheld'; why: 'no-pattern-holds' }

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, each) => sum + each, 0)
const largestOf = (parts: readonly number[]): number => Math.max(0, ...parts)

/** Nobody may come nearer to a hidden amount, or to the largest part of one, than a fifth of it. */
const nearest = 0.2

/**
 * Whether an amount tells of single enterprises: fewer have a part in it than the threshold; one has more than half (dominance); or the second
 * largest, who knows their own part, could put the largest within a fifth (the p% rule, p = 20): total − largest − second < 0.2 × largest.
 * Source: Hundepool and others, Handbook on Statistical Disclosure Control, chapter 4.
 */
export function tellsOfOne(parts: readonly number[], { threshold }: HidingRule): 'few' | 'one-large' | undefined {
  const contributing = parts.filter(part => part > 0)
  if (parts.length < threshold || (contributing.length > 0 && contributing.length < threshold)) return 'few'
  const [largest = 0, second = 0] = contributing.sort((a, b) => b - a)
  const total = sumOf(parts)
  return largest > total / 2 || total - largest - second < nearest * largest ? 'one-large' : undefined
}

/** A pattern while it is worked out: why each group and the total are hidden. */
type Draft = { why: Map<number | 'total', WhyAmountHidden> }

/** What a reader can make of a hidden group: the printed total less what is shown. Hidden groups beside it may be anything, or `known` at least. */
function rangeOfGroup({ groups, total, step }: AmountQuestion, { why }: Draft, group: number, known: number): Bounds {
  if (total === 'none' || why.has('total')) return { low: 0, high: Infinity }
  const whole = sumOf(groups.flatMap(({ parts }) => parts))
  const shown = groups.filter((_, g) => !why.has(g)).map(({ parts }) => roundedTo(sumOf(parts), step))
  const give = step / 2
  const printed = total === 'public' ? whole : roundedTo(whole, step)
  const [low, high] = total === 'public' ? [printed, printed] : [printed - give, printed + give]
  const others = groups.some((_, g) => g !== group && why.has(g))
  const most = high - sumOf(shown.map(amount => Math.max(0, amount - give))) - known
  return { low: others ? 0 : Math.max(0, low - sumOf(shown.map(amount => amount + give))), high: most }
}

/** What a reader can make of a hidden total: at least what is shown, and no more than that where every group is. */
function rangeOfTotal({ groups, step }: AmountQuestion, { why }: Draft): Bounds {
  const shown = groups.filter((_, g) => !why.has(g)).map(({ parts }) => roundedTo(sumOf(parts), step))
  const isAllShown = shown.length === groups.length
  const least = sumOf(shown.map(amount => Math.max(0, amount - step / 2)))
  return { low: least, high: isAllShown ? sumOf(shown.map(amount => amount + step / 2)) : Infinity }
}

const leavesOpen = ({ low, high }: Bounds, amount: number, step: number): boolean =>
  low <= amount * (1 - nearest) && high >= Math.max(amount * (1 + nearest), amount === 0 ? step : 0)

/** Whether a hidden group, or the total, stays open to a reader outside and to the largest contributor of another hidden group. */
function isOpen(question: AmountQuestion, draft: Draft, hidden: number | 'total'): boolean {
  const { groups, step } = question
  if (hidden === 'total') return leavesOpen(rangeOfTotal(question, draft), sumOf(groups.flatMap(({ parts }) => parts)), step)
  const amount = sumOf(groups[hidden]?.parts ?? [])
  const beside = groups.flatMap(({ parts }, g) => (g !== hidden && draft.why.has(g) ? [largestOf(parts)] : []))
  return leavesOpen(rangeOfGroup(question, draft, hidden, largestOf(beside)), amount, step)
}

/**
 * Hides the amounts that tell of single enterprises, and as many others, smallest first and the total last, as it takes that no hidden one can be
 * put within a fifth of itself from the total: not by a reader outside, and not by the largest contributor to another hidden group. The others are
 * rounded. Each round hides one more, so it ends.
 */
export function hideAmounts(question: AmountQuestion): AmountHiding {
  const { groups, total, step, rule } = question
  const parts = groups.flatMap(group => group.parts)
  if (parts.some(part => !(part >= 0 && part < Number.MAX_SAFE_INTEGER))) throw new RangeError('an amount is below nothing, or no number')
  const draft: Draft = { why: new Map() }
  const note = (hidden: number | 'total', why?: WhyAmountHidden) => why && draft.why.set(hidden, why)
  groups.forEach((group, g) => note(g, tellsOfOne(group.parts, rule)))
  if (total === 'printed') note('total', tellsOfOne(parts, rule))
  for (;;) {
    if ([...draft.why.keys()].every(hidden => isOpen(question, draft, hidden))) break
    const [next] = [...groups.keys()]
      .filter(g => !draft.why.has(g))
      .sort((a, b) => sumOf(groups[a]?.parts ?? []) - sumOf(groups[b]?.parts ?? []) || a - b)
    if (next !== undefined) note(next, 'would-give-away')
    else if (total === 'printed' && !draft.why.has('total')) note('total', 'would-give-away')
    else return { kind: 'withheld', why: 'no-pattern-holds' }
  }
  const printedTotal = total === 'public' ? sumOf(parts) : roundedTo(sumOf(parts), step)
  return {
    kind: 'passed',
    amounts: groups.map((group, g) => (draft.why.has(g) ? null : roundedTo(sumOf(group.parts), step))),
    total: total === 'none' || draft.why.has('total') ? null : printedTotal,
    log: [...draft.why].map(([group, why]) => ({ group, why })),
  }
}
