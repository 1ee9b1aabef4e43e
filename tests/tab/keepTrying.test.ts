import { expect, test } from 'vitest'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Failure } from '#tab/api.ts'
import { keepTrying } from '#tab/ui/keepTrying.ts'

type Told = { waits: number[]; failures: string[]; signIns: number; sent: number }

/** Sends until the answers run out, and writes down what was waited for. */
async function sending(
  answers: readonly (Failure | 'saved')[],
  goOn: (told: Told) => boolean = () => true,
): Promise<[Result<string, Failure>, Told]> {
  const told: Told = { waits: [], failures: [], signIns: 0, sent: 0 }
  const answer = await keepTrying<string>(
    async () => {
      const next = answers[Math.min(told.sent, answers.length - 1)] ?? 'saved'
      told.sent += 1
      return next === 'saved' ? ok('saved') : refused(next)
    },
    {
      wait: async milliseconds => void told.waits.push(milliseconds),
      signIn: async () => void (told.signIns += 1),
      onWait: failure => void told.failures.push(failure.kind),
      goOn: () => goOn(told),
    },
  )
  return [answer, told]
}

const noSignal: Failure = { kind: 'no-signal' }

test('without signal it tries again after 5, 15 and 45 seconds, and then every minute while the form is there', async () => {
  const [answer, told] = await sending([noSignal], ({ sent }) => sent < 6)
  expect(told.waits).toEqual([5_000, 15_000, 45_000, 60_000, 60_000])
  expect(told.sent).toBe(6)
  expect(answer).toEqual({ ok: false, refusal: noSignal })
})

test('when the signal is back the words are saved, and it stops', async () => {
  const [answer, told] = await sending([noSignal, noSignal, 'saved'])
  expect(answer).toEqual({ ok: true, value: 'saved' })
  expect(told.waits).toEqual([5_000, 15_000])
})

test('a busy server is waited for in the same way', async () => {
  const [answer, told] = await sending([{ kind: 'busy' }, 'saved'])
  expect(answer.ok).toBe(true)
  expect(told.waits).toEqual([5_000])
})

test('signed out, it waits for the sign-in and then goes on by itself', async () => {
  const [answer, told] = await sending([{ kind: 'signed-out' }, 'saved'])
  expect(answer.ok).toBe(true)
  expect(told).toMatchObject({ signIns: 1, waits: [], failures: ['signed-out'] })
})

test('a refusal is not tried again: the same words would be refused again', async () => {
  const changed: Failure = { kind: 'changed', n: 12, entries: [] }
  const [answer, told] = await sending([changed])
  expect(answer).toEqual({ ok: false, refusal: changed })
  expect(told.sent).toBe(1)
})

test('a form that is closed is not sent again', async () => {
  const [, told] = await sending([noSignal], ({ waits }) => waits.length === 0)
  expect(told.sent).toBe(1)
})
