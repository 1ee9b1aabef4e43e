import type { Happening } from './facts.ts'
import { asks } from './milestones.ts'
import type { Raise, Scoping, SupportCase } from './supportCase.ts'
import type { ChangeKind } from './vocabulary.ts'
import { having } from './having.ts'

/** A CQC check as it was recorded: nothing has raised it again yet. */
export const scopingOf = ({ happenedOn: on, data }: Happening<'scoped'>): Scoping => ({
  state: 'recorded',
  outcome: data.outcome,
  on,
  answers: data.answers,
  trueFrom: data.trueFrom ?? on,
  raisedBy: [],
})

/** Which changes may change the answer of a CQC check. Source: SI 2014/2936, Schedule 1, paragraph 1(3). */
const raises = {
  'took-someone-on': true,
  'found-cover': true,
  'changed-form': true,
  'began-personal-care': true,
  'took-council-work': true,
  'new-price': false,
  'new-insurance-date': false,
  'could-take-more': false,
  'second-place': true,
  'who-decides': true,
} as const satisfies Record<ChangeKind, boolean>

/** After an entry, the CQC check is raised again where the entry speaks against it. One that said they must register stays as it is. */
export function raiseScoping(before: SupportCase, next: SupportCase, fact: Happening): SupportCase {
  const { scoping } = before
  if (scoping.state === 'to-do' || fact.kind === 'scoped' || asks(scoping) === 'register') return next
  const added = raisedBy(before, scoping, fact).filter(raise => !scoping.raisedBy.some(each => isSame(each, raise)))
  return added.length === 0 ? next : having(next, { scoping: { ...scoping, raisedBy: [...scoping.raisedBy, ...added] } })
}

const isSame = (one: Raise, other: Raise): boolean =>
  one.because === 'changed' && other.because === 'changed' ? one.what === other.what : one.because === other.because

type Recorded = Extract<Scoping, { state: 'recorded' }>

function raisedBy({ purposes }: SupportCase, scoping: Recorded, fact: Happening): Raise[] {
  const { happenedOn: on } = fact
  if (fact.kind === 'changed') return raises[fact.data.what] ? [{ because: 'changed', what: fact.data.what, on }] : []
  if (fact.kind === 'care-return') return raisedByNumbers(scoping, fact)
  if (fact.kind === 'constituted') {
    const { form } = fact.data
    return restsOnOnePerson(scoping) && form !== 'sole_trader' ? [{ because: 'new-form', form, on }] : []
  }
  if (fact.kind === 'services-offered') {
    const isNew = fact.data.purposes?.includes('personal-care') === true && !purposes.includes('personal-care')
    return saidNoPersonalCare(scoping) && isNew ? [{ because: 'personal-care', on }] : []
  }
  return []
}

const restsOnOnePerson = ({ outcome }: Recorded): boolean => outcome === 'individual-1-3-c'
const saidNoPersonalCare = ({ answers }: Recorded): boolean => answers?.personalCare === 'no'

function raisedByNumbers(scoping: Recorded, { happenedOn: on, data }: Happening<'care-return'>): Raise[] {
  const { jobs = 0, personalCareMinutes = 0, paid } = data
  const raised: Raise[] = []
  if (restsOnOnePerson(scoping) && jobs >= 2) raised.push({ because: 'more-people', jobs, on })
  if (saidNoPersonalCare(scoping) && personalCareMinutes > 0) raised.push({ because: 'personal-care', on })
  if (scoping.answers?.commissioned === 'no' && (paid?.councilContract ?? 0) > 0) raised.push({ because: 'council-contract', on })
  return raised
}
