import type { ManyState } from '#tab/many/manyDesk.ts'
import { countOf } from '#tab/many/manyDesk.ts'
import { manyWords } from '#tab/manyLabels.ts'
import { sayCount } from '#tab/ui/say.ts'

/** What one kind of change to many says of itself. */
export type ManySaying = {
  /** "Ask Mo to take over 35 enterprises": the button that saves, and what is said before it. */
  save: (count: number) => string
  /** "Mo was asked to take over 35 enterprises." */
  saved: (count: number) => string
}

const stays = (count: number): string => (count === 1 ? 'stays as it is' : 'stay as they are')

/** The line above the list: what will happen, how far it is, or what came of it. */
export function headOf({ step, lines, all, done }: ManyState, saying: ManySaying): string {
  const saved = countOf(lines, 'saved')
  switch (step) {
    case 'looking':
      return `${manyWords.looking}: ${done} of ${all}`
    case 'preview': {
      const [can, cannot] = [countOf(lines, 'can'), countOf(lines, 'cannot')]
      const before = saved > 0 ? ` ${saved} saved before.` : ''
      if (can === 0) return `${saved > 0 ? 'No other one can change.' : manyWords.nothing}${before}`
      return `${sayCount(can, 'enterprise')} will change${cannot > 0 ? `, ${cannot} ${stays(cannot)}` : ''}.${before}`
    }
    case 'saving':
    case 'stopping':
      return `${done} of ${all} saved`
    case 'stopped':
      return `${saved} saved, ${countOf(lines, 'can')} not yet.`
    case 'saved': {
      const not = countOf(lines, 'not-saved')
      return `${saying.saved(saved)}${not > 0 ? ` ${not} not saved.` : ''}`
    }
    case 'undoing':
      return `${done} of ${all} undone`
    case 'over': {
      const [undone, not] = [countOf(lines, 'undone'), countOf(lines, 'not-undone')]
      return `${undone} undone.${not > 0 ? ` ${not} not undone.` : ''} ${manyWords.inHistory}`
    }
  }
}

/** Why nothing moves just now. */
export function waitingWords({ step, waiting }: ManyState): string {
  if (!waiting) return ''
  const why = waiting.kind === 'no-signal' ? 'no signal' : waiting.kind === 'signed-out' ? 'please sign in again' : 'the casebook is busy'
  const what = step === 'undoing' ? manyWords.notUndone : step === 'looking' ? 'Not looked yet' : manyWords.notYet
  return `${what}: ${why}. ${manyWords.keepTrying}`
}

/** The groups of a list, those that need the eye first. */
export const groupsOf: readonly { state: 'not-saved' | 'not-undone' | 'cannot' | 'can' | 'saved' | 'undone'; heading: string }[] = [
  { state: 'not-saved', heading: manyWords.notSaved },
  { state: 'not-undone', heading: manyWords.notUndone },
  { state: 'cannot', heading: manyWords.stay },
  { state: 'can', heading: manyWords.change },
  { state: 'saved', heading: manyWords.saved },
  { state: 'undone', heading: manyWords.undone },
]
