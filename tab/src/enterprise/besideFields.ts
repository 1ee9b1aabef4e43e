import { isDocumentLink, longestLink } from '#domain/documents.ts'
import type { BesideKind, HappeningKind, TaskKind } from '#domain/facts.ts'
import { besideKinds, taskKinds } from '#domain/facts.ts'
import { documentKinds, gates, listingKinds, skills, trainingPayers, withdrawalReasons } from '#domain/besideVocabulary.ts'
import { changeKinds, ownerships, permissionUses, storyPlaces, tellings } from '#domain/vocabulary.ts'
import {
  changeLabels,
  documentLabels,
  gateNames,
  listingKindLabels,
  ownershipLabels,
  permissionUseLabels,
  skillLabels,
  storyPlaceLabels,
  tellingLabels,
  trainingPayerLabels,
  withdrawalLabels,
} from '#tab/besideLabels.ts'
import { attributeFields } from '#tab/enterprise/attributeFields.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import type { Choices } from '#tab/enterprise/useChoices.ts'
import { codeOptions } from '#tab/enterprise/useChoices.ts'
import type { Field } from '#tab/ui/fields.ts'

/** What entries beside the tracks ask, besides their day. */

export const isBesideKind = (kind: HappeningKind): kind is BesideKind | TaskKind =>
  ([...besideKinds, ...taskKinds] as readonly string[]).includes(kind)

/** A check that was seen: the programme's own among them. */
export const checkFields = (choices: Choices): readonly Field[] => [
  { kind: 'list', name: 'check', label: 'Which check?', options: codeOptions(choices, 'checks', choices.checks) },
  {
    kind: 'day',
    name: 'until',
    label: 'Until when does it hold?',
    hint: 'Leave it blank where it has no last day.',
    optional: true,
    mayBeLater: true,
    withoutYear: 'next',
  },
]

/** What a document is called, and where it is. */
export const documentFields: readonly Field[] = [
  { kind: 'line', name: 'title', label: 'What is it called?', most: 200 },
  {
    kind: 'line',
    name: 'link',
    label: 'Its link in SharePoint',
    hint: 'In SharePoint or Teams, choose “Copy link” on the file.',
    most: longestLink,
    matches: isDocumentLink,
    fault: 'This is not a link into SharePoint. It begins with https and your team’s sharepoint.com address.',
  },
  {
    kind: 'list',
    name: 'document',
    label: 'What kind is it?',
    options: optionsOf(documentKinds, { ...documentLabels, other: 'Something else' }),
  },
]

const useField: Field = { kind: 'choice', name: 'use', label: 'For what?', options: optionsOf(permissionUses, permissionUseLabels) }
const skillField: Field = { kind: 'list', name: 'skill', label: 'Which training?', options: optionsOf(skills, skillLabels) }
const whereField: Field = { kind: 'choice', name: 'in', label: 'Where?', options: optionsOf(listingKinds, listingKindLabels) }
const whyField: Field = { kind: 'stack', name: 'reason', label: 'Why?', options: optionsOf(withdrawalReasons, withdrawalLabels) }
const untilField: Field = {
  kind: 'day',
  name: 'until',
  label: 'Until when?',
  optional: true,
  mayBeLater: true,
  withoutYear: 'next',
}
const members = (name: string, label: string): Field => ({ kind: 'count', name, label })

/** What an entry beside the tracks asks; empty where its day is all there is, or where it has a form of its own. */
export function besideFields(kind: BesideKind | TaskKind, choices: Choices): readonly Field[] {
  switch (kind) {
    case 'told-privacy':
      return [{ kind: 'choice', name: 'how', label: 'How did you tell them?', options: optionsOf(tellings, tellingLabels) }]
    case 'permission-given':
      return [
        useField,
        {
          kind: 'several',
          name: 'places',
          label: 'Where may it be told?',
          options: optionsOf(storyPlaces, storyPlaceLabels),
          optional: true,
          when: ({ use }) => use === 'story',
        },
        untilField,
      ]
    case 'permission-ended':
      return [useField]
    case 'members-counted':
      return [
        members('people', 'How many people who are helped?'),
        members('families', 'How many families?'),
        members('workers', 'How many who work in it?'),
        members('volunteers', 'How many volunteers?'),
      ]
    case 'ownership-classed':
      return [{ kind: 'stack', name: 'ownership', label: 'Who owns it?', options: optionsOf(ownerships, ownershipLabels) }]
    case 'signed-off':
      return [untilField]
    case 'sign-off-ended':
      return [whyField]
    case 'listed':
      return [whereField]
    case 'delisted':
      return [whereField, whyField]
    case 'training-needed':
      return [skillField]
    case 'training-done':
      return [
        skillField,
        { kind: 'money', name: 'pence', label: 'What did it cost?', optional: true },
        { kind: 'list', name: 'paidBy', label: 'Who paid?', options: optionsOf(trainingPayers, trainingPayerLabels), optional: true },
      ]
    case 'gate-overruled':
      return [{ kind: 'list', name: 'gate', label: 'What do we go on with?', options: optionsOf(gates, gateNames) }]
    case 'changed':
      return [{ kind: 'stack', name: 'what', label: 'What changed?', options: optionsOf(changeKinds, changeLabels) }]
    case 'attribute':
      return attributeFields(choices)
    case 'interest-declared':
    case 'paper-ready':
    case 'put-off':
    case 'handover-offered':
    case 'handover-declined':
    case 'document-linked':
    case 'merged-into':
    case 'task-set':
    case 'task-done':
    case 'task-put-off':
      return []
  }
}
