import { describe, expect, test } from 'vitest'
import { commandSchema } from '#domain/commandSchemas.ts'
import { outcomeOf } from '#domain/cqcCheck.ts'
import { reScoping } from '#domain/milestones.ts'
import { day } from '#domain/plainDate.ts'
import { changeKinds } from '#domain/vocabulary.ts'
import { answersIn, checkFields, recordedAnswers, sameAnswers, startOf } from '#tab/cqcCheck/checkFields.ts'
import { answerWords, askBy, beforeWords, changedSince, knownWords, reasonWords, sayAgain, whenYouSign } from '#tab/cqcCheck/checkWords.ts'
import { askedOf, readFields } from '#tab/ui/fields.ts'
import { cqcAnswers, supported, trading } from '../builders.ts'

const { onePerson, twoNo, twoPeople } = cqcAnswers
const today = day('2016-05-06')
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ')

/** Checked on 12 October 2015; a second worker on 28 April 2016. */
const checked = trading().happened('scoped', '2015-10-12', { outcome: 'individual-1-3-c', answers: onePerson })
const second = checked.happened('changed', '2016-04-28', { what: 'took-someone-on' })

const wordsFor = ({ version: _version, ...answers }: { version: number; [question: string]: string | number }) =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, String(value)]))

describe('the form', () => {
  test('has nothing chosen in it at first, where the record knows nothing', () => {
    expect(answersIn(startOf(supported().asAt(), today))).toEqual({})
    expect(startOf(supported().asAt(), today)).toMatchObject({ nation: 'england', trueFrom: '6\u00a0May\u00a02016' })
  })

  test('asks two questions, and no more after two “No”', () => {
    const asked = askedOf(checkFields, wordsFor(twoNo)).map(({ name }) => name)
    expect(asked).toEqual(['personalCare', 'otherActivity', 'nation', 'happenedOn', 'trueFrom', 'note'])
  })

  test('offers the last answers for one tap once its twelve months are over, and not where the record knows of a change', () => {
    // Checked on 12 October 2015: it holds until 12 October 2016.
    expect(sameAnswers(checked.asAt(), day('2016-10-12'))).toBeUndefined()
    const { form: _form, commissioned: _commissioned, children: _children, ...asked } = wordsFor(onePerson)
    expect(sameAnswers(checked.asAt(), day('2016-10-13'))).toEqual(asked)
    expect(sameAnswers(second.asAt(), day('2016-10-13'))).toBeUndefined()
  })

  test('asks again what was not sure last time, however little has changed', () => {
    const unsure = trading().happened('scoped', '2015-10-12', { outcome: 'refer-to-cqc', answers: { ...onePerson, inCharge: 'not-sure' } })
    expect(sameAnswers(unsure.asAt(), day('2016-10-13'))).not.toHaveProperty('inCharge')
  })

  test('keeps what the record knows by now where the last answers are taken, and no form that they have left', () => {
    // Not sure what they were, on 12 October 2015, so a new form raises nothing; a CIC since 1 June 2016.
    const unsure = trading().happened('scoped', '2015-10-12', { outcome: 'refer-to-cqc', answers: { ...onePerson, inCharge: 'not-sure' } })
    const company = unsure.constituted('2016-06-01', 'cic').asAt()
    const lapsedOn = day('2016-10-13')
    const taken = { ...startOf(company, lapsedOn), ...sameAnswers(company, lapsedOn) }
    expect(taken).toMatchObject({ form: 'cic', personalCare: 'yes' })
  })

  test('says which questions are open', () => {
    const { faults } = readFields(checkFields, { ...startOf(supported().asAt(), today), personalCare: 'yes', otherActivity: 'no' }, today)
    expect(Object.keys(faults)).toHaveLength(9)
    expect(faults).not.toHaveProperty('note')
  })

  test('filled in, makes a command that the interface takes', () => {
    for (const answers of [twoNo, onePerson, twoPeople]) {
      const recorded = recordedAnswers(answersIn(wordsFor(answers)))
      expect(recorded).toEqual(answers)
      const command = { kind: 'record-scoping', happenedOn: today, outcome: outcomeOf(recorded).outcome, answers: recorded }
      expect(commandSchema.safeParse(command).error).toBeUndefined()
    }
  })

  test('leaves out what was answered and is not asked any more', () => {
    expect(recordedAnswers(answersIn({ ...wordsFor(onePerson), personalCare: 'no' }))).toEqual(twoNo)
  })
})

