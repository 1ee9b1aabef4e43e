import type { PersonId } from '#local/people.ts'
import { isPersonId } from '#local/people.ts'

/** The themes of Teams that the frame can show. */
export const themes = ['default', 'dark', 'contrast'] as const

/** Widths in CSS pixels, and the whole window. */
export const widths = ['320', '360', '768', '1280', 'full'] as const

/** Where in Teams the tab believes to be. */
export const places = ['content', 'settings', 'sidePanel', 'meetingStage'] as const

/** What the address of the frame asks for. */
export type Choices = {
  person: PersonId
  theme: (typeof themes)[number]
  width: (typeof widths)[number]
  place: (typeof places)[number]
  /** Where the tab is served: here, unless a test serves it elsewhere. */
  tab: URL
  /** The page of the tab to open first. */
  path: string
  /** What a deep link points at, as Teams hands it to the tab. */
  subPage: string | undefined
}

function oneOf<T extends string>(allowed: readonly T[], asked: string | null): T | undefined {
  return allowed.find(each => each === asked)
}

/** Reads `?person=lead&theme=dark&width=320&path=/cohorts`; what is missing or unknown gets its usual value. */
export function readChoices(address: URL): Choices {
  const { searchParams } = address
  const person = searchParams.get('person')
  const tab = searchParams.get('tab') ?? '/'
  return {
    person: isPersonId(person) ? person : 'lead',
    theme: oneOf(themes, searchParams.get('theme')) ?? 'default',
    width: oneOf(widths, searchParams.get('width')) ?? 'full',
    place: oneOf(places, searchParams.get('place')) ?? 'content',
    tab: new URL(tab, address.origin),
    path: searchParams.get('path') ?? '/',
    subPage: searchParams.get('sub') ?? undefined,
  }
}
