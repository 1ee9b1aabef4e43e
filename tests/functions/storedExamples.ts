import type { Fact, FactKind } from '#domain/facts.ts'
import type { ListQuestion } from '#domain/listQuestion.ts'
import { noFilters } from '#domain/listQuestion.ts'
import type { Insight, InsightKind } from '#domain/insights.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { sealLog } from '#functions/logText.ts'
import type { Key, RowKind, Rows } from '#functions/store.ts'
import { fundRows, potId } from './storedFund.ts'

export const caseId = '5b0f7f0c-3a44-4d0e-9a2b-0c2f6f6c1a01'
export const textId = '9d1f3b52-8c57-4f0a-8a0f-5a3a8d1b7e02'
const person = 'c1a5d9d2-1111-4222-8333-444455556666'
const grantId = '0e0e0e0e-2222-4333-8444-555566667777'
const at = '2026-03-02T09:30:00.000Z' as Instant

/**
 * A fact of every kind, in the words that version 1 was kept in. They are never changed:
 * a second version of a kind gets an example of its own.
 */
export const version1 = {
  enquired: `["enquired",0,0,"2025-04-01",{"reference":"EX/014","area":"north-town","ventureKind":"care-enterprise","textId":"${textId}"}]`,
  accepted: '["accepted",0,1,"2025-04-20",{"origin":"new"}]',
  'advised-only': `["advised-only",0,2,"2025-04-20",{"textId":"${textId}"}]`,
  declined: '["declined",0,3,"2025-04-20",{"reason":"outside-area"}]',
  assigned: `["assigned",0,4,"2025-04-21",{"catalyst":"${person}"}]`,
  'idea-agreed': '["idea-agreed",0,5,"2025-05-02",{"shapedWithPeople":true}]',
  'form-chosen': '["form-chosen",0,6,"2025-05-09",{"form":"cic"}]',
  constituted: '["constituted",0,7,"2025-06-01",{"form":"cic","register":"companies-house","identifier":"09876543"}]',
  scoped: '["scoped",0,8,"2025-06-02",{"outcome":"individual-1-3-c"}]',
  'registration-moved':
    '["registration-moved",0,9,"2025-07-01",{"to":"registered","providerId":"1-101614751","locationIds":["1-2000000001"]}]',
  'grant-decided': `["grant-decided",0,10,"2025-07-15",{"grantId":"${grantId}","pence":45000,"gap":"respite"}]`,
  'grant-paid': `["grant-paid",0,11,"2025-07-20",{"grantId":"${grantId}","pence":45000}]`,
  'trading-began': '["trading-began",0,12,"2025-08-01",{"followedFrom":"2025-09-01"}]',
  'check-in-answered': '["check-in-answered",0,13,"2026-02-01",{"month":6,"answer":"trading"}]',
  'check-in-missed': '["check-in-missed",0,14,"2026-02-28",{"month":12}]',
  'care-return':
    '["care-return",0,15,"2026-02-01",{"jobs":2,"minutesPerWeek":1500,"people":4,"councilPaidMinutes":600,"personalCareMinutes":900}]',
  contact: '["contact",0,16,"2026-02-03",{"reached":true,"heard":"trading","channel":"call","minutes":20}]',
  paused: '["paused",0,17,"2026-02-04",{}]',
  resumed: '["resumed",0,18,"2026-02-10",{}]',
  stopped: '["stopped",0,19,"2026-02-20",{"ending":"took-job"}]',
  'left-sight': '["left-sight",0,20,"2026-02-20",{"leaving":"moved-away"}]',
  reopened: '["reopened",0,21,"2026-02-25",{}]',
  'price-set': '["price-set",0,22,"2025-08-01",{"pencePerHour":1850}]',
  'services-offered': '["services-offered",0,23,"2025-08-01",{"services":["company","meals"]}]',
  'areas-served': '["areas-served",0,24,"2025-08-01",{"areas":["north-town"]}]',
  'check-seen': '["check-seen",0,25,"2025-07-30",{"check":"public-liability","until":"2026-07-30"}]',
  withdraw: '["withdraw",0,26,null,{"of":"7.14","reason":"did-not-happen"}]',
  replace: '["replace",0,27,null,{"of":"7.12","reason":"wrong-date","happenedOn":"2025-08-04","data":{"followedFrom":"2025-09-01"}}]',
  'told-privacy': '["told-privacy",0,28,"2025-04-02",{"how":"by-phone"}]',
  'permission-given': '["permission-given",0,29,"2025-08-01",{"use":"story","places":["report"],"until":"2027-08-01"}]',
  'permission-ended': '["permission-ended",0,30,"2026-01-01",{"use":"story"}]',
  'members-counted': '["members-counted",0,31,"2025-08-01",{"people":4,"families":2,"workers":3,"volunteers":5}]',
  'ownership-classed': '["ownership-classed",0,32,"2025-08-01",{"ownership":"worker"}]',
  'paper-ready': '["paper-ready",0,33,"2025-06-20",{"paper":"medicines","ready":true}]',
  changed: '["changed",0,34,"2026-02-01",{"what":"took-someone-on"}]',
  'signed-off': '["signed-off",0,35,"2025-07-31",{"until":"2026-07-30"}]',
  'sign-off-ended': '["sign-off-ended",0,36,"2026-02-02",{"reason":"check-ran-out"}]',
  listed: '["listed",0,37,"2025-08-01",{"in":"directory","directory":"north-town"}]',
  delisted: '["delisted",0,38,"2026-02-02",{"in":"directory","reason":"they-asked"}]',
  'gate-overruled': '["gate-overruled",0,39,"2025-08-01",{"gate":"list"}]',
  'training-needed': '["training-needed",0,40,"2025-05-01",{"skill":"book-keeping"}]',
  'training-done': '["training-done",0,41,"2025-05-20",{"skill":"book-keeping","pence":4500,"paidBy":"programme"}]',
  attribute: '["attribute",0,42,"2025-08-01",{"attribute":"languages","codes":["polish"],"value":1,"until":"2026-08-01"}]',
  'task-set': '["task-set",0,43,"2026-02-03",{"task":"first-visit","about":"visit","dueOn":"2026-03-01","at":"10:30"}]',
  'task-done': '["task-done",0,44,"2026-02-20",{"task":"first-visit","dropped":true}]',
  'task-put-off': '["task-put-off",0,45,"2026-02-10",{"task":"first-visit","until":"2026-03-08","why":"away"}]',
  'put-off': '["put-off",0,46,"2026-02-10",{"need":"silent","until":"2026-03-08","why":"waiting-for-them"}]',
  'handover-offered': `["handover-offered",0,47,"2026-02-10",{"to":"${person}"}]`,
  'handover-declined': '["handover-declined",0,48,"2026-02-11",{}]',
  'document-linked': `["document-linked",0,49,"2026-02-11",{"document":"letter","textId":"${textId}"}]`,
  'merged-into': `["merged-into",0,50,"2026-02-12",{"into":"${grantId}"}]`,
  'grant-recommended': `["grant-recommended",0,51,"2025-07-10",{"grantId":"${grantId}","pot":"${potId}","number":7,"pence":45000,"gap":"respite","flags":{"council-debt":"not-known"},"textId":"${textId}","whyTextId":"${textId}"}]`,
  'grant-assessed': `["grant-assessed",0,52,"2025-07-11",{"grantId":"${grantId}","pence":45000,"recommends":true,"rules":[{"rule":"local","result":"waived","textId":"${textId}"}],"textId":"${textId}"}]`,
  'grant-sent-back': `["grant-sent-back",0,53,"2025-07-12",{"grantId":"${grantId}","textId":"${textId}"}]`,
  'grant-turned-down': `["grant-turned-down",0,54,"2025-07-12",{"grantId":"${grantId}","rules":[{"rule":"local","result":"fail"}],"panel":{"present":["${person}"],"interested":[]},"textId":"${textId}"}]`,
  'grant-offered': `["grant-offered",0,55,"2025-07-16",{"grantId":"${grantId}"}]`,
  'grant-accepted': `["grant-accepted",0,56,"2025-07-18",{"grantId":"${grantId}","confirmed":true,"earlierPence":100000}]`,
  'grant-verified': `["grant-verified",0,57,"2025-07-19",{"grantId":"${grantId}","account":{"how":"bank-letter","checkedOn":"2025-07-19"}}]`,
  'grant-evidence-seen': `["grant-evidence-seen",0,58,"2025-09-01",{"grantId":"${grantId}","pence":30000,"textId":"${textId}"}]`,
  'grant-returned': `["grant-returned",0,59,"2025-09-02",{"grantId":"${grantId}","pence":5000,"reference":"CR-0071"}]`,
  'grant-asked-back': `["grant-asked-back",0,60,"2025-09-03",{"grantId":"${grantId}","pence":10000,"reason":"not-spent-as-agreed","textId":"${textId}"}]`,
  'grant-clawed-back': `["grant-clawed-back",0,61,"2025-09-20",{"grantId":"${grantId}","pence":6000,"reference":"CR-0072"}]`,
  'grant-written-off': `["grant-written-off",0,62,"2025-10-01",{"grantId":"${grantId}","pence":4000,"textId":"${textId}"}]`,
  'grant-closed': `["grant-closed",0,63,"2025-10-02",{"grantId":"${grantId}","why":"evidence-seen","textId":"${textId}"}]`,
  'interest-declared': `["interest-declared",0,64,"2025-07-01",{"person":"${person}"}]`,
} as const satisfies Record<FactKind, string>

