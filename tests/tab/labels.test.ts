import { expect, test } from 'vitest'
import { factFields } from '#tab/enterprise/factFields.ts'
import { isHappeningKind } from '#tab/enterprise/timeline.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import { noteHint, stepFields, steps } from '#tab/enterprise/steps.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { extras } from '#domain/programmeRules.ts'
import * as duplicateWords from '#tab/enquiry/duplicateWords.ts'
import { enquiryFields } from '#tab/enquiry/enquiryFields.ts'
import { triageFields } from '#tab/enquiry/triage.ts'
import { toMinutes } from '#domain/quantities.ts'
import { checkFields } from '#tab/cqcCheck/checkFields.ts'
import * as cqcLabels from '#tab/cqcLabels.ts'
import { interviewFields } from '#tab/enterprise/InterviewDialog.tsx'
import * as besideLabels from '#tab/besideLabels.ts'
import * as callLabels from '#tab/callLabels.ts'
import { commandLabels, entryLabels } from '#tab/entryLabels.ts'
import * as labels from '#tab/labels.ts'
import * as listLabels from '#tab/listLabels.ts'
import * as manyLabels from '#tab/manyLabels.ts'
import * as settingsLabels from '#tab/settingsLabels.ts'
import { programmeFields } from '#tab/ui/FirstProgramme.tsx'
import type { Field } from '#tab/ui/fields.ts'
import { trading } from '../builders.ts'
import { readingAge } from './readingAge.ts'

const tracks = trading()
  .told('2015-06-01', { people: 2, minutesPerWeek: toMinutes(60), councilPaidMinutes: toMinutes(30) })
  .asAt()

/** Every text in a value, however deep it lies. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const wordsOf = (field: Field): string[] => [
  field.label,
  field.hint ?? '',
  ...('options' in field ? field.options.map(({ label }) => label) : []),
]

const fields: readonly Field[] = [
  ...(Object.keys(steps) as StepKind[]).flatMap(kind => stepFields(kind, tracks)),
  ...Object.keys(entryLabels)
    .filter(isHappeningKind)
    .flatMap(kind => factFields(kind, tracks)),
  ...enquiryFields({ areas: [], extras }),
  ...triageFields([]),
  ...programmeFields(),
  ...programmeFields('2027-03-31' as PlainDate),
  ...checkFields,
  ...interviewFields,
]
const leads = Object.values(steps).flatMap(step => ['lead' in step ? step.lead : '', step.save])
const everything = [
  ...new Set([
    ...textsIn([
      labels,
      listLabels,
      manyLabels,
      besideLabels,
      callLabels,
      cqcLabels,
      duplicateWords,
      entryLabels,
      commandLabels,
      settingsLabels,
    ]),
    ...fields.flatMap(wordsOf),
    ...leads,
    noteHint,
  ]),
]

/** Sentences of four words and more; shorter ones flatter the score. */
const sentences = everything
  .flatMap(text => text.split(/(?<=[.?!])\s+/))
  .filter(sentence => sentence.split(/[\s\u00a0]+/).filter(word => /\w/.test(word)).length >= 4)

/** Words of art that stay as they are, and the names of registers: each is counted as one short word. */
const wordsOfArt =
  /CQC|DBS|public liability insurance|direct payments|personal health budgets|personal care|Scottish Charity Regulator|Charity Commission for Northern Ireland/gi

test.each([...new Set(sentences)])('a child of eleven can read “%s”', sentence => {
  expect(readingAge(sentence.replaceAll(wordsOfArt, 'this'))).toBeLessThanOrEqual(11)
})

test('no label uses a word that we do not use on a screen', () => {
  expect(everything.join(' ').match(/\b(?:please note|exempt|expired|failed|case|fact|pack|cohort)\b/gi)).toBeNull()
})

test('a DBS check never expires, and a CQC check never exempts', () => {
  expect(everything.filter(text => /expir|exempt|cleared/i.test(text))).toEqual([])
})
