import { Link, makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { formIdOf } from '#domain/draft.ts'
import type { PermissionUse } from '#domain/vocabulary.ts'
import type { CaseDetail } from '#tab/api.ts'
import { useAboutStyles } from '#tab/enterprise/aboutStyles.ts'
import { permissionLines } from '#tab/enterprise/permissionWords.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { sayDay } from '#tab/ui/say.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'

const useStyles = makeStyles({
  list: { marginTop: '6px' },
})

type PermissionsProps = {
  detail: CaseDetail
  tracks: Tracks
  /** Opens the form for a yes; left out where this person may not record one. */
  give: ((use: PermissionUse) => void) | undefined
}

/** What they said yes to. Taking it back is one tap, on the day one taps. */
export function Permissions({ detail, tracks, give }: PermissionsProps) {
  const own = useStyles()
  const styles = useAboutStyles()
  const sender = useRecording(detail.id, formIdOf(detail.id, 'end-permission'), () => undefined)
  const { state } = sender.sending
  const takeBack = (use: PermissionUse): void => {
    if (state === 'waiting') sender.tryNow()
    else if (state !== 'sending') sender.submit({ kind: 'end-permission', happenedOn: detail.today, use }, detail.n)
  }
  return (
    <>
      <dl className={mergeClasses(styles.list, own.list)}>
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
  const styles = useAboutStyles()
  return (
    <>
      <dt className={styles.name}>{head}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  )
}
