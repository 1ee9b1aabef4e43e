import type { Cohort } from '#domain/cohortSchemas.ts'
import { inHundred } from '#domain/marks.ts'
import { fewFollowed } from '#domain/survivalReadings.ts'
import { PartsTable } from '#tab/cohorts/CheckInFigure.tsx'
import { Figure } from '#tab/cohorts/Figure.tsx'
import { say } from '#tab/cohorts/findings.ts'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import { definitions, existingNote } from '#tab/figureLabels.ts'

/** Those that ran before we met them, by a measure of their own: trading two years after we took them on. None here, no figure. */
export function ExistingFigure() {
  const { cohort } = useCohortView()
  const { existing } = cohort
  if (existing.accepted === 0) return null
  const title = existingTitle(existing)
  return (
    <Figure
      inFold
      side="left"
      title={title}
      n={`n = ${say(existing.accepted)} that ran before we met them.`}
      words={existingSentence(existing)}
      note={existingNote}
      links={
        <>
          <ListLink figure="existing.accepted">See the list ({say(existing.accepted)})</ListLink>
          {existing.ended > 0 && <ListLink figure="existing.ended">Stopped ({say(existing.ended)})</ListLink>}
          {existing.lost > 0 && <ListLink figure="existing.lost">Lost touch ({say(existing.lost)})</ListLink>}
          <HowWeCount title={title} definition={definitions.existingParts} />
        </>
      }
    >
      <PartsTable caption="How many, so long after we took them on" family="existingParts" parts={existing.parts} />
    </Figure>
  )
}

function existingTitle({ accepted, parts }: Cohort['existing']): string {
  const two = parts.find(({ months }) => months === 24)
  if (!two || two.due === 0) return `${say(accepted)} ran before we met them`
  return `Two years after we took them on, ${say(two.trading)} of ${say(two.due)} that ran before were trading`
}

/** The share by the same method as the line; only where enough were followed. */
function existingSentence({ followed, at }: Cohort['existing']): string {
  const two = at.find(({ day }) => day === 730)
  if (followed < fewFollowed || !two || two.share === null) return ''
  return `About ${inHundred(two.share)} in every 100 still trade two years after we took them on. It could be as low as ${inHundred(two.exactLow ?? 0)} or as high as ${inHundred(two.exactHigh ?? 1)}.`
}