/** The text of a case with these facts, as a first release kept it. */
export const factsText = (...facts: readonly string[]): string => `[1,{},["${person}"],[[7,"${at}",0,"person"]],[${facts.join(',')}]]`

const recorded = { n: 7, recordedAt: at, recordedBy: person, via: 'person' } as const

/** Facts of a case, corrections among them. */
export const facts: readonly Fact[] = [
  { kind: 'enquired', happenedOn: '2025-04-01' as PlainDate, data: { reference: 'EX/014', area: 'north-town' }, id: '7.0', ...recorded },
  { kind: 'trading-began', happenedOn: '2025-08-01' as PlainDate, data: {}, id: '7.12', ...recorded },
  { ...recorded, kind: 'check-in-missed', happenedOn: '2026-02-28' as PlainDate, data: { month: 6 }, id: '8.0', n: 8, via: 'import' },
  { ...recorded, kind: 'withdraw', data: { of: '8.0', reason: 'did-not-happen' }, id: '9.0', n: 9, recordedBy: grantId },
  {
    ...recorded,
    kind: 'replace',
    data: { of: '7.12', reason: 'wrong-date', happenedOn: '2025-08-04' as PlainDate, data: {}, textId },
    id: '9.1',
    n: 9,
    recordedBy: grantId,
  },
]

