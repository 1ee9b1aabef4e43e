import type { Instant, PlainDate } from './plainDate.ts'
import type { HappeningData, WithdrawalData } from './schemas.ts'
import type { CorrectionReason } from './vocabulary.ts'

/** A kind of thing that happened to an enterprise. */
export type HappeningKind = keyof HappeningData

/** One dated thing that happened, before it is recorded. */
export type NewHappening<K extends HappeningKind = HappeningKind> = {
  [P in K]: { kind: P; happenedOn: PlainDate; data: HappeningData[P] }
}[K]

/** A correction is not an event in the world: it has no day of its own, only the day the right entry has. */
export type NewWithdrawal = { kind: 'withdraw'; data: WithdrawalData }
export type NewReplacement = {
  kind: 'replace'
  data: { of: FactId; reason: CorrectionReason; happenedOn: PlainDate; data: HappeningData[HappeningKind]; textId?: string | undefined }
}
export type NewCorrection = NewWithdrawal | NewReplacement

/** What a decision gives back: facts still without number and time. */
export type NewFact = NewHappening | NewCorrection
export type FactKind = NewFact['kind']

/** `{n}.{place}`: the log number that recorded the fact, and its place in that transaction. */
export type FactId = string

/** Who recorded it, when, as which log number, and how it came in. */
export type Recorded = { id: FactId; n: number; recordedAt: Instant; recordedBy: string; via: 'person' | 'import' }

/** One dated thing that happened, recorded. */
export type Happening<K extends HappeningKind = HappeningKind> = { [P in K]: NewHappening<P> & Recorded }[K]

/** A fact as the log holds it, corrections included. Facts are never edited. */
export type Fact = Happening | (NewCorrection & Recorded)

/** True of a fact that happened in the world; false of a correction. */
export const isHappening = <F extends NewFact>(fact: F): fact is Exclude<F, { kind: 'withdraw' | 'replace' }> =>
  fact.kind !== 'withdraw' && fact.kind !== 'replace'

/** What stands beside the tracks, to-dos apart. */
export const besideKinds = [
  'told-privacy',
  'permission-given',
  'permission-ended',
  'members-counted',
  'ownership-classed',
  'paper-ready',
  'changed',
  'signed-off',
  'sign-off-ended',
  'listed',
  'delisted',
  'gate-overruled',
  'training-needed',
  'training-done',
  'attribute',
  'put-off',
  'handover-offered',
  'handover-declined',
  'document-linked',
  'interest-declared',
  'merged-into',
] as const satisfies readonly HappeningKind[]
export type BesideKind = (typeof besideKinds)[number]
const besides: ReadonlySet<string> = new Set(besideKinds)

/** Grants, from the recommendation to their close, and who may settle none of them. */
export const grantKinds = [
  'grant-recommended',
  'grant-assessed',
  'grant-sent-back',
  'grant-turned-down',
  'grant-decided',
  'grant-offered',
  'grant-accepted',
  'grant-verified',
  'grant-paid',
  'grant-evidence-seen',
  'grant-returned',
  'grant-asked-back',
  'grant-clawed-back',
  'grant-written-off',
  'grant-closed',
] as const satisfies readonly HappeningKind[]
export type GrantKind = (typeof grantKinds)[number]
const ofGrants: ReadonlySet<string> = new Set(grantKinds)

/** To-dos, from when they are set until they are settled. */
export const taskKinds = ['task-set', 'task-done', 'task-put-off'] as const satisfies readonly HappeningKind[]
export type TaskKind = (typeof taskKinds)[number]
const ofTasks: ReadonlySet<string> = new Set(taskKinds)

/** Whether a happening stands beside the tracks. */
export const isBeside = <F extends { kind: string }>(fact: F): fact is Extract<F, { kind: BesideKind }> => besides.has(fact.kind)

/** Whether a happening is of a grant. */
export const isOfGrant = <F extends { kind: string }>(fact: F): fact is Extract<F, { kind: GrantKind }> => ofGrants.has(fact.kind)

/** Whether a happening is of a to-do. */
export const isOfTask = <F extends { kind: string }>(fact: F): fact is Extract<F, { kind: TaskKind }> => ofTasks.has(fact.kind)

/** Orders facts as they were recorded. */
export function byRecording({ id: a }: { id: FactId }, { id: b }: { id: FactId }): number {
  const [aPoint, bPoint] = [a.indexOf('.'), b.indexOf('.')]
  return Number(a.slice(0, aPoint)) - Number(b.slice(0, bPoint)) || Number(a.slice(aPoint + 1)) - Number(b.slice(bPoint + 1))
}

/** The number and time a transaction gives to what it records, in its order. */
export function record<F extends object>(
  facts: readonly F[],
  stamp: { n: number; recordedAt: Instant; recordedBy: string; via: Recorded['via']; firstPlace?: number },
): (F & Recorded)[] {
  const { n, recordedAt, recordedBy, via, firstPlace = 0 } = stamp
  return facts.map((fact, place) => ({ ...fact, id: `${n}.${firstPlace + place}`, n, recordedAt, recordedBy, via }))
}
