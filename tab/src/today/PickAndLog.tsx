import { Button, Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { PickEnterprise } from '#tab/enterprises/PickEnterprise.tsx'
import Settle from '#tab/today/Settle.tsx'
import { todayWords } from '#tab/todayLabels.ts'
import { useDialogStyles } from '#tab/ui/FormDialog.tsx'

type PickAndLogProps = { close: () => void; saved: (row: { id: string; name: string }, words: string, n: number) => void }

/** Log a contact with anyone: type to find them, then the form. */
export default function PickAndLog({ close, saved }: PickAndLogProps) {
  const styles = useDialogStyles()
  const [picked, setPicked] = useState<{ id: string; name: string }>()
  return (
    <Dialog open onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                className={styles.cross}
                icon={<DismissRegular />}
                aria-label="Close. We keep what you typed."
                onClick={close}
              />
            }
          >
            {todayWords.logContact}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {picked ? (
              <Settle
                caseId={picked.id}
                name={picked.name}
                action={{ name: 'call', form: 'contact', channel: 'call', tasks: [] }}
                saved={(words, n) => saved(picked, words, n)}
                cancel={close}
              />
            ) : (
              <PickEnterprise label="Who was it?" pick={setPicked} />
            )}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
