import type { FunnelStep, TimedStep } from './cohortSchemas.ts'
import { funnelSteps, timedSteps } from './cohortSchemas.ts'
import type { Line, Member } from './cohortMembers.ts'
import { groupsOf } from './cohortGroups.ts'
import { endedHow } from './cohortLasting.ts'
import type { InStep } from './cohortSteps.ts'
import { agedOn, stepsOf } from './cohortSteps.ts'
import type { FollowedSpell, Part } from './followUp.ts'
import { grantedOf } from './grants.ts'
import { asks } from './milestones.ts'
import { numbersNow } from './numbersNow.ts'
import type { PlainDate } from './plainDate.ts'
import type { CareReturn, SupportCase } from './supportCase.ts'
import { beganOn, going } from './supportCase.ts'
import { atRiskOn } from './survival.ts'
import type { CheckInMonth } from './vocabulary.ts'
import { checkInMonths, endings } from './vocabulary.ts'

/** The rows behind a figure, and whether the figure counts them or adds up their values. */
export type FigureLines = { adds: 'rows' | 'values'; lines: readonly Line[] }

/** Whom a figure is of: all, those that began to trade with us, or those that ran before we met them. */
type Whom = 'all' | 'begun' | 'existing'

/** What a figure takes of one enterprise: the day that puts it in the list, or the amounts that it adds. */
type Rule =
  | { adds: 'rows'; whom: Whom; dayOf: (member: Member) => PlainDate | undefined }
  | { adds: 'values'; amountsOf: (member: Member) => readonly Pick<Line, 'on' | 'value'>[] }

/**
 * The list behind a figure of a cohort, by the figure's name: `funnel.trading`, `parts.24.stopped`, `survival.atRisk.365`,
 * `returns.current.people`. Undefined where no figure has that name.
 */
export function figureLines(members: readonly Member[], figure: string, asAt: PlainDate): FigureLines | undefined {
  const rule = ruleOf(figure, asAt)
  if (!rule) return undefined
  const lines: Line[] = []
  for (const member of members) {
    const on = rule.adds === 'rows' ? rule.dayOf(member) : undefined
    if (on) lines.push({ member, on, value: undefined })
    if (rule.adds === 'values') lines.push(...rule.amountsOf(member).map(amount => ({ member, ...amount })))
  }
  return { adds: rule.adds, lines }
}

/** Figures by their names: the length of each one's list, or its sum, by the same rules and without the lists. */
export function figureTotals(members: readonly Member[], figures: readonly string[], asAt: PlainDate): ReadonlyMap<string, number> {
  const totals = figures.map(figure => ({ figure, rule: ruleOf(figure, asAt), total: 0 }))
  const of = (whom: Whom) => totals.filter(({ rule }) => (rule?.adds === 'rows' ? rule.whom : 'all') === whom)
  const [ofAll, ofBegun, ofExisting] = [of('all'), of('begun'), of('existing')]
  // Enterprise by enterprise, not figure by figure: what is read of one is at hand for every figure, and none is asked in vain.
  for (const member of members) {
    for (const each of ofAll) add(each, member)
    if (member.began) for (const each of ofBegun) add(each, member)
    if (member.existing) for (const each of ofExisting) add(each, member)
  }
  return new Map(totals.map(({ figure, total }) => [figure, total]))
}

function add(to: { rule: Rule | undefined; total: number }, member: Member): void {
  if (to.rule?.adds === 'rows') to.total += to.rule.dayOf(member) ? 1 : 0
  if (to.rule?.adds === 'values') for (const { value } of to.rule.amountsOf(member)) to.total += value ?? 0
}

function ruleOf(figure: string, asAt: PlainDate): Rule | undefined {
  const [family = '', name = '', detail = ''] = figure.split('.')
  switch (family) {
    case 'funnel':
      return isOneOf(funnelSteps, name) ? rows(member => reachedOn(member, name)) : undefined
    case 'tradingNow':
      return rows(member => (isTradingNow(member) ? beganOn(member.supportCase.trading) : undefined))
    case 'advisedOnly':
      return rows(advisedOn)
    case 'declined':
      return rows(declinedOn)
    case 'grantedPence':
      return { adds: 'values', amountsOf: grantAmounts }
    case 'existing':
      return existingRule(name)
    case 'existingParts':
      return existingPartRule(Number(name), detail)
    case 'parts':
      return partRule(Number(name), detail)
    case 'endings':
      return isOneOf(endings, name) ? rowsBegun(member => endedHow(member) === name) : undefined
    case 'times':
      return isOneOf(timedSteps, name) ? stepRule(name, detail, asAt) : undefined
    case 'maturity':
      return name === 'aged' ? rows(member => agedOn(member, asAt)) : undefined
    case 'by-area':
    case 'by-form':
    case 'by-service':
    case 'by-year':
      return groupRule(family, name, detail)
    case 'survival':
      return survivalRule(name, detail)
    case 'returns':
      return returnRule(name, detail, asAt)
    case 'cost':
      return costRule(name)
  }
  return undefined
}

const isOneOf = <T extends string | number>(list: readonly T[], value: string | number): value is T => list.some(each => each === value)

/** One row for each member that has such a day. */
const rows = (dayOf: (member: Member) => PlainDate | undefined): Rule => ({ adds: 'rows', whom: 'all', dayOf })

/** One row for each of these members, from the day it began to trade. */
const rowsBegun = (isIn: (member: Member) => boolean): Rule => ({
  adds: 'rows',
  whom: 'begun',
  dayOf: member => (member.began && isIn(member) ? member.began : undefined),
})

