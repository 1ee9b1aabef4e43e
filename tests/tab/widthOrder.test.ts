import { expect, test } from 'vitest'
import { compareWidths } from '#tab/ui/widthOrder.ts'

const inOrder = (queries: readonly string[]): string[] => [...queries].sort(compareWidths)

test('styles for a wider screen come after those for a wide one, though 1100 is before 900 as text', () => {
  expect(inOrder(['(min-width: 1100px)', '(min-width: 900px)'])).toEqual(['(min-width: 900px)', '(min-width: 1100px)'])
})

test('styles for a smaller screen come after those for a small one', () => {
  const [phone, narrow, short] = ['(max-width: 599.98px)', '(max-width: 359.98px)', '(max-width: 599.98px) and (max-height: 400px)']
  expect(inOrder([short, narrow, phone])).toEqual([phone, short, narrow])
})

test('the same query is the same, and others have an order all the same', () => {
  expect(compareWidths('(forced-colors: active)', '(forced-colors: active)')).toBe(0)
  expect(inOrder(['(prefers-reduced-motion)', '(forced-colors: active)'])).toEqual(
    inOrder(['(forced-colors: active)', '(prefers-reduced-motion)']),
  )
})
