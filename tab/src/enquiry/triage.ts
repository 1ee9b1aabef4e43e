import { employmentAnswers } from '#domain/attributes.ts'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { declineReasons, origins, referralTargets } from '#domain/vocabulary.ts'
import type { DeclineReason, ReferralTarget } from '#domain/vocabulary.ts'
import { employmentLabels, referralLabels } from '#tab/besideLabels.ts'
import { optionsOf, yesNo } from '#tab/enterprise/options.ts'
import { noteHint } from '#tab/enterprise/steps.ts'
import { declineReasonLabels, originLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field, FieldOption } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'

/** What becomes of an enquiry: one choice of four, each with one question. */

export const decisions = ['accept', 'advise-only', 'refer', 'decline'] as const
export type Decision = (typeof decisions)[number]

const decisionLabels = {
  accept: 'Take them on',
  'advise-only': 'Advise only',
  refer: 'Refer elsewhere',
  decline: 'Not now',
} satisfies Record<Decision, string>

/** Before Today asks it again: HMRC may see who has one client as that client's employee. */
export const employmentQuestion = 'HMRC may see them as an employee. Have you talked about it?'

const isOnly = ({ decision, reason }: Words): boolean => decision === 'decline' && reason === 'wants-one-person'

/** All that a decision may ask. Which council service staff leave is asked where the programme names some. */
export function triageFields(services: readonly FieldOption[], only?: Decision): Field[] {
  const choices: Field[] = only
    ? []
    : [{ kind: 'choice', name: 'decision', label: 'What do you decide?', options: optionsOf(decisions, decisionLabels) }]
  return [
    ...choices,
    {
      kind: 'stack',
      name: 'origin',
      label: 'Where do they come from?',
      options: optionsOf(origins, originLabels),
      when: ({ decision }) => decision === 'accept',
    },
    {
      kind: 'list',
      name: 'service',
      label: 'Which council service?',
      options: services,
      optional: true,
      when: ({ decision, origin }) => decision === 'accept' && origin === 'spin-out' && services.length > 0,
    },
    {
      kind: 'choice',
      name: 'helpsOne',
      label: 'Do they help one person only?',
      options: yesNo,
      optional: true,
      when: ({ decision, origin }) => decision === 'accept' && origin === 'existing',
    },
    {
      kind: 'stack',
      name: 'employmentStatus',
      label: employmentQuestion,
      options: optionsOf(employmentAnswers, employmentLabels),
      optional: true,
      when: ({ decision, origin, helpsOne }) => decision === 'accept' && origin === 'existing' && helpsOne === 'yes',
    },
    {
      kind: 'stack',
      name: 'referredTo',
      label: 'Where do you send them?',
      hint: 'Who wants to help one person only may look at work for one person.',
      options: optionsOf(referralTargets, referralLabels),
      when: ({ decision }) => decision === 'refer',
    },
    {
      kind: 'stack',
      name: 'reason',
      label: 'Why not?',
      options: optionsOf(declineReasons, declineReasonLabels),
      when: ({ decision }) => decision === 'decline',
    },
    {
      kind: 'list',
      name: 'referredTo',
      label: 'Where could they go instead?',
      options: optionsOf(referralTargets, referralLabels),
      optional: true,
      when: isOnly,
    },
    {
      kind: 'note',
      name: 'note',
      label: 'Anything to note?',
      hint: noteHint,
      optional: true,
      when: ({ decision }) => decision !== undefined && decision !== '',
    },
    { kind: 'day', name: 'happenedOn', label: 'When did you decide?', when: ({ decision }) => decision !== undefined && decision !== '' },
  ]
}

/** What the decision begins with: that it is made today. */
export const triageStart = (today: PlainDate): Words => ({ happenedOn: sayDay(today) })

/** Who wants to be one person's assistant is pointed to that work. */
export const suggestedWith = (name: string, text: string, { referredTo = '' }: Words): Words =>
  name === 'reason' && text === 'wants-one-person' && referredTo === '' ? { referredTo: 'personal-assistant-work' } : {}

/** Why we do not take on someone whom we send elsewhere, as far as the place tells. */
const reasonFor = (target: unknown): DeclineReason => {
  const told: Partial<Record<ReferralTarget, DeclineReason>> = {
    'personal-assistant-work': 'wants-one-person',
    'another-programme': 'outside-area',
  }
  return told[target as ReferralTarget] ?? 'other'
}

/** The command that a decision makes. */
export function triageCommand({ decision, helpsOne: _helpsOne, ...answers }: Answers): TypedCommand {
  if (decision === 'refer') return { ...answers, kind: 'decline', reason: reasonFor(answers['referredTo']) } as TypedCommand
  return { ...answers, kind: decision } as TypedCommand
}
