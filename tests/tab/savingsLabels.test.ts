import { expect, test } from 'vitest'
import { kindsOfAssumption } from '#domain/assumptions.ts'
import { day } from '#domain/plainDate.ts'
import { cashSentence } from '#tab/savings/cashWords.ts'
import { outsideFields } from '#tab/savings/outsideFields.ts'
import { changedSince } from '#tab/savings/outsideWords.ts'
import { publishedCautions } from '#tab/savings/publishedSums.ts'
import { apartRows, missingWords, paidForItself, warningsOf, whoWords } from '#tab/savings/savingsWords.ts'
import { gapSentences, gapTitle, whoRows } from '#tab/savings/workingWords.ts'
import * as savingsLabels from '#tab/savingsLabels.ts'
import * as savingsWorkingLabels from '#tab/savingsWorkingLabels.ts'
import { ids, noon } from '../builders.ts'
import { readingAge } from './readingAge.ts'
import { estimate, figure, savings } from './savingsScene.ts'

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const loss = estimate({ breakEvenMinutes: null, perHourPence: -12, paidBack: { on: null, flatMonths: null } })
const early = estimate({
  ahead: null,
  breakEvenMinutes: null,
  perHourPence: null,
  soFarMinutes: 0,
  value: null,
  paidBack: { on: null, flatMonths: 16 },
})

const oneFall = {
  pencePerYear: 4_700_000,
  falls: [
    {
      version: 1,
      pencePerYear: 4_700_000,
      fellOn: day('2025-10-01'),
      budget: 'Home care',
      recordedAt: noon('2025-10-02'),
      recordedBy: { oid: ids.decider, label: 'Sam Weir' },
    },
  ],
}

const everything = [
  ...textsIn([savingsLabels, savingsWorkingLabels]),
  ...kindsOfAssumption.flatMap(kind =>
    outsideFields(kind, true).flatMap(field => [
      field.label,
      field.hint ?? '',
      ...('options' in field ? field.options.map(({ label }) => label) : []),
    ]),
  ),
  ...[estimate(), loss, early].flatMap(each => [
    paidForItself(each),
    gapTitle(each),
    ...gapSentences(each, savings().cost),
    ...textsIn(warningsOf(savings(), each)),
    ...textsIn(apartRows(savings(), each)),
    ...textsIn(whoRows(each, oneFall)),
  ]),
  whoWords({ ...savings().hours, estimates: 3 }),
  ...textsIn(missingWords(savings({ missing: kindsOfAssumption.map(kind => ({ kind, since: savings().asAt })) }))),
  ...publishedCautions(),
  cashSentence(oneFall),
  changedSince(figure(3, 'deadweight', { low: 900, central: 2_000, high: 3_300 })),
]

/** Sentences of four words and more; shorter ones flatter the score. */
const sentences = everything
  .flatMap(text => text.split(/(?<=[.?!])\s+/))
  .filter(sentence => sentence.split(/[\s\u00a0]+/).filter(word => /\w/.test(word)).length >= 4)

/** Words of art that stay as they are: each is counted as one short word. */
const wordsOfArt = /NHS|direct payments?|personal health budgets?|discount rate/gi

test.each([...new Set(sentences)])('a child of eleven can read “%s”', sentence => {
  expect(readingAge(sentence.replaceAll(wordsOfArt, 'this'))).toBeLessThanOrEqual(11)
})

test('no label uses a word that we do not use on a screen', () => {
  expect(everything.join(' ').match(/\b(?:please note|exempt|expired|failed|case|fact|pack|cohort|assumption)s?\b/gi)).toBeNull()
})
