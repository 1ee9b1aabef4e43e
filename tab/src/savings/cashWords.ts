import type { NewBudgetRecord } from '#domain/budgetSchemas.ts'
import { formIdOf } from '#domain/draft.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Savings } from '#domain/savingsSchemas.ts'
import { budgetForm, cashWords } from '#tab/savingsLabels.ts'
import type { Answers, Field } from '#tab/ui/fields.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'

export const budgetFormId = formIdOf('new', 'budget')

/** What the holder of a budget is asked. */
export const budgetFields: readonly Field[] = [
  { kind: 'line', name: 'budget', label: budgetForm.budget, hint: budgetForm.budgetHint, most: 120 },
  { kind: 'money', name: 'pencePerYear', label: budgetForm.amount },
  { kind: 'day', name: 'fellOn', label: budgetForm.on },
]

export const budgetRecordOf = (answers: Answers): NewBudgetRecord => ({
  of: 'fall',
  budget: typeof answers['budget'] === 'string' ? answers['budget'] : '',
  pencePerYear: answers['pencePerYear'] as Extract<NewBudgetRecord, { of: 'fall' }>['pencePerYear'],
  fellOn: answers['fellOn'] as PlainDate,
})

export type CashRow = { version: number; budget: string; amount: string; detail: string }

/** What of the saving is cash. */
export function cashSentence({ falls, pencePerYear }: Savings['cashable']): string {
  if (falls.length === 0) return cashWords.none
  const budgets = falls.length === 1 ? 'One budget fell' : `${falls.length} budgets fell`
  return `${budgets}, by ${sayMoney(pencePerYear)} a year in all. The rest of the saving is care that the council did not have to buy.`
}

/** A row for each budget that fell. */
export const cashRows = ({ falls }: Savings['cashable'], me: string): CashRow[] =>
  falls.map(({ version, budget, pencePerYear: pence, fellOn, recordedBy: { oid, label } }) => ({
    version,
    budget: budget ?? cashWords.unnamed,
    amount: `${sayMoney(pence)} a year`,
    detail: `from ${sayDay(fellOn)}, by ${oid === me ? 'your own word' : `the word of ${label ?? cashWords.somebody}`}`,
  }))
