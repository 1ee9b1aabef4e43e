import { expect, test } from 'vitest'
import type { Fact, FactKind } from '#domain/facts.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { Insight } from '#domain/insights.ts'
import { insightSchemas, insightWithdrawalSchema } from '#domain/insightSchemas.ts'
import { correctionSchemas, happeningSchemas } from '#domain/schemas.ts'
import { settingsRowSchema } from '#domain/settingsSchemas.ts'
import type { PackedFacts, Upcast } from '#functions/factText.ts'
import { packFacts, unpackFacts, upcasts } from '#functions/factText.ts'
import type { PackedInsights } from '#functions/insightText.ts'
import { packInsights, unpackInsights } from '#functions/insightText.ts'
import { logHashOf, readLogText, sealLog } from '#functions/logText.ts'
import type { Entity } from '#functions/rows.ts'
import { foundIn, writesOf } from '#functions/rows.ts'
import type { RowKind, Rows } from '#functions/store.ts'
import {
  caseId,
  exampleRows,
  facts,
  factsText,
  insightsText,
  insightsVersion1,
  logTextOfRefusal,
  logTextWithInsights,
  textId,
  version1,
} from './storedExamples.ts'

const kinds = Object.keys(version1) as FactKind[]
const read = (text: string, known = upcasts): Fact[] => unpackFacts(JSON.parse(text) as PackedFacts, known)
const schemas = { ...happeningSchemas, ...correctionSchemas }
const withStep = (kind: FactKind, ...steps: Upcast[]) => new Map([...upcasts, [kind, steps]])

function entityOf<K extends RowKind>(kind: K, row: Rows[K]): Entity {
  const [write] = writesOf('p', [{ put: 'upsert', kind, key: exampleRows[kind].key, row } as Parameters<typeof writesOf>[1][number]])
  return write?.entity as Entity
}

test.each(kinds)('a fact of the kind %s is read as version 1 kept it', kind => {
  const [, , place, happenedOn, data] = JSON.parse(version1[kind]) as [string, number, number, string | null, object]
  const [fact] = read(factsText(version1[kind]))
  expect(fact).toEqual({
    kind,
    ...(happenedOn !== null && { happenedOn }),
    data,
    id: `7.${place}`,
    n: 7,
    recordedAt: '2026-03-02T09:30:00.000Z',
    recordedBy: 'c1a5d9d2-1111-4222-8333-444455556666',
    via: 'person',
  })
  expect(schemas[kind].parse(fact?.data)).toEqual(data)
})

test('facts written today are in the words that version 1 was kept in', () => {
  const all = factsText(...kinds.map(kind => version1[kind]))
  expect(JSON.stringify(packFacts(read(all)))).toBe(all)
})

test('a case row of the first release is read', () => {
  const stored = {
    partitionKey: 'north',
    rowKey: `case|${caseId}`,
    caseId,
    n: 7,
    reference: 'EX/014',
    facts0: factsText(version1.enquired).slice(0, 100),
    facts1: factsText(version1.enquired).slice(100),
    private: '{"name":"Siân","phone":"01632 960001"}',
  }
  expect(foundIn('case', stored.rowKey, stored, 'e')).toEqual({
    key: [caseId],
    etag: 'e',
    row: {
      caseId,
      n: 7,
      reference: 'EX/014',
      facts: read(factsText(version1.enquired)),
      private: { name: 'Siân', phone: '01632 960001' },
    },
  })
})

