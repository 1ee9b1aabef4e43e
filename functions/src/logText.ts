import type { Fact } from '#domain/facts.ts'
import type { Instant } from '#domain/plainDate.ts'
import type { PackedFacts } from './factText.ts'
import { fromNewerRelease, packFacts, unpackFacts } from './factText.ts'
import { sha256 } from './hashing.ts'
import type { PackedInsights } from './insightText.ts'
import { packInsights, unpackInsights } from './insightText.ts'
import type { LogEntry, LogRow } from './store.ts'

/**
 * `touched` says for each fact which of `cases` it belongs to. An entry with insights is in format 2, which has them at its end, and one
 * that says what was refused is in format 3; all others are in format 1, as they were before there were any.
 */
type PackedEntry = readonly [
  format: 1 | 2 | 3,
  n: number,
  recordedAt: Instant,
  recordedBy: string,
  command: string,
  cases: readonly string[],
  touched: readonly number[],
  facts: PackedFacts,
  insights?: PackedInsights | null,
  refused?: readonly [command: string, caseId: string, why: string],
]

/** The hash that a log row has by its own text and the hash before it: SHA-256 in base64url. Anyone can work it out again. */
export const logHashOf = (previousHash: string, text: string): string => sha256(`${previousHash}\n${text}`)

/** The row that goes into the log for an entry, in the words it is kept in and chained to the row before it. */
export function sealLog(entry: LogEntry, previousHash: string): LogRow {
  const text = textOf(entry)
  return { ...entry, text, hash: logHashOf(previousHash, text), previousHash }
}

function textOf({ n, recordedAt, recordedBy, command, cases, facts, insights, refused }: LogEntry): string {
  const touched = facts.map(({ caseId }) => cases.indexOf(caseId))
  if (touched.includes(-1)) throw new RangeError('a log entry names every case that its facts touch')
  const of = [n, recordedAt, recordedBy, command, cases, touched, packFacts(facts.map(({ fact }) => fact))] as const
  return JSON.stringify(packed(of, insights, refused))
}

type Common = readonly [number, Instant, string, string, readonly string[], readonly number[], PackedFacts]

function packed(of: Common, insights: LogEntry['insights'], refused: LogEntry['refused']): PackedEntry {
  const told = insights.length > 0 ? packInsights(insights) : null
  if (refused) return [3, ...of, told, [refused.command, refused.caseId, refused.why]]
  return told ? [2, ...of, told] : [1, ...of]
}

/** What the text of a log row says. */
export function readLogText(text: string): LogEntry {
  const [format, n, recordedAt, recordedBy, command, cases, touched, of, insights, refused] = JSON.parse(text) as PackedEntry
  if (format !== 1 && format !== 2 && format !== 3) throw fromNewerRelease(`its log text is in format ${String(format)}`)
  const facts = unpackFacts(of)
  return {
    n,
    recordedAt,
    recordedBy,
    command,
    cases,
    facts: touched.map((place, at) => ({ caseId: cases[place] as string, fact: facts[at] as Fact })),
    insights: insights ? unpackInsights(insights) : [],
    ...(refused && { refused: { command: refused[0], caseId: refused[1], why: refused[2] } }),
  }
}
