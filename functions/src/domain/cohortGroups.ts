import { endedHow } from './cohortLasting.ts'
import type { Member } from './cohortMembers.ts'
import { formOn } from './cohortMembers.ts'
import type { Cohort, ComparedGroup } from './cohortSchemas.ts'
import type { CompareBy } from './comparing.ts'
import { notSaid } from './comparing.ts'
import type { GroupedSpell } from './logRank.ts'
import { logRank } from './logRank.ts'
import type { Spell } from './survival.ts'
import { survivalAt } from './survival.ts'

/** Days since trading began at which groups are read side by side: one year and two. */
const readDays = [365, 730] as const

/**
 * The groups that an enterprise of the curve belongs to. Its legal form is the one it had when it began to trade: a later one may come of having
 * lasted. It may offer several services, and stands with each.
 */
export function groupsOf({ began, spell, supportCase }: Member, by: CompareBy): readonly string[] {
  if (!began || !spell) return []
  switch (by) {
    case 'area':
      return [supportCase.area ?? notSaid]
    case 'form':
      return [formOn(supportCase.constitution, began) ?? notSaid]
    case 'service':
      return supportCase.services.length === 0 ? [notSaid] : supportCase.services
    case 'year':
      return [began.slice(0, 4)]
  }
}

type Grouped = GroupedSpell & { notWorking: boolean }

/**
 * Groups of a cohort side by side: how many, how many stopped and of those because it was not working, and the share still trading by one and two
 * years with its limits. In the order of their names, never of their outcomes, and never by who worked with them. The log-rank test says whether
 * the differences are more than chance; within the year they began too, where that is not what is compared. Services overlap, so it does not
 * hold for them.
 */
export function comparedBy(members: readonly Member[], by: CompareBy): NonNullable<Cohort['compared']> {
  const spells = members.flatMap((member): Grouped[] => {
    const { began, spell } = member
    if (!began || !spell) return []
    const { from, to, ended } = spell
    const notWorking = endedHow(member) === 'not-working'
    return groupsOf(member, by).map(group => ({ from, to, ended, group, stratum: began.slice(0, 4), notWorking }))
  })
  const names = [...new Set(spells.map(({ group }) => group))].sort()
  const groups = names.map(group =>
    groupOf(
      group,
      spells.filter(each => each.group === group),
    ),
  )
  if (by === 'service') return { by, groups, logRank: { kind: 'groups-overlap' }, withinYears: null }
  const whole = spells.map(({ from, to, ended, group }): GroupedSpell => ({ from, to, ended, group }))
  return { by, groups, logRank: logRank(whole), withinYears: by === 'year' ? null : logRank(spells) }
}

function groupOf(group: string, of: readonly Grouped[]): ComparedGroup {
  const spells = of.map(({ from, to, ended }): Spell => ({ from, to, ended }))
  return {
    group,
    n: spells.length,
    ended: spells.filter(({ ended }) => ended).length,
    notWorking: of.filter(({ notWorking }) => notWorking).length,
    at: readDays.map(day => survivalAt(spells, day)),
  }
}
