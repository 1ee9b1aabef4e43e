import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { Grant } from '#domain/grants.ts'
import { owedBackPence, setAsidePence, unseenPence } from '#domain/grants.ts'
import { accountChecks, clawbackReasons, closings, paymentReferencePattern } from '#domain/grantVocabulary.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { optionsOf, yesNo } from '#tab/enterprise/options.ts'
import { boxLabels, outcomeLabels, signedLabels } from '#tab/fund/grant/grantPageLabels.ts'
import type { GrantStepKind } from '#domain/grantSteps.ts'
import { accountCheckLabels, clawbackLabels, closingLabels, ruleResultLabels } from '#tab/grantLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'
import { writeMoney } from '#tab/ui/typed.ts'

/** What each step of a grant asks, what stands in its form when it opens, and the command that its answers make. */

const money = (label: string): Field => ({ kind: 'money', name: 'pence', label })
const day = (label: string = boxLabels.when): Field => ({ kind: 'day', name: 'happenedOn', label })
const note = (label: string, more: { hint?: string; optional?: boolean } = {}): Field => ({ kind: 'note', name: 'note', label, ...more })

const reference = (optional: boolean): Field => ({
  kind: 'line',
  name: 'reference',
  label: boxLabels.reference,
  hint: boxLabels.referenceHint,
  most: 24,
  matches: text => paymentReferencePattern.test(text),
  fault: boxLabels.referenceFault,
  ...(optional && { optional }),
})
const account: readonly Field[] = [
  { kind: 'list', name: 'how', label: boxLabels.accountHow, options: optionsOf(accountChecks, accountCheckLabels) },
  { kind: 'day', name: 'checkedOn', label: boxLabels.accountOn },
]

export const ruleResults = (['pass', 'fail', 'waived'] as const).map(value => ({ value, label: ruleResultLabels[value] }))
export const ruleName = (rule: string): string => `rule.${rule}`
export const whyName = (rule: string): string => `why.${rule}`

/** A rule is answered beside its sentence; whoever waives it says why. */
function ruleFields(rules: GrantAnswer['pot']['rules'], isAsked: (words: Words) => boolean): Field[] {
  return rules.flatMap(({ rule, sentence }): Field[] => {
    const answer = { kind: 'choice', name: ruleName(rule), label: sentence, options: ruleResults } as const
    return [
      { ...answer, when: isAsked },
      { ...answer, when: words => !isAsked(words), optional: true },
      {
        kind: 'line',
        name: whyName(rule),
        label: boxLabels.whyWaived,
        most: 500,
        when: words => words[ruleName(rule)] === 'waived',
      },
    ]
  })
}

/** The rules that who decides has to answer: those that nobody answered, and those that somebody found not met. */
function openRules({ pot, ...answer }: GrantAnswer): GrantAnswer['pot']['rules'] {
  const { assessed } = answer.grant
  return pot.rules.filter(({ rule }) => {
    const said = assessed?.rules.find(each => each.rule === rule)?.result
    return said === undefined || said === 'fail'
  })
}

/** The rules that a step's form asks for, by their slugs. */
export function askedRules(kind: GrantStepKind | undefined, answer: GrantAnswer): string[] {
  if (kind === 'assess-grant') return answer.pot.rules.map(({ rule }) => rule)
  return kind === 'decide-grant' ? openRules(answer).map(({ rule }) => rule) : []
}

/** Who sat on a panel is said beside the rules, before anything is decided. */
export const isPanelField = ({ name }: Pick<Field, 'name'>): boolean => name === 'present' || name === 'interested'

export const isRuleField = ({ name }: Pick<Field, 'name'>): boolean => name.startsWith('rule.') || name.startsWith('why.')

/** More is asked for by one person; yes and no are the panel's. */
const isSettled = ({ outcome }: Words): boolean => outcome !== 'ask-for-more'
const isYes = ({ outcome }: Words): boolean => outcome === 'yes' || outcome === 'less'

export const isUnderTheAct = ({ pot }: GrantAnswer): boolean => pot.subsidy === 'minimal-assistance'

/** Whether a panel has to sit on it: above the small-grant limit, where the fund has one. */
export const needsPanel = ({ pot, row }: GrantAnswer): boolean => pot.quorum > 0 && row.pence > pot.smallPence

