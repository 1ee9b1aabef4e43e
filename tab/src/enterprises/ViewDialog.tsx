import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import type { Result } from '#domain/result.ts'
import type { Look, SavedView } from '#domain/viewSchemas.ts'
import type { Failure } from '#tab/api.ts'
import type { ViewsDesk } from '#tab/enterprises/useViews.ts'
import { useDialogStyles } from '#tab/ui/FormDialog.tsx'
import { sayFailure } from '#tab/ui/failureWords.ts'

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '0 0 12px' },
  fault: { ...typographyStyles.body1, color: tokens.colorPaletteRedForeground1, margin: '12px 0 0' },
})

/** What one set out to do with a view. */
export type ViewTask = { do: 'save' } | { do: 'share' | 'rename' | 'remove'; view: SavedView }

const longest = 60

const told = {
  save: {
    title: 'Save this view',
    words: 'It keeps the filters, the order and the columns. What you typed into the search is not kept.',
    button: 'Save',
  },
  share: {
    title: 'Share with the team',
    words: 'Everyone in the programme will find it among their views. They see in it what they may see anyway.',
    button: 'Share',
  },
  rename: { title: 'Rename this view', words: '', button: 'Rename' },
  remove: {
    title: 'Remove this view?',
    words: 'The enterprises stay as they are. Only this way of looking at them goes.',
    button: 'Remove',
  },
} satisfies Record<ViewTask['do'], { title: string; words: string; button: string }>

type ViewDialogProps = {
  task: ViewTask
  look: Look
  desk: ViewsDesk
  opened: (view: SavedView) => void
  removed: () => void
  close: () => void
}

/** Saves, shares, renames or removes a view. */
export default function ViewDialog({ task, look, desk, opened, removed, close }: ViewDialogProps) {
  const dialog = useDialogStyles()
  const styles = useStyles()
  const [name, setName] = useState('view' in task ? task.view.name : '')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const [newId] = useState(() => crypto.randomUUID())
  const { title, words, button } = told[task.do]
  const asksName = task.do === 'save' || task.do === 'rename'

  async function send(): Promise<Result<SavedView | undefined, Failure>> {
    const trimmed = name.trim()
    switch (task.do) {
      case 'save':
        return desk.keep(newId, { name: trimmed, shared: false, look })
      case 'share':
        return desk.keep(task.view.id, { name: task.view.name, shared: true, look: task.view.look })
      case 'rename':
        return desk.keep(task.view.id, { name: trimmed, shared: task.view.shared, look: task.view.look })
      case 'remove': {
        const gone = await desk.remove(task.view.id)
        return gone.ok ? { ok: true, value: undefined } : gone
      }
    }
  }

  const press = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (asksName && name.trim() === '') return setFault('Give it a name.')
    setBusy(true)
    const said = await send()
    setBusy(false)
    if (!said.ok) return setFault(sayFailure(said.refusal))
    if (said.value) opened(said.value)
    else removed()
    close()
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface className={dialog.surface}>
        <form className={dialog.form} onSubmit={event => void press(event)} noValidate>
          <DialogBody className={dialog.body}>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={dialog.content}>
              {'view' in task && !asksName && <p className={styles.words}>“{task.view.name}”</p>}
              {words !== '' && <p className={styles.words}>{words}</p>}
              {asksName && (
                <Field label="What do you call it?">
                  <Input value={name} maxLength={longest} autoComplete="off" onChange={(_, { value }) => setName(value)} />
                </Field>
              )}
              <p role="alert" className={fault === '' ? undefined : styles.fault}>
                {fault}
              </p>
            </DialogContent>
            <DialogActions className={dialog.actions}>
              <Button onClick={close}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {button}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
