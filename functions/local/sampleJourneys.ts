import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, addMonths, day, daysBetween, earlier, later } from '#domain/plainDate.ts'
import type { Ending, LegalForm } from '#domain/vocabulary.ts'
import type { Draws } from './seeded.ts'

/** The days between which the sample's programme was paid for, and the last day of its follow-up. */
export const samplePeriod = { from: day('2014-04-01'), to: day('2016-03-31') }
export const sampleFollowUpUntil = day('2018-06-30')

const firstEnquiry = day('2014-04-07')
const firstTrading = day('2014-06-16')
const lastContactFrom = day('2017-07-03')
const lastContactTo = day('2018-06-29')

/** The file's words for why one stopped, and the kind of ending that each is. */
export const sampleEndings = {
  'Not enough work to live on': 'not-working',
  'Could not find customers nearby': 'not-working',
  'Took a job in a care home': 'took-job',
  'Retired as planned': 'planned',
} as const satisfies Record<string, Ending>

type Reason = keyof typeof sampleEndings

/** How an enterprise fares after it has begun: whether it answers, and whether it stops. */
type Fate =
  | { kind: 'followed'; missed?: 6 | 12; seenLately: boolean }
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

const lost: Fate[] = [...times<Fate>(4, { kind: 'lost', answered: 12 }), ...times<Fate>(2, { kind: 'lost', answered: 6 })]
const followed: Fate[] = [
  ...times<Fate>(3, { kind: 'heard-late' }),
  ...times<Fate>(6, { kind: 'followed', missed: 6, seenLately: true }),
  ...times<Fate>(6, { kind: 'followed', missed: 12, seenLately: true }),
  ...times<Fate>(8, { kind: 'followed', seenLately: false }),
  ...times<Fate>(100, { kind: 'followed', seenLately: true }),
]

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
  checkIns: Partial<Record<6 | 12 | 24, Outcome>>
  closed?: { on: PlainDate; reason: Reason }
  lastContact: PlainDate
}

const aMonday = day('2014-01-06')
const closedDays = ['12-25', '12-26', '01-01']

/** The day itself, or the next on which an office is open. What came later stays later. */
export function officeDay(date: PlainDate): PlainDate {
  const isOpen = daysBetween(aMonday, date) % 7 < 5 && !closedDays.includes(date.slice(5))
  return isOpen ? date : officeDay(addDays(date, 1))
}

/** The 133 enterprises that were set up, and what became of each. The ones that stopped or fell silent worked alone. */
export function sampleJourneys(draws: Draws): SampleJourney[] {
  const each = eachOfItsKind()
  const mayStop = ({ jobs, cqc }: Kind) => jobs === 1 && cqc !== 'registered'
  const alone = draws.shuffled(each.filter(mayStop))
  const together = each.filter(kind => !mayStop(kind))
  const fates = [...closed, ...lost, ...draws.shuffled(followed)]
  return [...alone, ...together].map((kind, place) => {
    const fate = fates[place]
    if (!fate) throw new Error('more enterprises than fates')
    const beginnings = beginningsOf(draws, kind)
    return { ...kind, ...beginnings, ...followUpOf(draws, beginnings.began, fate) }
  })
}

type Beginnings = Pick<SampleJourney, 'enquired' | 'ideaAgreed' | 'constituted' | 'registered' | 'began'>

/** From the enquiry to the day trading began, which is within the period whatever the steps between have taken. */
function beginningsOf(draws: Draws, { form, cqc }: Kind): Beginnings {
  const toIdea = draws.whole(5, 45)
  const toSetUp = toIdea + (form === 'sole_trader' ? draws.whole(3, 40) : draws.whole(14, 85))
  const toRegistered = cqc === 'registered' ? toSetUp + draws.whole(75, 165) : undefined
  const toTrading = (toRegistered ?? toSetUp) + draws.whole(3, 40)
  const first = later(firstEnquiry, addDays(firstTrading, -toTrading))
  const enquired = addDays(first, draws.whole(0, daysBetween(first, addDays(samplePeriod.to, -toTrading))))
  const after = (days: number) => officeDay(addDays(enquired, days))
  const registered = toRegistered === undefined ? {} : { registered: after(toRegistered) }
  return { enquired: after(0), ideaAgreed: after(toIdea), constituted: after(toSetUp), ...registered, began: after(toTrading) }
}

type FollowUp = Pick<SampleJourney, 'checkIns' | 'closed' | 'lastContact'>

function followUpOf(draws: Draws, began: PlainDate, fate: Fate): FollowUp {
  const answeredOn = (month: 6 | 12 | 24) => officeDay(addDays(addMonths(began, month), draws.whole(1, 20)))
  const trading = (month: 6 | 12 | 24): Outcome => ({ outcome: 'trading', on: answeredOn(month) })
  const silence: Outcome = { outcome: 'no_response' }
  switch (fate.kind) {
    case 'followed': {
      const on = answeredOn(24)
      const early = { 6: fate.missed === 6 ? silence : trading(6), 12: fate.missed === 12 ? silence : trading(12) }
      return { checkIns: { ...early, 24: { outcome: 'trading', on } }, lastContact: fate.seenLately ? lately(draws, on) : on }
    }
    case 'heard-late': {
      const lastContact = officeDay(earlier(addDays(addMonths(began, 24), draws.whole(35, 75)), lastContactTo))
      return { checkIns: { 6: trading(6), 12: trading(12), 24: silence }, lastContact }
    }
    case 'lost': {
      const on = answeredOn(fate.answered)
      const heard: Outcome = { outcome: 'trading', on }
      const checkIns = fate.answered === 6 ? { 6: heard, 12: silence, 24: silence } : { 6: trading(6), 12: heard, 24: silence }
      return { checkIns, lastContact: officeDay(addDays(on, draws.whole(10, 90))) }
    }
    case 'closed': {
      const on = officeDay(addDays(began, fate.after))
      const before = ([6, 12] as const).filter(month => addMonths(began, month) < on)
      const checkIns: FollowUp['checkIns'] = Object.fromEntries(before.map(month => [month, trading(month)]))
      if (fate.heardAt) checkIns[fate.heardAt] = { outcome: 'closed', on: answeredOn(fate.heardAt) }
      return { checkIns, closed: { on, reason: fate.reason }, lastContact: officeDay(addDays(on, -draws.whole(8, 20))) }
    }
  }
}

/** A last contact in the last year of the follow-up, and not before the two-year check-in was answered. */
function lately(draws: Draws, answered: PlainDate): PlainDate {
  const late = answered < lastContactFrom ? addDays(lastContactFrom, draws.whole(0, 360)) : addDays(answered, draws.whole(0, 90))
  return officeDay(earlier(late, lastContactTo))
}
