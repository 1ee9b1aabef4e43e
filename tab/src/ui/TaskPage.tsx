import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { Link } from 'react-router'
import { ContextLine } from '#tab/ui/ContextLine.tsx'
import type { Parent } from '#tab/ui/Page.tsx'
import { Page, useArrival, useWindowTitle } from '#tab/ui/Page.tsx'
import { short, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  head: {
    position: 'sticky',
    zIndex: 9,
    top: 0,
    minHeight: '52px',
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '0 12px 0 4px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [short]: { position: 'static' },
  },
  close: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flex: 'none',
    width: '44px',
    height: '44px',
    color: tokens.colorNeutralForeground1,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  heading: { ...typographyStyles.subtitle2, margin: 0, flex: '1 0 auto', whiteSpace: 'nowrap', ':focus': { outline: 'none' } },
  status: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, textAlign: 'right' },
  body: { padding: '12px 16px 92px' },
  context: { marginBottom: '12px' },
  foot: {
    position: 'fixed',
    zIndex: 9,
    left: 0,
    right: 0,
    bottom: 0,
    minHeight: '68px',
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '10px 16px calc(10px + env(safe-area-inset-bottom))',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& button': { minHeight: '48px' },
  },
})

type TaskPageProps = {
  title: string
  /** What stands in the window's title instead, where the h1 may hold a name. */
  windowTitle?: string
  parents: readonly [Parent, ...Parent[]]
  context?: readonly ReactNode[]
  /** How far what was typed has got. */
  status?: ReactNode
  /** The buttons at the foot of a phone. */
  foot?: ReactNode
  children: ReactNode
}

/** One task: a page like any other, and on a phone a screen of its own, with a cross above, its buttons below, and nothing to wander off to. */
export function TaskPage({ title, windowTitle = title, parents, context = [], status, foot, children }: TaskPageProps) {
  const isPhone = useWidth() === 'phone'
  if (isPhone) return <Screen {...{ title, windowTitle, parents, context, status, foot, children }} />
  return (
    <Page title={title} windowTitle={windowTitle} parents={parents} context={context} actions={status}>
      {children}
    </Page>
  )
}

function Screen({ title, windowTitle = title, parents, context = [], status, foot, children }: TaskPageProps) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useWindowTitle(windowTitle)
  useArrival(heading, false)
  return (
    <>
      <div className={styles.head}>
        <Link to={(parents.at(-1) ?? parents[0]).to} className={styles.close} aria-label="Close. We keep what you typed.">
          <DismissRegular fontSize={20} />
        </Link>
        <h1 ref={heading} tabIndex={-1} className={styles.heading}>
          {title}
        </h1>
        <div className={styles.status}>{status}</div>
      </div>
      <div className={styles.body}>
        <div className={styles.context}>
          <ContextLine more={context} />
        </div>
        {children}
      </div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </>
  )
}
