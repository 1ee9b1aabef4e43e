import { randomUUID } from 'node:crypto'
import type { Exchange } from './functionApp.ts'
import { people, personIds } from './people.ts'

/** The id of the programme that this exchange has just made, if it has. */
function madeProgramme({ method, path, status, body }: Exchange): string | undefined {
  if (method !== 'POST' || status !== 201 || !/^\/api\/v1\/programmes\/?$/i.test(path)) return undefined
  const { id } = JSON.parse(String(body)) as { id?: unknown }
  return typeof id === 'string' ? id : undefined
}

/**
 * Makes the frame's people members of every programme made on this machine, through the public API and one after the other,
 * so that one can change person at once. The administrator needs no role.
 */
export async function enrolPeople(exchange: Exchange, address: string, tokenFor: (person: string) => Promise<string>): Promise<void> {
  const programme = madeProgramme(exchange)
  if (programme === undefined) return
  const authorization = `Bearer ${await tokenFor('administrator')}`
  for (const id of personIds) {
    const { oid, role, label } = people[id]
    if (role === undefined) continue
    const answer = await fetch(`${address}/api/v1/programmes/${programme}/members/${oid}`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ roles: [role], label }),
    })
    if (!answer.ok) console.error(`The local ${id} could not be made a member of ${programme}: ${answer.status} ${await answer.text()}`)
  }
}
