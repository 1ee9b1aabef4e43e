import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { HttpRequest, HttpResponseInit } from '@azure/functions'

type Kept = { bytes: Buffer; brotli: Buffer | undefined; contentType: string; etag: string }

/** The tab's built files, read into memory once. */
export type Web = ReadonlyMap<string, Kept>

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Reads the folder of the built tab. `name.br` beside a file is the same file, compressed at build. */
export function readWeb(folder: string): Web {
  const web = new Map<string, Kept>()
  if (!existsSync(folder)) return web
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const contentType = contentTypes[extname(entry.name)]
    if (!entry.isFile() || !contentType) continue
    const bytes = readFileSync(path)
    const brotli = existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : undefined
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    web.set(relative(folder, path).split(sep).join('/'), { bytes, brotli, contentType, etag })
  }
  return web
}

/** The hosts that may show the tab in a frame: those of Teams, and the page's own origin for the local frame. */
const frameAncestors = [
  "'self'",
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
].join(' ')

const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    // Fluent writes its rules into the page as it goes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' https://res-1.cdn.office.net",
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
}

/** Answers GET and HEAD for the tab: its files, and its one page for every address within it. */
export function serveWeb(web: Web, request: HttpRequest): HttpResponseInit {
  const path = new URL(request.url).pathname.replace(/^\/+/, '')
  const isAsset = path.startsWith('assets/')
  const file = web.get(path) ?? (isAsset || extname(path) !== '' ? undefined : web.get('index.html'))
  if (!file)
    return { status: 404, headers: { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8' }, body: 'There is nothing here.' }
  // Assets carry a hash in their name; the page is asked about each time.
  const caching = isAsset ? 'public, max-age=31536000, immutable' : 'no-cache'
  const compressed = file.brotli && (request.headers.get('accept-encoding') ?? '').includes('br') ? file.brotli : undefined
  const etag = compressed ? file.etag.replace(/"$/, '-br"') : file.etag
  const headers: Record<string, string> = {
    ...pageHeaders,
    'content-type': file.contentType,
    'cache-control': caching,
    etag,
    vary: 'accept-encoding',
    ...(compressed ? { 'content-encoding': 'br' } : {}),
  }
  if (request.headers.get('if-none-match') === etag) return { status: 304, headers }
  return { status: 200, headers, body: request.method === 'HEAD' ? '' : (compressed ?? file.bytes) }
}
