import { expect, test } from 'vitest'
import {
  compareNote,
  definitions,
  endingsNote,
  existingNote,
  lastingRowLabels,
  olderReportsNote,
  stepLabels,
  stepsNote,
  survivalNote,
} from '#tab/figureLabels.ts'
import { importWords } from '#tab/importLabels.ts'
import { methods, testNote } from '#tab/methodLabels.ts'
import { readingAge } from './readingAge.ts'

test('two known texts have the ages that their grades give', () => {
  // "The cat sat on the mat.": 6 words, 1 sentence, 6 syllables; grade 0.39 × 6 + 11.8 − 15.59 = −1.45.
  expect(readingAge('The cat sat on the mat.')).toBeCloseTo(3.55, 5)
  // "Sam ran over the river. Ten ran home.": 8 words, 2 sentences, 10 syllables; grade 0.39 × 4 + 11.8 × 1.25 − 15.59 = 0.72.
  expect(readingAge('Sam ran over the river. Ten ran home.')).toBeCloseTo(5.72, 5)
})

test.each([
  ...Object.entries(definitions),
  ['the note on the curve', survivalNote],
  ['the note on older reports', olderReportsNote],
  ['the note on endings', endingsNote],
  ['the note on steps', stepsNote],
  ['the note on groups side by side', compareNote],
  ['the note on those that ran before', existingNote],
] as const)('how we count “%s” can be read at eleven', (_, words) => {
  expect(readingAge(words)).toBeLessThanOrEqual(11)
})

test.each(Object.entries(importWords))('what the import says (“%s”) can be read at eleven', (_, words) => {
  expect(readingAge(words)).toBeLessThanOrEqual(11)
})

test('no word that we do not use on a screen stands in these texts', () => {
  const all = [
    ...Object.values(definitions),
    ...Object.values(importWords),
    ...Object.values(lastingRowLabels),
    ...Object.values(stepLabels),
    stepsNote,
    compareNote,
    ...methods.flatMap(({ name, words }) => [name, words]),
    testNote,
    survivalNote,
    olderReportsNote,
    endingsNote,
    existingNote,
  ].join(' ')
  expect(all.match(/\b(?:please note|exempt|expired|failed|case|fact|pack|cohort|censored)\b/gi)).toBeNull()
})
