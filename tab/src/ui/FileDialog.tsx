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
import type { ReactNode, SubmitEvent } from 'react'
import { useState } from 'react'
import type { Ticket } from '#domain/downloadSchemas.ts'
import type { Result } from '#domain/result.ts'
import type { Failure } from '#tab/api.ts'
import { saveFile } from '#tab/teams.ts'
import { Choice } from '#tab/ui/Choice.tsx'
import { sayFailure } from '#tab/ui/failureWords.ts'
import { useDialogStyles } from '#tab/ui/FormDialog.tsx'

const useStyles = makeStyles({
  below: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '16px 0 0' },
  fault: { ...typographyStyles.body1, color: tokens.colorPaletteRedForeground1, margin: '12px 0 0' },
})

type FileDialogProps<Format extends string> = {
  title: string
  /** The first is chosen at first; where there is one, nothing is asked. */
  formats: readonly { value: Format; label: string }[]
  /** A ticket for the file. Undefined where something on the form has to be put right first. */
  ask: (format: Format) => Promise<Result<Ticket, Failure>> | undefined
  close: () => void
  /** There is nothing that a file could hold; the words say why. */
  blocked?: boolean
  /** What will be in it, said before it is made. */
  children: ReactNode
}

/** Makes a file to take away. It says what will be in it, and that taking it is kept, before it is made. */
export function FileDialog<Format extends string>({ title, formats, ask, close, blocked = false, children }: FileDialogProps<Format>) {
  const dialog = useDialogStyles()
  const styles = useStyles()
  const [chosen, setChosen] = useState<Format>()
  const [fault, setFault] = useState('')
  const [state, setState] = useState<'idle' | 'busy' | 'made'>('idle')
  const format = chosen ?? formats[0]?.value

  const press = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (state === 'busy' || format === undefined) return
    if (state === 'made') return close()
    const asked = ask(format)
    if (!asked) return
    setState('busy')
    const said = await asked
    setState(said.ok ? 'made' : 'idle')
    setFault(said.ok ? '' : sayFailure(said.refusal))
    if (said.ok) saveFile(said.value.path)
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface className={dialog.surface}>
        <form className={dialog.form} onSubmit={event => void press(event)} noValidate>
          <DialogBody className={dialog.body}>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={dialog.content}>
              {children}
              {!blocked && formats.length > 1 && <Choice legend="Which file?" options={formats} value={format} onChange={setChosen} />}
              {!blocked && <p className={styles.below}>We keep a note of who took it, when, and how many rows it has.</p>}
              <p role="alert" className={fault === '' ? undefined : styles.fault}>
                {fault}
              </p>
              <p role="status" className={state === 'made' ? styles.below : undefined}>
                {state === 'made' && 'Your file is on its way. Look among your downloads.'}
              </p>
            </DialogContent>
            <DialogActions className={dialog.actions}>
              {/* What has the focus stays: the first button while the page looks what is in it, the second once it was pressed. */}
              {state !== 'made' && <Button onClick={close}>{blocked ? 'Close' : 'Cancel'}</Button>}
              {!blocked && (
                <Button type="submit" appearance="primary" disabledFocusable={state === 'busy'}>
                  {state === 'made' ? 'Close' : state === 'busy' ? 'Making the file…' : 'Make the file'}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
