import type { PlainDate } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Settings } from '#domain/settings.ts'
import { partsOf, settingsChanges, settingsOn } from '#domain/settings.ts'
import { cannotHold } from '#domain/settingsChecks.ts'
import type { NewSettings } from '#domain/settingsSchemas.ts'
import { newSettingsSchema, settingsAnswerSchema } from '#domain/settingsSchemas.ts'
import type { Admitted } from '#functions/access.ts'
import { admit, personKey } from '#functions/access.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { whoRecorded } from '#functions/members.ts'
import type { KeptVersion, ProgrammeVersions } from '#functions/programmeSettings.ts'
import { programmeText, readVersions, versionKey } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { ProgrammeSettings } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import type { Draft, Snapshot } from '#functions/writing.ts'
import { write } from '#functions/writing.ts'

/** What a programme decides for itself, in every version, and saving a new one. */
export const settingsRoutes = (world: World): Route[] => [
  route({
    name: 'api-settings-read',
    method: 'GET',
    path: 'api/v1/programmes/{p}/settings',
    needs: 'settings.read',
    summary: 'Every version of the settings, newest first, with the day from which it counts',
    answer: { status: 200, schema: settingsAnswerSchema },
    handle: async ({ caller, params }) => {
      const admitted = await admit(world.store, caller, params['p'] ?? '', 'settings.read')
      return admitted.ok ? ok(await answerOf(world, admitted.value, admitted.value.versions)) : admitted
    },
  }),
  route({
    name: 'api-settings-change',
    method: 'PUT',
    path: 'api/v1/programmes/{p}/settings',
    needs: 'settings.change',
    summary: 'New settings, whole; what they change counts from a day, and If-Match says which version they were made against',
    body: newSettingsSchema,
    answer: { status: 200, schema: settingsAnswerSchema },
    handle: asked => change(world, asked),
  }),
]

async function answerOf(world: World, admitted: Admitted, { history }: ProgrammeVersions): Promise<Answer> {
  const who = await whoRecorded(world.store, admitted)
  const versions = history.map(version => {
    const { effectiveFrom, recordedAt, recordedBy } = version
    return { ...partsOf(version), version: version.version, effectiveFrom, recordedAt, recordedBy: who(recordedBy) }
  })
  const newest = newestOf(history).version
  return { body: { programme: admitted.programmeId, version: newest, versions: versions.reverse() }, etag: String(newest) }
}

function newestOf(history: ProgrammeVersions['history']): KeptVersion {
  const newest = history.at(-1)
  if (!newest) throw new Error('a programme has settings from its first transaction')
  return newest
}

async function change(world: World, asked: Asked<unknown, NewSettings>): Promise<Result<Answer, Refusal>> {
  const { caller, params, headers, body } = asked
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'settings.change')
  if (!admitted.ok) return admitted
  const { programmeId } = admitted.value
  const against = /^(?:W\/)?"(\d{1,10})"$/.exec(headers.get('if-match') ?? '')?.[1]
  if (against === undefined) return refused({ kind: 'if-match-missing' })
  const { writer, store } = world
  const textId = writer.newId()
  const written = await write<Refusal>(
    writer,
    { partition: programmeId, command: 'change-settings', by: caller.oid, via: 'person' },
    async snapshot => {
      const { tid, invented, history } = await readVersions(store, programmeId, snapshot.head)
      const newest = newestOf(history)
      if (newest.version !== Number(against)) return refused({ kind: 'settings-changed', version: newest.version })
      const settings = withOldNames(body.settings, newest)
      const cannot = await whyNot(settings, history, body, snapshot, tid)
      if (cannot) return refused(cannot)
      return ok(newVersion({ settings, tid, invented, textId, version: newest.version + 1, by: caller.oid }, body.effectiveFrom, snapshot))
    },
  )
  const head = await store.read(programmeId, 'head', [])
  if (!head) return refused({ kind: 'store-unavailable' })
  const versions = await readVersions(store, programmeId, head.row)
  // An answer that was lost is asked for again: what was saved then is what is asked for now.
  const isSaved = written.ok || (written.refusal.kind === 'settings-changed' && isSameSave(versions, Number(against), asked))
  return isSaved ? ok(await answerOf(world, admitted.value, versions)) : written
}

function isSameSave({ history }: ProgrammeVersions, against: number, { caller, body }: Asked<unknown, NewSettings>): boolean {
  const newest = newestOf(history)
  const isNext = newest.version === against + 1 && newest.recordedBy === caller.oid && newest.effectiveFrom === body.effectiveFrom
  return isNext && settingsChanges(newest, withOldNames(body.settings, newest)).length === 0
}

/** Codes that are no longer used keep their names, for the old records that hold them. */
function withOldNames(settings: Settings, { names: old }: KeptVersion): Settings {
  const { names } = settings
  return {
    ...settings,
    names: {
      ...names,
      areas: { ...old.areas, ...names.areas },
      services: { ...old.services, ...names.services },
      councilServices: { ...old.councilServices, ...names.councilServices },
      directories: { ...old.directories, ...names.directories },
      consortia: { ...old.consortia, ...names.consortia },
      checks: { ...old.checks, ...names.checks },
      templates: { ...old.templates, ...names.templates },
    },
  }
}

async function whyNot(
  settings: Settings,
  history: ProgrammeVersions['history'],
  { effectiveFrom }: NewSettings,
  { read }: Snapshot,
  tid: string,
): Promise<Refusal | undefined> {
  const fault = cannotHold(settings)
  if (fault) return fault
  if (settingsChanges(settingsOn(history, effectiveFrom), settings).length === 0) return { kind: 'nothing-changed' }
  const { followUpPerson } = settings
  if (followUpPerson !== null && !(await read('member', [personKey({ tid, oid: followUpPerson })]))) return { kind: 'not-a-member' }
  return undefined
}

type NewVersion = { settings: Settings; tid: string; invented: boolean; textId: string; version: number; by: string }

/** A version of the settings that counts from a day: the row of codes and numbers, and the row of words beside it. */
export function newVersion({ settings, by, ...rest }: NewVersion, effectiveFrom: PlainDate, { recordedAt }: Snapshot): Draft {
  const { names, ...parts } = settings
  const row: ProgrammeSettings = { ...rest, ...parts, effectiveFrom, recordedAt, recordedBy: by }
  return {
    cases: [],
    changes: [
      { put: 'insert', kind: 'settings', key: versionKey(rest.version), row },
      { put: 'insert', kind: 'text', key: [programmeText, rest.textId], row: { words: JSON.stringify(names) } },
    ],
  }
}
