import { useState } from 'react'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import type { Answers, Faults, Field } from '#tab/ui/fields.ts'
import { askedOf, readFields } from '#tab/ui/fields.ts'
import type { Sender } from '#tab/ui/useSending.ts'

export type Form = {
  fields: readonly Field[]
  words: Words
  faults: Faults
  /** True where these are words from an earlier time that this form was open. */
  kept: boolean
  /** On its way to the server: what is typed now would not go with it. */
  locked: boolean
  set: (name: string, text: string) => void
  /** The answers, once nothing is missing; before that it says what is. */
  read: () => Answers | undefined
  /** Throws away what was typed. */
  clear: () => void
  today: PlainDate
}

/** The id of a field's box, so that the first fault can take the focus. */
export const boxId = (name: string): string => `box-${name}`

function focusFirstFault(fields: readonly Field[], words: Words, faults: Faults): void {
  const first = askedOf(fields, words).find(({ name }) => faults[name])
  if (!first) return
  const box = document.getElementById(boxId(first.name))
  const target = box?.matches('input, textarea, select, button') ? box : box?.querySelector<HTMLElement>('input, textarea, select')
  target?.focus()
}

/** What is typed into a form. It is kept under `id` until it is saved, so that closing the form loses nothing. */
export function useForm(id: string, fields: readonly Field[], start: Words, today: PlainDate): Form {
  const drafts = useDrafts()
  const [typed, setTyped] = useState<Words>(() => drafts.find(id) ?? {})
  const [kept, setKept] = useState(() => drafts.find(id) !== undefined)
  const [shown, setShown] = useState<Faults>({})
  // What was not typed follows the record, which may change under an open form.
  const words = { ...start, ...typed }
  return {
    fields,
    words,
    faults: shown,
    kept,
    locked: false,
    today,
    set(name, text) {
      // What is kept is the newest: two boxes may change in one moment, and neither may forget the other.
      const next = { ...typed, ...drafts.find(id), [name]: text }
      drafts.keep(id, next)
      setTyped(next)
      if (shown[name]) setShown(Object.fromEntries(Object.entries(shown).filter(([each]) => each !== name)))
    },
    read() {
      const { answers, faults } = readFields(fields, words, today)
      setShown(faults)
      if (Object.keys(faults).length === 0) return answers
      focusFirstFault(fields, words, faults)
      return undefined
    },
    clear() {
      drafts.drop(id)
      setTyped({})
      setKept(false)
      setShown({})
    },
  }
}

/** A form and its way to the server. A word typed while we wait for the next try ends the waiting: the new words are sent when one presses the button. */
export function formOnItsWay(form: Form, { sending, back }: Pick<Sender<never>, 'sending' | 'back'>): Form {
  const locked = sending.state === 'sending'
  return {
    ...form,
    locked,
    set(name, text) {
      if (locked) return
      if (sending.state !== 'idle') back()
      form.set(name, text)
    },
  }
}
