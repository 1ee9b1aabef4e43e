import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useNavigate, useSearchParams } from 'react-router'
import type { Cohort, TestAnswer } from '#domain/cohortSchemas.ts'
import { groupName, testSentences } from '#tab/cohorts/compareWords.ts'
import { NumberTable } from '#tab/cohorts/Figure.tsx'
import { say, whoSentence } from '#tab/cohorts/findings.ts'
import { askedIn, figureDay, knownWords, queryOf } from '#tab/cohorts/question.ts'
import { useCohort } from '#tab/cohorts/useCohort.ts'
import { compareLabels } from '#tab/figureLabels.ts'
import { methods, testNote } from '#tab/methodLabels.ts'
import { routes } from '#tab/routes.ts'
import { NotShown } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}` },
  words: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0`, maxWidth: '68ch' },
  small: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    maxWidth: '68ch',
  },
  table: { maxWidth: '640px', marginTop: tokens.spacingVerticalM },
})

/** How each figure of the Cohorts page is worked out and by which source; and, where groups stand side by side, the test of their differences. */
export default function MethodPage() {
  const styles = useStyles()
  const { me, programme, may } = useSession()
  const [params] = useSearchParams()
  const asked = askedIn(params, { today: me.today, areas: everyArea(programme) })
  const { day } = figureDay(asked, me.today, programme.followUpUntil)
  const known = knownWords(asked)
  const navigate = useNavigate()
  const back = <Button onClick={() => void navigate(`${routes.cohorts}?${params}`)}>Back to the figures</Button>
  if (!may('cohort.read')) return <NotShown />
  return (
    <Page
      title="How the figures are worked out"
      context={[day === me.today ? known : `counted on ${sayDay(day)}, ${known}`]}
      actions={back}
    >
      {asked.compare && <Tested query={queryOf(asked, day)} />}
      {methods.map(({ name, words, source }) => (
        <section key={name}>
          <h2 className={styles.heading}>{name}</h2>
          <p className={styles.words}>{words}</p>
          <p className={styles.small}>{source}</p>
        </section>
      ))}
    </Page>
  )
}

function Tested({ query }: { query: ReturnType<typeof queryOf> }) {
  const cohort = useCohort(query)
  return (
    <Remote
      query={cohort}
      waitingFor="Adding up the enterprises"
      skeleton={null}
      called="test of differences"
      isEmpty={({ compared }) => compared === null || compared.groups.length === 0}
      empty={<p>Nobody here has begun to trade yet, so there is nothing to compare.</p>}
    >
      {found => <TestOf cohort={found} />}
    </Remote>
  )
}

function TestOf({ cohort }: { cohort: Cohort }) {
  const styles = useStyles()
  const { compared } = cohort
  if (!compared) return null
  return (
    <section>
      <h2 className={styles.heading}>Are the differences between {compareLabels[compared.by].within} more than chance?</h2>
      <p className={styles.small}>{whoSentence(cohort)}</p>
      <Answer answer={compared.logRank} by={compared.by} />
      {compared.withinYears && (
        <>
          <p className={styles.words}>
            <strong>Among those that began in the same year:</strong> {testSentences(compared.withinYears).join(' ')}
          </p>
        </>
      )}
      <p className={styles.small}>{testNote}</p>
    </section>
  )
}

function Answer({ answer, by }: { answer: TestAnswer; by: NonNullable<Cohort['compared']>['by'] }) {
  const styles = useStyles()
  const { programme } = useSession()
  return (
    <>
      <p className={styles.words}>
        <strong>Log-rank test:</strong> {testSentences(answer).join(' ')}
      </p>
      {answer.kind === 'worked-out' && (
        <div className={styles.table}>
          <NumberTable
            caption="Stopped, and how many would have if all groups were alike"
            heads={['Group', 'In the curve', 'Stopped', 'If alike']}
            rows={answer.groups.map(({ group, n, ended, expected }) => ({
              key: group,
              cells: [groupName(by, group, everyArea(programme)), say(n), say(ended), expected.toFixed(1)],
            }))}
          />
        </div>
      )}
    </>
  )
}
