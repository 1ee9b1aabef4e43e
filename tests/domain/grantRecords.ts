import type { Granted } from '#domain/grants.ts'
import type { GrantState } from '#domain/grantVocabulary.ts'
import { day, instantAt } from '#domain/plainDate.ts'
import type { GrantArea, GrantRecord, PublicationAbout } from '#domain/publication.ts'
import { toPence } from '#domain/quantities.ts'
import type { Constitution } from '#domain/supportCase.ts'
import type { CapacityGap, LegalForm, Register } from '#domain/vocabulary.ts'
import { ids } from '../builders.ts'

/** Two pots: one under the Subsidy Control Act, and one that is charity money. */
export const pots = {
  assistance: { potId: 'e0000000-0000-4000-8000-000000000001', subsidy: 'minimal-assistance', costCode: 'ASC-4410' },
  charitable: { potId: 'e0000000-0000-4000-8000-000000000002', subsidy: 'not-public-money', costCode: 'ASC-4411' },
} as const

/** The ward of Glastonbury St John’s: a made-up code of the right shape. */
export const ward: GrantArea = { code: 'glastonbury', name: 'Glastonbury St John’s', geoCode: 'E05009999' }

/** Made on 27 November 2026 by a council. */
export const about: PublicationAbout = {
  publisher: { prefix: '360G-exampleshire', organisationId: 'GB-LAE-SOM', name: 'Exampleshire Council' },
  words: { name: 'Micro-grants 2026', department: 'Adult social care' },
  on: day('2026-11-27'),
}

/** Set up in a form, with its number in a register where it has one. */
export const setUpAs = (form: LegalForm, register?: Register, identifier?: string): Constitution => ({
  state: 'constituted',
  present: { form, on: day('2026-01-05'), register, identifier },
  earlier: [],
})

/** When the last entry about a grant was recorded, unless it says otherwise. */
const lastEntry = instantAt(Date.UTC(2026, 3, 20, 9, 30))

/** A community interest company by the name of Willow Companions. */
export const willow = { constitution: setUpAs('cic', 'companies-house', '01234567'), organisationName: 'Willow Companions CIC' } as const

export type Said = Partial<Omit<GrantRecord, 'grant'>> & {
  number?: number
  pot?: string
  gap?: CapacityGap
  decidedOn?: string
  awarded?: number
  /** Whole pence by the day on which they were paid. */
  paid?: Readonly<Record<string, number>>
  reference?: string
  returned?: number
  recovered?: number
  writtenOff?: number
  state?: GrantState
  isClosed?: boolean
}

/** £500 granted to a sole trader on 1 April 2026 for help at home, and not paid yet, unless it says otherwise. */
export function grantRecord({ number = 1, decidedOn = '2026-04-01', awarded = 500_00, paid = {}, ...said }: Said = {}): GrantRecord {
  const { constitution = setUpAs('sole_trader'), area = ward, organisationName = null, state = 'decided', isClosed = false } = said
  const { returned = 0, recovered = 0, writtenOff = 0 } = said
  const on = day(decidedOn)
  const grant: Granted = {
    grantId: `b0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    state: isClosed ? 'closed' : state,
    since: on,
    pot: said.pot ?? pots.assistance.potId,
    number,
    gap: said.gap ?? 'help-at-home',
    pence: toPence(awarded),
    recommended: undefined,
    assessed: undefined,
    decided: { on, by: ids.decider, pence: toPence(awarded), rules: [], panel: undefined, textId: undefined },
    said: undefined,
    offeredOn: undefined,
    acceptance: undefined,
    verified: undefined,
    payments: Object.entries(paid).map(([paidOn, pence]) => ({
      on: day(paidOn),
      by: ids.payer,
      pence: toPence(pence),
      account: undefined,
      reference: said.reference,
      evidenceDueOn: undefined,
    })),
    evidence: [],
    returnedPence: toPence(returned),
    askedBackPence: toPence(recovered + writtenOff),
    recoveredPence: toPence(recovered),
    writtenOffPence: toPence(writtenOff),
    closed: isClosed ? { on, by: ids.payer, why: 'settled-otherwise' } : undefined,
  }
  const published = said.published ?? { grant: `g${String(number * 7919 + 104729)}`, recipient: `r${String(number * 6101 + 99991)}` }
  return { grant, constitution, area, organisationName, published, recordedAt: said.recordedAt ?? lastEntry }
}
