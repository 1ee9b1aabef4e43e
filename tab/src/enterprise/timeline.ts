import type { HappeningKind, NewHappening } from '#domain/facts.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { londonDay } from '#domain/plainDate.ts'
import type { CorrectionReason } from '#domain/vocabulary.ts'
import type { Entry } from '#domain/wireSchemas.ts'
import { entryLabels } from '#tab/entryLabels.ts'

/** What happened, one line for each thing, with its corrections on it: the right day, the old one struck through, and why. */

/** What an entry holds, by its kind. */
export type Happened = { [K in HappeningKind]: Pick<NewHappening<K>, 'kind' | 'data'> }[HappeningKind]

/** Who wrote an entry, when, and how it came in. */
export type Written = Pick<Entry, 'recordedBy' | 'recordedAt' | 'via'>

/** A correction that stands: why, in code and in words, and by whom. */
type Why = Written & { reason: CorrectionReason; text: string | null }

/** What happened, and when. */
type Dated = { day: PlainDate; happened: Happened }

export type Line = {
  /** What a further correction points at: the entry that stands now. */
  id: string
  /** The entry that it began with. */
  root: string
  day: PlainDate
  happened: Happened
  text: string | null
  written: Written
  /** The last time before it that the same thing was recorded: the check before this check, the form before this form. */
  before: Dated | undefined
  /** Versions that no longer count, oldest first. */
  was: readonly Dated[]
  why: readonly Why[]
  /** Taken back by this correction; the line no longer counts. */
  takenBack: (Why & { id: string }) | undefined
}

export const isHappeningKind = (kind: string): kind is HappeningKind => Object.hasOwn(entryLabels, kind)

const happenedOf = (kind: HappeningKind, data: unknown): Happened => ({ kind, data }) as Happened

const whyOf = ({ data, text, recordedBy, recordedAt, via }: Entry): Why => ({
  reason: data['reason'] as CorrectionReason,
  text,
  recordedBy,
  recordedAt,
  via,
})

/** The correction of an entry that itself still stands. */
const standing = (entries: readonly Entry[], kind: 'replace' | 'withdraw', of: string): Entry | undefined =>
  entries.findLast(entry => entry.kind === kind && entry.of === of && entry.counts !== 'taken-back')

function lineOf(root: Entry, kind: HappeningKind, entries: readonly Entry[]): Line {
  const was: Dated[] = []
  const why: Why[] = []
  let present = root
  let happened = happenedOf(kind, root.data)
  for (let next = standing(entries, 'replace', present.id); next; next = standing(entries, 'replace', present.id)) {
    was.push({ day: present.happenedOn as PlainDate, happened })
    why.push(whyOf(next))
    happened = happenedOf(kind, next.data['data'])
    present = next
  }
  const withdrawal = standing(entries, 'withdraw', present.id)
  const { recordedBy, recordedAt, via } = root
  return {
    id: present.id,
    root: root.id,
    day: present.happenedOn as PlainDate,
    happened,
    text: root.text,
    written: { recordedBy, recordedAt, via },
    before: undefined,
    was,
    why,
    takenBack: withdrawal && { ...whyOf(withdrawal), id: withdrawal.id },
  }
}

/** The lines, the latest day first; within a day, the last recorded first. */
export function timelineOf(entries: readonly Entry[]): Line[] {
  const lines = entries.flatMap(entry => (isHappeningKind(entry.kind) ? [lineOf(entry, entry.kind, entries)] : []))
  return withBefore(lines.reverse().sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)))
}

/** What was taken back was never so: it comes before nothing. */
const withBefore = (lines: readonly Line[]): Line[] =>
  lines.map((line, place) => {
    const earlier = lines.slice(place + 1).find(each => !each.takenBack && isSameThing(each.happened, line.happened))
    return earlier ? { ...line, before: { day: earlier.day, happened: earlier.happened } } : line
  })

/** The same check, a CQC check, a form, or the same step of the application: what one reads against the time before. */
function isSameThing(one: Happened, other: Happened): boolean {
  if (one.kind === 'check-seen') return other.kind === one.kind && other.data.check === one.data.check
  if (one.kind === 'registration-moved') return other.kind === one.kind && other.data.to === one.data.to
  return (one.kind === 'scoped' || one.kind === 'constituted') && other.kind === one.kind
}

/** The day it was typed in, where that is not the day it happened. */
export function typedInOn({ day, written }: Line): PlainDate | undefined {
  const recordedOn = londonDay(written.recordedAt)
  return recordedOn === day ? undefined : recordedOn
}

export const happenedFilters = ['all', 'contacts', 'steps', 'checks', 'numbers', 'money', 'to-dos', 'put-right'] as const
export type HappenedFilter = (typeof happenedFilters)[number]

const groupOf = {
  enquired: 'steps',
  accepted: 'steps',
  'advised-only': 'steps',
  declined: 'steps',
  assigned: 'steps',
  'idea-agreed': 'steps',
  'form-chosen': 'steps',
  constituted: 'steps',
  scoped: 'steps',
  'registration-moved': 'steps',
  'grant-recommended': 'money',
  'grant-assessed': 'money',
  'grant-sent-back': 'money',
  'grant-turned-down': 'money',
  'grant-decided': 'money',
  'grant-offered': 'money',
  'grant-accepted': 'money',
  'grant-verified': 'money',
  'grant-paid': 'money',
  'grant-evidence-seen': 'money',
  'grant-returned': 'money',
  'grant-asked-back': 'money',
  'grant-clawed-back': 'money',
  'grant-written-off': 'money',
  'grant-closed': 'money',
  'trading-began': 'steps',
  'check-in-answered': 'contacts',
  'check-in-missed': 'contacts',
  'care-return': 'numbers',
  contact: 'contacts',
  paused: 'steps',
  resumed: 'steps',
  stopped: 'steps',
  'left-sight': 'steps',
  reopened: 'steps',
  'price-set': 'numbers',
  'services-offered': 'steps',
  'areas-served': 'steps',
  'check-seen': 'checks',
  'told-privacy': 'steps',
  'permission-given': 'steps',
  'permission-ended': 'steps',
  'members-counted': 'numbers',
  'ownership-classed': 'steps',
  'paper-ready': 'steps',
  changed: 'steps',
  'signed-off': 'checks',
  'sign-off-ended': 'checks',
  listed: 'steps',
  delisted: 'steps',
  'gate-overruled': 'checks',
  'training-needed': 'steps',
  'training-done': 'steps',
  attribute: 'steps',
  'task-set': 'to-dos',
  'task-done': 'to-dos',
  'task-put-off': 'to-dos',
  'put-off': 'to-dos',
  'handover-offered': 'steps',
  'handover-declined': 'steps',
  'document-linked': 'steps',
  'interest-declared': 'money',
  'merged-into': 'steps',
} as const satisfies Record<HappeningKind, HappenedFilter>

/** Whether a filter lets a line through. */
export function letsThrough(filter: HappenedFilter, line: Line): boolean {
  if (filter === 'all') return true
  if (filter === 'put-right') return line.why.length > 0 || line.takenBack !== undefined
  return groupOf[line.happened.kind] === filter
}
