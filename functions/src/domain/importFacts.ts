import type { Happening, NewHappening } from './facts.ts'
import { fold } from './fold.ts'
import type { Outcome } from './importCells.ts'
import type { Column } from './importColumns.ts'
import type { Remark, RowValues } from './importRow.ts'
import type { Slot } from './importSlots.ts'
import { columnsOfSlot, slotOf, slots } from './importSlots.ts'
import type { Saying } from './importWords.ts'
import { impossibleInWords } from './importImpossible.ts'
import { look, wrongRow } from './importWords.ts'
import { known } from './known.ts'
import type { PlainDate } from './plainDate.ts'
import { addMonths, instantAt, later } from './plainDate.ts'
import { toPence } from './quantities.ts'
import { isShortName, slugOf } from './slug.ts'
import type { Impossible } from './supportCase.ts'
import type { CheckInMonth, Ending, Origin } from './vocabulary.ts'
import { endings } from './vocabulary.ts'

/** The most that one enterprise may be granted today. Older grants above it go in with a warning. */
const grantCap = toPence(500_00)

/** What a row is read against. */
export type RowContext = {
  today: PlainDate
  /** The programme's areas, as slugs. */
  areas: readonly string[]
  /** Which area a name means, by the name's slug: an area that was renamed keeps the slug of its first name. */
  areaCalled: ReadonlyMap<string, string>
  members: readonly { oid: string; label: string | null }[]
  endingOf: (words: string) => Ending | undefined
  /** What `established` means here, where somebody said. */
  established: 'new' | 'existing' | undefined
  /** The day of an enquiry that a person recorded: it stands, and nothing that borrows its day comes before it. */
  enquiryStandsOn: PlainDate | undefined
  /** What is on record of it already; it stands where the file leaves it open. */
  origin: 'new' | 'existing' | undefined
  /** True where some that stopped are not in the file: survival is then watched from today on. */
  someLeftOut: boolean
  /** The day from which an earlier import watches this one. It stays. */
  followedFrom: PlainDate | undefined
  grantId: string
}

/** The happenings of a row, by slot, in the order in which they are recorded. */
export type RowFacts = ReadonlyMap<Slot, readonly NewHappening[]>

type Origins = Extract<Origin, 'new' | 'existing'> | 'advised-only' | undefined
type Say = (severity: Remark['severity'], column: Column | null, saying: Saying) => void

/**
 * The facts that a row amounts to, each on its own day or the day it borrows, and what is wrong with them or worth a look. Their history is
 * judged only where every cell could be read: a start that cannot be read is not a start that is missing.
 */
export function factsOf(read: RowValues, context: RowContext, isWhole = true): { facts: RowFacts; remarks: Remark[] } {
  const remarks: Remark[] = []
  const values = { ...read, enquiredOn: later(read.enquiredOn, context.enquiryStandsOn ?? read.enquiredOn) }
  const say: Say = (severity, column, saying) => void remarks.push({ severity, column, saying })
  const origin = originOf(values, context, say)
  const checkIns = checkInFacts(values, origin, context.today, say)
  const facts = [
    enquiry(read, context, say),
    ...beginning(values, origin, context, say),
    ...steps(values, context, say),
    ...tradingFacts(values, origin, context, say),
    ...checkIns,
    ...seen(values),
    ...careReturn(values, checkIns, say),
    ...ending(values, checkIns, context, say),
  ]
  const bySlot = new Map(slots.map(slot => [slot, facts.filter(fact => slotOf(fact) === slot)]))
  if (isWhole && !remarks.some(({ severity }) => severity === 'error')) remarks.push(...history([...bySlot.values()].flat(), values))
  return { facts: bySlot, remarks }
}

function originOf({ journey, ...values }: RowValues, { established, origin }: RowContext, say: Say): Origins {
  if (journey === 'established') {
    if (!established) say('warning', 'journey', look.establishedTakenAs(origin ?? 'new'))
    return established ?? origin ?? 'new'
  }
  if (journey ?? origin) return journey ?? origin
  const { ideaOn, setUpOn, form, registeredOn, grantPence, beganOn, checkIns } = values
  const gotFurther = [ideaOn, setUpOn, form, registeredOn, grantPence, beganOn, ...checkIns.map(({ outcome }) => outcome)].some(Boolean)
  if (gotFurther) say('warning', 'journey', look.journeyGuessed())
  return gotFurther ? 'new' : undefined
}

