import type { PlainDate } from '#domain/plainDate.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { Problem } from '#domain/problems.ts'
import type { GrantAnswer, StepStanding } from '#domain/potSchemas.ts'
import { boundLabels, mustLabels, pageLabels } from '#tab/fund/grant/grantPageLabels.ts'
import type { NameOf } from '#tab/fund/grant/peopleStrip.ts'
import { anyOf, starting, you } from '#tab/fund/grant/peopleStrip.ts'
import { whereItIs } from '#tab/grantLabels.ts'
import { gapLabels, legalFormLabels } from '#tab/labels.ts'
import type { LegalForm } from '#domain/vocabulary.ts'
import { sayCount, sayDay, sayHours, sayLength, sayMoney } from '#tab/ui/say.ts'

/** A grant in sentences: what it asks for, where it stands, who may go on, and who may not. */

/** "Sam Weir or Hazel Boon can.", or what to do where nobody can. */
const whoCanWords = (whoCan: readonly string[], nameOf: NameOf): string =>
  whoCan.length === 0 ? pageLabels.nobody : `${starting(anyOf(whoCan.map(nameOf)))} can.`

export type Blocked = { title: string; words: string }

/** Where one's own part in it stands in the way: what the notice says. Undefined where nothing binds. */
export function blockedWords({ step, bound, whoCan }: StepStanding, nameOf: NameOf): Blocked | undefined {
  if (bound === null) return undefined
  const title = `${boundLabels[bound]}, so someone else must ${mustLabels[step]}.`
  return { title, words: [whoCanWords(whoCan, nameOf), pageLabels.mayRead, pageLabels.bound].join(' ') }
}

/** What a grant waits for, where that is for others to do. */
export function waitingWords({ step, whoCan }: StepStanding, nameOf: NameOf): string {
  if (whoCan.length > 0) return `It waits for ${anyOf(whoCan.map(nameOf))} to ${mustLabels[step]}.`
  const needsPart = ['recommend', 'assess', 'decide', 'verify', 'pay'].includes(step)
  return needsPart ? pageLabels.nobody : `It waits for their catalyst to ${mustLabels[step]}.`
}

/** Who can, where the server said no because of who one is; empty where it did not say. */
export function refusedWords(problem: Problem, nameOf: NameOf): string {
  const whoCan: unknown = problem['whoCan']
  if (!Array.isArray(whoCan)) return ''
  return whoCanWords(
    whoCan.filter(each => typeof each === 'string'),
    nameOf,
  )
}

const asking = ['recommended', 'assessed', 'sent-back']

/** The page's title: "Vale of Avalon Wellbeing asks for £480". */
export function grantTitle({ row }: Pick<GrantAnswer, 'row'>): string {
  const who = row.name ?? row.reference
  if (asking.includes(row.state)) return `${who} asks for ${sayMoney(row.pence)}`
  if (row.state === 'turned-down') return `${who} asked for ${sayMoney(row.pence)}`
  return `${sayMoney(row.pence)} for ${who}`
}

/** Where it is: "waiting for a decision"; above the small-grant limit it has to be assessed before. */
export const stateWords = ({ row }: Pick<GrantAnswer, 'row'>): string => whereItIs(row, row.next?.step).toLowerCase()

/** "waiting 6 days", while it waits for somebody. */
export function sinceWords({ row: { since, next } }: Pick<GrantAnswer, 'row'>, today: PlainDate): string {
  const days = daysBetween(since, today)
  if (!next) return `since ${sayDay(since)}`
  return days <= 0 ? 'since today' : `waiting ${sayLength(days)}`
}

/** "60 hours a week wanted, 46 there" */
export function gapWords({ gapWantedMinutes, gapThereMinutes }: GrantAnswer): string {
  if (gapWantedMinutes === null) return 'no hours wanted are on record'
  return `${sayHours(gapWantedMinutes)} hours a week wanted, ${sayHours(gapThereMinutes ?? 0)} there`
}

