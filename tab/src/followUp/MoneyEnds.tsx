import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { followUpWords, moneyEnds } from '#tab/followUp/afterFundingWords.ts'
import { routes } from '#tab/routes.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  bar: { marginBottom: '16px' },
  button: { whiteSpace: 'nowrap', [phone]: { minHeight: '44px' } },
})

/**
 * For the lead, from six months before the money ends, and at any time while nobody is named: how many two-year check-ins come after it,
 * and who rings them. Nothing where it is settled and far away, or the programme has closed; nothing while we do not know.
 */
export default function MoneyEnds() {
  const styles = useStyles()
  const { api, programme, may } = useSession()
  const navigate = useNavigate()
  const { data } = useQuery({
    queryKey: ['after-funding', programme.id],
    queryFn: ({ signal }) => api.afterFunding(programme.id, signal),
    enabled: may('programmes.close'),
  })
  const isShown = data && data.closedOn === null && (data.isEndNear || data.twoYearWithoutOwner > 0)
  if (!isShown) return null
  const words = followUpWords(data)
  const said = words.find(({ careful }) => careful) ?? words[0]
  return (
    <MessageBar intent={said?.careful ? 'warning' : 'info'} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{moneyEnds(data)}</MessageBarTitle> {said?.words}
      </MessageBarBody>
      <MessageBarActions>
        <Button className={styles.button} onClick={() => void navigate(routes.afterFunding)}>
          Month by month
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
