import { storiesToEnd, takesYesBack, wordsToEmpty } from '#domain/decideInsight.ts'
import type { NewFact } from '#domain/facts.ts'
import type { Insight, NewInsight } from '#domain/insights.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import { wordsUnder } from '#functions/programmeWords.ts'
import type { CaseRow, Change, Head, InsightRow, Partition, Store } from '#functions/store.ts'
import { logKey } from '#functions/store.ts'

/** Words of insights that belong to no case stand under this in place of a case id. */
export const insightText = 'insight'

type Kept = { n: number; rows: readonly { n: number; row: InsightRow }[] }

const kept = new WeakMap<Store, Map<Partition, Kept>>()

/** A programme's insights as of a log number. They are only ever added to, so what was read once is not read again. */
export async function readInsights(store: Store, programme: Partition, head: Head): Promise<Insight[]> {
  const known = kept.get(store) ?? new Map<Partition, Kept>()
  kept.set(store, known)
  const before = known.get(programme) ?? { n: 0, rows: [] }
  if (head.n <= before.n) return insightsOf(before, head)
  const rows = [...before.rows]
  const range = before.n === 0 ? {} : { after: logKey(before.n) }
  for await (const page of store.list(programme, 'insight', range)) rows.push(...page.map(({ key, row }) => ({ n: Number(key[0]), row })))
  const now = { n: head.n, rows: rows.filter(({ n }) => n <= head.n).sort((a, b) => a.n - b.n) }
  // Another reader may have come further meanwhile.
  if ((known.get(programme)?.n ?? 0) < now.n) known.set(programme, now)
  return insightsOf(now, head)
}

const insightsOf = ({ rows }: Kept, head: Head): Insight[] => rows.flatMap(({ n, row }) => (n <= head.n ? row.insights : []))

/** One line of a text row of needs and assets. */
export type AreaWords = { name: string; source: string }

/** The words of what was counted, by text row and line. A row that was emptied has none. */
export async function readAreaWords(store: Store, programme: Partition, textIds: ReadonlySet<string>): Promise<Map<string, AreaWords[]>> {
  const words = new Map<string, AreaWords[]>()
  if (textIds.size === 0) return words
  for (const [textId, text] of await wordsUnder(store, programme, insightText))
    if (text !== '' && textIds.has(textId)) words.set(textId, JSON.parse(text) as AreaWords[])
  return words
}

/** Where the words of a story stand: with the person behind it, so that they go when that person is erased; else with the programme. */
export const storyKey = (caseId: string | undefined, textId: string): [string, string] => [caseId ?? insightText, textId]

/** The rows of words that go with these insights. */
export const emptiedBy = (insights: readonly Insight[], added: readonly NewInsight[]): Change[] =>
  wordsToEmpty(insights, added).map(({ caseId, textId }) => ({
    put: 'upsert',
    kind: 'text',
    key: storyKey(caseId, textId),
    row: { words: '' },
  }))

/** Who takes back the yes to stories takes their words with it, at once and in the same transaction: a correction as much as an ending. */
export async function storiesEndedBy(
  store: Store,
  programme: Partition,
  head: Head,
  { caseId, facts }: CaseRow,
  added: readonly NewFact[],
  today: PlainDate,
): Promise<{ insights: NewInsight[]; changes: Change[] }> {
  if (!takesYesBack(facts, added)) return { insights: [], changes: [] }
  const all = await readInsights(store, programme, head)
  const ending = added.find(each => each.kind === 'permission-ended')
  const insights = storiesToEnd(all, caseId, ending?.happenedOn ?? today)
  return { insights, changes: emptiedBy(all, insights) }
}
