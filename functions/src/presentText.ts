import type { Present } from '#domain/caseAt.ts'
import { having } from '#domain/having.ts'
import type { SupportCase } from '#domain/supportCase.ts'
import { nothingYet } from '#domain/supportCase.ts'

/**
 * The version of what a fold of facts gives. Whoever changes that, of any history, makes it the next: what older releases kept is then
 * worked out again from the facts when it is read.
 */
export const presentVersion = 2

export type PackedPresent = readonly [
  version: number,
  lastHappenedOn: Present['lastHappenedOn'],
  lastRecordedAt: Present['lastRecordedAt'],
  takenInBy: string | null,
  parts: Partial<SupportCase>,
]

/** A present in its short form: of the case only the parts in which something was recorded. */
export function packPresent({ supportCase, lastHappenedOn, lastRecordedAt, takenInBy }: Present): PackedPresent {
  const empty: Readonly<Record<string, unknown>> = nothingYet
  const parts = Object.fromEntries(Object.entries(supportCase).filter(([name, part]) => part !== empty[name]))
  return [presentVersion, lastHappenedOn, lastRecordedAt, takenInBy ?? null, parts]
}

/** The present that a short form holds; undefined where another version of the fold made it. */
export function unpackPresent([version, lastHappenedOn, lastRecordedAt, takenInBy, parts]: PackedPresent): Present | undefined {
  if (version !== presentVersion) return undefined
  return { supportCase: having(nothingYet, parts), lastHappenedOn, lastRecordedAt, takenInBy: takenInBy ?? undefined }
}
