import { describe, expect, test } from 'vitest'
import { planImport } from '#domain/importPlan.ts'
import { rowsOfFile } from '#domain/importRows.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'
import { slugOf } from '#domain/slug.ts'
import { people } from '#local/people.ts'
import { sampleEndings } from '#local/sampleJourneys.ts'
import { sampleCsv, sampleProgramme } from '#local/sampleSpreadsheet.ts'
import { xoshiro128 } from '#local/seeded.ts'
import { cell, headings, monthsLater, sampleOn, starts } from './sampleRows.ts'

/** The counties, the unitary authorities and the districts of the south west of England from 2014 to 2018, and Somerset Council since. */
const councils =
  `Bedford Blackburn Blackpool Bournemouth Brighton Bristol Buckinghamshire Cambridgeshire Cheshire Cornwall Cumbria Darlington
  Derby Derbyshire Devon Dorset Durham Essex Gloucestershire Halton Hampshire Hartlepool Herefordshire Hertfordshire Kent Lancashire
  Leicester Leicestershire Lincolnshire Luton Medway Middlesbrough Norfolk Northamptonshire Northumberland Nottingham Nottinghamshire
  Oxfordshire Peterborough Plymouth Poole Portsmouth Reading Redcar Rutland Shropshire Slough Somerset Southampton Southend Staffordshire
  Stoke Suffolk Surrey Swindon Telford Thurrock Torbay Warrington Warwickshire Wiltshire Windsor Wokingham Worcestershire York Yorkshire
  Bath Mendip Sedgemoor Taunton Exeter Torridge Teignbridge Purbeck Weymouth Christchurch Cheltenham Cotswold Gloucester Stroud Tewkesbury
  Knowsley Wigan Newham Wolverhampton Kirklees Birmingham Sandwell`.split(/\s+/)

describe.each(starts)('brought in on $today', ({ today, to }) => {
  const { lines, rows, setUp, advised, closed, sum } = sampleOn(today)
  const programme = sampleProgramme(today)

  describe('the totals of the sample are those published for one rural county', () => {
    test('133 enterprises were set up and 38 more were advised', () => {
      expect([rows.length, setUp.length, advised.length]).toEqual([171, 133, 38])
    })

    test('between the 133 there are 180 jobs and 2,220 hours a week for 600 people', () => {
      expect([sum('jobs'), sum('weekly_hours'), sum('people_supported')]).toEqual([180, 2220, 600])
    })

    test('the programme cost £135,000', () => {
      expect(programme.costPence).toBe(135_000 * 100)
    })

    test('four of the 133 closed, each within two years of beginning to trade', () => {
      expect(closed).toHaveLength(4)
      for (const row of closed) expect(cell(row, 'closed_date') < monthsLater(cell(row, 'started_trading_date'), 24)).toBe(true)
    })

    test('advised ones have no journey and no numbers', () => {
      const columns = ['idea_date', 'constituted_date', 'started_trading_date', 'grant_date', 'closed_date', 'jobs', 'weekly_hours']
      expect(advised.flatMap(row => columns.filter(column => row[column] !== ''))).toEqual([])
    })
  })

  test('the import takes every row, and has nothing to say about any', () => {
    const sheetRows = lines.slice(1).map((line, place) => ({ row: place + 2, cells: line.split(',') }))
    const sheet = { headings, rows: sheetRows, said: [] }
    const read = rowsOfFile(sheet, { stopped: 'all', endings: sampleEndings }, () => undefined)
    if (!read.ok) throw new Error(`columns missing: ${read.refusal.missing.join(', ')}`)
    const { endingOf, guessed } = read.value
    const areas = programme.areas.map(slugOf)
    const members = Object.values(people)
    const areaCalled = new Map<string, string>()
    const context = {
      today,
      areas,
      areaCalled,
      members,
      endingOf,
      guessed,
      established: undefined,
      someLeftOut: false,
      newId: () => people.lead.oid,
    }
    const plans = planImport(read.value, context, () => undefined)
    expect(plans.flatMap(({ remarks }) => remarks)).toEqual([])
    expect(plans.filter(({ outcome }) => outcome === 'fresh')).toHaveLength(171)
  })

  test('grants are at most £500, each with its day, on or after the day of setting up and within the funded period', () => {
    const granted = rows.filter(row => row['grant_awarded_pence'] !== '' || row['grant_date'] !== '')
    expect(granted.length).toBeGreaterThan(30)
    const wrong = granted.filter(row => {
      const pence = Number(row['grant_awarded_pence'])
      return pence < 100_00 || pence > 500_00 || cell(row, 'grant_date') < cell(row, 'constituted_date') || cell(row, 'grant_date') > to
    })
    expect(wrong).toEqual([])
  })

  test('references run from 0001 to 0171 in the order of enquiry', () => {
    expect(rows.map(row => row['ref'])).toEqual(Array.from({ length: 171 }, (_, place) => String(place + 1).padStart(4, '0')))
    const enquired = rows.map(row => cell(row, 'enquiry_date'))
    expect(enquired).toEqual([...enquired].sort())
  })

  test('it has the documented headings, and as many cells in every line', () => {
    expect(lines[0]?.split(',')).toEqual(headings)
    expect(lines.filter(line => line.split(',').length !== headings.length || line.includes('"'))).toEqual([])
  })
})

