import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import type { FileFormat } from '#domain/downloadSchemas.ts'
import type { ListQuestion } from '#domain/listQuestion.ts'
import { saveFile } from '#tab/teams.ts'
import { Choice } from '#tab/ui/Choice.tsx'
import { sayFailure } from '#tab/ui/failureWords.ts'
import { useDialogStyles } from '#tab/ui/FormDialog.tsx'
import { sayCount } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '0 0 16px' },
  below: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '16px 0 0' },
  fault: { ...typographyStyles.body1, color: tokens.colorPaletteRedForeground1, margin: '12px 0 0' },
})

const formats: readonly { value: FileFormat; label: string }[] = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
]

/** What goes into the file: all that match the question, or of those only the rows that were searched for or chosen. */
export type Exported = { question: ListQuestion; only: readonly string[] | undefined; count: number }

/** Makes a file of the list. It says what will be in it, and that taking it is kept, before it is made. */
export default function ExportDialog({ exported, close }: { exported: Exported; close: () => void }) {
  const dialog = useDialogStyles()
  const styles = useStyles()
  const { api, programme, may } = useSession()
  const [format, setFormat] = useState<FileFormat>('xlsx')
  const [fault, setFault] = useState('')
  const [state, setState] = useState<'idle' | 'busy' | 'made'>('idle')
  const { question, only, count } = exported

  const press = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (state === 'busy') return
    if (state === 'made') return close()
    setState('busy')
    const said = await api.askForFile(programme.id, { of: 'cases', format, question, ...(only ? { only } : {}) })
    setState(said.ok ? 'made' : 'idle')
    setFault(said.ok ? '' : sayFailure(said.refusal))
    if (said.ok) saveFile(said.value.path)
  }

  const people = may('names.see')
    ? 'It holds names, phones, emails and postcodes: keep it where others cannot read it.'
    : 'It holds references and no names.'
  return (
    <Dialog open onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface className={dialog.surface}>
        <form className={dialog.form} onSubmit={event => void press(event)} noValidate>
          <DialogBody className={dialog.body}>
            <DialogTitle>Export {sayCount(count, 'enterprise')}</DialogTitle>
            <DialogContent className={dialog.content}>
              <p className={styles.words}>
                {only ? 'The file has the ones you picked or searched for.' : 'The file has all that match, not only those on the page.'}{' '}
                {people}
              </p>
              <Choice legend="Which file?" options={formats} value={format} onChange={setFormat} />
              <p className={styles.below}>We keep a note of who took it, when, and how many rows it has.</p>
              <p role="alert" className={fault === '' ? undefined : styles.fault}>
                {fault}
              </p>
              <p role="status" className={state === 'made' ? styles.below : undefined}>
                {state === 'made' && 'Your file is on its way. Look among your downloads.'}
              </p>
            </DialogContent>
            <DialogActions className={dialog.actions}>
              {state !== 'made' && <Button onClick={close}>Cancel</Button>}
              <Button type="submit" appearance="primary" disabledFocusable={state === 'busy'}>
                {state === 'made' ? 'Close' : state === 'busy' ? 'Making the file…' : 'Make the file'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
