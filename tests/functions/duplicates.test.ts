import { expect, test } from 'vitest'
import { admit } from '#functions/access.ts'
import { matchChanges, maybeSame } from '#functions/duplicates.ts'
import { mergeRoutes } from '#functions/merging.ts'
import type { Key, PersonRow, RowKind } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import type { Setting } from './importSetting.ts'
import { lead, nothingAsked, programme, report, setting } from './importSetting.ts'

const file = (phone: string) => `ref,name,enquiry_date,contact_name,phone,email,postcode
0098,Harbour Help,2014-01-06,Jo Wren,${phone},Jo@Wren.example,ta1 1aa
0099,Moor Meals,2014-01-06,,,,
`
const jo: PersonRow = {
  name: 'Harbour Help',
  contactName: 'Jo Wren',
  phone: '07700 900147',
  email: 'jo@wren.example',
  postcode: 'TA1 1AA',
}

async function keysIn({ world }: Setting): Promise<string[]> {
  const keys: string[] = []
  for await (const page of world.store.list(programme, 'match')) keys.push(...page.map(({ key }) => key.join('|')))
  return keys.sort()
}

const readIn =
  ({ store }: World) =>
  <K extends RowKind>(kind: K, key: Key) =>
    store.read(programme, kind, key)

async function found(here: Setting, details: object): Promise<string[]> {
  const admitted = await admit(here.world.store, lead, programme, 'cases.enquire')
  if (!admitted.ok) throw new Error(admitted.refusal.kind)
  return (await maybeSame(here.world, admitted.value, details)).map(({ reference }) => reference)
}

test('who comes with a spreadsheet is found by phone, e-mail, and surname and postcode', async () => {
  const here = await setting()
  await report(here, file('7700900147'))
  expect(await keysIn(here)).toHaveLength(3)
  expect(await found(here, { phone: '07700 900147' })).toEqual(['0098'])
  expect(await found(here, { email: 'JO@wren.example' })).toEqual(['0098'])
  expect(await found(here, { name: 'J Wren', postcode: 'TA1 1AA' })).toEqual(['0098'])
  expect(await found(here, { name: 'Jo Wren' })).toEqual([])
})

test('who has two numbers in one box is found by either', async () => {
  const here = await setting()
  await report(here, file('01632 960001 / 07700 900147'))
  expect(await found(here, { phone: '01632 960001' })).toEqual(['0098'])
  expect(await found(here, { phone: '07700 900147' })).toEqual(['0098'])
})

test('a number that the spreadsheet changed is found by the new one alone', async () => {
  const here = await setting()
  await report(here, file('07700 900147'))
  await report(here, file('01632 960001'))
  expect(await found(here, { phone: '07700 900147' })).toEqual([])
  expect(await found(here, { phone: '01632 960001' })).toEqual(['0098'])
  expect(await keysIn(here)).toHaveLength(3)
})

test('who was merged into one that was merged in turn is told as the last of them alone', async () => {
  const here = await setting()
  await report(
    here,
    'ref,name,enquiry_date,phone\n0098,Harbour Help,2014-01-06,07700 900147\n0099,Harbour Help,2014-01-07,07700 900147\n0100,Harbour,2014-01-08,\n',
  )
  const { cases } = await here.world.books.open(programme)
  const idOf = (reference: string): string => [...cases.values()].find(each => each.reference === reference)?.caseId ?? ''
  for (const [from, into] of [
    ['0098', '0099'],
    ['0099', '0100'],
  ] as const) {
    const merging = mergeRoutes(here.world).find(({ name }) => name === 'api-case-merge')
    const headers = new Headers({ 'idempotency-key': `${from}-into-${into}` })
    const merged = await merging?.handle({ ...nothingAsked, params: { p: programme, c: idOf(from) }, body: { into: idOf(into) }, headers })
    expect(merged?.ok).toBe(true)
  }
  expect(await found(here, { phone: '07700 900147' })).toEqual(['0100'])
})

test('the rows hold nothing that can be read: a kind, a keyed hash of 43 characters, and the record’s id', async () => {
  const here = await setting()
  await report(here, file('07700 900147'))
  const keys = await keysIn(here)
  for (const key of keys) expect(key).toMatch(/^(?:phone|email|postcode-surname)\|[\w-]{43}\|[0-9a-f-]{36}$/)
  expect(keys.join(' ')).not.toMatch(/900147|wren|TA1/i)
})

test('the same number has another hash in another deployment, and in another programme', async () => {
  const { world } = await setting()
  const rowsOf = async (each: World, programmeId: string) => {
    const changes = await matchChanges(each, readIn(world), { programmeId, caseId: '1', before: null, after: jo })
    return changes.map(({ key }) => key.join('|'))
  }
  const [here, again] = [await rowsOf(world, programme), await rowsOf(world, programme)]
  const elsewhere = await rowsOf({ ...world, secret: async () => 'another secret' }, programme)
  const inAnother = await rowsOf(world, 'moors')
  expect(again).toEqual(here)
  expect(new Set([...here, ...elsewhere, ...inAnother]).size).toBe(9)
})

test('who is emptied is found no more', async () => {
  const here = await setting()
  await report(here, file('07700 900147'))
  const caseId = (await keysIn(here))[0]?.split('|')[2] ?? ''
  const change = { programmeId: programme, caseId, before: jo, after: null }
  await here.world.store.commit(programme, await matchChanges(here.world, readIn(here.world), change))
  expect(await keysIn(here)).toEqual([])
})

test('a record of an older release, which has no such rows, can be changed, and is found from then on', async () => {
  const { world } = await setting()
  const change = { programmeId: programme, caseId: 'old', before: { ...jo, phone: '01632 960001' }, after: jo }
  const changes = await matchChanges(world, readIn(world), change)
  expect(changes.map(({ put }) => put)).toEqual(['upsert', 'upsert', 'upsert'])
  expect(await world.store.commit(programme, changes)).toBe('committed')
})

test('a record that is older than these rows is found all the same, by what the list shows of it', async () => {
  const here = await setting()
  await report(here, file('07700 900147'))
  const old = []
  for await (const page of here.world.store.list(programme, 'match')) old.push(...page.map(({ key }) => key))
  await here.store.commit(
    programme,
    old.map(key => ({ put: 'delete', kind: 'match', key })),
  )
  expect(await keysIn(here)).toEqual([])
  expect(await found(here, { phone: '+44 7700 900147' })).toEqual(['0098'])
  expect(await found(here, { email: 'jo@wren.example' })).toEqual(['0098'])
  expect(await found(here, { name: 'Harbour Help' })).toEqual([])
})
