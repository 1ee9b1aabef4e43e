import type { AssumptionKind } from './assumptions.ts'
import type { MonthOfCare, PaidMinutes } from './careHours.ts'
import { monthOf } from './careHours.ts'
import type { Member } from './cohortMembers.ts'
import { keptPence } from './grants.ts'
import type { PlainDate } from './plainDate.ts'
import { mayBeMissing, neededFor, reductions } from './saving.ts'
import type { EnterpriseSaving, Giving, Held, SavingsInput } from './savings.ts'
import { centralOf, givingOf, heldIn, missingFor, sum } from './savings.ts'
import { aheadOf } from './savingsAhead.ts'
import { nhsYearlyOf, spellsOf } from './savingsFigures.ts'
import type { SavingsFigure } from './savingsSchemas.ts'

/** One row behind a figure: the enterprise, its minutes that the council paid for, and its part of the total. */
export type SavingsLine = {
  member: Pick<Member, 'caseId' | 'supportCase'>
  minutes: number | null
  amount: number
  versions: readonly number[]
}

/** The figures from outside that a list needs and that nobody recorded: where there are any, there is no list. */
export function missingForList(input: SavingsInput, figure: SavingsFigure): AssumptionKind[] {
  const held = heldIn(input)(monthOf(input.asAt))
  const lacking = (kinds: readonly AssumptionKind[]): AssumptionKind[] => kinds.filter(kind => !held.has(kind))
  switch (figure) {
    case 'hours':
    case 'grants':
      return []
    case 'soFar':
    case 'yearly':
      return missingOf(input)
    case 'ahead':
      return [...missingOf(input), ...lacking(['drop-off'])]
    case 'nhs':
      return [...missingOf(input), ...lacking(nhsPrices)]
  }
}

const nhsPrices = ['nhs-comparator', 'health-budget-rate'] as const

const missingOf = (input: SavingsInput): AssumptionKind[] => missingFor(givingOf(input.members, input.asAt), input).map(({ kind }) => kind)

/** The list behind a figure: its rows add up to it, and what adds nothing is not in it. Asked where `missingForList` names nothing. */
export function savingsLines(input: SavingsInput, figure: SavingsFigure): SavingsLine[] {
  const giving = givingOf(input.members, input.asAt)
  switch (figure) {
    case 'grants':
      return grantLines(input)
    case 'hours':
      return hourLines(giving)
    case 'soFar':
    case 'yearly':
      return savedLines(giving, input, figure)
    case 'ahead':
      return aheadLines(giving, input)
    case 'nhs':
      return nhsLines(giving, input)
  }
}

/** The versions of the figures that the care of some months rests on. */
function versionsOf(
  months: readonly MonthOfCare[],
  held: (month: PlainDate) => Held,
  kinds: (minutes: PaidMinutes) => readonly AssumptionKind[],
): number[] {
  const used = months.flatMap(({ month, minutes }) => kinds(minutes).map(kind => held(month).get(kind)?.version ?? 0))
  return [...new Set(used)].filter(version => version > 0).sort((a, b) => a - b)
}

const forSaving = (minutes: PaidMinutes): readonly AssumptionKind[] => [...neededFor(minutes), ...mayBeMissing]

/** The care of now, as the month of the day. */
const thisMonth = ({ now }: Giving, { asAt }: SavingsInput): MonthOfCare[] => (now ? [{ month: monthOf(asAt), minutes: now }] : [])

function savedLines(giving: readonly Giving[], input: SavingsInput, figure: 'soFar' | 'yearly'): SavingsLine[] {
  const held = heldIn(input)
  const line = ({ giving: each, ...saving }: EnterpriseSaving): SavingsLine =>
    figure === 'soFar'
      ? {
          member: each.member,
          minutes: saving.soFarMinutes,
          amount: saving.soFarPence,
          versions: versionsOf(each.months, held, forSaving),
        }
      : {
          member: each.member,
          minutes: saving.weeklyMinutes,
          amount: saving.yearlyPence,
          versions: versionsOf(thisMonth(each, input), held, forSaving),
        }
  return centralOf(giving, input)
    .enterprises.map(line)
    .filter(({ minutes, amount }) => minutes !== 0 || amount !== 0)
}

function aheadLines(giving: readonly Giving[], input: SavingsInput): SavingsLine[] {
  const held = heldIn(input)
  return (aheadOf(giving, input, spellsOf(input))?.parts ?? []).flatMap(({ giving: each, pence }) => {
    const versions = versionsOf(thisMonth(each, input), held, minutes => [...forSaving(minutes), 'drop-off'])
    return pence === 0 ? [] : [{ member: each.member, minutes: null, amount: pence, versions }]
  })
}

/** Neither the council's prices nor what people pay the council comes into it. */
const forNhs = ({ unsplit }: PaidMinutes): readonly AssumptionKind[] => [
  ...nhsPrices,
  ...reductions.filter(reduction => reduction !== 'contributions'),
  ...(unsplit > 0 ? (['unsplit-nhs'] as const) : []),
]

function nhsLines(giving: readonly Giving[], input: SavingsInput): SavingsLine[] {
  const held = heldIn(input)
  return giving.flatMap(each => {
    const amount = nhsYearlyOf(each, held(monthOf(input.asAt))) ?? 0
    return amount === 0 ? [] : [{ member: each.member, minutes: null, amount, versions: versionsOf(thisMonth(each, input), held, forNhs) }]
  })
}

const hourLines = (giving: readonly Giving[]): SavingsLine[] =>
  giving.flatMap(({ member, now }) => {
    const paid = now ? now.contract + now.direct + now.nhs + now.unsplit : 0
    return paid > 0 ? [{ member, minutes: paid, amount: paid, versions: [] }] : []
  })

const grantLines = ({ granted }: SavingsInput): SavingsLine[] =>
  granted.flatMap(member => {
    const amount = sum(member.supportCase.grants.map(keptPence))
    return amount === 0 ? [] : [{ member, minutes: null, amount, versions: [] }]
  })
