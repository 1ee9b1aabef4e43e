import type { Parts } from '#domain/cohortSchemas.ts'
import { hasLateEntries } from '#domain/survivalReadings.ts'
import type { NumberRow } from '#tab/cohorts/Figure.tsx'
import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { checkInTitle, longestCheckIn, partsAt, say } from '#tab/cohorts/findings.ts'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import type { PartName } from '#tab/figureLabels.ts'
import { definitions, dueLabel, lateNote, monthLabels, notYetLabel, partLabels } from '#tab/figureLabels.ts'

const partNames = Object.keys(partLabels) as PartName[]

/** Where they stood at each check-in: parts that add up, with nothing estimated. */
export function CheckInFigure() {
  const { cohort } = useCohortView()
  const parts = longestCheckIn(cohort) ?? partsAt(cohort, 24)
  const title = checkInTitle(cohort)
  const isWatchedLate = cohort.survival.unwatched > 0 || hasLateEntries(cohort.survival)
  return (
    <Figure
      side="left"
      title={title}
      note={isWatchedLate ? lateNote : undefined}
      links={
        <>
          {parts && parts.due > 0 && <ListLink figure={`parts.${parts.months}.due`}>See the list ({say(parts.due)})</ListLink>}
          <HowWeCount title={title} definition={definitions.checkIns} made={parts && madeOf(parts)} />
        </>
      }
    >
      <PartsTable caption="How many at each check-in" family="parts" parts={cohort.parts} />
    </Figure>
  )
}

const madeOf = (parts: Parts) => ({
  parts: partNames.filter(name => parts[name] > 0).map(name => ({ name: partLabels[name], text: say(parts[name]) })),
  sum: { name: dueLabel, text: say(parts.due) },
})

type PartsTableProps = { caption: string; family: 'parts' | 'existingParts'; parts: readonly Parts[] }

/** Where they stood so many months on, each count with its list. */
export const PartsTable = ({ caption, family, parts }: PartsTableProps) => (
  <NumberTable caption={caption} heads={['', ...parts.map(({ months }) => monthLabels[months])]} rows={rowsOf(family, parts)} />
)

/** A part that nobody is in at any check-in has no row. */
function rowsOf(family: PartsTableProps['family'], all: readonly Parts[]): NumberRow[] {
  const rowOf = (name: PartName | 'due' | 'notYet', label: string, strong = false): NumberRow => ({
    key: name,
    strong,
    cells: [
      label,
      ...all.map(parts => (
        <PartCell key={parts.months} family={family} months={parts.months} name={name} label={label} count={parts[name]} />
      )),
    ],
  })
  const shown = partNames.filter(name => name === 'trading' || name === 'stopped' || all.some(parts => parts[name] > 0))
  return [...shown.map(name => rowOf(name, partLabels[name])), rowOf('due', dueLabel, true), rowOf('notYet', notYetLabel)]
}

type PartCellProps = { family: string; months: Parts['months']; name: string; label: string; count: number }

function PartCell({ family, months, name, label, count }: PartCellProps) {
  if (count === 0) return '0'
  return (
    <ListLink figure={`${family}.${months}.${name}`} label={`${say(count)}: ${monthLabels[months]}, ${label}. See the list`}>
      {say(count)}
    </ListLink>
  )
}
