import { describe, expect, test } from 'vitest'
import { sampleEndings } from '#local/sampleJourneys.ts'
import { sampleCsv, sampleProgramme } from '#local/sampleSpreadsheet.ts'
import { xoshiro128 } from '#local/seeded.ts'

/** The columns that the import documents, less those the sample leaves out: no names of people, no postcodes, no notes. */
const headings =
  `ref name area journey enquiry_date idea_date constituted_date legal_form cqc_needed cqc_registered_date grant_awarded_pence
  grant_date started_trading_date checkin_6m_date checkin_6m_outcome checkin_12m_date checkin_12m_outcome checkin_24m_date
  checkin_24m_outcome closed_date closed_reason withdrawn_date withdrawn_reason last_contact_date jobs weekly_hours people_supported
  phone email catalyst services areas_served price_per_hour_pence council_paid_hours personal_care_hours insurance_until dbs_seen`.split(
    /\s+/,
  )

/** The counties, the unitary authorities and the districts of the south west of England from 2014 to 2018, and Somerset Council since. */
const councils =
  `Bedford Blackburn Blackpool Bournemouth Brighton Bristol Buckinghamshire Cambridgeshire Cheshire Cornwall Cumbria Darlington
  Derby Derbyshire Devon Dorset Durham Essex Gloucestershire Halton Hampshire Hartlepool Herefordshire Hertfordshire Kent Lancashire
  Leicester Leicestershire Lincolnshire Luton Medway Middlesbrough Norfolk Northamptonshire Northumberland Nottingham Nottinghamshire
  Oxfordshire Peterborough Plymouth Poole Portsmouth Reading Redcar Rutland Shropshire Slough Somerset Southampton Southend Staffordshire
  Stoke Suffolk Surrey Swindon Telford Thurrock Torbay Warrington Warwickshire Wiltshire Windsor Wokingham Worcestershire York Yorkshire
  Bath Mendip Sedgemoor Taunton Exeter Torridge Teignbridge Purbeck Weymouth Christchurch Cheltenham Cotswold Gloucester Stroud Tewkesbury
  Knowsley Wigan Newham Wolverhampton Kirklees Birmingham Sandwell`.split(/\s+/)

/** No cell of the sample holds a comma or a quote mark, so that a line is read by its commas. */
const lines = sampleCsv().trimEnd().split('\r\n')
const rows = lines.slice(1).map(line => {
  const cells = line.split(',')
  return Object.fromEntries(headings.map((heading, place) => [heading, cells[place] ?? '']))
})
type Row = (typeof rows)[number]

const cell = (row: Row, column: string): string => row[column] ?? ''
const setUp = rows.filter(row => row['journey'] === 'new')
const advised = rows.filter(row => row['journey'] === 'advised_only')
const sum = (column: string): number => setUp.reduce((total, row) => total + Number(cell(row, column)), 0)
const counted = (column: string, value: string): number => setUp.filter(row => row[column] === value).length

/** The same day so many months later, or the last day of a month that has no such day. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The filled cells of these columns that are not in order of day. */
const outOfOrder = (row: Row, columns: readonly string[]): string[] => {
  const days = columns.map(column => cell(row, column)).filter(day => day !== '')
  return days.some((day, place) => place > 0 && day < (days[place - 1] ?? '')) ? [`${cell(row, 'ref')}: ${days.join(' ')}`] : []
}

describe('the totals of the sample are those published for one rural county', () => {
  test('133 enterprises were set up and 38 more were advised', () => {
    expect([rows.length, setUp.length, advised.length]).toEqual([171, 133, 38])
  })

  test('between the 133 there are 180 jobs and 2,220 hours a week for 600 people', () => {
    expect([sum('jobs'), sum('weekly_hours'), sum('people_supported')]).toEqual([180, 2220, 600])
  })

  test('the programme cost £135,000', () => {
    expect(sampleProgramme.costPence).toBe(135_000 * 100)
  })

  test('four of the 133 closed, each within two years of beginning to trade', () => {
    const closed = setUp.filter(row => row['closed_date'] !== '')
    expect(closed).toHaveLength(4)
    for (const row of closed) expect(cell(row, 'closed_date') < monthsLater(cell(row, 'started_trading_date'), 24)).toBe(true)
  })

  test('advised ones have no journey and no numbers', () => {
    const columns = ['idea_date', 'constituted_date', 'started_trading_date', 'grant_date', 'closed_date', 'jobs', 'weekly_hours']
    expect(advised.flatMap(row => columns.filter(column => row[column] !== ''))).toEqual([])
  })
})

