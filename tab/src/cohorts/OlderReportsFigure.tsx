import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { olderReportsTitle, say } from '#tab/cohorts/findings.ts'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import { definitions, olderReportsNote } from '#tab/figureLabels.ts'
import { sayHours } from '#tab/ui/say.ts'

const measures = [
  { name: 'People', of: 'people', text: say },
  { name: 'Hours a week', of: 'minutesPerWeek', text: sayHours },
  { name: 'Jobs', of: 'jobs', text: say },
  { name: 'Enterprises', of: 'enterprises', text: say },
] as const

/** The same four numbers counted twice over: as we count them, and as older reports did. */
export function OlderReportsFigure() {
  const { cohort } = useCohortView()
  const { latest, current } = cohort.returns
  const title = olderReportsTitle(cohort)
  const cell = (which: 'latest' | 'current', { name, of, text }: (typeof measures)[number]) => {
    const totals = cohort.returns[which]
    if (totals.enterprises === 0) return 'not known'
    return (
      <ListLink key={which} figure={`returns.${which}.${of}`} label={`${text(totals[of])}: ${name}. See the list`}>
        {text(totals[of])}
      </ListLink>
    )
  }
  return (
    <Figure
      side="left"
      title={title}
      n={`n = ${say(current.enterprises)} trading now with numbers from the last 12 months; ${say(latest.enterprises)} that ever told us numbers.`}
      note={olderReportsNote}
      links={<HowWeCount title="How older reports counted it" definition={definitions.olderReports} />}
    >
      <NumberTable
        caption="Both ways of counting"
        hideCaption
        heads={['', 'As we count it', 'How older reports counted it']}
        rows={measures.map(measure => ({ key: measure.of, cells: [measure.name, cell('current', measure), cell('latest', measure)] }))}
      />
    </Figure>
  )
}
