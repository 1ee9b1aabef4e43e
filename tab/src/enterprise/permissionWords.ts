import { maySay } from '#domain/maySay.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { PermissionUse } from '#domain/vocabulary.ts'
import { permissionUses } from '#domain/vocabulary.ts'
import { storyPlaceLabels } from '#tab/besideLabels.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { sayDay } from '#tab/ui/say.ts'

/** What they said yes to, in words. */

export const permissionHeads = { directory: 'May be listed', story: 'Story' } satisfies Record<PermissionUse, string>

/** One use: what stands on record, and whether there is a yes to take back. */
export type PermissionLine = { use: PermissionUse; head: string; words: string; holds: boolean }

/** "Yes, since 3 May 2026" · "Yes, in a report, until 3 May 2027" · "Not asked yet" */
export const permissionLines = (tracks: Pick<Tracks, 'permissions'>, today: PlainDate): PermissionLine[] =>
  permissionUses.map(use => ({ use, head: permissionHeads[use], words: wordsFor(tracks, use, today), holds: maySay(tracks, use, today) }))

function wordsFor(tracks: Pick<Tracks, 'permissions'>, use: PermissionUse, today: PlainDate): string {
  const permission = tracks.permissions[use]
  if (!permission) return 'Not asked yet'
  if (permission.state === 'ended') return `Taken back on ${sayDay(permission.on)}`
  const { places, until, on } = permission
  if (until !== undefined && !maySay(tracks, use, today)) return `Their yes ended on ${sayDay(until)}`
  const where = places.map(place => storyPlaceLabels[place].toLowerCase()).join(', ')
  return ['Yes', where, until === undefined ? `since ${sayDay(on)}` : `until ${sayDay(until)}`].filter(part => part !== '').join(', ')
}
