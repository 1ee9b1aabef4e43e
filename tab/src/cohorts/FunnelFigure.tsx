import { lazy, Suspense } from 'react'
import { inHundred } from '#domain/marks.ts'
import { fewFollowed } from '#domain/survivalReadings.ts'
import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { countOf, funnelDescription, funnelTitle, say } from '#tab/cohorts/findings.ts'
import type { ListedRow } from '#tab/cohorts/funnelRows.ts'
import { funnelData, funnelRows } from '#tab/cohorts/funnelRows.ts'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import { definitions } from '#tab/figureLabels.ts'

const FunnelChart = lazy(() => import('#tab/charts/FunnelChart.tsx'))

/** How far those who enquired got, as bars on one scale. */
export function FunnelFigure({ table }: { table: { shown: boolean; toggle: () => void } }) {
  const { cohort } = useCohortView()
  const rows = funnelRows(cohort)
  const every = [...rows.rows, ...rows.some]
  const title = funnelTitle(cohort)
  const began = countOf(cohort, 'trading')
  const { accepted } = cohort.existing
  return (
    <Figure
      side="left"
      title={title}
      n={`n = ${say(rows.all)}. ${rows.some.length > 0 ? 'All bars share one scale. An outline is as long as its own number.' : 'All bars share one scale.'}`}
      table={{ ...table, content: <FunnelTable rows={every} /> }}
      words={
        accepted > 0 && (
          <>
            {say(accepted)} ran before we met them. {definitions.existing}{' '}
            <ListLink figure="existing.accepted">See the list ({say(accepted)})</ListLink>
          </>
        )
      }
      links={
        <>
          <ListLink figure="funnel.enquired">See the list ({say(rows.all)})</ListLink>
          {began > 0 && <ListLink figure="funnel.trading">Those that began ({say(began)})</ListLink>}
          <HowWeCount title={title} definition={definitions.funnel} made={madeOf(every)} />
        </>
      }
    >
      <Suspense fallback={<div style={{ minHeight: '330px' }} />}>
        <FunnelChart data={funnelData(rows)} title={title} description={funnelDescription(every)} />
      </Suspense>
    </Figure>
  )
}

const madeOf = (rows: readonly ListedRow[]) => {
  const [enquired, ...rest] = rows.map(({ name, count, of }) => ({ name, text: `${say(count)} of ${say(of)}` }))
  return { parts: rest, sum: { name: enquired?.name ?? '', text: say(rows[0]?.count ?? 0) } }
}

function FunnelTable({ rows }: { rows: readonly ListedRow[] }) {
  const few = (rows[0]?.count ?? 0) < fewFollowed
  return (
    <NumberTable
      caption="The same figures as a table"
      heads={['Step', 'Got there', 'Out of', ...(few ? [] : ['Share'])]}
      rows={rows.map(({ name, count, of, figure, note }) => ({
        key: figure,
        cells: [
          note === null ? name : `${name} (${note})`,
          <ListLink key="list" figure={figure} label={`${say(count)}: ${name}. See the list`}>
            {say(count)}
          </ListLink>,
          say(of),
          ...(few ? [] : [of > 0 ? `${inHundred(count / of)}%` : 'none']),
        ],
      }))}
    />
  )
}
