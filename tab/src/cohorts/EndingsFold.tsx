import type { Cohort } from '#domain/cohortSchemas.ts'
import { endingPicture } from '#domain/endingMarks.ts'
import { MarksChart } from '#tab/charts/MarksChart.tsx'
import type { NumberRow } from '#tab/cohorts/Figure.tsx'
import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { say } from '#tab/cohorts/findings.ts'
import { Fold } from '#tab/cohorts/Fold.tsx'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { endingData, endingsDescription, endingsShown, endingsTitle, isEnough, shareOfEnding } from '#tab/cohorts/lastingWords.ts'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import { definitions, endingRowLabels, endingsNote, foldLabels } from '#tab/figureLabels.ts'

export function EndingsFold() {
  const { cohort } = useCohortView()
  return (
    <Fold name="endings" heading={foldLabels.endings} finding={endingsTitle(cohort)}>
      <EndingsFigure />
    </Fold>
  )
}

/** How they ended: each reason with its count, its list, and the share that ended so by one and two years. */
export function EndingsFigure() {
  const { cohort } = useCohortView()
  const { ended } = cohort.survival
  const title = endingsTitle(cohort)
  return (
    <Figure
      inFold
      side="left"
      title={title}
      n={ended > 0 && `Each dot is one enterprise, placed by how long it had traded. n = ${say(cohort.survival.n)}.`}
      beside={ended > 0 ? <EndingsTable cohort={cohort} /> : undefined}
      note={ended > 0 && endingsNote}
      links={
        <>
          {ended > 0 && <ListLink figure="survival.ended">See the list ({say(ended)})</ListLink>}
          <HowWeCount title={title} definition={definitions.endings} made={madeOf(cohort)} />
        </>
      }
    >
      {ended > 0 && (
        <MarksChart pictureIn={frame => endingPicture(endingData(cohort), frame)} title={title} description={endingsDescription(cohort)} />
      )}
    </Figure>
  )
}

const madeOf = ({ endings, survival }: Cohort) => ({
  parts: endingsShown(endings).map(({ ending, count }) => ({ name: endingRowLabels[ending], text: say(count) })),
  sum: { name: 'Stopped', text: say(survival.ended) },
})

function EndingsTable({ cohort }: { cohort: Cohort }) {
  const enough = isEnough(cohort)
  const rows = endingsShown(cohort.endings).map((each): NumberRow => {
    const name = endingRowLabels[each.ending]
    const count =
      each.count === 0 ? (
        '0'
      ) : (
        <ListLink figure={`endings.${each.ending}`} label={`${say(each.count)}: ${name}. See the list`}>
          {say(each.count)}
        </ListLink>
      )
    return { key: each.ending, cells: [name, count, ...(enough ? [shareOfEnding(each, 365), shareOfEnding(each, 730)] : [])] }
  })
  return (
    <NumberTable
      mayWrap
      caption="The same figures as a table"
      heads={['', 'So far', ...(enough ? ['By one year', 'By two years'] : [])]}
      rows={rows}
    />
  )
}
