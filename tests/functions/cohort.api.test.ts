import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cohort, Lines } from '#domain/cohortSchemas.ts'
import { cohortSchema, linesSchema } from '#domain/cohortSchemas.ts'
import { cqcAnswers } from '../builders.ts'
import type { Answer, Casebook, LooseCommand, Who } from './casebook.ts'
import { saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  await record()
})
afterAll(() => casebook.stop())

const accept = (origin = 'new', happenedOn = '2020-01-15'): LooseCommand => ({ kind: 'accept', happenedOn, origin })
const begin = (happenedOn: string): LooseCommand => ({ kind: 'begin-trading', happenedOn })
const heard = (happenedOn: string): LooseCommand => ({ kind: 'log-contact', happenedOn, reached: true, heard: 'trading' })
const told = (happenedOn: string, jobs: number, people: number): LooseCommand => ({
  kind: 'record-care-return',
  happenedOn,
  jobs,
  people,
  minutesPerWeek: 1_200,
})
const setUp: LooseCommand = { kind: 'constitute', happenedOn: '2020-02-01', form: 'sole_trader' }
const checkIn = (month: number, happenedOn: string): LooseCommand => ({ kind: 'answer-check-in', happenedOn, month, answer: 'trading' })

/** Eight enterprises, one of each kind of journey. All enquired on 8 January 2020. */
async function record(): Promise<void> {
  const one = (area: string, ...commands: LooseCommand[]) => casebook.newCase(p, { area, happenedOn: '2020-01-08' }, ...commands)
  await one(
    'coast',
    accept(),
    { kind: 'agree-idea', happenedOn: '2020-01-20' },
    setUp,
    begin('2020-03-01'),
    checkIn(6, '2020-09-01'),
    told('2020-09-01', 2, 5),
  )
  await one('coast', accept(), setUp, begin('2020-03-01'), { kind: 'stop', happenedOn: '2020-12-01', ending: 'not-working' })
  await one('coast', accept(), setUp, begin('2020-03-01'), heard('2020-06-01'))
  await one('north-moor', accept(), setUp, begin('2020-03-01'), { kind: 'leave-sight', happenedOn: '2020-10-01', leaving: 'moved-away' })
  await one('north-moor', accept('existing'), begin('2018-03-01'), told('2020-08-01', 1, 3))
  await one('north-moor', { kind: 'advise-only', happenedOn: '2020-01-20' })
  await one('north-moor', { kind: 'decline', happenedOn: '2020-01-20', reason: 'outside-area' })
  await one(
    'coast',
    accept(),
    { kind: 'record-scoping', happenedOn: '2020-02-01', outcome: 'required', answers: cqcAnswers.twoPeople },
    {
      kind: 'award-grant',
      happenedOn: '2020-02-10',
      pence: 45_000,
      gap: 'respite',
    },
  )
}

const ask = (question: string, who: Who = 'lead'): Promise<Answer<Cohort>> =>
  casebook.as(who).get<Cohort>(`programmes/${p}/cohort?${question}`)
const listBehind = (figure: string, question: string, who: Who = 'lead'): Promise<Answer<Lines>> =>
  casebook.as(who).get<Lines>(`programmes/${p}/cohort/lines?${question}&figure=${figure}`)

/** Every figure of an answer that stands for enterprises, by name, as the page links it to its list. */
function figuresOf({
  funnel,
  grantedPence,
  tradingNow,
  advisedOnly,
  declined,
  existing,
  parts,
  survival,
  endings,
  times,
  maturity,
  compared,
  returns,
  cost,
}: Cohort): [string, number][] {
  const all = (family: string, figures: Record<string, number>): [string, number][] =>
    Object.entries(figures).map(([name, value]) => [`${family}.${name}`, value])
  const { n, ended, lost, unwatched, at } = survival
  return [
    ...funnel.map(({ step, count }): [string, number] => [`funnel.${step}`, count]),
    ['grantedPence', grantedPence],
    ['tradingNow', tradingNow],
    ['advisedOnly', advisedOnly],
    ['declined', declined],
    ...all('existing', { accepted: existing.accepted, trading: existing.trading, followed: existing.followed }),
    ...all('existing', { ended: existing.ended, lost: existing.lost }),
    ...existing.parts.flatMap(({ months, ...counts }) => all(`existingParts.${months}`, counts)),
    ['maturity.aged', maturity.aged],
    ...(compared?.groups ?? []).flatMap(({ group, n: many, ended: stopped, notWorking }) =>
      all(`by-${compared?.by}.${group}`, { n: many, ended: stopped, notWorking }),
    ),
    ...times.flatMap(({ step, begun, reached, left, open, outOfOrder }) =>
      all(`times.${step}`, { begun, reached, left, open, outOfOrder }),
    ),
    ...endings.map(({ ending, count }): [string, number] => [`endings.${ending}`, count]),
    ...parts.flatMap(({ months, ...counts }) => all(`parts.${months}`, counts)),
    ...all('survival', { n, ended, lost, unwatched }),
    ...at.map(({ day, atRisk }): [string, number] => [`survival.atRisk.${day}`, atRisk]),
    ...all('returns.latest', returns.latest),
    ...all('returns.current', returns.current),
    ...all('cost', { setUp: cost.setUp, setUpOrAdvised: cost.setUpOrAdvised }),
  ]
}

