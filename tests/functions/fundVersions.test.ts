import { beforeEach, describe, expect, test } from 'vitest'
import { newPotSchema } from '#domain/potSchemas.ts'
import { fundBody } from './fundCases.ts'
import type { Said } from './fundSetting.ts'
import { makeFundIn, potIn, programme } from './fundSetting.ts'
import type { FundTries } from './fundTries.ts'
import { fundTries, why } from './fundTries.ts'
import { rowsOf } from './writingSetting.ts'

let here: FundTries
beforeEach(async () => {
  here = await fundTries()
})

const keep = (pot: string, n: number | string, capPence = 600_00): Promise<Said> =>
  here.process.ask('api-pots-change', { who: 'lead', params: { pot }, n, body: newPotSchema.parse(fundBody({ capPence })) })

describe('a change of a fund', () => {
  test.each([0, 1, 7])('that there is not is refused as not found, against version %i', async n => {
    expect(await keep('0e0e0e0e-3333-4444-8555-666677778888', n)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
    expect(await rowsOf(here.store, programme, 'pot')).toEqual([])
  })

  test('may name what was read by its ETag, until somebody else changed the fund', async () => {
    const pot = await makeFundIn(here.process)
    const tag = await here.process.tagOf('api-pots-read', { who: 'lead', params: { pot } })
    // Whatever is recorded meanwhile in the programme, the fund is as it was.
    await here.process.readyCase()
    expect(why(await keep(pot, tag))).toBe('taken')
    expect(await potIn(here.store, pot)).toMatchObject({ version: 2, capPence: 600_00 })
    expect(await keep(pot, tag, 700_00)).toEqual({ ok: false, refusal: { kind: 'settings-changed', version: 2 } })
  })

  test('gives another ETag, and so does whatever else the page says', async () => {
    const pot = await makeFundIn(here.process)
    const tagFor = (who: 'lead' | 'payer') => here.process.tagOf('api-pots-read', { who, params: { pot } })
    const tags = [await tagFor('lead'), await tagFor('payer')]
    await here.process.readyCase()
    tags.push(await tagFor('lead'))
    await keep(pot, 1)
    tags.push(await tagFor('lead'))
    expect(new Set(tags).size).toBe(4)
  })
})
