import { fold } from '#domain/fold.ts'
import type { ImportAnswers } from '#domain/importSchemas.ts'
import { known } from '#domain/known.ts'
import { day } from '#domain/plainDate.ts'
import { Books } from '#functions/book.ts'
import { dbsChecksOf, dbsRoutes } from '#functions/dbs.ts'
import { write } from '#functions/writing.ts'
import { expect, test } from 'vitest'
import type { Setting } from './importSetting.ts'
import { nothingAsked, programme, report, send, casesOf, setting, csv, line, many, lead, priya } from './importSetting.ts'

test('a dry run says what would happen, and nothing is written', async () => {
  const here = await setting()
  const said = await report(here, csv(line(1), line(2)), { dryRun: true })
  expect(said).toMatchObject({ dryRun: true, rows: 2, written: 2, fresh: 2, unchanged: 0, refused: 0, next: null, errors: [] })
  expect(here.store.cases).toEqual([])
  expect(await casesOf(here)).toEqual([])
})

test('each row becomes a case with its facts, its person and its words, and its reference is taken', async () => {
  const here = await setting()
  await report(here, csv(line(147, { began: '2014-09-01', phone: '01632 960147', note: 'Rings back at six.' })))
  const [row] = await casesOf(here)
  expect(row).toMatchObject({ reference: '0147', private: { name: 'Enterprise 147', phone: '01632 960147' } })
  expect(row?.facts.map(({ kind, via, recordedBy }) => [kind, via, recordedBy])).toEqual([
    ['enquired', 'import', lead.oid],
    ['accepted', 'import', lead.oid],
    ['trading-began', 'import', lead.oid],
  ])
  const caseId = row?.caseId ?? ''
  expect((await here.store.read(programme, 'person', [caseId, 'main']))?.row).toMatchObject({
    name: 'Enterprise 147',
    phone: '01632 960147',
  })
  const textId = row?.facts[0]?.kind === 'enquired' ? row.facts[0].data.textId : undefined
  expect((await here.store.read(programme, 'text', [caseId, textId ?? '']))?.row).toEqual({ words: 'Rings back at six.' })
  const log = await here.store.read(programme, 'log', [String(row?.n).padStart(10, '0')])
  expect(log?.row).toMatchObject({ command: 'import', cases: [caseId] })
  expect(JSON.stringify(log?.row)).not.toMatch(/Enterprise|960147|six/)
})

test('a DBS check goes into a row that can be removed and the copy that gates read, and nothing else tells of it', async () => {
  const here = await setting()
  const file = 'ref,name,enquiry_date,dbs_seen\n0001,Enterprise 1,2014-01-06,2016-03-04\n'
  await report(here, file)
  const [row] = await casesOf(here)
  const checks = await dbsChecksOf(here.store, programme, row?.caseId ?? '')
  expect(checks).toMatchObject([{ of: 'owner', seenOn: '2016-03-04', seenBy: lead.oid, level: 'not-recorded', decision: 'not-recorded' }])
  expect(row?.private?.dbs).toEqual({ seenOn: '2016-03-04', lookAgainOn: null, people: 1, settled: true })
  const log = await here.store.read(programme, 'log', [String(row?.n).padStart(10, '0')])
  const kept = await here.store.read(programme, 'text', [row?.caseId ?? '', 'file'])
  for (const each of [row?.facts, log?.row, kept?.row]) expect(JSON.stringify(each)).not.toMatch(/dbs|2016-03-04/)
  // Once more changes nothing, and a name that changes takes nothing away.
  expect(await report(here, file)).toMatchObject({ written: 0, unchanged: 1 })
  await report(here, file.replace('Enterprise 1', 'Enterprise One'))
  expect((await casesOf(here))[0]?.private).toMatchObject({ name: 'Enterprise One', dbs: { seenOn: '2016-03-04' } })
  expect(await dbsChecksOf(here.store, programme, row?.caseId ?? '')).toHaveLength(1)
})

test('a DBS check that was removed does not come back with the same file, and its day is kept nowhere', async () => {
  const here = await setting()
  const file = 'ref,name,enquiry_date,dbs_seen\n0001,Enterprise 1,2014-01-06,2016-03-04\n'
  await report(here, file)
  const caseId = (await casesOf(here))[0]?.caseId ?? ''
  const [check] = await dbsChecksOf(here.store, programme, caseId)
  const remove = dbsRoutes(here.world).find(({ name }) => name === 'api-case-dbs-remove')
  const headers = new Headers({ 'idempotency-key': 'remove-it' })
  const gone = await remove?.handle({ ...nothingAsked, params: { p: programme, c: caseId, id: check?.id ?? '' }, headers })
  expect(gone?.ok).toBe(true)
  expect(await report(here, file, { dryRun: true })).toMatchObject({ written: 0, unchanged: 1 })
  await report(here, file.replace('Enterprise 1', 'Enterprise One'))
  expect(await dbsChecksOf(here.store, programme, caseId)).toEqual([])
  for await (const page of here.store.list(programme, 'text')) expect(JSON.stringify(page)).not.toContain('2016-03-04')
})