describe('a cohort', () => {
  test('is counted as one would count it by hand', async () => {
    const { status, body } = await ask('asAt=2020-12-31')
    expect(status).toBe(200)
    expect(cohortSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      programme: p,
      method: 'cohort-1',
      asAt: '2020-12-31',
      by: 'enquiry',
      n: 8,
      from: null,
      to: null,
      area: null,
      form: null,
    })
    expect(body.funnel.map(({ step, count, of }) => [step, count, of])).toEqual([
      ['enquired', 8, 8],
      ['idea-agreed', 1, 8],
      ['constituted', 4, 8],
      ['registration-needed', 1, 8],
      ['registered', 0, 1],
      ['granted', 1, 8],
      ['trading', 5, 8],
    ])
    // The first, and the one that ran before we met it and told of itself in August.
    expect(body).toMatchObject({ grantedPence: 45_000, tradingNow: 2, advisedOnly: 1, declined: 1, existing: { accepted: 1, trading: 1 } })
    // Four began with us on 1 March 2020, so six months were up on 1 September: one answered, one stopped in December and so traded on then,
    // one left our sight in October and traded then, and one was last heard of in June.
    expect(body.parts).toEqual([
      { months: 6, due: 4, trading: 3, paused: 0, stopped: 0, notReached: 1, left: 0, awaited: 0, notYet: 0 },
      { months: 12, due: 0, trading: 0, paused: 0, stopped: 0, notReached: 0, left: 0, awaited: 0, notYet: 4 },
      { months: 24, due: 0, trading: 0, paused: 0, stopped: 0, notReached: 0, left: 0, awaited: 0, notYet: 4 },
    ])
    // Days since 1 March: lost on day 92 (1 June), left on 214, stopped on 275 with two still watched.
    expect(body.survival).toMatchObject({ n: 4, ended: 1, lost: 1, unwatched: 0 })
    expect(body.survival.steps.map(({ day, atRisk, ended, censored, share }) => [day, atRisk, ended, censored, share])).toEqual([
      [92, 4, 0, 1, 1],
      [214, 3, 0, 1, 1],
      [275, 2, 1, 0, 0.5],
      [305, 1, 0, 1, 0.5],
    ])
    expect(body.survival.at.map(({ day, share, atRisk }) => [day, share, atRisk])).toEqual([
      [182, 1, 3],
      [365, null, 0],
      [730, null, 0],
    ])
    expect(body.returns).toEqual({
      latest: { enterprises: 2, jobs: 3, minutesPerWeek: 2_400, people: 8 },
      current: { enterprises: 2, jobs: 3, minutesPerWeek: 2_400, people: 8 },
    })
    // £135,000 ÷ 4 and ÷ 5; ÷ 3 jobs; ÷ 8 people.
    expect(body.cost).toMatchObject({
      setUp: 4,
      setUpOrAdvised: 5,
      perSetUp: 3_375_000,
      perSetUpOrAdvised: 2_700_000,
      perJob: 4_500_000,
      perPerson: 1_687_500,
    })
  })

  test('without a day is asked as of today', async () => {
    expect((await ask('')).body.asAt).toBe(today())
  })

  test.each([
    'asAt=2020-12-31',
    'asAt=2022-06-30',
    'asAt=2020-12-31&by=trading&from=2020-01-01&to=2020-12-31',
    'area=coast',
    'form=sole_trader&by=trading',
    'compare=area&asAt=2022-06-30',
    'compare=year',
    'compare=service',
  ])('has a list behind every figure that adds up to it: %s', async question => {
    const figures = figuresOf((await ask(question)).body)
    expect(figures.length).toBeGreaterThan(50)
    for (const [figure, value] of figures) {
      const { status, body } = await listBehind(figure, question)
      expect({ figure, status, total: body.total }).toEqual({ figure, status: 200, total: value })
      expect(linesSchema.parse(body)).toEqual(body)
      expect(body.adds === 'rows' ? body.rows.length : body.rows.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(value)
    }
  })

  test('is chosen by area, by legal form, and by when they enquired or began', async () => {
    const countOf = async (question: string): Promise<number> => (await ask(question)).body.n
    expect(await countOf('area=coast')).toBe(4)
    expect(await countOf('area=nowhere')).toBe(0)
    expect(await countOf('form=sole_trader')).toBe(4)
    expect(await countOf('from=2020-01-09')).toBe(0)
    expect(await countOf('to=2020-01-08')).toBe(8)
    expect(await countOf('by=trading')).toBe(5)
    expect(await countOf('by=trading&from=2020-01-01')).toBe(4)
    expect(await countOf('asAt=2020-01-07')).toBe(0)
  })

  test('shows a reviewer the rows behind a figure without names', async () => {
    const [asLead, asReviewer] = [await listBehind('funnel.trading', ''), await listBehind('funnel.trading', '', 'reviewer')]
    expect(asLead.body.rows.map(({ name }) => name)).toEqual(Array(5).fill('Harbour Help'))
    expect(asReviewer.body.rows.map(({ name }) => name)).toEqual(Array(5).fill(null))
    expect(asReviewer.body.rows.map(({ id }) => id).sort()).toEqual(asLead.body.rows.map(({ id }) => id).sort())
    const known = { 'if-none-match': asLead.headers.get('etag') ?? '' }
    expect((await casebook.as('reviewer').get(`programmes/${p}/cohort/lines?figure=funnel.trading`, known)).status).toBe(200)
  })

  test('is not sent again to who has it', async () => {
    const { headers } = await ask('asAt=2020-12-31')
    const path = `programmes/${p}/cohort?asAt=2020-12-31`
    expect((await casebook.as('lead').get(path, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304)
  })
})

describe('the same question', () => {
  const questions = ['asAt=2020-12-31', 'asAt=2020-12-31&by=trading&area=coast', 'asAt=2021-06-30&form=sole_trader']

  test('has the same answer, to the byte, after later entries and corrections', async () => {
    const elsewhere = p
    p = await casebook.newProgramme()
    const { id, facts } = await casebook.newCase(p, { area: 'coast', happenedOn: '2020-01-08' }, accept(), setUp, begin('2020-03-01'))
    const { body: first, text } = await ask('asAt=2020-12-31')
    const asked = new Map<string, string>()
    for (const question of questions) asked.set(question, (await ask(`${question}&knownAt=${first.knownAt}`)).text)
    const lines = (await listBehind('funnel.trading', `asAt=2020-12-31&knownAt=${first.knownAt}`)).text
    expect(asked.get('asAt=2020-12-31')).toBe(text)

    await casebook.as('lead').command(p, id, { kind: 'replace', of: facts[0] ?? '', reason: 'wrong-date', happenedOn: '2020-04-01' })
    await casebook.newCase(p, { area: 'coast', happenedOn: '2020-01-08' }, accept(), setUp, begin('2020-03-01'))
    const {
      id: third,
      facts: [of = ''],
    } = await casebook.newCase(p, { happenedOn: '2020-01-08' }, accept())
    await casebook.as('lead').command(p, third, { kind: 'withdraw', of, reason: 'did-not-happen' })

    for (const question of questions) expect((await ask(`${question}&knownAt=${first.knownAt}`)).text).toBe(asked.get(question))
    expect((await listBehind('funnel.trading', `asAt=2020-12-31&knownAt=${first.knownAt}`)).text).toBe(lines)
    const { body: now } = await ask('asAt=2020-12-31')
    expect([first.n, now.n]).toEqual([1, 3])
    expect(now.through).toBeGreaterThan(first.through)
    p = elsewhere
  })

  test('using only what was known before anything was recorded is of nobody', async () => {
    const { body } = await ask('knownAt=2001-01-01T00:00:00Z')
    expect(body).toMatchObject({ n: 0, through: 0 })
  })
})

describe('what cannot be asked', () => {
  test.each([
    ['asAt=2999-01-01', 422, 'asked-of-the-future'],
    ['knownAt=2999-01-01T00:00:00Z', 422, 'known-in-the-future'],
    ['from=2021-01-01&to=2020-01-01', 422, 'range-backwards'],
    ['asAt=2020-02-30', 400, 'not-understood'],
    ['knownAt=yesterday', 400, 'not-understood'],
    ['by=catalyst', 400, 'not-understood'],
    ['catalyst=a0000000-0000-4000-8000-000000000003', 400, 'not-understood'],
  ])('%s is refused', async (question, status, kind) => {
    expect(saidBy(await ask(question))).toMatchObject({ status, kind })
  })

  test('the refusal of a day to come says which day it is', async () => {
    expect(saidBy(await ask('asAt=2999-01-01')).detail).toMatch(
      /^We cannot say what will have happened after today, \d{1,2} [A-Z][a-z]+ \d{4}\.$/,
    )
  })

  test.each(['funnel.famous', 'parts.7.due', 'parts.6.months', 'survival', 'survival.atRisk', 'returns.current', 'cost.perJob', 'n'])(
    'there is no list behind %s',
    async figure => {
      expect(saidBy(await listBehind(figure, ''))).toMatchObject({ status: 404, kind: 'no-such-figure' })
    },
  )

  test('a programme that is not there has no cohort', async () => {
    for (const id of ['nowhere', 'DIRECTORY', 'directory', 'a%7Cb', '%27%20or%201%20eq%201'])
      expect(saidBy(await casebook.as('administrator').get(`programmes/${id}/cohort`))).toMatchObject({ status: 404, kind: 'not-found' })
  })

  test.each(['catalyst', 'reviewer', 'decider', 'follow-up-owner', 'administrator'] as const)('a %s may ask', async who => {
    expect((await ask('', who)).status).toBe(200)
  })

  test.each(['partner-catalyst', 'assessor', 'payer', 'verifier', 'funder'] as const)('a %s may not', async who => {
    expect(saidBy(await ask('', who))).toMatchObject({ status: 403 })
    expect(saidBy(await listBehind('funnel.trading', '', who))).toMatchObject({ status: 403 })
  })
})
