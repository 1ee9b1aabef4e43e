import { beforeAll, expect, test } from 'vitest'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import { Books } from '#functions/book.ts'
import { commandRoutes } from '#functions/commands.ts'
import type { Asked, Route } from '#functions/http.ts'
import { noFilters } from '#domain/listQuestion.ts'
import { downloadRoutes } from '#functions/downloads.ts'
import { draftRoutes } from '#functions/drafts.ts'
import { duplicateRoutes } from '#functions/duplicates.ts'
import { enquiryRoutes } from '#functions/enquiries.ts'
import { importRoutes } from '#functions/imports.ts'
import { insightRoutes } from '#functions/insights.ts'
import { memberRoutes } from '#functions/members.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import { personRoutes } from '#functions/people.ts'
import { programmeRoutes } from '#functions/programmes.ts'
import { secretOf } from '#functions/secret.ts'
import { settingsRoutes } from '#functions/settings.ts'
import type { RowKind } from '#functions/store.ts'
import { directory } from '#functions/store.ts'
import { viewRoutes } from '#functions/views.ts'
import type { World } from '#functions/world.ts'

/** A word that stands in everything that people type here, and in nothing else. */
const marker = 'zebra'
const programme = 'moors'
const caller = {
  tid: 'a0000000-0000-4000-8000-00000000000a',
  oid: 'a0000000-0000-4000-8000-00000000000b',
  name: marker,
  administrator: true,
}
const words = { wants: `The ${marker} farm`, note: `She said: ${marker}` }

