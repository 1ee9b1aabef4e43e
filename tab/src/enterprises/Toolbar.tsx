import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components'
import { FilterRegular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import { legalForms, milestones } from '#domain/vocabulary.ts'
import type { Standing } from '#domain/wireSchemas.ts'
import { FilterPill, OrderPill } from '#tab/enterprises/FilterPill.tsx'
import type { Filters, Sort } from '#tab/enterprises/listing.ts'
import { howManyFilters } from '#tab/enterprises/listing.ts'
import { legalFormLabels, milestoneLabels, standingLabels } from '#tab/labels.ts'
import { useSession } from '#tab/ui/session.ts'
import { desk, phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, marginBottom: '8px' },
  search: {
    flex: '1 1 200px',
    minWidth: 0,
    width: '100%',
    maxWidth: 'none',
    [desk]: { flex: '0 0 288px' },
    [phone]: { height: '44px' },
    '& input': { minWidth: 0, width: '100%' },
  },
  pills: { display: 'contents' },
  panel: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, flexBasis: '100%' },
  filters: { minWidth: 0, [phone]: { height: '44px', minWidth: '64px' } },
  order: { marginLeft: 'auto' },
})

const standings = (Object.keys(standingLabels) as Standing[]).map(value => ({ value, label: standingLabels[value] }))
const forms = [...legalForms.map(value => ({ value, label: legalFormLabels[value] })), { value: 'none' as const, label: 'Not chosen' }]
const steps = milestones.map(value => ({ value, label: milestoneLabels[value] }))

export const sortLabels = { due: 'Next due first', name: 'By name', reference: 'By reference' } satisfies Record<Sort, string>
const orders = (Object.keys(sortLabels) as Sort[]).map(value => ({ value, label: sortLabels[value] }))

type ToolbarProps = {
  words: string
  setWords: (words: string) => void
  filters: Filters
  setFilters: (filters: Filters) => void
  sort: Sort
  setSort: (sort: Sort) => void
  /** Without names there is nothing to search for by name. */
  namesSeen: boolean
}

/** Search, filters and order. On a narrow page the filters stand behind one button that says how many are on. */
export function Toolbar({ words, setWords, namesSeen, ...rest }: ToolbarProps) {
  const styles = useStyles()
  const width = useWidth()
  const [open, setOpen] = useState(false)
  const panel = useId()
  const count = howManyFilters(rest.filters)
  const label = namesSeen ? 'Name, place or reference' : 'Place or reference'
  return (
    <div className={styles.bar} role="search">
      <SearchBox
        className={styles.search}
        size={width === 'phone' ? 'large' : 'medium'}
        placeholder={width === 'phone' && namesSeen ? 'Name or place' : label}
        aria-label={`Search by ${label.toLowerCase()}`}
        value={words}
        onChange={(_, { value }) => setWords(value)}
        input={{ autoComplete: 'off' }}
      />
      {width === 'desk' ? (
        <div className={styles.pills}>
          <Pills {...rest} />
        </div>
      ) : (
        <>
          <Button
            className={styles.filters}
            icon={<FilterRegular />}
            aria-expanded={open}
            aria-controls={panel}
            aria-label={count === 0 ? 'Filters' : `Filters, ${count} on`}
            onClick={() => setOpen(!open)}
          >
            {width === 'phone' ? (count === 0 ? '' : count) : `Filters${count === 0 ? '' : ` ${count}`}`}
          </Button>
          <div id={panel} hidden={!open} className={open ? styles.panel : undefined}>
            {open && <Pills {...rest} />}
          </div>
        </>
      )}
    </div>
  )
}

function Pills({ filters, setFilters, sort, setSort }: Pick<ToolbarProps, 'filters' | 'setFilters' | 'sort' | 'setSort'>) {
  const styles = useStyles()
  const { programme } = useSession()
  const areas = programme.areas.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <FilterPill label="Status" values={standings} chosen={filters.status} change={status => setFilters({ ...filters, status })} />
      {areas.length > 1 && (
        <FilterPill label="Area" values={areas} chosen={filters.area} change={area => setFilters({ ...filters, area })} />
      )}
      <FilterPill label="Step" values={steps} chosen={filters.step} change={step => setFilters({ ...filters, step })} />
      <FilterPill label="Form" values={forms} chosen={filters.form} change={form => setFilters({ ...filters, form })} />
      <span className={styles.order}>
        <OrderPill values={orders} chosen={sort} change={setSort} />
      </span>
    </>
  )
}
