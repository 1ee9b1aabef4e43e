import { milestones } from '#domain/vocabulary.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'
import type { CaseRow, NextStep } from '#domain/wireSchemas.ts'
import { caseIdOf } from '../builders.ts'

const maybe = (date: string | undefined): PlainDate | null => (date === undefined ? null : day(date))

/** A step that comes next, with the days that matter to a test. */
export const nextStep = (
  step: NextStep['step'],
  { on, since, month }: { on?: string; since?: string; month?: 6 | 12 | 24 } = {},
): NextStep => ({
  step,
  on: maybe(on),
  since: maybe(since),
  month: month ?? null,
})

/** A row of the list: an enterprise that is getting ready, unless a test says otherwise. */
export function caseRow(number: number, changes: Partial<CaseRow> = {}): CaseRow {
  return {
    id: caseIdOf(number),
    n: number,
    reference: String(number).padStart(4, '0'),
    name: `Enterprise ${number}`,
    phone: null,
    area: null,
    services: [],
    areasServed: [],
    form: null,
    standing: 'supported',
    origin: 'new',
    catalyst: null,
    marks: milestones.map(milestone => ({ milestone, state: 'to-do', on: null })),
    next: null,
    nextContactOn: null,
    nextContactAt: null,
    flags: [],
    lastContactOn: null,
    enquiredOn: null,
    tradingFrom: null,
    ...changes,
  }
}
