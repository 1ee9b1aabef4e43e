import type { Cohort, FunnelStep, Parts } from '#domain/cohortSchemas.ts'
import { inHundred } from '#domain/marks.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addMonths } from '#domain/plainDate.ts'
import { fewFollowed } from '#domain/survivalReadings.ts'
import { spanLabels } from '#tab/figureLabels.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'

/** What the figures say, in words: for each figure a fixed list of sentences, the first that is true, and the plain subject where none is. */

export const say = (count: number): string => count.toLocaleString('en-GB')

/** A cost as it is said: to the pound. The API has the pence. */
export const sayPounds = (pence: number): string => sayMoney(Math.round(pence / 100) * 100)

const was = (count: number): string => (count === 1 ? 'was' : 'were')
const have = (count: number): string => (count === 1 ? 'has' : 'have')
const ones = (count: number, one: string, many = `${one}s`): string => `${say(count)} ${count === 1 ? one : many}`

const smallNumbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
/** Up to nine in letters, as people read them in a sentence. */
const inLetters = (count: number): string => smallNumbers[count] ?? say(count)
const upperFirst = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

export const countOf = ({ funnel }: Pick<Cohort, 'funnel'>, step: FunnelStep): number => funnel.find(each => each.step === step)?.count ?? 0

/** What a share at a day is, with its interval, in hundredths. */
type Reading = { share: number; low: number; high: number; atRisk: number }

function readingAt({ survival }: Pick<Cohort, 'survival'>, day: number): Reading | undefined {
  const at = survival.at.find(each => each.day === day)
  if (!at || at.share === null) return undefined
  return { share: inHundred(at.share), low: inHundred(at.exactLow ?? 0), high: inHundred(at.exactHigh ?? 1), atRisk: at.atRisk }
}

export const partsAt = ({ parts }: Pick<Cohort, 'parts'>, months: Parts['months']): Parts | undefined =>
  parts.find(each => each.months === months)

/** Who the page is about. */
export function whoSentence(cohort: Cohort): string {
  const { by, from, to, n, advisedOnly } = cohort
  const when = [from ? `from ${sayDay(from)}` : '', to ? `to ${sayDay(to)}` : ''].filter(words => words !== '').join(' ')
  const dated = when === '' ? '' : `, ${when}`
  if (by === 'trading') return `${ones(n, 'enterprise')} began to trade${dated}.`
  const trading = countOf(cohort, 'trading')
  const advised = advisedOnly > 0 ? `; ${ones(advisedOnly, 'person', 'people')} ${was(advisedOnly)} advised only` : ''
  return `${ones(n, 'enquiry', 'enquiries')}${dated}. ${ones(trading, 'enterprise')} began to trade${advised}.`
}

export function funnelTitle(cohort: Cohort): string {
  const [enquired, trading] = [countOf(cohort, 'enquired'), countOf(cohort, 'trading')]
  if (enquired === 0) return 'From enquiry to trading'
  if (trading === 0) return `None of ${ones(enquired, 'enquiry', 'enquiries')} has begun to trade yet`
  if (cohort.by === 'trading') return trading === 1 ? 'One enterprise began to trade' : `All ${say(trading)} began to trade`
  return `${say(trading)} of ${ones(enquired, 'enquiry', 'enquiries')} ${trading === 1 ? 'has' : 'have'} begun to trade`
}

/** The longest check-in that somebody has had. */
export const longestCheckIn = (cohort: Pick<Cohort, 'parts'>): Parts | undefined => [...cohort.parts].reverse().find(({ due }) => due > 0)

export function checkInTitle(cohort: Cohort): string {
  const parts = longestCheckIn(cohort)
  if (!parts) return cohort.survival.n + cohort.survival.unwatched === 0 ? 'Two years on' : 'Nobody has been trading for six months yet'
  const span = { 6: 'Six months on', 12: 'One year on', 24: 'Two years on' }[parts.months]
  if (2 * parts.notReached > parts.due) return `${span}, we could not reach ${say(parts.notReached)} of ${say(parts.due)}`
  return `${span}, ${say(parts.trading)} of ${say(parts.due)} ${was(parts.trading)} trading`
}