function enquiry({ reference, enquiredOn, ...values }: RowValues, { areas, areaCalled }: RowContext, say: Say): NewHappening {
  const slug = slugOf(values.area ?? '')
  const named = areaCalled.get(slug) ?? slug
  const area = areas.includes(named) || isShortName(values.area ?? '', 2) ? named : ''
  if (values.area !== undefined && area === '') say('warning', 'area', look.unreadableArea(values.area))
  if (area !== '' && !areas.includes(area)) say('warning', 'area', look.unknownArea(values.area ?? ''))
  return { kind: 'enquired', happenedOn: enquiredOn, data: { reference, ...(area !== '' && { area }) } }
}

/** What a spreadsheet gives no day: it was so when they got in touch. */
function beginning(values: RowValues, origin: Origins, { members }: RowContext, say: Say): NewHappening[] {
  const { enquiredOn: happenedOn, catalyst, cqcNeeded } = values
  const member = members.find(({ label }) => catalyst !== undefined && label?.trim().toLowerCase() === catalyst.toLowerCase())
  if (catalyst !== undefined && !member) say('warning', 'catalyst', look.unknownCatalyst(catalyst))
  const facts: NewHappening[] = []
  if (origin === 'advised-only') facts.push({ kind: 'advised-only', happenedOn, data: {} })
  else if (origin) facts.push({ kind: 'accepted', happenedOn, data: { origin } })
  if (member) facts.push({ kind: 'assigned', happenedOn, data: { catalyst: member.oid } })
  if (cqcNeeded !== undefined)
    facts.push({ kind: 'scoped', happenedOn, data: { outcome: cqcNeeded ? 'reported-needed' : 'reported-not-needed' } })
  return facts
}

function steps(values: RowValues, { grantId }: RowContext, say: Say): NewHappening[] {
  const { enquiredOn, ideaOn, setUpOn, form, registeredOn, grantPence: pence, grantOn } = values
  const facts: NewHappening[] = []
  if (ideaOn) facts.push({ kind: 'idea-agreed', happenedOn: ideaOn, data: {} })
  if (setUpOn && form) facts.push({ kind: 'constituted', happenedOn: setUpOn, data: { form } })
  else if (form) facts.push({ kind: 'form-chosen', happenedOn: enquiredOn, data: { form } })
  else if (setUpOn) say('error', 'legal_form', wrongRow.setUpWithoutForm())
  if (registeredOn) facts.push({ kind: 'registration-moved', happenedOn: registeredOn, data: { to: 'registered' } })
  if (!pence) {
    if (grantOn) say('warning', 'grant_date', look.grantWithoutAmount())
    return facts
  }
  if (!grantOn) {
    say('error', 'grant_date', wrongRow.grantWithoutDay())
    return facts
  }
  if (pence > grantCap) say('warning', 'grant_awarded_pence', look.grantAboveCap(pence, grantCap))
  facts.push({ kind: 'grant-decided', happenedOn: grantOn, data: { grantId, pence, gap: 'not-recorded' } })
  facts.push({ kind: 'grant-paid', happenedOn: grantOn, data: { grantId, pence } })
  return facts
}

function tradingFacts({ beganOn, enquiredOn }: RowValues, origin: Origins, context: RowContext, say: Say): NewHappening[] {
  if (!beganOn) return []
  if (origin === 'new' && beganOn < enquiredOn) say('warning', 'started_trading_date', look.beganBeforeEnquiry())
  const followedFrom = context.followedFrom ?? (context.someLeftOut ? context.today : undefined)
  const late = followedFrom !== undefined && beganOn < followedFrom
  return [{ kind: 'trading-began', happenedOn: beganOn, data: late ? { followedFrom } : {} }]
}

