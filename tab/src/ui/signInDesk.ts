/** Where every call waits that needs the person to sign in again. One question, however many wait. */
export class SignInDesk {
  private waiting: (() => void)[] = []
  private readonly watchers = new Set<() => void>()
  private readonly signIn: () => Promise<unknown>

  constructor(signIn: () => Promise<unknown>) {
    this.signIn = signIn
  }

  /** Settles when the person has signed in. */
  ask(): Promise<void> {
    const asked = new Promise<void>(done => this.waiting.push(done))
    this.tell()
    return asked
  }

  readonly isNeeded = (): boolean => this.waiting.length > 0

  readonly watch = (changed: () => void): (() => void) => {
    this.watchers.add(changed)
    return () => this.watchers.delete(changed)
  }

  /** Throws what the host throws when it did not work. */
  async sign(): Promise<void> {
    await this.signIn()
    const waiting = this.waiting
    this.waiting = []
    this.tell()
    for (const done of waiting) done()
  }

  private tell(): void {
    for (const changed of this.watchers) changed()
  }
}
