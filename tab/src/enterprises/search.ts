import uFuzzy from '@leeoniya/ufuzzy'
import type { CaseRow } from '#domain/wireSchemas.ts'

/** What a row was found by, where that is not its name. */
export type Reason = { by: 'phone' | 'place' | 'reference'; words: string }

type Text = { name: string; place: string; reference: string; phone: string }

// One slip a word is forgiven: "willw" finds Willow, "orchrad" finds Orchard. Digits are not: a wrong number is another one.
const fuzzy = new uFuzzy({ intraMode: 1 })

const textsOf = new WeakMap<readonly CaseRow[], { placeOf: string; texts: Text[]; haystack: string[] }>()

const digitsOf = (phone: string): string => phone.replaceAll(/\D/g, '')

/** What is looked through, made once for the rows that the server sent. */
function indexOf(rows: readonly CaseRow[], placeOf: (area: string) => string) {
  // Areas may get another name while the tab is open.
  const places = new Map<string, string>()
  const placed = (area: string): string => {
    const place = places.get(area) ?? uFuzzy.latinize(placeOf(area))
    places.set(area, place)
    return place
  }
  const texts = rows.map(({ name, area, reference, phone }) => ({
    name: uFuzzy.latinize(name ?? ''),
    place: area === null ? '' : placed(area),
    reference,
    phone: digitsOf(phone ?? ''),
  }))
  const called = [...places].join(' ')
  const kept = textsOf.get(rows)
  if (kept?.placeOf === called) return kept
  const haystack = texts.map(({ name, place, reference, phone }) => `${name} ${place} ${reference} ${phone}`)
  const index = { placeOf: called, texts, haystack }
  textsOf.set(rows, index)
  return index
}

const matches = (text: string, needle: string): boolean => text !== '' && (fuzzy.search([text], needle, 1)[0]?.length ?? 0) > 0

/** Finds rows by name, place, reference or phone. Nothing typed finds them all. */
export function searchIn(rows: readonly CaseRow[], words: string, placeOf: (area: string) => string) {
  const needle = uFuzzy.latinize(words.trim())
  if (needle === '') return { found: rows, reasonFor: (): Reason | undefined => undefined }
  const { texts, haystack } = indexOf(rows, placeOf)
  const places = new Set(fuzzy.search(haystack, needle, 1)[0] ?? [])
  const found = rows.filter((_, place) => places.has(place))
  const textOf = new Map(rows.map(({ id }, place) => [id, texts[place]]))
  const reasonFor = ({ id, reference, area }: CaseRow): Reason | undefined => {
    const text = textOf.get(id)
    if (!text || matches(text.name, needle)) return undefined
    const numbers = needle.match(/\d{3,}/g) ?? []
    if (matches(text.reference, needle) || numbers.some(number => text.reference.includes(number)))
      return { by: 'reference', words: reference }
    if (numbers.some(number => text.phone.includes(number))) return { by: 'phone', words: text.phone.slice(-3) }
    return area !== null && matches(text.place, needle) ? { by: 'place', words: placeOf(area) } : undefined
  }
  return { found, reasonFor }
}
