import type { Instant, PlainDate } from './plainDate.ts'

/**
 * DBS checks. What we keep of one stands in a row of its own, which can be emptied, and never in a fact: the level, the days,
 * who saw it, what was decided and when to look again; never what a certificate says.
 */

/** Levels of a DBS check. Since 21 January 2026 the self-employed can have an enhanced one through an umbrella body. Source: NHS Employers, DBS checks for self-employed people. */
export const dbsLevels = ['basic', 'standard', 'enhanced', 'enhanced-barred'] as const
export type DbsLevel = (typeof dbsLevels)[number]

/** What was decided on seeing it. */
export const dbsDecisions = ['go-on', 'go-on-with-a-plan', 'wait', 'not-suitable'] as const
export type DbsDecision = (typeof dbsDecisions)[number]

/** What an old spreadsheet does not say of a check that was seen: its level, and what was decided. Nobody types this in. */
export const notRecorded = 'not-recorded'
type NotRecorded = typeof notRecorded

/** Whose check it is. A worker is counted and not named. */
export const dbsSubjects = ['owner', 'worker'] as const
export type DbsSubject = (typeof dbsSubjects)[number]

/** What we keep of one DBS check. */
export type DbsCheck = {
  id: string
  of: DbsSubject
  level: DbsLevel | NotRecorded
  issuedOn: PlainDate | null
  seenOn: PlainDate
  /** Object id of who saw it. */
  seenBy: string
  decision: DbsDecision | NotRecorded
  /** A DBS check has no end date. This is when the programme wants to see it again. */
  lookAgainOn: PlainDate | null
  /** When it was typed in; an older row does not say. */
  recordedAt?: Instant | undefined
}

/** The checks in the order in which they were seen; of two on one day, what was typed in last comes last. */
export const inOrderSeen = (checks: readonly DbsCheck[]): DbsCheck[] => {
  const place = ({ seenOn, recordedAt }: DbsCheck): string => `${seenOn} ${recordedAt ?? ''}`
  return [...checks].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))
}

const goesOn: readonly DbsCheck['decision'][] = ['go-on', 'go-on-with-a-plan', notRecorded]

/** What lists and gates need of an enterprise's DBS checks. */
export type DbsStanding = { seenOn: PlainDate; lookAgainOn: PlainDate | null; people: number; settled: boolean }

/**
 * What stands of several checks: the first day to look again, and whether each came to going on. Undefined where there is none.
 * One from a spreadsheet that says only that it was seen counts as going on: whoever kept that list worked with them.
 */
export function dbsStanding(checks: readonly DbsCheck[]): DbsStanding | undefined {
  const latest = new Map<string, DbsCheck>()
  // One owner; each worker's check is one of its own.
  for (const check of inOrderSeen(checks)) {
    const whose = check.of === 'owner' ? 'owner' : check.id
    const before = latest.get(whose)
    // A spreadsheet's day says nothing of what was decided, so it takes no decision's place.
    if (!before || before.decision === notRecorded || check.decision !== notRecorded) latest.set(whose, check)
  }
  const standing = [...latest.values()]
  const seenOn = standing
    .map(check => check.seenOn)
    .sort()
    .at(-1)
  if (!seenOn) return undefined
  const lookAgainOn =
    standing
      .flatMap(check => check.lookAgainOn ?? [])
      .sort()
      .at(0) ?? null
  const settled = standing.every(({ decision }) => goesOn.includes(decision))
  return { seenOn, lookAgainOn, people: standing.length, settled }
}
