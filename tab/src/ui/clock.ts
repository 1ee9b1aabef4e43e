/** What a thing that waits needs to know of time; a test gives it a time of its own. */
export type Watch = {
  /** Milliseconds since 1970. */
  now: () => number
  /** Does something later; what it gives back calls it off. */
  after: (milliseconds: number, work: () => void) => () => void
}

export const realWatch: Watch = {
  now: () => Date.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds)
    return () => clearTimeout(timer)
  },
}
