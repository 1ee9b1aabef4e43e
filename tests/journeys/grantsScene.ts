import type { Frame } from 'playwright-core'
import type { Pots } from '#domain/potSchemas.ts'
import type { Me } from '#domain/wireSchemas.ts'
import type { PersonId } from '#local/people.ts'
import { ask, makeStory } from './api.ts'
import type { Stage } from './stage.ts'

/** £2,000 under the Act: £800 for one enterprise, the short way up to £500, two rules, one flag. */
export const fund = {
  name: 'Start-up grants',
  from: '2026-01-01',
  to: '2036-12-31',
  amountPence: 200_000,
  capPence: 80_000,
  smallPence: 50_000,
  costCode: 'ASC-4410',
  subsidy: 'minimal-assistance',
  why: 'It is public money, and it goes to people who trade.',
  gaps: [],
  rules: [
    { rule: 'idea-agreed', sentence: 'Their idea is agreed, and we work with them' },
    { rule: 'costs-seen', sentence: 'We have seen what it costs' },
  ],
  asks: ['council-debt'],
  quorum: 2,
  limits: [],
  evidenceDays: 90,
}

export const purpose =
  'Deposit on a hall (£190) and first-year public liability insurance (£290), so that a second weekly session can open.'
export const why = 'Six people have asked, and have waited since January.'

export const begun = [
  { kind: 'accept', happenedOn: '2026-01-07', origin: 'new' },
  { kind: 'agree-idea', happenedOn: '2026-01-12', shapedWithPeople: true },
  { kind: 'constitute', happenedOn: '2026-01-15', form: 'sole_trader' },
  { kind: 'see-check', happenedOn: '2026-01-20', check: 'public-liability', until: '2036-01-20' },
]
export const withoutIdea = begun.filter(({ kind }) => kind !== 'agree-idea')

type Known = { n: number; tracks: { grants: readonly { grantId: string; state: string }[] } }

/** A programme with a fund, and what its journeys ask of the API beside the screen. */
export type Scene = {
  pot: string
  /** An enterprise with what was recorded on it; its id. */
  story: (name: string, commands?: readonly object[]) => Promise<string>
  grantOf: (id: string) => Promise<string>
  stateOf: (id: string) => Promise<string>
  /** The address of a grant's page. */
  pageOf: (id: string) => Promise<string>
  command: (person: PersonId, id: string, body: object) => Promise<void>
  /** What happens beside the screen happens on the day of the screen. */
  today: () => Promise<string>
  balance: () => Promise<Pots['pots'][number]['balance'] | undefined>
}

export async function setScene(stage: Stage, programme: string): Promise<Scene> {
  await stage.makeProgramme(programme)
  const path = `programmes/${programme}`
  const made = await ask<Pots>(stage, 'lead', 'POST', `${path}/pots`, fund)
  const record = (id: string): Promise<Known> => ask(stage, 'lead', 'GET', `${path}/cases/${id}`)
  const first = async (id: string): Promise<Known['tracks']['grants'][number] | undefined> => (await record(id)).tracks.grants[0]
  const grantOf = async (id: string): Promise<string> => (await first(id))?.grantId ?? ''
  return {
    pot: made.pots[0]?.id ?? '',
    story: (name, commands = begun) => makeStory(stage, programme, { name, happenedOn: '2026-01-05', area: 'north' }, commands),
    grantOf,
    stateOf: async id => (await first(id))?.state ?? 'none',
    pageOf: async id => `/fund/${id}/${await grantOf(id)}`,
    command: async (person, id, body) => {
      const { n } = await record(id)
      await ask(stage, person, 'POST', `${path}/cases/${id}/commands`, body, { 'if-match': `"${n}"` })
    },
    today: async () => (await ask<Me>(stage, 'lead', 'GET', 'me')).today,
    balance: async () => (await ask<Pots>(stage, 'lead', 'GET', `${path}/pots`)).pots[0]?.balance,
  }
}

/** The words of the page, with plain spaces. */
export const read = async (tab: Frame): Promise<string> => (await tab.locator('main, body').first().innerText()).replaceAll('\u00a0', ' ')
