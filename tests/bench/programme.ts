import { createHash, randomBytes } from 'node:crypto'
import type { Fact, NewFact } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, addMonths, day, instantAt } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { toMinutes, toPence } from '#domain/quantities.ts'
import { legalForms } from '#domain/vocabulary.ts'
import { sealLog } from '#functions/logText.ts'
import type { CaseRow, Change, Head, ProgrammeSettings } from '#functions/store.ts'
import { logKey } from '#functions/store.ts'
import { tableStoreAt } from '#functions/tableStore.ts'
import { noHead } from '#functions/writing.ts'
import type { Azurite } from '#local/azurite.ts'
import { startAzurite } from '#local/azurite.ts'

export const programme = 'bench'
export const tid = '6f1d3c52-7a0e-4c8b-9d41-2b5e8a90c7f3'
const person = 'a0000000-0000-4000-8000-000000000002'
const casesATransaction = 80
const firstDay = day('2014-04-01')

/** Where the rows of the bench are. */
export type Bench = { azurite: Azurite; table: string }

const uuidOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

/** One of the eight catalysts who share the cases. */
export const catalystOf = (at: number): string => uuidOf(`catalyst ${at % 8}`)

const abouts = ['next-contact', 'visit', 'set-up'] as const

/** Open to-dos of a case, due over the weeks around November 2026. */
const tasksOf = (at: number, count: number): NewFact[] =>
  Array.from({ length: count }, (_, place) => ({
    kind: 'task-set',
    happenedOn: day('2023-12-01'),
    data: {
      task: uuidOf(`task ${at} ${place}`),
      about: abouts[place % 3] ?? 'other',
      dueOn: addDays(day('2026-11-01'), (7 * at + place) % 60),
    },
  }))

/** A journey of about a dozen facts. Every seventh stops, every ninth is not heard of again, every tenth is advised only. */
function journeyOf(at: number): NewFact[] {
  const enquired = addDays(firstDay, (at * 37) % 2_500)
  const on = (days: number): PlainDate => addDays(enquired, days)
  const began = on(120 + (at % 60))
  const grantId = uuidOf(`grant ${at}`)
  const data = { reference: String(at + 1).padStart(5, '0'), area: `area-${at % 12}` }
  const first: NewFact[] = [{ kind: 'enquired', happenedOn: enquired, data }]
  if (at % 10 === 0) return [...first, { kind: 'advised-only', happenedOn: on(5), data: {} }]
  const careReturn = { jobs: 1 + (at % 4), minutesPerWeek: toMinutes(600 + 15 * (at % 40)), people: 2 + (at % 9) }
  const journey: NewFact[] = [
    ...first,
    { kind: 'accepted', happenedOn: on(7), data: { origin: at % 25 === 1 ? 'existing' : 'new' } },
    { kind: 'assigned', happenedOn: on(8), data: { catalyst: catalystOf(at) } },
    { kind: 'idea-agreed', happenedOn: on(30), data: {} },
    { kind: 'scoped', happenedOn: on(40), data: { outcome: at % 6 === 0 ? 'required' : 'individual-1-3-c' } },
    { kind: 'constituted', happenedOn: on(80), data: { form: legalForms[at % legalForms.length] ?? 'cic' } },
    { kind: 'grant-decided', happenedOn: on(90), data: { grantId, pence: toPence(10_000 + 500 * (at % 80)), gap: 'help-at-home' } },
    { kind: 'grant-paid', happenedOn: on(100), data: { grantId, pence: toPence(10_000) } },
    { kind: 'trading-began', happenedOn: began, data: {} },
    { kind: 'contact', happenedOn: addDays(began, 40), data: { reached: true, heard: 'trading', channel: 'visit' } },
  ]
  if (at % 9 === 1) return journey
  const checked: NewFact[] = [
    { kind: 'check-in-answered', happenedOn: addDays(addMonths(began, 6), at % 20), data: { month: 6, answer: 'trading' } },
    { kind: 'care-return', happenedOn: addDays(addMonths(began, 6), at % 20), data: careReturn },
  ]
  if (at % 7 === 1)
    return [...journey, ...checked, { kind: 'stopped', happenedOn: addDays(began, 200 + (at % 500)), data: { ending: 'not-working' } }]
  const later = (months: 12 | 24): NewFact => ({
    kind: 'check-in-answered',
    happenedOn: addMonths(began, months),
    data: { month: months, answer: 'trading' },
  })
  return [...journey, ...checked, later(12), later(24)]
}

/** One transaction of the log and the rows of its cases, as an import would have left them. */
function transaction(head: Head, first: number, count: number, tasks: number): { changes: Change[]; next: Head } {
  const stamp = {
    n: head.n + 1,
    recordedAt: instantAt(Date.parse('2024-01-01T00:00:00Z') + 1_000 * head.n),
    recordedBy: person,
    via: 'import' as const,
  }
  let firstPlace = 0
  const rows = Array.from({ length: count }, (_, place): CaseRow => {
    const at = first + place
    const facts = record([...journeyOf(at), ...tasksOf(at, tasks)], { ...stamp, firstPlace })
    firstPlace += facts.length
    const reference = String(at + 1).padStart(5, '0')
    return { caseId: uuidOf(`case ${at}`), n: stamp.n, reference, facts, private: { name: `Enterprise ${at}`, postcode: 'TA1 1AA' } }
  })
  const facts = rows.flatMap(({ caseId, facts: added }) => added.map((fact: Fact) => ({ caseId, fact })))
  const { n, recordedAt, recordedBy } = stamp
  const log = sealLog(
    { n, recordedAt, recordedBy, command: 'import', cases: rows.map(({ caseId }) => caseId), facts, insights: [] },
    head.hash,
  )
  const cases = rows.map((row): Change => ({ put: 'insert', kind: 'case', key: [row.caseId], row }))
  return { changes: [{ put: 'insert', kind: 'log', key: logKey(n), row: log }, ...cases], next: { n, hash: log.hash, recordedAt } }
}

const settings: ProgrammeSettings = {
  version: 1,
  tid,
  areas: Array.from({ length: 12 }, (_, at) => `area-${at}`),
  period: { from: firstDay, to: day('2027-03-31') },
  costPence: 13_500_000,
  followUpUntil: null,
  followUpBy: 'nobody',
  followUpPerson: null,
  invented: true,
  rules: defaultRules,
  textId: uuidOf('names'),
  effectiveFrom: null,
  recordedAt: noHead.recordedAt,
  recordedBy: person,
}

/** A programme of so many cases, each with so many open to-dos, in a table of its own. */
export async function seedBench(cases: number, tasks = 0): Promise<Bench> {
  const azurite = await startAzurite()
  const table = `t${randomBytes(8).toString('hex')}`
  const store = tableStoreAt(azurite.connectionString, table)
  await store.prepare()
  let head = noHead
  for (let first = 0; first < cases; first += casesATransaction) {
    const { changes, next } = transaction(head, first, Math.min(casesATransaction, cases - first), tasks)
    await store.commit(programme, [...changes, { put: 'upsert', kind: 'head', key: [], row: next }])
    head = next
  }
  await store.commit(programme, [{ put: 'insert', kind: 'settings', key: ['programme', '0000000001'], row: settings }])
  return { azurite, table }
}
