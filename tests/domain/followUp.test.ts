import { describe, expect, test } from 'vitest'
import { checkInDueOn, confirmedOn, followedSpell, hasLostTouch, partAt, spellSinceAccepted } from '#domain/followUp.ts'
import { day } from '#domain/plainDate.ts'
import type { CheckInMonth } from '#domain/vocabulary.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, journey, supported, trading } from '../builders.ts'

// `trading()` began on 1 March 2015. Counted in days from there:
//   1 June 2015        31 + 30 + 31                               =  92
//   1 September 2015   92 + 30 + 31 + 31                          = 184   six months due; 28 days are over on 29 September (212)
//   1 January 2016     184 + 30 + 31 + 30 + 31                    = 306
//   1 March 2016       306 + 31 + 29 (a leap year)                = 366   twelve months due; over on 29 March 2016 (394)
//   1 March 2017       366 + 365                                  = 731   24 months due; over on 29 March 2017 (759)

/** The time under observation as at a day: from, to, and how it ended. */
function followed(story: Journey, asAt: string): string {
  const spell = followedSpell(story.asAt(asAt), day(asAt))
  if (!spell) return 'not watched'
  const { from, to, ended, lost } = spell
  return `${from > 0 ? `${from} to ` : ''}${to} ${ended ? 'ended' : lost ? 'lost' : 'followed'}`
}

const kept = trading().answered(6, '2015-09-03').answered(12, '2016-03-03')

