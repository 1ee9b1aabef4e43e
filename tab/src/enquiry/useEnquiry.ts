import { useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useRef } from 'react'
import { useNavigate } from 'react-router'
import type { TypedEnquiry } from '#domain/commandSchemas.ts'
import { formIdOf } from '#domain/draft.ts'
import type { EnquiryAnswer } from '#domain/wireSchemas.ts'
import type { Arrival } from '#tab/enterprise/arrival.ts'
import { broughtAlong, enquiryFields, enquiryOf, enquiryStart, notSameIn } from '#tab/enquiry/enquiryFields.ts'
import { routes } from '#tab/routes.ts'
import { useSettings } from '#tab/settings/useSettings.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { useSession } from '#tab/ui/session.ts'
import { formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import { useSending } from '#tab/ui/useSending.ts'

/** What comes after saving: the decision, or nothing today. */
export type Then = 'decide' | 'later'

/** The form of an enquiry, its way to the server, and where it leads. */
export function useEnquiry() {
  const { api, desk, me, programme } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const drafts = useDrafts()
  const then = useRef<Then>('later')
  const id = formIdOf('new', 'enquiry')
  const asks = { ...programme, extras: useSettings().data?.versions[0]?.rules.extras ?? [] }
  const fields = enquiryFields(asks)
  const form = useForm(id, fields, enquiryStart(me.today), me.today)
  const arriveAt = (record: string, arrival: Arrival): void => void navigate(routes.enterprise(record), { replace: true, state: arrival })
  const sender = useSending<TypedEnquiry, EnquiryAnswer>({
    desk,
    send: (body, options) => api.enquire(programme.id, body, options),
    recorded() {
      drafts.drop(id)
      void queries.invalidateQueries()
    },
    saved({ id: record, maybeSame }) {
      arriveAt(record, {
        maybeSame: maybeSame.map(each => ({ ...each, name: null })),
        ...(then.current === 'decide' && { open: 'triage' }),
      })
    },
  })
  const press = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (sender.sending.state === 'waiting') {
      sender.tryNow()
      return
    }
    const answers = form.read()
    if (!answers || sender.sending.state === 'sending') return
    const { submitter } = event.nativeEvent
    then.current = submitter instanceof HTMLButtonElement && submitter.value === 'decide' ? 'decide' : 'later'
    sender.submit(enquiryOf(answers, form.words))
  }
  const onItsWay = formOnItsWay(form, sender)
  const set = (name: string, text: string): void => {
    onItsWay.set(name, text)
    for (const [other, brought] of Object.entries(broughtAlong(name, text, form.words, me.today))) onItsWay.set(other, brought)
  }
  return {
    form: { ...onItsWay, set },
    asks,
    fields,
    sender,
    press,
    copy: () => wordsToCopy(fields, form.words),
    /** Several boxes at once. */
    take: (words: Words) => Object.entries(words).forEach(([name, text]) => onItsWay.set(name, text)),
    /** Whether a record is of the same person: a no is kept and goes with the enquiry. */
    say: (reference: string, isSame: boolean): void => {
      const others = notSameIn(form.words).filter(each => each !== reference)
      onItsWay.set('notSameAs', (isSame ? others : [...others, reference]).join(','))
    },
    /** They are on record: what was typed goes into a contact there, and the enquiry is given up. */
    open: (record: string): void => {
      const contact = formIdOf(record, 'log-contact')
      const before = drafts.find(contact)
      const typed = wordsToCopy(
        fields.filter(({ name }) => name !== 'happenedOn'),
        form.words,
      )
      drafts.keep(contact, { ...before, note: [before?.['note'], typed].filter(Boolean).join('\n\n') })
      drafts.drop(id)
      arriveAt(record, { open: 'contact' })
    },
  }
}
