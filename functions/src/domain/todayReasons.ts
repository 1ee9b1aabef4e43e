import type { Need } from './besideVocabulary.ts'
import { radarDays, seenCheckStandings } from './checkStandings.ts'
import type { DbsStanding } from './dbs.ts'
import { daysToAnswer } from './followUp.ts'
import type { Ask } from './followUpSchedule.ts'
import { checkInAsked, numbersAsked, putOffUntil } from './followUpSchedule.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, addMonths, earlier } from './plainDate.ts'
import type { SupportCase } from './supportCase.ts'
import { endedOn, enquiredOn, going } from './supportCase.ts'
import { isOver } from './programmeRules.ts'
import type { TodayQuestion } from './todayQuestion.ts'
import { workingDaysLater } from './todayQuestion.ts'
import { cqcReasons, daysToAct, isForCqcCheck } from './todayCqc.ts'
import type { OpenTask } from './taskSchemas.ts'
import { openTasks } from './todayTasks.ts'
import type { Reason, ReasonKind } from './todaySchemas.ts'
import { receiptsMissing, sentBackGrants, silentNow, stuckNow, unpaidGrants } from './waiting.ts'

/** A record, and what only its entries know of how it came in. */
export type Kept = {
  supportCase: SupportCase
  /** Who typed the enquiry in; undefined where it came from a spreadsheet. */
  takenInBy: string | undefined
  /** What is known of DBS checks; left out for readers whom it does not concern. */
  dbs?: DbsStanding | undefined
}

/** Days before its day on which a to-do, a promise or a payment is first shown. */
export const daysAhead = 14

/**
 * Every reason why an enterprise needs somebody on a day, in no order. None where it was merged, has ended, was declined or had advice only:
 * those are left alone. After the funded period only its check-ins, and who is asked to take it over, remain.
 * What was put off is left out until its day, but what began since is not, and a legal day cannot be put off past itself.
 */
export function reasonsOf(kept: Kept, question: TodayQuestion): Reason[] {
  return allReasons(kept, question).filter(reason => !isPutOff(kept.supportCase, reason, question.today))
}

/** The same with those that were put off. */
function allReasons(kept: Kept, question: TodayQuestion): Reason[] {
  const { supportCase } = kept
  if (!isOpen(supportCase)) return []
  const always = [...checkInReasons(supportCase, question), ...handoverReasons(supportCase)]
  return isOver(question, question.today) ? always : [...always, ...whileFunded(kept, question)]
}

/** The first legal day, of all that is put off by these needs, that such a putting off would pass; undefined where it passes none. */
export function legalDayPassed(
  kept: Kept,
  question: TodayQuestion,
  { needs, until }: { needs: readonly Need[]; until: PlainDate },
): { need: Need; on: PlainDate } | undefined {
  return allReasons(kept, question)
    .flatMap(reason => {
      const need = reason.kind === 'task' ? undefined : needOf[reason.kind]
      return need && needs.includes(need) && lossOf(reason) === 'legal' && reason.on < until ? [{ need, on: reason.on }] : []
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1))[0]
}

/**
 * The to-dos on an enterprise's own page, the earliest first: one's own whenever they are due, and those of a template for as long as Today
 * asks for them.
 */
export const tasksOf = (supportCase: SupportCase, question: TodayQuestion): OpenTask[] =>
  openTasks(supportCase, question)
    .filter(({ template }) => !template || (isOpen(supportCase) && !isOver(question, question.today)))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** A record that somebody works on: an enquiry, one that was taken on, or one of those that paused. */
export function isOpen({ support, mergedInto }: SupportCase): boolean {
  const before = going(support)?.state
  return !mergedInto && !endedOn(support) && (before === 'enquiry' || before === 'accepted')
}

