import { caseAt } from '#domain/caseAt.ts'
import type { DuplicatesAsked } from '#domain/commandSchemas.ts'
import { duplicatesAskedSchema } from '#domain/commandSchemas.ts'
import type { Details, Match } from '#domain/duplicates.ts'
import { agreeing, matchesOf, mayBeTheSame } from '#domain/duplicates.ts'
import { ok } from '#domain/result.ts'
import type { Duplicates, MaybeSame } from '#domain/wireSchemas.ts'
import { duplicatesSchema } from '#domain/wireSchemas.ts'
import type { Admitted } from '#functions/access.ts'
import { admit, reaches } from '#functions/access.ts'
import { catalystOf } from '#functions/caseReading.ts'
import { keyedHash } from '#functions/hashing.ts'
import type { Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { CaseRow, Change, Key, PersonRow } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import type { Snapshot } from '#functions/writing.ts'

/** Whether someone is on record already, asked while an enquiry is typed. */
export const duplicateRoutes = (world: World): Route[] => [
  route({
    name: 'api-cases-duplicates',
    method: 'POST',
    path: 'api/v1/programmes/{p}/cases/duplicates',
    needs: 'cases.enquire',
    summary: 'Who may be the same person, by phone, e-mail, or surname and postcode; never by a name alone',
    body: duplicatesAskedSchema,
    answer: { status: 200, schema: duplicatesSchema },
    handle: async ({ caller, params, body }: Asked<unknown, DuplicatesAsked>) => {
      const admitted = await admit(world.store, caller, params['p'] ?? '', 'cases.enquire')
      if (!admitted.ok) return admitted
      const answer: Duplicates = { maybeSame: await maybeSame(world, admitted.value, body) }
      return ok({ body: answer })
    },
  }),
]

/** Where a case stands under a sign. The programme is in the hash, so that the same number in two programmes looks different. */
const keyOf = (secret: string, programmeId: string, { kind, value }: Match): Key => [
  kind,
  keyedHash(secret, JSON.stringify([programmeId, kind, value])),
]

/** Whose rows: the person of a case, before and after. Null is nobody: a new case has none before, one whose person is emptied none after. */
type PersonChange = { programmeId: string; caseId: string; before: PersonRow | null; after: PersonRow | null }

/** The rows by which a case is found, brought from one state of its person to the next, in the transaction that `read` belongs to. */
export async function matchChanges(
  world: World,
  read: Snapshot['read'],
  { programmeId, caseId, before, after }: PersonChange,
): Promise<Change[]> {
  const secret = await world.secret()
  const keysOf = (person: PersonRow | null): Key[] =>
    (person ? matchesOf(person) : []).map(match => [...keyOf(secret, programmeId, match), caseId])
  const now = keysOf(after)
  const stays = new Set(now.map(key => key.join('|')))
  const gone = keysOf(before).filter(key => !stays.has(key.join('|')))
  // A record of an older release may have none; what is not there cannot be deleted.
  const present = await Promise.all(gone.map(key => read('match', key)))
  return [
    ...gone.filter((_, place) => present[place]).map((key): Change => ({ put: 'delete', kind: 'match', key })),
    ...now.map((key): Change => ({ put: 'upsert', kind: 'match', key, row: { caseId } })),
  ]
}

const most = 5

/** Cases that may be of this person, those that agree in most first. `besides` is not looked at: it is the one that is asked about. */
export async function maybeSame(
  world: World,
  admitted: Admitted,
  details: Details,
  { besides, notSameAs = [] }: { besides?: string; notSameAs?: readonly string[] } = {},
): Promise<MaybeSame[]> {
  const found = new Map<string, MaybeSame>()
  for (const caseId of await caseIdsFor(world, admitted.programmeId, details)) {
    const person = (await world.store.read(admitted.programmeId, 'person', [caseId, 'main']))?.row
    const agreed = person ? agreeing(details, person) : []
    if (!mayBeTheSame(agreed)) continue
    const row = await keptCase(world, admitted.programmeId, caseId)
    // Two that were merged are one: what agrees with either is told once.
    if (!row || row.caseId === besides || notSameAs.includes(row.reference)) continue
    const candidate = seenBy(admitted, row, agreed)
    const other = found.get(row.caseId)
    if (!other || other.signs.length < agreed.length) found.set(row.caseId, candidate)
  }
  return [...found.values()].sort((a, b) => b.signs.length - a.signs.length || (a.reference < b.reference ? -1 : 1)).slice(0, most)
}

/**
 * Those that have a row under one of the signs, and those whose copy in the list agrees in one: a record that is older than these rows
 * has none until its person is saved again.
 */
async function caseIdsFor({ store, secret, books }: World, programmeId: string, details: Details): Promise<ReadonlySet<string>> {
  const key = await secret()
  const ids = new Set<string>()
  const matches = matchesOf(details)
  if (matches.length === 0) return ids
  for (const match of matches) {
    for await (const page of store.list(programmeId, 'match', { startsWith: keyOf(key, programmeId, match) })) {
      for (const { row } of page) ids.add(row.caseId)
    }
  }
  const wanted = new Set(matches.map(sayMatch))
  for (const row of (await books.open(programmeId)).cases.values()) if (copySigns(row).some(sign => wanted.has(sign))) ids.add(row.caseId)
  return ids
}

const sayMatch = ({ kind, value }: Match): string => `${kind} ${value}`

// The book keeps a case's row object until it is recorded on again.
const signsByRow = new WeakMap<CaseRow, readonly string[]>()

function copySigns(row: CaseRow): readonly string[] {
  const known = signsByRow.get(row) ?? matchesOf(row.private ?? {}).map(sayMatch)
  signsByRow.set(row, known)
  return known
}

/** A case, or the one that it was merged into: what that was merged into since, to the last of them. */
async function keptCase(world: World, programmeId: string, caseId: string, passed: readonly string[] = []): Promise<CaseRow | undefined> {
  const row = (await world.store.read(programmeId, 'case', [caseId]))?.row
  const into = row && caseAt(row).mergedInto
  return into === undefined || passed.includes(into) ? row : keptCase(world, programmeId, into, [...passed, caseId])
}

/** What this caller may be told of a case: everyone its reference, those who may open it the way there, those who may see its name that. */
function seenBy(admitted: Admitted, row: CaseRow, agreed: MaybeSame['signs']): MaybeSame {
  const catalyst = catalystOf(row)
  return {
    id: reaches(admitted, 'cases.read', catalyst) ? row.caseId : null,
    reference: row.reference,
    name: reaches(admitted, 'names.see', catalyst) ? (row.private?.name ?? null) : null,
    signs: agreed,
  }
}

/** Finds who may be the same among many people at once, by what the list knows of each: the references, at most a few. */
export function alikeIn(cases: Iterable<CaseRow>): (details: Details) => readonly string[] {
  const bySign = new Map<string, CaseRow[]>()
  for (const row of cases) for (const sign of copySigns(row)) bySign.set(sign, [...(bySign.get(sign) ?? []), row])
  return details => {
    const found = new Set(matchesOf(details).flatMap(match => bySign.get(sayMatch(match)) ?? []))
    const same = [...found].filter(row => mayBeTheSame(agreeing(details, row.private ?? {})) && caseAt(row).mergedInto === undefined)
    return same
      .map(({ reference }) => reference)
      .sort()
      .slice(0, most)
  }
}
