import { hasAttributeShape } from './attributes.ts'
import type { AttributeKind } from './besideVocabulary.ts'
import { monthsAhead } from './besideVocabulary.ts'
import type { Command } from './commandFacts.ts'
import { cannotCount, checkInOf, handoverOf, happeningsOf, idleOffer } from './commandFacts.ts'
import type { WrongCheck } from './decideScoping.ts'
import { wrongCheck } from './decideScoping.ts'
import type { Fact, FactId, HappeningKind, NewFact, NewHappening } from './facts.ts'
import { grantEntry } from './grantFacts.ts'
import { byRecording, isHappening, record } from './facts.ts'
import { fold } from './fold.ts'
import { checkInDueOn } from './followUp.ts'
import { daysBeforeDue } from './followUpSchedule.ts'
import { hasShapeOf, registerOf, tidyIdentifier } from './identifiers.ts'
import { corrected, known, rootOf } from './known.ts'
import type { PartOfHours } from './numbersNow.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, addMonths, instantAt } from './plainDate.ts'
import type { Pence } from './quantities.ts'
import type { Result } from './result.ts'
import { ok, refused } from './result.ts'
import { happeningSchemas } from './schemas.ts'
import type { CannotUndo } from './undo.ts'
import { undo } from './undo.ts'
import type { Impossible, SupportCase } from './supportCase.ts'
import type { CheckInMonth, Register } from './vocabulary.ts'

/** Why a command was not taken. */
export type CannotRecord =
  | CannotUndo
  | { kind: 'in-future'; happenedOn: PlainDate; today: PlainDate }
  | { kind: 'impossible'; about: Impossible }
  | { kind: 'no-such-entry'; of: FactId }
  | { kind: 'data-of-another-kind'; of: FactId; is: HappeningKind }
  | { kind: 'identifier-shape'; register: Register; identifier: string }
  | { kind: 'nothing-told' }
  | { kind: 'offer-not-told' }
  | { kind: 'dbs-apart' }
  | { kind: 'reference-stays' }
  | { kind: 'too-early'; month: CheckInMonth; dueOn: PlainDate }
  | { kind: 'attribute-shape'; attribute: AttributeKind }
  | { kind: 'no-numbers-before' }
  | { kind: 'more-than-the-hours'; part: PartOfHours }
  | { kind: 'nobody-works' }
  | { kind: 'answer-missing' }
  | { kind: 'stopped-later'; stoppedOn: PlainDate }
  | { kind: 'due-in-the-past'; dueOn: PlainDate }
  | { kind: 'too-far-ahead'; latest: PlainDate }
  | { kind: 'no-handover' }
  | { kind: 'offered-already'; on: PlainDate }
  | { kind: 'theirs-already' }
  | { kind: 'no-such-grant' }
  | { kind: 'amount-missing' }
  | { kind: 'more-than-asked-for'; pence: Pence }
  | WrongCheck

/**
 * The facts that a command adds, or why it cannot be taken. `today` is the day in Europe/London.
 * What would be true after the command is folded: a history that cannot be is refused (a stop before the start);
 * one that should not have been is taken, with a warning in the fold.
 */
export function decide(facts: readonly Fact[], command: Command, today: PlainDate): Result<NewFact[], CannotRecord> {
  if (command.kind !== 'withdraw' && command.kind !== 'undo' && command.happenedOn > today) {
    return refused({ kind: 'in-future', happenedOn: command.happenedOn, today })
  }
  const ahead = toldOfTheFuture(command, today)
  if (ahead) return refused({ kind: 'in-future', happenedOn: ahead, today })
  const planned = plannedFor(command)
  if (planned && planned < today) return refused({ kind: 'due-in-the-past', dueOn: planned })
  const latest = addMonths(today, monthsAhead[isPutOff(command) ? 'putOff' : 'task'])
  if (planned && planned > latest) return refused({ kind: 'too-far-ahead', latest })
  const early = tooEarly(facts, command)
  if (early) return refused(early)
  const added = factsOf(facts, command)
  if (!added.ok) return added
  const impossible = newlyImpossible(facts, added.value)
  return impossible ? refused({ kind: 'impossible', about: impossible }) : added
}

/** A notice that was served, and answers that are true: a day told beside the entry's own has come as well. */
function toldOfTheFuture(command: Command, today: PlainDate): PlainDate | undefined {
  const told: { servedOn?: PlainDate | undefined; trueFrom?: PlainDate | undefined } =
    command.kind === 'replace' ? { ...(command.data as object | undefined) } : 'servedOn' in command || 'trueFrom' in command ? command : {}
  return [told.servedOn, told.trueFrom].find(day => day !== undefined && day > today)
}

