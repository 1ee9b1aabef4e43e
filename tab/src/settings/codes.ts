import type { Settings } from '#domain/settings.ts'
import { slugOf } from '#domain/slug.ts'
import type { CodeKind } from '#tab/settingsLabels.ts'

/** Names that a programme gives, and the codes behind them. */

/** What a programme gives names to. */
export type NamedKind = CodeKind | 'checks' | 'templates'

/** The codes of a kind that are in use. */
export const codesOf = ({ areas, rules }: Settings, kind: CodeKind): readonly string[] => (kind === 'areas' ? areas : rules[kind])

/** What a code is called; the code itself where nobody said. */
export const nameOf = ({ names }: Settings, kind: NamedKind, code: string): string => names[kind][code] ?? code

/** The ONS code of an area, where it has one. */
export const placeCodeOf = ({ rules }: Settings, area: string): string | undefined =>
  rules.places.find(place => place.area === area)?.geoCode

/** Codes that were used once: old records may hold them. */
export const formerOf = (settings: Settings, kind: CodeKind): string[] =>
  Object.keys(settings.names[kind]).filter(code => !codesOf(settings, kind).includes(code))

export const withName = (settings: Settings, kind: NamedKind, code: string, name: string): Settings => ({
  ...settings,
  names: { ...settings.names, [kind]: { ...settings.names[kind], [code]: name } },
})

/** These codes and no others in use. Hours wanted of what is no longer used are wanted no longer. */
export function withCodes(settings: Settings, kind: CodeKind, codes: readonly string[]): Settings {
  const { areas, rules } = kind === 'areas' ? { ...settings, areas: codes } : { ...settings, rules: { ...settings.rules, [kind]: codes } }
  const capacityWanted = rules.capacityWanted.filter(each => areas.includes(each.area) && rules.services.includes(each.service))
  return { ...settings, areas, rules: { ...rules, capacityWanted } }
}

/** Takes a name into use. A name that was used once comes back with its old code, so that old records and new ones are of one thing. */
export function withNew(settings: Settings, kind: CodeKind, name: string): Settings {
  const used = codesOf(settings, kind)
  const former = formerOf(settings, kind).find(code => slugOf(nameOf(settings, kind, code)) === slugOf(name))
  const code = former ?? freeCode(name, Object.keys(settings.names[kind]).concat(used))
  return withName(withCodes(settings, kind, [...used, code]), kind, code, name)
}

/** A code made of a name, with a number after it where others have it already. */
export function freeCode(name: string, taken: readonly string[]): string {
  const slug = slugOf(name) || 'other'
  const numbered = (number: number): string => (number === 1 ? slug : `${slug.slice(0, 36).replace(/-$/, '')}-${number}`)
  let number = 1
  while (taken.includes(numbered(number))) number += 1
  return numbered(number)
}
