import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CryptoKey, JWTHeaderParameters, JWTPayload } from 'jose'
import { SignJWT, exportJWK, exportSPKI, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { TellCaller } from '#functions/caller.ts'
import { entraCallers } from '#functions/caller.ts'

const tid = '6f1d3c52-7a0e-4c8b-9d41-2b5e8a90c7f3'
const otherTid = '0d9c5b1e-3f47-4a62-8c15-7e2b90d4a6f8'
const oid = 'a0000000-0000-4000-8000-000000000002'
const clientId = 'c2a7b9e4-5d36-4f18-8b02-9e6c1d7f4a35'
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'
const now = Math.floor(Date.now() / 1_000)

/** What Entra puts into a token that Teams asks for on behalf of a signed-in user. */
const claims: JWTPayload = {
  aud: clientId,
  iss: `https://login.microsoftonline.com/${tid}/v2.0`,
  iat: now,
  nbf: now,
  exp: now + 3_600,
  azp: teamsWeb,
  oid,
  tid,
  name: 'Jo Wren',
  scp: 'access_as_user',
  ver: '2.0',
}

let privateKey: CryptoKey
let publicPem: string
let published: unknown
let fetches = 0
let keyServer: Server
let tell: TellCaller

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true })
  privateKey = pair.privateKey
  publicPem = await exportSPKI(pair.publicKey)
  published = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'ours', use: 'sig' }] }
  keyServer = await serving(() => {
    fetches += 1
    return { status: 200, body: JSON.stringify(published) }
  })
  tell = callersFrom(keyServer)
})
afterAll(() => keyServer.close())