function whileFunded(kept: Kept, question: TodayQuestion): Reason[] {
  const { supportCase } = kept
  return [
    ...numbersReasons(supportCase, question),
    ...openTasks(supportCase, question).filter(({ on }) => addDays(question.today, daysAhead) >= on),
    ...enquiryReasons(kept, question),
    ...checkReasons(kept, question),
    ...cqcReasons(supportCase, question),
    ...grantReasons(supportCase, question),
    ...changeReasons(supportCase),
    ...silentReasons(supportCase, question),
    ...stuckReasons(supportCase, question),
  ]
}

/** The check-in that is due and that nobody asked for within the week, and the numbers, where no check-in asks for them too. */
function checkInReasons(supportCase: SupportCase, { today }: TodayQuestion): Reason[] {
  const ask = checkInAsked(supportCase, today)
  if (!ask || !isTimeFor(ask, today)) return []
  const { month, dueOn: on, triedOn } = ask
  return [{ kind: 'check-in', on, month, lostFrom: addDays(on, daysToAnswer), tried: triedOn.length }]
}

function numbersReasons(supportCase: SupportCase, { today }: TodayQuestion): Reason[] {
  const checkIn = checkInAsked(supportCase, today)
  const ask = numbersAsked(supportCase, today)
  if (!ask || !isTimeFor(ask, today) || (checkIn && checkIn.dueOn <= today)) return []
  return [{ kind: 'numbers', on: ask.dueOn, tried: ask.triedOn.length }]
}

const isTimeFor = ({ dueOn, askOn }: Ask, today: PlainDate): boolean => dueOn <= today && askOn <= today

const handoverReasons = ({ handover }: SupportCase): Reason[] =>
  handover ? [{ kind: 'handover', on: handover.on, to: handover.to, from: handover.offeredBy }] : []

/**
 * An enquiry is answered within the promised working days. How their details are used is told within a month at the latest; it is asked only of
 * enquiries that were typed in here, since a spreadsheet does not say. Source: UK GDPR, Article 14(3)(a).
 */
function enquiryReasons({ supportCase, takenInBy }: Kept, { rules, today }: TodayQuestion): Reason[] {
  const since = enquiredOn(supportCase.support)
  if (!since) return []
  const reasons: Reason[] = []
  if (going(supportCase.support)?.state === 'enquiry') {
    const within = rules.answerWorkingDays
    reasons.push({ kind: 'enquiry', on: workingDaysLater(since, within), since, within })
  }
  if (takenInBy && !supportCase.told && since <= today) reasons.push({ kind: 'privacy', on: addMonths(since, 1), since })
  return reasons
}

/**
 * Checks with a last day, from 60 days before it. Those with an end have run out after it; the others are looked at again. One that was seen
 * and is not settled is to be settled within a week, whenever it is to be looked at again.
 */
function checkReasons({ supportCase, dbs }: Kept, { rules, today }: TodayQuestion): Reason[] {
  return seenCheckStandings(supportCase, dbs, rules, today).flatMap(({ check, seenOn, until, state, ends }): Reason[] => {
    if (state === 'undecided') return seenOn ? [{ kind: 'check', on: addDays(seenOn, daysToAct), check, ends: false, undecided: true }] : []
    return until && state !== 'holds' ? [{ kind: 'check', on: until, check, ends }] : []
  })
}

/** A grant that was decided is to be paid within the days in which a grant counts as stuck; what was asked about it is answered, and receipts come. */
const grantReasons = (supportCase: SupportCase, { rules, today }: TodayQuestion): Reason[] => [
  ...unpaidGrants(supportCase, rules).map((grant): Reason => ({ kind: 'grant-unpaid', ...grant })),
  ...sentBackGrants(supportCase).map((grant): Reason => ({ kind: 'grant-sent-back', on: addDays(grant.since, daysToAct), ...grant })),
  // Receipts are chased when their day is near, and not from the day of the payment.
  ...receiptsMissing(supportCase)
    .filter(({ on }) => addDays(today, daysAhead) >= on)
    .map((grant): Reason => ({ kind: 'grant-receipts', ...grant })),
]

