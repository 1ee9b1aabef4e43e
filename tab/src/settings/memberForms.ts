import type { FormId } from '#domain/draft.ts'
import type { Role } from '#domain/permissions.ts'
import { roles } from '#domain/permissions.ts'
import type { Member, Members } from '#domain/wireSchemas.ts'
import { settingsForm } from '#tab/settings/edits.ts'
import { roleLabels, settingsWords } from '#tab/settingsLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'

/** Giving somebody roles, and taking them out. */
export type MemberForm = {
  id: FormId
  title: string
  lead?: string
  fields: readonly Field[]
  start: Words
  save: string
  read: (answers: Answers) => { oid: string; member: Member }
}

type Known = Members['members'][number]

export const callThem = ({ oid, label }: Known): string => label ?? `Person ${oid.slice(-4)}`

const roleField: Field = {
  kind: 'several',
  name: 'roles',
  label: settingsWords.memberRoles,
  options: roles.map(value => ({ value, label: roleLabels[value] })),
}
const labelField: Field = { kind: 'line', name: 'label', label: settingsWords.memberLabel, most: 80 }

export const memberFields: readonly Field[] = [
  {
    kind: 'line',
    name: 'oid',
    label: settingsWords.memberId,
    hint: settingsWords.memberIdHint,
    most: 36,
    pattern: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    fault: 'It has 36 letters, digits and dashes.',
  },
  labelField,
  roleField,
]

const memberIn = ({ label, roles: given }: Answers): Member => ({
  label: String(label),
  // The form offers roles and nothing else.
  roles: Array.isArray(given) ? (given as Role[]) : [],
})

export const addMember: MemberForm = {
  id: settingsForm('member-new'),
  title: 'Add a person',
  lead: settingsWords.atOnce,
  fields: memberFields,
  start: {},
  save: 'Add',
  read: answers => ({ oid: String(answers['oid']).toLowerCase(), member: memberIn(answers) }),
}

export const changeMember = (known: Known): MemberForm => ({
  id: settingsForm(`member-${known.oid}`),
  title: callThem(known),
  lead: settingsWords.atOnce,
  fields: [labelField, roleField],
  start: { label: known.label ?? '', roles: known.roles.join(',') },
  save: 'Save',
  read: answers => ({ oid: known.oid, member: memberIn(answers) }),
})

export const takeOut = (known: Known): MemberForm => ({
  id: settingsForm(`member-${known.oid}-out`),
  title: `Take ${callThem(known)} out of the programme`,
  lead: 'They can open nothing here from now on. What they wrote stays.',
  fields: [],
  start: {},
  save: 'Take out',
  read: () => ({ oid: known.oid, member: { roles: [] } }),
})
