import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { paymentReferenceSchema } from '#domain/grantSchemas.ts'
import { insightSchemas, insightWithdrawalSchema } from '#domain/insightSchemas.ts'
import { correctionSchemas, happeningSchemas, recordedSchema } from '#domain/schemas.ts'
import { assumptionRowSchema } from '#domain/assumptionSchemas.ts'
import { budgetRowSchema } from '#domain/budgetSchemas.ts'
import { settingsRowSchema } from '#domain/settingsSchemas.ts'

type Shape = z.core.JSONSchema.BaseSchema

const schemas = { ...happeningSchemas, ...correctionSchemas, 'who and when': recordedSchema }
const insights = { ...insightSchemas, 'an insight taken back': insightWithdrawalSchema }
const kept = {
  ...schemas,
  ...insights,
  'a settings version': settingsRowSchema,
  'a figure from outside': assumptionRowSchema,
  'a budget that fell': budgetRowSchema,
}
const shapes = Object.entries(kept).map(([kind, schema]) => [kind, z.toJSONSchema(schema, { io: 'input' })] as const)

/** Every part of a schema, itself included, with the way to it. */
function partsOf(shape: Shape | boolean | undefined, way: string): { way: string; shape: Shape }[] {
  if (typeof shape !== 'object') return []
  const { properties = {}, anyOf = [], oneOf = [], allOf = [], items, additionalProperties } = shape
  const within = [
    ...Object.entries(properties).map(([name, part]) => [part, `${way}.${name}`] as const),
    ...[...anyOf, ...oneOf, ...allOf].map((part, place) => [part, `${way}|${place}`] as const),
    ...[items].flat().map(part => [part, `${way}[]`] as const),
    [additionalProperties, `${way}.*`] as const,
  ]
  return [{ way, shape }, ...within.flatMap(([part, to]) => partsOf(part, to))]
}

const parts = shapes.flatMap(([kind, shape]) => partsOf(shape, kind))
const patterns = [...new Set(parts.flatMap(({ shape }) => (shape.type === 'string' && shape.pattern ? [shape.pattern] : [])))]

/** Strings that are on a list. */
const listed = parts.flatMap(({ shape }) => [...(shape.enum ?? []), shape.const]).filter(each => typeof each === 'string')

/** What leaves a part open to words; nothing where it is closed. */
function opening({ way, shape }: { way: string; shape: Shape }): string[] {
  if (shape.anyOf ?? shape.oneOf ?? shape.enum ?? shape.const !== undefined) return []
  const { type, additionalProperties, propertyNames, maxItems = Infinity, pattern, minimum = -1 } = shape
  // Where the names are on a list, what stands under them is a part of its own.
  const named = typeof propertyNames === 'object' && propertyNames.enum !== undefined && typeof additionalProperties === 'object'
  const closed =
    (type === 'object' && (additionalProperties === false || named)) ||
    (type === 'array' && maxItems <= 600) ||
    (type === 'string' && pattern !== undefined) ||
    (type === 'integer' && minimum >= 0) ||
    type === 'boolean' ||
    type === 'null'
  return closed ? [] : [`${way}: ${JSON.stringify(shape)}`]
}

/** Strings that a pattern takes. What it looks ahead for is left to a filter. */
const matching = (pattern: string): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(pattern.replaceAll(/\(\?!(?:[^()]|\(\?:[^()]*\))*\)/g, ''))).filter(taken => new RegExp(pattern).test(taken))

