import type { CommandKind, TypedCommand } from '#domain/commandSchemas.ts'
import type { HappeningKind } from '#domain/facts.ts'
import type { GrantCommandKind } from '#domain/grantCommandSchemas.ts'
import { isUnpaid } from '#domain/grants.ts'
import type { Permission } from '#domain/permissions.ts'
import { permissionOf } from '#domain/permissions.ts'
import { asks } from '#domain/milestones.ts'
import { endedOn, nothingYet } from '#domain/supportCase.ts'
import { checkInMonths, endings, leavings } from '#domain/vocabulary.ts'
import { documentFields } from '#tab/enterprise/besideFields.ts'
import { factFields } from '#tab/enterprise/factFields.ts'
import { movedNotes } from '#tab/enterprise/movedFields.ts'
import { offerCommand, offerFields } from '#tab/enterprise/offer.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import type { Choices } from '#tab/enterprise/useChoices.ts'
import { usualChoices } from '#tab/enterprise/useChoices.ts'
import { endingLabels, leavingLabels } from '#tab/labels.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'

/** The steps one can record: what each asks, and which make sense as the record stands. Leaving our sight is asked with stopping. */
export type StepKind = Exclude<CommandKind, 'withdraw' | 'replace' | 'leave-sight' | ElsewhereKind>

/** What is recorded on a form or a page of its own, or by a button. */
type ElsewhereKind =
  | Exclude<GrantCommandKind, 'pay-grant'>
  | 'record-scoping'
  | 'check-in'
  | 'tick-paper'
  | 'set-task'
  | 'do-task'
  | 'put-off-task'
  | 'put-off'
  | 'accept-handover'
  | 'decline-handover'
  | 'undo'

/** What a menu and what is next may open: a form for a step, the call, the page of the CQC check or of a grant, its papers, or the day of its interview. */
export type OpenKind = StepKind | 'check-in' | 'record-scoping' | 'tick-paper' | 'set-task' | 'recommend-grant'

type Step = {
  /** The entry it makes. */
  fact: HappeningKind
  save: string
  /** What is asked for in words; none where this step takes no words. */
  note?: string
  lead?: string
}

const anything = 'Anything to note?'

export const steps = {
  accept: { fact: 'accepted', save: 'Take them on', note: anything },
  'advise-only': {
    fact: 'advised-only',
    save: 'Save',
    note: 'What did you advise?',
    lead: 'They had advice and do not need more from us. We count them apart.',
  },
  decline: { fact: 'declined', save: 'Save', note: 'Where did you send them?' },
  assign: { fact: 'assigned', save: 'Save' },
  'agree-idea': { fact: 'idea-agreed', save: 'Save', note: 'What is the idea?' },
  'choose-form': { fact: 'form-chosen', save: 'Save', lead: 'This is what they plan. When it is done, record that they are set up.' },
  constitute: {
    fact: 'constituted',
    save: 'Save',
    lead: 'Self-employed people do not have to tell HMRC before they start. This does not hold anything up.',
  },
  'advance-registration': { fact: 'registration-moved', save: 'Save', note: anything },
  'award-grant': {
    fact: 'grant-decided',
    save: 'Save',
    note: 'What is it for?',
    lead: 'We never keep bank details here. Finance keeps them.',
  },
  'pay-grant': { fact: 'grant-paid', save: 'Save', lead: 'We never keep bank details here. Finance keeps them.' },
  'begin-trading': {
    fact: 'trading-began',
    save: 'Save',
    lead: 'Give the day they first worked for pay. The 6, 12 and 24-month check-ins count from it.',
  },
  'answer-check-in': { fact: 'check-in-answered', save: 'Save check-in', note: 'Has anything changed?' },
  'miss-check-in': {
    fact: 'check-in-missed',
    save: 'Save',
    lead: 'Give the day you last tried. No answer does not mean closed. It does not mean trading.',
  },
  'record-care-return': { fact: 'care-return', save: 'Save numbers', lead: 'Leave blank what you did not ask.' },
  'log-contact': { fact: 'contact', save: 'Save contact', note: 'What did you talk about?' },
  pause: { fact: 'paused', save: 'Save', note: 'Why? The day is kept, your words can be removed.' },
  resume: { fact: 'resumed', save: 'Save' },
  stop: { fact: 'stopped', save: 'Save', note: anything },
  reopen: { fact: 'reopened', save: 'Open it again', note: 'Why?' },
  'tell-change': { fact: 'changed', save: 'Save', lead: 'What may change the CQC check is asked again.' },
  'tell-privacy': {
    fact: 'told-privacy',
    save: 'Save',
    lead: 'This is telling, not asking. We ask for a yes only before we list them or tell their story.',
  },
  'give-permission': { fact: 'permission-given', save: 'Save', lead: 'They can take it back at any time.' },
  'end-permission': { fact: 'permission-ended', save: 'Save' },
  'count-members': { fact: 'members-counted', save: 'Save' },
  'class-ownership': {
    fact: 'ownership-classed',
    save: 'Save',
    note: 'Why?',
    lead: 'We work this out from the legal form. Say it here only where that is wrong.',
  },
  'see-check': { fact: 'check-seen', save: 'Save', note: anything, lead: 'A DBS check has a form of its own.' },
  'sign-off': { fact: 'signed-off', save: 'Sign them off', note: anything },
  'end-sign-off': { fact: 'sign-off-ended', save: 'Save', note: anything },
  list: { fact: 'listed', save: 'Save', note: 'Where is the listing?', lead: 'Listed does not mean that anyone recommends them.' },
  delist: { fact: 'delisted', save: 'Save', note: anything },
  'overrule-gate': {
    fact: 'gate-overruled',
    save: 'Go on without it',
    note: 'Why?',
    lead: 'It stays on the record that it was missing. What goes missing later is in the way again.',
  },
  'tell-attribute': { fact: 'attribute', save: 'Save', note: anything },
  'offer-handover': { fact: 'handover-offered', save: 'Ask them', lead: 'The record stays with you until they say yes.' },
  'need-training': { fact: 'training-needed', save: 'Save' },
  'finish-training': { fact: 'training-done', save: 'Save' },
  'set-price': { fact: 'price-set', save: 'Save' },
  'link-document': {
    fact: 'document-linked',
    save: 'Save link',
    lead: 'The file stays in your SharePoint. Here is only the way to it.',
  },
  'tell-offer': { fact: 'services-offered', save: 'Save', lead: 'Change what is new. The rest stays as it was.' },
} satisfies Record<StepKind, Step>

