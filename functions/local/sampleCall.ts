import { randomUUID } from 'node:crypto'
import type { Problem } from '#domain/problems.ts'
import type { PersonId } from './people.ts'

/** Where the casebook answers, and tokens for its local people. */
export type SampleOptions = { address: string; tokenFor: (person: string) => Promise<string> }

type Call = { path: string; as: PersonId; send?: unknown; ifMatch?: number; method?: 'PUT' }

/** Asks the API for JSON; with something to send, by POST unless it is to be put. */
export async function call<Answer>({ address, tokenFor }: SampleOptions, { path, as, send, ifMatch, method }: Call): Promise<Answer> {
  const headers = new Headers({ authorization: `Bearer ${await tokenFor(as)}` })
  const init: RequestInit = { headers }
  if (send !== undefined) {
    headers.set('idempotency-key', randomUUID())
    if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`)
    if (!(send instanceof FormData)) headers.set('content-type', 'application/json')
    init.method = method ?? 'POST'
    init.body = send instanceof FormData ? send : JSON.stringify(send)
  }
  const answer = await fetch(`${address}/api/v1/${path}`, init)
  if (answer.ok) return (await answer.json()) as Answer
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>
  throw new Error(`The sample programme could not be loaded: ${path} answered ${answer.status}. ${problem.detail ?? ''}`.trim())
}
