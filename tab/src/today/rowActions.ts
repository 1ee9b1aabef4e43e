import type { Permission } from '#domain/permissions.ts'
import { permissionOf } from '#domain/permissions.ts'
import type { Reason } from '#domain/todaySchemas.ts'
import type { ChangeKind } from '#domain/vocabulary.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import type { ActionName } from '#tab/todayLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { writeMoney } from '#tab/ui/typed.ts'

/** Which form settles a reason, and what the button is called that opens it. Without a form it opens the enterprise. */
export type RowAction =
  | { name: ActionName; form: 'contact'; channel: 'call' | 'visit'; tasks: readonly string[] }
  | { name: ActionName; form: 'check-in'; start: Words }
  | { name: ActionName; form: 'step'; kind: StepKind; start: Words }
  | { name: ActionName; form: 'triage' }
  | { name: ActionName; form: 'task'; task: string; words: string }
  | { name: ActionName; form: 'handover' }
  /** A grant of a fund has a page of its own, where all its steps are. */
  | { name: ActionName; form: 'grant'; grantId: string }
  /** The CQC check is a page of its own. */
  | { name: ActionName; form: 'check' }
  | { name: 'open'; form: 'none' }

const open: RowAction = { name: 'open', form: 'none' }

/** What settles a change that they told us of; the others are seen to on the enterprise's own page. */
const changeActions: Partial<Record<ChangeKind, RowAction>> = {
  'new-price': { name: 'price', form: 'step', kind: 'set-price', start: {} },
  'new-insurance-date': { name: 'date', form: 'step', kind: 'see-check', start: { check: 'public-liability' } },
  'could-take-more': { name: 'spare', form: 'step', kind: 'tell-attribute', start: { attribute: 'spare-hours' } },
  'changed-form': { name: 'form', form: 'step', kind: 'constitute', start: {} },
}

function actionOf(reason: Reason, words: string): RowAction {
  switch (reason.kind) {
    case 'task': {
      const { task, about } = reason
      if (about === 'visit') return { name: 'visit', form: 'contact', channel: 'visit', tasks: [task] }
      if (about === 'next-contact') return { name: 'call', form: 'contact', channel: 'call', tasks: [] }
      return { name: 'done', form: 'task', task, words }
    }
    case 'enquiry':
      return { name: 'answer', form: 'triage' }
    case 'privacy':
      return { name: 'told', form: 'step', kind: 'tell-privacy', start: {} }
    case 'check-in':
      return { name: 'call', form: 'check-in', start: { month: String(reason.month) } }
    case 'numbers':
      return { name: 'call', form: 'check-in', start: {} }
    case 'check':
      // What is kept of a DBS check has a form of its own, on the enterprise's page.
      if (reason.check === 'dbs') return open
      return { name: 'date', form: 'step', kind: 'see-check', start: { check: reason.check } }
    case 'cqc-check':
      return { name: 'cqc', form: 'check' }
    case 'cqc-notice':
      return { name: 'reply', form: 'step', kind: 'advance-registration', start: {} }
    case 'with-cqc':
      return { name: 'news', form: 'step', kind: 'advance-registration', start: {} }
    case 'grant-sent-back':
      return { name: 'grant', form: 'grant', grantId: reason.grantId }
    case 'grant-receipts':
      return { name: 'receipts', form: 'grant', grantId: reason.grantId }
    case 'grant-unpaid':
      if (reason.number !== null) return { name: 'grant', form: 'grant', grantId: reason.grantId }
      return { name: 'paid', form: 'step', kind: 'pay-grant', start: { grantId: reason.grantId, pence: writeMoney(reason.pence) } }
    case 'change':
      return changeActions[reason.what] ?? open
    case 'handover':
      return { name: 'handover', form: 'handover' }
    case 'silent':
    case 'stuck':
      return { name: 'call', form: 'contact', channel: 'call', tasks: [] }
  }
}

/** What the form of an action records, and so which permission it needs. */
function neededBy(action: RowAction): Permission | undefined {
  switch (action.form) {
    case 'contact':
    case 'check-in':
    case 'task':
      return 'check-ins.record'
    case 'step':
      return permissionOf[action.kind]
    case 'check':
    case 'triage':
    case 'handover':
      return 'cases.record'
    case 'grant':
      return 'grants.read'
    case 'none':
      return undefined
  }
}

/** The action of a row: that of its most urgent reason, as far as the reader may do it. */
export function rowAction([first]: readonly Reason[], words: string, may: (permission: Permission) => boolean): RowAction {
  if (!first) return open
  const action = actionOf(first, words)
  const needed = neededBy(action)
  return needed && may(needed) ? action : open
}

/**
 * The call that settles another reason of a row whose own button does something else: the one that asks about a check-in, where there is one.
 * Undefined where the button rings them anyway, where no reason is settled by a call, and for those who may not ring.
 */
export function callAction(reasons: readonly Reason[], may: (permission: Permission) => boolean): RowAction | undefined {
  if (!may('check-ins.record') || isCall(rowAction(reasons, '', may))) return undefined
  const calls = reasons.map(reason => actionOf(reason, '')).filter(isCall)
  return calls.find(({ form }) => form === 'check-in') ?? calls[0]
}

/** Whether a row is settled by ringing them: then one call settles all that it is about. */
export const isCall = ({ name }: RowAction): boolean => name === 'call'
