import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry, RecordedAnswer } from '#domain/wireSchemas.ts'
import { recordedAnswerSchema } from '#domain/wireSchemas.ts'
import type { Casebook, LooseCommand } from './casebook.ts'
import { newKey, saidBy, startCasebook } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
})
afterAll(() => casebook.stop())

const accepted: LooseCommand = { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' }
const began: LooseCommand = { kind: 'begin-trading', happenedOn: '2024-02-29' }
const contact: LooseCommand = { kind: 'log-contact', happenedOn: '2024-03-10', reached: true }
const pathOf = (id: string): string => `programmes/${p}/cases/${id}/commands`
const countOf = async (id: string): Promise<number> =>
  (await casebook.as('lead').get<{ entries: Entry[] }>(`programmes/${p}/cases/${id}/facts`)).body.entries.length

describe('a command', () => {
  test('says which number it took and which entries it added', async () => {
    const { id, reference, n } = await casebook.newCase(p)
    const { status, body, headers } = await casebook.as('catalyst').command(p, id, accepted, { n })
    expect(status).toBe(200)
    expect(recordedAnswerSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({ id, reference, n: n + 1, facts: [`${n + 1}.0`] })
    expect(headers.get('etag')).toBe(`"${n + 1}"`)
  })

  test('sent twice under one key takes effect once, and is answered the same', async () => {
    const { id, n } = await casebook.newCase(p)
    const key = randomUUID()
    const first = await casebook.as('catalyst').command(p, id, contact, { n, key })
    const again = await casebook.as('catalyst').command(p, id, contact, { n, key })
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect(await countOf(id)).toBe(2)
  })

  test('sent many times at once under one key takes effect once', async () => {
    const { id, n } = await casebook.newCase(p)
    const key = randomUUID()
    const all = await Promise.all(Array.from({ length: 8 }, () => casebook.as('catalyst').command(p, id, began, { n, key })))
    expect(all.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(new Set(all.map(({ body }) => body.n)).size).toBe(1)
    expect(await countOf(id)).toBe(2)
  })

  test('under a key that another command had is refused', async () => {
    const { id, n } = await casebook.newCase(p)
    const key = randomUUID()
    await casebook.as('catalyst').command(p, id, contact, { n, key })
    const other = { ...contact, reached: false }
    expect(saidBy(await casebook.as('catalyst').command(p, id, other, { key }))).toEqual({
      status: 422,
      kind: 'key-used-otherwise',
      detail: 'This Idempotency-Key was used for another request. Send a new one.',
    })
    const elsewhere = await casebook.newCase(p)
    expect((await casebook.as('catalyst').command(p, elsewhere.id, contact, { key })).status).toBe(422)
    expect(await countOf(id)).toBe(2)
  })

  test('that was refused may be put right and sent under the same key', async () => {
    const { id } = await casebook.newCase(p)
    const key = randomUUID()
    expect((await casebook.as('catalyst').command(p, id, { kind: 'resume', happenedOn: '2024-02-01' }, { key })).status).toBe(409)
    expect((await casebook.as('catalyst').command(p, id, accepted, { key })).status).toBe(200)
  })

  test('needs an Idempotency-Key and, unless it only adds, an If-Match', async () => {
    const { id, n } = await casebook.newCase(p)
    const send = (command: LooseCommand, headers: Record<string, string>) =>
      casebook.as('catalyst').post<RecordedAnswer>(pathOf(id), command, headers)
    expect(saidBy(await send(began, { 'if-match': `"${n}"` }))).toEqual({
      status: 428,
      kind: 'idempotency-key-missing',
      detail: 'A command needs an Idempotency-Key header, a new one for each, so that it takes effect once.',
    })
    expect(saidBy(await send(began, newKey()))).toEqual({
      status: 428,
      kind: 'if-match-missing',
      detail: 'This command needs an If-Match header with the ETag of the enterprise as you last read it.',
    })
    expect(saidBy(await send(began, { ...newKey(), 'if-match': '*' }))).toMatchObject({ status: 428 })
    expect((await send(contact, newKey())).status).toBe(200)
    expect((await send(contact, {})).status).toBe(428)
  })

  test('on a case that changed since it was read is refused, with what was recorded since', async () => {
    const { id, n } = await casebook.newCase(p, {}, accepted)
    const other = await casebook.as('second-catalyst').command(p, id, { ...contact, note: 'They have moved.' }, { n })
    const { status, body } = await casebook
      .as('catalyst')
      .command<{ kind: string; detail: string; n: number; entries: Entry[] }>(p, id, began, { n })
    expect({ status, kind: body.kind, detail: body.detail }).toEqual({
      status: 412,
      kind: 'changed-since-read',
      detail: 'Someone made a change while you were typing. Look at both and pick what to keep.',
    })
    expect(body.n).toBe(other.body.n)
    expect(body.entries.map(({ kind, text, n: recorded }) => [kind, text, recorded])).toEqual([
      ['contact', 'They have moved.', other.body.n],
    ])
    expect((await casebook.as('catalyst').command(p, id, began, { n: body.n })).status).toBe(200)
  })

  test('of two people who save at once, one goes in and the other is told', async () => {
    const { id, n } = await casebook.newCase(p, {}, accepted)
    const both = await Promise.all([
      casebook.as('catalyst').command(p, id, { kind: 'agree-idea', happenedOn: '2024-02-01' }, { n }),
      casebook.as('second-catalyst').command(p, id, { kind: 'choose-form', happenedOn: '2024-02-01', form: 'cic' }, { n }),
    ])
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412])
    expect(await countOf(id)).toBe(3)
  })

  test('that only adds goes in whatever was recorded since', async () => {
    const { id } = await casebook.newCase(p)
    const all = await Promise.all(Array.from({ length: 6 }, () => casebook.as('catalyst').post(pathOf(id), contact, newKey())))
    expect(all.map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect(await countOf(id)).toBe(7)
  })
})

describe('what cannot have happened is refused in a sentence', () => {
  test.each<[string, LooseCommand[], LooseCommand, number, string]>([
    [
      'beginning twice',
      [began],
      { ...began, happenedOn: '2024-04-01' },
      409,
      'This is on record already, on 29 February 2024. Put that entry right instead.',
    ],
    [
      'a stop before the start',
      [began],
      { kind: 'stop', happenedOn: '2024-02-01', ending: 'planned' },
      409,
      'They stopped (1 February 2024) before they began (29 February 2024).',
    ],
    [
      'going on after the end',
      [began, { kind: 'stop', happenedOn: '2024-05-01', ending: 'planned' }],
      { kind: 'pause', happenedOn: '2024-06-01' },
      409,
      'Their record ended on 1 May 2024. Open it again first.',
    ],
    [
      'a check-in before they began',
      [accepted],
      { kind: 'answer-check-in', happenedOn: '2024-06-01', month: 6, answer: 'trading' },
      409,
      'They had not begun to trade on 1 June 2024.',
    ],
    [
      'an acceptance before the enquiry',
      [],
      { ...accepted, happenedOn: '2023-12-31' },
      409,
      'They had not enquired yet on 31 December 2023.',
    ],
    ['resuming without a pause', [], { kind: 'resume', happenedOn: '2024-02-01' }, 409, 'They were not paused on 1 February 2024.'],
    [
      'a day to come',
      [],
      { ...contact, happenedOn: '2999-01-01' },
      422,
      '1 January 2999 is still to come. What is planned is a to-do, not an entry.',
    ],
    [
      'a company number that is none',
      [],
      { kind: 'constitute', happenedOn: '2024-02-01', form: 'cic', identifier: '12X' },
      422,
      '12X does not look like a number of this register.',
    ],
    ['a return without a number', [began], { kind: 'record-care-return', happenedOn: '2024-03-01' }, 422, 'Give at least one number.'],
    [
      'taking back an entry that is not there',
      [],
      { kind: 'withdraw', of: '999999.0', reason: 'did-not-happen' },
      422,
      'There is no such entry.',
    ],
  ])('%s', async (_, history, command, status, detail) => {
    const { id } = await casebook.newCase(p, {}, ...history)
    const before = await countOf(id)
    expect(saidBy(await casebook.as('catalyst').command(p, id, command))).toMatchObject({ status, detail })
    expect(await countOf(id)).toBe(before)
  })

  test('taking an entry back twice, and giving an entry what another kind holds', async () => {
    const { id, facts } = await casebook.newCase(p, {}, began)
    const [of = ''] = facts
    const replaced = await casebook
      .as('catalyst')
      .command(p, id, { kind: 'replace', of, reason: 'wrong-details', happenedOn: '2024-03-01', data: { ending: 'planned' } })
    expect(saidBy(replaced)).toMatchObject({ status: 422, kind: 'data-of-another-kind' })
    const withdraw: LooseCommand = { kind: 'withdraw', of, reason: 'did-not-happen' }
    expect((await casebook.as('catalyst').command(p, id, withdraw)).status).toBe(200)
    expect(saidBy(await casebook.as('catalyst').command(p, id, withdraw))).toEqual({
      status: 409,
      kind: 'corrected-already',
      detail: 'This entry was taken back or put right already. Look at the newest one.',
    })
  })

  test.each<[string, unknown, string]>([
    ['a day that does not exist', { ...began, happenedOn: '2015-02-31' }, 'happenedOn'],
    ['a kind nobody knows', { kind: 'erase', happenedOn: '2024-02-01' }, 'kind'],
    ['a word that is not asked for', { ...began, recordedBy: 'me' }, ''],
    ['a form nobody knows', { kind: 'choose-form', happenedOn: '2024-02-01', form: 'plc' }, 'form'],
    ['no day', { kind: 'begin-trading' }, 'happenedOn'],
    ['a list', [began], ''],
    ['nothing', null, ''],
  ])('%s is not understood, and the answer says where', async (_, body, where) => {
    const { id } = await casebook.newCase(p)
    const answer = await casebook.as('catalyst').post<{ errors: { where: string }[] }>(pathOf(id), body, newKey())
    expect(saidBy(answer)).toMatchObject({ status: 400, kind: 'not-understood' })
    expect(answer.body.errors.map(each => each.where)).toContain(where)
  })
})
