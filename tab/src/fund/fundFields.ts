import type { FlagQuestion, SubsidyPosition } from '#domain/grantVocabulary.ts'
import { flagQuestions, subsidyPositions } from '#domain/grantVocabulary.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { NewPot, PotAnswer } from '#domain/potSchemas.ts'
import type { Pence } from '#domain/quantities.ts'
import type { CapacityGap } from '#domain/vocabulary.ts'
import { capacityGaps } from '#domain/vocabulary.ts'
import { fundFieldLabels, fundFormWords, publishOptions } from '#tab/fundLabels.ts'
import { flagLabels, subsidyLabels } from '#tab/grantLabels.ts'
import { gapLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Faults, Field, FieldOption } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'
import { writeMoney } from '#tab/ui/typed.ts'

/** The form of a fund as data: what is asked, and the way from its words to the fund and back. */

const mostRules = 12
const ruleBox = (place: number): string => `rule${place}`
const limitBox = (oid: string): string => `limit-${oid}`
const isPublished = (words: Words): boolean => words['publishes'] === 'yes'
const day = { withoutYear: 'this-year', mayBeLater: true } as const

const optionsOf = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>): FieldOption[] =>
  values.map(value => ({ value, label: labels[value] }))

/** A box for each rule, the next one once the one before it is filled in. */
const ruleFields: Field[] = Array.from({ length: mostRules }, (_, place) => ({
  kind: 'line',
  name: ruleBox(place),
  ...(place === 0 ? fundFieldLabels.firstRule : fundFieldLabels.nextRule),
  most: 200,
  optional: true,
  ...(place > 0 && {
    when: (words: Words) => (words[ruleBox(place)] ?? '').trim() !== '' || (words[ruleBox(place - 1)] ?? '').trim() !== '',
  }),
}))

/** Money up to which each of those who decide may decide. */
const limitFields = (deciders: readonly FieldOption[]): Field[] =>
  deciders.map(({ value, label }) => ({
    kind: 'money',
    name: limitBox(value),
    label: `${label} may decide up to`,
    hint: fundFieldLabels.limitHint,
    optional: true,
  }))

/** A part of the form: its title, and its boxes. */
export type FundPart = { title: string; columns: 1 | 2; fields: readonly Field[] }

/** The whole form, in its order: whether it is public money comes first of all. */
export function fundParts(deciders: readonly FieldOption[]): FundPart[] {
  const labels = fundFieldLabels
  return [
    {
      title: fundFormWords.publicPart,
      columns: 1,
      fields: [
        { kind: 'stack', name: 'subsidy', ...labels.subsidy, options: optionsOf(subsidyPositions, subsidyLabels) },
        { kind: 'note', name: 'why', ...labels.why, most: 500 },
      ],
    },
    {
      title: fundFormWords.moneyPart,
      columns: 2,
      fields: [
        { kind: 'line', name: 'name', ...labels.name, most: 120 },
        { kind: 'money', name: 'amountPence', ...labels.amountPence },
        { kind: 'day', name: 'from', ...labels.from, ...day },
        { kind: 'day', name: 'to', ...labels.to, ...day },
        { kind: 'money', name: 'capPence', ...labels.capPence },
        { kind: 'money', name: 'smallPence', ...labels.smallPence },
        { kind: 'line', name: 'costCode', ...labels.costCode, most: 24, pattern: /^[A-Za-z0-9][A-Za-z0-9 ./-]{0,23}$/ },
        { kind: 'line', name: 'department', ...labels.department, most: 120, optional: true },
      ],
    },
    {
      title: fundFormWords.forPart,
      columns: 1,
      fields: [
        {
          kind: 'several',
          name: 'gaps',
          ...labels.gaps,
          options: optionsOf(
            capacityGaps.filter(gap => gap !== 'not-recorded'),
            gapLabels,
          ),
          optional: true,
        },
        ...ruleFields,
        { kind: 'several', name: 'asks', ...labels.asks, options: optionsOf(flagQuestions, flagLabels), optional: true },
      ],
    },
    {
      title: fundFormWords.whoPart,
      columns: 2,
      fields: [{ kind: 'count', name: 'quorum', ...labels.quorum, most: 12, optional: true }, ...limitFields(deciders)],
    },
    {
      title: fundFormWords.afterPart,
      columns: 2,
      fields: [{ kind: 'count', name: 'evidenceDays', ...labels.evidenceDays, least: 1, most: 730 }],
    },
    {
      title: fundFormWords.publishPart,
      columns: 1,
      fields: [
        { kind: 'choice', name: 'publishes', ...labels.publishes, options: publishOptions },
        { kind: 'line', name: 'prefix', ...labels.prefix, most: 45, pattern: /^360G-[A-Za-z0-9-]{1,40}$/, when: isPublished },
        { kind: 'line', name: 'orgId', ...labels.orgId, most: 29, pattern: /^GB-[A-Z]{2,5}-[A-Za-z0-9]{1,20}$/, when: isPublished },
        { kind: 'line', name: 'publisher', ...labels.publisher, most: 120, when: isPublished },
      ],
    },
  ]
}

