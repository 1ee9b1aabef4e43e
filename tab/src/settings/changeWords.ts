import type { PlainDate } from '#domain/plainDate.ts'
import { parsePlainDate } from '#domain/plainDate.ts'
import type { CheckRule, ProgrammeRules, TaskTemplate } from '#domain/programmeRules.ts'
import type { Settings, SettingsChange } from '#domain/settings.ts'
import { checkLabels } from '#tab/labels.ts'
import { nameOf } from '#tab/settings/codes.ts'
import type { CodeKind } from '#tab/settingsLabels.ts'
import {
  codeLabels,
  extraLabels,
  followUpLabels,
  limitLabels,
  settingsWords,
  stuckLabels,
  templateStepLabels,
  tierLabels,
} from '#tab/settingsLabels.ts'
import { sayCount, sayDay, sayHours, sayMoney } from '#tab/ui/say.ts'

/** What a check is called: the programme's own word, or ours. */
export const checkNameOf = (settings: Settings, check: string): string =>
  settings.names.checks[check] ?? (check in checkLabels ? checkLabels[check as keyof typeof checkLabels] : check)

/** A number of a rule, as the page shows it. */
export function sayLimit(key: keyof typeof limitLabels, value: unknown): string {
  if (typeof value !== 'number') return 'no limit'
  if (key === 'sizeCapHundredths') return String(value / 100)
  return key === 'fullTimeMinutes' ? sayHours(value) : value.toLocaleString('en-GB')
}

const arrow = (before: string, after: string): string => `${before} → ${after}`
const quoted = (text: unknown): string => `“${String(text)}”`

/** When a check is looked at again. */
export function sayAgain({ hasEnd, lookAgainMonths }: CheckRule): string {
  if (hasEnd) return 'has an end date'
  return lookAgainMonths === null ? 'looked at once' : `looked at again after ${sayCount(lookAgainMonths, 'month')}`
}

export const sayCheckRule = (rule: CheckRule): string =>
  [tierLabels[rule.tier], sayAgain(rule), ...(rule.neededToList ? ['needed to list'] : [])].join(', ')

export const sayTemplate = ({ after, days }: TaskTemplate): string => `${sayCount(days, 'day')} ${lower(templateStepLabels[after])}`

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

type Say = (change: SettingsChange, settings: Settings) => string | undefined

/** A code that came into a list or went out of it. */
const listed =
  (kind: CodeKind): Say =>
  ({ path, after }, settings) => {
    const name = nameOf(settings, kind, path.at(-1) ?? '')
    const { one } = codeLabels[kind]
    return after === undefined ? `${one} ${quoted(name)} no longer used` : `new ${one} ${quoted(name)}`
  }

const limit =
  (key: keyof typeof limitLabels): Say =>
  ({ before, after }) =>
    `${limitLabels[key].label}: ${arrow(sayLimit(key, before), sayLimit(key, after))}`

const joined =
  (inWords: string, outWords: string, nameFor: (settings: Settings, code: string) => string): Say =>
  ({ path, after }, settings) =>
    `${nameFor(settings, path.at(-1) ?? '')} ${after === undefined ? outWords : inWords}`

const check: Say = ({ path, before, after }, settings) => {
  const name = checkNameOf(settings, path.at(-1) ?? '')
  if (after === undefined) return `check ${quoted(name)} no longer wanted`
  const now = sayCheckRule(after as CheckRule)
  return before === undefined ? `new check ${quoted(name)}: ${now}` : `${name}: ${arrow(sayCheckRule(before as CheckRule), now)}`
}

const template: Say = ({ path, before, after }, settings) => {
  const name = quoted(nameOf(settings, 'templates', path.at(-1) ?? ''))
  if (after === undefined) return `to-do ${name} taken out`
  const now = sayTemplate(after as TaskTemplate)
  return before === undefined ? `new to-do ${name}, ${now}` : `to-do ${name}: ${arrow(sayTemplate(before as TaskTemplate), now)}`
}

