import type { CommandKind } from '#domain/commandSchemas.ts'
import type { Journey } from '../builders.ts'
import { toPence } from '#domain/quantities.ts'
import { anEnquiry, cqcAnswers, ids, supported, trading } from '../builders.ts'

const [withGrant, paused, stopped] = [supported().granted('2015-02-01'), supported().paused('2015-02-01'), trading().stopped('2016-01-10')]
const withYes = trading().happened('permission-given', '2015-09-01', { use: 'story' })
const signedOff = trading().happened('signed-off', '2015-09-01', {})
const listed = trading().happened('listed', '2015-09-01', { in: 'directory' })
const offered = trading().happened('handover-offered', '2015-09-01', { to: ids.payer })
const { grant: grantId, pot } = ids
const asked = { grantId, pot, number: 7, pence: toPence(500_00), gap: 'respite' } as const
const recommended = supported().happened('grant-recommended', '2015-02-01', asked)
const agreed = recommended.happened('grant-decided', '2015-02-05', { grantId, pence: toPence(450_00), gap: 'respite' })
const offeredGrant = agreed.happened('grant-offered', '2015-02-06', { grantId })
const paidOut = offeredGrant.happened('grant-accepted', '2015-02-08', { grantId }).paid('2015-02-10', 450_00)
const askedBack = paidOut.happened('grant-asked-back', '2015-06-01', { grantId, pence: toPence(90_00), reason: 'stopped' })
const account = { how: 'payee-check', checkedOn: '2015-09-30' } as const
const happenedOn = '2015-10-01'
const textId = ids.text

