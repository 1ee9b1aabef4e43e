import type { ContactChannel } from '#domain/vocabulary.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { stepFields } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Field } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'

/** The form of a contact as data, on a record and under a row of Today: twenty seconds, so it asks little and fills in the rest. */

/** What is mostly right stands last, behind "Change". */
export const behindChange: readonly string[] = ['happenedOn', 'channel', 'minutes']

/** All that a contact asks, in order; `next` is asked where the form says when one next speaks. */
export function contactFields(tracks: Tracks, words: Words, next: readonly Field[] = []): Field[] {
  const asked = stepFields('log-contact', tracks)
  const question = words['reached'] === 'no' ? 'Anything to note?' : 'What did you talk about?'
  const ahead = asked.filter(({ name }) => !behindChange.includes(name))
  const last = behindChange.flatMap(name => asked.filter(field => field.name === name))
  return [...ahead.map(field => (field.name === 'note' ? { ...field, label: question } : field)), ...next, ...last]
}

const minutesOf: Partial<Record<ContactChannel, string>> = { visit: '60' }

/** What a contact begins with. How they are doing starts with nothing chosen: what is said there is proof of trading. */
export const contactStart = (channel: ContactChannel, today: PlainDate): Words => ({
  channel,
  minutes: minutesOf[channel] ?? '15',
  happenedOn: sayDay(today),
})

/** What one tap answers besides: who told us how they are doing was reached; where nobody was, one tries again in a week. */
export function broughtAlong(name: string, text: string, { after = '' }: Words): Words {
  if (name === 'heard' && text !== '') return { reached: 'yes' }
  return name === 'reached' && text === 'no' && after === '' ? { after: '1-week' } : {}
}
