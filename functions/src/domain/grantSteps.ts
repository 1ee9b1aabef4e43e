import type { CommandKind } from './commandSchemas.ts'
import type { GrantCommandKind } from './grantCommandSchemas.ts'
import type { GrantStep } from './grantRules.ts'
import type { GrantPart } from './grantVocabulary.ts'

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
