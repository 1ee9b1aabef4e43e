import { inWords } from './dayWords.ts'
import type { Happening, NewHappening } from './facts.ts'
import { isBeside, isOfGrant, isOfTask } from './facts.ts'
import type { Column } from './importColumns.ts'
import { sayEnding, sayHours, sayPence } from './importWords.ts'
import type { CheckInMonth } from './vocabulary.ts'

/**
 * A place in an enterprise's history that one part of a row speaks of: at most one entry of an import stands there
 * (a grant's two count as one), whatever its kind. A check-in has one for each month.
 */
export const slots = [
  'enquired',
  'answer',
  'assigned',
  'scoped',
  'idea',
  'set-up',
  'registered',
  'grant',
  'trading',
  'check-in-6',
  'check-in-12',
  'check-in-24',
  'contact',
  'care-return',
  'price',
  'services',
  'areas-served',
  'insurance',
  'dbs',
  'stopped',
] as const
export type Slot = (typeof slots)[number]

/** The columns that fill each slot; the first one is named where the whole slot is meant. */
export const columnsOfSlot = {
  enquired: ['enquiry_date', 'ref', 'area'],
  answer: ['journey'],
  assigned: ['catalyst'],
  scoped: ['cqc_needed'],
  idea: ['idea_date'],
  'set-up': ['constituted_date', 'legal_form'],
  registered: ['cqc_registered_date'],
  grant: ['grant_awarded_pence', 'grant_date'],
  trading: ['started_trading_date'],
  'check-in-6': ['checkin_6m_date', 'checkin_6m_outcome'],
  'check-in-12': ['checkin_12m_date', 'checkin_12m_outcome'],
  'check-in-24': ['checkin_24m_date', 'checkin_24m_outcome'],
  contact: ['last_contact_date'],
  'care-return': ['jobs', 'weekly_hours', 'people_supported', 'council_paid_hours', 'personal_care_hours'],
  price: ['price_per_hour_pence'],
  services: ['services'],
  'areas-served': ['areas_served'],
  insurance: ['insurance_until'],
  dbs: ['dbs_seen'],
  stopped: ['closed_date', 'closed_reason', 'withdrawn_date', 'withdrawn_reason'],
} as const satisfies Record<Slot, readonly Column[]>

/** Where a happening stands; undefined for what no column of a file holds. */
export function slotOf(fact: NewHappening | Happening): Slot | undefined {
  if (isBeside(fact) || isOfTask(fact)) return undefined
  if (isOfGrant(fact)) return fact.kind === 'grant-decided' || fact.kind === 'grant-paid' ? 'grant' : undefined
  switch (fact.kind) {
    case 'enquired':
    case 'assigned':
    case 'scoped':
    case 'contact':
    case 'care-return':
    case 'stopped':
      return fact.kind
    case 'accepted':
    case 'advised-only':
    case 'declined':
      return 'answer'
    case 'idea-agreed':
      return 'idea'
    case 'form-chosen':
    case 'constituted':
      return 'set-up'
    case 'registration-moved':
      return fact.data.to === 'registered' ? 'registered' : undefined
    case 'trading-began':
      return 'trading'
    case 'check-in-answered':
    case 'check-in-missed':
      return `check-in-${fact.data.month}`
    case 'price-set':
      return 'price'
    case 'services-offered':
      return 'services'
    case 'areas-served':
      return 'areas-served'
    case 'check-seen':
      return fact.data.check === 'dbs' ? 'dbs' : fact.data.check === 'public-liability' ? 'insurance' : undefined
    case 'paused':
    case 'resumed':
    case 'left-sight':
    case 'reopened':
      return undefined
  }
}

/** What a programme calls one of its people, by object id. */
export type LabelOf = (oid: string) => string

/** What a happening says, column by column, in words for the list of changes. A borrowed day is not among them. */
export function cellsOf(fact: NewHappening | Happening, labelOf: LabelOf): Partial<Record<Column, string>> {
  if (isBeside(fact) || isOfTask(fact)) return {}
  const on = inWords(fact.happenedOn)
  if (isOfGrant(fact)) {
    const isMoney = fact.kind === 'grant-decided' || fact.kind === 'grant-paid'
    return isMoney ? { grant_awarded_pence: sayPence(fact.data.pence), grant_date: on } : {}
  }
  switch (fact.kind) {
    case 'enquired':
      return { enquiry_date: on, area: fact.data.area ?? '' }
    case 'accepted':
      return { journey: fact.data.origin }
    case 'advised-only':
      return { journey: 'advised only' }
    case 'declined':
      return { journey: `not taken on, ${on}` }
    case 'scoped':
      return {
        cqc_needed: fact.data.outcome === 'reported-needed' ? 'Y' : fact.data.outcome === 'reported-not-needed' ? 'N' : fact.data.outcome,
      }
    case 'idea-agreed':
      return { idea_date: on }
    case 'form-chosen':
      return { legal_form: fact.data.form }
    case 'constituted':
      return { constituted_date: on, legal_form: fact.data.form }
    case 'registration-moved':
      return { cqc_registered_date: on }
    case 'trading-began': {
      const { followedFrom } = fact.data
      return { started_trading_date: followedFrom ? `${on}, watched from ${inWords(followedFrom)}` : on }
    }
    case 'check-in-answered':
      return checkInCells(fact.data.month, on, fact.data.answer === 'stopped' ? 'closed' : fact.data.answer)
    case 'check-in-missed':
      return checkInCells(fact.data.month, '', 'no_response')
    case 'stopped':
      return { closed_date: on, closed_reason: sayEnding(fact.data.ending) }
    case 'contact':
      return { last_contact_date: on }
    case 'assigned':
      return { catalyst: labelOf(fact.data.catalyst) }
    case 'care-return':
    case 'price-set':
    case 'services-offered':
    case 'areas-served':
    case 'check-seen':
      return valueCells(fact)
    case 'paused':
    case 'resumed':
    case 'left-sight':
    case 'reopened':
      return {}
  }
}

type Valued = 'care-return' | 'price-set' | 'services-offered' | 'areas-served' | 'check-seen'

function valueCells(fact: NewHappening<Valued> | Happening<Valued>): Partial<Record<Column, string>> {
  switch (fact.kind) {
    case 'care-return': {
      const { jobs, minutesPerWeek, people, councilPaidMinutes, personalCareMinutes } = fact.data
      const hours = (minutes: number | undefined) => (minutes === undefined ? '' : sayHours(minutes))
      return {
        jobs: String(jobs ?? ''),
        weekly_hours: hours(minutesPerWeek),
        people_supported: String(people ?? ''),
        council_paid_hours: hours(councilPaidMinutes),
        personal_care_hours: hours(personalCareMinutes),
      }
    }
    case 'price-set':
      return { price_per_hour_pence: sayPence(fact.data.pencePerHour) }
    case 'services-offered':
      return { services: fact.data.services.join(', ') }
    case 'areas-served':
      return { areas_served: fact.data.areas.join(', ') }
    case 'check-seen': {
      const { check, until } = fact.data
      return check === 'dbs' ? { dbs_seen: inWords(fact.happenedOn) } : { insurance_until: until ? inWords(until) : '' }
    }
  }
}

function checkInCells(month: CheckInMonth, on: string, outcome: string): Partial<Record<Column, string>> {
  return { [`checkin_${month}m_date`]: on, [`checkin_${month}m_outcome`]: outcome }
}