const exampleQuestion: ListQuestion = { view: 'all', sort: { by: 'name', down: true }, filters: noFilters }
/** An insight of every kind, in the words that version 1 was kept in. They are never changed either. */
export const insightsVersion1 = {
  'people-asked': `["people-asked",0,"2026-02-20",{"year":2025,"askedBy":"independent","asked":40,"answered":30,"moreChoice":24,"wouldRecommend":27,"caseId":"${caseId}"}]`,
  'request-unmet':
    '["request-unmet",1,"2026-02-21",{"area":"north-town","service":"company","minutesPerWeek":150,"language":"polish","gender":"woman","askedBy":"social-worker"}]',
  'request-answered': `["request-answered",2,"2026-02-28",{"request":"7.1","caseId":"${caseId}"}]`,
  'area-counted': `["area-counted",3,"2026-02-22",{"side":"need","area":"north-town","hundredths":120000,"unit":"people","year":2024,"textId":"${textId}","line":0}]`,
  'readiness-counted': '["readiness-counted",4,"2026-02-23",{"service":"day-centre","wanted":12,"ready":9}]',
  'readiness-signed': `["readiness-signed",5,"2026-02-24",{"service":"day-centre","wanted":12,"ready":9,"signedAs":"lead","person":"${person}"}]`,
  'story-told': `["story-told",6,"2026-02-25",{"textId":"${textId}","places":["report","press"],"until":"2027-02-25"}]`,
  'story-renewed': '["story-renewed",7,"2026-02-26",{"story":"7.6","places":["report"],"until":"2028-02-25"}]',
  'story-ended': '["story-ended",8,"2026-02-27",{"story":"7.6"}]',
  withdraw: '["withdraw",9,null,{"of":"7.3","reason":"wrong-details"}]',
} as const satisfies Record<InsightKind | 'withdraw', string>

/** The text of a transaction with these insights, as the first release that had any kept it. */
export const insightsText = (...insights: readonly string[]): string => `[1,{},7,"${at}","${person}","person",[${insights.join(',')}]]`

/** The log text of a transaction that recorded an insight, as that release kept it: format 2. */
export const logTextWithInsights = `[2,7,"${at}","${person}","log-request",[],[],[1,{},[],[],[]],${insightsText(insightsVersion1['request-unmet'])}]`

/** The log text of a payment that was refused, as the first release with a fund kept it: format 3. */
export const logTextOfRefusal = `[3,7,"${at}","${person}","refuse",[],[],[1,{},[],[],[]],null,["pay-grant","${caseId}","not-accepted"]]`

const insights: readonly Insight[] = [
  {
    kind: 'readiness-counted',
    happenedOn: '2026-02-23' as PlainDate,
    data: { service: 'day-centre', wanted: 12, ready: 9 },
    id: '7.0',
    ...recorded,
  },
  { kind: 'withdraw', data: { of: '6.0', reason: 'wrong-details' }, id: '7.1', ...recorded },
]

