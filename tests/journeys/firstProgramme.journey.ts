import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from './api.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(async () => {
  await stage?.stop()
})

test('An administrator makes the first programme, and is asked who rings after its money ends', async () => {
  const { tab, picture, close } = await stage.sit({ person: 'administrator', width: 768 })
  const box = (name: string) => tab.getByRole('textbox', { name })
  await box('What is it called?').fill('Harbour and Hills')
  await box('Short name for links').fill('harbour')
  await box('Which areas does it cover?').fill('North\nSouth')
  await box('The money begins').fill('1 April 2025')
  await box('The money ends').fill('31 March 2027')
  await box('What does it cost in all?').fill('135000')
  await tab.getByText(/Your money ends on 31\sMarch\s2027. Most two-year check-ins come after that. Who will ring them\?/).waitFor()
  await tab.getByRole('button', { name: 'Make the programme' }).click()
  await tab.getByText('Pick one.').waitFor()
  await tab.getByText('One named person').click()
  await box('Who is it?').fill('Tom')
  await picture('first-programme')
  await tab.getByRole('button', { name: 'Make the programme' }).click()
  await tab.getByRole('heading', { name: 'What needs you today' }).waitFor()
  expect(await ask(stage, 'administrator', 'GET', 'programmes/harbour')).toMatchObject({
    areas: [{ id: 'north' }, { id: 'south' }],
    followUpBy: 'person',
    followUpOwner: 'Tom',
    warnings: [],
  })
  await close()
})
