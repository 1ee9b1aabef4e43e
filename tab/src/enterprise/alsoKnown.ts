import { attests, latestOf, totalOf } from '#domain/attributes.ts'
import type { AttributeKind, Skill } from '#domain/besideVocabulary.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { attributeLabels, skillLabels, trainingPayerLabels } from '#tab/besideLabels.ts'
import { sayDetail, sayValue } from '#tab/enterprise/besideWords.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { sayCode } from '#tab/settings/codeNames.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'

/** What is on record beside the tracks, so that nobody has to look for it in the history. */

export type KnownRow = { name: string; values: readonly string[] }
type About = Pick<Tracks, 'attributes' | 'training'>

/** The latest codes of a detail, in words. */
function coded(attributes: About['attributes'], kind: AttributeKind): string[] {
  const codes = latestOf(attributes, kind)?.codes ?? []
  return codes.length === 0 ? [] : [codes.map(code => sayDetail(kind, code, (_, own) => sayCode(own))).join(', ')]
}

/** The same with its day: who said so, said it then. */
const codedOn = (attributes: About['attributes'], kind: 'cqc-rating' | 'employment-status'): string[] =>
  coded(attributes, kind).map(words => `${words}, ${sayDay(latestOf(attributes, kind)!.on)}`)

function attested(attributes: About['attributes'], kind: 'charter' | 'living-wage', today: PlainDate): string[] {
  const latest = latestOf(attributes, kind)
  if (!latest) return []
  const { value, on, until } = latest
  const amount = value === undefined ? '' : `${sayMoney(value)} an hour, `
  if (!attests(attributes, kind, today) && until) return [`${amount}until ${sayDay(until)}. Ask again.`]
  return [`${amount}since ${sayDay(on)}${until ? `, until ${sayDay(until)}` : ''}`]
}

function totals(attributes: About['attributes'], kind: 'money-won' | 'complaints-upheld'): string[] {
  const isTold = latestOf(attributes, kind) !== undefined
  return isTold ? [sayValue(kind, totalOf(attributes, kind))] : []
}

const loans = (attributes: About['attributes']): string[] =>
  attributes
    .filter(({ attribute }) => attribute === 'council-loan')
    .map(({ value = 0, on, until }) => `${sayMoney(value)}, ${sayDay(on)}${until ? `, until ${sayDay(until)}` : ''}`)

function trainings(training: About['training'], isDone: boolean): string[] {
  return Object.entries(training).flatMap(([skill, { neededOn, doneOn, pence, paidBy }]) => {
    const name = skillLabels[skill as Skill]
    if (!isDone) return neededOn && !doneOn ? [`${name}, since ${sayDay(neededOn)}`] : []
    const cost = pence === undefined ? '' : `, ${sayMoney(pence)}`
    const payer = paidBy ? `, ${trainingPayerLabels[paidBy].toLowerCase()}` : ''
    return doneOn ? [`${name}, ${sayDay(doneOn)}${cost}${payer}`] : []
  })
}

/** Training, what they said of themselves, and help and money that they had from others; nothing of what was never told. */
export function alsoKnown({ attributes, training }: About, today: PlainDate): KnownRow[] {
  const rows: KnownRow[] = [
    { name: 'Training needed', values: trainings(training, false) },
    { name: 'Training done', values: trainings(training, true) },
    { name: attributeLabels.languages, values: coded(attributes, 'languages') },
    { name: 'Works with', values: coded(attributes, 'communities') },
    { name: attributeLabels['cqc-rating'], values: codedOn(attributes, 'cqc-rating') },
    { name: attributeLabels['complaints-upheld'], values: totals(attributes, 'complaints-upheld') },
    { name: attributeLabels['employment-status'], values: codedOn(attributes, 'employment-status') },
    { name: attributeLabels.charter, values: attested(attributes, 'charter', today) },
    { name: attributeLabels['living-wage'], values: attested(attributes, 'living-wage', today) },
    { name: attributeLabels['money-won'], values: totals(attributes, 'money-won') },
    { name: attributeLabels['council-loan'], values: loans(attributes) },
  ]
  return rows.filter(({ values }) => values.length > 0)
}
