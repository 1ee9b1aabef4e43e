import { describe, expect, test } from 'vitest'
import { hasLapsed, milestoneMarks } from '#domain/milestones.ts'
import { day } from '#domain/plainDate.ts'
import type { Milestone } from '#domain/vocabulary.ts'
import type { Journey } from '../builders.ts'
import { anEnquiry, supported, trading } from '../builders.ts'

const markOf = (milestone: Milestone, story: Journey): string => {
  const mark = milestoneMarks(story.asAt(), day('2018-06-30')).find(each => each.milestone === milestone)
  return `${mark?.state} ${mark?.on ?? '-'}`
}

test('the five milestones come in their order, and an enquiry has reached none', () => {
  const marks = milestoneMarks(anEnquiry().asAt(), day('2018-06-30'))
  expect(marks.map(({ milestone }) => milestone)).toEqual(['idea', 'constitution', 'registration', 'grant', 'two-years'])
  expect(marks.every(({ state, on }) => state === 'to-do' && on === null)).toBe(true)
})

describe('the idea', () => {
  test('is being worked on from the day they were taken on, and done on the day it was agreed', () => {
    expect(markOf('idea', supported())).toBe('in-progress 2015-01-20')
    expect(markOf('idea', supported().ideaAgreed('2015-01-30'))).toBe('done 2015-01-30')
  })

  test('stays agreed after an ending', () => {
    expect(markOf('idea', supported().ideaAgreed('2015-01-30').stopped('2015-06-01'))).toBe('done 2015-01-30')
  })
})

describe('set up', () => {
  test('is begun when a form is chosen, and done when it is constituted', () => {
    expect(markOf('constitution', supported().happened('form-chosen', '2015-02-01', { form: 'cic' }))).toBe('in-progress 2015-02-01')
    expect(markOf('constitution', supported().constituted('2015-02-10'))).toBe('done 2015-02-10')
  })
})

describe('CQC', () => {
  test('is reached by registering', () => {
    const needed = supported().cqcCheck('2017-07-01', 'required')
    expect(markOf('registration', needed)).toBe('in-progress 2017-07-01')
    const submitted = needed.registration('2017-08-01', 'submitted')
    expect(markOf('registration', submitted)).toBe('in-progress 2017-08-01')
    expect(markOf('registration', submitted.registration('2017-10-01', 'registered'))).toBe('done 2017-10-01')
  })

  test.each(['not-personal-care', 'individual-1-3-c', 'introduction-1-3-b', 'reported-not-needed'] as const)(
    'is reached by a dated check that came to “%s”, and says that it is not needed',
    outcome => {
      expect(markOf('registration', supported().cqcCheck('2017-07-01', outcome))).toBe('not-needed 2017-07-01')
    },
  )

  test.each(['refer-to-cqc', 'other-activity', 'reported-needed'] as const)('is not reached by a check that came to “%s”', outcome => {
    expect(markOf('registration', supported().cqcCheck('2017-07-01', outcome))).toBe('in-progress 2017-07-01')
  })

  test('is never reached by a blank', () => {
    expect(markOf('registration', trading())).toBe('to-do -')
  })

  test('a check holds for twelve months to the day', () => {
    const { scoping } = supported().cqcCheck('2015-02-28', 'required').asAt()
    expect(hasLapsed(scoping, day('2016-02-28'))).toBe(false)
    expect(hasLapsed(scoping, day('2016-02-29'))).toBe(true)
    expect(hasLapsed(supported().asAt().scoping, day('2030-01-01'))).toBe(false)
  })
})

describe('a CQC check that is to be done again', () => {
  test('is no tick any more once its twelve months are over', () => {
    // 29 June 2017 and twelve months is 29 June 2018; the day asked about is the 30th.
    expect(markOf('registration', supported().cqcCheck('2017-06-29', 'not-personal-care'))).toBe('in-progress 2018-06-29')
    expect(markOf('registration', supported().cqcCheck('2017-06-30', 'not-personal-care'))).toBe('not-needed 2017-06-30')
  })

  test('stays as it was on a record that came to its end', () => {
    const stopped = supported().cqcCheck('2015-02-01', 'not-personal-care').began('2015-03-01').stopped('2015-06-01')
    expect(markOf('registration', stopped)).toBe('not-needed 2015-02-01')
  })
})

describe('the grant', () => {
  test('is in hand when decided, and done when paid', () => {
    const decided = supported().granted('2015-02-01')
    expect(markOf('grant', decided)).toBe('in-progress 2015-02-01')
    expect(markOf('grant', decided.paid('2015-02-10'))).toBe('done 2015-02-10')
  })
})

describe('two years', () => {
  // Began on 1 March 2015, so that two years are due on 1 March 2017.
  test('are on their way from the day trading began', () => {
    expect(markOf('two-years', trading())).toBe('in-progress 2015-03-01')
  })

  test('are reached when somebody there says, at the check-in, that it is trading', () => {
    expect(markOf('two-years', trading().answered(24, '2017-03-10'))).toBe('done 2017-03-10')
  })

  test('are not reached by an answer of “paused” or “stopped”, by silence, or by an earlier check-in', () => {
    const { answered, missed } = trading()
    for (const story of [answered(24, '2017-03-10', 'paused'), answered(24, '2017-03-10', 'stopped'), missed(24, '2017-03-01')])
      expect(markOf('two-years', story)).toBe('in-progress 2015-03-01')
    expect(markOf('two-years', answered(12, '2016-03-01'))).toBe('in-progress 2015-03-01')
  })

  test('are reached on the day on which somebody told us later that it was trading', () => {
    const late = trading().missed(24, '2017-03-01').reached('2017-02-20', 'trading').reached('2017-05-05', 'trading')
    expect(markOf('two-years', late)).toBe('done 2017-05-05')
    expect(markOf('two-years', trading().reached('2017-05-05'))).toBe('in-progress 2015-03-01')
  })

  test('are not reached by one that answered early and stopped before the day', () => {
    const early = trading().answered(24, '2017-02-20').stopped('2017-02-27')
    expect(markOf('two-years', early)).toBe('in-progress 2015-03-01')
  })
})
