import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CohortFigures, SettledQuestion } from '#domain/cohort.ts'
import { cohortFigures } from '#domain/cohort.ts'
import { figureLines } from '#domain/cohortLines.ts'
import type { CaseFacts } from '#domain/cohortMembers.ts'
import { membersOf } from '#domain/cohortMembers.ts'
import { addDays, daysBetween } from '#domain/plainDate.ts'
import { compareBys } from '#domain/comparing.ts'
import { anyProgramme, askedFrom, askedTo, watchedFromTheStart } from './anyProgramme.ts'
import { stampOf } from './anyFacts.ts'

const costPence = 135_000_00

const anyQuestion: fc.Arbitrary<SettledQuestion> = fc.record(
  {
    asAt: fc.integer({ min: 0, max: daysBetween(askedFrom, askedTo) }).map(days => addDays(askedFrom, days)),
    by: fc.constantFrom('enquiry', 'enquiry', 'trading'),
    area: fc.constantFrom(undefined, undefined, 'north'),
    form: fc.constantFrom(undefined, undefined, undefined, 'cic'),
    compare: fc.constantFrom(undefined, ...compareBys),
  },
  { requiredKeys: ['asAt', 'by'] },
)

/** Every figure of an answer that has a list, by the list's name. */
function figuresWithLists({ funnel, parts, survival, returns, existing, cost, ...rest }: CohortFigures): [string, number][] {
  const named = (family: string, figures: object) =>
    Object.entries(figures).map(([name, figure]): [string, number] => [`${family}.${name}`, figure as number])
  return [
    ...funnel.map(({ step, count }): [string, number] => [`funnel.${step}`, count]),
    ...parts.flatMap(({ months, ...each }) => named(`parts.${months}`, each)),
    ...named('survival', { n: survival.n, ended: survival.ended, lost: survival.lost, unwatched: survival.unwatched }),
    ...survival.at.map(({ day, atRisk }): [string, number] => [`survival.atRisk.${day}`, atRisk]),
    ...survival.steps.map(({ day, atRisk }): [string, number] => [`survival.atRisk.${day}`, atRisk]),
    ...named('returns.latest', returns.latest),
    ...named('returns.current', returns.current),
    ...named('existing', { accepted: existing.accepted, trading: existing.trading, followed: existing.followed }),
    ...named('existing', { ended: existing.ended, lost: existing.lost }),
    ...existing.parts.flatMap(({ months, ...each }) => named(`existingParts.${months}`, each)),
    ['maturity.aged', rest.maturity.aged],
    ...(rest.compared?.groups ?? []).flatMap(({ group, n, ended, notWorking }) =>
      named(`by-${rest.compared?.by}.${group}`, { n, ended, notWorking }),
    ),
    ...rest.times.flatMap(({ step, begun, reached, left, open, outOfOrder }) =>
      named(`times.${step}`, { begun, reached, left, open, outOfOrder }),
    ),
    ...rest.endings.map(({ ending, count }): [string, number] => [`endings.${ending}`, count]),
    ...named('cost', { setUp: cost.setUp, setUpOrAdvised: cost.setUpOrAdvised }),
    ['advisedOnly', rest.advisedOnly],
    ['declined', rest.declined],
    ['grantedPence', rest.grantedPence],
  ]
}

const law = (holds: (cases: CaseFacts[], question: SettledQuestion, figures: CohortFigures) => void): void =>
  fc.assert(fc.property(anyProgramme, anyQuestion, (cases, question) => holds(cases, question, cohortFigures(cases, question, costPence))))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

