import type { GrantKind } from '#domain/facts.ts'
import { grantName } from '#domain/grants.ts'
import { accountCheckLabels, clawbackLabels, closingLabels } from '#tab/grantLabels.ts'
import type { Happened } from '#tab/enterprise/timeline.ts'
import { sentence } from '#tab/enterprise/besideWords.ts'
import { gapLabels } from '#tab/labels.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'

type OfGrant = Extract<Happened, { kind: GrantKind }>

const joined = (...parts: readonly (string | undefined)[]): string => sentence(parts.filter(part => part !== undefined).join(', '))
const gapFilled = (gap: keyof typeof gapLabels): string | undefined =>
  gap === 'not-recorded' ? undefined : `it fills a gap: ${gapLabels[gap].toLowerCase()}`.replace(/^./, first => first.toUpperCase())

/** What an entry of a grant says beside its amount. */
export function grantWords(happened: OfGrant): string {
  switch (happened.kind) {
    case 'grant-recommended':
      return [joined(grantName(happened.data.number)), joined(gapFilled(happened.data.gap))].filter(Boolean).join(' ')
    case 'grant-assessed':
      return happened.data.recommends ? 'Recommended.' : 'Not recommended.'
    case 'grant-decided':
      return joined(gapFilled(happened.data.gap))
    case 'grant-accepted': {
      const { confirmed, earlierPence } = happened.data
      return joined(
        confirmed ? 'They confirmed in writing that they may take it' : undefined,
        earlierPence ? `other help of this kind: ${sayMoney(earlierPence)}` : undefined,
      )
    }
    case 'grant-verified': {
      const { how, checkedOn } = happened.data.account
      return joined(accountCheckLabels[how], sayDay(checkedOn))
    }
    case 'grant-paid':
    case 'grant-returned':
    case 'grant-clawed-back':
      return joined(happened.data.reference)
    case 'grant-asked-back':
      return joined(clawbackLabels[happened.data.reason])
    case 'grant-closed':
      return joined(closingLabels[happened.data.why])
    case 'grant-sent-back':
    case 'grant-turned-down':
    case 'grant-offered':
    case 'grant-evidence-seen':
    case 'grant-written-off':
      return ''
  }
}
