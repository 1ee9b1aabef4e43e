import type { TypedCommand } from './commandSchemas.ts'
import type { Fact, FactId, HappeningKind, NewFact } from './facts.ts'
import { byRecording, isHappening, record } from './facts.ts'
import { fold } from './fold.ts'
import { hasShapeOf, registerOf, tidyIdentifier } from './identifiers.ts'
import { corrected, known, rootOf } from './known.ts'
import type { PlainDate } from './plainDate.ts'
import { instantAt } from './plainDate.ts'
import type { Result } from './result.ts'
import { ok, refused } from './result.ts'
import { happeningSchemas } from './schemas.ts'
import type { Impossible } from './supportCase.ts'
import type { Register } from './vocabulary.ts'

/** A command whose words have been put in a row of their own: `textId` points there. `grantId` names a grant that the command makes. */
export type Command = (TypedCommand | NewEnquiry) & { textId?: string | undefined; grantId?: string | undefined }

/** The enquiry that begins a case. */
export type NewEnquiry = {
  kind: 'enquire'
  happenedOn: PlainDate
  reference: string
  area?: string | undefined
  ventureKind?: 'care-enterprise' | 'community-activity' | undefined
}

/** Why a command was not taken. */
export type CannotRecord =
  | { kind: 'in-future'; happenedOn: PlainDate; today: PlainDate }
  | { kind: 'impossible'; about: Impossible }
  | { kind: 'no-such-entry'; of: FactId }
  | { kind: 'corrected-already'; of: FactId }
  | { kind: 'data-of-another-kind'; of: FactId; is: HappeningKind }
  | { kind: 'identifier-shape'; register: Register; identifier: string }
  | { kind: 'nothing-told' }
  | { kind: 'reference-stays' }

/**
 * The facts that a command adds, or why it cannot be taken. `today` is the day in Europe/London.
 * What would be true after the command is folded: a history that cannot be is refused (a stop before the start);
 * one that should not have been is taken, with a warning in the fold.
 */
export function decide(facts: readonly Fact[], command: Command, today: PlainDate): Result<NewFact[], CannotRecord> {
  if (command.kind !== 'withdraw' && command.happenedOn > today) {
    return refused({ kind: 'in-future', happenedOn: command.happenedOn, today })
  }
  const added = factsOf(facts, command)
  if (!added.ok) return added
  const impossible = newlyImpossible(facts, added.value)
  return impossible ? refused({ kind: 'impossible', about: impossible }) : added
}

/** What these facts, added to the others, would make impossible that was not so before. */
export function newlyImpossible(facts: readonly Fact[], added: readonly NewFact[]): Impossible | undefined {
  const last = [...facts].sort(byRecording).at(-1)
  const stamp = { n: (last?.n ?? 0) + 1, recordedAt: last?.recordedAt ?? instantAt(0), recordedBy: '', via: 'person' as const }
  const before = impossibilities(facts)
  const after = impossibilities([...facts, ...record(added, stamp)])
  return after.find(about => timesIn(after, about) > timesIn(before, about))
}

const timesIn = (list: readonly Impossible[], about: Impossible): number =>
  list.filter(each => JSON.stringify(each) === JSON.stringify(about)).length

const impossibilities = (facts: readonly Fact[]): Impossible[] =>
  fold(known(facts)).warnings.flatMap(warning => (warning.severity === 'impossible' ? [warning.about] : []))

function factsOf(facts: readonly Fact[], command: Command): Result<NewFact[], CannotRecord> {
  if (command.kind === 'withdraw' || command.kind === 'replace') return correctionOf(facts, command)
  if (command.kind === 'constitute') return constitutedOf(command)
  if (command.kind === 'record-care-return') return careReturnOf(command)
  if (command.kind === 'answer-check-in') return ok(checkInOf(facts, command))
  return ok(happeningsOf(command))
}

function careReturnOf(command: Extract<Command, { kind: 'record-care-return' }>): Result<NewFact[], CannotRecord> {
  const { happenedOn, jobs, minutesPerWeek, people, councilPaidMinutes, personalCareMinutes } = command
  const data = { jobs, minutesPerWeek, people, councilPaidMinutes, personalCareMinutes }
  const isEmpty = Object.values(data).every(value => value === undefined)
  return isEmpty ? refused({ kind: 'nothing-told' }) : ok([{ kind: 'care-return', happenedOn, data }])
}

type Plain = Exclude<Command, { kind: 'withdraw' | 'replace' | 'constitute' | 'record-care-return' | 'answer-check-in' }>

