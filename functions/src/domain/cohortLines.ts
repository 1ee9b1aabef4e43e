import type { FunnelStep } from './cohortSchemas.ts'
import { funnelSteps } from './cohortSchemas.ts'
import type { Line, Member } from './cohortMembers.ts'
import { membersBegun } from './cohortMembers.ts'
import type { FollowedSpell, Part } from './followUp.ts'
import { asks } from './milestones.ts'
import type { PlainDate } from './plainDate.ts'
import { addMonths } from './plainDate.ts'
import type { CareReturn, SupportCase } from './supportCase.ts'
import { beganOn, going } from './supportCase.ts'
import { atRiskOn } from './survival.ts'
import type { CheckInMonth } from './vocabulary.ts'
import { checkInMonths } from './vocabulary.ts'

/** The rows behind a figure, and whether the figure counts them or adds up their values. */
export type FigureLines = { adds: 'rows' | 'values'; lines: readonly Line[] }

/** A care return is current for so many months; after that it is only how older reports counted. */
export const monthsCurrent = 12

/**
 * The list behind a figure of a cohort, by the figure's name: `funnel.trading`, `parts.24.stopped`, `survival.atRisk.365`,
 * `returns.current.people`. Undefined where no figure has that name.
 */
export function figureLines(members: readonly Member[], figure: string, asAt: PlainDate): FigureLines | undefined {
  const [family = '', name = '', detail = ''] = figure.split('.')
  switch (family) {
    case 'funnel':
      return isOneOf(funnelSteps, name) ? rows(members, member => reachedOn(member, name)) : undefined
    case 'advisedOnly':
      return rows(members, advisedOn)
    case 'declined':
      return rows(members, declinedOn)
    case 'grantedPence':
      return { adds: 'values', lines: members.flatMap(grantLines) }
    case 'existing':
      return existingLines(members, name)
    case 'parts':
      return partLines(members, Number(name), detail)
    case 'survival':
      return survivalLines(members, name, detail)
    case 'returns':
      return returnLines(members, name, detail, asAt)
    case 'cost':
      return costLines(members, name)
  }
  return undefined
}

const isOneOf = <T extends string | number>(list: readonly T[], value: string | number): value is T => list.some(each => each === value)

/** One row for each member that has such a day. */
function rows(members: readonly Member[], dayOf: (member: Member) => PlainDate | undefined): FigureLines {
  const lines: Line[] = []
  for (const member of members) {
    const on = dayOf(member)
    if (on) lines.push({ member, on, value: undefined })
  }
  return { adds: 'rows', lines }
}

function reachedOn({ supportCase, enquired }: Member, step: FunnelStep): PlainDate | undefined {
  const { idea, constitution, grants, trading } = supportCase
  switch (step) {
    case 'enquired':
      return enquired
    case 'idea-agreed':
      return idea.state === 'agreed' ? idea.on : undefined
    case 'constituted':
      return constitution.state === 'constituted' ? (constitution.earlier[0] ?? constitution.present).on : undefined
    case 'registration-needed':
      return registrationNeededOn(supportCase)
    case 'registered':
      return registeredOn(supportCase)
    case 'granted':
      return grants[0]?.decidedOn
    case 'trading':
      return beganOn(trading)
  }
}

const registeredOn = ({ registration }: SupportCase): PlainDate | undefined =>
  registration.state === 'not-begun' ? undefined : registration.registeredOn

/** Registration was needed where the latest CQC check said so, or where it was registered whatever the check said. */
function registrationNeededOn(supportCase: SupportCase): PlainDate | undefined {
  const { scoping } = supportCase
  return scoping.state === 'recorded' && asks(scoping) === 'register' ? scoping.on : registeredOn(supportCase)
}

const grantLines = (member: Member): Line[] =>
  member.supportCase.grants.map(({ decidedOn, pence }) => ({ member, on: decidedOn, value: pence }))

