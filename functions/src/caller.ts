import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import { createRemoteJWKSet, decodeJwt, errors, jwtVerify } from 'jose'
import type { JWTPayload } from 'jose'
import * as z from 'zod'

/** A person, known by tenant and object id. Never by e-mail or by anything that Teams says of itself. */
export type Caller = {
  tid: string
  oid: string
  name: string
  administrator: boolean
  /** True in meeting view: whoever else looks at the screen may not see names. */
  namesHidden?: boolean
}

export type CannotTell = { kind: 'not-signed-in' } | { kind: 'token-expired' } | { kind: 'token-not-ours' } | { kind: 'keys-unreachable' }

/** Tells who is calling from an `Authorization` header. */
export type TellCaller = (authorization: string | undefined) => Promise<Result<Caller, CannotTell>>

/** Teams on desktop and phone, and Teams on the web: the only clients whose tokens we take. */
const teamsClients = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346']

const claimsSchema = z.looseObject({
  tid: z.guid(),
  oid: z.guid(),
  ver: z.literal('2.0'),
  azp: z.enum(teamsClients),
  scp: z.string().refine(scopes => scopes.split(' ').includes('access_as_user')),
  idtyp: z.literal('user').optional(),
  name: z.string().optional(),
  roles: z.array(z.string()).optional(),
})

/**
 * Reads and proves Entra v2 tokens: signature by the tenant's published keys, issuer of an allowed tenant, our audience, a Teams client,
 * a signed-in user with our scope. One key set for the process; unknown keys do not cause a storm of fetches.
 */
export function entraCallers(settings: { tenants: readonly string[]; audience: readonly string[]; keysUrl: string }): TellCaller {
  const keys = createRemoteJWKSet(new URL(settings.keysUrl), { cooldownDuration: 30_000, cacheMaxAge: 3_600_000, timeoutDuration: 3_000 })
  return async authorization => {
    const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(authorization ?? '')?.[1]
    if (!token) return refused({ kind: 'not-signed-in' })
    const tenant = tenantOf(token)
    if (!tenant || !settings.tenants.includes(tenant)) return refused({ kind: 'token-not-ours' })
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        audience: [...settings.audience],
        issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
        clockTolerance: 60,
        requiredClaims: ['exp', 'nbf', 'iat', 'oid', 'tid', 'ver'],
      })
      return callerOf(payload)
    } catch (error) {
      return refused(whyNot(error))
    }
  }
}

/** The tenant that a token says it is of: read before it is proved, only to choose which issuer it must have. */
function tenantOf(token: string): string | undefined {
  try {
    const { tid } = decodeJwt(token)
    return typeof tid === 'string' ? tid.toLowerCase() : undefined
  } catch {
    return undefined
  }
}

function callerOf(payload: JWTPayload): Result<Caller, CannotTell> {
  const claims = claimsSchema.safeParse(payload)
  if (!claims.success) return refused({ kind: 'token-not-ours' })
  const { tid, oid, name = '', roles = [] } = claims.data
  return ok({ tid: tid.toLowerCase(), oid: oid.toLowerCase(), name, administrator: roles.includes('Administrator') })
}

function whyNot(error: unknown): CannotTell {
  if (error instanceof errors.JWTExpired) return { kind: 'token-expired' }
  const noKeys = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid
  const proved = error instanceof errors.JOSEError && !noKeys && error.code !== 'ERR_JOSE_GENERIC'
  // What is not a fault of the token is a fault of reaching the keys: the caller is told to try again, not to sign in.
  return proved ? { kind: 'token-not-ours' } : { kind: 'keys-unreachable' }
}
