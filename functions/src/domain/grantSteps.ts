import type { CommandKind } from './commandSchemas.ts'
import type { GrantCommandKind } from './grantCommandSchemas.ts'
import type { GrantStep } from './grantRules.ts'
import type { GrantPart } from './grantVocabulary.ts'
import type { Grant } from './grants.ts'
import { owedBackPence, setAsidePence, unseenPence } from './grants.ts'
import type { Pot } from './pots.ts'

/** The command that takes each step which a grant may wait for. */
export const commandOfStep = {
  recommend: 'recommend-grant',
  assess: 'assess-grant',
  decide: 'decide-grant',
  offer: 'offer-grant',
  accept: 'accept-grant',
  verify: 'verify-grant',
  pay: 'pay-grant',
  evidence: 'see-evidence',
  close: 'close-grant',
} as const satisfies Record<GrantStep, GrantCommandKind>

/** The part in a grant that a command is; letters, receipts and the close are none. */
export const partOfCommand: Partial<Record<CommandKind | 'enquire', GrantPart>> = {
  'recommend-grant': 'recommended',
  'assess-grant': 'assessed',
  'award-grant': 'decided',
  'decide-grant': 'decided',
  'ask-grant-back': 'decided',
  'write-off-grant': 'decided',
  'verify-grant': 'verified',
  'pay-grant': 'paid',
  'take-back-unspent': 'paid',
  'recover-grant': 'paid',
}

/** Whether a command only asks for money back, or takes it in. */
export const comesBack = (command: CommandKind | 'enquire'): boolean =>
  command === 'take-back-unspent' || command === 'ask-grant-back' || command === 'recover-grant'

/** The steps that are taken on a grant's page. A recommendation has a page of its own. */
export const grantStepKinds = [
  'assess-grant',
  'decide-grant',
  'offer-grant',
  'accept-grant',
  'verify-grant',
  'pay-grant',
  'see-evidence',
  'take-back-unspent',
  'ask-grant-back',
  'recover-grant',
  'write-off-grant',
  'close-grant',
  'declare-interest',
] as const satisfies readonly GrantCommandKind[]
export type GrantStepKind = (typeof grantStepKinds)[number]

const wherePaid = ['part-paid', 'paid', 'evidence-seen', 'closed']
const whereUnpaid = ['decided', 'offered', 'accepted']

/** Which steps make sense now beside the one that a grant waits for: what came back, what is asked back, and the end. */
export function stepsBeside(grant: Grant, { smallPence }: Pick<Pot, 'smallPence'>): GrantStepKind[] {
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