test('a log row of the first release is read, and its hash is the SHA-256 of the hash before it, a line feed and its text', () => {
  const text = `[1,7,"2026-03-02T09:30:00.000Z","c1a5d9d2-1111-4222-8333-444455556666","enquire",["${caseId}"],[0,0],[1,{},["c1a5d9d2-1111-4222-8333-444455556666"],[[7,"2026-03-02T09:30:00.000Z",0,"person"]],[["enquired",0,0,"2025-04-01",{"reference":"EX/014"}],["accepted",0,1,"2025-04-20",{"origin":"new"}]]]]`
  // printf '%s\n%s' the-hash-before "$text" | openssl dgst -sha256 -binary | basenc --base64url
  const hash = 'Pk3pIm_sLknrnaMTEFb_9q5mdXf1iojeDw51sIyjYfY'
  const stored = { partitionKey: 'north', rowKey: 'log|0000000007', n: 7, hash, previousHash: 'the-hash-before', text0: text }
  const { row } = foundIn('log', stored.rowKey, stored, 'e')
  expect(row.text).toBe(text)
  expect(logHashOf(row.previousHash, row.text)).toBe(hash)
  expect(row.facts.map(({ caseId: touched, fact }) => [touched, fact.id, fact.kind])).toEqual([
    [caseId, '7.0', 'enquired'],
    [caseId, '7.1', 'accepted'],
  ])
  expect(sealLog(readLogText(text), 'the-hash-before')).toEqual(row)
})

test('a settings row of the first release is read, with the rules that held before there were any in it', () => {
  const text =
    '{"version":1,"tid":"c1a5d9d2-1111-4222-8333-444455556666","areas":["north-town"],"period":{"from":"2025-04-01","to":"2027-03-31"},"costPence":12000000,"followUpUntil":null,"invented":true,"textId":"9d1f3b52-8c57-4f0a-8a0f-5a3a8d1b7e02","effectiveFrom":null,"recordedAt":"2026-03-02T09:30:00.000Z"}'
  const { row } = foundIn('settings', 'settings|programme|0000000001', { row0: text }, 'e')
  expect(row).toEqual({ ...(JSON.parse(text) as object), followUpBy: null, followUpPerson: null, recordedBy: null, rules: defaultRules })
  expect(row.rules).toMatchObject({ answerWorkingDays: 2, silentDays: 42, caseload: 100, sizeCapHundredths: 800, fullTimeMinutes: 2_250 })
  expect(settingsRowSchema.parse(row)).toEqual(row)
})

test('a settings row keeps its rules, and a rule that it was never asked about holds as it did', () => {
  const { row } = exampleRows.settings
  const { stuckDays: _, ...older } = row.rules
  const stored = { partitionKey: 'north', rowKey: 'settings|programme|1', row0: JSON.stringify({ ...row, rules: older }) }
  expect(foundIn('settings', stored.rowKey, stored, 'e').row).toEqual(row)
})

const insightKinds = Object.keys(insightsVersion1) as (keyof typeof insightsVersion1)[]
const readInsights = (text: string, known = new Map<string, Upcast[]>(insightKinds.map(kind => [kind, []]))): Insight[] =>
  unpackInsights(JSON.parse(text) as PackedInsights, known)

test.each(insightKinds)('an insight of the kind %s is read as version 1 kept it', kind => {
  const [, place, happenedOn, data] = JSON.parse(insightsVersion1[kind]) as [string, number, string | null, object]
  const [insight] = unpackInsights(JSON.parse(insightsText(insightsVersion1[kind])) as PackedInsights)
  expect(insight).toEqual({
    kind,
    ...(happenedOn !== null && { happenedOn }),
    data,
    id: `7.${place}`,
    n: 7,
    recordedAt: '2026-03-02T09:30:00.000Z',
    recordedBy: 'c1a5d9d2-1111-4222-8333-444455556666',
    via: 'person',
  })
  expect({ ...insightSchemas, withdraw: insightWithdrawalSchema }[kind].parse(insight?.data)).toEqual(data)
})

test('insights written today are in the words that version 1 was kept in', () => {
  const all = insightsText(...insightKinds.map(kind => insightsVersion1[kind]))
  expect(JSON.stringify(packInsights(readInsights(all)))).toBe(all)
})

test('a log row with insights is read, and its hash is that of its own text', () => {
  // printf '%s\n%s' the-hash-before "$text" | openssl dgst -sha256 -binary | basenc --base64url
  const hash = 'HvVFeQUk9TQLneZR4vZrOSGM5yP-G7XeGK6LormZoLg'
  const stored = {
    partitionKey: 'north',
    rowKey: 'log|0000000007',
    n: 7,
    hash,
    previousHash: 'the-hash-before',
    text0: logTextWithInsights,
  }
  const { row } = foundIn('log', stored.rowKey, stored, 'e')
  expect(logHashOf(row.previousHash, row.text)).toBe(hash)
  expect(row.facts).toEqual([])
  expect(row.insights.map(({ id, kind }) => [id, kind])).toEqual([['7.1', 'request-unmet']])
  expect(sealLog(readLogText(logTextWithInsights), 'the-hash-before')).toEqual(row)
})

