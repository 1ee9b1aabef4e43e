import { describe, expect, test } from 'vitest'
import { newAssumptionSchema } from '#domain/assumptionSchemas.ts'
import type { AssumptionKind } from '#domain/assumptions.ts'
import { kindsOfAssumption } from '#domain/assumptions.ts'
import { day } from '#domain/plainDate.ts'
import type { SavingsLines } from '#domain/savingsSchemas.ts'
import { assumptionOf, outsideFields, outsideFormId, outsideStart, rangeFaults, readPercent } from '#tab/savings/outsideFields.ts'
import { outsideRow, sayFigure, saySpan, unknownRows } from '#tab/savings/outsideRows.ts'
import { changedSince, foreseen, heldWords } from '#tab/savings/outsideWords.ts'
import {
  footerOf,
  haveOwnFigures,
  isSavingsList,
  listDay,
  savingsCsv,
  savingsCsvName,
  sortedRows,
  usedFigures,
} from '#tab/savings/savingsListRows.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { readFields } from '#tab/ui/fields.ts'
import { caseIdOf, ids, noon } from '../builders.ts'
import { estimate, figure, savings } from './savingsScene.ts'

const today = day('2026-03-31')
const read = (text: string): string => text.replaceAll('\u00a0', ' ')
const price = { low: 22_63, central: 24_10, high: 25_57 }
const share = { low: 9_00, central: 20_00, high: 33_00 }

describe('a figure from outside, as a row', () => {
  test('has its value and range in its unit, from when, its source, how sure, and who recorded it', () => {
    const row = outsideRow(figure(7, 'comparator', price), 'somebody')
    expect(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? read(value) : value]))).toEqual(
      {
        kind: 'comparator',
        version: 7,
        name: 'What the council would have paid for an hour',
        value: '£24.10',
        range: '£22.63 to £25.57',
        from: '1 January 2025',
        source: 'Fee schedule',
        sure: { words: 'High', bars: 3 },
        recorded: 'Recorded by Lead on 1 January 2025',
      },
    )
  })

  test('says percentages to two decimals, and that there is no range', () => {
    expect(sayFigure('deadweight', 12_50)).toBe('12.5%')
    expect(saySpan('deadweight', share)).toBe('9% to 33%')
    expect(saySpan('discount-rate', { low: 350, central: 350, high: 350 })).toBe('no range')
  })

  test('says “you”, an administrator who is no member, and nobody where the reader may not know', () => {
    const recorded = figure(1, 'deadweight', share)
    const by = (recordedBy: typeof recorded.recordedBy, me = 'x') => read(outsideRow({ ...recorded, recordedBy }, me).recorded)
    expect(by(recorded.recordedBy, ids.decider)).toBe('Recorded by you on 1 January 2025')
    expect(by({ oid: ids.payer, label: null })).toBe('Recorded by an administrator on 1 January 2025')
    expect(by(null)).toBe('Recorded on 1 January 2025')
  })

  test('says where it is no longer known, where its source was removed, and where it is a choice', () => {
    const row = outsideRow({ ...figure(2, 'deadweight', null), source: null, confidence: 'stated-choice' }, 'x')
    expect([row.value, row.source, row.sure.bars]).toEqual(['no longer known', 'Its source was removed.', null])
  })
})

describe('what nobody recorded', () => {
  const why = (kind: AssumptionKind, from = savings(), recorded: Parameters<typeof unknownRows>[1] = []) =>
    unknownRows(from, recorded).find(each => each.kind === kind)?.why

  test('is every figure that does not hold on the day, in their order', () => {
    expect(unknownRows(savings(), []).map(({ kind }) => kind)).toEqual(kindsOfAssumption)
    const held = savings({ assumptions: [figure(1, 'comparator', price)] })
    expect(why('comparator', held)).toBeUndefined()
  })

  test('says what follows from it', () => {
    expect(why('comparator', savings({ missing: [{ kind: 'comparator', since: today }] }))).toBe(
      'Needed before anything can be worked out.',
    )
    expect(why('leakage')).toBe('Nothing is taken off for it.')
    expect(why('drop-off')).toBe('Without it we cannot say what is still to come.')
    expect(why('discount-rate')).toBe('Without it we cannot say what five years are worth.')
    expect(why('nhs-comparator')).toBe('Without it we cannot say what the NHS saves.')
    expect(why('unsplit-nhs')).toBe('Not needed for the hours we have now.')
  })

  test('says from when, where it was recorded for a later day', () => {
    expect(read(why('leakage', savings(), [figure(4, 'leakage', share, '2026-04-01')]) ?? '')).toBe(
      'Recorded, and counts from 1 April 2026. Nothing is taken off for it.',
    )
  })
})

