import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Lines } from '#domain/cohortSchemas.ts'
import type { CaseList, Me } from '#domain/wireSchemas.ts'
import type { Casebook } from './casebook.ts'
import { assignTo, startCasebook } from './casebook.ts'
import { grantsOf, makeFund, ready, recommendation } from './fundCases.ts'

let casebook: Casebook
let p: string
let id: string
const hidden = { 'x-names': 'hidden' }
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  const enquiry = { name: 'Zebra Help', phone: '01632 960147', wants: 'Zebra walks', contactName: 'Mrs Zebra', email: 'zebra@example.org' }
  id = (await casebook.newCase(p, enquiry, { kind: 'log-contact', happenedOn: '2024-01-10', reached: true, note: 'Zebra said so' })).id
})
afterAll(() => casebook.stop())

const paths = (): string[] => [`cases`, `cases/${id}`, `cases/${id}/facts`, 'cohort/lines?figure=funnel.enquired', 'cohort']

test('in meeting view no answer holds a name, a phone number or a note, whoever asks', async () => {
  for (const who of ['lead', 'administrator', 'catalyst'] as const) {
    for (const path of paths()) {
      const said = await casebook.as(who).get(`programmes/${p}/${path}`, hidden)
      expect([200, who, path]).toContain(said.status)
      expect(said.text).not.toMatch(/zebra|960147/i)
    }
  }
  const { cases } = (await casebook.as('lead').get<CaseList>(`programmes/${p}/cases`, hidden)).body
  expect(cases).toHaveLength(1)
  expect((await casebook.as('lead').get<Lines>(`programmes/${p}/cohort/lines?figure=funnel.enquired`, hidden)).status).toBe(200)
})

test('in meeting view the papers of a grant are not read out, and its amounts are', async () => {
  const own = await casebook.newProgramme()
  const pot = await makeFund(casebook, own)
  const made = await casebook.newCase(own, { name: 'Zebra Help' }, ...ready)
  const asked = { ...recommendation(pot, 10_000), purpose: 'A hoist for Zebra', why: 'Zebra asked' }
  expect((await casebook.as('catalyst').command(own, made.id, asked)).status).toBe(200)
  const [grant] = await grantsOf(casebook, own, made.id)
  for (const path of [`pots/${pot}`, `pots/${pot}/ledger`, `cases/${made.id}/grants/${grant?.grantId ?? ''}`]) {
    const said = await casebook.as('decider').get(`programmes/${own}/${path}`, hidden)
    expect([200, path]).toContain(said.status)
    expect(said.text).not.toMatch(/zebra/i)
  }
  const shown = await casebook.as('decider').get(`programmes/${own}/pots/${pot}`)
  expect(shown.text).toMatch(/A hoist for Zebra/)
})

test('a partner’s list of their own has no names in meeting view either, and is another version', async () => {
  await casebook.newCase(p, { name: 'Zebra Partners' }, assignTo('partner-catalyst'))
  const path = `programmes/${p}/cases`
  const named = await casebook.as('partner-catalyst').get(path)
  expect(named.text).toMatch(/zebra/i)
  const inMeeting = await casebook.as('partner-catalyst').get(path, { ...hidden, 'if-none-match': named.headers.get('etag') ?? '' })
  expect(inMeeting.status).toBe(200)
  expect(inMeeting.text).not.toMatch(/zebra/i)
})

test('what was read with names is another version of the answer, so it is never taken for the one without', async () => {
  for (const path of paths().filter(each => each !== 'cohort')) {
    const named = await casebook.as('lead').get(`programmes/${p}/${path}`)
    expect(named.text).toMatch(/zebra/i)
    const again = await casebook.as('lead').get(`programmes/${p}/${path}`, { ...hidden, 'if-none-match': named.headers.get('etag') ?? '' })
    expect(again.status).toBe(200)
  }
})

test('the tab is told that names cannot be seen, and what it may record stays allowed', async () => {
  const permissions = async (headers = {}) =>
    (await casebook.as('lead').get<Me>('me', headers)).body.programmes.find(each => each.id === p)?.permissions ?? []
  const [usual, inMeeting] = [await permissions(), await permissions(hidden)]
  expect(usual).toEqual(expect.arrayContaining(['names.see', 'notes.read', 'cases.record']))
  expect(inMeeting).not.toContain('names.see')
  expect(inMeeting).not.toContain('notes.read')
  expect(inMeeting).toContain('cases.record')
})
