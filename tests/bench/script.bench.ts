import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'

const web = fileURLToPath(new URL('../../functions/dist/web/', import.meta.url))
const textOf = (file: string): string => readFileSync(`${web}${file}`, 'utf8')

/** What a browser downloads of a file: brotli at its best, in kB. */
const weightOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => {
    const bytes = brotliCompressSync(textOf(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
    return sum + bytes / 1_000
  }, 0)

const inAssets = (found: Iterable<RegExpMatchArray>): string[] => [...found].map(match => `assets/${match[1]}`)

/** The files that a file needs before it runs, and those it asks for later. */
const neededBy = (file: string): string[] => inAssets(textOf(file).matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
const laterOf = (file: string): string[] => inAssets(textOf(file).matchAll(/\bimport\(\s*["'`]\.\/([^"'`]+\.js)["'`]\s*\)/g))

/** A file and all that it needs before it runs. */
function withNeeded(file: string, all = new Set<string>()): Set<string> {
  if (all.has(file)) return all
  all.add(file)
  for (const each of neededBy(file)) withNeeded(each, all)
  return all
}

const nameOf = (file: string): string => file.replace(/^assets\//, '').replace(/-[\w-]{8}\.js$/, '')

test('the script of each page, brotli 11', () => {
  const sources = [...textOf('index.html').matchAll(/<script type="module"[^>]*src="\/([^"]+)"/g)].map(([, file]) => file ?? '')
  expect(sources).toHaveLength(1)
  const shell = new Set(sources.flatMap(source => [...withNeeded(source)]))
  const pages = new Set([...shell].flatMap(laterOf))
  const today = [...pages].find(file => nameOf(file) === 'TodayPage') ?? ''
  expect(today).not.toBe('')
  const first = withNeeded(today, new Set(shell))
  pages.delete(today)

  const rows = [{ what: 'first page: shell and Today', kB: weightOf(first), bar: '220' }]
  for (const page of pages) {
    const more = [...withNeeded(page)].filter(file => !first.has(file))
    rows.push({ what: `more for ${nameOf(page)}`, kB: weightOf(more), bar: '60' })
    for (const chart of new Set(more.flatMap(laterOf)))
      rows.push({
        what: `  its ${nameOf(chart)}, apart`,
        kB: weightOf([...withNeeded(chart)].filter(file => !first.has(file) && !more.includes(file))),
        bar: '',
      })
  }
  console.table(rows.map(({ what, kB, bar }) => ({ what, kB: Math.round(kB * 10) / 10, bar })))
})
