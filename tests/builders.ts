import type { CqcAnswers } from '#domain/cqcCheckSchemas.ts'
import type { Fact, FactId, HappeningKind, NewFact, NewHappening, Recorded } from '#domain/facts.ts'
import { record } from '#domain/facts.ts'
import { fold } from '#domain/fold.ts'
import { known } from '#domain/known.ts'
import type { Instant } from '#domain/plainDate.ts'
import { day, parseInstant } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import type { HappeningData } from '#domain/schemas.ts'
import type { SupportCase } from '#domain/supportCase.ts'
import type { CheckInAnswer, CheckInMonth, CorrectionReason, Ending, Leaving, LegalForm, Origin } from '#domain/vocabulary.ts'

/** Opaque ids of made-up people, and of a grant, a fund and some words. */
export const ids = {
  catalyst: 'a0000000-0000-4000-8000-000000000001',
  decider: 'a0000000-0000-4000-8000-000000000002',
  payer: 'a0000000-0000-4000-8000-000000000003',
  assessor: 'a0000000-0000-4000-8000-000000000004',
  verifier: 'a0000000-0000-4000-8000-000000000005',
  grant: 'b0000000-0000-4000-8000-000000000001',
  pot: 'e0000000-0000-4000-8000-000000000001',
  text: 'c0000000-0000-4000-8000-000000000001',
} as const

/** Answers of a CQC check: two "No"; one person who gives all the care, taken on and directed by the person; the same with a second worker. */
export const cqcAnswers = {
  twoNo: { version: 1, personalCare: 'no', otherActivity: 'no' },
  onePerson: {
    version: 1,
    personalCare: 'yes',
    otherActivity: 'no',
    unableThemselves: 'yes',
    whereTheyLive: 'yes',
    onePersonGivesAll: 'yes',
    takenOnBy: 'person',
    inCharge: 'yes',
    agencyStays: 'no',
    form: 'sole_trader',
    commissioned: 'no',
    children: 'no',
  },
  twoPeople: {
    version: 1,
    personalCare: 'yes',
    otherActivity: 'no',
    unableThemselves: 'yes',
    whereTheyLive: 'yes',
    onePersonGivesAll: 'no',
    takenOnBy: 'person',
    inCharge: 'yes',
    agencyStays: 'no',
    onlyIntroduces: 'no',
    form: 'sole_trader',
    commissioned: 'no',
    children: 'no',
  },
} as const satisfies Record<string, CqcAnswers>

