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
import { ErrorCircleFilled, MoreHorizontalRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { lazy, useEffect, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import type { PlainDate } from '#domain/plainDate.ts'
import type { TodayRow } from '#domain/todaySchemas.ts'
import { routes } from '#tab/routes.ts'
import { Inset } from '#tab/today/Inset.tsx'
import type { RowAction } from '#tab/today/rowActions.ts'
import { callAction, isCall, rowAction } from '#tab/today/rowActions.ts'
import { reasonWords, rowWords, titleOf, whenWords } from '#tab/today/rowWords.ts'
import { useRowStyles } from '#tab/today/rowStyles.ts'
import { actionLabels } from '#tab/todayLabels.ts'
import { useSession } from '#tab/ui/session.ts'

const Settle = lazy(() => import('#tab/today/Settle.tsx'))
const PutOffForm = lazy(() => import('#tab/today/PutOffForm.tsx'))

const useStyles = makeStyles({
  late: { display: 'flex', alignItems: 'center', gap: '4px', color: tokens.colorPaletteRedForeground1, ...typographyStyles.body1Strong },
  today: { ...typographyStyles.body1Strong },
  later: { ...typographyStyles.body1 },
  below: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
})

/** Which form stands open under a row. */
export type OpenForm = 'settle' | 'call' | 'put-off' | 'hand-over'

type TodayRowViewProps = {
  row: TodayRow
  today: PlainDate
  place: string
  /** What stands before the name: the kind of thing, or in everyone's list who works with them. */
  mark: ReactNode
  opened: OpenForm | undefined
  open: (form: OpenForm | undefined) => void
  saved: (words: string, n: number) => void
  /** The focus comes back to it: its form was closed, or what settled it was undone. */
  focused: boolean
}

const handOver: RowAction = { name: 'hand-over', form: 'step', kind: 'offer-handover', start: {} }

/** What stands over the form that is open under a row. */
const formLabel = (opened: OpenForm, shown: RowAction): string => (opened === 'put-off' ? 'Put off' : actionLabels[shown.name])

/** One enterprise with all its reasons: what it is, when, and the one button that settles it where it stands. */
export function TodayRowView({ row, today, place, mark, opened, open, saved, focused }: TodayRowViewProps) {
  const styles = useRowStyles()
  const { may } = useSession()
  const button = useRef<HTMLButtonElement>(null)
  const title = titleOf(row)
  const [first] = row.reasons
  const action = rowAction(row.reasons, first ? reasonWords(first, today) : '', may)
  const call = callAction(row.reasons, may)
  const shown = opened === 'settle' ? action : opened === 'call' && call ? call : handOver
  const close = (): void => {
    open(undefined)
    button.current?.focus()
  }
  useEffect(() => {
    if (focused) button.current?.focus()
  }, [focused])
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <span className={styles.mark}>{mark}</span>
        <div className={styles.words}>
          <div>
            <Link to={routes.enterprise(row.id)} className={styles.name}>
              {title}
            </Link>
            {place && <span className={styles.place}> · {place}</span>}
          </div>
          <p className={styles.reason}>{rowWords(row, today, isCall(action))}</p>
        </div>
        <WhenCell row={row} today={today} />
        <ActionButton ref={button} action={action} title={title} id={row.id} opened={opened === 'settle'} open={open} />
        <RowMenu
          title={title}
          id={row.id}
          call={call ? () => open('call') : undefined}
          putOff={may('check-ins.record') ? () => open('put-off') : undefined}
          handOver={may('cases.record') && may('members.read') ? () => open('hand-over') : undefined}
        />
      </div>
      {opened && (
        <Inset label={`${formLabel(opened, shown)}: ${title}`} close={close}>
          {opened !== 'put-off' ? (
            <Settle key={opened} caseId={row.id} name={title} action={shown} saved={saved} cancel={close} />
          ) : (
            <PutOffForm caseId={row.id} name={title} row={row} today={today} saved={saved} cancel={close} />
          )}
        </Inset>
      )}
    </li>
  )
}

function WhenCell({ row, today }: { row: TodayRow; today: PlainDate }) {
  const styles = useRowStyles()
  const own = useStyles()
  const { tone, words, below } = whenWords(row, today)
  return (
    <div className={styles.when}>
      <div className={own[tone]}>
        {tone === 'late' && <ErrorCircleFilled fontSize={16} />}
        {words}
      </div>
      {below && <div className={own.below}>{below}</div>}
    </div>
  )
}

type ActionButtonProps = {
  ref: React.Ref<HTMLButtonElement>
  action: RowAction
  title: string
  id: string
  opened: boolean
  open: (form: OpenForm | undefined) => void
}

/** Where an action is taken that has a page of its own; undefined where its form opens under the row. */
function placeOf(action: RowAction, id: string): string | undefined {
  if (action.form === 'check') return routes.cqcCheck(id)
  if (action.form === 'grant') return routes.grant(id, action.grantId)
  return action.form === 'none' ? routes.enterprise(id) : undefined
}

/** The button is the action, and its name ends with the enterprise. */
function ActionButton({ ref, action, title, id, opened, open }: ActionButtonProps) {
  const styles = useRowStyles()
  const navigate = useNavigate()
  const label = actionLabels[action.name]
  const to = placeOf(action, id)
  if (to !== undefined) {
    return (
      <Button ref={ref} className={styles.action} aria-label={`${label}: ${title}`} onClick={() => void navigate(to)}>
        {label}
      </Button>
    )
  }
  return (
    <Button
      ref={ref}
      className={styles.action}
      aria-label={`${label}: ${title}`}
      aria-expanded={opened}
      onClick={() => open(opened ? undefined : 'settle')}
    >
      {label}
    </Button>
  )
}

type RowMenuProps = { title: string; id: string } & Record<'call' | 'putOff' | 'handOver', (() => void) | undefined>

function RowMenu({ title, id, call, putOff, handOver: give }: RowMenuProps) {
  const styles = useRowStyles()
  const navigate = useNavigate()
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.more} icon={<MoreHorizontalRegular />} aria-label={`More for ${title}`} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {call && <MenuItem onClick={call}>{actionLabels.call}</MenuItem>}
          {putOff && <MenuItem onClick={putOff}>Put off…</MenuItem>}
          {give && <MenuItem onClick={give}>{actionLabels['hand-over']}…</MenuItem>}
          <MenuItem onClick={() => void navigate(routes.enterprise(id))}>Open</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
