import { attributeShapes, communities, cqcRatings, employmentAnswers, languages } from '#domain/attributes.ts'
import type { AttributeKind } from '#domain/besideVocabulary.ts'
import { attributeKinds } from '#domain/besideVocabulary.ts'
import { attributeLabels, communityLabels, employmentLabels, languageLabels, ratingLabels } from '#tab/besideLabels.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Field } from '#tab/ui/fields.ts'

/** The details that one can add by hand. A consortium is joined and left in its own place. */
const byHand = attributeKinds.filter(kind => kind !== 'joined-consortium' && kind !== 'left-consortium' && kind !== 'size-looked-at')

const isOf =
  (...kinds: readonly AttributeKind[]) =>
  ({ attribute }: Words): boolean =>
    (kinds as readonly (string | undefined)[]).includes(attribute)
const withValue = (unit: 'pence' | 'minutes' | 'count') =>
  byHand.filter(kind => 'value' in attributeShapes[kind] && (attributeShapes[kind] as { value?: string }).value === unit)

/** What a detail asks: which one, and then what it holds. */
export const attributeFields: readonly Field[] = [
  { kind: 'list', name: 'attribute', label: 'Which detail?', options: optionsOf(byHand, attributeLabels) },
  { kind: 'several', name: 'codes', label: 'Which languages?', options: optionsOf(languages, languageLabels), when: isOf('languages') },
  {
    kind: 'several',
    name: 'codes',
    label: 'Whom do they work with?',
    options: optionsOf(communities, communityLabels),
    when: isOf('communities'),
  },
  { kind: 'several', name: 'codes', label: 'Which rating?', options: optionsOf(cqcRatings, ratingLabels), when: isOf('cqc-rating') },
  {
    kind: 'several',
    name: 'codes',
    label: 'What came of it?',
    options: optionsOf(employmentAnswers, employmentLabels),
    when: isOf('employment-status'),
  },
  { kind: 'money', name: 'value', label: 'How much?', when: isOf(...withValue('pence')) },
  { kind: 'hours', name: 'value', label: 'How many more hours a week?', when: isOf(...withValue('minutes')) },
  { kind: 'count', name: 'value', label: 'How many?', when: isOf(...withValue('count')) },
  {
    kind: 'day',
    name: 'until',
    label: 'Until when?',
    optional: true,
    mayBeLater: true,
    withoutYear: 'next',
    when: isOf('charter', 'living-wage', 'council-loan'),
  },
]
