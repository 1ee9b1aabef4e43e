import { ExistingFigure } from '#tab/cohorts/ExistingFigure.tsx'
import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { say } from '#tab/cohorts/findings.ts'
import { Fold } from '#tab/cohorts/Fold.tsx'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { lastingRows, lastingSentence, lastingTitle } from '#tab/cohorts/lastingWords.ts'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import { definitions, foldLabels } from '#tab/figureLabels.ts'

/** How long they last: the days by which a part had stopped, the time they trade out of two years, and how well they could be followed. */
export function LastingFold() {
  const { cohort } = useCohortView()
  const title = lastingTitle(cohort)
  const rows = lastingRows(cohort)
  const { n } = cohort.survival
  return (
    <Fold name="lasting" heading={foldLabels.lasting} finding={title}>
      <Figure
        inFold
        side="left"
        title={title}
        n={`n = ${say(n)} that began to trade with us.`}
        words={lastingSentence(cohort)}
        links={
          <>
            <ListLink figure="survival.n">See the list ({say(n)})</ListLink>
            <HowWeCount title={title} definition={definitions.lasting} />
          </>
        }
      >
        {rows.length > 0 && (
          <NumberTable
            caption="How long they last"
            hideCaption
            heads={['', 'Best estimate', 'Could be (95%)']}
            rows={rows.map(({ key, name, best, range }) => ({ key, cells: [name, best, range] }))}
          />
        )}
      </Figure>
      <ExistingFigure />
    </Fold>
  )
}
