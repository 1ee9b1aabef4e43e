import { CompareFold } from '#tab/cohorts/CompareFold.tsx'
import { EndingsFold } from '#tab/cohorts/EndingsFold.tsx'
import { LastingFold } from '#tab/cohorts/LastingFold.tsx'
import { StepsFold } from '#tab/cohorts/StepsFold.tsx'

/** The figures that wait under plain headings, below the counts and the curve. They come with their charts, after the page stands. */
export default function Folds() {
  return (
    <>
      <LastingFold />
      <EndingsFold />
      <StepsFold />
      <CompareFold />
    </>
  )
}
