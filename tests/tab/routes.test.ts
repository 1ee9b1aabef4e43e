import { expect, test } from 'vitest'
import { linkTo, routeOfLink, routes } from '#tab/routes.ts'
import { caseIdOf } from '../builders.ts'

test('a link to an enterprise leads to it, in its programme', () => {
  expect(routeOfLink(linkTo('levels-and-moors', caseIdOf(147)))).toBe(`/enterprises/${caseIdOf(147)}?programme=levels-and-moors`)
})

test.each([
  '',
  'case/147',
  `case/../${caseIdOf(147)}`,
  `case/levels/${caseIdOf(147)}/../../x`,
  'https://elsewhere.example',
  'javascript:1',
])('what is no link of ours (“%s”) leads home', text => {
  expect(routeOfLink(text)).toBe(routes.home)
})
