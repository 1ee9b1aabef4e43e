import type { Check } from '#domain/vocabulary.ts'
import { checks } from '#domain/vocabulary.ts'
import { checkLabels, gapLabels } from '#tab/labels.ts'
import type { NamedKind } from '#tab/settings/codes.ts'
import { useSettings } from '#tab/settings/useSettings.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'

/** What the programme calls a code of its own. */
export type NameOf = (kind: NamedKind, code: string) => string

/** A code of the programme as words, where nobody gave it a name. */
export const sayCode = (code: string): string => code.replaceAll('-', ' ').replace(/^./, first => first.toUpperCase())

const isKnownCheck = (check: string): check is Check => (checks as readonly string[]).includes(check)

/** The names that we give by ourselves: those of the known checks, and of the services that stand in until a programme has its own. */
export const ourNames: NameOf = (kind, code) => {
  if (kind === 'checks' && isKnownCheck(code)) return checkLabels[code]
  return (kind === 'services' ? (gapLabels as Readonly<Record<string, string>>)[code] : undefined) ?? sayCode(code)
}

/** What the programme calls its codes, by its newest settings: a code that is no longer used keeps its name there. */
export function useCodeNames(): NameOf {
  const { programme } = useSession()
  const names = useSettings().data?.versions[0]?.names
  // Areas come with the programme, and are there at once.
  const areas = new Map(everyArea(programme).map(({ id, name }) => [id, name]))
  return (kind, code) => (kind === 'areas' ? (areas.get(code) ?? code) : (names?.[kind][code] ?? ourNames(kind, code)))
}