function decisionFields(answer: GrantAnswer): Field[] {
  const { row, people, seats } = answer
  const members = seats.map(value => ({ value, label: people[value] ?? value }))
  const panel: Field[] = needsPanel(answer)
    ? [
        { kind: 'several', name: 'present', label: boxLabels.present, options: members, when: isSettled },
        {
          kind: 'several',
          name: 'interested',
          label: boxLabels.interested,
          options: members,
          optional: true,
          when: words => isSettled(words) && (words['present'] ?? '') !== '',
        },
      ]
    : []
  const outcomes = Object.entries(outcomeLabels).map(([value, label]) => ({ value, label }))
  return [
    ...ruleFields(openRules(answer), isYes),
    ...panel,
    {
      kind: 'stack',
      pairs: true,
      name: 'outcome',
      label: boxLabels.decide,
      options: [{ value: 'yes', label: `Yes, ${sayMoney(row.pence)}` }, ...outcomes],
    },
    { ...money(boxLabels.less), when: ({ outcome }) => outcome === 'less' },
    { ...note(boxLabels.reasons, { hint: boxLabels.reasonsHint }), when: ({ outcome }) => outcome !== 'ask-for-more' },
    { ...note(boxLabels.askFor), when: ({ outcome }) => outcome === 'ask-for-more' },
    day(),
  ]
}

/** Before their signed answer is here, there is nothing to record. */
export const isNotSignedYet = ({ signed }: Words): boolean => signed === 'not-yet'

/** Under the Act their yes comes in writing, with what else they had; before that letter is here nothing is recorded. */
function acceptanceFields(answer: GrantAnswer): Field[] {
  const { subsidy } = answer
  if (!isUnderTheAct(answer)) return [day(boxLabels.accepted)]
  return [
    {
      kind: 'stack',
      name: 'signed',
      label: boxLabels.signed,
      options: Object.entries(signedLabels).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'money',
      name: 'earlierPence',
      label: boxLabels.earlier,
      ...(subsidy && { hint: `Since ${sayDay(subsidy.since)}.` }),
      when: ({ signed }) => signed === 'other-help',
    },
    { ...day(boxLabels.cameOn), when: words => !isNotSignedYet(words) },
  ]
}

/** All that a step asks, in order. */
export function stepFields(kind: GrantStepKind, answer: GrantAnswer): readonly Field[] {
  switch (kind) {
    case 'assess-grant':
      return [
        ...ruleFields(answer.pot.rules, () => true),
        { kind: 'choice', name: 'recommends', label: boxLabels.recommends, options: yesNo, sentAs: 'yes-no' },
        money(boxLabels.howMuch),
        note(boxLabels.whyRecommend),
        day(),
      ]
    case 'decide-grant':
      return decisionFields(answer)
    case 'offer-grant':
      return [day(boxLabels.offered)]
    case 'accept-grant':
      return acceptanceFields(answer)
    case 'verify-grant':
      return [...account, day()]
    case 'pay-grant':
      return [money(boxLabels.paid), ...(answer.grant.verified ? [] : account), reference(false), day(boxLabels.paidOn)]
    case 'see-evidence':
      return [money(boxLabels.receipts), note(boxLabels.receiptsNote, { optional: true }), day()]
    case 'take-back-unspent':
    case 'recover-grant':
      return [money(boxLabels.cameBack), reference(true), day()]
    case 'ask-grant-back':
      return [
        money(boxLabels.askBack),
        { kind: 'list', name: 'reason', label: boxLabels.why, options: optionsOf(clawbackReasons, clawbackLabels) },
        note(boxLabels.askBackNote),
        day(),
      ]
    case 'write-off-grant':
      return [money(boxLabels.writeOff), note(boxLabels.writeOffNote), day()]
    case 'close-grant':
      return [
        { kind: 'list', name: 'why', label: boxLabels.why, options: optionsOf(closings, closingLabels) },
        note(boxLabels.closeNote, { optional: true }),
        day(),
      ]
    case 'declare-interest':
      return []
  }
}

