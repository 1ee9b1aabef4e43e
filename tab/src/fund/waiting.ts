import type { GrantStep } from '#domain/grantRules.ts'
import { grantSteps } from '#domain/grantRules.ts'
import { commandOfStep } from '#domain/grantSteps.ts'
import type { Permission } from '#domain/permissions.ts'
import { permissionOf } from '#domain/permissions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { Fund, GrantRow, StepStanding } from '#domain/potSchemas.ts'
import { boundLabels, canDo, fundWords, waitsFor } from '#tab/fundLabels.ts'
import { sayCount, sayMoney } from '#tab/ui/say.ts'

/** A grant that waits for something, with the step it waits for. */
export type WaitingRow = GrantRow & { next: StepStanding }

const isOpen = (row: GrantRow): row is WaitingRow => row.next !== null

/** It is for the enterprise to say yes, and to show receipts before they are due: nobody here can do more than wait. */
const isWithThem = ({ next: { step }, evidenceDueOn }: WaitingRow, today: PlainDate): boolean =>
  step === 'accept' || (step === 'evidence' && (evidenceDueOn === null || evidenceDueOn >= today))

const inOrder = (a: WaitingRow, b: WaitingRow): number => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.number - b.number)

/** What waits for me, also where something keeps me from it, and what waits for others: each with the oldest first. */
export function waitingIn(
  { grants, today }: Pick<Fund, 'grants' | 'today'>,
  may: (permission: Permission) => boolean,
): { mine: WaitingRow[]; others: WaitingRow[] } {
  const open = grants.filter(isOpen).sort(inOrder)
  // Out of one's reach is not for oneself: only a rule that binds the person is worth saying.
  const isMine = (row: WaitingRow): boolean =>
    !isWithThem(row, today) && may(permissionOf[commandOfStep[row.next.step]]) && (row.next.may || row.next.bound !== null)
  return { mine: open.filter(isMine), others: open.filter(row => !isMine(row)) }
}

/** Asked for and not decided; a grant is what was granted. */
const isAsked = ({ next: { step } }: WaitingRow): boolean => step === 'recommend' || step === 'assess' || step === 'decide'

const listed = (parts: readonly string[], last: 'and' | 'or'): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`

/** "3 requests and 1 grant, £1,930" */
export function countWords(rows: readonly WaitingRow[]): string {
  const asked = rows.filter(isAsked).length
  const parts = [
    ...(asked > 0 ? [sayCount(asked, 'request')] : []),
    ...(rows.length > asked ? [sayCount(rows.length - asked, 'grant')] : []),
  ]
  return `${listed(parts, 'and')}, ${sayMoney(rows.reduce((sum, { pence }) => sum + pence, 0))}`
}

/** "6 days", or how long receipts are overdue. */
export function waitedWords({ next: { step }, since, evidenceDueOn }: WaitingRow, today: PlainDate): string {
  if (step !== 'evidence' || evidenceDueOn === null) return since >= today ? 'since today' : sayCount(daysBetween(since, today), 'day')
  const late = daysBetween(evidenceDueOn, today)
  return late > 0 ? `${sayCount(late, 'day')} late` : `due in ${sayCount(-late, 'day')}`
}

/** "Sam Weir or Hazel Boon can decide"; of many, the first three. */
export function whoCanWords({ whoCan, step }: StepStanding, people: Fund['people']): string {
  if (whoCan.length === 0) return fundWords.nobodyCan
  const names = whoCan.map(oid => people[oid]).filter(name => name !== undefined)
  const unnamed = whoCan.length - names.length
  const shown = names.length > 3 ? names.slice(0, 2) : names
  const rest = names.length - shown.length + unnamed
  const others = rest > 0 ? [shown.length === 0 ? sayCount(rest, 'colleague') : sayCount(rest, 'other')] : []
  return `${listed([...shown, ...others], 'or')} ${canDo[step]}`
}

/** Why one may not do it oneself. */
export const boundWords = ({ bound }: StepStanding): string => (bound === null ? '' : boundLabels[bound])

/** "3 more, £1,320, wait for others: 2 for a decision, 1 for Dan Fry to pay." */
export function othersSentence(rows: readonly WaitingRow[], { people, mine }: { people: Fund['people']; mine: number }): string {
  const sum = sayMoney(rows.reduce((total, { pence }) => total + pence, 0))
  const steps = grantSteps.flatMap(step => {
    const own = rows.filter(row => row.next.step === step)
    return own.length === 0 ? [] : [`${own.length} ${waitsForWords(step, own, people)}`]
  })
  const count = mine > 0 ? `${rows.length} more` : sayCount(rows.length, 'grant')
  return `${count}, ${sum}, ${rows.length === 1 ? 'waits' : 'wait'} for others: ${listed(steps, 'and')}.`
}

/** Where one person alone can do it, by name. */
function waitsForWords(step: GrantStep, rows: readonly WaitingRow[], people: Fund['people']): string {
  const can = new Set(rows.flatMap(({ next }) => next.whoCan))
  const name = can.size === 1 ? people[[...can][0] ?? ''] : undefined
  return name === undefined ? waitsFor[step] : `${waitsFor[step]} by ${name}`
}
