import { expect, test } from 'vitest'
import { grantParts } from '#domain/grantVocabulary.ts'
import * as pageLabels from '#tab/fund/grant/grantPageLabels.ts'
import { recommendFields } from '#tab/fund/grant/recommendFields.ts'
import { blockedWords } from '#tab/fund/grant/standingWords.ts'
import { stepFields } from '#tab/fund/grant/stepFields.ts'
import type { GrantStepKind } from '#domain/grantSteps.ts'
import * as grantLabels from '#tab/grantLabels.ts'
import type { Field } from '#tab/ui/fields.ts'
import { toPence } from '#domain/quantities.ts'
import { ids } from '../builders.ts'
import { recommended } from '../domain/grantStories.ts'
import { answerOf, nameOf, potAnswer } from './grantAnswers.ts'
import { readingAge } from './readingAge.ts'

/** Every text in a value, however deep it lies. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const kinds = Object.keys(pageLabels.stepLabels) as GrantStepKind[]
const answer = answerOf(recommended, { pot: { subsidy: 'minimal-assistance', quorum: 2, smallPence: toPence(100) } })
const open = [{ ...potAnswer, asks: ['council-debt', 'same-household'] as const, mostPence: 50_000 }].map(pot => ({
  ...pot,
  asks: [...pot.asks],
}))
const fields: readonly Field[] = [...kinds.flatMap(kind => stepFields(kind, answer)), ...recommendFields(open)]
const notices = (['works-on-it', 'has-interest', ...grantParts.map(part => `${part}-it` as const)] as const).flatMap(bound =>
  Object.values(blockedWords({ step: 'decide', may: false, bound, whoCan: [ids.payer] }, nameOf) ?? {}),
)
const said = [
  ...textsIn([pageLabels, grantLabels]),
  ...fields.flatMap(field => [field.label, field.hint ?? '', ...('options' in field ? field.options.map(({ label }) => label) : [])]),
  ...notices,
]

/** Sentences of four words and more; shorter ones flatter the score. */
const sentences = [...new Set(said.flatMap(text => text.split(/(?<=[.?!])\s+/)))].filter(
  sentence => sentence.split(/[\s\u00a0]+/).length >= 4,
)
/** Words that the money itself has; each is counted as one short word. */
const wordsOfArt = /administrators?|council|recommend(?:ed|s)?|decision|subsidy|minimal financial assistance|assessment/gi

test.each(sentences)('a child of eleven can read “%s”', sentence => {
  expect(readingAge(sentence.replaceAll(wordsOfArt, 'this'))).toBeLessThanOrEqual(11)
})

test('nothing on these pages uses a word that we do not use on a screen', () => {
  expect(said.join(' ').match(/\b(?:please note|exempt|expired|failed|case|fact|pack|cohort)\b/gi)).toBeNull()
})
