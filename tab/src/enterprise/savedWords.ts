import { oneEntry } from '#domain/oneEntry.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { HappeningKind } from '#domain/facts.ts'
import { entryLabels } from '#tab/entryLabels.ts'
import { sayDay } from '#tab/ui/say.ts'

/** What a command that tells more than one thing, or puts one right, is called once it is recorded. */
const ofItsOwn: Partial<Record<TypedCommand['kind'], string>> = {
  constitute: entryLabels.constituted,
  'award-grant': entryLabels['grant-decided'],
  'recommend-grant': entryLabels['grant-recommended'],
  'assess-grant': entryLabels['grant-assessed'],
  'record-care-return': entryLabels['care-return'],
  'log-contact': entryLabels.contact,
  'check-in': entryLabels['check-in-answered'],
  'tell-offer': entryLabels['services-offered'],
  'set-task': entryLabels['task-set'],
  'accept-handover': entryLabels.assigned,
  withdraw: 'Entry taken back',
  replace: 'Entry put right',
  undo: 'Undone',
}

/** Each answer to a recommendation is an entry of its own. */
const ofOutcome = {
  yes: entryLabels['grant-decided'],
  no: entryLabels['grant-turned-down'],
  'ask-for-more': entryLabels['grant-sent-back'],
} as const

/** What was recorded, as the note beside Undo says it: "Idea agreed, 12 January 2026". */
export function savedWords(command: TypedCommand): string {
  const kinds: Partial<Record<TypedCommand['kind'], HappeningKind>> = oneEntry
  const kind = kinds[command.kind]
  const ownLabel = command.kind === 'decide-grant' ? ofOutcome[command.outcome] : (ofItsOwn[command.kind] ?? '')
  const label = kind ? entryLabels[kind] : ownLabel
  const day = 'happenedOn' in command && command.kind !== 'replace' ? sayDay(command.happenedOn) : ''
  return [label, day].filter(part => part !== '').join(', ')
}