/** A row of every kind. */
export const exampleRows: { readonly [K in RowKind]: { key: Key; row: Rows[K] } } = {
  head: { key: [], row: { n: 7, hash: 'head-hash', recordedAt: at } },
  log: {
    key: ['0000000007'],
    row: sealLog(
      {
        n: 7,
        recordedAt: at,
        recordedBy: person,
        command: 'enquire',
        cases: [caseId],
        facts: facts.map(fact => ({ caseId, fact })),
        insights: [],
      },
      '',
    ),
  },
  case: {
    key: [caseId],
    row: { caseId, n: 9, reference: 'EX/014', facts, private: { name: 'Cŵn a Chathod 🐈', phone: '01632 960001', postcode: 'ZZ1 1ZZ' } },
  },
  person: {
    key: [caseId, textId],
    row: { name: "Siân O'Hara", contactName: null, phone: null, email: 'sian@example.org', postcode: null },
  },
  match: { key: ['phone', 'a-hash', caseId], row: { caseId } },
  insight: { key: ['0000000007'], row: { insights } },
  text: { key: [caseId, textId], row: { words: 'One line\r\n--batch_1\r\n"quoted" {"odata.error":1} \u{1F9D3}\uD83D \u0000 £5' } },
  ...fundRows,
  privateNote: {
    key: [caseId, textId],
    row: { id: textId, words: 'Worried about the stairs.', writtenBy: person, writtenAt: at },
  },
  dbs: {
    key: [caseId, textId],
    row: {
      id: textId,
      of: 'owner',
      level: 'enhanced',
      issuedOn: '2025-05-20' as PlainDate,
      seenOn: '2025-06-01' as PlainDate,
      seenBy: person,
      decision: 'go-on',
      lookAgainOn: null,
    },
  },
  command: { key: ['a-hash'], row: { requestHash: 'another-hash', n: 7, caseId: null, recordedAt: at } },
  claim: { key: ['reference', 'a-hash'], row: { caseId } },
  view: {
    key: [`${person}.${person}`, caseId],
    row: {
      name: 'Siân’s “stuck” ones',
      by: person,
      look: {
        view: 'mine',
        sort: { by: 'contact', down: false },
        filters: {
          status: ['open'],
          area: ['north-town'],
          form: [],
          step: [],
          flag: ['stuck'],
          catalyst: [],
          service: ['meals'],
          serves: [],
        },
        layout: 'list',
        columns: ['marks', 'step'],
      },
    },
  },
  ticket: {
    key: ['a-hash'],
    row: {
      by: { tid: person, oid: person, administrator: false, namesHidden: true },
      until: at,
      asked: { of: 'cases', format: 'csv', question: exampleQuestion, only: [caseId] },
    },
  },
  access: {
    key: ['2026-03-02', caseId],
    row: { what: 'export', by: person, at, format: 'xlsx', rows: 25, names: true, question: exampleQuestion, chosen: false },
  },
  draft: { key: [caseId, `${person}.${person}`, 'log-contact'], row: { words: { note: 'Rings back at “seven”.' }, keptAt: at } },
  settings: {
    key: ['programme', '1'],
    row: {
      version: 1,
      tid: person,
      areas: ['north-town'],
      period: { from: '2025-04-01' as PlainDate, to: '2027-03-31' as PlainDate },
      costPence: 12_000_000,
      followUpUntil: null,
      followUpBy: 'council-team',
      followUpPerson: person,
      invented: true,
      rules: { ...defaultRules, services: ['company'], capacityWanted: [{ area: 'north-town', service: 'company', minutesPerWeek: 900 }] },
      textId,
      effectiveFrom: null,
      recordedAt: at,
      recordedBy: person,
    },
  },
  assumption: {
    key: ['0000000001'],
    row: {
      version: 1,
      kind: 'comparator',
      value: { low: 2_263, central: 2_410, high: 2_557 },
      effectiveFrom: '2025-04-01' as PlainDate,
      confidence: 'high',
      textId,
      recordedAt: at,
      recordedBy: person,
    },
  },
  budget: {
    key: ['0000000001'],
    row: { version: 1, of: 'fall', pencePerYear: 4_700_000, fellOn: '2025-10-01' as PlainDate, textId, recordedAt: at, recordedBy: person },
  },
  endingWords: { key: ['1'], row: { version: 1, endings: { 'a-hash': 'took-job', etag: 'unknown' }, recordedAt: at } },
  member: { key: [`${person}.${person}`], row: { oid: person, roles: ['lead', 'decider'], label: null } },
  programme: { key: ['north'], row: { id: 'north', tid: person } },
  secret: { key: ['keyed-hashes'], row: { key: 'c2VjcmV0' } },
}
