import type { Permission } from './besides.ts'
import type { Recorded } from './facts.ts'
import { byRecording } from './facts.ts'
import type { InsightData, InsightWithdrawalData } from './insightSchemas.ts'
import type { KnownQuestion } from './known.ts'
import type { PlainDate } from './plainDate.ts'
import type { Minutes } from './quantities.ts'
import type { Language, AreaSide, AreaUnit, Requester, Signer, StoryPlace, Surveyor, WorkerGender } from './vocabulary.ts'

/** A kind of thing that the programme was told or counted about its place and the people in it. */
export type InsightKind = keyof InsightData

/** One dated thing that was told or counted, before it is recorded. */
export type NewHeard = { [K in InsightKind]: { kind: K; happenedOn: PlainDate; data: InsightData[K] } }[InsightKind]

/** It has no day of its own: what it takes back does not count on any day. */
export type NewInsightWithdrawal = { kind: 'withdraw'; data: InsightWithdrawalData }

/** What a decision gives back: insights still without number and time. */
export type NewInsight = NewHeard | NewInsightWithdrawal

/** `{n}.{place}`, as with facts: the two share the programme's one log. */
export type InsightId = string

/** One dated thing that was told or counted, recorded. */
export type Heard = NewHeard & Recorded

/** An insight as the log holds it, withdrawals included. Insights are never edited. */
export type Insight = Heard | (NewInsightWithdrawal & Recorded)

const isHeard = (insight: Insight): insight is Heard => insight.kind !== 'withdraw'

/** Which insights are taken back by withdrawals that themselves still stand. A withdrawal comes after what it takes back. */
export function takenBack(recorded: readonly Insight[]): ReadonlySet<InsightId> {
  const withdrawn = new Set<InsightId>()
  for (const insight of [...recorded].sort(byRecording).reverse()) {
    if (insight.kind === 'withdraw' && !withdrawn.has(insight.id)) withdrawn.add(insight.data.of)
  }
  return withdrawn
}

/**
 * The insights that count: those recorded by `knownAt`, less what was taken back by then, with `happenedOn` on or before `asAt`,
 * in the order of `happenedOn`, then of recording. `asAt` never hides a withdrawal; only `knownAt` does.
 */
export function knownInsights(insights: readonly Insight[], { knownAt, asAt }: KnownQuestion = {}): Heard[] {
  const recorded = knownAt === undefined ? insights : insights.filter(({ recordedAt }) => recordedAt <= knownAt)
  const withdrawn = takenBack(recorded)
  return recorded
    .filter(isHeard)
    .filter(({ id, happenedOn }) => !withdrawn.has(id) && (asAt === undefined || happenedOn <= asAt))
    .sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : byRecording(a, b)))
}

/** What people supported said, in totals: of one enterprise, or of all (`caseId` undefined). */
export type PeopleAsked = {
  id: InsightId
  on: PlainDate
  recordedBy: string
  year: number
  askedBy: Surveyor
  asked: number
  answered: number
  moreChoice: number
  wouldRecommend: number
  caseId: string | undefined
}

/** Help that someone asked for and we could not find; and, later, who gave it after all. */
export type UnmetRequest = {
  id: InsightId
  on: PlainDate
  recordedBy: string
  area: string | undefined
  service: string
  minutesPerWeek: Minutes
  language: Language | undefined
  gender: WorkerGender | undefined
  askedBy: Requester
  answered: { on: PlainDate; caseId: string | undefined } | undefined
}

/** A need or an asset of an area, in hundredths of its unit. Its name and source are line `line` of a text row. */
export type AreaCount = {
  id: InsightId
  on: PlainDate
  side: AreaSide
  area: string | undefined
  hundredths: number
  unit: AreaUnit
  year: number
  textId: string
  line: number
}

/** Where a council service stands: the newest count, and the newest signature, which says the numbers it was for. */
export type Readiness = {
  service: string
  id: InsightId
  wanted: number
  ready: number
  countedOn: PlainDate
  signed: { id: InsightId; as: Signer; person: string; on: PlainDate; wanted: number; ready: number } | undefined
}

/**
 * A story and the permission behind it. Of an enterprise's own story the permission stands in its record, and there alone.
 * Once ended it has no words, and no way back.
 */
