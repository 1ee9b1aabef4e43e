import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noFilters } from '#domain/listQuestion.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { RowKind } from '#functions/store.ts'
import type { Answer, Casebook, Who } from './casebook.ts'
import { newKey, startCasebook } from './casebook.ts'
import { refusedAsTyped, senders } from './planters.ts'
import type { Description, Planted } from './planting.ts'
import { importRoute, nameOf, placesIn, planted, squashed, wordsIn } from './planting.ts'

/**
 * A marked word is typed into every box that the interface has, and looked for everywhere but in the rows that may hold it.
 * Boxes are read from the interface's own description: one that is new is planted by itself, or the test fails.
 */

let casebook: Casebook
let p: string
let all: readonly Planted[]
const logged: string[] = []
const sent: { route: string; status: number; text: string }[] = []
const refusals: { asked: string; answer: Answer<unknown> }[] = []

beforeAll(async () => {
  casebook = await startCasebook({ log: (_level, _category, message) => logged.push(message) })
  p = await casebook.newProgramme()
  all = planted(placesIn((await casebook.as('nobody').get<Description>('openapi.json')).body))
  // Private notes wait for the number that the settings hold.
  const routes = [...new Set(all.map(({ route }) => route))].sort((a, b) => Number(b.endsWith('settings')) - Number(a.endsWith('settings')))
  for (const route of routes) {
    const answers =
      (await senders[route]?.(
        casebook,
        p,
        all.filter(each => each.route === route),
      )) ?? []
    sent.push(...answers.map(({ status, text }) => ({ route, status, text })))
  }
  await keepDbs()
  for (const place of all) await sendWrongly(place)
  await sendWrongAddresses()
  await fetch(`${casebook.address}/admin/functions/nightly-drafts`, { method: 'POST', body: '{}' })
})
afterAll(() => casebook.stop())

/** Days that stand in nothing but a DBS check. */
const dbsDays = { issuedOn: '1997-03-14', lookAgainOn: '2098-11-23' }
async function keepDbs(): Promise<void> {
  const made = await casebook.as('lead').post<RecordedAnswer>(`programmes/${p}/cases`, { name: 'Plain Help' }, newKey())
  const check = { of: 'owner', level: 'enhanced-barred', seenOn: '2024-02-01', decision: 'not-suitable', ...dbsDays }
  const said = await casebook.as('lead').post(`programmes/${p}/cases/${made.body.id}/dbs`, check, newKey())
  expect(said.status).toBe(201)
}

const heard = (asked: string, answer: Answer<unknown>): void => {
  refusals.push({ asked, answer })
}

/** An address of the route, with nothing in it that is typed. */
const anId = '0e0e0e0e-2222-4333-8444-555566667777'
const addressOf = (template: string, word?: string): string =>
  template
    .replace('/api/v1/', '')
    .replace('{p}', p)
    .replaceAll(/\{\w+\}/g, word === undefined ? anId : encodeURIComponent(word))

