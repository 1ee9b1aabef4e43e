import { grantName } from '#domain/grants.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays } from '#domain/plainDate.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { assistanceSince, mostMinimalAssistance } from '#domain/subsidy.ts'
import { isUnderTheAct } from '#tab/fund/grant/stepFields.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'

/** Letters in plain words, to be copied into the council's own paper. They are made from the record each time, and nothing of them is kept. */

const whoOf = ({ row }: GrantAnswer): string => row.name ?? row.reference
/** The day of the letter: the day on which the offer was sent, where it was. */
const letterDay = (answer: GrantAnswer, today: PlainDate): PlainDate => answer.grant.offeredOn ?? today

/** Since when it counts. A letter that was sent says what it said then. */
function sinceOf(answer: GrantAnswer, today: PlainDate): string {
  const { offeredOn } = answer.grant
  return sayDay(offeredOn ? assistanceSince(offeredOn) : (answer.subsidy?.since ?? assistanceSince(today)))
}

/** Who writes: the name under which the grants are published, or the department; else a line to fill in. */
const fromOf = ({ pot: { publisher, department } }: GrantAnswer): string => publisher?.name ?? department ?? '____________________'

const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter(part => part !== undefined).join('\n\n')

const heading = (answer: GrantAnswer, on: PlainDate, title: string): string =>
  [`From: ${fromOf(answer)}`, whoOf(answer), `Grant ${grantName(answer.row.number)}`, sayDay(on), '', title].join('\n')

function noticeOf(answer: GrantAnswer, today: PlainDate): string | undefined {
  if (!isUnderTheAct(answer)) return undefined
  const [amount, most] = [sayMoney(answer.row.pence), sayMoney(mostMinimalAssistance)]
  return [
    'Notice of minimal financial assistance',
    `We propose to give you a subsidy of ${amount}. It is minimal financial assistance under section 36 of the Subsidy Control Act 2022. Its gross value is ${amount}.`,
    `You may have no more than ${most} of this help and of ‘SPEI assistance’ together. That is from all public bodies, from ${sinceOf(answer, today)} to the day we pay. Count any business under the same ownership as yours.`,
    `Please confirm in writing that this grant will not take you over ${most}.`,
  ].join('\n')
}

function agreed({ pot, row }: GrantAnswer): string {
  return [
    'What you agree to',
    '- You spend it only on what it is for.',
    `- You keep the receipts, and show them to us within ${pot.evidenceDays} days of the payment.`,
    '- You pay back what you do not spend.',
    `- We may ask for some or all of the ${sayMoney(row.pence)} back if it is not spent as agreed, or if what you told us was not right.`,
  ].join('\n')
}

/** What they sign and send back. */
function confirmation(answer: GrantAnswer, today: PlainDate): string {
  const amount = sayMoney(answer.row.pence)
  const underTheAct = isUnderTheAct(answer)
    ? [
        `I confirm that this grant does not take us, with any business under the same ownership, over ${sayMoney(mostMinimalAssistance)} since ${sinceOf(answer, today)}.`,
        'Other help of this kind since then: £ ____________',
      ]
    : []
  return [
    '---- Please sign this part and send it back ----',
    `To be signed for ${whoOf(answer)}, grant ${grantName(answer.row.number)}`,
    `I accept the grant of ${amount}, and what I agree to with it.`,
    ...underTheAct,
    'Name: ____________________   Signed: ____________________   Day: ____________',
  ].join('\n')
}

/** The offer: what it is for, under the Act the notice, what they agree to, and the part that they sign. */
export function offerLetter(answer: GrantAnswer, today: PlainDate): string {
  const { pot, row, words } = answer
  return paragraphs(
    heading(answer, letterDay(answer, today), `We offer you a grant of ${sayMoney(row.pence)}`),
    `The money comes from ${pot.name}.${words.purpose ? `\nIt is for: ${words.purpose}` : ''}`,
    noticeOf(answer, today),
    agreed(answer),
    'To accept, sign the part below and send it back. Do not send us bank details with it: our finance team asks you for them.',
    confirmation(answer, today),
  )
}

/** The note that goes with a payment; undefined before the first. Under the Act it is our confirmation, with the amount and the day. */
export function paymentNote(answer: GrantAnswer): string | undefined {
  const payment = answer.grant.payments.at(-1)
  if (!payment) return undefined
  const { pence, on, reference } = payment
  const confirmed = isUnderTheAct(answer)
    ? [
        'Confirmation of minimal financial assistance',
        `We gave you ${sayMoney(pence)} of minimal financial assistance under section 36 of the Subsidy Control Act 2022 on ${sayDay(on)}. That is its gross value.`,
        'You must keep this note for at least three years from that day. You need it when somebody asks how much such help you have had.',
      ].join('\n')
    : undefined
  return paragraphs(
    heading(answer, on, `We have paid you ${sayMoney(pence)}`),
    `It was paid on ${sayDay(on)}, from ${answer.pot.name}.${reference ? ` The payment is called ${reference}.` : ''}`,
    confirmed,
    `Show us the receipts by ${sayDay(addDays(on, answer.pot.evidenceDays))}. Pay back what you do not spend.`,
  )
}
