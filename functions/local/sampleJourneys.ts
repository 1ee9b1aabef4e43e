import { daysToAnswer } from '#domain/followUp.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, addMonths, day, daysBetween, earlier, later } from '#domain/plainDate.ts'
import type { CheckInMonth, Ending, LegalForm } from '#domain/vocabulary.ts'
import { checkInMonths } from '#domain/vocabulary.ts'
import type { Draws } from './seeded.ts'

const monthsSinceItBegan = 42
const monthsSinceTheMoneyEnded = 18
const monthsOfFollowUpLeft = 8

/** The days on which the sample hangs. What the spreadsheet holds happened before `now`; what comes after it is still to do. */
export type SampleDays = { now: PlainDate; twoYearsAgo: PlainDate; period: { from: PlainDate; to: PlainDate }; followUpUntil: PlainDate }

/** All of them are counted from the first day of this month, so that the sample is the same all month long and never old. */
export function sampleDays(today: PlainDate): SampleDays {
  const now = addDays(today, 1 - Number(today.slice(8)))
  const lastOfMonth = (months: number) => addDays(addMonths(now, months), -1)
  return {
    now,
    twoYearsAgo: addMonths(now, -24),
    period: { from: addMonths(now, -monthsSinceItBegan), to: lastOfMonth(-monthsSinceTheMoneyEnded) },
    followUpUntil: lastOfMonth(monthsOfFollowUpLeft),
  }
}

/** The month for which a sample was made that began on this day. */
export const monthOfSample = (from: PlainDate): PlainDate => addMonths(from, monthsSinceItBegan)

/** In days from two years ago: when the first and the last enquired, the first began trading, the last was set up and the last began. */
export const firstEnquiry = -543
export const lastEnquiry = 171
const firstTrading = -479
const lastSetUp = 176
const lastTrading = 205

/** The file's words for why one stopped, and the kind of ending that each is. */
export const sampleEndings = {
  'Not enough work to live on': 'not-working',
  'Could not find customers nearby': 'not-working',
  'Took a job in a care home': 'took-job',
  'Retired as planned': 'planned',
} as const satisfies Record<string, Ending>

type Reason = keyof typeof sampleEndings

/** How an enterprise fares after it has begun: whether it answers, and whether it stops. A quiet one was last spoken to at its two years. */
type Fate =
  | { kind: 'followed'; missed?: 6 | 12 }
  | { kind: 'quiet' }
  | { kind: 'heard-late' }
  | { kind: 'lost'; answered: 6 | 12 }
  | { kind: 'closed'; after: number; reason: Reason; heardAt?: 6 | 24 }

const closed: Fate[] = [
  { kind: 'closed', after: 118, reason: 'Not enough work to live on', heardAt: 6 },
  { kind: 'closed', after: 262, reason: 'Took a job in a care home' },
  { kind: 'closed', after: 431, reason: 'Retired as planned' },
  { kind: 'closed', after: 655, reason: 'Could not find customers nearby', heardAt: 24 },
]

const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item)

const unlucky: Fate[] = [
  ...closed,
  ...times<Fate>(4, { kind: 'lost', answered: 12 }),
  ...times<Fate>(2, { kind: 'lost', answered: 6 }),
  ...times<Fate>(3, { kind: 'heard-late' }),
  ...times<Fate>(5, { kind: 'quiet' }),
]
const followed: Fate[] = [
  ...times<Fate>(6, { kind: 'followed', missed: 6 }),
  ...times<Fate>(6, { kind: 'followed', missed: 12 }),
  ...times<Fate>(103, { kind: 'followed' }),
]

/** By when it has to have begun, in days from two years ago, so that all that became of it has come by now. */
function beganBy(fate: Fate): number {
  switch (fate.kind) {
    case 'followed':
      return lastTrading
    case 'quiet':
      return -379
    case 'heard-late':
      return -89
    case 'lost':
      return fate.answered === 12 ? -34 : lastTrading
    case 'closed':
      return fate.heardAt === 24 ? -49 : lastTrading
  }
}

type Kind = { form: LegalForm; jobs: number; cqc: 'registered' | 'needed' | 'not-needed' | 'not-asked' }

