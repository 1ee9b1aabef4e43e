import type { SupportCase } from '#domain/supportCase.ts'
import { nothingYet } from '#domain/supportCase.ts'
import type { CaseDetail } from '#tab/api.ts'

/** The tracks of a record as they came over the wire, where what is undefined was left out. */
export type Tracks = SupportCase

export const tracksOf = ({ tracks }: Pick<CaseDetail, 'tracks'>): Tracks => ({ ...nothingYet, ...tracks })
