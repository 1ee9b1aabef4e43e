import { expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import * as insightLabels from '#tab/insightLabels.ts'
import { forms, requestFields } from '#tab/insights/insightForms.ts'
import type { Field } from '#tab/ui/fields.ts'
import { readingAge } from './readingAge.ts'

const asking = {
  today: day('2026-05-04'),
  areas: [{ id: 'north', name: 'North' }],
  services: [],
  enterprises: [{ value: 'a', label: '0001' }],
}
const fields: readonly Field[] = [...requestFields(asking), ...Object.values(forms).flatMap(form => form.fields(asking))]
const said = [
  ...Object.values(insightLabels).flatMap(table => Object.values(table)),
  ...fields.flatMap(field => [field.label, field.hint ?? '', ...('options' in field ? field.options.map(({ label }) => label) : [])]),
  ...Object.values(forms).flatMap(({ title, lead = '', save }) => [title, lead, save]),
]

/** Sentences of four words and more; shorter ones flatter the score. */
const sentences = [...new Set(said.flatMap(text => text.split(/(?<=[.?!])\s+/)))].filter(sentence => sentence.split(/\s+/).length >= 4)

test.each(sentences)('a child of eleven can read “%s”', sentence => {
  expect(readingAge(sentence)).toBeLessThanOrEqual(11)
})

test('nothing on this page is called a case, a fact, a cohort or an insight', () => {
  expect(said.join(' ').match(/\b(?:please note|exempt|expired|failed|case|fact|pack|cohort|insight)\b/gi)).toBeNull()
})
