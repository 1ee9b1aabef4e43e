import type { PlainDate } from './plainDate.ts'
import { addDays, daysBetween } from './plainDate.ts'
import type { ProgrammeRules } from './programmeRules.ts'

/** What Today asks of a programme, besides the record: its rules, until when it is funded, and the day. */
export type TodayQuestion = {
  today: PlainDate
  rules: ProgrammeRules
  /** The last day of the funded period. After it only check-ins are asked for. */
  fundedUntil: PlainDate
  /** From which day each template of to-dos counts, by its id: a new one asks nothing of steps that were taken before. Left out, it always did. */
  templatesFrom: Readonly<Partial<Record<string, PlainDate>>>
}

/** The four groups of Today, the most urgent first. */
export const todayGroups = ['overdue', 'today', 'this-week', 'coming'] as const
export type TodayGroup = (typeof todayGroups)[number]

/**
 * The day by which so many working days are over, counted from the day after. Working days are Monday to Friday: bank holidays are not known,
 * so that around one the promise is a day stricter than it sounds.
 */
export function workingDaysLater(from: PlainDate, days: number): PlainDate {
  let day = from
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (!isWeekend(day)) left -= 1
  }
  return day
}

// 5 January 1970 was a Monday.
const isWeekend = (day: PlainDate): boolean => ((daysBetween('1970-01-05' as PlainDate, day) % 7) + 7) % 7 > 4
