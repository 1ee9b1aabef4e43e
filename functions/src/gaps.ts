import { caseAt } from '#domain/caseAt.ts'
import type { Gap } from '#domain/gaps.ts'
import { gapsOf, supplierOf } from '#domain/gaps.ts'
import type { InsightsAt } from '#domain/insights.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'
import type { Admitted } from '#functions/access.ts'
import type { Book } from '#functions/book.ts'
import { settingsAt } from '#functions/programmeSettings.ts'

/** What is wanted, what was there, and which of these requests were asked in vain, on a day and as known at a moment, over the whole programme. */
export function gapsOn(
  { versions }: Pick<Admitted, 'versions'>,
  { cases }: Pick<Book, 'cases'>,
  { asAt, knownAt, requests = [] }: { asAt: PlainDate; knownAt?: Instant; requests?: InsightsAt['requests'] },
): Gap[] {
  const known = knownAt === undefined ? { asAt } : { asAt, knownAt }
  const suppliers = [...cases.values()].flatMap(each => supplierOf(caseAt(each, known), asAt) ?? [])
  return gapsOf(settingsAt(versions, asAt, knownAt).rules.capacityWanted, suppliers, requests)
}
