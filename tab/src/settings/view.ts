import { createContext, use } from 'react'
import type { Settings, SettingsHistory } from '#domain/settings.ts'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import type { Edit } from '#tab/settings/edits.ts'

export type Version = SettingsAnswer['versions'][number]

/** What the parts of the page share: the settings as they are today, all versions of them, and the way to change one thing. */
export type SettingsView = {
  answer: SettingsAnswer
  history: SettingsHistory<Version>
  held: Settings
  /** Undefined for those who may only look. */
  edit: ((edit: Edit) => void) | undefined
}

export const SettingsContext = createContext<SettingsView | undefined>(undefined)

export function useSettingsView(): SettingsView {
  const view = use(SettingsContext)
  if (!view) throw new Error('this part stands outside the settings page')
  return view
}
