import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { FileFormat } from '#domain/downloadSchemas.ts'
import type { ListQuestion } from '#domain/listQuestion.ts'
import { FileDialog } from '#tab/ui/FileDialog.tsx'
import { sayCount } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '0 0 16px' },
})

const formats: readonly { value: FileFormat; label: string }[] = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
]

/** What goes into the file: all that match the question, or of those only the rows that were searched for or chosen. */
export type Exported = { question: ListQuestion; only: readonly string[] | undefined; count: number }

/** Makes a file of the list. */
export default function ExportDialog({ exported, close }: { exported: Exported; close: () => void }) {
  const styles = useStyles()
  const { api, programme, may } = useSession()
  const { question, only, count } = exported
  const people = may('names.see')
    ? 'It holds names, phones, emails and postcodes: keep it where others cannot read it.'
    : 'It holds references and no names.'
  return (
    <FileDialog
      title={`Export ${sayCount(count, 'enterprise')}`}
      formats={formats}
      ask={format => api.askForFile(programme.id, { of: 'cases', format, question, ...(only ? { only } : {}) })}
      close={close}
    >
      <p className={styles.words}>
        {only ? 'The file has the ones you picked or searched for.' : 'The file has all that match, not only those on the page.'} {people}
      </p>
    </FileDialog>
  )
}
