import { cqcAnswers } from '../builders.ts'
import type { CommandKind } from '#domain/commandSchemas.ts'
import { daysOn } from './casebook.ts'

/** Those who do the work of a programme. */
export const workers = 'administrator lead catalyst second-catalyst'
const day = { happenedOn: '2024-02-01' }
/** An id that nothing has. */
export const anId = '0e0e0e0e-2222-4333-8444-555566667777'
const followers = `${workers} follow-up-owner`
const ofGrant = { ...day, grantId: anId }
/** Letters, receipts and the close of a grant. */
const handlers = `${workers} assessor`
const account = { how: 'payee-check', checkedOn: '2024-02-01' }

/** The same for every kind of command on a case: who may, and one such command. They lack their key, so none takes effect. */
export const commands: Record<CommandKind, { may: string; body: object }> = {
  accept: { may: workers, body: { ...day, origin: 'new' } },
  'advise-only': { may: workers, body: day },
  decline: { may: workers, body: { ...day, reason: 'other' } },
  assign: { may: 'administrator lead', body: { ...day, catalyst: anId } },
  'agree-idea': { may: workers, body: day },
  'choose-form': { may: workers, body: { ...day, form: 'cic' } },
  constitute: { may: workers, body: { ...day, form: 'cic' } },
  'record-scoping': { may: workers, body: { ...day, outcome: 'not-personal-care', answers: cqcAnswers.twoNo } },
  'advance-registration': { may: workers, body: { ...day, to: 'preparing' } },
  'award-grant': { may: 'decider', body: { ...day, pence: 100, gap: 'meals' } },
  'recommend-grant': {
    may: 'catalyst second-catalyst',
    body: { ...day, pot: anId, pence: 100, gap: 'meals', purpose: 'A pan', why: 'They cook' },
  },
  'assess-grant': { may: 'assessor', body: { ...ofGrant, pence: 100, recommends: true, note: 'Seen' } },
  'decide-grant': { may: 'decider', body: { ...ofGrant, outcome: 'yes', pence: 100, note: 'Agreed' } },
  'offer-grant': { may: handlers, body: ofGrant },
  'accept-grant': { may: handlers, body: ofGrant },
  'verify-grant': { may: 'verifier', body: { ...ofGrant, account } },
  'pay-grant': { may: 'payer', body: { ...ofGrant, pence: 100 } },
  'see-evidence': { may: handlers, body: { ...ofGrant, pence: 100 } },
  'take-back-unspent': { may: 'payer', body: { ...ofGrant, pence: 100 } },
  'ask-grant-back': { may: 'decider', body: { ...ofGrant, pence: 100, reason: 'stopped', note: 'Said' } },
  'recover-grant': { may: 'payer', body: { ...ofGrant, pence: 100 } },
  'write-off-grant': { may: 'decider', body: { ...ofGrant, pence: 100, note: 'Said' } },
  'close-grant': { may: handlers, body: { ...ofGrant, why: 'evidence-seen' } },
  'declare-interest': {
    // Of somebody else. Everybody's own is asked in fund.test.ts.
    may: 'administrator lead',
    body: { ...day, person: anId },
  },
  'begin-trading': { may: workers, body: day },
  'answer-check-in': { may: followers, body: { ...day, month: 6, answer: 'trading' } },
  'miss-check-in': { may: followers, body: { ...day, month: 6 } },
  'record-care-return': { may: followers, body: { ...day, jobs: 1 } },
  'log-contact': { may: followers, body: { ...day, reached: true } },
  pause: { may: followers, body: day },
  resume: { may: followers, body: day },
  stop: { may: followers, body: { ...day, ending: 'planned' } },
  'leave-sight': { may: followers, body: { ...day, leaving: 'moved-away' } },
  reopen: { may: workers, body: day },
  'tell-privacy': { may: workers, body: { ...day, how: 'by-phone' } },
  'give-permission': { may: workers, body: { ...day, use: 'story' } },
  'end-permission': { may: workers, body: { ...day, use: 'story' } },
  'count-members': { may: workers, body: { ...day, people: 1, families: 1, workers: 1, volunteers: 1 } },
  'class-ownership': { may: workers, body: { ...day, ownership: 'worker' } },
  'tick-paper': { may: workers, body: { ...day, paper: 'medicines', ready: true } },
  'see-check': { may: workers, body: { ...day, check: 'food-hygiene' } },
  'sign-off': { may: workers, body: day },
  'end-sign-off': { may: workers, body: { ...day, reason: 'concern' } },
  list: { may: workers, body: { ...day, in: 'directory' } },
  delist: { may: workers, body: { ...day, in: 'directory', reason: 'concern' } },
  'need-training': { may: workers, body: { ...day, skill: 'first-aid' } },
  'finish-training': { may: workers, body: { ...day, skill: 'first-aid' } },
  'tell-attribute': { may: workers, body: { ...day, attribute: 'languages', codes: ['polish'] } },
  'set-price': { may: workers, body: { ...day, pencePerHour: 2200 } },
  'tell-offer': { may: workers, body: { ...day, services: [] } },
  'offer-handover': { may: workers, body: { ...day, to: anId } },
  'accept-handover': { may: workers, body: day },
  'decline-handover': { may: workers, body: day },
  'link-document': {
    may: workers,
    body: { ...day, document: 'letter', title: 'Plan', link: 'https://contoso.sharepoint.com/s/a/plan.docx' },
  },
  'check-in': { may: followers, body: { ...day, answer: 'trading', told: 'they-did' } },
  'tell-change': { may: followers, body: { ...day, what: 'new-price' } },
  'set-task': { may: followers, body: { ...day, about: 'visit', dueOn: daysOn(60) } },
  'do-task': { may: followers, body: { ...day, task: 'first-visit' } },
  'put-off-task': { may: followers, body: { ...day, task: 'first-visit', until: daysOn(60), why: 'away' } },
  'put-off': { may: followers, body: { ...day, need: 'silent', until: daysOn(60), why: 'away' } },
  'overrule-gate': { may: 'administrator lead', body: { ...day, gate: 'list' } },
  // Nothing is recorded under that number here: what there is to undo is looked at apart.
  undo: { may: followers, body: { of: 9_999_999 } },
  withdraw: { may: workers, body: { of: '1.0', reason: 'wrong-date' } },
  replace: { may: workers, body: { ...day, of: '1.0', reason: 'wrong-date' } },
}
