import { beforeAll, describe, expect, test } from 'vitest'
import type { CqcAnswersSoFar, CqcQuestion } from '#domain/cqcCheck.ts'
import { cqcQuestions, outcomeOf, questionsAsked } from '#domain/cqcCheck.ts'
import { scopingAsks } from '#domain/milestones.ts'

const yesNo = ['yes', 'no', 'not-sure'] as const

/** Every answer to every question. Of the legal forms one person's own, one company and "not sure" stand for all; the others have a test apart. */
const choices = {
  personalCare: yesNo,
  otherActivity: yesNo,
  unableThemselves: yesNo,
  whereTheyLive: yesNo,
  onePersonGivesAll: yesNo,
  takenOnBy: ['person', 'attorney', 'other-family', 'council-or-nhs', 'agency', 'not-sure'],
  inCharge: yesNo,
  agencyStays: yesNo,
  onlyIntroduces: yesNo,
  form: ['sole_trader', 'cic', 'not-sure'],
  commissioned: yesNo,
  children: yesNo,
} as const satisfies Record<CqcQuestion, readonly string[]>

/** Calls back with every combination of answers: 3¹¹ × 6 = 1,062,882 of them. */
function forEveryCombination(look: (answers: CqcAnswersSoFar) => void): number {
  const questions = cqcQuestions.map(question => [question, choices[question]] as const)
  const answers: Record<string, string> = {}
  let count = 0
  const answerFrom = (place: number): void => {
    const next = questions[place]
    if (!next) {
      count += 1
      look(answers)
      return
    }
    for (const answer of next[1]) {
      answers[next[0]] = answer
      answerFrom(place + 1)
    }
  }
  answerFrom(0)
  return count
}

const asksFor = (answers: CqcAnswersSoFar): 'nothing' | 'register' | 'ask' => scopingAsks[outcomeOf(answers).outcome]

/**
 * All the ways to "not needed", by hand from the regulations. Anything that is not one of these is for CQC.
 * A question that is not named may have any answer: it is not asked.
 */
const notNeeded: readonly [outcome: string, Readonly<Record<string, readonly string[]>>][] = [
  ['not-personal-care', { personalCare: ['no'], otherActivity: ['no'] }],
  // Paragraph 1(1): by reason of old age, illness or disability …
  ['not-personal-care', { personalCare: ['yes'], otherActivity: ['no'], unableThemselves: ['no'] }],
  // … and in a place where those persons are living.
  ['not-personal-care', { personalCare: ['yes'], otherActivity: ['no'], unableThemselves: ['yes'], whereTheyLive: ['no'] }],
  [
    'individual-1-3-c',
    {
      personalCare: ['yes'],
      otherActivity: ['no'],
      unableThemselves: ['yes'],
      whereTheyLive: ['yes'],
      onePersonGivesAll: ['yes'],
      takenOnBy: ['person', 'attorney'],
      inCharge: ['yes'],
      agencyStays: ['no'],
      form: ['sole_trader'],
      commissioned: ['no'],
      children: ['no'],
    },
  ],
  [
    'introduction-1-3-b',
    {
      personalCare: ['yes'],
      otherActivity: ['no'],
      unableThemselves: ['yes'],
      whereTheyLive: ['yes'],
      onePersonGivesAll: ['no'],
      takenOnBy: ['person', 'attorney'],
      inCharge: ['yes'],
      agencyStays: ['no'],
      onlyIntroduces: ['yes'],
      form: ['sole_trader', 'cic'],
      commissioned: ['no'],
      children: ['no'],
    },
  ],
]

const isOneOf = (answers: CqcAnswersSoFar, ways: typeof notNeeded): string | undefined =>
  ways.find(([, way]) => Object.entries(way).every(([question, good]) => good.includes(answers[question as CqcQuestion] ?? '')))?.[0]

describe('over every combination of answers', () => {
  const counted: Record<string, number> = {}
  const safe: CqcAnswersSoFar[] = []
  const wrong: { [why: string]: CqcAnswersSoFar[] } = { differs: [], unsure: [], open: [] }
  let all = 0

  beforeAll(() => {
    all = forEveryCombination(answers => {
      const { outcome } = outcomeOf(answers)
      counted[outcome] = (counted[outcome] ?? 0) + 1
      const isSafe = scopingAsks[outcome] === 'nothing'
      if (isSafe) safe.push({ ...answers })
      if ((isSafe ? outcome : undefined) !== isOneOf(answers, notNeeded)) wrong['differs']?.push({ ...answers })
      if (!isSafe && outcome !== 'required') return
      const isUnsure = questionsAsked(answers).some(question => answers[question] === 'not-sure')
      if (isUnsure && isSafe) wrong['unsure']?.push({ ...answers })
      if ((isUnsure || answers.personalCare !== 'yes') && outcome === 'required') wrong['open']?.push({ ...answers })
    })
  }, 60_000)

  test('“not needed” comes of the ways that the regulations name, and of no other', () => {
    expect(wrong['differs']?.slice(0, 3)).toEqual([])
    expect(all).toBe(3 ** 11 * 6)
    // Two "No" leave 3⁹ × 6 answers to the other ten; "unable: no" 3⁸ × 6 to the other nine; "where: no" 3⁷ × 6 to the other eight.
    expect(counted['not-personal-care']).toBe(3 ** 9 * 6 + 3 ** 8 * 6 + 3 ** 7 * 6)
    // Two who may take the carer on, and three answers to a question that is not asked.
    expect(counted['individual-1-3-c']).toBe(2 * 3)
    // Two who may take the carer on, and two legal forms.
    expect(counted['introduction-1-3-b']).toBe(2 * 2)
  })

  test('“not sure” about anything that is asked is never “not needed”', () => {
    expect(wrong['unsure']?.slice(0, 3)).toEqual([])
  })

  test('“must register” comes only where nothing that was asked is open', () => {
    expect(wrong['open']?.slice(0, 3)).toEqual([])
    expect(counted['required']).toBeGreaterThan(0)
  })

  test('“not sure” in place of any answer never makes it safer', () => {
    const safer: unknown[] = []
    // The same said from the other end: where "not sure" leaves it safe, so does every answer that it may have taken the place of.
    for (const answers of safe) {
      for (const question of cqcQuestions) {
        if (answers[question] !== 'not-sure') continue
        for (const answer of choices[question]) {
          if (asksFor({ ...answers, [question]: answer }) !== 'nothing') safer.push([question, answer, answers])
        }
      }
    }
    expect(safe.length).toBeGreaterThan(100_000)
    expect(safer.slice(0, 3)).toEqual([])
  }, 60_000)
})
