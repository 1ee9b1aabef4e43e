import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flagsOf } from '#domain/flags.ts'
import { fold } from '#domain/fold.ts'
import { known } from '#domain/known.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { going } from '#domain/supportCase.ts'
import type { SupportCase } from '#domain/supportCase.ts'
import { reasonsOf } from '#domain/todayReasons.ts'
import type { TodayQuestion } from '#domain/todayQuestion.ts'
import { supported, trading } from '../builders.ts'
import { anyDay, anyFacts } from './anyFacts.ts'

const asked = (today: PlainDate): TodayQuestion => ({ today, rules: defaultRules, fundedUntil: day('2030-03-31'), templatesFrom: {} })
const kindsOf = (supportCase: SupportCase, today: PlainDate): string[] =>
  reasonsOf({ supportCase, takenInBy: undefined }, asked(today)).map(({ kind }) => kind)
const flagged = (supportCase: SupportCase, today: PlainDate): string[] => flagsOf(supportCase, today, defaultRules).map(({ flag }) => flag)

test('whom the list calls stuck, or silent, Today has a reason for, whatever was recorded', () => {
  fc.assert(
    fc.property(anyFacts(20), anyDay, (facts, today) => {
      const supportCase = fold(known(facts, { asAt: today }))
      // Whom we have not taken on waits for an answer; what was put off rests in Today and is still so.
      if (going(supportCase.support)?.state !== 'accepted' || Object.keys(supportCase.putOffs).length > 0) return
      const [flags, kinds] = [flagged(supportCase, today), kindsOf(supportCase, today)]
      const [silent, stuck] = [kinds.includes('silent'), kinds.some(kind => kind === 'stuck' || kind === 'grant-unpaid')]
      expect({ silent: silent || !flags.includes('silent'), stuck: stuck || !flags.includes('stuck') }).toEqual({
        silent: true,
        stuck: true,
      })
    }),
    { numRuns: 400 },
  )
})

test('one who agreed on the next talk is silent neither in the list nor in Today', () => {
  const today = day('2015-06-01')
  const agreed = supported()
    .reached('2015-02-05')
    .happened('task-set', '2015-05-01', {
      task: 'ring',
      about: 'next-contact',
      dueOn: day('2015-06-02'),
    })
  expect(flagged(agreed.asAt('2015-06-01'), today)).not.toContain('silent')
  expect(kindsOf(agreed.asAt('2015-06-01'), today)).not.toContain('silent')
})

describe('a DBS check that is to be looked at again on 1 May 2016', () => {
  const until = day('2016-05-01')
  const dbs = { seenOn: day('2015-02-20'), lookAgainOn: until, people: 1, settled: true }
  const asksOn = (today: PlainDate) =>
    reasonsOf({ supportCase: trading().asAt(today), takenInBy: undefined, dbs }, asked(today)).find(
      reason => reason.kind === 'check' && reason.check === 'dbs',
    )

  test('comes up 60 days before, and never runs out', () => {
    expect(asksOn(addDays(until, -61))).toBeUndefined()
    expect(asksOn(addDays(until, -60))).toMatchObject({ on: until, ends: false })
    expect(asksOn(addDays(until, 30))).toMatchObject({ on: until, ends: false })
  })

  test.each([until, null])(
    'and is not settled is to be settled within a week of being seen, whenever it is to be looked at again: %s',
    lookAgainOn => {
      const waits = { ...dbs, lookAgainOn, settled: false }
      const today = day('2015-03-01')
      // Seen on 20 February 2015, and seven days.
      expect(reasonsOf({ supportCase: trading().asAt(today), takenInBy: undefined, dbs: waits }, asked(today))).toContainEqual({
        kind: 'check',
        on: '2015-02-27',
        check: 'dbs',
        ends: false,
        undecided: true,
      })
    },
  )
})
