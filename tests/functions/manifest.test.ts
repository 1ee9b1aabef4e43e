import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { localClient } from '#local/people.ts'

const folder = new URL('../../manifest/', import.meta.url)
const file = (name: string): Buffer => readFileSync(new URL(name, folder))

/** What whoever deploys fills in, with values in its place. */
const values = {
  TEAMS_APP_ID: '9b0f3a4e-5c51-4d0b-8d55-9e1f1b1a7c20',
  CLIENT_ID: localClient,
  TAB_DOMAIN: 'casebook.example.org',
  DEVELOPER_NAME: 'The council',
  DEVELOPER_WEBSITE: 'https://example.org',
  PRIVACY_URL: 'https://example.org/privacy',
  TERMS_URL: 'https://example.org/terms',
}

const text = String(file('manifest.json'))
const placeholders = [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')
const filled = Object.entries(values).reduce((manifest, [name, value]) => manifest.replaceAll(`\${{${name}}}`, value), text)

const address = z.url({ protocol: /^https$/ })
const staticTab = z.discriminatedUnion('entityId', [
  z.strictObject({ entityId: z.literal('about'), scopes: z.tuple([z.literal('personal')]) }),
  z.strictObject({
    entityId: z.literal('casebook'),
    name: z.string().max(128),
    contentUrl: address,
    websiteUrl: address,
    scopes: z.tuple([z.literal('personal')]),
    context: z.tuple([z.literal('personalTab')]),
  }),
])

/** The keys, lengths and patterns of the Teams manifest schema 1.25, for what this app uses of it. */
const manifestSchema = z.strictObject({
  $schema: z.literal('https://developer.microsoft.com/en-us/json-schemas/teams/v1.25/MicrosoftTeams.schema.json'),
  manifestVersion: z.literal('1.25'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  id: z.guid(),
  developer: z.strictObject({ name: z.string().min(1).max(32), websiteUrl: address, privacyUrl: address, termsOfUseUrl: address }),
  name: z.strictObject({ short: z.string().max(30), full: z.string().max(100) }),
  description: z.strictObject({ short: z.string().max(80), full: z.string().max(4_000) }),
  icons: z.strictObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
  accentColor: z.string().regex(/^#[0-9A-F]{6}$/),
  localizationInfo: z.strictObject({ defaultLanguageTag: z.literal('en-gb') }),
  staticTabs: z.array(staticTab).max(16),
  permissions: z.tuple([z.literal('identity')]),
  validDomains: z.array(z.string().regex(/^[^*/]+$/)).max(16),
  webApplicationInfo: z.strictObject({ id: z.guid(), resource: z.string().startsWith('api://') }),
  defaultInstallScope: z.literal('personal'),
  showLoadingIndicator: z.literal(true),
})

describe('the manifest', () => {
  const manifest = manifestSchema.parse(JSON.parse(filled))

  test('asks whoever deploys for what this page names, and nothing else', () => {
    expect([...new Set(placeholders)].sort()).toEqual(Object.keys(values).sort())
    expect(filled).not.toContain('${{')
  })

  test('has tabs with ids of their own', () => {
    const ids = manifest.staticTabs.map(({ entityId }) => entityId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('opens, trusts and signs in to one domain: its own', () => {
    const casebook = manifest.staticTabs.find(tab => tab.entityId === 'casebook')
    const { id, resource } = manifest.webApplicationInfo
    expect(manifest.validDomains).toEqual(['casebook.example.org'])
    expect([casebook?.contentUrl, casebook?.websiteUrl].map(url => new URL(url ?? '').host)).toEqual(Array(2).fill('casebook.example.org'))
    expect(resource).toBe(`api://casebook.example.org/${id}`)
  })

  test('has the version of the package', () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(String(readFileSync(new URL('../package.json', folder)))))
    expect(manifest.version).toBe(version)
  })
})

type Picture = { width: number; height: number; colourType: number; pixels: number[][] }

/** Reads a PNG as `drawIcons.mjs` writes it: eight bits, red, green, blue and opacity, no filter. */
function readPicture(png: Buffer): Picture {
  const [width, height, colourType] = [png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(25)]
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const rows = inflateSync(Buffer.concat(parts))
  const rowOf = (y: number): Buffer => rows.subarray(y * (1 + width * 4) + 1, (y + 1) * (1 + width * 4))
  const pixels = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_unused, x) => [...rowOf(y).subarray(x * 4, x * 4 + 4)]),
  ).flat()
  return { width, height, colourType, pixels }
}

describe('the icons', () => {
  const color = readPicture(file('color.png'))
  const outline = readPicture(file('outline.png'))

  test('are 192 and 32 pixels square, as Teams asks', () => {
    expect([color.width, color.height, outline.width, outline.height]).toEqual([192, 192, 32, 32])
    expect([color.colourType, outline.colourType]).toEqual([6, 6])
  })

  test('the outline is white on nothing', () => {
    expect(outline.pixels.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toEqual([])
    const opacities = outline.pixels.map(([, , , opacity]) => opacity)
    expect([opacities.includes(0), opacities.includes(255)]).toEqual([true, true])
  })

  test('the colour icon has no see-through part, and its ground is the accent colour', () => {
    expect(color.pixels.filter(([, , , opacity]) => opacity !== 255)).toEqual([])
    expect(color.pixels[0]).toEqual([0x1f, 0x5a, 0x5e, 255])
    expect(text).toContain('"accentColor": "#1F5A5E"')
  })

  const drawn = mkdtempSync(join(tmpdir(), 'icons-'))
  afterAll(() => rmSync(drawn, { recursive: true }))

  test('are what their script draws', () => {
    execFileSync(process.execPath, ['drawIcons.mjs', drawn], { cwd: folder })
    expect(readPicture(readFileSync(join(drawn, 'color.png'))).pixels).toEqual(color.pixels)
    expect(readPicture(readFileSync(join(drawn, 'outline.png'))).pixels).toEqual(outline.pixels)
  })
})
