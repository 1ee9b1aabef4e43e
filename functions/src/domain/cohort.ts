import { comparedBy } from './cohortGroups.ts'
import { endingsOf, lastingOf } from './cohortLasting.ts'
import type { Cohort, CohortQuestion, FunnelStep, Parts, ReturnTotals } from './cohortSchemas.ts'
import { funnelSteps } from './cohortSchemas.ts'
import type { CaseFacts, Member } from './cohortMembers.ts'
import { membersOf } from './cohortMembers.ts'
import { figureTotals } from './cohortLines.ts'
import { maturityOf, stepsOf, timesOf } from './cohortSteps.ts'
import type { PlainDate } from './plainDate.ts'
import { roundHalfAway } from './quantities.ts'
import type { Spell, SurvivalStep } from './survival.ts'
import { shareAt, survivalAt, survivalCurve } from './survival.ts'
import { checkInMonths } from './vocabulary.ts'

/** The version of the method below. A changed method is a new version, and every answer names the one it was made by. */
export const cohortMethod = 'cohort-1'

/** Days since trading began at which survival is read: six months, one year, two years. */
export const survivalDays = [182, 365, 730] as const

/** A question with its day settled. */
export type SettledQuestion = CohortQuestion & { asAt: PlainDate }

/** What of a cohort's answer rests on the enterprises alone, without the programme's name and log. */
export type CohortFigures = Pick<
  Cohort,
  | 'n'
  | 'funnel'
  | 'grantedPence'
  | 'tradingNow'
  | 'advisedOnly'
  | 'declined'
  | 'existing'
  | 'parts'
  | 'survival'
  | 'lasting'
  | 'endings'
  | 'times'
  | 'maturity'
  | 'compared'
  | 'returns'
  | 'cost'
>

/**
 * All figures of a cohort, from the facts of the programme's cases. Every count is the length of the list behind it,
 * and every total the sum over that list: one rule a figure gives both, so that they cannot disagree.
 */
export function cohortFigures(cases: readonly CaseFacts[], question: SettledQuestion, costPence: number): CohortFigures {
  const members = membersOf(cases, question)
  const figure = figuresOf(members, question.asAt)
  const { survival, spells, steps } = survivalOf(members)
  const returns = { latest: totalsOf(figure, 'latest'), current: totalsOf(figure, 'current') }
  return {
    n: members.length,
    funnel: funnelOf(figure),
    grantedPence: figure('grantedPence'),
    tradingNow: figure('tradingNow'),
    advisedOnly: figure('advisedOnly'),
    declined: figure('declined'),
    existing: existingOf(members, figure),
    parts: checkInMonths.map(months => partsOf('parts', months, figure)),
    survival,
    lasting: lastingOf(members, question.asAt, spells, steps),
    endings: endingsOf(members),
    times: timesOf(members, question.asAt),
    maturity: maturityOf(members, question.asAt),
    compared: question.compare ? comparedBy(members, question.compare) : null,
    returns,
    cost: costOf(costPence, isWhole(question), figure, returns),
  }
}

/** Works out what the figures of a day ask of one enterprise, and remembers it: done while others are read, they come the sooner. */
export function workOutMember(of: CaseFacts, asAt: PlainDate): void {
  for (const member of membersOf([of], { by: 'enquiry', asAt })) stepsOf(member, asAt)
}

/** A figure by its name: the count or the sum of its list. */
type Figure = (name: string) => number

const parts = ['due', 'trading', 'paused', 'stopped', 'notReached', 'left', 'awaited', 'notYet'] as const
const figureNames: readonly string[] = [
  ...funnelSteps.map(step => `funnel.${step}`),
  'grantedPence',
  'tradingNow',
  'advisedOnly',
  'declined',
  'existing.accepted',
  'existing.trading',
  'existing.followed',
  'existing.ended',
  'existing.lost',
  'cost.setUp',
  'cost.setUpOrAdvised',
  ...checkInMonths.flatMap(months => parts.flatMap(part => [`parts.${months}.${part}`, `existingParts.${months}.${part}`])),
  ...['latest', 'current'].flatMap(which => ['enterprises', 'jobs', 'minutesPerWeek', 'people'].map(each => `returns.${which}.${each}`)),
]

