import { attributeShapes, communities, cqcRatings, employmentAnswers, languages } from '#domain/attributes.ts'
import type { AttributeKind } from '#domain/besideVocabulary.ts'
import { attributeKinds } from '#domain/besideVocabulary.ts'
import { attributeLabels, communityLabels, employmentLabels, languageLabels, ratingLabels } from '#tab/besideLabels.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import type { Choices } from '#tab/enterprise/useChoices.ts'
import { codeOptions } from '#tab/enterprise/useChoices.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Field } from '#tab/ui/fields.ts'

/** The details that one can add by hand. */
const byHand = attributeKinds.filter(kind => kind !== 'size-looked-at')
const ofConsortia: readonly AttributeKind[] = ['joined-consortium', 'left-consortium']

/** Where the programme names no consortium there is none to join; what it has not switched on is not asked. */
function isAsked(kind: AttributeKind, { consortia, extras }: Choices): boolean {
  if (kind === 'charter' || kind === 'living-wage') return extras.includes(kind)
  return consortia.length > 0 || !ofConsortia.includes(kind)
}

const isOf =
  (...kinds: readonly AttributeKind[]) =>
  ({ attribute }: Words): boolean =>
    (kinds as readonly (string | undefined)[]).includes(attribute)
const withValue = (unit: 'pence' | 'minutes' | 'count') =>
  byHand.filter(kind => 'value' in attributeShapes[kind] && (attributeShapes[kind] as { value?: string }).value === unit)

/** What a detail asks: which one, and then what it holds. */
export const attributeFields = (choices: Choices): readonly Field[] => [
  {
    kind: 'list',
    name: 'attribute',
    label: 'Which detail?',
    options: optionsOf(
      byHand.filter(kind => isAsked(kind, choices)),
      attributeLabels,
    ),
  },
  {
    kind: 'several',
    name: 'codes',
    label: 'Which consortium?',
    options: codeOptions(choices, 'consortia', choices.consortia),
    when: isOf(...ofConsortia),
  },
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
