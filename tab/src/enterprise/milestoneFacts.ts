import { withCqcSince } from '#domain/cqcApplication.ts'
import { isUnpaid, paidOn, paidPence } from '#domain/grants.ts'
import { asks, reScoping } from '#domain/milestones.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { Registration, Scoping } from '#domain/supportCase.ts'
import { going } from '#domain/supportCase.ts'
import type { Milestone } from '#domain/vocabulary.ts'
import type { CaseDetail } from '#tab/api.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { legalFormLabels, registrationLabels } from '#tab/labels.ts'
import { sayCount, sayDay, sayMoney } from '#tab/ui/say.ts'

/** One fact under each milestone: a form and its day, how long CQC has had it, what was paid. */

function ideaFact({ idea, support }: Tracks): string {
  if (idea.state === 'agreed') return `Agreed ${sayDay(idea.on)}`
  const before = going(support)
  return before?.state === 'accepted' ? 'Talking it over' : 'Not begun'
}

function setUpFact({ constitution }: Tracks): string {
  switch (constitution.state) {
    case 'not-chosen':
      return 'No form chosen'
    case 'chosen':
      return `${legalFormLabels[constitution.form]}, not set up yet`
    case 'constituted':
      return `${legalFormLabels[constitution.present.form]}, ${sayDay(constitution.present.on)}`
  }
}

function scopingFact(scoping: Scoping): string {
  if (scoping.state === 'to-do') return 'Not checked'
  const asked = asks(scoping)
  if (asked === 'nothing') return `Not needed, ${sayDay(scoping.on)}`
  return asked === 'ask' ? `Ask CQC, ${sayDay(scoping.on)}` : `Needed, ${sayDay(scoping.on)}`
}

const withCqcStates = ['submitted', 'in-assessment', 'interview']

function cqcFact(registration: Registration, scoping: Scoping, today: PlainDate): string {
  if (registration.state === 'not-begun') return scopingFact(scoping)
  if (withCqcStates.includes(registration.state))
    return `With CQC for ${sayCount(daysBetween(withCqcSince(registration.moves) ?? registration.since, today), 'day')}`
  return `${registrationLabels[registration.state]}, ${sayDay(registration.since)}`
}

function grantFact({ grants }: Tracks): string {
  const waiting = grants.find(isUnpaid)
  if (waiting) return `${sayMoney(waiting.pence)} agreed, not paid yet`
  const asked = grants.find(({ state }) => state === 'recommended' || state === 'assessed' || state === 'sent-back')
  if (asked) return `${sayMoney(asked.pence)} asked for`
  const last = grants.findLast(({ payments }) => payments.length > 0)
  const on = last && paidOn(last)
  return last && on ? `${sayMoney(paidPence(last))} paid ${sayDay(on)}` : 'No grant'
}

function tradingFact({ trading }: Tracks): string {
  switch (trading.state) {
    case 'not-yet':
      return 'Not trading yet'
    case 'trading':
      return `Trading since ${sayDay(trading.beganOn)}`
    case 'paused':
      return `Paused since ${sayDay(trading.pausedOn)}`
    case 'stopped':
      return `Stopped ${sayDay(trading.stoppedOn)}`
    case 'left-sight':
      return `Left our sight ${sayDay(trading.leftOn)}`
  }
}

export const milestoneFacts = ({ today }: Pick<CaseDetail, 'today'>, tracks: Tracks): Record<Milestone, string> => ({
  idea: ideaFact(tracks),
  constitution: setUpFact(tracks),
  registration: reScoping(tracks, today) ? 'Check again' : cqcFact(tracks.registration, tracks.scoping, today),
  grant: grantFact(tracks),
  'two-years': tradingFact(tracks),
})
