import { useEffect, useRef, useState } from 'react'
import type { FormId } from '#domain/draft.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'
import { instantAt } from '#domain/plainDate.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import type { Answers, Faults, Field } from '#tab/ui/fields.ts'
import { askedOf, bothKept, readFields } from '#tab/ui/fields.ts'
import type { Sender } from '#tab/ui/useSending.ts'

/** Words from an earlier time: offered in place of the empty form, or standing in its boxes. */
export type Earlier = { at: Instant } & ({ state: 'offered'; words: Words } | { state: 'standing' })

export type Form = {
  id: FormId
  /** Tells its boxes apart from those of another form that asks the same on one page. */
  within: string
  fields: readonly Field[]
  words: Words
  faults: Faults
  earlier: Earlier | undefined
  /** On its way to the server: what is typed now would not go with it. */
  locked: boolean
  set: (name: string, text: string) => void
  /** The answers, once nothing is missing; before that it says what is. */
  read: () => Answers | undefined
  /** Takes up the words from an earlier time. */
  carryOn: () => void
  /** Throws away what was typed, now or at an earlier time. */
  clear: () => void
  today: PlainDate
}

/** The id around a field's box, so that the first fault can take the focus: the box itself is named and numbered by its field. `within` tells apart forms that ask the same on one page. */
export const boxId = (name: string, within = ''): string => `box-${within === '' ? '' : `${within}-`}${name}`

/** Puts the focus into a field's box, or on the first of its choices. A form over the page stands last, after a box of the same name. */
export function focusField(name: string, within = ''): void {
  const box = [...document.querySelectorAll<HTMLElement>(`[id="${boxId(name, within)}"]`)].at(-1)
  box?.querySelector<HTMLElement>('input, textarea, select')?.focus()
}

function focusFirstFault(fields: readonly Field[], words: Words, faults: Faults, within: string): void {
  const first = askedOf(fields, words).find(({ name }) => faults[name])
  if (first) focusField(first.name, within)
}

/** What is typed here, and what was typed at an earlier time and never saved. */
function useTyped(id: FormId, fields: readonly Field[]) {
  const drafts = useDrafts()
  const [typed, setTyped] = useState<Words>(() => drafts.find(id) ?? {})
  const [earlier, setEarlier] = useState<Earlier | undefined>(() =>
    drafts.find(id) ? { state: 'standing', at: instantAt(drafts.typedAt(id)) } : undefined,
  )
  const asked = useRef(fields)
  useEffect(() => {
    asked.current = fields
  })
  useEffect(() => {
    let present = true
    void drafts.lookUp(id).then(found => {
      const now = drafts.find(id)
      if (!found) return
      // Typed while we looked: neither is written over the other.
      const both = now && bothKept(asked.current, found.words, now)
      if (both) drafts.keep(id, both)
      if (!present) return
      if (both) setTyped(both)
      setEarlier(both ? { state: 'standing', at: found.keptAt } : { state: 'offered', at: found.keptAt, words: found.words })
    })
    return () => {
      present = false
    }
  }, [drafts, id])
  return { drafts, typed, setTyped, earlier, setEarlier }
}

/**
 * What is typed into a form. It is kept under `id` until it is saved: in memory at once, and on the server within seconds,
 * so that neither closing the form nor a reload loses anything.
 */
export function useForm(id: FormId, fields: readonly Field[], start: Words, today: PlainDate, within = ''): Form {
  const { drafts, typed, setTyped, earlier, setEarlier } = useTyped(id, fields)
  const [shown, setShown] = useState<Faults>({})
  // What was not typed follows the record, which may change under an open form.
  const words = { ...start, ...typed }
  return {
    id,
    within,
    fields,
    words,
    faults: shown,
    earlier,
    locked: false,
    today,
    set(name, text) {
      // What is kept is the newest: two boxes may change in one moment, and neither may forget the other.
      const next = { ...typed, ...drafts.find(id), [name]: text }
      const whole = earlier?.state === 'offered' ? bothKept(fields, earlier.words, next) : next
      if (earlier?.state === 'offered') setEarlier({ state: 'standing', at: earlier.at })
      drafts.keep(id, whole)
      setTyped(whole)
      if (shown[name]) setShown(Object.fromEntries(Object.entries(shown).filter(([each]) => each !== name)))
    },
    read() {
      const { answers, faults } = readFields(fields, words, today)
      setShown(faults)
      if (Object.keys(faults).length === 0) return answers
      focusFirstFault(fields, words, faults, within)
      return undefined
    },
    carryOn() {
      if (earlier?.state !== 'offered') return
      drafts.adopt(id, { words: { ...earlier.words }, keptAt: earlier.at })
      setTyped(earlier.words)
      setEarlier({ state: 'standing', at: earlier.at })
    },
    clear() {
      drafts.drop(id)
      setTyped({})
      setEarlier(undefined)
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
