import { beforeAll, describe, expect, test } from 'vitest'
import type { CheckInToCome } from '#domain/afterFunding.ts'
import { afterFunding, checkInsToCome, handings } from '#domain/afterFunding.ts'
import type { Command } from '#domain/commandFacts.ts'
import { decide } from '#domain/decide.ts'
import type { CallThing } from '#domain/everythingDue.ts'
import { everythingDue, isTimeToRing } from '#domain/everythingDue.ts'
import { checkInDueOn } from '#domain/followUp.ts'
import { checkInAnswerable } from '#domain/followUpSchedule.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, addMonths, day, daysBetween } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { toMinutes } from '#domain/quantities.ts'
import type { SupportCase } from '#domain/supportCase.ts'
import { endedOn } from '#domain/supportCase.ts'
import { checkInMonths } from '#domain/vocabulary.ts'
import type { Journey } from '../builders.ts'
import { caseIdOf, journey } from '../builders.ts'

/**
 * Two years of a programme with 200 enterprises, and the follow-up after it until nobody is left to ring, day by day. Its catalysts
 * sometimes ring at once, sometimes put off, sometimes leave it for a day; its enterprises answer, do not, pause, go on, stop, move away.
 * The same seed gives the same story.
 */
const seed = 20_240_401
const funded = { from: day('2024-04-01'), to: day('2026-03-31') }
const catalysts = [1, 2, 3, 4].map(number => `a0000000-0000-4000-8000-00000000001${number}`)
const owner = 'a0000000-0000-4000-8000-000000000099'
const size = 200

/** Numbers from 0 up to 1, the same for one seed. Source: T. Ettinger, mulberry32. */
function chanceOf(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Enterprise = {
  id: string
  from: PlainDate
  story: Journey
  now: SupportCase
  isOver: boolean
  truth: 'trading' | 'paused' | 'stopped' | 'moved-away'
  hardToReach: number
}
type Ring = { id: string; on: PlainDate; things: readonly string[]; by: string | undefined }
type Fault = { id: string; on: PlainDate; what: string }

/** One run: what was rung when, and every day on which something was not as it has to be. */
type Run = { enterprises: Enterprise[]; rings: Ring[]; faults: Fault[]; atTheEnd: Enterprise[]; handed: number; last: PlainDate }

const chance = chanceOf(seed)
const between = (low: number, high: number): number => low + Math.floor(chance() * (high - low + 1))
const oneOf = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(chance() * list.length)] ?? list[0]

/** All begin in the first 22 months. Some ran before we met them, some paused or were never taken on. */
function enterprises(): Enterprise[] {
  return Array.from({ length: size }, (_, place): Enterprise => {
    const begin = addDays(funded.from, between(40, 660))
    const kind = chance()
    const enquired = journey()
      .by(catalysts[place % 4] ?? '')
      .enquired(addDays(begin, -30), { reference: `S-${place}` })
    const taken = enquired
      .accepted(addDays(begin, -20), kind < 0.1 ? 'existing' : 'new')
      .happened('assigned', addDays(begin, -20), { catalyst: catalysts[place % 4] ?? '' })
    const story = kind < 0.05 ? enquired.declined(addDays(begin, -20)) : kind < 0.1 ? taken : taken.began(begin)
    const isOver = kind < 0.05
    return {
      id: caseIdOf(place),
      from: begin,
      story,
      now: story.asAt(),
      isOver,
      truth: 'trading',
      hardToReach: oneOf([0.1, 0.3, 0.3, 0.6, 1]),
    }
  })
}

/** What happens to them, whether or not anybody hears of it. */
function live(enterprise: Enterprise): void {
  if (enterprise.truth === 'stopped' || enterprise.truth === 'moved-away') return
  const luck = chance()
  if (luck < 0.000_25) enterprise.truth = 'stopped'
  else if (luck < 0.000_4) enterprise.truth = 'moved-away'
  else if (luck < 0.001) enterprise.truth = enterprise.truth === 'paused' ? 'trading' : 'paused'
}

function tell(enterprise: Enterprise, command: Command, today: PlainDate): void {
  const decision = decide(enterprise.story.facts, command, today)
  if (!decision.ok) throw new Error(`${enterprise.id} on ${today}: ${JSON.stringify(decision.refusal)} to ${JSON.stringify(command)}`)
  enterprise.story = enterprise.story.writtenOn(today).with(decision.value)
  enterprise.now = enterprise.story.asAt()
  enterprise.isOver ||= decision.value.some(({ kind }) => kind === 'stopped' || kind === 'left-sight')
}

const names = (due: readonly CallThing[], today: PlainDate): string[] =>
  due.flatMap(thing =>
    thing.what === 'check-in' && thing.dueOn <= today ? [`check-in ${thing.month}`] : thing.what === 'numbers' ? ['numbers'] : [],
  )

