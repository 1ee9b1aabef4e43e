import { daysBeforeDue } from '#domain/followUpSchedule.ts'
import type { Granted } from '#domain/grants.ts'
import { grantName, isUnpaid } from '#domain/grants.ts'
import { reScoping } from '#domain/milestones.ts'
import type { Permission } from '#domain/permissions.ts'
import { permissionOf } from '#domain/permissions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { NextStep } from '#domain/wireSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { sayAgain } from '#tab/cqcCheck/checkWords.ts'
import { applicationNext } from '#tab/enterprise/applicationNext.ts'
import type { OpenKind } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { whereItIs } from '#tab/grantLabels.ts'
import { checkInLabels, legalFormInside, warningLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { sayDay, sayLength, sayMoney } from '#tab/ui/say.ts'
import { writeMoney } from '#tab/ui/typed.ts'

/** What is next on a record, and what is in the way, in sentences. Each thing carries its own cure. */

export type NextAction = { label: string; step: OpenKind | 'open-grant'; start?: Words }

export type NextItem = {
  key: string
  tone: 'careful' | 'late' | 'ready' | 'waiting'
  title: string
  state: string
  words?: string
  actions: readonly NextAction[]
}

type About = { step: NextStep; tracks: Tracks; today: PlainDate; grantSteps: CaseDetail['grantSteps'] }
export type Said = Omit<NextItem, 'key'>

const ready = { tone: 'ready', state: 'Ready' } as const
const doCheck: NextAction = { label: 'Do the CQC check', step: 'record-scoping' }

function since({ step, today }: About, words: string): { words?: string } {
  if (!step.since) return {}
  const days = daysBetween(step.since, today)
  return { words: `${words} ${sayDay(step.since)}, ${days === 0 ? 'today' : `${sayLength(days)} ago`}.` }
}

const unpaid = ({ grants }: Tracks): Granted | undefined => grants.find(isUnpaid)

function payGrant(about: About): Said {
  const grant = unpaid(about.tracks)
  if (grant?.number !== undefined) {
    const title = `Grant ${grantName(grant.number)}, ${sayMoney(grant.pence)}: ${whereItIs(grant, about.grantSteps[grant.grantId]).toLowerCase()}`
    const actions = [{ label: 'Open the grant', step: 'open-grant', start: { grantId: grant.grantId } }] as const
    return { ...ready, title, ...since(about, 'It was agreed on'), actions }
  }
  const amount = grant ? sayMoney(grant.pence) : 'the'
  const start: Words = grant ? { grantId: grant.grantId, pence: writeMoney(grant.pence) } : {}
  return {
    ...ready,
    title: `Pay ${amount === 'the' ? 'the grant' : `the ${amount} grant`}`,
    ...since(about, 'It was agreed on'),
    actions: [{ label: 'It was paid', step: 'pay-grant', start }],
  }
}

function checkIn({ step, today }: About): Said {
  const month = step.month ?? 6
  const actions: NextAction[] = [{ label: 'Start the call', step: 'check-in' }]
  const title = checkInLabels[month]
  const late = step.on ? daysBetween(step.on, today) : 0
  if (!step.on || late === 0) return { tone: 'ready', state: 'Today', title, actions }
  if (late > 0) return { tone: 'late', state: `${sayLength(late)} late`, title, words: `It was due on ${sayDay(step.on)}.`, actions }
  return {
    tone: 'waiting',
    state: `On ${sayDay(step.on)}`,
    title,
    words: `Due in ${sayLength(-late)}.`,
    actions: -late <= daysBeforeDue ? actions : [],
  }
}

const said: Record<NextStep['step'], (about: About) => Said> = {
  'answer-enquiry': about => ({
    ...ready,
    title: 'Answer the enquiry',
    ...since(about, 'It came on'),
    actions: [
      { label: 'Take them on', step: 'accept' },
      { label: 'Advise only', step: 'advise-only' },
      { label: 'Not now', step: 'decline' },
    ],
  }),
  'agree-idea': about => ({
    ...ready,
    title: 'Agree the idea',
    ...since(about, 'Taken on'),
    actions: [{ label: 'Idea agreed', step: 'agree-idea' }],
  }),
  'choose-form': () => ({
    ...ready,
    title: 'Choose how to set up',
    words: 'No legal form is on record.',
    actions: [
      { label: 'They chose', step: 'choose-form' },
      { label: 'They are set up', step: 'constitute' },
    ],
  }),
  constitute: about => {
    const { constitution } = about.tracks
    const form = constitution.state === 'chosen' ? constitution.form : undefined
    const title = form ? `Set it up: ${legalFormInside(form)}` : 'Set it up'
    const start: Words = form ? { form } : {}
    return { ...ready, title, ...since(about, 'They chose on'), actions: [{ label: 'They are set up', step: 'constitute', start }] }
  },
  'do-cqc-check': () => ({
    ...ready,
    title: 'Do the CQC check',
    words: 'It says if they need to register before they give care.',
    actions: [doCheck],
  }),
  'redo-cqc-check': ({ tracks, today }) => {
    const again = reScoping(tracks, today)
    return {
      tone: 'careful',
      state: 'Check again',
      title: 'Do the CQC check again',
      words: again ? sayAgain(again) : '',
      actions: [{ ...doCheck, label: 'Ask again' }],
    }
  },
  'move-registration': ({ tracks, today }) => applicationNext(tracks, today),
  'pay-grant': payGrant,
  'begin-trading': () => ({ ...ready, title: 'Begin trading', actions: [{ label: 'They began trading', step: 'begin-trading' }] }),
  'check-in': checkIn,
  resume: about => ({
    tone: 'waiting',
    state: 'Paused',
    title: 'They have paused',
    ...since(about, 'Since'),
    actions: [{ label: 'They started again', step: 'resume' }],
  }),
}

const isWarning = (kind: string): kind is keyof typeof warningLabels => Object.hasOwn(warningLabels, kind)

const cures: Partial<Record<keyof typeof warningLabels, NextAction>> = {
  'trading-before-registration': { label: 'Record where CQC is', step: 'advance-registration' },
  'registered-though-not-needed': doCheck,
}

function warned({ kind, on }: CaseDetail['warnings'][number]): Said[] {
  if (!isWarning(kind)) return []
  const cure = cures[kind]
  return [
    {
      tone: 'careful',
      state: 'Careful',
      title: warningLabels[kind],
      words: `That was on ${sayDay(on)}. We have saved that.`,
      actions: cure ? [cure] : [],
    },
  ]
}

const order = { late: 0, careful: 1, ready: 2, waiting: 3 } satisfies Record<NextItem['tone'], number>

const roleThatSettles: Partial<Record<NextAction['step'], string>> = {
  'pay-grant': 'Waiting for the payer',
  'award-grant': 'Waiting for the decider',
}

/** What it takes to press the button of an action. */
export const permissionToAct = (step: NextAction['step']): Permission => (step === 'open-grant' ? 'grants.read' : permissionOf[step])

/** What only others can record waits for them. */
function forReader(item: NextItem, may: (permission: Permission) => boolean): NextItem {
  const actions = item.actions.filter(({ step }) => may(permissionToAct(step)))
  const [first] = item.actions
  if (actions.length > 0 || !first || item.tone !== 'ready') return { ...item, actions }
  return { ...item, actions, tone: 'waiting', state: roleThatSettles[first.step] ?? 'Waiting for others' }
}

/** What is next, most pressing first. A thing that this person cannot record is shown without its button. */
export function whatIsNext(
  detail: Pick<CaseDetail, 'nextSteps' | 'warnings' | 'today' | 'grantSteps'>,
  tracks: Tracks,
  may: (permission: Permission) => boolean,
): NextItem[] {
  const items = [
    ...detail.warnings.flatMap(warned),
    ...detail.nextSteps.map(step => said[step.step]({ step, tracks, today: detail.today, grantSteps: detail.grantSteps })),
  ]
  return items
    .map((item, place) => forReader({ ...item, key: `${place} ${item.title}` }, may))
    .sort((a, b) => order[a.tone] - order[b.tone])
}

/** What stands in place of the list when it is empty. */
export function nothingNext({ support, trading }: Tracks): string {
  switch (support.state) {
    case 'stopped':
    case 'left-sight':
      return 'Nothing is next. Their record has ended.'
    case 'advised-only':
      return 'Nothing is next. They had advice only.'
    case 'declined':
      return 'Nothing is next. We did not take them on.'
    case 'unknown':
    case 'enquiry':
    case 'accepted':
    case 'paused':
      return trading.state === 'trading' ? 'Nothing is in the way, and no check-in is left.' : 'Nothing is in the way.'
  }
}