test('a log row of a refusal is read, and its hash is that of its own text', () => {
  // printf '%s\n%s' the-hash-before "$text" | openssl dgst -sha256 -binary | basenc --base64url
  const hash = 'X0Dr0Cmx16KIxa4SOV3TfK-FHtUiQALKSabfyITRd8c'
  const stored = { partitionKey: 'north', rowKey: 'log|0000000007', n: 7, hash, previousHash: 'the-hash-before', text0: logTextOfRefusal }
  const { row } = foundIn('log', stored.rowKey, stored, 'e')
  expect(logHashOf(row.previousHash, row.text)).toBe(hash)
  expect(row).toMatchObject({ cases: [], facts: [], insights: [], refused: { command: 'pay-grant', caseId, why: 'not-accepted' } })
  expect(sealLog(readLogText(logTextOfRefusal), 'the-hash-before')).toEqual(row)
})

test('a log entry that refuses and has insights keeps both', () => {
  const entry = { ...readLogText(logTextWithInsights), refused: { command: 'pay-grant', caseId, why: 'not-accepted' } }
  const { text } = sealLog(entry, '')
  expect(text).toMatch(/^\[3,/)
  expect(readLogText(text)).toEqual(entry)
})

test('an insight of an older version takes every step to the newest, and one of a newer release is refused in words that say so', () => {
  const told = insightsText(insightsVersion1['story-ended'])
  const known = new Map<string, Upcast[]>([['story-ended', [data => ({ ...data, again: true })]]])
  expect(readInsights(told, known)[0]?.data).toEqual({ story: '7.6', again: true })
  const [ended] = readInsights(told)
  expect(packInsights([ended as Insight], known)[1]).toEqual({ 'story-ended': 2 })
  const newer = 'this row was written by a newer release'
  expect(() => readInsights(told, new Map())).toThrow(newer)
  expect(() => readInsights('[2,{},7,"at","p","person",[]]')).toThrow(newer)
})

test('an insight whose id does not say its log number is refused, and so is a row of none', () => {
  const [ended] = readInsights(insightsText(insightsVersion1['story-ended']))
  expect(() => packInsights([{ ...(ended as Insight), id: '8.0' }])).toThrow(RangeError)
  expect(() => packInsights([])).toThrow(RangeError)
})

test('rows of every other kind are one piece of JSON, in columns of our own naming', () => {
  const stored = { partitionKey: 'north', rowKey: `person|${caseId}|${textId}`, row0: '{"name":"Siân","contactName":null}' }
  expect(foundIn('person', stored.rowKey, stored, 'e').row).toEqual({ name: 'Siân', contactName: null })
  expect(Object.keys(entityOf('endingWords', exampleRows.endingWords.row)).sort()).toEqual(['partitionKey', 'row0', 'rowKey'])
})

test('a case row shows its number and reference, and no column at all for a private copy that was emptied', () => {
  const entity = entityOf('case', { ...exampleRows.case.row, private: null })
  expect(Object.keys(entity).sort()).toEqual(['caseId', 'facts0', 'n', 'partitionKey', 'present', 'reference', 'rowKey'])
  expect(entity).toMatchObject({ n: 9, reference: 'EX/014', partitionKey: 'p', rowKey: `case|${caseId}` })
})

test('a person who recorded many facts is named once', () => {
  const text = JSON.stringify(packFacts(facts))
  const [first] = facts
  expect(text.split(first?.recordedBy ?? '')).toHaveLength(2)
})

test('no column ends within a character', () => {
  const entity = entityOf('text', { words: `x${'🧓'.repeat(40_000)}` })
  const columns = Object.entries(entity).filter(([name]) => name.startsWith('row') && name !== 'rowKey')
  expect(columns).toHaveLength(3)
  for (const [, column] of columns) {
    expect(String(column).length).toBeLessThanOrEqual(30_000)
    expect(column).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/)
  }
})