function reachedOn({ supportCase, enquired }: Member, step: FunnelStep): PlainDate | undefined {
  const { idea, constitution, trading } = supportCase
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
      return grantedOf(supportCase)[0]?.decided.on
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

const grantAmounts = ({ supportCase }: Member) => grantedOf(supportCase).map(({ decided, pence }) => ({ on: decided.on, value: pence }))

function existingRule(name: string): Rule | undefined {
  const ofExisting = (dayOf: (member: Member) => PlainDate | undefined) =>
    rows(member => (member.origin === 'existing' ? dayOf(member) : undefined))
  if (name === 'accepted') return ofExisting(acceptedOn)
  if (name === 'trading') return ofExisting(({ supportCase }) => beganOn(supportCase.trading))
  const ofSpell = (isIn: (spell: FollowedSpell) => boolean) =>
    rows(({ existing }) => (existing?.spell && isIn(existing.spell) ? existing.acceptedOn : undefined))
  if (name === 'followed') return ofSpell(() => true)
  if (name === 'ended') return ofSpell(({ ended }) => ended)
  return name === 'lost' ? ofSpell(({ lost }) => lost) : undefined
}

/** One row for each that ran before we met it, from the day we accepted it. */
function existingPartRule(months: number, name: string): Rule | undefined {
  if (!isOneOf<CheckInMonth>(checkInMonths, months)) return undefined
  const ofExisting = (isIn: (part: Part) => boolean): Rule => ({
    adds: 'rows',
    whom: 'existing',
    dayOf: ({ existing, parts: at }) => (existing && isIn(at[months]) ? existing.acceptedOn : undefined),
  })
  if (name === 'due') return ofExisting(part => part !== 'notYet')
  return isOneOf(parts, name) ? ofExisting(part => part === name) : undefined
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

function partRule(months: number, name: string): Rule | undefined {
  if (!isOneOf<CheckInMonth>(checkInMonths, months)) return undefined
  if (name === 'due') return rowsBegun(({ parts: at }) => at[months] !== 'notYet')
  return isOneOf(parts, name) ? rowsBegun(({ parts: at }) => at[months] === name) : undefined
}

const comparesBy = { 'by-area': 'area', 'by-form': 'form', 'by-service': 'service', 'by-year': 'year' } as const

/** One row for each of a group that stands side by side with others. */
function groupRule(family: keyof typeof comparesBy, group: string, name: string): Rule | undefined {
  const ofGroup = (isIn: (member: Member) => boolean) =>
    rowsBegun(member => groupsOf(member, comparesBy[family]).includes(group) && isIn(member))
  if (name === 'n') return ofGroup(() => true)
  if (name === 'ended') return ofGroup(({ spell }) => spell?.ended === true)
  return name === 'notWorking' ? ofGroup(member => endedHow(member) === 'not-working') : undefined
}

/** One row for each in a step, from the day it began it. */
function stepRule(step: TimedStep, name: string, asAt: PlainDate): Rule | undefined {
  const inState = (isIn: (state: InStep['state']) => boolean) =>
    rows(member => {
      const found = stepsOf(member, asAt)[step]
      return found && isIn(found.state) ? found.since : undefined
    })
  if (name === 'begun') return inState(state => state !== 'out-of-order')
  if (name === 'outOfOrder') return inState(state => state === 'out-of-order')
  return name === 'reached' || name === 'left' || name === 'open' ? inState(state => state === name) : undefined
}

function survivalRule(name: string, detail: string): Rule | undefined {
  switch (name) {
    case 'n':
      return rowsBegun(({ spell }) => spell !== undefined)
    case 'ended':
      return rowsBegun(({ spell }) => spell?.ended === true)
    case 'lost':
      return rowsBegun(({ spell }) => spell?.lost === true)
    case 'unwatched':
      return rowsBegun(({ spell }) => spell === undefined)
    case 'atRisk':
      return /^\d{1,5}$/.test(detail) ? rowsBegun(({ spell }) => spell !== undefined && atRiskOn([spell], Number(detail)) === 1) : undefined
  }
  return undefined
}

function returnRule(which: string, measure: string, asAt: PlainDate): Rule | undefined {
  if (which !== 'latest' && which !== 'current') return undefined
  const returnOf = (member: Member) => (which === 'latest' ? latestReturn(member) : currentReturn(member, asAt))
  if (measure === 'enterprises') return rows(member => returnOf(member)?.on)
  if (measure !== 'jobs' && measure !== 'minutesPerWeek' && measure !== 'people') return undefined
  const amountsOf = (member: Member) => {
    const careReturn = returnOf(member)
    return careReturn ? [{ on: careReturn.on, value: careReturn[measure] }] : []
  }
  return { adds: 'values', amountsOf }
}

/** The latest return of an enterprise that ever traded, however old. */
const latestReturn = ({ supportCase }: Member): CareReturn | undefined =>
  supportCase.trading.state === 'not-yet' ? undefined : supportCase.careReturns.at(-1)

/** Trading on the day, neither paused nor ended, and not lost touch with. */
const isTradingNow = ({ supportCase, lostTouch }: Member): boolean => supportCase.trading.state === 'trading' && !lostTouch

/** The latest return of an enterprise that trades now and has not lost touch, where it is not older than twelve months. */
function currentReturn(member: Member, asAt: PlainDate): CareReturn | undefined {
  if (!isTradingNow(member)) return undefined
  return numbersNow(member.supportCase, asAt)?.careReturn
}

/** Set up with us: constituted, and not running before we met it. */
const isSetUp = ({ origin, supportCase }: Member): boolean => origin !== 'existing' && supportCase.constitution.state === 'constituted'

function costRule(name: string): Rule | undefined {
  if (name === 'setUp') return rows(member => (isSetUp(member) ? member.enquired : undefined))
  if (name === 'setUpOrAdvised') return rows(member => (isSetUp(member) || advisedOn(member) ? member.enquired : undefined))
  return undefined
}
