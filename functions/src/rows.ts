import { keepPresent, presentAfter } from '#domain/caseAt.ts'
import type { Fact } from '#domain/facts.ts'
import type { ProgrammeRules } from '#domain/programmeRules.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { PackedFacts } from './factText.ts'
import { packFacts, unpackFacts } from './factText.ts'
import type { PackedInsights } from './insightText.ts'
import { packInsights, unpackInsights } from './insightText.ts'
import { readLogText } from './logText.ts'
import type { PackedPresent } from './presentText.ts'
import { packPresent, unpackPresent } from './presentText.ts'
import type {
  CaseRow,
  Change,
  Found,
  Head,
  InsightRow,
  Key,
  LogRow,
  Partition,
  PrivateCopy,
  ProgrammeSettings,
  Range,
  RowKind,
  Rows,
} from './store.ts'
import { transactionLimits } from './store.ts'

/** What a row holds, beside its keys. */
export type Columns = Record<string, string | number>

/** A row as the table keeps it. What people typed stands in columns as JSON text, never as columns of its own. */
export type Entity = { partitionKey: string; rowKey: string } & Columns

/** A change as the table takes it. */
export type Write = { put: 'insert' | 'upsert' | 'delete'; entity: Entity } | { put: 'replace'; entity: Entity; etag: string }

type Codec<Row> = { write: (row: Row) => Columns; read: (columns: Columns) => Row }

/** Table storage keeps at most 32,768 UTF-16 units in a property, 252 properties and 1 MiB in a row, and 255 bytes in a Cosmos DB key. */
const limits = { property: 32_768, properties: 252, entity: 1_048_576, key: 255 }
const columnLength = 30_000

/** Text in columns `name0`, `name1`…: none is too long for a property, and none ends within a character. */
function columnsOf(name: string, text: string): Columns {
  const pieces: string[] = []
  let from = 0
  do {
    const endsWithinCharacter = /[\uD800-\uDBFF]/.test(text[from + columnLength - 1] ?? '')
    const to = from + columnLength - (endsWithinCharacter ? 1 : 0)
    pieces.push(text.slice(from, to))
    from = to
  } while (from < text.length)
  return Object.fromEntries(pieces.map((piece, place) => [`${name}${place}`, piece]))
}

function textOf(name: string, columns: Columns): string {
  let text = ''
  for (let place = 0; ; place += 1) {
    const piece = columns[nameAt(name, place)]
    if (piece === undefined) return text
    text += String(piece)
  }
}

// A name that is put together anew is looked up letter by letter, in each of ten thousand rows.
const columnNames = new Map<string, string[]>()

function nameAt(name: string, place: number): string {
  const names = columnNames.get(name) ?? []
  if (names.length === 0) columnNames.set(name, names)
  return (names[place] ??= `${name}${place}`)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own words quote the text, which may hold a name.
    throw new Error('its text is broken')
  }
}

/** A row kept as one piece of JSON, in which null stays null and what is undefined is left out. */
const whole = <Row>(): Codec<Row> => ({
  write: row => columnsOf('row', JSON.stringify(row)),
  read: columns => parse(textOf('row', columns)) as Row,
})

const headRow: Codec<Head> = {
  write: ({ n, hash, recordedAt }) => ({ n, hash, recordedAt }),
  read: ({ n, hash, recordedAt }) => ({ n, hash, recordedAt }) as Head,
}

const logRow: Codec<LogRow> = {
  write: ({ n, text, hash, previousHash }) => ({ n, hash, previousHash, ...columnsOf('text', text) }),
  read: columns => {
    const text = textOf('text', columns)
    return { ...readLogText(text), text, hash: columns['hash'] as string, previousHash: columns['previousHash'] as string }
  },
}

/** What the facts amount to stands beside them, as long as it is short: whoever reads the row need not fold them, and seldom looks at them. */
const caseRow: Codec<CaseRow> = {
  write: ({ caseId, n, reference, facts, private: copy }) => {
    const present = JSON.stringify(packPresent(presentAfter(facts)))
    return {
      caseId,
      n,
      reference,
      ...columnsOf('facts', JSON.stringify(packFacts(facts))),
      ...(present.length <= columnLength && { present }),
      ...(copy && { private: JSON.stringify(copy) }),
    }
  },
  read: columns => {
    const text = textOf('facts', columns)
    let facts: readonly Fact[] | undefined
    const unpacked = () => (facts ??= unpackFacts(parse(text) as PackedFacts))
    const row: CaseRow = {
      caseId: columns['caseId'] as string,
      n: columns['n'] as number,
      reference: columns['reference'] as string,
      get facts() {
        return naming(`case|${this.caseId}`, unpacked)
      },
      private: columns['private'] === undefined ? null : (parse(String(columns['private'])) as PrivateCopy),
    }
    const present = columns['present'] === undefined ? undefined : unpackPresent(parse(String(columns['present'])) as PackedPresent)
    keepPresent(row, present ?? presentAfter(unpacked()))
    return row
  },
}

/** A settings version of an older release has none, or not all, of the rules: what was not asked then holds as it did. */
const settingsRow: Codec<ProgrammeSettings> = {
  write: whole<ProgrammeSettings>().write,
  read: columns => {
    const kept = parse(textOf('row', columns)) as ProgrammeSettings & { rules?: Partial<ProgrammeRules> }
    return { ...kept, ...whenMissing(kept), rules: { ...defaultRules, ...kept.rules } }
  },
}

