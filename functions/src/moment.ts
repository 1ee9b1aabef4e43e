import { caseAt } from '#domain/caseAt.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Book } from '#functions/book.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { now, today } from '#functions/world.ts'
import { writesInHand } from '#functions/writing.ts'

/** As at which day, as known at which instant; today, and all that is known, where it is left out. */
export type Momentary = { asAt?: PlainDate | undefined; knownAt?: Instant | undefined }

/** A question with its day and log number settled, and the book to ask it of. */
export type Moment = { book: Book; asAt: PlainDate; knownAt: Instant; through: number }

/**
 * Settles the moment of a question, so that the same question has the same answer for ever: none is of a day or an instant to come.
 * `meanwhile` is told of each case on that day while others are still on their way: what it remembers of them is then at hand.
 */
export async function momentOf(
  world: World,
  programmeId: string,
  { asAt = today(world), knownAt }: Momentary,
  meanwhile: (row: CaseRow, asAt: PlainDate) => unknown = (row, on) => caseAt(row, { asAt: on }),
): Promise<Result<Moment, Refusal>> {
  if (asAt > today(world)) return refused({ kind: 'asked-of-the-future', today: today(world) })
  // What is being written is let through first, so that nothing recorded by that moment comes in later.
  if (knownAt) await writesInHand(world.writer, programmeId)
  const book = await world.books.open(programmeId, row => meanwhile(row, asAt))
  // Another instance's clock may be a little ahead: what it recorded is known all the same.
  if (knownAt && knownAt > now(world) && knownAt > book.head.recordedAt) return refused({ kind: 'known-in-the-future' })
  const { n, recordedAt } = await world.books.numberAt(programmeId, knownAt ?? book.head.recordedAt, book.head)
  return ok({ book, asAt, knownAt: recordedAt, through: n })
}
