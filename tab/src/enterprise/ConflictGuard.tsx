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

/** What was recorded meanwhile; `seen` is the part of it that one has looked at already. */
type Meanwhile = { n: number; since: readonly Entry[]; seen: readonly Entry[] }

const nothingYet: Meanwhile = { n: 0, since: [], seen: [] }

/** Shows the form, or, once the server says that somebody was faster, both versions. What comes again while one picks is added. */
export function ConflictGuard({ name, mine, sender, settled, children }: ConflictGuardProps) {
  const { sending, submit, back } = sender
  const [picked, setPicked] = useState<Meanwhile>(nothingYet)
  const present = sending.state === 'changed' ? added(picked, sending.n, sending.entries) : picked
  const resending = picked.n > 0 && (sending.state === 'sending' || sending.state === 'waiting')
  if (!mine || (sending.state !== 'changed' && !resending)) return children
  return (
    <ConflictDialog
      name={name}
      mine={mine}
      since={present.since}
      seen={present.seen}
      sender={sender}
      back={() => {
        setPicked(nothingYet)
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

function added({ since }: Meanwhile, n: number, entries: readonly Entry[]): Meanwhile {
  const newest = new Map([...since, ...entries].map(entry => [entry.id, entry]))
  return { n, since: [...newest.values()], seen: since }
}
