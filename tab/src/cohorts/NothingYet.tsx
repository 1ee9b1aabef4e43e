import { Button } from '@fluentui/react-components'
import { DocumentTableRegular } from '@fluentui/react-icons'
import { useNavigate, useSearchParams } from 'react-router'
import { withoutAsked } from '#tab/cohorts/question.ts'
import { routes } from '#tab/routes.ts'
import { Notice } from '#tab/ui/Notice.tsx'
import { useSession } from '#tab/ui/session.ts'

/** A programme with nobody in it: what to do first. */
export function EmptyProgramme() {
  const { may } = useSession()
  const navigate = useNavigate()
  const toImport = may('import')
  return (
    <Notice
      icon={<DocumentTableRegular />}
      heading="There is nothing here yet"
      actions={
        <>
          {toImport && (
            <Button appearance="primary" onClick={() => void navigate(routes.import)}>
              Bring in a spreadsheet
            </Button>
          )}
          {may('cases.enquire') && <Button onClick={() => void navigate(routes.newEnquiry)}>Add one by hand</Button>}
        </>
      }
    >
      {toImport
        ? 'Bring in your spreadsheet and see what we make of it. Nothing is saved until you say so.'
        : 'The figures come from the record. They will be here once somebody has enquired.'}
    </Notice>
  )
}

/** Nobody fits what was chosen. */
export function NobodyFits() {
  const [, setParams] = useSearchParams()
  return (
    <Notice
      heading="Nobody fits what you chose"
      actions={<Button onClick={() => setParams(withoutAsked, { replace: true })}>Show everyone</Button>}
    >
      Try other days, another area or any legal form.
    </Notice>
  )
}
