import type { Cohort, Lines } from '#domain/cohortSchemas.ts'
import type { DuplicatesAsked, TypedCommand, TypedEnquiry, TypedPerson } from '#domain/commandSchemas.ts'
import type { DbsList, NewDbs } from '#domain/dbsSchemas.ts'
import type { FormId } from '#domain/draft.ts'
import type { DraftList, KeptDraft } from '#domain/draftSchemas.ts'
import type { Consortia } from '#domain/consortiumSchemas.ts'
import type { AskedDownload, Ticket } from '#domain/downloadSchemas.ts'
import type { AfterFundingAnswer, Closing, UpdateRound } from '#domain/followUpSchemas.ts'
import type { ImportAnswers, ImportReport } from '#domain/importSchemas.ts'
import type { Column } from '#domain/listQuestion.ts'
import type { Instant } from '#domain/plainDate.ts'
import type { NewPrivateNote, OpenedNote, PrivateNotes } from '#domain/privateNoteSchemas.ts'
import type { TypedInsight } from '#domain/insightSchemas.ts'
import type { InsightAnswer, Insights } from '#domain/insightWireSchemas.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import type { Problem } from '#domain/problems.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { NewSettings, SettingsAnswer } from '#domain/settingsSchemas.ts'
import type { Today } from '#domain/todaySchemas.ts'
import type { KeptView, SavedView, Views } from '#domain/viewSchemas.ts'
import type {
  CaseList,
  caseSchema,
  Duplicates,
  EnquiryAnswer,
  Entry,
  factsSchema,
  Foreseen,
  Me,
  Member,
  Members,
  NewProgramme,
  Programme,
  RecordedAnswer,
} from '#domain/wireSchemas.ts'
import type { Query } from '#tab/apiPath.ts'
import { at, withQuery } from '#tab/apiPath.ts'
import { fundCalls } from '#tab/fundCalls.ts'
import { savingsCalls } from '#tab/savingsCalls.ts'
import type { output } from 'zod'

/** The only file that fetches. Reads throw `Failed`, as the query library expects; writes answer with a value or a failure. */

/** One record whole, and its timeline. */
export type CaseDetail = output<typeof caseSchema>
export type Timeline = output<typeof factsSchema>

/** Why a call came to nothing, as the person needs to know it. */
export type Failure =
  | { kind: 'no-signal' }
  | { kind: 'busy' }
  | { kind: 'signed-out' }
  | { kind: 'not-shown' }
  | { kind: 'changed'; n: number; entries: readonly Entry[] }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'broken'; code: string }

/** A read that failed. */
export class Failed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.kind)
    this.failure = failure
  }
}

export const failureOf = (error: unknown): Failure => (error instanceof Failed ? error.failure : { kind: 'broken', code: '' })

/** What a write carries: its key makes it take effect once, and `n` is the record's number as the person saw it. */
export type WriteOptions = { key: string; n?: number }

/** Which file rows to begin with, and whether anything is written. */
export type ImportOptions = { dryRun: boolean; from?: number }

export type ApiOptions = {
  fetch: typeof globalThis.fetch
  token: () => Promise<string>
  /** Whether names are hidden: then the server sends none, so none can be on any page. */
  namesHidden?: () => boolean
  /** Where the API is; the tab's own origin when left out. */
  origin?: string
}

type Request = {
  path: string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  body?: BodyInit
  signal?: AbortSignal | undefined
  within?: number
  /** The page is going: it goes out now or never, and outlives the page. */
  leaving?: boolean
}
const readWithin = 30_000
const writeWithin = 40_000
const importWithin = 120_000

async function problemOf(response: Response): Promise<Partial<Problem>> {
  try {
    return (await response.json()) as Partial<Problem>
  } catch {
    return {}
  }
}

