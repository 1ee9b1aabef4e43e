import type { Permission } from './besides.ts'
import { caseAt } from './caseAt.ts'
import { withNext } from './decide.ts'
import type { Fact, NewFact } from './facts.ts'
import type { TypedInsight } from './insightSchemas.ts'
import type { Insight, InsightId, InsightsAt, NewInsight } from './insights.ts'
import { insightsAt, knownInsights, takenBack } from './insights.ts'
import type { PlainDate } from './plainDate.ts'
import type { Result } from './result.ts'
import { ok, refused } from './result.ts'
import type { Signer } from './vocabulary.ts'

/** What the server adds to a command: where its words went, who signs as what, and what the enterprise's record says of stories. */
export type InsightCommand = TypedInsight & {
  textId?: string | undefined
  signedBy?: { person: string; as: Signer } | undefined
  enterprise?: Permission | undefined
}

/** Why an insight was not taken. */
export type CannotHear =
  | { kind: 'in-future'; happenedOn: PlainDate; today: PlainDate }
  | { kind: 'no-such-entry'; of: InsightId }
  | { kind: 'corrected-already'; of: InsightId }
  | { kind: 'more-than-asked'; asked: number; answered: number }
  | { kind: 'more-than-answered'; answered: number; said: number }
  | { kind: 'year-to-come'; year: number }
  | { kind: 'asked-already'; year: number; on: PlainDate }
  | { kind: 'answered-already'; on: PlainDate }
  | { kind: 'answered-before-asked'; askedOn: PlainDate }
  | { kind: 'permission-too-short'; from: PlainDate; until: PlainDate }
  | { kind: 'no-permission' }
  | { kind: 'permission-is-theirs' }
  | { kind: 'story-gone' }
  | { kind: 'other-numbers'; wanted: number; ready: number }
  | { kind: 'nothing-to-sign' }

type Decision = Result<NewInsight[], CannotHear>
type Of<K extends InsightCommand['kind']> = Extract<InsightCommand, { kind: K }>

/**
 * The insights that a command adds, or why it cannot be taken. `today` is the day in Europe/London.
 * Nothing is edited: what is wrong is taken back, with a reason, and recorded anew.
 */
export function decideInsight(insights: readonly Insight[], command: InsightCommand, today: PlainDate): Decision {
  if (command.kind === 'withdraw') return withdrawalOf(insights, command)
  if (command.happenedOn > today) return refused({ kind: 'in-future', happenedOn: command.happenedOn, today })
  const standing = insightsAt(insights, { asAt: today })
  switch (command.kind) {
    case 'ask-people':
      return peopleAskedOf(standing, command)
    case 'log-request': {
      const { happenedOn, area, service, minutesPerWeek, language, gender, askedBy } = command
      return ok([{ kind: 'request-unmet', happenedOn, data: { area, service, minutesPerWeek, language, gender, askedBy } }])
    }
    case 'answer-request':
      return answerOf(standing, command)
    case 'count-area':
      return areaCountsOf(command, command.textId)
    case 'count-readiness': {
      const { happenedOn, service, wanted, ready } = command
      return ok([{ kind: 'readiness-counted', happenedOn, data: { service, wanted, ready } }])
    }
    case 'sign-readiness':
      return signatureOf(standing, command)
    case 'tell-story':
    case 'renew-story':
    case 'end-story':
      return storyOf(standing, command, today)
  }
}

function peopleAskedOf({ peopleAsked }: InsightsAt, command: Of<'ask-people'>): Decision {
  const { happenedOn, year, askedBy, asked, answered, moreChoice, wouldRecommend, caseId } = command
  if (answered > asked) return refused({ kind: 'more-than-asked', asked, answered })
  const said = Math.max(moreChoice, wouldRecommend)
  if (said > answered) return refused({ kind: 'more-than-answered', answered, said })
  if (year > Number(happenedOn.slice(0, 4))) return refused({ kind: 'year-to-come', year })
  // The same people counted twice would be twice the people.
  const same = peopleAsked.find(each => each.year === year && each.askedBy === askedBy && each.caseId === caseId)
  if (same) return refused({ kind: 'asked-already', year, on: same.on })
  return ok([{ kind: 'people-asked', happenedOn, data: { year, askedBy, asked, answered, moreChoice, wouldRecommend, caseId } }])
}

function answerOf({ requests }: InsightsAt, { happenedOn, request, caseId }: Of<'answer-request'>): Decision {
  const asked = requests.find(({ id }) => id === request)
  if (!asked) return refused({ kind: 'no-such-entry', of: request })
  if (asked.answered) return refused({ kind: 'answered-already', on: asked.answered.on })
  if (happenedOn < asked.on) return refused({ kind: 'answered-before-asked', askedOn: asked.on })
  return ok([{ kind: 'request-answered', happenedOn, data: { request, caseId } }])
}

function areaCountsOf({ happenedOn, lines }: Of<'count-area'>, textId: string | undefined): Decision {
  if (!textId) throw new Error('what is counted needs a row for its words')
  const early = lines.find(({ year }) => year > Number(happenedOn.slice(0, 4)))
  if (early) return refused({ kind: 'year-to-come', year: early.year })
  return ok(
    lines.map(({ side, area, hundredths, unit, year }, line) => ({
      kind: 'area-counted',
      happenedOn,
      data: { side, area, hundredths, unit, year, textId, line },
    })),
  )
}

