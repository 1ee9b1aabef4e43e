import type { PlainDate } from './plainDate.ts'
import type { Called, Settings } from './settings.ts'
import { slugOf } from './slug.ts'
import { checks } from './vocabulary.ts'

/** Why settings cannot hold: they do not fit together. */
export type CannotHold =
  | { kind: 'period-backwards'; from: PlainDate; to: PlainDate }
  | { kind: 'code-twice'; code: string }
  | { kind: 'code-without-a-name'; code: string }
  | { kind: 'names-too-alike'; first: string; second: string }
  | { kind: 'code-not-listed'; code: string }
  | { kind: 'follow-up-unnamed' }
  | { kind: 'not-a-phone-number' }

/** What these are called, everybody knows. */
const knownChecks: ReadonlySet<string> = new Set(checks)

/** Whatever keeps these settings from holding; undefined where nothing does. */
export function cannotHold(settings: Settings): CannotHold | undefined {
  const { period, rules, names, followUpBy, followUpPerson } = settings
  if (period.from > period.to) return { kind: 'period-backwards', ...period }
  const wanted = rules.checks.map(({ check }) => check)
  const templates = rules.templates.map(({ id }) => id)
  const faults = [
    faultIn(settings.areas, names.areas),
    faultIn(rules.services, names.services),
    faultIn(rules.councilServices, names.councilServices),
    faultIn(rules.directories, names.directories),
    faultIn(rules.consortia, names.consortia),
    faultIn(wanted, names.checks, knownChecks),
    // To-dos of two steps may well say the same.
    twice(templates) ?? unnamed(templates, names.templates),
    twice(rules.capacityWanted.map(({ area, service }) => `${area} ${service}`)),
    twice(rules.places.map(({ area }) => area)),
    unlisted(settings, wanted),
  ]
  const fault = faults.find(each => each !== undefined)
  if (fault) return fault
  if (followUpBy === 'person' && names.followUpOwner === null && followUpPerson === null) return { kind: 'follow-up-unnamed' }
  if (names.safeguardingPhone !== null && !isPhoneNumber(names.safeguardingPhone)) return { kind: 'not-a-phone-number' }
  return undefined
}

/** What is wrong within one list: a code twice, one without a name, or two names that nobody could tell apart. */
const faultIn = (codes: readonly string[], called: Called, known: ReadonlySet<string> = new Set()): CannotHold | undefined =>
  twice(codes) ?? unnamed(codes, called, known) ?? alike(codes, called)

function twice(codes: readonly string[]): CannotHold | undefined {
  const code = codes.find((each, at) => codes.indexOf(each) < at)
  return code === undefined ? undefined : { kind: 'code-twice', code }
}

function unnamed(codes: readonly string[], called: Called, known: ReadonlySet<string> = new Set()): CannotHold | undefined {
  const code = codes.find(each => called[each] === undefined && !known.has(each))
  return code === undefined ? undefined : { kind: 'code-without-a-name', code }
}

function alike(codes: readonly string[], called: Called): CannotHold | undefined {
  const seen = new Map<string, string>()
  for (const code of codes) {
    const name = called[code] ?? code
    const first = seen.get(slugOf(name))
    if (first !== undefined && slugOf(name) !== '') return { kind: 'names-too-alike', first, second: name }
    seen.set(slugOf(name), name)
  }
  return undefined
}

/** A code that stands where only those of a list may. */
function unlisted({ areas, rules, names }: Settings, wanted: readonly string[]): CannotHold | undefined {
  const code = [
    ...rules.standard.filter(each => !wanted.includes(each)),
    ...rules.capacityWanted.map(({ area }) => area).filter(each => !areas.includes(each)),
    ...rules.capacityWanted.map(({ service }) => service).filter(each => !rules.services.includes(each)),
    // An area that is no longer used is still the place of old grants.
    ...rules.places.map(({ area }) => area).filter(each => names.areas[each] === undefined),
  ][0]
  return code === undefined ? undefined : { kind: 'code-not-listed', code }
}

/** Does this look like a phone number: 3 to 15 digits, with the spaces and marks that people put between them? */
export const isPhoneNumber = (text: string): boolean => /^\+?[\d ()-]+$/.test(text) && /^\d{3,15}$/.test(text.replaceAll(/\D/g, ''))
