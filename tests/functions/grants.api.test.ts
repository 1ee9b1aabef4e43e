import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import { people } from '#local/people.ts'
import type { Answer, Casebook, LooseCommand, Who } from './casebook.ts'
import { assignTo, saidBy, startCasebook } from './casebook.ts'

type Grant = { grantId: string; pence: number; state: string }

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const accepted: LooseCommand = { kind: 'accept', happenedOn: '2024-01-15', origin: 'new' }
const setUp: LooseCommand = { kind: 'constitute', happenedOn: '2024-01-20', form: 'sole_trader' }
const insured: LooseCommand = { kind: 'see-check', happenedOn: '2024-01-20', check: 'public-liability', until: '2099-01-01' }
const award = (pence = 45_000): LooseCommand => ({ kind: 'award-grant', happenedOn: '2024-02-01', pence, gap: 'respite' })
const pay = (grantId: string, pence = 45_000): LooseCommand => ({ kind: 'pay-grant', happenedOn: '2024-02-10', grantId, pence })
const workedOn = {
  status: 403,
  kind: 'works-on-it',
  detail: 'You cannot settle this grant, because you work with them. Someone else who may can.',
}
const decided = {
  status: 403,
  kind: 'decided-it',
  detail: 'You decided this grant. Someone else must take this step, administrators included.',
}
const paid = { status: 403, kind: 'paid-it', detail: 'You paid this grant. Someone else must take this step, administrators included.' }

const may = async (p: string, who: keyof typeof people, ...roles: string[]): Promise<void> => {
  expect((await casebook.as('administrator').put(`programmes/${p}/members/${people[who].oid}`, { roles })).status).toBe(200)
}
const grantsOf = async (p: string, id: string): Promise<Grant[]> =>
  (await casebook.as('lead').get<{ tracks: { grants: Grant[] } }>(`programmes/${p}/cases/${id}`)).body.tracks.grants

/** A case with a grant of £450 decided by the decider. */
async function withGrant(
  p: string,
): Promise<{ id: string; grantId: string; of: string; send: (who: Who, command: LooseCommand) => Promise<Answer<RecordedAnswer>> }> {
  const { id, facts } = await casebook.newCase(p, {}, accepted, setUp, insured, award())
  const [grant] = await grantsOf(p, id)
  return { id, grantId: grant?.grantId ?? '', of: facts[0] ?? '', send: (who, command) => casebook.as(who).command(p, id, command) }
}

describe('a grant', () => {
  test('is decided by one person and paid by another, and both are on record', async () => {
    const p = await casebook.newProgramme()
    const { id, grantId, send } = await withGrant(p)
    expect((await send('payer', pay(grantId))).status).toBe(200)
    expect(await grantsOf(p, id)).toMatchObject([
      {
        state: 'paid',
        pence: 45_000,
        decided: { by: people.decider.oid, on: '2024-02-01' },
        payments: [{ by: people.payer.oid, on: '2024-02-10', pence: 45_000 }],
      },
    ])
  })

  test.each(['administrator', 'lead', 'catalyst', 'reviewer', 'assessor', 'verifier', 'payer'] as const)(
    'is not decided by a mere %s',
    async who => {
      const p = await casebook.newProgramme()
      const { id } = await casebook.newCase(p, {}, accepted)
      expect(saidBy(await casebook.as(who).command(p, id, award()))).toMatchObject({ status: 403, kind: 'not-permitted' })
    },
  )

  test.each(['administrator', 'lead', 'catalyst', 'decider'] as const)('is not paid by a mere %s', async who => {
    const { grantId, send } = await withGrant(await casebook.newProgramme())
    expect(saidBy(await send(who, pay(grantId)))).toMatchObject({ status: 403, kind: 'not-permitted' })
  })

  test('is not paid by the one who decided it, whatever their roles', async () => {
    const p = await casebook.newProgramme()
    const { grantId, send } = await withGrant(p)
    await may(p, 'decider', 'decider', 'payer')
    expect(saidBy(await send('decider', pay(grantId)))).toEqual(decided)
    expect((await send('payer', pay(grantId))).status).toBe(200)
  })

  test('is not decided, and not paid, by the one who works on the case', async () => {
    const p = await casebook.newProgramme()
    // Whoever works with them has a role to do so, beside the one for money.
    await may(p, 'decider', 'decider', 'catalyst')
    await may(p, 'payer', 'payer', 'catalyst')
    const mine = await casebook.newCase(p, {}, accepted, assignTo('decider'))
    expect(saidBy(await casebook.as('decider').command(p, mine.id, award()))).toEqual(workedOn)
    const { grantId, send } = await withGrant(p)
    await send('lead', assignTo('payer'))
    expect(saidBy(await send('payer', pay(grantId)))).toEqual(workedOn)
  })

  test('the money rules bind an administrator like anyone', async () => {
    const p = await casebook.newProgramme()
    await may(p, 'administrator', 'decider', 'payer', 'catalyst')
    const own = await casebook.newCase(p, {}, accepted, assignTo('administrator'))
    expect(saidBy(await casebook.as('administrator').command(p, own.id, award()))).toEqual(workedOn)

    const { id } = await casebook.newCase(p, {}, accepted)
    expect((await casebook.as('administrator').command(p, id, award())).status).toBe(200)
    const [grant] = await grantsOf(p, id)
    expect(saidBy(await casebook.as('administrator').command(p, id, pay(grant?.grantId ?? '')))).toEqual(decided)
  })

  test.each<[string, (grantId: string) => LooseCommand, number, string]>([
    ['of more than was decided', grantId => pay(grantId, 45_001), 409, 'This is more than was decided.'],
    ['that nobody decided', () => pay('0e0e0e0e-2222-4333-8444-555566667777'), 409, 'This grant has not been decided.'],
  ])('a payment %s is refused', async (_, command, status, detail) => {
    const { grantId, send } = await withGrant(await casebook.newProgramme())
    expect(saidBy(await send('payer', command(grantId)))).toMatchObject({ status, detail })
  })

  test('paid once is not paid again', async () => {
    const { grantId, send } = await withGrant(await casebook.newProgramme())
    await send('payer', pay(grantId))
    expect(saidBy(await send('payer', pay(grantId)))).toMatchObject({ status: 409, kind: 'impossible' })
  })
})

