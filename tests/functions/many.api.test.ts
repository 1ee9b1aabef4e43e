import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry, Foreseen, RecordedAnswer } from '#domain/wireSchemas.ts'
import { people } from '#local/people.ts'
import type { Answer, Casebook, LooseCommand, Who } from './casebook.ts'
import { assignTo, newKey, saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
})
afterAll(() => casebook.stop())

const accepted: LooseCommand = { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' }
const offer = (): LooseCommand => ({ kind: 'offer-handover', happenedOn: today(), to: people['second-catalyst'].oid })
const session: LooseCommand = { kind: 'log-contact', happenedOn: '2024-03-10', reached: true, channel: 'group', session: 'meet-up' }

const commands = (id: string): string => `programmes/${p}/cases/${id}/commands`
const foresee = (who: Who, id: string, command: LooseCommand, headers = newKey()): Promise<Answer<Foreseen>> =>
  casebook.as(who).post(`${commands(id)}?dryRun=true`, command, headers)
const entriesOf = async (id: string): Promise<Entry[]> =>
  (await casebook.as('lead').get<{ entries: Entry[] }>(`programmes/${p}/cases/${id}/facts`)).body.entries
const kindsOf = async (id: string): Promise<string[]> => (await entriesOf(id)).map(({ kind }) => kind)
const ofCatalyst = () => casebook.newCase(p, {}, accepted, assignTo('catalyst'))

describe('a dry run of a command', () => {
  test('says on which number of the record it would be made, and records nothing', async () => {
    const { id, n, reference } = await ofCatalyst()
    const said = await foresee('catalyst', id, offer())
    expect(said).toMatchObject({ status: 200, body: { dryRun: true, id, n, reference, recorded: null } })
    expect(await kindsOf(id)).toEqual(['enquired', 'accepted', 'assigned'])
  })

  test('is refused as the command would be: asked already, theirs already, a to-do for a day gone by', async () => {
    const { id } = await ofCatalyst()
    const toTheirOwn = { ...offer(), to: people.catalyst.oid }
    expect(saidBy(await foresee('lead', id, toTheirOwn))).toMatchObject({ status: 409, kind: 'theirs-already' })
    await casebook.as('catalyst').command(p, id, offer())
    expect(saidBy(await foresee('lead', id, offer()))).toMatchObject({ status: 409, kind: 'offered-already' })
    const late: LooseCommand = { kind: 'set-task', happenedOn: today(), about: 'other', dueOn: '2020-01-01' }
    expect(saidBy(await foresee('catalyst', id, late))).toMatchObject({ status: 422, kind: 'due-in-the-past' })
  })

  test('is refused to whoever may not record, and is not there for a stranger', async () => {
    const { id } = await ofCatalyst()
    for (const who of ['reviewer', 'payer', 'follow-up-owner'] as const)
      expect(saidBy(await foresee(who, id, offer()))).toMatchObject({ status: 403, kind: 'not-permitted' })
    expect((await foresee('partner-catalyst', id, offer())).status).toBe(404)
    expect((await foresee('stranger', id, offer())).status).toBe(404)
  })

  test('on a number that is old says what came since, as the command would', async () => {
    const { id, n } = await ofCatalyst()
    await casebook.as('catalyst').command(p, id, session)
    expect(saidBy(await foresee('catalyst', id, offer(), { ...newKey(), 'if-match': `"${n}"` }))).toMatchObject({ status: 412 })
  })
})

describe('one change to many, sent one after another with a key for each', () => {
  test('goes on where it broke off: what is recorded under its key is told as recorded, and is not recorded twice', async () => {
    const cases = [await ofCatalyst(), await ofCatalyst(), await ofCatalyst()]
    const send = (at: number, dryRun = false): Promise<Answer<RecordedAnswer & Foreseen>> => {
      const { id, n } = cases[at] ?? { id: '', n: 0 }
      const headers = { 'idempotency-key': `many-${p}.${id}`, 'if-match': `"${n}"` }
      return casebook.as('catalyst').post(`${commands(id)}${dryRun ? '?dryRun=true' : ''}`, offer(), headers)
    }
    const first = await send(0)
    expect(first.status).toBe(200)
    // The page was lost here. It looks again before it goes on.
    const looked = await Promise.all([0, 1, 2].map(at => send(at, true)))
    expect(looked.map(({ body }) => body.recorded?.n ?? null)).toEqual([first.body.n, null, null])
    const sent = [await send(0), await send(1), await send(2)]
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(sent[0]?.body).toEqual(first.body)
    for (const { id } of cases) expect(await kindsOf(id)).toEqual(['enquired', 'accepted', 'assigned', 'handover-offered'])
  })

  test('one that is refused leaves the others as they are', async () => {
    const [mine, asked] = [await ofCatalyst(), await ofCatalyst()]
    await casebook.as('catalyst').command(p, asked.id, offer())
    const statuses = []
    for (const { id } of [asked, mine]) statuses.push((await casebook.as('catalyst').command(p, id, offer())).status)
    expect(statuses).toEqual([409, 200])
  })

  test('an offer needs the number it was made on: the preview gives it', async () => {
    const { id } = await ofCatalyst()
    expect((await casebook.as('catalyst').post(commands(id), offer(), newKey())).status).toBe(428)
    const { n } = (await foresee('catalyst', id, offer())).body
    expect((await casebook.as('catalyst').post(commands(id), offer(), { ...newKey(), 'if-match': `"${n}"` })).status).toBe(200)
  })

  test('is undone one by one, by the one who did it, also sent twice', async () => {
    const { id } = await ofCatalyst()
    const { n } = (await casebook.as('catalyst').command(p, id, offer())).body
    expect(saidBy(await casebook.as('lead').post(commands(id), { kind: 'undo', of: n }, newKey()))).toMatchObject({ status: 403 })
    const key = newKey()
    const undo = () => casebook.as('catalyst').post<RecordedAnswer>(commands(id), { kind: 'undo', of: n }, key)
    const first = await undo()
    expect(await undo()).toMatchObject({ status: 200, body: first.body })
    expect((await entriesOf(id)).map(({ kind, counts }) => [kind, counts]).slice(-2)).toEqual([
      ['handover-offered', 'taken-back'],
      ['withdraw', 'correction'],
    ])
  })
})

describe('a group session', () => {
  test('is a contact in the timeline of each who came, with what it was', async () => {
    const cases = [await ofCatalyst(), await ofCatalyst()]
    for (const { id } of cases) expect((await casebook.as('catalyst').command(p, id, session)).status).toBe(200)
    for (const { id } of cases)
      expect((await entriesOf(id)).at(-1)).toMatchObject({ kind: 'contact', data: { reached: true, channel: 'group', session: 'meet-up' } })
  })

  test('of a kind that nobody knows is not understood', async () => {
    const { id } = await ofCatalyst()
    expect((await casebook.as('catalyst').command(p, id, { ...session, session: 'party' })).status).toBe(400)
  })
})