/** £500, as a new fund has it. */
const usual = '500'

/** What stands in the boxes at first: what a new fund usually has, or the fund as it is. */
export function fundStart(pot: PotAnswer | undefined): Words {
  if (!pot) return { capPence: usual, smallPence: usual, evidenceDays: '90', publishes: 'no' }
  const { publisher } = pot
  return {
    subsidy: pot.subsidy,
    why: pot.why,
    name: pot.name,
    amountPence: writeMoney(pot.amountPence),
    from: sayDay(pot.from),
    to: sayDay(pot.to),
    capPence: writeMoney(pot.capPence),
    smallPence: writeMoney(pot.smallPence),
    costCode: pot.costCode,
    department: pot.department ?? '',
    gaps: pot.gaps.join(','),
    asks: pot.asks.join(','),
    quorum: pot.quorum === 0 ? '' : String(pot.quorum),
    evidenceDays: String(pot.evidenceDays),
    publishes: publisher ? 'yes' : 'no',
    prefix: publisher?.prefix ?? '',
    orgId: publisher?.orgId ?? '',
    publisher: publisher?.name ?? '',
    ...Object.fromEntries(pot.rules.map(({ sentence }, place) => [ruleBox(place), sentence])),
    ...Object.fromEntries(pot.limits.map(({ person, pence }) => [limitBox(person), writeMoney(pence)])),
  }
}

/** What only two boxes together say: a fund that ends before it begins. */
export const faultsAcross = ({ from, to }: Answers): Faults =>
  typeof from === 'string' && typeof to === 'string' && to < from ? { to: fundFormWords.periodBackwards } : {}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])

/**
 * A rule keeps its code for as long as it says the same: what was answered to one sentence is no answer to another. A new code is one that
 * no version of the fund had before. The words do not go into it: it stands in entries, which cannot be emptied.
 */
function rulesIn(answers: Answers, before: PotAnswer | undefined): NewPot['rules'] {
  return Array.from({ length: mostRules }, (_, place) => {
    const sentence = text(answers[ruleBox(place)])
    const rule = before?.rules.find(each => each.sentence === sentence)?.rule ?? `rule-${(before?.version ?? 0) + 1}-${place + 1}`
    return sentence === '' ? [] : [{ rule, sentence }]
  }).flat()
}

/** The fund as it is sent. Limits of those who decide no longer stay as they were. */
export function potOf(answers: Answers, deciders: readonly FieldOption[], before: PotAnswer | undefined): NewPot {
  const asked = new Set(deciders.map(({ value }) => value))
  const typed = deciders.flatMap(({ value }) => {
    const pence = answers[limitBox(value)]
    return typeof pence === 'number' ? [{ person: value, pence: pence as Pence }] : []
  })
  const department = text(answers['department'])
  return {
    subsidy: answers['subsidy'] as SubsidyPosition,
    why: text(answers['why']),
    name: text(answers['name']),
    amountPence: answers['amountPence'] as Pence,
    from: answers['from'] as PlainDate,
    to: answers['to'] as PlainDate,
    capPence: answers['capPence'] as Pence,
    smallPence: answers['smallPence'] as Pence,
    costCode: text(answers['costCode']),
    ...(department !== '' && { department }),
    gaps: list<CapacityGap>(answers['gaps']),
    rules: rulesIn(answers, before),
    asks: list<FlagQuestion>(answers['asks']),
    quorum: Number(answers['quorum'] ?? 0),
    limits: [...(before?.limits ?? []).filter(({ person }) => !asked.has(person)), ...typed],
    evidenceDays: Number(answers['evidenceDays']),
    ...(answers['publishes'] === 'yes' && {
      publisher: { prefix: text(answers['prefix']), orgId: text(answers['orgId']), name: text(answers['publisher']) },
    }),
  }
}