function checkInFacts(values: RowValues, origin: Origins, today: PlainDate, say: Say): NewHappening[] {
  const { beganOn, enquiredOn, closedOn } = values
  const countedFrom = origin === 'existing' ? enquiredOn : beganOn
  return values.checkIns.flatMap(({ month, on, outcome }): NewHappening[] => {
    const dateColumn = `checkin_${month}m_date` as const
    const outcomeColumn = `checkin_${month}m_outcome` as const
    if (!outcome) {
      if (on) say('warning', outcomeColumn, look.checkInWithoutAnswer(month))
      return []
    }
    if (outcome === 'no_response') {
      const due = countedFrom && addMonths(countedFrom, month)
      if (due && due <= today) return [{ kind: 'check-in-missed', happenedOn: due, data: { month } }]
      say('warning', outcomeColumn, due ? look.missedBeforeDue(month, due) : look.missedWithoutStart(month))
      return []
    }
    const happenedOn = on ?? closedOn
    if (!happenedOn) {
      say('error', dateColumn, wrongRow.checkInWithoutDay(month))
      return []
    }
    if (!on) say('warning', dateColumn, look.checkInOnClosing(month))
    return [answered(month, outcome, happenedOn)]
  })
}

const answered = (month: CheckInMonth, outcome: Exclude<Outcome, 'no_response'>, happenedOn: PlainDate): NewHappening => ({
  kind: 'check-in-answered',
  happenedOn,
  data: { month, answer: outcome === 'closed' ? 'stopped' : 'trading' },
})

/** What a spreadsheet holds without a day of its own: it was true when they last spoke, or else when they got in touch. */
function seen({ enquiredOn, lastContactOn, pricePence, services, areasServed, insuredUntil }: RowValues): NewHappening[] {
  const happenedOn = lastContactOn ?? enquiredOn
  const facts: NewHappening[] = []
  if (lastContactOn) facts.push({ kind: 'contact', happenedOn: lastContactOn, data: { reached: true } })
  if (pricePence !== undefined) facts.push({ kind: 'price-set', happenedOn, data: { pencePerHour: pricePence } })
  if (services) facts.push({ kind: 'services-offered', happenedOn, data: { services } })
  if (areasServed) facts.push({ kind: 'areas-served', happenedOn, data: { areas: areasServed } })
  if (insuredUntil) facts.push({ kind: 'check-seen', happenedOn, data: { check: 'public-liability', until: insuredUntil } })
  return facts
}

/** The day on which a DBS check was seen, which is no fact: it goes into a row of its own. Without a day it was so when they last spoke. */
export function dbsSeenOn({ dbs, lastContactOn, enquiredOn }: RowValues): PlainDate | undefined {
  if (dbs === undefined || dbs === false) return undefined
  return dbs === true ? (lastContactOn ?? enquiredOn) : dbs
}

function careReturn(values: RowValues, checkIns: readonly NewHappening[], say: Say): NewHappening[] {
  const { jobs, minutesPerWeek, people, councilPaidMinutes, personalCareMinutes } = values
  const told = Object.entries({ jobs, minutesPerWeek, people, councilPaidMinutes, personalCareMinutes }).filter(
    ([, value]) => value !== undefined,
  )
  if (told.length === 0) return []
  const whole = minutesPerWeek ?? Infinity
  if ((councilPaidMinutes ?? 0) > whole) say('warning', 'council_paid_hours', look.partAboveWhole())
  if ((personalCareMinutes ?? 0) > whole) say('warning', 'personal_care_hours', look.partAboveWhole())
  const lastAnswer = checkIns
    .filter(({ kind }) => kind === 'check-in-answered')
    .map(({ happenedOn }) => happenedOn)
    .sort()
    .at(-1)
  const happenedOn = values.lastContactOn ?? lastAnswer ?? values.beganOn
  if (!happenedOn) {
    say(
      'warning',
      jobs === undefined ? (minutesPerWeek === undefined ? 'people_supported' : 'weekly_hours') : 'jobs',
      look.numbersWithoutDay(),
    )
    return []
  }
  return [{ kind: 'care-return', happenedOn, data: Object.fromEntries(told) }]
}

