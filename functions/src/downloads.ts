import type { FileRow, FileTable } from '#domain/caseFile.ts'
import { caseFile } from '#domain/caseFile.ts'
import { withoutNames } from '#domain/caseListing.ts'
import { flagLimits } from '#domain/flags.ts'
import { csvText } from '#domain/csv.ts'
import type { AskedDownload, FileFormat, Ticket } from '#domain/downloadSchemas.ts'
import { downloadSchema, ticketSchema } from '#domain/downloadSchemas.ts'
import { asked } from '#domain/listQuestion.ts'
import { reachOf } from '#domain/permissions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { instantAt } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Admitted } from '#functions/access.ts'
import { admit, isWithin } from '#functions/access.ts'
import type { Caller } from '#functions/caller.ts'
import { rowsOf } from '#functions/cases.ts'
import { consortiumFile } from '#functions/consortia.ts'
import { randomKey, sha256 } from '#functions/hashing.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { membersOf } from '#functions/members.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { AccessRow, TicketRow } from '#functions/store.ts'
import { writeWorkbook } from '#functions/workbook.ts'
import type { World } from '#functions/world.ts'
import { now, today } from '#functions/world.ts'

/** A phone cannot save what a script holds, and a link cannot carry a token: a ticket stands for both, once, for a minute. */
const goodFor = 60_000

/** Files to take away. */
export const downloadRoutes = (world: World): Route[] => [
  route({
    name: 'api-downloads-ask',
    method: 'POST',
    path: 'api/v1/programmes/{p}/downloads',
    needs: 'exports.make',
    summary: 'A ticket for a file of every enterprise that matches: one use, 60 seconds',
    body: downloadSchema,
    answer: { status: 201, schema: ticketSchema },
    handle: each => askFor(world, each),
  }),
  route({
    name: 'api-downloads-take',
    method: 'GET',
    path: 'api/v1/downloads/{ticket}',
    needs: 'anyone',
    summary: 'The file that a ticket stands for; taking it is logged',
    answer: { status: 200 },
    handle: each => take(world, each),
  }),
]

async function askFor(world: World, { caller, params, body }: Asked<unknown, AskedDownload>): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'exports.make')
  if (!admitted.ok) return admitted
  const { programmeId } = admitted.value
  const file = await fileFor(world, admitted.value, body)
  const secret = randomKey()
  const { tid, oid, administrator, namesHidden = false } = caller
  const ticket: TicketRow = {
    by: { tid, oid, administrator, namesHidden },
    until: instantAt(world.writer.clock() + goodFor),
    asked: body.of === 'cases' ? { ...body, only: body.only ?? null } : body,
  }
  await world.store.commit(programmeId, [
    { put: 'insert', kind: 'ticket', key: [sha256(secret)], row: ticket },
    ...(await goneBy(world, programmeId)),
  ])
  const given: Ticket = {
    path: `/api/v1/downloads/${programmeId}.${secret}`,
    until: ticket.until,
    rows: file.table.rows.length,
    names: file.names,
  }
  return ok({ status: 201, body: given })
}

/** Tickets that nobody used in their time, a few at once. */
async function goneBy({ store, writer }: World, programmeId: string) {
  const moment = instantAt(writer.clock())
  for await (const page of store.list(programmeId, 'ticket', {})) {
    const old = page.filter(({ row }) => row.until < moment).slice(0, 20)
    if (old.length > 0) return old.map(({ key }) => ({ put: 'delete' as const, kind: 'ticket' as const, key }))
  }
  return []
}