/** One command of each kind on a record where it makes sense, and the one fact that it adds on its day. */
export const commandExamples: Record<CommandKind, [Journey, object, object]> = {
  accept: [anEnquiry(), { origin: 'spin-out' }, { kind: 'accepted', data: { origin: 'spin-out', textId } }],
  'advise-only': [anEnquiry(), {}, { kind: 'advised-only', data: { textId } }],
  decline: [anEnquiry(), { reason: 'not-care' }, { kind: 'declined', data: { reason: 'not-care', textId } }],
  assign: [supported(), { catalyst: ids.catalyst }, { kind: 'assigned', data: { catalyst: ids.catalyst } }],
  'agree-idea': [supported(), { shapedWithPeople: true }, { kind: 'idea-agreed', data: { shapedWithPeople: true, textId } }],
  'choose-form': [supported(), { form: 'cio' }, { kind: 'form-chosen', data: { form: 'cio' } }],
  constitute: [supported(), { form: 'sole_trader' }, { kind: 'constituted', data: { form: 'sole_trader' } }],
  'record-scoping': [
    supported(),
    { outcome: 'required', answers: cqcAnswers.twoPeople, trueFrom: '2015-09-28' },
    { kind: 'scoped', data: { outcome: 'required', answers: cqcAnswers.twoPeople, trueFrom: '2015-09-28', textId } },
  ],
  'advance-registration': [
    supported(),
    { to: 'registered', providerId: '1-101614751', locationIds: ['1-2000000001'] },
    { kind: 'registration-moved', data: { to: 'registered', providerId: '1-101614751', locationIds: ['1-2000000001'], textId } },
  ],
  'award-grant': [
    supported(),
    { pence: 500_00, gap: 'respite' },
    { kind: 'grant-decided', data: { grantId: ids.grant, pence: 500_00, gap: 'respite', textId } },
  ],
  'recommend-grant': [
    supported(),
    { pot, pence: 500_00, gap: 'respite', flags: { 'council-debt': 'yes' }, purpose: 'A hoist', why: 'Nobody else lifts' },
    {
      kind: 'grant-recommended',
      data: { grantId, pot, number: 7, pence: 500_00, gap: 'respite', flags: { 'council-debt': 'yes' }, textId },
    },
  ],
  'assess-grant': [
    recommended,
    { grantId, pence: 450_00, recommends: true, rules: [{ rule: 'local', result: 'pass' }], note: 'It stands' },
    {
      kind: 'grant-assessed',
      data: { grantId, pence: 450_00, recommends: true, rules: [{ rule: 'local', result: 'pass' }], textId },
    },
  ],
  // The gap is the one that was recommended.
  'decide-grant': [
    recommended,
    { grantId, outcome: 'yes', pence: 450_00, note: 'Agreed' },
    { kind: 'grant-decided', data: { grantId, pence: 450_00, gap: 'respite', textId } },
  ],
  'offer-grant': [agreed, { grantId }, { kind: 'grant-offered', data: { grantId } }],
  'accept-grant': [
    offeredGrant,
    { grantId, confirmed: true, earlierPence: 1_000_00 },
    { kind: 'grant-accepted', data: { grantId, confirmed: true, earlierPence: 1_000_00 } },
  ],
  'verify-grant': [agreed, { grantId, account }, { kind: 'grant-verified', data: { grantId, account } }],
  'see-evidence': [paidOut, { grantId, pence: 100_00 }, { kind: 'grant-evidence-seen', data: { grantId, pence: 100_00, textId } }],
  'take-back-unspent': [
    paidOut,
    { grantId, pence: 12_34, reference: 'CR-0071' },
    { kind: 'grant-returned', data: { grantId, pence: 12_34, reference: 'CR-0071' } },
  ],
  'ask-grant-back': [
    paidOut,
    { grantId, pence: 90_00, reason: 'stopped', note: 'They took a job' },
    { kind: 'grant-asked-back', data: { grantId, pence: 90_00, reason: 'stopped', textId } },
  ],
  'recover-grant': [askedBack, { grantId, pence: 40_00 }, { kind: 'grant-clawed-back', data: { grantId, pence: 40_00 } }],
  'write-off-grant': [
    askedBack,
    { grantId, pence: 90_00, note: 'Not to be had' },
    { kind: 'grant-written-off', data: { grantId, pence: 90_00, textId } },
  ],
  'close-grant': [
    paidOut,
    { grantId, why: 'settled-otherwise' },
    { kind: 'grant-closed', data: { grantId, why: 'settled-otherwise', textId } },
  ],
  'declare-interest': [supported(), { person: ids.payer }, { kind: 'interest-declared', data: { person: ids.payer } }],
  'pay-grant': [withGrant, { grantId: ids.grant, pence: 300_00 }, { kind: 'grant-paid', data: { grantId: ids.grant, pence: 300_00 } }],
  'begin-trading': [supported(), {}, { kind: 'trading-began', data: {} }],
  'answer-check-in': [
    trading(),
    { month: 6, answer: 'trading' },
    { kind: 'check-in-answered', data: { month: 6, answer: 'trading', textId } },
  ],
  'miss-check-in': [trading(), { month: 6 }, { kind: 'check-in-missed', data: { month: 6 } }],
  'record-care-return': [trading(), { jobs: 2, people: 0 }, { kind: 'care-return', data: { jobs: 2, people: 0 } }],
  'log-contact': [
    trading(),
    { reached: true, heard: 'trading', channel: 'group', session: 'meet-up', minutes: 20 },
    { kind: 'contact', data: { reached: true, heard: 'trading', channel: 'group', session: 'meet-up', minutes: 20, textId } },
  ],
  pause: [trading(), {}, { kind: 'paused', data: { textId } }],
  resume: [paused, {}, { kind: 'resumed', data: {} }],
  stop: [trading(), { ending: 'took-job' }, { kind: 'stopped', data: { ending: 'took-job', textId } }],
  'leave-sight': [trading(), { leaving: 'moved-away' }, { kind: 'left-sight', data: { leaving: 'moved-away', textId } }],
  reopen: [trading().stopped('2015-09-01'), {}, { kind: 'reopened', data: { textId } }],
  'check-in': [
    trading(),
    { answer: 'not-yet-trading', told: 'they-did' },
    { kind: 'contact', data: { reached: true, heard: 'not-yet-trading', channel: 'call', textId } },
  ],
  'tell-privacy': [anEnquiry(), { how: 'by-phone' }, { kind: 'told-privacy', data: { how: 'by-phone' } }],
  'give-permission': [
    trading(),
    { use: 'story', places: ['report'], until: '2017-10-01' },
    { kind: 'permission-given', data: { use: 'story', places: ['report'], until: '2017-10-01' } },
  ],
  'end-permission': [withYes, { use: 'story' }, { kind: 'permission-ended', data: { use: 'story' } }],
  'count-members': [
    trading(),
    { people: 4, families: 2, workers: 3, volunteers: 0 },
    { kind: 'members-counted', data: { people: 4, families: 2, workers: 3, volunteers: 0 } },
  ],
  'class-ownership': [trading(), { ownership: 'worker' }, { kind: 'ownership-classed', data: { ownership: 'worker', textId } }],
  'tick-paper': [trading(), { paper: 'medicines', ready: true }, { kind: 'paper-ready', data: { paper: 'medicines', ready: true } }],
  'tell-change': [trading(), { what: 'new-price' }, { kind: 'changed', data: { what: 'new-price' } }],
  'see-check': [
    trading(),
    { check: 'food-hygiene', until: '2018-10-01' },
    { kind: 'check-seen', data: { check: 'food-hygiene', until: '2018-10-01', textId } },
  ],
  'sign-off': [trading(), {}, { kind: 'signed-off', data: { textId } }],
  'end-sign-off': [signedOff, { reason: 'concern' }, { kind: 'sign-off-ended', data: { reason: 'concern', textId } }],
  list: [trading(), { in: 'directory', directory: 'county' }, { kind: 'listed', data: { in: 'directory', directory: 'county', textId } }],
  delist: [
    listed,
    { in: 'directory', reason: 'they-asked' },
    { kind: 'delisted', data: { in: 'directory', reason: 'they-asked', textId } },
  ],
  'overrule-gate': [trading(), { gate: 'list' }, { kind: 'gate-overruled', data: { gate: 'list', textId } }],
  'need-training': [trading(), { skill: 'first-aid' }, { kind: 'training-needed', data: { skill: 'first-aid' } }],
  'finish-training': [
    trading(),
    { skill: 'first-aid', pence: 40_00, paidBy: 'programme' },
    { kind: 'training-done', data: { skill: 'first-aid', pence: 40_00, paidBy: 'programme' } },
  ],
  'tell-attribute': [
    trading(),
    { attribute: 'languages', codes: ['polish'] },
    { kind: 'attribute', data: { attribute: 'languages', codes: ['polish'], textId } },
  ],
  'set-price': [trading(), { pencePerHour: 22_00 }, { kind: 'price-set', data: { pencePerHour: 22_00 } }],
  'tell-offer': [
    trading(),
    { services: ['meals'], purposes: ['company'] },
    { kind: 'services-offered', data: { services: ['meals'], purposes: ['company'] } },
  ],
  'set-task': [
    trading(),
    { about: 'visit', dueOn: '2018-07-02', at: '10:30' },
    { kind: 'task-set', data: { task: ids.grant, about: 'visit', dueOn: '2018-07-02', at: '10:30', textId } },
  ],
  'do-task': [trading(), { task: 'first-visit' }, { kind: 'task-done', data: { task: 'first-visit' } }],
  'put-off-task': [
    trading(),
    { task: 'first-visit', until: '2018-07-02', why: 'away' },
    { kind: 'task-put-off', data: { task: 'first-visit', until: '2018-07-02', why: 'away' } },
  ],
  'put-off': [
    trading(),
    { need: 'silent', until: '2018-07-02', why: 'away' },
    { kind: 'put-off', data: { need: 'silent', until: '2018-07-02', why: 'away' } },
  ],
  'offer-handover': [trading(), { to: ids.payer }, { kind: 'handover-offered', data: { to: ids.payer } }],
  'accept-handover': [offered, {}, { kind: 'assigned', data: { catalyst: ids.payer } }],
  'decline-handover': [offered, {}, { kind: 'handover-declined', data: {} }],
  'link-document': [
    trading(),
    { document: 'letter', title: 'The letter', link: 'https://contoso.sharepoint.com/s/a/plan.docx' },
    { kind: 'document-linked', data: { document: 'letter', textId } },
  ],
  withdraw: [
    stopped,
    { of: stopped.idOf('stopped'), reason: 'did-not-happen' },
    { kind: 'withdraw', data: { of: stopped.idOf('stopped'), reason: 'did-not-happen', textId } },
  ],
  undo: [stopped, { of: stopped.facts.at(-1)?.n }, { kind: 'withdraw', data: { of: stopped.idOf('stopped'), reason: 'undone' } }],
  replace: [
    stopped,
    { of: stopped.idOf('stopped'), reason: 'wrong-date' },
    { kind: 'replace', data: { of: stopped.idOf('stopped'), reason: 'wrong-date', happenedOn, data: { ending: 'not-working' }, textId } },
  ],
}
