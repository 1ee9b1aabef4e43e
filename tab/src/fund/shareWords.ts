import type { ShareRow } from '#domain/fundMarks.ts'
import type { Fund } from '#domain/potSchemas.ts'
import { fundWords } from '#tab/fundLabels.ts'
import { gapLabels } from '#tab/labels.ts'
import { sayCount, sayHours, sayMoney } from '#tab/ui/say.ts'

/** What the money went to: by the gap it fills, or by area. */
export type ShareBy = 'gap' | 'area'

type GapShare = Fund['byGap'][number]
type Share = Pick<GapShare, 'paidPence' | 'paidGrants' | 'setAsidePence' | 'setAsideGrants'>

/** "31 paid, £960 to pay" */
function shareNote({ paidGrants, setAsidePence }: Share): string {
  const paid = paidGrants > 0 ? [`${paidGrants} paid`] : []
  return [...paid, ...(setAsidePence > 0 ? [`${sayMoney(setAsidePence)} to pay`] : [])].join(', ')
}

/** "118 hours a week are wanted: 20 were there before the fund, 60 are there now."; nothing where nobody said how much is wanted. */
export function hoursSentence({ wantedMinutes, beforeMinutes, nowMinutes }: GapShare): string | null {
  if (wantedMinutes === null) return null
  const there = (minutes: number): string => (minutes === 0 ? 'none' : sayHours(minutes))
  return `${sayHours(wantedMinutes)} hours a week are wanted. Before the fund ${there(beforeMinutes)} were there, now ${there(nowMinutes)}.`
}

const rowOf = (name: string, share: Share, below: string | null): ShareRow => ({
  name,
  paid: share.paidPence,
  setAside: share.setAsidePence,
  amount: sayMoney(share.paidPence + share.setAsidePence),
  note: shareNote(share),
  below,
})

/** The bars, the largest first, as the server has them. */
export function shareRows({ byGap, byArea }: Pick<Fund, 'byGap' | 'byArea'>, by: ShareBy, placeOf: (area: string) => string): ShareRow[] {
  return by === 'gap'
    ? byGap.map(share => rowOf(gapLabels[share.gap], share, hoursSentence(share)))
    : byArea.map(share => rowOf(share.area === null ? fundWords.noArea : placeOf(share.area), share, null))
}

/** "93 grants paid, 6 set aside" */
export function shareCount(shares: readonly Share[]): string {
  const [paid, aside] = [shares.reduce((sum, each) => sum + each.paidGrants, 0), shares.reduce((sum, each) => sum + each.setAsideGrants, 0)]
  return `${sayCount(paid, 'grant')} paid, ${aside} set aside`
}

/** One sentence for those who do not see the bars. */
export const shareDescription = (rows: readonly ShareRow[]): string =>
  `Bars on one scale: ${rows.map(({ name, amount, note }) => `${name}, ${amount} (${note})`).join('; ')}.`
