import { after, balanceOf } from '#domain/pots.ts'
import type { LedgerEntry, Pot } from '#domain/pots.ts'
import type { NewPot } from '#domain/potSchemas.ts'
import { fundSchema, ledgerSchema, newPotSchema, potsSchema, yearEndQuestionSchema, yearEndSchema } from '#domain/potSchemas.ts'
import { toPence } from '#domain/quantities.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Admitted } from '#functions/access.ts'
import { admit } from '#functions/access.ts'
import { keyOf, numberIn } from '#functions/commands.ts'
import { keptPots } from '#functions/dealings.ts'
import { ledgerKey } from '#functions/fund.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { PotWords } from '#functions/potReading.ts'
import { fundAnswer, ledgerAnswer, potsAnswer } from '#functions/potReading.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { Change, Found, PotRow } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'
import type { Draft, Snapshot } from '#functions/writing.ts'
import { write } from '#functions/writing.ts'
import { yearEndAnswer } from '#functions/yearEnd.ts'

/** Grant funds: made and changed, and read with their grants and their ledger. No route edits or deletes an entry. */
export const potRoutes = (world: World): Route[] => [
  route({
    name: 'api-pots-list',
    method: 'GET',
    path: 'api/v1/programmes/{p}/pots',
    needs: 'pots.read',
    summary: 'The funds, each with its rules and what it comes to',
    answer: { status: 200, schema: potsSchema },
    handle: asked => reading(world, asked, potsAnswer),
  }),
  route({
    name: 'api-pots-make',
    method: 'POST',
    path: 'api/v1/programmes/{p}/pots',
    needs: 'pots.change',
    summary: 'Make a fund; what is put in is the first entry of its ledger',
    body: newPotSchema,
    answer: { status: 201, schema: potsSchema },
    handle: asked => keep(world, asked),
  }),
  route({
    name: 'api-pots-change',
    method: 'PUT',
    path: 'api/v1/programmes/{p}/pots/{pot}',
    needs: 'pots.change',
    summary: 'Change a fund, whole; If-Match names its version, and another amount is a new entry of its ledger',
    body: newPotSchema,
    answer: { status: 200, schema: potsSchema },
    handle: asked => keep(world, asked),
  }),
  route({
    name: 'api-pots-read',
    method: 'GET',
    path: 'api/v1/programmes/{p}/pots/{pot}',
    needs: 'pots.read',
    summary: 'A fund with its grants: what waits, for whom, and what it paid for which gap and in which area',
    answer: { status: 200, schema: fundSchema },
    handle: asked => reading(world, asked, fundAnswer),
  }),
  route({
    name: 'api-pots-ledger',
    method: 'GET',
    path: 'api/v1/programmes/{p}/pots/{pot}/ledger',
    needs: 'pots.read',
    summary: 'The entries of a fund, newest first',
    answer: { status: 200, schema: ledgerSchema },
    handle: asked => reading(world, asked, ledgerAnswer),
  }),
  route({
    name: 'api-pots-year-end',
    method: 'GET',
    path: 'api/v1/programmes/{p}/pots/{pot}/year-end',
    needs: 'pots.read',
    summary: 'What was committed and not paid at the end of a day, by cost code, as known at an instant',
    query: yearEndQuestionSchema,
    answer: { status: 200, schema: yearEndSchema },
    handle: asked => reading(world, asked, (each, admitted, pot) => yearEndAnswer(each, admitted, pot, asked.query)),
  }),
]

type Reader = (world: World, admitted: Admitted, potId: string) => Promise<Result<Answer, Refusal>>

async function reading(world: World, { caller, params }: Pick<Asked, 'caller' | 'params'>, read: Reader): Promise<Result<Answer, Refusal>> {
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'pots.read')
  return admitted.ok ? read(world, admitted.value, params['pot'] ?? '') : admitted
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

async function keep(world: World, asked: Asked<unknown, NewPot>): Promise<Result<Answer, Refusal>> {
  const { caller, params, body, headers } = asked
  const admitted = await admit(world.store, caller, params['p'] ?? '', 'pots.change')
  if (!admitted.ok) return admitted
  const { programmeId } = admitted.value
  const changing = params['pot']
  if (changing !== undefined && !isId(changing)) return refused({ kind: 'not-found' })
  const against = changing === undefined ? 0 : numberIn(headers)
  if (against === undefined) return refused({ kind: 'if-match-missing' })
  if (body.to < body.from) return refused({ kind: 'period-backwards', from: body.from, to: body.to })
  const key = await keyOf(world, asked, ['pot', programmeId, changing ?? null, against, body])
  if (!key.ok) return key
  const potId = changing ?? world.writer.newId()
  const request = { partition: programmeId, command: 'keep-fund', by: caller.oid, via: 'person', key: key.value } as const
  const written = await write<Refusal>(world.writer, request, snapshot =>
    potDraft(world, { programmeId, potId, isNew: changing === undefined, body, against, by: caller.oid }, snapshot),
  )
  if (!written.ok) return written
  const answer = await potsAnswer(world, admitted.value)
  return answer.ok ? ok({ ...answer.value, status: changing === undefined ? 201 : 200 }) : answer
}

