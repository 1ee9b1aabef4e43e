import type { Gate } from './besideVocabulary.ts'
import { inWords } from './dayWords.ts'
import type { Condition } from './gates.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays } from './plainDate.ts'
import type { Called } from './settings.ts'

/** What a gate keeps us from, in words, and what is in the way: the API and the tab say the same. */

const cannot = {
  list: 'We cannot list them yet',
  'sign-off': 'We cannot sign them off yet',
  suggest: 'We cannot suggest them to anyone yet',
  'recommend-grant': 'We cannot recommend a grant yet',
  'pay-grant': 'We cannot pay the grant yet',
} as const satisfies Record<Gate, string>

/** "We cannot list them yet" */
export const cannotYet = (gate: Gate): string => cannot[gate]

/** What a check is called. One of the programme's own that nobody named is said by its code. */
export type CheckName = (check: string) => string
const inFull: Readonly<Record<string, string>> = {
  'public-liability': 'public liability insurance',
  'employers-liability': 'employer’s liability insurance',
  'hmrc-evidence': 'HMRC letter',
  dbs: 'DBS check',
}
const byCode: CheckName = check => inFull[check] ?? check.replaceAll('-', ' ')

/** What checks are called in a programme: by the name that it gave, or else by ours. */
export const checkNames =
  (called: Called): CheckName =>
  check =>
    called[check] ?? byCode(check)

const since = (day: PlainDate | undefined, words: string): string => (day ? `${words} ${inWords(day)}` : words)

function checkWords(condition: Extract<Condition, { kind: 'check' }>, nameOf: CheckName): string {
  const name = nameOf(condition.check)
  const subject = name.charAt(0).toUpperCase() + name.slice(1)
  switch (condition.state) {
    case 'missing':
      return `${subject} is not on record.`
    case 'ran-out':
      return condition.since ? `${subject} ran out on ${inWords(addDays(condition.since, -1))}.` : `${subject} ran out.`
    case 'undecided':
      return `${subject} was seen, and it is not settled yet.`
    case 'holds':
    case 'soon':
    case 'look-again':
      return `${subject} is in date.`
  }
}

/** A condition that is not met, in a sentence that names its cause. */
export function conditionInWords(condition: Condition, nameOf: CheckName = byCode): string {
  switch (condition.kind) {
    case 'taken-on':
      return 'We have not taken them on.'
    case 'open':
      return `${since(condition.since, 'Their record ended on')}.`
    case 'set-up':
      return 'They are not set up yet.'
    case 'idea':
      return 'The idea is not agreed yet.'
    case 'said-yes':
      return condition.since ? `They said yes until ${inWords(condition.since)}, and not since.` : 'They have not said yes to being listed.'
    case 'check':
      return checkWords(condition, nameOf)
    case 'signed-off':
      return condition.since ? `Their sign-off ended on ${inWords(condition.since)}.` : 'They are not signed off.'
    case 'listed':
      return condition.since ? `Their listing ended on ${inWords(condition.since)}.` : 'They are not listed.'
    case 'registered-where-needed':
      return 'The CQC check does not say that they may give their care without CQC, and CQC has not registered them.'
    case 'last-grant-settled':
      return 'Their last grant is not closed yet.'
    case 'grant-decided':
      return 'No grant waits to be paid.'
  }
}

/** A gate that is shut, and all that is in the way. */
export const gateInWords = (gate: Gate, inTheWay: readonly Condition[], nameOf?: CheckName): string =>
  `${cannotYet(gate)}. ${inTheWay.map(condition => conditionInWords(condition, nameOf)).join(' ')}`
