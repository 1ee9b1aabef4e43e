import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, makeCase } from './api.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme('harbour')
  for (const name of ['Quayside Company', 'Exmoor Errands', 'Willow Companions']) await makeCase(stage, 'harbour', name)
})
afterAll(async () => {
  await stage?.stop()
})

describe('Closing a programme', () => {
  test.each([320, 1280])('says what comes after the money, at %i px', async width => {
    const seat = await stage.sit({ person: 'lead', path: '/after-funding?programme=harbour', width })
    await seat.tab.getByRole('heading', { name: /^Your money ended on 31 March 2025\./ }).waitFor()
    await seat.picture(`after-funding-${width}`)
    expect(await seat.tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(false)
    await seat.close()
  })

  test('shows what would happen, and then hands the records over and keeps the check-ins', async () => {
    const seat = await stage.sit({ person: 'lead', path: '/after-funding?programme=harbour' })
    await seat.tab.getByRole('button', { name: 'See what would happen' }).click()
    await seat.tab.getByRole('group', { name: 'What would happen' }).waitFor()
    await seat.picture('closing-preview')
    await seat.tab.getByRole('button', { name: 'Close the programme' }).click()
    await seat.tab.getByText(/^Closed on /).waitFor()
    await seat.picture('closing-done')
    await seat.tab.getByRole('button', { name: 'Open it again' }).waitFor()
    const { cases } = await ask<{ cases: { standing: string; catalyst: string | null }[] }>(
      stage,
      'lead',
      'GET',
      'programmes/harbour/cases',
    )
    const open = cases.filter(({ standing }) => standing !== 'stopped')
    expect(new Set(open.map(({ catalyst }) => catalyst)).size).toBe(1)
    expect(open[0]?.catalyst).not.toBeNull()
    await seat.tab.getByRole('button', { name: 'Open it again' }).click()
    await seat.tab.getByRole('button', { name: 'See what would happen' }).waitFor()
    await seat.close()
  })
})
