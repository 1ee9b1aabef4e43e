import { randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { JWTPayload } from 'jose'
import type { TypedCommand, TypedEnquiry } from '#domain/commandSchemas.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, instantAt, londonDay } from '#domain/plainDate.ts'
import type { Problem } from '#domain/problems.ts'
import type { NewProgramme, Programme, RecordedAnswer } from '#domain/wireSchemas.ts'
import { startAzurite } from '#local/azurite.ts'
import type { AppOptions } from '#local/functionApp.ts'
import { startHost } from '#local/host.ts'
import { localEnvironment } from '#local/localHost.ts'
import type { PersonId } from '#local/people.ts'
import { localTenant, people } from '#local/people.ts'
import { claimsOf, createSignIn } from '#local/signIn.ts'

/** A second tenant that the deployment takes. */
export const otherTenant = '0d9c5b1e-3f47-4a62-8c15-7e2b90d4a6f8'
const strangersId = 'b0000000-0000-4000-8000-000000000001'

/**
 * The frame's people, members of every `newProgramme` by the role they are named after, and three more:
 * a stranger is in no programme, a foreign administrator is of another tenant, nobody has no token.
 */
export type Who = PersonId | 'stranger' | 'foreign-administrator' | 'nobody'

/** `text` is the body as it came. */
export type Answer<T> = { status: number; headers: Headers; body: T; text: string }
type Sent = Readonly<Record<string, string>>

/** One person's way to the API: paths are those below `/api/v1/`. */
export type Client = {
  get: <T>(path: string, headers?: Sent) => Promise<Answer<T>>
  post: <T>(path: string, body: unknown, headers?: Sent) => Promise<Answer<T>>
  put: <T>(path: string, body: unknown, headers?: Sent) => Promise<Answer<T>>
  delete: <T>(path: string, headers?: Sent) => Promise<Answer<T>>
  /** A body as it is, JSON or not. */
  raw: (method: string, path: string, body: string, headers: Sent) => Promise<Answer<unknown>>
  /** A command on a case as it stands, or as it was at number `n`. */
  command: <T = RecordedAnswer>(
    programme: string,
    id: string,
    command: Loose<TypedCommand>,
    at?: { n?: number; key?: string },
  ) => Promise<Answer<T>>
}

/** What is typed over the wire: days and amounts are plain text and numbers there. */
type Loose<T> = T extends unknown
  ? { [K in keyof T]: T[K] extends string | undefined ? string : T[K] extends number | undefined ? number : unknown }
  : never
export type LooseCommand = Loose<TypedCommand>
export type LooseEnquiry = Partial<Loose<TypedEnquiry>>

export type Casebook = {
  address: string
  connectionString: string
  tableName: string
  as: (who: Who) => Client
  /** A client with this very header; none where it is undefined. */
  with: (authorization: string | undefined) => Client
  sign: (claims: JWTPayload) => Promise<string>
  /** A programme with the frame's people in it; gives its id. */
  newProgramme: (overrides?: Partial<Record<keyof NewProgramme, unknown>>) => Promise<string>
  /** An enquiry and what came after it, each recorded by the catalyst unless a lead must. */
  newCase: (programme: string, enquiry?: LooseEnquiry, ...commands: readonly LooseCommand[]) => Promise<RecordedAnswer>
  stop: () => Promise<void>
}

export const today = (): PlainDate => londonDay(instantAt(Date.now()))

/** So many days from today. */
export const daysOn = (days: number): string => addDays(today(), days)
export const newKey = (): Sent => ({ 'idempotency-key': randomUUID() })
export const json = { 'content-type': 'application/json' }

/** What a refusal says, without the code to quote. */
export const saidBy = ({ status, body }: Answer<unknown>): Pick<Problem, 'status' | 'kind' | 'detail'> => {
  const { kind, detail } = body as Problem
  return { status, kind, detail }
}

/** Makes this person the one who works on a case. */
export const assignTo = (person: PersonId, happenedOn = '2024-01-09'): LooseCommand => ({
  kind: 'assign',
  happenedOn,
  catalyst: people[person].oid,
})

type Call = (path: string, init: RequestInit) => Promise<Response>

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: (text === '' ? undefined : JSON.parse(text)) as T, text }
}

