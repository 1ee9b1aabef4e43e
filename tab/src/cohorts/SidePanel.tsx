import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  panel: {
    position: 'fixed',
    inset: '0 0 0 auto',
    margin: 0,
    padding: 0,
    border: 'none',
    borderLeft: `1px solid ${tokens.colorTransparentStroke}`,
    width: 'min(640px, 100vw)',
    maxWidth: '100vw',
    height: '100dvh',
    maxHeight: '100dvh',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    overscrollBehavior: 'contain',
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  inside: { display: 'flex', flexDirection: 'column', height: '100%' },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    padding: '24px 24px 8px',
    [phone]: { padding: '16px 16px 8px' },
  },
  title: { ...typographyStyles.subtitle1, margin: 0, ':focus': { outline: 'none' } },
  close: { minWidth: '32px', [phone]: { minWidth: '44px', minHeight: '44px' } },
})

/** How a list in the panel is laid out: its rows scroll, and what they come to stays below them. */
export const useListStyles = makeStyles({
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '0 24px 16px', [phone]: { padding: '0 16px 16px' } },
  footer: {
    ...typographyStyles.body1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '20px',
    padding: '16px 24px',
    [phone]: { padding: '12px 16px' },
  },
  same: { fontWeight: tokens.fontWeightSemibold },
})

type SidePanelProps = { title: string; close: () => void; children: ReactNode }

/**
 * A list over the page, from the right; the whole screen on a phone. A native dialog: focus stays inside, Escape closes it, and what lies
 * under it comes back to life whatever way it goes, also when one follows a link out of it.
 */
export function SidePanel({ title, close, children }: SidePanelProps) {
  const styles = useStyles()
  const panel = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => {
    const { style } = document.documentElement
    style.overflow = 'hidden'
    panel.current?.showModal()
    heading.current?.focus()
    return () => {
      style.overflow = ''
    }
  }, [])
  useEffect(() => {
    const dialog = panel.current
    const onCancel = (event: Event): void => {
      event.preventDefault()
      close()
    }
    // The panel fills its dialog: a press on the dialog itself is one beside it.
    const onClick = (event: Event): void => {
      if (event.target === dialog) close()
    }
    dialog?.addEventListener('cancel', onCancel)
    dialog?.addEventListener('click', onClick)
    return () => {
      dialog?.removeEventListener('cancel', onCancel)
      dialog?.removeEventListener('click', onClick)
    }
  }, [close])
  return (
    <dialog ref={panel} className={styles.panel} aria-labelledby={id}>
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 ref={heading} id={id} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          <Button appearance="subtle" className={styles.close} aria-label="Close the list" icon={<DismissRegular />} onClick={close} />
        </div>
        {children}
      </div>
    </dialog>
  )
}
