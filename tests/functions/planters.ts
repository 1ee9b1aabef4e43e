import type { CommandKind } from '#domain/commandSchemas.ts'
import { columns } from '#domain/importColumns.ts'
import { noFilters } from '#domain/listQuestion.ts'
import { namesOnly } from '#domain/settings.ts'
import type { Pots } from '#domain/potSchemas.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import { people } from '#local/people.ts'
import { commands } from './accessCommands.ts'
import type { Casebook, Who } from './casebook.ts'
import { daysOn, newKey } from './casebook.ts'
import { aFund, grantStep, isOfGrant } from './grantPlanter.ts'
import { insightCommands } from './insightAccess.ts'
import type { Planted } from './planting.ts'
import { importRoute, withText } from './planting.ts'
import { exampleRows } from './storedExamples.ts'

/** How the words of a place are sent: one way for each route, and one example for each kind of command. */

type Sent = { status: number; text: string }
type Body = Record<string, unknown>
type Row = Record<string, string>
const enquiry = { happenedOn: '2022-01-08', name: 'Plain Help', phone: '01632 960999' }
const on = (kind: CommandKind, happenedOn: string, more: Body = {}): Body => ({ kind, happenedOn, ...more })
const takenOn = [on('accept', '2022-01-15', { origin: 'new' }), on('begin-trading', '2022-03-01')]
const without = (gate: string): Body => on('overrule-gate', '2022-04-01', { gate })

/** What has to be on record before: trading, unless this says otherwise. */
const before: Partial<Record<CommandKind, readonly Body[]>> = {
  accept: [],
  'advise-only': [],
  decline: [],
  'class-ownership': [...takenOn, on('constitute', '2022-02-01', { form: 'cic' })],
  'sign-off': [...takenOn, without('sign-off')],
  'end-sign-off': [...takenOn, without('sign-off'), on('sign-off', '2022-05-01')],
  list: [...takenOn, without('list')],
  delist: [...takenOn, without('list'), on('list', '2022-05-01', { in: 'directory' })],
  'award-grant': [...takenOn, without('recommend-grant')],
  reopen: [...takenOn, on('stop', '2022-06-01', { ending: 'unknown' })],
}

/** What the server takes for a word here, or would not: `constitute` wants a number of a register, and says so. */
export const refusedAsTyped: readonly string[] = ['constitute identifier']

/** Whoever may record it. */
const recorderOf = (kind: string): Who => (kind === 'award-grant' ? 'decider' : 'lead')

/** A case, and one command on it that holds the word. */
async function command(casebook: Casebook, p: string, planted: Planted): Promise<Sent> {
  const { kind, way, word } = planted
  if (isOfGrant(kind)) return grantStep(casebook, planted)
  const known = kind as CommandKind
  const made = (await casebook.as('lead').post<RecordedAnswer>(`programmes/${p}/cases`, enquiry, newKey())).body
  let { n } = made
  for (const body of before[known] ?? takenOn) {
    const said = await casebook
      .as('lead')
      .post<RecordedAnswer>(`programmes/${p}/cases/${made.id}/commands`, body, { ...newKey(), 'if-match': `"${n}"` })
    if (said.status >= 300) return said
    n = said.body.n
  }
  const corrects = known === 'withdraw' || known === 'replace'
  const body = { kind, ...commands[known].body, ...(corrects && { of: `${n}.0` }) }
  const next = way.startsWith('next.') ? { next: { dueOn: daysOn(60) } } : {}
  return casebook
    .as(recorderOf(known))
    .post(`programmes/${p}/cases/${made.id}/commands`, withText({ ...body, ...next }, way, word), { ...newKey(), 'if-match': `"${n}"` })
}

const look = { view: 'all', sort: { by: 'name', down: false }, filters: noFilters, layout: 'list', columns: ['step'] }

type Sender = (casebook: Casebook, p: string, all: readonly Planted[]) => Promise<Sent[]>

/** All the words of one body at once. */
const filled = (body: Body, all: readonly Planted[]): Body => all.reduce((whole, { way, word }) => withText(whole, way, word), body)

