import type { AttributeKind } from '#domain/besideVocabulary.ts'
import type { BesideKind, TaskKind } from '#domain/facts.ts'
import {
  attributeLabels,
  communityLabels,
  documentLabels,
  employmentLabels,
  gateLabels,
  languageLabels,
  listingKindLabels,
  ownershipLabels,
  paperLabels,
  permissionUseLabels,
  putOffLabels,
  ratingLabels,
  skillLabels,
  storyPlaceLabels,
  taskAboutLabels,
  tellingLabels,
  trainingPayerLabels,
  withdrawalLabels,
} from '#tab/besideLabels.ts'
import type { Happened } from '#tab/enterprise/timeline.ts'
import type { NameOf } from '#tab/settings/codeNames.ts'
import { sayCode } from '#tab/settings/codeNames.ts'
import { sayCount, sayDay, sayHours, sayMoney } from '#tab/ui/say.ts'

/** Entries beside the tracks, and to-dos, in a sentence after the bold words. */

export const sentence = (text: string): string => (text === '' ? '' : `${text}.`)

const joined = (...parts: readonly (string | undefined)[]): string =>
  sentence(parts.filter(part => part !== undefined && part !== '').join(', '))

type Beside = Extract<Happened, { kind: BesideKind | TaskKind }>

/** What an entry beside the tracks says. */
export function besideWords(happened: Beside, nameOf: NameOf): string {
  switch (happened.kind) {
    case 'told-privacy':
      return joined(tellingLabels[happened.data.how])
    case 'permission-given': {
      const { use, places = [], until } = happened.data
      return joined(permissionUseLabels[use], ...places.map(place => storyPlaceLabels[place]), until && `until ${sayDay(until)}`)
    }
    case 'permission-ended':
      return joined(permissionUseLabels[happened.data.use])
    case 'members-counted': {
      const { people, families, workers, volunteers } = happened.data
      return joined(`People helped ${people}`, `families ${families}`, `those who work in it ${workers}`, `volunteers ${volunteers}`)
    }
    case 'ownership-classed':
      return joined(ownershipLabels[happened.data.ownership])
    case 'paper-ready':
      return joined(`${paperLabels[happened.data.paper]} ${happened.data.ready ? 'is ready' : 'is not ready after all'}`)
    case 'signed-off':
      return joined(happened.data.until && `Until ${sayDay(happened.data.until)}`)
    case 'sign-off-ended':
      return joined(withdrawalLabels[happened.data.reason])
    case 'listed':
      return joined(listingKindLabels[happened.data.in], happened.data.directory && nameOf('directories', happened.data.directory))
    case 'delisted':
      return joined(listingKindLabels[happened.data.in], withdrawalLabels[happened.data.reason].toLowerCase())
    case 'gate-overruled':
      return joined(`To ${gateLabels[happened.data.gate]}`)
    case 'training-needed':
    case 'training-done':
    case 'attribute':
      return detailWords(happened, nameOf)
    case 'document-linked':
      return joined(documentLabels[happened.data.document])
    case 'changed':
    case 'interest-declared':
    case 'handover-offered':
    case 'handover-declined':
    case 'merged-into':
      return ''
    case 'task-set':
      return joined(taskAboutLabels[happened.data.about], `for ${sayDay(happened.data.dueOn)}`, happened.data.at)
    case 'task-done':
      return happened.data.dropped ? 'It was not needed.' : ''
    case 'task-put-off':
    case 'put-off':
      return joined(`Until ${sayDay(happened.data.until)}`, putOffLabels[happened.data.why].toLowerCase())
  }
}

function detailWords(happened: Extract<Happened, { kind: 'training-needed' | 'training-done' | 'attribute' }>, nameOf: NameOf): string {
  switch (happened.kind) {
    case 'training-needed':
      return joined(skillLabels[happened.data.skill])
    case 'training-done': {
      const { skill, pence, paidBy } = happened.data
      return joined(
        skillLabels[skill],
        pence === undefined ? undefined : sayMoney(pence),
        paidBy && trainingPayerLabels[paidBy].toLowerCase(),
      )
    }
    case 'attribute': {
      const { attribute, codes = [], value, until } = happened.data
      return joined(
        attributeLabels[attribute],
        ...codes.map(code => sayDetail(attribute, code, nameOf)),
        value === undefined ? undefined : sayValue(attribute, value),
        until && `until ${sayDay(until)}`,
      )
    }
  }
}

/** What the codes of a detail are called; of a consortium its own name is said. */
const codeLabels: Partial<Record<AttributeKind, Readonly<Record<string, string>>>> = {
  languages: languageLabels,
  communities: communityLabels,
  'cqc-rating': ratingLabels,
  'employment-status': employmentLabels,
}

export function sayDetail(attribute: AttributeKind, code: string, nameOf: NameOf): string {
  if (attribute === 'joined-consortium' || attribute === 'left-consortium') return nameOf('consortia', code)
  return codeLabels[attribute]?.[code] ?? sayCode(code)
}

/** The number of an attribute, in its unit. */
export function sayValue(attribute: keyof typeof attributeLabels, value: number): string {
  switch (attribute) {
    case 'money-won':
    case 'council-loan':
    case 'living-wage':
      return sayMoney(value)
    case 'spare-hours':
      return `${sayHours(value)} hours a week`
    case 'complaints-upheld':
      return sayCount(value, 'complaint', 'complaints')
    case 'languages':
    case 'communities':
    case 'charter':
    case 'cqc-rating':
    case 'joined-consortium':
    case 'left-consortium':
    case 'employment-status':
    case 'size-looked-at':
      return String(value)
  }
}
