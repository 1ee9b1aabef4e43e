import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { FormId } from '#domain/draft.ts'
import type { Chosen, ManyState } from '#tab/many/manyDesk.ts'
import { ManyDesk } from '#tab/many/manyDesk.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import { useSession } from '#tab/ui/session.ts'
import type { Form } from '#tab/ui/useForm.ts'

/** A wait that ends early when the signal is back or the person asks. */
function createWaits() {
  const ends = new Set<() => void>()
  const wait = (milliseconds: number): Promise<void> =>
    new Promise(done => {
      const end = (): void => {
        clearTimeout(timer)
        ends.delete(end)
        done()
      }
      const timer = setTimeout(end, milliseconds)
      ends.add(end)
    })
  return { wait, cutShort: (): void => [...ends].forEach(end => end()) }
}

/** One change to many, and the name under which it is sent to each of them. */
export type Job = { job: string; command: TypedCommand }

/**
 * The job that these words make. It stands among what was typed: the same words, taken up again after a lost page, are the same job with the
 * same days, be it tomorrow, and so nothing is recorded twice. Who is chosen may differ: each of them has a key of its own.
 */
export function jobOf({ words, set }: Pick<Form, 'words' | 'set'>, command: TypedCommand): Job {
  const { job: kept = '', who: _who, ...said } = words
  const text = JSON.stringify(said, Object.keys(said).sort())
  const [, job, of] = /^(\S+) (\{.*\})$/s.exec(kept) ?? []
  const before = of === undefined ? undefined : (JSON.parse(of) as { text?: string; command: TypedCommand })
  if (job && before?.text === text) return { job, command: before.command }
  const next = { job: crypto.randomUUID(), command }
  // What nobody typed, such as the day of today, is kept as well.
  for (const [name, word] of Object.entries(words)) set(name, word)
  set('job', `${next.job} ${JSON.stringify({ text, command })}`)
  return next
}

export type Many = {
  /** Undefined while the form is asked. */
  state: ManyState | undefined
  begin: (chosen: readonly Chosen[], job: Job) => void
  look: () => void
  save: () => void
  stop: () => void
  undo: () => void
  tryNow: () => void
  /** Back to the form. */
  back: () => void
}

const nothing = (): (() => void) => () => undefined

/** One change to many, on its way. What was typed for it is dropped once all of it is saved. */
export function useMany(draft: FormId, guarded: boolean): Many {
  const { api, desk: signIns, programme } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  const [waits] = useState(createWaits)
  const [desk, setDesk] = useState<ManyDesk>()
  const state = useSyncExternalStore(desk?.watch ?? nothing, () => desk?.current())
  useEffect(() => {
    window.addEventListener('online', waits.cutShort)
    return () => window.removeEventListener('online', waits.cutShort)
  }, [waits])
  useEffect(() => () => desk?.leave(), [desk])
  const begin: Many['begin'] = (chosen, { job, command }) => {
    const next = new ManyDesk({
      chosen,
      command,
      job,
      guarded,
      foresee: (id, ...rest) => api.foresee(programme.id, id, ...rest),
      send: (id, ...rest) => api.command(programme.id, id, ...rest),
      signIn: () => signIns.ask(),
      wait: waits.wait,
      recorded(all) {
        if (all) drafts.drop(draft)
        void queries.invalidateQueries()
      },
    })
    setDesk(next)
    void next.look()
  }
  return {
    state,
    begin,
    look: () => void desk?.look(),
    save: () => void desk?.save(),
    stop() {
      desk?.stop()
      waits.cutShort()
    },
    undo: () => void desk?.undo(),
    tryNow: waits.cutShort,
    back: () => setDesk(undefined),
  }
}