/** The count that anyone can check by hand: its parts add up to those who had so long, and to all with those who have not. */
export function partsSentence(parts: Parts): { lead: string; rest: string } {
  const { due, trading, paused, stopped, notReached, left, awaited, notYet, months } = parts
  const span = spanLabels[months]
  if (due === 0) return { lead: `Nobody here has had ${span} yet.`, rest: notYet > 0 ? `${say(notYet)} began trading since.` : '' }
  const more = notYet > 0 ? `${say(notYet)} more ${have(notYet)} not had ${span} yet.` : ''
  const said = [
    trading > 0 && `${say(trading)} ${was(trading)} trading.`,
    paused > 0 && `${say(paused)} had paused.`,
    stopped > 0 && `${say(stopped)} had stopped.`,
    notReached > 0 && `${say(notReached)} we could not reach.`,
    left > 0 && `${say(left)} had left our sight, still trading.`,
    awaited > 0 && `${say(awaited)} ${have(awaited)} still to answer.`,
    more,
  ].filter(words => words !== false && words !== '')
  return { lead: `${say(due)} began trading at least ${span} ago.`, rest: `By then ${said.join(' ')}` }
}

/** How much of survival can be said at all. */
export type SurvivalState = 'nobody' | 'few' | 'too-young' | 'not-followed' | 'thin-start' | 'all-stopped' | 'estimated'

export function survivalState(cohort: Cohort): SurvivalState {
  const { survival, parts } = cohort
  if (survival.n === 0) return 'nobody'
  if (survival.n < fewFollowed) return 'few'
  if (survival.ended === survival.n) return 'all-stopped'
  // With late entries the few who were watched first may all have stopped: the line is then at nothing for good, and says nothing of the rest.
  if (survival.steps.at(-1)?.share === 0) return 'thin-start'
  if (survival.at.find(({ day }) => day === 730)?.share !== null) return 'estimated'
  return (partsAt({ parts }, 24)?.due ?? 0) > 0 ? 'not-followed' : 'too-young'
}

/** Two calendar years after the first of them began. */
const knownFrom = (firstBegan: PlainDate): PlainDate => addMonths(firstBegan, 24)

/** The plain subject stands where no finding is true. `firstBegan` is the day on which the first of them began, where it is known. */
export function survivalTitle(cohort: Cohort, firstBegan?: PlainDate): string {
  const { survival } = cohort
  switch (survivalState(cohort)) {
    case 'nobody':
      return 'Nobody here has begun to trade yet'
    case 'few':
      return fewTitle(survival)
    case 'too-young':
      return firstBegan
        ? `Survival at two years cannot be known before ${sayDay(knownFrom(firstBegan))}`
        : 'Survival at two years cannot be known yet'
    case 'not-followed':
      return 'Survival at two years cannot be worked out: we could follow nobody that long'
    case 'thin-start':
      return 'Survival at two years cannot be worked out: too few were followed at first'
    case 'all-stopped':
      return `All ${say(survival.ended)} that we could follow have stopped`
    case 'estimated':
      return estimatedTitle(cohort)
  }
}

function fewTitle({ n, ended, lost }: Cohort['survival']): string {
  const lostWords = lost > 0 ? `${say(lost)} we lost touch with` : ''
  const stopped = ended > 0 ? `${say(ended)} ${have(ended)} stopped` : ''
  const words = [stopped, lostWords].filter(each => each !== '').join(' and ')
  const who = n === 1 ? 'One enterprise began to trade' : `${say(n)} enterprises began to trade`
  return words === '' ? `${who}, and none is known to have stopped` : `${who}: ${words}`
}

function estimatedTitle(cohort: Cohort): string {
  const { survival } = cohort
  const reading = readingAt(cohort, 730)
  if (!reading) return 'Still trading after two years'
  if (survival.ended === 0) return `None of ${say(survival.n)} is known to have stopped within two years`
  return `About ${reading.share} in 100 enterprises are still trading after two years`
}

/** What follows from the curve, in two or three short sentences. */
export function survivalSentences(cohort: Cohort, firstBegan?: PlainDate): string[] {
  switch (survivalState(cohort)) {
    case 'nobody':
      return []
    case 'few':
      return fewSentences(cohort)
    case 'too-young':
      return [
        `We cannot say yet. Nobody here has had two years.${firstBegan ? ` The first will get there on ${sayDay(knownFrom(firstBegan))}.` : ''}`,
        soFar(cohort),
        rangeSoFar(cohort),
      ].filter(words => words !== '')
    case 'not-followed':
      return [
        'We cannot say. Some have had two years, but we lost touch with all of them before that.',
        soFar(cohort),
        rangeSoFar(cohort),
      ].filter(words => words !== '')
    case 'thin-start':
      return [
        'We cannot say. The few that were followed at first have all stopped. The line cannot rise again, whoever came later.',
        soFar(cohort),
      ]
    case 'all-stopped':
      return [`${soFar(cohort)} Nobody is left to follow.`]
    case 'estimated':
      return estimateSentences(cohort)
  }
}