const kinds: { form: LegalForm; jobs: number; registered?: number; needed?: number; notAsked?: number; others: number }[] = [
  { form: 'sole_trader', jobs: 1, registered: 2, needed: 2, notAsked: 9, others: 81 },
  { form: 'sole_trader', jobs: 2, registered: 1, others: 1 },
  { form: 'partnership', jobs: 2, registered: 1, needed: 1, notAsked: 1, others: 3 },
  { form: 'partnership', jobs: 3, registered: 1, others: 1 },
  { form: 'limited_company', jobs: 1, registered: 1, needed: 1, others: 3 },
  { form: 'limited_company', jobs: 2, registered: 1, others: 1 },
  { form: 'limited_company', jobs: 3, registered: 2, others: 0 },
  { form: 'limited_company', jobs: 4, registered: 1, others: 0 },
  { form: 'cic', jobs: 1, notAsked: 1, others: 2 },
  { form: 'cic', jobs: 2, registered: 1, others: 1 },
  { form: 'cic', jobs: 3, registered: 1, others: 1 },
  { form: 'cic', jobs: 4, registered: 1, others: 0 },
  { form: 'cic', jobs: 6, registered: 1, others: 0 },
  { form: 'cooperative_society', jobs: 3, needed: 1, others: 0 },
  { form: 'cooperative_society', jobs: 4, registered: 1, others: 0 },
  { form: 'cooperative_society', jobs: 5, registered: 1, others: 0 },
  { form: 'community_benefit_society', jobs: 2, others: 1 },
  { form: 'cio', jobs: 2, others: 1 },
  { form: 'llp', jobs: 2, registered: 1, others: 0 },
  { form: 'unincorporated_association', jobs: 1, notAsked: 1, others: 3 },
]

function eachOfItsKind(): Kind[] {
  return kinds.flatMap(({ form, jobs, registered = 0, needed = 0, notAsked = 0, others }) => [
    ...times<Kind>(registered, { form, jobs, cqc: 'registered' }),
    ...times<Kind>(needed, { form, jobs, cqc: 'needed' }),
    ...times<Kind>(notAsked, { form, jobs, cqc: 'not-asked' }),
    ...times<Kind>(others, { form, jobs, cqc: 'not-needed' }),
  ])
}

type Outcome = { outcome: 'trading' | 'closed'; on: PlainDate } | { outcome: 'no_response' }

/** The journey of one enterprise that was set up: every day of it that the spreadsheet holds. */
export type SampleJourney = Kind & {
  enquired: PlainDate
  ideaAgreed: PlainDate
  constituted: PlainDate
  registered?: PlainDate
  began: PlainDate
  checkIns: Partial<Record<CheckInMonth, Outcome>>
  closed?: { on: PlainDate; reason: Reason }
  lastContact: PlainDate
}

const aMonday = day('2014-01-06')
const closedDays = ['12-25', '12-26', '01-01']

/** The day itself, or the next on which an office is open: at most four days on. What came later stays later. */
export function officeDay(date: PlainDate): PlainDate {
  const isOpen = daysBetween(aMonday, date) % 7 < 5 && !closedDays.includes(date.slice(5))
  return isOpen ? date : officeDay(addDays(date, 1))
}

/**
 * The 133 enterprises that were set up, and what became of each. The ones that stopped or fell silent worked alone.
 * Every month draws the same, so that only the days differ.
 */
export function sampleJourneys(draws: Draws, days: SampleDays): SampleJourney[] {
  const each = eachOfItsKind()
  const mayStop = ({ jobs, cqc }: Kind) => jobs === 1 && cqc !== 'registered'
  const alone = draws.shuffled(each.filter(mayStop))
  const together = each.filter(kind => !mayStop(kind))
  const fates = [...unlucky, ...draws.shuffled(followed)]
  return [...alone, ...together].map((kind, place) => {
    const fate = fates[place]
    if (!fate) throw new Error('more enterprises than fates')
    const beginnings = beginningsOf(draws, kind, days.twoYearsAgo, beganBy(fate))
    return { ...kind, ...beginnings, ...followUpOf(draws, beginnings.began, fate, days.now) }
  })
}

type Beginnings = Pick<SampleJourney, 'enquired' | 'ideaAgreed' | 'constituted' | 'registered' | 'began'>

