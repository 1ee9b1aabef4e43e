import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { Result } from '#domain/result.ts'
import type { Foreseen, RecordedAnswer } from '#domain/wireSchemas.ts'
import type { Failure, WriteOptions } from '#tab/api.ts'
import { manyWords } from '#tab/manyLabels.ts'
import { sayFailure } from '#tab/ui/failureWords.ts'
import { keepTrying } from '#tab/ui/keepTrying.ts'

/** How far one of many is. */
export type Standing =
  | { state: 'unseen' }
  /** It would be recorded, on this number of the record. */
  | { state: 'can'; n: number }
  | { state: 'cannot'; why: string }
  | { state: 'saved'; n: number; at: string }
  | { state: 'not-saved'; why: string }
  | { state: 'undone' }
  | { state: 'not-undone'; why: string }

export type Line = { id: string; title: string; standing: Standing }

export type ManyState = {
  /** What is recorded on each. */
  command: TypedCommand
  step: 'looking' | 'preview' | 'saving' | 'stopping' | 'stopped' | 'saved' | 'undoing' | 'over'
  lines: readonly Line[]
  /** Of those that this step is about, how many there are and how many are done. */
  all: number
  done: number
  /** What we wait to get over. */
  waiting: Failure | undefined
}

/** One of those that are to change. `leftOut` says why it stays as it is before anybody is asked. */
export type Chosen = { id: string; title: string; leftOut?: string | undefined }

export type ManyDeskOptions = {
  chosen: readonly Chosen[]
  /** The same for each of them. */
  command: TypedCommand
  /** Makes the key of each, so that it takes effect once however often it is sent: after a lost signal, and after a lost page. */
  job: string
  /** Each is sent with the number of its record that the look gave: what was recorded since is then never passed over. */
  guarded: boolean
  foresee: (id: string, command: TypedCommand, options: WriteOptions) => Promise<Result<Foreseen, Failure>>
  send: (id: string, command: TypedCommand, options: WriteOptions) => Promise<Result<RecordedAnswer, Failure>>
  signIn: () => Promise<void>
  wait: (milliseconds: number) => Promise<void>
  /** Something was recorded: what was read before is old. `all` where nothing is left to send. */
  recorded: (all: boolean) => void
}

/** So many are on their way at once: the server writes one after the other, and others want to save too. */
const atOnce = 3

/**
 * The desk at which one change is made to many enterprises: it looks what would come of each, saves them one by one, tells what came of
 * each, and undoes them all. Each is a command of its own, so the server's rules are those of the single one, and nothing is half done.
 */
export class ManyDesk {
  private readonly options: ManyDeskOptions
  private readonly watchers = new Set<() => void>()
  private state: ManyState
  // Each step is a turn: leaving the page, or stopping, ends it, and what its tries still bring is only written down.
  private turn = 0
  // Those that wait for the next try: others may be saved meanwhile, and the page still says that something waits.
  private readonly held = new Map<string, Failure>()

  constructor(options: ManyDeskOptions) {
    this.options = options
    const lines = options.chosen.map(({ id, title, leftOut }): Line => ({
      id,
      title,
      standing: leftOut ? { state: 'cannot', why: leftOut } : { state: 'unseen' },
    }))
    this.state = { command: options.command, step: 'looking', lines, all: 0, done: 0, waiting: undefined }
  }

  readonly current = (): ManyState => this.state

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  /** What would come of each that is not settled; again of those that were not saved. */
  async look(): Promise<void> {
    const { command, foresee } = this.options
    const isOver = await this.through('looking', ['unseen', 'not-saved', 'can'], ({ id }) =>
      this.tried(
        id,
        () => foresee(id, command, { key: this.keyOf(id) }),
        ({ n, recorded }) => (recorded ? { state: 'saved', n: recorded.n, at: recorded.recordedAt } : { state: 'can', n }),
        why => ({ state: 'cannot', why }),
      ),
    )
    if (isOver) this.set({ step: 'preview' })
  }

