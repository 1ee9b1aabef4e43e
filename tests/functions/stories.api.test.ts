import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Insights } from '#domain/insightWireSchemas.ts'
import type { Answer, Casebook, LooseCommand } from './casebook.ts'
import { newKey, saidBy, startCasebook, today } from './casebook.ts'

// Stories of enterprises: the yes to them stands in the enterprise's record, and the words go with it.

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const yes = { kind: 'give-permission', happenedOn: '2026-05-01', use: 'story', places: ['report'], until: '2099-01-01' } as const

const tell = (programme: string, caseId: string): Promise<Answer<unknown>> =>
  casebook
    .as('catalyst')
    .post(`programmes/${programme}/insights`, { kind: 'tell-story', happenedOn: today(), words: 'How we began', caseId }, newKey())
const stories = async (programme: string): Promise<Insights['stories']> =>
  (await casebook.as('lead').get<Insights>(`programmes/${programme}/insights`)).body.stories

type Saying = { n: number; facts: readonly string[] }

/** An enterprise with a story and the yes to it. */
async function withStory(): Promise<{ programme: string; id: string; given: Saying }> {
  const programme = await casebook.newProgramme()
  const { id } = await casebook.newCase(programme)
  const given = await casebook.as('catalyst').command(programme, id, yes)
  expect((await tell(programme, id)).status).toBe(200)
  return { programme, id, given: given.body }
}

describe('a story of an enterprise', () => {
  test('needs its yes, and goes with its words in the moment the enterprise takes the yes back', async () => {
    const programme = await casebook.newProgramme()
    const { id } = await casebook.newCase(programme)
    const catalyst = casebook.as('catalyst')
    expect(saidBy(await tell(programme, id))).toMatchObject({ kind: 'no-permission', status: 409 })
    expect((await catalyst.command(programme, id, yes)).status).toBe(200)
    expect((await tell(programme, id)).status).toBe(200)
    expect(await stories(programme)).toMatchObject({ given: 1, rows: [{ caseId: id, words: 'How we began', until: '2099-01-01' }] })
    const no = { kind: 'end-permission', happenedOn: today(), use: 'story' } as const
    expect((await catalyst.command(programme, id, no)).status).toBe(200)
    expect(await stories(programme)).toMatchObject({ given: 0, ended: 1, rows: [{ state: 'ended', words: null }] })
    // A new yes is for a new story: the words of the old one are gone.
    expect((await catalyst.command(programme, id, { ...yes, happenedOn: today() })).status).toBe(200)
    expect(await stories(programme)).toMatchObject({ given: 0, ended: 1 })
  })

  const takingBack: Record<string, (given: Saying) => LooseCommand> = {
    'taken back': ({ facts }) => ({ kind: 'withdraw', of: facts[0] ?? '', reason: 'did-not-happen' }),
    'put right to another use': ({ facts }) => {
      const data = { use: 'directory' }
      return { kind: 'replace', of: facts[0] ?? '', reason: 'wrong-details', happenedOn: yes.happenedOn, data }
    },
    undone: ({ n }) => ({ kind: 'undo', of: n }),
  }

  test.each(Object.entries(takingBack))('has no words once its yes is %s, and a later yes does not bring them back', async (_how, made) => {
    const { programme, id, given } = await withStory()
    const catalyst = casebook.as('catalyst')
    expect((await catalyst.command(programme, id, made(given))).status).toBe(200)
    expect(await stories(programme)).toMatchObject({ given: 0, ended: 1 })
    expect((await catalyst.command(programme, id, yes)).status).toBe(200)
    expect(await stories(programme)).toMatchObject({ given: 0, ended: 1, rows: [{ words: null }] })
  })

  test('keeps its words when its yes is put right and still is one', async () => {
    const { programme, id, given } = await withStory()
    const data = { use: 'story', places: ['training'] }
    const [of = ''] = given.facts
    const right = { kind: 'replace', of, reason: 'wrong-details', happenedOn: yes.happenedOn, data } as const
    expect((await casebook.as('catalyst').command(programme, id, right)).status).toBe(200)
    expect(await stories(programme)).toMatchObject({ given: 1, rows: [{ places: ['training'], words: 'How we began' }] })
  })
})
