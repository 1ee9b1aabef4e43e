import type { AssumptionKind } from '#domain/assumptions.ts'
import { assumptionKinds } from '#domain/assumptions.ts'
import { inWords } from '#domain/dayWords.ts'
import { inHundred } from '#domain/marks.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { reductions } from '#domain/saving.ts'
import type { GapData, StepRow, SwingRow } from '#domain/savingsMarks.ts'
import type { Savings, SavingsEstimate } from '#domain/savingsSchemas.ts'
import { cashSentence } from '#tab/savings/cashWords.ts'
import { sayFigure } from '#tab/savings/outsideRows.ts'
import { sayPence, sayRange, sayThousands } from '#tab/savings/savingsWords.ts'
import { outsideLabels } from '#tab/savingsLabels.ts'
import { reductionLabels, stepLabels, workingWords } from '#tab/savingsWorkingLabels.ts'
import { sayCount } from '#tab/ui/say.ts'

/** What the working says, in words and rows; each title is a finding that follows from the same numbers. */

const off = (pence: number): string => (pence > 0 ? sayThousands(-pence) : pence < 0 ? `+${sayThousands(-pence)}` : '£0')

/** From every hour to what is left of a year. Each row begins where the one before it ended. */
export function stepRows({ steps }: Pick<SavingsEstimate, 'steps'>): StepRow[] {
  const { allHours, difference, assessed, left, net } = steps
  const taken = (name: string, from: number, to: number): StepRow => ({ name, from, to, kind: 'off', amount: off(from - to) })
  const total = (name: string, pence: number): StepRow => ({ name, from: 0, to: pence, kind: 'total', amount: sayThousands(pence) })
  const rows: StepRow[] = [
    { name: stepLabels.allHours, from: 0, to: allHours, kind: 'as-if', amount: sayThousands(allHours) },
    taken(stepLabels.others, allHours, difference),
    total(stepLabels.difference, difference),
    taken(stepLabels.need, difference, assessed),
  ]
  let now = assessed
  for (const reduction of reductions) {
    const next = left[reduction]
    if (next === undefined) continue
    rows.push(taken(reductionLabels[reduction], now, next))
    now = next
  }
  return [...rows, total(stepLabels.net, net)]
}

export const stepsTitle = ({ steps: { net } }: SavingsEstimate): string =>
  net > 0 ? `From every hour to ${sayThousands(net)} a year` : 'From every hour to what is left of a year'

export const stepsDescription = (rows: readonly StepRow[]): string =>
  `Bars, one under the other: ${rows.map(({ name, amount }) => `${name} ${amount}`).join('; ')}.`

/** "December 2025" */
const sayMonth = (month: PlainDate): string => inWords(month).split(' ').slice(1).join(' ')
/** "Dec 25" */
const shortMonth = (month: PlainDate): string => `${sayMonth(month).slice(0, 3)} ${month.slice(2, 4)}`

export function gapData({ months, paidBack }: SavingsEstimate): GapData {
  const at = months.findIndex(({ month }) => month === paidBack.on)
  return {
    months: months.map(({ month, cost, saved }) => ({ label: shortMonth(month), gap: saved - cost })),
    paidBackAt: at === -1 ? null : at,
    paidBack: paidBack.on ? `${workingWords.paid}: ${sayMonth(paidBack.on)}` : '',
  }
}

/** Counted from the first month that cost anything. The whole cost is meant, and not what was spent so far. */
export function gapTitle({ months, paidBack: { on } }: SavingsEstimate): string {
  if (on === null) return 'The whole cost is not paid back yet'
  const after = months.filter(({ month, cost }) => cost > 0 && month <= on).length
  return `Paid back in ${sayMonth(on)}, ${sayCount(after, 'month')} after the programme began`
}

type Cost = Savings['cost']