describe('putting a grant right', () => {
  const larger = (of: string, grantId: string): LooseCommand => ({
    kind: 'replace',
    of,
    reason: 'wrong-details',
    happenedOn: '2024-02-01',
    data: { grantId, pence: 50_000, gap: 'respite' },
  })

  test('is for those who may decide it, not for those who correct other entries', async () => {
    const p = await casebook.newProgramme()
    const { id, grantId, of, send } = await withGrant(p)
    for (const who of ['administrator', 'lead', 'catalyst', 'payer'] as const) {
      expect(saidBy(await send(who, larger(of, grantId)))).toMatchObject({ status: 403, kind: 'not-permitted' })
      expect(saidBy(await send(who, { kind: 'withdraw', of, reason: 'did-not-happen' }))).toMatchObject({
        status: 403,
        kind: 'not-permitted',
      })
    }
    expect((await send('decider', larger(of, grantId))).status).toBe(200)
    expect(await grantsOf(p, id)).toMatchObject([{ pence: 50_000 }])
  })

  test('does not make another person the one who decided', async () => {
    const p = await casebook.newProgramme()
    const { grantId, of, send } = await withGrant(p)
    await may(p, 'assessor', 'decider')
    await may(p, 'decider', 'decider', 'payer')
    expect((await send('assessor', larger(of, grantId))).status).toBe(200)
    expect(saidBy(await send('decider', pay(grantId, 50_000)))).toEqual(decided)
    expect((await send('payer', pay(grantId, 50_000))).status).toBe(200)
  })

  test('is not for the one who paid it', async () => {
    const p = await casebook.newProgramme()
    const { grantId, of, send } = await withGrant(p)
    await send('payer', pay(grantId))
    await may(p, 'payer', 'decider', 'payer')
    expect(saidBy(await send('payer', larger(of, grantId)))).toEqual(paid)
  })

  test('a correction of it is itself taken back only by those who may decide', async () => {
    const p = await casebook.newProgramme()
    const { id, grantId, of, send } = await withGrant(p)
    const right = await send('decider', larger(of, grantId))
    const takeBack: LooseCommand = { kind: 'withdraw', of: right.body.facts[0] ?? '', reason: 'wrong-details' }
    expect(saidBy(await send('lead', takeBack))).toMatchObject({ status: 403, kind: 'not-permitted' })
    expect((await send('decider', takeBack)).status).toBe(200)
    expect(await grantsOf(p, id)).toMatchObject([{ pence: 45_000 }])
  })
})