const closingOf = (grant: Grant): (typeof closings)[number] => {
  if (grant.payments.length === 0) return 'not-taken-up'
  // What was got back or written off was not shown for.
  return unseenPence(grant) + grant.askedBackPence > 0 ? 'settled-otherwise' : 'evidence-seen'
}

/** Who fills the form in, and when. */
type Me = { oid: string; today: PlainDate }

/** What stands in a step's form when it opens: today, and the amount that is most often right. What is to be decided is never chosen already. */
export function stepStart(kind: GrantStepKind, answer: GrantAnswer, { oid, today }: Me): Words {
  const grant = answer.grant
  const happenedOn = sayDay(today)
  const amount = (pence: number): Words => ({ happenedOn, ...(pence > 0 && { pence: writeMoney(pence) }) })
  switch (kind) {
    case 'assess-grant':
      return { ...amount(grant.pence), ...rulesSaid(grant) }
    case 'pay-grant':
      // When the account was checked is for who knows it to say: a day that stood there would be taken for what was done.
      return amount(setAsidePence(grant))
    case 'verify-grant':
      return { happenedOn, checkedOn: happenedOn }
    case 'see-evidence':
      return amount(unseenPence(grant))
    case 'recover-grant':
    case 'write-off-grant':
      return amount(owedBackPence(grant))
    case 'close-grant':
      return { happenedOn, why: closingOf(grant) }
    case 'decide-grant':
      // Whoever records what a panel decided sat on it.
      return { happenedOn, ...(needsPanel(answer) && oid in answer.people && { present: oid }) }
    case 'offer-grant':
    case 'accept-grant':
    case 'take-back-unspent':
    case 'ask-grant-back':
    case 'declare-interest':
      return { happenedOn }
  }
}

/** Looked at once more: what was said of each rule stands there. Why one was waived is typed again. */
const rulesSaid = ({ assessed }: Grant): Words =>
  Object.fromEntries((assessed?.rules ?? []).map(({ rule, result }) => [ruleName(rule), result]))

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function rulesIn(answers: Answers, rules: GrantAnswer['pot']['rules']) {
  return rules.flatMap(({ rule }) => {
    const [result, why] = [answers[ruleName(rule)], answers[whyName(rule)]]
    return result === undefined ? [] : [{ rule, result, ...(why !== undefined && { why }) }]
  })
}

/** The command that the answers of a step make. */
export function stepCommand(kind: GrantStepKind, answers: Answers, answer: GrantAnswer, me: Me): TypedCommand {
  const { grantId, pence: asked } = answer.row
  const given = Object.fromEntries(Object.entries(answers).filter(([name]) => !isRuleField({ name })))
  const rules = rulesIn(answers, answer.pot.rules)
  const answered = rules.length > 0 ? { rules } : {}
  switch (kind) {
    case 'declare-interest':
      return { kind, happenedOn: me.today, person: me.oid }
    case 'assess-grant':
      return { ...given, ...answered, kind, grantId } as TypedCommand
    case 'decide-grant': {
      const { outcome, pence, present, interested, ...rest } = given
      const isGranted = outcome === 'yes' || outcome === 'less'
      const panel =
        needsPanel(answer) && outcome !== 'ask-for-more' ? { panel: { present: listOf(present), interested: listOf(interested) } } : {}
      const settled = isGranted ? { outcome: 'yes', pence: outcome === 'less' ? pence : asked } : { outcome }
      return { ...rest, ...answered, ...panel, ...settled, kind, grantId } as TypedCommand
    }
    case 'verify-grant':
    case 'pay-grant': {
      const { how, checkedOn, ...rest } = given
      return { ...rest, ...(how !== undefined && { account: { how, checkedOn } }), kind, grantId } as TypedCommand
    }
    case 'accept-grant': {
      const { signed, ...rest } = given
      const inWriting = isUnderTheAct(answer) && { confirmed: true, ...(signed === 'no-other-help' && { earlierPence: 0 }) }
      return { ...rest, ...inWriting, kind, grantId } as TypedCommand
    }
    case 'offer-grant':
    case 'see-evidence':
    case 'take-back-unspent':
    case 'ask-grant-back':
    case 'recover-grant':
    case 'write-off-grant':
    case 'close-grant':
      return { ...given, kind, grantId } as TypedCommand
  }
}
