import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonId } from '#local/people.ts'
import { ask, makeCase } from './api.ts'
import type { Ledger } from './author.ts'
import { Author, chanceOf } from './author.ts'
import type { Seat, Stage } from './stage.ts'
import { setStage } from './stage.ts'

type Entry = { id: string; n: number; kind: string; text: string | null; recordedBy: string; data: { reason?: string } }
type Kept = { words: Record<string, string> }

// 500 take some six minutes: `FUZZ_EDITS=500`. The seed is printed; `FUZZ_SEED` repeats it.
const edits = Number(process.env['FUZZ_EDITS'] ?? 120)
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000)
const people: readonly PersonId[] = ['catalyst', 'second-catalyst']

let stage: Stage
let enterprise: string

beforeAll(async () => {
  stage = await setStage()
  await stage.makeProgramme('harbour')
  enterprise = await makeCase(stage, 'harbour', 'Quayside Company')
})
afterAll(async () => {
  await stage?.stop()
})

const entriesOf = async (): Promise<Entry[]> =>
  (await ask<{ entries: Entry[] }>(stage, 'lead', 'GET', `programmes/harbour/cases/${enterprise}/facts`)).entries

/** What the server keeps for a person of forms that were not saved, all in one text. */
async function keptFor(person: PersonId): Promise<string> {
  const { drafts } = await ask<{ drafts: { form: string }[] }>(stage, person, 'GET', 'programmes/harbour/drafts')
  const all = await Promise.all(drafts.map(({ form }) => ask<Kept>(stage, person, 'GET', `programmes/harbour/drafts/${form}`)))
  return JSON.stringify(all.map(({ words }) => words))
}

/** Edits until both have made so many in all. An entry that scrolled away under the hand is simply tried again elsewhere. */
async function edit(person: PersonId, ledger: Ledger, budget: { left: number }): Promise<Seat> {
  const seat = await stage.sit({ person, path: `/enterprises/${enterprise}` })
  const chance = chanceOf(seed + people.indexOf(person))
  const author = new Author(seat, person, chance, ledger)
  await author.begin()
  while (budget.left > 0) {
    budget.left -= 1
    const what = chance.next()
    const done = what < 0.62 ? author.contact() : what < 0.74 ? author.undo() : what < 0.93 ? author.correct() : author.step()
    if (!(await done)) budget.left += 1
  }
  await seat.picture(`fuzzed-${person}`)
  return seat
}

test(`two people make ${edits} edits to one record at once (seed ${seed}): every accepted one is in it, every refused one is still its author's`, async () => {
  const before = await entriesOf()
  const ledger: Ledger = { answers: [], typed: [], done: {} }
  const budget = { left: edits }
  const began = Date.now()
  const seats = await Promise.all(people.map(person => edit(person, ledger, budget)))
  const entries = await entriesOf()

  // Every command that the server took is in the record, whole and once, though some answers were lost and asked for again.
  const taken = new Map(ledger.answers.filter(({ status }) => status === 200).map(answer => [answer.n, answer]))
  const recorded = entries.slice(before.length)
  expect(recorded.map(({ id }) => id).sort()).toEqual([...taken.values()].flatMap(({ facts }) => [...facts]).sort())
  expect(new Set(recorded.map(({ n }) => n))).toEqual(new Set(taken.keys()))

  // Every word of an accepted edit stands in one entry; no word of a refused one stands anywhere but with its author.
  // Taking back an entry that was put right before is one edit and one note, though each of its versions is taken back.
  const texts = new Map(recorded.flatMap(({ n, text }): [string, string][] => (text === null ? [] : [[`${n} ${text}`, text]])))
  const found = (mark: string): number => [...texts.values()].filter(text => text.split(/\s+/).includes(mark)).length
  const lost: string[] = []
  for (const person of people) {
    const mine = ledger.typed.filter(({ by }) => by === person)
    const refused = mine.filter(({ became, mark }) => became === 'kept' && found(mark) === 0)
    const accepted = mine.filter(({ became }) => became === 'accepted')
    lost.push(...accepted.filter(({ mark }) => found(mark) !== 1).map(({ mark }) => mark))
    // The last words are on their way: they are kept within seconds.
    await expect
      .poll(
        async () => {
          const kept = await keptFor(person)
          return refused.filter(({ mark }) => !kept.includes(mark)).map(({ mark }) => mark)
        },
        { timeout: 20_000 },
      )
      .toEqual([])
    // Refused words that were carried on with later went in with what came after them, once.
    lost.push(...mine.filter(({ mark }) => found(mark) > 1).map(({ mark }) => mark))
  }
  expect(lost).toEqual([])
  await Promise.all(seats.map(seat => seat.close()))

  const undone = ledger.answers.filter(({ command, status }) => command['kind'] === 'undo' && status === 200)
  expect(recorded.filter(({ data }) => data.reason === 'undone').length).toBeGreaterThanOrEqual(new Set(undone.map(({ n }) => n)).size)
  const answers: Record<string, number> = {}
  for (const { status } of ledger.answers) answers[status] = (answers[status] ?? 0) + 1
  const seconds = Math.round((Date.now() - began) / 1_000)
  process.stdout.write(`${JSON.stringify({ seed, edits, seconds, did: ledger.done, answers })}\n`)
}, 1_200_000)
