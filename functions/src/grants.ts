import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { Command } from '#domain/commandFacts.ts'
import type { Fact, FactId, Happening } from '#domain/facts.ts'
import { isHappening } from '#domain/facts.ts'
import { known } from '#domain/known.ts'
import type { Permission } from '#domain/permissions.ts'
import { permissionOf } from '#domain/permissions.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow } from '#functions/store.ts'

/** What settles money: deciding a grant, or paying it. */
type Settling = { kind: 'grant-decided' | 'grant-paid'; grantId: string | undefined }

/**
 * Which permission a command on a case with these facts needs. A correction of money, or of who works with them, needs what recording it
 * needs: else taking an entry back would do what one may not do. Money from a file is history, and is put right by those who bring files in.
 */
export function permissionFor(facts: readonly Fact[], command: TypedCommand): Permission {
  const behind = correctedBy(facts, command)
  if (behind?.kind === 'assigned') return permissionOf.assign
  if (behind?.kind !== 'grant-decided' && behind?.kind !== 'grant-paid') return permissionOf[command.kind]
  return behind.via === 'import' ? 'import' : permissionOf[behind.kind === 'grant-decided' ? 'award-grant' : 'pay-grant']
}

/**
 * Which permission it takes to undo what one recorded under a log number: that of the command which recorded it. `by` is its name in the log.
 * Undoing a correction takes what making it took.
 */
export function permissionToUndo(facts: readonly Fact[], of: number, by: string | undefined): Permission {
  const recorded = facts.filter(({ n }) => n === of)
  const corrections = recorded.filter(fact => !isHappening(fact))
  const strictest = corrections
    .map(({ id }) => permissionFor(facts, { kind: 'withdraw', of: id, reason: 'did-not-happen' }))
    .find(permission => permission !== permissionOf.withdraw)
  if (corrections.length > 0) return strictest ?? permissionOf.withdraw
  if (by === 'import') return 'import'
  return recorded.length > 0 && by !== undefined && isRecordingCommand(by) ? permissionOf[by] : permissionOf.undo
}

const isRecordingCommand = (command: string): command is keyof typeof permissionOf => Object.hasOwn(permissionOf, command)

/** Nobody decides or pays on a case they work on, and the one who decides is not the one who pays: administrators included. */
export function separation({ facts }: CaseRow, command: Command, oid: string): Refusal | undefined {
  const settling = settlingOf(facts, command)
  if (!settling) return undefined
  // Whoever worked with them at any time has an interest: handing the record over does not end it. What was taken back never was.
  if (known(facts).some(fact => fact.kind === 'assigned' && fact.data.catalyst === oid)) return { kind: 'works-on-it' }
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  const did = facts.filter(({ recordedBy }) => recordedBy === oid).map(fact => happeningBehind(fact, byId))
  const otherSide = settling.kind === 'grant-paid' ? 'grant-decided' : 'grant-paid'
  const isBoth = did.some(fact => fact?.kind === otherSide && fact.data.grantId === settling.grantId)
  if (!isBoth) return undefined
  return { kind: settling.kind === 'grant-paid' ? 'decided-it' : 'paid-it' }
}

function settlingOf(facts: readonly Fact[], command: Command): Settling | undefined {
  if (command.kind === 'award-grant') return { kind: 'grant-decided', grantId: command.grantId }
  if (command.kind === 'pay-grant') return { kind: 'grant-paid', grantId: command.grantId }
  if (command.kind === 'enquire') return undefined
  if (command.kind !== 'undo') return correctedGrant(facts, command)
  const undone = facts.filter(({ n }) => n === command.of)
  return undone
    .map(({ id }) => correctedGrant(facts, { kind: 'withdraw', of: id, reason: 'did-not-happen' }))
    .find(each => each !== undefined)
}

/** What happened that a correction corrects; undefined for any other command. */
function correctedBy(facts: readonly Fact[], command: TypedCommand): Happening | undefined {
  if (command.kind !== 'withdraw' && command.kind !== 'replace') return undefined
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  const target = byId.get(command.of)
  return target && happeningBehind(target, byId)
}

/** The grant that a correction changes; undefined for what came from a file, which is history. */
function correctedGrant(facts: readonly Fact[], command: TypedCommand): Settling | undefined {
  const behind = correctedBy(facts, command)
  const settled = behind?.kind === 'grant-decided' || behind?.kind === 'grant-paid'
  return settled && behind.via === 'person' ? { kind: behind.kind, grantId: behind.data.grantId } : undefined
}

/** What happened, behind a chain of corrections. */
function happeningBehind(fact: Fact, byId: ReadonlyMap<FactId, Fact>): Happening | undefined {
  let behind: Fact | undefined = fact
  while (behind && !isHappening(behind)) behind = byId.get(behind.data.of)
  return behind
}
