import type { ReactNode } from 'react'
import type { Cohort } from '#domain/cohortSchemas.ts'
import { CohortSkeleton } from '#tab/cohorts/CohortSkeleton.tsx'
import { LineList } from '#tab/cohorts/LineList.tsx'
import { EmptyProgramme, NobodyFits } from '#tab/cohorts/NothingYet.tsx'
import type { Asked, Query } from '#tab/cohorts/question.ts'
import { isNarrowed, knownWords } from '#tab/cohorts/question.ts'
import { useOpenList } from '#tab/cohorts/useAddress.ts'
import { CohortViewContext, useCohort } from '#tab/cohorts/useCohort.ts'
import { Remote } from '#tab/ui/Remote.tsx'

type CohortAnswerProps = { asked: Asked; query: Query; children: (cohort: Cohort) => ReactNode }

/** The figures for what is asked, whatever shows them, and the list behind the figure that is open. */
export function CohortAnswer({ asked, query, children }: CohortAnswerProps) {
  const cohort = useCohort(query)
  const { open, openList, closeList } = useOpenList()
  return (
    <Remote
      query={cohort}
      waitingFor="Adding up the enterprises"
      skeleton={<CohortSkeleton />}
      called="page of figures"
      isEmpty={({ n }) => n === 0}
      empty={isNarrowed(asked) ? <NobodyFits /> : <EmptyProgramme />}
    >
      {found => (
        <CohortViewContext value={{ cohort: found, query, known: knownWords(asked), openList }}>
          <div aria-busy={cohort.isPlaceholderData}>{children(found)}</div>
          <LineList figure={open} close={closeList} />
        </CohortViewContext>
      )}
    </Remote>
  )
}
