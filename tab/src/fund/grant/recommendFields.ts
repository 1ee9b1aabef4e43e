import type { TypedCommand } from '#domain/commandSchemas.ts'
import type { Grant } from '#domain/grants.ts'
import { grantedOf, keptPence, setAsidePence } from '#domain/grants.ts'
import type { FlagQuestion } from '#domain/grantVocabulary.ts'
import { flagAnswers, flagQuestions } from '#domain/grantVocabulary.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { GrantAnswer, PotAnswer } from '#domain/potSchemas.ts'
import { capacityGaps } from '#domain/vocabulary.ts'
import { optionsOf } from '#tab/enterprise/options.ts'
import { boxLabels, flagAnswerLabels, recommendLabels } from '#tab/fund/grant/grantPageLabels.ts'
import { flagLabels } from '#tab/grantLabels.ts'
import { gapLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'
import { writeMoney } from '#tab/ui/typed.ts'

/** The recommendation of a grant: seven boxes at most, of which a fund by itself and today fill three. */

/** A fund as the recommendation needs it, with the most that this enterprise may still have from it. */
export type OpenPot = PotAnswer & { mostPence: number }

/** The funds that take grants today, each with what it may still give to this enterprise: no more than the cap, and no more than is left. */
export function openPots(pots: readonly PotAnswer[], grants: readonly Grant[], today: PlainDate): OpenPot[] {
  return pots
    .filter(({ from, to }) => from <= today && today <= to)
    .map(pot => {
      const had = grantedOf({ grants })
        .filter(grant => grant.pot === pot.id)
        .reduce((sum, grant) => sum + keptPence(grant) + setAsidePence(grant), 0)
      return { ...pot, mostPence: Math.max(0, Math.min(pot.capPence - had, pot.balance.available)) }
    })
}

const flagName = (question: FlagQuestion): string => `flag.${question}`

/** What is asked of one fund; several stand in one form, and each is asked where it was picked. */
function fieldsOf({ id, gaps, asks, mostPence, capPence, smallPence }: OpenPot, isOnly: boolean): Field[] {
  const picked = isOnly ? {} : { when: ({ pot }: Words) => pot === id }
  const fits = gaps.length > 0 ? gaps : capacityGaps.filter(gap => gap !== 'not-recorded')
  const most = mostPence < capPence ? `This fund can give them ${sayMoney(mostPence)} now.` : `Up to ${sayMoney(capPence)}.`
  const hint = mostPence > smallPence ? `${most} Above ${sayMoney(smallPence)}, more people have to check it.` : most
  return [
    { kind: 'money', name: 'pence', label: recommendLabels.amount, hint, ...picked },
    { kind: 'list', name: 'gap', label: recommendLabels.gap, options: optionsOf(fits, gapLabels), ...picked },
    ...asks.map((question): Field => ({
      kind: 'choice',
      name: flagName(question),
      label: flagLabels[question],
      options: optionsOf(flagAnswers, flagAnswerLabels),
      ...picked,
    })),
  ]
}

/** All that is asked. A fund is asked for only where there are several. */
export function recommendFields(pots: readonly OpenPot[]): Field[] {
  const isOnly = pots.length === 1
  const which: Field[] = isOnly
    ? []
    : [{ kind: 'list', name: 'pot', label: recommendLabels.fund, options: pots.map(({ id, name }) => ({ value: id, label: name })) }]
  const own = pots.flatMap(pot => fieldsOf(pot, isOnly))
  return [
    ...which,
    ...own.filter(({ name }) => !name.startsWith('flag.')),
    { kind: 'note', name: 'purpose', label: recommendLabels.purpose, hint: recommendLabels.purposeHint },
    { kind: 'note', name: 'why', label: recommendLabels.why, most: 500 },
    ...own.filter(({ name }) => name.startsWith('flag.')),
    { kind: 'day', name: 'happenedOn', label: boxLabels.when },
  ]
}

/** The gap that they fill by what they offer, where that is one alone. */
function gapOf(services: readonly string[]): Words {
  const [only, other] = capacityGaps.filter(gap => services.includes(gap))
  return only && !other ? { gap: only } : {}
}

type Recommending = { today: PlainDate; services: readonly string[]; back: GrantAnswer | undefined }

/** What stands in the form when it opens: the only fund's most, the gap they fill, and today; of one that was sent back, what was asked for before. */
export function recommendStart(pots: readonly OpenPot[], { today, services, back }: Recommending): Words {
  const happenedOn = sayDay(today)
  if (back) {
    const { recommended } = back.grant
    const flags = Object.entries(recommended?.flags ?? {}).map(([question, said]) => [flagName(question as FlagQuestion), said])
    return {
      happenedOn,
      pot: back.pot.id,
      pence: writeMoney(back.row.pence),
      gap: back.row.gap,
      purpose: back.words.purpose ?? '',
      why: back.words.why ?? '',
      ...(Object.fromEntries(flags) as Words),
    }
  }
  const [only, other] = pots
  return { happenedOn, ...gapOf(services), ...(only && !other && only.mostPence > 0 && { pence: writeMoney(only.mostPence) }) }
}

/** The command that the answers make. One that was sent back keeps its fund and its number. */
export function recommendCommand(answers: Answers, pots: readonly OpenPot[], back: GrantAnswer | undefined): TypedCommand {
  const flags = flagQuestions.flatMap(question => {
    const said = answers[flagName(question)]
    return said === undefined ? [] : [[question, said] as const]
  })
  const { pence, gap, purpose, why, happenedOn } = answers
  const pot = back?.pot.id ?? answers['pot'] ?? pots[0]?.id
  return {
    kind: 'recommend-grant',
    happenedOn,
    pot,
    pence,
    gap,
    purpose,
    why,
    ...(flags.length > 0 && { flags: Object.fromEntries(flags) }),
    ...(back && { grantId: back.row.grantId }),
  } as TypedCommand
}
