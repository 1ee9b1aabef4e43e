import { Button, makeStyles } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { pageLabels } from '#tab/fund/grant/grantPageLabels.ts'
import { copyText } from '#tab/ui/copyText.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  button: { whiteSpace: 'nowrap', [phone]: { minHeight: '44px' } },
  area: { display: 'block', width: '100%', minHeight: '160px', boxSizing: 'border-box', font: 'inherit' },
})

/** Copies a letter; where the host does not allow it, it lays the letter open to be copied by hand. */
export function CopyLetter({ label, letter }: { label: string; letter: () => string }) {
  const styles = useStyles()
  const [state, setState] = useState<'idle' | 'copied' | 'by-hand'>('idle')
  if (state === 'by-hand') {
    return <textarea className={styles.area} readOnly aria-label={label} value={letter()} onFocus={event => event.target.select()} />
  }
  return (
    <>
      <Button
        className={styles.button}
        icon={<CopyRegular />}
        onClick={() => void copyText(letter()).then(done => setState(done ? 'copied' : 'by-hand'))}
      >
        {label}
      </Button>
      <span role="status">{state === 'copied' && pageLabels.copied}</span>
    </>
  )
}
