import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { CheckmarkCircleFilled, SubtractCircleRegular, WarningFilled } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { undoMinutes } from '#domain/undo.ts'
import type { Line, ManyState } from '#tab/many/manyDesk.ts'
import { countOf, firstSavedAt } from '#tab/many/manyDesk.ts'
import type { ManySaying } from '#tab/many/manySentences.ts'
import { groupsOf, headOf, waitingWords } from '#tab/many/manySentences.ts'
import type { Many } from '#tab/many/useMany.ts'
import { manyWords } from '#tab/manyLabels.ts'
import { routes } from '#tab/routes.ts'
import { sayTime } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  head: { ...typographyStyles.body1Strong, margin: '0 0 12px', ':focus': { outline: 'none' } },
  bar: { marginBottom: '12px' },
  group: { marginTop: '16px' },
  heading: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2, margin: '0 0 4px' },
  count: { fontWeight: tokens.fontWeightRegular },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    ...typographyStyles.body1,
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'start',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  icon: { lineHeight: 0, color: tokens.colorNeutralForeground3 },
  good: { lineHeight: 0, color: tokens.colorPaletteGreenForeground1 },
  bad: { lineHeight: 0, color: tokens.colorStatusWarningForeground1 },
  more: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorBrandForegroundLink, padding: '2px 0', [phone]: { display: 'inline-block', padding: '12px 0' } },
  // Its buttons as well: on a phone each is as wide as the page.
  action: { [phone]: { minHeight: '44px' } },
})

const focusOnArrival = (heading: HTMLElement | null): void => heading?.focus({ preventScroll: true })

type ManyRowsProps = {
  many: Many
  state: ManyState
  saying: ManySaying
  /** What stands under a name: with whom they are now. */
  detailOf?: ((id: string) => string) | undefined
}

/** Row by row what will change and what will not, then how far it is, then what came of each. */
export function ManyRows({ many, state, saying, detailOf = () => '' }: ManyRowsProps) {
  const styles = useStyles()
  const { step, all, done } = state
  const moves = step === 'saving' || step === 'stopping' || step === 'undoing' || step === 'looking'
  // The button that was pressed is gone with its step: each step is read from its heading on.
  const place = step === 'stopping' ? 'saving' : step
  const why = waitingWords(state)
  return (
    <>
      <h3 key={place} ref={focusOnArrival} tabIndex={-1} className={styles.head}>
        {headOf(state, saying)}
      </h3>
      <div role="status">
        {why !== '' && (
          <MessageBar intent="warning" layout="multiline" className={styles.bar}>
            <MessageBarBody>{why}</MessageBarBody>
            <MessageBarActions>
              <Button className={styles.action} onClick={many.tryNow}>
                {manyWords.tryNow}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
      </div>
      {moves && <ProgressBar className={styles.bar} value={done} max={Math.max(all, 1)} aria-label={headOf(state, saying)} />}
      {step !== 'looking' && groupsOf.map(({ state: of, heading }) => <Group key={of} {...{ of, heading, state, detailOf }} />)}
    </>
  )
}

type GroupProps = {
  of: (typeof groupsOf)[number]['state']
  heading: string
  state: ManyState
  detailOf: (id: string) => string
}

function Group({ of, heading, state: { step, lines }, detailOf }: GroupProps) {
  const styles = useStyles()
  const these = lines.filter(({ standing }) => standing.state === of)
  if (these.length === 0) return null
  const said = of === 'can' && step !== 'preview' ? manyWords.notYet : heading
  return (
    <section className={styles.group} aria-label={`${said}: ${these.length}`}>
      <h4 className={styles.heading}>
        {said} <span className={styles.count}>{these.length}</span>
      </h4>
      <ul className={styles.list}>
        {these.map(line => (
          <Row key={line.id} line={line} detail={of === 'can' ? detailOf(line.id) : ''} />
        ))}
      </ul>
    </section>
  )
}

function Row({ line: { id, title, standing }, detail }: { line: Line; detail: string }) {
  const styles = useStyles()
  const { state } = standing
  const isBad = state === 'not-saved' || state === 'not-undone'
  return (
    <li className={styles.line}>
      {state === 'saved' ? (
        <span className={styles.good}>
          <CheckmarkCircleFilled fontSize={20} />
        </span>
      ) : (
        <span className={isBad ? styles.bad : styles.icon}>
          {isBad ? <WarningFilled fontSize={20} /> : state === 'cannot' && <SubtractCircleRegular fontSize={20} />}
        </span>
      )}
      <span>
        {isBad ? (
          <Link to={routes.enterprise(id)} className={styles.link}>
            {title}
          </Link>
        ) : (
          title
        )}
        <span className={styles.more}>{'why' in standing ? `. ${standing.why}` : detail && ` · ${detail}`}</span>
      </span>
    </li>
  )
}

/** The buttons of each step. `close` leaves when nothing is on its way. */
export function ManyActions({
  many,
  state,
  saying,
  close,
  closeLabel,
}: {
  many: Many
  state: ManyState
  saying: ManySaying
  close: () => void
  closeLabel: string
}) {
  const styles = useStyles()
  const { step, lines } = state
  const can = countOf(lines, 'can')
  const shut = (
    <Button className={styles.action} onClick={close}>
      {closeLabel}
    </Button>
  )
  switch (step) {
    case 'looking':
      return (
        <Button className={styles.action} onClick={many.back}>
          {manyWords.back}
        </Button>
      )
    case 'preview':
      return (
        <>
          {countOf(lines, 'saved', 'not-saved') > 0 ? (
            shut
          ) : (
            <Button className={styles.action} onClick={many.back}>
              {manyWords.back}
            </Button>
          )}
          {can > 0 && (
            <Button appearance="primary" className={styles.action} onClick={many.save}>
              {saying.save(can)}
            </Button>
          )}
          {can === 0 && <UndoAll many={many} lines={lines} />}
        </>
      )
    case 'saving':
    case 'stopping':
      return (
        <Button className={styles.action} disabledFocusable={step === 'stopping'} onClick={many.stop}>
          {step === 'stopping' ? manyWords.stopping : manyWords.stop}
        </Button>
      )
    case 'undoing':
      return null
    case 'stopped':
    case 'saved':
      return (
        <>
          <UndoAll many={many} lines={lines} />
          {step === 'saved' && countOf(lines, 'not-saved') > 0 && (
            <Button className={styles.action} onClick={many.look}>
              {manyWords.lookAgain}
            </Button>
          )}
          {shut}
          {step === 'stopped' && (
            <Button appearance="primary" className={styles.action} onClick={many.save}>
              {manyWords.goOn}
            </Button>
          )}
        </>
      )
    case 'over':
      return shut
  }
}

/** For ten minutes after the first of them was saved. */
function UndoAll({ many, lines }: { many: Many; lines: readonly Line[] }) {
  const styles = useStyles()
  const since = firstSavedAt(lines)
  const until = since === undefined ? 0 : Date.parse(since) + undoMinutes * 60_000
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, until - Date.now()) + 50)
    return () => clearTimeout(timer)
  }, [until])
  if (until <= now) return null
  return (
    <Button className={styles.action} onClick={many.undo}>
      {manyWords.undo}, until {sayTime(until)}
    </Button>
  )
}
