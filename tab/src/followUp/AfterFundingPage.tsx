import { makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens, typographyStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { AfterFundingAnswer } from '#domain/followUpSchemas.ts'
import { ClosingSection } from '#tab/followUp/ClosingSection.tsx'
import { followUpWords, moneyEnds, monthWords } from '#tab/followUp/afterFundingWords.ts'
import { routes } from '#tab/routes.ts'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { useSession } from '#tab/ui/session.ts'

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '32px', maxWidth: '720px' },
  heading: { ...typographyStyles.subtitle2, margin: '0 0 8px' },
  words: { ...typographyStyles.body1, margin: '0 0 8px' },
  table: { ...typographyStyles.body1, borderCollapse: 'collapse', width: '100%', maxWidth: '480px' },
  cell: {
    textAlign: 'right',
    padding: '6px 0 6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
  first: { textAlign: 'left', paddingLeft: 0 },
})

/** What comes after the money, month by month, who rings then, and closing the programme. */
export default function AfterFundingPage() {
  const { api, programme } = useSession()
  const after = useQuery({ queryKey: ['after-funding', programme.id], queryFn: ({ signal }) => api.afterFunding(programme.id, signal) })
  return (
    <Page title="After the money" parents={[{ label: 'Enterprises', to: routes.enterprises }]}>
      <Remote query={after} waitingFor="Loading what comes after" skeleton={null} called="list">
        {answer => <After answer={answer} />}
      </Remote>
    </Page>
  )
}

function After({ answer }: { answer: AfterFundingAnswer }) {
  const styles = useStyles()
  const { may } = useSession()
  return (
    <div className={styles.stack}>
      <section aria-labelledby="who-rings">
        <h2 id="who-rings" className={styles.heading}>
          {moneyEnds(answer)}
        </h2>
        {followUpWords(answer).map(({ words, careful }) =>
          careful ? (
            <MessageBar key={words} intent="warning" layout="multiline">
              <MessageBarBody>{words}</MessageBarBody>
            </MessageBar>
          ) : (
            <p key={words} className={styles.words}>
              {words}
            </p>
          ),
        )}
      </section>
      {answer.months.length > 0 && <Months answer={answer} />}
      {may('programmes.close') && <ClosingSection answer={answer} />}
    </div>
  )
}

function Months({ answer: { months, checkIns, twoYear } }: { answer: AfterFundingAnswer }) {
  const styles = useStyles()
  const cells = (first: string, one: string, two: string, head: 'th' | 'td') => {
    const Cell = head
    return (
      <>
        <th scope={head === 'th' ? 'col' : 'row'} className={mergeClasses(styles.cell, styles.first)}>
          {first}
        </th>
        <Cell className={styles.cell}>{one}</Cell>
        <Cell className={styles.cell}>{two}</Cell>
      </>
    )
  }
  return (
    <section aria-labelledby="month-by-month">
      <h2 id="month-by-month" className={styles.heading}>
        Month by month
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>{cells('Month', 'Check-ins', 'Two-year ones', 'th')}</tr>
        </thead>
        <tbody>
          {months.map(each => (
            <tr key={each.month}>{cells(monthWords(each.month), String(each.checkIns), String(each.twoYear), 'td')}</tr>
          ))}
          <tr>{cells('All', String(checkIns), String(twoYear), 'td')}</tr>
        </tbody>
      </table>
    </section>
  )
}
