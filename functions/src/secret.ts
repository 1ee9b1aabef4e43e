import { randomKey } from '#functions/hashing.ts'
import type { Store } from '#functions/store.ts'
import { directory } from '#functions/store.ts'

const keyOfSecret = ['hashes']

/** The deployment's key for keyed hashes and cursors: a random row of the directory, made once, read once a process. */
export function secretOf(store: Store): () => Promise<string> {
  let reading: Promise<string> | undefined
  const readOrMake = async (): Promise<string> => {
    const found = await store.read(directory, 'secret', keyOfSecret)
    if (found) return found.row.key
    const key = randomKey()
    const outcome = await store.commit(directory, [{ put: 'insert', kind: 'secret', key: keyOfSecret, row: { key } }])
    return outcome === 'committed' ? key : readOrMake()
  }
  return () => {
    reading ??= readOrMake().catch((error: unknown) => {
      reading = undefined
      throw error
    })
    return reading
  }
}
