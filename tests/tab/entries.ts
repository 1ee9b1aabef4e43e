import type { Fact } from '#domain/facts.ts'
import { isHappening } from '#domain/facts.ts'
import { corrected } from '#domain/known.ts'
import type { Entry } from '#domain/wireSchemas.ts'
import type { Journey } from '../builders.ts'

/** The entries of a journey as they come over the wire: undefined is left out, and each says whether it counts. */
export function entriesOf({ facts }: Journey): Entry[] {
  const { withdrawn, replaced } = corrected(facts)
  return facts.map(fact => JSON.parse(JSON.stringify(entryOf(fact, withdrawn, replaced))) as Entry)
}

function entryOf(fact: Fact, withdrawn: ReadonlySet<string>, replaced: ReadonlySet<string>): Entry {
  const { id, n, recordedAt, recordedBy, via, kind, data } = fact
  const counts = withdrawn.has(id) ? 'taken-back' : replaced.has(id) ? 'replaced' : isHappening(fact) ? 'yes' : 'correction'
  const happenedOn = isHappening(fact) ? fact.happenedOn : fact.kind === 'replace' ? fact.data.happenedOn : null
  return { id, n, recordedAt, recordedBy, via, kind, data, happenedOn, text: null, counts, of: isHappening(fact) ? null : fact.data.of }
}
