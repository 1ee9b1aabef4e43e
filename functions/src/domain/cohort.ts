import type { Cohort, CohortQuestion, FunnelStep, Parts, ReturnTotals } from './cohortSchemas.ts'
import { funnelSteps } from './cohortSchemas.ts'
import type { CaseFacts, Line, Member } from './cohortMembers.ts'
import { countOf, membersBegun, membersOf, sumOf } from './cohortMembers.ts'
import { figureLines } from './cohortLines.ts'
import type { PlainDate } from './plainDate.ts'
import { roundHalfAway } from './quantities.ts'
import type { Spell } from './survival.ts'
import { survivalAt, survivalCurve } from './survival.ts'
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
  'n' | 'funnel' | 'grantedPence' | 'advisedOnly' | 'declined' | 'existing' | 'parts' | 'survival' | 'returns' | 'cost'
>

/**
 * All figures of a cohort, from the facts of the programme's cases. Every count is the length of the list behind it,
 * and every total the sum over that list: `figureLines` gives both, so that they cannot disagree.
 */
export function cohortFigures(cases: readonly CaseFacts[], question: SettledQuestion, costPence: number): CohortFigures {
  const members = membersOf(cases, question)
  const lines = (figure: string): readonly Line[] => figureLines(members, figure, question.asAt)?.lines ?? []
  const count = (figure: string) => countOf(lines(figure))
  const funnel = funnelOf(count)
  const returns = { latest: totalsOf(lines, 'latest'), current: totalsOf(lines, 'current') }
  return {
    n: members.length,
    funnel,
    grantedPence: sumOf(lines('grantedPence')),
    advisedOnly: count('advisedOnly'),
    declined: count('declined'),
    existing: { accepted: count('existing.accepted'), trading: count('existing.trading') },
    parts: checkInMonths.map(months => partsOf(months, count)),
    survival: survivalOf(members),
    returns,
    cost: costOf(costPence, isWhole(question), count, returns),
  }
}

function funnelOf(count: (figure: string) => number): Cohort['funnel'] {
  const enquired = count('funnel.enquired')
  const needed = count('funnel.registration-needed')
  const of = (step: FunnelStep) => (step === 'registered' ? needed : enquired)
  return funnelSteps.map(step => ({ step, count: count(`funnel.${step}`), of: of(step) }))
}

function partsOf(months: Parts['months'], count: (figure: string) => number): Parts {
  const part = (name: Exclude<keyof Parts, 'months'>) => count(`parts.${months}.${name}`)
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

/** Survival from the day trading began, every stop counted whatever its kind. Enterprises that ran before we met them are left out. */
function survivalOf(members: readonly Member[]): Cohort['survival'] {
  const began = membersBegun(members)
  const spells = began.map(({ spell }) => spell).filter(spell => spell !== undefined)
  const [worst, best] = [spells.map(spell => spell.worst), spells.map(spell => spell.best)]
  return {
    n: spells.length,
    ended: spells.filter(({ ended }) => ended).length,
    lost: spells.filter(({ lost }) => lost).length,
    unwatched: began.length - spells.length,
    at: survivalDays.map(day => survivalAt(spells, day)),
    bounds: survivalDays.map(day => boundsAt(worst, best, day)),
    steps: survivalCurve(spells),
  }
}

/** If all those we lost had closed the day after we last heard, and if all still traded. */
function boundsAt(worst: readonly Spell[], best: readonly Spell[], day: number): { day: number; low: number | null; high: number | null } {
  return { day, low: survivalAt(worst, day).share, high: survivalAt(best, day).share }
}

function totalsOf(lines: (figure: string) => readonly Line[], which: 'latest' | 'current'): ReturnTotals {
  return {
    enterprises: countOf(lines(`returns.${which}.enterprises`)),
    jobs: sumOf(lines(`returns.${which}.jobs`)),
    minutesPerWeek: sumOf(lines(`returns.${which}.minutesPerWeek`)),
    people: sumOf(lines(`returns.${which}.people`)),
  }
}

/** The programme's cost is not split by area, form or date, so it is divided only by figures of the whole programme. */
const isWhole = ({ by, from, to, area, form }: SettledQuestion): boolean => by === 'enquiry' && !from && !to && !area && !form

type Totals = { latest: ReturnTotals; current: ReturnTotals }

function costOf(pence: number, whole: boolean, count: (figure: string) => number, { latest, current }: Totals): Cohort['cost'] {
  const [setUp, setUpOrAdvised] = [count('cost.setUp'), count('cost.setUpOrAdvised')]
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
