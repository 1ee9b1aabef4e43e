import type { Cure } from '#tab/checks/gateItems.ts'
import type { Correction } from '#tab/enterprise/CorrectDialog.tsx'
import type { OpenKind, StepKind } from '#tab/enterprise/steps.ts'
import { routes } from '#tab/routes.ts'
import type { Words } from '#tab/ui/drafts.ts'

/** The form that stands open over the page. */
export type Opened =
  | { form: 'dbs' }
  | { form: 'private-notes' }
  | { form: 'merge' }
  | { form: 'call' }
  | { form: 'step'; kind: StepKind; start: Words }
  | { form: 'contact' }
  | { form: 'triage' }
  | { form: 'person' }
  | { form: 'papers' }
  | { form: 'interview' }
  | { form: 'cqc-check' }
  | { form: 'recommend' }
  | { form: 'grant'; grantId: string }
  | ({ form: 'correction' } & Correction)

/** What clears a cause: a form, or the page of the CQC check or of a grant. */
export function openedBy(cure: Cure): Opened {
  if (cure.opens === 'grant') return { form: 'grant', grantId: cure.grantId }
  if (cure.opens === 'dbs' || cure.opens === 'cqc-check') return { form: cure.opens }
  return { form: 'step', kind: cure.step, start: cure.start ?? {} }
}

/** What is opened to record a step: mostly its form. */
export function openedFor(kind: OpenKind | 'open-grant', start: Words = {}): Opened {
  if (kind === 'recommend-grant') return { form: 'recommend' }
  if (kind === 'open-grant') return { form: 'grant', grantId: start['grantId'] ?? '' }
  if (kind === 'record-scoping') return { form: 'cqc-check' }
  if (kind === 'check-in') return { form: 'call' }
  if (kind === 'tick-paper') return { form: 'papers' }
  // The one to-do that a track sets is the interview with CQC.
  return kind === 'set-task' ? { form: 'interview' } : { form: 'step', kind, start }
}

/** Where that is a page of its own; undefined for a form over the page. */
export function pageOf(opened: Opened, caseId: string): string | undefined {
  if (opened.form === 'cqc-check') return routes.cqcCheck(caseId)
  if (opened.form === 'recommend') return routes.recommend(caseId)
  return opened.form === 'grant' ? routes.grant(caseId, opened.grantId) : undefined
}
