import type { FileRow } from '#domain/caseFile.ts'
import { caseFile } from '#domain/caseFile.ts'
import { withoutNames } from '#domain/caseListing.ts'
import { flagLimits } from '#domain/flags.ts'
import { csvText } from '#domain/csv.ts'
import type {
  AskedDownload,
  AskedFile,
  AskedFundFile,
  AskedPublication,
  FileFormat,
  PublicFormat,
  Ticket,
} from '#domain/downloadSchemas.ts'
import { downloadSchema, fundFileSchema, publicationSchema, ticketSchema } from '#domain/downloadSchemas.ts'
import { asked } from '#domain/listQuestion.ts'
import type { Permission } from '#domain/permissions.ts'
import { reachOf } from '#domain/permissions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { instantAt } from '#domain/plainDate.ts'
import { publicationsSchema, yearEndQuestionSchema } from '#domain/potSchemas.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Admitted } from '#functions/access.ts'
import { admit, isWithin } from '#functions/access.ts'
import type { Caller } from '#functions/caller.ts'
import { rowsOf } from '#functions/cases.ts'
import { consortiumFile } from '#functions/consortia.ts'
import type { MadeFile } from '#functions/fundFiles.ts'
import { fundFile, fundFileNeeds, publicationsAnswer } from '#functions/fundFiles.ts'
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
  ...fundFileRoutes(world),
]

/** Files of a fund, and what its published lists would hold. */
const fundFileRoutes = (world: World): Route[] => [
  route({
    name: 'api-pot-files-ask',
    method: 'POST',
    path: 'api/v1/programmes/{p}/pots/{pot}/files',
    needs: 'pots.read',
    summary: 'A ticket for a file of a fund: its ledger, or what was committed and not paid at the end of a day',
    body: fundFileSchema,
    answer: { status: 201, schema: ticketSchema },
    handle: each => askFor(world, each),
  }),
  route({
    name: 'api-pot-publications-ask',
    method: 'POST',
    path: 'api/v1/programmes/{p}/pots/{pot}/publications',
    needs: 'grants.publish',
    summary: 'A ticket for the grants of a fund as a list: the register, 360Giving, or the Transparency Code',
    body: publicationSchema,
    answer: { status: 201, schema: ticketSchema },
    handle: each => askFor(world, each),
  }),
  route({
    name: 'api-pot-publications',
    method: 'GET',
    path: 'api/v1/programmes/{p}/pots/{pot}/publications',
    needs: 'grants.publish',
    summary: 'What the published lists of a fund would hold on a day, what they leave out, and why',
    query: yearEndQuestionSchema,
    answer: { status: 200, schema: publicationsSchema },
    handle: async ({ caller, params, query }) => {
      const admitted = await admit(world.store, caller, params['p'] ?? '', 'grants.publish')
      return admitted.ok ? publicationsAnswer(world, admitted.value, params['pot'] ?? '', query) : admitted
    },
  }),
]

/** What is asked for is a file of the list, or of the fund that the address names. */
const askedFile = (body: AskedDownload | AskedFundFile | AskedPublication, pot: string): AskedFile =>
  body.of === 'cases' || body.of === 'consortium' ? body : { ...body, pot }

/** Which permission a file takes, when it is asked for and once more when it is taken. */
const neededFor = ({ of }: Pick<AskedFile, 'of'>): Permission =>
  of === 'cases' || of === 'consortium' ? 'exports.make' : fundFileNeeds[of]

