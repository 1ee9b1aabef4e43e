import type { AssumptionsAnswer, NewAssumption } from '#domain/assumptionSchemas.ts'
import type { Cashable, NewBudgetRecord } from '#domain/budgetSchemas.ts'
import type { Savings, SavingsLines } from '#domain/savingsSchemas.ts'
import type { Connection, WriteOptions } from '#tab/api.ts'
import type { Query } from '#tab/apiPath.ts'
import { at, withQuery } from '#tab/apiPath.ts'

/** What the API can be asked about savings and the figures from outside that they rest on. */
export const savingsCalls = ({ read, post, put }: Connection) => ({
  savings: (programme: string, question: Query, signal?: AbortSignal) =>
    read<Savings>(withQuery(at('programmes', programme, 'savings'), question), signal),
  savingsLines: (programme: string, question: Query & { figure: string }, signal?: AbortSignal) =>
    read<SavingsLines>(withQuery(`${at('programmes', programme, 'savings')}/lines`, question), signal),
  assumptions: (programme: string, signal?: AbortSignal) => read<AssumptionsAnswer>(at('programmes', programme, 'assumptions'), signal),
  recordAssumption: (programme: string, assumption: NewAssumption, { key, n = 0 }: WriteOptions) =>
    put<AssumptionsAnswer>(at('programmes', programme, 'assumptions'), assumption, { 'idempotency-key': key, 'if-match': `"${n}"` }),
  recordBudget: (programme: string, record: NewBudgetRecord, options: WriteOptions) =>
    post<Cashable>(at('programmes', programme, 'budgets'), record, options),
})
