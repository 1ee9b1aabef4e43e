import { people } from '#local/people.ts'
import type { PersonId } from '#local/people.ts'
import type { RecordedAnswer } from '#domain/wireSchemas.ts'
import type { Casebook, LooseCommand, Who } from './casebook.ts'
import { assignTo } from './casebook.ts'
import { grantsOf, ready, recommendation } from './fundCases.ts'

/** The steps of a larger grant, in the order in which they are tried. */
export const stepNames = [
  'recommend',
  'assess',
  'decide',
  'offer',
  'accept',
  'verify',
  'pay',
  'receipts',
  'return',
  'ask-back',
  'recover',
  'write-off',
  'close',
] as const
export type Step = (typeof stepNames)[number]

export type Relation =
  | 'none'
  | 'works on it'
  | 'worked on it once'
  | 'declared an interest'
  | 'changed the fund'
  | 'went on without a check'
  | 'recommended it'
  | 'assessed it'
  | 'decided it'
  | 'verified it'
  | 'paid it'

const yes = 'yes'
const letters = { offer: yes, accept: yes, receipts: yes, close: yes } as const
/** To pay, to take back and to recover is one part; to decide, to ask back and to write off another. */
const paying = (word: string) => ({ pay: word, return: word, recover: word })
const deciding = (word: string) => ({ decide: word, 'ask-back': word, 'write-off': word })

/** What one is told by each relation, whatever their role, if it includes the step. Letters, receipts and the close bind nobody. */
export const table: Record<Relation, Record<Step, string>> = {
  none: { ...letters, recommend: yes, assess: yes, ...deciding(yes), verify: yes, ...paying(yes) },
  'works on it': {
    ...letters,
    recommend: yes,
    assess: yes,
    ...deciding('works-on-it'),
    verify: 'works-on-it',
    ...paying('works-on-it'),
  },
  'worked on it once': {
    ...letters,
    recommend: yes,
    assess: yes,
    ...deciding('works-on-it'),
    verify: 'works-on-it',
    ...paying('works-on-it'),
  },
  'declared an interest': {
    ...letters,
    recommend: yes,
    assess: 'has-interest',
    ...deciding('has-interest'),
    verify: 'has-interest',
    ...paying('has-interest'),
  },
  // The fund gave £1,000 at most to one enterprise, and they made it £2,000: a grant of £1,200 turns on that. What comes back does not.
  'changed the fund': {
    ...letters,
    recommend: yes,
    assess: yes,
    ...deciding('changed-fund'),
    'ask-back': yes,
    verify: 'changed-fund',
    pay: 'changed-fund',
    return: yes,
    recover: yes,
  },
  'went on without a check': {
    ...letters,
    recommend: yes,
    assess: yes,
    ...deciding(yes),
    verify: yes,
    ...paying('overruled-gate'),
  },
  'recommended it': {
    ...letters,
    recommend: yes,
    assess: 'recommended-it',
    ...deciding('recommended-it'),
    verify: 'recommended-it',
    ...paying('recommended-it'),
  },
  'assessed it': {
    ...letters,
    recommend: 'assessed-it',
    assess: yes,
    ...deciding('assessed-it'),
    verify: 'assessed-it',
    ...paying('assessed-it'),
  },
  'decided it': {
    ...letters,
    recommend: 'decided-it',
    assess: 'decided-it',
    ...deciding(yes),
    verify: 'decided-it',
    ...paying('decided-it'),
  },
  'verified it': {
    ...letters,
    recommend: 'verified-it',
    assess: 'verified-it',
    ...deciding('verified-it'),
    verify: yes,
    ...paying('verified-it'),
  },
  'paid it': { ...letters, recommend: 'paid-it', assess: 'paid-it', ...deciding('paid-it'), verify: 'paid-it', ...paying(yes) },
}

const oidsOf = (...who: PersonId[]): string[] => who.map(each => people[each].oid).sort()

/** Who can take a part where everybody else has the one they are named after. */
export function whoCanByStep(step: Step): string[] {
  if (step === 'recommend') return oidsOf('catalyst', 'second-catalyst')
  if (step === 'assess') return oidsOf('assessor')
  if (step === 'verify') return oidsOf('verifier')
  return step === 'decide' || step === 'ask-back' || step === 'write-off' ? oidsOf('decider') : oidsOf('payer')
}

type Of = { pot: string; grantId: string }
const account = { how: 'payee-check', checkedOn: '2024-02-10' } as const

/** A step of a grant of £1,200 as it comes over the wire. */
export function commandOf(step: Step, { pot, grantId }: Of): LooseCommand {
  const of = { happenedOn: '2024-02-20', grantId }
  switch (step) {
    case 'recommend':
      return recommendation(pot, 1_200_00, grantId)
    case 'assess':
      return { ...of, kind: 'assess-grant', happenedOn: '2024-02-02', pence: 1_200_00, recommends: true, note: 'The costs are seen' }
    case 'decide':
      return { ...of, kind: 'decide-grant', happenedOn: '2024-02-03', outcome: 'yes', pence: 1_200_00, note: 'It meets a gap' }
    case 'offer':
      return { ...of, kind: 'offer-grant', happenedOn: '2024-02-04' }
    case 'accept':
      return { ...of, kind: 'accept-grant', happenedOn: '2024-02-05' }
    case 'verify':
      return { ...of, kind: 'verify-grant', happenedOn: '2024-02-10', account }
    case 'pay':
      return { ...of, kind: 'pay-grant', happenedOn: '2024-02-12', pence: 400_00, account, reference: 'BACS/41' }
    case 'receipts':
      return { ...of, kind: 'see-evidence', pence: 100_00 }
    case 'return':
      return { ...of, kind: 'take-back-unspent', pence: 100_00, reference: 'CR/41' }
    case 'ask-back':
      return { ...of, kind: 'ask-grant-back', pence: 100_00, reason: 'stopped', note: 'They took a job' }
    case 'recover':
      return { ...of, kind: 'recover-grant', pence: 40_00, reference: 'CR/42' }
    case 'write-off':
      return { ...of, kind: 'write-off-grant', pence: 50_00, note: 'Not to be had' }
    case 'close':
      return { ...of, kind: 'close-grant', why: 'settled-otherwise', note: 'They told us how' }
  }
}