function figuresOf(members: readonly Member[], asAt: PlainDate): Figure {
  const totals = figureTotals(members, figureNames, asAt)
  return name => {
    const total = totals.get(name)
    if (total === undefined) throw new Error(`${name} is not worked out`)
    return total
  }
}

function funnelOf(figure: Figure): Cohort['funnel'] {
  const enquired = figure('funnel.enquired')
  const needed = figure('funnel.registration-needed')
  const of = (step: FunnelStep) => (step === 'registered' ? needed : enquired)
  return funnelSteps.map(step => ({ step, count: figure(`funnel.${step}`), of: of(step) }))
}

function partsOf(family: 'parts' | 'existingParts', months: Parts['months'], figure: Figure): Parts {
  const part = (name: (typeof parts)[number]) => figure(`${family}.${months}.${name}`)
  return {
    months,
    due: part('due'),
    trading: part('trading'),
    paused: part('paused'),
    stopped: part('stopped'),
    notReached: part('notReached'),
    left: part('left'),
    awaited: part('awaited'),
    notYet: part('notYet'),
  }
}

/** Those that ran before we met them, from the day we accepted them: where they stood at each check-in, and how many still traded. */
function existingOf(members: readonly Member[], figure: Figure): Cohort['existing'] {
  const spells = members.flatMap(({ existing }) => (existing?.spell ? [bare(existing.spell)] : []))
  return {
    accepted: figure('existing.accepted'),
    trading: figure('existing.trading'),
    parts: checkInMonths.map(months => partsOf('existingParts', months, figure)),
    followed: figure('existing.followed'),
    ended: figure('existing.ended'),
    lost: figure('existing.lost'),
    at: survivalDays.map(day => survivalAt(spells, day)),
  }
}

/** Survival from the day trading began, every stop counted whatever its kind. Enterprises that ran before we met them are left out. */
function survivalOf(members: readonly Member[]): {
  survival: Cohort['survival']
  spells: readonly Spell[]
  steps: readonly SurvivalStep[]
} {
  const began = members.filter(member => member.began !== undefined)
  const watched = began.map(({ spell }) => spell).filter(spell => spell !== undefined)
  // Copies side by side, because the curve and its readings go through them again and again.
  const [spells, worst, best] = [watched.map(bare), watched.map(each => bare(each.worst)), watched.map(each => bare(each.best))]
  const steps = survivalCurve(spells)
  const survival = {
    n: spells.length,
    ended: spells.filter(({ ended }) => ended).length,
    lost: watched.filter(({ lost }) => lost).length,
    unwatched: began.length - spells.length,
    at: survivalDays.map(day => survivalAt(spells, day)),
    // If all those we lost had closed the day after we last heard, and if all still traded.
    bounds: survivalDays.map(day => ({ day, low: shareAt(worst, day), high: shareAt(best, day) })),
    steps,
  }
  return { survival, spells, steps }
}

const bare = ({ from, to, ended }: Spell): Spell => ({ from, to, ended })

function totalsOf(figure: Figure, which: 'latest' | 'current'): ReturnTotals {
  const total = (measure: keyof ReturnTotals) => figure(`returns.${which}.${measure}`)
  return { enterprises: total('enterprises'), jobs: total('jobs'), minutesPerWeek: total('minutesPerWeek'), people: total('people') }
}

/** The programme's cost is not split by area, form or date, so it is divided only by figures of the whole programme. */
const isWhole = ({ by, from, to, area, form }: SettledQuestion): boolean => by === 'enquiry' && !from && !to && !area && !form

type Totals = { latest: ReturnTotals; current: ReturnTotals }

function costOf(pence: number, whole: boolean, figure: Figure, { latest, current }: Totals): Cohort['cost'] {
  const [setUp, setUpOrAdvised] = [figure('cost.setUp'), figure('cost.setUpOrAdvised')]
  const per = (divisor: number) => (whole && divisor > 0 ? roundHalfAway(pence / divisor) : null)
  return {
    pence,
    setUp,
    setUpOrAdvised,
    perSetUp: per(setUp),
    perSetUpOrAdvised: per(setUpOrAdvised),
    perJob: per(current.jobs),
    perPerson: per(current.people),
    perJobAsOlderReports: per(latest.jobs),
    perPersonAsOlderReports: per(latest.people),
  }
}