/** What changed and asks for an entry that has not been made; what asks for the CQC check is a reason of its own. */
function changeReasons({ changes }: SupportCase): Reason[] {
  return changes.flatMap(({ what, on, settledOn }): Reason[] => {
    if (settledOn !== undefined || isForCqcCheck(what)) return []
    return [{ kind: 'change', on: addDays(on, daysToAct), since: on, what }]
  })
}

/** Nobody there was reached for too long. */
function silentReasons(supportCase: SupportCase, { rules, today }: TodayQuestion): Reason[] {
  const silence = silentNow(supportCase, today, rules)
  return silence ? [{ kind: 'silent', ...silence }] : []
}

function stuckReasons(supportCase: SupportCase, { rules, today }: TodayQuestion): Reason[] {
  const stuck = stuckNow(supportCase, today, rules)
  return stuck ? [{ kind: 'stuck', ...stuck }] : []
}

/** What each kind of reason is called when it is put off; a to-do is put off by itself. */
export const needOf = {
  enquiry: 'enquiry',
  privacy: 'privacy',
  'check-in': 'check-in',
  numbers: 'numbers',
  check: 'check',
  'cqc-check': 'cqc-check',
  'cqc-notice': 'cqc-clock',
  'with-cqc': 'with-cqc',
  'grant-unpaid': 'grant-evidence',
  'grant-sent-back': 'grant-more',
  'grant-receipts': 'grant-receipts',
  change: 'change',
  handover: 'handover',
  silent: 'silent',
  stuck: 'stuck',
} as const satisfies Record<Exclude<ReasonKind, 'task'>, Need>

/** What is lost if a thing slips, the worst first: a legal day, money, a promise, a habit. */
export const losses = ['legal', 'money', 'promise', 'habit'] as const
export type Loss = (typeof losses)[number]

/** What is lost if this slips. Cover that runs out, a reply to CQC, and care before the CQC check is done again are legal days. */
export function lossOf(reason: Reason): Loss {
  switch (reason.kind) {
    case 'cqc-notice':
    case 'privacy':
      return 'legal'
    case 'check':
      return reason.ends ? 'legal' : 'promise'
    case 'cqc-check':
      return reason.because === 'changed' ? 'legal' : 'habit'
    case 'grant-unpaid':
    case 'grant-sent-back':
    case 'grant-receipts':
      return 'money'
    case 'task':
      return reason.about === 'money' ? 'money' : 'promise'
    case 'enquiry':
    case 'check-in':
    case 'handover':
      return 'promise'
    case 'with-cqc':
    case 'numbers':
    case 'change':
    case 'silent':
    case 'stuck':
      return 'habit'
  }
}

function isPutOff(supportCase: SupportCase, reason: Reason, today: PlainDate): boolean {
  if (reason.kind === 'task') return false
  const until = putOffUntil(supportCase, needOf[reason.kind], beganOn(reason))
  return until !== undefined && today < (lossOf(reason) === 'legal' ? earlier(until, reason.on) : until)
}

/** The day from which there was such a reason. */
function beganOn(reason: Exclude<Reason, { kind: 'task' }>): PlainDate {
  switch (reason.kind) {
    case 'enquiry':
    case 'privacy':
    case 'with-cqc':
    case 'grant-unpaid':
    case 'grant-sent-back':
    case 'change':
      return reason.since
    case 'grant-receipts':
      return addDays(reason.on, -daysAhead)
    case 'cqc-notice':
      return reason.servedOn
    case 'check':
      return addDays(reason.on, reason.undecided ? -daysToAct : -radarDays[0])
    case 'cqc-check':
      return reason.because === 'changed' ? addDays(reason.on, -daysToAct) : reason.on
    case 'check-in':
    case 'numbers':
    case 'handover':
    // Silence and being stuck begin when the limit is over, not with the first quiet day.
    case 'silent':
    case 'stuck':
      return reason.on
  }
}
