import { caseAt } from '#domain/caseAt.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { Permission } from '#domain/permissions.ts'
import { permissionOf, reachOf } from '#domain/permissions.ts'
import type { RegistrationState } from '#domain/vocabulary.ts'
import { registrationStates } from '#domain/vocabulary.ts'
import type { Admitted } from '#functions/access.ts'
import { personKey } from '#functions/access.ts'
import type { CaseRow } from '#functions/store.ts'
import type { Snapshot } from '#functions/writing.ts'

/** Only the person who was asked takes a record over, or says no. */
export function isOthersHandover({ facts }: CaseRow, { kind }: TypedCommand, oid: string): boolean {
  if (kind !== 'accept-handover' && kind !== 'decline-handover') return false
  const { handover } = caseAt(facts)
  return handover !== undefined && handover.to !== oid
}

const isState = (to: string): to is RegistrationState => (registrationStates as readonly string[]).includes(to)

/** Whom a command gives a record, or offers one, and what they must be able to do. To put such an entry right is the same as to make it. */
function takerIn(typed: TypedCommand): { oid: string; permission: Permission } | undefined {
  const told = typed.kind === 'replace' ? typed.data : typed
  if (told && 'catalyst' in told) return { oid: told.catalyst, permission: 'check-ins.record' }
  // Where an application to CQC moved to is nobody.
  if (!told || !('to' in told) || isState(told.to)) return undefined
  return { oid: told.to, permission: permissionOf['accept-handover'] }
}

/** A record goes to somebody who can work with it: who is offered one can say yes, and who is given one can at least make its check-ins. */
export async function isForNobody({ caller, holder }: Admitted, typed: TypedCommand, read: Snapshot['read']): Promise<boolean> {
  const taker = takerIn(typed)
  if (!taker) return false
  const { oid, permission } = taker
  // An administrator need not be a member.
  if (oid === caller.oid) return !reachOf(permission, holder)
  const member = await read('member', [personKey({ tid: caller.tid, oid })])
  return !reachOf(permission, { administrator: false, roles: member?.row.roles ?? [] })
}
