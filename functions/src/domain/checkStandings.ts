import { isInsurance } from './besideVocabulary.ts'
import type { DbsStanding } from './dbs.ts'
import { asks } from './milestones.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, addMonths, daysBetween } from './plainDate.ts'
import type { CheckRule, ProgrammeRules, RiskTier } from './programmeRules.ts'
import { riskTiers } from './programmeRules.ts'
import type { SupportCase } from './supportCase.ts'

/** Days before its day on which a check comes up: the first, the second and the last time. */
export const radarDays = [60, 30, 7] as const

/**
 * Where one check stands on a day. What has an end runs out after its last day; what has none is looked at again, and goes on holding
 * until then. `undecided` is a DBS check that was seen and did not come to going on.
 */
export type CheckStanding = {
  check: string
  wanted: boolean
  neededToList: boolean
  seenOn: PlainDate | undefined
  until: PlainDate | undefined
  state: 'missing' | 'holds' | 'soon' | 'ran-out' | 'look-again' | 'undecided'
  /** True where its day is a last day; false where it is one to look at it again. */
  ends: boolean
  /** Days until its day; negative after it. Undefined where it has none. */
  daysLeft: number | undefined
}

/**
 * How much can go wrong, as far as the record tells: regulated where CQC registration is needed or there; a community activity asks for
 * the least; a care enterprise may work in somebody's home, unless we know better.
 */
export function tierOf({ ventureKind, scoping, registration }: SupportCase): RiskTier {
  if (registration.state !== 'not-begun' || asks(scoping) === 'register') return 'regulated'
  return ventureKind === 'community-activity' ? 'everyone' : 'in-the-home'
}

const isWanted = ({ tier }: CheckRule, of: RiskTier): boolean => riskTiers.indexOf(tier) <= riskTiers.indexOf(of)

/** Every check that the programme wants to see of this enterprise, or has seen, by its day; what is missing comes first. */
export function checkStandings(
  supportCase: SupportCase,
  dbs: DbsStanding | undefined,
  { checks }: Pick<ProgrammeRules, 'checks'>,
  today: PlainDate,
): CheckStanding[] {
  const tier = tierOf(supportCase)
  const wanted = checks.filter(rule => isWanted(rule, tier)).map(({ check }) => check)
  return standingsOf([...wanted, ...seenOf(supportCase, dbs)], tier, { supportCase, dbs, checks, today })
}

/** The same without those that are missing. Most enterprises have few checks, or none, and Today asks it of every one. */
export function seenCheckStandings(
  supportCase: SupportCase,
  dbs: DbsStanding | undefined,
  { checks }: Pick<ProgrammeRules, 'checks'>,
  today: PlainDate,
): CheckStanding[] {
  const seen = seenOf(supportCase, dbs)
  return seen.length === 0 ? [] : standingsOf(seen, tierOf(supportCase), { supportCase, dbs, checks, today })
}

const seenOf = ({ checksSeen }: SupportCase, dbs: DbsStanding | undefined): string[] => {
  const seen = Object.keys(checksSeen)
  return dbs ? [...seen, 'dbs'] : seen
}

type Looked = { supportCase: SupportCase; dbs: DbsStanding | undefined; checks: readonly CheckRule[]; today: PlainDate }

function standingsOf(names: readonly string[], tier: RiskTier, { supportCase, dbs, checks, today }: Looked): CheckStanding[] {
  const rules = new Map(checks.map(rule => [rule.check, rule]))
  return [...new Set(names)].map(check => standingOf(check, rules.get(check), tier, supportCase, dbs, today)).sort(byUrgency)
}

function standingOf(
  check: string,
  rule: CheckRule | undefined,
  tier: RiskTier,
  supportCase: SupportCase,
  dbs: DbsStanding | undefined,
  today: PlainDate,
): CheckStanding {
  const wanted = rule !== undefined && isWanted(rule, tier)
  const told = check === 'dbs' && dbs ? { on: dbs.seenOn, until: dbs.lookAgainOn ?? undefined } : supportCase.checksSeen[check]
  const until = told && (told.until ?? (rule?.lookAgainMonths ? addMonths(told.on, rule.lookAgainMonths) : undefined))
  const ends = rule ? rule.hasEnd : isInsurance(check)
  const common = { check, wanted, ends, neededToList: wanted && rule.neededToList, seenOn: told?.on, until }
  if (!told) return { ...common, state: 'missing', daysLeft: undefined }
  if (check === 'dbs' && dbs && !dbs.settled) return { ...common, state: 'undecided', daysLeft: undefined }
  if (!until) return { ...common, state: 'holds', daysLeft: undefined }
  const daysLeft = daysBetween(today, until)
  // The last day still counts.
  if (daysLeft < 0) return { ...common, state: ends ? 'ran-out' : 'look-again', daysLeft }
  return { ...common, state: daysLeft <= radarDays[0] ? 'soon' : 'holds', daysLeft }
}

const urgency = { missing: 0, undecided: 0, 'ran-out': 1, 'look-again': 2, soon: 3, holds: 4 } satisfies Record<
  CheckStanding['state'],
  number
>

const byUrgency = (a: CheckStanding, b: CheckStanding): number =>
  urgency[a.state] - urgency[b.state] || (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || (a.check < b.check ? -1 : 1)

/** True while a check may be counted on. One to be looked at again still counts: it has no end date. */
export const holds = ({ state }: CheckStanding): boolean => state === 'holds' || state === 'soon' || state === 'look-again'

/** The day from which a check no longer counted; undefined while it counts, or where it never did. */
export const failedSince = ({ state, until }: CheckStanding): PlainDate | undefined =>
  state === 'ran-out' && until ? addDays(until, 1) : undefined