function clientOf(call: Call): Client {
  const send = async <T>(method: string, path: string, body: unknown, headers: Sent = {}): Promise<Answer<T>> =>
    answerOf<T>(await call(path, { method, headers: { ...json, ...headers }, body: JSON.stringify(body) }))
  const get: Client['get'] = async (path, headers = {}) => answerOf(await call(path, { headers }))
  return {
    get,
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    delete: async (path, headers = {}) => answerOf(await call(path, { method: 'DELETE', headers })),
    raw: async (method, path, body, headers) => answerOf(await call(path, { method, body, headers })),
    async command(programme, id, command, { n, key } = {}) {
      const path = `programmes/${programme}/cases/${id}`
      const at = n ?? (await get<{ n: number }>(path)).body.n
      return send('POST', `${path}/commands`, command, { 'if-match': `"${at}"`, 'idempotency-key': key ?? randomUUID() })
    },
  }
}

/** The claims of the tests' people. */
function claimsFor(who: Exclude<Who, 'nobody'>): JWTPayload {
  const now = Math.floor(Date.now() / 1_000)
  if (who === 'stranger') return { ...claimsOf('catalyst', now), oid: strangersId }
  if (who === 'foreign-administrator')
    return { ...claimsOf('administrator', now), tid: otherTenant, iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` }
  return claimsOf(who, now)
}

const programmeOf = (overrides: Partial<Record<keyof NewProgramme, unknown>>): Record<string, unknown> => ({
  id: `p-${randomBytes(6).toString('hex')}`,
  name: 'Moors and Coast',
  areas: ['North Moor', 'Coast'],
  period: { from: '2014-04-01', to: '2027-03-31' },
  costPence: 13_500_000,
  ...overrides,
})

/** The bundle that ships, on the local host, over a table of its own in a store of its own: what `/api/v1` says here it says in Azure. */
export async function startCasebook({ log }: Pick<AppOptions, 'log'> = {}): Promise<Casebook> {
  const [azurite, signIn] = await Promise.all([startAzurite(), createSignIn()])
  const tableName = `t${randomBytes(8).toString('hex')}`
  let address = ''
  const host = await startHost({
    appFolder: fileURLToPath(new URL('../../functions/dist', import.meta.url)),
    environment(port) {
      address = `http://127.0.0.1:${port}`
      const environment = localEnvironment(port, azurite.connectionString, tableName)
      return { ...environment, CASEBOOK_TENANTS: `${localTenant},${otherTenant}` }
    },
    intercept: signIn.intercept,
    ...(log && { log }),
  })

  const withHeader = (authorization: () => Promise<string | undefined>): Client =>
    clientOf(async (path, init) => {
      const header = await authorization()
      return fetch(`${address}/api/v1/${path}`, {
        ...init,
        headers: { ...(init.headers as Sent), ...(header ? { authorization: header } : {}) },
      })
    })
  const as = (who: Who): Client => withHeader(async () => (who === 'nobody' ? undefined : `Bearer ${await signIn.sign(claimsFor(who))}`))

  return {
    address,
    connectionString: azurite.connectionString,
    tableName,
    as,
    with: authorization => withHeader(async () => authorization),
    sign: signIn.sign,
    async newProgramme(overrides = {}) {
      const made = await as('administrator').post<Programme>('programmes', programmeOf(overrides))
      if (made.status !== 201) throw new Error(JSON.stringify(made.body))
      const members = Object.values(people).filter(({ role }) => role !== undefined)
      const put = as('administrator').put
      await Promise.all(members.map(({ oid, role, label }) => put(`programmes/${made.body.id}/members/${oid}`, { roles: [role], label })))
      return made.body.id
    },
    async newCase(programme, enquiry = {}, ...commands) {
      const typed = { happenedOn: '2024-01-08', name: 'Harbour Help', ...enquiry }
      let said = await as('catalyst').post<RecordedAnswer>(`programmes/${programme}/cases`, typed, newKey())
      for (const command of commands) {
        if (said.status >= 300) break
        const who = command.kind === 'assign' ? 'lead' : command.kind === 'award-grant' ? 'decider' : 'catalyst'
        const { id, n, reference } = said.body
        said = await as(who).command(programme, id, command, { n })
        said.body = { ...said.body, reference }
      }
      if (said.status >= 300) throw new Error(JSON.stringify(said.body))
      return said.body
    },
    async stop() {
      await host.stop()
      await azurite.stop()
    },
  }
}
