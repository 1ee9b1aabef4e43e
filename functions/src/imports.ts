import type { PlanContext, RowPlan } from '#domain/importPlan.ts'
import { planImport, planRow } from '#domain/importPlan.ts'
import { plainWords } from '#domain/importFacts.ts'
import type { FileRows, FileRow } from '#domain/importRows.ts'
import { rowsOfFile } from '#domain/importRows.ts'
import { asIfWritten, reportOf } from '#domain/importReport.ts'
import type { ImportAnswers, ImportReport } from '#domain/importSchemas.ts'
import { importAnswersSchema, importReportSchema } from '#domain/importSchemas.ts'
import { rowsNeedYou, unread } from '#domain/importWords.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { slugOf } from '#domain/slug.ts'
import type { Ending } from '#domain/vocabulary.ts'
import type { Admitted } from '#functions/access.ts'
import { admit } from '#functions/access.ts'
import { sha256 } from '#functions/hashing.ts'
import type { Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { caseAt, casesOf, draftOf, matchesFor } from '#functions/importDrafts.ts'
import { alikeIn } from '#functions/duplicates.ts'
import { membersOf } from '#functions/members.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import { readSpreadsheet } from '#functions/spreadsheet.ts'
import type { Found, Partition, Store } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { now, today } from '#functions/world.ts'
import { write } from '#functions/writing.ts'
import * as z from 'zod'

const flag = z.enum(['true', 'false']).transform(said => said === 'true')
const querySchema = z.strictObject({
  dryRun: flag.default(false),
  from: z.coerce.number().int().min(1).default(1),
  established: importAnswersSchema.shape.established,
  stopped: importAnswersSchema.shape.stopped,
  grantsIn: importAnswersSchema.shape.grantsIn,
  skipBad: flag.optional(),
  /** How long the call may work, in seconds: a page asks for less, so that it can show how far it is. */
  seconds: z.coerce.number().int().min(1).max(60).default(60),
})
type Query = z.output<typeof querySchema>

/** A programme's old spreadsheet, brought in. */
export const importRoutes = (world: World): Route[] => [
  route({
    name: 'api-imports',
    method: 'POST',
    path: 'api/v1/programmes/{p}/imports',
    needs: 'import',
    summary: 'Bring in a spreadsheet, as CSV or XLSX; a dry run says what would happen, row by row',
    query: querySchema,
    body: 'file',
    answer: { status: 200, schema: importReportSchema },
    handle: async asked => {
      const admitted = await admit(world.store, asked.caller, asked.params['p'] ?? '', 'import')
      if (!admitted.ok) return admitted
      const sent = await requestOf(asked)
      if (!sent.ok) return sent
      const report = await importFile(world, admitted.value, sent.value)
      return report.ok ? ok({ body: report.value }) : report
    },
  }),
]

/** A file to bring in, with what the lead said about it. Rows before `from` were dealt with by an earlier call. */
export type ImportRequest = {
  bytes: Uint8Array
  contentType: string
  answers: ImportAnswers
  dryRun: boolean
  from: number
  seconds: number
}

/** The file itself with answers in the address, or a form with the file and its answers as JSON. */
async function requestOf({ file, query }: Asked<Query>): Promise<Result<ImportRequest, Refusal>> {
  const { dryRun, from, seconds, ...rest } = query
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  if (!file.contentType.toLowerCase().startsWith('multipart/form-data')) return ok({ ...file, answers: said, dryRun, from, seconds })
  const form = await new Response(file.bytes, { headers: { 'content-type': file.contentType } }).formData().catch(() => undefined)
  const part = form?.get('file')
  if (!(part instanceof Blob)) return refused({ kind: 'not-understood', errors: [{ where: 'file', what: 'the form has no file' }] })
  const typed = form?.get('answers') ?? '{}'
  const answers = importAnswersSchema.safeParse(jsonOf(typeof typed === 'string' ? typed : await typed.text()))
  if (!answers.success) {
    const errors = answers.error.issues.slice(0, 20).map(({ path, message }) => ({ where: ['answers', ...path].join('.'), what: message }))
    return refused({ kind: 'not-understood', errors })
  }
  const bytes = new Uint8Array(await part.arrayBuffer())
  return ok({ bytes, contentType: part.type, answers: { ...answers.data, ...said }, dryRun, from, seconds })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A transaction takes so many rows; between transactions others get their turn, for so many milliseconds. */
const pace = { rows: 8, pause: 50 } as const

/**
 * Brings a file in, or says what it would do. Nothing is staged: every call reads the whole file, plans it against the cases that are there,
 * and writes what is not there yet, so a call that broke off is gone on with by asking again, and nothing is written twice.
 */
export async function importFile(world: World, admitted: Admitted, request: ImportRequest): Promise<Result<ImportReport, Refusal>> {
  const until = world.writer.clock() + request.seconds * 1_000
  const { programmeId } = admitted
  const { answers, dryRun } = request
  const sheet = await readSpreadsheet(request.bytes, request.contentType)
  if (!sheet.ok) return refused({ kind: tooLarge.has(sheet.refusal.kind) ? 'file-too-large' : 'bad-file', what: sheet.refusal.what })
  const endings = await readEndings(world.store, programmeId)
  const fileRows = rowsOfFile(sheet.value, answers, words => endings.kinds.get(hashOf(words)))
  if (!fileRows.ok) return refused({ kind: 'bad-file', what: unread.columnsMissing(fileRows.refusal.missing, fileRows.refusal.found).what })
  const context = await contextOf(world, admitted, answers, fileRows.value)
  const plans = planImport(fileRows.value, context, await casesOf(world, programmeId))
  if (dryRun) return ok(reportOf(fileRows.value, plans, asIfWritten(plans), true))

  const bad = plans.filter(({ outcome }) => outcome === 'bad').length
  if (bad > 0 && !answers.skipBad) {
    const report = reportOf(fileRows.value, plans, { from: request.from, written: new Set(), next: null }, false)
    return refused({ kind: 'rows-need-you', what: rowsNeedYou(bad), report })
  }
  const saved = await saveEndings(world, admitted, answers, endings)
  if (!saved.ok) return saved
  return writeRows(world, admitted, { fileRows: fileRows.value, context, plans, from: request.from, until })
}

const tooLarge: ReadonlySet<string> = new Set(['too-large', 'unpacks-too-large'])

async function contextOf(
  world: World,
  { programmeId, versions }: Admitted,
  answers: ImportAnswers,
  fileRows: FileRows,
): Promise<PlanContext> {
  const day = today(world)
  const { areas, names } = settingsAt(versions, day)
  return {
    today: day,
    areas,
    areaCalled: new Map(areas.map(code => [slugOf(names.areas[code] ?? code), code])),
    members: (await membersOf(world.store, programmeId)).map(({ row }) => row),
    endingOf: fileRows.endingOf,
    established: answers.established,
    someLeftOut: answers.stopped === 'some' || answers.stopped === 'unsure',
    guessed: fileRows.guessed,
    newId: world.writer.newId,
    alike: alikeIn((await world.books.open(programmeId)).cases.values()),
  }
}

type Work = { fileRows: FileRows; context: PlanContext; plans: readonly RowPlan[]; from: number; until: number }

/** Writes the rows that are new or differ, eight in a transaction, until they are in or the time is up. */
async function writeRows(world: World, admitted: Admitted, work: Work): Promise<Result<ImportReport, Refusal>> {
  const { fileRows, context, from, until } = work
  const plans = new Map(work.plans.map(plan => [plan.row, plan]))
  const written = new Set<number>()
  const report = (next: number | null) => ok(reportOf(fileRows, [...plans.values()], { from, written, next }, false))
  const toWrite = work.plans
    .filter(({ row, outcome }) => row >= from && (outcome === 'fresh' || outcome === 'changed'))
    .map(({ row }) => row)
  const rows = new Map(fileRows.rows.map(row => [row.row, row]))
  for (let at = 0; at < toWrite.length; at += pace.rows) {
    const first = toWrite[at] ?? null
    if (at > 0) {
      if (world.writer.clock() >= until) return report(first)
      await world.writer.wait(pace.pause)
    }
    const chunk = toWrite.slice(at, at + pace.rows).flatMap(row => rows.get(row) ?? [])
    const outcome = await writeChunk(world, admitted, chunk, context)
    if (!outcome.ok) return at > 0 && outcome.refusal.kind === 'busy' ? report(first) : outcome
    for (const plan of outcome.value) {
      plans.set(plan.row, plan)
      if (plan.outcome === 'fresh' || plan.outcome === 'changed') written.add(plan.row)
    }
  }
  return report(null)
}

/** One transaction. The rows are planned again as of its head, so a second caller with the same file is harmless. */
async function writeChunk(
  world: World,
  admitted: Admitted,
  chunk: readonly FileRow[],
  context: PlanContext,
): Promise<Result<RowPlan[], Refusal>> {
  let planned: RowPlan[] = []
  const request = { partition: admitted.programmeId, command: 'import', by: admitted.caller.oid, via: 'import' as const }
  const outcome = await write<Refusal | { kind: 'nothing-new' }>(world.writer, request, async snapshot => {
    const present = await Promise.all(chunk.map(row => caseAt(world, admitted.programmeId, snapshot, row)))
    planned = chunk.map((row, place) => planRow(row, context, present[place]?.existing))
    const drafts = planned.flatMap((plan, place) =>
      plan.outcome === 'fresh' || plan.outcome === 'changed'
        ? [draftOf(plan, present[place], { newId: context.newId, by: admitted.caller.oid })]
        : [],
    )
    if (drafts.length === 0) return refused({ kind: 'nothing-new' })
    const matches = await Promise.all(drafts.map(each => matchesFor(world, snapshot.read, admitted.programmeId, each)))
    return ok({
      cases: drafts.map(({ caseWrite }) => caseWrite),
      changes: [...drafts.flatMap(({ changes }) => changes), ...matches.flat()],
    })
  })
  if (outcome.ok) return ok(planned)
  return outcome.refusal.kind === 'nothing-new' ? ok(planned) : refused(outcome.refusal)
}

/** The words for an ending are known by their hash: settings hold no words. */
const hashOf = (words: string): string => sha256(plainWords(words))

type Endings = { version: number; kinds: ReadonlyMap<string, Ending> }

/** What the lead said before of the words for endings; the newest version counts. */
async function readEndings(store: Store, programmeId: Partition): Promise<Endings> {
  const versions: Found<'endingWords'>['row'][] = []
  for await (const page of store.list(programmeId, 'endingWords')) versions.push(...page.map(({ row }) => row))
  const newest = versions.reduce<(typeof versions)[number] | undefined>(
    (last, each) => (last && last.version > each.version ? last : each),
    undefined,
  )
  return { version: newest?.version ?? 0, kinds: new Map(Object.entries(newest?.endings ?? {})) }
}

/** Keeps what the lead said of the words for endings, so that it is asked once. */
async function saveEndings(
  world: World,
  { programmeId, caller }: Admitted,
  answers: ImportAnswers,
  known: Endings,
): Promise<Result<null, Refusal>> {
  const said = Object.entries(answers.endings ?? {}).map(([words, ending]) => [hashOf(words), ending] as const)
  if (said.every(([hash, ending]) => known.kinds.get(hash) === ending)) return ok(null)
  const request = { partition: programmeId, command: 'set-ending-words', by: caller.oid, via: 'person' as const }
  const outcome = await write<Refusal>(world.writer, request, async () => {
    const { version, kinds } = await readEndings(world.store, programmeId)
    const row = { version: version + 1, endings: Object.fromEntries([...kinds, ...said]), recordedAt: now(world) }
    return ok({ cases: [], changes: [{ put: 'insert', kind: 'endingWords', key: [String(row.version).padStart(6, '0')], row }] })
  })
  return outcome.ok ? ok(null) : outcome
}
