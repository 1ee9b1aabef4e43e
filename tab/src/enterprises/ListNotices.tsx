import { Button } from '@fluentui/react-components'
import { ArrowUploadRegular, BuildingShopRegular, SearchRegular } from '@fluentui/react-icons'
import { useNavigate } from 'react-router'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { elsewhere } from '#tab/enterprises/elsewhere.ts'
import { routes } from '#tab/routes.ts'
import { Notice } from '#tab/ui/Notice.tsx'
import { useSession } from '#tab/ui/session.ts'

/** A programme without a single enterprise: what to do first. */
export function NothingYet() {
  const { may } = useSession()
  const navigate = useNavigate()
  const first = may('import')
    ? 'Bring in your spreadsheet and see what we make of it. Nothing is saved until you say so.'
    : may('cases.enquire')
      ? 'Add an enquiry, or ask the lead to hand you some.'
      : 'The lead can bring in a spreadsheet or add an enquiry.'
  return (
    <Notice
      icon={<BuildingShopRegular />}
      heading="There is nothing here yet"
      actions={
        <>
          {may('import') && (
            <Button appearance="primary" icon={<ArrowUploadRegular />} onClick={() => void navigate(routes.import)}>
              Bring in a spreadsheet
            </Button>
          )}
          {may('cases.enquire') && <Button onClick={() => void navigate(routes.newEnquiry)}>Add one by hand</Button>}
        </>
      }
    >
      {first}
    </Notice>
  )
}

type NothingMatchesProps = {
  words: string
  mine: boolean
  /** How many the words and the filters find in the whole programme. */
  underAll: number
  /** What the words find, and the filters do not let through. */
  filteredOut: readonly CaseRow[]
  showAll: () => void
  clear: () => void
}

/** Nothing under this view: how many match elsewhere, and the way there. */
export function NothingMatches({ words, mine, underAll, filteredOut, showAll, clear }: NothingMatchesProps) {
  const whose = mine ? 'None of yours' : 'None of these'
  return (
    <Notice
      icon={<SearchRegular />}
      heading={words === '' ? `${whose} pass the filters` : `${whose} match “${words}”`}
      actions={
        <>
          {underAll > 0 && (
            <Button onClick={showAll}>{underAll === 1 ? 'Show the one under All' : `Show the ${underAll} under All`}</Button>
          )}
          <Button appearance={underAll > 0 ? 'subtle' : 'secondary'} onClick={clear}>
            Clear search and filters
          </Button>
        </>
      }
    >
      {elsewhere(words, underAll, filteredOut)}
    </Notice>
  )
}
