import { columns, readHeadings } from '#domain/importColumns.ts'
import { slugOf } from '#domain/slug.ts'
import { expect, test } from 'vitest'

const columnsOf = (...headings: string[]) => readHeadings(headings).read.map(({ column }) => column)

test('every column is read by its own name', () => {
  expect(columnsOf(...columns)).toEqual([...columns])
  expect(readHeadings(columns).missing).toEqual([])
})

test('friendly headings are read in any order', () => {
  expect(columnsOf('Trading from', 'Enterprise', 'Reference', 'Date of enquiry', '6-month check-in', '12 month check-in outcome')).toEqual([
    'started_trading_date',
    'name',
    'ref',
    'enquiry_date',
    'checkin_6m_date',
    'checkin_12m_outcome',
  ])
})

test('no friendly heading stands for two columns', () => {
  const friendly = [
    'Closed',
    'Set up',
    'Grant',
    'Grant paid on',
    'Contact',
    'Last contact',
    'Services',
    'Areas covered',
    'Postcode',
    'Notes',
    'Hours',
  ]
  expect(new Set(columnsOf(...friendly)).size).toBe(friendly.length)
})

test('headings that are not read are listed by name, and a column that stands twice is read once', () => {
  const { read, notRead, twice, missing } = readHeadings(['Enterprise', 'Fax', 'name', 'ref', 'Favourite colour'])
  expect(read.map(({ heading }) => heading)).toEqual(['name', 'ref'])
  expect(notRead.map(({ heading }) => heading)).toEqual(['Enterprise', 'Fax', 'Favourite colour'])
  expect(twice).toEqual([{ heading: 'Enterprise', insteadOf: 'name' }])
  expect(missing).toEqual(['enquiry_date'])
})

test('a heading with a £ is in pounds, and one that says pence is in pence', () => {
  const unitOf = (heading: string) => readHeadings([heading]).read.map(({ column, unit }) => [column, unit])[0]
  expect(unitOf('Grant (£)')).toEqual(['grant_awarded_pence', 'pounds'])
  expect(unitOf('grant_awarded_pounds')).toEqual(['grant_awarded_pence', 'pounds'])
  expect(unitOf('grant_awarded_pence')).toEqual(['grant_awarded_pence', 'pence'])
  expect(unitOf('Grant')).toEqual(['grant_awarded_pence', 'not-said'])
  expect(unitOf('£ per hour')).toEqual(['price_per_hour_pence', 'pounds'])
})

test('words become a short code of small letters, digits and single dashes', () => {
  expect(slugOf('Glastonbury & Street')).toBe('glastonbury-and-street')
  expect(slugOf('  St. John’s Wood ')).toBe('st-johns-wood')
  expect(slugOf('Ynys Môn')).toBe('ynys-mon')
  expect(slugOf('— ? —')).toBe('')
  // Forty letters, cut before the dash that would end it.
  expect(slugOf(`${'a'.repeat(39)} b`)).toBe('a'.repeat(39))
})

test('a column “DBS date” is the day on which the check was seen, and one of the day it was given out is not', () => {
  expect(columnsOf('DBS date')).toEqual(['dbs_seen'])
  expect(columnsOf('Date of DBS')).toEqual(['dbs_seen'])
  expect(columnsOf('DBS issue date')).toEqual([])
})
