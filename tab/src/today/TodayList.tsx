import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import type { ReactElement, ReactNode } from 'react'
import { useState } from 'react'
import type { PlainDate } from '#domain/plainDate.ts'
import type { TodayGroup } from '#domain/todayQuestion.ts'
import { todayGroups } from '#domain/todayQuestion.ts'
import type { TodayRow } from '#domain/todaySchemas.ts'
import { usePlaces } from '#tab/enterprises/useCases.ts'
import { useRowStyles } from '#tab/today/rowStyles.ts'
import { titleOf } from '#tab/today/rowWords.ts'
import type { Settled } from '#tab/today/SettledRow.tsx'
import { SettledRow } from '#tab/today/SettledRow.tsx'
import { useTodayMemory } from '#tab/today/todayMemory.ts'
import type { OpenForm } from '#tab/today/TodayRowView.tsx'
import { TodayRowView } from '#tab/today/TodayRowView.tsx'
import type { KindOfReason } from '#tab/todayLabels.ts'
import { allKinds, groupLabels, kindLabels, kindOf, todayWords } from '#tab/todayLabels.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  group: { marginTop: '20px', ':first-child': { marginTop: 0 } },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '28px', [phone]: { minHeight: '40px' } },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  count: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, marginLeft: '4px' },
  kinds: { ...typographyStyles.caption1, minWidth: 0, padding: '2px 8px', marginRight: '-4px', [phone]: { minHeight: '40px' } },
  more: { marginTop: '12px', [phone]: { minHeight: '44px' } },
  none: {
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

/** What was settled here, where it stood. */
export type Placed = Settled & { group: TodayGroup; place: number }

/** Rows of a group that are shown at once; the rest comes in steps. */
const step = 25

type TodayListProps = {
  rows: readonly TodayRow[]
  today: PlainDate
  settled: readonly Placed[]
  settle: (placed: Placed) => void
  undone: (id: string) => void
  /** What stands before each name. */
  markOf: (row: TodayRow) => ReactNode
}

/** The rows in their groups, of one kind or all; one form is open at a time. */
export function TodayList({ rows, today, settled, settle, undone, markOf }: TodayListProps) {
  const styles = useStyles()
  const memory = useTodayMemory()
  const [kind, setKind] = useState(memory.kind)
  const [opened, setOpened] = useState<{ id: string; form: OpenForm }>()
  const [focused, setFocused] = useState('')
  const [said, setSaid] = useState('')
  // Until the newer list is there, a row that was settled is known to be old.
  const current = rows.filter(row => !settled.some(({ id, n }) => id === row.id && row.n < n))
  const shown = kind ? current.filter(({ reasons }) => reasons.some(reason => kindOf[reason.kind] === kind)) : current
  const groups = todayGroups.filter(group => shown.some(row => row.group === group) || settled.some(each => each.group === group))
  const choose = (next: KindOfReason | undefined): void => {
    memory.kind = next
    setKind(next)
  }
  const common = {
    today,
    markOf,
    opened,
    open: setOpened,
    focused,
    undone: (id: string) => {
      undone(id)
      setFocused(id)
    },
    saved: (row: TodayRow, place: number, words: string, n: number) => {
      setOpened(undefined)
      setSaid(`${titleOf(row)}: ${words}`)
      settle({ id: row.id, name: titleOf(row), words, n, group: row.group, place })
    },
  }
  const filter = <KindMenu kind={kind} choose={choose} />
  return (
    <div>
      <div role="status" className={styles.hidden}>
        {said}
      </div>
      {groups.length === 0 && kind && (
        <div className={styles.none}>
          {todayWords.noneOfKind}
          <Button onClick={() => choose(undefined)}>{todayWords.showAll}</Button>
        </div>
      )}
      {groups.map((group, at) => (
        <Group
          key={group}
          {...common}
          group={group}
          rows={shown.filter(row => row.group === group)}
          settled={settled.filter(each => each.group === group)}
          filter={at === 0 ? filter : undefined}
        />
      ))}
    </div>
  )
}

type GroupProps = {
  group: TodayGroup
  rows: readonly TodayRow[]
  settled: readonly Placed[]
  filter: ReactNode
  today: PlainDate
  markOf: (row: TodayRow) => ReactNode
  opened: { id: string; form: OpenForm } | undefined
  open: (opened: { id: string; form: OpenForm } | undefined) => void
  focused: string
  undone: (id: string) => void
  saved: (row: TodayRow, place: number, words: string, n: number) => void
}

function Group({ group, rows, settled, filter, today, markOf, opened, open, focused, undone, saved }: GroupProps) {
  const styles = useStyles()
  const list = useRowStyles()
  const placeOf = usePlaces()
  const [most, setMost] = useState(step)
  const lines = rows
    .slice(0, most)
    .map((row, place): ReactElement => (
      <TodayRowView
        key={row.id}
        row={row}
        today={today}
        place={row.area ? placeOf(row.area) : ''}
        mark={markOf(row)}
        opened={opened?.id === row.id ? opened.form : undefined}
        open={form => open(form && { id: row.id, form })}
        saved={(words, n) => saved(row, place, words, n)}
        focused={focused === row.id}
      />
    ))
  for (const each of settled) {
    lines.splice(each.place, 0, <SettledRow key={`settled ${each.n}`} settled={each} undone={() => undone(each.id)} />)
  }
  const left = rows.length - most
  return (
    <section className={styles.group} aria-labelledby={`group-${group}`}>
      <div className={styles.head}>
        <h2 id={`group-${group}`} className={styles.heading}>
          {groupLabels[group]} <span className={styles.count}>{rows.length}</span>
        </h2>
        {filter}
      </div>
      <ul className={list.list}>{lines}</ul>
      {left > 0 && (
        <Button className={styles.more} onClick={() => setMost(most + step)}>
          Show {Math.min(step, left)} more
        </Button>
      )}
    </section>
  )
}

/** Narrows the list to one kind; the choice is kept. */
function KindMenu({ kind, choose }: { kind: KindOfReason | undefined; choose: (kind: KindOfReason | undefined) => void }) {
  const styles = useStyles()
  const chosen = kind ?? 'all'
  return (
    <Menu
      positioning="below-end"
      checkedValues={{ kind: [chosen] }}
      onCheckedValueChange={(_, { checkedItems: [next] }) => choose(next === 'all' ? undefined : (next as KindOfReason))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          className={styles.kinds}
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-label={`Kind: ${kind ? kindLabels[kind] : allKinds}`}
        >
          {kind ? kindLabels[kind] : allKinds}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="kind" value="all">
            {allKinds}
          </MenuItemRadio>
          {(Object.keys(kindLabels) as KindOfReason[]).map(each => (
            <MenuItemRadio key={each} name="kind" value={each}>
              {kindLabels[each]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