function happeningsOf(command: Plain): NewFact[] {
  const { happenedOn, textId } = command
  switch (command.kind) {
    case 'enquire': {
      const { reference, area, ventureKind } = command
      return [{ kind: 'enquired', happenedOn, data: { reference, area, ventureKind, textId } }]
    }
    case 'accept':
      return [{ kind: 'accepted', happenedOn, data: { origin: command.origin, textId } }]
    case 'advise-only':
      return [{ kind: 'advised-only', happenedOn, data: { textId } }]
    case 'decline':
      return [{ kind: 'declined', happenedOn, data: { reason: command.reason, textId } }]
    case 'assign':
      return [{ kind: 'assigned', happenedOn, data: { catalyst: command.catalyst } }]
    case 'agree-idea':
      return [{ kind: 'idea-agreed', happenedOn, data: { shapedWithPeople: command.shapedWithPeople, textId } }]
    case 'choose-form':
      return [{ kind: 'form-chosen', happenedOn, data: { form: command.form } }]
    case 'record-scoping':
      return [{ kind: 'scoped', happenedOn, data: { outcome: command.outcome, textId } }]
    case 'advance-registration': {
      const { to, providerId, locationIds } = command
      return [{ kind: 'registration-moved', happenedOn, data: { to, providerId, locationIds, textId } }]
    }
    case 'award-grant':
    case 'pay-grant':
      return grantOf(command)
    case 'begin-trading':
      return [{ kind: 'trading-began', happenedOn, data: {} }]
    case 'miss-check-in':
      return [{ kind: 'check-in-missed', happenedOn, data: { month: command.month } }]
    case 'log-contact': {
      const { reached, heard, channel, minutes } = command
      return [{ kind: 'contact', happenedOn, data: { reached, heard: reached ? heard : undefined, channel, minutes, textId } }]
    }
    case 'pause':
      return [{ kind: 'paused', happenedOn, data: { textId } }]
    case 'resume':
      return [{ kind: 'resumed', happenedOn, data: {} }]
    case 'stop':
      return [{ kind: 'stopped', happenedOn, data: { ending: command.ending, textId } }]
    case 'leave-sight':
      return [{ kind: 'left-sight', happenedOn, data: { leaving: command.leaving, textId } }]
    case 'reopen':
      return [{ kind: 'reopened', happenedOn, data: { textId } }]
  }
}

function grantOf(command: Extract<Plain, { kind: 'award-grant' | 'pay-grant' }>): NewFact[] {
  const { happenedOn, pence, textId } = command
  if (command.kind === 'pay-grant') return [{ kind: 'grant-paid', happenedOn, data: { grantId: command.grantId, pence } }]
  if (!command.grantId) throw new Error('a grant that is awarded needs an id')
  return [{ kind: 'grant-decided', happenedOn, data: { grantId: command.grantId, pence, gap: command.gap, textId } }]
}

/**
 * What was heard at a check-in is also true of the record: "stopped" is the ending, on the day it was heard (its kind is put right
 * when it is known), "paused" pauses one that trades, and "trading" ends a pause.
 */
function checkInOf(facts: readonly Fact[], command: Extract<Command, { kind: 'answer-check-in' }>): NewFact[] {
  const { happenedOn, month, answer, textId } = command
  const answered: NewFact = { kind: 'check-in-answered', happenedOn, data: { month, answer, textId } }
  if (answer === 'stopped') return [answered, { kind: 'stopped', happenedOn, data: { ending: 'unknown' } }]
  const { support, trading } = fold(known(facts, { asAt: happenedOn }))
  if (answer === 'paused' && trading.state === 'trading') return [answered, { kind: 'paused', happenedOn, data: {} }]
  return answer === 'trading' && support.state === 'paused' ? [answered, { kind: 'resumed', happenedOn, data: {} }] : [answered]
}

function constitutedOf(command: Extract<Command, { kind: 'constitute' }>): Result<NewFact[], CannotRecord> {
  const { happenedOn, form } = command
  const register = command.register ?? registerOf[form]
  if (!command.identifier || !register) return ok([{ kind: 'constituted', happenedOn, data: { form } }])
  const identifier = tidyIdentifier(register, command.identifier)
  if (!hasShapeOf(register, identifier)) return refused({ kind: 'identifier-shape', register, identifier: command.identifier })
  return ok([{ kind: 'constituted', happenedOn, data: { form, register, identifier } }])
}

function correctionOf(
  facts: readonly Fact[],
  command: Extract<Command, { kind: 'withdraw' | 'replace' }>,
): Result<NewFact[], CannotRecord> {
  const { of, reason, textId } = command
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  const target = byId.get(of)
  if (!target) return refused({ kind: 'no-such-entry', of })
  const { withdrawn, replaced } = corrected(facts)
  if (withdrawn.has(of) || replaced.has(of)) return refused({ kind: 'corrected-already', of })
  if (command.kind === 'withdraw') return ok([{ kind: 'withdraw', data: { of, reason, textId } }])

  const root = rootOf(target, byId)
  if (!root) return refused({ kind: 'no-such-entry', of })
  const present = isHappening(target) ? target.data : target.kind === 'replace' ? target.data.data : root.data
  const parsed = happeningSchemas[root.kind].safeParse(command.data ?? present)
  if (!parsed.success) return refused({ kind: 'data-of-another-kind', of, is: root.kind })
  // Other people and papers know the enterprise by it, and it is held for this case alone.
  if (root.kind === 'enquired' && 'reference' in parsed.data && parsed.data.reference !== root.data.reference)
    return refused({ kind: 'reference-stays' })
  return ok([{ kind: 'replace', data: { of, reason, happenedOn: command.happenedOn, data: parsed.data, textId } }])
}
