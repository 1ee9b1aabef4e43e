import type { FormId } from '#domain/draft.ts'
import { formIdOf } from '#domain/draft.ts'
import { placeKindOf, tidyPlaceCode } from '#domain/places.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CapacityWanted, Extra, ProgrammeRules, StuckStep } from '#domain/programmeRules.ts'
import type { Settings, SettingsHistory } from '#domain/settings.ts'
import { settingsChanges, settingsOn, withChanges } from '#domain/settings.ts'
import type { NewSettings } from '#domain/settingsSchemas.ts'
import { codesOf, formerOf, nameOf, placeCodeOf, withCodes, withName, withNew } from '#tab/settings/codes.ts'
import type { CodeKind } from '#tab/settingsLabels.ts'
import { codeLabels, extraLabels, limitLabels, settingsWords, stuckHint, stuckLabels } from '#tab/settingsLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { writeHours } from '#tab/ui/typed.ts'

/** One change to the settings, as a form asks for it. `change` is made to what holds on the day that was typed. */
export type Edit = {
  /** What was typed is kept under it until it is saved. */
  id: FormId
  title: string
  lead?: string
  fields: readonly Field[]
  start: Words
  save: string
  change: (held: Settings, answers: Answers) => Settings
}

/** The id of a form of this page. A code may be long, and the ids of forms may not. */
export const settingsForm = (name: string): FormId => formIdOf('new', `settings.${name.toLowerCase().slice(0, 70)}`)

/** The last question of every such form. */
export const fromWhen: Field = {
  kind: 'day',
  name: 'effectiveFrom',
  label: settingsWords.fromWhen,
  hint: settingsWords.fromWhenHint,
  withoutYear: 'this-year',
  mayBeLater: true,
}

/**
 * What is sent: what the answers change of today's settings, made to the settings that hold on the day from which it counts.
 * So a change for next month keeps whatever else was saved for then.
 */
export function settingsFrom(edit: Edit, { effectiveFrom, ...answers }: Answers, history: SettingsHistory, today: PlainDate): NewSettings {
  const from = (effectiveFrom ?? today) as PlainDate
  const { version: _now, ...held } = settingsOn(history, today)
  const { version: _then, ...onThatDay } = settingsOn(history, from)
  const changes = settingsChanges(held, edit.change(held, answers))
  // Lists are read-only here and plain in what is sent.
  return { effectiveFrom: from, settings: withChanges(onThatDay, changes) as NewSettings['settings'] }
}

const text = (answers: Answers, name: string): string => {
  const answer = answers[name]
  return typeof answer === 'string' ? answer : ''
}
const withRules = (held: Settings, rules: Partial<ProgrammeRules>): Settings => ({ ...held, rules: { ...held.rules, ...rules } })

/** A new name on a list. */
export function addEdit(kind: CodeKind): Edit {
  const { add, ask } = codeLabels[kind]
  return {
    id: settingsForm(`${kind}-new`),
    title: add,
    fields: [{ kind: 'line', name: 'name', label: ask, most: 80 }],
    start: {},
    save: 'Add',
    change: (held, answers) => withNew(held, kind, text(answers, 'name')),
  }
}

/** Another name for the same thing: its code, and whatever is on record under it, stay. */
export const renameEdit = (kind: CodeKind, code: string, held: Settings): Edit => ({
  id: settingsForm(`${kind}-${code}`),
  title: `Rename ${nameOf(held, kind, code)}`,
  fields: [{ kind: 'line', name: 'name', label: settingsWords.newName, most: 80 }],
  start: { name: nameOf(held, kind, code) },
  save: 'Rename',
  change: (now, answers) => withName(now, kind, code, text(answers, 'name')),
})

/** Which ward or council an area is, for the lists that are published; none, where the box is blank. */
export function placeEdit(area: string, held: Settings): Edit {
  return {
    id: settingsForm(`place-${area}`),
    title: `${settingsWords.placeCode}: ${nameOf(held, 'areas', area)}`,
    lead: settingsWords.placeCodeLead,
    fields: [
      {
        kind: 'line',
        name: 'geoCode',
        label: settingsWords.placeCodeAsked,
        hint: settingsWords.placeCodeHint,
        most: 20,
        matches: typed => placeKindOf(tidyPlaceCode(typed)) !== undefined,
        fault: settingsWords.placeCodeFault,
        optional: true,
      },
    ],
    start: { geoCode: placeCodeOf(held, area) ?? '' },
    save: 'Save',
    change: (now, answers) => {
      const geoCode = tidyPlaceCode(text(answers, 'geoCode'))
      const others = now.rules.places.filter(each => each.area !== area)
      return withRules(now, { places: geoCode === '' ? others : [...others, { area, geoCode }] })
    },
  }
}

export const stopEdit = (kind: CodeKind, code: string, held: Settings): Edit => ({
  id: settingsForm(`${kind}-${code}-stop`),
  title: `Stop using ${nameOf(held, kind, code)}`,
  lead: settingsWords.keepsRecords,
  fields: [],
  start: {},
  save: 'Stop using it',
  change: now =>
    withCodes(
      now,
      kind,
      codesOf(now, kind).filter(each => each !== code),
    ),
})

