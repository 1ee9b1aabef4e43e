import { Button, FluentProvider, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { LabelSize } from '#tab/charts/labelSize.ts'
import { CohortAnswer } from '#tab/cohorts/CohortAnswer.tsx'
import { whoSentence } from '#tab/cohorts/findings.ts'
import { askedIn, figureDay, knownWords, queryOf } from '#tab/cohorts/question.ts'
import { useOpenList } from '#tab/cohorts/useAddress.ts'
import { meetingWords, screenLabels } from '#tab/figureLabels.ts'
import { placeAfter, screenIn } from '#tab/meeting/paging.ts'
import { screens } from '#tab/meeting/screens.tsx'
import { useWallSize, wallTheme } from '#tab/meeting/wallTheme.ts'
import { routes } from '#tab/routes.ts'
import { NotShown } from '#tab/ui/Notice.tsx'
import { useArrival, useWindowTitle } from '#tab/ui/Page.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  wall: { minHeight: '100dvh', boxSizing: 'border-box', padding: '16px 48px 32px', [phone]: { padding: '12px 16px 32px' } },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', marginBottom: tokens.spacingVerticalL },
  context: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, flexGrow: 1, minWidth: 0 },
  who: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: `0 0 ${tokens.spacingVerticalM}` },
  invented: {
    ...typographyStyles.caption1,
    padding: '0 6px',
    marginLeft: '8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
  },
  turn: { display: 'flex', alignItems: 'center', gap: '4px' },
  place: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  heading: { ...typographyStyles.title3, margin: 0, ':focus': { outline: 'none' } },
  arrow: { minWidth: '32px', [phone]: { minWidth: '44px', minHeight: '44px' } },
  end: { minHeight: '24px', [phone]: { minHeight: '44px' } },
})

/**
 * The figures on a wall, one page after the other, so large that the back of the room can read them. Names are hidden. Arrow keys, Page Up and
 * Page Down turn the pages, as a clicker does; Escape ends it. Which page it is stands in the address.
 */
export default function MeetingPage() {
  const { may, meeting } = useSession()
  const f = useWallSize()
  useEffect(() => {
    const before = meeting.isHidden()
    meeting.hide(true)
    return () => meeting.hide(before)
  }, [meeting])
  return (
    <FluentProvider theme={wallTheme(f)}>
      <LabelSize value={f}>{may('cohort.read') ? <Wall /> : <NotShown titled />}</LabelSize>
    </FluentProvider>
  )
}

function Wall() {
  const styles = useStyles()
  const { me, programme, may } = useSession()
  const [params] = useSearchParams()
  const asked = askedIn(params, { today: me.today, areas: everyArea(programme) })
  const day = figureDay(asked, me.today, programme.followUpUntil)
  // Groups side by side are one of the pages, whether or not they were asked for.
  const query = queryOf({ ...asked, compare: asked.compare ?? 'area' }, day.day)
  const { open } = useOpenList()
  const shown = screens.filter(({ needs }) => may(needs))
  const at = screenIn(params.get('screen'), shown.length)
  const screen = shown[at]
  return (
    <div className={styles.wall}>
      <Top at={at} count={shown.length} about={`on ${sayDay(day.day)}, ${knownWords(asked)}`} hasList={open !== undefined} />
      {screen && <Heading name={screenLabels[screen.name]} at={at} />}
      <CohortAnswer asked={asked} query={query}>
        {found => (
          <>
            <p className={styles.who}>{whoSentence(found)}</p>
            {screen?.content}
          </>
        )}
      </CohortAnswer>
    </div>
  )
}

/** Each page says what it is about, and takes the focus when one turns to it. */
function Heading({ name, at }: { name: string; at: number }) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  const turned = useRef(at)
  useWindowTitle(`${meetingWords.title}: ${name}`)
  useArrival(heading, false)
  useEffect(() => {
    if (turned.current !== at) heading.current?.focus({ preventScroll: true })
    turned.current = at
  }, [at])
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.heading}>
      {name}
    </h1>
  )
}

type TopProps = { at: number; count: number; about: string; hasList: boolean }

function Top({ at, count, about, hasList }: TopProps) {
  const styles = useStyles()
  const { programme } = useSession()
  const { turn, end } = useTurning(at, count, hasList)
  return (
    <div className={styles.top}>
      <div className={styles.context}>
        {programme.name} · {about}
        {programme.invented && <span className={styles.invented}>Invented sample</span>}
      </div>
      <div className={styles.turn}>
        <Button
          appearance="subtle"
          className={styles.arrow}
          icon={<ChevronLeftRegular />}
          aria-label={meetingWords.before}
          disabledFocusable={at === 0}
          onClick={() => turn(at - 1)}
        />
        <span className={styles.place}>
          {at + 1} of {count}
        </span>
        <Button
          appearance="subtle"
          className={styles.arrow}
          icon={<ChevronRightRegular />}
          aria-label={meetingWords.next}
          disabledFocusable={at === count - 1}
          onClick={() => turn(at + 1)}
        />
      </div>
      <Button className={styles.end} onClick={end}>
        {meetingWords.end}
      </Button>
    </div>
  )
}

/** Turns the pages, by button and by key. While a list lies over the page its own keys count. */
function useTurning(at: number, count: number, hasList: boolean): { turn: (to: number) => void; end: () => void } {
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const turn = (to: number): void => {
    const next = new URLSearchParams(params)
    next.set('screen', String(to + 1))
    setParams(next, { replace: true })
    window.scrollTo({ top: 0 })
  }
  const end = (): void => {
    const next = new URLSearchParams(params)
    next.delete('screen')
    void navigate(`${routes.cohorts}?${next}`)
  }
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || hasList || document.querySelector('dialog[open], [role="dialog"]')) return
    if (event.key === 'Escape') end()
    const to = placeAfter(event.key, at, count)
    if (to === undefined) return
    event.preventDefault()
    turn(to)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return { turn, end }
}
