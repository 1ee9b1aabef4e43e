import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { ChangeKind } from '#domain/vocabulary.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'

/** A form of one box that settles a change. */
export type SmallForm = { open: string; fields: readonly Field[]; commandOf: (answers: Answers, today: PlainDate) => TypedCommand }

const price: SmallForm = {
  open: 'Add the new price',
  fields: [{ kind: 'money', name: 'pencePerHour', label: 'Price for an hour', hourly: true }],
  commandOf: (answers, happenedOn) => ({ ...answers, kind: 'set-price', happenedOn }) as TypedCommand,
}

const insurance: SmallForm = {
  open: 'Add the new date',
  fields: [{ kind: 'day', name: 'until', label: 'Insured until', mayBeLater: true, withoutYear: 'next' }],
  commandOf: (answers, happenedOn) => ({ ...answers, kind: 'see-check', check: 'public-liability', happenedOn }),
}

const spare: SmallForm = {
  open: 'Add the hours',
  fields: [{ kind: 'hours', name: 'value', label: 'Hours a week they could take' }],
  commandOf: (answers, happenedOn) => ({ ...answers, kind: 'tell-attribute', attribute: 'spare-hours', happenedOn }),
}

const cqc = 'The CQC answer may have changed too. Ask the questions again.'

/** What each change asks for, in words, and the small form where one box settles it. */
export const smallForms = {
  'took-someone-on': { words: `${cqc} Do it before the new worker gives any personal care.` },
  'found-cover': { words: cqc },
  'changed-form': { words: 'Record the new form. That is not an ending.' },
  'began-personal-care': { words: cqc },
  'took-council-work': { words: cqc },
  'new-price': { words: 'What do they ask for an hour now?', form: price },
  'new-insurance-date': { words: 'Have you seen the papers? Then add the day.', form: insurance },
  'could-take-more': { words: 'How many hours a week could they take?', form: spare },
  'second-place': { words: cqc },
  'who-decides': { words: cqc },
} satisfies Record<ChangeKind, { words: string; form?: SmallForm }> as Record<ChangeKind, { words: string; form?: SmallForm }>