test('at most eight rows go in one transaction, with a pause between two', async () => {
  const here = await setting()
  expect(await report(here, many(25))).toMatchObject({ rows: 25, written: 25, unchanged: 0, next: null })
  expect(here.store.cases).toEqual([8, 8, 8, 1])
  expect(here.waits).toEqual([50, 50, 50])
})

test('importing the same file twice changes nothing', async () => {
  const here = await setting()
  const file = csv(line(1, { began: '2014-09-01', closed: '2016-05-12', reason: 'Moved on', note: 'x' }), line(2))
  await report(here, file)
  const before = await casesOf(here)
  here.store.cases.length = 0
  expect(await report(here, file)).toMatchObject({ written: 0, unchanged: 2, refused: 0, changes: [] })
  expect(here.store.cases).toEqual([])
  expect(await casesOf(here)).toEqual(before)
})

test('a changed row shows what would change, and then becomes a replacement', async () => {
  const here = await setting()
  await report(here, csv(line(1, { began: '2014-09-01' }), line(2)))
  const changed = csv(line(1, { began: '2014-10-01', phone: '01632 960147' }), line(2))
  const said = await report(here, changed, { dryRun: true })
  expect(said).toMatchObject({ written: 1, fresh: 0, changed: 1, unchanged: 1 })
  expect(said.changes.map(({ column, before, after, becomes }) => [column, before, after, becomes])).toEqual([
    ['started_trading_date', '1 September 2014', '1 October 2014', 'replaced'],
    ['phone', '', '01632 960147', 'added'],
  ])
  await report(here, changed)
  const [row] = await casesOf(here)
  expect(row?.private).toMatchObject({ phone: '01632 960147' })
  expect(row?.facts.at(-1)).toMatchObject({ kind: 'replace', via: 'import', data: { reason: 'file-changed' } })
  expect(fold(known(row?.facts ?? [])).trading).toMatchObject({ beganOn: '2014-10-01' })
})

test('nothing is written while a row is bad, and the report names each cell', async () => {
  const here = await setting()
  const result = await send(here, csv(line(1), line(2, { began: '31/02/2015' }), line(3, { began: '2016-05-12', closed: '2016-05-02' })))
  expect(result).toMatchObject({ ok: false, refusal: { kind: 'rows-need-you', what: '2 rows need you. Nothing was saved.' } })
  if (result.ok || result.refusal.kind !== 'rows-need-you') throw new Error('expected rows that need the lead')
  expect(result.refusal.report).toMatchObject({ dryRun: false, rows: 3, written: 0, refused: 2, unchanged: 1 })
  expect(result.refusal.report.errors.map(({ row, column, what }) => [row, column, what])).toEqual([
    [3, 'started_trading_date', '31/02/2015 is not a real date.'],
    [4, 'closed_date', 'They closed before they began (12 May 2016).'],
  ])
  expect(here.store.cases).toEqual([])
})

test('where the lead chose to leave out the bad rows, the good ones go in', async () => {
  const here = await setting()
  const said = await report(here, csv(line(1), line(2, { began: '31/02/2015' }), line(3)), { answers: { skipBad: true } })
  expect(said).toMatchObject({ written: 2, refused: 1, unchanged: 0 })
  expect((await casesOf(here)).map(({ reference }) => reference)).toEqual(['0001', '0003'])
})

test('a cell put right on the screen goes in right, and the same file with the same fixes changes nothing', async () => {
  const here = await setting()
  const file = csv(line(1, { began: '31/02/2015' }))
  const answers: ImportAnswers = { fixes: [{ row: 2, column: 'started_trading_date', value: '28/02/2015' }] }
  expect(await report(here, file, { answers })).toMatchObject({ written: 1, refused: 0 })
  expect(await report(here, file, { answers })).toMatchObject({ written: 0, unchanged: 1 })
})