export const gapName = ({ row: { gap } }: GrantAnswer, area: string): string => [gapLabels[gap], area].filter(Boolean).join(' in ')

/** "CIC, set up 3 April 2026, not yet trading." */
export function enterpriseWords({ form, constitutedOn, tradingFrom }: GrantAnswer): string {
  const known = form !== null && Object.hasOwn(legalFormLabels, form) ? legalFormLabels[form as LegalForm] : 'No legal form yet'
  const setUp = constitutedOn ? `set up ${sayDay(constitutedOn)}` : 'not set up yet'
  const trading = tradingFrom ? `trading since ${sayDay(tradingFrom)}` : 'not yet trading'
  return `${known}, ${setUp}, ${trading}.`
}

/** "If it is granted, £15,950 is left"; once it is decided, what is left in the fund. */
export const leftWords = (answer: GrantAnswer): string =>
  asking.includes(answer.row.state)
    ? answer.leftIfGrantedPence < 0
      ? `The fund is ${sayMoney(-answer.leftIfGrantedPence)} short for this`
      : `If it is granted, ${sayMoney(answer.leftIfGrantedPence)} is left`
    : `${sayMoney(answer.pot.balance.available)} is left in the fund`

/** "Hazel Boon has an interest and is not counted." */
const isNotCounted = (name: string): string =>
  name === you ? 'You have an interest and are not counted.' : `${starting(name)} has an interest and is not counted.`

/** "Three needed, three there. Hazel Boon has an interest and is not counted." Who may not decide it is not counted either. */
export function panelWords(
  answer: GrantAnswer,
  panel: { present: readonly string[]; interested: readonly string[] },
  nameOf: NameOf,
): string {
  const interested = panel.present.filter(oid => panel.interested.includes(oid) || answer.interests.includes(oid))
  const barred = panel.present.filter(oid => !interested.includes(oid) && answer.notTheirs.decided?.includes(oid))
  const counted = panel.present.length - interested.length - barred.length
  const out = [...interested.map(oid => isNotCounted(nameOf(oid))), ...barred.map(oid => `${starting(nameOf(oid))} cannot sit on it.`)]
  return [`${sayCount(answer.pot.quorum, 'person', 'people')} needed, ${counted} there.`, ...out].join(' ')
}

/** The three letters under the Act, each with its day, and the room that is left. */
export function letterLines(answer: GrantAnswer): { name: string; words: string }[] {
  const { offeredOn, acceptance, payments } = answer.grant
  const { subsidy } = answer
  const paid = payments.at(-1)
  return [
    { name: 'Our offer, with the notice', words: offeredOn ? `sent ${sayDay(offeredOn)}` : 'not sent yet' },
    {
      name: 'Their yes, in writing',
      words: acceptance ? (acceptance.confirmed ? `came ${sayDay(acceptance.on)}` : 'not in writing yet') : 'not here yet',
    },
    { name: 'Our payment note', words: paid ? `send it with the payment of ${sayDay(paid.on)}` : 'goes with the payment' },
    ...roomLine({ subsidy }),
  ]
}

/** The room that the Act leaves, where the fund is under it. */
export const roomLine = ({ subsidy }: Pick<GrantAnswer, 'subsidy'>): { name: string; words: string }[] =>
  subsidy
    ? [
        {
          name: 'Room that is left',
          words: `${sayMoney(subsidy.roomPence)}; they have had ${sayMoney(subsidy.earlierPence)} since ${sayDay(subsidy.since)}`,
        },
      ]
    : []

/** How much oneself decides, where that is less than what is asked for, and who can grant all of it. */
export function limitWords({ pot, row }: Pick<GrantAnswer, 'pot' | 'row'>, nameOf: NameOf, oid: string): string {
  const most = pot.limits.find(({ person }) => person === oid)?.pence
  if (most === undefined || most >= row.pence) return ''
  const others = (row.next?.whoCan ?? []).map(nameOf)
  return `You decide up to ${sayMoney(most)}.${others.length > 0 ? ` ${starting(anyOf(others))} can grant all of it.` : ''}`
}
