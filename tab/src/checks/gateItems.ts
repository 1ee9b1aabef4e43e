import { cannotYet } from '#domain/gateWords.ts'
import type { Gate } from '#domain/besideVocabulary.ts'
import { isSettled, isUnpaid } from '#domain/grants.ts'
import type { Permission } from '#domain/permissions.ts'
import { permissionOf } from '#domain/permissions.ts'
import type { CaseDetail } from '#tab/api.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import type { Words } from '#tab/ui/drafts.ts'

/** What is in the way of the next thing that we would do, and for each cause the form that clears it. */

/** Where a cause is cleared: a step's form, the form for a DBS check, or the page of the CQC check or of a grant. */
export type Cure = { label: string } & (
  { opens: 'step'; step: StepKind; start?: Words } | { opens: 'dbs' } | { opens: 'cqc-check' } | { opens: 'grant'; grantId: string }
)

export type Cause = { words: string; cure: Cure | undefined }
export type GateItem = { gate: Gate; title: string; causes: readonly Cause[]; met: number; overrule: boolean }

type GateNow = CaseDetail['gates'][number]
type Condition = GateNow['conditions'][number]

const step = (label: string, kind: StepKind, start?: Words): Cure => ({ label, opens: 'step', step: kind, ...(start && { start }) })

/** A grant of a fund is settled on its own page; one of older days by its payment. */
function settledBy({ grants }: Tracks): Cure {
  const waiting = grants.find(grant => !isSettled(grant) && grant.pot !== undefined)
  return waiting ? { label: 'Open the grant', opens: 'grant', grantId: waiting.grantId } : step('It was paid', 'pay-grant')
}

function cureOf({ kind, check }: Condition, checks: CaseDetail['checks'], tracks: Tracks): Cure | undefined {
  switch (kind) {
    case 'taken-on':
      return step('Take them on', 'accept')
    case 'open':
      return step('Open it again', 'reopen')
    case 'set-up':
      return step('They are set up', 'constitute')
    case 'idea':
      return step('Record that the idea is agreed', 'agree-idea')
    case 'said-yes':
      return step('They said yes', 'give-permission', { use: 'directory' })
    case 'check':
      return check === 'dbs'
        ? { label: 'Add it', opens: 'dbs' }
        : step(isMissing(check, checks) ? 'Add it' : 'Add the new date', 'see-check', { check: check ?? '' })
    case 'signed-off':
      return step('Sign them off', 'sign-off')
    case 'listed':
      return step('List them', 'list')
    case 'registered-where-needed':
      return { label: 'Do the CQC check', opens: 'cqc-check' }
    case 'last-grant-settled':
      return settledBy(tracks)
    default:
      return undefined
  }
}

const isMissing = (check: string | null, checks: CaseDetail['checks']): boolean =>
  checks.some(each => each.check === check && each.state === 'missing')

const mayCure = (cure: Cure | undefined, may: (permission: Permission) => boolean): Cure | undefined => {
  if (!cure) return undefined
  if (cure.opens === 'step') return may(permissionOf[cure.step]) ? cure : undefined
  if (cure.opens === 'grant') return may('grants.read') ? cure : undefined
  return may(cure.opens === 'dbs' ? 'dbs.see' : 'cases.record') ? cure : undefined
}

/** Which gates are worth a word now: the next thing that we would do for them, not everything that we might do one day. */
function isNext({ gate, open }: GateNow, { signOff, listings, grants, trading, support }: Tracks): boolean {
  if (open || support.state !== 'accepted') return false
  const isListed = Object.values(listings).some(listing => listing.state === 'listed')
  switch (gate) {
    case 'pay-grant':
      return grants.some(isUnpaid)
    case 'sign-off':
      return signOff.state !== 'signed-off' && trading.state !== 'not-yet'
    case 'list':
      // One that is listed and no longer could be is the more pressing.
      return isListed || trading.state !== 'not-yet'
    case 'suggest':
    case 'recommend-grant':
      return false
  }
}

type Gated = Pick<CaseDetail, 'gates' | 'checks'>
type May = (permission: Permission) => boolean

const itemOf = ({ gate, conditions }: GateNow, { checks }: Gated, tracks: Tracks, may: May): GateItem => ({
  gate,
  title: cannotYet(gate),
  causes: conditions.flatMap(condition =>
    condition.words === null ? [] : [{ words: condition.words, cure: mayCure(cureOf(condition, checks, tracks), may) }],
  ),
  met: conditions.filter(({ met }) => met).length,
  overrule: may('gates.overrule'),
})

/** Shut gates that matter now, each with its causes and cures. */
export const gateItems = (gated: Gated, tracks: Tracks, may: May): GateItem[] =>
  gated.gates.filter(gate => isNext(gate, tracks)).map(gate => itemOf(gate, gated, tracks, may))

/** One gate, where somebody is about to go through it and it is shut. */
export function gateItem(gated: Gated, gate: Gate, tracks: Tracks, may: May): GateItem | undefined {
  const shut = gated.gates.find(each => each.gate === gate && !each.open)
  return shut && itemOf(shut, gated, tracks, may)
}