test('a call stops when its minute is over and says where to go on; going on writes the rest, and nothing twice', async () => {
  // Three transactions of 25 seconds go past the minute: 24 rows are in, and row 26 of the file is the next.
  const here = await setting({ eachTakes: 25_000 })
  const file = many(45)
  expect(await report(here, file)).toMatchObject({ rows: 45, written: 24, unchanged: 0, refused: 0, next: 26 })
  expect(await casesOf(here)).toHaveLength(24)
  expect(await report(here, file, { from: 26 })).toMatchObject({ rows: 45, written: 21, unchanged: 0, refused: 0, next: null })
  const cases = await casesOf(here)
  expect(new Set(cases.map(({ reference }) => reference)).size).toBe(45)
  expect(cases.map(({ facts }) => facts.length)).toEqual(cases.map(() => 2))
})

test('a page may ask for less than a minute, to show how far it is', async () => {
  const here = await setting({ eachTakes: 5_000 })
  expect(await report(here, many(45), { seconds: 8 })).toMatchObject({ written: 16, next: 18 })
})

test('a store that is lost half-way leaves what is in, and says where to go on', async () => {
  const here = await setting()
  here.store.takes = 1
  expect(await report(here, many(25))).toMatchObject({ written: 8, unchanged: 0, next: 10 })
  here.store.takes = Infinity
  expect(await report(here, many(25), { from: 10 })).toMatchObject({ written: 17, unchanged: 0, next: null })
  expect(await casesOf(here)).toHaveLength(25)
})

test('a store that is lost from the start is a refusal to try again', async () => {
  const here = await setting()
  here.store.takes = 0
  expect(await send(here, many(3))).toEqual({ ok: false, refusal: { kind: 'busy' } })
})

test('going on at a row leaves the rows before it alone', async () => {
  const here = await setting()
  expect(await report(here, many(5), { from: 5 })).toMatchObject({ rows: 5, written: 2 })
  expect((await casesOf(here)).map(({ reference }) => reference)).toEqual(['0004', '0005'])
})

test('two people who bring in the same file at once write each row once', async () => {
  const here = await setting()
  const elsewhere: Setting = {
    ...here,
    world: { ...here.world, books: new Books(here.store), writer: { ...here.world.writer, lines: new Map() } },
  }
  const [mine, theirs] = await Promise.all([report(here, many(30)), report(elsewhere, many(30))])
  expect(mine.written + theirs.written).toBe(30)
  expect([mine.unchanged, theirs.unchanged]).toEqual([30 - mine.written, 30 - theirs.written])
  expect(await casesOf(here)).toHaveLength(30)
})

test('what a person recorded since is shown and not overwritten', async () => {
  const here = await setting()
  const file = csv(line(1, { began: '2014-09-01' }))
  await report(here, file)
  const [row] = await casesOf(here)
  const began = row?.facts.find(({ kind }) => kind === 'trading-began')?.id ?? ''
  const request = { partition: programme, command: 'replace', by: priya, via: 'person' as const }
  await write(here.world.writer, request, async ({ read }) => {
    const found = await read('case', [row?.caseId ?? ''])
    const data = { of: began, reason: 'wrong-date' as const, happenedOn: day('2014-09-15'), data: {} }
    return {
      ok: true,
      value: { cases: [{ caseId: row?.caseId ?? '', reference: '0001', found, added: [{ kind: 'replace', data }] }], changes: [] },
    }
  })
  const said = await report(here, csv(line(1, { began: '2014-11-01' })))
  expect(said).toMatchObject({ written: 0, unchanged: 1 })
  expect(said.changes).toMatchObject([{ before: '15 September 2014', after: '1 November 2014', becomes: 'kept-as-a-person-recorded-it' }])
  const [after] = await casesOf(here)
  expect(fold(known(after?.facts ?? [])).trading).toMatchObject({ beganOn: '2014-09-15' })
})

test('what the lead says of a reason is asked once: later files are read by it, and settings hold no words', async () => {
  const here = await setting()
  const ended = (ref: number) => line(ref, { began: '2014-09-01', closed: '2016-05-12', reason: 'Went back to nursing' })
  const asked = await report(here, csv(ended(1)), { dryRun: true })
  expect(asked.questions.endings).toEqual([{ words: 'Went back to nursing', rows: 1, ending: null }])
  await report(here, csv(ended(1)), { answers: { endings: { 'Went back to nursing': 'took-job' } } })
  const later = await report(here, csv(ended(1), ended(2)))
  expect(later.questions.endings).toEqual([{ words: 'Went back to nursing', rows: 2, ending: 'took-job' }])
  expect(later).toMatchObject({ written: 1, unchanged: 1 })
  const ends = (await casesOf(here)).map(({ facts }) => facts.find(({ kind }) => kind === 'stopped')?.data)
  expect(ends).toMatchObject([{ ending: 'took-job' }, { ending: 'took-job' }])
  for await (const page of here.store.list(programme, 'endingWords')) expect(JSON.stringify(page)).not.toMatch(/nursing/i)
})
