import { describe, expect, test } from 'vitest'
import { toPence } from '#domain/quantities.ts'
import { savingsFigures, savingsLines } from '#domain/savingsFigures.ts'
import { ids, supported, trading } from '../builders.ts'
import { all, exactly, hours, inputOf, worked } from './savingsScene.ts'

/** Seven hours a week by contract, seven by direct payment, of twenty; told on 1 April 2015. */
const seven = trading().told('2015-04-01', hours(20, 7, 7))

describe('each figure opens its list', () => {
  const stories = [seven, trading().told('2015-04-01', hours(10, 3, 0)), supported()]
  const rows = (figure: 'soFar' | 'yearly' | 'hours' | 'grants') =>
    savingsLines(inputOf(stories, { asAt: '2015-04-30' }), figure)?.map(({ minutes, amount }) => [minutes, amount])

  test('so far: 60 hours and £198.29; 90 ÷ 7 hours by contract', () => {
    // 90 ÷ 7 × £4.10 × 0.5508 = £29.03503.
    expect(rows('soFar')).toEqual([
      [3_600, 198_29],
      [771, 29_04],
    ])
  })

  test('hours a week that the council or the NHS pays for', () => {
    expect(rows('hours')).toEqual([
      [840, 840],
      [180, 180],
    ])
  })

  test('a row names the figures that it rests on, and no others', () => {
    const figures = all({ ...worked, 'discount-rate': exactly(350), 'unsplit-nhs': exactly(0), leakage: exactly(100) })
    const [first, second] = savingsLines(inputOf(stories, { asAt: '2015-04-30', figures }), 'soFar') ?? []
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
    expect(savingsLines(input, 'grants')?.map(({ amount }) => amount)).toEqual([-1_00])
  })

  test('no list of a saving that cannot be worked out', () => {
    expect(savingsLines(inputOf(stories, { asAt: '2015-04-30', figures: [] }), 'soFar')).toBeUndefined()
  })
})