export type Story = {
  id: InsightId
  on: PlainDate
  recordedBy: string
  textId: string
  caseId: string | undefined
  /** Where it may be told and until when, as a person supported said; undefined where an enterprise's record says it. */
  allowed: StoryAllowed | undefined
  endedOn: PlainDate | undefined
}

/** Where a story may be told, and to the end of which day. */
export type StoryAllowed = { places: readonly StoryPlace[]; until: PlainDate | undefined }

/** What stands on a day. */
export type InsightsAt = {
  peopleAsked: readonly PeopleAsked[]
  requests: readonly UnmetRequest[]
  areaCounts: readonly AreaCount[]
  readiness: readonly Readiness[]
  stories: readonly Story[]
}

/** What the insights amount to as at a day, and as known at an instant. It never refuses: what refers to nothing that counts is left aside. */
export function insightsAt(insights: readonly Insight[], question: KnownQuestion & { asAt: PlainDate }): InsightsAt {
  const counting = knownInsights(insights, question)
  return {
    peopleAsked: ofKind(counting, 'people-asked').map(({ id, happenedOn: on, recordedBy, data }) => ({
      ...data,
      id,
      on,
      recordedBy,
      caseId: data.caseId,
    })),
    requests: requestsIn(counting),
    areaCounts: ofKind(counting, 'area-counted').map(({ id, happenedOn: on, data }) => ({ ...data, id, on, area: data.area })),
    readiness: readinessIn(counting),
    stories: storiesIn(counting),
  }
}

/** Those of one kind, in the order they stand in. */
const ofKind = <K extends InsightKind>(counting: readonly Heard[], kind: K): Extract<Heard, { kind: K }>[] =>
  counting.filter((insight): insight is Extract<Heard, { kind: K }> => insight.kind === kind)

function requestsIn(counting: readonly Heard[]): UnmetRequest[] {
  const answers = new Map(
    ofKind(counting, 'request-answered').map(({ happenedOn: on, data }) => [data.request, { on, caseId: data.caseId }]),
  )
  return ofKind(counting, 'request-unmet').map(({ id, happenedOn: on, recordedBy, data }) => {
    const { area, service, minutesPerWeek, language, gender, askedBy } = data
    return { id, on, recordedBy, area, service, minutesPerWeek, language, gender, askedBy, answered: answers.get(id) }
  })
}

function readinessIn(counting: readonly Heard[]): Readiness[] {
  const signed = new Map(
    ofKind(counting, 'readiness-signed').map(({ id, happenedOn: on, data }) => {
      const { service, signedAs, person, wanted, ready } = data
      return [service, { id, as: signedAs, person, on, wanted, ready }] as const
    }),
  )
  // The newest of each service comes last, and so is the one that is kept.
  const newest = new Map(ofKind(counting, 'readiness-counted').map(counted => [counted.data.service, counted]))
  return [...newest.values()].map(({ id, happenedOn: countedOn, data }) => ({ ...data, id, countedOn, signed: signed.get(data.service) }))
}

function storiesIn(counting: readonly Heard[]): Story[] {
  const renewed = new Map(ofKind(counting, 'story-renewed').map(({ data }) => [data.story, data]))
  const ended = new Map(ofKind(counting, 'story-ended').map(({ happenedOn, data }) => [data.story, happenedOn]))
  return ofKind(counting, 'story-told').map(({ id, happenedOn: on, recordedBy, data }) => {
    const { textId, caseId } = data
    const { places, until } = renewed.get(id) ?? data
    const allowed = caseId === undefined ? { places: places ?? [], until } : undefined
    return { id, on, recordedBy, textId, caseId, allowed, endedOn: ended.get(id) }
  })
}

/** What a story may be used for on a day: it may be told, its time has run out, or somebody took the permission back. */
export type StoryStanding = { state: 'given' | 'ran-out' | 'ended'; places: readonly StoryPlace[]; until: PlainDate | undefined }

/** Where a story stands on a day. `enterprise` is what the record of the enterprise says of stories on that day, where it is about one. */
export function storyOn(story: Story, enterprise: Permission | undefined, asAt: PlainDate): StoryStanding {
  const allowed = story.caseId === undefined ? story.allowed : enterprise?.state === 'given' ? enterprise : undefined
  if (story.endedOn !== undefined || !allowed) return { state: 'ended', places: [], until: undefined }
  const { places, until } = allowed
  return { state: until !== undefined && until < asAt ? 'ran-out' : 'given', places, until }
}