const aCase = async (casebook: Casebook, p: string): Promise<RecordedAnswer> =>
  (await casebook.as('lead').post<RecordedAnswer>(`programmes/${p}/cases`, enquiry, newKey())).body

async function settings(casebook: Casebook, p: string, all: readonly Planted[]): Promise<Sent[]> {
  const { areas, period, costPence, followUpUntil, rules } = exampleRows.settings.row
  const word = (name: string): string => all.find(({ way }) => way === `settings.names.${name}`)?.word ?? ''
  const one = (name: string): Record<string, string> => ({ 'zulu-place': word(`${name}.*`) })
  const names = {
    ...namesOnly(word('name')),
    areas: { ...Object.fromEntries(areas.map(area => [area, area])), ...one('areas') },
    services: one('services'),
    councilServices: one('councilServices'),
    directories: one('directories'),
    consortia: one('consortia'),
    checks: one('checks'),
    templates: { 'zulu-place': word('templates.*') },
    followUpOwner: word('followUpOwner'),
    safeguardingPhone: word('safeguardingPhone'),
  }
  const codes = ['zulu-place']
  const check = { check: 'zulu-place', tier: 'everyone', hasEnd: false, lookAgainMonths: null, neededToList: false }
  const lists = {
    services: codes,
    councilServices: codes,
    directories: codes,
    consortia: codes,
    checks: [check],
    standard: [],
    capacityWanted: [],
  }
  const templates = [{ id: 'zulu-place', after: 'enquired', days: 1 }]
  const changed = { areas: [...areas, 'zulu-place'], period, costPence, followUpUntil, followUpPerson: null, followUpBy: 'person', names }
  const body = { effectiveFrom: '2020-01-01', settings: { ...changed, rules: { ...rules, ...lists, templates } } }
  const { version } = (await casebook.as('lead').get<{ version: number }>(`programmes/${p}/settings`)).body
  return [await casebook.as('lead').put(`programmes/${p}/settings`, body, { 'if-match': `"${version}"` })]
}

/** Cells that a row would be refused for if it held a word; each of them holds one in a row of its own. */
const open = ['name', 'area', 'closed_reason', 'contact_name', 'phone', 'email', 'postcode', 'catalyst', 'note'] as const

const csvOf = (rows: readonly Row[]): string =>
  [columns, ...rows.map(row => columns.map(column => row[column] ?? ''))].map(row => row.join(',')).join('\r\n')

async function spreadsheet(casebook: Casebook, p: string, all: readonly Planted[]): Promise<Sent[]> {
  const word = (column: string): string => all.find(({ way }) => way === column)?.word ?? ''
  const send = (rows: readonly Row[], query: string): Promise<Sent> =>
    casebook.as('lead').raw('POST', `programmes/${p}/imports?${query}`, csvOf(rows), { 'content-type': 'text/csv' })
  const good = {
    ref: 'ZU-1',
    name: 'Plain Help',
    enquiry_date: '2022-01-05',
    journey: 'new',
    started_trading_date: '2022-03-01',
    closed_date: '2022-09-01',
  }
  const words = Object.fromEntries(open.map(column => [column, word(column)]))
  const bad: Row[] = columns
    .filter(column => !(open as readonly string[]).includes(column))
    .map((column, place) => ({ ...good, ref: `ZU-${place + 2}`, [column]: word(column) }))
  return [
    await send([{ ...good, ...words, area: 'North Moor' }], 'dryRun=false'),
    await send([{ ...good, ...words, ref: 'ZU-99' }, ...bad], 'dryRun=true&established=new'),
    await send([{ ...good, ...words, ref: 'ZU-98' }, ...bad], 'dryRun=false&skipBad=true&established=new'),
  ]
}

