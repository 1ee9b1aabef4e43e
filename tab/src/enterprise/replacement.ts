import type { TypedCommand } from '#domain/commandSchemas.ts'
import { registerOf, tidyIdentifier } from '#domain/identifiers.ts'
import type { LegalForm, Register } from '#domain/vocabulary.ts'
import type { Line } from '#tab/enterprise/timeline.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'

/** The register that a number belongs to follows from the form, where only one keeps it. */
function withRegister({ register, identifier, ...rest }: Answers): Answers {
  const kept = (register ?? registerOf[rest['form'] as LegalForm]) as Register | undefined
  if (!kept || typeof identifier !== 'string') return rest
  return { ...rest, register: kept, identifier: tidyIdentifier(kept, identifier) }
}

/** The command that puts an entry right: its whole data, or only its day where nothing else was changed. */
export function replacementOf({ id, happened }: Pick<Line, 'id' | 'happened'>, fields: readonly Field[], answers: Answers): TypedCommand {
  const before: Answers = happened.data
  const asked = new Set(fields.map(({ name }) => name))
  // What is not asked, such as which grant it is, stays as it was.
  const others = Object.entries(before).filter(([name]) => !asked.has(name))
  const told = Object.entries(answers).filter(([name]) => asked.has(name))
  const whole = Object.fromEntries([...others, ...told])
  const data = happened.kind === 'constituted' ? withRegister(whole) : whole
  const names = new Set([...Object.keys(before), ...Object.keys(data)])
  const changed = [...names].some(name => data[name] !== before[name])
  const { happenedOn, reason, note } = answers
  return {
    kind: 'replace',
    of: id,
    reason,
    happenedOn,
    ...(changed ? { data } : {}),
    ...(note === undefined ? {} : { note }),
  } as TypedCommand
}
