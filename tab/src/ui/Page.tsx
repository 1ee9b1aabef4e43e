import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import type { ReactNode, RefObject } from 'react'
import { useEffect, useEffectEvent, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import { ContextLine } from '#tab/ui/ContextLine.tsx'
import { MeetingLine } from '#tab/ui/MeetingSwitch.tsx'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  page: { maxWidth: '1200px', boxSizing: 'border-box', padding: '20px 24px 48px', [phone]: { padding: '12px 16px 80px' } },
  aboveBar: { [phone]: { paddingBottom: '152px' } },
  trail: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
    marginTop: '-10px',
  },
  crumbs: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '2px',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& li': { display: 'flex', alignItems: 'center' },
  },
  crumb: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
    padding: '0 4px',
    marginLeft: '-2px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { textDecorationLine: 'underline', color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [phone]: { ...typographyStyles.body1, minHeight: '44px', color: tokens.colorBrandForegroundLink },
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    rowGap: 0,
  },
  heading: {
    ...typographyStyles.title3,
    margin: 0,
    flex: '1 1 0',
    minWidth: 'min-content',
    overflowWrap: 'break-word',
    ':focus': { outline: 'none' },
  },
  // A word without a place to break, such as a name all in one, is broken where the page ends.
  longWord: { flexBasis: '240px', minWidth: 0, overflowWrap: 'anywhere' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    [phone]: { paddingBottom: tokens.spacingVerticalXS },
  },
  context: { flexBasis: '100%' },
  below: { marginTop: '20px' },
  closeBelow: { marginTop: '8px' },
})

/** A page one comes from, as the way back says it. */
export type Parent = { label: string; to: string }

type PageProps = {
  /** The h1, and the start of the window's title. Never a person's name where names are hidden. */
  title: string
  /** What stands in the window's title instead, where the h1 may hold a name. */
  windowTitle?: string
  parents?: readonly Parent[]
  /** At the right of the way back: "9 of 25" and its arrows. */
  place?: ReactNode
  actions?: ReactNode
  /** After the programme and the day: "0147", "Glastonbury". */
  context?: readonly ReactNode[]
  /** A tab list follows, which brings its own space. */
  tabsFollow?: boolean
  /** A bar of buttons stands above the navigation on a phone. */
  barBelow?: boolean
  /** The page sets the focus itself: on the row that one comes back to. */
  keepFocus?: boolean
  children: ReactNode
}

/** The frame of every page: the way back, the title row, the context line, and the focus on the title when one arrives. */
export function Page({
  title,
  windowTitle = title,
  parents = [],
  place,
  actions,
  context = [],
  tabsFollow,
  barBelow,
  keepFocus = false,
  children,
}: PageProps) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useWindowTitle(windowTitle)
  useArrival(heading, keepFocus)
  return (
    <div className={mergeClasses(styles.page, barBelow && styles.aboveBar)}>
      {(parents.length > 0 || place) && (
        <div className={styles.trail}>
          {parents.length > 0 && <WayBack parents={parents} />}
          {place}
        </div>
      )}
      <div className={styles.title}>
        <h1 ref={heading} tabIndex={-1} className={mergeClasses(styles.heading, /\S{16}/.test(title) && styles.longWord)}>
          {title}
        </h1>
        <div className={styles.actions}>
          <MeetingLine />
          {actions}
        </div>
        <div className={styles.context}>
          <ContextLine more={context} />
        </div>
      </div>
      <div className={tabsFollow ? styles.closeBelow : styles.below}>{children}</div>
    </div>
  )
}

/** The title of the window. Never a person's name. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Catalyst Casebook`
  }, [title])
}

/** On arrival the title takes the focus, so that a screen reader says where one is. When the tab opens it stays with Teams. */
export function useArrival(heading: RefObject<HTMLHeadingElement | null>, keepFocus: boolean): void {
  const { key, pathname } = useLocation()
  const arrive = useEffectEvent((_path: string): void => {
    const opening = key === 'default'
    if (!opening && !keepFocus) heading.current?.focus({ preventScroll: true })
  })
  useEffect(() => arrive(pathname), [pathname])
}

/** The pages above, without this one: its title follows. */
function WayBack({ parents }: { parents: readonly Parent[] }) {
  const styles = useStyles()
  return (
    <nav aria-label="Way back">
      <ol className={styles.crumbs}>
        {parents.map(({ label, to }, place) => (
          <li key={to}>
            {place > 0 && <ChevronRightRegular fontSize={12} aria-hidden />}
            <Link to={to} className={styles.crumb}>
              {place === 0 && <ChevronLeftRegular fontSize={16} aria-hidden />}
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