describe('for every programme, and every question of it', () => {
  test('the parts at 6, 12 and 24 months add up to those who had that long, and with the others to all who began', () => {
    law((_, _question, { parts, survival }) => {
      for (const { due, trading, paused, stopped, notReached, left, awaited, notYet } of parts) {
        expect(trading + paused + stopped + notReached + left + awaited).toBe(due)
        expect(due + notYet).toBe(survival.n + survival.unwatched)
      }
    })
  })

  test('a figure’s list has as many rows as the figure says, or adds up to as much, each enterprise once', () => {
    law((cases, question, figures) => {
      const members = membersOf(cases, question)
      for (const [figure, says] of figuresWithLists(figures)) {
        const { adds, lines } = figureLines(members, figure, question.asAt) ?? { adds: 'rows', lines: [] }
        expect([figure, adds === 'rows' ? lines.length : sum(lines.map(({ value }) => value ?? 0))]).toEqual([figure, says])
        const enterprises = new Set(lines.map(({ member }) => member.caseId))
        if (figure !== 'grantedPence') expect(enterprises.size).toBe(lines.length)
        expect(lines.every(({ on }) => on !== undefined && on <= question.asAt)).toBe(true)
      }
    })
  })

  test('no step counts more than it is counted of, and no more are current than were ever told of', () => {
    law((_, _question, { funnel, returns, n }) => {
      for (const { count, of } of funnel) expect(count).toBeLessThanOrEqual(of)
      expect(funnel[0]?.count).toBe(n)
      const { latest, current } = returns
      for (const measure of ['enterprises', 'jobs', 'minutesPerWeek', 'people'] as const)
        expect(current[measure]).toBeLessThanOrEqual(latest[measure])
    })
  })

  test('the best estimate of survival lies between the worst case and the best, and within its interval', () => {
    law((_, _question, { survival }) => {
      survival.at.forEach(({ share, exactLow, exactHigh }, place) => {
        const { low, high } = survival.bounds[place] ?? {}
        if (share === null) return
        expect(low).toBeLessThanOrEqual(share + 1e-12)
        expect(high).toBeGreaterThanOrEqual(share - 1e-12)
        expect(exactLow).toBeLessThanOrEqual(share)
        expect(exactHigh).toBeGreaterThanOrEqual(share)
      })
    })
  })

  test('the ways of ending add up to all that ended, in counts and in shares', () => {
    law((_, _question, { survival, endings }) => {
      expect(sum(endings.map(({ count }) => count))).toBe(survival.ended)
      for (const [place, day] of [365, 730].entries()) {
        const still = survival.at.find(each => each.day === day)?.share ?? null
        if (still === null) continue
        expect(sum(endings.map(({ at }) => at[place]?.share ?? Number.NaN)) + still).toBeCloseTo(1, 9)
      }
    })
  })

  test('those that began a step came to its end, left, or are still in it; and no share is more than all', () => {
    law((_, _question, { times }) => {
      for (const { begun, reached, left, open, openDays, at } of times) {
        expect(reached + left + open).toBe(begun)
        expect(openDays).toHaveLength(open)
        for (const { share } of at) expect(share ?? 0).toBeLessThanOrEqual(1)
      }
    })
  })

  test('groups side by side stand in the order of their names and add up to all in the curve, but for services, which overlap', () => {
    law((_, _question, { survival, compared }) => {
      if (!compared) return
      const names = compared.groups.map(({ group }) => group)
      expect(names).toEqual(names.toSorted())
      expect(compared.logRank.kind === 'groups-overlap').toBe(compared.by === 'service')
      if (compared.by === 'service') return
      expect(sum(compared.groups.map(({ n }) => n))).toBe(survival.n)
      expect(sum(compared.groups.map(({ ended }) => ended))).toBe(survival.ended)
    })
  })

  test('those that ran before add up to all of them at each check-in, and those followed are among them', () => {
    law((_, _question, { existing }) => {
      for (const { due, trading, paused, stopped, notReached, left, awaited, notYet } of existing.parts) {
        expect(trading + paused + stopped + notReached + left + awaited).toBe(due)
        expect(due + notYet).toBe(existing.accepted)
      }
      expect(existing.followed).toBeLessThanOrEqual(existing.accepted)
      expect(existing.ended + existing.lost).toBeLessThanOrEqual(existing.followed)
    })
  })

  test('the time they trade lies within its range and the two years, and follow-up is never more than there was', () => {
    law((_, _question, { lasting: { restrictedMean, completeness, quantiles } }) => {
      if (restrictedMean) {
        expect(restrictedMean.mean).toBeGreaterThanOrEqual(0)
        expect(restrictedMean.mean).toBeLessThanOrEqual(730)
        expect(restrictedMean.low ?? 0).toBeLessThanOrEqual(restrictedMean.mean)
        expect(restrictedMean.high ?? 730).toBeGreaterThanOrEqual(restrictedMean.mean)
      }
      expect(completeness ?? 0).toBeLessThanOrEqual(1)
      const days = quantiles.map(({ day }) => day ?? Infinity)
      expect(days).toEqual(days.toSorted((a, b) => a - b))
    })
  })

  test('everyone on the curve ends or leaves it on some day', () => {
    law((_, _question, { survival: { n, ended, steps } }) => {
      if (steps.length === 0) return
      expect(sum(steps.map(step => step.ended))).toBe(ended)
      expect(sum(steps.map(step => step.ended + step.censored))).toBe(n)
    })
  })

  test('asked again as known then, it has the same bytes after whatever was written down later', () => {
    fc.assert(
      fc.property(anyProgramme, anyQuestion, fc.integer({ min: 0, max: 70 }), (cases, question, n) => {
        const until = cases.map(({ caseId, facts }) => ({ caseId, facts: facts.filter(fact => fact.n <= n) }))
        const then = until.filter(({ facts }) => facts.length > 0)
        const asKnownThen = { ...question, knownAt: stampOf(n).recordedAt }
        const now = JSON.stringify(cohortFigures(cases, asKnownThen, costPence))
        expect(now).toBe(JSON.stringify(cohortFigures(then, question, costPence)))
        expect(now).toBe(JSON.stringify(cohortFigures(cases, asKnownThen, costPence)))
      }),
    )
  })

  test('the order of the enterprises changes nothing', () => {
    law((cases, question, figures) => {
      expect(JSON.stringify(cohortFigures(cases.toReversed(), question, costPence))).toBe(JSON.stringify(figures))
    })
  })
})

test('where all were watched from the start, everyone is at risk on the first day', () => {
  fc.assert(
    fc.property(anyProgramme.map(watchedFromTheStart), anyQuestion, (cases, question) => {
      const { survival } = cohortFigures(cases, question, costPence)
      const atRisk = figureLines(membersOf(cases, question), 'survival.atRisk.0', question.asAt)?.lines.length
      expect(atRisk).toBe(survival.n)
      expect(survival.unwatched).toBe(0)
      if (survival.steps.length > 0) expect(survival.steps[0]?.atRisk).toBe(survival.n)
    }),
  )
})
