import type { GrantKind } from '#domain/facts.ts'
import type { Grant } from '#domain/grants.ts'
import { day } from '#domain/plainDate.ts'
import type { Pot } from '#domain/pots.ts'
import { toPence } from '#domain/quantities.ts'
import type { HappeningData } from '#domain/schemas.ts'
import type { Journey } from '../builders.ts'
import { ids, trading } from '../builders.ts'

const { grant: grantId, pot } = ids

/** A fund for the year 2015: £500 at most to one enterprise, all of it by the short process. No rules, no panel, any gap. */
export const fund: Pot = {
  potId: pot,
  version: 1,
  from: day('2015-01-01'),
  to: day('2015-12-31'),
  capPence: toPence(500_00),
  smallPence: toPence(500_00),
  costCode: 'ASC-4410',
  subsidy: 'not-a-subsidy',
  gaps: [],
  rules: [],
  asks: [],
  quorum: 0,
  limits: [],
  evidenceDays: 56,
}

type Data<K extends GrantKind> = Omit<HappeningData[K], 'grantId'>

/** One more step of the grant, or of another. */
export const step = <K extends GrantKind>(story: Journey, kind: K, date: string, data: Data<K>, of: string = grantId): Journey =>
  story.happened(kind, date, { grantId: of, ...data } as HappeningData[K])

type Asked = { date?: string; pence?: number; number?: number; of?: string }

/** G-0007 of £450 for respite, recommended by the catalyst on 1 April 2015. */
export const recommendedOn = (story: Journey, { date = '2015-04-01', pence = 450_00, number = 7, of = grantId }: Asked = {}): Journey =>
  step(story.by(ids.catalyst), 'grant-recommended', date, { pot, number, pence: toPence(pence), gap: 'respite' }, of)

/**
 * The short process as it goes, one more step each: decided on 8 April, offered on the 9th, accepted on the 14th, paid on the 20th.
 * Receipts are due after 56 days: 10 to 30 April, 31 to 31 May and 15 more are 15 June.
 */
export const recommended = recommendedOn(trading())
export const decided = step(recommended.by(ids.decider), 'grant-decided', '2015-04-08', { pence: toPence(450_00), gap: 'respite' })
export const offered = step(decided.by(ids.catalyst), 'grant-offered', '2015-04-09', {})
export const accepted = step(offered, 'grant-accepted', '2015-04-14', { confirmed: true })
export const paid = step(accepted.by(ids.payer), 'grant-paid', '2015-04-20', { pence: toPence(450_00), evidenceDueOn: day('2015-06-15') })
/** Receipts for all of it on 10 May 2015; closed two days later. */
export const seen = step(paid.by(ids.catalyst), 'grant-evidence-seen', '2015-05-10', { pence: toPence(450_00) })
export const closed = step(seen, 'grant-closed', '2015-05-12', { why: 'evidence-seen' })

export const sentBack = step(recommended.by(ids.decider), 'grant-sent-back', '2015-04-08', {})
export const turnedDown = step(recommended.by(ids.decider), 'grant-turned-down', '2015-04-08', {})

/** The grant as all of the entries have it. */
export const grantOf = (story: Journey, of: string = grantId): Grant => {
  const grant = story.asAt().grants.find(each => each.grantId === of)
  if (!grant) throw new Error('there is no such grant in this story')
  return grant
}

/** What cannot be in a history. */
export const impossibleIn = (story: Journey): unknown[] =>
  story.asAt().warnings.flatMap(({ severity, about }) => (severity === 'impossible' ? [about] : []))