/** A catalyst sees the row and rings, puts it off, or leaves it for tomorrow. */
function work(enterprise: Enterprise, due: readonly CallThing[], today: PlainDate, rings: Ring[]): void {
  const mood = chance()
  const ids = { taskId: caseIdOf(1_000 + rings.length) }
  if (mood < 0.15) return
  const things = names(due, today)
  if (mood < 0.25) {
    const until = addDays(today, between(2, 20))
    for (const need of ['check-in', 'numbers'] as const)
      tell(enterprise, { kind: 'put-off', happenedOn: today, need, until, why: 'waiting-for-them' }, today)
    return
  }
  rings.push({ id: enterprise.id, on: today, things, by: enterprise.now.catalyst })
  const month = checkInAnswerable(enterprise.now, today)?.month
  const call = { kind: 'check-in', happenedOn: today, month, ...ids } as const
  if (chance() < enterprise.hardToReach) {
    const next = chance() < 0.5 ? { dueOn: addDays(today, between(7, 14)) } : undefined
    tell(enterprise, { ...call, told: 'no-answer', next }, today)
    return
  }
  const { truth } = enterprise
  const numbers = { people: between(1, 12), minutesPerWeek: toMinutes(15 * between(4, 160)), jobs: between(1, 4) }
  if (truth === 'stopped') tell(enterprise, { ...call, told: 'they-did', answer: 'stopped', ending: 'took-job' }, today)
  else if (truth === 'moved-away') tell(enterprise, { ...call, told: 'they-did', answer: 'trading', leaving: 'moved-away' }, today)
  else if (truth === 'paused') tell(enterprise, { ...call, told: 'they-did', answer: 'paused' }, today)
  else tell(enterprise, { ...call, told: 'they-did', answer: 'trading', ...(chance() < 0.9 && { numbers }) }, today)
}

/** What must be so on every day, worked out from the entries alone and not by the schedule. */
function faultOn({ now, isOver }: Enterprise, due: readonly CallThing[], today: PlainDate): string | undefined {
  if (isOver) return due.length > 0 ? 'asked after the end' : undefined
  const latest = checkInMonths.findLast(month => (checkInDueOn(now, month) ?? '9999') <= today)
  if (!latest || now.checkIns[latest]) return undefined
  if (!due.some(thing => thing.what === 'check-in' && thing.month === latest)) return `check-in ${latest} is not listed`
  const dayDue = checkInDueOn(now, latest) ?? today
  const wasSpokenTo = now.contacts.some(({ on }) => daysBetween(on, today) < 7)
  const putOff = now.putOffs['check-in']?.until
  const agreed = now.tasks.find(({ about, state }) => about === 'next-contact' && state === 'open')
  const waits = wasSpokenTo || (putOff && putOff > today) || (agreed && agreed.dueOn > today && addDays(dayDue, 28) > today)
  return waits || isTimeToRing(due, today) ? undefined : `check-in ${latest} is due, nothing is waited for, and it is not asked`
}

function close(list: readonly Enterprise[], today: PlainDate): number {
  const handed = handings(
    list.map(({ id, now }) => ({ caseId: id, supportCase: now })),
    [owner],
  )
  for (const { caseId, to } of handed) {
    const enterprise = list.find(({ id }) => id === caseId)
    if (enterprise) tell(enterprise, { kind: 'assign', happenedOn: today, catalyst: to }, today)
  }
  return handed.length
}

function simulate(): Run {
  const list = enterprises()
  const run: Run = { enterprises: list, rings: [], faults: [], atTheEnd: [], handed: 0, last: addMonths(funded.to, 25) }
  for (let today = funded.from; today <= run.last; today = addDays(today, 1)) {
    const rules = { ...defaultRules, closedOn: today > funded.to ? addDays(funded.to, 1) : null }
    if (today === addDays(funded.to, 1)) {
      run.atTheEnd = list.map(each => ({ ...each }))
      run.handed = close(list, today)
    }
    for (const enterprise of list) {
      if (today < enterprise.from) continue
      live(enterprise)
      const due = everythingDue(enterprise.now, rules, today)
      const what = faultOn(enterprise, due, today)
      if (what) run.faults.push({ id: enterprise.id, on: today, what })
      if (isTimeToRing(due, today)) work(enterprise, due, today, run.rings)
    }
  }
  return run
}

const cases = (list: readonly Enterprise[]) => list.map(({ id, now }) => ({ caseId: id, supportCase: now }))
const terms = { period: funded, followUpUntil: null, followUpBy: 'person', followUpPerson: owner } as const

