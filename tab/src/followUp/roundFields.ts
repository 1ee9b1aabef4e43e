import type { Call } from '#domain/callSchemas.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { Standing } from '#domain/wireSchemas.ts'
import { endings, heardStates, leavings } from '#domain/vocabulary.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import { callCommand, callFields, numberNames, sameAgain, shortNumberLabels } from '#tab/followUp/callFields.ts'
import { endingLabels, heardLabels, leavingLabels } from '#tab/labels.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'

/** One row of the update round: one choice, five numbers, and why where they stopped. */
export function roundFields(call: Call): readonly Field[] {
  const numbers = callFields(call).filter(({ name }) => (numberNames as readonly string[]).includes(name))
  return [
    {
      kind: 'list',
      name: 'how',
      label: 'Are they trading?',
      options: [...optionsOf(heardStates, heardLabels), { value: 'no-answer', label: 'No answer' }],
    },
    {
      kind: 'list',
      name: 'ending',
      label: 'Why did they stop?',
      options: [...optionsOf(endings, endingLabels), ...optionsOf(leavings, leavingLabels)],
      when: ({ how }) => how === 'stopped',
    },
    ...numbers.map((field): Field => ({
      ...field,
      label: shortNumberLabels[field.name as keyof typeof shortNumberLabels],
      when: ({ how }) => how !== 'no-answer' && how !== 'stopped',
    })),
  ]
}

/** The same command as a call makes: the row is a call with fewer words around it. */
export function roundCommand({ how, ...numbers }: Answers, happenedOn: string, call: Pick<Call, 'month'>): TypedCommand {
  const said = how === 'no-answer' ? { told: how } : { ...numbers, answer: how, told: 'they-did' }
  return callCommand({ ...said, happenedOn }, call)
}

/** "Same as last time", in one tap. */
export const roundSame = (how: string | undefined, happenedOn: string, call: Pick<Call, 'month'>, standing: Standing): TypedCommand =>
  sameAgain(roundCommand({ how: how === 'no-answer' || how === 'stopped' ? undefined : how }, happenedOn, call), standing)
