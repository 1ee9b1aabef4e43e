/** Whether names are hidden: in a meeting they are, until somebody asks for them. One for the whole tab. */
export class MeetingView {
  #hidden: boolean
  readonly #watchers = new Set<() => void>()

  constructor(inMeeting: boolean) {
    this.#hidden = inMeeting
  }

  readonly watch = (changed: () => void): (() => void) => {
    this.#watchers.add(changed)
    return () => void this.#watchers.delete(changed)
  }

  readonly isHidden = (): boolean => this.#hidden

  readonly hide = (hidden: boolean): void => {
    if (hidden === this.#hidden) return
    this.#hidden = hidden
    for (const changed of this.#watchers) changed()
  }
}
