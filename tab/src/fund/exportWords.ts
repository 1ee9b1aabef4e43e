import { byCostCode } from '#domain/fundFile.ts'
import type { PotAnswer, Publications, TallyAnswer, YearEnd } from '#domain/potSchemas.ts'
import { exportWords, omissionLabels } from '#tab/fundLabels.ts'
import { sayCount, sayDay, sayMoney } from '#tab/ui/say.ts'

/** What can be taken away from a fund. */
export type Exported = { of: 'ledger'; only: readonly number[] | undefined; count: number } | { of: 'year-end' } | Published
/** A list of every grant. */
export type Published = { of: 'register' | 'three-sixty' | 'transparency' }

/** "6 grants, £2,900, were committed and not paid at the end of 31 March 2026: ASC-4410 £2,900." */
export function yearEndSentence({ rows, totalPence, asAt }: Pick<YearEnd, 'rows' | 'totalPence' | 'asAt'>): string {
  if (rows.length === 0) return exportWords.noneThen
  const codes = byCostCode(rows).map(({ costCode, pence }) => `${costCode} ${sayMoney(pence)}`)
  const were = rows.length === 1 ? 'was' : 'were'
  return `${sayCount(rows.length, 'grant')}, ${sayMoney(totalPence)}, ${were} committed and not paid at the end of ${sayDay(asAt)}: ${codes.join(', ')}.`
}

/** "£60 of all that was paid out came back later."; nothing where none did. What a list says was paid is before that. */
export function cameBackSentence({ balance: { returned, recovered } }: Pick<PotAnswer, 'balance'>): string {
  const back = returned + recovered
  return back > 0 ? `${sayMoney(back)} of all that was paid out came back later.` : ''
}

/** "2 grants in the list do not say where. No place code yet: Street, Wells."; nothing where all of them do. */
export function placeSentence({ threeSixty }: Pick<Publications, 'threeSixty'>, areaName: (area: string) => string): string {
  const { grants, areas } = threeSixty?.withoutPlace ?? { grants: 0, areas: [] }
  if (grants === 0) return ''
  const silent = `${sayCount(grants, 'grant')} in the list ${grants === 1 ? 'does' : 'do'} not say where.`
  return areas.length === 0 ? `${silent} ${exportWords.noArea}` : `${silent} ${exportWords.noPlaceCode}: ${areas.map(areaName).join(', ')}.`
}

type Row = { key: string; cells: string[]; strong?: boolean }

const row = (key: string, name: string, { grants, awardedPence, paidPence }: TallyAnswer, strong = false): Row => ({
  key,
  cells: [name, String(grants), sayMoney(awardedPence), sayMoney(paidPence)],
  strong,
})

/** What is in a list, what it leaves out and why, and that together they are all there is; undefined where nobody said who publishes. */
export function listRows(publications: Publications, of: Published['of']): { rows: Row[]; listed: number } | undefined {
  const { register, threeSixty, transparency } = publications
  if (of === 'register') return { rows: [row('all', exportWords.together, register, true)], listed: register.grants }
  const found = of === 'three-sixty' ? threeSixty : transparency
  if (!found) return undefined
  const leftOut = found.leftOut.map(each => row(each.why, omissionLabels[each.why], each))
  return {
    rows: [row('listed', exportWords.inIt, found.listed), ...leftOut, row('all', exportWords.together, found.register, true)],
    listed: found.listed.grants,
  }
}