const isPutOff = (command: Command): command is Extract<Command, { kind: 'put-off' | 'put-off-task' }> =>
  command.kind === 'put-off' || command.kind === 'put-off-task'

/** What is planned lies ahead, and in sight: a to-do for a day gone by would be late as soon as it is set. */
function plannedFor(command: Command): PlainDate | undefined {
  if (command.kind === 'set-task') return command.dueOn
  if (isPutOff(command)) return command.until
  return 'next' in command ? command.next?.dueOn : undefined
}

/** A check-in is answered around its day. Asked long before, the answer says nothing of that day: it is a contact. */
function tooEarly(facts: readonly Fact[], command: Command): CannotRecord | undefined {
  if (command.kind !== 'answer-check-in' && command.kind !== 'check-in') return undefined
  const { month, happenedOn } = command
  if (month === undefined || (command.kind === 'check-in' && command.told === 'no-answer')) return undefined
  const dueOn = checkInDueOn(fold(known(facts)), month)
  return dueOn && happenedOn < addDays(dueOn, -daysBeforeDue) && command.answer !== 'stopped'
    ? { kind: 'too-early', month, dueOn }
    : undefined
}

/** The facts as they would be with these recorded next. */
export function withNext(facts: readonly Fact[], added: readonly NewFact[]): Fact[] {
  const last = [...facts].sort(byRecording).at(-1)
  const stamp = { n: (last?.n ?? 0) + 1, recordedAt: last?.recordedAt ?? instantAt(0), recordedBy: '', via: 'person' as const }
  return [...facts, ...record(added, stamp)]
}

/** What these facts, added to the others, would make impossible that was not so before. */
export function newlyImpossible(facts: readonly Fact[], added: readonly NewFact[]): Impossible | undefined {
  const [was, is] = [fold(known(facts)), fold(known(withNext(facts, added)))]
  const [before, after] = [impossibilities(was), impossibilities(is)]
  return after.find(about => timesIn(after, about) > timesIn(before, about)) ?? outOfItsFund(was, is)
}

/** A grant that was decided stays in its fund: without its recommendation it would be one of before the programme kept a fund. */
function outOfItsFund({ grants }: SupportCase, { grants: next }: SupportCase): Impossible | undefined {
  const left = next.find(({ grantId, pot }) => pot === undefined && grants.some(each => each.grantId === grantId && each.pot !== undefined))
  return left?.decided && { kind: 'no-such-grant', what: 'grant-decided', on: left.decided.on }
}

const timesIn = (list: readonly Impossible[], about: Impossible): number =>
  list.filter(each => JSON.stringify(each) === JSON.stringify(about)).length

const impossibilities = ({ warnings }: SupportCase): Impossible[] =>
  warnings.flatMap(warning => (warning.severity === 'impossible' ? [warning.about] : []))

function factsOf(facts: readonly Fact[], command: Command): Result<NewFact[], CannotRecord> {
  if (command.kind === 'withdraw' || command.kind === 'replace') return correctionOf(facts, command)
  if (command.kind === 'undo') return undoneOf(facts, command)
  if (command.kind === 'constitute') return constitutedOf(command)
  if (command.kind === 'record-care-return') return careReturnOf(command)
  if (command.kind === 'check-in') return checkInOf(facts, command)
  if (command.kind === 'accept-handover') return handoverOf(facts, command)
  if (command.kind === 'assess-grant' || command.kind === 'decide-grant') return stepOfGrant(facts, command)
  if (command.kind === 'tell-attribute') {
    const [told] = happeningsOf(command)
    return told && isHappening(told) ? oneOf(checked(told)) : ok([])
  }
  if (command.kind === 'offer-handover') {
    const idle = idleOffer(facts, command)
    if (idle) return refused(idle)
  }
  if (command.kind === 'record-scoping') {
    const wrong = wrongCheck(facts, { happenedOn: command.happenedOn, data: command })
    if (wrong) return refused(wrong)
  }
  if (command.kind === 'see-check' && command.check === 'dbs') return refused({ kind: 'dbs-apart' })
  const made = happeningsOf(command)
  return made.length === 0 ? refused({ kind: 'offer-not-told' }) : ok(made)
}

/** A step of a grant repeats what the grant is: without one there is nothing to repeat. */
function stepOfGrant(
  facts: readonly Fact[],
  command: Extract<Command, { kind: 'assess-grant' | 'decide-grant' }>,
): Result<NewFact[], CannotRecord> {
  const grant = fold(known(facts)).grants.find(({ grantId }) => grantId === command.grantId)
  if (!grant) return refused({ kind: 'no-such-grant' })
  if (command.kind === 'decide-grant' && command.outcome !== 'yes') return ok([grantEntry(command, command, grant.gap)])
  if (command.pence === undefined) return refused({ kind: 'amount-missing' })
  // Whoever looks at it may say less, and look again; what was asked for is the most.
  const most = command.kind === 'assess-grant' ? (grant.recommended?.pence ?? grant.pence) : grant.pence
  if (command.pence > most) return refused({ kind: 'more-than-asked-for', pence: most })
  return ok([grantEntry(command, command, grant.gap)])
}

