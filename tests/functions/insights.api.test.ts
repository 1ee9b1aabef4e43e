import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InsightAnswer, Insights } from '#domain/insightWireSchemas.ts'
import { insightsSchema } from '#domain/insightWireSchemas.ts'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import type { Answer, Casebook, Who } from './casebook.ts'
import { assignTo, newKey, saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
let p: string
let ours: string
let theirs: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  ours = (await casebook.newCase(p)).id
  theirs = (await casebook.newCase(p, {}, assignTo('partner-catalyst'))).id
})
afterAll(() => casebook.stop())

type Sent = Record<string, unknown>
const send = (who: Who, body: Sent, headers = newKey(), programme = p): Promise<Answer<InsightAnswer>> =>
  casebook.as(who).post<InsightAnswer>(`programmes/${programme}/insights`, body, headers)
const read = (who: Who, question = '', programme = p): Promise<Answer<Insights>> =>
  casebook.as(who).get<Insights>(`programmes/${programme}/insights${question}`)
const seen = async (who: Who, question = '', programme = p): Promise<Insights> => (await read(who, question, programme)).body

async function record(who: Who, body: Sent, programme = p): Promise<string> {
  const said = await send(who, body, newKey(), programme)
  if (said.status !== 200) throw new Error(said.text)
  return said.body.insights[0] ?? ''
}

type Given = { services?: Record<string, string>; councilServices?: Record<string, string>; wanted?: object[] }

/** What the lead lets count from 2020 on, beside what there is. */
async function withSettings(programme: string, { services = {}, councilServices = {}, wanted = [] }: Given): Promise<void> {
  const { body, headers } = await casebook.as('lead').get<SettingsAnswer>(`programmes/${programme}/settings`)
  const [newest] = body.versions
  if (!newest) throw new Error('there is a version')
  const { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules, names } = newest
  const settings = {
    areas,
    period,
    costPence,
    followUpUntil,
    followUpBy,
    followUpPerson,
    rules: { ...rules, services: Object.keys(services), councilServices: Object.keys(councilServices), capacityWanted: wanted },
    names: { ...names, services, councilServices },
  }
  const sent = { effectiveFrom: '2020-01-01', settings }
  const put = await casebook.as('lead').put(`programmes/${programme}/settings`, sent, { 'if-match': headers.get('etag') ?? '' })
  if (put.status !== 200) throw new Error(put.text)
}

const happenedOn = '2026-05-01'
const request = { kind: 'log-request', happenedOn, area: 'coast', service: 'company', minutesPerWeek: 150, askedBy: 'social-worker' }
const said = {
  kind: 'ask-people',
  happenedOn,
  year: 2025,
  askedBy: 'independent',
  asked: 40,
  answered: 30,
  moreChoice: 24,
  wouldRecommend: 27,
}
const story = { kind: 'tell-story', happenedOn, words: 'A walk along the quay', places: ['report', 'training'], until: '2099-01-01' }

describe('a request that could not be met', () => {
  test('is in the log, is counted by area and service, and is met later', async () => {
    const own = await casebook.newProgramme()
    const enterprise = (await casebook.newCase(own)).id
    const id = await record('catalyst', { ...request, language: 'polish', gender: 'woman' }, own)
    const open = await seen('lead', '', own)
    expect(insightsSchema.parse(open)).toEqual(open)
    expect(open.requests).toMatchObject({ open: 1, openMinutes: 150, answered: 0, byLanguage: [{ language: 'polish', requests: 1 }] })
    expect(open.gaps).toContainEqual(expect.objectContaining({ area: 'coast', service: 'company', unmet: 1, unmetMinutes: 150 }))
    await record('second-catalyst', { kind: 'answer-request', happenedOn, request: id, caseId: enterprise }, own)
    const { requests, gaps } = await seen('lead', '', own)
    expect(requests).toMatchObject({
      open: 0,
      answered: 1,
      rows: [{ id, answered: { on: happenedOn, caseId: enterprise, reference: '0001' } }],
    })
    expect(gaps?.some(({ unmet }) => unmet > 0)).toBe(false)
  })

  test('takes effect once, however often the same is sent; the same key for another is refused', async () => {
    const key = newKey()
    const first = await send('catalyst', request, key)
    const again = await send('catalyst', request, key)
    expect(again.body).toEqual(first.body)
    expect((await send('catalyst', { ...request, minutesPerWeek: 15 }, key)).status).toBe(422)
    expect((await send('catalyst', request, {})).status).toBe(428)
  })

  test('of an area or a service that the programme has not, of half a quarter of an hour, or of a day to come, is refused in words', async () => {
    expect(saidBy(await send('catalyst', { ...request, area: 'moon' }))).toMatchObject({ kind: 'no-such-area', status: 422 })
    expect(saidBy(await send('catalyst', { ...request, service: 'flying' }))).toMatchObject({ kind: 'no-such-service', status: 422 })
    expect((await send('catalyst', { ...request, minutesPerWeek: 20 })).status).toBe(400)
    expect(saidBy(await send('catalyst', { ...request, happenedOn: '2099-01-01' }))).toMatchObject({ kind: 'in-future', status: 422 })
    expect((await send('catalyst', { ...request, who: 'Mrs Evans' })).status).toBe(400)
  })

  test('taken back no longer counts, and is still what was known before', async () => {
    const own = await casebook.newProgramme()
    const id = await record('catalyst', request, own)
    const before = await seen('lead', '', own)
    await record('catalyst', { kind: 'withdraw', of: id, reason: 'did-not-happen' }, own)
    expect((await seen('lead', '', own)).requests).toMatchObject({ open: 0, rows: [] })
    const then = await seen('lead', `?asAt=${before.asAt}&knownAt=${before.knownAt}`, own)
    expect(then).toEqual(before)
    expect((await seen('lead', '?asAt=2026-04-30', own)).requests.open).toBe(0)
    expect((await read('lead', '?asAt=2099-01-01', own)).status).toBe(422)
  })
})

