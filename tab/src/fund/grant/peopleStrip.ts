import type { Grant } from '#domain/grants.ts'
import type { GrantPart } from '#domain/grantVocabulary.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import type { StripStep } from '#tab/fund/grant/grantPageLabels.ts'
import { stripLabels } from '#tab/fund/grant/grantPageLabels.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'

/** Who does what in one grant: the separation of duties, seen before anybody is refused. */

export type StripItem = {
  step: StripStep
  name: string
  state: 'done' | 'now' | 'later' | 'not-taken'
  /** Who did it, who may, or who may not. */
  who: string
  /** The day, and what they said. */
  more: string
}

/** What the page calls a person; the reader is `you`. */
export type NameOf = (oid: string) => string
export const you = 'you'

/** "Sam, Hazel or Kit"; of many, the first three. */
export function anyOf(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most)
  const left = names.length - shown.length
  const parts = left > 0 ? [...shown, `${left} others`] : shown
  const [last = '', ...before] = parts.toReversed()
  return before.length === 0 ? last : `${before.toReversed().join(', ')} or ${last}`
}

/** A name at the start of a sentence: "You". */
export const starting = (text: string): string => text.replace(/^./, first => first.toUpperCase())

const partOfStep = {
  recommend: 'recommended',
  assess: 'assessed',
  decide: 'decided',
  verify: 'verified',
  pay: 'paid',
} as const satisfies Record<StripStep, GrantPart>

type Done = { by: string; on: PlainDate; said: string }

function doneIn(grant: Grant, step: StripStep): Done | undefined {
  const { recommended, assessed, decided, said, verified, payments, state } = grant
  const last = payments.at(-1)
  // The title says how much it is: only another amount is said beside a step.
  const amount = (pence: number): string[] => (pence === grant.pence ? [] : [sayMoney(pence)])
  switch (step) {
    case 'recommend':
      return recommended && state !== 'sent-back' ? { ...recommended, said: amount(recommended.pence).join('') } : undefined
    case 'assess':
      return assessed && { ...assessed, said: assessed.recommends ? ['yes', ...amount(assessed.pence)].join(', ') : 'no' }
    case 'decide':
      if (decided) return { ...decided, said: ['yes', ...amount(decided.pence)].join(', ') }
      return said && state === 'turned-down' ? { ...said, said: 'no' } : undefined
    case 'verify':
      return verified && { ...verified, said: '' }
    case 'pay':
      return last && state !== 'part-paid' ? { ...last, said: '' } : undefined
  }
}

/** Who may not take a step that is still to come: "Not Kit or you". Whoever takes this one takes no later one. */
function barred({ notTheirs }: GrantAnswer, step: StripStep, nameOf: NameOf, mine: boolean, me: string): string {
  const others = new Set(notTheirs[partOfStep[step]])
  if (mine) others.add(me)
  return others.size === 0 ? '' : `Not ${anyOf([...others].map(nameOf), others.size)}`
}

const isOver = ({ state }: Grant): boolean => state === 'turned-down' || state === 'closed'

/** The steps of a grant, each with its person. Above the small-grant limit somebody looks at it first, and a second person checks the account. */
export function peopleStrip(answer: GrantAnswer, nameOf: NameOf, me: string): StripItem[] {
  const grant = answer.grant
  const { next } = answer.row
  const isLarge = Math.max(grant.pence, grant.recommended?.pence ?? 0) > answer.pot.smallPence || grant.assessed !== undefined
  const steps: StripStep[] = isLarge ? ['recommend', 'assess', 'decide', 'verify', 'pay'] : ['recommend', 'decide', 'pay']
  const mine = next?.may === true
  return steps.map(step => {
    const name = stripLabels[step]
    const done = doneIn(grant, step)
    if (done) {
      const more = [sayDay(done.on), done.said].filter(part => part !== '').join(': ')
      return { step, name, state: 'done', who: starting(nameOf(done.by)), more }
    }
    if (isOver(grant)) return { step, name, state: 'not-taken', who: 'Not done', more: '' }
    if (next?.step === step) {
      const can = anyOf(next.whoCan.map(nameOf))
      return { step, name, state: 'now', who: mine ? 'You' : can === '' ? 'Nobody here yet' : starting(can), more: '' }
    }
    return { step, name, state: 'later', who: barred(answer, step, nameOf, mine, me) || 'Someone else', more: '' }
  })
}
