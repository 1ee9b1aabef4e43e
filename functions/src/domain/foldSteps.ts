import type { Happening } from './facts.ts'
import type { Step } from './fold.ts'
import { settleInterview } from './foldTasks.ts'
import { asks } from './milestones.ts'
import type { PlainDate } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'
import { adding, having } from './having.ts'

/** Set up: the form chosen, then the forms it has had. A later form keeps the earlier ones. */
export function foldConstitution(before: SupportCase, fact: Happening<'form-chosen' | 'constituted'>): SupportCase {
  const { constitution } = before
  if (fact.kind === 'form-chosen') {
    if (constitution.state === 'constituted') return before
    return having(before, { constitution: { state: 'chosen', form: fact.data.form, on: fact.happenedOn } })
  }
  const { form, register, identifier } = fact.data
  const present = { form, on: fact.happenedOn, register, identifier }
  const earlier = constitution.state === 'constituted' ? [...constitution.earlier, constitution.present] : []
  return having(before, { constitution: { state: 'constituted', present, earlier } })
}

/** The application to CQC moves on. Only what was registered can be deregistered. */
export function foldRegistration(before: SupportCase, { happenedOn, data }: Happening<'registration-moved'>): Step {
  const { registration, scoping } = before
  const begun = registration.state === 'not-begun' ? undefined : registration
  const next: SupportCase = having(before, {
    tasks: data.to === 'interview' ? settleInterview(before.tasks, happenedOn) : before.tasks,
    registration: {
      state: data.to,
      since: happenedOn,
      servedOn: servedOn(data, happenedOn),
      registeredOn: data.to === 'registered' ? happenedOn : begun?.registeredOn,
      providerId: data.providerId ?? begun?.providerId,
      locationIds: data.locationIds ?? begun?.locationIds ?? [],
      moves: adding(begun?.moves ?? [], { to: data.to, on: happenedOn }),
    },
  })
  if (data.to === 'deregistered' && !begun?.registeredOn) return { next, impossible: { kind: 'not-registered', on: happenedOn } }
  return data.to === 'registered' && asks(scoping) === 'nothing'
    ? { next, shouldNotHave: { kind: 'registered-though-not-needed', on: happenedOn } }
    : { next }
}

/** A notice counts from the day it was served; where that is not known, from the day it came to light. */
const servedOn = ({ to, servedOn: told }: Happening<'registration-moved'>['data'], on: PlainDate): PlainDate | undefined =>
  told ?? (to === 'notice-of-proposal' || to === 'refused' ? on : undefined)
