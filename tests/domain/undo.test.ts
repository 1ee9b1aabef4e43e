import { describe, expect, test } from 'vitest'
import type { Fact } from '#domain/facts.ts'
import { known } from '#domain/known.ts'
import type { Instant } from '#domain/plainDate.ts'
import { day, instantAt } from '#domain/plainDate.ts'
import type { Undoing } from '#domain/undo.ts'
import { undo, undoMinutes } from '#domain/undo.ts'
import type { Journey } from '../builders.ts'
import { ids, noon, supported, trading } from '../builders.ts'

/** The number of the last entry, and that long after it was recorded. */
const last = (story: Journey): Fact => story.facts.at(-1) as Fact
const after = (moment: Instant, milliseconds: number): Instant => instantAt(Date.parse(moment) + milliseconds)
const minutes = 60_000

function tried(story: Journey, asked: Partial<Undoing> & { later?: number } = {}): unknown {
  const { n, recordedAt } = last(story)
  const { later = 0, of = n, by = ids.catalyst, at = after(recordedAt, later) } = asked
  const decision = undo(story.facts, { of, by, at })
  return decision.ok ? decision.value : decision.refusal
}

const stopped = trading().stopped('2016-01-10')

test('what one recorded last is taken back, marked as undone, and the record is as it was before', () => {
  const decision = undo(stopped.facts, { of: last(stopped).n, by: ids.catalyst, at: noon('2016-01-10') })
  expect(decision).toEqual({ ok: true, value: [{ kind: 'withdraw', data: { of: stopped.idOf('stopped'), reason: 'undone' } }] })
  expect(decision.ok && stopped.with(decision.value).asAt()).toEqual(trading().asAt())
})

test('it can be undone for ten minutes, to the millisecond', () => {
  expect(undoMinutes).toBe(10)
  expect(tried(stopped, { later: 10 * minutes })).toHaveLength(1)
  expect(tried(stopped, { later: 10 * minutes + 1 })).toEqual({ kind: 'too-late-to-undo', recordedAt: noon('2016-01-10') })
})

test('only by the person who recorded it', () => {
  expect(tried(stopped, { by: ids.decider })).toEqual({ kind: 'not-yours-to-undo' })
})

test('not what was put right or taken back since', () => {
  const of = last(stopped).n
  const at = noon('2016-01-10')
  expect(tried(stopped.putRight('stopped', '2016-01-11'), { of, at })).toEqual({ kind: 'corrected-already', of: stopped.idOf('stopped') })
  expect(tried(stopped.takenBack('stopped'), { of, at })).toMatchObject({ kind: 'corrected-already' })
  // Once the correction is itself taken back, nothing stands in the way.
  expect(tried(stopped.takenBack('stopped').takenBack('withdraw'), { of, at })).toHaveLength(1)
})

test('not what is not there', () => {
  expect(tried(stopped, { of: 99 })).toEqual({ kind: 'nothing-to-undo', of: 99 })
})

test('not an enquiry: without it the record would be about nobody', () => {
  const enquiry = supported().facts.filter(({ kind }) => kind === 'enquired')
  const [{ n, recordedAt, recordedBy }] = enquiry as [Fact]
  expect(undo(enquiry, { of: n, by: recordedBy, at: recordedAt })).toEqual({ ok: false, refusal: { kind: 'enquiry-stays' } })
})

test('several entries of one command go together, the last first', () => {
  const call = supported().with([
    { kind: 'contact', happenedOn: day('2015-02-01'), data: { reached: true } },
    { kind: 'paused', happenedOn: day('2015-02-01'), data: {} },
  ])
  const { n } = last(call)
  expect(tried(call)).toEqual([
    { kind: 'withdraw', data: { of: `${n}.1`, reason: 'undone' } },
    { kind: 'withdraw', data: { of: `${n}.0`, reason: 'undone' } },
  ])
})

test('a correction is undone like anything else, and so is an undo', () => {
  const right = stopped.putRight('stopped', '2016-02-01')
  const once = undo(right.facts, { of: last(right).n, by: ids.catalyst, at: last(right).recordedAt })
  const undone = once.ok ? right.with(once.value) : right
  expect(known(undone.facts).find(({ kind }) => kind === 'stopped')?.happenedOn).toBe('2016-01-10')
  const twice = undo(undone.facts, { of: last(undone).n, by: ids.catalyst, at: last(undone).recordedAt })
  const again = twice.ok ? undone.with(twice.value) : undone
  expect(known(again.facts).find(({ kind }) => kind === 'stopped')?.happenedOn).toBe('2016-02-01')
})

describe('an ask to take a record over', () => {
  const asked = supported().happened('handover-offered', '2015-05-05', { to: ids.payer })
  const { n: of } = last(asked)
  const at = noon('2015-05-05')
  const answered = (story: Journey) => tried(story, { of, at })

  test('is undone while nobody has answered', () => {
    expect(answered(asked)).toHaveLength(1)
    // A call logged meanwhile is no answer.
    expect(answered(asked.happened('contact', '2015-05-05', { reached: true }))).toHaveLength(1)
  })

  test('is not undone once the colleague has the record, or said no, or it went to somebody else', () => {
    expect(answered(asked.happened('assigned', '2015-05-05', { catalyst: ids.payer }))).toEqual({
      kind: 'handover-answered',
      answer: 'yes',
    })
    expect(answered(asked.happened('handover-declined', '2015-05-05', {}))).toEqual({ kind: 'handover-answered', answer: 'no' })
    expect(answered(asked.happened('assigned', '2015-05-05', { catalyst: ids.decider }))).toEqual({
      kind: 'handover-answered',
      answer: 'moved',
    })
  })

  test('is undone again once the answer is taken back', () => {
    expect(answered(asked.happened('assigned', '2015-05-05', { catalyst: ids.payer }).takenBack('assigned'))).toHaveLength(1)
  })
})
