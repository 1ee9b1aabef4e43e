import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry, RecordedAnswer } from '#domain/wireSchemas.ts'
import type { Answer, Casebook, LooseCommand, Who } from './casebook.ts'
import { assignTo, daysOn, newKey, saidBy, startCasebook } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
})
afterAll(() => casebook.stop())

const accepted: LooseCommand = { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' }
const idea: LooseCommand = { kind: 'agree-idea', happenedOn: '2024-02-01' }
const contact: LooseCommand = { kind: 'log-contact', happenedOn: '2024-03-10', reached: true, note: 'Wrong enterprise' }
const send = (who: Who, id: string, command: LooseCommand) => casebook.as(who).command(p, id, command)
const undo = (who: Who, id: string, of: number): Promise<Answer<RecordedAnswer>> =>
  casebook.as(who).post(`programmes/${p}/cases/${id}/commands`, { kind: 'undo', of }, newKey())
const entriesOf = async (id: string): Promise<Entry[]> =>
  (await casebook.as('lead').get<{ entries: Entry[] }>(`programmes/${p}/cases/${id}/facts`)).body.entries

describe('what one recorded a moment ago', () => {
  test('is undone by its number, whatever others recorded since, and stays in the history as undone', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const { n } = (await send('catalyst', id, contact)).body
    await send('second-catalyst', id, idea)
    const undone = await undo('catalyst', id, n)
    expect(undone).toMatchObject({ status: 200, body: { id, facts: [`${undone.body.n}.0`] } })
    const entries = await entriesOf(id)
    expect(entries.map(({ kind, counts }) => [kind, counts])).toEqual([
      ['enquired', 'yes'],
      ['accepted', 'yes'],
      ['contact', 'taken-back'],
      ['idea-agreed', 'yes'],
      ['withdraw', 'correction'],
    ])
    expect(entries.at(-1)?.data).toMatchObject({ of: `${n}.0`, reason: 'undone' })
  })

  test('is undone once: asking twice is told, and the same key is answered the same', async () => {
    const { id, n } = await casebook.newCase(p, {}, accepted)
    const key = newKey()
    const ask = () => casebook.as('catalyst').post<RecordedAnswer>(`programmes/${p}/cases/${id}/commands`, { kind: 'undo', of: n }, key)
    const first = await ask()
    expect(await ask()).toMatchObject({ status: 200, body: first.body })
    expect(saidBy(await undo('catalyst', id, n))).toMatchObject({ status: 409, kind: 'corrected-already' })
  })

  test('is undone with the to-do it set, in one go', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const next = { ...contact, next: { dueOn: daysOn(60) } }
    const { n, facts } = (await send('catalyst', id, next)).body
    expect(facts).toHaveLength(2)
    expect((await undo('catalyst', id, n)).body.facts).toHaveLength(2)
    expect((await entriesOf(id)).filter(({ counts }) => counts === 'taken-back')).toHaveLength(2)
  })

  test('is undone with the words of the to-do that it had settled, whatever was set since', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const tasks = async (): Promise<{ task: string; words: string | null }[]> =>
      (await casebook.as('catalyst').get<{ tasks: { task: string; words: string | null }[] }>(`programmes/${p}/cases/${id}`)).body.tasks
    const set = (note: string) =>
      send('catalyst', id, { kind: 'set-task', happenedOn: '2024-03-01', about: 'other', dueOn: daysOn(60), note })
    await set('Bring the lease')
    const [first] = await tasks()
    const { n } = (await send('catalyst', id, { kind: 'do-task', happenedOn: '2024-03-02', task: first?.task ?? '' })).body
    await set('Ring Jo')
    expect((await undo('catalyst', id, n)).status).toBe(200)
    expect(new Set((await tasks()).map(({ words }) => words))).toEqual(new Set(['Bring the lease', 'Ring Jo']))
  })

  test('is not undone by another person, a lead and an administrator included', async () => {
    const { id, n } = await casebook.newCase(p, {}, accepted)
    for (const who of ['second-catalyst', 'lead', 'administrator'] as const) {
      expect(saidBy(await undo(who, id, n))).toEqual({
        status: 403,
        kind: 'not-yours-to-undo',
        detail: 'Only the person who recorded this can undo it. Take the entry back instead.',
      })
    }
  })

  test('is not undone where what came after needs it', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const { n } = (await send('catalyst', id, { kind: 'pause', happenedOn: '2024-02-01' })).body
    await send('second-catalyst', id, { kind: 'resume', happenedOn: '2024-02-10' })
    expect(saidBy(await undo('catalyst', id, n))).toMatchObject({
      status: 409,
      kind: 'impossible',
      detail: 'They were not paused on 10 February 2024.',
    })
  })

  test('of another record, or of none, is not there to undo', async () => {
    const one = await casebook.newCase(p)
    const other = await casebook.newCase(p)
    expect(saidBy(await undo('catalyst', one.id, other.n))).toMatchObject({ status: 422, kind: 'nothing-to-undo' })
    expect(saidBy(await undo('catalyst', one.id, 999_999))).toMatchObject({ status: 422, kind: 'nothing-to-undo' })
    expect((await undo('stranger', one.id, one.n)).status).toBe(404)
    expect((await undo('partner-catalyst', one.id, one.n)).status).toBe(404)
  })

  test.each([{ of: 0 }, { of: '1.0' }, {}, { of: 1, reason: 'wrong-date' }])('is named by its number, and not by %j', async body => {
    const { id } = await casebook.newCase(p)
    const said = await casebook.as('catalyst').post(`programmes/${p}/cases/${id}/commands`, { kind: 'undo', ...body }, newKey())
    expect(said.status).toBe(400)
  })
})