function ending(values: RowValues, checkIns: readonly NewHappening[], { endingOf }: RowContext, say: Say): NewHappening[] {
  const { closedOn, closedReason, withdrawnOn, withdrawnReason, beganOn } = values
  if (closedOn && withdrawnOn && closedOn !== withdrawnOn) say('error', 'withdrawn_date', wrongRow.closedAndWithdrawn())
  const heardClosed = checkIns.find(fact => fact.kind === 'check-in-answered' && fact.data.answer === 'stopped')
  const happenedOn = closedOn ?? withdrawnOn ?? heardClosed?.happenedOn
  if (!happenedOn) {
    if (closedReason !== undefined) say('warning', 'closed_reason', look.reasonWithoutDay())
    if (withdrawnReason !== undefined) say('warning', 'withdrawn_reason', look.reasonWithoutDay())
    return []
  }
  const withdrew = withdrawnOn !== undefined && !closedOn
  if (withdrew && beganOn && beganOn <= withdrawnOn) say('warning', 'withdrawn_date', look.leftWhileTrading())
  if (!closedOn && !withdrawnOn) say('warning', 'closed_date', look.closedAtCheckIn(happenedOn))
  const reason = reasonOf(values)
  const kind = reason === undefined ? 'unknown' : (endingOf(reason.words) ?? endingNamed(reason.words))
  if (reason && !kind) say('warning', reason.column, look.unknownEnding(reason.words))
  return [{ kind: 'stopped', happenedOn, data: { ending: kind ?? 'unknown' } }]
}

/** The file's words for why one stopped, from the column that belongs to the day. */
export function reasonOf({
  closedOn,
  closedReason,
  withdrawnOn,
  withdrawnReason,
}: Pick<RowValues, 'closedOn' | 'closedReason' | 'withdrawnOn' | 'withdrawnReason'>): { words: string; column: Column } | undefined {
  const closed = closedReason === undefined ? undefined : { words: closedReason, column: 'closed_reason' as const }
  const withdrawn = withdrawnReason === undefined ? undefined : { words: withdrawnReason, column: 'withdrawn_reason' as const }
  return withdrawnOn && !closedOn ? (withdrawn ?? closed) : (closed ?? withdrawn)
}

/** Words as they are compared: small letters, single spaces, no full stop. */
export const plainWords = (words: string): string => words.trim().toLowerCase().replaceAll(/\s+/g, ' ').replace(/\.$/, '')

/** The kind of ending that a reason names by its own code, such as `took_job`. */
export const endingNamed = (words: string): Ending | undefined => endings.find(each => each === plainWords(words).replaceAll(/[ _]/g, '-'))

/** What the history of one row makes impossible, or what should not have been, by the column that says so. */
function history(facts: readonly NewHappening[], values: RowValues): Remark[] {
  const { warnings } = fold(known(facts.map(asRecorded)))
  return warnings.map(({ severity, about }): Remark => {
    if (severity === 'impossible') return { severity: 'error', column: columnAbout(about, facts, values), saying: impossibleInWords(about) }
    const column = about.kind === 'registered-though-not-needed' ? 'cqc_registered_date' : null
    return { severity: 'warning', column, saying: look.oddHistory(about) }
  })
}

const longAgo = instantAt(0)

// Written out: a spread of facts of many shapes takes a third of the time that it takes to plan a file.
const asRecorded = ({ kind, happenedOn, data }: NewHappening, place: number): Happening =>
  ({ kind, happenedOn, data, id: `1.${place}`, n: 1, recordedAt: longAgo, recordedBy: '', via: 'import' }) as Happening

/** The column that holds the day which cannot be. */
export function columnAbout(about: Impossible, facts: readonly NewHappening[], values: RowValues): Column | null {
  const [kind, on] =
    about.kind === 'stopped-before-trading'
      ? ['stopped' as const, about.stoppedOn]
      : 'what' in about
        ? [about.what, about.on]
        : [undefined, about.on]
  if (kind === 'stopped') return stoppedColumn(values)
  const fact = facts.find(each => each.kind === kind && each.happenedOn === on)
  const slot = fact && slotOf(fact)
  return slot ? columnsOfSlot[slot][0] : null
}

/** The column that gave the day on which one stopped. */
function stoppedColumn({ closedOn, withdrawnOn, checkIns }: RowValues): Column {
  if (closedOn) return 'closed_date'
  if (withdrawnOn) return 'withdrawn_date'
  const closed = checkIns.find(({ outcome }) => outcome === 'closed')
  return closed ? `checkin_${closed.month}m_date` : 'closed_date'
}