test('a kind, a version or a format that a newer release wrote is refused in words that say so', () => {
  const newer = 'this row was written by a newer release'
  expect(() => read(factsText('["moved-house",0,0,"2025-04-01",{}]'))).toThrow(`${newer}: it holds a fact of the kind "moved-house"`)
  expect(() => read(factsText('["constructor",0,0,"2025-04-01",{}]'))).toThrow(newer)
  expect(() => read('[1,{"paused":2},["p"],[[7,"at",0,"person"]],[["paused",0,0,"2025-04-01",{}]]]')).toThrow(
    `${newer}: it holds "paused" in version 2`,
  )
  expect(() => read('[2,{},[],[],[]]')).toThrow(newer)
  expect(() => readLogText('[4]')).toThrow(newer)
  const stored = { partitionKey: 'north', rowKey: 'case|a', facts0: '[2,{},[],[],[]]' }
  expect(() => foundIn('case', stored.rowKey, stored, 'e')).toThrow(`the row case|a cannot be read: ${newer}`)
})

test('a newer version of a kind that a row does not hold is no reason to refuse it', () => {
  expect(read('[1,{"paused":2},["p"],[[7,"at",0,"person"]],[["resumed",0,0,"2025-04-01",{}]]]')).toHaveLength(1)
})

test('a row that is broken is named, and its text is not told', () => {
  const stored = { partitionKey: 'north', rowKey: 'text|a|b', row0: '{"words":"A secret' }
  expect(() => foundIn('text', stored.rowKey, stored, 'e')).toThrow('the row text|a|b cannot be read: its text is broken')
})

test('a fact of an older version takes every step to the newest, from where it stands', () => {
  const inWords: Upcast = data => ({ ...data, origin: `${String(data['origin'])}!` })
  const known = withStep('accepted', inWords, inWords)
  const accepted = (versions: string): string =>
    `[1,${versions},["p"],[[7,"at",0,"person"]],[["accepted",0,1,"2025-04-20",{"origin":"new"}],["paused",0,2,"2025-04-21",{}]]]`
  expect(read(accepted('{}'), known)[0]?.data).toEqual({ origin: 'new!!' })
  expect(read(accepted('{"accepted":2}'), known)[0]?.data).toEqual({ origin: 'new!' })
  expect(read(accepted('{"accepted":3}'), known)[0]?.data).toEqual({ origin: 'new' })
  expect(() => read(accepted('{"accepted":4}'), known)).toThrow('"accepted" in version 4')
  expect(packFacts(facts, known)[1]).toEqual({ accepted: 3 })
})

test('what a replacement holds takes the steps of the kind that it replaces, through a chain of replacements', () => {
  const known = withStep('trading-began', data => ({ ...data, moved: true }))
  const second = '["replace",0,28,null,{"of":"7.27","reason":"wrong-date","happenedOn":"2025-08-05","data":{}}]'
  const stored = factsText(version1['trading-began'], version1.replace, second)
  expect(read(stored, known).map(({ data }) => data)).toEqual([
    { followedFrom: '2025-09-01', moved: true },
    { of: '7.12', reason: 'wrong-date', happenedOn: '2025-08-04', data: { followedFrom: '2025-09-01', moved: true } },
    { of: '7.27', reason: 'wrong-date', happenedOn: '2025-08-05', data: { moved: true } },
  ])
  // In a log row the fact that is replaced stands elsewhere.
  expect(read(factsText(version1.replace), known)[0]?.data).toMatchObject({ data: { followedFrom: '2025-09-01' } })
})

test('a fact whose id does not say its log number is refused', () => {
  const [first] = facts
  expect(() => packFacts([{ ...(first as Fact), id: '8.0' }])).toThrow(RangeError)
  expect(() => packFacts([{ ...(first as Fact), id: '7' }])).toThrow(RangeError)
})

test('a log entry that does not name a case its facts touch is refused', () => {
  const entry = { ...readLogText(exampleRows.log.row.text), cases: [] }
  expect(() => sealLog(entry, '')).toThrow(RangeError)
})