describe(`two years of ${size} enterprises and the follow-up after them, seed ${seed}`, () => {
  let run: Run
  beforeAll(() => {
    run = simulate()
  }, 60_000)

  test('is a story with answers, silence, pauses and endings in it', () => {
    const kinds = run.enterprises.flatMap(({ story }) => story.facts.map(({ kind }) => kind))
    const count = (kind: string) => kinds.filter(each => each === kind).length
    const wanted = ['check-in-answered', 'check-in-missed', 'stopped', 'put-off', 'care-return', 'left-sight', 'declined']
    expect(wanted.filter(kind => count(kind) < 5)).toEqual([])
    expect(run.enterprises.some(({ now }) => now.trading.state === 'paused')).toBe(true)
    expect(run.rings.length).toBeGreaterThan(600)
  })

  test('nobody due is missed: each day what is due is listed, and asked unless one waits for something', () => {
    expect(run.faults).toEqual([])
  })

  test('each check-in whose day and days of grace are over is answered, missed after tries, or overtaken by a stop or by the next one', () => {
    const left = run.enterprises.flatMap(({ id, now }) => {
      if (endedOn(now.support) || now.support.state === 'declined') return []
      const month = checkInMonths.findLast(each => addDays(checkInDueOn(now, each) ?? day('9999-01-01'), 28 + 21) <= run.last)
      return month && !now.checkIns[month] ? [`${id} ${month}`] : []
    })
    expect(left).toEqual([])
  })

  test('nobody is asked twice in a week for one thing', () => {
    const before = new Map<string, PlainDate>()
    const tooSoon: string[] = []
    for (const { id, on, things } of run.rings) {
      for (const thing of things) {
        const last = before.get(`${id} ${thing}`)
        if (last && daysBetween(last, on) < 7) tooSoon.push(`${id} ${thing} on ${last} and ${on}`)
        before.set(`${id} ${thing}`, on)
      }
    }
    expect(tooSoon).toEqual([])
  })

  test('nobody is rung for nothing', () => {
    expect(run.rings.filter(({ things }) => things.length === 0)).toEqual([])
  })

  test('every enterprise that stopped, moved away or was declined is left alone from that day', () => {
    const after = run.enterprises.flatMap(({ id, now }) => {
      const end = endedOn(now.support)
      return end ? run.rings.filter(ring => ring.id === id && ring.on > end) : []
    })
    expect(after).toEqual([])
    const declined = new Set(run.enterprises.filter(({ now }) => now.support.state === 'declined').map(({ id }) => id))
    expect(declined.size).toBeGreaterThan(4)
    expect(run.rings.filter(({ id }) => declined.has(id))).toEqual([])
  })

  test('after the programme has closed the check-ins are made, by those who took over, and nothing else is asked', () => {
    const later = run.rings.filter(({ on }) => on > funded.to)
    expect(later.length).toBeGreaterThan(100)
    expect(later.filter(({ by }) => by !== owner)).toEqual([])
    expect(later.filter(({ things }) => things.includes('numbers'))).toEqual([])
    expect(run.handed).toBe(run.atTheEnd.filter(({ now }) => !endedOn(now.support) && now.support.state !== 'declined').length)
  })

  /** Two-year check-ins after the money, counted from the days alone. */
  const twoYearAfter = (list: readonly Enterprise[]): string[] =>
    list.flatMap(({ id, now }) => {
      const dueOn = checkInDueOn(now, 24)
      const isGone = endedOn(now.support) !== undefined || now.support.state === 'declined' || now.checkIns[24] !== undefined
      return dueOn && dueOn > funded.to && !isGone ? [id] : []
    })

  test('every two-year check-in after the funding has an owner', () => {
    const today = addDays(funded.to, 1)
    const after = checkInsToCome(cases(run.atTheEnd), terms, today).filter(({ month, dueOn }) => month === 24 && dueOn > funded.to)
    expect(after.map(({ caseId }) => caseId).sort()).toEqual(twoYearAfter(run.atTheEnd).sort())
    expect(after.length).toBeGreaterThan(80)
    expect(new Set(after.map(({ owner: { by } }) => by))).toEqual(new Set(['person']))
    expect(afterFunding(cases(run.atTheEnd), terms, today)).toMatchObject({ twoYear: after.length, twoYearWithoutOwner: 0 })
  })

  test.each<[string, object, (checkIn: CheckInToCome) => boolean]>([
    ['where nobody is named', { followUpBy: 'nobody' }, ({ owner: { by } }) => by === 'nobody'],
    ['where the follow-up ends before them', { followUpUntil: day('2026-12-31') }, ({ dueOn }) => dueOn > day('2026-12-31')],
  ])('or is named as having none: %s', (_, change, hasNone) => {
    const today = addDays(funded.to, 1)
    const changed = { ...terms, ...change }
    const after = checkInsToCome(cases(run.atTheEnd), changed, today).filter(({ month, dueOn }) => month === 24 && dueOn > funded.to)
    const none = after.filter(({ owner: { by } }) => by === 'nobody')
    expect(none).toEqual(after.filter(hasNone))
    expect(none.length).toBeGreaterThan(10)
    expect(afterFunding(cases(run.atTheEnd), changed, today)).toMatchObject({ twoYear: after.length, twoYearWithoutOwner: none.length })
  })

  test('the months add up to what comes', () => {
    const { months, checkIns, twoYear } = afterFunding(cases(run.atTheEnd), terms, addDays(funded.to, 1))
    expect(months.reduce((sum, month) => sum + month.checkIns, 0)).toBe(checkIns)
    expect(months.reduce((sum, month) => sum + month.twoYear, 0)).toBe(twoYear)
    expect(months.map(({ month }) => month)).toEqual([...new Set(months.map(({ month }) => month))].sort())
  })
})