async function serving(say: () => { status: number; body: string }): Promise<Server> {
  const server = createServer((_, response) => {
    const { status, body } = say()
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function callersFrom(server: Server): TellCaller {
  const { port } = server.address() as AddressInfo
  const audience = [clientId, `api://casebook.example/${clientId}`]
  return entraCallers({ tenants: [tid], audience, keysUrl: `http://127.0.0.1:${port}/keys` })
}

const signed = (
  payload: JWTPayload,
  header: JWTHeaderParameters = { alg: 'RS256', kid: 'ours' },
  key: CryptoKey | Uint8Array = privateKey,
) => new SignJWT(payload).setProtectedHeader(header).sign(key)
const bearer = async (payload: JWTPayload = claims): Promise<string> => `Bearer ${await signed(payload)}`
const without = (name: string): JWTPayload => Object.fromEntries(Object.entries(claims).filter(([each]) => each !== name))

const notOurs = { ok: false, refusal: { kind: 'token-not-ours' } }
const unreachable = { ok: false, refusal: { kind: 'keys-unreachable' } }

describe('a caller', () => {
  test('is the tenant and the object id of the token, and no administrator unless it says so', async () => {
    expect(await tell(await bearer())).toEqual({ ok: true, value: { tid, oid, name: 'Jo Wren', administrator: false } })
    const asAdministrator = await tell(await bearer({ ...claims, roles: ['Reader', 'Administrator'] }))
    expect(asAdministrator).toMatchObject({ ok: true, value: { administrator: true } })
  })

  test('is the same whatever the letter case of the ids, and without a name has none', async () => {
    const token = await bearer({ ...without('name'), oid: oid.toUpperCase() })
    expect(await tell(token)).toMatchObject({ ok: true, value: { tid, oid, name: '' } })
  })

  test.each([
    ['Teams on the web', { azp: teamsWeb }],
    ['Teams on a desktop or a phone', { azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' }],
    ['the address of the app in place of its id', { aud: `api://casebook.example/${clientId}` }],
    ['more than one scope', { scp: 'openid access_as_user' }],
    ['a clock half a minute ahead', { nbf: now + 30, iat: now + 30 }],
    ['a clock half a minute behind', { exp: now - 30 }],
  ])('is taken with %s', async (_, change) => {
    expect(await tell(await bearer({ ...claims, ...change }))).toMatchObject({ ok: true })
  })
})

describe('a token is refused', () => {
  test.each<[string, JWTPayload]>([
    ['of another issuer', { ...claims, iss: 'https://sts.example/v2.0' }],
    ['whose issuer is of another tenant than it says', { ...claims, iss: `https://login.microsoftonline.com/${otherTid}/v2.0` }],
    ['of a tenant that we do not serve', { ...claims, tid: otherTid, iss: `https://login.microsoftonline.com/${otherTid}/v2.0` }],
    ['made out to another app', { ...claims, aud: '00000003-0000-0000-c000-000000000000' }],
    ['asked for by another client than Teams', { ...claims, azp: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' }],
    ['of version 1', { ...claims, ver: '1.0', iss: `https://sts.windows.net/${tid}/` }],
    ['that says version 1', { ...claims, ver: '1.0' }],
    ['of an app and no person', { ...claims, idtyp: 'app' }],
    ['with roles in place of a scope', { ...without('scp'), roles: ['Administrator'] }],
    ['with another scope', { ...claims, scp: 'access_as_user_too' }],
    ['that is not valid yet', { ...claims, nbf: now + 600 }],
    ['whose person is not an object id', { ...claims, oid: 'jo@wren.example' }],
    ...['aud', 'iss', 'iat', 'nbf', 'exp', 'azp', 'oid', 'tid', 'scp', 'ver'].map((name): [string, JWTPayload] => [
      `without ${name}`,
      without(name),
    ]),
  ])('%s', async (_, payload) => {
    expect(await tell(await bearer(payload))).toEqual(notOurs)
  })

  test('that ran out, and says so', async () => {
    expect(await tell(await bearer({ ...claims, iat: now - 7_200, nbf: now - 7_200, exp: now - 3_600 }))).toEqual({
      ok: false,
      refusal: { kind: 'token-expired' },
    })
  })

  test('that nobody signed', async () => {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const alg of ['none', 'None', 'NONE']) {
      expect(await tell(`Bearer ${part({ alg, typ: 'JWT' })}.${part(claims)}.`)).toEqual(notOurs)
      expect(await tell(`Bearer ${part({ alg, kid: 'ours' })}.${part(claims)}.c2lnbmF0dXJl`)).toEqual(notOurs)
    }
  })

  test('signed with our public key as if it were a password', async () => {
    expect(await tell(`Bearer ${await signed(claims, { alg: 'HS256', kid: 'ours' }, new TextEncoder().encode(publicPem))}`)).toEqual(
      notOurs,
    )
  })

  test('signed by another key, under our name or its own', async () => {
    const { privateKey: stranger, publicKey } = await generateKeyPair('RS256')
    expect(await tell(`Bearer ${await signed(claims, { alg: 'RS256', kid: 'ours' }, stranger)}`)).toEqual(notOurs)
    expect(await tell(`Bearer ${await signed(claims, { alg: 'RS256', kid: 'theirs' }, stranger)}`)).toEqual(notOurs)
    const jwk = await exportJWK(publicKey)
    expect(await tell(`Bearer ${await signed(claims, { alg: 'RS256', jwk }, stranger)}`)).toEqual(notOurs)
  })

  test('signed in another way by our key’s owner', async () => {
    const { privateKey: pss } = await generateKeyPair('PS256')
    expect(await tell(`Bearer ${await signed(claims, { alg: 'PS256', kid: 'ours' }, pss)}`)).toEqual(notOurs)
  })

  test.each([undefined, '', 'Bearer', 'Bearer ', 'Basic bGVhZDpsZWFk', 'Bearer two words'])('that is none: %j', async authorization => {
    expect(await tell(authorization)).toEqual({ ok: false, refusal: { kind: 'not-signed-in' } })
  })

  test.each(['Bearer x', 'Bearer a.b.c', `Bearer ${'a'.repeat(50_000)}`, 'Bearer ..'])(
    'that cannot be read: %.20s',
    async authorization => {
      expect(await tell(authorization)).toEqual(notOurs)
    },
  )
})

describe('the published keys', () => {
  test('are fetched once, and a storm of unknown keys does not fetch them again and again', async () => {
    await tell(await bearer())
    const before = fetches
    const { privateKey: stranger } = await generateKeyPair('RS256')
    for (let at = 0; at < 20; at++) await tell(`Bearer ${await signed(claims, { alg: 'RS256', kid: `unknown-${at}` }, stranger)}`)
    expect(fetches - before).toBeLessThanOrEqual(1)
  })

  test.each<[string, { status: number; body: string }]>([
    ['say 500', { status: 500, body: 'oh' }],
    ['are a page', { status: 200, body: '<html>' }],
    ['are no keys', { status: 200, body: '{}' }],
  ])('that %s are a fault of ours for now, not of the caller', async (_, say) => {
    const broken = await serving(() => say)
    onTestFinished(() => void broken.close())
    expect(await callersFrom(broken)(await bearer())).toEqual(unreachable)
  })

  test('that cannot be reached are a fault of ours for now, and are asked for again', async () => {
    const server = await serving(() => ({ status: 200, body: JSON.stringify(published) }))
    const { port } = server.address() as AddressInfo
    const tellLater = callersFrom(server)
    server.close()
    await once(server, 'close')
    expect(await tellLater(await bearer())).toEqual(unreachable)

    const again = createServer((_, response) => response.end(JSON.stringify(published))).listen(port, '127.0.0.1')
    await once(again, 'listening')
    onTestFinished(() => void again.close())
    expect(await tellLater(await bearer())).toMatchObject({ ok: true })
  })
})
