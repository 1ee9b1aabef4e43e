import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cqcAnswers } from '../builders.ts'
import type { Casebook, LooseCommand } from './casebook.ts'
import { daysOn, saidBy, startCasebook } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
})
afterAll(async () => {
  await casebook?.stop()
})

const accepted: LooseCommand = { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' }
const check = (rest: object): LooseCommand => ({ kind: 'record-scoping', happenedOn: '2024-02-01', ...rest })

type Detail = {
  marks: { milestone: string; state: string }[]
  nextSteps: { step: string }[]
  tracks: { tasks: { about: string; dueOn: string }[] }
}
const read = async (id: string): Promise<Detail> => (await casebook.as('catalyst').get<Detail>(`programmes/${p}/cases/${id}`)).body

describe('a CQC check', () => {
  test('is recorded with its answers', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const { status } = await casebook.as('catalyst').command(p, id, check({ outcome: 'not-personal-care', answers: cqcAnswers.twoNo }))
    expect(status).toBe(200)
  })

  test('with an outcome that does not follow from its answers is refused', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const answer = await casebook.as('catalyst').command(p, id, check({ outcome: 'individual-1-3-c', answers: cqcAnswers.twoPeople }))
    expect(saidBy(answer)).toEqual({
      status: 422,
      kind: 'outcome-does-not-follow',
      detail: 'This is not what the answers come to. Read the record again, then sign the check.',
    })
  })

  test('without answers is refused, whatever it says', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    for (const outcome of ['required', 'not-personal-care', 'reported-not-needed']) {
      expect(saidBy(await casebook.as('catalyst').command(p, id, check({ outcome })))).toMatchObject({
        status: 422,
        kind: 'check-without-answers',
      })
    }
  })

  test('with an answer that is not one of the list, or without the first two, is not understood', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    for (const answers of [
      { version: 1, personalCare: 'no' },
      { ...cqcAnswers.twoNo, personalCare: 'perhaps' },
      { ...cqcAnswers.twoNo, version: 2 },
    ]) {
      expect(saidBy(await casebook.as('catalyst').command(p, id, check({ outcome: 'not-personal-care', answers }))).status).toBe(400)
    }
  })

  test('that asks CQC sets the to-do in the same step, and its words are no part of the entry', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const answers = { ...cqcAnswers.onePerson, inCharge: 'not-sure' }
    const next = { dueOn: daysOn(60), about: 'cqc', words: 'Ask CQC about: who is in charge' }
    const answer = await casebook.as('catalyst').command(p, id, check({ outcome: 'refer-to-cqc', answers, next }))
    expect(answer.body.facts).toHaveLength(2)
    expect((await read(id)).tracks.tasks).toMatchObject([{ about: 'cqc', dueOn: daysOn(60) }])
    expect(JSON.stringify((await read(id)).tracks)).not.toContain('who is in charge')
  })

  test('is raised again by a second worker, and the milestone says so', async () => {
    const day = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)
    const { id } = await casebook.newCase(p, {}, accepted)
    const done = { ...check({ outcome: 'individual-1-3-c', answers: cqcAnswers.onePerson }), happenedOn: day } as LooseCommand
    await casebook.as('catalyst').command(p, id, done)
    const stateOf = ({ marks }: Detail) => marks.find(({ milestone }) => milestone === 'registration')?.state
    expect(stateOf(await read(id))).toBe('not-needed')
    await casebook.as('catalyst').command(p, id, { kind: 'tell-change', happenedOn: day, what: 'took-someone-on' })
    const after = await read(id)
    expect(stateOf(after)).toBe('in-progress')
    expect(after.nextSteps.map(({ step }) => step)).toContain('redo-cqc-check')
  })
})
