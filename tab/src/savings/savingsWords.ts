import { monthOf } from '#domain/careHours.ts'
import { inHundred } from '#domain/marks.ts'
import { publishedCheck, somerset } from '#domain/publishedCheck.ts'
import type { Savings, SavingsEstimate, SavingsLines } from '#domain/savingsSchemas.ts'
import type { Apart } from '#tab/savingsLabels.ts'
import { apartLabels, outsideLabels, savingsWords, timingLabels } from '#tab/savingsLabels.ts'
import { sayCount, sayDay, sayMoney } from '#tab/ui/say.ts'

/** What the page says, in words. Money is to the nearest £1,000; the lists have the pence. */

const thousand = 100_000

/** £121,000; minus has its own sign. */
export function sayThousands(pence: number): string {
  const thousands = Math.round(Math.abs(pence) / thousand)
  const pounds = `£${(thousands * 1_000).toLocaleString('en-GB')}`
  return pence < 0 && thousands > 0 ? `−${pounds}` : pounds
}

/** £121k, on a scale. */
export const sayShort = (pence: number): string => sayThousands(pence).replace(/,000$/, 'k')

/** As a range ends: "£78,000 to £169,000". */
export const sayRange = ({ low, high }: { low: number; high: number }): string => `${sayThousands(low)} to ${sayThousands(high)}`

/** Whole hours: "12,340 hours". */
export const sayWholeHours = (minutes: number): string => sayCount(Math.round(minutes / 60), 'hour')

/** To the penny, for what one hour comes to. */
export const sayPence = (pence: number): string => {
  const money = sayMoney(Math.abs(Math.round(pence)))
  return pence <= -0.5 ? `−${money}` : money
}

/** The first line: the hours at which the programme has paid for itself, and those there are. */
export function paidForItself({ breakEvenMinutes, soFarMinutes, perHourPence }: SavingsEstimate): string {
  const sofar = `So far it has paid for ${sayWholeHours(soFarMinutes)}.`
  if (perHourPence === null) return 'The council has paid for no hours so far. We cannot say when the programme has paid for itself.'
  if (breakEvenMinutes === null)
    return `An hour that the council pays for saves nothing so far. So no number of hours pays for the programme. ${sofar}`
  return `The programme has paid for itself once the council has paid for ${sayWholeHours(breakEvenMinutes)}. ${sofar}`
}

/** What the headline is called, and its amount: without a sign, which its words say. */
export function headlineOf({ yearly }: SavingsEstimate): { label: string; amount: string } {
  const { pence } = yearly
  if (pence > 0 && pence < thousand / 2) return { label: savingsWords.headline, amount: 'Less than £1,000' }
  return { label: pence < 0 ? savingsWords.moreSpent : savingsWords.headline, amount: sayThousands(Math.abs(pence)) }
}

/** The middle 95% of what was drawn, in words. */
export function rangeParts({ yearly: { pence, range } }: SavingsEstimate): { low: string; high: string } {
  // What it costs more is said without a sign: its least is the high end.
  if (pence < 0 && range.high <= 0) return { low: sayThousands(-range.high), high: sayThousands(-range.low) }
  return { low: sayThousands(range.low), high: sayThousands(range.high) }
}

/** One sentence for those who do not see the strip. */
export const intervalWords = ({ yearly: { pence, range } }: SavingsEstimate): string =>
  `One bar from ${sayThousands(range.low)} to ${sayThousands(range.high)}, with a dot at ${sayThousands(pence)}.`

/** Who is behind the headline: enterprises, and whose hours. */
export function whoWords({ trading, told, paidMinutes, estimates }: Savings['hours']): string {
  const toldWords = told === trading ? 'all told us who pays' : `${told.toLocaleString('en-GB')} told us who pays`
  const guessed = estimates > 0 ? `; for ${estimates.toLocaleString('en-GB')} it is what their worker thinks` : ''
  return `${trading.toLocaleString('en-GB')} trading, ${toldWords}${guessed}. The council or the NHS pays for ${sayWholeHours(paidMinutes)} a week.`
}

export type ApartRow = { name: string; note: string; amount: string; range: string; list?: SavingsLines['figure'] }

/** What is kept apart, and never added up. */
export function apartRows(savings: Savings, estimate: SavingsEstimate): Record<Apart, ApartRow> {
  const { cost, hours, asAt } = savings
  const { soFar, yearly } = estimate
  return {
    soFar: {
      name: apartLabels.soFar,
      note: `to ${sayDay(asAt)}, by month of trading`,
      amount: sayThousands(soFar.pence),
      range: sayRange(soFar.range),
      list: 'soFar',
    },
    yearly: {
      name: apartLabels.yearly,
      note: whoWords(hours),
      amount: sayThousands(yearly.pence),
      range: sayRange(yearly.range),
      list: 'yearly',
    },
    ahead: aheadRow(estimate),
    value: valueRow(estimate),
    cost: {
      name: apartLabels.cost,
      note: `programme ${sayMoney(cost.programmePence)}, grants ${sayMoney(cost.grantsPence)}`,
      amount: sayMoney(cost.programmePence + cost.grantsPence),
      range: savingsWords.known,
      ...(cost.grantsPence > 0 && { list: 'grants' }),
    },
  }
}

