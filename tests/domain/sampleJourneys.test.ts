import { describe, expect, test } from 'vitest'
import { monthOfSample, sampleEndings } from '#local/sampleJourneys.ts'
import { sampleProgramme } from '#local/sampleSpreadsheet.ts'
import type { Row } from './sampleRows.ts'
import { cell, daysLater, headings, monthsLater, sampleOn, starts } from './sampleRows.ts'

const months = [6, 12, 24] as const
const dueOn = (row: Row, month: number): string => monthsLater(cell(row, 'started_trading_date'), month)
const outcomeOf = (row: Row, month: number): string => cell(row, `checkin_${month}m_outcome`)

/** The filled cells of these columns that are not in order of day. */
const outOfOrder = (row: Row, columns: readonly string[]): string[] => {
  const days = columns.map(column => cell(row, column)).filter(each => each !== '')
  return days.some((each, place) => place > 0 && each < (days[place - 1] ?? '')) ? [`${cell(row, 'ref')}: ${days.join(' ')}`] : []
}

describe.each(starts)('brought in on $today', ({ today, now, from, to, until }) => {
  const { rows, setUp, advised, closed, counted } = sampleOn(today)
  const programme = sampleProgramme(today)

  describe('the programme is in its follow-up', () => {
    test('its two years of money ended 18 months before this month, and it is followed to the end of the eighth month', () => {
      expect([programme.period, programme.followUpUntil]).toEqual([{ from, to }, until])
      expect(monthOfSample(programme.period.from)).toBe(now)
    })

    test('nothing happened after the first day of the month, except that insurance still runs', () => {
      const days = headings.filter(heading => heading.endsWith('_date'))
      expect(rows.flatMap(row => days.filter(column => cell(row, column) > now))).toEqual([])
    })

    test('two-year check-ins and their 28 days are all over by the end of the follow-up', () => {
      expect(setUp.filter(row => daysLater(dueOn(row, 24), 28) > until)).toEqual([])
    })

    test('two thirds to four fifths of the 133 have had their two years', () => {
      const over = setUp.filter(row => dueOn(row, 24) < now).length
      expect([over >= 88, over <= 107]).toEqual([true, true])
    })

    test('some two-year check-ins wait for an answer, some come within the month, and the others in the months after', () => {
      const ahead = setUp.filter(row => row['closed_date'] === '' && outcomeOf(row, 24) === '')
      const dueBetween = (first: string, last: string) => ahead.filter(row => dueOn(row, 24) >= first && dueOn(row, 24) < last).length
      expect(dueBetween('', daysLater(now, -14))).toBe(0)
      expect([1, 2, 3]).toContain(dueBetween(daysLater(now, -14), now))
      expect(dueBetween(now, daysLater(now, 31))).toBeGreaterThanOrEqual(4)
      expect(dueBetween(daysLater(now, 31), until)).toBeGreaterThan(20)
    })

    test('most of those still trading were spoken to in the last eleven months, a third of them in the last thirty days', () => {
      const trading = setUp.filter(row => row['closed_date'] === '')
      const since = (first: string) => trading.filter(row => cell(row, 'last_contact_date') >= first)
      expect([trading.length, since(monthsLater(now, -11)).length > 110, since(daysLater(now, -30)).length > 43]).toEqual([129, true, true])
      const jobs = since(monthsLater(now, -11)).reduce((total, row) => total + Number(cell(row, 'jobs')), 0)
      expect([jobs > 150, jobs < 180]).toEqual([true, true])
    })
  })

  describe('the journeys of the sample make sense', () => {
    test('every step comes on or after the step before it', () => {
      const steps = ['enquiry_date', 'idea_date', 'constituted_date', 'cqc_registered_date', 'started_trading_date', 'checkin_6m_date']
      const trading = ['started_trading_date', 'checkin_6m_date', 'checkin_12m_date', 'checkin_24m_date']
      const contact = ['started_trading_date', 'last_contact_date']
      expect(setUp.flatMap(row => [steps, trading, contact].flatMap(columns => outOfOrder(row, columns)))).toEqual([])
      expect(closed.flatMap(row => outOfOrder(row, ['started_trading_date', 'last_contact_date', 'closed_date']))).toEqual([])
      expect(advised.flatMap(row => outOfOrder(row, ['enquiry_date', 'last_contact_date']))).toEqual([])
    })

    test('all enquired and were set up while there was money, and began trading then or in the four weeks after', () => {
      expect(rows.filter(row => cell(row, 'enquiry_date') < from || cell(row, 'enquiry_date') > to)).toEqual([])
      expect(setUp.filter(row => cell(row, 'constituted_date') > to)).toEqual([])
      const began = setUp.map(row => cell(row, 'started_trading_date')).sort()
      expect([(began[0] ?? '') >= monthsLater(from, 2), (began.at(-1) ?? '') <= daysLater(to, 28)]).toEqual([true, true])
    })

    test('a check-in is answered on or after the day it was due, and within 28 days of it', () => {
      const late = setUp.flatMap(row =>
        months.flatMap(month => {
          const answered = cell(row, `checkin_${month}m_date`)
          const days = (Date.parse(answered) - Date.parse(dueOn(row, month))) / 86_400_000
          return answered === '' || (days >= 0 && days < 28) ? [] : [`${cell(row, 'ref')} at ${month} months: ${days} days`]
        }),
      )
      expect(late).toEqual([])
    })

    test('a check-in that has not come is blank, and one that is over by 28 days is not', () => {
      const open = setUp.filter(row => row['closed_date'] === '')
      const early = setUp.flatMap(row => months.filter(month => dueOn(row, month) > now && outcomeOf(row, month) !== ''))
      const left = open.flatMap(row => months.filter(month => daysLater(dueOn(row, month), 28) <= now && outcomeOf(row, month) === ''))
      expect([early, left]).toEqual([[], []])
    })

    test('whoever has not answered a check-in that is due was last spoken to before it', () => {
      const waiting = setUp.filter(row => row['closed_date'] === '' && dueOn(row, 24) < now && outcomeOf(row, 24) === '')
      expect(waiting.filter(row => cell(row, 'last_contact_date') >= dueOn(row, 24))).toEqual([])
    })

    test('most check-ins heard "trading", a few heard nothing, and no one who had closed says "trading"', () => {
      const heard = months.map(month => counted(`checkin_${month}m_outcome`, 'trading'))
      expect(heard.map((count, place) => count >= ([118, 118, 80][place] ?? 0))).toEqual([true, true, true])
      for (const month of months) {
        expect(counted(`checkin_${month}m_outcome`, 'no_response')).toBeGreaterThanOrEqual(5)
        expect(counted(`checkin_${month}m_outcome`, 'no_response')).toBeLessThanOrEqual(10)
      }
      const afterwards = closed.flatMap(row =>
        months.filter(month => outcomeOf(row, month) === 'trading' && cell(row, `checkin_${month}m_date`) > cell(row, 'closed_date')),
      )
      expect(afterwards).toEqual([])
    })

    test('three of those who missed their two-year check-in were heard of later, and the others never were', () => {
      const missed = setUp.filter(row => outcomeOf(row, 24) === 'no_response')
      const later = missed.filter(row => cell(row, 'last_contact_date') >= dueOn(row, 24))
      expect([missed.length >= 7, missed.length <= 9, later.length]).toEqual([true, true, 3])
    })

    test('every reason for closing is mapped to a kind of ending', () => {
      const reasons = setUp.map(row => cell(row, 'closed_reason')).filter(reason => reason !== '')
      expect(reasons.sort()).toEqual(Object.keys(sampleEndings).sort())
    })

    test('registration with CQC is there only where it was needed, and for most of those', () => {
      const registered = setUp.filter(row => row['cqc_registered_date'] !== '')
      expect(registered.filter(row => row['cqc_needed'] !== 'Y')).toEqual([])
      expect([counted('cqc_needed', 'Y'), registered.length]).toEqual([22, 17])
    })
  })
})
