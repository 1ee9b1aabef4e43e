import type { Cohort, ComparedGroup, TestAnswer } from '#domain/cohortSchemas.ts'
import type { CompareBy } from '#domain/comparing.ts'
import { notSaid } from '#domain/comparing.ts'
import type { GroupRow } from '#domain/groupMarks.ts'
import { inHundred } from '#domain/marks.ts'
import { fewFollowed } from '#domain/survivalReadings.ts'
import { legalForms } from '#domain/vocabulary.ts'
import { say } from '#tab/cohorts/findings.ts'
import { compareLabels } from '#tab/figureLabels.ts'
import { gapLabels, legalFormLabels } from '#tab/labels.ts'

type Compared = NonNullable<Cohort['compared']>

const serviceLabels: Readonly<Record<string, string>> = gapLabels

/** A code that a programme gave itself, as words. */
const inWords = (code: string): string => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`

/** What a group is called; an area by its name in the programme. */
export function groupName(by: CompareBy, group: string, areas: readonly { id: string; name: string }[]): string {
  if (group === notSaid) return compareLabels[by].notSaid
  switch (by) {
    case 'area':
      return areas.find(({ id }) => id === group)?.name ?? inWords(group)
    case 'form': {
      const form = legalForms.find(each => each === group)
      return form ? legalFormLabels[form] : group
    }
    case 'service':
      return serviceLabels[group] ?? inWords(group)
    case 'year':
      return group
  }
}

export type NamedGroup = ComparedGroup & { name: string }

/** Groups by their names, those of which it is not known last. Never by how they did. */
export function namedGroups({ by, groups }: Compared, areas: readonly { id: string; name: string }[]): NamedGroup[] {
  const named = groups.map(each => ({ ...each, name: groupName(by, each.group, areas) }))
  return named.sort(
    (a, b) => Number(a.group === notSaid) - Number(b.group === notSaid) || a.name.localeCompare(b.name, 'en', { numeric: true }),
  )
}

/** The share still trading by a day with its range: "86% (76 to 91)". Under twenty, none. */
export function groupShare({ n, at }: ComparedGroup, day: number): string {
  if (n < fewFollowed) return 'too few'
  const found = at.find(each => each.day === day)
  if (!found || found.share === null) return 'not yet'
  return `${inHundred(found.share)}% (${inHundred(found.exactLow ?? 0)} to ${inHundred(found.exactHigh ?? 1)})`
}

/** The latest day that some group of enough can be read at: two years, or one. */
export const comparedDay = ({ groups }: Compared): 365 | 730 =>
  groups.some(({ n, at }) => n >= fewFollowed && at.some(({ day, share }) => day === 730 && share !== null)) ? 730 : 365

export const groupRows = (groups: readonly NamedGroup[], day: number): GroupRow[] =>
  groups.map(group => {
    const found = group.n < fewFollowed ? undefined : group.at.find(each => each.day === day)
    return {
      name: group.name,
      share: found?.share ?? null,
      low: found?.exactLow ?? 0,
      high: found?.exactHigh ?? 1,
      said: groupShare(group, day),
    }
  })

/** No finding on who did best: only what stands side by side. */
export function compareTitle(compared: Cohort['compared']): string {
  return compared ? `${compareLabels[compared.by].title}, side by side` : 'Areas, legal forms, services or years'
}

export const compareDescription = (groups: readonly NamedGroup[], day: number): string =>
  `Still trading after ${day === 730 ? 'two years' : 'one year'}: ${groups.map(group => `${group.name} ${groupShare(group, day)}`).join(', ')}.`

/** A p-value as it is printed: never 0. */
export const sayP = (p: number): string => (p < 0.001 ? 'less than 0.001' : p.toFixed(3))

/** What the log-rank test says, or why it says nothing. Few endings never say that groups are alike. */
export function testSentences(answer: TestAnswer): string[] {
  switch (answer.kind) {
    case 'worked-out': {
      const ended = answer.groups.reduce((sum, group) => sum + group.ended, 0)
      const first =
        `Chi-square ${answer.chiSquare.toFixed(2)} on ${say(answer.degrees)} ${answer.degrees === 1 ? 'degree' : 'degrees'} of freedom, p = ${sayP(answer.p)}, on ${say(ended)} that stopped.`.replace(
          'p = less',
          'p less',
        )
      const second =
        answer.p < 0.05
          ? 'Differences as large as these would be rare if all groups were alike. That does not say why they differ.'
          : 'There is no evidence of a difference. That does not show that there is none: with few stops only large ones can be seen.'
      return [first, second]
    }
    case 'nothing-ended':
      return ['Nobody has stopped, so there is nothing to test.']
    case 'too-few-ended':
      return [`Only ${say(answer.ended)} have stopped. Under five we print no test: it would not hold.`]
    case 'one-group-at-risk':
      return ['When somebody stopped, only one group was still followed. So there is nothing to compare.']
    case 'no-chance-left':
      return ['All that were followed stopped on one day. So there is nothing that chance could have done otherwise.']
    case 'never-side-by-side':
      return [
        'No two groups began in the same year with somebody stopping while both were followed. So there is nothing to compare within a year.',
      ]
    case 'groups-overlap':
      return ['One enterprise may offer several services, so the groups overlap. The test needs groups that do not.']
  }
}
