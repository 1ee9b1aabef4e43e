import { describe, expect, test } from 'vitest'
import type { Journey } from '../builders.ts'
import { anEnquiry, journey, supported, trading } from '../builders.ts'

const serious = (story: Journey): string[] => story.asAt().warnings.map(({ severity, about }) => `${severity}: ${about.kind}`)

describe('what should not have been is taken, with a warning', () => {
  const insured = (until: string) => supported().insured('2015-02-01', until).began('2015-03-01')

  test('trading without insurance, or with one that ran out the day before', () => {
    expect(serious(supported().began('2015-03-01'))).toEqual(['should-not-have: trading-without-insurance'])
    expect(serious(insured('2015-02-28'))).toEqual(['should-not-have: trading-without-insurance'])
    expect(serious(insured('2015-03-01'))).toEqual([])
  })

  test('trading before the registration that was needed', () => {
    const needed = supported().insured('2015-02-01', '2016-01-31').cqcCheck('2015-02-01', 'required')
    expect(serious(needed.began('2015-03-01'))).toEqual(['should-not-have: trading-before-registration'])
    expect(serious(needed.registration('2015-02-20', 'submitted').began('2015-03-01'))).toEqual([
      'should-not-have: trading-before-registration',
    ])
    expect(serious(needed.registration('2015-02-20', 'registered').began('2015-03-01'))).toEqual([])
  })

  test('trading is recorded on its true day all the same', () => {
    expect(supported().began('2015-03-01').asAt().trading).toMatchObject({ state: 'trading', beganOn: '2015-03-01' })
  })

  test('but not of what an old spreadsheet holds, nor of what ran before we met it', () => {
    const imported = anEnquiry().imported().accepted('2015-01-05').cqcCheck('2015-01-05', 'reported-needed').began('2015-03-01')
    expect(serious(imported)).toEqual([])
    expect(serious(anEnquiry().accepted('2015-01-20', 'existing').began('2015-03-01'))).toEqual([])
  })
})

describe('what cannot have been', () => {
  test.each<[string, Journey, object]>([
    ['a second enquiry', anEnquiry().enquired('2015-02-01'), { kind: 'twice', what: 'enquired', on: '2015-02-01', firstOn: '2015-01-05' }],
    [
      'being taken on before the enquiry',
      anEnquiry().accepted('2015-01-04'),
      { kind: 'before-enquiry', what: 'accepted', on: '2015-01-04' },
    ],
    ['a stop before the enquiry', journey().stopped('2015-01-04'), { kind: 'before-enquiry', what: 'stopped', on: '2015-01-04' }],
    ['a pause before the enquiry', journey().paused('2015-01-04'), { kind: 'before-enquiry', what: 'paused', on: '2015-01-04' }],
    [
      'being taken on twice',
      supported().accepted('2015-02-01'),
      { kind: 'twice', what: 'accepted', on: '2015-02-01', firstOn: '2015-01-20' },
    ],
    [
      'being taken on after the end',
      anEnquiry().stopped('2015-01-10').accepted('2015-01-20'),
      { kind: 'after-the-end', what: 'accepted', on: '2015-01-20', endedOn: '2015-01-10' },
    ],
    [
      'trading that begins twice',
      trading().began('2015-04-01'),
      { kind: 'twice', what: 'trading-began', on: '2015-04-01', firstOn: '2015-03-01' },
    ],
    [
      'trading that begins after the stop',
      supported().stopped('2015-02-01').began('2015-03-01'),
      { kind: 'stopped-before-trading', stoppedOn: '2015-02-01', beganOn: '2015-03-01' },
    ],
    [
      'a second stop',
      trading().stopped('2015-06-01').stopped('2015-07-01'),
      { kind: 'after-the-end', what: 'stopped', on: '2015-07-01', endedOn: '2015-06-01' },
    ],
    [
      'a pause after the end',
      trading().leftSight('2015-06-01').paused('2015-07-01'),
      { kind: 'after-the-end', what: 'paused', on: '2015-07-01', endedOn: '2015-06-01' },
    ],
    [
      'a second pause',
      trading().paused('2015-06-01').paused('2015-07-01'),
      { kind: 'paused-already', on: '2015-07-01', pausedOn: '2015-06-01' },
    ],
    ['going on without a pause', trading().resumed('2015-06-01'), { kind: 'not-paused', on: '2015-06-01' }],
    ['opening again what is open', trading().reopened('2015-06-01'), { kind: 'not-ended', on: '2015-06-01' }],
    [
      'a check-in before trading began',
      supported().answered(6, '2015-02-01'),
      { kind: 'not-trading-yet', what: 'check-in-answered', on: '2015-02-01' },
    ],
    [
      'a check-in answered twice',
      trading().answered(6, '2015-09-01').answered(6, '2015-09-20'),
      { kind: 'twice', what: 'check-in-answered', on: '2015-09-20', firstOn: '2015-09-01' },
    ],
    [
      'a check-in that heard of trading after the end',
      trading().stopped('2015-06-01').answered(6, '2015-09-01'),
      { kind: 'after-the-end', what: 'check-in-answered', on: '2015-09-01', endedOn: '2015-06-01' },
    ],
  ])('is %s, and it leaves the state as it was', (_, story, about) => {
    expect(story.asAt().warnings.filter(({ severity }) => severity === 'impossible')).toEqual([{ severity: 'impossible', about }])
  })
})