const november = day('2026-11-21')
const { lines, rows, setUp, sum } = sampleOn(november)

describe('the numbers of the sample are those of small enterprises', () => {
  test('most are sole traders, and most of these are one job', () => {
    const alone = setUp.filter(row => row['legal_form'] === 'sole_trader')
    expect(alone).toHaveLength(96)
    expect(alone.filter(row => row['jobs'] === '1')).toHaveLength(94)
    expect(setUp.filter(row => Number(row['jobs']) < 1 || Number(row['weekly_hours']) < 3 || Number(row['people_supported']) < 1)).toEqual(
      [],
    )
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
  test('no two enterprises share a name', () => {
    expect(new Set(rows.map(row => row['name'])).size).toBe(171)
  })

  test('no council is named', () => {
    const { name, areas } = sampleProgramme(november)
    const words = new Set(`${name} ${areas.join(' ')} ${lines.join(' ')}`.split(/[^A-Za-z]+/))
    expect(councils.filter(council => words.has(council))).toEqual([])
  })

  test('every area is one of the six of the programme', () => {
    const { areas } = sampleProgramme(november)
    expect([...new Set(rows.map(row => cell(row, 'area')))].sort()).toEqual([...areas].sort())
    expect(areas).toHaveLength(6)
  })

  test('telephone numbers are from the range kept for fiction, and e-mail addresses from the name kept for examples', () => {
    expect(rows.filter(row => row['phone'] !== '' && !/^01632 960\d{3}$/.test(cell(row, 'phone')))).toEqual([])
    expect(rows.filter(row => row['email'] !== '' && !/^[a-z0-9-]+@example\.org$/.test(cell(row, 'email')))).toEqual([])
    const phones = rows.map(row => row['phone']).filter(phone => phone !== '')
    expect(new Set(phones).size).toBe(phones.length)
  })

  test('every enterprise has a catalyst, who is named by the work and not as a person; the three co-operatives have the partner', () => {
    expect([...new Set(rows.map(row => cell(row, 'catalyst')))].sort()).toEqual(['Catalyst', 'Partner catalyst', 'Second catalyst'])
    const partners = rows.filter(row => row['catalyst'] === 'Partner catalyst')
    expect(partners.map(row => row['legal_form'])).toEqual(['cooperative_society', 'cooperative_society', 'cooperative_society'])
  })

  test('the programme says that it is invented', () => {
    const { invented, name } = sampleProgramme(november)
    expect([invented, name]).toEqual([true, 'Levels and Moors (sample)'])
  })
})

describe('the file is the same each time', () => {
  test('on any day of a month not a letter differs, and in the next month it does', () => {
    expect(sampleCsv(day('2026-11-01'))).toBe(sampleCsv(november))
    expect(sampleCsv(day('2026-11-30'))).toBe(sampleCsv(november))
    expect(sampleCsv(day('2026-12-01'))).not.toBe(sampleCsv(november))
  })

  test('in every month it is the same enterprises under the same references: only days and check-ins differ', () => {
    const moves = /_date$|_outcome$|^insurance_until$/
    const stays = (today: PlainDate) =>
      sampleOn(today).rows.map(row => headings.filter(column => !moves.test(column)).map(column => cell(row, column)))
    for (const { today } of starts) expect(stays(today)).toEqual(stays(november))
  })

  test('its draws are those of xoshiro128**', () => {
    // From the state 1, 2, 3, 4, as printed by the reference code of Blackman and Vigna and quoted in the tests of rand_xoshiro.
    const next = xoshiro128([1, 2, 3, 4])
    const drawn = Array.from({ length: 10 }, () => next())
    expect(drawn).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804])
  })
})
