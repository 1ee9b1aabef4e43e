import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Suspense, useEffect, useEffectEvent, useRef } from 'react'
import { Bone } from '#tab/ui/Bone.tsx'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  inset: {
    margin: '0 0 12px 36px',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
    [phone]: { margin: '0 0 12px', padding: '12px' },
  },
})

/** The place under a row where its form stands, in line with its text. Escape closes it, and what was typed is kept. */
export function Inset({ label, close, children }: { label: string; close: () => void; children: ReactNode }) {
  const styles = useStyles()
  const box = useRef<HTMLDivElement>(null)
  const escape = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) close()
  })
  useEffect(() => {
    const here = box.current
    const listen = (event: KeyboardEvent): void => escape(event)
    here?.addEventListener('keydown', listen)
    return () => here?.removeEventListener('keydown', listen)
  }, [])
  return (
    <div ref={box} className={styles.inset} role="group" aria-label={label}>
      <Suspense fallback={<Bone shape="box" width="60%" />}>{children}</Suspense>
    </div>
  )
}
