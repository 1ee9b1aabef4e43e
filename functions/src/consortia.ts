import { asOf } from '#domain/caseListing.ts'
import type { FileTable } from '#domain/caseFile.ts'
import type { InDate, Member } from '#domain/consortia.ts'
import { memberOf, membershipOf, together } from '#domain/consortia.ts'
import type { Consortia, Consortium } from '#domain/consortiumSchemas.ts'
import { consortiaSchema } from '#domain/consortiumSchemas.ts'
import type { Result } from '#domain/result.ts'
import { ok } from '#domain/result.ts'
import type { Admitted } from '#functions/access.ts'
import { admit, reaches } from '#functions/access.ts'
import type { Book } from '#functions/book.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { World } from '#functions/world.ts'
import { today as dayOf } from '#functions/world.ts'
import type { PlainDate } from '#domain/plainDate.ts'

/** Consortia: groups of enterprises that bid together, each with a small report of its own. */
export const consortiumRoutes = (world: World): Route[] => [
  route({
    name: 'api-consortia',
    method: 'GET',
    path: 'api/v1/programmes/{p}/consortia',
    needs: 'cases.read',
    summary: 'The consortia: members, services, hours a week, and whether insurance and DBS checks are in date',
    answer: { status: 200, schema: consortiaSchema },
    handle: asked => readConsortia(world, asked),
  }),
]

async function readConsortia(world: World, { caller, params }: Asked): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'cases.read')
  if (!admitted.ok) return admitted
  const book = await world.books.open(admitted.value.programmeId)
  const day = dayOf(world)
  const { rules } = settingsAt(admitted.value.versions, day)
  const joined = [...book.cases.values()].flatMap(kept =>
    asOf(kept, day).attributes.flatMap(({ attribute, codes }) => (attribute === 'joined-consortium' ? codes : [])),
  )
  // One that is no longer in the settings stays for as long as somebody joined it.
  const consortia = [...new Set([...rules.consortia, ...joined])].map(code => consortiumOf(admitted.value, book, code, day))
  const body: Consortia = {
    programme: admitted.value.programmeId,
    through: book.head.n,
    today: day,
    consortia: consortia.filter(({ consortium, rows }) => rules.consortia.includes(consortium) || rows.length > 0),
  }
  return ok({ body })
}

type Row = { row: Consortium['rows'][number]; member: Member }

/** One consortium, of the enterprises that the reader may see: those in it first, and each by its reference. */
function consortiumOf(admitted: Admitted, { cases }: Book, consortium: string, day: PlainDate): Consortium {
  const { rules, names } = settingsAt(admitted.versions, day)
  const found = [...cases.values()].flatMap((kept): Row[] => {
    const { caseId, reference, private: copy } = kept
    const supportCase = asOf(kept, day)
    const catalyst = supportCase.catalyst ?? null
    // Most never joined any: they are told apart before anything is worked out.
    if (!membershipOf(supportCase.attributes, consortium) || !reaches(admitted, 'cases.read', catalyst)) return []
    const member = memberOf(supportCase, consortium, { rules, dbs: copy?.dbs, today: day })
    if (!member) return []
    const { joinedOn, leftOn = null, isMember, services, minutesPerWeek = null, insurance } = member
    const name = reaches(admitted, 'names.see', catalyst) ? (copy?.name ?? null) : null
    const dbs = reaches(admitted, 'dbs.see', catalyst) ? member.dbs : null
    const row = { id: caseId, reference, name, joinedOn, leftOn, isMember, services: [...services], minutesPerWeek, insurance, dbs }
    return [{ row, member }]
  })
  const rows = found.map(({ row }) => row).sort((a, b) => Number(b.isMember) - Number(a.isMember) || (a.reference < b.reference ? -1 : 1))
  return { consortium, name: names.consortia[consortium] ?? consortium, ...together(found.map(({ member }) => member)), rows }
}

const inDateWords = { 'in-date': 'In date', 'look-again': 'Look again', 'not-known': 'Not known' } as const satisfies Record<InDate, string>

/** The report of one consortium as a table to take away. Without a column for what the reader may not see. */
export function consortiumFile(admitted: Admitted, book: Book, consortium: string, day: PlainDate): { table: FileTable; names: boolean } {
  const { rows } = consortiumOf(admitted, book, consortium, day)
  const { services } = settingsAt(admitted.versions, day).names
  const names = rows.some(row => row.name !== null)
  const dbs = rows.some(row => row.dbs !== null)
  const heads = [
    'Reference',
    ...(names ? ['Name'] : []),
    'Joined',
    'Left',
    'Member now',
    'Services',
    'Hours a week',
    'Insurance',
    ...(dbs ? ['DBS'] : []),
  ]
  const table: FileTable = {
    title: 'Consortium',
    heads,
    rows: rows.map(row => [
      row.reference,
      ...(names ? [row.name] : []),
      { day: row.joinedOn },
      row.leftOn && { day: row.leftOn },
      row.isMember ? 'Yes' : 'No',
      row.services.map(code => services[code] ?? code.replaceAll('-', ' ')).join(', ') || null,
      row.minutesPerWeek === null ? null : row.minutesPerWeek / 60,
      inDateWords[row.insurance],
      ...(dbs ? [row.dbs && inDateWords[row.dbs]] : []),
    ]),
  }
  return { table, names }
}