/** One signs what stands: where the numbers have moved since one looked, one looks again. */
function signatureOf({ readiness }: InsightsAt, command: Of<'sign-readiness'>): Decision {
  const { happenedOn, service, wanted, ready, signedBy } = command
  if (!signedBy) throw new Error('a signature needs a person')
  const counted = readiness.find(each => each.service === service)
  if (!counted) return refused({ kind: 'nothing-to-sign' })
  if (counted.wanted !== wanted || counted.ready !== ready)
    return refused({ kind: 'other-numbers', wanted: counted.wanted, ready: counted.ready })
  const { person, as: signedAs } = signedBy
  return ok([{ kind: 'readiness-signed', happenedOn, data: { service, wanted, ready, signedAs, person } }])
}

function storyOf({ stories }: InsightsAt, command: Of<'tell-story' | 'renew-story' | 'end-story'>, today: PlainDate): Decision {
  const { happenedOn } = command
  if (command.kind === 'tell-story') return storyToldOf(command, today)
  const { story } = command
  const told = stories.find(({ id }) => id === story)
  if (!told) return refused({ kind: 'no-such-entry', of: story })
  if (told.endedOn !== undefined) return refused({ kind: 'story-gone' })
  if (command.kind === 'end-story') return ok([{ kind: 'story-ended', happenedOn, data: { story } }])
  const { places, until } = command
  if (told.caseId !== undefined) return refused({ kind: 'permission-is-theirs' })
  if (until < happenedOn) return refused({ kind: 'permission-too-short', from: happenedOn, until })
  return ok([{ kind: 'story-renewed', happenedOn, data: { story, places, until } }])
}

/** Nobody's story is told without a yes: of an enterprise in its own record, of a person supported said here, with where and until when. */
function storyToldOf({ happenedOn, places, until, caseId, textId, enterprise }: Of<'tell-story'>, today: PlainDate): Decision {
  if (!textId) throw new Error('a story needs a row for its words')
  if (caseId !== undefined) {
    const isGiven = enterprise?.state === 'given' && (enterprise.until === undefined || enterprise.until >= today)
    return isGiven ? ok([{ kind: 'story-told', happenedOn, data: { textId, caseId } }]) : refused({ kind: 'no-permission' })
  }
  if (!places || !until) return refused({ kind: 'no-permission' })
  if (until < happenedOn) return refused({ kind: 'permission-too-short', from: happenedOn, until })
  return ok([{ kind: 'story-told', happenedOn, data: { textId, places, until } }])
}

/** Whether the yes to stories that stood would be gone with these facts: ended, or corrected away. */
export const takesYesBack = (facts: readonly Fact[], added: readonly NewFact[]): boolean =>
  saysYes(facts) && !saysYes(withNext(facts, added))

const saysYes = (facts: readonly Fact[]): boolean => caseAt(facts).permissions.story?.state === 'given'

/** The stories of an enterprise that end on a day when it takes its permission back: all that it told, whenever they were written. */
export function storiesToEnd(insights: readonly Insight[], caseId: string, happenedOn: PlainDate): NewInsight[] {
  const counting = knownInsights(insights)
  const ended = new Set(counting.flatMap(each => (each.kind === 'story-ended' ? [each.data.story] : [])))
  return counting.flatMap(({ id, kind, data }): NewInsight[] =>
    kind === 'story-told' && data.caseId === caseId && !ended.has(id) ? [{ kind: 'story-ended', happenedOn, data: { story: id } }] : [],
  )
}

function withdrawalOf(insights: readonly Insight[], { of, reason }: Of<'withdraw'>): Decision {
  const target = insights.find(({ id }) => id === of)
  if (!target) return refused({ kind: 'no-such-entry', of })
  if (takenBack(insights).has(of)) return refused({ kind: 'corrected-already', of })
  // The words went when the permission did: nothing brings them back.
  const isEnd = (each: Insight | undefined): boolean => each?.kind === 'story-ended' || each?.kind === 'story-told'
  const undone = target.kind === 'withdraw' ? insights.find(({ id }) => id === target.data.of) : undefined
  if (target.kind === 'story-ended' || isEnd(undone)) return refused({ kind: 'story-gone' })
  return ok([{ kind: 'withdraw', data: { of, reason } }])
}

/** Which rows of words an insight takes with it when it goes: those of a story that ends, or is taken back. */
export function wordsToEmpty(
  insights: readonly Insight[],
  added: readonly NewInsight[],
): { textId: string; caseId?: string | undefined }[] {
  const stories = new Map(knownInsights(insights).flatMap(each => (each.kind === 'story-told' ? [[each.id, each.data] as const] : [])))
  return added.flatMap(each => {
    const story = each.kind === 'story-ended' ? each.data.story : each.kind === 'withdraw' ? each.data.of : undefined
    const told = story === undefined ? undefined : stories.get(story)
    return told ? [told] : []
  })
}
