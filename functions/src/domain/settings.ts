import type { Instant, PlainDate } from './plainDate.ts'
import type { FollowUpBy, ProgrammeRules } from './programmeRules.ts'

/** What codes of one kind are called. */
export type Called = Readonly<Record<string, string>>

/** The words behind a programme's codes. A code that is no longer used keeps its name for old records. */
export type ProgrammeNames = {
  name: string
  areas: Called
  services: Called
  councilServices: Called
  directories: Called
  consortia: Called
  /** The programme's own checks, and its own word for a known one. */
  checks: Called
  /** What a to-do of a template says, by the template's id. */
  templates: Called
  followUpOwner: string | null
  /** The safeguarding team's number, which every private note shows. */
  safeguardingPhone: string | null
}

/** A programme of which nothing but its name is known. */
export const namesOnly = (name: string): ProgrammeNames => ({
  name,
  areas: {},
  services: {},
  councilServices: {},
  directories: {},
  consortia: {},
  checks: {},
  templates: {},
  followUpOwner: null,
  safeguardingPhone: null,
})

/** All that a programme decides for itself, as it stands on one day. */
export type Settings = {
  areas: readonly string[]
  period: { from: PlainDate; to: PlainDate }
  /** Whole pence, over the funded period. */
  costPence: number
  followUpUntil: PlainDate | null
  followUpBy: FollowUpBy
  /** The member who makes the check-ins after the funded period, where it is one person. */
  followUpPerson: string | null
  rules: ProgrammeRules
  names: ProgrammeNames
}

/** Settings as they were saved, with the day from which they count; null counts from the beginning. */
export type SettingsVersion = Settings & { version: number; effectiveFrom: PlainDate | null; recordedAt: Instant }

/** One thing that a version changed: where it stands, and what stood there. Undefined where there was, or is, nothing. */
export type SettingsChange = { path: readonly string[]; before: unknown; after: unknown }

/** Versions in the order of recording, each with what it changed of the settings that held on its own day. */
export type SettingsHistory<V extends SettingsVersion = SettingsVersion> = readonly (V & { changes: readonly SettingsChange[] })[]

/**
 * Works out what each version changed. A version is kept whole, but only what it changed counts from its day:
 * a cap that was raised as from last month stays raised though a longer limit was saved before it for next month, and the other way round.
 */
export function historyOf<V extends SettingsVersion>(versions: readonly V[]): SettingsHistory<V> {
  const history: (V & { changes: readonly SettingsChange[] })[] = []
  for (const version of [...versions].sort((a, b) => a.version - b.version)) {
    const before = history.length > 0 ? settingsOn(history, version.effectiveFrom) : version
    history.push({ ...version, changes: settingsChanges(before, version) })
  }
  return history
}

/**
 * The settings that hold on a day, by the versions recorded until `knownAt`: a back-dated change made later leaves an older question alone.
 * `version` is the newest of those that count. Before the first takes effect the first holds, and null asks of the beginning.
 */
export function settingsOn(history: SettingsHistory, asAt: PlainDate | null, knownAt?: Instant): Settings & { version: number } {
  const [first, ...later] = history
  if (!first) throw new Error('a programme has settings from its first transaction')
  const counting = later
    .filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt)
    .filter(({ effectiveFrom }) => effectiveFrom === null || (asAt !== null && effectiveFrom <= asAt))
    .sort(byDay)
  const settings = counting.reduce<Settings>((held, { changes }) => withChanges(held, changes), partsOf(first))
  return { ...settings, version: Math.max(first.version, ...counting.map(({ version }) => version)) }
}

/** By the day from which it counts; of two for the same day, the later version. */
const byDay = (a: SettingsVersion, b: SettingsVersion): number => {
  const [from, other] = [a.effectiveFrom ?? '', b.effectiveFrom ?? '']
  return from < other ? -1 : from > other ? 1 : a.version - b.version
}

/** The settings alone, without who saved them and when. */
export const partsOf = (settings: Settings): Settings => {
  const { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules, names } = settings
  return { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, rules, names }
}

/** What differs between two settings, thing by thing: an area, a limit, a check. A period is one thing; the order of a list is none. */
export const settingsChanges = (before: Settings, after: Settings): SettingsChange[] =>
  Object.entries(partsOf(after)).flatMap(([part, value]) => differences(partsOf(before)[part as keyof Settings], value, [part]))

function differences(before: unknown, after: unknown, path: readonly string[]): SettingsChange[] {
  if (isSame(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [before, after].map(list => new Map(list.map(each => [nameIn(each), each as unknown])))
    return namesOf(old, now)
      .map(name => ({ path: [...path, name], before: old?.get(name), after: now?.get(name) }))
      .filter(isChange)
  }
  if (isTable(before) && isTable(after)) {
    return namesOf(new Map(Object.entries(before)), new Map(Object.entries(after))).flatMap(name =>
      differences(before[name], after[name], [...path, name]),
    )
  }
  return [{ path, before, after }]
}

const isChange = ({ before, after }: SettingsChange): boolean => !isSame(before, after)
const namesOf = (...tables: readonly (ReadonlyMap<string, unknown> | undefined)[]): string[] => [
  ...new Set(tables.flatMap(table => [...(table?.keys() ?? [])])),
]

type Table = Readonly<Record<string, unknown>>
const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('from' in value)

/** What an element of a list is known by: itself where it is a code, or the codes within it. */
function nameIn(element: unknown): string {
  if (!isTable(element)) return String(element)
  const { check, id, area, service } = element
  return [check, id, area, service].filter(each => typeof each === 'string').join(' ')
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return Array.isArray(one) === Array.isArray(other) && [...names].every(name => isSame(Reflect.get(one, name), Reflect.get(other, name)))
}

/** Settings with changes made to them that were worked out from others. What is there already, or is there no longer, does no harm. */
export function withChanges(settings: Settings, changes: readonly SettingsChange[]): Settings {
  // Each path comes from settings of the same shape, so the shape stays.
  return changes.reduce<unknown>((held, { path, after }) => placed(held, path, after), settings) as Settings
}

function placed(held: unknown, [name, ...rest]: readonly string[], after: unknown): unknown {
  if (name === undefined) return after
  if (Array.isArray(held)) {
    const elements: readonly unknown[] = held
    if (after === undefined) return elements.filter(each => nameIn(each) !== name)
    const isThere = elements.some(each => nameIn(each) === name)
    return isThere ? elements.map(each => (nameIn(each) === name ? after : each)) : [...elements, after]
  }
  const table = held as Table
  const value = placed(table[name], rest, after)
  const { [name]: _, ...others } = table
  return value === undefined ? others : { ...table, [name]: value }
}