/** From the enquiry to the day trading began, with setting up in the period whatever the steps between have taken. */
function beginningsOf(draws: Draws, { form, cqc }: Kind, twoYearsAgo: PlainDate, latest: number): Beginnings {
  const toIdea = draws.whole(5, 45)
  const toSetUp = toIdea + (form === 'sole_trader' ? draws.whole(3, 40) : draws.whole(14, 85))
  const toRegistered = cqc === 'registered' ? toSetUp + draws.whole(75, 165) : undefined
  const toTrading = (toRegistered ?? toSetUp) + draws.whole(3, 40)
  const first = Math.max(firstEnquiry, firstTrading - toTrading)
  const last = Math.max(first, Math.min(latest - toTrading, lastSetUp - toSetUp))
  const enquired = addDays(twoYearsAgo, draws.whole(first, last))
  const after = (days: number) => officeDay(addDays(enquired, days))
  const registered = toRegistered === undefined ? {} : { registered: after(toRegistered) }
  return { enquired, ideaAgreed: after(toIdea), constituted: after(toSetUp), ...registered, began: after(toTrading) }
}

type FollowUp = Pick<SampleJourney, 'checkIns' | 'closed' | 'lastContact'>
type CheckIns = SampleJourney['checkIns']

/** What has happened since it began. A check-in that has not come, or was not answered yet, is not there. */
function followUpOf(draws: Draws, began: PlainDate, fate: Fate, now: PlainDate): FollowUp {
  const answers = {
    6: answerAfter(draws, addMonths(began, 6)),
    12: answerAfter(draws, addMonths(began, 12)),
    24: answerAfter(draws, addMonths(began, 24)),
  }
  const heard = (months: readonly CheckInMonth[], outcome: 'trading' | 'closed' = 'trading'): CheckIns =>
    Object.fromEntries(months.filter(month => answers[month] < now).map(month => [month, { outcome, on: answers[month] }]))
  const silent = (months: readonly CheckInMonth[]): CheckIns =>
    Object.fromEntries(months.filter(month => silentFrom(began, month) <= now).map(month => [month, { outcome: 'no_response' }]))
  switch (fate.kind) {
    case 'followed': {
      const missed = fate.missed === undefined ? [] : [fate.missed]
      const checkIns = { ...silent(missed), ...heard(checkInMonths.filter(month => month !== fate.missed)) }
      return { checkIns, lastContact: lately(draws, addMonths(began, 24), checkIns[24], now) }
    }
    case 'quiet':
      return { checkIns: heard(checkInMonths), lastContact: answers[24] }
    case 'heard-late': {
      const lastContact = officeDay(addDays(addMonths(began, 24), draws.whole(35, 75)))
      return { checkIns: { ...heard([6, 12]), ...silent([24]) }, lastContact }
    }
    case 'lost': {
      const before = checkInMonths.filter(month => month <= fate.answered)
      const checkIns = { ...heard(before), ...silent(checkInMonths.filter(month => month > fate.answered)) }
      return { checkIns, lastContact: officeDay(addDays(answers[fate.answered], draws.whole(10, 90))) }
    }
    case 'closed': {
      const on = officeDay(addDays(began, fate.after))
      const before = ([6, 12] as const).filter(month => answers[month] < on)
      const checkIns = { ...heard(before), ...(fate.heardAt ? heard([fate.heardAt], 'closed') : {}) }
      return { checkIns, closed: { on, reason: fate.reason }, lastContact: officeDay(addDays(on, -draws.whole(8, 20))) }
    }
  }
}

const answerAfter = (draws: Draws, due: PlainDate): PlainDate => officeDay(addDays(due, draws.whole(0, 9)))

/** A check-in that was never answered is given up when its days of grace are over. */
const silentFrom = (began: PlainDate, month: CheckInMonth): PlainDate => addDays(addMonths(began, month), daysToAnswer)

/** How many days before now they last spoke. Those who have the two-year check-in still before them are rung more often. */
const sinceContact = {
  twoYearsOver: [
    [5, 15],
    [10, 30],
    [31, 120],
    [121, 320],
  ],
  twoYearsToCome: [
    [5, 15],
    [5, 15],
    [10, 30],
    [31, 120],
  ],
} as const

/** A last contact in the eleven months before now; with the two-year check-in due and not answered yet, before it was due. */
function lately(draws: Draws, due: PlainDate, answer: Outcome | undefined, now: PlainDate): PlainDate {
  const answered = answer && 'on' in answer ? answer.on : undefined
  const [least, most] = draws.oneOf<readonly [number, number]>(sinceContact[answered ? 'twoYearsOver' : 'twoYearsToCome'])
  const contact = officeDay(addDays(answered ? now : earlier(due, now), -draws.whole(least, most)))
  return answered ? later(answered, contact) : contact
}
