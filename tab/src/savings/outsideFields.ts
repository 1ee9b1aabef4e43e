import type { AssumptionAnswer, NewAssumption } from '#domain/assumptionSchemas.ts'
import type { AssumptionKind, Confidence } from '#domain/assumptions.ts'
import { assumptionKinds, confidences, wholeShare } from '#domain/assumptions.ts'
import type { FormId } from '#domain/draft.ts'
import { formIdOf } from '#domain/draft.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { confidenceOptions, outsideForm } from '#tab/savingsLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Faults, Field } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'
import { readNumber, writeMoney } from '#tab/ui/typed.ts'

/** What was typed for a figure is kept under its kind until it is saved. */
export const outsideFormId = (kind: AssumptionKind): FormId => formIdOf('new', `figure-${kind}`)

const isShare = (kind: AssumptionKind): boolean => assumptionKinds[kind] === 'share'

/** A percentage as people type it, in hundredths of a percent: "12.5", "12.5%". */
export const readPercent = (text: string): number | undefined => readNumber(text.replace(/\s*%\s*$/, ''))

const isKnown = (words: Words): boolean => words['known'] !== 'no'

function amountField(kind: AssumptionKind, name: 'central' | 'low' | 'high', hint?: string): Field {
  const asked = {
    name,
    label: outsideForm[name],
    when: isKnown,
    ...(name !== 'central' && { optional: true }),
    ...(hint !== undefined && { hint }),
  }
  return isShare(kind)
    ? { ...asked, kind: 'line', most: 8, matches: text => readPercent(text) !== undefined, fault: outsideForm.shareFault }
    : { ...asked, kind: 'money', hourly: true }
}

/** What is asked of a figure. Only one that holds can be no longer known. */
export function outsideFields(kind: AssumptionKind, isHeld: boolean): Field[] {
  const yesNo = [
    { value: 'yes', label: outsideForm.knownYes },
    { value: 'no', label: outsideForm.knownNo },
  ]
  return [
    ...(isHeld ? [{ kind: 'choice' as const, name: 'known', label: outsideForm.known, options: yesNo }] : []),
    amountField(kind, 'central', isShare(kind) ? outsideForm.share : undefined),
    amountField(kind, 'low', outsideForm.range),
    amountField(kind, 'high'),
    {
      kind: 'day',
      name: 'effectiveFrom',
      label: outsideForm.from,
      hint: outsideForm.fromHint,
      withoutYear: 'this-year',
      mayBeLater: true,
    },
    { kind: 'line', name: 'source', label: outsideForm.source, hint: outsideForm.sourceHint, most: 300 },
    {
      kind: 'list',
      name: 'confidence',
      label: outsideForm.sure,
      options: confidences.map(value => ({ value, label: confidenceOptions[value] })),
    },
  ]
}

const writeAmount = (kind: AssumptionKind, value: number): string => (isShare(kind) ? String(value / 100) : writeMoney(value))

/** What the boxes begin with: the figure that holds, without its source: another value is from somewhere else. Where it is missing, the day since when it is needed. */
export function outsideStart(kind: AssumptionKind, held: AssumptionAnswer | undefined, from: PlainDate): Words {
  const day = { effectiveFrom: sayDay(from) }
  if (!held?.value) return day
  const { low, central, high } = held.value
  const range: Words = low === high ? {} : { low: writeAmount(kind, low), high: writeAmount(kind, high) }
  return { ...day, known: 'yes', central: writeAmount(kind, central), ...range }
}

const textOf = (answers: Answers, name: string): string => (typeof answers[name] === 'string' ? answers[name] : '')

function amountOf(kind: AssumptionKind, answer: unknown): number | undefined {
  if (isShare(kind)) return typeof answer === 'string' ? readPercent(answer) : undefined
  return typeof answer === 'number' ? answer : undefined
}

/** The figure as it is sent. A blank end of its range is the most likely itself. */
export function assumptionOf(kind: AssumptionKind, answers: Answers): NewAssumption {
  const central = amountOf(kind, answers['central'])
  const [low = central, high = central] = [amountOf(kind, answers['low']), amountOf(kind, answers['high'])]
  return {
    kind,
    value: central === undefined || low === undefined || high === undefined ? null : { low, central, high },
    effectiveFrom: answers['effectiveFrom'] as PlainDate,
    source: textOf(answers, 'source'),
    confidence: answers['confidence'] as Confidence,
  }
}

/** What no box shows by itself: the order of the three, and more than all of it. */
export function rangeFaults({ kind, value }: NewAssumption): Faults {
  if (!value) return {}
  const { low, central, high } = value
  const tooMuch = (['central', 'low', 'high'] as const).find(name => isShare(kind) && value[name] > wholeShare)
  if (tooMuch) return { [tooMuch]: outsideForm.tooMuch }
  if (low > central) return { low: outsideForm.order }
  return central > high ? { high: outsideForm.order } : {}
}