const whenMissing = ({ followUpBy = null, followUpPerson = null, recordedBy = null }: Partial<ProgrammeSettings>) => ({
  followUpBy,
  followUpPerson,
  recordedBy,
})

const insightRow: Codec<InsightRow> = {
  write: ({ insights }) => columnsOf('insights', JSON.stringify(packInsights(insights))),
  read: columns => ({ insights: unpackInsights(parse(textOf('insights', columns)) as PackedInsights) }),
}

const codecs: { readonly [K in RowKind]: Codec<Rows[K]> } = {
  head: headRow,
  log: logRow,
  case: caseRow,
  person: whole(),
  match: whole(),
  dbs: whole(),
  insight: insightRow,
  text: whole(),
  command: whole(),
  claim: whole(),
  draft: whole(),
  view: whole(),
  ticket: whole(),
  access: whole(),
  pot: whole(),
  potVersion: whole(),
  ledger: whole(),
  privateNote: whole(),
  settings: settingsRow,
  assumption: whole(),
  budget: whole(),
  endingWords: whole(),
  member: whole(),
  programme: whole(),
  secret: whole(),
}

const checkPart = (part: string): void => {
  if (!/^[A-Za-z0-9._~-]+$/.test(part)) throw new RangeError('a key holds letters, digits and . _ ~ - only')
}

/** A partition's key; throws RangeError where it holds what no key may. */
export function partitionKeyOf(partition: Partition): string {
  checkPart(partition)
  return partition
}

/** The kind and its key parts, joined; throws RangeError where a part holds what no key may. */
export function rowKeyOf(kind: RowKind, key: Key): string {
  key.forEach(checkPart)
  const rowKey = [kind, ...key].join('|')
  if (rowKey.length > limits.key) throw new RangeError(`a row key of ${rowKey.length} bytes is more than ${limits.key}`)
  return rowKey
}

const keyOf = (rowKey: string): Key => rowKey.split('|').slice(1)

/** Where the row keys of a range lie. From the one end to the other there may be strangers; `has` knows them. */
export type Span = { from: string; before: string; has: (rowKey: string) => boolean }

/** Where the rows of a range lie; throws RangeError where a part holds what no key may. */
export function spanOf(kind: RowKind, { startsWith = [], after }: Range): Span {
  const prefix = rowKeyOf(kind, startsWith)
  const start = after === undefined ? '' : rowKeyOf(kind, after)
  return {
    from: start < prefix ? prefix : start,
    // `}` follows `|`, the mark between parts.
    before: `${prefix}}`,
    has: rowKey => (rowKey === prefix || rowKey.startsWith(`${prefix}|`)) && rowKey > start,
  }
}

/** A row as it was read. Throws where this release cannot read it, naming the row. */
export function foundIn<K extends RowKind>(kind: K, rowKey: string, columns: Columns, etag: string): Found<K> {
  const codec: Codec<Rows[K]> = codecs[kind]
  return { key: keyOf(rowKey), row: naming(rowKey, () => codec.read(columns)), etag }
}

function naming<T>(rowKey: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new Error(`the row ${rowKey} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** A transaction as the table takes it. Throws RangeError where it is more than a table takes: empty, too many, too big, or a row twice. */
export function writesOf(partition: Partition, changes: readonly Change[]): Write[] {
  if (changes.length === 0) throw new RangeError('a transaction needs a row')
  if (changes.length > transactionLimits.rows)
    throw new RangeError(`a transaction of ${changes.length} rows is more than ${transactionLimits.rows}`)
  const writes = changes.map(change => writeOf(partitionKeyOf(partition), change))
  if (new Set(writes.map(({ entity }) => entity.rowKey)).size < writes.length)
    throw new RangeError('a transaction cannot touch a row twice')
  const bytes = writes.reduce((sum, { entity }) => sum + Buffer.byteLength(JSON.stringify(entity)), 0)
  if (bytes > transactionLimits.bytes) throw new RangeError(`a transaction of ${bytes} bytes is more than ${transactionLimits.bytes}`)
  return writes
}

function writeOf(partitionKey: string, change: Change): Write {
  const keys = { partitionKey, rowKey: rowKeyOf(change.kind, change.key) }
  if (change.put === 'delete') return { put: 'delete', entity: keys }
  // A change holds the row of its own kind; the compiler no longer knows which.
  const codec = codecs[change.kind] as Codec<Rows[RowKind]>
  const entity = { ...codec.write(change.row), ...keys }
  checkSize(entity)
  return change.put === 'replace' ? { put: 'replace', entity, etag: change.etag } : { put: change.put, entity }
}

/** Azure's own count: two bytes a UTF-16 unit, and some for each property. */
function checkSize(entity: Entity): void {
  const properties = Object.entries(entity)
  const sizeOf = (value: string | number): number => (typeof value === 'number' ? 8 : 4 + 2 * value.length)
  const bytes = properties.reduce((sum, [name, value]) => sum + 8 + 2 * name.length + sizeOf(value), 4)
  const longest = Math.max(...properties.map(([, value]) => (typeof value === 'string' ? value.length : 0)))
  if (properties.length - 2 > limits.properties)
    throw new RangeError(`a row of ${properties.length - 2} properties is more than ${limits.properties}`)
  if (longest > limits.property) throw new RangeError(`a property of ${longest} characters is more than ${limits.property}`)
  if (bytes >= limits.entity) throw new RangeError(`a row of ${bytes} bytes is more than ${limits.entity}`)
}
