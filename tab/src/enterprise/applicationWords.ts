import type { CqcClock } from '#domain/cqcApplication.ts'
import { aimWeeks, daysToReply, papersOf } from '#domain/cqcApplication.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { cqcPapers } from '#domain/vocabulary.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { sayCount, sayDay, sayNearDay } from '#tab/ui/say.ts'

/** The application to CQC in sentences, in neutral words. */

const checkLetter = 'Check the date on the letter, and get advice now.'

/** A clock of the application, in a sentence or three. */
export function clockWords(clock: CqcClock, today: PlainDate): string {
  switch (clock.kind) {
    case 'with-cqc':
      return `With CQC for ${sayCount(clock.days, 'day')}. CQC aims to decide in ${aimWeeks} weeks. Many take longer.`
    case 'reply':
      return `CQC plans to say no. They have ${daysToReply} days to reply. ${lastDayWords(clock)}`
    case 'appeal':
      return `CQC said no. They have ${daysToReply} days to appeal. ${lastDayWords(clock)}`
    case 'interview':
      return `The interview is on ${[sayNearDay(clock.dueOn, today), clock.at].filter(Boolean).join(', ')}.`
  }
}

/** The last day, and the day from which it was counted. */
const lastDayWords = ({ lastDay, servedOn, daysLeft }: Extract<CqcClock, { servedOn: PlainDate }>): string =>
  `By our count the last day ${daysLeft < 0 ? 'was' : 'is'} ${sayDay(lastDay)}. ${checkLetter} We count from ${sayDay(servedOn)}.`

/** A DBS check has no end date, but CQC takes only one that is not too old. */
export const dbsWords = (on: PlainDate): string => `The DBS check is 12 months old on ${sayDay(on)}. CQC may ask for a newer one.`

/** "9 of 11 papers ready." */
export const papersWords = (tracks: Pick<Tracks, 'papersReady'>): string => `${papersCount(tracks)} ready.`

/** "9 of 11 papers" */
export const papersCount = (tracks: Pick<Tracks, 'papersReady'>): string => `${papersOf(tracks).ready.length} of ${cqcPapers.length} papers`
