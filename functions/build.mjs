import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
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

mkdirSync(here('dist'), { recursive: true })
await Promise.all([buildApp(), buildLocalHost()])
