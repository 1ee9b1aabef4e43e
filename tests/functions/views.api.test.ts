import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noFilters } from '#domain/listQuestion.ts'
import type { SavedView, Views } from '#domain/viewSchemas.ts'
import { viewsSchema } from '#domain/viewSchemas.ts'
import type { Casebook, Who } from './casebook.ts'
import { saidBy, startCasebook } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const look = {
  view: 'mine',
  sort: { by: 'contact', down: false },
  filters: { ...noFilters, area: ['north-moor'], flag: ['stuck'] },
  layout: 'board',
  columns: ['marks', 'step'],
}
const keep = (who: Who, id: string, name: string, shared = false) =>
  casebook.as(who).put<SavedView>(`programmes/${p}/views/${id}`, { name, shared, look })
const views = async (who: Who): Promise<Views> => (await casebook.as(who).get<Views>(`programmes/${p}/views`)).body
const names = async (who: Who): Promise<string[]> => (await views(who)).views.map(({ name }) => name)

describe('a saved view', () => {
  beforeAll(async () => {
    p = await casebook.newProgramme()
  })

  test('is its keeper’s only, and comes back as it was saved', async () => {
    const id = randomUUID()
    expect((await keep('catalyst', id, ' My stuck ones ')).body).toEqual({
      id,
      name: 'My stuck ones',
      shared: false,
      mayChange: true,
      look,
    })
    const mine = await views('catalyst')
    expect(viewsSchema.parse(mine)).toEqual(mine)
    expect(mine.views).toEqual([{ id, name: 'My stuck ones', shared: false, mayChange: true, look }])
    expect(await names('second-catalyst')).toEqual([])
    expect(await names('lead')).toEqual([])
  })

  test('is renamed by saving it again, and twice the same is once', async () => {
    const id = randomUUID()
    await keep('lead', id, 'Before')
    await keep('lead', id, 'After')
    await keep('lead', id, 'After')
    expect(await names('lead')).toEqual(['After'])
  })

  test('is gone once it is removed, and stays gone', async () => {
    const id = randomUUID()
    await keep('decider', id, 'Not for long')
    const path = `programmes/${p}/views/${id}`
    expect((await casebook.as('decider').delete(path)).status).toBe(200)
    expect((await casebook.as('decider').delete(path)).status).toBe(200)
    expect(await names('decider')).toEqual([])
  })

  test('of somebody else cannot be removed, for its id is nothing to others', async () => {
    const id = randomUUID()
    await keep('assessor', id, 'Theirs')
    expect((await casebook.as('lead').delete(`programmes/${p}/views/${id}`)).status).toBe(200)
    expect(await names('assessor')).toEqual(['Theirs'])
  })
})

describe('a shared view', () => {
  beforeAll(async () => {
    p = await casebook.newProgramme()
  })

  test('is there for everyone in the programme, and once for the one who shared it', async () => {
    const id = randomUUID()
    await keep('catalyst', id, 'With CQC in the north')
    await keep('catalyst', id, 'With CQC in the north', true)
    expect(await names('catalyst')).toEqual(['With CQC in the north'])
    expect(await names('reviewer')).toEqual(['With CQC in the north'])
    expect((await views('reviewer')).views[0]).toMatchObject({ shared: true, mayChange: false })
  })

  test('is changed by the one who shared it and by a lead, and by nobody else', async () => {
    const id = randomUUID()
    await keep('catalyst', id, 'Ours', true)
    expect(saidBy(await keep('second-catalyst', id, 'Mine now', true))).toMatchObject({ status: 403, kind: 'not-permitted' })
    expect(saidBy(await casebook.as('second-catalyst').delete(`programmes/${p}/views/${id}`))).toMatchObject({ status: 403 })
    expect((await keep('lead', id, 'Everyone’s', true)).status).toBe(200)
    expect((await keep('catalyst', id, 'Ours again', true)).status).toBe(200)
    expect((await casebook.as('lead').delete(`programmes/${p}/views/${id}`)).status).toBe(200)
    expect(await names('catalyst')).not.toContain('Ours again')
  })

  test('is not for those to make who only look', async () => {
    expect(saidBy(await keep('reviewer', randomUUID(), 'For all', true))).toMatchObject({ status: 403, kind: 'not-permitted' })
    expect(saidBy(await keep('partner-catalyst', randomUUID(), 'For all', true))).toMatchObject({ status: 403 })
  })
})

describe('what is not understood', () => {
  beforeAll(async () => {
    p = await casebook.newProgramme()
  })

  test.each([
    ['a name of nothing but spaces', { name: '   ', shared: false, look }],
    ['a name of 61 letters', { name: 'x'.repeat(61), shared: false, look }],
    ['a column that there is not', { name: 'X', shared: false, look: { ...look, columns: ['shoe'] } }],
    ['words that were searched for', { name: 'X', shared: false, look: { ...look, words: 'willow' } }],
  ])('is refused: %s', async (_, body) => {
    const said = await casebook.as('lead').put(`programmes/${p}/views/${randomUUID()}`, body)
    expect(saidBy(said)).toMatchObject({ status: 400, kind: 'not-understood' })
  })

  test('an address that is no view is not there', async () => {
    expect((await casebook.as('lead').put(`programmes/${p}/views/usual`, { name: 'X', shared: false, look })).status).toBe(404)
    expect((await casebook.as('lead').delete(`programmes/${p}/views/usual`)).status).toBe(404)
  })

  test('a fifty-first view waits until one is removed', async () => {
    const ids = Array.from({ length: 50 }, () => randomUUID())
    for (const id of ids) await keep('verifier', id, 'One of many')
    expect(saidBy(await keep('verifier', randomUUID(), 'One too many'))).toMatchObject({ status: 409, kind: 'views-full' })
    expect((await keep('verifier', ids[0] ?? '', 'Renamed')).status).toBe(200)
  })
})

test('the columns that one chose are kept for oneself, and are no view', async () => {
  p = await casebook.newProgramme()
  expect((await views('catalyst')).columns).toBeNull()
  await casebook.as('catalyst').put(`programmes/${p}/columns`, { columns: ['step', 'phone'] })
  expect(await views('catalyst')).toEqual({ columns: ['step', 'phone'], views: [] })
  expect((await views('lead')).columns).toBeNull()
})
