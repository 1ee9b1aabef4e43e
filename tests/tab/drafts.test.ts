import { beforeEach, describe, expect, test } from 'vitest'
import { formIdOf } from '#domain/draft.ts'
import type { KeptDraft } from '#domain/draftSchemas.ts'
import { instantAt } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Failure } from '#tab/api.ts'
import { Failed } from '#tab/api.ts'
import type { Keeper, Words } from '#tab/ui/drafts.ts'
import { Drafts } from '#tab/ui/drafts.ts'
import { caseIdOf } from '../builders.ts'

const form = formIdOf(caseIdOf(147), 'log-contact')
const began = Date.parse('2026-05-06T08:41:00.000Z')

/** A time that stands still until it is told to go on. What is due then is done in its order. */
function clock() {
  let at = began
  let waiting: { due: number; work: () => void }[] = []
  return {
    now: () => at,
    after(milliseconds: number, work: () => void) {
      const entry = { due: at + milliseconds, work }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter(each => each !== entry)
      }
    },
    async goOn(milliseconds: number): Promise<void> {
      const until = at + milliseconds
      for (;;) {
        const [next] = waiting.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)
        if (!next) break
        waiting = waiting.filter(each => each !== next)
        at = next.due
        next.work()
        await settle()
      }
      at = until
      await settle()
    },
  }
}

