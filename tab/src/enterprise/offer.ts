import type { TypedCommand } from '#domain/commandSchemas.ts'
import { latestOf } from '#domain/attributes.ts'
import { purposes } from '#domain/besideVocabulary.ts'
import { purposeLabels } from '#tab/besideLabels.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import type { Choices } from '#tab/enterprise/useChoices.ts'
import { codeOptions } from '#tab/enterprise/useChoices.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { writeField } from '#tab/ui/fields.ts'

/** What they offer, and where: one form, filled in as it stands. */

type Offered = Pick<Tracks, 'services' | 'purposes' | 'area' | 'areasServed' | 'price' | 'attributes'>

/** Which services, and what they are for. */
export const serviceFields = (choices: Choices, onRecord: readonly string[] = []): Field[] => [
  {
    kind: 'several',
    name: 'services',
    label: 'What do they offer?',
    options: codeOptions(choices, 'services', choices.services, onRecord),
    optional: true,
  },
  { kind: 'several', name: 'purposes', label: 'What is it for?', options: optionsOf(purposes, purposeLabels), optional: true },
]

/** Which areas. */
export const areasField = (choices: Choices, onRecord: readonly string[] = []): Field => ({
  kind: 'several',
  name: 'areas',
  label: 'Where do they work?',
  options: codeOptions(choices, 'areas', choices.areas, onRecord),
  optional: true,
})

/** All that the form asks. What the programme has no codes for is not asked. */
export const offerFields = (tracks: Offered, choices: Choices): Field[] =>
  [
    ...serviceFields(choices, tracks.services),
    areasField(choices, tracks.areasServed),
    { kind: 'money' as const, name: 'pencePerHour', label: 'What do they charge for an hour?', hourly: true, optional: true },
    { kind: 'hours' as const, name: 'spareMinutes', label: 'How many more hours a week could they take on?', optional: true },
  ].filter(field => !('options' in field) || field.options.length > 0)

/** What is on record, by the names of the form. */
const onRecord = ({ services, purposes: told, areasServed, price, attributes }: Offered): Answers => ({
  services,
  purposes: told,
  areas: areasServed,
  pencePerHour: price?.pencePerHour,
  spareMinutes: latestOf(attributes, 'spare-hours')?.value,
})

/** The form as it stands before anyone types. The first time, the area that they come from is ticked: most begin there. */
export function offerStart(tracks: Offered, choices: Choices): Words {
  const { area, areasServed, services } = tracks
  const isFirst = areasServed.length === 0 && services.length === 0
  const shown: Answers = { ...onRecord(tracks), ...(isFirst && area && { areas: [area] }) }
  return Object.fromEntries(offerFields(tracks, choices).map(field => [field.name, writeField(field, shown[field.name])]))
}

const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other) ? one.length === other.length && one.every(each => other.includes(each)) : one === other

/** Only what is not as it was is told anew: a price that stays keeps the day it began. A list that was emptied is told as empty. */
export function offerCommand({ happenedOn, ...answers }: Answers, tracks: Offered): TypedCommand {
  const before = onRecord(tracks)
  const now: Answers = { services: [], purposes: [], areas: [], ...answers }
  const told = Object.entries(now).filter(([name, value]) => !isSame(value, before[name]))
  // What a service is for is told with the services.
  const services = told.some(([name]) => name === 'purposes') ? { services: now['services'] } : {}
  return { kind: 'tell-offer', happenedOn, ...services, ...Object.fromEntries(told) } as TypedCommand
}
