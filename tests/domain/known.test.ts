import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known } from '#domain/known.ts'
import { day } from '#domain/plainDate.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, noon, supported, trading } from '../builders.ts'
import { anyDay, anyFacts, stampOf } from './anyFacts.ts'

/** What counts, as “kind day”, in order. */
const counting = ({ facts }: Journey, question: { asAt?: string; knownAt?: string } = {}): string[] =>
  known(facts, {
    asAt: question.asAt === undefined ? undefined : day(question.asAt),
    knownAt: question.knownAt === undefined ? undefined : noon(question.knownAt),
  }).map(({ kind, happenedOn }) => `${kind} ${happenedOn}`)

describe('what counts', () => {
  test('is in the order of the days on which it happened, not of writing', () => {
    const late = anEnquiry().began('2015-03-01').ideaAgreed('2015-02-01')
    expect(counting(late)).toEqual(['enquired 2015-01-05', 'idea-agreed 2015-02-01', 'trading-began 2015-03-01'])
  })

  test('is in the order of writing where it happened on one day', () => {
    const oneDay = anEnquiry().accepted('2015-01-05').ideaAgreed('2015-01-05')
    expect(counting(oneDay)).toEqual(['enquired 2015-01-05', 'accepted 2015-01-05', 'idea-agreed 2015-01-05'])
  })

  test('the tenth entry comes after the ninth, and the tenth place in an entry after the ninth', () => {
    const contact = { kind: 'contact', happenedOn: day('2015-04-01'), data: { reached: true } } as const
    const eleven = anEnquiry().with(Array.from({ length: 11 }, (_, minutes) => ({ ...contact, data: { reached: true, minutes } })))
    const minutes = known(eleven.facts).flatMap(fact => (fact.kind === 'contact' ? [fact.data.minutes] : []))
    expect(minutes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const ten = Array.from({ length: 10 }).reduce<Journey>(story => story.reached('2015-04-01'), anEnquiry())
    expect(known(ten.facts).map(({ id }) => id)).toEqual(ten.facts.map(({ id }) => id))
  })

  test('as at a day is what had happened by the end of it', () => {
    expect(counting(supported(), { asAt: '2015-01-19' })).toEqual(['enquired 2015-01-05'])
    expect(counting(supported(), { asAt: '2015-01-20' })).toEqual(['enquired 2015-01-05', 'accepted 2015-01-20'])
  })

  test('a late entry counts on the day it happened, and was not known until it was written', () => {
    const story = supported().writtenOn('2015-06-01').ideaAgreed('2015-02-01')
    expect(counting(story, { asAt: '2015-02-01' })).toContain('idea-agreed 2015-02-01')
    expect(counting(story, { asAt: '2015-02-01', knownAt: '2015-05-31' })).not.toContain('idea-agreed 2015-02-01')
    expect(counting(story, { asAt: '2015-02-01', knownAt: '2015-06-01' })).toContain('idea-agreed 2015-02-01')
  })
})

describe('an entry taken back', () => {
  const stopped = trading().stopped('2015-06-01')
  const takenBack = stopped.writtenOn('2015-09-01').takenBack('stopped')

  test('does not count', () => {
    expect(counting(stopped)).toContain('stopped 2015-06-01')
    expect(counting(takenBack)).not.toContain('stopped 2015-06-01')
  })

  test('did not count on any earlier day either: the day asked about never hides a correction', () => {
    expect(counting(takenBack, { asAt: '2015-06-01' })).not.toContain('stopped 2015-06-01')
  })

  test('counts by what was known before it was taken back', () => {
    expect(counting(takenBack, { knownAt: '2015-08-31' })).toContain('stopped 2015-06-01')
    expect(counting(takenBack, { knownAt: '2015-09-01' })).not.toContain('stopped 2015-06-01')
  })

  test('counts again once the taking back was taken back', () => {
    const again = takenBack.writtenOn('2015-10-01').takenBack('withdraw')
    expect(counting(again)).toContain('stopped 2015-06-01')
    expect(counting(again, { knownAt: '2015-09-30' })).not.toContain('stopped 2015-06-01')
    const back = again.takenBack('withdraw')
    expect(counting(back)).not.toContain('stopped 2015-06-01')
  })
})

describe('an entry put right', () => {
  const story = supported().ideaAgreed('2015-02-01').constituted('2015-02-01').writtenOn('2015-05-01').putRight('idea-agreed', '2015-02-01')

  test('keeps its kind and its place among the entries of its day', () => {
    const kinds = ['enquired 2015-01-05', 'accepted 2015-01-20', 'idea-agreed 2015-02-01', 'constituted 2015-02-01']
    expect(counting(story)).toEqual(kinds)
  })

  test('carries the number, time and person of who put it right', () => {
    const put = trading().writtenOn('2015-05-01').by('e0000000-0000-4000-8000-000000000009').putRight('trading-began', '2015-03-08')
    const began = known(put.facts).find(({ kind }) => kind === 'trading-began')
    const correction = put.facts.at(-1)
    expect(began).toMatchObject({
      id: correction?.id,
      n: correction?.n,
      recordedAt: '2015-05-01T12:00:00.000Z',
      recordedBy: 'e0000000-0000-4000-8000-000000000009',
      happenedOn: '2015-03-08',
    })
  })

  test('is away from its old day and not yet on its new one', () => {
    const moved = trading().writtenOn('2015-07-01').putRight('trading-began', '2015-06-01')
    const began = (question: { asAt?: string; knownAt?: string }) => counting(moved, question).filter(each => each.startsWith('trading'))
    expect(began({ asAt: '2015-05-01' })).toEqual([])
    expect(began({ asAt: '2015-06-01' })).toEqual(['trading-began 2015-06-01'])
    expect(began({ asAt: '2015-05-01', knownAt: '2015-06-30' })).toEqual(['trading-began 2015-03-01'])
  })

  test('has other details where those were wrong', () => {
    const told = trading().told('2015-09-01', { jobs: 20 }).putRight('care-return', '2015-09-01', { jobs: 2 }, 'wrong-details')
    expect(known(told.facts).flatMap(fact => (fact.kind === 'care-return' ? [fact.data.jobs] : []))).toEqual([2])
  })

  test('and put right again, counts once, with the latest', () => {
    const twice = trading().putRight('trading-began', '2015-04-01').putRight('replace', '2015-05-01')
    expect(counting(twice).filter(each => each.startsWith('trading'))).toEqual(['trading-began 2015-05-01'])
  })

  test('falls back to the first correction when the second is taken back, and to the first entry when both are', () => {
    const twice = trading().putRight('trading-began', '2015-04-01').putRight('replace', '2015-05-01')
    const once = twice.takenBack('replace')
    expect(counting(once).filter(each => each.startsWith('trading'))).toEqual(['trading-began 2015-04-01'])
    const first = twice.facts.find(({ kind }) => kind === 'replace')
    const never = once.takenBack(first?.id ?? '')
    expect(counting(never).filter(each => each.startsWith('trading'))).toEqual(['trading-began 2015-03-01'])
  })

  test('counts once, with the later day, where two corrections of it stand side by side', () => {
    const first = trading().reached('2015-04-01').putRight('contact', '2015-04-02').takenBack('replace')
    const second = first.putRight('contact', '2015-04-03').takenBack('withdraw')
    expect(counting(second).filter(each => each.startsWith('contact'))).toEqual(['contact 2015-04-03'])
  })

  test('may itself be taken back by what was known then', () => {
    const story2 = trading().writtenOn('2015-05-01').putRight('trading-began', '2015-04-01').writtenOn('2015-06-01').takenBack('replace')
    const began = (knownAt: string) => counting(story2, { knownAt }).filter(each => each.startsWith('trading'))
    expect(began('2015-04-30')).toEqual(['trading-began 2015-03-01'])
    expect(began('2015-05-31')).toEqual(['trading-began 2015-04-01'])
    expect(began('2015-06-01')).toEqual(['trading-began 2015-03-01'])
  })
})

describe('for every record', () => {
  const anyNumber = fc.integer({ min: 0, max: 80 })

  test('what was known at an instant does not depend on what was written later', () => {
    fc.assert(
      fc.property(anyFacts(), anyNumber, fc.option(anyDay, { nil: undefined }), (facts, n, asAt) => {
        const { recordedAt: knownAt } = stampOf(n)
        const untilThen = facts.filter(fact => fact.n <= n)
        expect(known(facts, { knownAt, asAt })).toEqual(known(untilThen, { asAt }))
      }),
    )
  })

  test('the order in which its entries are read changes nothing', () => {
    fc.assert(
      fc.property(
        anyFacts().chain(facts => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
        anyNumber,
        ([facts, shuffled], n) => {
          const question = { knownAt: stampOf(n).recordedAt }
          expect(known(shuffled)).toEqual(known(facts))
          expect(known(shuffled, question)).toEqual(known(facts, question))
        },
      ),
    )
  })

  test('each entry counts at most once, however often it was put right', () => {
    fc.assert(
      fc.property(anyFacts(), facts => {
        const first = (id: string): string => {
          const fact = facts.find(each => each.id === id)
          return fact?.kind === 'replace' ? first(fact.data.of) : id
        }
        const places = known(facts).map(({ id }) => first(id))
        expect(new Set(places).size).toBe(places.length)
      }),
    )
  })

  test('as at an earlier day is the first part of what counts', () => {
    fc.assert(
      fc.property(anyFacts(), anyDay, (facts, asAt) => {
        expect(known(facts, { asAt })).toEqual(known(facts).filter(({ happenedOn }) => happenedOn <= asAt))
      }),
    )
  })
})
