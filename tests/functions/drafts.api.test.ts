import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DraftList, KeptDraft } from '#domain/draftSchemas.ts'
import type { Casebook, Who } from './casebook.ts'
import { saidBy, startCasebook } from './casebook.ts'

let casebook: Casebook
let p: string
let id: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  id = (await casebook.newCase(p)).id
})
afterAll(() => casebook.stop())

const pathOf = (form: string, programme = p): string => `programmes/${programme}/drafts/${form}`
const words = { reached: 'yes', note: 'Rings back “at seven”, says Siân 🐈' }
const keep = (who: Who, form: string, typed: unknown = words, programme = p) =>
  casebook.as(who).put<{ keptAt: string }>(pathOf(form, programme), { words: typed })
const find = (who: Who, form: string) => casebook.as(who).get<KeptDraft>(pathOf(form))
const listed = async (who: Who): Promise<string[]> =>
  (await casebook.as(who).get<DraftList>(`programmes/${p}/drafts`)).body.drafts.map(({ form }) => form)

describe('what one types', () => {
  test('is kept word for word, and is found again', async () => {
    const form = `${id}.log-contact`
    const kept = await keep('catalyst', form)
    expect(kept.status).toBe(200)
    const found = await find('catalyst', form)
    expect(found.body).toEqual({ words, keptAt: kept.body.keptAt })
    expect(await listed('catalyst')).toContain(form)
  })

  test('replaces what was kept before, and never conflicts', async () => {
    const form = `${id}.agree-idea`
    const all = await Promise.all(['a', 'ab', 'abc'].map(note => keep('catalyst', form, { note })))
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
    await keep('catalyst', form, { note: 'abcd' })
    expect((await find('catalyst', form)).body.words).toEqual({ note: 'abcd' })
  })

  test('is gone once it is thrown away, and throwing it away again does no harm', async () => {
    const form = 'new.enquiry'
    await keep('catalyst', form)
    expect((await casebook.as('catalyst').delete(pathOf(form))).status).toBe(200)
    expect((await find('catalyst', form)).status).toBe(404)
    expect((await casebook.as('catalyst').delete(pathOf(form))).status).toBe(200)
    expect(await listed('catalyst')).not.toContain(form)
  })

  test('leaves the record and its log as they were', async () => {
    const before = (await casebook.as('lead').get<{ n: number }>(`programmes/${p}/cases/${id}`)).body.n
    const through = async () => (await casebook.as('lead').get<{ through: number }>(`programmes/${p}/cases`)).body.through
    const first = await through()
    await keep('catalyst', `${id}.stop`)
    expect((await casebook.as('lead').get<{ n: number }>(`programmes/${p}/cases/${id}`)).body.n).toBe(before)
    expect(await through()).toBe(first)
  })

  test('up to 64 KB; more is refused in plain words, and what was kept stays', async () => {
    const form = `${id}.stop`
    await keep('catalyst', form, { note: 'short' })
    // {"note":"…"} is 11 bytes round the note.
    expect((await keep('catalyst', form, { note: 'x'.repeat(65_536 - 11) })).status).toBe(200)
    expect(saidBy(await keep('catalyst', form, { note: 'x'.repeat(65_536 - 10) }))).toEqual({
      status: 413,
      kind: 'draft-too-long',
      detail: 'This is more than 64 KB, the most we keep of a form that is not saved. Save it, or copy your words.',
    })
    expect((await find('catalyst', form)).body.words['note']).toHaveLength(65_525)
    // Letters that take two bytes count as two.
    expect((await keep('catalyst', form, { note: 'é'.repeat(40_000) })).status).toBe(413)
  })

  test.each([[{ note: 1 }], [['note']], ['note'], [null], [{ note: { deep: 'x' } }]])('is words by field, and not %j', async typed => {
    expect(saidBy(await keep('catalyst', 'new.enquiry', typed))).toMatchObject({ status: 400, kind: 'not-understood' })
  })
})

describe('to anybody else', () => {
  const others: Who[] = ['second-catalyst', 'lead', 'administrator', 'follow-up-owner', 'decider']

  test.each(others)('%s, it is not there: they neither find nor list nor remove it', async who => {
    const form = `${id}.pause`
    await keep('catalyst', form)
    expect((await find(who, form)).status).toBe(404)
    expect(await listed(who)).not.toContain(form)
    await casebook.as(who).delete(pathOf(form))
    expect((await find('catalyst', form)).body.words).toEqual(words)
  })

  test('of another programme, and of none, nothing is there', async () => {
    const elsewhere = await casebook.newProgramme()
    const form = `${id}.log-contact`
    await keep('catalyst', form)
    expect((await casebook.as('catalyst').get(pathOf(form, elsewhere))).status).toBe(404)
    for (const programme of ['nowhere', 'directory']) {
      expect((await keep('catalyst', 'new.enquiry', words, programme)).status).toBe(404)
      expect((await casebook.as('catalyst').delete(pathOf('new.enquiry', programme))).status).toBe(404)
    }
    expect((await keep('stranger', form)).status).toBe(404)
    expect((await keep('foreign-administrator', form)).status).toBe(404)
  })
})

describe('a form', () => {
  test.each(['enquiry', 'new.', 'new.Enquiry', '0147.stop', 'new.a%7Cb', '00000000-0000-4000-8000-000000000000.stop'])(
    'called %s is not there',
    async form => {
      expect((await keep('catalyst', form)).status).toBe(404)
      expect((await find('catalyst', form)).status).toBe(404)
    },
  )

  test('about a record of others is not there for a partner; one about their own is', async () => {
    const theirs = await casebook
      .as('partner-catalyst')
      .post<{ id: string }>(
        `programmes/${p}/cases`,
        { name: 'Ferry Lane Help', happenedOn: '2024-01-08' },
        { 'idempotency-key': 'partner-key-1' },
      )
    expect((await keep('partner-catalyst', `${id}.stop`)).status).toBe(404)
    expect((await keep('partner-catalyst', `${theirs.body.id}.stop`)).status).toBe(200)
  })
})

test('the nightly sweep runs in the host, and leaves what was kept today', async () => {
  await keep('lead', 'new.enquiry')
  const ran = await fetch(`${casebook.address}/admin/functions/nightly-drafts`, { method: 'POST' })
  expect(ran.status).toBe(202)
  expect((await find('lead', 'new.enquiry')).body.words).toEqual(words)
})
