import { columns } from '#domain/importColumns.ts'

/** Where the interface takes words, read from its own description, and a word for each such place that stands nowhere else. */

type Shape = {
  $ref?: string
  type?: string
  pattern?: string
  enum?: unknown
  const?: unknown
  format?: string
  properties?: Record<string, Shape>
  anyOf?: Shape[]
  oneOf?: Shape[]
  items?: Shape
  additionalProperties?: Shape | boolean
}
type Operation = { requestBody?: { content: Record<string, { schema?: Shape }> } }
export type Description = { paths: Record<string, Record<string, Operation>> }

/** A text that somebody may type: the route, the kind of command where it has kinds, and the way to the text in its body. */
export type Place = { route: string; kind: string | undefined; way: string }

/** "POST …/commands accept note" */
export const nameOf = ({ route, kind, way }: Place): string => [route, kind, way].filter(part => part !== undefined).join(' ')

type Found = Pick<Place, 'kind' | 'way'>

const isOpenText = ({ type, pattern, enum: list, const: one, format }: Shape): boolean =>
  type === 'string' && pattern === undefined && list === undefined && one === undefined && format === undefined

const joined = (way: string, name: string): string => (way === '' ? name : `${way}.${name}`)

/** Every text in a body that is not a code: no list, no pattern. */
function textsIn(shape: Shape, { kind, way }: Found): Found[] {
  if (shape.$ref !== undefined) throw new Error(`${way} refers to ${shape.$ref}: follow it, or its texts are not looked at`)
  if (isOpenText(shape)) return [{ kind, way }]
  const { properties = {}, anyOf = [], oneOf = [], items, additionalProperties } = shape
  const any = typeof additionalProperties === 'object' ? textsIn(additionalProperties, { kind, way: joined(way, '*') }) : []
  return [
    ...Object.entries(properties).flatMap(([name, part]) => textsIn(part, { kind, way: joined(way, name) })),
    ...[...anyOf, ...oneOf].flatMap(part => textsIn(part, { kind: kindOf(part) ?? kind, way })),
    ...(items ? textsIn(items, { kind, way: `${way}[]` }) : []),
    ...any,
  ]
}

const kindOf = ({ properties }: Shape): string | undefined => {
  const kind = properties?.['kind']?.const
  return typeof kind === 'string' ? kind : undefined
}

export const importRoute = 'POST /api/v1/programmes/{p}/imports'

/** Every place where the interface takes words; a spreadsheet takes them in each of its columns. */
export function placesIn({ paths }: Description): Place[] {
  const typed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const shape = requestBody?.content['application/json']?.schema
      const route = `${method.toUpperCase()} ${path}`
      return shape ? textsIn(shape, { kind: undefined, way: '' }).map(found => ({ route, ...found })) : []
    }),
  )
  // A reference is a code, here as everywhere: what the programme calls the record, and shown to everyone.
  return [...typed, ...columns.filter(way => way !== 'ref').map(way => ({ route: importRoute, kind: undefined, way }))]
}

/** Letters and digits alone, in small letters: how a word is looked for, however it was written down. */
export const squashed = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** The word of a place. A phone number is of those kept for fiction, so that a form takes it. */
function wordAt({ way }: Place, number: number): string {
  const three = String(number).padStart(3, '0')
  if (/phone$/i.test(way)) return `${way === 'phone' ? '07700 900' : '01632 960'}${three}`
  const word = `Zq${three}xj`
  // A document is a link into SharePoint, or it is refused.
  if (way === 'link') return `https://harbour.sharepoint.com/sites/${word}`
  if (way === 'email') return `${word}@example.org`
  return way === 'postcode' ? word : `${word} diabetes`
}

export type Planted = Place & { word: string; needle: string }

/** Each place with its word. */
export const planted = (places: readonly Place[]): Planted[] =>
  places.map((place, number) => {
    const word = wordAt(place, number)
    return { ...place, word, needle: squashed(/Zq\d+xj/.exec(word)?.[0] ?? word) }
  })

/** The planted words that stand in a text, by their places. */
export const wordsIn = (text: string, all: readonly Planted[]): string[] => {
  const within = squashed(text)
  return all.filter(({ needle }) => within.includes(needle)).map(nameOf)
}

/** Puts a text where it belongs in a body: `next.words`, `lines[].name`. */
export function withText(body: Readonly<Record<string, unknown>>, way: string, text: string): Record<string, unknown> {
  const [name = '', ...rest] = way.split('.')
  const inList = name.endsWith('[]')
  const key = inList ? name.slice(0, -2) : name
  if (rest.length === 0) return { ...body, [key]: inList ? [text] : text }
  const before = body[key]
  const [first] = Array.isArray(before) ? (before as unknown[]) : [before]
  const inner = withText((first ?? {}) as Record<string, unknown>, rest.join('.'), text)
  return { ...body, [key]: inList ? [inner] : inner }
}
