import { caseAt } from '#domain/caseAt.ts'
import { servicesOf } from '#domain/gaps.ts'
import type { InsightsAt, PeopleAsked, StoryStanding } from '#domain/insights.ts'
import { insightsAt, storyOn } from '#domain/insights.ts'
import type { InsightQuestion, Insights } from '#domain/insightWireSchemas.ts'
import { reachOf } from '#domain/permissions.ts'
import type { Result } from '#domain/result.ts'
import { ok } from '#domain/result.ts'
import { languages, requesters } from '#domain/vocabulary.ts'
import type { Admitted } from '#functions/access.ts'
import { admit } from '#functions/access.ts'
import type { Book } from '#functions/book.ts'
import { catalystOf } from '#functions/caseReading.ts'
import { gapsOn } from '#functions/gaps.ts'
import type { Answer, Asked } from '#functions/http.ts'
import { readInsights, readAreaWords, storyKey } from '#functions/insightReading.ts'
import type { Moment } from '#functions/moment.ts'
import { momentOf } from '#functions/moment.ts'
import { readinessOf } from '#functions/readiness.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { World } from '#functions/world.ts'

/** A question with its day and instant settled, and what it is asked of. */
type Settled = Moment & { world: World; admitted: Admitted; standing: InsightsAt }

/** All that stands on a day, as this person may see it: whoever records sees the entries, whoever only reads sees totals. */
export async function answerInsights(world: World, { caller, params, query }: Asked<InsightQuestion>): Promise<Result<Answer, Refusal>> {
  const admission = await admit(world.store, caller, params['p'] ?? '', 'insights.read')
  if (!admission.ok) return admission
  const admitted = admission.value
  const settled = await settle(world, admitted, query)
  if (!settled.ok) return settled
  const { asAt, knownAt, through, book } = settled.value
  const body: Insights = {
    programme: admitted.programmeId,
    through,
    asAt,
    knownAt,
    services: servicesCalled(settled.value),
    feedback: feedbackOf(settled.value),
    requests: requestsOf(settled.value),
    gaps: admitted.reach === 'all' ? gapsOn(admitted, book, { asAt, knownAt, requests: settled.value.standing.requests }) : null,
    areaCounts: await areaCountsOf(settled.value),
    readiness: await readinessOf(settled.value),
    stories: await storiesOf(settled.value),
  }
  // Words and names in it are those of today, whatever the question's moment.
  const whose = [admitted.reach, reachOf('insights.record', admitted.holder), reachOf('names.see', admitted.holder), caller.oid].join('.')
  return ok({ body, etag: `${through}.${asAt}.${book.head.n}.${whose}` })
}

async function settle(world: World, admitted: Admitted, question: InsightQuestion): Promise<Result<Settled, Refusal>> {
  const { programmeId } = admitted
  const moment = await momentOf(world, programmeId, question)
  if (!moment.ok) return moment
  const { book, asAt, knownAt } = moment.value
  const insights = await readInsights(world.store, programmeId, book.head)
  const standing = ownOnly(insightsAt(insights, { asAt, knownAt }), admitted, book)
  return ok({ world, admitted, standing, ...moment.value })
}

/** A partner sees what they recorded themselves, and what is about their own enterprises. What an area needs is for everyone. */
function ownOnly(standing: InsightsAt, { reach, caller }: Admitted, { cases }: Book): InsightsAt {
  if (reach === 'all') return standing
  const isMine = ({ recordedBy, caseId }: { recordedBy: string; caseId?: string | undefined }): boolean => {
    const row = caseId === undefined ? undefined : cases.get(caseId)
    return row ? catalystOf(row) === caller.oid : recordedBy === caller.oid
  }
  return {
    ...standing,
    peopleAsked: standing.peopleAsked.filter(isMine),
    requests: standing.requests.filter(({ recordedBy }) => recordedBy === caller.oid),
    stories: standing.stories.filter(isMine),
  }
}

const seesEntries = ({ holder }: Admitted): boolean => reachOf('insights.record', holder) !== undefined
const referenceOf = ({ cases }: Book, caseId: string | undefined): string | null =>
  caseId === undefined ? null : (cases.get(caseId)?.reference ?? null)

function servicesCalled({ admitted: { versions }, asAt, knownAt }: Settled): Insights['services'] {
  const settings = settingsAt(versions, asAt, knownAt)
  return servicesOf(settings.rules).map(id => ({ id, name: settings.names.services[id] ?? null }))
}