describe('the journeys of the sample make sense', () => {
  test('every step comes on or after the step before it', () => {
    const steps = ['enquiry_date', 'idea_date', 'constituted_date', 'cqc_registered_date', 'started_trading_date', 'checkin_6m_date']
    const trading = ['started_trading_date', 'checkin_6m_date', 'checkin_12m_date', 'checkin_24m_date']
    const contact = ['started_trading_date', 'last_contact_date']
    expect(setUp.flatMap(row => [steps, trading, contact].flatMap(columns => outOfOrder(row, columns)))).toEqual([])
    expect(
      setUp.flatMap(row => outOfOrder(row, ['started_trading_date', 'last_contact_date', 'closed_date']).filter(() => row['closed_date'])),
    ).toEqual([])
    expect(advised.flatMap(row => outOfOrder(row, ['enquiry_date', 'last_contact_date']))).toEqual([])
  })

  test('all enquired in the funded period, and all 133 began trading between the middle of 2014 and its last day', () => {
    expect(rows.filter(row => cell(row, 'enquiry_date') < '2014-04-01' || cell(row, 'enquiry_date') > '2016-03-31')).toEqual([])
    const began = setUp.map(row => cell(row, 'started_trading_date')).sort()
    expect([began[0]?.slice(0, 4), (began[0] ?? '') >= '2014-06-15', (began.at(-1) ?? '') <= '2016-03-31']).toEqual(['2014', true, true])
  })

  test('two-year check-ins and their 28 days are all over by the end of the follow-up, and nothing happens after it', () => {
    const days = headings.filter(heading => heading.endsWith('_date'))
    expect(rows.flatMap(row => days.filter(column => cell(row, column) > '2018-06-30'))).toEqual([])
    expect(setUp.filter(row => monthsLater(cell(row, 'started_trading_date'), 24) > '2018-06-02')).toEqual([])
  })

  test('a check-in is answered on or after the day it was due, and within 28 days of it', () => {
    const late = setUp.flatMap(row =>
      [6, 12, 24].flatMap(month => {
        const due = monthsLater(cell(row, 'started_trading_date'), month)
        const answered = cell(row, `checkin_${month}m_date`)
        const days = (Date.parse(answered) - Date.parse(due)) / 86_400_000
        return answered === '' || (days >= 0 && days < 28) ? [] : [`${cell(row, 'ref')} at ${month} months: ${days} days`]
      }),
    )
    expect(late).toEqual([])
  })

  test('most check-ins heard "trading", a few heard nothing, and no one who had closed says "trading"', () => {
    for (const month of [6, 12, 24]) {
      expect(counted(`checkin_${month}m_outcome`, 'trading')).toBeGreaterThanOrEqual(118)
      expect(counted(`checkin_${month}m_outcome`, 'no_response')).toBeGreaterThanOrEqual(5)
      expect(counted(`checkin_${month}m_outcome`, 'no_response')).toBeLessThanOrEqual(10)
    }
    const closed = setUp.filter(row => row['closed_date'] !== '')
    const afterwards = closed.flatMap(row =>
      [6, 12, 24].filter(
        month => row[`checkin_${month}m_outcome`] === 'trading' && cell(row, `checkin_${month}m_date`) > cell(row, 'closed_date'),
      ),
    )
    expect(afterwards).toEqual([])
  })

  test('some of those who missed their two-year check-in were heard of later, and some never were', () => {
    const missed = setUp.filter(row => row['checkin_24m_outcome'] === 'no_response')
    const later = missed.filter(row => cell(row, 'last_contact_date') >= monthsLater(cell(row, 'started_trading_date'), 24))
    expect([missed.length, later.length]).toEqual([9, 3])
  })

  test('most of those still trading were last spoken to in the last year of the follow-up, so that their numbers are current', () => {
    const trading = setUp.filter(row => row['closed_date'] === '')
    const lately = trading.filter(row => cell(row, 'last_contact_date') >= '2017-06-30')
    expect([trading.length, lately.length > 110, lately.length < 129]).toEqual([129, true, true])
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

describe('the numbers of the sample are those of small enterprises', () => {
  test('most are sole traders, and most of these are one job', () => {
    const alone = setUp.filter(row => row['legal_form'] === 'sole_trader')
    expect(alone).toHaveLength(96)
    expect(alone.filter(row => row['jobs'] === '1')).toHaveLength(94)
    expect(setUp.filter(row => Number(row['jobs']) < 1 || Number(row['weekly_hours']) < 3 || Number(row['people_supported']) < 1)).toEqual(
      [],
    )
  })

  test('grants are at most £500, each with its day, on or after the day of setting up and within the funded period', () => {
    const granted = rows.filter(row => row['grant_awarded_pence'] !== '' || row['grant_date'] !== '')
    expect(granted.length).toBeGreaterThan(30)
    const wrong = granted.filter(row => {
      const pence = Number(row['grant_awarded_pence'])
      return (
        pence < 100_00 ||
        pence > 500_00 ||
        cell(row, 'grant_date') < cell(row, 'constituted_date') ||
        cell(row, 'grant_date') > '2016-03-31'
      )
    })
    expect(wrong).toEqual([])
  })

  test('hours that the council pays for and hours of personal care are fewer than all hours', () => {
    const tooMany = setUp.filter(row =>
      ['council_paid_hours', 'personal_care_hours'].some(part => Number(row[part]) >= Number(row['weekly_hours'])),
    )
    expect(tooMany).toEqual([])
    expect(sum('council_paid_hours')).toBeGreaterThan(0)
  })

  test('personal care is given only by those who are registered', () => {
    expect(setUp.filter(row => Number(row['personal_care_hours']) > 0 && row['cqc_registered_date'] === '')).toEqual([])
  })
})

describe('the sample is made up, and nobody is meant', () => {
  test('no two enterprises share a name, and references run from 0001 to 0171 in the order of enquiry', () => {
    expect(new Set(rows.map(row => row['name'])).size).toBe(171)
    expect(rows.map(row => row['ref'])).toEqual(Array.from({ length: 171 }, (_, place) => String(place + 1).padStart(4, '0')))
    const enquired = rows.map(row => cell(row, 'enquiry_date'))
    expect(enquired).toEqual([...enquired].sort())
  })

  test('no council is named', () => {
    const words = new Set(`${sampleProgramme.name} ${sampleProgramme.areas.join(' ')} ${lines.join(' ')}`.split(/[^A-Za-z]+/))
    expect(councils.filter(council => words.has(council))).toEqual([])
  })

  test('every area is one of the six of the programme', () => {
    expect([...new Set(rows.map(row => cell(row, 'area')))].sort()).toEqual([...sampleProgramme.areas].sort())
    expect(sampleProgramme.areas).toHaveLength(6)
  })

  test('telephone numbers are from the range kept for fiction, and e-mail addresses from the name kept for examples', () => {
    expect(rows.filter(row => row['phone'] !== '' && !/^01632 960\d{3}$/.test(cell(row, 'phone')))).toEqual([])
    expect(rows.filter(row => row['email'] !== '' && !/^[a-z0-9-]+@example\.org$/.test(cell(row, 'email')))).toEqual([])
    const phones = rows.map(row => row['phone']).filter(phone => phone !== '')
    expect(new Set(phones).size).toBe(phones.length)
  })

  test('every enterprise has one of the two catalysts, who are named by their work and not as people', () => {
    expect([...new Set(rows.map(row => cell(row, 'catalyst')))].sort()).toEqual(['Catalyst', 'Second catalyst'])
  })

  test('the programme says that it is invented', () => {
    expect([sampleProgramme.invented, sampleProgramme.name]).toEqual([true, 'Levels and Moors (sample)'])
  })
})

describe('the file is the same each time', () => {
  test('it has the documented headings, and as many cells in every line', () => {
    expect(lines[0]?.split(',')).toEqual(headings)
    expect(lines.filter(line => line.split(',').length !== headings.length || line.includes('"'))).toEqual([])
  })

  test('asked for again, not a letter differs', () => {
    expect(sampleCsv()).toBe(sampleCsv())
  })

  test('its draws are those of xoshiro128**', () => {
    // From the state 1, 2, 3, 4, as printed by the reference code of Blackman and Vigna and quoted in the tests of rand_xoshiro.
    const next = xoshiro128([1, 2, 3, 4])
    const drawn = Array.from({ length: 10 }, () => next())
    expect(drawn).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804])
  })
})
