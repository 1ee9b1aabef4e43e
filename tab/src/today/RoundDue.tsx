import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { routes } from '#tab/routes.ts'
import { todayWords } from '#tab/todayLabels.ts'
import { sayCount } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '16px 0 0' },
  link: { display: 'inline-block', padding: '2px 0', color: tokens.colorBrandForegroundLink, [phone]: { padding: '12px 0' } },
})

/** Where nothing waits for the reader, calls may still be due: how many, and the way to them. It stands beside the page, so it waits in silence. */
export default function RoundDue() {
  const styles = useStyles()
  const { api, programme } = useSession()
  const { data: due = 0 } = useQuery({
    queryKey: ['round-due', programme.id],
    queryFn: ({ signal }) => api.updateRound(programme.id, signal),
    select: ({ rows }) => rows.length,
  })
  if (due === 0) return null
  return (
    <p className={styles.words}>
      {sayCount(due, 'enterprise is due for a call.', 'enterprises are due for a call.')}{' '}
      <Link to={routes.updateRound} className={styles.link}>
        {todayWords.round}
      </Link>
    </p>
  )
}
