import type { PlainDate } from '#domain/plainDate.ts'
import { addDays, daysBetween, earlier } from '#domain/plainDate.ts'
import { slugOf } from '#domain/slug.ts'
import type { LegalForm } from '#domain/vocabulary.ts'
import { checkInMonths } from '#domain/vocabulary.ts'
import { people } from './people.ts'
import type { SampleDays, SampleJourney } from './sampleJourneys.ts'
import { firstEnquiry, lastEnquiry, officeDay, sampleDays, sampleJourneys } from './sampleJourneys.ts'
import type { SampleIdentity } from './sampleWords.ts'
import { sampleAreas, sampleIdentities } from './sampleWords.ts'
import type { Draws } from './seeded.ts'
import { seeded } from './seeded.ts'

/** What the sample's programme is called in addresses. */
export const sampleId = 'levels-and-moors'

/**
 * The programme of the sample, as it stands this month. Everything in it is made up; its totals are those once published for one rural
 * county: 133 enterprises set up and 38 more advised; between the 133, 180 jobs and 2,220 hours a week for 600 people; £135,000.
 */
export function sampleProgramme(today: PlainDate) {
  const { period, followUpUntil } = sampleDays(today)
  return {
    id: sampleId,
    name: 'Levels and Moors (sample)',
    areas: sampleAreas,
    period,
    costPence: 13_500_000,
    followUpUntil,
    followUpOwner: "The council's growth team",
    invented: true,
  }
}

/** Hours a week in halves, so that a sum of them is exact. */
const totals = { halfHours: 2 * 2_220, people: 600 }
const advised = 38
const granted = 45

const headings = [
  'ref,name,area,journey,enquiry_date,idea_date,constituted_date,legal_form,cqc_needed,cqc_registered_date,grant_awarded_pence,grant_date',
  'started_trading_date,checkin_6m_date,checkin_6m_outcome,checkin_12m_date,checkin_12m_outcome,checkin_24m_date,checkin_24m_outcome',
  'closed_date,closed_reason,withdrawn_date,withdrawn_reason,last_contact_date,jobs,weekly_hours,people_supported,phone,email,catalyst',
  'services,areas_served,price_per_hour_pence,council_paid_hours,personal_care_hours,insurance_until,dbs_seen',
].join(',')

type IdentityOf = ReturnType<typeof sampleIdentities>

type Row = { enquired: PlainDate } & Record<string, string | number | undefined>

/**
 * The spreadsheet of the sample programme, the same text all month: 171 rows under the import's own headings, in the order of enquiry.
 * Every month has the same enterprises under the same references, and nothing in it lies after the first day of the month.
 * Four of the 133 closed within two years. That number is our reading of a national claim ("3% have folded by the end of their two-year
 * programme", 3% of 133 being 3.99), not a figure that the county published.
 */
export function sampleCsv(today: PlainDate): string {
  const draws = seeded([133, 38, 2_220, 4])
  const days = sampleDays(today)
  const identityOf = sampleIdentities(draws)
  const advice = Array.from({ length: advised }, () => advisedRow(draws, identityOf('any'), days))
  const numbered = [...setUpRows(draws, identityOf, days), ...advice]
    .sort((a, b) => daysBetween(b.enquired, a.enquired))
    .map((row, place): Row => ({ ...row, ref: String(place + 1).padStart(4, '0'), ...reachedBy(draws, String(row.name), place + 1) }))
  const columns = headings.split(',')
  const lines = numbered.map(row => columns.map(column => row[column] ?? '').join(','))
  return `${[headings, ...lines].join('\r\n')}\r\n`
}

/** Telephone numbers are from the range kept for fiction, addresses from the name kept for examples. */
function reachedBy(draws: Draws, name: string, number: number): { phone?: string; email?: string } {
  return {
    ...(draws.whole(1, 10) <= 7 ? { phone: `01632 960${String(number).padStart(3, '0')}` } : {}),
    ...(draws.whole(1, 10) <= 5 ? { email: `${slugOf(name)}@example.org` } : {}),
  }
}

/** Two catalysts share the areas; the co-operatives are with a partner of the programme. */
function catalystOf(area: SampleIdentity['area'], form: LegalForm | undefined): string {
  if (form === 'cooperative_society') return people['partner-catalyst'].label
  const isFirstHalf = sampleAreas.indexOf(area) < sampleAreas.length / 2
  return isFirstHalf ? people.catalyst.label : people['second-catalyst'].label
}

/** The rows go by the day of the enquiry itself, which an office may have written down some days later. */
const firstCells = ({ name, area }: SampleIdentity, journey: string, enquired: PlainDate, form?: LegalForm): Row => ({
  name,
  area,
  journey,
  enquired,
  enquiry_date: officeDay(enquired),
  legal_form: form,
  catalyst: catalystOf(area, form),
})

