import type { Cohort, FunnelStep } from '#domain/cohortSchemas.ts'
import type { FunnelData, FunnelRow } from '#domain/funnelMarks.ts'
import { inHundred } from '#domain/marks.ts'
import { fewFollowed } from '#domain/survivalReadings.ts'
import { countOf, partsAt, say } from '#tab/cohorts/findings.ts'
import { funnelLabels } from '#tab/figureLabels.ts'
import { sayMoney } from '#tab/ui/say.ts'

/** A row of the funnel, and the list behind its count. */
export type ListedRow = FunnelRow & { figure: string }

const whole: readonly FunnelStep[] = ['enquired', 'idea-agreed', 'constituted', 'granted', 'trading']

/** Rows out of everyone who enquired; then rows asked of some only, out of their own number, two years among them. */
export function funnelRows(cohort: Cohort): { all: number; rows: ListedRow[]; some: ListedRow[] } {
  const all = countOf(cohort, 'enquired')
  const rowOf = (step: FunnelStep, of: number, note: string | null, strong: boolean): ListedRow => {
    return { name: funnelLabels[step], count: countOf(cohort, step), of, note, strong, figure: `funnel.${step}` }
  }
  const noteOf = (step: FunnelStep): string | null => {
    if (step === 'enquired') return notTakenOn(cohort)
    if (step === 'granted') return cohort.grantedPence > 0 ? `${sayMoney(cohort.grantedPence)} in all` : null
    return step === 'trading' && cohort.existing.trading > 0 ? `${say(cohort.existing.trading)} of them ran before we met them` : null
  }
  const needed = countOf(cohort, 'registration-needed')
  const some = [...(needed > 0 ? [rowOf('registered', needed, null, false)] : []), ...twoYearRow(cohort)]
  return { all, rows: whole.map(step => rowOf(step, all, noteOf(step), true)), some }
}

function notTakenOn({ advisedOnly, declined }: Cohort): string | null {
  const said = [advisedOnly > 0 && `${say(advisedOnly)} advised only`, declined > 0 && `${say(declined)} not taken on`].filter(
    words => words !== false,
  )
  return said.length === 0 ? null : said.join(', ')
}

function twoYearRow(cohort: Cohort): ListedRow[] {
  const parts = partsAt(cohort, 24)
  if (!parts || parts.due === 0) return []
  const { due, trading, paused, stopped, notReached, left, awaited } = parts
  const said = [
    paused > 0 && `${say(paused)} paused`,
    stopped > 0 && `${say(stopped)} stopped`,
    left > 0 && `${say(left)} left our sight`,
    notReached > 0 && `${say(notReached)} not reached`,
    awaited > 0 && `${say(awaited)} still to answer`,
  ].filter(words => words !== false)
  const unknown = notReached + awaited + left
  const range = unknown > 0 && due >= fewFollowed ? `: ${inHundred(trading / due)}% to ${inHundred((trading + unknown) / due)}%` : ''
  return [
    {
      name: 'At two years',
      count: trading,
      of: due,
      note: said.length === 0 ? null : `${said.join(', ')}${range}`,
      strong: false,
      figure: 'parts.24.trading',
    },
  ]
}

export const funnelData = ({ all, rows, some }: ReturnType<typeof funnelRows>): FunnelData => ({
  all,
  rows,
  some,
  someTitle: 'Asked of some only: out of their own number',
  of: 'of',
  inPercent: all >= fewFollowed,
})
