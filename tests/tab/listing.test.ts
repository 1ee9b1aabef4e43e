import { expect, test } from 'vitest'
import { noFilters, usualColumns } from '#domain/listQuestion.ts'
import type { Look } from '#domain/viewSchemas.ts'
import { columnsThatFit } from '#tab/enterprises/columnFit.ts'
import { isSameLook, noQuestion, questionIn, usualSort, withQuestion } from '#tab/enterprises/listing.ts'
import { ids } from '../builders.ts'

test('the address keeps view, order and filters, and brings them back', () => {
  const question = {
    view: 'all',
    sort: { by: 'name', down: true },
    filters: {
      status: ['open', 'paused'],
      area: ['brent-knoll'],
      form: ['none'],
      step: ['grant'],
      flag: ['stuck', 'silent'],
      catalyst: [ids.catalyst, 'nobody'],
      service: ['meals'],
      serves: ['brent-knoll', 'coast'],
    },
    layout: 'board',
    columns: ['step', 'phone'],
    saved: ids.payer,
  } as const
  const address = withQuestion(new URLSearchParams('programme=levels'), question)
  expect(questionIn(address)).toEqual(question)
  expect(address.get('programme')).toBe('levels')
})

test('an address with words that we do not know shows the list all the same', () => {
  const question = questionIn(
    new URLSearchParams('view=secret&sort=luck&status=gone,trading&form=guild&area=<b>&catalyst=jo&layout=map&columns=shoe,step&saved=1'),
  )
  expect(question).toEqual({ ...noQuestion, filters: { ...noFilters, status: ['trading'] }, columns: ['step'] })
})

test('no column at all is a choice, and is not the same as none chosen', () => {
  const address = withQuestion(new URLSearchParams(), { ...noQuestion, columns: [] })
  expect(questionIn(address).columns).toEqual([])
  expect(questionIn(new URLSearchParams()).columns).toBeUndefined()
})

test('a list that nobody asked anything of leaves the address clean', () => {
  expect(withQuestion(new URLSearchParams('programme=levels'), noQuestion).toString()).toBe('programme=levels')
})

test('a saved view looks the same whatever the order of its filters, and not with another column', () => {
  const look: Look = { view: 'mine', sort: usualSort, filters: { ...noFilters, area: ['a', 'b'] }, layout: 'list', columns: ['step'] }
  expect(isSameLook(look, { ...look, filters: { ...noFilters, area: ['b', 'a'] } })).toBe(true)
  expect(isSameLook(look, { ...look, columns: ['step', 'phone'] })).toBe(false)
  expect(isSameLook(look, { ...look, sort: { by: 'contact', down: true } })).toBe(false)
})

test('the columns stand beside each other as far as they fit, and those that do not are named', () => {
  // At 1280 px the list is 1032 wide: of the usual four 266 + 164 + 136 + 148 = 714, and 318 are left for the name.
  expect(columnsThatFit(usualColumns, 1_032)).toEqual({ fitted: ['marks', 'step', 'contact', 'flags'], left: [], spread: true })
  // At 768 px it is 672 wide: 152 + 164 + 136 = 452, 220 are left for the name, and the flags (148) have no room.
  expect(columnsThatFit(usualColumns, 672)).toEqual({ fitted: ['marks', 'step', 'contact'], left: ['flags'], spread: false })
  expect(columnsThatFit([...usualColumns].toReversed(), 1_032).fitted).toEqual(usualColumns)
  expect(columnsThatFit([], 1_032)).toEqual({ fitted: [], left: [], spread: false })
})
