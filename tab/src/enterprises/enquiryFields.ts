import type { Programme } from '#domain/wireSchemas.ts'
import type { Field } from '#tab/ui/fields.ts'

/** Who got in touch. Only the name must be filled in. */
export const whoFields: readonly Field[] = [
  { kind: 'line', name: 'name', label: 'Who got in touch?', most: 200 },
  { kind: 'line', name: 'phone', label: 'Phone', most: 40, type: 'tel', optional: true },
  {
    kind: 'line',
    name: 'email',
    label: 'Email',
    most: 200,
    type: 'email',
    optional: true,
    pattern: /^\S+@\S+\.\S+$/,
    fault: 'An email has an @ in it.',
  },
  { kind: 'line', name: 'postcode', label: 'Postcode', most: 10, optional: true },
]

/** What they want to do, where, and when they got in touch. */
export const wantsFields = ({ areas }: Pick<Programme, 'areas'>): Field[] => [
  {
    kind: 'note',
    name: 'wants',
    label: 'What do they want to do?',
    hint: 'They can ask to read this. Please do not name the people they support.',
  },
  ...(areas.length > 0
    ? [
        {
          kind: 'list' as const,
          name: 'area',
          label: 'Where would they work?',
          options: areas.map(({ id, name }) => ({ value: id, label: name })),
          optional: true,
        },
      ]
    : []),
  { kind: 'day', name: 'happenedOn', label: 'When did they get in touch?' },
]
