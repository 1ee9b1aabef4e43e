import uFuzzy from '@leeoniya/ufuzzy'
import type { CaseRow } from '#domain/wireSchemas.ts'

/** What a row was found by, where that is not its name. */
export type Reason = { by: 'phone' | 'place' | 'reference'; words: string }

// One slip a word is forgiven: "willw" finds Willow, "orchrad" finds Orchard. Digits are not: a wrong number is another one.
const fuzzy = new uFuzzy({ intraMode: 1 })

/** What is looked through, row by row: each part by itself, and all of them. */
type Index = { areas: string; names: string[]; places: string[]; references: string[]; phones: string[]; whole: string[] }

const indexes = new WeakMap<readonly CaseRow[], Index>()

const digitsOf = (phone: string): string => phone.replaceAll(/\D/g, '')

/** Made once for the rows that the server sent, and again where an area got another name. */
function indexOf(rows: readonly CaseRow[], placeOf: (area: string) => string): Index {
  const called = new Map([...new Set(rows.flatMap(({ area }) => area ?? []))].map(area => [area, placeOf(area)]))
  const areas = [...called].join(' ')
  const kept = indexes.get(rows)
  if (kept?.areas === areas) return kept
  const names = uFuzzy.latinize(rows.map(({ name }) => name ?? ''))
  const places = uFuzzy.latinize(rows.map(({ area }) => (area === null ? '' : (called.get(area) ?? ''))))
  const references = rows.map(({ reference }) => reference)
  const phones = rows.map(({ phone }) => digitsOf(phone ?? ''))
  const whole = rows.map((_, at) => `${names[at]} ${places[at]} ${references[at]} ${phones[at]}`)
  const index = { areas, names, places, references, phones, whole }
  indexes.set(rows, index)
  return index
}

const found = (texts: string[], needle: string): Set<number> => new Set(fuzzy.search(texts, needle, 1)[0] ?? [])

/** What a search came to: the rows, in the order they were given, and why each was found. */
export type Found = { found: readonly CaseRow[]; reasonFor: (row: CaseRow) => Reason | undefined }

/** Finds rows by name, place, reference or phone. Nothing typed finds them all. */
export function searchIn(rows: readonly CaseRow[], words: string, placeOf: (area: string) => string): Found {
  const needle = uFuzzy.latinize(words.trim())
  if (needle === '') return { found: rows, reasonFor: () => undefined }
  const index = indexOf(rows, placeOf)
  const places = found(index.whole, needle)
  return { found: rows.filter((_, at) => places.has(at)), reasonFor: reasonsIn(rows, index, needle, placeOf) }
}

/** Each part is looked through once, when the first row asks: a search of its own for every row would take longer than all the rest. */
function reasonsIn(rows: readonly CaseRow[], index: Index, needle: string, placeOf: (area: string) => string): Found['reasonFor'] {
  const numbers = needle.match(/\d{3,}/g) ?? []
  let parts: { at: Map<string, number>; names: Set<number>; references: Set<number>; places: Set<number> } | undefined
  return ({ id, area, reference }) => {
    parts ??= {
      at: new Map(rows.map((row, at) => [row.id, at])),
      names: found(index.names, needle),
      references: found(index.references, needle),
      places: found(index.places, needle),
    }
    const at = parts.at.get(id) ?? -1
    const phone = index.phones[at] ?? ''
    if (parts.names.has(at)) return undefined
    if (parts.references.has(at) || numbers.some(number => reference.includes(number))) return { by: 'reference', words: reference }
    if (numbers.some(number => phone.includes(number))) return { by: 'phone', words: phone.slice(-3) }
    return area !== null && parts.places.has(at) ? { by: 'place', words: placeOf(area) } : undefined
  }
}
