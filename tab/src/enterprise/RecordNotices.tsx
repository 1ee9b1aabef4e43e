import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { Link as RouterLink } from 'react-router'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { formIdOf } from '#domain/draft.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useRow, useWho } from '#tab/enterprise/useEnterprise.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { routes } from '#tab/routes.ts'
import { sayDay } from '#tab/ui/say.ts'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import { useSending } from '#tab/ui/useSending.ts'

const useStyles = makeStyles({ bar: { marginBottom: '16px' }, button: { whiteSpace: 'nowrap', minHeight: '32px' } })

type NoticeProps = { detail: CaseDetail; tracks: Tracks }

/** What stands above a record: it was merged into another, or somebody is asked to take it over. */
export function RecordNotices({ detail, tracks }: NoticeProps) {
  const { me } = useSession()
  return (
    <>
      {tracks.mergedInto && <Merged id={detail.id} into={tracks.mergedInto} />}
      {tracks.handover &&
        (tracks.handover.to === me.oid ? <AskedOfMe detail={detail} tracks={tracks} /> : <AskedOfOther tracks={tracks} />)}
    </>
  )
}

function Merged({ id, into }: { id: string; into: string }) {
  const styles = useStyles()
  const { api, desk, programme, may } = useSession()
  const queries = useQueryClient()
  const kept = useRow(into)
  const sender = useSending<null, RecordedAnswer>({
    desk,
    send: (_none, options) => api.split(programme.id, id, into, options),
    recorded: () => void queries.invalidateQueries(),
  })
  return (
    <>
      <SendingBar sending={sender.sending} copy={() => ''} />
      <MessageBar layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>This record is a duplicate.</MessageBarTitle> It is in no list and no count. We keep{' '}
          <RouterLink to={routes.enterprise(into)}>{kept?.reference ?? 'the other one'}</RouterLink>.{' '}
          {may('entries.correct') && (
            <Link as="button" type="button" inline onClick={() => sender.submit(null)}>
              Take the merge apart
            </Link>
          )}
        </MessageBarBody>
      </MessageBar>
    </>
  )
}

function AskedOfOther({ tracks: { handover } }: Pick<NoticeProps, 'tracks'>) {
  const styles = useStyles()
  const who = useWho()
  if (!handover) return null
  return (
    <MessageBar className={styles.bar}>
      <MessageBarBody>
        Waiting for {who(handover.to)} to take this record over. Asked on {sayDay(handover.on)}.
      </MessageBarBody>
    </MessageBar>
  )
}

function AskedOfMe({ detail, tracks: { handover } }: NoticeProps) {
  const styles = useStyles()
  const who = useWho()
  const sender = useRecording(detail.id, formIdOf(detail.id, 'handover'), () => undefined)
  const say = (kind: 'accept-handover' | 'decline-handover'): void =>
    sender.submit({ kind, happenedOn: detail.today } satisfies TypedCommand, detail.n)
  if (!handover) return null
  return (
    <>
      <SendingBar sending={sender.sending} copy={() => ''} />
      <MessageBar intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>Will you take this record over?</MessageBarTitle> {who(handover.offeredBy)} asked on {sayDay(handover.on)}. It
          stays where it is until you say yes.
        </MessageBarBody>
        <MessageBarActions>
          <Button className={styles.button} appearance="primary" onClick={() => say('accept-handover')}>
            Take it over
          </Button>
          <Button className={styles.button} onClick={() => say('decline-handover')}>
            Say no
          </Button>
        </MessageBarActions>
      </MessageBar>
    </>
  )
}
