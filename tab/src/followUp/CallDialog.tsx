import { Dialog, DialogBody, DialogContent, DialogSurface, makeStyles, mergeClasses } from '@fluentui/react-components'
import type { Instant } from '#domain/plainDate.ts'
import type { CaseDetail } from '#tab/api.ts'
import { CallForm } from '#tab/followUp/CallForm.tsx'
import { useDialogStyles } from '#tab/ui/FormDialog.tsx'
import { useSavedDesk } from '#tab/ui/saved.ts'
import { phone, short } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  // On a phone it is as high as the screen, and what it holds scrolls in it.
  body: { display: 'block', [phone]: { height: '100%', maxHeight: 'none' }, [short]: { height: 'auto' } },
  content: {
    overflowY: 'auto',
    maxHeight: 'calc(100dvh - 82px)',
    [phone]: { maxHeight: '100%' },
    [short]: { overflowY: 'visible', maxHeight: 'none' },
  },
})

/** The call over an enterprise's own page. */
export function CallDialog({ detail, close, saved }: { detail: CaseDetail; close: () => void; saved: () => void }) {
  const styles = useStyles()
  const dialog = useDialogStyles()
  const name = detail.name ?? detail.reference
  const { show } = useSavedDesk()
  const tell = (words: string, n: number, at: Instant): void => {
    show({ caseId: detail.id, n, at, words: `${name}: ${words}` })
    saved()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface className={mergeClasses(dialog.surface, dialog.wide)} aria-label={`Call with ${name}`}>
        <DialogBody className={styles.body}>
          <DialogContent className={styles.content}>
            <CallForm detail={detail} saved={tell} cancel={close} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