describe('the time under observation', () => {
  test('ends with a stop, on its day, whatever its kind', () => {
    for (const ending of ['not-working', 'planned', 'took-job', 'joined-another', 'unknown'] as const)
      expect(followed(trading().stopped('2015-06-01', ending), '2018-06-30')).toBe('92 ended')
  })

  test('ends with a stop that is asked about on the very day, or fell on the day of the last check-in', () => {
    expect(followed(trading().stopped('2015-06-01'), '2015-06-01')).toBe('92 ended')
    expect(followed(kept.stopped('2017-03-01'), '2018-06-30')).toBe('731 ended')
    expect(followed(kept.stopped('2017-03-02'), '2018-06-30')).toBe('731 followed')
  })

  test('is 0 days long where it stopped on the day it began, and that counts as a stop', () => {
    expect(followed(supported().began('2015-03-01').stopped('2015-03-01'), '2018-06-30')).toBe('0 ended')
  })

  test('ends on the day an enterprise left our sight still trading, and that is no stop', () => {
    expect(followed(trading().leftSight('2015-06-01'), '2018-06-30')).toBe('92 followed')
  })

  test('goes on to the day asked about while no check-in is overdue', () => {
    expect(followed(trading(), '2015-06-01')).toBe('92 followed')
    expect(followed(kept, '2017-01-01')).toBe('672 followed') // 366 + 306, the days of 2016 after 1 March
  })

  test('goes on through the 28 days in which an answer may still come, and no longer', () => {
    expect(followed(trading(), '2015-09-28')).toBe('211 followed')
    expect(followed(trading(), '2015-09-29')).toBe('0 lost')
  })

  test('ends at the last confirmed contact where a check-in stayed unanswered', () => {
    const answered = trading().answered(6, '2015-09-03')
    expect(followed(answered, '2016-03-28')).toBe('393 followed')
    expect(followed(answered, '2016-03-29')).toBe('186 lost') // 184 + 2
    expect(followed(answered.told('2016-01-01', { jobs: 1 }), '2018-06-30')).toBe('306 lost')
    expect(followed(answered.missed(12, '2016-03-01'), '2018-06-30')).toBe('186 lost')
  })

  test.each<[string, Journey]>([
    ['an answer to a later check-in', trading().answered(12, '2016-03-03')],
    ['a late answer to the same one', trading().answered(6, '2015-12-01')],
    ['a care return', trading().told('2015-12-01', { people: 3 })],
    ['a contact that reached them and heard “trading”', trading().reached('2015-12-01', 'trading')],
  ])('is rescued by what confirmed trading later: %s', (_, story) => {
    expect(followed(story, '2015-11-30')).toBe('0 lost')
    expect(followed(story, '2016-03-04')).toBe('369 followed') // 366 + 3
  })

  test('is rescued by what confirmed trading on the very day the check-in was due, and not by the day before', () => {
    expect(followed(trading().reached('2015-09-01', 'trading'), '2016-01-01')).toBe('306 followed')
    expect(followed(trading().reached('2015-08-31', 'trading'), '2016-01-01')).toBe('183 lost')
  })

  test.each<[string, Journey]>([
    ['a contact that did not reach them', trading().notReached('2015-12-01')],
    ['a contact that heard nothing of trading', trading().reached('2015-12-01')],
    ['a contact that heard they paused', trading().reached('2015-12-01', 'paused')],
    ['a contact before the check-in was due', trading().reached('2015-03-01', 'trading')],
  ])('is not rescued by %s', (_, story) => {
    expect(followed(story, '2016-01-01')).toBe('0 lost')
  })

  test('goes no further than the day the last check-in was due, or the day it was answered if later', () => {
    expect(followed(kept.answered(24, '2017-03-11'), '2018-06-30')).toBe('741 followed') // 731 + 10
    expect(followed(kept.answered(24, '2017-02-20'), '2018-06-30')).toBe('731 followed')
    expect(followed(kept.reached('2018-01-01', 'trading'), '2018-06-30')).toBe('731 followed')
  })

  test('goes to the day asked about while the last answer may still come', () => {
    expect(followed(kept, '2017-02-28')).toBe('730 followed')
    // Nobody is followed past the last promised check-in while it is not answered.
    expect(followed(kept, '2017-03-15')).toBe('731 followed')
    expect(followed(kept, '2017-03-29')).toBe('368 lost') // 366 + 2
  })

  test('is not ended by a stop after the last check-in: until there it was trading', () => {
    expect(followed(kept.answered(24, '2017-03-02').stopped('2017-09-01'), '2018-06-30')).toBe('732 followed')
    expect(followed(kept.stopped('2017-09-01'), '2018-06-30')).toBe('731 followed')
  })

  test('ends with a stop that came after missed check-ins, on its day', () => {
    expect(followed(trading().missed(6, '2015-09-01').stopped('2016-01-01'), '2018-06-30')).toBe('306 ended')
    expect(followed(trading().missed(6, '2015-09-01').leftSight('2016-01-01'), '2018-06-30')).toBe('306 followed')
  })

  test('goes on through a pause and a change of legal form', () => {
    const changed = kept.paused('2015-10-01').resumed('2015-12-01').constituted('2016-02-01', 'cic')
    expect(followed(changed, '2016-03-04')).toBe('369 followed')
  })

  test('is that of one enterprise, not of a day when it had not begun', () => {
    expect(followed(supported(), '2018-06-30')).toBe('not watched')
    expect(followed(trading(), '2015-02-28')).toBe('not watched')
  })

  test('counts a check-in due on 31 August and 29 February from the last days of those months', () => {
    const began = supported().began('2014-08-31')
    expect([6, 12, 24].map(month => checkInDueOn(began.asAt(), month as CheckInMonth))).toEqual(['2015-02-28', '2015-08-31', '2016-08-31'])
    const leap = supported().began('2016-02-29')
    expect([6, 12, 24].map(month => checkInDueOn(leap.asAt(), month as CheckInMonth))).toEqual(['2016-08-29', '2017-02-28', '2018-02-28'])
  })
})

