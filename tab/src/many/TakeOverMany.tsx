import { formIdOf } from '#domain/draft.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { TodayRow } from '#domain/todaySchemas.ts'
import { useWho } from '#tab/enterprise/useEnterprise.ts'
import { ManyDialog } from '#tab/many/ManyDialog.tsx'
import { takeOverCommand, takeOverFields, takeOverSaying } from '#tab/many/manyForms.ts'
import { takeOverWords } from '#tab/manyLabels.ts'
import { titleOf } from '#tab/today/rowWords.ts'

/** Says yes or no to all that one was asked to take over. */
export default function TakeOverMany({ rows, today, close }: { rows: readonly TodayRow[]; today: PlainDate; close: () => void }) {
  const who = useWho()
  const from = new Map(
    rows.flatMap(({ id, reasons }) => reasons.flatMap(each => (each.kind === 'handover' ? [[id, each.from] as const] : []))),
  )
  return (
    <ManyDialog
      title={takeOverWords.title}
      draft={formIdOf('new', 'many-take-over')}
      fields={takeOverFields}
      today={today}
      chosen={rows.map(row => ({ id: row.id, title: titleOf(row) }))}
      commandOf={answers => takeOverCommand(answers, today)}
      guarded
      sayingOf={takeOverSaying}
      detailOf={id => `asked by ${who(from.get(id) ?? '')}`}
      close={close}
    />
  )
}