function worldInMemory(): World {
  const store = new MemoryStore()
  let [ids, clock] = [0, Date.parse('2026-05-04T09:00:00Z')]
  const writer = {
    store,
    clock: () => (clock += 1_000),
    chance: () => 0.5,
    wait: async () => {},
    newId: () => `f0000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    lines: new Map(),
  }
  return { store, books: new Books(store), writer, secret: secretOf(store) }
}

const world = worldInMemory()
const routes: readonly Route[] = [
  ...programmeRoutes(world),
  ...memberRoutes(world),
  ...settingsRoutes(world),
  ...enquiryRoutes(world),
  ...duplicateRoutes(world),
  ...personRoutes(world),
  ...commandRoutes(world),
  ...insightRoutes(world),
  ...draftRoutes(world),
  ...viewRoutes(world),
  ...downloadRoutes(world),
  ...importRoutes(world),
]
let keys = 0

/** Asks a route as the host would, and gives back the body of the answer. */
async function ask(name: string, asked: Partial<Asked> & { n?: number }): Promise<unknown> {
  const route = routes.find(each => each.name === name)
  const headers = new Map([
    ['idempotency-key', `${marker}-key-${++keys}`],
    ['if-match', `"${asked.n ?? 0}"`],
  ])
  const get = (header: string) => headers.get(header) ?? null
  const file = { bytes: new Uint8Array(), contentType: '' }
  const said = await route?.handle({
    caller,
    query: {},
    body: undefined,
    file,
    traceId: '',
    ...asked,
    headers: { get },
    params: { p: programme, ...asked.params },
  })
  if (!said?.ok) throw new Error(`${name}: ${JSON.stringify(said?.refusal)}`)
  return said.value.body
}

const parsed = (name: string, body: object): unknown => {
  const schema = routes.find(each => each.name === name)?.body
  return schema && schema !== 'file' ? schema.parse(body) : body
}

const kinds = [
  'head',
  'log',
  'case',
  'person',
  'insight',
  'text',
  'command',
  'claim',
  'match',
  'draft',
  'view',
  'ticket',
  'access',
  'settings',
  'endingWords',
  'member',
  'programme',
  'secret',
] as const

/** Rows in which words may stand. A case row's own copy of them, `private`, is looked at apart. */
const mayHoldWords: readonly RowKind[] = ['person', 'text', 'draft', 'view']

async function rowsOf(kind: RowKind): Promise<{ key: readonly string[]; row: unknown }[]> {
  const rows: { key: readonly string[]; row: unknown }[] = []
  for (const partition of [programme, directory]) {
    for await (const page of world.store.list(partition, kind)) rows.push(...page.map(({ key, row }) => ({ key, row })))
  }
  return rows
}

const spreadsheet = [
  'ref,name,enquiry_date,journey,area,closed_date,closed_reason,started_trading_date,contact_name,phone,email,postcode,catalyst,note',
  `LM-9,${marker} Care,2025-01-05,new,North,2025-09-01,A ${marker} bit her,2025-03-01,Mrs ${marker},${marker} 1,${marker}@example.org,ZE1 BRA,${marker},Ask the ${marker}`,
].join('\r\n')

beforeAll(async () => {
  await ask('api-programmes-make', {
    body: parsed('api-programmes-make', {
      id: programme,
      name: `${marker} programme`,
      areas: ['North'],
      period: { from: '2024-04-01', to: '2026-03-31' },
      costPence: 13_500_000,
      followUpOwner: `The ${marker} team`,
    }),
  })
  const [first] = ((await ask('api-settings-read', {})) as SettingsAnswer).versions
  if (!first) throw new Error('a programme has settings')
  const { areas, period, costPence, followUpUntil, followUpPerson, rules } = first
  const names = {
    ...first.names,
    areas: { ...first.names.areas, south: `${marker} South` },
    templates: { 'first-call': `Ring ${marker}` },
    followUpOwner: marker,
    safeguardingPhone: '01632 960123',
  }
  const templates = [{ id: 'first-call', after: 'enquired' as const, days: 2 }]
  const settings = { areas: [...areas, 'south'], period, costPence, followUpUntil, followUpPerson, rules: { ...rules, templates }, names }
  await ask('api-settings-change', {
    n: 1,
    body: parsed('api-settings-change', { effectiveFrom: '2024-04-01', settings: { ...settings, followUpBy: 'person' } }),
  })
  await ask('api-members-set', { params: { oid: caller.oid }, body: { roles: ['catalyst'] } })
  const enquiry = { happenedOn: '2026-01-05', name: `${marker} Home Help`, wants: words.wants, area: 'north', contactName: marker }
  const contact = { phone: `01632 960001 ${marker}`, email: `${marker}@example.org`, postcode: 'TA6 3XX' }
  const next = { dueOn: '2026-05-06', words: `Ring ${marker}` }
  const made = (await ask('api-cases-enquire', { body: parsed('api-cases-enquire', { ...enquiry, ...contact, next }) })) as {
    id: string
    n: number
  }
  let { n } = made
  const commands = [
    { kind: 'accept', happenedOn: '2026-01-20', origin: 'new', note: words.note },
    { kind: 'log-contact', happenedOn: '2026-01-21', reached: true, note: words.note },
    { kind: 'stop', happenedOn: '2026-02-01', ending: 'unknown', note: words.note },
    { kind: 'replace', of: `${n + 3}.0`, reason: 'wrong-date', happenedOn: '2026-02-02', note: words.note },
    { kind: 'withdraw', of: `${n + 4}.0`, reason: 'did-not-happen', note: words.note },
  ]
  for (const command of commands) {
    const said = await ask('api-case-command', { n, params: { c: made.id }, body: parsed('api-case-command', command) })
    n = (said as { n: number }).n
  }
  const yes = { kind: 'give-permission', happenedOn: '2026-01-22', use: 'story', places: ['report'] }
  await ask('api-case-command', { n, params: { c: made.id }, body: parsed('api-case-command', yes) })
  const insights = [
    { kind: 'tell-story', happenedOn: '2026-02-01', words: `A ${marker} came`, caseId: made.id },
    { kind: 'tell-story', happenedOn: '2026-02-01', words: `Another ${marker}`, places: ['report'], until: '2027-02-01' },
    {
      kind: 'count-area',
      happenedOn: '2026-02-01',
      lines: [{ side: 'need', area: 'north', name: `${marker}s`, hundredths: 300, unit: 'people', source: `${marker} count`, year: 2025 }],
    },
    { kind: 'log-request', happenedOn: '2026-02-01', area: 'north', service: 'company', minutesPerWeek: 150, askedBy: 'family' },
  ]
  for (const insight of insights) await ask('api-insights-record', { body: parsed('api-insights-record', insight) })
  await ask('api-draft-keep', { params: { form: `${made.id}.log-contact` }, body: { words: { note: words.note } } })
  const look = { view: 'all', sort: { by: 'name', down: false }, filters: { ...noFilters, area: ['north'] }, layout: 'list', columns: [] }
  const view = { name: `Near the ${marker}`, shared: true, look }
  await ask('api-view-keep', { params: { v: caller.oid }, body: parsed('api-view-keep', view) })
  const wanted = { of: 'cases', format: 'csv', question: { view: 'all', sort: look.sort, filters: look.filters } }
  const { path } = (await ask('api-downloads-ask', { body: parsed('api-downloads-ask', wanted) })) as { path: string }
  await ask('api-downloads-take', { params: { ticket: path.split('/').at(-1) ?? '' } })
  await ask('api-downloads-ask', { body: parsed('api-downloads-ask', wanted) })
  const file = { bytes: new TextEncoder().encode(spreadsheet), contentType: 'text/csv' }
  await ask('api-imports', { file, query: { dryRun: false, from: 1 } })
})

test.each(kinds.filter(kind => !mayHoldWords.includes(kind)))('no %s row holds a word that somebody typed', async kind => {
  const rows = await rowsOf(kind)
  const apart = rows.map(({ key, row }) => (kind === 'case' ? { key, row: { ...(row as object), private: null } } : { key, row }))
  expect(JSON.stringify(apart).toLowerCase()).not.toContain(marker)
})

test('the words are where they can be emptied: in the rows of people, texts, drafts and views, and in the private copy of the case', async () => {
  for (const kind of [...mayHoldWords, 'case'] as const) expect(JSON.stringify(await rowsOf(kind))).toContain(marker)
})

test('there are rows of every kind to look at, of an enquiry and of a line of a spreadsheet', async () => {
  expect(await rowsOf('case')).toHaveLength(2)
  const counts = await Promise.all(kinds.map(async kind => [kind, (await rowsOf(kind)).length] as const))
  expect(counts.filter(([kind, count]) => count === 0 && kind !== 'endingWords')).toEqual([])
})

/** Every string in a value, the keys of its objects included. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, part]) => [...(Array.isArray(value) ? [] : [key]), ...stringsIn(part)])
      : []

test('every string in the log, the head and the markers is a code: no space in it, and no more than 40 characters or a hash of 43', async () => {
  const rows = await Promise.all((['head', 'log', 'command', 'claim', 'settings'] as const).map(rowsOf))
  const strings = rows.flat().flatMap(({ key, row }) => {
    const { text, ...rest } = { text: '{}', ...(row as object) }
    return stringsIn([key, rest, JSON.parse(text)])
  })
  expect(strings.length).toBeGreaterThan(200)
  expect(strings.filter(each => !/^[\w.:/-]{0,40}$|^[\w-]{43}$/.test(each))).toEqual([])
})