describe('the form of a figure', () => {
  const typed: Words = {
    central: '20',
    low: '9',
    high: '33',
    effectiveFrom: '1 April 2025',
    source: 'Survey, 71 answers',
    confidence: 'medium',
  }
  const said = (kind: AssumptionKind, words: Words, isHeld = false) => readFields(outsideFields(kind, isHeld), words, today)

  test('is sent as the API takes it: shares in hundredths of a percent, prices in pence', () => {
    const deadweight = said('deadweight', typed)
    expect(deadweight.faults).toEqual({})
    const sent = assumptionOf('deadweight', deadweight.answers)
    expect(newAssumptionSchema.parse(sent)).toEqual({
      kind: 'deadweight',
      value: share,
      effectiveFrom: '2025-04-01',
      source: 'Survey, 71 answers',
      confidence: 'medium',
    })
    const comparator = said('comparator', { ...typed, central: '24.10', low: '22.63', high: '25.57' })
    expect(assumptionOf('comparator', comparator.answers).value).toEqual(price)
  })

  test('with the lowest and the highest left blank has no range', () => {
    const { answers } = said('deadweight', { ...typed, low: '', high: '' })
    expect(assumptionOf('deadweight', answers).value).toEqual({ low: 20_00, central: 20_00, high: 20_00 })
  })

  test('reads percentages as people type them', () => {
    expect(['12.5', '12.5%', ' 7 % ', '0', '100'].map(readPercent)).toEqual([12_50, 12_50, 7_00, 0, 100_00])
    expect(['', '12,5', 'a fifth', '-3', '12.555'].map(readPercent)).toEqual([undefined, undefined, undefined, undefined, undefined])
    expect(said('deadweight', { ...typed, central: 'a fifth' }).faults).toEqual({ central: 'Type a percentage, such as 12.5.' })
  })

  test('wants the lowest first, and no share above all of it', () => {
    const faults = (words: Words) => rangeFaults(assumptionOf('deadweight', said('deadweight', { ...typed, ...words }).answers))
    expect(faults({})).toEqual({})
    expect(faults({ low: '21' })).toHaveProperty('low')
    expect(faults({ high: '19' })).toHaveProperty('high')
    expect(faults({ high: '100.01' })).toEqual({ high: 'It cannot be more than 100%.' })
    expect(faults({ central: '120', low: '', high: '' })).toEqual({ central: 'It cannot be more than 100%.' })
  })

  test('wants no price above £200 an hour', () => {
    expect(said('comparator', { ...typed, central: '200.01' }).faults).toHaveProperty('central')
  })

  test('can say of one that holds that it is no longer known, and then asks for no number', () => {
    expect(outsideFields('deadweight', false).map(({ name }) => name)).not.toContain('known')
    const { answers, faults } = said(
      'deadweight',
      { known: 'no', effectiveFrom: '1 April 2025', source: 'The survey ended', confidence: 'low' },
      true,
    )
    expect(faults).toEqual({})
    expect(assumptionOf('deadweight', answers)).toMatchObject({ value: null, source: 'The survey ended' })
    expect(rangeFaults(assumptionOf('deadweight', answers))).toEqual({})
  })

  test('begins with the value that holds and without its source, as another value is from somewhere else', () => {
    const start = outsideStart('deadweight', figure(3, 'deadweight', share), today)
    expect(read(start['effectiveFrom'] ?? '')).toBe('31 March 2026')
    expect([start['central'], start['low'], start['high'], start['source']]).toEqual(['20', '9', '33', undefined])
    expect(outsideStart('comparator', figure(1, 'comparator', { ...price, low: 24_10, high: 24_10 }), today)).toMatchObject({
      central: '24.10',
    })
    expect(Object.keys(outsideStart('comparator', undefined, today))).toEqual(['effectiveFrom'])
  })

  test('has an id of its own for each figure, under which its words are kept', () => {
    expect(new Set(kindsOfAssumption.map(outsideFormId)).size).toBe(kindsOfAssumption.length)
  })
})

