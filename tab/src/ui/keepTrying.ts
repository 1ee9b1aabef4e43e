import type { Result } from '#domain/result.ts'
import type { Failure } from '#tab/api.ts'

/** How long we wait before we try once more, in milliseconds: 5, 15, 45 seconds, and then every minute for as long as the form is there. */
const waits = [5_000, 15_000, 45_000] as const
const everyMinute = 60_000

export type Trying = {
  /** Ends after so long, or at once when the signal is back or the person presses "Try again". */
  wait: (milliseconds: number) => Promise<void>
  /** Ends when the person has signed in again. */
  signIn: () => Promise<void>
  /** Told of each failure that we try to get over. */
  onWait: (failure: Failure) => void
  /** False once nobody waits for the answer any more. */
  goOn: () => boolean
}

/**
 * Sends until the server has answered: no signal and a busy server pass, and a sign-in can be renewed.
 * The same words go with the same key, so that a try which did arrive takes effect once.
 */
export async function keepTrying<T>(
  send: () => Promise<Result<T, Failure>>,
  { wait, signIn, onWait, goOn }: Trying,
): Promise<Result<T, Failure>> {
  let answer = await send()
  let waited = 0
  while (!answer.ok && goOn()) {
    const failure = answer.refusal
    if (failure.kind === 'signed-out') {
      onWait(failure)
      await signIn()
    } else if (failure.kind === 'no-signal' || failure.kind === 'busy') {
      onWait(failure)
      await wait(waits[waited] ?? everyMinute)
      waited += 1
    } else return answer
    if (!goOn()) return answer
    answer = await send()
  }
  return answer
}