type Keeping = { programmeId: string; potId: string; isNew: boolean; body: NewPot; against: number; by: string }

async function potDraft(world: World, keeping: Keeping, { read, head, recordedAt }: Snapshot): Promise<Result<Draft, Refusal>> {
  const { programmeId, potId, isNew, body, against, by } = keeping
  const found = await read('pot', [potId])
  if (!found && !isNew) return refused({ kind: 'not-found' })
  if (found && found.row.version !== against) return refused({ kind: 'settings-changed', version: found.row.version })
  if (found && found.row.grants > 0 && found.row.subsidy !== body.subsidy) return refused({ kind: 'subsidy-stays' })
  if (found && (await rewordsARule(world, programmeId, potId, body))) return refused({ kind: 'rule-reworded' })
  const textId = world.writer.newId()
  const pot = potOf(potId, against + 1, body)
  const before = found?.row.balance ?? balanceOf([])
  const put = toPence(body.amountPence - before.putIn)
  const balance = after(before, { kind: 'put-in', pence: put })
  if (balance.available < 0) return refused({ kind: 'fund-in-use', leftPence: before.available })
  const entries = found?.row.entries ?? 0
  const stamp = { recordedAt, recordedBy: by }
  const row: PotRow = { ...pot, ...stamp, textId, balance, entries: entries + (put === 0 ? 0 : 1), grants: found?.row.grants ?? 0 }
  const entry: LedgerEntry = {
    ...stamp,
    potId,
    entry: entries + 1,
    kind: 'put-in',
    pence: put,
    // What a fund begins with is there from its first day.
    on: found || body.from > today(world) ? today(world) : body.from,
    availablePence: balance.available,
    caseId: null,
    grantId: null,
    number: null,
    gap: null,
    costCode: pot.costCode,
    reference: null,
    n: head.n + 1,
  }
  const changes: Change[] = [
    potChange(found, row),
    {
      put: 'insert',
      kind: 'potVersion',
      key: [potId, String(pot.version).padStart(10, '0')],
      row: { ...pot, putIn: balance.putIn, textId, ...stamp },
    },
    { put: 'insert', kind: 'text', key: [potId, textId], row: { words: JSON.stringify(wordsOf(body)) } },
    ...(put === 0 ? [] : [{ put: 'insert', kind: 'ledger', key: ledgerKey(potId, entry.entry), row: entry } as const]),
  ]
  return ok({ cases: [], changes })
}

/** Whether a rule says something else than one of its name ever said: what was answered to one sentence is no answer to another. */
async function rewordsARule({ store }: World, programmeId: string, potId: string, { rules }: NewPot): Promise<boolean> {
  for (const { textId } of await keptPots(store, programmeId, potId)) {
    const text = await store.read(programmeId, 'text', [potId, textId])
    const said = text ? (JSON.parse(text.row.words) as PotWords).rules : {}
    if (rules.some(({ rule, sentence }) => said[rule] !== undefined && said[rule] !== sentence)) return true
  }
  return false
}

const potChange = (found: Found<'pot'> | undefined, row: PotRow): Change =>
  found ? { put: 'replace', kind: 'pot', key: [row.potId], row, etag: found.etag } : { put: 'insert', kind: 'pot', key: [row.potId], row }

/** The rules of a fund in codes, days and numbers; its words stand apart. */
const potOf = (potId: string, version: number, body: NewPot): Pot => ({
  potId,
  version,
  from: body.from,
  to: body.to,
  capPence: body.capPence,
  smallPence: body.smallPence,
  costCode: body.costCode,
  subsidy: body.subsidy,
  gaps: body.gaps,
  rules: body.rules.map(({ rule }) => rule),
  asks: body.asks,
  quorum: body.quorum,
  limits: body.limits,
  evidenceDays: body.evidenceDays,
})

const wordsOf = ({ name, why, department, publisher, rules }: NewPot): PotWords => ({
  name,
  why,
  ...(department !== undefined && { department }),
  ...(publisher && { publisher }),
  rules: Object.fromEntries(rules.map(({ rule, sentence }) => [rule, sentence])),
})
