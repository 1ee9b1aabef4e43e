import { Button, Link, makeStyles, Popover, PopoverSurface, PopoverTrigger, tokens, typographyStyles } from '@fluentui/react-components'
import { InfoRegular } from '@fluentui/react-icons'
import type { RefObject } from 'react'
import { useRef, useState } from 'react'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import type { Made } from '#tab/cohorts/headlineRows.ts'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { howLabel } from '#tab/figureLabels.ts'
import { sayDay } from '#tab/ui/say.ts'

const useStyles = makeStyles({
  surface: { maxWidth: 'min(360px, calc(100vw - 32px))', boxSizing: 'border-box' },
  title: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalXS}` },
  sentence: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  parts: { ...typographyStyles.body1, width: '100%', borderCollapse: 'collapse', marginTop: tokens.spacingVerticalS },
  part: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  sum: { fontWeight: tokens.fontWeightSemibold },
  name: { textAlign: 'left', fontWeight: 'inherit', padding: '6px 12px 6px 0' },
  count: { textAlign: 'right', padding: '6px 0' },
  day: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
  },
  icon: { minWidth: '24px', maxWidth: '24px', height: '24px', padding: 0 },
  link: { minHeight: '24px', display: 'inline-flex', alignItems: 'center' },
})

type HowWeCountProps = {
  title: string
  definition: string
  made?: Made | undefined
  list?: { figure: string; rows: number } | undefined
  /** A small round button beside a headline, in place of the words. */
  small?: boolean
}

/** What a number means, what it is made of, and for which day: opened by a press, never by hovering alone. */
export function HowWeCount({ title, definition, made, list, small }: HowWeCountProps) {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const listed = list && { ...list, returnTo: trigger, onOpen: () => setOpen(false) }
  return (
    <Popover trapFocus withArrow open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <PopoverTrigger disableButtonEnhancement>
        {small ? (
          <Button
            ref={trigger}
            appearance="transparent"
            size="small"
            className={styles.icon}
            icon={<InfoRegular fontSize={20} />}
            aria-label={`${howLabel}: ${title}`}
          />
        ) : (
          <Link ref={trigger} as="button" className={styles.link}>
            {howLabel}
          </Link>
        )}
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={`${howLabel}: ${title}`}>
        <Definition title={title} definition={definition} made={made} list={listed} />
      </PopoverSurface>
    </Popover>
  )
}

type DefinitionProps = Pick<HowWeCountProps, 'title' | 'definition' | 'made'> & {
  list: { figure: string; rows: number; returnTo: RefObject<HTMLElement | null>; onOpen: () => void } | undefined
}

function Definition({ title, definition, made, list }: DefinitionProps) {
  const styles = useStyles()
  const { cohort, known } = useCohortView()
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.sentence}>{definition}</p>
      {made && <MadeOf made={made} />}
      <p className={styles.day}>
        On {sayDay(cohort.asAt)}, {known}. Method {cohort.method}.
      </p>
      {list && (
        <ListLink figure={list.figure} returnTo={list.returnTo} onOpen={list.onOpen}>
          See the list ({list.rows.toLocaleString('en-GB')})
        </ListLink>
      )}
    </>
  )
}

function MadeOf({ made: { parts, sum } }: { made: Made }) {
  const styles = useStyles()
  return (
    <table className={styles.parts}>
      <tbody>
        {parts.map(({ name, text }) => (
          <tr key={name} className={styles.part}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            <td className={styles.count}>{text}</td>
          </tr>
        ))}
        <tr className={styles.sum}>
          <th scope="row" className={styles.name}>
            {sum.name}
          </th>
          <td className={styles.count}>{sum.text}</td>
        </tr>
      </tbody>
    </table>
  )
}
