import type { Grant } from '#domain/grants.ts'
import { owedBackPence, unseenPence } from '#domain/grants.ts'
import type { RuleResult } from '#domain/grantVocabulary.ts'
import { flagQuestions } from '#domain/grantVocabulary.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { notKnownLabels, raisedLabels } from '#tab/fund/grant/grantPageLabels.ts'
import type { NameOf } from '#tab/fund/grant/peopleStrip.ts'
import { starting } from '#tab/fund/grant/peopleStrip.ts'
import { accountCheckLabels, closingLabels } from '#tab/grantLabels.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'

/** The papers of a grant, line by line: its rules, its flags, and what became of the money. */

export type RuleRow = { rule: string; sentence: string; result: RuleResult | undefined; words: string }

/** Each rule of the fund: how far it is met, who said so, and why it was waived. What was said last holds. */
export function ruleRows(answer: GrantAnswer, nameOf: NameOf): RuleRow[] {
  const { assessed, decided } = answer.grant
  const said = [decided, assessed].flatMap(done => (done ? done.rules.map(seen => ({ ...seen, by: done.by, on: done.on })) : []))
  return answer.pot.rules.map(({ rule, sentence }) => {
    const seen = said.find(each => each.rule === rule)
    if (!seen) return { rule, sentence, result: undefined, words: '' }
    const who = `${starting(nameOf(seen.by))}, ${sayDay(seen.on)}`
    const why = seen.result === 'waived' ? answer.words.waived[rule] : undefined
    return { rule, sentence, result: seen.result, words: why ? `${who}: “${why}”` : who }
  })
}

/** "4 yes, 1 waived", over the rules. */
export function ruleCount(rows: readonly RuleRow[]): string {
  const names = { pass: 'yes', fail: 'no', waived: 'waived' } as const
  const counts = (['pass', 'fail', 'waived'] as const).map(result => ({
    name: names[result],
    count: rows.filter(row => row.result === result).length,
  }))
  return counts.flatMap(({ name, count }) => (count > 0 ? [`${count} ${name}`] : [])).join(', ')
}

/** What the fund asks beside its rules, where the answer is worth a thought: a yes, with who said so and when, and what nobody knows. */
export function flagLines(answer: GrantAnswer, nameOf: NameOf): string[] {
  const { recommended } = answer.grant
  if (!recommended) return []
  const { flags, by, on } = recommended
  return flagQuestions.flatMap(question => {
    if (flags[question] === 'yes') return [`${raisedLabels[question]} ${starting(nameOf(by))} said so on ${sayDay(on)}.`]
    return flags[question] === 'not-known' ? [notKnownLabels[question]] : []
  })
}

/** What became of the money, oldest first within each kind. */
export function moneyLines(grant: Grant, evidenceDueOn: GrantAnswer['row']['evidenceDueOn']): string[] {
  const { offeredOn, acceptance, verified, payments, evidence, closed } = grant
  const line = (holds: boolean, words: string): string[] => (holds ? [words] : [])
  const owed = owedBackPence(grant)
  return [
    ...(offeredOn ? [`The offer went out on ${sayDay(offeredOn)}.`] : []),
    ...(acceptance ? [`They said yes on ${sayDay(acceptance.on)}.`] : []),
    ...(verified ? [`The bank details were checked: ${accountCheckLabels[verified.account.how].toLowerCase()}.`] : []),
    ...payments.map(({ pence, on, reference }) => `${sayMoney(pence)} paid on ${sayDay(on)}${reference ? `, ${reference}` : ''}.`),
    ...evidence.map(({ pence, on }) => `Receipts for ${sayMoney(pence)} seen on ${sayDay(on)}.`),
    ...line(grant.returnedPence > 0, `${sayMoney(grant.returnedPence)} came back unspent.`),
    ...line(grant.askedBackPence > 0, `${sayMoney(grant.askedBackPence)} was asked back.`),
    ...line(grant.recoveredPence > 0, `${sayMoney(grant.recoveredPence)} of it came.`),
    ...line(grant.writtenOffPence > 0, `${sayMoney(grant.writtenOffPence)} was written off.`),
    ...line(owed > 0, `${sayMoney(owed)} is still to come back.`),
    ...line(
      payments.length > 0 && !closed && unseenPence(grant) > 0,
      `Receipts for ${sayMoney(unseenPence(grant))} are still to come${evidenceDueOn ? `, by ${sayDay(evidenceDueOn)}` : ''}.`,
    ),
    ...(closed ? [`Closed on ${sayDay(closed.on)}: ${closingLabels[closed.why].toLowerCase()}.`] : []),
  ]
}
