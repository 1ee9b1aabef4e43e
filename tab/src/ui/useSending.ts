import { useEffect, useRef, useState } from 'react'
import type { Result } from '#domain/result.ts'
import type { Entry } from '#domain/wireSchemas.ts'
import type { Failure, WriteOptions } from '#tab/api.ts'
import { keepTrying } from '#tab/ui/keepTrying.ts'
import type { SignInDesk } from '#tab/ui/signInDesk.ts'

/** Where a form stands on its way to the server. "Saved" is not here: a form that is saved is gone. */
export type Sending =
  | { state: 'idle' }
  | { state: 'sending' }
  | { state: 'waiting'; failure: Failure }
  | { state: 'failed'; failure: Failure }
  | { state: 'changed'; n: number; entries: readonly Entry[] }

type SendingOptions<B, T> = {
  desk: SignInDesk
  send: (body: B, options: WriteOptions) => Promise<Result<T, Failure>>
  /** The server has it, whether or not anybody still looks at the form. */
  recorded?: (answer: T) => void
  /** The server has it, and the form is still there. */
  saved?: (answer: T) => void
}

export type Sender<B> = {
  sending: Sending
  /** Sends these words. The same words, on the same state of the record, go with the same key however often they are sent. */
  submit: (body: B, n?: number) => void
  /** Does not wait any longer for the next try. */
  tryNow: () => void
  /** Back to the form as it was. */
  back: () => void
}

/** A wait that can be cut short: by hand, or by the signal that comes back. */
function useWait() {
  const end = useRef<() => void>(() => undefined)
  const wait = (milliseconds: number): Promise<void> =>
    new Promise(done => {
      const stop = (): void => {
        clearTimeout(timer)
        window.removeEventListener('online', stop)
        done()
      }
      const timer = setTimeout(stop, milliseconds)
      window.addEventListener('online', stop)
      end.current = stop
    })
  return { wait, cutShort: (): void => end.current() }
}

/** Carries a form to the server: keeps trying, keeps the key, and tells what came of it. */
export function useSending<B, T>({ desk, send, recorded, saved }: SendingOptions<B, T>): Sender<B> {
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  const { wait, cutShort } = useWait()
  const present = useRef(true)
  // Each press is a turn; going back to the form ends it, and what its tries still bring is not heard.
  const turn = useRef(0)
  const last = useRef({ text: '', key: '' })
  useEffect(() => {
    present.current = true
    return () => {
      present.current = false
    }
  }, [])

  const keyFor = (body: B, n: number | undefined): string => {
    const text = JSON.stringify([body, n])
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() }
    return last.current.key
  }

  const run = async (body: B, n: number | undefined): Promise<void> => {
    const mine = ++turn.current
    const goOn = (): boolean => present.current && turn.current === mine
    const options = { key: keyFor(body, n), ...(n === undefined ? {} : { n }) }
    setSending({ state: 'sending' })
    const answer = await keepTrying(
      () => {
        setSending({ state: 'sending' })
        return send(body, options)
      },
      { wait, signIn: () => desk.ask(), onWait: failure => goOn() && setSending({ state: 'waiting', failure }), goOn },
    )
    if (answer.ok) recorded?.(answer.value)
    if (!goOn()) return
    if (answer.ok) {
      last.current = { text: '', key: '' }
      setSending({ state: 'idle' })
      saved?.(answer.value)
    } else if (answer.refusal.kind === 'changed') setSending({ state: 'changed', n: answer.refusal.n, entries: answer.refusal.entries })
    else setSending({ state: 'failed', failure: answer.refusal })
  }

  const back = (): void => {
    turn.current += 1
    setSending({ state: 'idle' })
  }
  return { sending, submit: (body, n) => void run(body, n), tryNow: cutShort, back }
}