export const againEdit = (kind: CodeKind, code: string, held: Settings): Edit => ({
  id: settingsForm(`${kind}-${code}-again`),
  title: `Use ${nameOf(held, kind, code)} again`,
  fields: [],
  start: {},
  save: 'Use it again',
  change: now => (formerOf(now, kind).includes(code) ? withCodes(now, kind, [...codesOf(now, kind), code]) : now),
})

type Limit = { field: Field; read: (rules: ProgrammeRules) => string; write: (value: unknown) => Partial<ProgrammeRules> }

const whole = (value: number): string => String(value)

/** The limits that are one number each: their box, and the way in and out of it. */
export const limits = {
  answerWorkingDays: {
    field: { kind: 'count', name: 'value', ...limitLabels.answerWorkingDays, least: 1, most: 60 },
    read: rules => whole(rules.answerWorkingDays),
    write: value => ({ answerWorkingDays: Number(value) }),
  },
  silentDays: {
    field: { kind: 'count', name: 'value', ...limitLabels.silentDays, least: 1, most: 1_000 },
    read: rules => whole(rules.silentDays),
    write: value => ({ silentDays: Number(value) }),
  },
  caseload: {
    field: { kind: 'count', name: 'value', ...limitLabels.caseload, least: 1, most: 1_000 },
    read: rules => whole(rules.caseload),
    write: value => ({ caseload: Number(value) }),
  },
  sizeCapHundredths: {
    field: { kind: 'count', name: 'value', ...limitLabels.sizeCapHundredths, least: 1, most: 1_000, optional: true },
    read: ({ sizeCapHundredths }) => (sizeCapHundredths === null ? '' : whole(sizeCapHundredths / 100)),
    write: value => ({ sizeCapHundredths: value === undefined ? null : Number(value) * 100 }),
  },
  fullTimeMinutes: {
    field: { kind: 'hours', name: 'value', ...limitLabels.fullTimeMinutes },
    read: rules => writeHours(rules.fullTimeMinutes),
    write: value => ({ fullTimeMinutes: Number(value) }),
  },
} satisfies Record<keyof typeof limitLabels, Limit>

export function limitEdit(key: keyof typeof limits, held: Settings): Edit {
  const { field, read, write } = limits[key]
  return {
    id: settingsForm(key),
    title: limitLabels[key].label,
    fields: [field],
    start: { value: read(held.rules) },
    save: 'Save',
    change: (now, answers) => withRules(now, write(answers['value'])),
  }
}

export const stuckEdit = (step: StuckStep, held: Settings): Edit => ({
  id: settingsForm(`stuck-${step}`),
  title: stuckLabels[step],
  fields: [{ kind: 'count', name: 'value', label: stuckLabels[step], hint: stuckHint, least: 1, most: 1_000 }],
  start: { value: whole(held.rules.stuckDays[step]) },
  save: 'Save',
  change: (now, answers) => withRules(now, { stuckDays: { ...now.rules.stuckDays, [step]: Number(answers['value']) } }),
})

/** Hours a week of a service that are wanted in an area; none, where the box is blank. */
export function wantedEdit(held: Settings, area: string, service: string): Edit {
  const isIt = (each: CapacityWanted): boolean => each.area === area && each.service === service
  const there = held.rules.capacityWanted.find(isIt)
  return {
    id: settingsForm(`wanted-${area.slice(0, 30)}-${service.slice(0, 30)}`),
    title: `${nameOf(held, 'services', service)} in ${nameOf(held, 'areas', area)}`,
    fields: [{ kind: 'hours', name: 'minutes', label: settingsWords.hoursWanted, hint: settingsWords.hoursHint, optional: true }],
    start: { minutes: there ? writeHours(there.minutesPerWeek) : '' },
    save: 'Save',
    change: (now, answers) => {
      const minutesPerWeek = Number(answers['minutes'] ?? 0)
      const others = now.rules.capacityWanted.filter(each => !isIt(each))
      return withRules(now, { capacityWanted: minutesPerWeek > 0 ? [...others, { area, service, minutesPerWeek }] : others })
    },
  }
}

export function extraEdit(extra: Extra, held: Settings): Edit {
  const isOn = held.rules.extras.includes(extra)
  return {
    id: settingsForm(`extra-${extra}`),
    title: `Switch ${isOn ? 'off' : 'on'}: ${extraLabels[extra].label}`,
    lead: isOn ? 'What was written down stays. Nobody is asked for more.' : extraLabels[extra].hint,
    fields: [],
    start: {},
    save: isOn ? 'Switch off' : 'Switch on',
    change: now => withRules(now, { extras: [...now.rules.extras.filter(each => each !== extra), ...(isOn ? [] : [extra])] }),
  }
}

export const phoneEdit = (held: Settings): Edit => ({
  id: settingsForm('safeguarding'),
  title: 'Safeguarding number',
  fields: [
    {
      kind: 'line',
      name: 'phone',
      label: settingsWords.phone,
      hint: settingsWords.phoneHint,
      most: 24,
      type: 'tel',
      pattern: /^\+?[\d ()-]{3,24}$/,
      fault: 'Type a phone number, such as 01632 960123.',
      optional: true,
    },
  ],
  start: { phone: held.names.safeguardingPhone ?? '' },
  save: 'Save',
  change: (now, answers) => ({ ...now, names: { ...now.names, safeguardingPhone: text(answers, 'phone') || null } }),
})
