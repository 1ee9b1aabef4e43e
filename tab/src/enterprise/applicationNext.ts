import type { CqcClock } from '#domain/cqcApplication.ts'
import { cqcClocks, papersOf } from '#domain/cqcApplication.ts'
import { asks } from '#domain/milestones.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { Registration } from '#domain/supportCase.ts'
import { cqcPapers } from '#domain/vocabulary.ts'
import { clockWords, papersWords } from '#tab/enterprise/applicationWords.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import type { NextAction, Said } from '#tab/enterprise/whatIsNext.ts'
import { registrationLabels } from '#tab/labels.ts'
import { sayCount, sayDay } from '#tab/ui/say.ts'

/** What is next with CQC. What CQC has is CQC's to move: its aim is not the enterprise's lateness. */

const ready = { tone: 'ready', state: 'Ready' } as const
const move: NextAction = { label: 'Record what CQC did', step: 'advance-registration' }
const sent: NextAction = { label: 'It was sent', step: 'advance-registration', start: { to: 'submitted' } }
const papers: NextAction = { label: 'Tick off papers', step: 'tick-paper' }
const planInterview: NextAction = { label: 'Plan the interview', step: 'set-task' }
const held: NextAction = { label: 'It was held', step: 'advance-registration', start: { to: 'interview' } }
const check: NextAction = { label: 'Do the CQC check', step: 'record-scoping' }

/** What comes next on the way to a registration. */
export function applicationNext(tracks: Tracks, today: PlainDate): Said {
  const { registration, scoping } = tracks
  if (registration.state !== 'not-begun') return applied(tracks, registration, today)
  if (asks(scoping) === 'ask') {
    return {
      ...ready,
      title: 'Ask CQC',
      words: 'The CQC check could not settle it. CQC decides.',
      actions: [{ ...check, label: 'CQC check again' }],
    }
  }
  return {
    ...ready,
    title: 'Apply to CQC',
    words: 'The CQC check says that they must register before they give this care.',
    actions: [{ label: 'They began', step: 'advance-registration', start: { to: 'preparing' } }],
  }
}

function applied(tracks: Tracks, registration: Extract<Registration, { since: PlainDate }>, today: PlainDate): Said {
  const clocks = cqcClocks(tracks, today)
  const words = clocks.map(clock => clockWords(clock, today)).join(' ')
  const title = registrationLabels[registration.state]
  switch (registration.state) {
    case 'submitted':
    case 'in-assessment':
    case 'interview':
      return {
        tone: 'waiting',
        state: 'Waiting for CQC',
        title: 'CQC decides',
        words,
        actions: [...interviewActions(registration, clocks), move],
      }
    case 'notice-of-proposal':
      return { tone: 'careful', state: 'Reply to CQC', title, words, actions: [move] }
    case 'refused':
      return { tone: 'careful', state: 'They may appeal', title, words, actions: [check, move] }
    case 'preparing':
      return {
        ...ready,
        title: 'Send it to CQC',
        words: `They have been getting it ready for ${sayCount(daysBetween(registration.since, today), 'day')}. ${papersWords(tracks)}`,
        actions: papersOf(tracks).ready.length < cqcPapers.length ? [papers, sent] : [sent],
      }
    case 'returned':
      return {
        ...ready,
        title: 'Send it to CQC again',
        words: `CQC sent it back ${sayCount(daysBetween(registration.since, today), 'day')} ago. ${papersWords(tracks)}`,
        actions: [papers, sent],
      }
    case 'registered':
    case 'withdrawn':
    case 'deregistered':
      return {
        ...ready,
        title: 'Decide what to do about CQC',
        words: `${title}, since ${sayDay(registration.since)}.`,
        actions: [check, move],
      }
  }
}

/** An interview is planned while CQC looks at it, and then held. */
function interviewActions({ state }: Registration, clocks: readonly CqcClock[]): NextAction[] {
  if (clocks.some(({ kind }) => kind === 'interview')) return [held]
  return state === 'in-assessment' ? [planInterview] : []
}
