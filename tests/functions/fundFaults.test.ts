import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFailed, test } from 'vitest'
import { MemoryStore } from '#functions/memoryStore.ts'
import type { Change, CommitOutcome, Found, Key, Partition, RowKind } from '#functions/store.ts'
import { StoreUnavailable } from '#functions/store.ts'
import { chooseSeed, seeded } from '../faults/proxy.ts'
import { decideAtOnce, expectExactly37, hundredWaiting } from './fundRace.ts'
import { FundProcess } from './fundSetting.ts'

/** A store whose answers get lost: before the work, after it, or with the work done later than anybody waits for. */
class LossyStore extends MemoryStore {
  isLossy = false
  readonly met = { before: 0, after: 0, late: 0, read: 0 }
  readonly #late: Promise<unknown>[] = []
  readonly #random: () => number

  constructor(seed: number) {
    super()
    this.#random = seeded(seed)
  }

  override async read<K extends RowKind>(partition: Partition, kind: K, key: Key, signal?: AbortSignal): Promise<Found<K> | undefined> {
    // Others come in between.
    await pause(0)
    if (this.isLossy && this.#random() < 0.03) {
      this.met.read += 1
      throw new StoreUnavailable('the answer was lost')
    }
    return super.read(partition, kind, key, signal)
  }

  override async commit(partition: Partition, changes: readonly Change[], signal?: AbortSignal): Promise<CommitOutcome> {
    const drawn = this.isLossy ? this.#random() : 1
    if (drawn < 0.08) return this.#lose('before')
    if (drawn < 0.16) {
      await super.commit(partition, changes, signal)
      return this.#lose('after')
    }
    if (drawn < 0.22) {
      this.#late.push(pause(3).then(() => super.commit(partition, changes)))
      return this.#lose('late')
    }
    return super.commit(partition, changes, signal)
  }

  /** Waits for all that is still on its way. */
  settle = (): Promise<unknown> => Promise.all(this.#late)

  #lose(how: keyof LossyStore['met']): never {
    this.met[how] += 1
    throw new StoreUnavailable('the answer was lost')
  }
}

test.each([chooseSeed(), 20_260_503])(
  'of 100 decisions at once by two processes, on a fund that affords 37, exactly 37 are granted though answers get lost (seed %i)',
  { timeout: 60_000 },
  async seed => {
    onTestFailed(() => console.error(`Run again with SEED=${seed}`))
    const store = new LossyStore(seed)
    const quick = { wait: (milliseconds: number) => pause(milliseconds / 50) }
    const [one, other] = [new FundProcess(store, quick), new FundProcess(store, quick)]
    const waiting = await hundredWaiting(one, store)
    store.isLossy = true
    const said = await decideAtOnce(waiting, [one, other])
    store.isLossy = false
    await store.settle()
    expect(Object.values(store.met).every(times => times > 0)).toBe(true)
    await expectExactly37(store, waiting, said)
  },
)
