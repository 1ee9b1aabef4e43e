import type { Attribute } from './besides.ts'
import type { AttributeKind } from './besideVocabulary.ts'
import type { PlainDate } from './plainDate.ts'

/** Languages that support can be given in. Neither complete nor ranked: the programme sees which are there and which are asked for. */
export const languages = [
  'english',
  'bsl',
  'arabic',
  'bengali',
  'chinese',
  'gujarati',
  'polish',
  'portuguese',
  'punjabi',
  'romanian',
  'somali',
  'ukrainian',
  'urdu',
  'other',
] as const
export type Language = (typeof languages)[number]

/** Communities that an enterprise works with, by what brings them together. */
export const communities = [
  'older-people',
  'disabled-people',
  'family-carers',
  'young-adults',
  'faith-group',
  'language-group',
  'lgbt',
  'rural',
  'veterans',
  'other',
] as const
export type Community = (typeof communities)[number]

/** CQC's four ratings. */
export const cqcRatings = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const
export type CqcRating = (typeof cqcRatings)[number]

/** Whether one who works for a single client was talked to about employment. What HMRC would say is HMRC's. */
export const employmentAnswers = ['self-employed', 'may-be-employee', 'not-sure'] as const
export type EmploymentAnswer = (typeof employmentAnswers)[number]

/** What an attribute holds: codes of a list (or the programme's own), a number in its unit, a last day. */
export type AttributeShape = {
  codes?: readonly string[] | 'own'
  value?: 'pence' | 'minutes' | 'count'
  until?: true
  /** How several entries are read: the latest counts, all add up, or each stands by itself. */
  read: 'latest' | 'sum' | 'each'
}

/** What each attribute holds, and how it is read. */
export const attributeShapes = {
  languages: { codes: languages, read: 'latest' },
  communities: { codes: communities, read: 'latest' },
  charter: { until: true, read: 'latest' },
  'living-wage': { value: 'pence', until: true, read: 'latest' },
  'cqc-rating': { codes: cqcRatings, read: 'latest' },
  'money-won': { value: 'pence', read: 'sum' },
  'council-loan': { value: 'pence', until: true, read: 'each' },
  'complaints-upheld': { value: 'count', read: 'sum' },
  'spare-hours': { value: 'minutes', read: 'latest' },
  'joined-consortium': { codes: 'own', read: 'each' },
  'left-consortium': { codes: 'own', read: 'each' },
  'employment-status': { codes: employmentAnswers, read: 'latest' },
  'size-looked-at': { read: 'latest' },
} as const satisfies Record<AttributeKind, AttributeShape>

/** Does an entry hold what its attribute holds, and nothing else? */
export function hasAttributeShape(
  attribute: AttributeKind,
  told: { codes?: readonly string[] | undefined; value?: number | undefined; until?: PlainDate | undefined },
): boolean {
  const shape: AttributeShape = attributeShapes[attribute]
  const { codes, value, until } = told
  if ((shape.codes === undefined) !== (codes === undefined || codes.length === 0)) return false
  if (Array.isArray(shape.codes) && codes?.some(code => !(shape.codes as readonly string[]).includes(code))) return false
  if ((shape.value === undefined) !== (value === undefined)) return false
  return until === undefined || shape.until === true
}

const of = (attributes: readonly Attribute[], kind: AttributeKind): Attribute[] => attributes.filter(({ attribute }) => attribute === kind)

/** The latest entry of an attribute; undefined where it was never told. */
export const latestOf = (attributes: readonly Attribute[], kind: AttributeKind): Attribute | undefined => of(attributes, kind).at(-1)

/** All that was told of an attribute, added up, in its unit. */
export const totalOf = (attributes: readonly Attribute[], kind: 'money-won' | 'complaints-upheld'): number =>
  of(attributes, kind).reduce((sum, { value }) => sum + (value ?? 0), 0)

/** Whether an attestation holds on a day: the latest one, until its last day. */
export function attests(attributes: readonly Attribute[], kind: 'charter' | 'living-wage', today: PlainDate): boolean {
  const latest = latestOf(attributes, kind)
  return latest !== undefined && (latest.until === undefined || latest.until >= today)
}

/** The consortia that it is a member of: joined, and not left since. */
export function consortiaOf(attributes: readonly Attribute[]): string[] {
  const members = new Set<string>()
  for (const { attribute, codes } of attributes) {
    if (attribute === 'joined-consortium') for (const code of codes) members.add(code)
    if (attribute === 'left-consortium') for (const code of codes) members.delete(code)
  }
  return [...members]
}
