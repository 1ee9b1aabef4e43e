import { servicesOf } from '#domain/gaps.ts'
import type { Extra } from '#domain/programmeRules.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { checks } from '#domain/vocabulary.ts'
import { useCatalysts } from '#tab/enterprise/useEnterprise.ts'
import type { NameOf } from '#tab/settings/codeNames.ts'
import { ourNames, useCodeNames } from '#tab/settings/codeNames.ts'
import type { NamedKind } from '#tab/settings/codes.ts'
import { useSettings } from '#tab/settings/useSettings.ts'
import type { FieldOption } from '#tab/ui/fields.ts'
import { useSession } from '#tab/ui/session.ts'

/** What a form offers of the programme's own: whom a record can be given to, and its codes with their names. */
export type Choices = {
  catalysts: readonly FieldOption[]
  areas: readonly string[]
  services: readonly string[]
  consortia: readonly string[]
  /** What the programme has switched on. */
  extras: readonly Extra[]
  /** The checks that one can have seen, but for DBS, which has a form of its own. */
  checks: readonly string[]
  nameOf: NameOf
}

/** What there is to choose in a programme that has set nothing. */
export const usualChoices: Choices = {
  catalysts: [],
  areas: [],
  services: servicesOf(defaultRules),
  consortia: [],
  extras: [],
  checks: checks.filter(check => check !== 'dbs'),
  nameOf: ourNames,
}

/** The programme's own choices, by its newest settings. */
export function useChoices(): Choices {
  const { programme } = useSession()
  const rules = useSettings().data?.versions[0]?.rules ?? defaultRules
  const own = rules.checks.map(({ check }) => check).filter(check => check !== 'dbs')
  return {
    catalysts: useCatalysts(),
    areas: programme.areas.map(({ id }) => id),
    services: servicesOf(rules),
    consortia: rules.consortia,
    extras: rules.extras,
    checks: [...new Set([...own, ...usualChoices.checks])],
    nameOf: useCodeNames(),
  }
}

/** Codes as options, and after them those that are on record and no longer in use: a form never drops what it did not offer. */
export const codeOptions = (choices: Choices, kind: NamedKind, codes: readonly string[], onRecord: readonly string[] = []): FieldOption[] =>
  [...new Set([...codes, ...onRecord])].map(value => ({ value, label: choices.nameOf(kind, value) }))
