import { expect, test } from 'vitest'
import type { Attribute } from '#domain/besides.ts'
import { attests, consortiaOf, hasAttributeShape, latestOf, totalOf } from '#domain/attributes.ts'
import { decide } from '#domain/decide.ts'
import { day } from '#domain/plainDate.ts'
import { trading } from '../builders.ts'

const today = day('2016-06-01')
const told = (attribute: Attribute['attribute'], on: string, data: Partial<Attribute>): Attribute => ({
  attribute,
  on: day(on),
  codes: [],
  value: undefined,
  until: undefined,
  factId: '1.0',
  ...data,
})

test('money won adds up, and so do complaints that were upheld', () => {
  const all = [told('money-won', '2015-05-01', { value: 200_000 }), told('money-won', '2016-01-01', { value: 50_000 })]
  expect(totalOf(all, 'money-won')).toBe(250_000)
  expect(totalOf(all, 'complaints-upheld')).toBe(0)
})

test('of languages the last list counts', () => {
  const all = [told('languages', '2015-05-01', { codes: ['english'] }), told('languages', '2016-01-01', { codes: ['english', 'polish'] })]
  expect(latestOf(all, 'languages')?.codes).toEqual(['english', 'polish'])
})

test('an attestation holds through its last day', () => {
  const all = [told('charter', '2015-05-01', { until: day('2016-05-31') })]
  expect([attests(all, 'charter', day('2016-05-31')), attests(all, 'charter', day('2016-06-01'))]).toEqual([true, false])
})

test('who left a consortium is no longer in it, and may join again', () => {
  const joined = told('joined-consortium', '2015-05-01', { codes: ['moor-carers'] })
  const left = told('left-consortium', '2015-09-01', { codes: ['moor-carers'] })
  expect(consortiaOf([joined])).toEqual(['moor-carers'])
  expect(consortiaOf([joined, left])).toEqual([])
  expect(consortiaOf([joined, left, joined])).toEqual(['moor-carers'])
})

test('an attribute holds what it is about, and nothing else', () => {
  expect(hasAttributeShape('languages', { codes: ['polish'] })).toBe(true)
  expect(hasAttributeShape('languages', { codes: ['klingon'] })).toBe(false)
  expect(hasAttributeShape('languages', {})).toBe(false)
  expect(hasAttributeShape('spare-hours', { value: 360 })).toBe(true)
  expect(hasAttributeShape('spare-hours', { value: 360, until: today })).toBe(false)
  expect(hasAttributeShape('council-loan', { value: 100_000, until: today })).toBe(true)
})

test('a number without its attribute’s unit is refused', () => {
  const wrong = { kind: 'tell-attribute', happenedOn: day('2016-05-01'), attribute: 'languages', value: 3 } as const
  expect(decide(trading().facts, wrong, today)).toEqual({ ok: false, refusal: { kind: 'attribute-shape', attribute: 'languages' } })
})