/** An id of its own for each case of a programme. */
export const caseIdOf = (number: number): string => `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** The instant at which a day's entries are written: noon. */
export const noon = (date: string): Instant => parseInstant(`${day(date)}T12:00:00Z`) as Instant

type Writing = { date: string | undefined; via: Recorded['via']; by: string }

/**
 * The facts of one enterprise, in the order in which they were written down: each in an entry of its own, on the day it happened
 * or, where that is over, with the entry before. A journey never changes: each step gives a new one, so that a test can go two ways from it.
 */
export class Journey {
  readonly facts: readonly Fact[]
  readonly #writing: Writing

  constructor(facts: readonly Fact[] = [], writing: Writing = { date: undefined, via: 'person', by: ids.catalyst }) {
    this.facts = facts
    this.#writing = writing
  }

  /** What follows is written on this day, whenever it happened. */
  writtenOn = (date: string): Journey => new Journey(this.facts, { ...this.#writing, date })

  /** What follows comes from a spreadsheet. */
  imported = (): Journey => new Journey(this.facts, { ...this.#writing, via: 'import' })

  /** What follows is recorded by this person. */
  by = (person: string): Journey => new Journey(this.facts, { ...this.#writing, by: person })

  /** One more fact, of any kind. */
  happened = <K extends HappeningKind>(kind: K, date: string, data: HappeningData[K]): Journey =>
    this.with([{ kind, happenedOn: day(date), data } as NewHappening])

  /** Facts of one entry, as a decision gives them. */
  with(facts: readonly NewFact[]): Journey {
    const last = this.facts.at(-1)
    const n = (last?.n ?? 0) + 1
    const { date, via, by } = this.#writing
    const [first] = facts
    const on = date ?? (first && 'happenedOn' in first ? first.happenedOn : undefined)
    const recordedAt =
      [on ? noon(on) : undefined, last?.recordedAt]
        .filter(each => each !== undefined)
        .sort()
        .at(-1) ?? noon('2015-01-01')
    return new Journey([...this.facts, ...record(facts, { n, recordedAt, recordedBy: by, via })], this.#writing)
  }

  enquired = (date: string, data: Partial<HappeningData['enquired']> = {}) =>
    this.happened('enquired', date, { reference: 'LM-001', ...data })
  accepted = (date: string, origin: Origin = 'new') => this.happened('accepted', date, { origin })
  advisedOnly = (date: string) => this.happened('advised-only', date, {})
  declined = (date: string) => this.happened('declined', date, { reason: 'outside-area' })
  ideaAgreed = (date: string) => this.happened('idea-agreed', date, {})
  constituted = (date: string, form: LegalForm = 'sole_trader') => this.happened('constituted', date, { form })
  cqcCheck = (date: string, outcome: HappeningData['scoped']['outcome']) => this.happened('scoped', date, { outcome })
  registration = (date: string, to: HappeningData['registration-moved']['to']) => this.happened('registration-moved', date, { to })
  granted = (date: string, pence = 300_00) =>
    this.happened('grant-decided', date, { grantId: ids.grant, pence: toPence(pence), gap: 'company' })
  paid = (date: string, pence = 300_00) => this.happened('grant-paid', date, { grantId: ids.grant, pence: toPence(pence) })
  insured = (date: string, until: string) => this.happened('check-seen', date, { check: 'public-liability', until: day(until) })
  began = (date: string, followedFrom?: string) =>
    this.happened('trading-began', date, followedFrom === undefined ? {} : { followedFrom: day(followedFrom) })
  answered = (month: CheckInMonth, date: string, answer: CheckInAnswer = 'trading') =>
    this.happened('check-in-answered', date, { month, answer })
  missed = (month: CheckInMonth, date: string) => this.happened('check-in-missed', date, { month })
  told = (date: string, data: HappeningData['care-return']) => this.happened('care-return', date, data)
  reached = (date: string, heard?: HappeningData['contact']['heard']) =>
    this.happened('contact', date, { reached: true, ...(heard && { heard }) })
  notReached = (date: string) => this.happened('contact', date, { reached: false })
  paused = (date: string) => this.happened('paused', date, {})
  resumed = (date: string) => this.happened('resumed', date, {})
  stopped = (date: string, ending: Ending = 'not-working') => this.happened('stopped', date, { ending })
  leftSight = (date: string, leaving: Leaving = 'moved-away') => this.happened('left-sight', date, { leaving })
  reopened = (date: string) => this.happened('reopened', date, {})

  /** Takes an entry back: the last of this kind, or the one with this id. */
  takenBack = (of: string, reason: CorrectionReason = 'did-not-happen') =>
    this.with([{ kind: 'withdraw', data: { of: this.idOf(of), reason } }])

  /** Puts an entry right: the last of this kind, or the one with this id. Its data stays unless it is given. */
  putRight(of: string, date: string, data?: HappeningData[HappeningKind], reason: CorrectionReason = 'wrong-date'): Journey {
    const wrong = this.facts.find(({ id }) => id === this.idOf(of))
    const present = wrong?.kind === 'replace' ? wrong.data.data : (wrong?.data as HappeningData[HappeningKind])
    return this.with([{ kind: 'replace', data: { of: this.idOf(of), reason, happenedOn: day(date), data: data ?? present } }])
  }

  /** The id of the last entry of a kind. */
  idOf = (of: string): FactId => this.facts.findLast(({ kind }) => kind === of)?.id ?? of

  /** The support case that the facts amount to, as at a day or by all of them. */
  asAt = (date?: string): SupportCase => fold(known(this.facts, { asAt: date === undefined ? undefined : day(date) }))
}

/** Nothing yet. */
export const journey = (): Journey => new Journey()

/** Enquired on 5 January 2015. */
export const anEnquiry = (): Journey => journey().enquired('2015-01-05')

/** Taken on as new on 20 January 2015. */
export const supported = (): Journey => anEnquiry().accepted('2015-01-20')

/**
 * Trading since 1 March 2015, insured and set up. Check-ins are due on 1 September 2015, 1 March 2016 and 1 March 2017:
 * days 184, 366 and 731 of trading (2016 has a 29 February). Their 28 days are over on 29 September, 29 March and 29 March.
 */
export const trading = (): Journey =>
  supported().ideaAgreed('2015-01-30').constituted('2015-02-10').insured('2015-02-20', '2016-02-19').began('2015-03-01')