/** What a refusal means. A gateway's own page has no problem in it: then only the status speaks. */
async function failureIn(response: Response, writing: boolean): Promise<Failure> {
  const { status } = response
  if (status === 401) return { kind: 'signed-out' }
  if (status === 429 || (status >= 502 && status <= 504)) return { kind: 'busy' }
  const problem = await problemOf(response)
  const code = problem.traceId ?? ''
  if (status === 412 && typeof problem['n'] === 'number' && Array.isArray(problem['entries'])) {
    return { kind: 'changed', n: problem['n'], entries: problem['entries'] as Entry[] }
  }
  if ((status === 403 || status === 404) && !writing) return { kind: 'not-shown' }
  if (status >= 500 || problem.detail === undefined) return { kind: 'broken', code }
  const { type = 'about:blank', title = '', detail, kind = '' } = problem
  return { kind: 'refused', problem: { ...problem, type, title, status, detail, kind, traceId: code } }
}

export type Connection = ReturnType<typeof connect>

/** One way to the API: a token for every call, and what was read last beside its ETag, in memory. */
function connect({ fetch, token, namesHidden = () => false, origin = '' }: ApiOptions) {
  const seen = new Map<string, { tag: string; body: unknown }>()
  // For what is sent as the page goes: there is no time to ask the host again.
  let lastBearer = ''

  async function freshBearer(): Promise<string> {
    lastBearer = await token().catch(() => {
      throw new Failed({ kind: 'signed-out' })
    })
    return lastBearer
  }

  async function once({ path, method = 'GET', headers = {}, body, signal, within = readWithin, leaving }: Request): Promise<Response> {
    const bearer = leaving ? lastBearer : await freshBearer()
    const late = AbortSignal.timeout(within)
    try {
      return await fetch(`${origin}/api/v1/${path}`, {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${bearer}`,
          ...(namesHidden() ? { 'x-names': 'hidden' } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
        cache: 'no-store',
        ...(leaving ? { keepalive: true } : {}),
        signal: signal ? AbortSignal.any([signal, late]) : late,
      })
    } catch (error) {
      if (signal?.aborted) throw error
      throw new Failed({ kind: 'no-signal' })
    }
  }

  /** A token that ran out between two calls is no reason to ask anybody to sign in. */
  async function call(request: Request): Promise<Response> {
    const response = await once(request)
    return response.status === 401 && !request.leaving ? once(request) : response
  }

  async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
    // What was read with names is never taken for what is read without.
    const kept = `${namesHidden() ? 'hidden' : 'named'} ${path}`
    const known = seen.get(kept)
    const response = await call({ path, signal, headers: known ? { 'if-none-match': known.tag } : {} })
    if (response.status === 304 && known) return known.body as T
    if (!response.ok) throw new Failed(await failureIn(response, false))
    const body = (await response.json()) as T
    const tag = response.headers.get('etag')
    if (tag) seen.set(kept, { tag, body })
    return body
  }

  async function write<T>(request: Request): Promise<Result<T, Failure>> {
    try {
      const response = await call({ within: writeWithin, ...request })
      return response.ok ? ok((await response.json()) as T) : refused(await failureIn(response, true))
    } catch (error) {
      // An answer that breaks off half-way may still have been recorded: the same key asks again without harm.
      return refused(error instanceof Failed ? error.failure : { kind: 'no-signal' })
    }
  }

  const post = <T>(path: string, body: unknown, { key, n }: WriteOptions): Promise<Result<T, Failure>> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, ...(n === undefined ? {} : { 'if-match': `"${n}"` }) }
    return write<T>({ path, method: 'POST', headers, body: JSON.stringify(body) })
  }

  const put = <T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Result<T, Failure>> =>
    write<T>({ path, method: 'PUT', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })

  return { read, write, post, put }
}

/** What the API can be asked. */
export function createApi(connection: ApiOptions) {
  const connected = connect(connection)
  const { read, write, post, put } = connected
  return {
    me: (signal?: AbortSignal) => read<Me>('me', signal),
    makeProgramme: (programme: NewProgramme, options: WriteOptions) => post<Programme>('programmes', programme, options),
    settings: (programme: string, signal?: AbortSignal) => read<SettingsAnswer>(at('programmes', programme, 'settings'), signal),
    saveSettings: (programme: string, settings: NewSettings, { n = 0 }: WriteOptions) =>
      put<SettingsAnswer>(at('programmes', programme, 'settings'), settings, { 'if-match': `"${n}"` }),
    setMember: (programme: string, oid: string, member: Member) => put<Member>(at('programmes', programme, 'members', oid), member),
    members: (programme: string, signal?: AbortSignal) => read<Members>(at('programmes', programme, 'members'), signal),
    cases: (programme: string, signal?: AbortSignal) => read<CaseList>(at('programmes', programme, 'cases'), signal),
    enquire: (programme: string, enquiry: TypedEnquiry, options: WriteOptions) =>
      post<EnquiryAnswer>(at('programmes', programme, 'cases'), enquiry, options),
    duplicates: (programme: string, who: DuplicatesAsked) =>
      post<Duplicates>(at('programmes', programme, 'cases', 'duplicates'), who, { key: crypto.randomUUID() }),
    setPerson: (programme: string, id: string, person: TypedPerson, { key, n = 0 }: WriteOptions) =>
      put<RecordedAnswer>(at('programmes', programme, 'cases', id, 'person'), person, { 'idempotency-key': key, 'if-match': `"${n}"` }),
    today: (programme: string, whose: 'mine' | 'everyone', signal?: AbortSignal) =>
      read<Today>(withQuery(at('programmes', programme, 'today'), { whose }), signal),
    case: (programme: string, id: string, signal?: AbortSignal) => read<CaseDetail>(at('programmes', programme, 'cases', id), signal),
    facts: (programme: string, id: string, signal?: AbortSignal) =>
      read<Timeline>(at('programmes', programme, 'cases', id, 'facts'), signal),
    command: (programme: string, id: string, command: TypedCommand, options: WriteOptions) =>
      post<RecordedAnswer>(at('programmes', programme, 'cases', id, 'commands'), command, options),
    /** What a command would come to; nothing is recorded. */
    foresee: (programme: string, id: string, command: TypedCommand, options: WriteOptions) =>
      post<Foreseen>(withQuery(at('programmes', programme, 'cases', id, 'commands'), { dryRun: 'true' }), command, options),
    grant: (programme: string, id: string, grant: string, signal?: AbortSignal) =>
      read<GrantAnswer>(at('programmes', programme, 'cases', id, 'grants', grant), signal),
    dbs: (programme: string, id: string, signal?: AbortSignal) => read<DbsList>(at('programmes', programme, 'cases', id, 'dbs'), signal),
    merge: (programme: string, id: string, into: string, options: WriteOptions) =>
      post<RecordedAnswer>(at('programmes', programme, 'cases', id, 'merge'), { into }, options),
    split: (programme: string, id: string, into: string, options: WriteOptions) =>
      post<RecordedAnswer>(at('programmes', programme, 'cases', id, 'split'), { into }, options),
    privateNotes: (programme: string, id: string, signal?: AbortSignal) =>
      read<PrivateNotes>(at('programmes', programme, 'cases', id, 'private-notes'), signal),
    writePrivateNote: (programme: string, id: string, note: NewPrivateNote, options: WriteOptions) =>
      post<PrivateNotes>(at('programmes', programme, 'cases', id, 'private-notes'), note, options),
    openPrivateNote: (programme: string, id: string, note: string, options: WriteOptions) =>
      post<OpenedNote>(at('programmes', programme, 'cases', id, 'private-notes', note, 'opening'), {}, options),
    seeDbs: (programme: string, id: string, check: NewDbs, options: WriteOptions) =>
      post<DbsList>(at('programmes', programme, 'cases', id, 'dbs'), check, options),
    removeDbs: (programme: string, id: string, check: string, { key }: WriteOptions) =>
      write<DbsList>({
        path: at('programmes', programme, 'cases', id, 'dbs', check),
        method: 'DELETE',
        headers: { 'idempotency-key': key },
      }),
    drafts: (programme: string) => read<DraftList>(at('programmes', programme, 'drafts')),
    draft: (programme: string, form: FormId) => read<KeptDraft>(at('programmes', programme, 'drafts', form)),
    keepDraft: (programme: string, form: FormId, words: Readonly<Record<string, string>>, leaving: boolean) => {
      const [path, body] = [at('programmes', programme, 'drafts', form), JSON.stringify({ words })]
      return write<{ keptAt: Instant }>({ path, method: 'PUT', headers: { 'content-type': 'application/json' }, body, leaving })
    },
    dropDraft: (programme: string, form: FormId) => write<unknown>({ path: at('programmes', programme, 'drafts', form), method: 'DELETE' }),
    views: (programme: string, signal?: AbortSignal) => read<Views>(at('programmes', programme, 'views'), signal),
    keepView: (programme: string, id: string, view: KeptView) => put<SavedView>(at('programmes', programme, 'views', id), view),
    removeView: (programme: string, id: string) => write<object>({ path: at('programmes', programme, 'views', id), method: 'DELETE' }),
    chooseColumns: (programme: string, columns: readonly Column[]) => put<object>(at('programmes', programme, 'columns'), { columns }),
    askForFile: (programme: string, asked: AskedDownload) => {
      const headers = { 'content-type': 'application/json' }
      return write<Ticket>({ path: at('programmes', programme, 'downloads'), method: 'POST', headers, body: JSON.stringify(asked) })
    },
    consortia: (programme: string, signal?: AbortSignal) => read<Consortia>(at('programmes', programme, 'consortia'), signal),
    updateRound: (programme: string, signal?: AbortSignal) => read<UpdateRound>(at('programmes', programme, 'update-round'), signal),
    afterFunding: (programme: string, signal?: AbortSignal) =>
      read<AfterFundingAnswer>(at('programmes', programme, 'after-funding'), signal),
    closeProgramme: (programme: string, { dryRun }: { dryRun: boolean }) => {
      // A call works for a few seconds only, so that the page can show how far it is.
      const path = withQuery(at('programmes', programme, 'close'), dryRun ? { dryRun: 'true' } : { seconds: 5 })
      return write<Closing>({ path, method: 'POST' })
    },
    cohort: (programme: string, question: Query, signal?: AbortSignal) =>
      read<Cohort>(withQuery(at('programmes', programme, 'cohort'), question), signal),
    lines: (programme: string, question: Query & { figure: string }, signal?: AbortSignal) =>
      read<Lines>(withQuery(`${at('programmes', programme, 'cohort')}/lines`, question), signal),
    ...fundCalls(connected),
    ...savingsCalls(connected),
    insights: (programme: string, signal?: AbortSignal) => read<Insights>(at('programmes', programme, 'insights'), signal),
    recordInsight: (programme: string, insight: TypedInsight, options: WriteOptions) =>
      post<InsightAnswer>(at('programmes', programme, 'insights'), insight, options),
    importFile: (programme: string, file: File, answers: ImportAnswers, { dryRun, from }: ImportOptions) => {
      const body = new FormData()
      body.set('file', file)
      body.set('answers', new Blob([JSON.stringify(answers)], { type: 'application/json' }))
      // A call works for a few seconds only, so that the page can show how far it is.
      const how = dryRun ? { dryRun: 'true' } : { from, seconds: 8 }
      const path = withQuery(at('programmes', programme, 'imports'), how)
      return write<ImportReport>({ path, method: 'POST', body, within: importWithin })
    },
  }
}

export type Api = ReturnType<typeof createApi>