describe('observation that begins late', () => {
  const late = supported().began('2015-03-01', '2016-01-01')

  test('begins on the day from which it is watched', () => {
    expect(followed(late.answered(6, '2015-09-01').answered(12, '2016-03-03').stopped('2016-04-01'), '2018-06-30')).toBe('306 to 397 ended')
  })

  test('is none where it ended, or was lost, before or on that day', () => {
    expect(followed(late.stopped('2015-06-01'), '2018-06-30')).toBe('not watched')
    expect(followed(late.stopped('2016-01-01'), '2018-06-30')).toBe('not watched')
    expect(followed(late.answered(6, '2015-09-01'), '2018-06-30')).toBe('not watched')
    expect(followed(late, '2015-06-01')).toBe('not watched')
  })

  test('is whole where it is watched from before it began', () => {
    expect(followed(supported().began('2015-03-01', '2015-01-01'), '2015-06-01')).toBe('92 followed')
  })
})

describe('if all we lost had closed, and if all still traded', () => {
  test('the worst closes it on the day after the last contact, the best follows it to the day asked about or the last check-in', () => {
    const lost = trading().answered(6, '2015-09-03')
    const at = (asAt: string) => followedSpell(lost.asAt(asAt), day(asAt))
    expect(at('2016-06-01')).toMatchObject({
      to: 186,
      worst: { from: 0, to: 187, ended: true },
      best: { from: 0, to: 458, ended: false }, // 366 + 31 + 30 + 31
    })
    expect(at('2018-06-30')).toMatchObject({ worst: { to: 187, ended: true }, best: { to: 731, ended: false } })
  })

  test('both are what is known where nothing is lost', () => {
    const spell = followedSpell(trading().stopped('2015-06-01').asAt(), day('2018-06-30'))
    expect(spell).toEqual({
      from: 0,
      to: 92,
      ended: true,
      lost: false,
      worst: { from: 0, to: 92, ended: true },
      best: { from: 0, to: 92, ended: true },
    })
  })
})

describe('days on which somebody there told us that it was trading', () => {
  test('are its beginning, answered check-ins, care returns, and contacts that heard so: silence is none', () => {
    const story = kept
      .missed(24, '2017-03-01')
      .told('2015-12-01', { jobs: 1 })
      .reached('2015-05-01', 'trading')
      .reached('2015-05-02')
      .notReached('2015-05-03')
    expect(confirmedOn(story.asAt())).toEqual(['2015-03-01', '2015-05-01', '2015-09-03', '2015-12-01', '2016-03-03'])
  })

  test('one that stopped has not lost touch', () => {
    expect(hasLostTouch(trading().asAt(), day('2016-01-01'))).toBe(true)
    expect(hasLostTouch(trading().stopped('2015-12-01').asAt(), day('2016-01-01'))).toBe(false)
  })
})