/** What comes before a step. */
const before: Record<Step, readonly Step[]> = {
  recommend: ['recommend'],
  assess: ['recommend'],
  decide: ['recommend', 'assess'],
  offer: ['recommend', 'assess', 'decide'],
  accept: ['recommend', 'assess', 'decide', 'offer'],
  verify: ['recommend', 'assess', 'decide', 'offer', 'accept'],
  pay: ['recommend', 'assess', 'decide', 'offer', 'accept', 'verify'],
  receipts: ['recommend', 'assess', 'decide', 'offer', 'accept', 'verify', 'pay'],
  return: ['recommend', 'assess', 'decide', 'offer', 'accept', 'verify', 'pay'],
  'ask-back': ['recommend', 'assess', 'decide', 'offer', 'accept', 'verify', 'pay'],
  recover: ['recommend', 'assess', 'decide', 'offer', 'accept', 'verify', 'pay', 'ask-back'],
  'write-off': ['recommend', 'assess', 'decide', 'offer', 'accept', 'verify', 'pay', 'ask-back'],
  close: ['recommend', 'assess', 'decide', 'offer', 'accept', 'verify', 'pay'],
}

/** What somebody of this relation did of a grant. */
const doneBy: Partial<Record<Relation, Step>> = {
  'recommended it': 'recommend',
  'assessed it': 'assess',
  'decided it': 'decide',
  'verified it': 'verify',
  'paid it': 'pay',
}

/** Who takes each step where no relation says otherwise. */
const usual: Record<Step, Who> = {
  recommend: 'catalyst',
  assess: 'assessor',
  decide: 'decider',
  offer: 'catalyst',
  accept: 'catalyst',
  verify: 'verifier',
  pay: 'payer',
  receipts: 'catalyst',
  return: 'payer',
  'ask-back': 'decider',
  recover: 'payer',
  'write-off': 'decider',
  close: 'catalyst',
}

type Telling = { p: string; pot: string; persona: PersonId; relation: Relation; step: Step }

/**
 * A case with a grant of £1,200 at the place where a step is next, in which the persona has the relation. A part that comes later than the
 * step was taken all the same. Whoever decided it had sent it back before.
 */
export async function tellStory(
  casebook: Casebook,
  { p, pot, persona, relation, step }: Telling,
): Promise<{ id: string; n: number; grantId: string }> {
  const { id, n: first } = await casebook.newCase(p, {}, ...ready)
  let n = first
  const send = async (who: Who, command: LooseCommand): Promise<RecordedAnswer> => {
    const said = await casebook.as(who).command(p, id, command, { n })
    if (said.status !== 200) throw new Error(`${relation}, before ${step}, ${who}: ${said.text}`)
    n = said.body.n
    return said.body
  }
  if (relation === 'works on it' || relation === 'worked on it once') await send('lead', assignTo(persona, '2024-01-21'))
  if (relation === 'worked on it once') await send('lead', assignTo('second-catalyst', '2024-01-25'))
  if (relation === 'went on without a check') await send(persona, { kind: 'overrule-gate', happenedOn: '2024-01-21', gate: 'pay-grant' })
  if (relation === 'declared an interest')
    await send('lead', { kind: 'declare-interest', happenedOn: '2024-01-21', person: people[persona].oid })

  const part = doneBy[relation]
  const by = (each: Step): Who => (part !== undefined && each === part ? persona : usual[each])
  await send(by('recommend'), recommendation(pot, 1_200_00))
  const grantId = (await grantsOf(casebook, p, id))[0]?.grantId ?? ''
  const sendBack: LooseCommand = {
    kind: 'decide-grant',
    happenedOn: '2024-02-01',
    grantId,
    outcome: 'ask-for-more',
    note: 'What does it cost?',
  }
  if (relation === 'decided it' || step === 'recommend') await send(by('decide'), sendBack)
  const wanted = before[step]
  const upToPart = part ? [...new Set([...before[part], part])] : []
  const all = upToPart.length > wanted.length ? upToPart : wanted
  // Sent back, it waits to be recommended again, unless a later part is to be taken.
  const again = step === 'recommend' ? upToPart.length > 1 && part !== 'decide' : relation === 'decided it'
  if (again) await send(by('recommend'), recommendation(pot, 1_200_00, grantId))
  if (step === 'recommend' && !again) return { id, n, grantId }
  // The decision itself is not taken where it is the very step that is tried.
  const isWaiting = part === 'decide' && wanted.length <= before.decide.length
  for (const each of (isWaiting ? wanted : all).slice(1)) await send(by(each), commandOf(each, { pot, grantId }))
  return { id, n, grantId }
}
