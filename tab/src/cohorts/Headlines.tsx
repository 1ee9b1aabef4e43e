import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { say } from '#tab/cohorts/findings.ts'
import type { Headline } from '#tab/cohorts/headlineRows.ts'
import { headlinesOf } from '#tab/cohorts/headlineRows.ts'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import { desk, wide } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    columnGap: '16px',
    rowGap: tokens.spacingVerticalL,
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXXL}`,
    padding: 0,
    '@media (max-width: 359.98px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    [desk]: { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    // Five in a row are too narrow for a cost in six figures below this.
    [wide]: { gridTemplateColumns: 'repeat(5, minmax(0, 1fr))', columnGap: 0 },
  },
  one: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    [wide]: {
      padding: '0 16px',
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
      ':first-child': { paddingLeft: 0, borderLeft: 'none' },
      ':last-child': { paddingRight: 0 },
    },
  },
  label: { ...typographyStyles.body1, display: 'flex', alignItems: 'center', gap: '4px', margin: 0, fontWeight: tokens.fontWeightRegular },
  number: { ...typographyStyles.title1, display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '6px', margin: 0 },
  unit: { ...typographyStyles.body1 },
  n: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0, flexGrow: 1 },
  unknown: { ...typographyStyles.subtitle1, lineHeight: '40px' },
  link: { marginTop: tokens.spacingVerticalS },
})

/** The five numbers that are asked for first, people before money. */
export function Headlines() {
  const styles = useStyles()
  const { cohort } = useCohortView()
  return (
    <div className={styles.row}>
      {headlinesOf(cohort).map(headline => (
        <Shown key={headline.label} {...headline} />
      ))}
    </div>
  )
}

function Shown({ label, number, unit, n, definition, made, list }: Headline) {
  const styles = useStyles()
  return (
    <section className={styles.one} aria-label={label}>
      <h2 className={styles.label}>
        {label}
        <HowWeCount small title={label} definition={definition} made={made} list={list} />
      </h2>
      <p className={styles.number}>
        {number === null ? <span className={styles.unknown}>Not known</span> : number}
        {number !== null && unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </p>
      <p className={styles.n}>{n}</p>
      <LinkBelow>{list ? <ListLink figure={list.figure}>See the list ({say(list.rows)})</ListLink> : null}</LinkBelow>
    </section>
  )
}

function LinkBelow({ children }: { children: ReactNode }) {
  const styles = useStyles()
  return children ? <div className={styles.link}>{children}</div> : null
}
