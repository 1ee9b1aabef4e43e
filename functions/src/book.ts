import type { Instant } from '#domain/plainDate.ts'
import type { CaseRow, Head, Partition, Store } from '#functions/store.ts'
import { logKey } from '#functions/store.ts'
import { noHead } from '#functions/writing.ts'

/** A programme's cases, read once and kept in memory, with the log number they rest on. */
export type Book = { head: Head; cases: ReadonlyMap<string, CaseRow> }

type Kept = { head: Head; cases: ReadonlyMap<string, CaseRow>; usedAt: number }
type Meanwhile = (row: CaseRow) => void
type Looks = { now: Promise<Book>; next: Promise<Book> | undefined }

/** More touched cases than this since the last look, and reading all of them again is quicker. */
const rereadAllAbove = 200
const readsAtOnce = 16
/** Above so many cases in memory the least used book is dropped. */
const casesKept = 20_000

/**
 * The one path by which lists, searches and figures read: a point read of `head`; if the number moved, the log from there,
 * and the cases it names, applied by number, so that applying twice is harmless.
 */
export class Books {
  readonly #store: Store
  readonly #kept = new Map<Partition, Kept>()
  readonly #looks = new Map<Partition, Looks>()
  #uses = 0

  constructor(store: Store) {
    this.#store = store
  }

  /**
   * The book of a programme as it is now. Askers who come together share one look. Where all cases have to be read, `meanwhile` is told of
   * each while the next page is on its way: what it works out, and remembers by the row, is then at hand.
   */
  async open(programme: Partition, meanwhile?: Meanwhile): Promise<Book> {
    const looks = this.#looks.get(programme)
    if (!looks) return this.#begin(programme, meanwhile)
    // The look under way may have read the head before this asker's own change was recorded, so the next one is theirs.
    const begin = () => this.#begin(programme, meanwhile)
    looks.next ??= looks.now.then(begin, begin)
    return looks.next
  }

  #begin(programme: Partition, meanwhile?: Meanwhile): Promise<Book> {
    const now = this.#look(programme, meanwhile).finally(() => {
      if (!looks.next) this.#looks.delete(programme)
    })
    const looks: Looks = { now, next: undefined }
    this.#looks.set(programme, looks)
    return now
  }

  /** The last log number recorded at or before an instant, and when that was. */
  async numberAt(programme: Partition, instant: Instant, head: Head): Promise<{ n: number; recordedAt: Instant }> {
    if (head.recordedAt <= instant) return { n: head.n, recordedAt: head.recordedAt }
    let [low, high] = [0, head.n]
    let found: { n: number; recordedAt: Instant } = { n: 0, recordedAt: noHead.recordedAt }
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      const row = await this.#store.read(programme, 'log', logKey(middle))
      if (row && row.row.recordedAt <= instant) {
        low = middle
        found = { n: middle, recordedAt: row.row.recordedAt }
      } else high = middle
    }
    return found
  }

  async #look(programme: Partition, meanwhile?: Meanwhile): Promise<Book> {
    let head = (await this.#store.read(programme, 'head', []))?.row ?? noHead
    const kept = this.#kept.get(programme) ?? { head: noHead, cases: new Map<string, CaseRow>(), usedAt: 0 }
    kept.usedAt = ++this.#uses
    if (kept.head.n >= head.n) return kept
    const cases = new Map(kept.cases)
    let through = kept.head
    while (through.n < head.n) {
      await this.#bringUpTo(programme, cases, through, meanwhile)
      through = head
      // Rows are read after the head, so some may be newer than it: look again until none is.
      if ([...cases.values()].some(({ n }) => n > head.n)) head = (await this.#store.read(programme, 'head', []))?.row ?? head
    }
    const book = { head: through, cases, usedAt: kept.usedAt }
    this.#kept.set(programme, book)
    this.#dropLeastUsed(programme)
    return book
  }

  async #bringUpTo(programme: Partition, cases: Map<string, CaseRow>, through: Head, meanwhile?: Meanwhile): Promise<void> {
    const touched = through.n === 0 ? undefined : await this.#touchedSince(programme, through.n)
    if (touched && touched.size <= rereadAllAbove) {
      const ids = [...touched]
      for (let at = 0; at < ids.length; at += readsAtOnce) {
        const rows = await Promise.all(ids.slice(at, at + readsAtOnce).map(id => this.#store.read(programme, 'case', [id])))
        for (const found of rows) if (found) apply(cases, found.row)
      }
      return
    }
    for await (const page of this.#store.list(programme, 'case')) {
      for (const { row } of page) {
        apply(cases, row)
        meanwhile?.(row)
      }
    }
  }

  async #touchedSince(programme: Partition, n: number): Promise<Set<string>> {
    const touched = new Set<string>()
    for await (const page of this.#store.list(programme, 'log', { after: logKey(n) })) {
      for (const { row } of page) for (const id of row.cases) touched.add(id)
    }
    return touched
  }

  #dropLeastUsed(present: Partition): void {
    const count = () => [...this.#kept.values()].reduce((sum, { cases }) => sum + cases.size, 0)
    while (this.#kept.size > 1 && count() > casesKept) {
      const [least] = [...this.#kept].filter(([programme]) => programme !== present).sort(([, a], [, b]) => a.usedAt - b.usedAt)
      if (!least) return
      this.#kept.delete(least[0])
    }
  }
}

function apply(cases: Map<string, CaseRow>, row: CaseRow): void {
  const present = cases.get(row.caseId)
  if (!present || present.n <= row.n) cases.set(row.caseId, row)
}
