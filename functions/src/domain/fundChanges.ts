import type { Fact } from './facts.ts'
import type { Grant } from './grants.ts'
import { known } from './known.ts'
import type { Instant, PlainDate } from './plainDate.ts'
import type { Pot } from './pots.ts'
import type { Pence } from './quantities.ts'

/** A fund as somebody kept it: its rules, and all that had been put in by then, in whole pence. */
export type KeptPot = Pot & { putIn: Pence; recordedAt: Instant; recordedBy: string }

/** A grant, and what its fund was and is. `versions` is oldest first; `hadPence` is what they had from this fund by other grants. */
export type ChangeQuestion = {
  grant: Grant
  /** When the decision that stands was recorded; undefined until there is one. */
  decidedAt: Instant | undefined
  versions: readonly KeptPot[]
  hadPence: Pence
  /** What is left to award now. */
  availablePence: Pence
  /** The day of the step that is asked about. */
  on: PlainDate
}

/**
 * Whether a grant turns on what this person changed in its fund: by the fund as others last kept it, it would not go as it goes.
 * Somebody else who looks at the fund and keeps it as it is makes it theirs. Who made the fund, before anybody asked, is bound by nothing.
 */
export function turnsOnChangeOf(oid: string, question: ChangeQuestion): boolean {
  const { grant, versions } = question
  const others = versions.findLastIndex(({ recordedBy }) => recordedBy !== oid)
  const base = versions[Math.max(0, others)]
  const own = versions.slice(Math.max(0, others) + 1)
  const last = own.at(-1)
  if (!base || !last) return false
  // A decision still to come rests on how the fund is now.
  if (!grant.decided) return loosens(base, last, question, oid)
  // One that was taken may rest on any that was there by then, though it was put back since. After it, one limit still counts: a payment asks it.
  const { decidedAt = last.recordedAt } = question
  return own.some(now => now.recordedAt <= decidedAt && loosens(base, now, question, oid)) || raisesSmall(base, last, grant)
}

/** When the decision of a grant that stands was recorded. */
export const decidedAt = (facts: readonly Fact[], grantId: string): Instant | undefined =>
  known(facts).findLast(fact => fact.kind === 'grant-decided' && fact.data.grantId === grantId)?.recordedAt

const askedFor = (grant: Grant): number => Math.max(grant.pence, grant.recommended?.pence ?? 0)

/** Whether the later one asks less of a grant that was large. */
const raisesSmall = (was: KeptPot, is: KeptPot, grant: Grant): boolean => askedFor(grant) > was.smallPence && is.smallPence > was.smallPence

/** Whether the later one lets go what the earlier one stops, of this very grant. */
function loosens(was: KeptPot, is: KeptPot, question: ChangeQuestion, oid: string): boolean {
  const { grant, hadPence, availablePence } = question
  const wasLarge = askedFor(grant) > was.smallPence
  const on = grant.decided?.on ?? question.on
  const decider = grant.decided?.by ?? oid
  const own = is.putIn - was.putIn
  return (
    (is.capPence > was.capPence && hadPence + grant.pence > was.capPence) ||
    raisesSmall(was, is, grant) ||
    (wasLarge && is.quorum < was.quorum) ||
    was.rules.some(rule => !is.rules.includes(rule)) ||
    (grant.pence > limitOf(was, decider) && limitOf(is, decider) > limitOf(was, decider)) ||
    (isOutside(was, on) && !isOutside(is, on)) ||
    (isOtherGap(was, grant) && !isOtherGap(is, grant)) ||
    (was.subsidy === 'minimal-assistance' && is.subsidy !== 'minimal-assistance') ||
    // Once it is granted, the money is set aside by somebody else's word.
    (!grant.decided && own > 0 && grant.pence > availablePence - own)
  )
}

const limitOf = ({ limits }: Pot, oid: string): number => limits.find(({ person }) => person === oid)?.pence ?? Infinity
const isOutside = ({ from, to }: Pot, day: PlainDate): boolean => day < from || day > to
const isOtherGap = ({ gaps }: Pot, { gap }: Grant): boolean => gaps.length > 0 && !gaps.includes(gap)
