import { publishedCheck, somerset } from '#domain/publishedCheck.ts'
import { publishedLabels } from '#tab/savingsLabels.ts'
import { sayMoney } from '#tab/ui/say.ts'

/** One sum of a published page: what it comes to, and how. */
export type PublishedSum = { name: string; result: string; working: string }

const pounds = (amount: number): string => `£${Math.round(amount).toLocaleString('en-GB')}`
const withPence = (amount: number): string => sayMoney(Math.round(amount * 100))
const plain = (count: number): string => count.toLocaleString('en-GB')

/** The six sums of Somerset's published page, with their workings. */
export function publishedSums(): PublishedSum[] {
  const { costPounds, savingPounds, enterprises, jobs, people, hoursPerWeek } = somerset
  const check = publishedCheck(somerset)
  const [cost, saving] = [pounds(costPounds), pounds(savingPounds)]
  return [
    { name: publishedLabels.perEnterprise, result: pounds(check.perEnterprise), working: `${cost} ÷ ${enterprises}` },
    { name: publishedLabels.perJob, result: pounds(check.perJob), working: `${cost} ÷ ${jobs}` },
    { name: publishedLabels.perPerson, result: pounds(check.perPerson), working: `${cost} ÷ ${people}` },
    { name: publishedLabels.perHour, result: withPence(check.perHour), working: `${saving} ÷ (${plain(hoursPerWeek)} × 52)` },
    {
      name: publishedLabels.payback,
      result: `${check.paybackMonths.toFixed(2)} months`,
      working: `${cost} ÷ (${saving} ÷ 12). ${publishedLabels.noRamp}`,
    },
    { name: publishedLabels.ratio, result: `${check.ratio.toFixed(2)} : 1`, working: `${saving} ÷ ${cost}` },
  ]
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** What a careful reader would add. */
export function publishedCautions(): string[] {
  const { savingPounds, enterprises, closed, councilShare } = somerset
  const { perCouncilHour, closedShare } = publishedCheck(somerset)
  return [
    `${pounds(savingPounds)} holds only if every hour took the place of care that the council would have bought. Its own network says that 72% of people pay for themselves. If ${Math.round(councilShare * 100)}% of the hours count, each has to save ${withPence(perCouncilHour)}.`,
    `“3% have folded” may be ${closed} of ${enterprises}. Then the true share could be from ${percent(closedShare.low)} to ${percent(closedShare.high)}, and most had not yet had two years.`,
  ]
}