/** The lowest point; how long until it is paid back if today's rate goes on; and how long it would take from the first day. */
export function gapSentences({ months, paidBack, yearly, soFar }: SavingsEstimate, { programmePence, grantsPence }: Cost): string[] {
  const lowest = months.reduce<SavingsEstimate['months'][number] | undefined>(
    (low, each) => (!low || each.saved - each.cost < low.saved - low.cost ? each : low),
    undefined,
  )
  const behind = lowest && lowest.cost > lowest.saved
  const worst = behind ? [`It was furthest behind in ${sayMonth(lowest.month)}, by ${sayThousands(lowest.cost - lowest.saved)}.`] : []
  if (paidBack.flatMonths === null) return [...worst, 'At today’s rate nothing is saved, so the cost is never paid back.']
  const left = Math.ceil((programmePence + grantsPence - soFar.pence) / (yearly.pence / 12))
  const flat = sayCount(Math.ceil(paidBack.flatMonths), 'month')
  return [
    ...worst,
    ...(paidBack.on === null ? [`If today’s rate goes on, the whole cost is paid back in about ${sayCount(left, 'month')} from now.`] : []),
    `At today’s rate from the first day, it would take ${flat}. It takes longer, as enterprises start one by one.`,
  ]
}

export function gapDescription({ months }: SavingsEstimate): string {
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return ''
  return `Line from ${sayThousands(first.saved - first.cost)} in ${sayMonth(first.month)} to ${sayThousands(last.saved - last.cost)} in ${sayMonth(last.month)}.`
}

export const monthRows = ({ months }: SavingsEstimate) =>
  months.map(({ month, cost, saved }) => ({
    key: month,
    cells: [sayMonth(month), sayThousands(saved), sayThousands(cost), sayThousands(saved - cost)],
  }))

/** A value at the end of a range: shares to a tenth of a percent. */
const sayEnd = (kind: AssumptionKind, value: number): string =>
  sayFigure(kind, assumptionKinds[kind] === 'share' ? 10 * Math.round(value / 10) : Math.round(value))

export const swingRows = ({ swings }: SavingsEstimate): SwingRow[] =>
  swings.map(({ kind, low, high, atLow, atHigh }) => ({
    name: outsideLabels[kind].name,
    low: sayEnd(kind, low),
    high: sayEnd(kind, high),
    atLow,
    atHigh,
  }))

export function swingsTitle({ swings }: SavingsEstimate): string {
  const [first] = swings
  return first ? `“${outsideLabels[first.kind].name}” matters most` : 'No figure has a range'
}

export const swingsDescription = (rows: readonly SwingRow[]): string =>
  `Bars: ${rows.map(({ name, low, high, atLow, atHigh }) => `${name}, ${sayThousands(atLow)} at ${low} and ${sayThousands(atHigh)} at ${high}`).join('; ')}.`

/** Who saves, with an amount or why there is none. */
export function whoRows(
  { yearly, nhsYearlyPence }: SavingsEstimate,
  cashable: Savings['cashable'],
): { name: string; amount: string; why: string }[] {
  const { notCounted } = workingWords
  return [
    { name: workingWords.council, amount: sayThousands(yearly.pence), why: cashSentence(cashable) },
    nhsYearlyPence === null
      ? { name: workingWords.nhs, amount: notCounted, why: workingWords.nhsNot }
      : { name: workingWords.nhs, amount: sayThousands(nhsYearlyPence), why: workingWords.nhsWhy },
    { name: workingWords.benefits, amount: notCounted, why: workingWords.benefitsNot },
    { name: workingWords.people, amount: notCounted, why: workingWords.peopleNot },
  ]
}

/** The draws, and the price at which nothing is saved. */
export function drawnRows(estimate: SavingsEstimate): { key: string; cells: [string, string, string] }[] {
  const { soFar, yearly } = estimate
  return [
    { key: 'mean', cells: [workingWords.mean, sayThousands(soFar.range.mean), sayThousands(yearly.range.mean)] },
    { key: 'middle', cells: [workingWords.middle, sayThousands(soFar.range.middle), sayThousands(yearly.range.middle)] },
    { key: 'interval', cells: [workingWords.interval, sayRange(soFar.range), sayRange(yearly.range)] },
  ]
}

export function drawnFacts({
  chance,
  draws,
  seed,
  paysPerHourPence,
  perHourPence,
}: SavingsEstimate): { name: string; value: string; why?: string }[] {
  return [
    { name: workingWords.chance, value: `${inHundred(chance)}%` },
    { name: workingWords.drawn, value: draws.toLocaleString('en-GB'), why: workingWords.drawsNote },
    { name: workingWords.seed, value: String(seed) },
    ...(paysPerHourPence === null
      ? []
      : [{ name: workingWords.breakEven, value: sayPence(paysPerHourPence), why: workingWords.breakEvenWhy }]),
    ...(perHourPence === null ? [] : [{ name: workingWords.perHour, value: sayPence(perHourPence) }]),
  ]
}