export const stepOf = (kind: StepKind): Step => steps[kind]

export const noteHint = 'They can ask to read this. Please do not name the people they support.'

const dayLabels: Partial<Record<StepKind, string>> = {
  'log-contact': 'When was it?',
  'begin-trading': 'When did they begin?',
  stop: 'When did they stop?',
  'record-care-return': 'When were these true?',
}

const endingField: Field = {
  kind: 'stack',
  name: 'ending',
  label: 'Why did they stop?',
  hint: 'The last two still trade, so they do not count as stopped.',
  options: [...optionsOf(endings, endingLabels), ...optionsOf(leavings, leavingLabels)],
}

/** All that a step asks, in order: what happened, when, and words. */
export function stepFields(kind: StepKind, tracks: Tracks, choices: Choices = usualChoices): readonly Field[] {
  const { fact, note } = stepOf(kind)
  const day: Field = { kind: 'day', name: 'happenedOn', label: dayLabels[kind] ?? 'When?' }
  if (kind === 'link-document') return [...documentFields, day]
  if (kind === 'tell-offer') return [...offerFields(tracks, choices), { ...day, label: 'Since when?' }]
  if (kind === 'advance-registration') return [...factFields(fact, tracks, choices), day, ...movedNotes(anything, noteHint)]
  const words: Field[] = note ? [{ kind: 'note', name: 'note', label: note, hint: noteHint, optional: true }] : []
  return [...askedBy(kind, factFields(fact, tracks, choices), tracks), day, ...words]
}

/** A step asks what its entry holds, less the answers that nobody gives today. */
function askedBy(kind: StepKind, fields: readonly Field[], { checkIns }: Tracks): readonly Field[] {
  if (kind === 'stop') return [endingField]
  const open = checkInMonths.filter(month => checkIns[month]?.state !== 'answered').map(String)
  return kind === 'answer-check-in' || kind === 'miss-check-in' ? only(fields, 'month', value => open.includes(value)) : fields
}

const only = (fields: readonly Field[], name: string, keeps: (value: string) => boolean): Field[] =>
  fields.map(field =>
    field.name === name && 'options' in field ? { ...field, options: field.options.filter(({ value }) => keeps(value)) } : field,
  )

