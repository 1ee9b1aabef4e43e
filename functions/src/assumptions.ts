import type { AssumptionAnswer, AssumptionsAnswer, NewAssumption } from '#domain/assumptionSchemas.ts'
import { assumptionsSchema, newAssumptionSchema } from '#domain/assumptionSchemas.ts'
import type { Assumption, AssumptionKind } from '#domain/assumptions.ts'
import { assumptionOn, wholeShare } from '#domain/assumptions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Admitted } from '#functions/access.ts'
import { admit } from '#functions/access.ts'
import { numberIn } from '#functions/commands.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { whoRecorded } from '#functions/members.ts'
import { wordsUnder } from '#functions/programmeWords.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { Key, Store } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { write } from '#functions/writing.ts'

/** The figures from outside that savings rest on: each version as it was recorded, and recording another. None is changed or removed. */
export const assumptionRoutes = (world: World): Route[] => [
  route({
    name: 'api-assumptions-read',
    method: 'GET',
    path: 'api/v1/programmes/{p}/assumptions',
    needs: 'savings.read',
    summary: 'Every figure from outside that was recorded, with its days, its range and its source, newest first',
    answer: { status: 200, schema: assumptionsSchema },
    handle: async ({ caller, params }) => {
      const admitted = await admit(world.store, caller, params['p'] ?? '', 'savings.read')
      return admitted.ok ? ok(await answerOf(world, admitted.value)) : admitted
    },
  }),
  route({
    name: 'api-assumptions-record',
    method: 'PUT',
    path: 'api/v1/programmes/{p}/assumptions',
    needs: 'assumptions.change',
    summary: 'Record a figure from outside as from a day; If-Match says after which version',
    body: newAssumptionSchema,
    answer: { status: 200, schema: assumptionsSchema },
    handle: asked => change(world, asked),
  }),
]

/** The words that say where a figure is from stand under this in place of a case id. */
const assumptionText = 'assumption'

const keyOf = (version: number): Key => [String(version).padStart(10, '0')]

/** Every figure that was recorded, oldest first. */
export async function readAssumptions(store: Store, programmeId: string): Promise<Assumption[]> {
  const rows: Assumption[] = []
  for await (const page of store.list(programmeId, 'assumption', {})) rows.push(...page.map(({ row }) => row))
  return rows.sort((a, b) => a.version - b.version)
}

/** Figures as they travel: with the words that say where they are from, and with who recorded them where the reader may see that. */
export async function withSources({ store }: World, admitted: Admitted, assumptions: readonly Assumption[]): Promise<AssumptionAnswer[]> {
  const who = await whoRecorded(store, admitted)
  const sources = await wordsUnder(store, admitted.programmeId, assumptionText)
  return assumptions.map(({ textId, recordedBy, ...rest }) => ({
    ...rest,
    source: sources.get(textId) || null,
    recordedBy: who(recordedBy),
  }))
}

async function answerOf(world: World, admitted: Admitted): Promise<Answer> {
  const recorded = await readAssumptions(world.store, admitted.programmeId)
  const version = recorded.at(-1)?.version ?? 0
  const assumptions = (await withSources(world, admitted, recorded)).reverse()
  const body: AssumptionsAnswer = { programme: admitted.programmeId, version, assumptions }
  return { body, etag: String(version) }
}

async function change(world: World, { caller, params, headers, body }: Asked<unknown, NewAssumption>): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'assumptions.change')
  if (!admitted.ok) return admitted
  const { programmeId } = admitted.value
  const against = numberIn(headers)
  if (against === undefined) return refused({ kind: 'if-match-missing' })
  const textId = world.writer.newId()
  const request = { partition: programmeId, command: 'record-assumption', by: caller.oid, via: 'person' } as const
  const written = await write<Refusal>(world.writer, request, async ({ recordedAt }) => {
    const recorded = await readAssumptions(world.store, programmeId)
    const newest = recorded.at(-1)?.version ?? 0
    if (newest !== against) return refused({ kind: 'settings-changed', version: newest })
    const cannot = whyNot(body, recorded)
    if (cannot) return refused(cannot)
    const { source, ...rest } = body
    const row: Assumption = { ...rest, version: newest + 1, textId, recordedAt, recordedBy: caller.oid }
    return ok({
      cases: [],
      changes: [
        { put: 'insert', kind: 'assumption', key: keyOf(row.version), row },
        { put: 'insert', kind: 'text', key: [assumptionText, textId], row: { words: source } },
      ],
    })
  })
  const answer = await answerOf(world, admitted.value)
  if (written.ok) return ok(answer)
  return (await wasSaved(world, programmeId, against, caller.oid, body)) ? ok(answer) : written
}

/** An answer that was lost is asked for again: what was saved then is what is asked for now. */
async function wasSaved({ store }: World, programmeId: string, against: number, by: string, body: NewAssumption): Promise<boolean> {
  const next = (await readAssumptions(store, programmeId)).find(({ version }) => version === against + 1)
  return next?.recordedBy === by && isSame(next, body)
}

const isSame = (held: Assumption, { kind, effectiveFrom, confidence, value }: NewAssumption): boolean =>
  held.kind === kind &&
  held.effectiveFrom === effectiveFrom &&
  held.confidence === confidence &&
  held.value?.low === value?.low &&
  held.value?.central === value?.central &&
  held.value?.high === value?.high

const unsplit: readonly AssumptionKind[] = ['unsplit-direct', 'unsplit-nhs']

function whyNot(figure: NewAssumption, recorded: readonly Assumption[]): Refusal | undefined {
  const { kind, value, effectiveFrom } = figure
  if (value === null && !assumptionOn(recorded, kind, effectiveFrom)) return { kind: 'nothing-changed' }
  if (!value || !unsplit.includes(kind)) return undefined
  // From its own day on, and from each later day on which the other share changes.
  const days = [effectiveFrom, ...recorded.filter(each => unsplit.includes(each.kind)).map(each => each.effectiveFrom)]
  const isOver = days.filter(day => day >= effectiveFrom).some(day => togetherOn(figure, recorded, day) > wholeShare)
  return isOver ? { kind: 'shares-over-whole' } : undefined
}

/** The most that the shares of unsplit hours come to on a day, were a figure recorded. */
function togetherOn({ kind, value, effectiveFrom }: NewAssumption, recorded: readonly Assumption[], day: PlainDate): number {
  return unsplit.reduce((sum, each) => {
    const held = assumptionOn(recorded, each, day)
    const isNew = each === kind && (!held || held.effectiveFrom <= effectiveFrom)
    return sum + ((isNew ? value?.high : held?.value.high) ?? 0)
  }, 0)
}
