import type { HappeningKind } from '#domain/facts.ts'
import { registerOf } from '#domain/identifiers.ts'
import type { CareReturn } from '#domain/supportCase.ts'
import type { LegalForm } from '#domain/vocabulary.ts'
import {
  checkInAnswers,
  checkInMonths,
  contactChannels,
  declineReasons,
  endings,
  heardStates,
  leavings,
  legalForms,
  origins,
  referralTargets,
  scopingOutcomes,
} from '#domain/vocabulary.ts'
import type { Extra } from '#domain/programmeRules.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import type { Choices } from '#tab/enterprise/useChoices.ts'
import { codeOptions, usualChoices } from '#tab/enterprise/useChoices.ts'
import { referralLabels } from '#tab/besideLabels.ts'
import {
  channelLabels,
  checkInAnswerLabels,
  declineReasonLabels,
  endingLabels,
  heardLabels,
  leavingLabels,
  legalFormLabels,
  originLabels,
  registerLabels,
  scopingLabels,
} from '#tab/labels.ts'
import { cameFields } from '#tab/enquiry/enquiryFields.ts'
import { besideFields, checkFields, isBesideKind } from '#tab/enterprise/besideFields.ts'
import { grantFields, isGrantKind } from '#tab/enterprise/grantFields.ts'
import { movedFields } from '#tab/enterprise/movedFields.ts'
import { areasField, serviceFields } from '#tab/enterprise/offer.ts'
import { optionsOf, yesNo } from '#tab/enterprise/options.ts'
import { ownerCounts } from '#tab/followUp/callFields.ts'
import type { Field } from '#tab/ui/fields.ts'
import { sayHours } from '#tab/ui/say.ts'

/** What each kind of entry asks, besides its day. A form that records and a form that puts right ask the same. */

const isForm = (text: string | undefined): text is LegalForm => (legalForms as readonly string[]).includes(text ?? '')
const registered = (form: string | undefined): boolean => isForm(form) && registerOf[form] !== undefined
const charities = ['charity', 'cio']

const formField: Field = { kind: 'list', name: 'form', label: 'How are they set up?', options: optionsOf(legalForms, legalFormLabels) }

const constitutedFields: readonly Field[] = [
  formField,
  {
    kind: 'list',
    name: 'register',
    label: 'Which register?',
    options: optionsOf(['charity-commission', 'oscr', 'ccni'], registerLabels),
    optional: true,
    when: ({ form }) => charities.includes(form ?? ''),
  },
  {
    kind: 'line',
    name: 'identifier',
    label: 'What is its number on the register?',
    hint: 'Leave it blank if you do not have it yet.',
    most: 20,
    optional: true,
    when: ({ form }) => registered(form),
  },
]

const months: Field = {
  kind: 'choice',
  name: 'month',
  label: 'Which check-in?',
  options: checkInMonths.map(month => ({ value: String(month), label: `${month} months` })),
  sentAs: 'number',
}

const lastTime = (value: string | undefined): { hint: string } | undefined =>
  value === undefined ? undefined : { hint: `Last time ${value}` }

function numberFields(last: CareReturn | undefined): Field[] {
  const count = (value: number | undefined): { hint: string } | undefined => lastTime(value?.toLocaleString('en-GB'))
  const hours = (value: number | undefined): { hint: string } | undefined => lastTime(value === undefined ? undefined : sayHours(value))
  return [
    { kind: 'count', name: 'people', label: 'How many people do they help in a normal week?', optional: true, ...count(last?.people) },
    { kind: 'hours', name: 'minutesPerWeek', label: 'How many hours is that?', optional: true, ...hours(last?.minutesPerWeek) },
    {
      kind: 'hours',
      name: 'councilPaidMinutes',
      label: 'How many of those hours does the council or NHS pay for?',
      hint: ['Count direct payments, personal health budgets and contracts.', hours(last?.councilPaidMinutes)?.hint]
        .filter(Boolean)
        .join(' '),
      optional: true,
    },
    {
      kind: 'hours',
      name: 'personalCareMinutes',
      label: 'How many are personal care?',
      optional: true,
      ...hours(last?.personalCareMinutes),
    },
    {
      kind: 'count',
      name: 'jobs',
      label: 'How many people work in it? Count the owner.',
      optional: true,
      ...ownerCounts,
      ...count(last?.jobs),
    },
  ]
}

