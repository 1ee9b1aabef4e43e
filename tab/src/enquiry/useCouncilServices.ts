import { useSettings } from '#tab/settings/useSettings.ts'
import type { FieldOption } from '#tab/ui/fields.ts'

/** The council services that staff may leave, as the newest settings call them. */
export function useCouncilServices(): FieldOption[] {
  const newest = useSettings().data?.versions[0]
  return (newest?.rules.councilServices ?? []).map(value => ({ value, label: newest?.names.councilServices[value] ?? value }))
}
