import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flagsOf } from '#domain/flags.ts'
import { fold } from '#domain/fold.ts'
import { known } from '#domain/known.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { SupportCase } from '#domain/supportCase.ts'
import { reasonsOf } from '#domain/todayReasons.ts'
import type { Reason } from '#domain/todaySchemas.ts'
import type { TodayQuestion } from '#domain/todayQuestion.ts'
import { supported, trading } from '../builders.ts'
import { anyDay, anyFacts } from './anyFacts.ts'

const asked = (today: PlainDate): TodayQuestion => ({ today, rules: defaultRules, fundedUntil: day('2030-03-31'), templatesFrom: {} })
const reasonsAt = (supportCase: SupportCase, question: TodayQuestion): Reason[] =>
  reasonsOf({ supportCase, takenInBy: undefined }, question)
const kindsOf = (supportCase: SupportCase, today: PlainDate): string[] => reasonsAt(supportCase, asked(today)).map(({ kind }) => kind)
const flagged = (supportCase: SupportCase, today: PlainDate, question = asked(today)): string[] =>
  flagsOf(supportCase, today, question).map(({ flag }) => flag)

test('whom the list calls stuck, or silent, Today has a reason for, and the other way round, whatever was recorded', () => {
  fc.assert(
    fc.property(anyFacts(20), anyDay, anyDay, (facts, today, fundedUntil) => {
      const supportCase = fold(known(facts, { asAt: today }))
      // What was put off rests in Today and is still so.
      if (Object.keys(supportCase.putOffs).length > 0) return
      const question = { ...asked(today), fundedUntil }
      const [flags, reasons] = [flagged(supportCase, today, question), reasonsAt(supportCase, question)]
      // A grant is shown from the day it was decided, and stuck once its days are over.
      const isStuck = reasons.some(({ kind, on }) => kind === 'stuck' || (kind === 'grant-unpaid' && on < today))
      expect({ silent: flags.includes('silent'), stuck: flags.includes('stuck') }).toEqual({
        silent: reasons.some(({ kind }) => kind === 'silent'),
        stuck: isStuck,
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
