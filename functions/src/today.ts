import { followsUp } from '#domain/afterFunding.ts'
import { presentOf } from '#domain/caseAt.ts'
import { asOf } from '#domain/caseListing.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { reachOf } from '#domain/permissions.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { ProgrammeNames } from '#domain/settings.ts'
import type { OpenTask } from '#domain/taskSchemas.ts'
import type { Needed } from '#domain/today.ts'
import { groupOf, inOrderOfUrgency, loadsOf, neededBy } from '#domain/today.ts'
import type { TodayGroup, TodayQuestion } from '#domain/todayQuestion.ts'
import type { Kept } from '#domain/todayReasons.ts'
import { isOver } from '#domain/programmeRules.ts'
import type { QuietRow, Reason, Today, TodayRow } from '#domain/todaySchemas.ts'
import { todaySchema } from '#domain/todaySchemas.ts'
import type { Admitted } from '#functions/access.ts'
import { admit, isWithin, reaches, readerOf } from '#functions/access.ts'
import type { Book } from '#functions/book.ts'
import type { Answer, Asked, Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import type { ProgrammeVersions } from '#functions/programmeSettings.ts'
import { settingsAt } from '#functions/programmeSettings.ts'
import type { Refusal } from '#functions/refusals.ts'
import type { CaseRow, PrivateCopy } from '#functions/store.ts'
import type { World } from '#functions/world.ts'
import { today as dayOf } from '#functions/world.ts'
import * as z from 'zod'

const querySchema = z.strictObject({ whose: z.enum(['mine', 'everyone']).default('mine') })
type Query = z.output<typeof querySchema>
type Whose = Query['whose']

/** What needs somebody today. */
export const todayRoutes = (world: World): Route[] => [
  route({
    name: 'api-today',
    method: 'GET',
    path: 'api/v1/programmes/{p}/today',
    needs: 'cases.read',
    summary: 'What needs me today, or, for a lead, what needs everybody and who carries how much',
    query: querySchema,
    answer: { status: 200, schema: todaySchema },
    handle: asked => readToday(world, asked),
  }),
]

async function readToday(world: World, { caller, params, query: { whose } }: Asked<Query>): Promise<Result<Answer, Refusal>> {
  const admission = await admit(world.store, caller, params['p'] ?? '', 'cases.read')
  if (!admission.ok) return admission
  const admitted = admission.value
  if (whose === 'everyone' && !mayAskOfAll(admitted)) return refused({ kind: 'not-permitted', permission: 'today.everyone' })
  const day = dayOf(world)
  const settled = questionOf(admitted, day)
  const book = await world.books.open(admitted.programmeId, row => neededOf(row, settled))
  // The list is the reader's own, and what it shows of each follows from what the reader may do. The settings may be older than the book.
  const { version } = settingsAt(admitted.versions, day)
  const question = `${day}.${version}.${whose}.${readerOf(admitted)}`
  const body = remembered(book, question, () => todayOf(admitted, book, day, whose))
  return ok({ body, etag: `${book.head.n}.${question}` })
}

const mayAskOfAll = ({ holder }: Admitted): boolean => reachOf('today.everyone', holder) === 'all'

// The answer to one reader holds until something is recorded, or the day is over.
const answers = new WeakMap<Book['cases'], Map<string, Today>>()

function remembered({ cases }: Book, question: string, work: () => Today): Today {
  const known = answers.get(cases) ?? new Map<string, Today>()
  answers.set(cases, known)
  const answer = known.get(question) ?? work()
  known.set(question, answer)
  return answer
}

function todayOf(admitted: Admitted, book: Book, day: PlainDate, whose: Whose): Today {
  const question = questionOf(admitted, day)
  const all = [...book.cases.values()]
    .map(row => ({ row, needed: neededOf(row, question) }))
    .filter(({ needed }) => isWithin(admitted.reach, admitted.caller, needed.catalyst ?? null) || isAsked(admitted, needed))
  const follows = isOver(question, day) && isOneWhoFollowsUp(admitted, day)
  const mine = withReasons(all, ({ needed }) => ownReasons(admitted, needed, follows))
  const everyone = mayAskOfAll(admitted) ? withReasons(all, ({ needed }) => shownReasons(admitted, needed)) : undefined
  const own = all.filter(({ needed }) => needed.open && needed.owner === admitted.caller.oid)
  const { rules } = question
  return {
    programme: admitted.programmeId,
    through: book.head.n,
    today: day,
    whose,
    mine: own.length,
    counts: { mine: mine.length, everyone: everyone?.length ?? null },
    silentDays: rules.silentDays,
    rows: rowsOf(whose === 'everyone' && everyone ? everyone : mine, admitted, day),
    quiet: mine.some(({ reasons: [first] }) => isDue(groupOf(first, day))) ? [] : quietOf(own, admitted),
    load:
      whose === 'everyone'
        ? loadsOf(
            all.map(({ needed }) => needed),
            day,
          )
        : null,
    caseload: rules.caseload,
  }
}

/** What a programme's settings say of Today; the same object for as long as they say the same. */
export function questionOf({ programmeId, versions }: Admitted, today: PlainDate): TodayQuestion {
  const { rules, period } = settingsAt(versions, today)
  const question: TodayQuestion = { today, rules, fundedUntil: period.to, templatesFrom: templatesFrom(versions) }
  const text = JSON.stringify(question)
  const known = questions.get(programmeId)
  if (known?.text === text) return known.question
  questions.set(programmeId, { text, question })
  return question
}

const questions = new Map<string, { text: string; question: TodayQuestion }>()

/** From which day each template counts: that of the first version that has it. */
function templatesFrom({ history }: ProgrammeVersions): TodayQuestion['templatesFrom'] {
  const from: Record<string, PlainDate> = {}
  const seen = new Set<string>()
  for (const { rules, effectiveFrom } of history) {
    for (const { id } of rules.templates) {
      if (!seen.has(id) && effectiveFrom) from[id] = effectiveFrom
      seen.add(id)
    }
  }
  return from
}

// What a record needs changes only when something is recorded on it, or the day or the settings do.
const neededByCase = new WeakMap<CaseRow, { question: TodayQuestion; needed: Needed }>()

function neededOf(row: CaseRow, question: TodayQuestion): Needed {
  const kept = neededByCase.get(row)
  if (kept?.question === question) return kept.needed
  const needed = neededBy(keptOf(row, question.today), question)
  neededByCase.set(row, { question, needed })
  return needed
}

/** A case as Today looks at it. */
export const keptOf = (row: Pick<CaseRow, 'facts' | 'private'>, today: PlainDate): Kept => ({
  supportCase: asOf(row, today),
  takenInBy: presentOf(row).takenInBy,
  dbs: row.private?.dbs,
})

type Found = { row: CaseRow; needed: Needed }

const isOfDbs = (reason: Reason): boolean => reason.kind === 'check' && reason.check === 'dbs'

const isAsked = ({ caller }: Admitted, { reasons }: Needed): boolean =>
  reasons.some(each => each.kind === 'handover' && each.to === caller.oid)

/** Who is asked to take a record over sees that; for others it is no reason. A DBS check is for those who may see one. */
function shownReasons(admitted: Admitted, { reasons, catalyst }: Needed): readonly Reason[] {
  if (!reasons.some(each => each.kind === 'handover' || isOfDbs(each))) return reasons
  const seesDbs = reaches(admitted, 'dbs.see', catalyst ?? null)
  return reasons.filter(each => (each.kind !== 'handover' || each.to === admitted.caller.oid) && (seesDbs || !isOfDbs(each)))
}

/** Whether the check-ins are this person's once the money is over. */
const isOneWhoFollowsUp = ({ versions, caller, holder }: Admitted, day: PlainDate): boolean =>
  followsUp(settingsAt(versions, day), { person: caller.oid, roles: holder.roles })

/**
 * Of their own records everything; of others what waits for them alone: being asked to take it over, a grant to pay, or, once the money is
 * over, the check-ins, for those who make them then. A catalyst who still works on a record has them in her own list as before.
 */
function ownReasons(admitted: Admitted, needed: Needed, follows: boolean): readonly Reason[] {
  const shown = shownReasons(admitted, needed)
  if (needed.owner === admitted.caller.oid || shown.length === 0) return shown
  const pays = reaches(admitted, 'grants.pay', needed.catalyst ?? null)
  const rings = follows && reaches(admitted, 'check-ins.record', needed.catalyst ?? null)
  const isTheirs = ({ kind }: Reason): boolean =>
    kind === 'handover' || (kind === 'grant-unpaid' && pays) || ((kind === 'check-in' || kind === 'numbers') && rings)
  return shown.filter(isTheirs)
}

type Waiting = Found & { id: string; reasons: readonly [Reason, ...Reason[]] }

const isDue = (group: TodayGroup): boolean => group === 'overdue' || group === 'today'

function withReasons(all: readonly Found[], reasonsFor: (each: Found) => readonly Reason[]): Waiting[] {
  const waiting: Waiting[] = []
  for (const each of all) {
    const reasons = reasonsFor(each)
    if (areSome(reasons)) waiting.push({ id: each.row.caseId, row: each.row, needed: each.needed, reasons })
  }
  return waiting
}

const areSome = (reasons: readonly Reason[]): reasons is Waiting['reasons'] => reasons.length > 0

function rowsOf(waiting: readonly Waiting[], admitted: Admitted, day: PlainDate): TodayRow[] {
  const { names } = settingsAt(admitted.versions, day)
  return inOrderOfUrgency(waiting, day).map(each => {
    // Spelt out, because a page may have thousands of them.
    const { id, n, reference, name, area, catalyst } = shownOf(each, admitted)
    const group = groupOf(each.reasons[0], day)
    return { id, n, reference, name, area, catalyst, group, reasons: inWords(each, names, admitted) }
  })
}

function shownOf({ row, needed }: Found, admitted: Admitted): Omit<TodayRow, 'group' | 'reasons'> {
  const catalyst = needed.catalyst ?? null
  const name = reaches(admitted, 'names.see', catalyst) ? (row.private?.name ?? null) : null
  return { id: row.caseId, n: row.n, reference: row.reference, name, area: needed.area ?? null, catalyst }
}

/** What to-dos say, for those who may read notes. A template's words, and the names of checks, are the programme's own, and nobody's secret. */
function inWords({ row, needed, reasons }: Waiting, names: ProgrammeNames, admitted: Admitted): Reason[] {
  if (!reasons.some(({ kind }) => kind === 'task' || kind === 'check')) return [...reasons]
  const own = reaches(admitted, 'notes.read', needed.catalyst ?? null) ? row.private?.tasks : undefined
  return reasons.map((reason): Reason => {
    if (reason.kind === 'task') return inOurWords(reason, names, own)
    if (reason.kind !== 'check') return reason
    const name = names.checks[reason.check]
    return name ? { ...reason, name } : reason
  })
}

/** A to-do with what it says: a template's words are the programme's, one's own stand in the copy, where the reader may have them. */
export const inOurWords = (task: OpenTask, { templates }: Pick<ProgrammeNames, 'templates'>, own: PrivateCopy['tasks']): OpenTask => ({
  ...task,
  words: (task.template ? templates : own)?.[task.task] ?? null,
})

const quietShown = 5
const maybeRung = ['enquiry', 'supported', 'trading', 'lost-touch']

/** Those of one's own that have gone longest without a call. */
function quietOf(own: readonly Found[], admitted: Admitted): QuietRow[] {
  return own
    .flatMap(each => {
      const { heardOn, standing, tradingFrom } = each.needed
      if (!heardOn || !maybeRung.includes(standing)) return []
      return [{ ...shownOf(each, admitted), since: heardOn, standing, tradingFrom: tradingFrom ?? null }]
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, quietShown)
}
