import type { ImportReport } from '#domain/importSchemas.ts'
import type { Result } from '#domain/result.ts'
import type { Failure } from '#tab/api.ts'
import type { BroughtIn } from '#tab/import/progress.ts'
import { plus } from '#tab/import/progress.ts'

/** All went in; or it broke off, by a failure or because somebody said so, and goes on from `next`. */
export type Outcome =
  { state: 'done'; done: BroughtIn } | { state: 'broken-off'; done: BroughtIn; next: number | undefined; failure: Failure | undefined }

type Bringing = {
  /** Posts the file once, from a row on. */
  send: (from: number | undefined) => Promise<Result<ImportReport, Failure>>
  from: number | undefined
  already: BroughtIn
  onProgress: (done: BroughtIn) => void
  wantsToStop: () => boolean
}

/** Posts the same file again and again, each time from where the last answer said, until all is in. */
export async function bringIn({ send, from, already, onProgress, wantsToStop }: Bringing): Promise<Outcome> {
  let [next, done] = [from, already]
  for (;;) {
    const sent = await send(next)
    if (!sent.ok) return { state: 'broken-off', done, next, failure: sent.refusal }
    done = plus(done, sent.value)
    if (sent.value.next === null) return { state: 'done', done }
    next = sent.value.next
    onProgress(done)
    if (wantsToStop()) return { state: 'broken-off', done, next, failure: undefined }
  }
}