/** The same word where it does not belong: too long, as an object, as the name of a field, as a day, and in text that is no JSON. */
async function sendWrongly({ route, kind, way, word }: Planted): Promise<void> {
  const [method = '', template = ''] = route.split(' ')
  const [first = ''] = way.split(/[.[]/)
  const about = kind === undefined ? {} : { kind }
  const bodies = [
    JSON.stringify({ ...about, [first]: `${word} ${'x'.repeat(70_000)}` }),
    JSON.stringify({ ...about, [first]: { [word]: word } }),
    JSON.stringify({ ...about, [first]: { [word]: 5 } }),
    JSON.stringify({ ...about, [word]: word }),
    JSON.stringify({ ...about, happenedOn: word, [first]: word }),
    `{"${first}": "${word}`,
  ]
  const type = route === importRoute ? 'text/csv' : 'application/json'
  for (const body of bodies) {
    heard(route, await casebook.as('lead').raw(method, addressOf(template), body, { 'content-type': type, ...newKey(), 'if-match': '"1"' }))
  }
}

/** Words in addresses, in what is asked, and in headers: nobody's form puts them there. */
async function sendWrongAddresses(): Promise<void> {
  const { body } = await casebook.as('nobody').get<Description>('openapi.json')
  const word = all[0]?.word ?? ''
  const routes = Object.entries(body.paths).flatMap(([path, methods]) => Object.keys(methods).map(method => [method, path] as const))
  for (const [method, path] of routes) {
    if (method === 'get') {
      heard(path, await casebook.as('lead').get(addressOf(path, word)))
      heard(path, await casebook.as('lead').get(`${addressOf(path)}?area=${encodeURIComponent(word)}&figure=${encodeURIComponent(word)}`))
      heard(path, await casebook.as('lead').get(addressOf(path), { 'if-none-match': `"${word}"`, 'x-names': word }))
    } else if (method === 'post') {
      heard(
        path,
        await casebook.as('lead').post(addressOf(path, word), {}, { 'idempotency-key': `${word}-${squashed(path)}`, 'if-match': word }),
      )
    }
  }
  heard('a token', await casebook.with(`Bearer ${word}`).get('me'))
}

/** Everything stored, of every programme and of the deployment: a row's kind, its key, and what it holds. */
async function stored(): Promise<{ kind: RowKind; key: string; columns: Record<string, unknown> }[]> {
  const { TableClient } = await import('@azure/data-tables')
  const client = TableClient.fromConnectionString(casebook.connectionString, casebook.tableName, { allowInsecureConnection: true })
  const rows: { kind: RowKind; key: string; columns: Record<string, unknown> }[] = []
  for await (const { partitionKey, rowKey, etag: _etag, timestamp: _timestamp, ...columns } of client.listEntities())
    rows.push({ kind: (rowKey ?? '').split('|')[0] as RowKind, key: `${partitionKey} ${rowKey}`, columns })
  return rows
}

const isPersons = ({ route, way }: Planted): boolean =>
  /\/cases$|\/person$|\/imports$/.test(route) && ['name', 'contactName', 'contact_name', 'phone', 'email', 'postcode'].includes(way)
const isOfTask = ({ route, way, kind }: Planted): boolean =>
  way === 'next.words' || kind === 'set-task' || (route.endsWith('/settings') && way.endsWith('templates.*'))
const isOf =
  (...endings: readonly string[]) =>
  ({ route }: Planted): boolean =>
    endings.some(ending => route.endsWith(ending))

/** Which words may stand in rows of a kind. Each of these can be emptied or removed; a kind that is not here holds none. */
const mayHold: Partial<Record<RowKind, (place: Planted) => boolean>> = {
  person: isPersons,
  // Notes, to-dos, stories and sources; what a programme, its codes, its funds and its budgets are called; and what a row of a spreadsheet held besides.
  text: place =>
    isOf('/commands', '/insights', '/settings', 'v1/programmes', '/imports', '/pots', '/pots/{pot}', '/assumptions', '/budgets')(place) ||
    ['wants', 'next.words'].includes(place.way),
  draft: isOf('/drafts/{form}'),
  view: isOf('/views/{v}'),
  privateNote: isOf('/private-notes'),
  // An area's name makes its code, and a code stands in settings and entries.
  settings: place => nameOf(place) === 'POST /api/v1/programmes areas[]',
  // What the programme calls one who works there.
  member: isOf('/members/{oid}'),
}
/** The copy in a case's row: what lists show of the person, and of their to-dos. */
const mayCopy = (place: Planted): boolean => (isPersons(place) && !/contact/i.test(place.way)) || isOfTask(place)

const placesWhere = (may: (place: Planted) => boolean): Set<string> => new Set(all.filter(may).map(nameOf))

describe('the planting', () => {
  test('reaches every box that takes words: each route has a way to send', () => {
    expect(all.length).toBeGreaterThan(90)
    expect([...new Set(all.map(({ route }) => route))].filter(route => !(route in senders))).toEqual([])
  })

  test('is taken in, all but what no form would send', () => {
    const refused = sent.filter(({ status }) => status >= 300).map(({ route, status, text }) => `${route} ${status} ${text.slice(0, 300)}`)
    expect(refused).toHaveLength(refusedAsTyped.length)
  })

  test('is found again where it may stand', async () => {
    const text = JSON.stringify((await stored()).map(({ columns }) => columns))
    const found = new Set(wordsIn(text, all))
    const kept = all.filter(place => !place.route.endsWith('/duplicates') && place.kind !== 'constitute' && place.route !== importRoute)
    expect(kept.map(nameOf).filter(name => !found.has(name))).toEqual([])
    const fromFile = all.filter(
      ({ route, way }) => route === importRoute && ['name', 'phone', 'email', 'note', 'closed_reason'].includes(way),
    )
    expect(fromFile.map(nameOf).filter(name => !found.has(name))).toEqual([])
  })
})

describe('a word that somebody typed', () => {
  test('stands in no row but those that can be emptied: not in an entry, the log, a marker, a claim, a match or a settings version', async () => {
    const strays = (await stored()).flatMap(({ kind, key, columns: { private: copy, ...columns } }) => {
      const allowed = placesWhere(mayHold[kind] ?? (() => false))
      const copied = placesWhere(place => kind === 'case' && mayCopy(place))
      return [
        ...wordsIn(`${key} ${JSON.stringify(columns)}`, all).filter(name => !allowed.has(name)),
        ...wordsIn(JSON.stringify(copy ?? ''), all).filter(name => !copied.has(name)),
      ].map(name => `${kind}: ${name}`)
    })
    expect([...new Set(strays)]).toEqual([])
  })

  test('and what is told of a DBS check stands in its own rows, and its next day in the copy that is emptied', async () => {
    const holding = (await stored()).flatMap(({ kind, columns: { private: copy, ...columns } }) => {
      const text = JSON.stringify(columns)
      const words = ['enhanced-barred', 'not-suitable', ...Object.values(dbsDays)]
      return [
        ...words.filter(word => text.includes(word)).map(word => `${kind} ${word}`),
        ...words.filter(word => JSON.stringify(copy ?? '').includes(word)).map(word => `copy ${word}`),
      ]
    })
    expect([...new Set(holding)].sort()).toEqual(
      ['copy 2098-11-23', 'dbs 1997-03-14', 'dbs 2098-11-23', 'dbs enhanced-barred', 'dbs not-suitable'].sort(),
    )
  })

  test('is in no line of the log', () => {
    expect(logged.length).toBeGreaterThan(500)
    expect(logged.some(line => line.includes('nightly-drafts'))).toBe(true)
    expect(logged.filter(line => wordsIn(line, all).length > 0)).toEqual([])
  })

  test('is not in a refusal, however it was sent: neither in its sentence nor in a header', () => {
    const said = refusals.filter(({ answer }) => answer.status >= 400)
    expect(said.length).toBeGreaterThan(400)
    const telling = said.filter(({ answer }) => wordsIn(`${answer.text} ${JSON.stringify([...answer.headers])}`, all).length > 0)
    expect(telling.map(({ asked, answer }) => `${asked}: ${answer.text.slice(0, 200)}`)).toEqual([])
  })

  test('is in no header of an answer either: no ETag, no address, no name of a file', () => {
    const headers = refusals.map(({ answer }) => JSON.stringify([...answer.headers]))
    expect(headers.filter(text => wordsIn(text, all).length > 0)).toEqual([])
  })
})

/** What a programme and its codes are called, where its figures are from, and how many there are of whom: nobody's own words. */
const isTheProgrammes = isOf('v1/programmes', '/settings', '/members/{oid}', '/assumptions', '/budgets')
const isCounted = ({ kind }: Planted): boolean => kind === 'count-area'

type Reading = { who: Who; headers: Record<string, string> }
const hidden = { 'x-names': 'hidden' }

/** Everything that can be read of the programme by one person, and the list as they would take it away. */
async function readAll({ who, headers }: Reading): Promise<{ path: string; text: string }[]> {
  const { body } = await casebook.as('nobody').get<Description>('openapi.json')
  const ids = (await casebook.as('lead').get<{ cases: { id: string }[] }>(`programmes/${p}/cases`)).body.cases.map(({ id }) => id)
  const templates = Object.entries(body.paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []))
  const paths = templates.flatMap(template => {
    const path = template.endsWith('/lines')
      ? `${template}?figure=${template.includes('savings') ? 'hours' : 'funnel.enquired'}`
      : template.endsWith('/today')
        ? `${template}?whose=everyone`
        : template
    return path.includes('{c}') ? ids.map(id => addressOf(path.replace('{c}', id))) : [addressOf(path)]
  })
  const answers: { path: string; text: string }[] = []
  // A handful at a time: a browser does no more.
  for (let at = 0; at < paths.length; at += 8) {
    const read = paths.slice(at, at + 8).map(async path => {
      const { text, headers: told } = await casebook.as(who).get(path, headers)
      return { path, text: `${text} ${JSON.stringify([...told])}` }
    })
    answers.push(...(await Promise.all(read)))
  }
  const wanted = { of: 'cases', format: 'csv', question: { view: 'all', sort: { by: 'name', down: false }, filters: noFilters } }
  const ticket = await casebook.as(who).post<{ path?: string }>(`programmes/${p}/downloads`, wanted, headers)
  if (ticket.body.path !== undefined) {
    const file = await fetch(new URL(ticket.body.path, casebook.address))
    answers.push({ path: 'the file', text: `${ticket.text} ${await file.text()} ${JSON.stringify([...file.headers])}` })
  }
  return answers
}

