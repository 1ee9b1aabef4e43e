import type { Fact, FactId, NewWithdrawal } from './facts.ts'
import { byRecording } from './facts.ts'
import { corrected } from './known.ts'
import type { Instant } from './plainDate.ts'
import type { Result } from './result.ts'
import { ok, refused } from './result.ts'

/** For so many minutes after recording it, a person can undo what they recorded. Later it is taken back, with a reason. */
export const undoMinutes = 10

/** What is undone: all of one transaction on a case. Who asks, and when. */
export type Undoing = { of: number; by: string; at: Instant }

/** Why something is not undone. */
export type CannotUndo =
  | { kind: 'nothing-to-undo'; of: number }
  | { kind: 'not-yours-to-undo' }
  | { kind: 'too-late-to-undo'; recordedAt: Instant }
  | { kind: 'corrected-already'; of: FactId }
  | { kind: 'enquiry-stays' }
  | { kind: 'handover-answered'; answer: HandoverAnswer }

/** What came of an offer: the colleague took the record over, or said no, or it went to somebody else. */
export type HandoverAnswer = 'yes' | 'no' | 'moved'

/**
 * Undo takes one's own last facts back: a withdrawal of each, the last first, so that no correction outlives what it corrects.
 * There is no second mechanism, so what was undone stays in the history, and an undo can be undone.
 * These are the facts of one case; where a transaction touched several, it is asked of each, and all of them or none are undone.
 */
export function undo(facts: readonly Fact[], { of, by, at }: Undoing): Result<NewWithdrawal[], CannotUndo> {
  const recorded = facts.filter(({ n }) => n === of).sort(byRecording)
  const [first] = recorded
  if (!first) return refused({ kind: 'nothing-to-undo', of })
  if (first.recordedBy !== by) return refused({ kind: 'not-yours-to-undo' })
  // Without its enquiry a record is about nobody, and its names would stay behind.
  if (recorded.some(({ kind }) => kind === 'enquired')) return refused({ kind: 'enquiry-stays' })
  const { recordedAt } = first
  if (Date.parse(at) - Date.parse(recordedAt) > undoMinutes * 60_000) return refused({ kind: 'too-late-to-undo', recordedAt })
  const { withdrawn, replaced } = corrected(facts)
  const since = recorded.find(({ id }) => withdrawn.has(id) || replaced.has(id))
  if (since) return refused({ kind: 'corrected-already', of: since.id })
  const answer = answerTo(facts, recorded, withdrawn)
  if (answer) return refused({ kind: 'handover-answered', answer })
  return ok(recorded.reverse().map(({ id }) => ({ kind: 'withdraw', data: { of: id, reason: 'undone' } })))
}

/** What was answered since to an offer among these entries: to take the offer back then would move nothing. */
function answerTo(facts: readonly Fact[], recorded: readonly Fact[], withdrawn: ReadonlySet<FactId>): HandoverAnswer | undefined {
  const offer = recorded.find(fact => fact.kind === 'handover-offered')
  if (!offer) return undefined
  const since = facts.filter(fact => !withdrawn.has(fact.id) && byRecording(offer, fact) < 0).sort(byRecording)
  const answer = since.find(({ kind }) => kind === 'assigned' || kind === 'handover-declined')
  if (answer?.kind === 'handover-declined') return 'no'
  if (answer?.kind !== 'assigned') return undefined
  return answer.data.catalyst === offer.data.to ? 'yes' : 'moved'
}
