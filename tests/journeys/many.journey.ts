import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, instantAt, londonDay } from '#domain/plainDate.ts'
import { people } from '#local/people.ts'
import { ask, makeCase } from './api.ts'
import { faultsOf, isWiderThanItsScreen } from './axe.ts'
import { tabTo, typeOver } from './keyboard.ts'
import type { Stage } from './stage.ts'
import { setStage } from './stage.ts'

type Timeline = { entries: { kind: string; counts: string; data: Record<string, unknown>; text: string | null }[] }

const programme = 'harbour'
const today = londonDay(instantAt(Date.now()))
const names = ['Quayside Company', 'Willow Lunches', 'Mill Gardeners', 'Orchard Days', 'Harbour Hands']
const oid = people.catalyst.oid
let stage: Stage
const ids = new Map<string, string>()

beforeAll(async () => {
  stage = await setStage()
  await ask(stage, 'administrator', 'POST', 'programmes', {
    id: programme,
    name: 'Harbour and Hills',
    areas: ['North', 'South'],
    period: { from: '2024-04-01', to: addDays(today, 400) },
    costPence: 13_500_000,
  })
  for (const name of names) {
    const id = await makeCase(stage, programme, name)
    ids.set(name, id)
    await command('lead', id, { kind: 'assign', happenedOn: '2026-01-08', catalyst: oid })
  }
})
afterAll(async () => {
  await stage?.stop()
})

async function command(person: 'lead' | 'catalyst', id: string, body: object): Promise<void> {
  const { n } = await ask<{ n: number }>(stage, person, 'GET', `programmes/${programme}/cases/${id}`)
  await ask(stage, person, 'POST', `programmes/${programme}/cases/${id}/commands`, body, { 'if-match': `"${n}"` })
}

/** How often an entry of a kind counts in the timeline of each. */
async function counted(kind: string): Promise<number[]> {
  const counts = []
  for (const name of names) {
    const { entries } = await ask<Timeline>(stage, 'lead', 'GET', `programmes/${programme}/cases/${ids.get(name)}/facts`)
    counts.push(entries.filter(each => each.kind === kind && each.counts === 'yes').length)
  }
  return counts
}

describe('A whole caseload', () => {
  test('is handed over by keyboard: chosen by its catalyst, previewed row by row, saved through a lost signal, and undone', async () => {
    const path = `/enterprises?view=all&catalyst=${oid}`
    await command('lead', ids.get('Orchard Days') ?? '', {
      kind: 'offer-handover',
      happenedOn: '2026-01-09',
      to: people['second-catalyst'].oid,
    })
    const { page, tab, picture, close } = await stage.sit({ person: 'lead', path })
    await tab.getByRole('link', { name: 'Quayside Company' }).waitFor()
    await tabTo(page, tab.getByRole('checkbox', { name: 'Choose Quayside Company' }))
    await page.keyboard.press('Space')
    await tab.getByText('1 chosen').waitFor()
    await tab.getByRole('button', { name: 'Choose all 5 that match' }).press('Enter')
    await tab.getByText('5 chosen').waitFor()
    await picture('many-bar-1280')
    await tab.getByRole('button', { name: 'Hand over…' }).press('Enter')
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Who could take them over?' }).selectOption(people['second-catalyst'].oid)
    await tabTo(page, dialog.getByRole('button', { name: 'See what will change' }))
    await page.keyboard.press('Enter')
    await dialog.getByRole('heading', { name: /^4\sEnterprises? will change, 1 stays as it is/i }).waitFor()
    await dialog.getByText(/They were asked on 9 January 2026/).waitFor()
    await picture('many-preview-1280')
    expect(await faultsOf(tab)).toEqual([])
    expect(await counted('handover-offered')).toEqual([0, 0, 0, 1, 0])

    let lost = 0
    await page.route(/\/commands$/, async route => {
      lost += 1
      // The first arrives and its answer is lost; the second never arrives.
      if (lost === 1) await route.fetch()
      if (lost <= 2) await route.abort()
      else await route.continue()
    })
    await tabTo(page, dialog.getByRole('button', { name: /^Ask .* about 4$/ }))
    await page.keyboard.press('Enter')
    await dialog.getByText(/^Not saved yet: no signal/).waitFor()
    await picture('many-no-signal-1280')
    await dialog.getByRole('button', { name: 'Try now' }).press('Enter')
    await dialog.getByRole('heading', { name: /was asked to take over 4\senterprises/ }).waitFor()
    await page.unroute(/\/commands$/)
    await picture('many-report-1280')
    expect(await counted('handover-offered')).toEqual([1, 1, 1, 1, 1])

    await tabTo(page, dialog.getByRole('button', { name: /^Undo all, until/ }))
    await page.keyboard.press('Enter')
    await dialog.getByRole('heading', { name: /^4 undone/ }).waitFor()
    await picture('many-undone-1280')
    expect(await counted('handover-offered')).toEqual([0, 0, 0, 1, 0])
    await tabTo(page, dialog.getByRole('button', { name: 'Close' }))
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await close()
  })

  test('is taken over in one go by the colleague who was asked, and then it is theirs', async () => {
    for (const name of names.slice(0, 2))
      await command('lead', ids.get(name) ?? '', { kind: 'offer-handover', happenedOn: '2026-01-10', to: people['second-catalyst'].oid })
    const { page, tab, picture, close } = await stage.sit({ person: 'second-catalyst', path: '/today', width: 768 })
    await tabTo(page, tab.getByRole('button', { name: 'Answer for all' }))
    await picture('many-asked-768')
    await page.keyboard.press('Enter')
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Yes' }).press('Space')
    await dialog.getByRole('button', { name: 'See what will change' }).press('Enter')
    await dialog.getByRole('button', { name: 'Take over 3' }).press('Enter')
    await dialog.getByRole('heading', { name: /3\senterprises are yours now/ }).waitFor()
    await picture('many-taken-768')
    expect(await faultsOf(tab)).toEqual([])
    await dialog.getByRole('button', { name: 'Close' }).press('Enter')
    await tab.getByRole('button', { name: 'Answer for all' }).waitFor({ state: 'detached' })
    await close()
    const list = await ask<{ cases: { name: string; catalyst: string }[] }>(stage, 'lead', 'GET', `programmes/${programme}/cases`)
    const theirs = list.cases.filter(({ catalyst }) => catalyst === people['second-catalyst'].oid).map(({ name }) => name)
    expect(theirs.sort()).toEqual(['Orchard Days', 'Quayside Company', 'Willow Lunches'])
  })
})