describe('what it took to record a thing, it takes to undo it', () => {
  test('a grant that was decided is undone by the decider, and by nobody who may only correct entries', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const { n } = (await send('decider', id, { kind: 'award-grant', happenedOn: '2024-02-01', pence: 45_000, gap: 'respite' })).body
    for (const who of ['lead', 'catalyst', 'payer', 'administrator'] as const)
      expect(saidBy(await undo(who, id, n))).toMatchObject({ status: 403, kind: 'not-permitted' })
    expect((await undo('decider', id, n)).status).toBe(200)
  })

  test('a grant is not undone once it was paid', async () => {
    const setUp: LooseCommand = { kind: 'constitute', happenedOn: '2024-01-20', form: 'sole_trader' }
    const insured: LooseCommand = { kind: 'see-check', happenedOn: '2024-01-20', check: 'public-liability', until: '2099-01-01' }
    const { id } = await casebook.newCase(p, {}, accepted, setUp, insured)
    const { n } = (await send('decider', id, { kind: 'award-grant', happenedOn: '2024-02-01', pence: 45_000, gap: 'respite' })).body
    const { body } = await casebook.as('lead').get<{ tracks: { grants: { grantId: string }[] } }>(`programmes/${p}/cases/${id}`)
    const grantId = body.tracks.grants[0]?.grantId ?? ''
    expect((await send('payer', id, { kind: 'pay-grant', happenedOn: '2024-02-10', grantId, pence: 45_000 })).status).toBe(200)
    expect(saidBy(await undo('decider', id, n))).toMatchObject({ status: 409, kind: 'impossible' })
  })

  test('a contact is undone by a follow-up owner, who may not correct entries', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const { n } = (await send('follow-up-owner', id, contact)).body
    expect((await undo('follow-up-owner', id, n)).status).toBe(200)
  })

  test('who works with them is undone by the lead who named them', async () => {
    const { id } = await casebook.newCase(p, {}, accepted)
    const { n } = (await send('lead', id, assignTo('catalyst'))).body
    expect(saidBy(await undo('catalyst', id, n))).toMatchObject({ status: 403, kind: 'not-permitted' })
    expect((await undo('lead', id, n)).status).toBe(200)
  })

  test('taking an entry back is undone by whoever took it back, and the entry counts again', async () => {
    const { id, facts } = await casebook.newCase(p, {}, accepted)
    const back = await send('second-catalyst', id, { kind: 'withdraw', of: facts[0] ?? '', reason: 'did-not-happen' })
    expect((await undo('second-catalyst', id, back.body.n)).status).toBe(200)
    expect((await entriesOf(id)).find(({ kind }) => kind === 'accepted')?.counts).toBe('yes')
  })

  test('a reason that only undo gives is not typed by anybody', async () => {
    const { id, facts } = await casebook.newCase(p, {}, accepted)
    const said = await send('catalyst', id, { kind: 'withdraw', of: facts[0] ?? '', reason: 'undone' })
    expect(said.status).toBe(400)
  })
})
