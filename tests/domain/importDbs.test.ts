import type { NewFact } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import { day, instantAt } from '#domain/plainDate.ts'
import { expect, test } from 'vitest'
import { factsOf, planOf, priya, someone, written } from './importSheets.ts'

// What a file says of a DBS check goes into rows of its own. Here is when one is new, and that nothing else tells of it.

const first = () => written(planOf({ ...someone, dbs_seen: '4 March 2016' }))
const again = (dbs: Record<string, string>, before = first()) => planOf({ ...someone, ...dbs }, { existing: [before] })

test('the same day again is nothing new, and a later one is a check of its own', () => {
  expect(again({ dbs_seen: '4 March 2016' })).toMatchObject({ outcome: 'same', dbsSeenOn: null, facts: [] })
  expect(again({ dbs_seen: '1 March 2018' })).toMatchObject({ outcome: 'changed', dbsSeenOn: '2018-03-01', facts: [] })
})

test('a Y without a day says nothing new of one who has a check on record, whatever was said of when they last spoke', () => {
  expect(again({ dbs_seen: 'Y', last_contact_date: '2018-03-01' })).toMatchObject({ dbsSeenOn: null })
})

test('one that somebody removed does not come back, with its day or without; one of another day is new', () => {
  const removed = { ...first(), dbsSeen: [], dbsRemoved: (seenOn?: string) => seenOn === undefined || seenOn === '2016-03-04' }
  expect(again({ dbs_seen: '4 March 2016' }, removed)).toMatchObject({ outcome: 'same', dbsSeenOn: null })
  expect(again({ dbs_seen: 'Y', last_contact_date: '2018-03-01' }, removed)).toMatchObject({ dbsSeenOn: null })
  expect(again({ dbs_seen: '1 March 2018' }, removed)).toMatchObject({ outcome: 'changed', dbsSeenOn: '2018-03-01' })
})

test('an empty cell, an N or a file without the column takes no check away', () => {
  for (const cells of [{ dbs_seen: '' }, { dbs_seen: 'N' }, {}])
    expect(again(cells as Record<string, string>)).toMatchObject({ outcome: 'same', dbsSeenOn: null })
})

test('whose details were removed gets none back', () => {
  expect(again({ dbs_seen: '1 March 2018' }, { ...first(), person: null })).toMatchObject({ dbsSeenOn: null })
})

test('the report of changes does not say when a check was seen', () => {
  expect(JSON.stringify(again({ dbs_seen: '1 March 2018' }).changes)).toBe('[]')
})

test('an entry that an older import made of it is taken back, and its day goes into a row', () => {
  const before = written(planOf(someone))
  const n = before.facts.length + 1
  const asWritten: NewFact = { kind: 'check-seen', happenedOn: day('2016-03-04'), data: { check: 'dbs' } }
  const old = record([asWritten], {
    n,
    recordedAt: instantAt(n * 1_000),
    recordedBy: priya,
    via: 'import',
  })
  const plan = again({ dbs_seen: '4 March 2016' }, { ...before, facts: [...before.facts, ...old] })
  expect(plan).toMatchObject({ outcome: 'changed', dbsSeenOn: '2016-03-04', changes: [] })
  expect(factsOf(plan)).toEqual([['withdraw', { of: old[0]?.id, reason: 'file-changed' }]])
})