function feedbackOf({ standing, admitted, book }: Settled): Insights['feedback'] {
  const groups = new Map<string, PeopleAsked[]>()
  for (const each of standing.peopleAsked) {
    const key = `${each.year} ${each.askedBy} ${each.caseId === undefined ? 'all' : 'enterprises'}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  const sum = (entries: readonly PeopleAsked[], of: 'asked' | 'answered' | 'moreChoice' | 'wouldRecommend'): number =>
    entries.reduce((total, each) => total + each[of], 0)
  return [...groups.values()]
    .flatMap(entries => {
      const [first] = entries
      if (!first) return []
      const about = first.caseId === undefined ? ('all' as const) : ('enterprises' as const)
      return [
        {
          year: first.year,
          askedBy: first.askedBy,
          about,
          enterprises: about === 'all' ? 0 : entries.length,
          asked: sum(entries, 'asked'),
          answered: sum(entries, 'answered'),
          moreChoice: sum(entries, 'moreChoice'),
          wouldRecommend: sum(entries, 'wouldRecommend'),
          entries: seesEntries(admitted)
            ? entries.map(({ id, on, caseId, asked, answered, moreChoice, wouldRecommend }) => {
                const reference = referenceOf(book, caseId)
                return { id, on, caseId: caseId ?? null, reference, asked, answered, moreChoice, wouldRecommend }
              })
            : null,
        },
      ]
    })
    .sort((a, b) => b.year - a.year || (a.askedBy < b.askedBy ? -1 : 1))
}

function requestsOf({ standing: { requests }, admitted, book }: Settled): Insights['requests'] {
  const open = requests.filter(({ answered }) => !answered)
  return {
    open: open.length,
    openMinutes: open.reduce((sum, { minutesPerWeek }) => sum + minutesPerWeek, 0),
    answered: requests.length - open.length,
    byLanguage: languages
      .map(language => ({ language, requests: open.filter(each => each.language === language).length }))
      .filter(({ requests: n }) => n > 0),
    byRequester: requesters
      .map(askedBy => ({ askedBy, requests: open.filter(each => each.askedBy === askedBy).length }))
      .filter(({ requests: n }) => n > 0),
    rows: seesEntries(admitted)
      ? requests.toReversed().map(({ id, on, area = null, service, minutesPerWeek, language = null, gender = null, askedBy, answered }) => {
          const by = answered && { on: answered.on, caseId: answered.caseId ?? null, reference: referenceOf(book, answered.caseId) }
          return { id, on, area, service, minutesPerWeek, language, gender, askedBy, answered: by ?? null }
        })
      : null,
  }
}

async function areaCountsOf({ world, admitted, standing: { areaCounts } }: Settled): Promise<Insights['areaCounts']> {
  const words = await readAreaWords(world.store, admitted.programmeId, new Set(areaCounts.map(({ textId }) => textId)))
  return areaCounts.map(({ id, on, side, area = null, hundredths, unit, year, textId, line }) => {
    const { name = null, source = null } = words.get(textId)?.[line] ?? {}
    return { id, on, side, area, name, source, hundredths, unit, year }
  })
}

async function storiesOf({ world, admitted, book, asAt, knownAt, standing }: Settled): Promise<Insights['stories']> {
  const stories = standing.stories.toReversed().map(story => {
    const row = story.caseId === undefined ? undefined : book.cases.get(story.caseId)
    return { story, ...storyOn(story, row && caseAt(row, { asAt, knownAt }).permissions.story, asAt) }
  })
  const howMany = (state: StoryStanding['state']): number => stories.filter(each => each.state === state).length
  const totals = { given: howMany('given'), ranOut: howMany('ran-out'), ended: howMany('ended') }
  if (!seesEntries(admitted)) return { ...totals, rows: null }
  // In meeting view nobody reads stories: they are as personal as notes.
  const mayRead = reachOf('notes.read', admitted.holder) !== undefined
  const rows = stories.map(async ({ story: { id, on, caseId, textId, endedOn = null }, state, places, until = null }) => {
    const text = mayRead && state === 'given' ? await world.store.read(admitted.programmeId, 'text', storyKey(caseId, textId)) : undefined
    const reference = referenceOf(book, caseId)
    return { id, on, caseId: caseId ?? null, reference, state, places: [...places], until, endedOn, words: text?.row.words || null }
  })
  return { ...totals, rows: await Promise.all(rows) }
}
