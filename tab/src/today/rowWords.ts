import { grantName } from '#domain/grants.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, daysBetween } from '#domain/plainDate.ts'
import type { Reason, TodayRow } from '#domain/todaySchemas.ts'
import type { Check } from '#domain/vocabulary.ts'
import { cqcPapers } from '#domain/vocabulary.ts'
import { changeLabels, taskAboutLabels } from '#tab/besideLabels.ts'
import { checkInLabels, checkLabels } from '#tab/labels.ts'
import { stuckLabels, thingLabels } from '#tab/todayLabels.ts'
import { sayAway, sayCount, sayLength, sayMoney, sayNearDay } from '#tab/ui/say.ts'

/** What a row of Today says, in sentences. */

const lower = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)

/** A check by the name that the programme gave it, or else by ours. */
const checkWords = ({ check, name }: Pick<Extract<Reason, { kind: 'check' }>, 'check' | 'name'>): string => name ?? known(check)
const known = (check: string): string =>
  Object.hasOwn(checkLabels, check) ? checkLabels[check as Check] : check.charAt(0).toUpperCase() + check.slice(1).replaceAll('-', ' ')

/** Why, in a sentence or two. */
export function reasonWords(reason: Reason, today: PlainDate): string {
  switch (reason.kind) {
    case 'task': {
      const papers = reason.papers ? ` ${reason.papers} of ${cqcPapers.length} papers are not ready.` : ''
      return ended(reason.words?.trim() || taskAboutLabels[reason.about]) + papers
    }
    case 'enquiry':
      return `Enquiry not answered. We promise an answer in ${sayCount(reason.within, 'working day')}.`
    case 'privacy':
      return 'Tell them how we use their details.'
    case 'check-in':
      return `${checkInLabels[reason.month]}${reason.tried > 0 ? ': no answer yet' : ' is due'}.`
    case 'numbers':
      return 'Ask how many people and hours. We ask twice a year.'
    case 'check':
      return checkSentence(reason, today)
    case 'cqc-check':
      return reason.what
        ? `${changeLabels[reason.what]}. Do the CQC check again.`
        : 'The CQC check is more than 12 months old. Ask when you next speak.'
    case 'cqc-notice':
      return `CQC plans to say no. By our count the last day to reply is ${sayNearDay(reason.on, today)}.`
    case 'with-cqc':
      return `With CQC for ${sayLength(daysBetween(reason.since, today))}. CQC aims to decide in 10 weeks. Many take longer.`
    case 'grant-unpaid':
      return `${sayMoney(reason.pence)} grant agreed on ${sayNearDay(reason.since, today)}, not paid yet.`
    case 'grant-sent-back':
      return `More was asked for about grant ${grantName(reason.number)}.`
    case 'grant-receipts':
      return `Receipts for ${sayMoney(reason.pence)} of grant ${grantName(reason.number)}.`
    case 'change':
      return `${changeLabels[reason.what]}: put it on record.`
    case 'handover':
      return 'You are asked to take them over.'
    case 'silent':
      return `${sayLength(daysBetween(reason.since, today))} silent.`
    case 'stuck':
      return `In ${stuckLabels[reason.step]} for ${sayLength(daysBetween(reason.since, today))}.`
  }
}

function checkSentence(reason: Extract<Reason, { kind: 'check' }>, today: PlainDate): string {
  const { on, ends, undecided } = reason
  const words = checkWords(reason)
  if (undecided) return `${words}: seen, and not settled yet.`
  const day = on === today ? 'today' : `on ${sayNearDay(on, today)}`
  if (ends) return `${words} ${on < today ? 'ran out' : 'runs out'} ${day}.`
  return `${words}: look again by ${on === today ? 'today' : sayNearDay(on, today)}.`
}

/** What such reasons are called, each once: "insurance and the CQC check". */
export function thingsIn(reasons: readonly Reason[]): string {
  const things = [...new Set(reasons.map(thingWords))]
  return things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`
}

/** What a reason is called, as one of several. */
function thingWords(reason: Reason): string {
  switch (reason.kind) {
    case 'task':
      return lower((reason.words?.trim() || taskAboutLabels[reason.about]).replace(/[.?!]+$/, ''))
    case 'check-in':
      return checkInLabels[reason.month]
    case 'check':
      return reason.ends && !reason.name ? 'insurance' : lower(checkWords(reason))
    case 'change':
      return lower(changeLabels[reason.what])
    case 'enquiry':
    case 'privacy':
    case 'numbers':
    case 'cqc-check':
    case 'cqc-notice':
    case 'with-cqc':
    case 'grant-unpaid':
    case 'grant-sent-back':
    case 'grant-receipts':
    case 'handover':
    case 'silent':
    case 'stuck':
      return thingLabels[reason.kind]
  }
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** The second line of a row: what one call settles, or its most urgent reasons one after the other. */
export function rowWords({ reasons }: Pick<TodayRow, 'reasons'>, today: PlainDate, byCall: boolean): string {
  if (byCall && reasons.length > 1) {
    // Whoever is rung is not silent any more: that is no thing of its own.
    const things = [...new Set(reasons.filter(({ kind }, at) => at === 0 || kind !== 'silent').map(thingWords))]
    if (things.length > 1) return `One call settles ${numberWords[things.length] ?? things.length} things: ${things.join(', ')}.`
  }
  const said = reasons.slice(0, 2).map(reason => reasonWords(reason, today))
  const more = reasons.length - said.length
  return [...said, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ')
}

export type When = { tone: 'late' | 'today' | 'later'; words: string; below: string }

/** When it is due, and under it the day or what follows. Only what is late is red, and it says a number. */
export function whenWords({ group, reasons }: Pick<TodayRow, 'group' | 'reasons'>, today: PlainDate): When {
  const [first] = reasons
  if (!first) return { tone: 'later', words: '', below: '' }
  const below = belowWords(first, today)
  switch (group) {
    case 'overdue':
      return { tone: 'late', words: `${sayLength(daysBetween(first.on, today))} late`, below }
    case 'today': {
      const at = first.kind === 'task' ? first.at : null
      return at ? { tone: 'today', words: at, below: 'Today' } : { tone: 'today', words: 'Today', below }
    }
    case 'this-week':
    case 'coming': {
      if (first.on < today) return { tone: 'later', words: 'No day is set', below: '' }
      const at = first.kind === 'task' && first.at && first.on === addDays(today, 1) ? `, ${first.at}` : ''
      return { tone: 'later', words: sayAway(first.on, today) + at, below }
    }
  }
}

function belowWords(reason: Reason, today: PlainDate): string {
  if (reason.kind === 'check-in' && reason.on < today) {
    return `Lost touch ${reason.lostFrom > today ? 'from' : 'since'} ${sayNearDay(reason.lostFrom, today).replace(/^[A-Z][a-z]{2}\s/, '')}`
  }
  if (reason.kind === 'enquiry') return `Came ${sayNearDay(reason.since, today)}`
  if (reason.kind === 'handover') return `Asked ${sayNearDay(reason.on, today)}`
  if (reason.kind === 'task' && reason.on === today) return reason.template ? '' : taskAboutLabels[reason.about]
  return sayNearDay(reason.on, today)
}

/** The name, or for those who see none the reference; an enquiry without a name is called by its number. */
export const titleOf = ({ name, reference }: Pick<TodayRow, 'name' | 'reference'>): string => name ?? reference
