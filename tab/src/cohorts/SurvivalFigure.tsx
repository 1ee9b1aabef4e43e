import { Link, makeStyles } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { Cohort } from '#domain/cohortSchemas.ts'
import { inHundred } from '#domain/marks.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { hasLateEntries } from '#domain/survivalReadings.ts'
import type { ReadingWords } from '#tab/charts/SurvivalChart.tsx'
import { saveCsv } from '#tab/cohorts/csvFile.ts'
import { FewFigure } from '#tab/cohorts/FewFigure.tsx'
import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { partsAt, say, survivalDescription, survivalSentences, survivalState, survivalTitle } from '#tab/cohorts/findings.ts'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { NobodyTradesYet } from '#tab/cohorts/NobodyTradesYet.tsx'
import { PartsLine } from '#tab/cohorts/PartsLine.tsx'
import { survivalCsv, survivalRows } from '#tab/cohorts/survivalTable.ts'
import { followUpWords } from '#tab/cohorts/lastingWords.ts'
import { useCohortView, useLines } from '#tab/cohorts/useCohort.ts'
import { definitions, lateNote, lateSurvivalWords, lostSurvivalWords, survivalNote, survivalWords } from '#tab/figureLabels.ts'

const SurvivalChart = lazy(() => import('#tab/charts/SurvivalChart.tsx'))

const useStyles = makeStyles({ small: { minHeight: '24px' } })

type Survival = Cohort['survival']
type TableToggle = { shown: boolean; toggle: () => void }

/** How long those that began go on trading: the curve, or what can be said where there is none. */
export function SurvivalFigure({ table }: { table: TableToggle }) {
  const { cohort } = useCohortView()
  switch (survivalState(cohort)) {
    case 'nobody':
      return <NobodyTradesYet />
    case 'few':
      return <FewFigure />
    case 'too-young':
      return <YoungFigure table={table} />
    case 'not-followed':
    case 'thin-start':
    case 'all-stopped':
    case 'estimated':
      return <CurveFigure table={table} />
  }
}

/** Too young for two years: the day from which it can be known is two years after the first of them began. */
function YoungFigure({ table }: { table: TableToggle }) {
  const lines = useLines('survival.n')
  const firstBegan = lines.data?.rows
    .map(({ on }) => on)
    .filter(on => on !== null)
    .sort()[0]
  return <CurveFigure table={table} firstBegan={firstBegan} />
}

function CurveFigure({ table, firstBegan }: { table: TableToggle; firstBegan?: PlainDate | undefined }) {
  const { cohort } = useCohortView()
  const { survival } = cohort
  const title = survivalTitle(cohort, firstBegan)
  const parts = partsAt(cohort, 24)
  const late = hasLateEntries(survival)
  const words = late ? lateSurvivalWords : survivalState(cohort) === 'not-followed' ? lostSurvivalWords : survivalWords
  return (
    <Figure
      side="right"
      tall
      title={title}
      count={parts && <PartsLine parts={parts} />}
      n={`n = ${say(survival.n)} that began to trade. ${followUpWords(cohort)}Shaded: 95% interval. Small marks: followed to there so far.`}
      table={{ ...table, content: <SurvivalTable survival={survival} notYet={words.notYet} /> }}
      words={survivalSentences(cohort, firstBegan).join(' ')}
      note={late ? `${survivalNote} ${lateNote}` : survivalNote}
      links={<SurvivalLinks title={title} survival={survival} />}
    >
      <Suspense fallback={<div style={{ minHeight: '430px' }} />}>
        <SurvivalChart
          survival={survival}
          words={words}
          readingWords={readingWords}
          title={title}
          description={survivalDescription(cohort)}
        />
      </Suspense>
    </Figure>
  )
}

function SurvivalLinks({ title, survival }: { title: string; survival: Survival }) {
  const styles = useStyles()
  const { n, ended, lost, unwatched } = survival
  const made = {
    parts: [
      { name: 'Stopped', text: say(ended) },
      { name: 'Lost touch', text: say(lost) },
      { name: 'Followed as far as we can', text: say(n - ended - lost) },
    ],
    sum: { name: 'In the curve', text: say(n) },
  }
  return (
    <>
      <ListLink figure="survival.n">See the list ({say(n)})</ListLink>
      {ended > 0 && <ListLink figure="survival.ended">Stopped ({say(ended)})</ListLink>}
      {lost > 0 && <ListLink figure="survival.lost">Lost touch ({say(lost)})</ListLink>}
      {unwatched > 0 && <ListLink figure="survival.unwatched">Never watched ({say(unwatched)})</ListLink>}
      <HowWeCount title={title} definition={definitions.survival} made={made} />
      <Link as="button" className={styles.small} onClick={() => saveCsv('survival.csv', survivalCsv(survival))}>
        Every step (CSV)
      </Link>
    </>
  )
}

// Soft hyphens: six columns stand on a phone.
const tableHeads = ['Since start', 'Still trad\u00ading', '95% inter\u00adval', 'Fol\u00adlowed', 'Stop\u00adped', 'Too recent, or lost']

function SurvivalTable({ survival, notYet }: { survival: Survival; notYet: string }) {
  const bound = survival.bounds.find(({ day }) => day === 730)
  const known = survival.lost > 0 && bound && bound.low !== null && bound.high !== null
  const cases = known ? ` Two years: best case ${inHundred(bound.high ?? 0)}%, worst case ${inHundred(bound.low ?? 0)}%.` : ''
  return (
    <NumberTable
      caption={`The same figures as a table.${cases}`}
      heads={tableHeads}
      rows={survivalRows(survival, notYet).map(({ day, label, share, interval, followed, ended, gone }) => ({
        key: String(day),
        cells: [label, share, interval, followed, ended, gone],
      }))}
    />
  )
}

const readingWords: ReadingWords = {
  label: 'Read the line day by day',
  above: ({ day, share }) => `${inHundred(share)}% at day ${say(day)}`,
  below: ({ low, high, followed, ended }) =>
    `${low === null || high === null ? '' : `${inHundred(low)}% to ${inHundred(high)}%; `}${say(followed)} still followed, ${say(ended)} stopped`,
  aloud: ({ day, share, low, high, followed, ended }) => {
    const range = low === null || high === null ? '' : `, ${inHundred(low)}% to ${inHundred(high)}%`
    return `Day ${say(day)}: ${inHundred(share)}% still trading${range}; ${say(followed)} still followed, ${say(ended)} stopped`
  },
}
