import { describe, expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import type { Reason } from '#domain/todaySchemas.ts'
import { putOffCommand, putOffFields, putOffLead, putOffSaid } from '#tab/today/PutOffForm.tsx'
import { readFields } from '#tab/ui/fields.ts'
import { plain, task, today } from './todayReasons.ts'

const silent: Reason = { kind: 'silent', on: today, since: day('2026-03-16') }
const stuck: Reason = { kind: 'stuck', on: today, since: day('2026-03-06'), step: 'set-up' }
const check: Reason = { kind: 'check', on: day('2026-05-03'), check: 'public-liability', ends: true }

describe('putting off', () => {
  const answers = { until: 'tomorrow', why: 'away' }

  test('takes everything that is due before that day, in one entry', () => {
    const reasons = [silent, stuck, task(), task({ task: 't2', on: day('2026-05-20') })]
    expect(putOffCommand(reasons, answers, today)).toEqual({
      kind: 'put-off',
      need: 'silent',
      happenedOn: '2026-05-06',
      until: '2026-05-07',
      why: 'away',
      also: { needs: ['stuck'], tasks: ['t1'] },
    })
  })

  test('of to-dos alone, until next Monday or a day of one’s own', () => {
    expect(putOffCommand([task()], { ...answers, until: 'monday' }, today)).toMatchObject({ kind: 'put-off-task', until: '2026-05-11' })
    // 11 May is a Monday: the next one is the 18th.
    expect(putOffCommand([task()], { ...answers, until: 'monday' }, day('2026-05-11'))).toMatchObject({ until: '2026-05-18' })
    expect(putOffCommand([task()], { ...answers, until: 'day', day: '2026-06-01' }, today)).toMatchObject({ until: '2026-06-01' })
  })

  test('passes no legal day: the row comes back on the first one', () => {
    const insurance: Reason = { kind: 'check', on: day('2026-05-20'), check: 'public-liability', ends: true }
    const june = { until: 'day', day: '2026-06-01', why: 'away' }
    expect(putOffCommand([silent, insurance], june, today)).toMatchObject({
      until: '2026-05-20',
      need: 'silent',
      also: { needs: ['check'], tasks: [] },
    })
    // Until tomorrow the insurance is in date: it is not put off at all.
    expect(putOffCommand([silent, insurance], answers, today)).toMatchObject({
      until: '2026-05-07',
      also: { needs: [], tasks: [] },
    })
  })

  test('leaves out what has a legal day that has come, and all that would go with it', () => {
    const training: Reason = { kind: 'check', on: today, check: 'safeguarding-training', ends: false }
    expect(putOffCommand([check, training, silent], answers, today)).toMatchObject({
      need: 'silent',
      also: { needs: [], tasks: [] },
    })
    expect(putOffCommand([check], answers, today)).toBeUndefined()
  })

  test('says of several reasons which one is put off, and which one the row is still there for', () => {
    // Insurance that ran out on 3 May cannot wait; the first word can.
    const reasons = [check, silent]
    const command = putOffCommand(reasons, answers, today)
    if (!command) throw new Error('there is something to put off')
    expect(plain(putOffSaid(reasons, command))).toBe('Put off until 7 May 2026: a first word for a while. Still here: insurance.')
    expect(putOffLead(reasons, answers, today)).toBe(
      'This puts off: a first word for a while. This stays: insurance. What has a legal day comes back on that day.',
    )
    const tasks = [stuck, task({ words: 'The first menu.' })]
    expect(putOffLead(tasks, {}, today)).toBe('This puts off: what holds them up and the first menu.')
  })

  test('of one reason names it when it is done, and says nothing before', () => {
    const command = putOffCommand([task()], answers, today)
    if (!command) throw new Error('there is something to put off')
    expect(plain(putOffSaid([task()], command))).toBe('Put off until 7 May 2026: the first menu.')
    expect(putOffLead([task()], answers, today)).toBe('')
    expect(putOffLead([check], answers, today)).toBe('Its legal day has come. It cannot be put off.')
  })

  test('takes a day within a year, and no other', () => {
    const read = (typed: string) => readFields(putOffFields, { until: 'day', day: typed, why: 'away' }, today)
    expect(read('6 May 2027').answers['day']).toBe('2027-05-06')
    expect(plain(read('7 May 2027').faults['day'] ?? '')).toBe('7 May 2027 is too far off. Pick 6 May 2027 or before.')
  })

  test('has nothing to put off where all is due later than that', () => {
    expect(putOffCommand([task({ on: day('2026-05-20') })], answers, today)).toBeUndefined()
  })
})
