import { describe, expect, test } from 'vitest'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { day, instantAt } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Foreseen, RecordedAnswer, Standing } from '#domain/wireSchemas.ts'
import type { Failure, WriteOptions } from '#tab/api.ts'
import type { Chosen, ManyDeskOptions } from '#tab/many/manyDesk.ts'
import { ManyDesk } from '#tab/many/manyDesk.ts'
import { chosenOf, leftAloneInSession } from '#tab/many/manyForms.ts'
import { headOf, waitingWords } from '#tab/many/manySentences.ts'
import { jobOf } from '#tab/many/useMany.ts'
import { ids } from '../builders.ts'
import { caseRow } from './caseRows.ts'

const command: TypedCommand = { kind: 'offer-handover', happenedOn: day('2026-05-20'), to: ids.payer }
const noSignal: Failure = { kind: 'no-signal' }
const refusal = (detail: string): Failure => ({
  kind: 'refused',
  problem: { type: 'about:blank', title: '', status: 409, detail, kind: 'offered-already', traceId: '' },
})
const saying = { save: (count: number) => `Ask Mo about ${count}`, saved: (count: number) => `Mo was asked about ${count}.` }

/** A casebook that records each key once, loses some answers, and remembers what it was sent. */
class FakeCasebook {
  readonly sent: { id: string; kind: string; key: string; n: number | undefined }[] = []
  readonly recorded = new Map<string, RecordedAnswer>()
  /** What the next tries of an id come to, before the casebook itself answers; `lost` is recorded, and its answer is lost. */
  readonly faults = new Map<string, (Failure | 'lost')[]>()
  private n = 100

  foresee = async (id: string, _command: TypedCommand, { key }: WriteOptions): Promise<Result<Foreseen, Failure>> => {
    const fault = this.faults.get(`look ${id}`)?.shift()
    if (fault && fault !== 'lost') return refused(fault)
    return ok({ dryRun: true, id, n: 7, reference: null, recorded: this.recorded.get(key) ?? null })
  }

  send = async (id: string, { kind }: TypedCommand, { key, n }: WriteOptions): Promise<Result<RecordedAnswer, Failure>> => {
    this.sent.push({ id, kind, key, n })
    const fault = this.faults.get(id)?.shift()
    if (fault && fault !== 'lost') return refused(fault)
    const answer = this.recorded.get(key) ?? this.record(id, key)
    return fault === 'lost' ? refused(noSignal) : ok(answer)
  }

  private record(id: string, key: string): RecordedAnswer {
    this.n += 1
    const answer = { id, n: this.n, reference: null, recordedAt: instantAt(Date.parse('2026-05-20T09:00:00Z')), facts: [] }
    this.recorded.set(key, answer)
    return answer
  }
}

const chosen = (...titles: string[]): Chosen[] => titles.map(title => ({ id: title.toLowerCase(), title }))

function deskOf(casebook: FakeCasebook, given: Partial<ManyDeskOptions> = {}): ManyDesk {
  return new ManyDesk({
    chosen: chosen('Willow', 'Quay', 'Orchard', 'Mill'),
    command,
    job: 'job-1',
    guarded: true,
    foresee: casebook.foresee,
    send: casebook.send,
    signIn: async () => undefined,
    wait: async () => undefined,
    recorded: () => undefined,
    ...given,
  })
}

const standings = (desk: ManyDesk): string[] => desk.current().lines.map(({ title, standing }) => `${title} ${standing.state}`)

/** The line above the list; a number and its word are never parted, which no test need see. */
const headed = (desk: ManyDesk): string => headOf(desk.current(), saying).replaceAll('\u00a0', ' ')

