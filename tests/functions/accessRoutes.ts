import { noFilters } from '#domain/listQuestion.ts'
import { namesOnly } from '#domain/settings.ts'
import { personIds } from '#local/people.ts'
import { anId, workers } from './accessCommands.ts'
import { aFund } from './grantPlanter.ts'
import { exampleRows } from './storedExamples.ts'

const everyone = personIds.join(' ')
export const readers = 'administrator lead catalyst second-catalyst reviewer assessor decider payer verifier follow-up-owner'
const fundReaders = 'administrator lead catalyst second-catalyst reviewer assessor decider payer verifier'
const fundFileTakers = `${fundReaders} partner-catalyst`
export const keepers = `${workers} partner-catalyst decider payer follow-up-owner`
const figures = 'administrator lead catalyst second-catalyst reviewer decider follow-up-owner'
const savers = 'administrator lead catalyst second-catalyst reviewer decider'

const { areas, period, costPence, followUpUntil, rules } = exampleRows.settings.row
const called = { ...namesOnly('Moors'), areas: { 'north-town': 'North Town' }, services: { company: 'Company' } }
const settings = { areas, period, costPence, followUpUntil, followUpBy: 'nobody', followUpPerson: null, rules, names: called }

const question = { view: 'all', sort: { by: 'name', down: false }, filters: noFilters }
const look = { ...question, layout: 'list', columns: ['step'] }
const wanted = { of: 'cases', format: 'csv', question }

/**
 * Who may ask what, written out by hand: a route that is not here fails the test. Whoever is in the programme and not named is refused (403);
 * to a stranger, and to another tenant, nothing of it is there (404); without a token it is 401.
 */