const contactFields: readonly Field[] = [
  { kind: 'choice', name: 'reached', label: 'Did you reach them?', options: yesNo, sentAs: 'yes-no' },
  {
    kind: 'choice',
    name: 'heard',
    label: 'How are they doing?',
    options: optionsOf(heardStates, heardLabels),
    optional: true,
    when: ({ reached }) => reached !== 'no',
  },
  { kind: 'choice', name: 'channel', label: 'How?', options: optionsOf(contactChannels, channelLabels), optional: true },
  { kind: 'count', name: 'minutes', label: 'How many minutes?', optional: true },
]

/** What an attestation on record says is asked on, be it switched off by now. */
const attestedIn = ({ attributes }: Tracks): Extra[] =>
  (['charter', 'living-wage'] as const).filter(kind => attributes.some(({ attribute }) => attribute === kind))

/** What an entry of this kind asks; empty where its day is all there is, or where it is not asked for here. */
export function factFields(kind: HappeningKind, tracks: Tracks, choices: Choices = usualChoices): readonly Field[] {
  const { catalysts } = choices
  if (kind === 'handover-offered') return [{ kind: 'list', name: 'to', label: 'Who could take them over?', options: catalysts }]
  if (isBesideKind(kind)) return besideFields(kind, { ...choices, extras: [...choices.extras, ...attestedIn(tracks)] })
  if (isGrantKind(kind)) return grantFields(kind, tracks)
  switch (kind) {
    case 'accepted':
      return [{ kind: 'stack', name: 'origin', label: 'Where do they come from?', options: optionsOf(origins, originLabels) }]
    case 'declined':
      return [
        { kind: 'stack', name: 'reason', label: 'Why not?', options: optionsOf(declineReasons, declineReasonLabels) },
        {
          kind: 'list',
          name: 'referredTo',
          label: 'Where did you send them?',
          options: optionsOf(referralTargets, referralLabels),
          optional: true,
        },
      ]
    case 'assigned':
      return [{ kind: 'list', name: 'catalyst', label: 'Who works with them?', options: catalysts }]
    case 'idea-agreed':
      return [
        {
          kind: 'choice',
          name: 'shapedWithPeople',
          label: 'Did people who will use it help to shape it?',
          options: yesNo,
          sentAs: 'yes-no',
          optional: true,
        },
      ]
    case 'form-chosen':
      return [formField]
    case 'constituted':
      return constitutedFields
    case 'scoped':
      return [
        { kind: 'stack', name: 'outcome', label: 'What did the CQC check come to?', options: optionsOf(scopingOutcomes, scopingLabels) },
      ]
    case 'registration-moved':
      return movedFields(tracks)
    case 'check-in-answered':
      return [
        months,
        { kind: 'choice', name: 'answer', label: 'Are they trading?', options: optionsOf(checkInAnswers, checkInAnswerLabels) },
      ]
    case 'check-in-missed':
      return [months]
    case 'care-return':
      return numberFields(tracks.careReturns.at(-1))
    case 'contact':
      return contactFields
    case 'stopped':
      return [{ kind: 'stack', name: 'ending', label: 'Why did they stop?', options: optionsOf(endings, endingLabels) }]
    case 'left-sight':
      return [{ kind: 'stack', name: 'leaving', label: 'Why did they leave our sight?', options: optionsOf(leavings, leavingLabels) }]
    case 'enquired':
      return cameFields(
        codeOptions(choices, 'areas', choices.areas, tracks.area ? [tracks.area] : []),
        choices.extras.includes('community') || tracks.ventureKind === 'community-activity',
      )
    case 'advised-only':
    case 'trading-began':
    case 'paused':
    case 'resumed':
    case 'reopened':
      return []
    case 'services-offered':
      return serviceFields(choices, tracks.services)
    case 'areas-served':
      return [areasField(choices, tracks.areasServed)]
    case 'price-set':
      return [{ kind: 'money', name: 'pencePerHour', label: 'What do they charge for an hour?', hourly: true }]
    case 'check-seen':
      return checkFields(choices)
  }
}
