import type { Attribute } from './besides.ts'
import type { CheckStanding } from './checkStandings.ts'
import { checkStandings } from './checkStandings.ts'
import type { DbsStanding } from './dbs.ts'
import { numbersNow } from './numbersNow.ts'
import type { PlainDate } from './plainDate.ts'
import type { ProgrammeRules } from './programmeRules.ts'
import type { SupportCase } from './supportCase.ts'
import { endedOn } from './supportCase.ts'

/** A consortium is a group of enterprises that bid for work together. What a buyer asks of it is read from the members' own records. */

/** When an enterprise joined a consortium, and left it: of several times, the last. */
export type Membership = { joinedOn: PlainDate; leftOn: PlainDate | undefined }

/** The membership of one consortium; undefined where it never joined. */
export function membershipOf(attributes: readonly Attribute[], consortium: string): Membership | undefined {
  let found: Membership | undefined
  for (const { attribute, codes, on } of attributes) {
    if (!codes.includes(consortium)) continue
    // Joined again while a member says nothing new.
    if (attribute === 'joined-consortium' && (!found || found.leftOn)) found = { joinedOn: on, leftOn: undefined }
    if (attribute === 'left-consortium' && found) found = { ...found, leftOn: on }
  }
  return found
}

/** What others are told of a check: that it is in date, that somebody should look again, or that it is not known. Never what it says. */
export const inDates = ['in-date', 'look-again', 'not-known'] as const
export type InDate = (typeof inDates)[number]

/** A check as others are told of it. One that ran out, or is not settled, is to be looked at again. */
export function inDateOf(standing: Pick<CheckStanding, 'state'> | undefined): InDate {
  switch (standing?.state) {
    case 'holds':
    case 'soon':
      return 'in-date'
    case 'ran-out':
    case 'look-again':
    case 'undecided':
      return 'look-again'
    case 'missing':
    case undefined:
      return 'not-known'
  }
}

/** One member as the report has it. `minutesPerWeek` is what was last told, for twelve months; undefined after that. */
export type Member = Membership & {
  isMember: boolean
  services: readonly string[]
  minutesPerWeek: number | undefined
  insurance: InDate
  dbs: InDate
}

/** What the report of a consortium says of one enterprise on a day; undefined where it never joined. Whoever left, or ended, is no member. */
export function memberOf(
  supportCase: SupportCase,
  consortium: string,
  { rules, dbs, today }: { rules: Pick<ProgrammeRules, 'checks'>; dbs: DbsStanding | undefined; today: PlainDate },
): Member | undefined {
  const membership = membershipOf(supportCase.attributes, consortium)
  if (!membership || supportCase.mergedInto) return undefined
  const standings = checkStandings(supportCase, dbs, rules, today)
  const of = (check: string): InDate => inDateOf(standings.find(each => each.check === check))
  return {
    ...membership,
    isMember: membership.leftOn === undefined && endedOn(supportCase.support) === undefined,
    services: supportCase.services,
    minutesPerWeek: numbersNow(supportCase, today)?.careReturn.minutesPerWeek,
    insurance: of('public-liability'),
    dbs: of('dbs'),
  }
}

/** The members together: services that at least one offers, and hours a week of those whose hours are known, in minutes. */
export function together(members: readonly Member[]): { members: number; services: string[]; minutesPerWeek: number; withHours: number } {
  const present = members.filter(({ isMember }) => isMember)
  const told = present.flatMap(({ minutesPerWeek }) => minutesPerWeek ?? [])
  return {
    members: present.length,
    services: [...new Set(present.flatMap(({ services }) => services))].sort(),
    minutesPerWeek: told.reduce((sum, minutes) => sum + minutes, 0),
    withHours: told.length,
  }
}
