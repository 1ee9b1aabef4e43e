import { inWords } from '#domain/dayWords.ts'
import { grantName } from '#domain/grants.ts'
import type { CannotGrant } from '#domain/grantRules.ts'
import type { Bound } from '#domain/separation.ts'
import type { Refusal } from '#functions/refusals.ts'

type Kind =
  | Bound['kind']
  | CannotGrant['kind']
  | 'no-such-grant'
  | 'amount-missing'
  | 'more-than-asked-for'
  | 'recommend-first'
  | 'take-back-instead'
  | 'record-it-again'
  | 'subsidy-stays'
  | 'rule-reworded'
  | 'no-such-fund'
  | 'fund-in-use'
  | 'no-publisher'
  | 'nothing-to-publish'

const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', trailingZeroDisplay: 'stripIfInteger' })
const money = (pence: number): string => pounds.format(pence / 100)

const someoneElse = 'Someone else must take this step, administrators included.'

/** Why a step of a grant is not taken, and what would clear it. */
export const grantRefusalWords: { [K in Kind]: (refusal: Extract<Refusal, { kind: K }>) => string } = {
  'works-on-it': () => 'You cannot settle this grant, because you work with them. Someone else who may can.',
  'has-interest': () => 'You declared an interest, so someone else must take this step.',
  'recommended-it': () => `You recommended this grant. ${someoneElse}`,
  'assessed-it': () => `You assessed this grant. ${someoneElse}`,
  'decided-it': () => `You decided this grant. ${someoneElse}`,
  'verified-it': () => `You checked the bank details for this grant. ${someoneElse}`,
  'paid-it': () => `You paid this grant. ${someoneElse}`,
  'changed-fund': () =>
    `You changed this fund, and this grant turns on it. ${someoneElse} Or someone else who may change the fund looks at it and saves it.`,
  'overruled-gate': () =>
    `You went on without a check that is asked for before a payment. ${someoneElse} If that check is not missing any more, take your entry back.`,
  'overruled-asking': () => `You went on without a check so that this could be asked for. ${someoneElse}`,
  'over-your-limit': ({ limitPence }) => `You decide up to ${money(limitPence)}. Someone without that limit can decide more.`,
  'no-such-grant': () => 'There is no such grant.',
  'amount-missing': () => 'Say how much is granted.',
  'more-than-asked-for': ({ pence }) => `They asked for ${money(pence)}. Grant that or less.`,
  'outside-the-fund': ({ from, to }) => `This fund grants from ${inWords(from)} to ${inWords(to)}.`,
  'gap-not-of-this-fund': () => 'This fund is not for that gap. Pick one of its own, or another fund.',
  'nothing-granted': () => 'The amount has to be more than nothing.',
  'over-the-cap': ({ capPence, hadPence }) =>
    hadPence > 0
      ? `This fund gives one enterprise ${money(capPence)} at most, and they have had ${money(hadPence)}.`
      : `This fund gives one enterprise ${money(capPence)} at most.`,
  'sent-back-first': ({ number }) => `More was asked for about ${grantName(number)}. Answer that first.`,
  'not-assessed': ({ smallPence }) => `Above ${money(smallPence)} it has to be assessed before anybody decides.`,
  'rule-not-answered': () => 'Say for each rule of this fund whether it is met.',
  'rule-not-met': () => 'A rule of this fund is not met. Turn it down, or say who waives the rule and why.',
  'panel-too-small': ({ quorum, counted }) => {
    const needed = quorum === 1 ? '1 person' : `${quorum} people`
    const so = counted === 0 ? 'nobody counts' : counted === 1 ? '1 counts' : `${counted} count`
    return `The panel needs ${needed} with no interest in this. So far ${so}.`
  },
  'not-on-the-panel': () => 'You were not on this panel, or you may not decide this. Someone who was on it must record it.',
  'not-enough-left': ({ leftPence, pence }) => `There is ${money(leftPence)} left in the fund. This is ${money(pence)}.`,
  'not-accepted': () => 'They have not accepted the offer yet. Record their yes first.',
  'not-confirmed': () => 'Their signed answer is not here yet. The law needs it before we pay. Ask them for it and record it first.',
  'not-verified': ({ smallPence }) => `Above ${money(smallPence)} a second person checks the bank details before anything is paid.`,
  'account-not-said': () => 'Say when and how finance checked the account. We never keep bank details here.',
  'payment-reference-missing': () => 'Give the reference that finance has for this payment.',
  'account-checked-later': ({ checkedOn, happenedOn }) =>
    `Finance checked the account on ${inWords(checkedOn)}, after the day you gave (${inWords(happenedOn)}). The check must come first.`,
  'receipts-missing': ({ pence }) => `Receipts for ${money(pence)} are still missing. Record them, or that the money came back.`,
  'money-paid-already': ({ pence }) => `They have had ${money(pence)} of it, so it was taken up.`,
  'over-subsidy-limit': ({ since, earlierPence, roomPence }) =>
    `Since ${inWords(since)} they have had ${money(earlierPence)} of help of this kind. The law leaves room for ${money(roomPence)} more.`,
  'money-owed-back': ({ pence }) =>
    `We asked for ${money(pence)} back, and it has not come. Record that it came, or write it off, before you close.`,
  'close-without-words': ({ pence }) => `Receipts for ${money(pence)} are missing. Say how it was settled.`,
  'last-grant-open': ({ number }) => `Their last grant, ${grantName(number)}, is not closed yet. Close it first.`,
  'record-is-merged': () => 'This record was merged into another one. Recommend the grant there.',
  'record-it-again': () =>
    'A grant or a payment is not put back by a correction. Record it again, so that the rules of the fund are asked.',
  'subsidy-stays': () => 'Grants of this fund were made under what it says of the law. Make another fund for other grants.',
  'rule-reworded': () => 'A rule that says something else is another rule. Give it a code of its own.',
  'recommend-first': () => 'This programme keeps its fund here, so a grant begins with a recommendation.',
  'take-back-instead': () => 'Entries of a fund are only ever added. Take this one back, and record it again as it was.',
  'no-such-fund': () => 'There is no such fund.',
  'no-publisher': () => 'Say in the fund first who publishes its grants.',
  'nothing-to-publish': () => 'No grant of this fund belongs in this list yet, so there is nothing to put in a file.',
  'fund-in-use': ({ leftPence }) => `There is ${money(leftPence)} left in the fund, so no more than that can be taken out.`,
}
