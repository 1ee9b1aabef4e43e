import { describe, expect, test } from 'vitest'
import { placeAfter, screenIn } from '#tab/meeting/paging.ts'

describe('a page for a wall', () => {
  test('is the one that the address asks for; the first where it asks for none or for nonsense', () => {
    expect([screenIn('1', 6), screenIn('3', 6), screenIn('6', 6)]).toEqual([0, 2, 5])
    expect([screenIn(null, 6), screenIn('', 6), screenIn('-2', 6), screenIn('two', 6), screenIn('0', 6)]).toEqual([0, 0, 0, 0, 0])
  })

  test('is the last where there are fewer, as for those who may not see savings', () => {
    expect(screenIn('6', 5)).toBe(4)
  })

  test('is turned by arrows and by what a clicker sends', () => {
    expect([placeAfter('ArrowRight', 0, 6), placeAfter('PageDown', 0, 6)]).toEqual([1, 1])
    expect([placeAfter('ArrowLeft', 3, 6), placeAfter('PageUp', 3, 6)]).toEqual([2, 2])
    expect([placeAfter('Home', 3, 6), placeAfter('End', 3, 6)]).toEqual([0, 5])
  })

  test('stays where there is no other, and for every other key', () => {
    expect([placeAfter('ArrowLeft', 0, 6), placeAfter('ArrowRight', 5, 6), placeAfter('End', 5, 6)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect([placeAfter('a', 2, 6), placeAfter('Tab', 2, 6)]).toEqual([undefined, undefined])
  })
})
