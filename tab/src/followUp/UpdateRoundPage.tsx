import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RoundRow as Row } from '#domain/followUpSchemas.ts'
import { numberNames, shortNumberLabels } from '#tab/followUp/callFields.ts'
import { RoundRow } from '#tab/followUp/RoundRow.tsx'
import { useRoundStyles } from '#tab/followUp/roundStyles.ts'
import { routes } from '#tab/routes.ts'
import { Choice } from '#tab/ui/Choice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { sayCount } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'

const useStyles = makeStyles({
  lead: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '0 0 16px', maxWidth: '640px' },
  whose: { marginBottom: '16px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  none: { ...typographyStyles.body1, margin: 0 },
})

const roundKey = 'update-round'

/** Everyone due, as one grid: one save for each row. What is saved stays in its place until one leaves the page. */
function useRound() {
  const { api, programme } = useSession()
  const queries = useQueryClient()
  useEffect(() => () => void queries.invalidateQueries(), [queries])
  return useQuery({
    queryKey: [roundKey, programme.id],
    queryFn: ({ signal }) => api.updateRound(programme.id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

/** The update round: who is due for a check-in or for numbers, and five boxes for each. */
export default function UpdateRoundPage() {
  const round = useRound()
  const rows = round.data?.rows
  return (
    <Page
      title="Update round"
      parents={[{ label: 'Enterprises', to: routes.enterprises }]}
      context={rows ? [sayCount(rows.length, 'enterprise is due', 'enterprises are due')] : []}
    >
      <Remote query={round} waitingFor="Loading who is due" skeleton={null} called="list">
        {({ rows: all, today }) => <Rounds rows={all} today={today} />}
      </Remote>
    </Page>
  )
}

type Whose = 'mine' | 'everyone'

function Rounds({ rows, today }: { rows: readonly Row[]; today: Row['dueOn'] }) {
  const styles = useStyles()
  const { me } = useSession()
  const mine = rows.filter(({ catalyst }) => catalyst === me.oid)
  const isSplit = mine.length > 0 && mine.length < rows.length
  const [whose, setWhose] = useState<Whose>('mine')
  const shown = isSplit && whose === 'mine' ? mine : rows
  if (rows.length === 0) {
    return <p className={styles.none}>Nobody is due. Whoever falls due next will be here, and in Today.</p>
  }
  return (
    <>
      <p className={styles.lead}>
        One row for each, as you ring them. Save each row by itself. Count direct payments, personal health budgets and contracts as the
        council or NHS.
      </p>
      {isSplit && (
        <div className={styles.whose}>
          <Choice
            legend="Whose are shown"
            hideLegend
            options={[
              { value: 'mine', label: `Mine ${mine.length}` },
              { value: 'everyone', label: `Everyone ${rows.length}` },
            ]}
            value={whose}
            onChange={setWhose}
          />
        </div>
      )}
      <Heads />
      <ul className={styles.list}>
        {shown.map(row => (
          <RoundRow key={row.id} row={row} today={today} />
        ))}
      </ul>
    </>
  )
}

/** The heads of the grid, for the eye; each box has its own name. */
function Heads() {
  const styles = useRoundStyles()
  return (
    <div className={styles.heads} aria-hidden>
      <span>Enterprise</span>
      <span>Trading?</span>
      {numberNames.map(name => (
        <span key={name}>{shortNumberLabels[name]}</span>
      ))}
      <span />
    </div>
  )
}
