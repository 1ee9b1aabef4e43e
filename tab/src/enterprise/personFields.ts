import type { Person } from '#domain/wireSchemas.ts'
import { whoFields } from '#tab/enquiry/enquiryFields.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Field } from '#tab/ui/fields.ts'

/** Who they are and how to reach them, as it is asked to be put right: as at the enquiry, and the person's own name beside the enterprise's. */
export const personFields: readonly Field[] = whoFields.flatMap((field): Field[] =>
  field.name === 'name'
    ? [
        { ...field, label: 'Name' },
        {
          kind: 'line',
          name: 'contactName',
          label: 'Contact',
          hint: 'Whom to ask for, where the name is not a person’s.',
          most: 200,
          optional: true,
        },
      ]
    : [field],
)

const names = ['name', 'contactName', 'phone', 'email', 'postcode'] as const satisfies readonly (keyof Person)[]

/** A person on record, as it would be typed. */
export const personWords = (person: Person): Words => Object.fromEntries(names.map(name => [name, person[name] ?? '']))

/** "Mary Lee, 07700 900123" */
export const sayPerson = (person: Person): string => names.flatMap(name => (person[name] ? [person[name]] : [])).join(', ')
