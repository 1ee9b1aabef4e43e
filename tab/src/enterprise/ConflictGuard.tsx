import type { ReactNode } from 'react'
import { useState } from 'react'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { Entry } from '#domain/wireSchemas.ts'
import type { Mine } from '#tab/enterprise/conflict.ts'
import { ConflictDialog } from '#tab/enterprise/ConflictDialog.tsx'
import type { Sender } from '#tab/ui/useSending.ts'

type ConflictGuardProps = {
  /** Whose record it is, as the page calls it. */
  name: string
  mine: Mine | undefined
  sender: Sender<TypedCommand>
  /** Theirs says it all: nothing more to save. */
  settled: () => void
  children: ReactNode
}

type Meanwhile = { n: number; since: readonly Entry[]; times: number }

/** Shows the form, or, once the server says that somebody was faster, both versions. What comes again while one picks is added. */
export function ConflictGuard({ name, mine, sender, settled, children }: ConflictGuardProps) {
  const { sending, submit, back } = sender
  const [picked, setPicked] = useState<Meanwhile>({ n: 0, since: [], times: 0 })
  const present = sending.state === 'changed' ? added(picked, sending.n, sending.entries) : picked
  const resending = picked.times > 0 && (sending.state === 'sending' || sending.state === 'waiting')
  if (!mine || (sending.state !== 'changed' && !resending)) return children
  return (
    <ConflictDialog
      key={present.times}
      name={name}
      mine={mine}
      since={present.since}
      again={present.times > 1}
      sender={sender}
      back={() => {
        setPicked({ n: 0, since: [], times: 0 })
        back()
      }}
      done={settled}
      send={command => {
        setPicked(present)
        submit(command, present.n)
      }}
    />
  )
}

function added({ since, times }: Meanwhile, n: number, entries: readonly Entry[]): Meanwhile {
  const known = new Set(since.map(({ id }) => id))
  return { n, since: [...since, ...entries.filter(({ id }) => !known.has(id))], times: times + 1 }
}
