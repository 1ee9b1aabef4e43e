import type { PlainDate } from './plainDate.ts'
import { addMonths } from './plainDate.ts'
import { roundHalfAway } from './quantities.ts'
import type { HappeningData } from './schemas.ts'
import type { CareReturn, SupportCase } from './supportCase.ts'

/** An answer is carried forward for so many months. After that it is only how older reports counted. */
export const monthsCurrent = 12

/** The numbers of an enterprise as they are known on a day: the latest answer, how long it holds, and whether the worker only thinks so. */
export type NumbersNow = { careReturn: CareReturn; goodUntil: PlainDate; isEstimate: boolean }

/**
 * The latest answer about people and hours, carried forward from its day for twelve months at most; undefined after that, or where
 * nobody ever told. What somebody there said is an answer; what the worker thinks is an estimate, and says so. Nothing is added up.
 */
export function numbersNow({ careReturns }: SupportCase, asAt: PlainDate): NumbersNow | undefined {
  const careReturn = careReturns.at(-1)
  if (!careReturn) return undefined
  const goodUntil = addMonths(careReturn.on, monthsCurrent)
  return goodUntil < asAt ? undefined : { careReturn, goodUntil, isEstimate: careReturn.told === 'i-think-so' }
}

/**
 * Full-time equivalents, in hundredths: hours of care a week over the hours of one full-time job, which is a setting.
 *
 *   equivalents = minutes a week ÷ minutes of a full-time week
 *
 * Worked out, never asked. Hours of care only: travel and paperwork are not in it.
 */
export const fullTimeHundredths = (minutesPerWeek: number, fullTimeMinutes: number): number =>
  roundHalfAway((100 * minutesPerWeek) / fullTimeMinutes)

/** A part of the hours that cannot be larger than all of them; and `week`: all of them, in the week of those who work in it. */
export type PartOfHours = 'week' | 'council' | 'personal-care' | 'payers' | 'council-payers' | 'kinds'

type Hours = Pick<HappeningData['care-return'], 'jobs' | 'minutesPerWeek' | 'councilPaidMinutes' | 'personalCareMinutes' | 'paid' | 'kinds'>

/** What a council or the NHS pays for, by payer: direct payments, personal health budgets and contracts. Undefined where none was told. */
export function councilPart(paid: Hours['paid']): number | undefined {
  const { directPayment, healthBudget, councilContract } = paid ?? {}
  const told = [directPayment, healthBudget, councilContract].filter(part => part !== undefined)
  return told.length === 0 ? undefined : sum(told)
}

/** The hours of a week, and the most that one enterprise can have where nobody said how many work in it. The second is ours. */
const hoursOfAWeek = 168
const mostHours = 5_000

/** The most minutes of care a week that so many people can give: each of them day and night. */
const mostMinutes = (jobs: number | undefined): number => 60 * (jobs ? hoursOfAWeek * jobs : mostHours)

/** The first part that is larger than what it is part of; undefined where all fit. What was not told is not compared. */
export function tooLarge({ jobs, minutesPerWeek, councilPaidMinutes, personalCareMinutes, paid, kinds }: Hours): PartOfHours | undefined {
  const council = councilPart(paid)
  if (council !== undefined && councilPaidMinutes !== undefined && council > councilPaidMinutes) return 'council-payers'
  if (minutesPerWeek === undefined) return undefined
  if (minutesPerWeek > mostMinutes(jobs)) return 'week'
  const parts: [PartOfHours, number | undefined][] = [
    ['council', councilPaidMinutes],
    ['personal-care', personalCareMinutes],
    ['payers', total(paid)],
    ['kinds', total(kinds) + (personalCareMinutes ?? 0)],
  ]
  return parts.find(([, minutes]) => minutes !== undefined && minutes > minutesPerWeek)?.[0]
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

const total = (parts: Readonly<Record<string, number | undefined>> | undefined): number =>
  sum(Object.values(parts ?? {}).map(minutes => minutes ?? 0))
