import { caseAt } from '#domain/caseAt.ts'
import type { InsightsAt } from '#domain/insights.ts'
import type { Insights } from '#domain/insightWireSchemas.ts'
import { standingOf } from '#domain/nextSteps.ts'
import { reachOf } from '#domain/permissions.ts'
import type { Instant, PlainDate } from '#domain/plainDate.ts'
import { beganOn, going } from '#domain/supportCase.ts'
import type { Admitted } from '#functions/access.ts'
import { isWithin, reaches } from '#functions/access.ts'
import type { Book } from '#functions/book.ts'
import { catalystOf } from '#functions/caseReading.ts'
import { membersOf } from '#functions/members.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { World } from '#functions/world.ts'

type Asked = { world: World; admitted: Admitted; book: Book; asAt: PlainDate; knownAt: Instant; standing: InsightsAt }
type From = Insights['readiness'][number]['enterprises'][number]

/** Each council service that staff leave: its places, who signed, and the enterprises that came from it. One that left the settings stays while it has numbers. */
export async function readinessOf({ world, admitted, book, asAt, knownAt, standing }: Asked): Promise<Insights['readiness']> {
  const settings = settingsAt(admitted.versions, asAt, knownAt)
  const names = settings.names.councilServices
  const services = [...new Set([...settings.rules.councilServices, ...standing.readiness.map(({ service }) => service)])]
  const isSigned = standing.readiness.some(({ signed }) => signed)
  const members = isSigned && reachOf('names.see', admitted.holder) === 'all' ? await membersOf(world.store, admitted.programmeId) : []
  return services.map(service => {
    const found = standing.readiness.find(each => each.service === service)
    const label = members.find(({ row }) => row.oid === found?.signed?.person)?.row.label ?? null
    return {
      service,
      name: names[service] ?? null,
      counted: found ? { id: found.id, on: found.countedOn, wanted: found.wanted, ready: found.ready } : null,
      signed: found?.signed ? { ...found.signed, label } : null,
      enterprises: enterprisesOf({ admitted, book, asAt, knownAt }, service),
    }
  })
}

/** The enterprises that staff of a service set up. A partner sees their own. */
function enterprisesOf({ admitted, book, asAt, knownAt }: Pick<Asked, 'admitted' | 'book' | 'asAt' | 'knownAt'>, service: string): From[] {
  return [...book.cases.values()].flatMap(kept => {
    const { caseId, reference, private: copy } = kept
    const supportCase = caseAt(kept, { asAt, knownAt })
    const before = going(supportCase.support)
    if (before?.state !== 'accepted' || before.service !== service || supportCase.mergedInto !== undefined) return []
    const catalyst = catalystOf(kept)
    if (!isWithin(admitted.reach, admitted.caller, catalyst)) return []
    const name = reaches(admitted, 'names.see', catalyst) ? (copy?.name ?? null) : null
    const tradingFrom = beganOn(supportCase.trading) ?? null
    return [{ id: caseId, reference, name, standing: standingOf(supportCase, asAt), tradingFrom }]
  })
}
