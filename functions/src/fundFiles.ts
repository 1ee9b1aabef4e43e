import { caseAt } from '#domain/caseAt.ts'
import type { FileTable } from '#domain/caseFile.ts'
import type { AskedFundFile, AskedPublication } from '#domain/downloadSchemas.ts'
import { ledgerFile, yearEndFile } from '#domain/fundFile.ts'
import { grantRegister } from '#domain/grantRegister.ts'
import { isGranted } from '#domain/grants.ts'
import type { Permission } from '#domain/permissions.ts'
import { reachOf } from '#domain/permissions.ts'
import type { Instant } from '#domain/plainDate.ts'
import type { Publications } from '#domain/potSchemas.ts'
import type { GrantArea, GrantRecord, PublicationAbout } from '#domain/publication.ts'
import { isSameName, lastRecordedAt, recipientOf, tallyOf } from '#domain/publication.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { threeSixtyGiving } from '#domain/threeSixtyGiving.ts'
import { transparencyList } from '#domain/transparencyList.ts'
import type { Admitted } from '#functions/access.ts'
import { keyedHash } from '#functions/hashing.ts'
import type { Answer } from '#functions/http.ts'
import type { Momentary } from '#functions/moment.ts'
import { momentOf } from '#functions/moment.ts'
import type { Held } from '#functions/potReading.ts'
import { grantsOf, ledgerAnswer, potAnswerOf, potRow } from '#functions/potReading.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { PotRow, Store } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import { yearEndAnswer } from '#functions/yearEnd.ts'

/** What a file holds: a table, or a package of a standard as it is; whether it names anybody; and what it is called, without its day. */
export type MadeFile = { table: FileTable; json?: object; names: boolean; called: string }

/** Which permission each file of a fund takes: what one may read there one may take away, and what is published is for those who publish. */
export const fundFileNeeds = {
  ledger: 'pots.read',
  'year-end': 'pots.read',
  register: 'grants.publish',
  'three-sixty': 'grants.publish',
  transparency: 'grants.publish',
} as const satisfies Record<(AskedFundFile | AskedPublication)['of'], Permission>

type Asked = (AskedFundFile | AskedPublication) & { pot: string }

/** A file of a fund: its ledger as of today, any other as at a day. */
export async function fundFile(world: World, admitted: Admitted, asked: Asked): Promise<Result<MadeFile, Refusal>> {
  const words = { names: reachOf('names.see', admitted.holder) !== undefined }
  switch (asked.of) {
    case 'ledger': {
      const ledger = await ledgerAnswer(world, admitted, asked.pot)
      if (!ledger.ok) return ledger
      const { entries, people } = ledger.value.body
      const only = asked.only && new Set(asked.only)
      const found = entries.filter(({ entry }) => !only || only.has(entry))
      const table = ledgerFile(found, { ...words, personOf: oid => people[oid] ?? null })
      return ok({ table, names: found.some(({ name }) => name !== null), called: 'ledger' })
    }
    case 'year-end': {
      const yearEnd = await yearEndAnswer(world, admitted, asked.pot, asked)
      if (!yearEnd.ok) return yearEnd
      const { rows } = yearEnd.value.body
      return ok({ table: yearEndFile(yearEnd.value.body, words), names: rows.some(({ name }) => name !== null), called: 'committed' })
    }
    case 'register':
    case 'three-sixty':
    case 'transparency':
      return publication(world, admitted, asked)
  }
}

async function publication(
  world: World,
  admitted: Admitted,
  asked: AskedPublication & { pot: string },
): Promise<Result<MadeFile, Refusal>> {
  const found = await published(world, admitted, asked.pot, asked)
  if (!found.ok) return found
  const { pot, records, about, publisher } = found.value
  const names = records.some(({ organisationName }) => organisationName !== null)
  switch (asked.of) {
    case 'register':
      return ok({ table: grantRegister(records, pot), names, called: 'grant-register' })
    case 'transparency':
      return ok({ table: transparencyList(records, about).table, names, called: 'transparency-list' })
    case 'three-sixty': {
      if (!publisher) return refused({ kind: 'no-publisher' })
      const made = threeSixtyGiving(records, { ...about, publisher })
      if (!made.ok) return refused({ kind: 'nothing-to-publish' })
      const { table, json } = made.value
      return ok({ table, json, names, called: '360giving' })
    }
  }
}

