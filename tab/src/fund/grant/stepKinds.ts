import type { GrantStep } from '#domain/grantRules.ts'
import type { GrantStepKind } from '#domain/grantSteps.ts'
import { commandOfStep } from '#domain/grantSteps.ts'
import type { Permission } from '#domain/permissions.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'

/** The command of what a grant waits for; none where that is on another page. */
export function kindOfStep(step: GrantStep): GrantStepKind | undefined {
  const kind = commandOfStep[step]
  return kind === 'recommend-grant' ? undefined : kind
}

/** What else this person may record now. The step that waits stands in its own place. */
export const otherSteps = ({ beside }: Pick<GrantAnswer, 'beside'>): GrantStepKind[] =>
  beside.filter(({ may }) => may).map(({ kind }) => kind)

const settling: readonly Permission[] = ['grants.assess', 'grants.decide', 'grants.verify', 'grants.pay']

/** Whether "I have an interest" is at hand: for whoever may settle, until they said so. */
export const mayDeclare = ({ interests, row }: GrantAnswer, oid: string, may: (permission: Permission) => boolean): boolean =>
  row.next !== null && settling.some(may) && may('interests.declare') && !interests.includes(oid)
