import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMonths } from '#domain/plainDate.ts'
import type { PersonId } from '#local/people.ts'
import { inWords } from '#domain/dayWords.ts'
import { ask } from './api.ts'
import { choose, fill, fillDialog, pickFromMenu, plain, press, typedDay, untilSaved } from './keyboardForms.ts'
import type { Said } from './keyboardForms.ts'
import { tabTo } from './keyboard.ts'
import type { Seat, Stage } from './stage.ts'
import { setStage } from './stage.ts'
import { began, day, on, programme, story, typed } from './twoYearsStory.ts'

/* Two and a half years of one enterprise, from its enquiry to its two-year check-in, through every track, by keyboard alone. */

let stage: Stage
let seat: Seat
let path: string

beforeAll(async () => {
  stage = await setStage()
  await ask(stage, 'administrator', 'POST', 'programmes', programme)
  seat = await stage.sit({ person: 'catalyst', path: '/enterprises', width: 1280 })
})
afterAll(async () => {
  await stage?.stop()
})

/** The timeline as it is read, and what is next. */
const happened = ({ tab }: Seat = seat) => tab.getByRole('region', { name: 'What happened' })
const next = ({ tab }: Seat = seat) => tab.getByRole('region', { name: 'What is next, and what is in the way' })
const button = (name: string | RegExp, { tab }: Seat = seat) => tab.getByRole('button', { name }).first()
const untilRead = (words: string, at: Seat = seat) => happened(at).getByText(words).first().waitFor()
const untilNext = (words: string | RegExp, at: Seat = seat) => next(at).getByText(words).first().waitFor()

/** Records a step from the menu of all that one can record, and waits until the timeline says it. */
async function record(step: string, said: Said, says: string, { at = seat, save = 'Save' }: { at?: Seat; save?: string } = {}) {
  await pickFromMenu(at, button('Record a step', at), step)
  await fillDialog(at, step, said, save)
  await untilSaved(at)
  await untilRead(says, at)
}

/** Records a step by the button that stands beside what is next, or in the way. */
async function settle(label: string, said: Said, says: string, { title = label, save = 'Save' } = {}) {
  await press(seat.page, next().getByRole('button', { name: label, exact: true }))
  await fillDialog(seat, title, said, save)
  await untilSaved(seat)
  await untilRead(says)
}

/** Other people sit down at places of their own, each for one thing, and leave. Then the catalyst opens the record again. */
async function asOthers(...others: readonly [PersonId, (at: Seat) => Promise<void>][]): Promise<void> {
  await seat.close()
  for (const [person, does] of others) {
    const at = await stage.sit({ person, path, width: 1280 })
    await does(at)
    await at.close()
  }
  seat = await stage.sit({ person: 'catalyst', path, width: 1280 })
}

/** Answers the CQC check on its page, on the day it was asked, and signs it. */
async function cqcCheck(askedOn: number, answers: readonly string[], comesTo: string | RegExp): Promise<void> {
  const { page, tab } = seat
  await tab.getByRole('heading', { level: 1, name: 'CQC check' }).waitFor()
  await press(page, button('Change what is known from the record'))
  await fill(page, tab, { 'When did you ask?': typed(askedOn) })
  for (const [place, word] of answers.entries()) await choose(page, tab.getByRole('group', { name: new RegExp(`^${place + 1}\\. `) }), word)
  await tab.getByText(comesTo).waitFor()
  await tabTo(page, tab.getByRole('checkbox', { name: /answered these as I was told/ }))
  await page.keyboard.press('Space')
  await press(page, button('Sign the check'))
  // On the page that one comes back to, its title has the focus.
  await tab.locator('h1:focus', { hasText: 'Wren Home Help' }).waitFor()
}

