import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { FilterRegular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import type { Column, Filters, Layout, Sort } from '#domain/listQuestion.ts'
import { sorts } from '#domain/listQuestion.ts'
import type { Look } from '#domain/viewSchemas.ts'
import { OrderPill } from '#tab/enterprises/FilterPill.tsx'
import { FilterPills } from '#tab/enterprises/FilterPills.tsx'
import { LookSwitch } from '#tab/enterprises/LookSwitch.tsx'
import { howManyFilters } from '#tab/enterprises/listing.ts'
import { SearchField } from '#tab/enterprises/SearchField.tsx'
import { sortLabels } from '#tab/listLabels.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, marginBottom: '8px' },
  pills: { display: 'contents' },
  panel: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, flexBasis: '100%' },
  filters: { minWidth: 0, [phone]: { height: '44px', minWidth: '64px' } },
  look: { marginLeft: 'auto' },
})

/** The orders that one picks where there are no heads to press; the order one has stays among them. */
const ordersBeside = ({ by, down }: Sort): { value: string; label: string; sort: Sort }[] =>
  sorts
    .flatMap(each => [false, true].map(turned => ({ by: each, down: turned })))
    .filter(sort => !sort.down || (sort.by === by && down))
    .map(sort => ({ value: `${sort.by} ${sort.down}`, label: sortLabels[sort.by][sort.down ? 1 : 0], sort }))

type ToolbarProps = {
  words: string
  search: (words: string) => void
  /** How often search and filters were cleared: each time the box begins anew. */
  clears: number
  look: Look
  change: (part: { filters?: Filters; sort?: Sort; layout?: Layout }) => void
  setColumns: (columns: readonly Column[]) => void
  /** Without names there is nothing to search for by name or phone. */
  namesSeen: boolean
}

/** Search, filters, order and look. On a narrow page the filters stand behind one button that says how many are on. */
export function Toolbar({ words, search, clears, namesSeen, look, change, setColumns }: ToolbarProps) {
  const { filters, sort, layout, columns } = look
  const styles = useStyles()
  const width = useWidth()
  const [open, setOpen] = useState(false)
  const panel = useId()
  const count = howManyFilters(filters)
  const orders = ordersBeside(sort)
  const order = (
    <OrderPill
      values={orders}
      chosen={`${sort.by} ${sort.down}`}
      change={value => change({ sort: orders.find(each => each.value === value)?.sort ?? sort })}
    />
  )
  const pills = <FilterPills filters={filters} setFilters={next => change({ filters: next })} />
  const lookSwitch = (
    <span className={styles.look}>
      <LookSwitch layout={layout} setLayout={next => change({ layout: next })} columns={columns} setColumns={setColumns} />
    </span>
  )
  return (
    <div className={styles.bar} role="search">
      <SearchField key={clears} words={words} search={search} namesSeen={namesSeen} />
      {width === 'desk' ? (
        <div className={styles.pills}>
          {pills}
          {lookSwitch}
        </div>
      ) : (
        <>
          <Button
            className={styles.filters}
            icon={<FilterRegular />}
            aria-expanded={open}
            aria-controls={panel}
            aria-label={count === 0 ? 'Filters and order' : `Filters and order, ${count} on`}
            onClick={() => setOpen(!open)}
          >
            {width === 'phone' ? (count === 0 ? '' : count) : `Filters${count === 0 ? '' : ` ${count}`}`}
          </Button>
          {width === 'rail' && lookSwitch}
          <div id={panel} hidden={!open} className={open ? styles.panel : undefined}>
            {open && (
              <>
                {pills}
                {order}
                {width === 'phone' && lookSwitch}
              </>
            )}
          </div>
        </>
      )}
    </div>
  )
}
