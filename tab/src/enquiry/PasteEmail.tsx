import { Button, Field, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components'
import { ClipboardPasteRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { readEmail } from '#domain/pastedEmail.ts'
import { sayTaken, takenFrom } from '#tab/enquiry/pastedWords.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', gap: '8px' },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  paste: { fontWeight: tokens.fontWeightRegular, [phone]: { minHeight: '44px', marginRight: '-12px' } },
  box: { display: 'grid', gap: '8px', justifyItems: 'start', marginBottom: tokens.spacingVerticalM },
  field: { width: '100%', '& textarea': { minHeight: '96px' } },
  done: { [phone]: { minHeight: '44px' } },
  taken: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: `0 0 ${tokens.spacingVerticalS}` },
})

type PasteEmailProps = { heading: string; words: Words; take: (words: Words) => void }

/** What the clipboard holds, where the host lets a page read it. */
async function fromClipboard(): Promise<string | undefined> {
  try {
    const text = await navigator.clipboard.readText()
    return text.trim() === '' ? undefined : text
  } catch {
    return undefined
  }
}

/** Fills the boxes from an e-mail. It is read here in the page, and goes nowhere until the enquiry is saved. */
export function PasteEmail({ heading, words, take }: PasteEmailProps) {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [taken, setTaken] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (open) box.current?.focus()
  }, [open])
  const read = (pasted: string): void => {
    const found = takenFrom(readEmail(pasted), words)
    take(found)
    setTaken(sayTaken(found))
    setOpen(false)
    setText('')
  }
  const press = async (): Promise<void> => {
    const pasted = await fromClipboard()
    if (pasted === undefined) setOpen(true)
    else read(pasted)
  }
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.heading}>{heading}</h2>
        <Button appearance="subtle" icon={<ClipboardPasteRegular />} className={styles.paste} onClick={() => void press()}>
          Paste an email
        </Button>
      </div>
      {open && (
        <div className={styles.box}>
          <Field
            className={styles.field}
            label="Paste the email here"
            hint="It stays on this page. We pick out name, phone, email and postcode."
          >
            <Textarea ref={box} value={text} onChange={(_, data) => setText(data.value)} />
          </Field>
          <Button className={styles.done} onClick={() => (text.trim() === '' ? setOpen(false) : read(text))}>
            {text.trim() === '' ? 'Close' : 'Fill in the boxes'}
          </Button>
        </div>
      )}
      <div role="status">{taken !== '' && <p className={styles.taken}>{taken}</p>}</div>
    </>
  )
}
