import { monthsAhead } from '#domain/besideVocabulary.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, addMonths } from '#domain/plainDate.ts'
import { taskWords } from '#tab/todayLabels.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'

/** When next: a week, two, a month, or a day of one's own. */

const afterWords = { '1-week': taskWords.week, '2-weeks': taskWords.weeks, '1-month': taskWords.month, other: taskWords.other }

/** The question when something is next to be done, and the day where it is none of the usual. */
export const whenFields = (label: string, optional: boolean): Field[] => [
  {
    kind: 'choice',
    name: 'after',
    label,
    options: Object.entries(afterWords).map(([value, words]) => ({ value, label: words })),
    optional,
  },
  {
    kind: 'day',
    name: 'dueOn',
    label: 'Which day?',
    mayBeLater: true,
    withoutYear: 'next',
    monthsAhead: monthsAhead.task,
    when: ({ after }) => after === 'other',
  },
]

/** The day that was answered; undefined where none was. */
export function answeredDay({ after, dueOn }: Answers, today: PlainDate): PlainDate | undefined {
  switch (after) {
    case '1-week':
      return addDays(today, 7)
    case '2-weeks':
      return addDays(today, 14)
    case '1-month':
      return addMonths(today, 1)
    default:
      return typeof dueOn === 'string' ? (dueOn as PlainDate) : undefined
  }
}
