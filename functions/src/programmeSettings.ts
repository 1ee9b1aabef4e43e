import type { FollowUpBy } from '#domain/programmeRules.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'
import type { Programme } from '#domain/wireSchemas.ts'
import type { Head, ProgrammeSettings, Store } from '#functions/store.ts'

/** What codes of one kind are called. */
type Called = Readonly<Record<string, string>>

/** The words behind a version's codes, as its text row keeps them. A code that is no longer used keeps its name for old records. */
export type ProgrammeNames = {
  name: string
  areas: Called
  services: Called
  councilServices: Called
  directories: Called
  consortia: Called
  /** The programme's own checks, and what it calls the known ones where it has its own word. */
  checks: Called
  /** What a to-do of a template says, by the template's id. */
  templates: Called
  followUpOwner: string | null
  /** The safeguarding team's number, which every private note shows. */
  safeguardingPhone: string | null
}

/** What a programme is called of which nothing else is known, such as one whose words were kept by an older release. */
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

/** Every version of a programme's settings, oldest first. A programme belongs to the tenant of the token that made it. */
export type ProgrammeVersions = {
  tid: string
  versions: readonly ProgrammeSettings[]
  namesOf: (settings: ProgrammeSettings) => ProgrammeNames
}

/** Words of a programme itself stand under this in place of a case id. */
export const programmeText = 'programme'

const remembered = new WeakMap<Store, Map<string, { n: number; versions: ProgrammeVersions }>>()

/** The versions as of a log number. Read again only when something was recorded since. */
export async function readVersions(store: Store, programmeId: string, head: Head): Promise<ProgrammeVersions> {
  const known = remembered.get(store) ?? new Map<string, { n: number; versions: ProgrammeVersions }>()
  remembered.set(store, known)
  const kept = known.get(programmeId)
  if (kept?.n === head.n) return kept.versions
  const versions: ProgrammeSettings[] = []
  for await (const page of store.list(programmeId, 'settings', {})) versions.push(...page.map(({ row }) => row))
  versions.sort((a, b) => a.version - b.version)
  const names = new Map<string, ProgrammeNames>()
  for await (const page of store.list(programmeId, 'text', { startsWith: [programmeText] })) {
    for (const { key, row } of page)
      names.set(key[1] ?? '', { ...namesOnly(programmeId), ...(JSON.parse(row.words) as Partial<ProgrammeNames>) })
  }
  const nothing = namesOnly(programmeId)
  const read = { tid: versions[0]?.tid ?? '', versions, namesOf: ({ textId }: ProgrammeSettings) => names.get(textId) ?? nothing }
  known.set(programmeId, { n: head.n, versions: read })
  return read
}

/**
 * The version that counts: effective on the as-at day, among those recorded by `knownAt`; before the first takes effect, the first.
 * A back-dated change made later leaves an older question alone.
 */
export function settingsAt({ versions }: ProgrammeVersions, asAt: PlainDate, knownAt?: Instant): ProgrammeSettings {
  const recorded = versions.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt)
  const effective = recorded.filter(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= asAt).sort(byDay)
  const settings = effective.at(-1) ?? recorded[0] ?? versions[0]
  if (!settings) throw new Error('a programme has settings from its first transaction')
  return settings
}

/** Who makes the check-ins after the funded period. In the first release a name was all there was, and it could be anyone's. */
const followUpByOf = ({ followUpBy }: ProgrammeSettings, { followUpOwner }: ProgrammeNames): FollowUpBy =>
  followUpBy ?? (followUpOwner ? 'council-team' : 'nobody')

/** By the day from which it counts; of two for the same day, the later version. */
const byDay = (a: ProgrammeSettings, b: ProgrammeSettings): number => {
  const [from, other] = [a.effectiveFrom ?? '', b.effectiveFrom ?? '']
  return from < other ? -1 : from > other ? 1 : a.version - b.version
}

/** A programme as it travels. */
export function programmeOf(programmeId: string, versions: ProgrammeVersions, asAt: PlainDate): Programme {
  const settings = settingsAt(versions, asAt)
  const names = versions.namesOf(settings)
  const { name, areas, followUpOwner } = names
  const followUpBy = followUpByOf(settings, names)
  return {
    id: programmeId,
    name,
    areas: settings.areas.map(id => ({ id, name: areas[id] ?? id })),
    period: settings.period,
    costPence: settings.costPence,
    followUpUntil: settings.followUpUntil,
    followUpOwner,
    followUpBy,
    followUpPerson: settings.followUpPerson,
    invented: settings.invented,
    warnings: followUpBy === 'nobody' ? ['no-follow-up-owner'] : [],
  }
}
