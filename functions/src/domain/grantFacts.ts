import type { GrantCommand } from './grantCommandSchemas.ts'
import type { NewHappening } from './facts.ts'
import type { Grant } from './grants.ts'

/** What the server gives a step of a grant: ids of rows that hold its words, and the id and number of a new one. */
export type GrantIds = {
  grantId?: string | undefined
  grantNumber?: number | undefined
  textId?: string | undefined
  whyTextId?: string | undefined
  /** Why each rule was waived, by its slug. */
  ruleTextIds?: Readonly<Record<string, string>> | undefined
}

/** Steps that tell more than one entry's own words. */
export type WordyGrantCommand = Extract<GrantCommand, { kind: 'recommend-grant' | 'assess-grant' | 'decide-grant' }>

/** The entry that a step makes. `gap` is the grant's own, which a decision repeats so that figures can count by it. */
export function grantEntry(command: WordyGrantCommand, ids: GrantIds, gap: Grant['gap'] | undefined): NewHappening {
  const { happenedOn } = command
  const { textId, whyTextId, grantNumber: number } = ids
  switch (command.kind) {
    case 'recommend-grant': {
      const { pot, pence, gap: fills, flags } = command
      if (!ids.grantId || number === undefined) throw new Error('a grant that is recommended needs an id and a number')
      const data = { grantId: ids.grantId, pot, number, pence, gap: fills, flags, textId, whyTextId }
      return { kind: 'grant-recommended', happenedOn, data }
    }
    case 'assess-grant': {
      const { grantId, pence, recommends } = command
      return { kind: 'grant-assessed', happenedOn, data: { grantId, pence, recommends, rules: rulesOf(command, ids), textId } }
    }
    case 'decide-grant': {
      const { grantId, outcome, pence, panel } = command
      const rules = rulesOf(command, ids)
      if (outcome === 'ask-for-more') return { kind: 'grant-sent-back', happenedOn, data: { grantId, textId } }
      if (outcome === 'no') return { kind: 'grant-turned-down', happenedOn, data: { grantId, rules, panel, textId } }
      if (pence === undefined) throw new Error('what is granted has an amount')
      return { kind: 'grant-decided', happenedOn, data: { grantId, pence, gap: gap ?? 'not-recorded', rules, panel, textId } }
    }
  }
}

type Rules = Extract<WordyGrantCommand, { kind: 'assess-grant' | 'decide-grant' }>['rules']
const rulesOf = ({ rules }: { rules?: Rules }, { ruleTextIds }: GrantIds) =>
  rules?.map(({ rule, result }) => ({ rule, result, textId: ruleTextIds?.[rule] }))