/** Advised only: an enquiry, some advice, and no more. A few had a legal form in mind. */
function advisedRow(draws: Draws, identity: SampleIdentity, { twoYearsAgo }: SampleDays): Row {
  const enquired = addDays(twoYearsAgo, draws.whole(firstEnquiry, lastEnquiry))
  const form: LegalForm | undefined = draws.whole(1, 4) === 1 ? 'sole_trader' : undefined
  const lastContact = officeDay(addDays(enquired, draws.whole(0, 24)))
  const cqc = draws.whole(1, 6) === 1 ? 'N' : undefined
  return { ...firstCells(identity, 'advised_only', enquired, form), cqc_needed: cqc, last_contact_date: lastContact }
}

/** Those still without the registration they need give no personal care yet. */
const helpBy = { registered: 'personal-care', needed: 'at-home', 'not-needed': 'any', 'not-asked': 'any' } as const

function setUpRows(draws: Draws, identityOf: IdentityOf, days: SampleDays): Row[] {
  const journeys = sampleJourneys(draws, days).map(journey => ({ journey, identity: identityOf(helpBy[journey.cqc]) }))
  const hours = shareOut(
    totals.halfHours,
    journeys.map(({ journey }) => journey.jobs * draws.whole(20, 180)),
    6,
  )
  const supported = shareOut(
    totals.people,
    journeys.map(({ identity }, place) => (hours[place] ?? 0) * identity.reach * draws.whole(50, 150)),
    1,
  )
  const withGrant = new Set(draws.shuffled(journeys.map((_, place) => place)).slice(0, granted))
  return journeys.map(({ journey, identity }, place) => ({
    ...firstCells(identity, 'new', journey.enquired, journey.form),
    ...journeyCells(journey),
    ...(withGrant.has(place) ? grantCells(draws, journey, days) : {}),
    ...careCells(draws, journey, identity, hours[place] ?? 0),
    people_supported: supported[place],
  }))
}

function journeyCells({ ideaAgreed, constituted, cqc, registered, began, checkIns, closed, lastContact }: SampleJourney) {
  const checkInCells = checkInMonths.flatMap(month => {
    const checkIn = checkIns[month]
    if (!checkIn) return []
    const on = checkIn.outcome === 'no_response' ? [] : [[`checkin_${month}m_date`, checkIn.on]]
    return [...on, [`checkin_${month}m_outcome`, checkIn.outcome]]
  })
  const needed = { registered: 'Y', needed: 'Y', 'not-needed': 'N', 'not-asked': undefined }[cqc]
  return {
    idea_date: ideaAgreed,
    constituted_date: constituted,
    cqc_needed: needed,
    cqc_registered_date: registered,
    started_trading_date: began,
    ...Object.fromEntries(checkInCells),
    closed_date: closed?.on,
    closed_reason: closed?.reason,
    last_contact_date: lastContact,
  }
}

/** A grant of up to £500, paid within weeks of being set up and within the period. */
function grantCells(draws: Draws, { constituted }: SampleJourney, { period }: SampleDays) {
  const on = officeDay(addDays(constituted, draws.whole(0, 40)))
  return { grant_awarded_pence: draws.oneOf([150, 200, 250, 300, 350, 400, 500, 500]) * 100, grant_date: earlier(on, period.to) }
}

const inHours = (halfHours: number): number => halfHours / 2

function careCells(draws: Draws, { jobs, cqc, lastContact }: SampleJourney, identity: SampleIdentity, halfHours: number) {
  const neighbour = sampleAreas[(sampleAreas.indexOf(identity.area) + 1) % sampleAreas.length]
  const councilShare = draws.whole(1, 10) <= 7 ? draws.whole(20, 70) / 100 : 0
  const personalShare = cqc === 'registered' ? draws.whole(30, 80) / 100 : 0
  const insured = draws.whole(1, 12) > 1
  return {
    jobs,
    weekly_hours: inHours(halfHours),
    services: identity.services.join('; '),
    areas_served: draws.whole(1, 3) === 1 ? `${identity.area}; ${neighbour}` : identity.area,
    price_per_hour_pence: draws.whole(20, 33) * 50,
    council_paid_hours: inHours(Math.floor(halfHours * councilShare)),
    personal_care_hours: inHours(Math.floor(halfHours * personalShare)),
    insurance_until: insured ? addDays(lastContact, draws.whole(10, 350)) : undefined,
    dbs_seen: draws.whole(1, 10) > 1 ? 'Y' : 'N',
  }
}

/** Shares of a total in whole numbers, in proportion to the weights, none below the least; they add up to the total exactly. */
function shareOut(total: number, weights: readonly number[], least: number): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const rest = total - least * weights.length
  const exact = weights.map(weight => (rest * weight) / all)
  const missing = rest - exact.reduce((sum, share) => sum + Math.floor(share), 0)
  const byRemainder = exact.map((share, place) => ({ place, remainder: share % 1 })).sort((a, b) => b.remainder - a.remainder)
  const roundedUp = new Set(byRemainder.slice(0, missing).map(({ place }) => place))
  return exact.map((share, place) => least + Math.floor(share) + (roundedUp.has(place) ? 1 : 0))
}