describe('what people supported say', () => {
  test('is added up over enterprises, and apart from what was asked of all at once', async () => {
    const own = await casebook.newProgramme()
    const [one, other] = [(await casebook.newCase(own)).id, (await casebook.newCase(own)).id]
    const small = { ...said, askedBy: 'enterprise', asked: 5, answered: 4, moreChoice: 3, wouldRecommend: 4 }
    await record('catalyst', said, own)
    await record('catalyst', { ...small, caseId: one }, own)
    await record('catalyst', { ...small, caseId: other, asked: 6 }, own)
    // 5 + 6 asked, 4 + 4 answered, 3 + 3 with more choice.
    expect((await seen('lead', '', own)).feedback).toMatchObject([
      { year: 2025, askedBy: 'enterprise', about: 'enterprises', enterprises: 2, asked: 11, answered: 8, moreChoice: 6, wouldRecommend: 8 },
      { year: 2025, askedBy: 'independent', about: 'all', enterprises: 0, asked: 40, answered: 30, moreChoice: 24, wouldRecommend: 27 },
    ])
    expect(saidBy(await send('lead', said, newKey(), own))).toMatchObject({ kind: 'asked-already', status: 409 })
    expect((await send('lead', { ...said, caseId: ours }, newKey(), own)).status).toBe(404)
  })
})

describe('needs and assets', () => {
  test('come with their words, number, source and year; the words are not in the log', async () => {
    const own = await casebook.newProgramme()
    const line = { side: 'need', area: 'coast', name: 'Aged over 75', hundredths: 120_050, unit: 'people', source: 'Census', year: 2021 }
    await record('catalyst', { kind: 'count-area', happenedOn, lines: [line, { ...line, side: 'asset', name: 'Village halls' }] }, own)
    expect((await seen('reviewer', '', own)).areaCounts).toMatchObject([
      { side: 'need', area: 'coast', name: 'Aged over 75', hundredths: 120_050, unit: 'people', source: 'Census', year: 2021 },
      { side: 'asset', name: 'Village halls' },
    ])
  })
})

describe('a story', () => {
  test('is read while its permission lasts, and its words are gone for good the moment it is taken back', async () => {
    const own = await casebook.newProgramme()
    const id = await record('catalyst', story, own)
    expect((await seen('lead', '', own)).stories).toMatchObject({ given: 1, rows: [{ state: 'given', words: story.words }] })
    const before = (await seen('lead', '', own)).knownAt
    await record('lead', { kind: 'end-story', happenedOn: today(), story: id }, own)
    expect((await seen('lead', '', own)).stories).toMatchObject({ given: 0, ended: 1, rows: [{ state: 'ended', words: null }] })
    // As known before it ended the story stands, and even so has no words.
    expect((await seen('lead', `?knownAt=${before}`, own)).stories).toMatchObject({
      given: 1,
      rows: [{ state: 'given', words: null }],
    })
    expect(saidBy(await send('lead', { kind: 'end-story', happenedOn, story: id }, newKey(), own))).toMatchObject({ kind: 'story-gone' })
  })

  test('whose permission has run out is not shown', async () => {
    const own = await casebook.newProgramme()
    const id = await record('catalyst', { ...story, until: '2026-05-02' }, own)
    expect((await seen('lead', '', own)).stories).toMatchObject({ ranOut: 1, rows: [{ state: 'ran-out', words: null }] })
    await record('catalyst', { kind: 'renew-story', happenedOn: today(), story: id, places: ['training'], until: '2099-01-01' }, own)
    expect((await seen('lead', '', own)).stories).toMatchObject({ rows: [{ state: 'given', places: ['training'], words: story.words }] })
  })
})

