import type { Instant, PlainDate } from '#domain/plainDate.ts'
import { instantAt, londonDay } from '#domain/plainDate.ts'
import type { Books } from '#functions/book.ts'
import type { Store } from '#functions/store.ts'
import type { Writer } from '#functions/writing.ts'

/** All that the handlers need from outside, built once in `main.ts`. */
export type World = { store: Store; books: Books; writer: Writer; secret: () => Promise<string> }

/** Now, as an instant. */
export const now = ({ writer }: World): Instant => instantAt(writer.clock())

/** Today, in Europe/London. */
export const today = (world: World): PlainDate => londonDay(now(world))
