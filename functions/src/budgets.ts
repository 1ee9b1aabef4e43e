import type { Cashable, NewBudgetRecord } from '#domain/budgetSchemas.ts'
import { cashableSchema, newBudgetRecordSchema } from '#domain/budgetSchemas.ts'
import type { BudgetRecord } from '#domain/budgets.ts'
import { budgetFallsOn } from '#domain/budgets.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { admit } from '#functions/access.ts'
import { keyOf } from '#functions/commands.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { labelsOf } from '#functions/members.ts'
import { wordsUnder } from '#functions/programmeWords.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { Change, Key, Store } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import { write } from '#functions/writing.ts'

/** Budgets that fell: recorded by those who hold them, and only ever added to. */
export const budgetRoutes = (world: World): Route[] => [
  route({
    name: 'api-budgets-record',
    method: 'POST',
    path: 'api/v1/programmes/{p}/budgets',
    needs: 'budgets.record',
    summary: 'Record that a budget fell because of the programme, by how much and when; or take such a record back',
    body: newBudgetRecordSchema,
    answer: { status: 201, schema: cashableSchema },
    handle: asked => record(world, asked),
  }),
]

/** What a budget is called stands under this in place of a case id. */
const budgetText = 'budget'

const keyFor = (version: number): Key => [String(version).padStart(10, '0')]

/** Every record of a budget, oldest first. */
async function readBudgets(store: Store, programmeId: string): Promise<BudgetRecord[]> {
  const rows: BudgetRecord[] = []
  for await (const page of store.list(programmeId, 'budget', {})) rows.push(...page.map(({ row }) => row))
  return rows.sort((a, b) => a.version - b.version)
}

/** The budgets that had fallen as at a moment, and what they come to in a year. */
export async function cashableOf({ store }: World, programmeId: string, asAt: PlainDate, knownAt?: Instant): Promise<Cashable> {
  const found = budgetFallsOn(await readBudgets(store, programmeId), asAt, knownAt)
  const labels = await labelsOf(store, programmeId)
  const names = await wordsUnder(store, programmeId, budgetText)
  const falls = found.map(({ version, pencePerYear, fellOn, recordedAt, recordedBy, textId }) => ({
    version,
    pencePerYear,
    fellOn,
    recordedAt,
    budget: names.get(textId) || null,
    recordedBy: { oid: recordedBy, label: labels.get(recordedBy) ?? null },
  }))
  return { pencePerYear: falls.reduce((sum, { pencePerYear }) => sum + pencePerYear, 0), falls }
}

async function record(world: World, asked: Asked<unknown, NewBudgetRecord>): Promise<Result<Answer, Refusal>> {
  const { caller, params, body } = asked
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'budgets.record')
  if (!admitted.ok) return admitted
  const { programmeId } = admitted.value
  const day = today(world)
  if (body.of === 'fall' && body.fellOn > day) return refused({ kind: 'asked-of-the-future', today: day })
  const key = await keyOf(world, asked, ['budget', programmeId, body])
  if (!key.ok) return key
  const request = { partition: programmeId, command: 'record-budget', by: caller.oid, via: 'person', key: key.value } as const
  const written = await write<Refusal>(world.writer, request, async ({ recordedAt }) => {
    const records = await readBudgets(world.store, programmeId)
    const isThere = (version: number): boolean => budgetFallsOn(records, day).some(fall => fall.version === version)
    if (body.of === 'taken-back' && !isThere(body.takesBack)) return refused({ kind: 'nothing-changed' })
    const stamp = { version: (records.at(-1)?.version ?? 0) + 1, recordedAt, recordedBy: caller.oid }
    return ok({ cases: [], changes: changesFor(body, stamp, world.writer.newId()) })
  })
  return written.ok ? ok({ status: 201, body: await cashableOf(world, programmeId, day) }) : written
}

function changesFor(body: NewBudgetRecord, stamp: Pick<BudgetRecord, 'version' | 'recordedAt' | 'recordedBy'>, textId: string): Change[] {
  const key = keyFor(stamp.version)
  if (body.of === 'taken-back')
    return [{ put: 'insert', kind: 'budget', key, row: { ...stamp, of: 'taken-back', takesBack: body.takesBack } }]
  const { budget, pencePerYear, fellOn } = body
  return [
    { put: 'insert', kind: 'budget', key, row: { ...stamp, of: 'fall', pencePerYear, fellOn, textId } },
    { put: 'insert', kind: 'text', key: [budgetText, textId], row: { words: budget } },
  ]
}
