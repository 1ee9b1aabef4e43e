import type { CheckRule, ProgrammeRules, TaskTemplate } from '#domain/programmeRules.ts'
import { riskTiers, templateSteps } from '#domain/programmeRules.ts'
import type { Settings } from '#domain/settings.ts'
import { checks } from '#domain/vocabulary.ts'
import { checkLabels } from '#tab/labels.ts'
import { checkNameOf } from '#tab/settings/changeWords.ts'
import { freeCode, nameOf, withName } from '#tab/settings/codes.ts'
import type { Edit } from '#tab/settings/edits.ts'
import { settingsForm } from '#tab/settings/edits.ts'
import { settingsWords, templateStepLabels, tierLabels } from '#tab/settingsLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field, FieldOption } from '#tab/ui/fields.ts'

/** Changes to the checks, to the standard they make up, and to the to-dos that follow a step. */

const yesNo: readonly FieldOption[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const optionsOf = <K extends string>(codes: readonly K[], labels: Readonly<Record<K, string>>): FieldOption[] =>
  codes.map(value => ({ value, label: labels[value] }))

const ruleFields: readonly Field[] = [
  { kind: 'stack', name: 'tier', label: settingsWords.tier, options: optionsOf(riskTiers, tierLabels) },
  { kind: 'choice', name: 'hasEnd', label: settingsWords.hasEnd, options: yesNo, sentAs: 'yes-no' },
  {
    kind: 'count',
    name: 'lookAgainMonths',
    label: settingsWords.lookAgain,
    hint: settingsWords.lookAgainHint,
    least: 1,
    most: 120,
    optional: true,
    when: words => words['hasEnd'] === 'no',
  },
  { kind: 'choice', name: 'neededToList', label: settingsWords.neededToList, options: yesNo, sentAs: 'yes-no' },
  { kind: 'choice', name: 'inStandard', label: settingsWords.inStandard, options: yesNo, sentAs: 'yes-no' },
]

const own = 'own'

/** The fields of a new check: one of those that we know, or the programme's own. */
export function newCheckFields(held: Settings): Field[] {
  const wanted = held.rules.checks.map(({ check }) => check)
  const known = checks.filter(check => !wanted.includes(check)).map(value => ({ value, label: checkLabels[value] }))
  return [
    { kind: 'list', name: 'which', label: settingsWords.whichCheck, options: [...known, { value: own, label: 'One of your own' }] },
    { kind: 'line', name: 'name', label: settingsWords.checkName, most: 80, when: ({ which }) => which === own },
    ...ruleFields,
  ]
}

const withRules = (held: Settings, rules: Partial<ProgrammeRules>): Settings => ({ ...held, rules: { ...held.rules, ...rules } })

function withCheck(held: Settings, check: string, answers: Answers): Settings {
  const { tier, hasEnd, lookAgainMonths = null, neededToList, inStandard } = answers
  // The form asks for each of these by the list that it has.
  const rule = { check, tier, hasEnd, lookAgainMonths: hasEnd === true ? null : lookAgainMonths, neededToList } as CheckRule
  const { checks: before, standard } = held.rules
  const isThere = before.some(each => each.check === check)
  const inOrder = isThere ? before.map(each => (each.check === check ? rule : each)) : [...before, rule]
  const others = standard.filter(each => each !== check)
  return withRules(held, { checks: inOrder, standard: inStandard === true ? [...others, check] : others })
}

export const addCheckEdit = (held: Settings): Edit => ({
  id: settingsForm('check-new'),
  title: 'Add a check',
  fields: newCheckFields(held),
  start: { tier: 'everyone', neededToList: 'no', inStandard: 'no' },
  save: 'Add',
  change: (now, answers) => {
    if (answers['which'] !== own) return withCheck(now, String(answers['which']), answers)
    const name = String(answers['name'])
    const code = freeCode(name, [...checks, ...Object.keys(now.names.checks)])
    return withName(withCheck(now, code, answers), 'checks', code, name)
  },
})

const sayYes = (is: boolean): string => (is ? 'yes' : 'no')

export function checkEdit(rule: CheckRule, held: Settings): Edit {
  const { check, tier, hasEnd, lookAgainMonths, neededToList } = rule
  const isOwn = !(check in checkLabels)
  const start: Words = {
    ...(isOwn ? { name: checkNameOf(held, check) } : {}),
    tier,
    hasEnd: sayYes(hasEnd),
    lookAgainMonths: lookAgainMonths === null ? '' : String(lookAgainMonths),
    neededToList: sayYes(neededToList),
    inStandard: sayYes(held.rules.standard.includes(check)),
  }
  return {
    id: settingsForm(`check-${check}`),
    title: checkNameOf(held, check),
    fields: [...(isOwn ? [{ kind: 'line', name: 'name', label: settingsWords.checkName, most: 80 } as const] : []), ...ruleFields],
    start,
    save: 'Save',
    change: (now, answers) => {
      const changed = withCheck(now, check, answers)
      return isOwn ? withName(changed, 'checks', check, String(answers['name'])) : changed
    },
  }
}

export const stopCheckEdit = (check: string, held: Settings): Edit => ({
  id: settingsForm(`check-${check}-stop`),
  title: `Stop asking for ${checkNameOf(held, check)}`,
  lead: 'What was seen stays on record. Nobody is asked for it again.',
  fields: [],
  start: {},
  save: 'Stop asking',
  change: now =>
    withRules(now, {
      checks: now.rules.checks.filter(each => each.check !== check),
      standard: now.rules.standard.filter(each => each !== check),
    }),
})

export const templateFields: readonly Field[] = [
  { kind: 'line', name: 'says', label: settingsWords.taskSays, most: 200 },
  { kind: 'list', name: 'after', label: settingsWords.taskAfter, options: optionsOf(templateSteps, templateStepLabels) },
  { kind: 'count', name: 'days', label: settingsWords.taskDays, most: 1_000 },
]

/** A to-do is known by a number and not by its words, which may name somebody. */
export const nextTemplateId = ({ names }: Settings): string => {
  const numbers = Object.keys(names.templates).map(id => Number(/^to-do-(\d+)$/.exec(id)?.[1] ?? 0))
  return `to-do-${Math.max(0, ...numbers) + 1}`
}

/** A to-do that follows a step; a new one where there is none yet. */
export function templateEdit(held: Settings, template?: TaskTemplate): Edit {
  const id = template?.id ?? nextTemplateId(held)
  return {
    id: settingsForm(`template-${template?.id ?? 'new'}`),
    title: template ? 'Change this to-do' : 'Add a to-do',
    fields: templateFields,
    start: template ? { says: nameOf(held, 'templates', id), after: template.after, days: String(template.days) } : {},
    save: template ? 'Save' : 'Add',
    change: (now, answers) => {
      const next = { id, after: answers['after'], days: Number(answers['days']) } as TaskTemplate
      const { templates } = now.rules
      const all = templates.some(each => each.id === id) ? templates.map(each => (each.id === id ? next : each)) : [...templates, next]
      return withName(withRules(now, { templates: all }), 'templates', id, String(answers['says']))
    },
  }
}

export const stopTemplateEdit = (template: TaskTemplate, held: Settings): Edit => ({
  id: settingsForm(`template-${template.id}-stop`),
  title: `Take out “${nameOf(held, 'templates', template.id)}”`,
  lead: 'To-dos that were made from it stay.',
  fields: [],
  start: {},
  save: 'Take out',
  change: now => withRules(now, { templates: now.rules.templates.filter(({ id }) => id !== template.id) }),
})
