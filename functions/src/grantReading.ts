import { asOf } from '#domain/caseListing.ts'
import { checkNames, conditionInWords } from '#domain/gateWords.ts'
import { gateState } from '#domain/gates.ts'
import { minutesOf } from '#domain/fundPage.ts'
import type { Grant } from '#domain/grants.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { grantSchema } from '#domain/potSchemas.ts'
import { toPence } from '#domain/quantities.ts'
import { assistanceOf, assistanceRoom } from '#domain/subsidy.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { SupportCase } from '#domain/supportCase.ts'
import { beganOn } from '#domain/supportCase.ts'
import type { Admitted } from '#functions/access.ts'
import { readerOf, seesPapers } from '#functions/access.ts'
import { admitToCase } from '#functions/caseReading.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import { dealingsOf } from '#functions/dealings.ts'
import { fundsOf } from '#functions/fund.ts'
import { gapsOn } from '#functions/gaps.ts'
import { readsFunds } from '#functions/grants.ts'
import { notTheirs, standingsBeside } from '#functions/grantStanding.ts'
import { membersOf } from '#functions/members.ts'
import { grantRow, peopleIn, peopleOf, potAnswerOf } from '#functions/potReading.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow, PotRow, Store } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'

/** One grant with its papers: what a decision is made on. */
export const grantRoutes = (world: World): Route[] => [
  route({
    name: 'api-case-grant',
    method: 'GET',
    path: 'api/v1/programmes/{p}/cases/{c}/grants/{g}',
    needs: 'grants.read',
    summary: 'A grant with its papers, what is left if it is granted, and who may take its next step',
    answer: { status: 200, schema: grantSchema },
    handle: asked => readGrant(world, asked),
  }),
]

async function readGrant(world: World, asked: Asked): Promise<Result<Answer, Refusal>> {
  const admission = await admitToCase(world.store, asked, () => 'grants.read')
  if (!admission.ok) return admission
  const { admitted, found } = admission.value
  const { programmeId } = admitted
  const day = today(world)
  const kept = found.row
  const supportCase = asOf(kept.facts, day)
  const grant = supportCase.grants.find(({ grantId }) => grantId === asked.params['g'])
  const pot = grant?.pot === undefined ? undefined : await world.store.read(programmeId, 'pot', [grant.pot])
  if (!grant || !pot) return refused({ kind: 'not-found' })
  const [book, members] = await Promise.all([world.books.open(programmeId), membersOf(world.store, programmeId)])
  const { constitution, area } = supportCase
  const gaps = gapsOn(admitted, book, { asAt: day }).filter(gap => gap.area === (area ?? null))
  const { wanted, there } = minutesOf(gaps, grant.gap)
  const { available } = pot.row.balance
  const dealings = await dealingsOf(world, programmeId, kept, grant.grantId)
  const [reader, standings] = [
    { admitted, members },
    { pot: pot.row, held: { grant, kept, supportCase }, dealings },
  ]
  const enterprise = [...supportCase.grants, ...dealings.elsewhere]
  const said: Omit<GrantAnswer, 'people' | 'seats'> = {
    programme: programmeId,
    through: book.head.n,
    today: day,
    n: kept.n,
    pot: await potAnswerOf(world.store, programmeId, pot.row),
    row: await grantRow(world, reader, standings),
    grant,
    words: seesPapers(admitted, supportCase.catalyst ?? null) ? await wordsOf(world.store, programmeId, kept.caseId, grant) : noWords,
    form: constitution.state === 'constituted' ? constitution.present.form : constitution.state === 'chosen' ? constitution.form : null,
    constitutedOn: constitution.state === 'constituted' ? constitution.present.on : null,
    tradingFrom: beganOn(supportCase.trading) ?? null,
    leftIfGrantedPence: grant.decided ? available : available - grant.pence,
    gapWantedMinutes: wanted,
    gapThereMinutes: wanted === null ? null : there,
    subsidy: pot.row.subsidy === 'minimal-assistance' ? assistance(grant, enterprise, await fundsOf(world.store, programmeId), day) : null,
    inTheWay: inTheWay(admitted, kept, supportCase, day),
    interests: [...dealings.interests],
    beside: standingsBeside(reader, standings),
    notTheirs: notTheirs(reader, standings),
  }
  const { next } = said.row
  const picksAPanel = pot.row.quorum > 0 && next?.step === 'decide' && next.may
  const seats = picksAPanel ? members.filter(readsFunds) : []
  const body: GrantAnswer = {
    ...said,
    seats: seats.map(({ row }) => row.oid),
    people: { ...peopleOf(seats), ...peopleIn(said, members) },
  }
  return ok({ body, etag: `${kept.n}.${book.head.n}.${pot.row.entries}.${day}.${readerOf(admitted)}` })
}

/** What counts under the Act, as it stands: what we paid, and what they told us of. */
function assistance(grant: Grant, grants: readonly Grant[], funds: readonly PotRow[], day: PlainDate): GrantAnswer['subsidy'] {
  const { since, countedPence, roomPence } = assistanceRoom(day, assistanceOf(grants, funds), grant.acceptance?.earlierPence ?? toPence(0))
  return { since, earlierPence: countedPence, roomPence }
}

const noWords: GrantAnswer['words'] = { purpose: null, why: null, assessment: null, decision: null, said: null, waived: {} }

/** The words that the entries of a grant point to. Where they were emptied there are none. */
async function wordsOf(store: Store, programme: string, caseId: string, grant: Grant): Promise<GrantAnswer['words']> {
  const read = async (textId: string | undefined): Promise<string | null> =>
    textId === undefined ? null : ((await store.read(programme, 'text', [caseId, textId]))?.row.words ?? null)
  const { recommended, assessed, decided, said } = grant
  const rules = [...(assessed?.rules ?? []), ...(decided?.rules ?? [])].filter(({ textId }) => textId !== undefined)
  const waived = await Promise.all(rules.map(async ({ rule, textId }) => [rule, (await read(textId)) ?? ''] as const))
  const [purpose, why, assessment, decision, answer] = await Promise.all(
    [recommended?.textId, recommended?.whyTextId, assessed?.textId, decided?.textId, said?.textId].map(read),
  )
  return {
    purpose: purpose ?? null,
    why: why ?? null,
    assessment: assessment ?? null,
    decision: decision ?? null,
    said: answer ?? null,
    waived: Object.fromEntries(waived),
  }
}

/** What the gate before a payment says, as it stands today. */
function inTheWay({ versions }: Admitted, kept: CaseRow, supportCase: SupportCase, day: PlainDate): string[] {
  const { rules, names } = settingsAt(versions, day)
  const { conditions } = gateState('pay-grant', { supportCase, dbs: kept.private?.dbs, rules, today: day })
  // That it is granted is another step, and stands in its own place.
  const unmet = conditions.filter(({ met, kind }) => !met && kind !== 'grant-decided')
  return unmet.map(condition => conditionInWords(condition, checkNames(names.checks)))
}