/** One way to send for each route that takes words. A route that is not here fails the test. */
export const senders: Readonly<Record<string, Sender>> = {
  'POST /api/v1/programmes': async (casebook, p, all) => {
    const body = { id: `${p}-two`, areas: [], period: { from: '2020-04-01', to: '2027-03-31' }, costPence: 100 }
    return [await casebook.as('administrator').post('programmes', filled(body, all))]
  },
  'PUT /api/v1/programmes/{p}/members/{oid}': async (casebook, p, all) => [
    await casebook.as('lead').put(`programmes/${p}/members/${people.verifier.oid}`, filled({ roles: ['verifier'] }, all)),
  ],
  'PUT /api/v1/programmes/{p}/settings': settings,
  'POST /api/v1/programmes/{p}/cases': async (casebook, p, all) => [
    await casebook
      .as('lead')
      .post(`programmes/${p}/cases`, filled({ happenedOn: '2022-01-08', next: { dueOn: daysOn(60) } }, all), newKey()),
  ],
  'POST /api/v1/programmes/{p}/cases/duplicates': async (casebook, p, all) => [
    await casebook.as('lead').post(`programmes/${p}/cases/duplicates`, filled({}, all)),
  ],
  'PUT /api/v1/programmes/{p}/cases/{c}/person': async (casebook, p, all) => {
    const { id, n } = await aCase(casebook, p)
    return [await casebook.as('lead').put(`programmes/${p}/cases/${id}/person`, filled({}, all), { ...newKey(), 'if-match': `"${n}"` })]
  },
  'POST /api/v1/programmes/{p}/cases/{c}/private-notes': async (casebook, p, all) => {
    const { id } = await aCase(casebook, p)
    return [await casebook.as('lead').post(`programmes/${p}/cases/${id}/private-notes`, filled({}, all), newKey())]
  },
  // A fund is in a programme of its own: where there is one, no grant is given without it.
  'POST /api/v1/programmes/{p}/pots': async (casebook, _p, all) => [
    await casebook.as('lead').post(`programmes/${await casebook.newProgramme()}/pots`, filled(aFund, all), newKey()),
  ],
  'PUT /api/v1/programmes/{p}/pots/{pot}': async (casebook, _p, all) => {
    const own = await casebook.newProgramme()
    const made = await casebook.as('lead').post<Pots>(`programmes/${own}/pots`, aFund, newKey())
    const path = `programmes/${own}/pots/${made.body.pots[0]?.id ?? ''}`
    // A rule that says something else is another rule.
    const changed = { ...aFund, rules: aFund.rules.map(each => ({ ...each, rule: 'costs-are-seen' })) }
    return [made, await casebook.as('lead').put(path, filled(changed, all), { ...newKey(), 'if-match': '"1"' })]
  },
  'PUT /api/v1/programmes/{p}/assumptions': async (casebook, p, all) => {
    const body = { kind: 'comparator', value: { low: 1, central: 2, high: 3 }, effectiveFrom: '2022-01-01', confidence: 'low' }
    return [await casebook.as('lead').put(`programmes/${p}/assumptions`, filled(body, all), { 'if-match': '"0"' })]
  },
  'POST /api/v1/programmes/{p}/budgets': async (casebook, p, all) => [
    await casebook
      .as('reviewer')
      .post(`programmes/${p}/budgets`, filled({ of: 'fall', pencePerYear: 100, fellOn: '2022-01-01' }, all), newKey()),
  ],
  'PUT /api/v1/programmes/{p}/drafts/{form}': async (casebook, p, all) => [
    await casebook.as('lead').put(`programmes/${p}/drafts/new.enquiry`, { words: { note: all[0]?.word ?? '' } }),
  ],
  'PUT /api/v1/programmes/{p}/views/{v}': async (casebook, p, all) => [
    await casebook.as('lead').put(`programmes/${p}/views/0e0e0e0e-2222-4333-8444-555566667771`, filled({ shared: false, look }, all)),
  ],
  'POST /api/v1/programmes/{p}/cases/{c}/commands': (casebook, p, all) => Promise.all(all.map(each => command(casebook, p, each))),
  'POST /api/v1/programmes/{p}/insights': (casebook, p, all) => {
    const kinds = [...new Set(all.map(({ kind }) => kind))]
    return Promise.all(
      kinds.map(kind => {
        const body = { kind, ...insightCommands[kind as keyof typeof insightCommands].body }
        return casebook.as('lead').post(
          `programmes/${p}/insights`,
          filled(
            body,
            all.filter(each => each.kind === kind),
          ),
          newKey(),
        )
      }),
    )
  },
  [importRoute]: spreadsheet,
}
