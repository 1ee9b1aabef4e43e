import type { GrantCommandKind } from '#domain/grantCommandSchemas.ts'
import type { GrantStep } from '#domain/grantRules.ts'
import { commandOfStep, partOfCommand } from '#domain/grantSteps.ts'
import type { GrantPart } from '#domain/grantVocabulary.ts'
import type { Grant } from '#domain/grants.ts'
import { owedBackPence, setAsidePence, unseenPence } from '#domain/grants.ts'
import type { Permission } from '#domain/permissions.ts'
import { permissionOf } from '#domain/permissions.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'

/** A step that is taken on a grant's page. A recommendation has a page of its own. */
export type GrantStepKind = Exclude<GrantCommandKind, 'recommend-grant'>

/** The command of what a grant waits for; none where that is on another page. */
export function kindOfStep(step: GrantStep): GrantStepKind | undefined {
  const kind = commandOfStep[step]
  return kind === 'recommend-grant' ? undefined : kind
}

/** Who has had which part in a grant, by object id. */
export function partsOf(grant: Grant): { part: GrantPart; by: string }[] {
  const { recommended, assessed, said, decided, verified, payments } = grant
  return [
    ...(recommended ? [{ part: 'recommended' as const, by: recommended.by }] : []),
    ...(assessed ? [{ part: 'assessed' as const, by: assessed.by }] : []),
    ...(said ? [{ part: 'decided' as const, by: said.by }] : []),
    ...(decided ? [{ part: 'decided' as const, by: decided.by }] : []),
    ...(verified ? [{ part: 'verified' as const, by: verified.by }] : []),
    ...payments.map(({ by }) => ({ part: 'paid' as const, by })),
  ]
}

/** Whether this person had another part, or has an interest: as far as the page can tell. The server knows of who works with them, too. */
export function isBound({ grant, interests }: { grant: Grant; interests: readonly string[] }, part: GrantPart, oid: string): boolean {
  return interests.includes(oid) || partsOf(grant).some(each => each.by === oid && each.part !== part)
}

const wherePaid = ['part-paid', 'paid', 'evidence-seen', 'closed']
const whereUnpaid = ['decided', 'offered', 'accepted']

/** Which steps make sense now beside the one that a grant waits for: what came back, what is asked back, and the end. */
function sensibleSteps(grant: Grant, { smallPence }: { smallPence: number }): GrantStepKind[] {
  const when = (holds: boolean, ...kinds: GrantStepKind[]): GrantStepKind[] => (holds ? kinds : [])
  const isPaid = wherePaid.includes(grant.state)
  const owed = owedBackPence(grant) > 0
  const kept = grant.payments.reduce((sum, { pence }) => sum + pence, 0) - grant.returnedPence - grant.askedBackPence
  return [
    ...when(grant.state === 'assessed', 'assess-grant'),
    ...when(whereUnpaid.includes(grant.state) && grant.pence > smallPence && !grant.verified, 'verify-grant'),
    ...when(grant.state === 'part-paid' && setAsidePence(grant) > 0, 'pay-grant'),
    ...when(isPaid && grant.state !== 'closed' && unseenPence(grant) > 0, 'see-evidence'),
    ...when(isPaid && kept > 0, 'take-back-unspent', 'ask-grant-back'),
    ...when(isPaid && owed, 'recover-grant', 'write-off-grant'),
    ...when((isPaid && grant.state !== 'closed') || whereUnpaid.includes(grant.state), 'close-grant'),
  ]
}

/** Those of them that this person may take. The one that waits stands in its own place. */
export function otherSteps(answer: GrantAnswer, oid: string, may: (permission: Permission) => boolean): GrantStepKind[] {
  const grant = answer.grant
  const { next } = answer.row
  const waits = next ? kindOfStep(next.step) : undefined
  return sensibleSteps(grant, answer.pot).filter(kind => {
    const part = partOfCommand[kind]
    return kind !== waits && may(permissionOf[kind]) && !(part && isBound({ grant, interests: answer.interests }, part, oid))
  })
}

const settling: readonly Permission[] = ['grants.assess', 'grants.decide', 'grants.verify', 'grants.pay']

/** Whether "I have an interest" is at hand: for whoever may settle, until they said so. */
export const mayDeclare = ({ interests, row }: GrantAnswer, oid: string, may: (permission: Permission) => boolean): boolean =>
  row.next !== null && settling.some(may) && may('interests.declare') && !interests.includes(oid)
