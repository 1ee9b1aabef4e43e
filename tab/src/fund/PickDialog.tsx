import { Button, Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { PickEnterprise } from '#tab/enterprises/PickEnterprise.tsx'
import { fundWords } from '#tab/fundLabels.ts'
import { useDialogStyles } from '#tab/ui/FormDialog.tsx'

/** Which enterprise a grant is recommended for. */
export default function PickDialog({ close, pick }: { close: () => void; pick: (picked: { id: string }) => void }) {
  const styles = useDialogStyles()
  return (
    <Dialog open onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle
            action={<Button appearance="subtle" className={styles.cross} icon={<DismissRegular />} aria-label="Close" onClick={close} />}
          >
            {fundWords.recommend}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <PickEnterprise label={fundWords.whoFor} pick={pick} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
