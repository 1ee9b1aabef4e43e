import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import type { Failure } from '#tab/api.ts'
import { failureOf } from '#tab/api.ts'
import { NotShown, WentWrong } from '#tab/ui/Notice.tsx'
import { sayTime } from '#tab/ui/say.ts'

const useStyles = makeStyles({
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  bar: { marginBottom: '12px' },
})

type RemoteProps<T> = {
  query: UseQueryResult<T>
  /** What is on its way, said to those who cannot see the skeleton: "Loading your enterprises". */
  waitingFor: string
  /** Its shape while it is on its way. */
  skeleton: ReactNode
  /** What it is called when an old one is shown: "This is the list as it was at 9:41." */
  called?: string
  isEmpty?: (value: T) => boolean
  /** What to do first, where there is nothing yet. */
  empty?: ReactNode
  children: (value: T) => ReactNode
}

/** A value from the server in each of its states: waiting, failed (with what to do), empty (with what to do first), present. */
export function Remote<T>({ query, waitingFor, skeleton, called = 'page', isEmpty, empty, children }: RemoteProps<T>) {
  const { data, error, isPending } = query
  const retry = (): void => void query.refetch()
  if (isPending) return <Waiting waitingFor={waitingFor}>{skeleton}</Waiting>
  if (data === undefined) return <FailedState failure={failureOf(error)} retry={retry} />
  return (
    <>
      {error && <OldValue called={called} at={query.dataUpdatedAt} retry={retry} />}
      {empty !== undefined && isEmpty?.(data) ? empty : children(data)}
    </>
  )
}

/** Nothing is drawn for the first 300 ms: what comes fast should not flicker. */
function Waiting({ waitingFor, children }: { waitingFor: string; children: ReactNode }) {
  const styles = useStyles()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div aria-busy>
      <div role="status" className={styles.hidden}>
        {slow && waitingFor}
      </div>
      {slow && <div aria-hidden>{children}</div>}
    </div>
  )
}

/** A value that could not be had at all. */
export function FailedState({ failure, retry }: { failure: Failure; retry: () => void }) {
  if (failure.kind === 'not-shown') return <NotShown />
  return <WentWrong failure={failure} retry={retry} />
}

function OldValue({ called, at, retry }: { called: string; at: number; retry: () => void }) {
  const styles = useStyles()
  return (
    <MessageBar intent="error" layout="auto" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>
          This is the {called} as it was at {sayTime(at)}.
        </MessageBarTitle>{' '}
        We could not get a newer one, and will try again in 20 seconds.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={retry}>Try now</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
