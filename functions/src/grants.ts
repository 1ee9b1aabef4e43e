import { caseAt } from '#domain/caseAt.ts'
import type { CommandKind, TypedCommand } from '#domain/commandSchemas.ts'
import type { Command } from '#domain/commandFacts.ts'
import type { Fact, Happening } from '#domain/facts.ts'
import { isHappening } from '#domain/facts.ts'
import { comesBack, partOfCommand } from '#domain/grantSteps.ts'
import type { GrantPart } from '#domain/grantVocabulary.ts'
import type { Permission } from '#domain/permissions.ts'
import { permissionOf, reachOf } from '#domain/permissions.ts'
import type { Dealings } from '#domain/separation.ts'
import { boundBy, happeningBehind, partOf } from '#domain/separation.ts'
import type { Found } from '#functions/store.ts'

/** The permission that a part of a grant takes. */
const permissionForPart = {
  recommended: 'grants.recommend',
  assessed: 'grants.assess',
  decided: 'grants.decide',
  verified: 'grants.verify',
  paid: 'grants.pay',
} as const satisfies Record<GrantPart, Permission>

/** The command that records an entry of a grant, or goes past its gate: putting it right takes what recording it took. */
const recordedBy: Partial<Record<Happening['kind'], CommandKind>> = {
  'grant-recommended': 'recommend-grant',
  'grant-assessed': 'assess-grant',
  'grant-sent-back': 'decide-grant',
  'grant-turned-down': 'decide-grant',
  'grant-decided': 'decide-grant',
  'grant-offered': 'offer-grant',
  'grant-accepted': 'accept-grant',
  'grant-verified': 'verify-grant',
  'grant-paid': 'pay-grant',
  'grant-evidence-seen': 'see-evidence',
  'grant-returned': 'take-back-unspent',
  'grant-asked-back': 'ask-grant-back',
  'grant-clawed-back': 'recover-grant',
  'grant-written-off': 'write-off-grant',
  'grant-closed': 'close-grant',
  'gate-overruled': 'overrule-gate',
}

/**
 * Which permission a command on a case with these facts needs. A correction of money, of a gate gone past, or of who works with them, needs what
 * recording it needs: else taking an entry back would do what one may not do. Money from a file is history, and is put right by those who bring files in.
 */
export function permissionFor(facts: readonly Fact[], command: TypedCommand, oid?: string): Permission {
  // An interest binds for good, so that only whoever leads says it of somebody else.
  if (command.kind === 'declare-interest' && command.person !== oid) return permissionOf.assign
  const behind = correctedBy(facts, command)
  // Whose interest it is, and who works with them, is for whoever leads to put right.
  if (behind?.kind === 'assigned' || behind?.kind === 'interest-declared') return permissionOf.assign
  const by = behind && recordedBy[behind.kind]
  if (!by) return permissionOf[command.kind]
  return behind.via === 'import' ? 'import' : permissionOf[by]
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

/** A part that a command takes in a grant. */
export type Settling = { part: GrantPart; grantId: string | undefined; comesBack?: boolean }

/** The part of a grant that a command takes, or a correction changes: what is refused of those is in the log. Undefined for anything else. */
export function settlingOf(facts: readonly Fact[], command: Command): Settling | undefined {
  if (command.kind === 'enquire') return undefined
  const part = partOfCommand[command.kind]
  if (part) return { part, grantId: 'grantId' in command ? command.grantId : undefined, comesBack: comesBack(command.kind) }
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

/** The part of a grant that a correction changes; undefined for what came from a file, which is history. */
function correctedGrant(facts: readonly Fact[], command: TypedCommand): Settling | undefined {
  const behind = correctedBy(facts, command)
  return behind?.via === 'person' ? partOf(behind) : undefined
}

/** Whether a correction rewrites an entry of a fund's grant. There one takes it back and records it again, so that the ledger shows both. */
export function rewritesTheFund(facts: readonly Fact[], command: TypedCommand): boolean {
  const behind = command.kind === 'replace' ? correctedBy(facts, command) : undefined
  if (!behind || !recordedBy[behind.kind] || !('grantId' in behind.data)) return false
  const { grantId } = behind.data
  return caseAt(facts).grants.some(grant => grant.grantId === grantId && grant.pot !== undefined)
}

type Asked = {
  settling: Settling
  /** Who works with them now. */
  catalyst: string | undefined
  dealings: Dealings
  /** What is to be granted, where that is not all that was asked for. */
  pence?: number | undefined
}

/** Whether a member may sit on a panel: one sits on papers that one may read. */
export const readsFunds = ({ row: { roles } }: Found<'member'>): boolean => reachOf('pots.read', { administrator: false, roles }) === 'all'

/** Whose role reaches a part in a grant, by object id. */
export const mayByRole = (
  members: readonly Found<'member'>[],
  { part, catalyst }: { part: GrantPart; catalyst: string | undefined },
): string[] =>
  members.flatMap(({ row: { oid, roles } }) => {
    const reach = reachOf(permissionForPart[part], { administrator: false, roles })
    return reach === 'all' || (reach === 'own' && catalyst === oid) ? [oid] : []
  })

/** Who may take a part in a grant, by object id: members whose role reaches it, whom nothing binds, and whose limit goes so far. */
export function whoCan(members: readonly Found<'member'>[], { settling, catalyst, dealings, pence }: Asked): string[] {
  const limited = settling.part === 'decided' ? limitsOn(dealings, pence) : []
  return mayByRole(members, { part: settling.part, catalyst })
    .filter(oid => !limited.includes(oid) && !boundBy(dealings, { ...settling, oid }))
    .sort()
}

/** Who may not decide so much. What is asked back or written off has no limit. */
function limitsOn({ fund }: Dealings, pence = fund?.grant.pence ?? 0): string[] {
  if (!fund || fund.grant.decided) return []
  return (fund.versions.at(-1)?.limits ?? []).flatMap(limit => (limit.pence < pence ? [limit.person] : []))
}
