import type { Grant } from '#domain/grants.ts'
import { grantName, isSettled, paidOn } from '#domain/grants.ts'
import { asks, reScoping } from '#domain/milestones.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { ConstitutedForm, Scoping, Support, Trading } from '#domain/supportCase.ts'
import { going } from '#domain/supportCase.ts'
import type { CaseDetail } from '#tab/api.ts'
import { checksTag } from '#tab/checks/checkWords.ts'
import { sayAgain } from '#tab/cqcCheck/checkWords.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { grantStateLabels, whereItIs } from '#tab/grantLabels.ts'
import {
  declineReasonLabels,
  endingLabels,
  gapLabels,
  leavingLabels,
  legalFormLabels,
  originLabels,
  registerLabels,
  registrationLabels,
  scopingLabels,
} from '#tab/labels.ts'
import { sayDay, sayLength, sayMoney } from '#tab/ui/say.ts'
import type { TagTone } from '#tab/ui/Tag.tsx'

/** What a track says: a tag, its first line, and what else is worth knowing, in grey. */
export type TrackWords = {
  id: string
  name: string
  tag?: { tone: TagTone; words: string }
  line: string
  more: readonly string[]
}

function supportLine(support: Support): Pick<TrackWords, 'line' | 'tag'> {
  switch (support.state) {
    case 'unknown':
      return { line: 'Nothing is on record yet.' }
    case 'enquiry':
      return { line: `They got in touch on ${sayDay(support.enquiredOn)}.`, tag: { tone: 'going', words: 'Enquiry' } }
    case 'accepted':
      return { line: `Taken on, ${sayDay(support.acceptedOn)}.`, tag: { tone: 'done', words: 'Taken on' } }
    case 'advised-only':
      return { line: `Advised only, ${sayDay(support.advisedOn)}.`, tag: { tone: 'plain', words: 'Advised only' } }
    case 'declined':
      return {
        line: `Not taken on, ${sayDay(support.declinedOn)}: ${declineReasonLabels[support.reason].toLowerCase()}.`,
        tag: { tone: 'plain', words: 'Not taken on' },
      }
    case 'paused':
      return { line: `Paused since ${sayDay(support.pausedOn)}.`, tag: { tone: 'paused', words: 'Paused' } }
    case 'stopped':
      return { line: `Stopped on ${sayDay(support.stoppedOn)}. ${endingLabels[support.ending]}.`, tag: { tone: 'plain', words: 'Stopped' } }
    case 'left-sight':
      return {
        line: `Left our sight on ${sayDay(support.leftOn)}. ${leavingLabels[support.leaving]}.`,
        tag: { tone: 'plain', words: 'Left our sight' },
      }
  }
}

function supportTrack({ support, idea }: Tracks): TrackWords {
  const before = going(support)
  const came = before ? [`They got in touch on ${sayDay(before.enquiredOn)}.`] : []
  const origin = before?.state === 'accepted' ? [`${originLabels[before.origin]}.`] : []
  const agreed =
    idea.state === 'agreed'
      ? [`Idea agreed on ${sayDay(idea.on)}${idea.shapedWithPeople ? ', shaped with people who will use it' : ''}.`]
      : []
  return {
    id: 'support',
    name: 'Support',
    ...supportLine(support),
    more: [[...(support.state === 'enquiry' ? [] : came), ...origin, ...agreed].join(' ')].filter(words => words !== ''),
  }
}

const formLine = ({ form, register, identifier, on }: ConstitutedForm): string =>
  [`${legalFormLabels[form]}, since ${sayDay(on)}`, register && identifier ? `${registerLabels[register]} ${identifier}` : '']
    .filter(Boolean)
    .join(' · ')

function setUpTrack({ constitution }: Tracks): TrackWords {
  const track = { id: 'set-up', name: 'Set up' }
  switch (constitution.state) {
    case 'not-chosen':
      return { ...track, line: 'No form chosen yet.', more: [] }
    case 'chosen':
      return {
        ...track,
        tag: { tone: 'going', words: 'Setting up' },
        line: `${legalFormLabels[constitution.form]}, chosen on ${sayDay(constitution.on)}.`,
        more: [],
      }
    case 'constituted': {
      const earlier = constitution.earlier.map(form => `Before that: ${formLine(form)}.`)
      return { ...track, tag: { tone: 'done', words: 'Done' }, line: `${formLine(constitution.present)}.`, more: earlier.toReversed() }
    }
  }
}

const scopingLine = (scoping: Scoping): string[] =>
  scoping.state === 'recorded'
    ? [`CQC check, ${sayDay(scoping.on)}: ${scopingLabels[scoping.outcome].toLowerCase().replaceAll('cqc', 'CQC')}.`]
    : []

