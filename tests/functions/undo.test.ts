import { beforeEach, expect, test } from 'vitest'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import { Books } from '#functions/book.ts'
import { commandRoutes } from '#functions/commands.ts'
import { enquiryRoutes } from '#functions/enquiries.ts'
import type { Asked, Route } from '#functions/http.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import { programmeRoutes } from '#functions/programmes.ts'
import type { Refusal } from '#functions/refusals.ts'
import { wordsOf } from '#functions/refusalWords.ts'
import { secretOf } from '#functions/secret.ts'
import type { World } from '#functions/world.ts'

const caller = {
  tid: 'a0000000-0000-4000-8000-00000000000a',
  oid: 'a0000000-0000-4000-8000-00000000000b',
  name: 'Jo',
  administrator: true,
}
const programme = { id: 'moors', name: 'Moors', areas: ['North'], period: { from: '2024-04-01', to: '2026-03-31' }, costPence: 0 }
const minute = 60_000

/** The API over a store in memory, with a clock that is set by hand. */
function casebook() {
  const store = new MemoryStore()
  const time = { now: Date.parse('2026-05-04T09:00:00.000Z') }
  let [ids, keys] = [0, 0]
  const newId = (): string => `f0000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`
  const writer = { store, clock: () => time.now, chance: () => 0.5, wait: async () => {}, newId, lines: new Map() }
  const world: World = { store, books: new Books(store), writer, secret: secretOf(store) }
  const routes: readonly Route[] = [...programmeRoutes(world), ...commandRoutes(world), ...enquiryRoutes(world)]
  async function ask(name: string, asked: Partial<Asked> & { n?: number }): Promise<RecordedAnswer | Refusal> {
    const headers = new Map([['idempotency-key', `a-key-of-mine-${++keys}`]])
    if (asked.n !== undefined) headers.set('if-match', `"${asked.n}"`)
    const file = { bytes: new Uint8Array(), contentType: '' }
    const whole = {
      caller,
      query: {},
      body: undefined,
      file,
      traceId: '',
      ...asked,
      headers: { get: (key: string) => headers.get(key) ?? null },
    }
    const said = await routes.find(each => each.name === name)?.handle({ ...whole, params: { p: 'moors', ...asked.params } })
    if (!said) throw new Error(`there is no route ${name}`)
    return said.ok ? (said.value.body as RecordedAnswer) : said.refusal
  }
  return { time, ask }
}

let time: { now: number }
let ask: ReturnType<typeof casebook>['ask']
let made: RecordedAnswer
beforeEach(async () => {
  ;({ time, ask } = casebook())
  await ask('api-programmes-make', { body: programme })
  made = (await ask('api-cases-enquire', { body: { happenedOn: '2026-01-05', name: 'Harbour Help' } })) as RecordedAnswer
})

const record = async (kind: string, n: number, more: object = {}): Promise<RecordedAnswer> =>
  (await ask('api-case-command', { n, params: { c: made.id }, body: { kind, happenedOn: '2026-02-01', ...more } })) as RecordedAnswer
const undo = (of: number) => ask('api-case-command', { params: { c: made.id }, body: { kind: 'undo', of } })

test('after ten minutes one is told what to do instead; until then it is undone', async () => {
  const { n } = await record('accept', made.n, { origin: 'new' })
  time.now += 11 * minute
  const refusal = (await undo(n)) as Refusal
  expect(refusal).toMatchObject({ kind: 'too-late-to-undo' })
  expect(wordsOf(refusal)).toBe('You can undo for ten minutes. Take the entry back instead.')
  const again = await record('agree-idea', n)
  time.now += 10 * minute
  expect(await undo(again.n)).toMatchObject({ n: again.n + 1 })
})

test('what was undone cannot be undone once more, only the undoing of it', async () => {
  const { n } = await record('accept', made.n, { origin: 'new' })
  expect(await undo(n)).toMatchObject({ n: n + 1 })
  expect(await undo(n)).toMatchObject({ kind: 'corrected-already' })
  expect(await undo(n + 1)).toMatchObject({ n: n + 2 })
})
