import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseList, RecordedAnswer } from '#domain/wireSchemas.ts'
import type { Casebook } from './casebook.ts'
import { assignTo, newKey, saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
let p: string
beforeAll(async () => {
  casebook = await startCasebook()
  p = await casebook.newProgramme()
})
afterAll(() => casebook.stop())

const listed = async (): Promise<string[]> =>
  (await casebook.as('lead').get<CaseList>(`programmes/${p}/cases`)).body.cases.map(({ id }) => id)
const enquiries = async (): Promise<number> => (await casebook.as('lead').get<{ n: number }>(`programmes/${p}/cohort`)).body.n

describe('a duplicate', () => {
  test('leaves the list and the counts, and comes back when the merge is taken apart', async () => {
    const kept = await casebook.newCase(p, { happenedOn: '2024-03-01' })
    const duplicate = await casebook.newCase(p, { happenedOn: '2024-02-01' })
    const before = await enquiries()
    const path = `programmes/${p}/cases/${duplicate.id}`
    expect((await casebook.as('catalyst').post(`${path}/merge`, { into: kept.id }, newKey())).status).toBe(200)
    expect(await listed()).not.toContain(duplicate.id)
    expect(await enquiries()).toBe(before - 1)
    const { body } = await casebook.as('lead').get<{ enquiredOn: string }>(`programmes/${p}/cases/${kept.id}`)
    expect(body.enquiredOn).toBe('2024-02-01')
    expect((await casebook.as('lead').post(`${path}/split`, { into: kept.id }, newKey())).status).toBe(200)
    expect(await listed()).toContain(duplicate.id)
    expect(await enquiries()).toBe(before)
  })

  test('is taken apart only whole: not by undo, by taking an entry back or putting it right, or from another record', async () => {
    const kept = await casebook.newCase(p, { happenedOn: '2024-03-01' })
    const duplicate = await casebook.newCase(p, { happenedOn: '2024-02-01' })
    const other = await casebook.newCase(p, { happenedOn: '2024-05-01' })
    const [catalyst, path] = [casebook.as('catalyst'), `programmes/${p}/cases/${duplicate.id}`]
    const { body: merged } = await catalyst.post<RecordedAnswer>(`${path}/merge`, { into: kept.id }, newKey())
    const [onDuplicate = '', onKept = ''] = merged.facts
    const reason = 'wrong-details'
    const tries = [
      await catalyst.command(p, duplicate.id, { kind: 'undo', of: merged.n }),
      await catalyst.command(p, kept.id, { kind: 'undo', of: merged.n }),
      await catalyst.command(p, duplicate.id, { kind: 'withdraw', of: onDuplicate, reason }),
      await catalyst.command(p, kept.id, { kind: 'withdraw', of: onKept, reason }),
      await catalyst.command(p, duplicate.id, {
        kind: 'replace',
        of: onDuplicate,
        reason,
        happenedOn: today(),
        data: { into: duplicate.id },
      }),
    ]
    expect(tries.map(saidBy)).toEqual(tries.map(() => expect.objectContaining({ status: 409, kind: 'of-two-records' })))
    expect(saidBy(await catalyst.post(`${path}/split`, { into: other.id }, newKey()))).toMatchObject({ status: 409, kind: 'not-merged' })
    const { body: apart, status } = await catalyst.post<RecordedAnswer>(`${path}/split`, { into: kept.id }, newKey())
    expect(status).toBe(200)
    const { body } = await casebook.as('lead').get<{ enquiredOn: string }>(`programmes/${p}/cases/${kept.id}`)
    expect(body.enquiredOn).toBe('2024-03-01')
    expect(saidBy(await catalyst.command(p, kept.id, { kind: 'undo', of: apart.n }))).toMatchObject({ kind: 'of-two-records' })
  })

  test('is not merged into a record that is not there, or into itself', async () => {
    const { id } = await casebook.newCase(p)
    const path = `programmes/${p}/cases/${id}/merge`
    expect((await casebook.as('lead').post(path, { into: 'ffffffff-0000-4000-8000-000000000000' }, newKey())).status).toBe(404)
    expect(saidBy(await casebook.as('lead').post(path, { into: id }, newKey()))).toMatchObject({ kind: 'merge-with-itself' })
  })

  test('a partner merges their own records only', async () => {
    const own = await casebook.newCase(p, {}, assignTo('partner-catalyst'))
    const other = await casebook.newCase(p)
    const path = `programmes/${p}/cases/${own.id}/merge`
    expect((await casebook.as('partner-catalyst').post(path, { into: other.id }, newKey())).status).toBe(404)
  })
})
