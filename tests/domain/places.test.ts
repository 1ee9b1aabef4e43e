import { expect, test } from 'vitest'
import { placeCodePattern, placeKindOf, tidyPlaceCode } from '#domain/places.ts'

test.each([
  ['E05000001', 'WD'],
  ['W05000041', 'WD'],
  ['S13002476', 'WD'],
  ['E06000066', 'UA'],
  ['W06000001', 'UA'],
  ['E07000004', 'NMD'],
  // Knowsley is a metropolitan district.
  ['E08000011', 'MD'],
  ['E09000001', 'LONB'],
  ['E10000002', 'CTY'],
  ['S12000005', 'CA'],
])('%s is a place from a ward up: %s', (code, kind) => {
  expect(placeKindOf(code)).toBe(kind)
})

test.each([
  ['an output area', 'E00000001'],
  ['a lower-layer area', 'E01000001'],
  ['a middle-layer area', 'E02000001'],
  ['a parish', 'E04000001'],
  ['a Welsh community', 'W04000001'],
  ['a Scottish data zone', 'S01000001'],
  ['a region', 'E12000001'],
  ['a council in Northern Ireland, for which the list has no kind', 'N09000001'],
  ['a postcode', 'BA6 9EL'],
  ['a digit short', 'E0500000'],
  ['a digit long', 'E050000011'],
  ['lower case', 'e05000001'],
  ['nothing', ''],
])('%s is none', (_, code) => {
  expect(placeKindOf(code)).toBeUndefined()
})

test('every code with such a beginning has a kind, so that none is taken and then not published', () => {
  for (const letter of ['E', 'W', 'S', 'N', 'K'])
    for (let number = 0; number < 100; number += 1) {
      const code = `${letter}${String(number).padStart(2, '0')}000001`
      expect([code, placeKindOf(code) !== undefined]).toEqual([code, placeCodePattern.test(code)])
    }
})

test('a code is kept as the register writes it', () => {
  expect(tidyPlaceCode(' e05 000001 ')).toBe('E05000001')
})
