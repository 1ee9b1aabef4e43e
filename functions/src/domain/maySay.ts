import type { PlainDate } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'
import type { PermissionUse } from './vocabulary.ts'

/**
 * Whether they have said yes to this use, and it still holds on a day: given on or before it, not taken back, and its last day not gone by.
 * A listing or a story without a yes is stopped by it; nothing else rests on a yes.
 */
export function maySay({ permissions }: Pick<SupportCase, 'permissions'>, use: PermissionUse, today: PlainDate): boolean {
  const permission = permissions[use]
  return permission?.state === 'given' && permission.on <= today && (permission.until === undefined || permission.until >= today)
}
