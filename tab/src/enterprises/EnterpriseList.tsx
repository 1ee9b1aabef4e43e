import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { CaseList, CaseRow } from '#domain/wireSchemas.ts'
import { EnterpriseCards } from '#tab/enterprises/EnterpriseCards.tsx'
import { EnterpriseTable } from '#tab/enterprises/EnterpriseTable.tsx'
import { Legend } from '#tab/enterprises/Legend.tsx'
import type { Question, View, Viewer } from '#tab/enterprises/listing.ts'
import { isIn, noFilters, passes, questionIn, search, sorted, views, withQuestion } from '#tab/enterprises/listing.ts'
import { useListMemory } from '#tab/enterprises/listMemory.ts'
import { NothingMatches } from '#tab/enterprises/ListNotices.tsx'
import { sortLabels, Toolbar } from '#tab/enterprises/Toolbar.tsx'
import { usePlaces } from '#tab/enterprises/useCases.ts'
import { viewLabels, ViewTabs } from '#tab/enterprises/ViewTabs.tsx'
import { sayCount } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { useSettled } from '#tab/ui/useSettled.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  count: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '0 0 8px' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px 24px', marginTop: '12px' },
  shown: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  more: { [phone]: { minHeight: '44px', width: '100%' } },
})

const page = 50

/** Which view stands open, the question in the address, and what changes either. */
function useQuestion(rows: readonly CaseRow[], viewer: Viewer) {
  const [params, setParams] = useSearchParams()
  const question = questionIn(params)
  const shown = views.filter(view => view === 'all' || rows.some(row => isIn(view, row, viewer)))
  const view: View = question.view ?? (shown.includes('mine') ? 'mine' : 'all')
  const change = (part: Partial<Question>): void => {
    setParams(before => withQuestion(before, { ...questionIn(before), ...part }), { replace: true, preventScrollReset: true })
  }
  return { ...question, view, shown: shown.includes(view) ? shown : [...shown, view], change }
}

/** The list itself: views, search, filters, rows, and what stands under them. */
export function EnterpriseList({ list: { cases, today } }: { list: CaseList }) {
  const styles = useStyles()
  const { me, may } = useSession()
  const memory = useListMemory()
  const placeOf = usePlaces()
  const [words, setWords] = useState(memory.words)
  const settled = useSettled(words, 150)
  const [limit, setLimit] = useState(memory.shown)
  const viewer = { oid: me.oid, today }
  const { view, shown, sort, filters, change } = useQuestion(cases, viewer)
  const matching = search(
    cases.filter(row => passes(filters, row)),
    settled,
    placeOf,
  )
  const rows = sorted(
    matching.filter(row => isIn(view, row, viewer)),
    sort,
  )
  useRemembered(rows, words, limit, view)
  const counts = Object.fromEntries(shown.map(each => [each, cases.filter(row => isIn(each, row, viewer)).length]))
  const clear = (): void => {
    setWords('')
    change({ filters: noFilters })
  }
  const width = useWidth()
  return (
    <>
      <ViewTabs view={view} counts={counts} shown={shown} choose={next => change({ view: next })} />
      <Toolbar
        words={words}
        setWords={setWords}
        filters={filters}
        setFilters={next => change({ filters: next })}
        sort={sort}
        setSort={next => change({ sort: next })}
        namesSeen={may('names.see')}
      />
      <p className={styles.count} role="status" hidden={rows.length === 0 || (width !== 'phone' && settled === '')}>
        {sayCount(rows.length, 'enterprise')}, {sortLabels[sort].toLowerCase()}
      </p>
      {rows.length === 0 ? (
        <NothingMatches
          words={settled.trim()}
          mine={view === 'mine'}
          underAll={matching.length}
          showAll={() => change({ view: 'all' })}
          clear={clear}
        />
      ) : (
        <>
          {width === 'phone' ? (
            <EnterpriseCards rows={rows.slice(0, limit)} today={today} placeOf={placeOf} />
          ) : (
            <EnterpriseTable
              rows={rows.slice(0, limit)}
              today={today}
              placeOf={placeOf}
              sort={sort}
              setSort={next => change({ sort: next })}
            />
          )}
          <div className={styles.foot}>
            <span className={styles.shown}>
              {limit < rows.length
                ? `${limit} of ${sayCount(rows.length, 'enterprise')} shown`
                : `${sayCount(rows.length, 'enterprise')}, all shown`}
            </span>
            {limit < rows.length && (
              <Button className={styles.more} onClick={() => setLimit(limit + page)}>
                Show {Math.min(page, rows.length - limit)} more
              </Button>
            )}
            <Legend />
          </div>
        </>
      )}
    </>
  )
}

/** Keeps the place for the way back, and the order for "9 of 25". */
function useRemembered(rows: readonly CaseRow[], words: string, limit: number, view: View): void {
  const memory = useListMemory()
  const { pathname, search: query } = useLocation()
  const walk = rows.map(({ id }) => id)
  useEffect(() => {
    memory.words = words
    memory.shown = limit
    memory.walk = walk
    memory.from = { label: viewLabels[view], to: `${pathname}${query}` }
  })
}
