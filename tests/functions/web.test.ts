import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HttpRequest } from '@azure/functions'
import type { HttpResponseInit } from '@azure/functions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Web } from '#functions/web.ts'
import { readWeb, serveWeb } from '#functions/web.ts'

let folder: string
let web: Web
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'web-'))
  mkdirSync(join(folder, 'assets'))
  const files = {
    'index.html': '<p>page</p>',
    'assets/index-a1.js': 'let a',
    'assets/index-a1.js.br': 'BROTLI',
    'assets/a.woff2': 'f',
    'notes.md': '#',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  web = readWeb(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

const ask = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  those = web,
): HttpResponseInit & { headers: Record<string, string> } => {
  const answer = serveWeb(those, new HttpRequest({ url: `https://casebook.example${path}`, method, headers }))
  return { ...answer, headers: answer.headers as Record<string, string> }
}
const textOf = ({ body }: HttpResponseInit): string => (body instanceof Uint8Array ? Buffer.from(body).toString() : (body as string))

describe('the tab’s files', () => {
  test('are its page at every address within it, asked about each time', () => {
    for (const path of ['/', '/index.html', '/programmes/moors/cases', '/programmes/moors?area=coast']) {
      const answer = ask(path)
      expect([answer.status, textOf(answer), answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
        200,
        '<p>page</p>',
        'text/html; charset=utf-8',
        'no-cache',
      ])
    }
  })

  test('are the assets that the page names, kept for ever by who has them', () => {
    const { status, headers } = ask('/assets/index-a1.js')
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ])
    expect(ask('/assets/a.woff2').headers['content-type']).toBe('font/woff2')
  })

  test('go out as they were compressed at build, to who can read that', () => {
    const compressed = ask('/assets/index-a1.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect([textOf(compressed), compressed.headers['content-encoding'], compressed.headers['vary']]).toEqual([
      'BROTLI',
      'br',
      'accept-encoding',
    ])
    const plain = ask('/assets/index-a1.js', { 'accept-encoding': 'gzip' })
    expect([textOf(plain), plain.headers['content-encoding']]).toEqual(['let a', undefined])
  })

  test('are not sent again to who has them', () => {
    const { headers } = ask('/')
    expect(ask('/', { 'if-none-match': headers['etag'] ?? '' })).toMatchObject({ status: 304 })
    expect(ask('/assets/index-a1.js', { 'if-none-match': headers['etag'] ?? '' }).status).toBe(200)
  })

  test('have no body for one who asks about them only', () => {
    expect(ask('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  test.each([
    '/assets/other.js',
    '/assets/',
    '/favicon.ico',
    '/notes.md',
    '/assets/index-a1.js.br',
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
  ])('that are not there are not the page: %s', path => {
    const answer = ask(path)
    expect([answer.status, textOf(answer)]).toEqual([404, 'There is nothing here.'])
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('may be missing altogether: then there is nothing at any address', () => {
    expect(ask('/', {}, 'GET', readWeb(join(folder, 'nowhere'))).status).toBe(404)
  })

  test('run no script but their own, and are framed by Teams and its like only', () => {
    const policy = Object.fromEntries(
      (ask('/').headers['content-security-policy'] ?? '').split('; ').map(rule => [rule.split(' ')[0], rule]),
    )
    expect(policy['script-src']).toBe("script-src 'self'")
    expect(policy['default-src']).toBe("default-src 'none'")
    expect(policy['base-uri']).toBe("base-uri 'none'")
    for (const host of (policy['frame-ancestors'] ?? '').split(' ').slice(2)) {
      expect(host).toMatch(
        /^https:\/\/(\*\.)?([a-z0-9]+\.)*(microsoft\.com|cloud\.microsoft|microsoft365\.com|office\.com|office365\.com)$/,
      )
    }
  })
})
