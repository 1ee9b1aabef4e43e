import type { InDate } from '#domain/consortia.ts'
import type { Consortium } from '#domain/consortiumSchemas.ts'
import type { NameOf } from '#tab/settings/codeNames.ts'
import { sayCount, sayHours } from '#tab/ui/say.ts'

/** The words of a consortium's report. */

/** What others are told of a check. Never what it says. */
export const inDateLabels = { 'in-date': 'In date', 'look-again': 'Look again', 'not-known': 'Not known' } satisfies Record<InDate, string>

export const consortiumWords = {
  lead: 'Groups of enterprises that bid for work together. Each report is read from the records of its members.',
  none: 'No consortium yet',
  noneYet: 'The lead names them in Settings. Then record on each enterprise which one it joined.',
  nobody: 'Nobody has joined it yet.',
  left: 'No longer in it',
  checks: 'Of insurance and DBS checks we say only whether they are in date.',
  take: 'Download as CSV',
} as const

/** "3 members. 52½ hours a week, of 2 whose hours we know. Meals, Shopping." */
export function togetherWords({ members, minutesPerWeek, withHours, services }: Consortium, nameOf: NameOf): string {
  if (members === 0) return consortiumWords.nobody
  const hours =
    withHours === 0
      ? 'Nobody’s hours are known.'
      : `${sayHours(minutesPerWeek)} hours a week${withHours < members ? `, of ${withHours} whose hours we know` : ''}.`
  const offered = services.map(code => nameOf('services', code)).join(', ')
  return [`${sayCount(members, 'member')}.`, hours, offered && `${offered}.`].filter(Boolean).join(' ')
}
