import { usualMoves } from '#domain/cqcApplication.ts'
import type { RegistrationState } from '#domain/vocabulary.ts'
import { registrationStates } from '#domain/vocabulary.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { registrationLabels } from '#tab/labels.ts'
import type { Field } from '#tab/ui/fields.ts'

/** What a step of the application to CQC asks. */

const isNotice = (to: string | undefined): boolean => to === 'notice-of-proposal' || to === 'refused'
const cqcNumber = { most: 14, optional: true, pattern: /^1-\d{6,12}$/, fault: 'It looks like 1-101614751.' } as const

/** Where it usually goes next stands first; what happened otherwise can be recorded all the same. */
function statesInOrder({ registration }: Pick<Tracks, 'registration'>): RegistrationState[] {
  const usual: readonly RegistrationState[] = usualMoves[registration.state]
  return [...usual, ...registrationStates.filter(state => !usual.includes(state))]
}

/** The state, the day a notice was served, and CQC's own numbers once it has registered them. */
export const movedFields = (tracks: Pick<Tracks, 'registration'>): readonly Field[] => [
  { kind: 'list', name: 'to', label: 'Where is it now?', options: optionsOf(statesInOrder(tracks), registrationLabels) },
  {
    kind: 'day',
    name: 'servedOn',
    label: 'When did the letter reach them?',
    hint: 'The 28 days count from then. Leave it blank if you do not know.',
    optional: true,
    when: ({ to }) => isNotice(to),
  },
  {
    kind: 'line',
    name: 'providerId',
    label: 'CQC provider number',
    hint: 'It begins with 1 and a dash.',
    ...cqcNumber,
    when: ({ to }) => to === 'registered',
  },
  {
    kind: 'line',
    name: 'locationIds',
    label: 'CQC location numbers',
    hint: 'One for each place, with a comma between.',
    ...cqcNumber,
    most: 320,
    sentAs: 'list',
    when: ({ to }) => to === 'registered',
  },
]

/** What is asked in words beside a step of the application. What CQC sent back says why. */
export const movedNotes = (anything: string, hint: string): readonly Field[] => [
  { kind: 'note', name: 'note', label: 'Why did CQC send it back?', hint, when: ({ to }) => to === 'returned' },
  { kind: 'note', name: 'note', label: 'Which conditions did CQC set?', hint, optional: true, when: ({ to }) => to === 'registered' },
  { kind: 'note', name: 'note', label: anything, hint, optional: true, when: ({ to }) => to !== 'returned' && to !== 'registered' },
]
