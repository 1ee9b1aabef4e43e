import { describe, expect, test } from 'vitest'
import type { CqcAnswersSoFar, CqcQuestion } from '#domain/cqcCheck.ts'
import { answersAsked, cqcQuestions, knownForCheck, outcomeOf, plainAnswerOf, questionsAsked } from '#domain/cqcCheck.ts'
import { cqcAnswersSchema } from '#domain/cqcCheckSchemas.ts'
import { scopingAsks } from '#domain/milestones.ts'
import { toMinutes } from '#domain/quantities.ts'
import { legalForms, scopingOutcomes } from '#domain/vocabulary.ts'
import { cqcAnswers, supported } from '../builders.ts'

const { twoNo, onePerson, twoPeople } = cqcAnswers

const asksFor = (answers: CqcAnswersSoFar): 'nothing' | 'register' | 'ask' => scopingAsks[outcomeOf(answers).outcome]

describe('an answer that is less safe only moves it toward registering or asking', () => {
  /** The less safe answers to each question, for one person who gives all the care. */
  const lessSafe: readonly [CqcQuestion, readonly string[]][] = [
    ['otherActivity', ['yes']],
    ['onePersonGivesAll', ['no']],
    ['takenOnBy', ['other-family', 'council-or-nhs', 'agency']],
    ['inCharge', ['no']],
    ['agencyStays', ['yes']],
    ['form', legalForms.filter(form => form !== 'sole_trader')],
    ['commissioned', ['yes']],
    ['children', ['yes']],
  ]

  test.each(lessSafe.flatMap(([question, answers]) => answers.map(answer => [question, answer] as const)))('%s: %s', (question, answer) => {
    expect(asksFor(onePerson)).toBe('nothing')
    expect(asksFor({ ...onePerson, [question]: answer })).not.toBe('nothing')
  })

  test('two of them together, too', () => {
    for (const [first, firstAnswers] of lessSafe) {
      for (const [second, secondAnswers] of lessSafe) {
        for (const one of firstAnswers) {
          for (const other of secondAnswers) expect(asksFor({ ...onePerson, [first]: one, [second]: other })).not.toBe('nothing')
        }
      }
    }
  })
})

describe('an answer that is missing', () => {
  test('counts as “not sure”, whichever it is', () => {
    for (const answers of [onePerson, twoPeople]) {
      for (const question of questionsAsked(answers)) {
        const { [question]: _left, ...rest } = answers as CqcAnswersSoFar
        expect([question, outcomeOf(rest).outcome]).toEqual([question, 'refer-to-cqc'])
        expect(outcomeOf(rest).notSureOf).toContain(question)
      }
    }
  })

  test('of all of them asks CQC', () => {
    expect(outcomeOf({})).toEqual({
      outcome: 'refer-to-cqc',
      reasons: [
        { question: 'personalCare', says: 'not-answered' },
        { question: 'otherActivity', says: 'not-answered' },
      ],
      notSureOf: ['personalCare', 'otherActivity'],
    })
  })
})

describe('which questions are asked', () => {
  test('two at first; two “No” end it, and so does a “No” to personal care alone', () => {
    expect(questionsAsked({})).toEqual(['personalCare', 'otherActivity'])
    expect(questionsAsked(twoNo)).toEqual(['personalCare', 'otherActivity'])
    expect(questionsAsked({ personalCare: 'no', otherActivity: 'yes' })).toHaveLength(2)
  })

  test('“not sure” never ends it', () => {
    expect(questionsAsked({ personalCare: 'not-sure', otherActivity: 'no' })).toHaveLength(11)
  })

  test('an answer that takes the help outside the law ends it', () => {
    expect(questionsAsked({ ...onePerson, unableThemselves: 'no' })).toHaveLength(3)
    expect(questionsAsked({ ...onePerson, whereTheyLive: 'no' })).toHaveLength(4)
  })

  test('whether they only introduce is asked where that is all that could be left', () => {
    expect(questionsAsked(onePerson)).not.toContain('onlyIntroduces')
    expect(questionsAsked(twoPeople)).toEqual([...cqcQuestions])
    expect(questionsAsked({ ...twoPeople, inCharge: 'not-sure' })).not.toContain('onlyIntroduces')
  })

  test('what was answered and is not asked any more does not count', () => {
    expect(answersAsked({ ...onePerson, personalCare: 'no' })).toEqual({ personalCare: 'no', otherActivity: 'no' })
  })

  test('every question is a member of what is stored, and every set of answers here is one that can be stored', () => {
    expect(Object.keys(cqcAnswersSchema.shape).sort()).toEqual(['version', ...cqcQuestions].sort())
    for (const answers of [twoNo, onePerson, twoPeople]) expect(cqcAnswersSchema.parse(answers)).toEqual(answers)
  })
})

