import type { GrantKind, HappeningKind } from '#domain/facts.ts'
import { grantKinds } from '#domain/facts.ts'
import { grantName } from '#domain/grants.ts'
import { clawbackReasons, closings } from '#domain/grantVocabulary.ts'
import { capacityGaps } from '#domain/vocabulary.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { clawbackLabels, closingLabels } from '#tab/grantLabels.ts'
import { gapLabels } from '#tab/labels.ts'
import type { Field, FieldOption } from '#tab/ui/fields.ts'
import { sayMoney } from '#tab/ui/say.ts'

export const isGrantKind = (kind: HappeningKind): kind is GrantKind => (grantKinds as readonly string[]).includes(kind)

const grantOptions = ({ grants }: Tracks): FieldOption[] =>
  grants.map(({ grantId, number, pence, gap, payments }) => ({
    value: grantId,
    label: [number === undefined ? '' : grantName(number), sayMoney(pence), gapLabels[gap].toLowerCase(), payments.length > 0 ? 'paid' : '']
      .filter(part => part !== '')
      .join(', '),
  }))

const amount = (label: string): Field => ({ kind: 'money', name: 'pence', label })
const which = (tracks: Tracks): Field => ({ kind: 'list', name: 'grantId', label: 'Which grant?', options: grantOptions(tracks) })

/** What an entry of a grant asks, besides its day. The steps of a grant are taken on its own page; there is what puts one right. */
export function grantFields(kind: GrantKind, tracks: Tracks): readonly Field[] {
  switch (kind) {
    case 'grant-recommended':
    case 'grant-decided':
      return [
        amount('How much?'),
        { kind: 'list', name: 'gap', label: 'Which gap does it fill?', options: optionsOf(capacityGaps, gapLabels) },
      ]
    case 'grant-paid':
      return [which(tracks), amount('How much was paid?')]
    case 'grant-assessed':
      return [amount('How much?')]
    case 'grant-evidence-seen':
      return [amount('Receipts for how much?')]
    case 'grant-returned':
    case 'grant-clawed-back':
      return [amount('How much came back?')]
    case 'grant-asked-back':
      return [amount('How much?'), { kind: 'list', name: 'reason', label: 'Why?', options: optionsOf(clawbackReasons, clawbackLabels) }]
    case 'grant-written-off':
      return [amount('How much?')]
    case 'grant-closed':
      return [{ kind: 'list', name: 'why', label: 'Why?', options: optionsOf(closings, closingLabels) }]
    case 'grant-sent-back':
    case 'grant-turned-down':
    case 'grant-offered':
    case 'grant-accepted':
    case 'grant-verified':
      return []
  }
}