describe('From the enquiry to the first day of trading', () => {
  test('an enquiry is written down and taken on', async () => {
    const { page, tab } = seat
    await press(page, button('New enquiry'))
    await tab.getByRole('heading', { level: 1, name: 'New enquiry' }).waitFor()
    await fill(page, tab, { 'Who got in touch?': 'Wren Home Help', 'What do they want to do?': 'Help at home for older neighbours' })
    await press(page, button('They got in touch on another day'))
    await fill(page, tab, { 'When did they get in touch?': typed(-170) })
    await press(page, button('Save and decide'))
    await fillDialog(seat, 'Answer the enquiry', {
      'What do you decide?': 'Take them on',
      'Where do they come from?': 'New: we help to set it up',
      'When did you decide?': typed(-163),
    })
    await untilSaved(seat)
    await untilRead('Taken on.')
    const { cases } = await ask<{ cases: { id: string }[] }>(stage, 'lead', 'GET', 'programmes/harbour/cases')
    path = `/enterprises/${cases[0]?.id ?? ''}`
    await untilNext('Agree the idea')
  })

  test('the idea is agreed, and they are self-employed', async () => {
    await settle('Idea agreed', { 'Did people who will use it help to shape it?': 'Yes', 'When?': typed(-140) }, 'Idea agreed.')
    await untilNext('Choose how to set up')
    await settle('They are set up', { 'How are they set up?': 'Self-employed', 'When?': typed(-120) }, 'Self-employed.')
    await untilNext('Do the CQC check')
  })

  test('the CQC check says that they probably need not register', async () => {
    await press(seat.page, next().getByRole('button', { name: 'Do the CQC check' }))
    const answers = ['Yes', 'No', 'Yes', 'Yes', 'Yes', 'The person', 'Yes', 'No', 'No', 'No']
    await cqcCheck(-60, answers, /^They probably do not need to register\./)
    await untilRead('Probably not needed: one person gives all the care.')
    // Written down two years later, it has run its twelve months.
    await untilNext(`The last check held until ${inWords(addMonths(day(-60), 12))}. Please ask the questions again.`)
  })

  test('the lead gives them to a catalyst, and the decider agrees a grant', async () => {
    await asOthers(
      ['lead', at => record('Give to a catalyst', { 'Who works with them?': 'Catalyst', 'When?': typed(-50) }, 'Catalyst named.', { at })],
      [
        'decider',
        at => {
          const said = { 'How much?': '480', 'Which gap does it fill?': 'Personal care', 'When?': typed(-40), 'What is it for?': 'A hoist' }
          return record('Grant agreed', said, 'Grant agreed, £480.', { at })
        },
      ],
    )
    await untilNext('We cannot pay the grant yet')
    await untilNext('Public liability insurance is not on record.')
  })

  test('what was in the way of the grant is cleared where it is said', async () => {
    const said = { 'Until when does it hold?': typed(340), 'When?': typed(-25) }
    await settle('Add it', said, `Public liability insurance, until ${on(340)}.`, { title: 'Check seen' })
    expect(await next().getByText('is not on record').count()).toBe(0)
    await press(seat.page, button('Add it: DBS check'))
    await fillDialog(seat, 'DBS check seen', {
      'Which level?': 'Enhanced',
      'When did you see it?': typed(-24),
      'What did you decide?': 'Go on',
    })
    await record('Check seen', { 'Which check?': 'Safeguarding training', 'When?': typed(-20) }, 'Safeguarding training.')
  })

  test('they are signed off and listed', async () => {
    await record('They said yes to being shown', { 'For what?': 'To be in a directory', 'When?': typed(-6) }, 'They said yes.')
    await record('Sign them off', { 'When?': typed(-5) }, 'Signed off.', { save: 'Sign them off' })
    await record('List them', { 'Where?': 'In a directory', 'When?': typed(-4) }, 'Listed.')
  })

  test('they began trading on a day that is wrong, and is put right', async () => {
    await settle('They began trading', { 'When did they begin?': typed(31) }, 'Trading began.')
    await pickFromMenu(seat, happened().getByRole('button', { name: /^More for: Trading began/ }), 'Put right')
    await fillDialog(seat, 'Put right: Trading began', { 'The right day': typed(0), 'Why?': 'Wrong date' }, 'Put it right')
    await untilSaved(seat)
    await untilRead('Put right: wrong date')
    await untilNext('24-month check-in')
  })

  test('the payer pays the grant, which the insurance of that day allows', async () => {
    await asOthers([
      'payer',
      async at => {
        await press(at.page, next(at).getByRole('button', { name: 'It was paid' }))
        await fillDialog(at, 'Grant paid', { 'When?': typed(12) })
        await untilSaved(at)
        await untilRead('Grant paid, £480.', at)
      },
    ])
  })
})