describe('where it stood at six months, due on 1 September 2015', () => {
  test.each<[string, string, Journey, string]>([
    ['trading', 'it answered so', trading().answered(6, '2015-09-03'), '2018-06-30'],
    ['trading', 'it answered so a little early', trading().answered(6, '2015-08-20'), '2018-06-30'],
    ['trading', 'it answered nothing then, and told us later', trading().missed(6, '2015-09-01').answered(12, '2016-03-03'), '2018-06-30'],
    ['trading', 'it stopped later, so it was trading then', trading().stopped('2015-09-02'), '2018-06-30'],
    ['trading', 'it left our sight later, still trading', trading().leftSight('2015-10-01'), '2018-06-30'],
    ['trading', 'it went on that day', trading().paused('2015-06-01').resumed('2015-09-01').told('2015-10-01', { jobs: 1 }), '2018-06-30'],
    ['paused', 'it paused that day', trading().paused('2015-09-01').told('2015-10-01', { jobs: 1 }), '2018-06-30'],
    ['trading', 'it had gone on before', trading().paused('2015-06-01').resumed('2015-08-01').answered(6, '2015-09-03'), '2018-06-30'],
    ['paused', 'it answered so', trading().answered(6, '2015-09-03', 'paused'), '2018-06-30'],
    ['paused', 'its pause was on record', trading().paused('2015-06-01').resumed('2015-09-02'), '2018-06-30'],
    ['paused', 'it stopped later without going on', trading().paused('2015-06-01').stopped('2015-10-01'), '2018-06-30'],
    ['stopped', 'it stopped before', trading().stopped('2015-06-01'), '2018-06-30'],
    ['stopped', 'it stopped on the day', trading().stopped('2015-09-01'), '2018-06-30'],
    ['stopped', 'it answered so', trading().answered(6, '2015-09-03', 'stopped').stopped('2015-09-03', 'unknown'), '2018-06-30'],
    ['stopped', 'it stopped while it had paused', trading().paused('2015-05-01').stopped('2015-06-01'), '2018-06-30'],
    ['left', 'it left our sight before', trading().leftSight('2015-06-01'), '2018-06-30'],
    ['awaited', 'the answer may still come', trading(), '2015-09-01'],
    ['awaited', 'the answer may still come on the 27th day after', trading().missed(6, '2015-09-10'), '2015-09-28'],
    ['notReached', 'nobody answered within 28 days', trading(), '2015-09-29'],
    ['notYet', 'it had not had that long yet', trading(), '2015-08-31'],
    ['notYet', 'it had not begun', supported(), '2018-06-30'],
  ])('%s: %s', (part, _, story, asAt) => {
    expect(partAt(story.asAt(asAt), 6, day(asAt))).toBe(part)
  })

  test('an early answer does not hide a stop before the day', () => {
    expect(partAt(trading().answered(6, '2015-08-20').stopped('2015-08-25').asAt(), 6, day('2018-06-30'))).toBe('stopped')
  })

  test('one that was opened again after a pause and an ending is not paused for ever', () => {
    const again = trading().paused('2015-05-01').stopped('2015-06-01').reopened('2015-07-01').reached('2015-10-01', 'trading')
    expect(partAt(again.asAt(), 6, day('2018-06-30'))).toBe('trading')
  })

  test('one that ran before we met it is counted from the day it was taken on', () => {
    const existing = anEnquiry().accepted('2015-01-20', 'existing')
    expect(partAt(existing.asAt(), 6, day('2015-07-19'))).toBe('notYet')
    expect(partAt(existing.asAt(), 6, day('2015-07-20'))).toBe('awaited')
    expect(partAt(existing.answered(6, '2015-07-22').asAt(), 6, day('2015-07-22'))).toBe('trading')
  })
})

describe('one that ran before we met it is followed from the day we took it on', () => {
  // It began in 2012; taken on on 20 January 2015: 182 days to 21 July, 365 to 20 January 2016, 731 to 20 January 2017 (a leap year between).
  const ran = journey().began('2012-06-01').enquired('2015-01-05').accepted('2015-01-20', 'existing')
  const since = (story: Journey, asAt = '2018-06-30') => {
    const spell = spellSinceAccepted(story.asAt(asAt), day(asAt))
    return spell && [spell.from, spell.to, spell.ended ? 'ended' : spell.lost ? 'lost' : 'followed']
  }

  test.each([
    ['to its stop, on the day', ran.stopped('2015-07-21'), [0, 182, 'ended']],
    ['to two years after that day and no further', ran.answered(24, '2017-01-20').stopped('2018-01-01'), [0, 731, 'followed']],
    ['to the day it was taken on, where nobody heard of it again: not to its first day of trading', ran, [0, 0, 'lost']],
    ['to the last time it told us that it trades', ran.reached('2016-01-20', 'trading'), [0, 365, 'lost']],
    ['to the day it left our sight', ran.leftSight('2016-01-20'), [0, 365, 'followed']],
  ] as const)('%s', (_, story, spell) => {
    expect(since(story)).toEqual(spell)
  })

  test('and from the day its file came in, where that was later', () => {
    const filed = journey().began('2012-06-01', '2015-07-21').enquired('2015-01-05').accepted('2015-01-20', 'existing')
    expect(since(filed.stopped('2016-01-20'))).toEqual([182, 365, 'ended'])
    expect(since(filed.stopped('2015-06-01'))).toBeUndefined()
  })

  test('one that began with us is none of those', () => {
    expect(since(trading())).toBeUndefined()
  })
})
