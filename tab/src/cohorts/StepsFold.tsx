import { makeStyles, tokens } from '@fluentui/react-components'
import type { Cohort, StepTime } from '#domain/cohortSchemas.ts'
import { stepPicture } from '#domain/stepMarks.ts'
import { MarksChart } from '#tab/charts/MarksChart.tsx'
import type { NumberRow } from '#tab/cohorts/Figure.tsx'
import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { say } from '#tab/cohorts/findings.ts'
import { Fold } from '#tab/cohorts/Fold.tsx'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import {
  doneBy,
  halfWords,
  maturitySentence,
  quartileWords,
  stepData,
  stepsDescription,
  stepsShown,
  stepsTitle,
} from '#tab/cohorts/stepWords.ts'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import { definitions, foldLabels, stepLabels, stepsNote } from '#tab/figureLabels.ts'

const useStyles = makeStyles({ table: { marginTop: tokens.spacingVerticalL } })

export function StepsFold() {
  const { cohort } = useCohortView()
  return (
    <Fold name="steps" heading={foldLabels.steps} finding={stepsTitle(cohort)}>
      <StepsFigure />
    </Fold>
  )
}

/** How long each step takes, those still in it counted too; how many came to its end by 90, 180 and 365 days; and how old the cohort is. */
export function StepsFigure() {
  const styles = useStyles()
  const { cohort } = useCohortView()
  const title = stepsTitle(cohort)
  const shown = stepsShown(cohort).length > 0
  return (
    <Figure
      inFold
      side="left"
      title={title}
      n={
        shown && 'Bar: from when a quarter were done to when three quarters were. Dot: half. Small marks: those still in it, at their age.'
      }
      words={maturitySentence(cohort)}
      note={shown && stepsNote}
      links={
        <>
          {cohort.maturity.aged > 0 && <ListLink figure="maturity.aged">180 days old ({say(cohort.maturity.aged)})</ListLink>}
          <HowWeCount title={title} definition={definitions.steps} />
        </>
      }
    >
      {shown && (
        <>
          <MarksChart pictureIn={frame => stepPicture(stepData(cohort), frame)} title={title} description={stepsDescription(cohort)} />
          <div className={styles.table}>
            <CountsTable cohort={cohort} />
          </div>
          <div className={styles.table}>
            <SharesTable cohort={cohort} />
          </div>
        </>
      )}
    </Figure>
  )
}

const states = ['reached', 'open', 'left', 'outOfOrder'] as const

function Count({ time, state }: { time: StepTime; state: (typeof states)[number] }) {
  const count = time[state]
  if (count === 0) return '0'
  return (
    <ListLink figure={`times.${time.step}.${state}`} label={`${say(count)}: ${stepLabels[time.step]}. See the list`}>
      {say(count)}
    </ListLink>
  )
}

/** Everyone who began a step stands in one of its columns. */
function CountsTable({ cohort }: { cohort: Cohort }) {
  const shown = stepsShown(cohort)
  const columns = states.filter(state => state !== 'outOfOrder' || shown.some(({ outOfOrder }) => outOfOrder > 0))
  const heads = { reached: 'Done', open: 'Still in it', left: 'Left before', outOfOrder: 'Days out of order' }
  return (
    <NumberTable
      caption="How many in each step"
      heads={['Step', ...columns.map(state => heads[state])]}
      rows={shown.map((time): NumberRow => ({
        key: time.step,
        cells: [stepLabels[time.step], ...columns.map(state => <Count key={state} time={time} state={state} />)],
      }))}
    />
  )
}

function SharesTable({ cohort }: { cohort: Cohort }) {
  return (
    <NumberTable
      mayWrap
      caption="How long they take, and how many are done by then"
      heads={['Step', 'Half done by', 'Middle half', '90 days', '180 days', '365 days']}
      rows={stepsShown(cohort).map((time): NumberRow => ({
        key: time.step,
        cells: [stepLabels[time.step], halfWords(time), quartileWords(time), doneBy(time, 90), doneBy(time, 180), doneBy(time, 365)],
      }))}
    />
  )
}