export const routes: Record<string, { may: string; body?: unknown; type?: string }> = {
  'GET /api/v1/me': { may: 'all' },
  'GET /api/v1/programmes': { may: 'all' },
  'POST /api/v1/programmes': {
    may: 'administrator',
    body: { id: 'directory', name: 'Not made', areas: [], period: { from: '2020-01-01', to: '2021-01-01' }, costPence: 0 },
  },
  'GET /api/v1/programmes/{p}': { may: everyone },
  'GET /api/v1/programmes/{p}/members': { may: `${workers} follow-up-owner` },
  'PUT /api/v1/programmes/{p}/members/{oid}': { may: 'administrator lead', body: { roles: [] } },
  'GET /api/v1/programmes/{p}/settings': { may: `${readers} partner-catalyst` },
  // What is sent has no If-Match, so nothing is changed.
  'PUT /api/v1/programmes/{p}/settings': { may: 'administrator lead', body: { effectiveFrom: '2024-02-01', settings } },
  'GET /api/v1/programmes/{p}/cases': { may: `${readers} partner-catalyst` },
  'POST /api/v1/programmes/{p}/cases': { may: `${workers} partner-catalyst`, body: { name: 'Not recorded' } },
  'POST /api/v1/programmes/{p}/cases/duplicates': { may: `${workers} partner-catalyst`, body: { phone: '07700 900123' } },
  // Everyone's, which is a permission of its own, is asked in today.api.test.ts.
  'GET /api/v1/programmes/{p}/today': { may: `${readers} partner-catalyst` },
  'GET /api/v1/programmes/{p}/cases/{c}': { may: readers },
  // It has no If-Match, so nothing is changed.
  'PUT /api/v1/programmes/{p}/cases/{c}/person': { may: `${workers} follow-up-owner`, body: { name: 'Not recorded' } },
  'GET /api/v1/programmes/{p}/cases/{c}/facts': { may: readers },
  'GET /api/v1/programmes/{p}/views': { may: `${readers} partner-catalyst` },
  'PUT /api/v1/programmes/{p}/views/{v}': { may: `${readers} partner-catalyst`, body: { name: 'Mine', shared: false, look } },
  'DELETE /api/v1/programmes/{p}/views/{v}': { may: `${readers} partner-catalyst` },
  'PUT /api/v1/programmes/{p}/columns': { may: `${readers} partner-catalyst`, body: { columns: ['step'] } },
  'GET /api/v1/programmes/{p}/pots': { may: `${fundReaders} partner-catalyst` },
  'GET /api/v1/programmes/{p}/pots/{pot}': { may: `${fundReaders} partner-catalyst` },
  'GET /api/v1/programmes/{p}/pots/{pot}/ledger': { may: `${fundReaders} partner-catalyst` },
  'GET /api/v1/programmes/{p}/pots/{pot}/year-end': { may: `${fundReaders} partner-catalyst` },
  'POST /api/v1/programmes/{p}/pots/{pot}/files': { may: fundFileTakers, body: { of: 'ledger', format: 'csv' } },
  'GET /api/v1/programmes/{p}/pots/{pot}/publications': { may: 'administrator lead decider payer' },
  'POST /api/v1/programmes/{p}/pots/{pot}/publications': {
    may: 'administrator lead decider payer',
    body: { of: 'register', format: 'csv' },
  },
  // What is sent has no key and no If-Match, so nothing is made or changed.
  'POST /api/v1/programmes/{p}/pots': { may: 'administrator lead', body: aFund },
  'PUT /api/v1/programmes/{p}/pots/{pot}': { may: 'administrator lead', body: aFund },
  'GET /api/v1/programmes/{p}/cases/{c}/grants/{g}': { may: `${workers} assessor decider payer verifier` },
  'POST /api/v1/programmes/{p}/downloads': { may: `${workers} partner-catalyst reviewer follow-up-owner`, body: wanted },
  // The ticket is who may: to anyone without one there is nothing.
  'GET /api/v1/downloads/{ticket}': { may: 'ticket' },
  'GET /api/v1/programmes/{p}/cases/{c}/dbs': { may: workers },
  'POST /api/v1/programmes/{p}/cases/{c}/dbs': {
    may: workers,
    body: { of: 'owner', level: 'basic', seenOn: '2099-01-01', decision: 'wait' },
  },
  'POST /api/v1/programmes/{p}/cases/{c}/merge': { may: workers, body: { into: anId } },
  'POST /api/v1/programmes/{p}/cases/{c}/split': { may: workers, body: { into: anId } },
  'GET /api/v1/programmes/{p}/cases/{c}/private-notes': { may: `${workers} follow-up-owner` },
  'POST /api/v1/programmes/{p}/cases/{c}/private-notes': { may: `${workers} follow-up-owner`, body: { words: 'Not kept.' } },
  'POST /api/v1/programmes/{p}/cases/{c}/private-notes/{id}/opening': { may: `${workers} follow-up-owner`, body: {} },
  'DELETE /api/v1/programmes/{p}/cases/{c}/dbs/{id}': { may: workers },
  // Each kind of command has a row of its own below.
  'POST /api/v1/programmes/{p}/cases/{c}/commands': {
    may: `${workers} follow-up-owner`,
    body: { kind: 'log-contact', happenedOn: '2024-02-01', reached: true },
  },
  // Everyone who may has one, so that there is something to find.
  'GET /api/v1/programmes/{p}/drafts': { may: keepers },
  'GET /api/v1/programmes/{p}/drafts/{form}': { may: keepers },
  'PUT /api/v1/programmes/{p}/drafts/{form}': { may: keepers, body: { words: { note: 'Not sent' } } },
  'DELETE /api/v1/programmes/{p}/drafts/{form}': { may: keepers },
  'POST /api/v1/programmes/{p}/imports': { may: 'administrator lead', body: 'ref,name,enquiry_date\n', type: 'text/csv' },
  'GET /api/v1/programmes/{p}/update-round': { may: `${workers} partner-catalyst follow-up-owner` },
  'GET /api/v1/programmes/{p}/consortia': { may: `${readers} partner-catalyst` },
  'GET /api/v1/programmes/{p}/after-funding': { may: figures },
  'POST /api/v1/programmes/{p}/close': { may: 'administrator lead' },
  'GET /api/v1/programmes/{p}/cohort': { may: figures },
  'GET /api/v1/programmes/{p}/cohort/lines': { may: figures },
  'GET /api/v1/programmes/{p}/savings': { may: savers },
  // A fund of the sample's kind has grants, which need no figure from outside.
  'GET /api/v1/programmes/{p}/savings/lines': { may: savers },
  'GET /api/v1/programmes/{p}/assumptions': { may: savers },
  // What is sent has no If-Match, so nothing is recorded.
  'PUT /api/v1/programmes/{p}/assumptions': {
    may: 'administrator lead',
    body: {
      kind: 'comparator',
      value: { low: 2_200, central: 2_410, high: 2_600 },
      effectiveFrom: '2024-04-01',
      source: 'The fee schedule',
      confidence: 'high',
    },
  },
  // What is sent has no key, so nothing is recorded.
  'POST /api/v1/programmes/{p}/budgets': {
    may: 'reviewer decider',
    body: { of: 'fall', pencePerYear: 4_700_000, fellOn: '2024-02-01', budget: 'Home care' },
  },
  'GET /api/v1/programmes/{p}/insights': { may: `${figures} partner-catalyst` },
  // Each kind has a row of its own below.
  'POST /api/v1/programmes/{p}/insights': {
    may: `${workers} partner-catalyst`,
    body: { kind: 'log-request', happenedOn: '2024-02-01', service: 'company', minutesPerWeek: 60, askedBy: 'family' },
  },
  'GET /api/v1/health': { may: 'anyone' },
  'GET /api/v1/openapi.json': { may: 'anyone' },
}
