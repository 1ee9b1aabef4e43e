import type { InsightsAt } from './insights.ts'
import type { PlainDate } from './plainDate.ts'
import { addMonths } from './plainDate.ts'
import type { CapacityWanted, ProgrammeRules } from './programmeRules.ts'
import type { SupportCase } from './supportCase.ts'
import { going } from './supportCase.ts'
import { capacityGaps } from './vocabulary.ts'

/** What one enterprise gives, or will: where, of what, and how much in a normal week. */
export type Supplier = {
  standing: 'trading' | 'setting-up'
  areas: readonly string[]
  services: readonly string[]
  minutesPerWeek: number
}

/**
 * One service in one area: how much is wanted, how much is there, and what was asked for in vain. `null` stands for "not said".
 * `shortMinutes` is wanted less there, and never below 0; null where nobody said how much is wanted.
 */
export type Gap = {
  area: string | null
  service: string | null
  wantedMinutes: number | null
  thereMinutes: number
  shortMinutes: number | null
  /** Enterprises that trade with this service in this area, and those that we help to set up. */
  trading: number
  settingUp: number
  /** Requests that nobody could meet yet, and their minutes a week. */
  unmet: number
  unmetMinutes: number
}

/** The services that a request or a gap may be about: those of the programme, and until it has named any, the gaps that a grant may fill. */
export const servicesOf = ({ services }: Pick<ProgrammeRules, 'services'>): readonly string[] =>
  services.length > 0 ? services : capacityGaps.filter(gap => gap !== 'not-recorded')

/** Numbers of hours are carried forward so many months, and no longer. */
const carriedMonths = 12

/** What a case gives on a day; undefined for one that neither trades nor is being set up. Hours are the last told, at most 12 months old. */
export function supplierOf(supportCase: SupportCase, day: PlainDate): Supplier | undefined {
  const { trading, support, area, areasServed, services, careReturns } = supportCase
  const isSettingUp = trading.state === 'not-yet' && support.state === 'accepted' && going(support)?.state === 'accepted'
  if (supportCase.mergedInto !== undefined || (trading.state !== 'trading' && !isSettingUp)) return undefined
  const areas = areasServed.length > 0 ? areasServed : area === undefined ? [] : [area]
  const told = careReturns.findLast(({ on, minutesPerWeek }) => minutesPerWeek !== undefined && on <= day)
  const isFresh = told !== undefined && addMonths(told.on, carriedMonths) >= day
  const minutesPerWeek = trading.state === 'trading' && isFresh ? (told.minutesPerWeek ?? 0) : 0
  return { standing: trading.state === 'trading' ? 'trading' : 'setting-up', areas, services, minutesPerWeek }
}

/**
 * What is wanted against what is there, for every service and area in which anything is wanted, there, or was asked for; the largest gap first.
 *
 *   short = max(0, wanted − there)
 *
 * We do not ask how an enterprise's hours divide, so they are shared out evenly over its services and areas, in whole minutes: the parts
 * add up to its hours, and nothing is counted twice. An enterprise with several services is counted as trading in each.
 */
export function gapsOf(wanted: readonly CapacityWanted[], suppliers: readonly Supplier[], requests: InsightsAt['requests']): Gap[] {
  const gaps = new Map<string, Gap>()
  const at = (area: string | null, service: string | null): Gap => {
    const key = `${area ?? ''} ${service ?? ''}`
    const gap = gaps.get(key) ?? { ...nothing, area, service }
    gaps.set(key, gap)
    return gap
  }
  for (const { area, service, minutesPerWeek } of wanted) {
    const gap = at(area, service)
    gap.wantedMinutes = (gap.wantedMinutes ?? 0) + minutesPerWeek
  }
  for (const supplier of suppliers) shareOut(supplier, at)
  for (const { area, service, minutesPerWeek, answered } of requests) {
    if (answered) continue
    const gap = at(area ?? null, service)
    gap.unmet += 1
    gap.unmetMinutes += minutesPerWeek
  }
  for (const gap of gaps.values()) if (gap.wantedMinutes !== null) gap.shortMinutes = Math.max(0, gap.wantedMinutes - gap.thereMinutes)
  return [...gaps.values()].sort(byNeed)
}

const nothing: Gap = {
  area: null,
  service: null,
  wantedMinutes: null,
  thereMinutes: 0,
  shortMinutes: null,
  trading: 0,
  settingUp: 0,
  unmet: 0,
  unmetMinutes: 0,
}

function shareOut({ standing, areas, services, minutesPerWeek }: Supplier, at: (area: string | null, service: string | null) => Gap): void {
  const orNone = (codes: readonly string[]): (string | null)[] => (codes.length > 0 ? [...new Set(codes)].sort() : [null])
  const cells = orNone(areas).flatMap(area => orNone(services).map(service => at(area, service)))
  const each = Math.floor(minutesPerWeek / cells.length)
  // The minutes that do not divide go to the first cells, one each.
  const rest = minutesPerWeek - each * cells.length
  cells.forEach((gap, place) => {
    gap.thereMinutes += each + (place < rest ? 1 : 0)
    if (standing === 'trading') gap.trading += 1
    else gap.settingUp += 1
  })
}

const byNeed = (a: Gap, b: Gap): number =>
  (b.shortMinutes ?? -1) - (a.shortMinutes ?? -1) ||
  b.unmetMinutes - a.unmetMinutes ||
  (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0)

const nameOf = ({ area, service }: Gap): string => `${area ?? '~'} ${service ?? '~'}`
