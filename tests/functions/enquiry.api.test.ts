import { TableClient } from '@azure/data-tables'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseList, EnquiryAnswer } from '#domain/wireSchemas.ts'
import { enquiryAnswerSchema } from '#domain/wireSchemas.ts'
import type { Casebook, Who } from './casebook.ts'
import { daysOn, newKey, saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const listed = async (p: string, query = '', who: Who = 'lead'): Promise<CaseList> => {
  const { status, body } = await casebook.as(who).get<CaseList>(`programmes/${p}/cases${query}`)
  expect(status).toBe(200)
  return body
}
const enquire = (p: string, body: Record<string, unknown>, who: Who = 'catalyst', key = newKey()) =>
  casebook.as(who).post<EnquiryAnswer>(`programmes/${p}/cases`, { happenedOn: '2024-01-08', name: 'Harbour Help', ...body }, key)

/** Every row of a programme as the table keeps it, as text by row key. */
async function rowsAsStored(p: string): Promise<Map<string, string>> {
  const table = TableClient.fromConnectionString(casebook.connectionString, casebook.tableName, { allowInsecureConnection: true })
  const rows = new Map<string, string>()
  for await (const row of table.listEntities({ queryOptions: { filter: `PartitionKey eq '${p}'` } }))
    rows.set(row.rowKey ?? '', JSON.stringify(row))
  return rows
}

describe('an enquiry', () => {
  test('gets the reference that was given, and is in the list at once', async () => {
    const p = await casebook.newProgramme()
    const { status, body, headers } = await enquire(p, { reference: 'EX/014', area: 'coast' })
    expect(status).toBe(201)
    expect(enquiryAnswerSchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({ reference: 'EX/014', facts: [`${body.n}.0`] })
    expect(headers.get('etag')).toBe(`"${body.n}"`)
    expect((await listed(p)).cases).toMatchObject([
      { id: body.id, n: body.n, reference: 'EX/014', name: 'Harbour Help', area: 'coast', standing: 'enquiry', enquiredOn: '2024-01-08' },
    ])
  })

  test('gets the next number after the highest where no reference is given', async () => {
    const p = await casebook.newProgramme()
    expect((await enquire(p, {})).body.reference).toBe('0001')
    await enquire(p, { reference: '0041' })
    await enquire(p, { reference: 'OLD-9000' })
    expect((await enquire(p, {})).body.reference).toBe('0042')
  })

  test('many at once get a number each', async () => {
    const p = await casebook.newProgramme()
    const all = await Promise.all(Array.from({ length: 12 }, (_, at) => enquire(p, { name: `Enterprise ${at}` })))
    const numbers = all.map(({ body }) => Number(body.reference)).sort((a, b) => a - b)
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test('under a reference that another enterprise has is refused, whatever the letter case', async () => {
    const p = await casebook.newProgramme()
    await enquire(p, { reference: 'EX/014' })
    expect(saidBy(await enquire(p, { reference: 'ex/014' }))).toEqual({
      status: 409,
      kind: 'reference-taken',
      detail: 'The reference ex/014 belongs to another enterprise.',
    })
    expect((await listed(p)).total).toBe(1)
  })

  test('without a day came today; one to come is refused', async () => {
    const p = await casebook.newProgramme()
    const { body } = await casebook.as('lead').post<EnquiryAnswer>(`programmes/${p}/cases`, { name: 'Harbour Help' }, newKey())
    expect((await listed(p)).cases).toMatchObject([{ id: body.id, enquiredOn: today() }])
    expect(saidBy(await enquire(p, { happenedOn: '2999-05-03' }))).toEqual({
      status: 422,
      kind: 'in-future',
      detail: '3 May 2999 is still to come. What is planned is a to-do, not an entry.',
    })
  })

  test('keeps name, contact details and words in rows that can be emptied, and nowhere else', async () => {
    const p = await casebook.newProgramme()
    const typed = {
      name: 'Wren and Daughters',
      contactName: 'Jo Wren',
      phone: '01823 000 111',
      email: 'jo@wren.example',
      postcode: 'TA1 1AA',
      wants: 'Help with Mum’s shopping',
    }
    const { body } = await enquire(p, typed)
    const rows = await rowsAsStored(p)
    const holding = (words: string): string[] => [...rows].filter(([, row]) => row.includes(words)).map(([key]) => key.split('|')[0] ?? '')
    expect(holding('Wren and Daughters').sort()).toEqual(['case', 'person'])
    expect(holding('Jo Wren')).toEqual(['person'])
    expect(holding('01823 000 111').sort()).toEqual(['case', 'person'])
    expect(holding('shopping')).toEqual(['text'])
    expect((JSON.parse(rows.get(`case|${body.id}`) ?? '{}') as { facts0: string }).facts0).not.toMatch(/Wren|01823|TA1/)

    const { body: read } = await casebook.as('catalyst').get<{ person: unknown }>(`programmes/${p}/cases/${body.id}`)
    const { wants: _wants, ...person } = typed
    expect(read.person).toEqual(person)
  })

  test('makes a to-do of what happens next, in the same step, and its words stand where they can be emptied', async () => {
    const p = await casebook.newProgramme()
    const { body } = await enquire(p, { happenedOn: '2026-01-05', next: { dueOn: daysOn(60), words: 'Ring her mother first' } })
    expect(body.facts).toEqual([`${body.n}.0`, `${body.n}.1`])
    const { body: read } = await casebook.as('catalyst').get<{ tracks: { tasks: unknown } }>(`programmes/${p}/cases/${body.id}`)
    expect(read.tracks.tasks).toMatchObject([{ about: 'next-contact', dueOn: daysOn(60), setOn: '2026-01-05', state: 'open' }])
    const rows = await rowsAsStored(p)
    const holding = [...rows].filter(([, row]) => row.includes('Ring her mother first')).map(([key]) => key.split('|')[0] ?? '')
    expect(holding.sort()).toEqual(['case', 'text'])
    expect(rows.get(`case|${body.id}`)).toContain('private')
    expect((JSON.parse(rows.get(`case|${body.id}`) ?? '{}') as { facts0: string }).facts0).not.toContain('mother')
  })

  test('with something due before today is refused', async () => {
    const p = await casebook.newProgramme()
    expect(saidBy(await enquire(p, { next: { dueOn: '2024-01-09' } }))).toMatchObject({ status: 422, kind: 'due-in-the-past' })
    expect((await listed(p)).total).toBe(0)
  })

  test('that a partner takes in is the partner’s from the first day', async () => {
    const p = await casebook.newProgramme()
    await enquire(p, { reference: 'OURS' })
    const { body } = await enquire(p, { reference: 'THEIRS' }, 'partner-catalyst')
    expect((await listed(p, '', 'partner-catalyst')).cases.map(({ id }) => id)).toEqual([body.id])
  })

  test('sent twice under one key is one enquiry, with one answer', async () => {
    const p = await casebook.newProgramme()
    const key = newKey()
    const [first, again] = [await enquire(p, {}, 'catalyst', key), await enquire(p, {}, 'catalyst', key)]
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect((await listed(p)).total).toBe(1)
    expect(saidBy(await enquire(p, { name: 'Another' }, 'catalyst', key))).toMatchObject({ status: 422, kind: 'key-used-otherwise' })
  })

  test('of another person may come under the same key', async () => {
    const p = await casebook.newProgramme()
    const key = newKey()
    await enquire(p, {}, 'catalyst', key)
    await enquire(p, {}, 'lead', key)
    expect((await listed(p)).total).toBe(2)
  })
})
