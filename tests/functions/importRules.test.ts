import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const field = mkdtempSync(join(tmpdir(), 'planted-'))

afterAll(() => rmSync(field, { recursive: true }))

/** The rules that fire on these files, laid out as in the repository under its own lint settings. */
function rulesBrokenBy(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(field, 'case-'))
  const { options: _typeAware, ...config } = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config))
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  try {
    execFileSync(join(root, 'node_modules/.bin/oxlint'), ['--format', 'json'], { cwd: folder, encoding: 'utf8' })
    return []
  } catch (error) {
    const { diagnostics } = JSON.parse((error as { stdout: string }).stdout) as { diagnostics: { code: string }[] }
    return diagnostics.map(({ code }) => code)
  }
}

const restricted = 'eslint(no-restricted-imports)'

describe('A bad import of each kind is caught', () => {
  test.each([
    [
      'a domain file that imports a package',
      'functions/src/domain/planted.ts',
      "import { jwtVerify } from 'jose'\nexport const planted = jwtVerify\n",
    ],
    [
      'a domain file that imports node',
      'functions/src/domain/planted.ts',
      "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync\n",
    ],
    [
      'a domain file that imports the server',
      'functions/src/domain/planted.ts',
      "import { reply } from '#functions/http.ts'\nexport const planted = reply\n",
    ],
    [
      'a domain file that imports the tab',
      'functions/src/domain/planted.ts',
      "import { get } from '#tab/api.ts'\nexport const planted = get\n",
    ],
    [
      'a domain file without schemas that imports zod',
      'functions/src/domain/planted.ts',
      "import * as z from 'zod'\nexport const planted = z\n",
    ],
    [
      'a schema file that imports more than zod',
      'functions/src/domain/plantedSchemas.ts',
      "import { jwtVerify } from 'jose'\nexport const planted = jwtVerify\n",
    ],
    [
      'a server file that imports the tables SDK',
      'functions/src/planted.ts',
      "import { TableClient } from '@azure/data-tables'\nexport const planted = TableClient\n",
    ],
    [
      'a server file that reads workbooks itself',
      'functions/src/planted.ts',
      "import { parse } from 'hucre'\nexport const planted = parse\n",
    ],
    ['a server file that imports the tab', 'functions/src/planted.ts', "import { get } from '#tab/api.ts'\nexport const planted = get\n"],
    [
      'a server file that imports the local host',
      'functions/src/planted.ts',
      "import { startHost } from '#local/host.ts'\nexport const planted = startHost\n",
    ],
    [
      'a server file that imports main.ts',
      'functions/src/planted.ts',
      "import { routes } from './main.ts'\nexport const planted = routes\n",
    ],
    ['a page that knows teams-js', 'tab/src/planted.tsx', "import { app } from '@microsoft/teams-js'\nexport const planted = app\n"],
    ['a page that imports the server', 'tab/src/planted.tsx', "import { reply } from '#functions/http.ts'\nexport const planted = reply\n"],
  ])('%s', (_kind, path, text) => {
    expect(rulesBrokenBy({ [path]: text })).toContain(restricted)
  })

  test('two domain files that import each other', () => {
    const files = {
      'functions/src/domain/first.ts': "import { second } from '#domain/second.ts'\nexport const first = (): unknown => second\n",
      'functions/src/domain/second.ts': "import { first } from '#domain/first.ts'\nexport const second = (): unknown => first\n",
    }
    expect(rulesBrokenBy(files)).toContain('import(no-cycle)')
  })

  test('a page that fetches by itself, or keeps things in the browser', () => {
    const text = "export const planted = () => [fetch('/api/v1/me'), localStorage.getItem('x')]\n"
    expect(rulesBrokenBy({ 'tab/src/planted.ts': text })).toContain('eslint(no-restricted-globals)')
  })

  test('a domain file that reads the clock or throws dice', () => {
    const text = 'export const planted = () => [Date.now(), Math.random()]\n'
    expect(rulesBrokenBy({ 'functions/src/domain/planted.ts': text })).toContain('eslint(no-restricted-properties)')
  })
})

test('A good import of each kind is let through', () => {
  const files = {
    'functions/src/domain/planted.ts':
      "import { day } from './plainDate.ts'\nimport { ok } from '#domain/result.ts'\nexport const planted = [day, ok]\n",
    'functions/src/domain/plainDate.ts': 'export const day = 1\n',
    'functions/src/domain/result.ts': 'export const ok = 1\n',
    'functions/src/domain/plantedSchemas.ts': "import * as z from 'zod'\nexport const planted = z.string()\n",
    'functions/src/tableStore.ts': "import { TableClient } from '@azure/data-tables'\nexport const planted = TableClient\n",
    'tab/src/teams.ts': "import { app } from '@microsoft/teams-js'\nexport const planted = app\n",
  }
  expect(rulesBrokenBy(files)).toEqual([])
})