function existingLines(members: readonly Member[], name: string): FigureLines | undefined {
  const existing = members.filter(({ origin }) => origin === 'existing')
  if (name === 'accepted') return rows(existing, acceptedOn)
  return name === 'trading' ? rows(existing, ({ supportCase }) => beganOn(supportCase.trading)) : undefined
}

function advisedOn({ supportCase }: Member): PlainDate | undefined {
  const before = going(supportCase.support)
  return before?.state === 'advised-only' ? before.advisedOn : undefined
}

function declinedOn({ supportCase }: Member): PlainDate | undefined {
  const before = going(supportCase.support)
  return before?.state === 'declined' ? before.declinedOn : undefined
}

function acceptedOn({ supportCase }: Member): PlainDate | undefined {
  const before = going(supportCase.support)
  return before?.state === 'accepted' ? before.acceptedOn : undefined
}

const parts: readonly Part[] = ['trading', 'paused', 'stopped', 'notReached', 'left', 'awaited', 'notYet']

function partLines(members: readonly Member[], months: number, name: string): FigureLines | undefined {
  if (!isOneOf<CheckInMonth>(checkInMonths, months)) return undefined
  if (name !== 'due' && !isOneOf(parts, name)) return undefined
  const those = membersBegun(members).filter(({ parts: at }) => (name === 'due' ? at[months] !== 'notYet' : at[months] === name))
  return rows(those, ({ supportCase }) => beganOn(supportCase.trading))
}

function survivalLines(members: readonly Member[], name: string, detail: string): FigureLines | undefined {
  const those = (isIn: (spell: FollowedSpell | undefined) => boolean) =>
    rows(
      membersBegun(members).filter(({ spell }) => isIn(spell)),
      ({ supportCase }) => beganOn(supportCase.trading),
    )
  switch (name) {
    case 'n':
      return those(spell => spell !== undefined)
    case 'ended':
      return those(spell => spell?.ended === true)
    case 'lost':
      return those(spell => spell?.lost === true)
    case 'unwatched':
      return those(spell => spell === undefined)
    case 'atRisk':
      return /^\d{1,5}$/.test(detail) ? those(spell => spell !== undefined && atRiskOn([spell], Number(detail)) === 1) : undefined
  }
  return undefined
}

function returnLines(members: readonly Member[], which: string, measure: string, asAt: PlainDate): FigureLines | undefined {
  if (which !== 'latest' && which !== 'current') return undefined
  const returnOf = (member: Member) => (which === 'latest' ? latestReturn(member) : currentReturn(member, asAt))
  if (measure === 'enterprises') return rows(members, member => returnOf(member)?.on)
  if (measure !== 'jobs' && measure !== 'minutesPerWeek' && measure !== 'people') return undefined
  const lines: Line[] = []
  for (const member of members) {
    const careReturn = returnOf(member)
    if (careReturn) lines.push({ member, on: careReturn.on, value: careReturn[measure] })
  }
  return { adds: 'values', lines }
}

/** The latest return of an enterprise that ever traded, however old. */
const latestReturn = ({ supportCase }: Member): CareReturn | undefined =>
  supportCase.trading.state === 'not-yet' ? undefined : supportCase.careReturns.at(-1)

/** The latest return of an enterprise that trades now and has not lost touch, where it is not older than twelve months. */
function currentReturn(member: Member, asAt: PlainDate): CareReturn | undefined {
  if (member.supportCase.trading.state !== 'trading' || member.lostTouch) return undefined
  const latest = latestReturn(member)
  return latest && addMonths(latest.on, monthsCurrent) >= asAt ? latest : undefined
}

/** Set up with us: constituted, and not running before we met it. */
const isSetUp = ({ origin, supportCase }: Member): boolean => origin !== 'existing' && supportCase.constitution.state === 'constituted'

function costLines(members: readonly Member[], name: string): FigureLines | undefined {
  if (name === 'setUp') return rows(members.filter(isSetUp), ({ enquired }) => enquired)
  if (name === 'setUpOrAdvised')
    return rows(
      members.filter(member => isSetUp(member) || advisedOn(member)),
      ({ enquired }) => enquired,
    )
  return undefined
}
