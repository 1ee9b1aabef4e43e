import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { JSONWebKeySet, JWTPayload } from 'jose'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'
import { readBody, writeJson } from './exchange.ts'
import type { PersonId } from './people.ts'
import { isPersonId, localClient, localTenant, people, personIds } from './people.ts'

const teamsWebClient = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'
const tokenSeconds = 3_600

/** Signs tokens with a key of its own and shows the public half, as Entra does. */
export type SignIn = {
  keys: JSONWebKeySet
  /** A token for any claims: for tests of what must be refused. */
  sign: (claims: JWTPayload) => Promise<string>
  /** A token for a local person, for 60 minutes. */
  tokenFor: (person: string) => Promise<string>
  /** Answers `/local/keys` and `/local/token`; false when the path is another. */
  intercept: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>
}

/** The claims of an Entra v2 access token for our API, asked for by Teams in a browser. */
export function claimsOf(id: PersonId, now: number): JWTPayload {
  const { oid, label } = people[id]
  return {
    aud: localClient,
    iss: `https://login.microsoftonline.com/${localTenant}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + tokenSeconds,
    azp: teamsWebClient,
    azpacr: '0',
    name: label,
    oid,
    preferred_username: `${id}@casebook.example`,
    ...(id === 'administrator' ? { roles: ['Administrator'] } : {}),
    scp: 'access_as_user',
    sub: `local-${oid}`,
    tid: localTenant,
    uti: randomUUID(),
    ver: '2.0',
  }
}

function unknownPerson(named: string): Error {
  return new Error(`There is nobody called "${named}" in the local frame. Choose one of: ${personIds.join(', ')}.`)
}

async function personIn(request: IncomingMessage): Promise<string> {
  const body = await readBody(request, 1_024)
  try {
    const { person } = JSON.parse(String(body)) as { person?: unknown }
    return typeof person === 'string' ? person : ''
  } catch {
    return ''
  }
}

/** Makes a key pair and a sign-in that uses it. */
export async function createSignIn(): Promise<SignIn> {
  const kid = randomUUID()
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const { n, e } = await exportJWK(publicKey)
  const issuer = 'https://login.microsoftonline.com/{tenantid}/v2.0'
  const keys = { keys: [{ kty: 'RSA', use: 'sig', kid, x5t: kid, n: n ?? '', e: e ?? '', issuer }] }

  const sign = (claims: JWTPayload): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid }).sign(privateKey)
  const tokenFor = async (person: string): Promise<string> => {
    if (!isPersonId(person)) throw unknownPerson(person)
    return sign(claimsOf(person, Math.floor(Date.now() / 1_000)))
  }
  return {
    keys,
    sign,
    tokenFor,
    async intercept(request, response, { pathname }) {
      const asked = `${request.method} ${pathname}`
      if (asked === 'GET /local/keys') writeJson(response, 200, keys)
      else if (asked === 'POST /local/token') {
        const person = await personIn(request)
        if (isPersonId(person)) writeJson(response, 200, { token: await tokenFor(person) })
        else {
          const { message } = unknownPerson(person)
          writeJson(response, 400, { type: 'about:blank', title: 'Unknown person', status: 400, detail: message, people: personIds })
        }
      } else return false
      return true
    },
  }
}
