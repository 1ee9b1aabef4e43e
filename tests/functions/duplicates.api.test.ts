import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Duplicates, EnquiryAnswer } from '#domain/wireSchemas.ts'
import { duplicatesSchema } from '#domain/wireSchemas.ts'
import type { Answer, Casebook, Who } from './casebook.ts'
import { assignTo, newKey, saidBy, startCasebook } from './casebook.ts'

let casebook: Casebook
let p: string
let mary: { id: string; reference: string | null }
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
  mary = await casebook.newCase(p, {
    name: 'Mary Lee',
    phone: '+44 (0)7700 900123',
    email: 'Mary@Example.org',
    postcode: 'ta6 3xx',
  })
})
afterAll(() => casebook.stop())

const ask = (body: object, who: Who = 'catalyst', programme = p): Promise<Answer<Duplicates>> =>
  casebook.as(who).post<Duplicates>(`programmes/${programme}/cases/duplicates`, body)
const found = async (body: object, who: Who = 'catalyst', programme = p) => (await ask(body, who, programme)).body.maybeSame

describe('Who is typed may be on record already', () => {
  test.each([
    [{ phone: '07700 900123' }, ['phone']],
    [{ email: ' mary@EXAMPLE.org ' }, ['email']],
    [{ phone: '07700900123', postcode: 'TA63XX' }, ['phone', 'postcode']],
    [{ name: 'M Lee', postcode: 'TA6 3XX' }, ['postcode', 'name']],
    [
      { name: 'mary lee', phone: '0044 7700 900123', email: 'mary@example.org', postcode: 'ta6 3xx' },
      ['phone', 'email', 'postcode', 'name'],
    ],
  ])('told by %j', async (typed, signs) => {
    const { body } = await ask(typed)
    expect(duplicatesSchema.parse(body)).toEqual(body)
    expect(body.maybeSame).toEqual([{ id: mary.id, reference: mary.reference, name: 'Mary Lee', signs }])
  })

  test.each([
    [{ name: 'Mary Lee' }],
    [{ postcode: 'TA6 3XX' }],
    [{ name: 'Ann Poe', postcode: 'TA6 3XX' }],
    [{ name: 'Mary Lee', postcode: 'TA6 3XY', phone: '07700 900124', email: 'mary@example.com' }],
    [{}],
    [{ name: '' }],
  ])('never by a name alone, nor by a postcode alone: %j', async typed => {
    const { status, body } = await ask(typed)
    if (status === 200) expect(body.maybeSame).toEqual([])
    else expect(status).toBe(400)
  })

  test('in their own programme only', async () => {
    const elsewhere = await casebook.newProgramme()
    expect(await found({ phone: '07700 900123' }, 'catalyst', elsewhere)).toEqual([])
  })

  test('and to another tenant the programme is not there', async () => {
    expect(saidBy(await ask({ phone: '07700 900123' }, 'foreign-administrator'))).toMatchObject({ status: 404, kind: 'not-found' })
  })

  test('a partner is told the reference of a record that is not theirs, and neither its name nor the way to it', async () => {
    expect(await found({ phone: '07700 900123' }, 'partner-catalyst')).toEqual([
      { id: null, reference: mary.reference, name: null, signs: ['phone'] },
    ])
    const own = await casebook.newCase(p, { name: 'Ann Poe', phone: '01632 960001' }, assignTo('partner-catalyst'))
    expect(await found({ phone: '(01632) 960001' }, 'partner-catalyst')).toMatchObject([{ id: own.id, name: 'Ann Poe' }])
  })

  test('those that agree in most come first', async () => {
    const programme = await casebook.newProgramme()
    const one = await casebook.newCase(programme, { name: 'Sam Roe', phone: '01632 960002' })
    const two = await casebook.newCase(programme, { name: 'Sam Roe', phone: '01632 960002', postcode: 'M1 1AE' })
    const references = (await found({ name: 'S Roe', phone: '01632 960002', postcode: 'M1 1AE' }, 'lead', programme)).map(
      ({ reference }) => reference,
    )
    expect(references).toEqual([two.reference, one.reference])
  })
})

describe('An enquiry that is saved all the same', () => {
  const enquire = (programme: string, body: object, who: Who = 'catalyst') =>
    casebook.as(who).post<EnquiryAnswer>(`programmes/${programme}/cases`, { name: 'Mary Lee', ...body }, newKey())

  test('says whom it may be: of two copies typed without signal, the second to come in is told of the first', async () => {
    const programme = await casebook.newProgramme()
    const copies = await Promise.all([
      enquire(programme, { phone: '07700 900123' }),
      enquire(programme, { phone: '+44 7700 900123' }, 'second-catalyst'),
    ])
    expect(copies.map(({ status }) => status)).toEqual([201, 201])
    const [first, second] = copies.map(({ body }) => body).sort((a, b) => a.n - b.n)
    expect(second?.maybeSame).toMatchObject([{ id: first?.id, signs: ['phone', 'name'] }])
  })

  test('keeps that one was asked about and is somebody else, and does not ask again', async () => {
    const programme = await casebook.newProgramme()
    const sister = await casebook.newCase(programme, { name: 'Ann Lee', phone: '07700 900123' })
    const { body } = await enquire(programme, { phone: '07700 900123', notSameAs: [sister.reference, '9999'] })
    expect(body.maybeSame).toEqual([])
    const { body: timeline } = await casebook
      .as('catalyst')
      .get<{ entries: { data: unknown }[] }>(`programmes/${programme}/cases/${body.id}/facts`)
    // 9999 is nobody’s: what is not on record does not go into an entry.
    expect(timeline.entries[0]?.data).toMatchObject({ notSameAs: [sister.reference] })
  })
})
