import { committedOf } from '#domain/fundPage.ts'
import { versionOn } from '#domain/pots.ts'
import type { YearEnd, YearEndQuestion } from '#domain/potSchemas.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Admitted } from '#functions/access.ts'
import { reaches, readerOf } from '#functions/access.ts'
import { catalystOf } from '#functions/caseReading.ts'
import type { Answer } from '#functions/http.ts'
import { momentOf } from '#functions/moment.ts'
import { grantsOf, potRow } from '#functions/potReading.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { PotVersionRow } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today } from '#functions/world.ts'

/** What a fund had committed and not paid at the end of a day, under the cost code that it had then. */
export async function yearEndAnswer(
  world: World,
  admitted: Admitted,
  potId: string,
  question: YearEndQuestion,
): Promise<Result<Answer & { body: YearEnd }, Refusal>> {
  const pot = await potRow(world, admitted, potId)
  if (!pot) return refused({ kind: 'not-found' })
  const { programmeId } = admitted
  const moment = await momentOf(world, programmeId, question)
  if (!moment.ok) return moment
  const { book, asAt, knownAt, through } = moment.value
  const versions: PotVersionRow[] = []
  for await (const page of world.store.list(programmeId, 'potVersion', { startsWith: [potId] }))
    versions.push(...page.map(({ row }) => row))
  const { costCode } = versionOn(versions, { asAt, knownAt }) ?? pot
  const rows = grantsOf(admitted, book, potId, { asAt, knownAt }).flatMap(({ grant, kept }) => {
    const committed = committedOf(grant)
    if (!committed) return []
    // A name in it is that of today, whatever the question's moment.
    const name = reaches(admitted, 'names.see', catalystOf(kept)) ? (kept.private?.name ?? null) : null
    return [{ ...committed, caseId: kept.caseId, reference: kept.reference, name, number: grant.number ?? 0, costCode }]
  })
  rows.sort((a, b) => a.number - b.number)
  const totalPence = rows.reduce((sum, { setAsidePence }) => sum + setAsidePence, 0)
  const body: YearEnd = { programme: programmeId, through, today: today(world), knownAt, asAt, rows, totalPence }
  return ok({ body, etag: `${through}.${asAt}.${book.head.n}.${readerOf(admitted)}` })
}
