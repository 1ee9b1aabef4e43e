import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { useState } from 'react'
import type { SignInDesk } from '#tab/ui/signInDesk.ts'

/** Over the page, so that nothing typed on it goes. */
export default function SignIn({ desk }: { desk: SignInDesk }) {
  const [state, setState] = useState<'idle' | 'going' | 'failed'>('idle')
  const sign = async (): Promise<void> => {
    setState('going')
    setState(
      await desk.sign().then(
        () => 'idle',
        () => 'failed',
      ),
    )
  }
  return (
    <Dialog open modalType="alert">
      <DialogSurface style={{ maxWidth: '520px', width: 'calc(100% - 48px)' }}>
        <DialogBody>
          <DialogTitle>Please sign in again</DialogTitle>
          <DialogContent>
            What you typed is safe.
            {state === 'failed' && <p role="alert">That did not work. Try again, or open the tab anew in Teams.</p>}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={state === 'going'} onClick={() => void sign()}>
              Sign in
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
