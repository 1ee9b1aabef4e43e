import { caseAt } from '#domain/caseAt.ts'
import type { GrantCommandKind } from '#domain/grantCommandSchemas.ts'
import { nextStepOf } from '#domain/grantRules.ts'
import { comesBack, commandOfStep, partOfCommand, stepsBeside } from '#domain/grantSteps.ts'
import type { GrantPart } from '#domain/grantVocabulary.ts'
import { grantParts } from '#domain/grantVocabulary.ts'
import { permissionOf } from '#domain/permissions.ts'
import type { Pot } from '#domain/pots.ts'
import type { BesideStanding, Standing, StepStanding } from '#domain/potSchemas.ts'
import { boundBy, tookPartIn } from '#domain/separation.ts'
import type { Admitted } from '#functions/access.ts'
import { reaches } from '#functions/access.ts'
import type { GrantDealings } from '#functions/dealings.ts'
import { mayByRole, readsFunds, whoCan } from '#functions/grants.ts'
import type { Held } from '#functions/potReading.ts'
import type { Found } from '#functions/store.ts'

/** Who reads, and who is in the programme. */
export type Reader = { admitted: Admitted; members: readonly Found<'member'>[] }

export type Standings = { pot: Pot; held: Held; dealings: GrantDealings }

/** What the reader may do about a step of a grant, or why not, and who can: by the rule that the step itself is refused by. */
function standingOn(command: GrantCommandKind, { admitted, members }: Reader, { held: { grant, kept }, dealings }: Standings): Standing {
  const part = partOfCommand[command]
  const { catalyst } = caseAt(kept.facts)
  const hasRole = reaches(admitted, permissionOf[command], catalyst ?? null)
  const settling = part && { part, grantId: grant.grantId, comesBack: comesBack(command) }
  const bound = settling && boundBy(dealings, { ...settling, oid: admitted.caller.oid })
  const can = settling ? whoCan(members, { settling, catalyst, dealings }) : []
  return { may: hasRole && !bound, bound: bound?.kind ?? null, whoCan: can }
}

/** The step that a grant waits for; null where it is over. */
export function standingFor(reader: Reader, standings: Standings): StepStanding | null {
  const step = nextStepOf(standings.held.grant, standings.pot)
  return step ? { step, ...standingOn(commandOfStep[step], reader, standings) } : null
}

/** What else may be recorded of it now, the step that it waits for apart. */
export function standingsBeside(reader: Reader, standings: Standings): BesideStanding[] {
  const { grant } = standings.held
  const step = nextStepOf(grant, standings.pot)
  const waits = step && commandOfStep[step]
  return stepsBeside(grant, standings.pot)
    .filter(kind => kind !== waits)
    .map(kind => ({ kind, ...standingOn(kind, reader, standings) }))
}

/**
 * By part, who may not take it though their role would, they may sit on the panel that it needs, or they had another one in it: what a grant's
 * page says of steps still to come.
 */
export function notTheirs({ members }: Reader, { pot, held: { grant, kept }, dealings }: Standings): Partial<Record<GrantPart, string[]>> {
  const { grantId } = grant
  const { catalyst } = caseAt(kept.facts)
  const had = tookPartIn(dealings.facts, grantId)
  const sitting = pot.quorum > 0 ? members.filter(readsFunds).map(({ row }) => row.oid) : []
  return Object.fromEntries(
    grantParts.map(part => {
      const people = new Set([...had, ...mayByRole(members, { part, catalyst }), ...(part === 'decided' ? sitting : [])])
      return [part, [...people].filter(oid => boundBy(dealings, { part, grantId, oid })).sort()]
    }),
  )
}
