import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { writeAnswer, writeJson } from './exchange.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  'frame-src http: https:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

async function fileIn(folder: string, path: string): Promise<{ body: Buffer; type: string } | undefined> {
  const file = resolve(join(folder, path))
  if (!file.startsWith(resolve(folder) + sep)) return undefined
  const body = await readFile(file).catch(() => undefined)
  return body && { body, type: types[extname(file)] ?? 'application/octet-stream' }
}

/** Answers `/local/` and everything below it from the built frame; false when the path is another. */
export async function serveFrame(folder: string, response: ServerResponse, { pathname, search }: URL): Promise<boolean> {
  if (pathname === '/local') {
    writeAnswer(response, { status: 307, headers: { location: `/local/${search}` }, cookies: [], body: Buffer.alloc(0) })
    return true
  }
  if (!pathname.startsWith('/local/')) return false
  const found = await fileIn(folder, pathname.slice('/local/'.length) || 'index.html')
  if (found) {
    const headers = {
      'content-type': found.type,
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    }
    writeAnswer(response, { status: 200, headers, cookies: [], body: found.body })
  } else {
    writeJson(response, 404, { type: 'about:blank', title: 'Not found', status: 404, detail: 'The local frame has no such page.' })
  }
  return true
}