async function askFor(
  world: World,
  { caller, params, body }: Asked<unknown, AskedDownload | AskedFundFile | AskedPublication>,
): Promise<Result<Answer, Refusal>> {
  const asking = askedFile(body, params['pot'] ?? '')
  const admitted = await admit(world.store, caller, params['p'] ?? '', neededFor(asking))
  if (!admitted.ok) return admitted
  const { programmeId } = admitted.value
  const file = await fileFor(world, admitted.value, asking)
  if (!file.ok) return file
  const secret = randomKey()
  const { tid, oid, administrator, namesHidden = false } = caller
  const ticket: TicketRow = {
    by: { tid, oid, administrator, namesHidden },
    until: instantAt(world.writer.clock() + goodFor),
    asked: keptAs(asking),
  }
  await world.store.commit(programmeId, [
    { put: 'insert', kind: 'ticket', key: [sha256(secret)], row: ticket },
    ...(await goneBy(world, programmeId)),
  ])
  const given: Ticket = {
    path: `/api/v1/downloads/${programmeId}.${secret}`,
    until: ticket.until,
    rows: file.value.table.rows.length,
    names: file.value.names,
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
  const admitted = await admit(world.store, caller, programmeId, neededFor(question))
  if (!admitted.ok) return refused({ kind: 'ticket-gone' })
  const day = today(world)
  const file = await fileFor(world, admitted.value, askedAgain(question))
  if (!file.ok) return file
  const { table, names, called } = file.value
  const bytes = await bytesOf(file.value, question.format)
  const access: AccessRow = {
    what: 'export',
    by: by.oid,
    at: now(world),
    format: question.format,
    rows: table.rows.length,
    names,
    ...takenOf(question),
  }
  // The ticket goes and the log has it, or neither: of two who come with one ticket, one gets the file.
  const outcome = await world.store.commit(programmeId, [
    { put: 'delete', kind: 'ticket', key },
    { put: 'insert', kind: 'access', key: [day, world.writer.newId()], row: access },
  ])
  if (outcome === 'conflict') return refused({ kind: 'ticket-gone' })
  return ok({ file: { bytes, type: types[question.format], name: `${called}-${day}.${question.format}` } })
}

/** What is asked for, as its ticket keeps it. */
function keptAs(asking: AskedFile): TicketRow['asked'] {
  if (asking.of === 'cases') return { ...asking, only: asking.only ?? null }
  return asking.of === 'ledger' ? { ...asking, only: asking.only ?? null } : asking
}

/** What a ticket keeps, as it was asked. */
function askedAgain(kept: TicketRow['asked']): AskedFile {
  if (kept.of === 'cases') return { ...kept, only: kept.only ?? undefined }
  return kept.of === 'ledger' ? { ...kept, only: kept.only ?? undefined } : kept
}

/** What the log says was taken: codes and ids. */
function takenOf(question: TicketRow['asked']) {
  switch (question.of) {
    case 'cases':
      return { question: question.question, chosen: question.only !== null }
    case 'consortium':
      return { consortium: question.consortium }
    case 'ledger':
      return { fund: question.pot, of: question.of, chosen: question.only !== null }
    case 'year-end':
    case 'register':
    case 'three-sixty':
    case 'transparency':
      return { fund: question.pot, of: question.of, chosen: false }
  }
}

/** The file that is asked for, and whether it names anybody. */
async function fileFor(world: World, admitted: Admitted, asking: AskedFile): Promise<Result<MadeFile, Refusal>> {
  const day = today(world)
  if (asking.of === 'consortium') {
    const book = await world.books.open(admitted.programmeId)
    return ok({ ...consortiumFile(admitted, book, asking.consortium, day), called: 'consortium' })
  }
  if (asking.of !== 'cases') return fundFile(world, admitted, asking)
  const rows = await rowsFor(world, admitted, asking)
  const table = caseFile(rows, wordsFor(admitted, day))
  return ok({ table, names: rows.some(({ person }) => person !== null), called: 'enterprises' })
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
  json: 'application/json; charset=utf-8',
} as const satisfies Record<FileFormat | PublicFormat, string>

async function bytesOf({ table, json }: MadeFile, format: FileFormat | PublicFormat): Promise<Uint8Array> {
  switch (format) {
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`)
    case 'xlsx':
      return writeWorkbook(table)
    case 'csv': {
      const cells = table.rows.map(row => row.map(cell => (cell !== null && typeof cell === 'object' ? cell.day : cell)))
      // A mark at its start tells spreadsheets that it is UTF-8.
      return new TextEncoder().encode(`\ufeff${csvText([table.heads, ...cells])}`)
    }
  }
}
