import type { Store } from '#functions/store.ts'

/** A store that is opened at the first call: a cold start does not wait for an identity it may not need, and a failed start is tried again. */
export function deferredStore(open: () => Promise<Store>): Store {
  let opening: Promise<Store> | undefined
  const store = (): Promise<Store> => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }
  return {
    read: async (...args) => (await store()).read(...args),
    async *list(...args) {
      yield* (await store()).list(...args)
    },
    commit: async (...args) => (await store()).commit(...args),
    prepare: async (...args) => (await store()).prepare(...args),
  }
}
