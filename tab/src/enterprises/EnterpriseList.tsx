import { lazy, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import type { Sort } from '#domain/listQuestion.ts'
import { asked, isIn, noFilters, passes } from '#domain/listQuestion.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Look } from '#domain/viewSchemas.ts'
import type { CaseList, CaseRow } from '#domain/wireSchemas.ts'
import type { Choosing } from '#tab/enterprises/choosing.ts'
import { useChoosing } from '#tab/enterprises/choosing.ts'
import { ChosenRows } from '#tab/enterprises/ChosenRows.tsx'
import { EnterpriseCards } from '#tab/enterprises/EnterpriseCards.tsx'
import { EnterpriseTable } from '#tab/enterprises/EnterpriseTable.tsx'
import type { Exported } from '#tab/enterprises/ExportDialog.tsx'
import { ListFoot } from '#tab/enterprises/ListFoot.tsx'
import { useListMemory } from '#tab/enterprises/listMemory.ts'
import { NothingMatches } from '#tab/enterprises/ListNotices.tsx'
import type { Reason } from '#tab/enterprises/search.ts'
import { searchIn } from '#tab/enterprises/search.ts'
import { RoomForBar } from '#tab/enterprises/SelectionBar.tsx'
import { Toolbar } from '#tab/enterprises/Toolbar.tsx'
import { usePlaces } from '#tab/enterprises/useCases.ts'
import { useListQuestion } from '#tab/enterprises/useListQuestion.ts'
import { ViewsMenu } from '#tab/enterprises/ViewsMenu.tsx'
import { ViewTabs } from '#tab/enterprises/ViewTabs.tsx'
import { viewLabels } from '#tab/listLabels.ts'
import { CountLine } from '#tab/enterprises/CountLine.tsx'
import { useReturnFocus } from '#tab/ui/useReturnFocus.ts'
import { useSession } from '#tab/ui/session.ts'
import { useWidth } from '#tab/ui/widths.ts'

const Board = lazy(() => import('#tab/enterprises/Board.tsx'))
const ExportDialog = lazy(() => import('#tab/enterprises/ExportDialog.tsx'))

/** The list itself: views, search, filters, rows or board, and what stands under them. */
export function EnterpriseList({ list: { cases, today } }: { list: CaseList }) {
  const { me, may } = useSession()
  const memory = useListMemory()
  const placeOf = usePlaces()
  const width = useWidth()
  const [words, setWords] = useState(memory.words)
  const [clears, setClears] = useState(0)
  const [exported, setExported] = useState<Exported>()
  const rememberOpener = useReturnFocus(exported !== undefined)
  const viewer = { oid: me.oid, today }
  const { desk, look, saved, changed, shown, change, open, openSaved, setColumns } = useListQuestion(cases, viewer)
  const { found, reasonFor } = searchIn(cases, words, placeOf)
  const rows = asked(found, look, viewer)
  const choosing = useChoosing(rows.map(({ id }) => id))
  const counts = new Map([
    ...shown.map(each => [each, cases.filter(row => isIn(each, row, viewer)).length] as const),
    ...desk.views.map(each => [each.id, asked(cases, each.look, viewer).length] as const),
  ])
  const takeAway = (only: readonly string[] | undefined): void => {
    rememberOpener()
    setExported({ question: { view: look.view, sort: look.sort, filters: look.filters }, only, count: only?.length ?? rows.length })
  }
  const forget = (): void => {
    setWords('')
    setClears(clears + 1)
    change({ filters: noFilters })
  }
  const mayExport = may('exports.make')
  const mayChoose = mayExport || may('check-ins.record')
  return (
    <>
      <ViewTabs view={look.view} saved={saved} counts={counts} shown={shown} views={desk.views} open={open} openSaved={openSaved}>
        <ViewsMenu
          desk={desk}
          look={look}
          saved={saved}
          changed={changed}
          opened={openSaved}
          closed={() => change({ saved: undefined, columns: undefined })}
        />
      </ViewTabs>
      <ChosenRows choosing={choosing} rows={rows} today={today} takeAway={mayExport ? () => takeAway(choosing.ids) : undefined} />
      {(!choosing.picking || width === 'phone') && (
        <Toolbar
          words={words}
          search={setWords}
          clears={clears}
          look={look}
          change={change}
          setColumns={setColumns}
          namesSeen={may('names.see')}
        />
      )}
      <CountLine
        count={rows.length}
        sort={look.sort}
        hidden={rows.length === 0 || (width !== 'phone' && words === '')}
        choose={
          width === 'phone' && look.layout === 'list' && rows.length > 0 && mayChoose && !choosing.picking ? choosing.pick : undefined
        }
      />
      {rows.length === 0 ? (
        <NothingMatches
          words={words.trim()}
          mine={look.view === 'mine'}
          underAll={found.filter(row => passes(look.filters, row)).length}
          filteredOut={found.filter(row => !passes(look.filters, row))}
          showAll={() => change({ view: 'all', saved: undefined })}
          clear={forget}
        />
      ) : (
        <Listed
          rows={rows}
          everyone={cases}
          today={today}
          look={look}
          reasonFor={reasonFor}
          choosing={choosing}
          setSort={sort => change({ sort })}
          words={words}
          called={saved?.name ?? viewLabels[look.view]}
          takeAway={mayExport ? () => takeAway(words.trim() === '' ? undefined : rows.map(({ id }) => id)) : undefined}
        />
      )}
      <Suspense>{exported && <ExportDialog exported={exported} close={() => setExported(undefined)} />}</Suspense>
    </>
  )
}

type ListedProps = {
  rows: readonly CaseRow[]
  everyone: readonly CaseRow[]
  today: PlainDate
  look: Look
  reasonFor: (row: CaseRow) => Reason | undefined
  choosing: Choosing
  setSort: (sort: Sort) => void
  words: string
  called: string
  takeAway: (() => void) | undefined
}

/** The rows that match, as a table, as a list on a phone, or as a board. */
function Listed({ rows, everyone, today, look, reasonFor, choosing, setSort, words, called, takeAway }: ListedProps) {
  const memory = useListMemory()
  const placeOf = usePlaces()
  const isPhone = useWidth() === 'phone'
  const [limit, setLimit] = useState(memory.shown)
  useRemembered(rows, words, limit, called)
  const isBoard = look.layout === 'board'
  const shown = rows.slice(0, limit)
  return (
    <>
      {isBoard ? (
        <Suspense>
          <Board rows={rows} everyone={everyone} today={today} />
        </Suspense>
      ) : isPhone ? (
        <EnterpriseCards rows={shown} today={today} placeOf={placeOf} reasonFor={reasonFor} choosing={choosing} />
      ) : (
        <EnterpriseTable
          rows={shown}
          today={today}
          placeOf={placeOf}
          columns={look.columns}
          reasonFor={reasonFor}
          choosing={choosing}
          sort={look.sort}
          setSort={setSort}
        />
      )}
      <ListFoot
        count={rows.length}
        shown={isBoard ? rows.length : limit}
        showMore={() => setLimit(limit + page)}
        takeAway={takeAway}
        legend={!isBoard}
      />
      {isPhone && choosing.picking && <RoomForBar />}
    </>
  )
}

const page = 50

/** Keeps the place for the way back, and the order for "9 of 25". */
function useRemembered(rows: readonly CaseRow[], words: string, limit: number, view: string): void {
  const memory = useListMemory()
  const { pathname, search: query } = useLocation()
  const walk = rows.map(({ id }) => id)
  useEffect(() => {
    memory.words = words
    memory.shown = limit
    memory.walk = walk
    memory.from = { label: view, to: `${pathname}${query}` }
  })
}