/** What the lists would hold on a day, what they leave out, and why. */
export async function publicationsAnswer(
  world: World,
  admitted: Admitted,
  potId: string,
  question: Momentary,
): Promise<Result<Answer, Refusal>> {
  const found = await published(world, admitted, potId, question)
  if (!found.ok) return found
  const { records, about, publisher, through, knownAt } = found.value
  const giving = publisher && threeSixtyGiving(records, { ...about, publisher })
  const body: Publications = {
    programme: admitted.programmeId,
    through,
    today: today(world),
    knownAt,
    asAt: about.on,
    register: tallyOf(records),
    threeSixty: giving ? threeSixtyOf(giving) : null,
    transparency: leftOutOf(transparencyList(records, about).reconciliation),
  }
  return ok({ body })
}

function threeSixtyOf(giving: ReturnType<typeof threeSixtyGiving>): NonNullable<Publications['threeSixty']> {
  if (!giving.ok) return { ...leftOutOf(giving.refusal.reconciliation), withoutPlace: { grants: 0, areas: [] } }
  const { reconciliation, withoutPlace } = giving.value
  return { ...leftOutOf(reconciliation), withoutPlace: { grants: withoutPlace.grants, areas: [...withoutPlace.areas] } }
}

const leftOutOf = ({ leftOut, ...rest }: ReturnType<typeof transparencyList>['reconciliation']) => ({ ...rest, leftOut: [...leftOut] })

type Published = {
  pot: PotRow
  records: GrantRecord[]
  about: Omit<PublicationAbout, 'publisher'>
  publisher: PublicationAbout['publisher'] | undefined
  through: number
  knownAt: Instant
}

async function published(world: World, admitted: Admitted, potId: string, question: Momentary): Promise<Result<Published, Refusal>> {
  const pot = await potRow(world, admitted, potId)
  if (!pot) return refused({ kind: 'not-found' })
  const { programmeId, versions } = admitted
  const moment = await momentOf(world, programmeId, question)
  if (!moment.ok) return moment
  const { book, asAt, knownAt, through } = moment.value
  const [words, key] = await Promise.all([potAnswerOf(world.store, programmeId, pot), world.secret()])
  const { rules, names } = settingsAt(versions, asAt, knownAt)
  const areaOf = (code: string): GrantArea => ({
    code,
    name: names.areas[code] ?? code,
    geoCode: rules.places.find(({ area }) => area === code)?.geoCode,
  })
  const held = grantsOf(admitted, book, potId, { asAt, knownAt })
  const bodies = await bodiesOf(world.store, programmeId, held)
  const records = held.flatMap(each => recordOf(each, { key, areaOf, bodies, knownAt }))
  const { publisher, name, department } = words
  return ok({
    pot,
    records,
    about: { words: { name, department: department ?? null }, on: asAt },
    publisher: publisher && { prefix: publisher.prefix, organisationId: publisher.orgId, name: publisher.name },
    through,
    knownAt,
  })
}

/**
 * What bodies are called, by case. The name of a record may be that of the person who got in touch: it is a body's own only where a contact
 * stands beside it under another name, and where it was a body when it was granted to and is one now.
 */
async function bodiesOf(store: Store, programme: string, held: readonly Held[]): Promise<Map<string, string>> {
  const bodies = held.filter(({ supportCase }) => recipientOf(supportCase.constitution).kind === 'organisation')
  const named = await Promise.all(
    [...new Set(bodies.map(({ kept }) => kept.caseId))].map(async caseId => {
      const person = (await store.read(programme, 'person', [caseId, 'main']))?.row
      const isOwn = person !== undefined && person.contactName !== null && !isSameName(person.contactName, person.name)
      return isOwn ? [[caseId, person.name] as const] : []
    }),
  )
  return new Map(named.flat())
}

/** A grant as its publication reads it: the legal form it had on the day of the decision, and of names only those of organisations. */
function recordOf(
  { grant, kept, supportCase }: Held,
  {
    key,
    areaOf,
    bodies,
    knownAt,
  }: { key: string; areaOf: (code: string) => GrantArea; bodies: ReadonlyMap<string, string>; knownAt: Instant },
): GrantRecord[] {
  const recorded = kept.facts.filter(fact => fact.recordedAt <= knownAt)
  const recordedAt = lastRecordedAt(recorded, grant.grantId)
  if (!isGranted(grant) || recordedAt === undefined) return []
  const { constitution } = caseAt(kept.facts, { asAt: grant.decided.on, knownAt })
  const { area } = supportCase
  const { kind } = recipientOf(constitution)
  // Ids for the public alone: nobody outside can join them with a reference, nor what one had as a person with what they had as a body.
  const publicId = (what: string, id: string): string => keyedHash(key, `published ${what} ${id}`).slice(0, 22)
  return [
    {
      grant,
      constitution,
      area: area === undefined ? null : areaOf(area),
      organisationName: kind === 'organisation' ? (bodies.get(kept.caseId) ?? null) : null,
      published: { grant: publicId('grant', grant.grantId), recipient: publicId(kind, kept.caseId) },
      recordedAt,
    },
  ]
}
