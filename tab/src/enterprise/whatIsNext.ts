import { asks } from '#domain/milestones.ts'
import type { Permission } from '#domain/permissions.ts'
import { permissionOf } from '#domain/permissions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, daysBetween } from '#domain/plainDate.ts'
import type { Grant, Registration } from '#domain/supportCase.ts'
import type { NextStep } from '#domain/wireSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { checkInLabels, legalFormLabels, registrationLabels, warningLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { sayCount, sayDay, sayLength, sayMoney } from '#tab/ui/say.ts'
import { writeMoney } from '#tab/ui/typed.ts'

/** What is next on a record, and what is in the way, in sentences. Each thing carries its own cure. */

export type NextAction = { label: string; step: StepKind; start?: Words }

export type NextItem = {
  key: string
  tone: 'careful' | 'late' | 'ready' | 'waiting'
  title: string
  state: string
  words?: string
  actions: readonly NextAction[]
}

type About = { step: NextStep; tracks: Tracks; today: PlainDate }
type Said = Omit<NextItem, 'key'>

const ready = { tone: 'ready', state: 'Ready' } as const

function since({ step, today }: About, words: string): { words?: string } {
  if (!step.since) return {}
  const days = daysBetween(step.since, today)
  return { words: `${words} ${sayDay(step.since)}, ${days === 0 ? 'today' : `${sayLength(days)} ago`}.` }
}

const aimWeeks = 10
const daysToReply = 28

/** The application: what CQC has, is CQC's to move. Its aim is not the enterprise's lateness. */
function withCqc(registration: Extract<Registration, { since: PlainDate }>, today: PlainDate): Said {
  const move: NextAction = { label: 'Record what CQC did', step: 'advance-registration' }
  const title = registrationLabels[registration.state]
  const days = sayCount(daysBetween(registration.since, today), 'day')
  switch (registration.state) {
    case 'submitted':
    case 'in-assessment':
    case 'interview':
      return {
        tone: 'waiting',
        state: 'Waiting for CQC',
        title: 'CQC decides',
        words: `${title} for ${days}. CQC aims to decide in ${aimWeeks} weeks. Many take longer.`,
        actions: [move],
      }
    case 'notice-of-proposal':
      return {
        tone: 'careful',
        state: 'Reply to CQC',
        title,
        words: `They have ${daysToReply} days to reply. By our count the last day is ${sayDay(addDays(registration.since, daysToReply))}. Check the date on the letter, and get advice now.`,
        actions: [move],
      }
    case 'preparing':
      return {
        ...ready,
        title: 'Send it to CQC',
        words: `They have been getting it ready for ${days}.`,
        actions: [{ ...move, label: 'It was sent', start: { to: 'submitted' } }],
      }
    case 'returned':
      return {
        ...ready,
        title: 'Send it to CQC again',
        words: `CQC sent it back ${days} ago.`,
        actions: [{ ...move, label: 'It was sent', start: { to: 'submitted' } }],
      }
    case 'registered':
    case 'refused':
    case 'withdrawn':
    case 'deregistered':
      return {
        ...ready,
        title: 'Decide what to do about CQC',
        words: `${title}, since ${sayDay(registration.since)}.`,
        actions: [{ label: 'Do the CQC check', step: 'record-scoping' }, move],
      }
  }
}

function moveRegistration({ tracks, today }: About): Said {
  const { registration, scoping } = tracks
  if (registration.state !== 'not-begun') return withCqc(registration, today)
  if (asks(scoping) === 'ask') {
    return {
      ...ready,
      title: 'Ask CQC',
      words: 'The CQC check could not settle it. CQC decides.',
      actions: [{ label: 'CQC check again', step: 'record-scoping' }],
    }
  }
  return {
    ...ready,
    title: 'Apply to CQC',
    words: 'The CQC check says that they must register before they give this care.',
    actions: [{ label: 'They began', step: 'advance-registration', start: { to: 'preparing' } }],
  }
}

const unpaid = ({ grants }: Tracks): Grant | undefined => grants.find(({ state }) => state === 'decided')

function payGrant(about: About): Said {
  const grant = unpaid(about.tracks)
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
  const start = { month: String(month) }
  const actions: NextAction[] = [
    { label: 'They answered', step: 'answer-check-in', start },
    { label: 'No answer', step: 'miss-check-in', start },
  ]
  const title = checkInLabels[month]
  const late = step.on ? daysBetween(step.on, today) : 0
  if (!step.on || late === 0) return { tone: 'ready', state: 'Today', title, actions }
  if (late > 0) return { tone: 'late', state: `${sayLength(late)} late`, title, words: `It was due on ${sayDay(step.on)}.`, actions }
  return { tone: 'waiting', state: `On ${sayDay(step.on)}`, title, words: `Due in ${sayLength(-late)}.`, actions: [] }
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
    const title = form ? `Set it up: ${legalFormLabels[form].replace(/^(?!CI|LLP)./, first => first.toLowerCase())}` : 'Set it up'
    const start: Words = form ? { form } : {}
    return { ...ready, title, ...since(about, 'They chose on'), actions: [{ label: 'They are set up', step: 'constitute', start }] }
  },
  'do-cqc-check': () => ({
    ...ready,
    title: 'Do the CQC check',
    words: 'It says if they need to register before they give care.',
    actions: [{ label: 'Record the check', step: 'record-scoping' }],
  }),
  'redo-cqc-check': ({ step }) => ({
    tone: 'careful',
    state: 'Check again',
    title: 'Do the CQC check again',
    words: step.since ? `The last one was on ${sayDay(step.since)}. It holds for 12 months.` : 'The last one is more than 12 months old.',
    actions: [{ label: 'Record the check', step: 'record-scoping' }],
  }),
  'move-registration': moveRegistration,
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
  'registered-though-not-needed': { label: 'Do the CQC check', step: 'record-scoping' },
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

const roleThatSettles: Partial<Record<StepKind, string>> = {
  'pay-grant': 'Waiting for the payer',
  'award-grant': 'Waiting for the decider',
}

/** What only others can record waits for them. */
function forReader(item: NextItem, may: (permission: Permission) => boolean): NextItem {
  const actions = item.actions.filter(({ step }) => may(permissionOf[step]))
  const [first] = item.actions
  if (actions.length > 0 || !first || item.tone !== 'ready') return { ...item, actions }
  return { ...item, actions, tone: 'waiting', state: roleThatSettles[first.step] ?? 'Waiting for others' }
}

/** What is next, most pressing first. A thing that this person cannot record is shown without its button. */
export function whatIsNext(
  detail: Pick<CaseDetail, 'nextSteps' | 'warnings' | 'today'>,
  tracks: Tracks,
  may: (permission: Permission) => boolean,
): NextItem[] {
  const items = [
    ...detail.warnings.flatMap(warned),
    ...detail.nextSteps.map(step => said[step.step]({ step, tracks, today: detail.today })),
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
