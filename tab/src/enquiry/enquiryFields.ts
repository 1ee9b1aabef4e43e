import { monthsAhead } from '#domain/besideVocabulary.ts'
import type { TypedEnquiry } from '#domain/commandSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, daysBetween } from '#domain/plainDate.ts'
import type { Extra } from '#domain/programmeRules.ts'
import { heardOfs, lastJobs, tellings, ventureKinds } from '#domain/vocabulary.ts'
import type { Programme } from '#domain/wireSchemas.ts'
import { heardOfLabels, lastJobLabels, tellingLabels } from '#tab/besideLabels.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import { ventureKindLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field, FieldOption } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'

/** What an enquiry asks: six questions, of which only who and what must be answered. */

/** Who got in touch, and how to reach them. */
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

/** What can happen next, as a to-do says it and what it is about. */
const nexts = {
  ring: { label: 'Ring them', about: 'next-contact' },
  meet: { label: 'Meet them', about: 'visit' },
  write: { label: 'Write to them', about: 'next-contact' },
  wait: { label: 'Wait to hear from them', about: 'other' },
} as const satisfies Record<string, { label: string; about: NonNullable<TypedEnquiry['next']>['about'] }>
type Next = keyof typeof nexts
const isNext = (value: unknown): value is Next => typeof value === 'string' && Object.hasOwn(nexts, value)

/** What a programme asks of an enquiry: where, if it has areas, and what kind, if it takes in community activities. */
type AskedBy = Pick<Programme, 'areas'> & { extras?: readonly Extra[] }

/** Where they would work, of what kind it is, and how they came to us. Each can be added or put right later. */
export const cameFields = (areas: readonly FieldOption[], takesCommunity: boolean): Field[] => [
  ...(areas.length > 0 ? [{ kind: 'list' as const, name: 'area', label: 'Where would they work?', options: areas, optional: true }] : []),
  ...(takesCommunity
    ? [
        {
          kind: 'choice' as const,
          name: 'ventureKind',
          label: 'What kind is it?',
          hint: 'Pick the second if no one is paid.',
          options: optionsOf(ventureKinds, ventureKindLabels),
          optional: true,
        },
      ]
    : []),
  { kind: 'list', name: 'heardOf', label: 'How did they hear about us?', options: optionsOf(heardOfs, heardOfLabels), optional: true },
  { kind: 'list', name: 'lastJob', label: 'What was their last job?', options: optionsOf(lastJobs, lastJobLabels), optional: true },
]

/** What they want to do, where, how they came to us, and what happens next. */
export const wantsFields = ({ areas, extras = [] }: AskedBy): Field[] => [
  {
    kind: 'note',
    name: 'wants',
    label: 'What do they want to do?',
    hint: 'They can ask to read this. Please do not name the people they support.',
  },
  ...cameFields(
    areas.map(({ id, name }) => ({ value: id, label: name })),
    extras.includes('community'),
  ),
  {
    kind: 'list',
    name: 'next',
    label: 'What happens next, and when?',
    options: Object.entries(nexts).map(([value, { label }]) => ({ value, label })),
    optional: true,
  },
  {
    kind: 'day',
    name: 'nextOn',
    label: 'On which day?',
    mayBeLater: true,
    withoutYear: 'next',
    monthsAhead: monthsAhead.task,
    when: ({ next }) => isNext(next),
  },
]

/** How they were told how we use their details. "Not yet" leaves it to do. */
export const toldFields: readonly Field[] = [
  {
    kind: 'choice',
    name: 'told',
    label: 'Tell them how we use their details. How did you tell them?',
    hint: 'This is telling, not asking. We ask for a yes only before we list them or tell their story.',
    options: [...optionsOf(tellings, tellingLabels), { value: 'not-yet', label: 'Not yet' }],
    optional: true,
  },
]

/** When it was, where that was not today. */
export const dayField: Field = { kind: 'day', name: 'happenedOn', label: 'When did they get in touch?' }

/** All that an enquiry asks. */
export const enquiryFields = (programme: AskedBy): Field[] => [...whoFields, ...wantsFields(programme), ...toldFields, dayField]

/** What an enquiry begins with: that it came today. */
export const enquiryStart = (today: PlainDate): Words => ({ happenedOn: sayDay(today) })

/** The day that is put beside what happens next: two days on, and not at a weekend. It can be changed. */
export function suggestedDay(today: PlainDate): PlainDate {
  const day = addDays(today, 2)
  // 5 January 1970 was a Monday: 0 is Monday, 5 and 6 are the weekend.
  const weekday = daysBetween('1970-01-05' as PlainDate, day) % 7
  return weekday > 4 ? addDays(day, 7 - weekday) : day
}

/** What a change of one box brings with it: a day for what happens next. */
export const broughtAlong = (name: string, text: string, words: Words, today: PlainDate): Words =>
  name === 'next' && isNext(text) && (words['nextOn'] ?? '') === '' ? { nextOn: sayDay(suggestedDay(today)) } : {}

/** The records that one was asked about and said no to, as the form's words keep them. */
export const notSameIn = (words: Words): string[] => (words['notSameAs'] ?? '').split(',').filter(each => each !== '')

/** The enquiry that the answers make. */
export function enquiryOf(answers: Answers, words: Words): TypedEnquiry {
  const { next, nextOn, told, ...rest } = answers
  const notSameAs = notSameIn(words)
  return {
    ...rest,
    ...(told === undefined || told === 'not-yet' ? {} : { told }),
    ...(isNext(next) ? { next: { dueOn: nextOn, about: nexts[next].about, words: nexts[next].label } } : {}),
    ...(notSameAs.length > 0 ? { notSameAs } : {}),
  } as TypedEnquiry
}
