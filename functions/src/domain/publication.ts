import type { Fact, FactId } from './facts.ts'
import { byRecording, isHappening } from './facts.ts'
import type { Granted } from './grants.ts'
import { paidPence } from './grants.ts'
import { hasShapeOf } from './identifiers.ts'
import type { Instant, PlainDate } from './plainDate.ts'
import type { Pence } from './quantities.ts'
import { toPence } from './quantities.ts'
import type { Constitution } from './supportCase.ts'
import type { CapacityGap, LegalForm, Register } from './vocabulary.ts'

/** A patch of the programme, with its code in the national list of places (ONS) where the programme has given one. */
export type GrantArea = { code: string; name: string; geoCode?: string | undefined }

/** A grant of a pot as it stood on the day of the question, with what its publication needs beside it. */
export type GrantRecord = {
  grant: Granted
  /** On the day of the decision. */
  constitution: Constitution
  area: GrantArea | null
  /** What an organisation is called. Never read where the grant went to people. */
  organisationName: string | null
  /**
   * Ids made for publication alone: letters, digits, `-` and `_`. They must be the same each time, say nothing, and stand in no letter,
   * link or list, so that nobody outside can join them with a reference or a name: a keyed hash of the grant's and of the case's id.
   */
  published: { grant: string; recipient: string }
  /** When the last entry about the grant was recorded. */
  recordedAt: Instant
}

/** Who publishes: the prefix that 360Giving gave (`360G-…`), the id in a public list of bodies (`GB-LAE-SOM`), and the name. */
export type Publisher = {
  prefix: string
  organisationId: string
  name: string
  /** Address of the licence that the list is published under. */
  licence?: string | undefined
}

/** Whose grants they are, and of which day the list is. */
export type PublicationAbout = {
  publisher: Publisher
  /** What the fund is called, and the department that grants from it. */
  words: { name: string; department: string | null }
  on: PlainDate
}

/** When the last entry about a grant was recorded; what puts one right or takes one back is an entry too. Undefined where there is none. */
export function lastRecordedAt(facts: readonly Fact[], grantId: string): Instant | undefined {
  const inOrder = [...facts].sort(byRecording)
  const about = new Set<FactId>()
  for (const fact of inOrder)
    if (isHappening(fact) ? 'grantId' in fact.data && fact.data.grantId === grantId : about.has(fact.data.of)) about.add(fact.id)
  return inOrder.findLast(({ id }) => about.has(id))?.recordedAt
}

/** Whether two names may be of one person: without case and spaces, all words of one are among the other's. "Jo Marsh Care" may be Jo Marsh. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [wordsIn(one), wordsIn(other)]
  return a.every(word => b.includes(word)) || b.every(word => a.includes(word))
}

const wordsIn = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Who was granted the money. In law a partnership is its partners, and what is not set up yet is the person who has the idea. */
export type Recipient =
  | { kind: 'individual' }
  | { kind: 'partnership' }
  | { kind: 'organisation'; form: LegalForm; registered: { register: Register; identifier: string } | undefined }

/** The recipient by the legal form on the day of the decision; an identifier that its register would not give counts as none. */
export function recipientOf(constitution: Constitution): Recipient {
  if (constitution.state !== 'constituted') return { kind: 'individual' }
  const { form, register, identifier } = constitution.present
  if (form === 'sole_trader') return { kind: 'individual' }
  if (form === 'partnership') return { kind: 'partnership' }
  const isRegistered = register !== undefined && identifier !== undefined && hasShapeOf(register, identifier)
  return { kind: 'organisation', form, registered: isRegistered ? { register, identifier } : undefined }
}

/** What each gap is called outside; none for what says nothing. */
const gapWords = {
  'personal-care': 'personal care',
  company: 'keeping people company',
  respite: 'breaks for carers',
  transport: 'transport',
  meals: 'meals',
  'help-at-home': 'help at home',
  'getting-ready-for-work': 'getting ready for work',
  other: undefined,
  'not-recorded': undefined,
} as const satisfies Record<CapacityGap, string | undefined>

