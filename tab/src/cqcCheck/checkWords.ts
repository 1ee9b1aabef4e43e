import type { Checked, CqcAnswersSoFar, CqcQuestion, CqcReason } from '#domain/cqcCheck.ts'
import { plainAnswerOf } from '#domain/cqcCheck.ts'
import type { ReScoping } from '#domain/milestones.ts'
import { milestoneMarks, monthsACheckHolds, scopingAsks } from '#domain/milestones.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, addMonths } from '#domain/plainDate.ts'
import type { Raise, SupportCase } from '#domain/supportCase.ts'
import type { LegalForm, ScopingOutcome } from '#domain/vocabulary.ts'
import type { Mark } from '#domain/wireSchemas.ts'
import {
  knownLabels,
  nationLabels,
  notSureLabels,
  plainAnswerLabels,
  plainAnswerWords,
  raiseLabels,
  reasonLabels,
  waitLabels,
  yesNoSureLabels,
} from '#tab/cqcLabels.ts'
import { legalFormLabels, markLabels, registrationLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { sayDay } from '#tab/ui/say.ts'

/** The CQC check in sentences: what raised it, what it comes to, why, and what follows. */

const raiseKey = (raise: Raise): keyof typeof raiseLabels =>
  raise.because === 'changed' ? (raise.what as keyof typeof raiseLabels) : raise.because

/** "They took on a second worker on 28 April 2026." */
export const sayRaise = (raise: Raise): string => `${raiseLabels[raiseKey(raise)]} on ${sayDay(raise.on)}.`

/** Why the check is to be done again, and what must wait for it. */
export function sayAgain({ raisedBy, lapsedOn }: ReScoping): string {
  const lapsed = lapsedOn ? `The last check held until ${sayDay(lapsedOn)}.` : ''
  const [first] = raisedBy
  if (!first) return `${lapsed} Please ask the questions again.`
  const what = raiseKey(first)
  const wait = what === 'took-someone-on' || what === 'found-cover' ? waitLabels[what] : waitLabels.others
  return [...raisedBy.map(sayRaise), lapsed, wait].filter(words => words !== '').join(' ')
}

/** The sentence under the heading of the answer. */
export function answerWords({ outcome, notSureOf }: Checked): string {
  if (outcome === 'introduction-1-3-b') return plainAnswerWords.introduces
  const answer = plainAnswerOf[outcome]
  switch (answer) {
    case 'probably-not-needed':
      return plainAnswerWords['one-person']
    case 'ask-cqc':
      return `${plainAnswerWords[answer]} ${notSureOf.map(question => notSureLabels[question]).join('; ')}.`
    case 'not-personal-care':
    case 'must-register':
      return plainAnswerWords[answer]
  }
}

/** "Before, on 12 October 2025: probably not needed." */
export function beforeWords({ scoping }: Pick<SupportCase, 'scoping'>): string | undefined {
  return scoping.state === 'to-do' ? undefined : answeredBefore(scoping.outcome, scoping.on)
}

export function answeredBefore(outcome: ScopingOutcome, on: PlainDate): string {
  const answer = plainAnswerLabels[plainAnswerOf[outcome]]
  return `Before, on ${sayDay(on)}: ${answer === 'Ask CQC' ? 'ask CQC' : answer.toLowerCase()}.`
}

/** One reason, as it follows the link to its answer. */
export function reasonWords({ question, says }: CqcReason, isChanged: boolean): string {
  if (says === 'not-sure') return ` is “${yesNoSureLabels['not-sure']}”. That is never a No.`
  if (says === 'not-answered') return ' is still open. That is never a No.'
  const words = reasonLabels[question][says] ?? 'it counts here'
  return isChanged ? ` changed: ${words} now.` : `: ${words}.`
}

/** The answers of the last check, where they are other now. */
export function changedSince(
  { scoping }: Pick<SupportCase, 'scoping'>,
  answers: CqcAnswersSoFar,
  question: CqcQuestion,
): string | undefined {
  const before = scoping.state === 'recorded' ? scoping.answers?.[question] : undefined
  const now = answers[question]
  return before !== undefined && now !== undefined && before !== now ? before : undefined
}

/** "England · self-employed · no council or NHS contract · true since 28 April 2026" */
export function knownWords(words: Words, known: readonly CqcQuestion[], today: PlainDate): string {
  const nation = nationLabels[words['nation'] as keyof typeof nationLabels] ?? ''
  const answers = known.map(question => {
    const answer = words[question] ?? ''
    if (question === 'form') return legalFormLabels[answer as LegalForm] ?? notSureLabels.form
    return knownLabels[`${question} ${answer}` as keyof typeof knownLabels] ?? notSureLabels[question]
  })
  const asked = words['happenedOn'] ?? ''
  const askedOn = asked === '' || asked === sayDay(today) ? '' : `asked on ${asked}`
  return [nation, ...answers, askedOn, `true since ${words['trueFrom'] ?? ''}`].filter(part => part !== '').join(' · ')
}

export type Follows = { mark?: Mark; words: string }

const sayMark = (mark: Mark): string => markLabels[mark].replace(/^./, first => first.toUpperCase())

const registrationMark = (supportCase: SupportCase, today: PlainDate): Mark =>
  milestoneMarks(supportCase, today).find(({ milestone }) => milestone === 'registration')?.state ?? 'to-do'

/** Days in which to ask CQC, counted from the check. */
const daysToAsk = 7

/** The day by which CQC is asked, where that is what the check comes to and no to-do says so already. */
export function askBy({ outcome }: Checked, { tasks }: Pick<SupportCase, 'tasks'>, today: PlainDate): PlainDate | undefined {
  const isToldAlready = tasks.some(({ about, at, state }) => about === 'cqc' && at === undefined && state === 'open')
  return scopingAsks[outcome] === 'ask' && !isToldAlready ? addDays(today, daysToAsk) : undefined
}

/** What a signature changes, in the order in which it matters. */
export function whenYouSign(checked: Checked, tracks: SupportCase, today: PlainDate): Follows[] {
  const { outcome } = checked
  const signed: SupportCase = {
    ...tracks,
    scoping: { state: 'recorded', outcome, on: today, answers: undefined, trueFrom: today, raisedBy: [] },
  }
  const [before, after] = [registrationMark(tracks, today), registrationMark(signed, today)]
  const { registration } = tracks
  const step = before === after ? `CQC stays ${sayMark(after)}` : `CQC goes from ${sayMark(before)} to ${sayMark(after)}`
  const by = askBy(checked, tracks, today)
  return [
    { mark: after, words: step },
    ...(registration.state === 'not-begun' ? [] : [{ words: `The application stays as it is: ${registrationLabels[registration.state]}` }]),
    ...(by ? [{ words: `You get a to-do: ask CQC by ${sayDay(by)}` }] : []),
    ...(scopingAsks[outcome] === 'register' && registration.state === 'not-begun' ? [{ words: 'Next: they apply to CQC' }] : []),
    { words: `We ask again by ${sayDay(addMonths(today, monthsACheckHolds))}` },
  ]
}