describe('a check that is done again', () => {
  test('says why, on which day, and what must wait', () => {
    const again = reScoping(second.asAt(), today)
    expect(plain(again && sayAgain(again))).toBe(
      'They took on a second worker on 28 April 2016. Ask again before the new worker gives any personal care.',
    )
  })

  test('says that its twelve months are over', () => {
    const again = reScoping(checked.asAt(), day('2016-10-13'))
    expect(plain(again && sayAgain(again))).toBe('The last check held until 12 October 2016. Please ask the questions again.')
  })

  test('has words for whatever raised it', () => {
    for (const what of changeKinds) {
      const again = reScoping(checked.happened('changed', '2016-04-28', { what }).asAt(), today)
      expect(again ? sayAgain(again) : '').not.toContain('undefined')
    }
  })

  test('knows the day from which it is true, what was answered before, and what differs', () => {
    const start = startOf(second.asAt(), today)
    expect(plain(start['trueFrom'])).toBe('28 April 2016')
    expect(plain(knownWords(start, ['form', 'commissioned', 'children'], today))).toBe(
      'England · Self-employed · no council or NHS contract · no care for children · true since 28 April 2016',
    )
    expect(changedSince(second.asAt(), twoPeople, 'onePersonGivesAll')).toBe('yes')
    expect(changedSince(second.asAt(), twoPeople, 'inCharge')).toBeUndefined()
    expect(plain(beforeWords(second.asAt()))).toBe('Before, on 12 October 2015: probably not needed.')
  })
})

describe('a check that is written down later', () => {
  const cic = second.happened('constituted', '2016-05-01', { form: 'cic' })

  test('is true since its own day, and has the form of that day', () => {
    expect(startOf(cic.asAt(), today)).toMatchObject({
      form: 'cic',
      happenedOn: '6\u00a0May\u00a02016',
      trueFrom: '1\u00a0May\u00a02016',
    })
    expect(startOf(cic.asAt(), today, day('2016-04-29'))).toMatchObject({ form: 'sole_trader', trueFrom: '28\u00a0April\u00a02016' })
    // Before the second worker came.
    expect(startOf(cic.asAt(), today, day('2016-04-20'))).toMatchObject({ form: 'sole_trader', trueFrom: '20\u00a0April\u00a02016' })
  })

  test('says when it was asked, and a check of today need not', () => {
    const start = startOf(cic.asAt(), today, day('2016-04-29'))
    expect(plain(knownWords({ ...start, happenedOn: '29 April 2016' }, ['form'], today))).toBe(
      'England · Self-employed · asked on 29 April 2016 · true since 28 April 2016',
    )
    expect(plain(knownWords(start, ['form'], today))).toBe('England · Self-employed · true since 28 April 2016')
  })
})

describe('the answer', () => {
  test('says what it comes to in the words of the guide', () => {
    expect(answerWords(outcomeOf(twoNo))).toBe('On these answers this is not personal care. They do not need to register with CQC for it.')
    expect(answerWords(outcomeOf(onePerson))).toContain('They probably do not need to register. One person gives all the care')
    expect(answerWords(outcomeOf({ ...twoPeople, onlyIntroduces: 'yes' }))).toContain('They only put people in touch')
    expect(answerWords(outcomeOf(twoPeople))).toBe('They must register with CQC before they give this care.')
    expect(answerWords(outcomeOf({ ...twoPeople, inCharge: 'not-sure' }))).toBe('We are not sure about: who is in charge of the care.')
  })

  test('gives its reasons, each after the link to its question', () => {
    expect(reasonWords({ question: 'inCharge', says: 'not-sure' }, false)).toBe(' is “Not sure”. That is never a No.')
    expect(reasonWords({ question: 'inCharge', says: 'not-answered' }, false)).toBe(' is still open. That is never a No.')
    expect(reasonWords({ question: 'onePersonGivesAll', says: 'against' }, true)).toBe(' changed: more than one person gives care now.')
  })

  test('says what a signature changes: the milestone, the to-do, and when we ask again', () => {
    const unsure = outcomeOf({ ...twoPeople, inCharge: 'not-sure' })
    expect(whenYouSign(unsure, checked.asAt(), today).map(({ words }) => plain(words))).toEqual([
      'CQC goes from Not needed to In progress',
      'You get a to-do: ask CQC by 13 May 2016',
      'We ask again by 6 May 2017',
    ])
    expect(whenYouSign(outcomeOf(twoNo), supported().asAt(), today).map(({ words }) => plain(words))).toEqual([
      'CQC goes from To do to Not needed',
      'We ask again by 6 May 2017',
    ])
    expect(whenYouSign(outcomeOf(twoPeople), second.asAt(), today).map(({ words }) => plain(words))).toEqual([
      'CQC stays In progress',
      'Next: they apply to CQC',
      'We ask again by 6 May 2017',
    ])
  })

  test('sets no second to-do to ask CQC', () => {
    const unsure = outcomeOf({ ...twoPeople, inCharge: 'not-sure' })
    const told = checked.happened('task-set', '2016-05-01', { task: 'ask-cqc', about: 'cqc', dueOn: day('2016-05-10') })
    expect(askBy(unsure, told.asAt(), today)).toBeUndefined()
    expect(askBy(outcomeOf(twoNo), checked.asAt(), today)).toBeUndefined()
  })
})