/** What a grant was for, from the coded gap alone: what somebody wrote about it is never published. */
export function purposeOf(gap: CapacityGap): { title: string; description: string } {
  const words = gapWords[gap]
  return {
    title: words ? `Micro-grant for a small care or support service: ${words}` : 'Micro-grant for a small care or support service',
    description: words
      ? `To help start or run a small local care or support service that offers ${words}.`
      : 'To help start or run a small local care or support service.',
  }
}

/** Why a grant is not in a published list. */
export const omissions = ['decided-later', 'not-taken-up', 'individual', 'partnership', 'private-company', 'no-name'] as const
export type Omission = (typeof omissions)[number]

const omissionWords = {
  'decided-later': 'decided after this day',
  'not-taken-up': 'not taken up, so no money was paid',
  individual: 'to a person, such as a sole trader',
  partnership: 'to partners, who are people and no body of their own',
  'private-company': 'to a private company or limited liability partnership',
  'no-name': 'the name of the organisation is not on record',
} as const satisfies Record<Omission, string>

/** Why no list of any kind holds it: it is not decided yet on the day, or it came to nothing. */
export function omittedEverywhere({ grant }: GrantRecord, on: PlainDate): Omission | undefined {
  if (grant.decided.on > on) return 'decided-later'
  return grant.closed && grant.payments.length === 0 ? 'not-taken-up' : undefined
}

/** Whether the name of an organisation is missing: emptied, or never told. */
export const isUnnamed = ({ organisationName }: Pick<GrantRecord, 'organisationName'>): boolean => !organisationName?.trim()

/** How many grants, and what was awarded and paid by them, in pence. */
export type Tally = { grants: number; awardedPence: Pence; paidPence: Pence }

export const tallyOf = (records: readonly Pick<GrantRecord, 'grant'>[]): Tally => ({
  grants: records.length,
  awardedPence: toPence(records.reduce((sum, { grant }) => sum + grant.decided.pence, 0)),
  paidPence: toPence(records.reduce((sum, { grant }) => sum + paidPence(grant), 0)),
})

/** What is in a list and what it leaves out, by reason. Together they are the register, to the penny. */
export type Reconciliation = { listed: Tally; leftOut: readonly (Tally & { why: Omission })[]; register: Tally }

/** The grants that belong in a list, and how the list stands to the register. */
export function sortedOut(
  records: readonly GrantRecord[],
  whyNot: (record: GrantRecord) => Omission | undefined,
): { listed: readonly GrantRecord[]; reconciliation: Reconciliation } {
  const reasons = new Map(records.map(record => [record, whyNot(record)]))
  const listed = records.filter(record => reasons.get(record) === undefined).sort(byDecision)
  const leftOut = omissions
    .map(why => ({ why, ...tallyOf(records.filter(record => reasons.get(record) === why)) }))
    .filter(({ grants }) => grants > 0)
  return { listed, reconciliation: { listed: tallyOf(listed), leftOut, register: tallyOf(records) } }
}

/** By the day of the decision, then by the published id: the order of our numbers would give them away. */
const byDecision = (a: GrantRecord, b: GrantRecord): number => {
  const [one, other] = [a, b].map(({ grant, published }) => `${grant.decided.on} ${published.grant}`) as [string, string]
  return one < other ? -1 : one > other ? 1 : 0
}

/** What a list leaves out and why, in sentences for those who read it: how many grants, and no amount. Empty where it leaves none out. */
export function omissionSentences({ leftOut }: Pick<Reconciliation, 'leftOut'>): string {
  return leftOut.map(({ why, grants }) => `${sayGrants(grants)} left out: ${omissionWords[why]}.`).join(' ')
}

const sayGrants = (count: number): string => (count === 1 ? '1 grant is' : `${count} grants are`)