describe('worked by hand', () => {
  const outcome = (answers: CqcAnswersSoFar): string => outcomeOf(answers).outcome

  test('company and shopping only: two “No”', () => {
    expect(outcomeOf(twoNo)).toEqual({
      outcome: 'not-personal-care',
      reasons: [
        { question: 'personalCare', says: 'outside' },
        { question: 'otherActivity', says: 'fits' },
      ],
      notSureOf: [],
    })
  })

  test('one self-employed carer, taken on and directed by the person or their attorney', () => {
    expect(outcome(onePerson)).toBe('individual-1-3-c')
    expect(outcome({ ...onePerson, takenOnBy: 'attorney' })).toBe('individual-1-3-c')
  })

  test('the second worker: the one answer that changes makes it “must register”', () => {
    expect(outcomeOf(twoPeople)).toMatchObject({
      outcome: 'required',
      reasons: expect.arrayContaining([{ question: 'onePersonGivesAll', says: 'against' }]),
    })
    expect(outcome({ ...twoPeople, inCharge: 'not-sure' })).toBe('refer-to-cqc')
    expect(outcomeOf({ ...twoPeople, inCharge: 'not-sure' }).notSureOf).toEqual(['inCharge'])
  })

  test('a company never fits one individual, whoever is in charge', () => {
    for (const form of legalForms.filter(each => each !== 'sole_trader')) expect(outcome({ ...onePerson, form })).toBe('required')
  })

  test('who only puts people in touch, and has no say after that', () => {
    expect(outcome({ ...twoPeople, onlyIntroduces: 'yes' })).toBe('introduction-1-3-b')
    expect(outcome({ ...twoPeople, onlyIntroduces: 'yes', form: 'limited_company' })).toBe('introduction-1-3-b')
    expect(outcome({ ...twoPeople, onlyIntroduces: 'yes', commissioned: 'yes' })).toBe('refer-to-cqc')
  })

  test('family without authority, an agency that stays, and children are for CQC to say', () => {
    expect(outcome({ ...onePerson, takenOnBy: 'other-family' })).toBe('refer-to-cqc')
    expect(outcome({ ...onePerson, takenOnBy: 'agency' })).toBe('refer-to-cqc')
    expect(outcome({ ...onePerson, agencyStays: 'yes' })).toBe('refer-to-cqc')
    expect(outcome({ ...onePerson, children: 'yes' })).toBe('refer-to-cqc')
  })

  test('the council or the NHS buying it directly is no individual', () => {
    expect(outcome({ ...onePerson, takenOnBy: 'council-or-nhs' })).toBe('required')
    expect(outcome({ ...onePerson, commissioned: 'yes' })).toBe('required')
  })

  test('nursing, or a home with care, is asked of CQC whatever else is true, unless they must register anyway', () => {
    expect(outcome({ ...twoNo, otherActivity: 'yes' })).toBe('other-activity')
    expect(outcome({ ...onePerson, otherActivity: 'yes' })).toBe('other-activity')
    expect(outcome({ ...twoPeople, otherActivity: 'yes' })).toBe('required')
    expect(outcome({ ...twoNo, otherActivity: 'not-sure' })).toBe('refer-to-cqc')
  })

  test('at a day centre only, or for people who do not need it', () => {
    expect(outcome({ ...onePerson, whereTheyLive: 'no' })).toBe('not-personal-care')
    expect(outcome({ ...twoPeople, unableThemselves: 'no' })).toBe('not-personal-care')
  })
})

describe('the legal form on record', () => {
  const { form: _form, ...withoutForm } = onePerson

  test('answers for itself where the form was not asked', () => {
    expect(outcomeOf(withoutForm).outcome).toBe('refer-to-cqc')
    expect(outcomeOf(withoutForm, 'sole_trader').outcome).toBe('individual-1-3-c')
    expect(outcomeOf(withoutForm, 'cic').outcome).toBe('required')
  })

  test('of a company counts against an answer that says self-employed, and never the other way round', () => {
    expect(outcomeOf(onePerson, 'limited_company').outcome).toBe('required')
    expect(outcomeOf({ ...onePerson, form: 'partnership' }, 'sole_trader').outcome).toBe('required')
    expect(outcomeOf({ ...onePerson, form: 'not-sure' }, 'sole_trader').outcome).toBe('refer-to-cqc')
  })
})

test('every outcome is one of four plain answers, and agrees with what it asks for', () => {
  const wanted = { 'not-personal-care': 'nothing', 'probably-not-needed': 'nothing', 'must-register': 'register', 'ask-cqc': 'ask' }
  for (const outcome of scopingOutcomes) expect(scopingAsks[outcome]).toBe(wanted[plainAnswerOf[outcome]])
})

describe('what the record knows already', () => {
  const checked = supported()
    .constituted('2015-02-01')
    .happened('scoped', '2015-02-10', { outcome: 'individual-1-3-c', answers: onePerson })

  test('is nothing at first, and the form once it is chosen', () => {
    expect(knownForCheck(supported().asAt())).toEqual({ form: undefined, commissioned: undefined, children: undefined })
    expect(knownForCheck(supported().happened('form-chosen', '2015-02-01', { form: 'cic' }).asAt()).form).toBe('cic')
  })

  test('is what was sure at the last check, as long as nothing speaks against it', () => {
    expect(knownForCheck(checked.asAt())).toEqual({ form: 'sole_trader', commissioned: 'no', children: 'no' })
    const unsure = checked.happened('scoped', '2015-03-01', { outcome: 'refer-to-cqc', answers: { ...onePerson, children: 'not-sure' } })
    expect(knownForCheck(unsure.asAt()).children).toBeUndefined()
    expect(knownForCheck(checked.happened('changed', '2015-03-01', { what: 'took-council-work' }).asAt()).commissioned).toBeUndefined()
  })

  test('is a council contract where the last numbers show one', () => {
    expect(knownForCheck(checked.told('2015-03-01', { paid: { councilContract: toMinutes(60) } }).asAt()).commissioned).toBe('yes')
  })
})
