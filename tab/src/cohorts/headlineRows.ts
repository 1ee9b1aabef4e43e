import type { Cohort } from '#domain/cohortSchemas.ts'
import { countOf, say, sayPounds } from '#tab/cohorts/findings.ts'
import { definitions } from '#tab/figureLabels.ts'
import { sayHours } from '#tab/ui/say.ts'

/** What a figure is made of: parts that add up to their sum. */
export type Made = { parts: readonly { name: string; text: string }[]; sum: { name: string; text: string } }

/** A headline: null where the number is not known. `list` is the list behind it, with its number of rows. */
export type Headline = {
  label: string
  number: string | null
  unit?: string
  n: string
  definition: string
  made?: Made
  list: { figure: string; rows: number } | undefined
}

/** What is not told is not nothing: without one return, people, hours and jobs are not known. */
export function headlinesOf(cohort: Cohort): Headline[] {
  const { current } = cohort.returns
  const rows = current.enterprises
  const trading = countOf(cohort, 'trading')
  const from =
    rows > 0
      ? `from ${rows === 1 ? 'one enterprise' : `${say(rows)} enterprises, all`} heard in the last 12 months`
      : 'nobody trading now has told us numbers in the last 12 months'
  const told = (value: string): string | null => (rows > 0 ? value : null)
  const listed = (figure: string) => (rows > 0 ? { figure: `returns.current.${figure}`, rows } : undefined)
  return [
    { label: 'People supported', number: told(say(current.people)), n: from, definition: definitions.people, list: listed('people') },
    {
      label: 'Hours a week',
      number: told(sayHours(current.minutesPerWeek)),
      n: from,
      definition: definitions.hours,
      list: listed('minutesPerWeek'),
    },
    {
      label: 'Enterprises trading',
      number: say(cohort.tradingNow),
      unit: `of ${say(trading)}`,
      n: `${say(trading)} ever began to trade; ${say(rows)} of those trading told us numbers in the 12 months before`,
      definition: definitions.trading,
      made: {
        parts: [
          { name: 'Trading on the day', text: say(cohort.tradingNow) },
          { name: 'Paused, ended or lost touch', text: say(trading - cohort.tradingNow) },
        ],
        sum: { name: 'Began to trade', text: say(trading) },
      },
      list: { figure: 'tradingNow', rows: cohort.tradingNow },
    },
    { label: 'Jobs', number: told(say(current.jobs)), n: from, definition: definitions.jobs, list: listed('jobs') },
    costHeadline(cohort),
  ]
}

function costHeadline({ cost }: Cohort): Headline {
  const { pence, perSetUp, perSetUpOrAdvised, setUp, setUpOrAdvised } = cost
  const shared = perSetUp !== null && perSetUpOrAdvised !== null
  const n = shared
    ? `${sayPounds(perSetUp)} for each of the ${say(setUp)} set up; ${sayPounds(perSetUpOrAdvised)} for each of the ${say(setUpOrAdvised)} set up or advised`
    : setUp === 0
      ? 'nobody here is on record as set up'
      : 'for the whole programme; not shared out over a part of it'
  return {
    label: 'Programme cost',
    number: pence > 0 ? sayPounds(pence) : null,
    n: pence > 0 ? n : 'no cost is on record',
    definition: definitions.cost,
    list: setUpOrAdvised > 0 ? { figure: 'cost.setUpOrAdvised', rows: setUpOrAdvised } : undefined,
  }
}
