import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DbsCheck } from '#domain/dbs.ts'
import type { DbsList } from '#domain/dbsSchemas.ts'
import { dbsDecisionLabels, dbsLevelLabels, dbsSubjectLabels } from '#tab/besideLabels.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { useSending } from '#tab/ui/useSending.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  heading: { ...typographyStyles.body1Strong, margin: '16px 0 4px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { ...typographyStyles.body1, padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  link: { minHeight: '24px', padding: '2px 0', [phone]: { minHeight: '44px' } },
  ask: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '6px' },
  button: { [phone]: { minHeight: '44px' } },
})

/** "The owner: enhanced, seen 3 May 2026. Go on. Look again by 3 May 2029." */
export const sayDbs = ({ of, level, seenOn, decision, lookAgainOn }: DbsCheck): string =>
  `${dbsSubjectLabels[of]}: ${dbsLevelLabels[level].toLowerCase()}, seen ${sayDay(seenOn)}. ${dbsDecisionLabels[decision]}.${
    lookAgainOn ? ` Look again by ${sayDay(lookAgainOn)}.` : ''
  }`

/** What is kept of the checks that were seen before. Each can be removed: then it is nowhere any more. */
export function SeenBefore({ id }: { id: string }) {
  const styles = useStyles()
  const { api, desk, programme } = useSession()
  const queries = useQueryClient()
  const [asked, setAsked] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const earlier = useQuery({ queryKey: ['dbs', programme.id, id], queryFn: ({ signal }) => api.dbs(programme.id, id, signal) })
  const sender = useSending<string, DbsList>({
    desk,
    send: (check, options) => api.removeDbs(programme.id, id, check, options),
    recorded() {
      void queries.invalidateQueries()
    },
    saved() {
      setAsked('')
      heading.current?.focus()
    },
  })
  const checks = earlier.data?.checks ?? []
  if (checks.length === 0) return null
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        Seen before
      </h3>
      <SendingBar sending={sender.sending} copy={() => 'Remove a DBS check.'} />
      <ul className={styles.list}>
        {checks.map(check => (
          <li key={check.id} className={styles.item}>
            {sayDbs(check)}{' '}
            {asked === check.id ? (
              <Ask
                busy={sender.sending.state === 'sending'}
                yes={() => (sender.sending.state === 'waiting' ? sender.tryNow() : sender.submit(check.id))}
                no={() => setAsked('')}
              />
            ) : (
              <Link
                as="button"
                type="button"
                className={styles.link}
                aria-label={`Remove: ${sayDbs(check)}`}
                onClick={() => setAsked(check.id)}
              >
                Remove
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** It cannot be brought back, so it is asked once more. */
function Ask({ busy, yes, no }: { busy: boolean; yes: () => void; no: () => void }) {
  const styles = useStyles()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <div className={styles.ask}>
      <span>We keep nothing of it then. You cannot bring it back.</span>
      <Button ref={first} className={styles.button} disabledFocusable={busy} onClick={yes}>
        Remove it
      </Button>
      <Button appearance="subtle" className={styles.button} onClick={no}>
        Keep it
      </Button>
    </div>
  )
}
