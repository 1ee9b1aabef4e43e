import { makeStyles, tokens } from '@fluentui/react-components'
import type { Cohort, Lines } from '#domain/cohortSchemas.ts'
import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { partsAt, say, survivalSentences, survivalTitle } from '#tab/cohorts/findings.ts'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { EnterpriseLink } from '#tab/cohorts/EnterpriseLink.tsx'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { PartsLine } from '#tab/cohorts/PartsLine.tsx'
import { useCohortView, useLines } from '#tab/cohorts/useCohort.ts'
import { definitions, fewNote } from '#tab/figureLabels.ts'
import { sayDay } from '#tab/ui/say.ts'

const useStyles = makeStyles({ waiting: { color: tokens.colorNeutralForeground3, minHeight: '80px' } })

/** Fewer than twenty: one line each and no percentage in a picture. */
export function FewFigure() {
  const { cohort } = useCohortView()
  const { survival } = cohort
  const title = survivalTitle(cohort)
  const parts = partsAt(cohort, 24)
  return (
    <Figure
      side="right"
      tall
      title={title}
      count={parts && parts.due > 0 && <PartsLine parts={parts} />}
      n={`n = ${say(survival.n)} that began to trade. One line each, no percentage is drawn.`}
      words={survivalSentences(cohort).join(' ')}
      note={fewNote}
      links={
        <>
          <ListLink figure="survival.n">See the list ({say(survival.n)})</ListLink>
          <HowWeCount title={title} definition={definitions.survival} made={madeOf(survival)} />
        </>
      }
    >
      <OneLineEach />
    </Figure>
  )
}

const madeOf = ({ n, ended, lost }: Cohort['survival']) => ({
  parts: [
    { name: 'Stopped', text: say(ended) },
    { name: 'Lost touch', text: say(lost) },
    { name: 'Not stopped, as far as we know', text: say(n - ended - lost) },
  ],
  sum: { name: 'Began to trade', text: say(n) },
})

function OneLineEach() {
  const styles = useStyles()
  const [all, ended, lost] = [useLines('survival.n'), useLines('survival.ended'), useLines('survival.lost')]
  if (!all.data || !ended.data || !lost.data) {
    const failed = all.isError || ended.isError || lost.isError
    return <p className={styles.waiting}>{failed ? 'We could not get the list. The counts are right.' : 'Getting the list'}</p>
  }
  return (
    <NumberTable
      caption="One line each, the oldest first"
      ofText
      heads={['Enterprise', 'Trading since', 'So far']}
      rows={stateRows(all.data, ended.data, lost.data).map(({ row, state }) => ({
        key: row.id,
        cells: [
          <EnterpriseLink key="link" id={row.id} reference={row.reference} name={row.name} />,
          row.on === null ? 'not known' : sayDay(row.on),
          state,
        ],
      }))}
    />
  )
}

type Row = Lines['rows'][number]

/** Each with what became of it, the oldest first. */
function stateRows(all: Lines, ended: Lines, lost: Lines): { row: Row; state: string }[] {
  const idsOf = ({ rows }: Lines) => new Set(rows.map(({ id }) => id))
  const [endedIds, lostIds] = [idsOf(ended), idsOf(lost)]
  return [...all.rows]
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
    .map(row => ({ row, state: endedIds.has(row.id) ? 'Stopped' : lostIds.has(row.id) ? 'Lost touch' : 'Not stopped, as far as we know' }))
}
