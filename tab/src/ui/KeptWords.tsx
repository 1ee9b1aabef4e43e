import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { askedOf } from '#tab/ui/fields.ts'
import { sayKeptOn } from '#tab/ui/say.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { focusField } from '#tab/ui/useForm.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  line: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    margin: `0 0 ${tokens.spacingVerticalM}`,
  },
  words: { margin: 0 },
  button: { [phone]: { minHeight: '44px' } },
})

/** The boxes of a form; in their place, where there are words from an earlier time, the choice to carry on with them. */
export function KeptWords({ form, children }: { form: Form; children: ReactNode }) {
  const styles = useStyles()
  const { earlier, within } = form
  const settled = useRef(false)
  const first = askedOf(form.fields, form.words)[0]?.name
  useEffect(() => {
    // The buttons are gone with the choice; the first box is where one goes on.
    if (settled.current && earlier?.state !== 'offered' && first) focusField(first, within)
    settled.current = false
  }, [earlier, first, within])
  const settle = (choice: () => void) => (): void => {
    settled.current = true
    choice()
  }
  if (!earlier) return children
  const offered = earlier.state === 'offered'
  return (
    <>
      <div className={styles.line} role={offered ? 'group' : undefined} aria-label={offered ? 'What you typed before' : undefined}>
        <p className={styles.words}>We kept what you typed {sayKeptOn(earlier.at, form.today)}.</p>
        {offered && (
          <Button className={styles.button} onClick={settle(form.carryOn)}>
            Carry on
          </Button>
        )}
        <Button className={styles.button} appearance={offered ? 'secondary' : 'subtle'} onClick={settle(form.clear)}>
          Throw it away
        </Button>
      </div>
      {!offered && children}
    </>
  )
}
