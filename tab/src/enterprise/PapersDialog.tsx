import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components'
import { useEffect, useEffectEvent, useState } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { CqcPaper } from '#domain/vocabulary.ts'
import { cqcPapers } from '#domain/vocabulary.ts'
import type { CaseDetail } from '#tab/api.ts'
import { paperLabels } from '#tab/besideLabels.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { useDialogStyles } from '#tab/ui/FormDialog.tsx'
import { sayCount, sayDay } from '#tab/ui/say.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import type { Sending } from '#tab/ui/useSending.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, '& li': { marginLeft: '-8px', [phone]: { minHeight: '44px' } } },
})

type Ticks = Readonly<Partial<Record<CqcPaper, boolean>>>
type PapersDialogProps = { detail: CaseDetail; tracks: Tracks; close: () => void }

/** Each tick is sent by itself, one after the other. That somebody else recorded something meanwhile does not matter to a tick. */
function usePapers({ detail, tracks }: Omit<PapersDialogProps, 'close'>) {
  const [n, setN] = useState(detail.n)
  const [wanted, setWanted] = useState<Ticks>({})
  const [told, setTold] = useState<Ticks>({})
  const isReady = (paper: CqcPaper): boolean => told[paper] ?? tracks.papersReady[paper] !== undefined
  const next = cqcPapers.find(paper => wanted[paper] !== undefined && wanted[paper] !== isReady(paper))
  const sender = useRecording(detail.id, formIdOf(detail.id, 'papers'), answer => {
    setN(answer.n)
    if (next) setTold(before => ({ ...before, [next]: wanted[next] }))
  })
  const { sending, submit } = sender
  const send = useEffectEvent((paper: CqcPaper | undefined, at: Sending): void => {
    if (!paper || (at.state !== 'idle' && at.state !== 'changed')) return
    submit({ kind: 'tick-paper', happenedOn: detail.today, paper, ready: wanted[paper] === true }, at.state === 'changed' ? at.n : n)
  })
  useEffect(() => send(next, sending), [next, sending])
  return {
    sending,
    isTicked: (paper: CqcPaper): boolean => wanted[paper] ?? isReady(paper),
    tick: (paper: CqcPaper, ready: boolean) => setWanted(before => ({ ...before, [paper]: ready })),
    isSaved: next === undefined && Object.keys(told).length > 0,
  }
}

/** The papers of the application, to be ticked off as they get ready. */
export function PapersDialog({ detail, tracks, close }: PapersDialogProps) {
  const dialog = useDialogStyles()
  const styles = useStyles()
  const { sending, isTicked, tick, isSaved } = usePapers({ detail, tracks })
  const ticked = cqcPapers.filter(isTicked)
  const copied = (): string => ticked.map(paper => paperLabels[paper]).join('\n')
  const status = isSaved ? 'Saved' : sending.state === 'sending' ? 'Saving…' : ''
  return (
    <Dialog open onOpenChange={(_, { open }) => open || close()}>
      <DialogSurface className={dialog.surface}>
        <DialogBody className={dialog.body}>
          <DialogTitle>Papers for CQC</DialogTitle>
          <DialogContent className={dialog.content}>
            <p className={dialog.lead}>
              {ticked.length} of {sayCount(cqcPapers.length, 'paper')} ready. CQC may ask for more. Each paper has their name on it, a day,
              and nothing about the people they help.
            </p>
            <SendingBar sending={sending} copy={copied} />
            <ul className={styles.list}>
              {cqcPapers.map(paper => {
                const on = tracks.papersReady[paper]
                return (
                  <li key={paper}>
                    <Checkbox
                      checked={isTicked(paper)}
                      onChange={(_, { checked }) => tick(paper, checked === true)}
                      label={on && isTicked(paper) ? `${paperLabels[paper]}, ${sayDay(on)}` : paperLabels[paper]}
                    />
                  </li>
                )
              })}
            </ul>
            <div role="status" className={dialog.status}>
              {status}
            </div>
          </DialogContent>
          <DialogActions className={dialog.actions}>
            <Button appearance="primary" onClick={close}>
              Done
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
