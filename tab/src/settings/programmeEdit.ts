import type { FollowUpBy } from '#domain/programmeRules.ts'
import { followUpOwners } from '#domain/programmeRules.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Settings } from '#domain/settings.ts'
import type { Edit } from '#tab/settings/edits.ts'
import { settingsForm } from '#tab/settings/edits.ts'
import { followUpLabels, settingsWords } from '#tab/settingsLabels.ts'
import type { Answers, Field, FieldOption } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'
import { writeMoney } from '#tab/ui/typed.ts'

/** The value of "somebody who is not in the programme". */
const elsewhere = 'elsewhere'

/** What the programme says of itself, and who makes the check-ins after the money ends. */
export function programmeTermFields(members: readonly FieldOption[]): Field[] {
  const isPerson = (words: Readonly<Record<string, string>>): boolean => words['followUpBy'] === 'person'
  const options = followUpOwners.map(value => ({ value, label: followUpLabels[value] }))
  return [
    { kind: 'line', name: 'name', label: settingsWords.programmeName, most: 120 },
    { kind: 'day', name: 'from', label: settingsWords.moneyBegins, withoutYear: 'this-year', mayBeLater: true },
    { kind: 'day', name: 'to', label: settingsWords.moneyEnds, withoutYear: 'this-year', mayBeLater: true },
    { kind: 'money', name: 'costPence', label: settingsWords.cost },
    { kind: 'day', name: 'followUpUntil', label: settingsWords.ringUntil, withoutYear: 'this-year', mayBeLater: true, optional: true },
    { kind: 'stack', name: 'followUpBy', label: settingsWords.whoRings, options },
    {
      kind: 'list',
      name: 'followUpPerson',
      label: settingsWords.ringer,
      options: [...members, { value: elsewhere, label: 'Someone else' }],
      when: isPerson,
    },
    {
      kind: 'line',
      name: 'followUpOwner',
      label: settingsWords.ringerName,
      most: 120,
      when: words => isPerson(words) && words['followUpPerson'] === elsewhere,
    },
  ]
}

/** Who makes the check-ins, as answers say it: a team that had a name keeps it, a member has theirs. */
function followUpIn(
  answers: Answers,
  members: readonly FieldOption[],
  before: Settings,
): Pick<Settings, 'followUpBy' | 'followUpPerson'> & {
  owner: string | null
} {
  const followUpBy = answers['followUpBy'] as FollowUpBy
  switch (followUpBy) {
    case 'nobody':
      return { followUpBy, followUpPerson: null, owner: null }
    case 'council-team': {
      const named = before.followUpBy === 'council-team' ? before.names.followUpOwner : null
      return { followUpBy, followUpPerson: null, owner: named }
    }
    case 'person': {
      const member = members.find(({ value }) => value === answers['followUpPerson'])
      if (member) return { followUpBy, followUpPerson: member.value, owner: member.label }
      const { followUpOwner } = answers
      return { followUpBy, followUpPerson: null, owner: typeof followUpOwner === 'string' ? followUpOwner : null }
    }
  }
}

export function programmeEdit(held: Settings, members: readonly FieldOption[]): Edit {
  const { period, costPence, followUpUntil, followUpBy, followUpPerson, names } = held
  const isMember = members.some(({ value }) => value === followUpPerson)
  return {
    id: settingsForm('programme'),
    title: 'Change the programme',
    fields: programmeTermFields(members),
    start: {
      name: names.name,
      from: sayDay(period.from),
      to: sayDay(period.to),
      costPence: writeMoney(costPence),
      followUpUntil: followUpUntil ? sayDay(followUpUntil) : '',
      followUpBy,
      followUpPerson: isMember ? (followUpPerson ?? '') : followUpBy === 'person' ? elsewhere : '',
      followUpOwner: followUpBy === 'person' ? (names.followUpOwner ?? '') : '',
    },
    save: 'Save',
    change: (now, answers) => {
      const { owner, ...followUp } = followUpIn(answers, members, now)
      return {
        ...now,
        ...followUp,
        period: { from: answers['from'] as PlainDate, to: answers['to'] as PlainDate },
        costPence: Number(answers['costPence']),
        followUpUntil: (answers['followUpUntil'] as PlainDate | undefined) ?? null,
        names: { ...now.names, name: String(answers['name']), followUpOwner: owner },
      }
    },
  }
}