const isLeaving = (value: unknown): boolean => (leavings as readonly unknown[]).includes(value)

/** The command that the answers of a step make. */
export function commandOf(kind: StepKind, answers: Answers, tracks: Tracks = nothingYet): TypedCommand {
  if (kind === 'tell-offer') return offerCommand(answers, tracks)
  if (kind === 'stop' && isLeaving(answers['ending'])) {
    const { ending, ...rest } = answers
    return { ...rest, kind: 'leave-sight', leaving: ending } as TypedCommand
  }
  return { ...answers, kind } as TypedCommand
}

const isCoop = ({ constitution }: Tracks): boolean =>
  constitution.state === 'constituted' &&
  (constitution.present.form === 'cooperative_society' || constitution.present.form === 'community_benefit_society')
/** Papers are asked for from the check that says they must register until CQC has decided. */
export const isApplying = ({ registration, scoping }: Tracks): boolean =>
  registration.state === 'not-begun' ? asks(scoping) === 'register' : !['registered', 'deregistered'].includes(registration.state)
const isListed = ({ listings }: Tracks): boolean => Object.values(listings).some(listing => listing.state === 'listed')
const hasGivenAYes = ({ permissions }: Tracks): boolean => Object.values(permissions).some(each => each.state === 'given')

export type StepGroup = { track: string; steps: OpenKind[] }

/** Which steps make sense now, by track. What only should not be is offered all the same: a gate stops what we do, never what they did. */
export function offeredSteps(tracks: Tracks, may: (permission: Permission) => boolean, keepsFund = false): StepGroup[] {
  const { support, idea, constitution, grants, trading } = tracks
  const ended = endedOn(support) !== undefined
  const open = !ended && support.state !== 'unknown'
  const given = (wanted: boolean, ...kinds: OpenKind[]): OpenKind[] => (wanted ? kinds : [])
  const answerable =
    trading.state !== 'not-yet' || support.state === 'accepted'
      ? checkInMonths.some(month => tracks.checkIns[month]?.state !== 'answered')
      : false
  const groups: StepGroup[] = [
    {
      track: 'Support',
      steps: [
        ...given(support.state === 'enquiry', 'accept', 'advise-only', 'decline'),
        ...given(support.state === 'advised-only' || support.state === 'declined', 'accept'),
        ...given(idea.state === 'to-do' && open, 'agree-idea'),
        ...given(support.state === 'paused', 'resume'),
        ...given(open && support.state !== 'paused', 'pause'),
        ...given(open, 'stop'),
        ...given(ended, 'reopen'),
        ...given(!tracks.told, 'tell-privacy'),
        'give-permission',
        'link-document',
        ...given(hasGivenAYes(tracks), 'end-permission'),
        'assign',
      ],
    },
    {
      track: 'Set up',
      steps: [
        ...given(constitution.state !== 'constituted', 'choose-form'),
        'constitute',
        ...given(constitution.state === 'constituted', 'class-ownership'),
        ...given(isCoop(tracks), 'count-members'),
      ],
    },
    { track: 'CQC', steps: ['record-scoping', ...given(isApplying(tracks), 'tick-paper'), 'advance-registration'] },
    {
      track: 'Checks and sign-off',
      steps: [
        'see-check',
        ...given(tracks.signOff.state !== 'signed-off', 'sign-off'),
        ...given(tracks.signOff.state === 'signed-off', 'end-sign-off'),
        'list',
        ...given(isListed(tracks), 'delist'),
        'overrule-gate',
        'need-training',
        'finish-training',
        'tell-attribute',
      ],
    },
    {
      track: 'Money',
      steps: [
        // Where the programme keeps a fund, a grant begins with a recommendation.
        ...given(!keepsFund, 'award-grant'),
        ...given(keepsFund && open, 'recommend-grant'),
        ...given(
          grants.some(grant => grant.pot === undefined && isUnpaid(grant)),
          'pay-grant',
        ),
      ],
    },
    {
      track: 'Trading',
      steps: [
        ...given(trading.state === 'not-yet', 'begin-trading'),
        ...given(answerable, 'answer-check-in', 'miss-check-in'),
        'record-care-return',
        'tell-change',
        'set-price',
        'tell-offer',
      ],
    },
  ]
  return groups
    .map(({ track, steps: kinds }) => ({ track, steps: kinds.filter(kind => may(permissionOf[kind])) }))
    .filter(({ steps: kinds }) => kinds.length > 0)
}
