import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { Insights } from '#domain/insightWireSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { PastedRow } from '#tab/insights/pastedTable.ts'
import { keyOfLine, readTable } from '#tab/insights/pastedTable.ts'
import { numberInWords } from '#tab/insights/insightWords.ts'
import { unitLabels } from '#tab/insightLabels.ts'
import { useInsightSending } from '#tab/insights/useInsights.ts'
import type { Field } from '#tab/ui/fields.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { sayCount, sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { useForm } from '#tab/ui/useForm.ts'

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}` },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  fault: { color: tokens.colorPaletteRedForeground1 },
})

/** What is read at once. A longer table is pasted in parts. */
const atOnce = 200
const shown = 20

const fields: readonly Field[] = [
  {
    kind: 'note',
    name: 'table',
    label: 'The rows, copied from a spreadsheet',
    hint: 'Area, need or asset, what is counted, number, unit, year, source. Headings may come first, in any order.',
  },
  { kind: 'day', name: 'happenedOn', label: 'When did you look it up?' },
]

type PasteDialogProps = {
  counts: Insights['areaCounts']
  areas: readonly { id: string; name: string }[]
  close: () => void
  saved: (words: string) => void
}

/** A table of needs and assets: it is read as it is pasted, and shown before anything is saved. */
export function PasteDialog({ counts, areas, close, saved }: PasteDialogProps) {
  const { me } = useSession()
  const [nothing, setNothing] = useState(false)
  const draft = formIdOf('new', 'paste-areas')
  const form = useForm(draft, fields, { happenedOn: sayDay(me.today) }, me.today)
  const present = new Set(counts.flatMap(each => (each.name === null ? [] : [keyOfLine({ ...each, name: each.name })])))
  const rows = readTable(form.words['table'] ?? '', { areas, thisYear: Number(me.today.slice(0, 4)), present })
  const lines = rows.flatMap(row => ('line' in row ? [row.line] : [])).slice(0, atOnce)
  const sender = useInsightSending(draft, () => saved(`Saved ${sayCount(lines.length, 'number')}.`))
  const submit = (): void => {
    const answers = form.read()
    setNothing(lines.length === 0)
    if (answers && lines.length > 0) sender.submit({ kind: 'count-area', happenedOn: answers['happenedOn'] as PlainDate, lines })
  }
  const save = lines.length === 0 ? 'Save rows' : `Save ${sayCount(lines.length, 'row')}`
  return (
    <FormDialog title="Paste a table" form={form} sender={sender} save={save} submit={submit} close={close}>
      <Read rows={rows} nothing={nothing} />
    </FormDialog>
  )
}

/** What was read, and what could not be read and why. */
function Read({ rows, nothing }: { rows: readonly PastedRow[]; nothing: boolean }) {
  const styles = useStyles()
  const good = rows.flatMap(row => ('line' in row ? [row] : []))
  const bad = rows.flatMap(row => ('fault' in row ? [row] : []))
  return (
    <div aria-live="polite">
      {rows.length > 0 && (
        <p className={styles.heading}>
          {sayCount(good.length, 'row')} ready{bad.length > 0 && `, ${bad.length} we could not read`}.
          {good.length > atOnce && ` The first ${atOnce} will be saved; paste the rest after.`}
        </p>
      )}
      {nothing && good.length === 0 && <p className={styles.fault}>There is no row here that we can read.</p>}
      {bad.length > 0 && (
        <ul className={styles.list}>
          {bad.slice(0, shown).map(({ row, fault }) => (
            <li key={row}>
              Row {row}: {fault}
            </li>
          ))}
        </ul>
      )}
      {good.length > 0 && (
        <ul className={styles.list}>
          {good.slice(0, shown).map(({ row, line }) => (
            <li key={row}>
              {line.name}: {numberInWords(line.hundredths)} {unitLabels[line.unit]}, {line.source}, {line.year}
            </li>
          ))}
        </ul>
      )}
      {good.length > shown && <p>And {good.length - shown} more.</p>}
    </div>
  )
}
