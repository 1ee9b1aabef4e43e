import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useState } from 'react'
import type { Failure } from '#tab/api.ts'
import { copyText } from '#tab/ui/copyText.ts'
import type { Sending } from '#tab/ui/useSending.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  bar: { marginBottom: '12px' },
  copy: { whiteSpace: 'nowrap', [phone]: { minHeight: '40px' } },
  area: { width: '100%', minHeight: '80px', boxSizing: 'border-box' },
})

/** Why a form is not saved, and what becomes of the words: they are never gone. */
export function SendingBar({ sending, copy }: { sending: Sending; copy: () => string }) {
  if (sending.state === 'waiting') return <WaitingBar failure={sending.failure} copy={copy} />
  if (sending.state === 'failed') return <FailedBar failure={sending.failure} copy={copy} />
  return null
}

function WaitingBar({ failure, copy }: { failure: Failure; copy: () => string }) {
  const styles = useStyles()
  const why = failure.kind === 'no-signal' ? 'no signal' : failure.kind === 'signed-out' ? 'please sign in again' : 'the casebook is busy'
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>Not saved yet: {why}.</MessageBarTitle> Keep this page open and we will keep trying.
      </MessageBarBody>
      <CopyWords copy={copy} />
    </MessageBar>
  )
}

const safe = 'What you typed is safe.'

function wordsOf(failure: Failure): { title: string; words: string } {
  switch (failure.kind) {
    case 'refused':
      return { title: 'Not saved.', words: failure.problem.detail }
    case 'no-signal':
      return { title: 'Not saved yet: no signal.', words: 'Press the button when you have signal again.' }
    case 'busy':
      return { title: 'Not saved yet: the casebook is busy.', words: `${safe} Please try again in a moment.` }
    case 'signed-out':
      return { title: 'Not saved yet: please sign in again.', words: safe }
    case 'broken':
    case 'not-shown':
    case 'changed': {
      const code =
        failure.kind === 'broken' && failure.code !== '' ? ` Try again, or tell us this code: ${failure.code}.` : ' Please try again.'
      return { title: 'That did not work, and it is our fault.', words: safe + code }
    }
  }
}

function FailedBar({ failure, copy }: { failure: Failure; copy: () => string }) {
  const styles = useStyles()
  const { title, words } = wordsOf(failure)
  return (
    <MessageBar intent={failure.kind === 'refused' ? 'warning' : 'error'} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {words}
      </MessageBarBody>
      {failure.kind !== 'refused' && <CopyWords copy={copy} />}
    </MessageBar>
  )
}

/** Copies the words; where the host does not allow it, it lays them open to be copied by hand. */
function CopyWords({ copy }: { copy: () => string }) {
  const styles = useStyles()
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle')
  if (state === 'by-hand') {
    return (
      <textarea className={styles.area} readOnly aria-label="Your words, to copy" value={copy()} onFocus={event => event.target.select()} />
    )
  }
  const press = async (): Promise<void> => setState((await copyText(copy())) ? 'copied' : 'by-hand')
  return (
    <MessageBarActions>
      <Button className={styles.copy} onClick={() => void press()}>
        {state === 'copied' ? 'Copied' : 'Copy my words'}
      </Button>
    </MessageBarActions>
  )
}
