import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Today, TodayRow } from '#domain/todaySchemas.ts'
import { NothingYet } from '#tab/enterprises/ListNotices.tsx'
import { useCases } from '#tab/enterprises/useCases.ts'
import { useWho } from '#tab/enterprise/useEnterprise.ts'
import { routes } from '#tab/routes.ts'
import { initialsOf } from '#tab/today/initials.ts'
import { NothingDue } from '#tab/today/NothingDue.tsx'
import { ReasonIcon } from '#tab/today/ReasonIcon.tsx'
import { SettledRow } from '#tab/today/SettledRow.tsx'
import { useRowStyles } from '#tab/today/rowStyles.ts'
import type { Placed } from '#tab/today/TodayList.tsx'
import { TodayList } from '#tab/today/TodayList.tsx'
import { useTodayMemory } from '#tab/today/todayMemory.ts'
import { TodaySkeleton } from '#tab/today/TodaySkeleton.tsx'
import { useToday } from '#tab/today/useToday.ts'
import { todayWords } from '#tab/todayLabels.ts'
import { Notice } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { useSession } from '#tab/ui/session.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

// For the lead alone.
const WhoseTabs = lazy(() => import('#tab/today/WhoseTabs.tsx'))
const LoadTable = lazy(() => import('#tab/today/LoadTable.tsx'))
const MoneyEnds = lazy(() => import('#tab/followUp/MoneyEnds.tsx'))
const TakeOverAll = lazy(() => import('#tab/today/TakeOverAll.tsx'))
const RoundDue = lazy(() => import('#tab/today/RoundDue.tsx'))
const PickAndLog = lazy(() => import('#tab/today/PickAndLog.tsx'))

const useStyles = makeStyles({
  action: { whiteSpace: 'nowrap' },
  plus: { minWidth: '44px', width: '44px', height: '44px', [phone]: { marginTop: '-4px' } },
  // As high as the tabs, so that nothing moves when they are there.
  tabs: { marginBottom: '16px', minHeight: '45px' },
  initials: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  settled: { marginBottom: '20px' },
  elsewhere: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '24px',
    margin: '0 0 16px',
    color: tokens.colorNeutralForeground2,
  },
  link: { display: 'inline-block', padding: '2px 0', color: tokens.colorBrandForegroundLink, [phone]: { padding: '12px 0' } },
})

/** One page that answers "what needs me?". */
export default function TodayPage() {
  const styles = useStyles()
  const { may } = useSession()
  const memory = useTodayMemory()
  const asksOfAll = may('today.everyone')
  const [chosen, setChosen] = useState(memory.whose)
  const [settled, setSettled] = useState<readonly Placed[]>([])
  const [logging, setLogging] = useState(false)
  const mine = useToday('mine')
  // Where one begins is settled once: nobody is taken elsewhere by settling her last row.
  if (asksOfAll && chosen === undefined && mine.data) setChosen(whoseFirst(mine.data))
  const whose = (asksOfAll && chosen) || 'mine'
  const today = useToday(whose)
  const choose = (next: 'mine' | 'everyone'): void => {
    memory.whose = next
    setChosen(next)
  }
  const settle = (placed: Placed): void => setSettled(before => [...before.filter(({ id }) => id !== placed.id), placed])
  const undone = (id: string): void => setSettled(before => before.filter(each => each.id !== id))
  const elsewhere = (row: { id: string; name: string }, words: string, n: number): void => {
    setLogging(false)
    settle({ ...row, words, n, group: 'today', place: 0 })
  }
  return (
    <Page title={todayWords.title} actions={<Actions log={() => setLogging(true)} />} tabsFollow={asksOfAll}>
      <Suspense>{may('programmes.close') && <MoneyEnds />}</Suspense>
      {asksOfAll && (
        <div className={styles.tabs}>
          <Suspense>
            <WhoseTabs whose={whose} choose={choose} counts={today.data?.counts} />
          </Suspense>
        </div>
      )}
      <Suspense>{today.data && <TakeOverAll rows={today.data.rows} today={today.data.today} />}</Suspense>
      <Remote query={today} waitingFor={todayWords.loading} skeleton={<TodaySkeleton />} called="list">
        {list => <Shown list={list} whose={whose} settled={settled} settle={settle} undone={undone} elsewhere={elsewhere} />}
      </Remote>
      <Suspense>{logging && <PickAndLog close={() => setLogging(false)} saved={elsewhere} />}</Suspense>
    </Page>
  )
}

/** A lead who has no records of her own, and nothing that waits for her, begins with everyone's. */
const whoseFirst = (mine: Today): 'mine' | 'everyone' =>
  mine.whose === 'mine' && mine.mine === 0 && mine.rows.length === 0 && (mine.counts.everyone ?? 0) > 0 ? 'everyone' : 'mine'

type ShownProps = {
  list: Today
  whose: 'mine' | 'everyone'
  settled: readonly Placed[]
  settle: (placed: Placed) => void
  undone: (id: string) => void
  elsewhere: (row: { id: string; name: string }, words: string, n: number) => void
}

