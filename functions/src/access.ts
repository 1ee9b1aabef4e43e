import type { Holder, Permission, Reach, Role } from '#domain/permissions.ts'
import { reachOf } from '#domain/permissions.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Caller } from '#functions/caller.ts'
import type { ProgrammeVersions } from '#functions/programmeSettings.ts'
import { readVersions } from '#functions/programmeSettings.ts'
import { sha256 } from '#functions/hashing.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { Head, Store } from '#functions/store.ts'

/** A person in a programme: what they may do there, and how far it reaches. */
export type Admitted = {
  programmeId: string
  caller: Caller
  holder: Holder
  reach: Reach
  versions: ProgrammeVersions
  head: Head
}

/** Does this reach take in a case that `catalyst` works on: any case, or the caller's own? */
export const isWithin = (reach: Reach | undefined, { oid }: Caller, catalyst: string | null): boolean =>
  reach === 'all' || (reach === 'own' && catalyst === oid)

/** Does a permission of this person reach a case that `catalyst` works on? */
export const reaches = ({ holder, caller }: Admitted, permission: Permission, catalyst: string | null): boolean =>
  isWithin(reachOf(permission, holder), caller, catalyst)

/** Whether this person is shown what people wrote in the papers of a grant. It may name somebody, so that it is hidden in meetings. */
export const seesPapers = (admitted: Admitted, catalyst: string | null): boolean =>
  !admitted.holder.namesHidden && reaches(admitted, 'grants.read', catalyst)

/** Who reads, and with which permissions, in a few letters: what one is shown follows from both. */
export const readerOf = ({ caller, holder }: Admitted): string => sha256(JSON.stringify([caller.oid, holder])).slice(0, 16)

/** The key of a person's row. */
export const personKey = ({ tid, oid }: Pick<Caller, 'tid' | 'oid'>): string => `${tid}.${oid}`

/**
 * Lets a person into a programme for one thing, or says no. The member row is read on every request, so that removal works at once.
 * What belongs to another tenant, or to a programme one is not in, is not there.
 */
export async function admit(store: Store, caller: Caller, programmeId: string, permission: Permission): Promise<Result<Admitted, Refusal>> {
  if (!/^[a-z0-9-]{2,40}$/.test(programmeId)) return refused({ kind: 'not-found' })
  const [head, member] = await Promise.all([store.read(programmeId, 'head', []), store.read(programmeId, 'member', [personKey(caller)])])
  if (!head) return refused({ kind: 'not-found' })
  const versions = await readVersions(store, programmeId, head.row)
  const roles: readonly Role[] = member?.row.roles ?? []
  const isHere = versions.tid === caller.tid && (caller.administrator || roles.length > 0)
  if (!isHere) return refused({ kind: 'not-found' })
  const holder = { administrator: caller.administrator, roles, namesHidden: caller.namesHidden ?? false }
  const reach = reachOf(permission, holder)
  if (!reach) return refused({ kind: 'not-permitted', permission })
  return ok({ programmeId, caller, holder, reach, versions, head: head.row })
}