function soFar({ survival: { n, ended, lost } }: Cohort): string {
  const lostWords = lost > 0 ? ` We lost touch with ${inLetters(lost)}.` : ''
  return `So far ${ended === 0 ? 'none' : inLetters(ended)} of the ${say(n)} ${have(Math.max(ended, 1))} stopped.${lostWords}`
}

const dayNames = { 182: 'six months', 365: 'one year' } as const

/** The longest reading there is, where two years cannot be read. */
function rangeSoFar(cohort: Cohort): string {
  const day = ([365, 182] as const).find(each => readingAt(cohort, each))
  const reading = day && readingAt(cohort, day)
  if (!reading) return ''
  return `After ${dayNames[day]} it is between ${reading.low} and ${reading.high} in every 100, with ${say(reading.atRisk)} still followed.`
}

function fewSentences(cohort: Cohort): string[] {
  const { n } = cohort.survival
  const day = ([730, 365, 182] as const).find(each => readingAt(cohort, each))
  const reading = day && readingAt(cohort, day)
  const span = day === 730 ? 'two years' : day && dayNames[day]
  const range = reading
    ? `From these records, after ${span} anywhere between ${reading.low} and ${reading.high} in every 100 could be trading. That says ${reading.high - reading.low > 30 ? 'very little' : 'little'}.`
    : 'Nobody has been followed for six months yet.'
  return [`${upperFirst(inLetters(n))} is too few for a rate.`, range, 'With 20 we draw the curve.']
}

function estimateSentences(cohort: Cohort): string[] {
  const reading = readingAt(cohort, 730)
  if (!reading) return []
  const { lost, bounds } = cohort.survival
  const bound = bounds.find(({ day }) => day === 730)
  const best = `Our best estimate: ${reading.share} in every 100 are still trading after two years. It could be as low as ${reading.low} or as high as ${reading.high}.`
  const few = reading.atRisk < fewFollowed ? [`Only ${inLetters(reading.atRisk)} could be followed that long, so take it with care.`] : []
  if (lost === 0 || !bound || bound.low === null || bound.high === null) return [best, ...few]
  const them = lost === 1 ? 'the one we lost touch with' : `all ${inLetters(lost)} we lost touch with`
  const they = lost === 1 ? 'it was' : 'all were'
  return [best, `If ${them} had closed, it would be ${inHundred(bound.low)}. If ${they} trading, ${inHundred(bound.high)}.`, ...few]
}

/** One sentence with the end points, for those who cannot see the curve. */
export function survivalDescription(cohort: Cohort): string {
  const named = [
    { day: 182, at: 'six months' },
    { day: 365, at: 'one year' },
    { day: 730, at: 'two years' },
  ].flatMap(({ day, at }) => {
    const reading = readingAt(cohort, day)
    return reading ? [{ ...reading, at }] : []
  })
  const last = named.at(-1)
  if (!last) return 'Step line from 100% at the start. Nobody has been followed for six months yet.'
  const shares = named.map(({ share, at }) => `${share}% at ${at}`).join(', ')
  return `Step line from 100% at the start to ${shares}; 95% interval ${last.low}% to ${last.high}% at ${last.at}.`
}

/** One sentence with every bar, for those who cannot see them. */
export const funnelDescription = (rows: readonly { name: string; count: number; of: number }[]): string =>
  `Bars: ${rows.map(({ name, count, of }) => `${name} ${say(count)} of ${say(of)}`).join(', ')}.`

export function olderReportsTitle({ returns: { latest, current } }: Cohort): string {
  if (latest.enterprises === 0) return 'How older reports counted it'
  if (current.enterprises === 0) return `Older reports would have said ${ones(latest.people, 'person', 'people')}; we do not know`
  if (latest.people === current.people) return `Older reports would say the same: ${ones(current.people, 'person', 'people')}`
  return `Older reports would have said ${ones(latest.people, 'person', 'people')}, not ${say(current.people)}`
}

export function costTitle({ cost }: Cohort): string {
  if (cost.perSetUp !== null) return `Each enterprise set up cost the programme ${sayPounds(cost.perSetUp)}`
  return cost.pence === 0 ? 'No cost is on record for this programme' : `The programme cost ${sayPounds(cost.pence)}`
}