/** The list, or, where nothing is due, what one could do instead. */
function Shown({ list, whose, settled, settle, undone, elsewhere }: ShownProps) {
  const styles = useStyles()
  const who = useWho()
  const { me, may } = useSession()
  const [more, setMore] = useState(false)
  const ofAll = list.whose === 'everyone' && whose === 'everyone'
  const isDue = list.rows.some(({ group }) => group === 'overdue' || group === 'today')
  const nameOf = (oid: string): string => (oid === me.oid ? 'You' : who(oid))
  const markOf = (row: TodayRow) => {
    if (ofAll) return <span className={styles.initials}>{row.catalyst ? initialsOf(nameOf(row.catalyst)) : '–'}</span>
    const [first] = row.reasons
    return first ? <ReasonIcon reason={first} /> : null
  }
  const empty = !isDue && !ofAll
  const round = empty && <Suspense>{may('check-ins.record') && <RoundDue />}</Suspense>
  if (empty && list.mine === 0 && list.rows.length === 0 && settled.length === 0) {
    return (
      <>
        <FirstDay />
        {round}
      </>
    )
  }
  return (
    <>
      <Elsewhere rows={list.rows} ofAll={ofAll} />
      <Suspense>{ofAll && list.load && <LoadTable loads={list.load} today={list} nameOf={nameOf} />}</Suspense>
      {empty && !more && settled.length > 0 && <SettledLines settled={settled} undone={undone} />}
      {empty && (
        <NothingDue
          today={list.today}
          next={list.rows[0]}
          show={list.rows.length > 0 && !more ? () => setMore(true) : undefined}
          quiet={list.quiet}
          saved={elsewhere}
        />
      )}
      {round}
      {(!empty || more) && (
        <TodayList rows={list.rows} today={list.today} settled={settled} settle={settle} undone={undone} markOf={markOf} />
      )}
    </>
  )
}

/** So many calls that one grid goes through them faster. */
const severalCalls = 3

/** The pages that go on from here: all calls that are due as one grid, and for a lead what people ask for in vain. */
function Elsewhere({ rows, ofAll }: { rows: readonly TodayRow[]; ofAll: boolean }) {
  const styles = useStyles()
  const { may } = useSession()
  const isDue = ({ group, reasons }: TodayRow): boolean =>
    (group === 'overdue' || group === 'today') && reasons.some(({ kind }) => kind === 'check-in' || kind === 'numbers')
  const calls = may('check-ins.record') ? rows.filter(isDue).length : 0
  const needs = ofAll && may('insights.read')
  if (calls < severalCalls && !needs) return null
  return (
    <p className={styles.elsewhere}>
      {calls >= severalCalls && (
        <span>
          {calls} {todayWords.callsDue}{' '}
          <Link to={routes.updateRound} className={styles.link}>
            {todayWords.round}
          </Link>
        </span>
      )}
      {needs && (
        <Link to={routes.insights} className={styles.link}>
          {todayWords.needs}
        </Link>
      )}
    </p>
  )
}

function SettledLines({ settled, undone }: { settled: readonly Placed[]; undone: (id: string) => void }) {
  const styles = useStyles()
  const list = useRowStyles()
  return (
    <ul className={`${list.list} ${styles.settled}`} aria-label="Settled just now">
      {settled.map(each => (
        <SettledRow key={each.n} settled={each} undone={() => undone(each.id)} />
      ))}
    </ul>
  )
}

/** Nobody is theirs yet. A lead of a programme that is still empty is told what to do first. */
function FirstDay() {
  const navigate = useNavigate()
  const { may } = useSession()
  const cases = useCases()
  const works = may('cases.record')
  if (cases.data?.total === 0) return <NothingYet />
  return (
    <Notice
      heading={todayWords.nothing}
      actions={
        works ? (
          <Button appearance="primary" onClick={() => void navigate(routes.newEnquiry)}>
            {todayWords.newEnquiry}
          </Button>
        ) : (
          <Button onClick={() => void navigate(routes.enterprises)}>Enterprises</Button>
        )
      }
    >
      {works ? todayWords.firstDay : todayWords.notYours}
    </Notice>
  )
}

/** What one may begin from here: beside the title on a desk, behind one plus on a phone. */
function Actions({ log }: { log: () => void }) {
  const styles = useStyles()
  const { may } = useSession()
  const navigate = useNavigate()
  const isPhone = useWidth() === 'phone'
  const enquire = may('cases.enquire') ? () => void navigate(routes.newEnquiry) : undefined
  const logs = may('check-ins.record')
  if (!enquire && !logs) return null
  if (!isPhone) {
    return (
      <>
        {enquire && (
          <Button icon={<AddRegular />} className={styles.action} onClick={enquire}>
            {todayWords.newEnquiry}
          </Button>
        )}
        {logs && (
          <Button appearance="primary" className={styles.action} onClick={log}>
            {todayWords.logContact}
          </Button>
        )}
      </>
    )
  }
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary" className={styles.plus} icon={<AddRegular />} aria-label="Add" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {enquire && <MenuItem onClick={enquire}>{todayWords.newEnquiry}</MenuItem>}
          {logs && <MenuItem onClick={log}>{todayWords.logContact}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