/** Lets every answer that is there be heard. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

const noSignal: Failure = { kind: 'no-signal' }
let time: ReturnType<typeof clock>
let calls: string[]
let server: Map<string, KeptDraft>
let failure: Failure | undefined
let drafts: Drafts

const answer = <T>(work: () => T): Result<T, Failure> => (failure ? refused(failure) : ok(work()))
const keeper: Keeper = {
  async list() {
    calls.push('list')
    if (failure) throw new Failed(failure)
    return { drafts: [...server].map(([id, { keptAt }]) => ({ form: id, keptAt })) }
  },
  async find(id) {
    calls.push('find')
    const found = server.get(id)
    if (!found) throw new Failed({ kind: 'not-shown' })
    return found
  },
  async keep(id, words, leaving) {
    calls.push(`${leaving ? 'leaving with' : 'keep'} ${words['note']}`)
    return answer(() => {
      const keptAt = instantAt(time.now())
      server.set(id, { words: { ...words }, keptAt })
      return { keptAt }
    })
  },
  async drop(id) {
    calls.push('drop')
    return answer(() => void server.delete(id))
  },
}
const type = (note: string): void => drafts.keep(form, { note })
const onServer = (): Words | undefined => server.get(form)?.words

beforeEach(() => {
  time = clock()
  calls = []
  server = new Map()
  failure = undefined
  drafts = new Drafts(keeper, time)
})

describe('what one types', () => {
  test('is in memory at once and on the server a second later', async () => {
    type('S')
    expect(drafts.find(form)).toEqual({ note: 'S' })
    expect(drafts.keepingOf(form)).toEqual({ state: 'typed' })
    await time.goOn(999)
    expect(calls).toEqual([])
    await time.goOn(1)
    expect(onServer()).toEqual({ note: 'S' })
    expect(drafts.keepingOf(form)).toEqual({ state: 'kept', at: '2026-05-06T08:41:01.000Z' })
  })

  test('goes out at most every four seconds, however fast one types, and the last word is always there', async () => {
    for (let stroke = 1; stroke <= 100; stroke++) {
      type(`word ${stroke}`)
      await time.goOn(100)
    }
    await time.goOn(4_000)
    // Ten seconds of typing: after 1, 5 and 9 seconds, and once more for what came after.
    expect(calls).toEqual(['keep word 10', 'keep word 50', 'keep word 90', 'keep word 100'])
  })

  test('is not lost when there is no signal: it is tried again after 5, 15, 45 seconds and then every minute', async () => {
    failure = noSignal
    type('a')
    const at: number[] = []
    for (let second = 0; second < 200; second++) {
      const before = calls.length
      await time.goOn(1_000)
      if (calls.length > before) at.push(second + 1)
    }
    // 1; then 5, 15, 45 and 60 seconds after each try before: 6, 21, 66, 126, 186.
    expect(at).toEqual([1, 6, 21, 66, 126, 186])
    expect(drafts.keepingOf(form)).toEqual({ state: 'typed' })
    expect(drafts.inDanger).toBe(true)
    failure = undefined
    drafts.flush(false)
    await settle()
    expect(onServer()).toEqual({ note: 'a' })
    expect(drafts.inDanger).toBe(false)
  })

  test('that was refused stays in front of its author, and the next change is tried', async () => {
    failure = { kind: 'refused', problem: { type: '', title: '', status: 413, detail: '', kind: 'draft-too-long', traceId: '' } }
    type('too long')
    await time.goOn(100_000)
    expect(calls).toEqual(['keep too long'])
    expect(drafts.find(form)).toEqual({ note: 'too long' })
    expect(drafts.keepingOf(form)).toEqual({ state: 'typed' })
    failure = undefined
    type('short')
    await time.goOn(4_000)
    expect(onServer()).toEqual({ note: 'short' })
  })

  test('goes out at once when the page hides or goes', async () => {
    type('half a sent')
    drafts.flush(true)
    expect(calls).toEqual(['leaving with half a sent'])
    await settle()
    drafts.flush(true)
    expect(calls).toHaveLength(1)
  })

  test('stays in memory where nothing may be kept on the server', async () => {
    const alone = new Drafts(undefined, time)
    alone.keep(form, { note: 'a' })
    await time.goOn(100_000)
    expect(alone.find(form)).toEqual({ note: 'a' })
    expect(await alone.lookUp(form)).toBeUndefined()
    expect(calls).toEqual([])
  })
})

describe('once the form is saved', () => {
  test('its words go on the server too', async () => {
    type('a')
    await time.goOn(1_000)
    drafts.drop(form)
    await time.goOn(0)
    expect(calls).toEqual(['keep a', 'drop'])
    expect(onServer()).toBeUndefined()
    expect(drafts.keepingOf(form)).toEqual({ state: 'blank' })
  })

  test('before anything was kept, the server is not asked at all', async () => {
    type('a')
    drafts.drop(form)
    await time.goOn(60_000)
    expect(calls).toEqual([])
  })

  test('while words are on their way, they go after them, so that they never come back', async () => {
    let arrive = (): void => undefined
    const arrived = new Promise<void>(done => (arrive = done))
    const slow: Keeper = {
      ...keeper,
      async keep(...sent) {
        await arrived
        return keeper.keep(...sent)
      },
    }
    drafts = new Drafts(slow, time)
    type('a')
    await time.goOn(1_000)
    drafts.drop(form)
    await time.goOn(0)
    arrive()
    await settle()
    await time.goOn(0)
    expect(calls).toEqual(['keep a', 'drop'])
    expect(onServer()).toBeUndefined()
  })

  test('without signal they go when it is back', async () => {
    type('a')
    await time.goOn(1_000)
    failure = noSignal
    drafts.drop(form)
    await time.goOn(1_000)
    failure = undefined
    await time.goOn(60_000)
    expect(onServer()).toBeUndefined()
  })
})

describe('words from an earlier time', () => {
  const tuesday: KeptDraft = { words: { note: 'From Tuesday' }, keptAt: instantAt(began - 86_400_000) }
  beforeEach(() => void server.set(form, tuesday))

  test('are found when the form opens, and one look at the list serves all forms', async () => {
    expect(await drafts.lookUp(form)).toEqual(tuesday)
    expect(await drafts.lookUp(formIdOf(caseIdOf(147), 'stop'))).toBeUndefined()
    expect(calls).toEqual(['list', 'find'])
  })

  test('are not asked for where one has typed here since', async () => {
    type('a')
    expect(await drafts.lookUp(form)).toBeUndefined()
    expect(calls).toEqual([])
  })

  test('are not written over by what is typed while we look', async () => {
    let show = (): void => undefined
    const slow: Keeper = { ...keeper, find: () => new Promise(done => (show = () => done(tuesday))) }
    drafts = new Drafts(slow, time)
    const found = drafts.lookUp(form).then(kept => drafts.keep(form, { note: `${kept?.words['note']} and today` }))
    await settle()
    type('and today')
    await time.goOn(10_000)
    expect(onServer()).toEqual(tuesday.words)
    show()
    await found
    await time.goOn(10_000)
    expect(onServer()).toEqual({ note: 'From Tuesday and today' })
  })

  test('that come after other words were saved stay where they are', async () => {
    let show = (): void => undefined
    const slow: Keeper = { ...keeper, find: () => new Promise(done => (show = () => done(tuesday))) }
    drafts = new Drafts(slow, time)
    const looking = drafts.lookUp(form)
    await settle()
    type('saved at once')
    drafts.drop(form)
    show()
    expect(await looking).toEqual(tuesday)
    await time.goOn(60_000)
    expect(onServer()).toEqual(tuesday.words)
  })

  test('thrown away, go on the server', async () => {
    await drafts.lookUp(form)
    drafts.drop(form)
    await time.goOn(0)
    expect(onServer()).toBeUndefined()
  })

  test('taken up, are kept as they were until one types on', async () => {
    const found = await drafts.lookUp(form)
    if (found) drafts.adopt(form, found)
    await time.goOn(60_000)
    expect(calls).toEqual(['list', 'find'])
    expect(drafts.keepingOf(form)).toEqual({ state: 'kept', at: tuesday.keptAt })
    type('From Tuesday and on')
    await time.goOn(1_000)
    expect(onServer()).toEqual({ note: 'From Tuesday and on' })
  })

  test('are simply not there while the server is away, and are looked for again later', async () => {
    failure = noSignal
    expect(await drafts.lookUp(form)).toBeUndefined()
    failure = undefined
    expect(await drafts.lookUp(form)).toEqual(tuesday)
  })
})
