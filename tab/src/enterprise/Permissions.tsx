import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { PermissionUse } from '#domain/vocabulary.ts'
import type { CaseDetail } from '#tab/api.ts'
import { permissionLines } from '#tab/enterprise/permissionWords.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { sayDay } from '#tab/ui/say.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: '104px minmax(0, 1fr)', gap: '6px 16px', margin: '6px 0 0', ...typographyStyles.body1 },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  link: { display: 'inline-block', padding: '2px 0', [phone]: { padding: '12px 0', margin: '-10px 0' } },
})

type PermissionsProps = {
  detail: CaseDetail
  tracks: Tracks
  /** Opens the form for a yes; left out where this person may not record one. */
  give: ((use: PermissionUse) => void) | undefined
}

/** What they said yes to. Taking it back is one tap, on the day one taps. */
export function Permissions({ detail, tracks, give }: PermissionsProps) {
  const styles = useStyles()
  const sender = useRecording(detail.id, formIdOf(detail.id, 'end-permission'), () => undefined)
  const { state } = sender.sending
  const takeBack = (use: PermissionUse): void => {
    if (state === 'waiting') sender.tryNow()
    else if (state !== 'sending') sender.submit({ kind: 'end-permission', happenedOn: detail.today, use }, detail.n)
  }
  return (
    <>
      <dl className={styles.list}>
        {permissionLines(tracks, detail.today).map(({ use, head, words, holds }) => (
          <Line key={use} head={head}>
            {words}.{' '}
            {give && (
              <Link as="button" type="button" className={styles.link} onClick={() => (holds ? takeBack(use) : give(use))}>
                {holds ? `They took it back today, ${sayDay(detail.today)}` : 'They said yes'}
              </Link>
            )}
          </Line>
        ))}
      </dl>
      <SendingBar sending={sender.sending} copy={() => 'They took their yes back.'} />
      {state === 'changed' && <p role="status">Someone made a change just now. Look again, then tap once more.</p>}
    </>
  )
}

function Line({ head, children }: { head: string; children: ReactNode }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.name}>{head}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  )
}
