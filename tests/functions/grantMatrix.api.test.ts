import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#domain/permissions.ts'
import { roles } from '#domain/permissions.ts'
import type { Problem } from '#domain/problems.ts'
import { people } from '#local/people.ts'
import type { PersonId } from '#local/people.ts'
import { tableStoreAt } from '#functions/tableStore.ts'
import type { Casebook } from './casebook.ts'
import { startCasebook } from './casebook.ts'
import { changeFund, makeFund } from './fundCases.ts'
import type { Relation, Step } from './grantMatrix.ts'
import { commandOf, stepNames, tellStory, table, whoCanByStep } from './grantMatrix.ts'
import { logOf } from './writingSetting.ts'

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

/** Which roles take a step at all. A partner does so for those they work with. */
const rolesFor: Record<Step, string> = {
  recommend: 'catalyst partner-catalyst',
  assess: 'assessor',
  decide: 'decider',
  offer: 'lead catalyst partner-catalyst assessor',
  accept: 'lead catalyst partner-catalyst assessor',
  verify: 'verifier',
  pay: 'payer',
  receipts: 'lead catalyst partner-catalyst assessor',
  return: 'payer',
  'ask-back': 'decider',
  recover: 'payer',
  'write-off': 'decider',
  close: 'lead catalyst partner-catalyst assessor',
}

/** The parts in a grant: what is refused of them is in the log, and says who can. */
const parts: readonly Step[] = ['recommend', 'assess', 'decide', 'verify', 'pay', 'return', 'ask-back', 'recover', 'write-off']
const everyRole = roles.filter(role => role !== 'funder')
const relations = Object.keys(table) as Relation[]

/** One who has this relation to the cases of a programme, and the cases, one for each step. */
async function related(persona: PersonId, relation: Relation) {
  const p = await casebook.newProgramme()
  const { oid } = people[persona]
  const be = async (given: readonly Role[]): Promise<void> => {
    const said = await casebook.as('lead').put(`programmes/${p}/members/${oid}`, { roles: given })
    if (said.status !== 200) throw new Error(said.text)
  }
  const changes = relation === 'changed the fund'
  const pot = await makeFund(casebook, p, { capPence: changes ? 1_000_00 : 2_000_00 })
  await be(everyRole)
  if (changes) await changeFund(casebook, persona, { p, pot }, { capPence: 2_000_00 })
  const cases = new Map<Step, { id: string; n: number; grantId: string }>()
  for (const step of stepNames) cases.set(step, await tellStory(casebook, { p, pot, persona, relation, step }))
  return { p, pot, be, cases, oid }
}

type Asking = { p: string; pot: string; persona: PersonId; step: Step; at: { id: string; n: number; grantId: string } }

/** What somebody is told who tries a step: yes, or why not. What the record does not allow yet, anyone is told. */
async function tried(
  { p, pot, persona, step, at: { id, n, grantId } }: Asking,
  dryRun: boolean,
): Promise<{ word: string; body: Problem & { whoCan?: string[] } }> {
  const path = `programmes/${p}/cases/${id}/commands${dryRun ? '?dryRun=true' : ''}`
  const headers = { 'if-match': `"${n}"`, 'idempotency-key': `${persona}.${step}.${id}` }
  const { status, body, text } = await casebook.as(persona).post<Problem>(path, commandOf(step, { pot, grantId }), headers)
  const taken = status === 200 || body.kind === 'impossible'
  if (!taken && status !== 403 && status !== 404) throw new Error(text)
  return { word: taken ? 'yes' : body.kind, body }
}

/** Refusals that the log of a programme holds, as "who: command on case: why". */
const refusalsIn = async (p: string): Promise<string[]> =>
  (await logOf(tableStoreAt(casebook.connectionString, casebook.tableName), p))
    .flatMap(({ refused, recordedBy }) => (refused ? [`${recordedBy}: ${refused.command} on ${refused.caseId}: ${refused.why}`] : []))
    .sort()

describe.each(relations)('to one who %s', relation => {
  test('every step is answered as the table says, role by role', { timeout: 300_000 }, async () => {
    const persona = 'reviewer'
    const { p, pot, be, cases, oid } = await related(persona, relation)
    const refused: string[] = []
    for (const role of roles) {
      await be([role])
      const answers = await Promise.all(
        stepNames.map(async step => {
          const at = cases.get(step) ?? { id: '', n: 0, grantId: '' }
          const mayAtAll = rolesFor[step].split(' ').includes(role)
          const isTheirs = role !== 'partner-catalyst' || relation === 'works on it'
          // A partner sees the cases they work on, and a funder none.
          const expected = !isTheirs ? 'not-found' : mayAtAll ? table[relation][step] : 'not-permitted'
          const { word, body } = await tried({ p, pot, persona, step, at }, expected === 'yes')
          if (!parts.includes(step) || word === 'yes' || word === 'not-found' || role === 'funder') return [step, word, expected]
          expect([role, step, body.whoCan]).toEqual([role, step, whoCanByStep(step)])
          refused.push(`${oid}: ${commandOf(step, { pot, grantId: at.grantId }).kind} on ${at.id}: ${word}`)
          return [step, word, expected]
        }),
      )
      expect([role, answers.map(([step, word]) => [step, word])]).toEqual([role, answers.map(([step, , expected]) => [step, expected])])
    }
    expect(await refusalsIn(p)).toEqual(refused.sort())
  })

  test('every step is answered as the table says, to an administrator with every role there is', { timeout: 300_000 }, async () => {
    const persona = 'administrator'
    const { p, pot, cases } = await related(persona, relation)
    const words: Partial<Record<Step, string>> = {}
    for (const step of stepNames) {
      const at = cases.get(step) ?? { id: '', n: 0, grantId: '' }
      words[step] = (await tried({ p, pot, persona, step, at }, table[relation][step] === 'yes')).word
    }
    expect(words).toEqual(table[relation])
  })
})

test('every step of the story is one that can be taken there, by those who have no relation to it', { timeout: 300_000 }, async () => {
  const { p, pot, be, cases } = await related('reviewer', 'none')
  await be(everyRole)
  for (const step of stepNames) {
    const { id, n, grantId } = cases.get(step) ?? { id: '', n: 0, grantId: '' }
    const said = await casebook.as('reviewer').command(p, id, commandOf(step, { pot, grantId }), { n })
    expect([step, said.status, said.text]).toEqual([step, 200, said.text])
  }
})

test('an administrator with no role in the programme takes no part in any grant', async () => {
  const { p, pot, be, cases } = await related('administrator', 'none')
  await be([])
  for (const step of stepNames) {
    const at = cases.get(step) ?? { id: '', n: 0, grantId: '' }
    const { word } = await tried({ p, pot, persona: 'administrator', step, at }, true)
    expect([step, word]).toEqual([step, parts.includes(step) ? 'not-permitted' : 'yes'])
  }
})
