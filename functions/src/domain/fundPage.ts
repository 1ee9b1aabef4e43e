import type { Gap } from './gaps.ts'
import type { Grant } from './grants.ts'
import { evidenceDueOn, keptPence, paidPence, setAsidePence, unseenPence } from './grants.ts'
import type { PlainDate } from './plainDate.ts'
import type { Pence } from './quantities.ts'
import { capacityGaps } from './vocabulary.ts'
import type { CapacityGap } from './vocabulary.ts'

/** A grant of a fund, with the enterprise's area. */
export type GrantOf = { grant: Grant; area: string | undefined }

/** Money of a fund by what it is for: whole pence, and how many grants. */
export type Share = { paidPence: number; paidGrants: number; setAsidePence: number; setAsideGrants: number }

function shareOf(grants: readonly Grant[]): Share {
  const paid = grants.filter(({ payments }) => payments.length > 0)
  const aside = grants.filter(grant => setAsidePence(grant) > 0)
  return {
    // What came back fills no gap.
    paidPence: paid.reduce((sum, grant) => sum + keptPence(grant), 0),
    paidGrants: paid.length,
    setAsidePence: aside.reduce((sum, grant) => sum + setAsidePence(grant), 0),
    setAsideGrants: aside.length,
  }
}

const isEmpty = ({ paidGrants, setAsideGrants }: Share): boolean => paidGrants + setAsideGrants === 0
const bySum = (a: Share, b: Share): number => b.paidPence + b.setAsidePence - (a.paidPence + a.setAsidePence)

/** Minutes a week wanted and there, over all areas, of the service that has a gap's name. */
export function minutesOf(gaps: readonly Gap[], gap: CapacityGap): { wanted: number | null; there: number } {
  const own = gaps.filter(({ service }) => service === gap)
  const wanted = own.flatMap(({ wantedMinutes }) => (wantedMinutes === null ? [] : [wantedMinutes]))
  return {
    wanted: wanted.length === 0 ? null : wanted.reduce((sum, minutes) => sum + minutes, 0),
    there: own.reduce((sum, { thereMinutes }) => sum + thereMinutes, 0),
  }
}

/** What a fund paid and set aside for each gap, the largest first, with what was there before it and is there now. */
export function sharesByGap(grants: readonly GrantOf[], gaps: { before: readonly Gap[]; now: readonly Gap[] }) {
  return capacityGaps
    .map(gap => {
      const now = minutesOf(gaps.now, gap)
      const share = shareOf(grants.filter(({ grant }) => grant.gap === gap).map(({ grant }) => grant))
      return { gap, ...share, wantedMinutes: now.wanted, beforeMinutes: minutesOf(gaps.before, gap).there, nowMinutes: now.there }
    })
    .filter(share => !isEmpty(share))
    .sort(bySum)
}

/** What a fund paid and set aside in each area, the largest first. `null` is where no area is known. */
export function sharesByArea(grants: readonly GrantOf[]) {
  const areas = [...new Set(grants.map(({ area }) => area ?? null))]
  return areas
    .map(area => ({ area, ...shareOf(grants.filter(each => (each.area ?? null) === area).map(({ grant }) => grant)) }))
    .filter(share => !isEmpty(share))
    .sort(bySum)
}

/** The amounts of a grant as its row shows them. */
export const amountsOf = (grant: Grant) => ({
  pence: grant.pence,
  setAsidePence: setAsidePence(grant),
  paidPence: paidPence(grant),
  keptPence: keptPence(grant),
  unseenPence: unseenPence(grant),
  evidenceDueOn: evidenceDueOn(grant) ?? null,
})

/** A grant that was committed and not wholly paid at the end of a day. */
export type Committed = { pence: Pence; setAsidePence: Pence; decidedOn: PlainDate }

/** What a grant, as it stood at the end of a day, had committed and unpaid; undefined for nothing. */
export function committedOf(grant: Grant): Committed | undefined {
  const left = setAsidePence(grant)
  return grant.decided && left > 0 ? { pence: grant.decided.pence, setAsidePence: left, decidedOn: grant.decided.on } : undefined
}
