import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'

const here = path => fileURLToPath(new URL(path, import.meta.url))

/** What ships: one file, so that a cold start reads one file. The zip is this folder. */
async function buildApp() {
  await build({
    entryPoints: [here('src/main.ts')],
    outfile: here('dist/main.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The Functions host provides this module; it is on no registry.
    external: ['@azure/functions-core'],
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    // Some libraries read import.meta.url while they load, which a CommonJS file does not have.
    define: { 'import.meta.url': '__metaUrl' },
    banner: { js: "const __metaUrl=require('node:url').pathToFileURL(__filename).href;" },
    logLevel: 'warning',
  })
  writeFileSync(here('dist/package.json'), `${JSON.stringify({ main: 'main.cjs' })}\n`)
  const host = {
    version: '2.0',
    extensions: { http: { routePrefix: '' } },
    logging: { logLevel: { default: 'Information', 'Host.Results': 'Warning', Function: 'Information' } },
  }
  writeFileSync(here('dist/host.json'), `${JSON.stringify(host, null, 2)}\n`)
}

/** What `npm start` runs after the build; it stays in the checkout, so its packages stay outside. */
async function buildLocalHost() {
  await build({
    entryPoints: [here('local/start.ts')],
    outfile: here('local/dist/start.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  copyFileSync(here('local/azuritePreload.cjs'), here('local/dist/azuritePreload.cjs'))
}

/** Compresses the tab once, at build: the app holds both forms in memory and sends the smaller. */
function compressTab() {
  const web = here('dist/web')
  if (!existsSync(web)) return
  for (const entry of readdirSync(web, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:js|css|html|svg)$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), options))
  }
}

mkdirSync(here('dist'), { recursive: true })
compressTab()
await Promise.all([buildApp(), buildLocalHost()])