describe('beside the boxes', () => {
  const asked = (kind: AssumptionKind, central: number, effectiveFrom = '2026-03-31', held = figure(3, 'deadweight', share)) =>
    foreseen(estimate(), {
      figure: { kind, value: { low: central, central, high: central }, effectiveFrom: day(effectiveFrom), source: 'x', confidence: 'low' },
      held,
      asAt: today,
    })

  test('stands today’s rate now, and with the figure', () => {
    // £121,400 × (1 − 0.4) ÷ (1 − 0.2) = £91,050.
    expect(asked('deadweight', 40_00)).toEqual({ now: '£121,000', changed: '£91,000' })
  })

  test('stands that it does not count today, where its day is to come or another holds since a later day', () => {
    expect(asked('deadweight', 40_00, '2026-04-01')).toBe('later')
    expect(asked('deadweight', 40_00, '2024-12-31')).toBe('later')
  })

  test('stands nothing where it has to be worked out anew', () => {
    expect(asked('discount-rate', 4_00, '2026-03-31')).toBeUndefined()
  })

  test('stands what it is now, and what somebody else recorded while one typed', () => {
    expect(read(heldWords(figure(3, 'deadweight', share)))).toBe('Now it is 20%, from 1 January 2025.')
    expect(heldWords(undefined)).toBe('')
    expect(read(changedSince(figure(4, 'deadweight', { low: 25_00, central: 25_00, high: 25_00 })))).toBe(
      'Lead changed this while you were typing: Would have begun without us, 25%, from 1 January 2025. What you typed is still here.',
    )
    expect(changedSince({ ...figure(4, 'deadweight', null), recordedBy: null })).toMatch(/^Someone else .* no longer known/)
  })
})

describe('the list behind a figure', () => {
  const row = (place: number, amount: number, versions: number[] = [1, 2]): SavingsLines['rows'][number] => ({
    id: caseIdOf(place),
    reference: String(place).padStart(4, '0'),
    name: place === 2 ? '=Formula' : null,
    area: 'coast',
    minutes: 90,
    amount,
    versions,
  })
  const lines = (overrides: Partial<SavingsLines> = {}): SavingsLines => ({
    figure: 'yearly',
    through: 9,
    knownAt: noon('2026-03-31'),
    asAt: today,
    total: 1_234_56,
    rows: [row(1, 234_50), row(2, 1_000_06)],
    ...overrides,
  })

  test('adds up to the figure, to the penny, and says so', () => {
    expect(footerOf(lines())).toEqual({ count: expect.stringMatching(/^2\srows, the same as the figure$/) as string, sum: '£1,234.56' })
    expect(footerOf(lines({ total: 1_234_57 })).count).toMatch(/; the figure says £1,234\.57$/)
  })

  test('of hours adds up in hours', () => {
    expect(footerOf(lines({ figure: 'hours', total: 180, rows: [row(1, 90), row(2, 90)] })).sum).toBe('3 hours a week')
  })

  test('has the most first, and then goes by reference', () => {
    expect(sortedRows([row(3, 5), row(1, 5), row(2, 9)]).map(({ reference }) => reference)).toEqual(['0002', '0001', '0003'])
  })

  test('names the figures that its rows rest on; each row says which only where they differ', () => {
    const recorded = [figure(1, 'comparator', price), figure(2, 'deadweight', share), figure(3, 'leakage', share)]
    expect(usedFigures(lines().rows, recorded, 'x').map(({ version }) => version)).toEqual([1, 2])
    expect(haveOwnFigures(lines().rows)).toBe(false)
    expect(haveOwnFigures([row(1, 1), row(2, 1, [1, 3])])).toBe(true)
  })

  test('goes into a file with the same rows, in pounds and hours', () => {
    expect(savingsCsv(lines(), id => (id === 'coast' ? 'Coast' : ''))).toEqual([
      ['Reference', 'Enterprise', 'Area', 'Council hours', 'Saved (£)', 'Figures used'],
      ['0002', '=Formula', 'Coast', 1.5, 1000.06, '1, 2'],
      ['0001', null, 'Coast', 1.5, 234.5, '1, 2'],
    ])
    expect(savingsCsv(lines({ figure: 'grants', rows: [row(1, 500_00, [])] }), () => '')[1]).toEqual(['0001', null, '', 500, ''])
    expect(savingsCsvName(lines({ figure: 'soFar' }))).toBe('savings-sofar-2026-03-31.csv')
  })

  test('says what its rows are, and on which day', () => {
    expect(read(listDay(lines()))).toBe(
      'What the council does not have to pay in a year, if the hours of a week now go on. On 31 March 2026.',
    )
    const names = ['soFar', 'yearly', 'ahead', 'nhs', 'hours', 'grants']
    expect(names.every(isSavingsList)).toBe(true)
    expect(['tomorrow', undefined].some(isSavingsList)).toBe(false)
  })
})
