import { Button } from '@fluentui/react-components'
import { useSearchParams } from 'react-router'
import { Figure } from '#tab/cohorts/Figure.tsx'
import { countOf, say } from '#tab/cohorts/findings.ts'
import { withoutAsked } from '#tab/cohorts/question.ts'
import { lateNote } from '#tab/figureLabels.ts'
import { StateBox } from '#tab/cohorts/StateBox.tsx'
import { useCohortView } from '#tab/cohorts/useCohort.ts'

/** Survival where nobody began: said in place of the curve. */
export function NobodyTradesYet() {
  const { cohort } = useCohortView()
  const [, setParams] = useSearchParams()
  const enquired = countOf(cohort, 'enquired')
  const narrowed = [cohort.from, cohort.to, cohort.area, cohort.form].some(each => each !== null)
  const never = cohort.survival.unwatched
  return (
    <Figure side="right" tall title="Still trading after two years" n="n = 0">
      <StateBox
        heading={never > 0 ? 'Nobody here could be watched' : 'Nobody here has begun to trade yet'}
        actions={narrowed && <Button onClick={() => setParams(withoutAsked, { replace: true })}>Show everyone</Button>}
      >
        {never > 0
          ? `${say(never)} began, and all we know of them is from before we began to watch. ${lateNote}`
          : `${say(enquired)} ${enquired === 1 ? 'has' : 'have'} enquired. The bars show how far they are.`}
      </StateBox>
    </Figure>
  )
}
