import type { ImportAnswers, ImportRemark, ImportReport } from '#domain/importSchemas.ts'
import type { Result } from '#domain/result.ts'
import type { Failure, ImportOptions } from '#tab/api.ts'
import { bringIn } from '#tab/import/bringIn.ts'
import { faultOfFile, named } from '#tab/import/chosenFile.ts'
import { sayFailure } from '#tab/ui/failureWords.ts'
import type { BroughtIn, Fixes, NeedsYou } from '#tab/import/progress.ts'
import { answersToSend, cellKey, needsYou, nothingIn, rowsReady } from '#tab/import/progress.ts'

/** A look at the file: on its way, or come to nothing. What the look before said stays meanwhile. */
type Checking = { busy: boolean; failure: Failure | undefined }

/** A file with what was said about it: answers, and cells put right. */
type Said = { file: File; answers: ImportAnswers; fixes: Fixes }

export type ImportState =
  | { step: 'choose'; fault: string | undefined; reading: string | undefined }
  | ({ step: 'check'; report: ImportReport; rows: readonly NeedsYou[]; checking: Checking } & Said)
  | ({ step: 'bringing'; report: ImportReport; all: number; done: BroughtIn; since: number; stopping: boolean } & Said)
  | ({
      step: 'broken-off'
      report: ImportReport
      all: number
      done: BroughtIn
      next: number | undefined
      failure: Failure | undefined
    } & Said)
  | { step: 'done'; file: File; done: BroughtIn; leftOut: readonly ImportRemark[] }

type OfStep<S extends ImportState['step']> = Extract<ImportState, { step: S }>
export type CheckState = OfStep<'check'>

const atStart: OfStep<'choose'> = { step: 'choose', fault: undefined, reading: undefined }
const idle: Checking = { busy: false, failure: undefined }

/** How long typing must rest before the file is looked at again. */
const rest = 700

export type ImportDeskOptions = {
  send: (file: File, answers: ImportAnswers, options: ImportOptions) => Promise<Result<ImportReport, Failure>>
  /** Something was brought in: what was read before is old. */
  changed: () => void
  /** Runs something after so many milliseconds; answers how to call it off. */
  after: (milliseconds: number, run: () => void) => () => void
  now: () => number
}

/**
 * The desk at which a spreadsheet is brought in, for as long as the tab is open: the file is sent again for each look at it, and nothing is
 * kept elsewhere. Leaving the page and coming back finds everything as it was, and what is being brought in goes on meanwhile.
 */
export class ImportDesk {
  private readonly options: ImportDeskOptions
  private readonly listeners = new Set<() => void>()
  private state: ImportState = atStart
  private turn = 0
  private callOff: () => void = () => undefined
  private stopping = false

  constructor(options: ImportDeskOptions) {
    this.options = options
  }

  readonly current = (): ImportState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private set(state: ImportState): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }

  private restart(state: ImportState): void {
    this.callOff()
    this.turn += 1
    this.set(state)
  }

  otherFile(): void {
    this.restart(atStart)
  }

  /** Takes a file; what cannot be read is said before anything is sent. */
  async choose(file: File): Promise<void> {
    const fault = faultOfFile(file)
    this.restart({ ...atStart, fault, reading: fault === undefined ? file.name : undefined })
    if (fault === undefined) await this.look({ file: named(file), answers: {}, fixes: new Map() }, [])
  }

  answer(more: Partial<ImportAnswers>): void {
    if (this.state.step === 'check') this.sayMore({ answers: { ...this.state.answers, ...more } }, 0)
  }

  /** Puts one cell right; the file is looked at again once typing rests. */
  fix(row: number, column: string, value: string): void {
    if (this.state.step !== 'check') return
    this.sayMore({ fixes: new Map(this.state.fixes).set(cellKey({ row, column }), { row, column, value }) }, rest)
  }

  checkAgain(): void {
    this.sayMore({}, 0)
  }

  private sayMore(more: Partial<Said>, milliseconds: number): void {
    if (this.state.step !== 'check') return
    this.callOff()
    const said = { ...this.state, ...more, checking: { busy: true, failure: undefined } }
    const before = said.rows.map(({ remark }) => remark)
    this.restart(said)
    this.callOff = this.options.after(milliseconds, () => void this.look(said, before))
  }

  /** Only the answer to what was asked last is shown. */
  private async look(said: Said, before: readonly ImportRemark[]): Promise<void> {
    const turn = ++this.turn
    const { file, answers, fixes } = said
    const looked = await this.options.send(file, answersToSend(answers, fixes), { dryRun: true })
    if (turn !== this.turn) return
    if (looked.ok) {
      const report = looked.value
      this.set({ step: 'check', file, answers, fixes, report, rows: needsYou(before, report), checking: idle })
    } else if (this.state.step === 'check') {
      this.set({ ...this.state, checking: { busy: false, failure: looked.refusal } })
    } else {
      this.set({ ...atStart, fault: sayFailure(looked.refusal) })
    }
  }

  /** Brings in the rows that are ready. Waits for nothing that is being looked at: the button is pressed on what is shown. */
  async begin(): Promise<void> {
    if (this.state.step === 'check' && !this.state.checking.busy)
      await this.bring(this.state, rowsReady(this.state.report), nothingIn, undefined)
  }

  /** Goes on where it broke off. */
  async goOn(): Promise<void> {
    if (this.state.step === 'broken-off') await this.bring(this.state, this.state.all, this.state.done, this.state.next)
  }

  /** No further part is sent; the one on its way is written to its end. */
  stop(): void {
    if (this.state.step !== 'bringing') return
    this.stopping = true
    this.set({ ...this.state, stopping: true })
  }

  private async bring(what: Said & { report: ImportReport }, all: number, already: BroughtIn, from: number | undefined): Promise<void> {
    const { file, answers, fixes, report } = what
    const kept = { file, answers, fixes, report, all }
    const given = { ...answersToSend(answers, fixes), skipBad: true }
    const since = this.options.now()
    this.stopping = false
    this.restart({ ...kept, step: 'bringing', done: already, since, stopping: false })
    const outcome = await bringIn({
      send: next => this.options.send(file, given, { dryRun: false, ...(next !== undefined && { from: next }) }),
      from,
      already,
      onProgress: done => this.set({ ...kept, step: 'bringing', done, since, stopping: this.stopping }),
      wantsToStop: () => this.stopping,
    })
    if (outcome.state === 'done') this.set({ step: 'done', file, done: outcome.done, leftOut: report.errors })
    else this.set({ ...kept, step: 'broken-off', done: outcome.done, next: outcome.next, failure: outcome.failure })
    this.options.changed()
  }
}