  /** Saves those that can be. Also goes on after a stop. */
  async save(): Promise<void> {
    const { command, guarded, send, recorded } = this.options
    const isOver = await this.through('saving', ['can'], ({ id, standing }) =>
      this.tried(
        id,
        () => send(id, command, { key: this.keyOf(id), ...(guarded && standing.state === 'can' && { n: standing.n }) }),
        ({ n, recordedAt }) => ({ state: 'saved', n, at: recordedAt }),
        why => ({ state: 'not-saved', why }),
      ),
    )
    this.set({ step: isOver ? 'saved' : 'stopped' })
    recorded(isOver)
  }

  /** Takes back what was saved. */
  async undo(): Promise<void> {
    const { send, recorded } = this.options
    await this.through('undoing', ['saved'], ({ id, standing }) => {
      const of = standing.state === 'saved' ? standing.n : 0
      return this.tried(
        id,
        () => send(id, { kind: 'undo', of }, { key: `${this.keyOf(id)}.undo.${of}` }),
        () => ({ state: 'undone' }),
        why => ({ state: 'not-undone', why }),
      )
    })
    this.set({ step: 'over' })
    recorded(true)
  }

  /** No further one is sent; those on their way are written down. */
  stop(): void {
    if (this.state.step !== 'saving') return
    this.turn += 1
    this.set({ step: 'stopping' })
  }

  /** Nobody looks any more. */
  leave(): void {
    this.turn += 1
    this.watchers.clear()
  }

  private keyOf(id: string): string {
    return `${this.options.job}.${id}`
  }

  private set(part: Partial<ManyState>): void {
    this.state = { ...this.state, ...part }
    for (const watcher of this.watchers) watcher()
  }

  /** Works through those in one of these states, a few at a time. False where it was stopped before all were done. */
  private async through(
    step: ManyState['step'],
    states: readonly Standing['state'][],
    work: (line: Line) => Promise<Standing | undefined>,
  ): Promise<boolean> {
    const mine = ++this.turn
    const queue = this.state.lines.filter(({ standing }) => states.includes(standing.state))
    this.set({ step, all: queue.length, done: 0 })
    const next = async (): Promise<void> => {
      const line = this.turn === mine ? queue.shift() : undefined
      if (!line) return
      const standing = await work(line)
      if (standing) this.settle(line.id, standing)
      await next()
    }
    await Promise.all(Array.from({ length: atOnce }, next))
    return this.turn === mine
  }

  private settle(id: string, standing: Standing): void {
    const lines = this.state.lines.map(line => (line.id === id ? { ...line, standing } : line))
    this.set({ lines, done: this.state.done + 1 })
  }

  private hold(id: string, failure: Failure | undefined): void {
    if (failure) this.held.set(id, failure)
    else if (!this.held.delete(id)) return
    this.set({ waiting: [...this.held.values()].at(-1) })
  }

  /** Sends one until the server has answered. Undefined where nobody waits for it any more: it may have arrived, and its key says so. */
  private async tried<T>(
    id: string,
    send: () => Promise<Result<T, Failure>>,
    told: (answer: T) => Standing,
    refused: (why: string) => Standing,
  ): Promise<Standing | undefined> {
    const mine = this.turn
    const { wait, signIn } = this.options
    const goOn = (): boolean => this.turn === mine
    const onWait = (failure: Failure): void => this.hold(id, goOn() ? failure : undefined)
    const again = (): Promise<Result<T, Failure>> => {
      this.hold(id, undefined)
      return send()
    }
    const answer = await keepTrying(again, { wait, signIn, goOn, onWait })
    this.hold(id, undefined)
    if (answer.ok) return told(answer.value)
    const { kind } = answer.refusal
    if (kind === 'no-signal' || kind === 'busy' || kind === 'signed-out') return undefined
    return refused(kind === 'changed' ? manyWords.changed : sayFailure(answer.refusal))
  }
}

/** How many lines are in each state. */
export const countOf = (lines: readonly Line[], ...states: readonly Standing['state'][]): number =>
  lines.filter(({ standing }) => states.includes(standing.state)).length

/** When the first of those that were saved was recorded: ten minutes later not all of them can be undone. */
export function firstSavedAt(lines: readonly Line[]): string | undefined {
  return lines.flatMap(({ standing }) => (standing.state === 'saved' ? [standing.at] : [])).sort()[0]
}
