import { describe, expect, test } from 'vitest'
import { gates } from '#domain/besideVocabulary.ts'
import { checkStandings } from '#domain/checkStandings.ts'
import { gateState } from '#domain/gates.ts'
import { conditionInWords } from '#domain/gateWords.ts'
import type { Permission } from '#domain/permissions.ts'
import { day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { checkRows, checksTag } from '#tab/checks/checkWords.ts'
import { ourNames } from '#tab/settings/codeNames.ts'
import { gateItem, gateItems } from '#tab/checks/gateItems.ts'
import type { Journey } from '../builders.ts'
import { supported, trading } from '../builders.ts'
import { closed, paid } from '../domain/grantStories.ts'

const standingsOn = (date: string, story: Journey) =>
  checkStandings(story.asAt(date), undefined, defaultRules, day(date)).map(each => ({
    ...each,
    seenOn: each.seenOn ?? null,
    until: each.until ?? null,
    daysLeft: each.daysLeft ?? null,
  }))

const gatesOn = (date: string, story: Journey) =>
  gates.map(gate => {
    const question = { supportCase: story.asAt(date), dbs: undefined, rules: defaultRules, today: day(date) }
    const { open, overruledOn = null, conditions } = gateState(gate, question)
    const said = conditions.map(condition => ({
      kind: condition.kind,
      met: condition.met,
      check: condition.kind === 'check' ? condition.check : null,
      words: condition.met ? null : conditionInWords(condition),
    }))
    return { gate, open, overruledOn, conditions: said }
  })

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const all = (): boolean => true
const itemsOn = (date: string, story: Journey, may: (permission: Permission) => boolean = all) =>
  gateItems({ gates: gatesOn(date, story), checks: standingsOn(date, story) }, story.asAt(date), may)

describe('the checks of a record', () => {
  test('what is missing comes first, then what ran out, and each carries its cure', () => {
    const rows = checkRows(standingsOn('2016-03-01', trading()), ourNames)
    expect(rows.map(({ name, state, cure }) => [name, state, cure])).toEqual([
      ['DBS check', 'Not seen yet', 'Add it'],
      ['HMRC letter', 'Not seen yet', 'Add it'],
      ['Safeguarding training', 'Not seen yet', 'Add it'],
      ['Public liability insurance', 'Ran out', 'Add the new date'],
    ])
    expect(checksTag(standingsOn('2016-03-01', trading()))).toEqual({ tone: 'danger', words: '1 ran out' })
  })

  test('a DBS check that is in order still leads to its form, where a worker’s is added and one is removed', () => {
    const dbs = {
      check: 'dbs',
      seenOn: day('2016-01-04'),
      until: day('2019-01-04'),
      state: 'holds',
      daysLeft: 1000,
      wanted: true,
      ends: false,
    }
    const insured = { ...dbs, check: 'public-liability' }
    const rows = checkRows([dbs, insured] as Parameters<typeof checkRows>[0], ourNames)
    expect(rows.map(({ state, cure }) => [state, cure])).toEqual([
      ['Seen', 'Show or add'],
      ['Seen', undefined],
    ])
  })

  test('insurance that runs out in a month says so, and its last day is said as such', () => {
    const insurance = (date: string) => {
      const row = checkRows(standingsOn(date, trading()), ourNames).find(({ check }) => check === 'public-liability')
      return row && { ...row, state: plain(row.state), evidence: plain(row.evidence) }
    }
    // From 20 January to 19 February are 30 days.
    expect(insurance('2016-01-20')).toMatchObject({ state: 'In 30 days', tone: 'careful', evidence: 'Seen 20 February 2015' })
    expect(insurance('2016-02-19')).toMatchObject({ state: 'Last day today' })
  })
})

describe('what is in the way', () => {
  test('one that trades and cannot be listed says why, and each cause opens its form', () => {
    const item = itemsOn('2015-06-01', trading()).find(({ gate }) => gate === 'list')
    expect(item?.title).toBe('We cannot list them yet')
    expect(item?.causes.map(({ words, cure }) => [words, cure?.label, cure?.opens])).toEqual([
      ['They have not said yes to being listed.', 'They said yes', 'step'],
      ['DBS check is not on record.', 'Add it', 'dbs'],
      ['Safeguarding training is not on record.', 'Add it', 'step'],
    ])
  })

  test('a grant that was decided and cannot be paid says so', () => {
    const item = itemsOn('2015-06-01', supported().granted('2015-05-01')).find(({ gate }) => gate === 'pay-grant')
    expect(item?.causes.map(({ words }) => words)).toEqual(['They are not set up yet.', 'Public liability insurance is not on record.'])
  })

  test('nobody is told of gates before there is anything to do behind them', () => {
    expect(itemsOn('2015-06-01', supported())).toEqual([])
  })

  test('who is about to recommend a grant is told what is in the way: of a fund, the last grant is settled on its page', () => {
    const recommending = (story: Journey, may = all) => {
      const gated = { gates: gatesOn('2015-06-01', story), checks: standingsOn('2015-06-01', story) }
      return gateItem(gated, 'recommend-grant', story.asAt('2015-06-01'), may)?.causes.map(({ words, cure }) => [
        words,
        cure?.label,
        cure?.opens,
      ])
    }
    expect(recommending(paid)).toEqual([['Their last grant is not closed yet.', 'Open the grant', 'grant']])
    expect(recommending(paid, () => false)).toEqual([['Their last grant is not closed yet.', undefined, undefined]])
    expect(recommending(trading().granted('2015-05-01'))).toEqual([['Their last grant is not closed yet.', 'It was paid', 'step']])
    expect(recommending(supported())).toEqual([[expect.any(String), 'Record that the idea is agreed', 'step']])
    expect(recommending(closed)).toBeUndefined()
  })

  test('who may not record a cure sees the cause alone, and only a lead goes on without it', () => {
    const [item] = itemsOn('2015-06-01', trading(), permission => permission === 'cases.read')
    expect(item?.causes.every(({ cure }) => cure === undefined)).toBe(true)
    expect(item?.overrule).toBe(false)
  })
})