describe('From the first day of trading to two years', () => {
  test('at six months they trade, and the numbers are told', async () => {
    const at6 = typedDay(addMonths(began, 6))
    await pickFromMenu(seat, button('Record a step'), 'Check-in answered')
    await fillDialog(
      seat,
      'Check-in answered',
      { 'Which check-in?': '6 months', 'Are they trading?': 'Trading', 'When?': at6 },
      'Save check-in',
    )
    await fillDialog(
      seat,
      'New numbers',
      {
        'How many people do they help in a normal week?': '5',
        'How many hours is that?': '18½',
        'How many people work in it? Count the owner.': '1',
        'When were these true?': at6,
      },
      'Save numbers',
    )
    await untilSaved(seat)
    await untilRead('5 people, 18½ hours a week, 1 works in it.')
  })

  test('a second worker is taken on, and the CQC check is due again', async () => {
    const said = { 'What changed?': 'Took someone on', 'When?': typed(200) }
    await record('Something changed', said, 'Something changed: took someone on.')
    await untilNext('Do the CQC check again')
    await untilNext(new RegExp(`^They took on a second worker on ${on(200)}\\.`.replaceAll(' ', String.raw`\s`)))
  })

  test('the answer of the CQC check is another now', async () => {
    await press(seat.page, next().getByRole('button', { name: 'Ask again' }))
    const answers = ['Yes', 'No', 'Yes', 'Yes', 'No', 'The person', 'Yes', 'No', 'No']
    await cqcCheck(204, answers, 'They must register with CQC before they give this care.')
    await untilRead(`Must register. Before, on ${on(-60)}: probably not needed.`)
  })

  test('self-employed before, they are a CIC now', async () => {
    const said = { 'How are they set up?': 'CIC', 'What is its number on the register?': '99000147', 'When?': typed(230) }
    await record('They are set up', said, 'CIC, Companies House 99000147. Before that: self-employed.')
  })

  test('the application is sent, comes back, and is sent again', async () => {
    const title = 'CQC application moved'
    await record(title, { 'Where is it now?': 'Getting ready', 'When?': typed(235) }, 'Getting ready.')
    await untilNext('Send it to CQC')
    await settle('It was sent', { 'When?': typed(250) }, 'Sent to CQC.', { title })
    await untilNext('CQC decides')
    const why = 'The policies had the old name on them.'
    await settle(
      'Record what CQC did',
      { 'Where is it now?': 'CQC sent it back', 'When?': typed(262), 'Why did CQC send it back?': why },
      'CQC sent it back.',
      { title },
    )
    await untilNext('Send it to CQC again')
    await settle('It was sent', { 'When?': typed(276) }, `They had sent it before, on ${on(250)}.`, { title })
    const registered = { 'Where is it now?': 'Registered', 'When?': typed(334), 'CQC provider number': '1-101614751' }
    await settle('Record what CQC did', registered, 'Registered, 1-101614751.', { title })
    expect(await next().getByText('CQC', { exact: false }).count()).toBe(0)
  })

  test('their insurance ran out, which is in the way until it is renewed', async () => {
    await untilNext('We cannot list them yet')
    await untilNext(`Public liability insurance ran out on ${on(340)}.`)
    const said = { 'Until when does it hold?': typed(740), 'When?': typed(375) }
    const says = `The one before ran out on ${on(340)}, 35 days earlier.`
    await settle('Add the new date', said, says, { title: 'Check seen' })
    expect(await next().getByText('We cannot list them yet').count()).toBe(0)
  })

  test('they pause, nobody answers at twelve months, and they start again', async () => {
    await record('They paused', { 'When?': typed(380), 'Why? The day is kept, your words can be removed.': 'Her mother is ill' }, 'Paused.')
    await untilNext('They have paused')
    await record('Check-in, no answer', { 'Which check-in?': '12 months', 'When?': typed(394) }, '12-month check-in, no answer.')
    await settle('They started again', { 'When?': typed(430) }, 'Started again.')
    await untilNext('24-month check-in')
  })

  test('at two years they still trade', async () => {
    await press(seat.page, next().getByRole('button', { name: 'Start the call' }))
    const dialog = seat.tab.getByRole('dialog')
    await dialog.getByText('Five questions, about three minutes').waitFor()
    await fill(seat.page, dialog, {
      '1. Are they trading?': 'Trading',
      '2. People, normal week': '11',
      '3. Hours a week': '46',
      'Council or NHS pays': '12',
      'Personal care': '20',
      '4. Work in it, all': '3',
    })
    await press(seat.page, dialog.getByRole('button', { name: 'Save check-in' }))
    await dialog.waitFor({ state: 'detached' })
    await untilRead('24-month check-in: trading.')
    await seat.tab.getByRole('button', { name: /^Two years, done\./ }).waitFor()
  })
})

describe('Afterwards', () => {
  test('the timeline tells it in plain words, and every line says who wrote it', async () => {
    await press(seat.page, happened().getByRole('button', { name: /^Show \d+ earlier$/ }))
    // The button is gone; one reads on at the first of the earlier lines.
    await happened().locator('li:focus').waitFor()
    await seat.picture('two-years-1280')
    const lines = (await happened().getByRole('listitem').allInnerTexts()).map(plain).toReversed()
    const told = lines.map(line => line.replace(/ (?:you|Lead|Decider|Payer)(?:, typed in [^,]+)?$/, ''))
    expect(told).toEqual(story())
  })

  test('nothing is in the way, and the record says the same to whoever asks', async () => {
    expect(await next().innerText()).toContain('Nothing is in the way, and no check-in is left.')
    const { cases } = await ask<{ cases: { id: string }[] }>(stage, 'lead', 'GET', 'programmes/harbour/cases')
    const detail = await ask<object>(stage, 'lead', 'GET', `programmes/harbour/cases/${cases[0]?.id ?? ''}`)
    expect(detail).toMatchObject({
      standing: 'trading',
      marks: ['idea', 'constitution', 'registration', 'grant', 'two-years'].map(milestone => ({ milestone, state: 'done' })),
      tracks: {
        constitution: { present: { form: 'cic' }, earlier: [{ form: 'sole_trader' }] },
        checkIns: { 6: { state: 'answered' }, 12: { state: 'missed' }, 24: { state: 'answered', answer: 'trading' } },
        pauses: [{ from: day(380), to: day(430) }],
        trading: { beganOn: began },
      },
    })
  })
})