function aheadRow({ ahead }: SavingsEstimate): ApartRow {
  if (!ahead) return { name: apartLabels.ahead, note: `needs ${quoted('drop-off')}`, amount: savingsWords.notYet, range: '' }
  const { pence, range, enterprises, shortened, leftOut, until } = ahead
  const short = shortened > 0 ? ` For ${sayCount(shortened, 'enterprise')} only the months for which others were followed.` : ''
  const left = leftOut > 0 ? ` ${sayCount(leftOut, 'enterprise')} left out: none was followed so long.` : ''
  const unsure = enterprises > 0 ? ` ${savingsWords.aheadRange}` : ''
  const note = `to ${sayDay(until)}, if they go on as others did.${short}${left}${unsure}`
  if (enterprises === 0) return { name: apartLabels.ahead, note, amount: savingsWords.notYet, range: '' }
  return { name: apartLabels.ahead, note, amount: sayThousands(pence), range: sayRange(range), list: 'ahead' }
}

const sayPercent = (share: number): string => `${(Math.round(share * 10_000) / 100).toLocaleString('en-GB')}%`

function valueRow({ value }: SavingsEstimate): ApartRow {
  const name = apartLabels.value
  if (!value) {
    const note = `needs ${quoted('discount-rate')} and ${quoted('drop-off')}`
    return { name, note, amount: savingsWords.notYet, range: '' }
  }
  const { rate, lost, pence } = value
  const convention = `at ${sayPercent(rate)} a year, ${timingLabels['mid-year']}; hours fade by ${sayPercent(lost)} a year; cost taken off.`
  const others = `${sayThousands(pence['year-end'])} if ${timingLabels['year-end']}, ${sayThousands(pence['year-start'])} if ${timingLabels['year-start']}.`
  return { name, note: `${convention} ${others}`, amount: sayThousands(pence['mid-year']), range: savingsWords.notDrawn }
}

const quoted = (kind: keyof typeof outsideLabels): string => `“${outsideLabels[kind].name.toLowerCase()}”`

/** What a careful reader would ask: at most two warnings, each with its number. */
export type Warning = { title: string; words: string }

export function warningsOf({ hours }: Savings, { steps, perHourPence }: SavingsEstimate): Warning[] {
  const warnings: Warning[] = []
  const share = steps.allHours === 0 ? hours.paidMinutes / Math.max(1, hours.allMinutes) : steps.difference / steps.allHours
  if (hours.allMinutes > 0 && share < 1) {
    const all = sayWholeHours(hours.allMinutes)
    const asIfAll = steps.difference === 0 ? undefined : (steps.net * steps.allHours) / steps.difference
    const words = asIfAll === undefined ? '' : `If all ${all} a week were counted, the figure would be ${sayThousands(asIfAll)} a year. `
    warnings.push({
      title: `Only ${inHundred(share)}% of the hours can save the council money.`,
      words: `${words}That would treat people who pay for themselves as if the council had paid.`,
    })
  }
  const { perCouncilHour } = publishedCheck(somerset)
  const here = perHourPence === null ? '' : ` Here such an hour has saved ${sayPence(perHourPence)} so far.`
  warnings.push({
    title: `A published saving of £400,000 a year needs ${sayPence(perCouncilHour * 100)} saved on each hour its council pays for.`,
    words: `That county’s council pays for 28% of the hours.${here} Do not compare the two before you know what each counts.`,
  })
  return warnings
}

/** What is missing, and since when it is needed. */
export function missingWords({ missing }: Pick<Savings, 'missing'>): { lead: string; each: string[] } {
  const lead = missing.length === 1 ? 'We need one figure:' : `We need ${missing.length} figures:`
  return { lead, each: missing.map(({ kind, since }) => `${outsideLabels[kind].name}, from ${sayDay(since)}`) }
}

/** Nobody trades on the day, and no hour of the council's was counted before it: then no figure is needed for an earlier month either. */
export function isNobody({ hours, estimate, missing, asAt }: Pick<Savings, 'hours' | 'estimate' | 'missing' | 'asAt'>): boolean {
  if (hours.trading > 0) return false
  return estimate ? estimate.soFarMinutes === 0 : missing.every(({ since }) => since >= monthOf(asAt))
}
