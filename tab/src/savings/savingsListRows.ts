import type { AssumptionAnswer } from '#domain/assumptionSchemas.ts'
import type { CsvCell } from '#domain/csv.ts'
import type { SavingsLines } from '#domain/savingsSchemas.ts'
import { savingsFigures } from '#domain/savingsSchemas.ts'
import { outsideRow } from '#tab/savings/outsideRows.ts'
import { listLabels, listMeans } from '#tab/savingsLabels.ts'
import { sayCount, sayDay, sayHours } from '#tab/ui/say.ts'

/** The list behind a figure, in pence and in minutes. */

type Figure = SavingsLines['figure']
type Row = SavingsLines['rows'][number]

export const isSavingsList = (text: string | undefined): text is Figure => savingsFigures.some(figure => figure === text)

/** £1,203.45, always with its pence; minus has its own sign. */
export function sayExactly(pence: number): string {
  const money = (Math.abs(pence) / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' })
  return pence < 0 ? `−${money}` : money
}

/** What a row adds to the figure. */
export const sayAmount = (figure: Figure, amount: number): string => (figure === 'hours' ? sayHours(amount) : sayExactly(amount))

export const amountLabel = (figure: Figure): string =>
  figure === 'hours' ? listLabels.week : figure === 'grants' ? listLabels.grant : listLabels.saved

/** Whether its rows have hours beside the amount. */
export const hasHours = (figure: Figure): boolean => figure === 'soFar' || figure === 'yearly'

/** The most first; then by reference, so that the order is always the same. */
export const sortedRows = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => b.amount - a.amount || a.reference.localeCompare(b.reference, 'en', { numeric: true }))

/** What the foot of the list says: whether it is the figure again. */
export function footerOf({ figure, total, rows }: SavingsLines): { count: string; sum: string } {
  const sum = rows.reduce((so, { amount }) => so + amount, 0)
  const count = sayCount(rows.length, 'row')
  const unit = figure === 'hours' ? ' hours a week' : ''
  if (sum !== total) return { count: `${count}; the figure says ${sayAmount(figure, total)}${unit}`, sum: '' }
  return { count: `${count}, the same as the figure`, sum: `${sayAmount(figure, sum)}${unit}` }
}

/** Every figure from outside that the rows rest on, by its number. */
export function usedFigures(rows: readonly Row[], recorded: readonly AssumptionAnswer[], me: string) {
  const used = new Set(rows.flatMap(({ versions }) => versions))
  return recorded
    .filter(({ version }) => used.has(version))
    .map(each => outsideRow(each, me))
    .sort((a, b) => a.version - b.version)
}

/** "Figures used: 3, 5, 8" */
export const sayVersions = (versions: readonly number[]): string => versions.join(', ')

const inPounds = (pence: number): number => pence / 100
const inHours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100

/** The same rows as a file: pounds with pence, hours with two decimals. */
export function savingsCsv({ figure, rows }: SavingsLines, areaName: (id: string | null) => string): CsvCell[][] {
  const unit = figure === 'hours' ? listLabels.week : `${amountLabel(figure)} (£)`
  const heads = ['Reference', 'Enterprise', 'Area', ...(hasHours(figure) ? [listLabels.hoursCouncil] : []), unit, listLabels.figures]
  const cells = sortedRows(rows).map(({ reference, name, area, minutes, amount, versions }) => [
    reference,
    name,
    areaName(area),
    ...(hasHours(figure) ? [minutes === null ? null : inHours(minutes)] : []),
    figure === 'hours' ? inHours(amount) : inPounds(amount),
    sayVersions(versions),
  ])
  return [heads, ...cells]
}

export const savingsCsvName = ({ figure, asAt }: SavingsLines): string => `savings-${figure.toLowerCase()}-${asAt}.csv`

/** Under the title: what its rows are, and the day. */
export const listDay = ({ figure, asAt }: SavingsLines): string => `${listMeans[figure]}. On ${sayDay(asAt)}.`

/** Whether the rows rest on different figures, so that each says which. */
export const haveOwnFigures = (rows: readonly Row[]): boolean => new Set(rows.map(({ versions }) => sayVersions(versions))).size > 1
