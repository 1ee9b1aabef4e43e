import { describe, expect, test } from 'vitest'
import { toPence } from '#domain/quantities.ts'
import { savingsFigures } from '#domain/savingsFigures.ts'
import { missingForList, savingsLines } from '#domain/savingsLines.ts'
import type { SavingsFigure } from '#domain/savingsSchemas.ts'
import { ids, supported, trading } from '../builders.ts'
import { all, exactly, hours, inputOf, worked } from './savingsScene.ts'

/** Seven hours a week by contract, seven by direct payment, of twenty; told on 1 April 2015. */
const seven = trading().told('2015-04-01', hours(20, 7, 7))

describe('each figure opens its list', () => {
  const stories = [seven, trading().told('2015-04-01', hours(10, 3, 0)), supported()]
  const rows = (figure: SavingsFigure) =>
    savingsLines(inputOf(stories, { asAt: '2015-04-30' }), figure).map(({ minutes, amount }) => [minutes, amount])

  test('so far: 60 hours and £198.29; 90 ÷ 7 hours by contract', () => {
    // 90 ÷ 7 × £4.10 × 0.5508 = £29.03503.
    expect(rows('soFar')).toEqual([
      [3_600, 198_29],
      [771, 29_04],
    ])
  })

  /* Two hours a week × 52.178571 weeks × (£30 − £20) × 0.8 × 0.9 × 0.85 = £638.67: what people pay the council is not taken off. */
  test('what the NHS does not have to pay, with the figures it rests on', () => {
    const figures = all({ ...worked, 'nhs-comparator': exactly(3_000), 'health-budget-rate': exactly(2_000) })
    const input = inputOf([trading().told('2015-04-01', hours(20, 7, 7, 2)), seven], { asAt: '2015-04-30', figures })
    expect(savingsLines(input, 'nhs').map(({ amount, versions }) => [amount, versions])).toEqual([[638_67, [7, 8, 9, 10, 11]]])
    expect(savingsFigures(input, 1).estimate?.nhsYearlyPence).toBe(638_67)
  })

  test('hours a week that the council or the NHS pays for', () => {
    expect(rows('hours')).toEqual([
      [840, 840],
      [180, 180],
    ])
  })

  test('a row names the figures that it rests on, and no others', () => {
    const figures = all({ ...worked, 'discount-rate': exactly(350), 'unsplit-nhs': exactly(0), leakage: exactly(100) })
    const [first, second] = savingsLines(inputOf(stories, { asAt: '2015-04-30', figures }), 'soFar')
    // The second has no direct payments.
    expect(first?.versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 12])
    expect(second?.versions).toEqual([1, 2, 5, 6, 7, 8, 9, 12])
  })

  test('money paid to a record that was merged since is cost all the same', () => {
    const paid = seven.granted('2015-02-15', 300_00).paid('2015-02-18', 300_00)
    const input = inputOf([paid], { asAt: '2015-04-30' })
    expect(savingsFigures({ ...input, members: [] }, 1).cost.grantsPence).toBe(300_00)
    expect(savingsLines({ ...input, members: [] }, 'grants')).toHaveLength(1)
  })

  test('a history that cannot be is in the list as it is in the total: £1 recovered that was never paid', () => {
    const odd = seven.granted('2015-02-15').happened('grant-clawed-back', '2015-03-01', { grantId: ids.grant, pence: toPence(1_00) })
    const input = inputOf([odd], { asAt: '2015-04-30' })
    expect(savingsFigures(input, 1).cost.grantsPence).toBe(-1_00)
    expect(savingsLines(input, 'grants').map(({ amount }) => amount)).toEqual([-1_00])
  })

  test('no list of a saving that cannot be worked out', () => {
    const asked = (figure: SavingsFigure, figures = all(worked)) =>
      missingForList(inputOf(stories, { asAt: '2015-04-30', figures }), figure)
    expect(asked('soFar', [])).toContain('comparator')
    expect(asked('soFar')).toEqual([])
    expect(asked('ahead')).toEqual(['drop-off'])
    expect(asked('nhs')).toEqual(['nhs-comparator', 'health-budget-rate'])
    expect(asked('hours', [])).toEqual([])
  })
})
