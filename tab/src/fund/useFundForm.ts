import { useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { formIdOf } from '#domain/draft.ts'
import type { NewPot, PotAnswer, Pots } from '#domain/potSchemas.ts'
import { faultsAcross, fundParts, fundStart, potOf } from '#tab/fund/fundFields.ts'
import { routes } from '#tab/routes.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import type { Faults, FieldOption } from '#tab/ui/fields.ts'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { useSession } from '#tab/ui/session.ts'
import { focusField, formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import { useSending } from '#tab/ui/useSending.ts'

/** What the form is about: the fund that is changed, if it is one that is there; the funds there are; and who decides. */
export type FundAsked = { pot: PotAnswer | undefined; pots: readonly PotAnswer[]; deciders: readonly FieldOption[] }

/** The form of a fund, its way to the server, and back to the fund. */
export function useFundForm({ pot, pots: before, deciders }: FundAsked) {
  const { api, desk, me, programme } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const drafts = useDrafts()
  const [across, setAcross] = useState<Faults>({})
  const id = formIdOf('new', pot ? `fund-${pot.id}` : 'fund')
  const parts = fundParts(deciders)
  const fields = parts.flatMap(part => part.fields)
  const form = useForm(id, fields, fundStart(pot), me.today)
  const sender = useSending<NewPot, Pots>({
    desk,
    send: async (body, options) => {
      const said = await (pot ? api.changePot(programme.id, pot.id, body, options) : api.makePot(programme.id, body, options))
      // Somebody else changed it first: theirs is read, so that the next try is made against it.
      if (!said.ok && said.refusal.kind === 'refused') await queries.invalidateQueries({ queryKey: ['pots', programme.id] })
      return said
    },
    recorded({ pots }) {
      drafts.drop(id)
      queries.setQueryData<Pots>(['pots', programme.id], held => held && { ...held, pots })
      void queries.invalidateQueries()
    },
    saved({ pots }) {
      const fresh = pot?.id ?? pots.find(({ id: made }) => !before.some(each => each.id === made))?.id
      void navigate(fresh === undefined ? routes.fund : `${routes.fund}?fund=${fresh}`, { replace: true })
    },
  })
  const press = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (sender.sending.state === 'waiting') return sender.tryNow()
    const answers = form.read()
    if (!answers || sender.sending.state === 'sending') return
    const wrong = faultsAcross(answers)
    setAcross(wrong)
    const [first] = Object.keys(wrong)
    if (first !== undefined) return focusField(first)
    sender.submit(potOf(answers, deciders, pot), pot?.version)
  }
  const onItsWay = formOnItsWay(form, sender)
  const set = (name: string, text: string): void => {
    setAcross({})
    onItsWay.set(name, text)
  }
  return {
    form: { ...onItsWay, set, faults: { ...form.faults, ...across } },
    parts,
    sender,
    press,
    copy: () => wordsToCopy(fields, form.words),
  }
}
