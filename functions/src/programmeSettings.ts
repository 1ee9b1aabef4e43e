import type { PlainDate, Instant } from '#domain/plainDate.ts'
import type { ProgrammeNames, Settings, SettingsHistory, SettingsVersion } from '#domain/settings.ts'
import { historyOf, namesOnly, settingsOn } from '#domain/settings.ts'
import type { Programme } from '#domain/wireSchemas.ts'
import { wordsUnder } from '#functions/programmeWords.ts'
import type { Head, ProgrammeSettings, Store } from '#functions/store.ts'

/** A version as it is kept, with its words beside it. */
export type KeptVersion = SettingsVersion & Pick<ProgrammeSettings, 'tid' | 'invented' | 'recordedBy'>

/** Every version of a programme's settings, oldest first. A programme belongs to the tenant of the token that made it. */
export type ProgrammeVersions = { tid: string; invented: boolean; history: SettingsHistory<KeptVersion> }

/** Words of a programme itself stand under this in place of a case id. */
export const programmeText = 'programme'

/** The key of a version's row. Each exists once, so two writers of one conflict. */
export const versionKey = (version: number): readonly string[] => ['programme', String(version).padStart(10, '0')]

const remembered = new WeakMap<Store, Map<string, { n: number; versions: ProgrammeVersions }>>()

/** The versions as of a log number. Read again only when something was recorded since. */
export async function readVersions(store: Store, programmeId: string, head: Head): Promise<ProgrammeVersions> {
  const known = remembered.get(store) ?? new Map<string, { n: number; versions: ProgrammeVersions }>()
  remembered.set(store, known)
  const kept = known.get(programmeId)
  if (kept?.n === head.n) return kept.versions
  const rows: ProgrammeSettings[] = []
  for await (const page of store.list(programmeId, 'settings', {})) rows.push(...page.map(({ row }) => row))
  rows.sort((a, b) => a.version - b.version)
  const words = await wordsUnder(store, programmeId, programmeText)
  const history = historyOf(withNames(programmeId, rows, words))
  const read = { tid: rows[0]?.tid ?? '', invented: rows[0]?.invented ?? false, history }
  known.set(programmeId, { n: head.n, versions: read })
  return read
}

/** Each version with its words; where they were emptied, those of the version before it. */
function withNames(programmeId: string, rows: readonly ProgrammeSettings[], words: ReadonlyMap<string, string>): KeptVersion[] {
  let names = namesOnly(programmeId)
  return rows.map(row => {
    const text = words.get(row.textId)
    if (text) names = { ...namesOnly(programmeId), ...(JSON.parse(text) as Partial<ProgrammeNames>) }
    // In the first release a name was all there was, and it could be a team's or a person's.
    const followUpBy = row.followUpBy ?? (names.followUpOwner ? 'council-team' : 'nobody')
    return { ...row, followUpBy, names }
  })
}

/** The settings that hold on a day, as known at an instant: their rules, their terms, and what their codes are called. */
export const settingsAt = ({ history }: ProgrammeVersions, asAt: PlainDate, knownAt?: Instant): Settings & { version: number } =>
  settingsOn(history, asAt, knownAt)

/** A programme as it travels. */
export function programmeOf(programmeId: string, versions: ProgrammeVersions, asAt: PlainDate): Programme {
  const { areas, period, costPence, followUpUntil, followUpBy, followUpPerson, names } = settingsAt(versions, asAt)
  const called = (id: string) => ({ id, name: names.areas[id] ?? id })
  return {
    id: programmeId,
    name: names.name,
    areas: areas.map(called),
    formerAreas: Object.keys(names.areas)
      .filter(id => !areas.includes(id))
      .map(called),
    period,
    costPence,
    followUpUntil,
    followUpOwner: names.followUpOwner,
    followUpBy,
    followUpPerson,
    invented: versions.invented,
    warnings: followUpBy === 'nobody' ? ['no-follow-up-owner'] : [],
  }
}
