import type { PersonId } from '#local/people.ts'
import type { Stage } from './stage.ts'

/** Asks the API as one of the local people, beside the screen: to set a scene, or to see what the screen should say. */
export async function ask<T>(
  stage: Stage,
  person: PersonId,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(`${stage.address}/api/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await stage.tokenFor(person)}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return JSON.parse(text) as T
}

/** A case on the API, made and accepted; its id. */
export async function makeCase(stage: Stage, programme: string, name: string): Promise<string> {
  const { id, n } = await ask<{ id: string; n: number }>(stage, 'lead', 'POST', `programmes/${programme}/cases`, {
    name,
    happenedOn: '2026-01-05',
    area: 'north',
  })
  const accept = { kind: 'accept', happenedOn: '2026-01-07', origin: 'new' }
  await ask(stage, 'lead', 'POST', `programmes/${programme}/cases/${id}/commands`, accept, { 'if-match': `"${n}"` })
  return id
}

/** An enquiry, and what the lead recorded on it after that; its id. */
export async function makeStory(stage: Stage, programme: string, enquiry: object, commands: readonly object[]): Promise<string> {
  const path = `programmes/${programme}/cases`
  let { id, n } = await ask<{ id: string; n: number }>(stage, 'lead', 'POST', path, enquiry)
  for (const command of commands) {
    const said = await ask<{ n: number }>(stage, 'lead', 'POST', `${path}/${id}/commands`, command, { 'if-match': `"${n}"` })
    n = said.n
  }
  return id
}
