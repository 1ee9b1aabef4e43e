import type { CaseDetail } from '#tab/api.ts'
import type { NameOf } from '#tab/settings/codeNames.ts'
import { sayDay, sayLength } from '#tab/ui/say.ts'
import type { TagTone } from '#tab/ui/Tag.tsx'

/** One check as a row says it: its name, what was seen, its day, and how it stands. */
export type CheckRow = {
  check: string
  name: string
  evidence: string
  day: string
  state: string
  tone: 'late' | 'careful' | 'done' | 'to-do'
  /** What its button does; none for what only holds. */
  cure: string | undefined
}

type Standing = CaseDetail['checks'][number]

const dayWords = ({ check, until }: Standing): string => (until ? sayDay(until) : check === 'dbs' ? 'No day to look again' : 'No end date')

function stateOf({ state, daysLeft, wanted }: Standing): Pick<CheckRow, 'state' | 'tone' | 'cure'> {
  switch (state) {
    case 'missing':
      return wanted ? { state: 'Not seen yet', tone: 'late', cure: 'Add it' } : { state: 'Not asked for', tone: 'to-do', cure: undefined }
    case 'undecided':
      return { state: 'Not settled', tone: 'late', cure: 'Add a new one' }
    case 'ran-out':
      return { state: 'Ran out', tone: 'late', cure: 'Add the new date' }
    case 'look-again':
      return { state: 'Look again', tone: 'careful', cure: 'Add a new look' }
    case 'soon':
      return { state: daysLeft === 0 ? 'Last day today' : `In ${sayLength(daysLeft ?? 0)}`, tone: 'careful', cure: 'Add the new date' }
    case 'holds':
      return { state: 'Seen', tone: 'done', cure: undefined }
  }
}

/** The checks of a record as rows, the most pressing first. */
export const checkRows = (checks: CaseDetail['checks'], nameOf: NameOf): CheckRow[] =>
  checks.map(standing => ({
    check: standing.check,
    name: nameOf('checks', standing.check),
    evidence: standing.seenOn ? `Seen ${sayDay(standing.seenOn)}` : '',
    day: standing.seenOn ? dayWords(standing) : '',
    ...withWayIn(standing.check, stateOf(standing)),
  }))

/** DBS checks have no step of their own in the menu: theirs is the way to another worker's, and to remove one. */
const withWayIn = (check: string, state: ReturnType<typeof stateOf>): ReturnType<typeof stateOf> =>
  check === 'dbs' ? { ...state, cure: state.cure ?? 'Show or add' } : state

/** The one tag of the track: what is worst. */
export function checksTag(checks: CaseDetail['checks']): { tone: TagTone; words: string } | undefined {
  const count = (...states: Standing['state'][]): number => checks.filter(({ state, wanted }) => wanted && states.includes(state)).length
  const ranOut = count('ran-out')
  if (ranOut > 0) return { tone: 'danger', words: `${ranOut} ran out` }
  const missing = count('missing', 'undecided')
  if (missing > 0) return { tone: 'warning', words: `${missing} missing` }
  const soon = count('soon', 'look-again')
  if (soon > 0) return { tone: 'warning', words: `${soon} soon` }
  return checks.length > 0 ? { tone: 'done', words: 'All seen' } : undefined
}
