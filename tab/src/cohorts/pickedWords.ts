import type { Asked, FigureDay } from '#tab/cohorts/question.ts'
import { legalFormLabels } from '#tab/labels.ts'
import { sayDay } from '#tab/ui/say.ts'

/** What is chosen, in a line of words and a smaller one. */
export function pickedWords(
  { by, from, to, area, form, knownBy }: Asked,
  { day }: Pick<FigureDay, 'day'>,
  areas: readonly { id: string; name: string }[],
) {
  const span = from && to ? `${sayDay(from)} to ${sayDay(to)}` : from ? `from ${sayDay(from)}` : to ? `up to ${sayDay(to)}` : 'at any time'
  const known = knownBy ? [`known by ${sayDay(knownBy)}`] : []
  const others = [
    areas.find(({ id }) => id === area)?.name ?? 'all areas',
    form ? legalFormLabels[form] : 'any form',
    `on ${sayDay(day)}`,
    ...known,
  ]
  return { chosen: `${by === 'enquiry' ? 'Enquired' : 'Began trading'} ${span}`, other: others.join(' · ') }
}