function cqcTag(tracks: Tracks, today: PlainDate): TrackWords['tag'] {
  const { registration, scoping } = tracks
  switch (registration.state) {
    case 'registered':
      return { tone: 'done', words: 'Registered' }
    case 'submitted':
    case 'in-assessment':
    case 'interview':
      return { tone: 'going', words: 'With CQC' }
    case 'notice-of-proposal':
      return { tone: 'danger', words: 'Reply to CQC' }
    case 'preparing':
      return { tone: 'going', words: 'Getting ready' }
    case 'returned':
      return { tone: 'warning', words: registrationLabels.returned }
    case 'refused':
    case 'withdrawn':
    case 'deregistered':
      return { tone: 'warning', words: registrationLabels[registration.state].slice(0, 18) }
    case 'not-begun': {
      const asked = asks(scoping)
      if (asked !== 'register' && reScoping(tracks, today)) return { tone: 'warning', words: 'Check again' }
      if (asked === undefined) return undefined
      return asked === 'nothing'
        ? { tone: 'plain', words: 'Not needed' }
        : { tone: 'warning', words: asked === 'ask' ? 'Ask CQC' : 'Needed' }
    }
  }
}

function cqcTrack(tracks: Tracks, today: PlainDate): TrackWords {
  const { registration, scoping } = tracks
  const tag = cqcTag(tracks, today)
  const track = { id: 'cqc', name: 'CQC', ...(tag ? { tag } : {}) }
  if (registration.state === 'not-begun') {
    const again = reScoping(tracks, today)
    const [line = 'The CQC check is not done yet.'] = scopingLine(scoping)
    return { ...track, line, more: again ? [sayAgain(again)] : [] }
  }
  const { providerId, locationIds } = registration
  const numbers = [providerId ? `Provider ${providerId}` : '', ...locationIds.map(each => `location ${each}`)].filter(part => part !== '')
  const line = `${registrationLabels[registration.state]}, ${sayDay(registration.since)}.`
  return { ...track, line, more: [...(numbers.length > 0 ? [numbers.join(' · ')] : []), ...scopingLine(scoping)] }
}

/** A grant in a line. */
export function sayGrant(grant: Grant): string {
  const gap = grant.gap === 'not-recorded' ? '' : ` for ${gapLabels[grant.gap].toLowerCase()}`
  const name = grant.number === undefined ? '' : `${grantName(grant.number)}, `
  const asked = grant.recommended && !grant.decided ? `asked for ${sayDay(grant.recommended.on)}` : undefined
  const agreed = grant.decided ? `agreed ${sayDay(grant.decided.on)}` : undefined
  const on = paidOn(grant)
  const paid = on ? `paid ${sayDay(on)}` : grant.decided && !grant.closed ? 'not paid yet' : undefined
  const said = grant.state === 'turned-down' || grant.state === 'closed' ? grantStateLabels[grant.state].toLowerCase() : undefined
  return `${name}${sayMoney(grant.pence)}${gap}: ${[asked ?? agreed, paid, said].filter(part => part !== undefined).join(', ')}.`
}

function moneyTrack({ grants }: Tracks, steps: CaseDetail['grantSteps']): TrackWords {
  const track = { id: 'money', name: 'Money' }
  const [first, ...others] = grants.toReversed().map(sayGrant)
  if (first === undefined) return { ...track, line: 'No grant.', more: [] }
  const open = grants.find(grant => !isSettled(grant))
  const tag = open
    ? ({ tone: 'warning', words: whereItIs(open, steps[open.grantId]) } as const)
    : ({ tone: 'done', words: 'Settled' } as const)
  return { ...track, tag, line: first, more: others }
}

function tradingLine(trading: Trading, today: PlainDate): Pick<TrackWords, 'line' | 'tag'> {
  const began = trading.state === 'not-yet' ? '' : `Began ${sayDay(trading.beganOn)}`
  switch (trading.state) {
    case 'not-yet':
      return { line: 'Not trading yet.' }
    case 'trading':
      return {
        line: `Since ${sayDay(trading.beganOn)}, ${sayLength(daysBetween(trading.beganOn, today))}.`,
        tag: { tone: 'going', words: 'Trading' },
      }
    case 'paused':
      return { line: `${began}, paused ${sayDay(trading.pausedOn)}.`, tag: { tone: 'paused', words: 'Paused' } }
    case 'stopped':
      return { line: `${began}, stopped ${sayDay(trading.stoppedOn)}.`, tag: { tone: 'plain', words: 'Stopped' } }
    case 'left-sight':
      return { line: `${began}, left our sight ${sayDay(trading.leftOn)}.`, tag: { tone: 'plain', words: 'Left our sight' } }
  }
}

function checksTrack(checks: CaseDetail['checks']): TrackWords {
  const tag = checksTag(checks)
  return { id: 'checks', name: 'Checks and sign-off', ...(tag ? { tag } : {}), line: '', more: [] }
}

/** The six tracks, each in a line or two. */
export const trackWords = (
  tracks: Tracks,
  today: PlainDate,
  checks: CaseDetail['checks'] = [],
  grantSteps: CaseDetail['grantSteps'] = {},
): TrackWords[] => [
  supportTrack(tracks),
  setUpTrack(tracks),
  cqcTrack(tracks, today),
  checksTrack(checks),
  moneyTrack(tracks, grantSteps),
  { id: 'trading', name: 'Trading', ...tradingLine(tracks.trading, today), more: [] },
]
