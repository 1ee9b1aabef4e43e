import type { Gate } from './besideVocabulary.ts'
import type { CheckStanding } from './checkStandings.ts'
import { checkStandings, failedSince, holds } from './checkStandings.ts'
import type { DbsStanding } from './dbs.ts'
import { isGranted, isSettled, setAsidePence } from './grants.ts'
import { maySay } from './maySay.ts'
import { asks } from './milestones.ts'
import type { PlainDate } from './plainDate.ts'
import type { ProgrammeRules } from './programmeRules.ts'
import type { SupportCase } from './supportCase.ts'
import { endedOn, going } from './supportCase.ts'

/**
 * A condition of a gate: met or not, and since when it is not, where that has a day.
 * `kind` says what it is about, and with it where it is cleared.
 */
export type Condition =
  | { kind: 'taken-on'; met: boolean }
  | { kind: 'open'; met: boolean; since: PlainDate | undefined }
  | { kind: 'set-up'; met: boolean }
  | { kind: 'idea'; met: boolean }
  | { kind: 'said-yes'; met: boolean; since: PlainDate | undefined }
  | { kind: 'check'; met: boolean; check: string; state: CheckStanding['state']; since: PlainDate | undefined }
  | { kind: 'signed-off'; met: boolean; since: PlainDate | undefined }
  | { kind: 'listed'; met: boolean; since: PlainDate | undefined }
  | { kind: 'registered-where-needed'; met: boolean }
  | { kind: 'last-grant-settled'; met: boolean }
  | { kind: 'grant-decided'; met: boolean }

/** A gate on a day: open where every condition is met, or the lead went on without those that were not. */
export type GateState = { gate: Gate; open: boolean; overruledOn: PlainDate | undefined; conditions: readonly Condition[] }

/** What a gate is read from. */
export type GateQuestion = {
  supportCase: SupportCase
  dbs: DbsStanding | undefined
  rules: Pick<ProgrammeRules, 'checks' | 'standard'>
  today: PlainDate
}

/**
 * One gate. It stops what we do, such as listing or paying, and never stops anyone from recording what happened.
 * Going on without a condition holds for what was missing that day: what comes to be missing later shuts the gate again.
 */
export function gateState(gate: Gate, question: GateQuestion): GateState {
  const conditions = conditionsOf[gate](question)
  const overruledOn = question.supportCase.overruled[gate]
  const inTheWay = conditions.filter(({ met }) => !met)
  const open = inTheWay.every(condition => {
    const since = 'since' in condition ? condition.since : undefined
    return overruledOn !== undefined && (since === undefined || since <= overruledOn)
  })
  return { gate, open, overruledOn, conditions }
}

const takenOn = ({ supportCase }: GateQuestion): Condition => ({ kind: 'taken-on', met: going(supportCase.support)?.state === 'accepted' })

function stillOpen({ supportCase }: GateQuestion): Condition {
  const since = endedOn(supportCase.support)
  return { kind: 'open', met: since === undefined, since }
}

const setUp = ({ supportCase }: GateQuestion): Condition => ({ kind: 'set-up', met: supportCase.constitution.state === 'constituted' })

function saidYes({ supportCase, today }: GateQuestion): Condition {
  const permission = supportCase.permissions.directory
  const since = permission?.state === 'ended' ? permission.on : permission?.until
  const met = maySay(supportCase, 'directory', today)
  return { kind: 'said-yes', met, since: met ? undefined : since }
}

const checkCondition = (standing: CheckStanding): Condition => ({
  kind: 'check',
  met: holds(standing),
  check: standing.check,
  state: standing.state,
  since: failedSince(standing),
})

const standings = ({ supportCase, dbs, rules, today }: GateQuestion): CheckStanding[] => checkStandings(supportCase, dbs, rules, today)

const neededToList = (question: GateQuestion): Condition[] =>
  standings(question)
    .filter(standing => standing.neededToList)
    .map(checkCondition)

/** What the programme's own standard names and this enterprise's tier asks for. */
const standard = (question: GateQuestion): Condition[] =>
  standings(question)
    .filter(({ check, wanted }) => wanted && question.rules.standard.includes(check))
    .map(checkCondition)

function signedOff({ supportCase: { signOff }, today }: GateQuestion): Condition {
  const met = signOff.state === 'signed-off' && (signOff.until === undefined || signOff.until >= today)
  const since = signOff.state === 'ended' ? signOff.on : signOff.state === 'signed-off' ? signOff.until : undefined
  return { kind: 'signed-off', met, since: met ? undefined : since }
}

function listed({ supportCase: { listings } }: GateQuestion): Condition {
  const all = Object.values(listings)
  const ended = all.flatMap(listing => (listing.state === 'delisted' ? [listing.on] : [])).sort()
  const met = all.some(listing => listing.state === 'listed')
  return { kind: 'listed', met, since: met ? undefined : ended.at(-1) }
}

const registered = ({ supportCase: { scoping, registration } }: GateQuestion): Condition => ({
  kind: 'registered-where-needed',
  met: asks(scoping) === 'nothing' || registration.state === 'registered',
})

const conditionsOf = {
  list: question => [takenOn(question), stillOpen(question), saidYes(question), ...neededToList(question)],
  'sign-off': question => [takenOn(question), stillOpen(question), setUp(question), ...standard(question)],
  suggest: question => [stillOpen(question), listed(question), signedOff(question), registered(question), ...neededToList(question)],
  'recommend-grant': question => [
    takenOn(question),
    stillOpen(question),
    { kind: 'idea', met: question.supportCase.idea.state === 'agreed' },
    // One that was sent back is itself recommended again.
    { kind: 'last-grant-settled', met: question.supportCase.grants.every(grant => isSettled(grant) || grant.state === 'sent-back') },
  ],
  'pay-grant': question => [
    { kind: 'grant-decided', met: question.supportCase.grants.some(grant => isGranted(grant) && setAsidePence(grant) > 0) },
    stillOpen(question),
    setUp(question),
    ...neededToList(question).filter(condition => condition.kind === 'check' && condition.check === 'public-liability'),
  ],
} as const satisfies Record<Gate, (question: GateQuestion) => Condition[]>
