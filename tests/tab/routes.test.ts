import { expect, test } from 'vitest'
import { isTaskPage, linkTo, routeOfLink, routes } from '#tab/routes.ts'
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

test('a form that fills a screen has no navigation on a phone: a fund that is made or changed, and not the fund itself or a grant', () => {
  const grant = routes.grant(caseIdOf(147), 'b0000000-0000-4000-8000-000000000001')
  expect([routes.newFund, routes.changeFund(caseIdOf(1))].map(isTaskPage)).toEqual([true, true])
  expect([routes.fund, grant].map(isTaskPage)).toEqual([false, false])
})