describe('one change to many', () => {
  test('is looked at row by row before anything is sent, and says which stay as they are and why', async () => {
    const casebook = new FakeCasebook()
    casebook.faults.set('look quay', [refusal('They were asked on 3 May 2026 and have not answered yet.')])
    const desk = deskOf(casebook, { chosen: [...chosen('Willow', 'Quay'), { id: 'mill', title: 'Mill', leftOut: 'They are not yours.' }] })
    await desk.look()
    expect(standings(desk)).toEqual(['Willow can', 'Quay cannot', 'Mill cannot'])
    expect(desk.current().lines[1]?.standing).toMatchObject({ why: 'They were asked on 3 May 2026 and have not answered yet.' })
    expect(headed(desk)).toBe('1 enterprise will change, 2 stay as they are.')
    expect(casebook.sent).toEqual([])
  })

  test('is saved once each, on the number that was looked at, and those left out are not sent', async () => {
    const casebook = new FakeCasebook()
    casebook.faults.set('look quay', [refusal('Asked already.')])
    const desk = deskOf(casebook)
    await desk.look()
    await desk.save()
    expect(standings(desk)).toEqual(['Willow saved', 'Quay cannot', 'Orchard saved', 'Mill saved'])
    expect(casebook.sent.map(({ id, n }) => `${id} ${n}`).sort()).toEqual(['mill 7', 'orchard 7', 'willow 7'])
    expect(headed(desk)).toBe('Mo was asked about 3.')
  })

  test('goes on by itself after a lost signal, and what arrived unheard is not recorded twice', async () => {
    const casebook = new FakeCasebook()
    casebook.faults.set('quay', ['lost', noSignal])
    const desk = deskOf(casebook)
    const said: string[] = []
    desk.watch(() => said.push(waitingWords(desk.current())))
    await desk.look()
    await desk.save()
    expect(standings(desk).every(each => each.endsWith('saved'))).toBe(true)
    // Quay was sent three times: its answer was lost, then the signal was gone, then it was told what the first try had done.
    expect(casebook.sent.filter(({ id }) => id === 'quay')).toHaveLength(3)
    expect(casebook.recorded.size).toBe(4)
    expect(said).toContain('Not saved yet: no signal. Keep this page open and we will keep trying.')
  })

  test('says that something waits for as long as it does, whatever is saved meanwhile', async () => {
    const casebook = new FakeCasebook()
    casebook.faults.set('willow', [noSignal])
    let signalBack: () => void = () => undefined
    const wait = () => new Promise<void>(done => (signalBack = done))
    const desk = deskOf(casebook, { wait })
    await desk.look()
    const saving = desk.save()
    await expect.poll(() => standings(desk).filter(each => each.endsWith('saved')).length).toBe(3)
    expect(waitingWords(desk.current())).toMatch(/^Not saved yet: no signal/)
    expect(headed(desk)).toBe('3 of 4 saved')
    signalBack()
    await saving
    expect(waitingWords(desk.current())).toBe('')
    expect(headed(desk)).toBe('Mo was asked about 4.')
  })

  test('is taken up by another page under the same name: what was saved is known, and only the rest is sent', async () => {
    const casebook = new FakeCasebook()
    const first = deskOf(casebook, { chosen: chosen('Willow', 'Quay') })
    await first.look()
    await first.save()
    const again = deskOf(casebook)
    await again.look()
    expect(standings(again)).toEqual(['Willow saved', 'Quay saved', 'Orchard can', 'Mill can'])
    expect(headed(again)).toBe('2 enterprises will change. 2 saved before.')
    await again.save()
    expect(casebook.recorded.size).toBe(4)
  })

  test('one that is refused or was changed meanwhile is reported, and the others are saved', async () => {
    const casebook = new FakeCasebook()
    casebook.faults.set('willow', [{ kind: 'changed', n: 9, entries: [] }])
    casebook.faults.set('mill', [refusal('Your role in this programme does not include this.')])
    const desk = deskOf(casebook)
    await desk.look()
    await desk.save()
    expect(standings(desk)).toEqual(['Willow not-saved', 'Quay saved', 'Orchard saved', 'Mill not-saved'])
    expect(headed(desk)).toBe('Mo was asked about 2. 2 not saved.')
    await desk.look()
    expect(standings(desk)[0]).toBe('Willow can')
  })

  test('stops when one says so, and goes on with those that are left', async () => {
    const casebook = new FakeCasebook()
    const desk = deskOf(casebook, { chosen: chosen('One', 'Two', 'Three', 'Four', 'Five', 'Six') })
    await desk.look()
    const saving = desk.save()
    desk.stop()
    await saving
    // Three are on their way at once: those are written down, and no other is sent.
    expect(headed(desk)).toBe('3 saved, 3 not yet.')
    await desk.save()
    expect(casebook.sent.map(({ id }) => id).sort()).toEqual(['five', 'four', 'one', 'six', 'three', 'two'])
    expect(casebook.recorded.size).toBe(6)
  })

  test('is undone for all of them, each by its own number, and says which could not be', async () => {
    const casebook = new FakeCasebook()
    const desk = deskOf(casebook)
    await desk.look()
    await desk.save()
    casebook.faults.set('orchard', [refusal('You can undo for ten minutes. Take the entry back instead.')])
    await desk.undo()
    expect(standings(desk)).toEqual(['Willow undone', 'Quay undone', 'Orchard not-undone', 'Mill undone'])
    expect(casebook.sent.filter(({ kind }) => kind === 'undo')).toHaveLength(4)
    expect(headed(desk)).toBe('3 undone. 1 not undone. What was undone stays in the history.')
  })

  test('tells that everything is saved only when nothing is left to send', async () => {
    const told: boolean[] = []
    const desk = deskOf(new FakeCasebook(), { recorded: all => told.push(all) })
    await desk.look()
    const saving = desk.save()
    desk.stop()
    await saving
    await desk.save()
    expect(told).toEqual([false, true])
  })
})

