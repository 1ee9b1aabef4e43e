import { enrolPeople } from './enrolment.ts'
import { serveFrame } from './frameFiles.ts'
import type { AppOptions } from './functionApp.ts'
import type { Host } from './host.ts'
import { startHost } from './host.ts'
import { localClient, localTenant } from './people.ts'
import type { SignIn } from './signIn.ts'
import { createSignIn } from './signIn.ts'

/** Where the app, its data and the frame are. */
export type LocalHostOptions = Pick<AppOptions, 'appFolder' | 'log'> & {
  connectionString: string
  tableName?: string
  frameFolder: string
  port?: number
}

/** A casebook on this machine, and tokens for it. */
export type LocalHost = Host & Pick<SignIn, 'sign' | 'tokenFor'>

/** The settings under which the shipped app works with local sign-in: configuration differs, code does not. */
export function localEnvironment(port: number, connectionString: string, tableName: string): Record<string, string> {
  return {
    CASEBOOK_TABLES: connectionString,
    CASEBOOK_TABLE_NAME: tableName,
    CASEBOOK_TENANTS: localTenant,
    CASEBOOK_CLIENT_ID: localClient,
    CASEBOOK_APP_ID_URI: `api://localhost:${port}/${localClient}`,
    CASEBOOK_KEYS_URL: `http://127.0.0.1:${port}/local/keys`,
  }
}

/** Runs the built app with local people, their tokens and the frame; everything under `/local` is answered before the app sees it. */
export async function startLocalHost(options: LocalHostOptions): Promise<LocalHost> {
  const { connectionString, tableName = 'casebook', frameFolder, ...rest } = options
  const signIn = await createSignIn()
  let address = ''
  const host = await startHost({
    ...rest,
    environment(port) {
      address = `http://127.0.0.1:${port}`
      return localEnvironment(port, connectionString, tableName)
    },
    intercept: async (request, response, url) =>
      (await signIn.intercept(request, response, url)) || (await serveFrame(frameFolder, response, url)),
    beforeAnswer: exchange => enrolPeople(exchange, address, signIn.tokenFor),
  })
  return { ...host, sign: signIn.sign, tokenFor: signIn.tokenFor }
}
