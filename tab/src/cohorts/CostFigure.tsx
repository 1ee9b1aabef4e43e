import type { ReactNode } from 'react'
import type { Cohort } from '#domain/cohortSchemas.ts'
import type { NumberRow } from '#tab/cohorts/Figure.tsx'
import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { costTitle, say, sayPounds } from '#tab/cohorts/findings.ts'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import { definitions } from '#tab/figureLabels.ts'

/** What the programme cost, shared out: both ways of counting enterprises, then jobs and people. */
export function CostFigure() {
  const { cohort } = useCohortView()
  const { cost } = cohort
  const title = costTitle(cohort)
  const isShared = cost.perSetUp !== null || cost.perSetUpOrAdvised !== null
  return (
    <Figure
      side="right"
      title={title}
      n={isShared ? `${sayPounds(cost.pence)} over all years of the programme.` : undefined}
      words={isShared ? undefined : notShared(cohort)}
      links={<HowWeCount title={title} definition={definitions.cost} />}
    >
      {isShared && <NumberTable caption="The cost for each" hideCaption heads={['For each', 'How many', 'Cost']} rows={rowsOf(cohort)} />}
    </Figure>
  )
}

const notShared = ({ cost }: Cohort): string =>
  cost.pence === 0
    ? 'Ask an administrator to put the cost in, and we will share it out.'
    : cost.setUp === 0
      ? 'Nobody here is on record as set up, so there is nothing to share it out over.'
      : 'The cost is for the whole programme, so we share it out only when everyone is chosen, by when they enquired.'

function rowsOf({ cost, returns: { latest, current } }: Cohort): NumberRow[] {
  const listed = (figure: string, count: number, name: string) => (
    <ListLink key={figure} figure={figure} label={`${say(count)}: ${name}. See the list`}>
      {say(count)}
    </ListLink>
  )
  const row = (name: string, pence: number | null, many: ReactNode): NumberRow[] =>
    pence === null ? [] : [{ key: name, cells: [name, many, sayPounds(pence)] }]
  const { setUp, setUpOrAdvised } = cost
  return [
    ...row('Enterprise set up', cost.perSetUp, listed('cost.setUp', setUp, 'Set up')),
    ...row('Enterprise set up or advised', cost.perSetUpOrAdvised, listed('cost.setUpOrAdvised', setUpOrAdvised, 'Set up or advised')),
    ...row('Job', cost.perJob, say(current.jobs)),
    ...row('Person supported', cost.perPerson, say(current.people)),
    ...row('Job, as older reports counted', cost.perJobAsOlderReports, say(latest.jobs)),
    ...row('Person, as older reports counted', cost.perPersonAsOlderReports, say(latest.people)),
  ]
}
