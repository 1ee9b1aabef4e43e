import { Field, Link as FluentLink, makeStyles, Select } from '@fluentui/react-components'
import { useNavigate, useSearchParams } from 'react-router'
import type { Cohort } from '#domain/cohortSchemas.ts'
import { compareBys } from '#domain/comparing.ts'
import { groupPicture } from '#domain/groupMarks.ts'
import { MarksChart } from '#tab/charts/MarksChart.tsx'
import type { NamedGroup } from '#tab/cohorts/compareWords.ts'
import { compareDescription, comparedDay, compareTitle, groupRows, groupShare, namedGroups } from '#tab/cohorts/compareWords.ts'
import type { NumberRow } from '#tab/cohorts/Figure.tsx'
import { Figure, NumberTable } from '#tab/cohorts/Figure.tsx'
import { say } from '#tab/cohorts/findings.ts'
import { Fold } from '#tab/cohorts/Fold.tsx'
import { HowWeCount } from '#tab/cohorts/HowWeCount.tsx'
import { ListLink } from '#tab/cohorts/ListLink.tsx'
import { withAsked } from '#tab/cohorts/question.ts'
import { useCohortView } from '#tab/cohorts/useCohort.ts'
import { compareLabels, compareNote, definitions, foldLabels } from '#tab/figureLabels.ts'
import { routes } from '#tab/routes.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  choice: { maxWidth: '240px', marginBottom: '12px' },
  select: { '& select': { [phone]: { height: '44px' } } },
  link: { minHeight: '24px', display: 'inline-flex', alignItems: 'center' },
})

export function CompareFold() {
  const { compared } = useCohortView().cohort
  return (
    <Fold name="compare" heading={foldLabels.compare} finding={compareTitle(compared)}>
      <Choice compared={compared} />
      {compared && <CompareFigure compared={compared} />}
    </Fold>
  )
}

/** Groups side by side as estimates with their ranges, in the order of their names; never a ranking, and never by worker. */
export function CompareFigure({ compared }: { compared: NonNullable<Cohort['compared']> }) {
  const { programme } = useSession()
  const title = compareTitle(compared)
  const groups = namedGroups(compared, everyArea(programme))
  const day = comparedDay(compared)
  return (
    <Figure
      inFold
      side="left"
      title={title}
      n={`Still trading after ${day === 730 ? 'two years' : 'one year'}. Dot: best estimate. Line: its 95% range.`}
      note={compareNote}
      links={
        <>
          <HowWeCount title={title} definition={definitions.compare} />
          <ToMethod />
        </>
      }
    >
      {groups.length > 0 ? (
        <>
          <MarksChart
            pictureIn={frame => groupPicture(groupRows(groups, day), frame)}
            title={title}
            description={compareDescription(groups, day)}
          />
          <GroupsTable by={compared.by} groups={groups} />
        </>
      ) : (
        'Nobody here has begun to trade yet.'
      )}
    </Figure>
  )
}

function Choice({ compared }: { compared: Cohort['compared'] }) {
  const styles = useStyles()
  const [params, setParams] = useSearchParams()
  return (
    <Field label="Put side by side" size="small" className={styles.choice}>
      <Select
        className={styles.select}
        value={compared?.by ?? ''}
        onChange={(_, { value }) => setParams(withAsked(params, 'compare', value), { replace: true })}
      >
        <option value="">Nothing</option>
        {compareBys.map(by => (
          <option key={by} value={by}>
            {compareLabels[by].title}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** The page of methods, with the same question: there stands the test. */
function ToMethod() {
  const styles = useStyles()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  return (
    <FluentLink as="button" className={styles.link} onClick={() => void navigate(`${routes.cohortMethod}?${params}`)}>
      Is it more than chance?
    </FluentLink>
  )
}

function GroupsTable({ by, groups }: { by: string; groups: readonly NamedGroup[] }) {
  const listed = (group: NamedGroup, of: 'n' | 'ended' | 'notWorking', what: string) =>
    group[of] === 0 ? (
      '0'
    ) : (
      <ListLink figure={`by-${by}.${group.group}.${of}`} label={`${say(group[of])}: ${group.name}, ${what}. See the list`}>
        {say(group[of])}
      </ListLink>
    )
  return (
    <NumberTable
      mayWrap
      caption="The same figures as a table"
      heads={['', 'Began', 'Stop\u00adped', 'Not work\u00ading', 'One year', 'Two years']}
      rows={groups.map((group): NumberRow => ({
        key: group.group,
        cells: [
          group.name,
          listed(group, 'n', 'began'),
          listed(group, 'ended', 'stopped'),
          listed(group, 'notWorking', 'not working'),
          groupShare(group, 365),
          groupShare(group, 730),
        ],
      }))}
    />
  )
}
