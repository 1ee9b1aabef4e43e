import { formIdOf } from '#domain/draft.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { useCatalysts, useWho } from '#tab/enterprise/useEnterprise.ts'
import { ManyDialog } from '#tab/many/ManyDialog.tsx'
import { addTaskSaying, chosenOf, handOverCommand, handOverFields, handOverSaying } from '#tab/many/manyForms.ts'
import { handOverWords } from '#tab/manyLabels.ts'
import { taskFields, taskOf } from '#tab/today/AddTaskForm.tsx'
import { taskWords } from '#tab/todayLabels.ts'
import { useSession } from '#tab/ui/session.ts'

export type ManyKind = 'hand-over' | 'add-task'
type ManyChangeProps = { kind: ManyKind; rows: readonly CaseRow[]; today: PlainDate; close: () => void }

/** The chosen rows of the list, changed at once. */
export default function ManyChange({ kind, ...rest }: ManyChangeProps) {
  const { me, may } = useSession()
  const chosen = chosenOf(rest.rows, may('cases.assign') ? undefined : me.oid)
  return kind === 'hand-over' ? <HandOver {...rest} chosen={chosen} /> : <AddTask {...rest} chosen={chosen} />
}

type EachProps = Omit<ManyChangeProps, 'kind'> & { chosen: ReturnType<typeof chosenOf> }

function HandOver({ rows, chosen, today, close }: EachProps) {
  const colleagues = useCatalysts()
  const who = useWho()
  const withWhom = new Map(rows.map(({ id, catalyst }) => [id, catalyst]))
  const called = (to: string): string => colleagues.find(({ value }) => value === to)?.label ?? who(to)
  return (
    <ManyDialog
      title={handOverWords.title}
      lead={handOverWords.lead}
      draft={formIdOf('new', 'many-hand-over')}
      fields={handOverFields(colleagues)}
      today={today}
      chosen={chosen}
      commandOf={answers => handOverCommand(answers, today)}
      guarded
      sayingOf={command => handOverSaying(command.kind === 'offer-handover' ? called(command.to) : '')}
      detailOf={id => {
        const catalyst = withWhom.get(id)
        return catalyst ? `with ${who(catalyst)} now` : 'with nobody now'
      }}
      close={close}
    />
  )
}

function AddTask({ chosen, today, close }: EachProps) {
  return (
    <ManyDialog
      title={taskWords.add}
      draft={formIdOf('new', 'many-add-task')}
      fields={taskFields}
      today={today}
      chosen={chosen}
      commandOf={answers => taskOf(answers, today)}
      guarded={false}
      sayingOf={addTaskSaying}
      columns={2}
      close={close}
    />
  )
}
