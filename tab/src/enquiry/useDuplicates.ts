import { useRef, useState } from 'react'
import { matchesOf } from '#domain/duplicates.ts'
import type { MaybeSame } from '#domain/wireSchemas.ts'
import { whoFields } from '#tab/enquiry/enquiryFields.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { useSession } from '#tab/ui/session.ts'
import { boxId } from '#tab/ui/useForm.ts'

/** What a box that was left is called; undefined where it tells nothing of who they are. */
const nameOfBox = (id: string): string | undefined => whoFields.find(({ name }) => boxId(name) === id)?.name

/** Who is on record already, and the two ways to ask. */
export type Duplicates = {
  found: readonly MaybeSame[]
  /** The box beside which the answer stands. */
  left: string
  /** Asks where the box that was left tells who they are. */
  leave: (box: string) => void
  /** Asks of these words at once, unless they were asked about already. */
  ask: (beside: string, words: Words) => void
}

/**
 * Looks for them on record each time a box that tells who they are is left, and when boxes are filled or sent without being left. It never
 * stands in the way: without signal it finds nobody.
 */
export function useDuplicates(typed: Words): Duplicates {
  const { api, programme } = useSession()
  const [found, setFound] = useState<readonly MaybeSame[]>([])
  const [left, setLeft] = useState('')
  const asked = useRef('')
  const ask = (beside: string, words: Words): void => {
    const who = Object.fromEntries(whoFields.flatMap(field => (words[field.name]?.trim() ? [[field.name, words[field.name]]] : [])))
    const question = JSON.stringify(who)
    if (question === asked.current) return
    asked.current = question
    setLeft(beside)
    if (matchesOf(who).length === 0) {
      setFound([])
      return
    }
    void api.duplicates(programme.id, who).then(answer => {
      // An answer to an older question says nothing of what stands there now.
      if (asked.current !== question) return
      if (answer.ok) setFound(answer.value.maybeSame)
      else asked.current = ''
    })
  }
  const leave = (box: string): void => {
    const name = nameOfBox(box)
    if (name) ask(name, typed)
  }
  return { found, left, leave, ask }
}