async function take(world: World, { params }: Asked): Promise<Result<Answer, Refusal>> {
  const [, programmeId = '', secret = ''] = /^([a-z0-9-]{2,40})\.([\w-]{43})$/.exec(params['ticket'] ?? '') ?? []
  if (secret === '') return refused({ kind: 'ticket-gone' })
  const key = [sha256(secret)]
  const found = await world.store.read(programmeId, 'ticket', key)
  if (!found || found.row.until < now(world)) return refused({ kind: 'ticket-gone' })
  const { by, asked: question } = found.row
  const caller: Caller = { ...by, name: '' }
  // Who was taken out of the programme within that minute has no file.
  const admitted = await admit(world.store, caller, programmeId, 'exports.make')
  if (!admitted.ok) return refused({ kind: 'ticket-gone' })
  const day = today(world)
  const body = question.of === 'cases' ? { ...question, only: question.only ?? undefined } : question
  const { table, names } = await fileFor(world, admitted.value, body)
  const bytes = await bytesOf(table, question.format)
  const access: AccessRow = {
    what: 'export',
    by: by.oid,
    at: now(world),
    format: question.format,
    rows: table.rows.length,
    names,
    ...(question.of === 'cases' ? { question: question.question, chosen: question.only !== null } : { consortium: question.consortium }),
  }
  // The ticket goes and the log has it, or neither: of two who come with one ticket, one gets the file.
  const outcome = await world.store.commit(programmeId, [
    { put: 'delete', kind: 'ticket', key },
    { put: 'insert', kind: 'access', key: [day, world.writer.newId()], row: access },
  ])
  if (outcome === 'conflict') return refused({ kind: 'ticket-gone' })
  return ok({
    file: {
      bytes,
      type: types[question.format],
      name: `${question.of === 'cases' ? 'enterprises' : 'consortium'}-${day}.${question.format}`,
    },
  })
}

/** The table that is asked for, and whether it names anybody. */
async function fileFor(world: World, admitted: Admitted, asking: AskedDownload): Promise<{ table: FileTable; names: boolean }> {
  const day = today(world)
  if (asking.of === 'consortium') {
    return consortiumFile(admitted, await world.books.open(admitted.programmeId), asking.consortium, day)
  }
  const rows = await rowsFor(world, admitted, asking)
  return { table: caseFile(rows, wordsFor(admitted, day)), names: rows.some(({ person }) => person !== null) }
}

type AskedCases = Extract<AskedDownload, { of: 'cases' }>

/** Every row that is asked for and within reach, in its order, with what the caller may see of the person. */
async function rowsFor(world: World, admitted: Admitted, { question, only }: AskedCases): Promise<FileRow[]> {
  const { caller, holder, reach, versions, programmeId } = admitted
  const day = today(world)
  const book = await world.books.open(programmeId)
  const namesReach = reachOf('names.see', holder)
  const seen = rowsOf(book, day, flagLimits(settingsAt(versions, day)))
    .filter(row => isWithin(reach, caller, row.catalyst))
    .map(row => (isWithin(namesReach, caller, row.catalyst) ? row : withoutNames(row)))
  const chosen = only && new Set(only)
  const labels = new Map(
    reachOf('members.read', holder) ? (await membersOf(world.store, programmeId)).map(({ row }) => [row.oid, row.label]) : [],
  )
  return asked(seen, question, { oid: caller.oid, today: day })
    .filter(({ id }) => !chosen || chosen.has(id))
    .map(row => {
      const copy = isWithin(namesReach, caller, row.catalyst) ? book.cases.get(row.id)?.private : undefined
      const person = copy
        ? { name: copy.name, phone: copy.phone ?? null, email: copy.email ?? null, postcode: copy.postcode ?? null }
        : null
      return { row, person, catalyst: row.catalyst === null ? null : (labels.get(row.catalyst) ?? null) }
    })
}

function wordsFor({ versions, holder }: Admitted, day: PlainDate) {
  const { areas } = settingsAt(versions, day).names
  return {
    placeOf: (area: string) => areas[area] ?? area,
    names: reachOf('names.see', holder) !== undefined,
    catalysts: reachOf('members.read', holder) !== undefined,
  }
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<FileFormat, string>

async function bytesOf(table: FileTable, format: FileFormat): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return writeWorkbook(table)
    case 'csv': {
      const cells = table.rows.map(row => row.map(cell => (cell !== null && typeof cell === 'object' ? cell.day : cell)))
      // A mark at its start tells spreadsheets that it is UTF-8.
      return new TextEncoder().encode(`\ufeff${csvText([table.heads, ...cells])}`)
    }
  }
}