describe('a fact and a settings version hold days, kinds, coded values, numbers and opaque ids, and nothing else', () => {
  test.each(shapes)('%s', (kind, shape) => {
    expect(partsOf(shape, kind).flatMap(opening)).toEqual([])
  })

  test('the look would find a string without a pattern, an open object and a part without a kind', () => {
    const open = z.object({ note: z.string().max(40), any: z.unknown(), codes: z.array(z.enum(['a'])) })
    expect(partsOf(z.toJSONSchema(open, { io: 'input' }), 'open').flatMap(opening)).toHaveLength(4)
  })

  test('what is on a list has at most 40 characters, and no sentence is among it', () => {
    expect(listed.length).toBeGreaterThan(50)
    expect(listed.filter(each => !/^[a-z0-9_-]{1,40}$/.test(each))).toEqual([])
  })

  test('there are patterns to look at', () => {
    expect(patterns.length).toBeGreaterThanOrEqual(8)
  })

  test.each(patterns)(
    'the pattern %s takes no more than 40 characters, no space, and nothing but letters, digits and marks of a code',
    pattern => {
      expect(pattern).toMatch(/^\^.*\$$/)
      fc.assert(
        fc.property(matching(pattern), taken => {
          expect(taken).toMatch(/^[A-Za-z0-9._/:-]{1,40}$/)
        }),
      )
    },
  )

  test.each(patterns)('the pattern %s refuses a sentence, a name, a phone number and whatever is longer than 40', pattern => {
    const takes = (text: string) => new RegExp(pattern).test(text)
    const words = [
      'She rang about Mrs Evans',
      'Siân O’Hara',
      'sian@example.org',
      '+44 1632 960001',
      '01632 960001',
      '',
      ' ',
      'a\nb',
      '2015-01-05\n',
    ]
    expect(words.filter(takes)).toEqual([])
    const oneOf = (characters: string) => fc.string({ unit: fc.constantFrom(...characters.split('')), minLength: 41, maxLength: 400 })
    const long = fc.oneof(
      oneOf('a'),
      oneOf('0'),
      oneOf('A1'),
      oneOf('abcdef0123456789-'),
      oneOf('0123456789.'),
      fc.string({ minLength: 41 }),
    )
    fc.assert(fc.property(long, text => !takes(text)))
  })
})

describe('what has no place in a fact is refused, not dropped', () => {
  const said = 'They stopped because she was ill'

  test.each(Object.entries(happeningSchemas))('%s takes no words beside what it holds', (_, schema) => {
    const issues = schema.safeParse({ note: said }).error?.issues ?? []
    expect(issues.map(({ code }) => code)).toContain('unrecognized_keys')
  })

  test('an ending takes a kind, and no reason in words', () => {
    expect(happeningSchemas.stopped.safeParse({ ending: 'not-working' }).success).toBe(true)
    expect(happeningSchemas.stopped.safeParse({ ending: said }).success).toBe(false)
    expect(happeningSchemas.stopped.safeParse({ ending: 'not-working', reason: said }).success).toBe(false)
  })

  test('a day that does not exist, a wrong amount and a wrong id are refused', () => {
    expect(happeningSchemas['trading-began'].safeParse({ followedFrom: '2015-02-31' }).success).toBe(false)
    const grant = { grantId: 'b0000000-0000-4000-8000-000000000001', gap: 'company' }
    const takesPence = (pence: number) => happeningSchemas['grant-decided'].safeParse({ ...grant, pence }).success
    expect([45_000, 0, -1, 0.5, Number.NaN].map(takesPence)).toEqual([true, true, false, false, false])
    expect(happeningSchemas.assigned.safeParse({ catalyst: 'Siân' }).success).toBe(false)
  })

  test.each(['12-34-56', '123456', '12.34.56', '12345678', '1234-5678', '12-34-56/12345678', '12345612345678', 'GB33BUKB20201555555555'])(
    'a payment reference that looks like bank details is refused: %s',
    reference => {
      expect(paymentReferenceSchema.safeParse(reference).success).toBe(false)
    },
  )

  test.each(['BACS-20150601', 'CR/0071', '4410012345', '20.1', 'P12345678'])('a payment reference of finance is taken: %s', reference => {
    expect(paymentReferenceSchema.safeParse(reference).success).toBe(true)
  })
})