const oneOf = (made: Result<NewHappening, CannotRecord>): Result<NewFact[], CannotRecord> => (made.ok ? ok([made.value]) : made)

function undoneOf(facts: readonly Fact[], { of, asked }: Extract<Command, { kind: 'undo' }>): Result<NewFact[], CannotRecord> {
  if (!asked) throw new Error('an undo needs to know who asks, and when')
  return undo(facts, { of, ...asked })
}

function careReturnOf(command: Extract<Command, { kind: 'record-care-return' }>): Result<NewFact[], CannotRecord> {
  const { shape } = happeningSchemas['care-return']
  const data = Object.fromEntries(Object.entries(command).filter(([name]) => name in shape))
  const told = checked({ kind: 'care-return', happenedOn: command.happenedOn, data })
  return told.ok ? ok([told.value]) : told
}

function constitutedOf({
  happenedOn,
  form,
  register,
  identifier,
}: Extract<Command, { kind: 'constitute' }>): Result<NewFact[], CannotRecord> {
  const constituted = checked({ kind: 'constituted', happenedOn, data: { form, register, identifier } })
  return constituted.ok ? ok([constituted.value]) : constituted
}

/** What an entry must hold beyond its schema, typed for the first time or put right: at least one number; an identifier of a public register, in its shape. */
function checked(happening: NewHappening): Result<NewHappening, CannotRecord> {
  if (happening.kind === 'care-return') {
    const cannot = cannotCount(happening.data)
    if (cannot) return refused(cannot)
  }
  if (happening.kind === 'attribute' && !hasAttributeShape(happening.data.attribute, happening.data))
    return refused({ kind: 'attribute-shape', attribute: happening.data.attribute })
  if (happening.kind === 'check-seen' && happening.data.check === 'dbs') return refused({ kind: 'dbs-apart' })
  if (happening.kind !== 'constituted') return ok(happening)
  const { form, register = registerOf[form], identifier: typed } = happening.data
  // Nobody registers this form, or a tax office does, whose references are never kept.
  if (!typed || !register) return ok({ ...happening, data: { form } })
  const identifier = tidyIdentifier(register, typed)
  if (!hasShapeOf(register, identifier)) return refused({ kind: 'identifier-shape', register, identifier: typed })
  return ok({ ...happening, data: { form, register, identifier } })
}

/** An entry's versions, the newest first: what put it right, down to what was recorded at first. */
function versionsOf(fact: Fact, byId: ReadonlyMap<FactId, Fact>): FactId[] {
  const before = fact.kind === 'replace' ? byId.get(fact.data.of) : undefined
  return before ? [fact.id, ...versionsOf(before, byId)] : [fact.id]
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
  if (command.kind === 'withdraw') {
    const isEnquiry = target.kind === 'enquired' || (command.whole === true && rootOf(target, byId)?.kind === 'enquired')
    if (isEnquiry) return refused({ kind: 'enquiry-stays' })
    const versions = command.whole ? versionsOf(target, byId) : [of]
    return ok(versions.map(version => ({ kind: 'withdraw', data: { of: version, reason, textId } })))
  }

  const root = rootOf(target, byId)
  if (!root) return refused({ kind: 'no-such-entry', of })
  const present = isHappening(target) ? target.data : target.kind === 'replace' ? target.data.data : root.data
  const parsed = happeningSchemas[root.kind].safeParse(command.data ?? present)
  const isOfAnother = parsed.success && 'grantId' in root.data && 'grantId' in parsed.data && parsed.data.grantId !== root.data.grantId
  if (!parsed.success || isOfAnother) return refused({ kind: 'data-of-another-kind', of, is: root.kind })
  // Other people and papers know the enterprise by it, and it is held for this case alone.
  if (root.kind === 'enquired' && 'reference' in parsed.data && parsed.data.reference !== root.data.reference)
    return refused({ kind: 'reference-stays' })
  const { happenedOn } = command
  const replacing = { kind: root.kind, happenedOn, data: parsed.data } as NewHappening
  const wrong = replacing.kind === 'scoped' && root.kind === 'scoped' ? wrongCheck(facts, replacing, root.data) : undefined
  if (wrong) return refused(wrong)
  const right = checked(replacing)
  return right.ok ? ok([{ kind: 'replace', data: { of, reason, happenedOn, data: right.value.data, textId } }]) : right
}