describe('a change that is taken up again', () => {
  /** A form whose page may be lost: what was set is kept, and what stands in it untyped is that of the day. */
  function formOf() {
    const kept: Record<string, string> = {}
    const set = (name: string, text: string) => void (kept[name] = text)
    return { set, on: (start: Record<string, string>) => ({ words: { ...start, ...kept }, set }) }
  }
  const session = (happenedOn: PlainDate): TypedCommand => ({ kind: 'log-contact', happenedOn, reached: true, channel: 'group' })
  const dueIn = (happenedOn: PlainDate, dueOn: PlainDate): TypedCommand => ({ kind: 'set-task', happenedOn, about: 'other', dueOn })
  const [evening, morning] = [day('2018-06-30'), day('2018-07-01')]

  test('is the same one until its words change', () => {
    const form = formOf()
    form.set('to', 'Pat')
    const first = jobOf(form.on({}), command)
    expect(jobOf(form.on({}), command)).toEqual(first)
    form.set('to', 'Sam')
    expect(jobOf(form.on({}), { ...command, to: ids.decider }).job).not.toBe(first.job)
  })

  test('after midnight is still the to-do for a week from the day on which it was begun', () => {
    const form = formOf()
    form.set('when', '1 week')
    const first = jobOf(form.on({}), dueIn(evening, day('2018-07-07')))
    expect(jobOf(form.on({}), dueIn(morning, day('2018-07-08')))).toEqual(first)
    expect(first.command).toMatchObject({ happenedOn: '2018-06-30', dueOn: '2018-07-07' })
  })

  test('after midnight is still the group session of the day that stood there and nobody typed', () => {
    const form = formOf()
    form.set('session', 'drop-in')
    const first = jobOf(form.on({ happenedOn: '30 June 2018', who: '1,2' }), session(evening))
    const again = form.on({ happenedOn: '1 July 2018', who: '' })
    expect(again.words).toMatchObject({ happenedOn: '30 June 2018', who: '1,2' })
    expect(jobOf(again, session(morning))).toEqual(first)
  })

  test('is the same one for more people', () => {
    const form = formOf()
    form.set('who', '1,2')
    const first = jobOf(form.on({}), session(evening))
    form.set('who', '1,2,3')
    expect(jobOf(form.on({}), session(evening))).toEqual(first)
  })
})

test('who leads changes them all; anyone else many at once of their own only', () => {
  const rows = [caseRow(1, { catalyst: ids.catalyst }), caseRow(2, { catalyst: ids.payer }), caseRow(3)]
  expect(chosenOf(rows, undefined).map(({ leftOut }) => leftOut !== undefined)).toEqual([false, false, false])
  expect(chosenOf(rows, ids.catalyst).map(({ leftOut }) => leftOut !== undefined)).toEqual([false, true, true])
})

describe('those that are left alone', () => {
  const said = (standing: Standing) => chosenOf([caseRow(1, { standing })], undefined)[0]?.leftOut

  test('stay as they are, and the preview says why, be it a to-do or a hand-over', () => {
    expect(said('stopped')).toBe('It stays as it is: it has stopped.')
    expect(said('left-sight')).toBe('It stays as it is: it left our sight.')
    expect(said('advised-only')).toBe('It stays as it is: they had advice only.')
    expect(said('declined')).toBe('It stays as it is: it was not taken on.')
    for (const inWork of ['enquiry', 'supported', 'trading', 'paused', 'lost-touch'] as const) expect(said(inWork)).toBeUndefined()
  })

  test('get no contact from a group session once they stopped or left; whoever had advice only may come', () => {
    expect(leftAloneInSession({ standing: 'stopped' })).toBe('It stays as it is: it has stopped.')
    expect(leftAloneInSession({ standing: 'left-sight' })).toBe('It stays as it is: it left our sight.')
    for (const mayCome of ['advised-only', 'declined', 'trading', 'paused'] as const) {
      expect(leftAloneInSession({ standing: mayCome })).toBeUndefined()
    }
  })

  test('are not sent', async () => {
    const casebook = new FakeCasebook()
    const desk = deskOf(casebook, { chosen: chosenOf([caseRow(1), caseRow(2, { standing: 'stopped' })], undefined) })
    await desk.look()
    expect(standings(desk)).toEqual(['Enterprise 1 can', 'Enterprise 2 cannot'])
    await desk.save()
    expect(casebook.sent).toHaveLength(1)
  })
})