describe('On a phone', () => {
  test('rows are chosen, and a to-do is added to one’s own only: the others say why they stay', async () => {
    const { tab, picture, close } = await stage.sit({ person: 'catalyst', path: '/enterprises?view=all', width: 320 })
    await tab.getByRole('button', { name: 'Choose several' }).click()
    await tab.getByRole('checkbox', { name: 'Choose Mill Gardeners' }).check()
    await tab.getByRole('button', { name: 'Choose all 5' }).click()
    await tab.getByText('5 chosen').waitFor()
    await picture('many-bar-320')
    expect({ faults: await faultsOf(tab), sideways: await isWiderThanItsScreen(tab) }).toEqual({ faults: [], sideways: false })
    await tab.getByRole('button', { name: 'More for the chosen ones' }).click()
    await tab.getByRole('menuitem', { name: 'Add a to-do…' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'What is it about?' }).selectOption('other')
    await dialog.getByRole('textbox', { name: 'What is to do?' }).fill('Ask about insurance')
    await dialog.getByRole('radio', { name: '1 week' }).check()
    await picture('many-task-320')
    await dialog.getByRole('button', { name: 'See what will change' }).click()
    await dialog.getByRole('heading', { name: /^2\senterprises will change, 3 stay as they are/ }).waitFor()
    await picture('many-preview-320')
    expect({ faults: await faultsOf(tab), sideways: await isWiderThanItsScreen(tab) }).toEqual({ faults: [], sideways: false })
    await dialog.getByRole('button', { name: /^Save 2\sto-dos$/ }).click()
    await dialog.getByRole('heading', { name: /^2\sto-dos saved for/ }).waitFor()
    await picture('many-report-320')
    expect(await counted('task-set')).toEqual([0, 0, 1, 0, 1])
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await close()
  })

  test('a group session is logged for all who came, by keyboard', async () => {
    const { page, tab, picture, close } = await stage.sit({ person: 'catalyst', path: '/enterprises', width: 320 })
    await tab.getByRole('button', { name: 'More', exact: true }).press('Enter')
    await tab.getByRole('menuitem', { name: 'Log a group session' }).press('Enter')
    await tab.getByRole('heading', { level: 1, name: 'Log a group session' }).waitFor()
    await tabTo(page, tab.getByRole('combobox', { name: 'What was it?' }))
    await page.keyboard.type('Work')
    await tabTo(page, tab.getByRole('textbox', { name: 'Find an enterprise' }))
    await typeOver(page, 'willow')
    await tabTo(page, tab.getByRole('checkbox', { name: /Willow Lunches/ }))
    await page.keyboard.press('Space')
    await tab.getByText(/^They came: 1\senterprise$/).waitFor()
    await tab.getByRole('textbox', { name: 'Find an enterprise' }).press('Control+A')
    await page.keyboard.press('Delete')
    await tabTo(page, tab.getByRole('checkbox', { name: /Harbour Hands/ }))
    await page.keyboard.press('Space')
    await tabTo(page, tab.getByRole('textbox', { name: 'How many minutes?' }))
    await page.keyboard.type('90')
    await tabTo(page, tab.getByRole('textbox', { name: 'Anything to note?' }))
    await page.keyboard.type('We talked about insurance.')
    await picture('group-session-320')
    expect({ faults: await faultsOf(tab), sideways: await isWiderThanItsScreen(tab) }).toEqual({ faults: [], sideways: false })
    await tabTo(page, tab.getByRole('button', { name: 'See what will change' }))
    await page.keyboard.press('Enter')
    await tabTo(page, tab.getByRole('button', { name: 'Log it for 2' }))
    await picture('group-session-preview-320')
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: /^Logged for 2\senterprises/ }).waitFor()
    await picture('group-session-report-320')
    expect(await faultsOf(tab)).toEqual([])
    expect(await counted('contact')).toEqual([0, 1, 0, 0, 1])
    const { entries } = await ask<Timeline>(stage, 'lead', 'GET', `programmes/${programme}/cases/${ids.get('Willow Lunches')}/facts`)
    expect(entries.at(-1)).toMatchObject({
      kind: 'contact',
      data: { reached: true, channel: 'group', session: 'workshop', minutes: 90 },
      text: 'We talked about insurance.',
    })
    await tabTo(page, tab.getByRole('button', { name: /^Undo all, until/ }))
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: /^2 undone/ }).waitFor()
    expect(await counted('contact')).toEqual([0, 0, 0, 0, 0])
    await close()
  })
})