const wanted: Say = ({ before, after }, settings) => {
  const row = (after ?? before) as ProgrammeRules['capacityWanted'][number]
  const hoursIn = (value: unknown): string => sayHours((value as typeof row | undefined)?.minutesPerWeek ?? 0)
  const what = `${nameOf(settings, 'services', row.service)} in ${nameOf(settings, 'areas', row.area)}`
  return `hours wanted, ${what}: ${arrow(hoursIn(before), hoursIn(after))}`
}

const place: Say = ({ path, before, after }, settings) => {
  const codeIn = (value: unknown): string => (value as ProgrammeRules['places'][number] | undefined)?.geoCode ?? 'none'
  return `place code of ${nameOf(settings, 'areas', path.at(-1) ?? '')}: ${arrow(codeIn(before), codeIn(after))}`
}

const rules = {
  answerWorkingDays: limit('answerWorkingDays'),
  silentDays: limit('silentDays'),
  stuckDays: ({ path, before, after }) =>
    `${stuckLabels[path.at(-1) as keyof typeof stuckLabels]}: ${arrow(String(before), String(after))}`,
  caseload: limit('caseload'),
  sizeCapHundredths: limit('sizeCapHundredths'),
  fullTimeMinutes: limit('fullTimeMinutes'),
  checks: check,
  standard: joined('is part of the standard', 'is no longer part of the standard', checkNameOf),
  templates: template,
  extras: joined('switched on', 'switched off', (_, code) => extraLabels[code as keyof typeof extraLabels].label),
  services: listed('services'),
  councilServices: listed('councilServices'),
  directories: listed('directories'),
  consortia: listed('consortia'),
  capacityWanted: wanted,
  places: place,
  closedOn: ({ before, after }) => `the programme closes: ${arrow(dayOr(before), dayOr(after))}`,
} satisfies Record<keyof ProgrammeRules, Say>

const dayOr = (value: unknown): string => (typeof value === 'string' && parsePlainDate(value) ? sayDay(value as PlainDate) : 'no day')
const periodOf = (value: unknown): string => {
  const { from, to } = value as Settings['period']
  return `${sayDay(from)} to ${sayDay(to)}`
}

const parts = {
  areas: listed('areas'),
  period: ({ before, after }) => `the money: ${arrow(periodOf(before), periodOf(after))}`,
  costPence: ({ before, after }) => `cost: ${arrow(sayMoney(Number(before)), sayMoney(Number(after)))}`,
  followUpUntil: ({ before, after }) => `${lower(settingsWords.ringUntil)}: ${arrow(dayOr(before), dayOr(after))}`,
  followUpBy: ({ before, after }) =>
    `check-ins after the money: ${arrow(
      followUpLabels[before as Settings['followUpBy']],
      lower(followUpLabels[after as Settings['followUpBy']]),
    )}`,
  followUpPerson: () => 'the person who makes the check-ins',
  rules: (change, settings) => {
    const key = change.path[1]
    return key !== undefined && key in rules ? rules[key as keyof ProgrammeRules](change, settings) : undefined
  },
  names: ({ path: [, kind], before, after }) => sayName(kind ?? '', before, after),
} satisfies Record<keyof Settings, Say>

/** A new name. The name of a new code is told with the code, and nothing more is said of it. */
function sayName(kind: string, before: unknown, after: unknown): string | undefined {
  const text = (value: unknown): string => (typeof value === 'string' ? value : 'none')
  if (kind === 'safeguardingPhone') return `safeguarding number: ${arrow(text(before), text(after))}`
  if (kind === 'followUpOwner') return `who rings: ${arrow(text(before), text(after))}`
  return before === undefined ? undefined : `${quoted(before)} is now called ${quoted(after)}`
}

/** What a version changed, one short phrase for each thing, with names as they are after it. */
export const changeWords = (changes: readonly SettingsChange[], settings: Settings): string[] =>
  changes.flatMap(change => parts[change.path[0] as keyof Settings](change, settings) ?? [])