describe('a council service', () => {
  const counts = { happenedOn, service: 'day-centre', wanted: 12, ready: 9 }

  test('says its places, who signed for them, and the enterprises that its staff set up', async () => {
    const own = await casebook.newProgramme()
    expect(saidBy(await send('lead', { kind: 'count-readiness', ...counts }, newKey(), own))).toMatchObject({ kind: 'no-such-service' })
    await withSettings(own, { councilServices: { 'day-centre': 'Day centre' } })
    const { id } = await casebook.newCase(own, {}, { kind: 'accept', happenedOn: '2024-01-20', origin: 'spin-out', service: 'day-centre' })
    expect(saidBy(await send('lead', { kind: 'sign-readiness', ...counts }, newKey(), own))).toMatchObject({ kind: 'nothing-to-sign' })
    await record('catalyst', { kind: 'count-readiness', ...counts }, own)
    expect(saidBy(await send('reviewer', { kind: 'sign-readiness', ...counts, ready: 12 }, newKey(), own))).toMatchObject({
      kind: 'other-numbers',
    })
    const signature = await record('reviewer', { kind: 'sign-readiness', ...counts }, own)
    const [service] = (await seen('lead', '', own)).readiness
    expect(service).toMatchObject({ service: 'day-centre', name: 'Day centre', counted: { wanted: 12, ready: 9 } })
    expect(service?.signed).toMatchObject({ as: 'reviewer', on: happenedOn, wanted: 12, ready: 9 })
    expect(service?.enterprises).toMatchObject([{ id, name: 'Harbour Help', standing: 'supported' }])
    expect((await seen('reviewer', '', own)).readiness[0]?.enterprises).toMatchObject([{ id, name: null }])
    // A signature is taken back by those who may sign, and by nobody else.
    expect((await send('catalyst', { kind: 'withdraw', of: signature, reason: 'wrong-details' }, newKey(), own)).status).toBe(403)
    expect((await send('lead', { kind: 'withdraw', of: signature, reason: 'wrong-details' }, newKey(), own)).status).toBe(200)
  })
})

describe('capacity wanted', () => {
  test('of the settings is held against what is there', async () => {
    const own = await casebook.newProgramme()
    await withSettings(own, { services: { company: 'Company' }, wanted: [{ area: 'coast', service: 'company', minutesPerWeek: 6_000 }] })
    await casebook.newCase(
      own,
      { area: 'coast' },
      { kind: 'accept', happenedOn: '2024-01-20', origin: 'new' },
      { kind: 'begin-trading', happenedOn: '2024-03-01' },
      { kind: 'tell-offer', happenedOn: '2024-03-01', services: ['company'] },
      { kind: 'record-care-return', happenedOn: today(), jobs: 1, minutesPerWeek: 3_600 },
    )
    // 100 hours wanted, 60 there: short by 40.
    expect((await seen('reviewer', '', own)).gaps).toEqual([
      {
        area: 'coast',
        service: 'company',
        wantedMinutes: 6_000,
        thereMinutes: 3_600,
        shortMinutes: 2_400,
        trading: 1,
        settingUp: 0,
        unmet: 0,
        unmetMinutes: 0,
      },
    ])
  })
})

describe('who sees what', () => {
  beforeAll(async () => {
    await record('lead', { ...said, caseId: ours })
    await record('lead', story)
  })

  test('a reviewer sees totals, and no entry, enterprise or word of a story', async () => {
    const { requests, feedback, stories } = await seen('reviewer')
    expect(requests.open).toBeGreaterThan(0)
    expect(requests.rows).toBeNull()
    expect(feedback.map(({ entries }) => entries)).toEqual([null])
    expect(stories).toEqual({ given: 1, ranOut: 0, ended: 0, rows: null })
  })

  test('a partner catalyst sees their own entries and enterprises only, and no sum over all', async () => {
    await record('partner-catalyst', { ...request, minutesPerWeek: 30 })
    await record('partner-catalyst', { ...said, caseId: theirs, year: 2024 })
    const { requests, feedback, stories, gaps } = await seen('partner-catalyst')
    expect(requests.rows?.map(({ minutesPerWeek }) => minutesPerWeek)).toEqual([30])
    expect(feedback.flatMap(({ entries }) => entries?.map(({ caseId }) => caseId))).toEqual([theirs])
    expect(stories.rows).toEqual([])
    expect(gaps).toBeNull()
  })

  test('a partner catalyst records nothing about others’ enterprises or entries: they are not there', async () => {
    const [row] = (await seen('lead')).requests.rows?.filter(({ minutesPerWeek }) => minutesPerWeek === 150) ?? []
    expect((await send('partner-catalyst', { ...said, caseId: ours, year: 2023 })).status).toBe(404)
    expect((await send('partner-catalyst', { kind: 'withdraw', of: row?.id, reason: 'wrong-details' })).status).toBe(404)
    expect((await send('partner-catalyst', { kind: 'answer-request', happenedOn: today(), request: row?.id })).status).toBe(404)
  })

  test('what was read is not sent again to one who has it', async () => {
    const { headers } = await read('lead')
    const again = await casebook.as('lead').get(`programmes/${p}/insights`, { 'if-none-match': headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    const etag = (await read('reviewer')).headers.get('etag')
    expect(etag).not.toBe(headers.get('etag'))
  })
})