test('A session that was half logged when the page was lost is taken up again, and nobody gets it twice', async () => {
  const { page, tab, close } = await stage.sit({ person: 'catalyst', path: '/group-session' })
  await tab.getByRole('combobox', { name: 'What was it?' }).selectOption('meet-up')
  await tab.getByRole('checkbox', { name: /Mill Gardeners/ }).check()
  await tab.getByRole('checkbox', { name: /Harbour Hands/ }).check()
  await tab.getByRole('button', { name: 'See what will change' }).click()
  await tab.getByRole('button', { name: 'Log it for 2' }).waitFor()
  // What was typed is on the server before the page goes, with the name under which it is sent.
  type Kept = { words: { job?: string } }
  const kept = (): Promise<Kept> => ask(stage, 'catalyst', 'GET', `programmes/${programme}/drafts/new.group-session`)
  await expect
    .poll(
      () =>
        kept().then(
          ({ words }) => words.job,
          () => undefined,
        ),
      { timeout: 15_000 },
    )
    .toContain('log-contact')
  let sent = 0
  await page.route(/\/commands$/, async route => {
    sent += 1
    if (sent === 1) await route.continue()
    else await route.abort()
  })
  await tab.getByRole('button', { name: 'Log it for 2' }).click()
  await tab.getByText(/^Not saved yet: no signal/).waitFor()
  await close()
  const again = await stage.sit({ person: 'catalyst', path: '/group-session', theme: 'dark' })
  await again.tab.getByRole('button', { name: 'Carry on' }).click()
  await again.tab.getByRole('button', { name: 'See what will change' }).click()
  await again.tab.getByRole('heading', { name: /1\senterprise will change\. 1 saved before\./ }).waitFor()
  await again.picture('group-session-again-dark-1280')
  expect(await faultsOf(again.tab)).toEqual([])
  await again.tab.getByRole('button', { name: 'Log it for 1' }).click()
  await again.tab.getByRole('heading', { name: /^Logged for 2\senterprises/ }).waitFor()
  expect(await counted('contact')).toEqual([0, 0, 1, 0, 1])
  await again.close()
})

test('In Today a row’s menu hands it to a colleague where it stands', async () => {
  await command('catalyst', ids.get('Mill Gardeners') ?? '', { kind: 'set-task', happenedOn: today, about: 'other', dueOn: today })
  const { tab, picture, close } = await stage.sit({ person: 'catalyst', path: '/today', theme: 'contrast' })
  await tab.getByRole('button', { name: 'More for Mill Gardeners' }).click()
  await tab.getByRole('menuitem', { name: 'Hand to a colleague…' }).click()
  await tab.getByRole('combobox', { name: 'Who could take them over?' }).selectOption(people['second-catalyst'].oid)
  await picture('many-today-contrast-1280')
  expect(await faultsOf(tab)).toEqual([])
  await tab.getByRole('button', { name: 'Ask them' }).click()
  await tab.getByRole('button', { name: 'Undo: Mill Gardeners' }).waitFor()
  expect((await counted('handover-offered'))[2]).toBe(1)
  await close()
})

test('In a meeting the chosen ones are told by their references', async () => {
  const { tab, picture, close } = await stage.sit({ person: 'lead', path: '/enterprises?view=all', place: 'sidePanel' })
  await tab.getByRole('checkbox', { name: 'Choose all shown' }).first().waitFor({ state: 'attached' })
  await tab.getByRole('checkbox', { name: 'Choose all shown' }).first().check({ force: true })
  await tab.getByText('5 chosen').waitFor()
  const words = await tab.locator('body').innerText()
  for (const name of names) expect(words).not.toContain(name)
  await picture('many-meeting')
  await close()
})
