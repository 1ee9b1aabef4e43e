import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import type { Choosing } from '#tab/enterprises/choosing.ts'
import type { ChosenAction } from '#tab/enterprises/SelectionBar.tsx'
import { SelectionBar } from '#tab/enterprises/SelectionBar.tsx'
import { chooseWords } from '#tab/listLabels.ts'
import type { ManyKind } from '#tab/many/ManyChange.tsx'
import { routes } from '#tab/routes.ts'
import { useReturnFocus } from '#tab/ui/useReturnFocus.ts'
import { useSession } from '#tab/ui/session.ts'

const ManyChange = lazy(() => import('#tab/many/ManyChange.tsx'))

type ChosenRowsProps = { choosing: Choosing; rows: readonly CaseRow[]; today: PlainDate; takeAway: (() => void) | undefined }

/** The bar of what can be done with the chosen rows, and what one does with them: that stays open whatever the list shows by then. */
export function ChosenRows({ choosing, rows, today, takeAway }: ChosenRowsProps) {
  const { may } = useSession()
  const navigate = useNavigate()
  const [changed, setChanged] = useState<{ kind: ManyKind; rows: readonly CaseRow[] }>()
  const rememberOpener = useReturnFocus(changed !== undefined)
  const change = (kind: ManyKind) => (): void => {
    rememberOpener()
    setChanged({ kind, rows: rows.filter(({ id }) => choosing.has(id)) })
  }
  const session = (): void => void navigate(routes.groupSession, { state: { who: choosing.ids } })
  const actions: (ChosenAction | false | undefined)[] = [
    may('cases.record') && may('members.read') && { label: chooseWords.handOver, run: change('hand-over') },
    may('check-ins.record') && { label: chooseWords.addTask, run: change('add-task') },
    may('check-ins.record') && { label: chooseWords.session, run: session },
    takeAway && { label: chooseWords.export, run: takeAway },
  ]
  return (
    <>
      {choosing.picking && (
        <SelectionBar
          choosing={choosing}
          listed={rows.map(({ id }) => id)}
          actions={actions.filter(each => each !== false && each !== undefined)}
          end={choosing.clear}
        />
      )}
      <Suspense>{changed && <ManyChange {...changed} today={today} close={() => setChanged(undefined)} />}</Suspense>
    </>
  )
}
