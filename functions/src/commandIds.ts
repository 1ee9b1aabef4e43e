import type { Command } from '#domain/commandFacts.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { documentWords } from '#domain/documents.ts'
import { addDays } from '#domain/plainDate.ts'
import type { Caller } from '#functions/caller.ts'
import type { Change, PotRow } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { now } from '#functions/world.ts'

/** What a command carries besides what was typed: its words in rows of their own, and the ids of what it makes. */
export function withIds(
  world: World,
  { caseId, grantNumber, fund }: { caseId: string; grantNumber: number | undefined; fund: PotRow | undefined },
  typed: TypedCommand,
  { oid }: Caller,
): { domainCommand: Command; changes: Change[] } {
  const changes: Change[] = []
  const keep = (words: string | undefined): string | undefined => {
    if (!words) return undefined
    const textId = world.writer.newId()
    changes.push({ put: 'insert', kind: 'text', key: [caseId, textId], row: { words } })
    return textId
  }
  const next = 'next' in typed ? typed.next : undefined
  const ids: Partial<Command> = {
    ...(typed.kind === 'award-grant' && { grantId: world.writer.newId() }),
    ...(typed.kind === 'recommend-grant' && {
      grantId: typed.grantId ?? world.writer.newId(),
      grantNumber,
      textId: keep(typed.purpose),
      whyTextId: keep(typed.why),
    }),
    ...(typed.kind === 'pay-grant' && fund && { evidenceDueOn: addDays(typed.happenedOn, fund.evidenceDays) }),
    ...('rules' in typed && { ruleTextIds: waivers(typed.rules, keep) }),
    ...((typed.kind === 'set-task' || next) && { taskId: world.writer.newId() }),
    ...('note' in typed && typed.note && { textId: keep(typed.note) }),
    ...(typed.kind === 'link-document' && { textId: keep(documentWords(typed)) }),
    ...(next?.words && { taskTextId: keep(next.words) }),
    ...(typed.kind === 'undo' && { asked: { by: oid, at: now(world) } }),
  }
  return { domainCommand: { ...typed, ...ids } as Command, changes }
}

type Rules = Extract<TypedCommand, { kind: 'assess-grant' }>['rules']

/** Why each rule was waived, in a row of its own. */
function waivers(rules: Rules, keep: (words: string | undefined) => string | undefined): Record<string, string> {
  return Object.fromEntries(
    (rules ?? []).flatMap(({ rule, why }) => {
      const textId = keep(why)
      return textId === undefined ? [] : [[rule, textId]]
    }),
  )
}
