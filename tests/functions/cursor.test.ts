import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openPlace, sealPlace } from '#functions/cursor.ts'

const place = { value: 'Wren and Daughters', caseId: '5b0f7f0c-3a44-4d0e-9a2b-0c2f6f6c1a01' }

test('a place in a list is read back as it was sealed', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'binary' }), fc.uuid(), (secret, value, caseId) => {
      expect(openPlace(secret, sealPlace(secret, { value, caseId }))).toEqual({ value, caseId })
    }),
  )
})

test('a sealed place shows nothing of itself, and is another text each time', () => {
  const sealed = sealPlace('secret', place)
  expect(sealed).toMatch(/^[\w-]+$/)
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toMatch(/Wren|5b0f/)
  expect(sealPlace('secret', place)).not.toBe(sealed)
})

test('a place changed in any byte, cut short or made longer is none', () => {
  const bytes = Buffer.from(sealPlace('secret', place), 'base64url')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(openPlace('secret', changed.toString('base64url'))).toBeUndefined()
    expect(openPlace('secret', bytes.subarray(0, at).toString('base64url'))).toBeUndefined()
  }
  expect(openPlace('secret', Buffer.concat([bytes, Buffer.from('x')]).toString('base64url'))).toBeUndefined()
})

test('a place that another deployment sealed, or that is no place at all, is none', () => {
  expect(openPlace('ours', sealPlace('theirs', place))).toBeUndefined()
  for (const text of ['', 'abc', '%', JSON.stringify(place)]) expect(openPlace('secret', text)).toBeUndefined()
})