const told = async (reading: Reading, secret: (place: Planted) => boolean): Promise<string[]> => {
  const answers = await readAll(reading)
  expect(answers.some(({ text }) => text.length > 2_000)).toBe(true)
  const wordless = all.filter(secret)
  return answers.flatMap(({ path, text }) => wordsIn(text, wordless).map(name => `${path.replaceAll(/[0-9a-f-]{36}/g, '…')}: ${name}`))
}
const keepers = ['administrator', 'lead', 'catalyst', 'second-catalyst', 'partner-catalyst', 'follow-up-owner', 'funder'] as const
const each = (names: readonly string[]): string[] => [...new Set(names)]

describe('whoever reads', () => {
  // What one calls a view of one's own is not hidden from oneself.
  const personal = (place: Planted): boolean => !isTheProgrammes(place) && !isCounted(place) && !isOf('/views/{v}')(place)

  test('without names, as a reviewer, is told nobody’s words, nor is the file that they take away', async () => {
    expect(each(await told({ who: 'reviewer', headers: {} }, personal))).toEqual([])
  })

  test.each(['lead', 'administrator', 'catalyst'] as const)(
    'in meeting view, as %s, is told nobody’s words, nor is the file',
    async who => {
      expect(each(await told({ who, headers: hidden }, personal))).toEqual([])
    },
  )

  test.each(['assessor', 'decider', 'payer', 'verifier'] as const)('names and no notes, as %s, is told no notes', async who => {
    expect(each(await told({ who, headers: {} }, place => personal(place) && !isPersons(place)))).toEqual([])
  })

  // The others are among those who read no notes.
  test.each(keepers)('as %s, is told no private note and no draft of another', async who => {
    const others = isOf('/private-notes', '/drafts/{form}', '/cases/duplicates', '/views/{v}')
    const found = each(await told({ who, headers: {} }, others))
    // The lead wrote them, and sees the one draft and the one view; a private note only where it is opened.
    const own = all.filter(isOf('/drafts/{form}', '/views/{v}')).map(nameOf)
    expect(found.filter(line => who !== 'lead' || !own.some(name => line.endsWith(name)))).toEqual([])
  })

  test.each(['reviewer', 'decider', 'follow-up-owner'] as const)('figures, as %s, is told counts and no words', async who => {
    for (const path of ['cohort', 'after-funding']) {
      const { text, status } = await casebook.as(who).get(`programmes/${p}/${path}`)
      expect(status).toBe(200)
      expect(wordsIn(text, all.filter(personal))).toEqual([])
    }
  })
})
