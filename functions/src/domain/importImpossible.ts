import { inWords } from './dayWords.ts'
import type { HappeningKind } from './facts.ts'
import type { Saying } from './importWords.ts'
import type { PlainDate } from './plainDate.ts'
import type { Impossible } from './supportCase.ts'

/** What each kind of entry is in a sentence of the form "… on 3 May 2014". Kinds that no file holds are in it for the cases that a file meets. */
const whatWords = {
  enquired: 'they got in touch',
  accepted: 'we took them on',
  'advised-only': 'we gave advice',
  declined: 'we said no',
  assigned: 'a worker was named',
  'idea-agreed': 'the idea was agreed',
  'form-chosen': 'a form was chosen',
  constituted: 'they set up',
  scoped: 'the CQC check was done',
  'registration-moved': 'CQC registration moved on',
  'grant-recommended': 'a grant was recommended',
  'grant-assessed': 'a grant was assessed',
  'grant-sent-back': 'a grant was sent back',
  'grant-turned-down': 'a grant was turned down',
  'grant-decided': 'a grant was agreed',
  'grant-offered': 'a grant was offered',
  'grant-accepted': 'a grant was accepted',
  'grant-verified': 'an account was checked',
  'grant-paid': 'a grant was paid',
  'grant-evidence-seen': 'receipts for a grant were seen',
  'grant-returned': 'unspent money came back',
  'grant-asked-back': 'money was asked back',
  'grant-clawed-back': 'money was recovered',
  'grant-written-off': 'money was written off',
  'grant-closed': 'a grant was closed',
  'trading-began': 'they began trading',
  'check-in-answered': 'a check-in was answered',
  'check-in-missed': 'a check-in was missed',
  'care-return': 'the numbers were told',
  contact: 'we spoke to them',
  paused: 'they paused',
  resumed: 'they went on',
  stopped: 'they closed',
  'left-sight': 'they moved away or asked not to be rung',
  reopened: 'they opened again',
  'price-set': 'a price was told',
  'services-offered': 'services were told',
  'areas-served': 'areas were told',
  'check-seen': 'a check was seen',
  'told-privacy': 'they were told how we use their details',
  'permission-given': 'they said yes',
  'permission-ended': 'they took a yes back',
  'members-counted': 'members were counted',
  'ownership-classed': 'ownership was classed',
  'paper-ready': 'a paper for CQC was ready',
  changed: 'something changed',
  'signed-off': 'they were signed off',
  'sign-off-ended': 'the sign-off ended',
  listed: 'they were listed',
  delisted: 'the listing ended',
  'gate-overruled': 'the lead went on without a check',
  'training-needed': 'training was needed',
  'training-done': 'training was done',
  attribute: 'a detail was told',
  'task-set': 'a to-do was set',
  'task-done': 'a to-do was done',
  'task-put-off': 'a to-do was put off',
  'put-off': 'something was put off',
  'handover-offered': 'the record was offered to a colleague',
  'handover-declined': 'a colleague said no to the record',
  'document-linked': 'a document was linked',
  'interest-declared': 'an interest was declared',
  'merged-into': 'it was merged with another record',
} as const satisfies Record<HappeningKind, string>

const sentenceOf = (what: HappeningKind, on: PlainDate): string => `${upperFirst(whatWords[what])} (${inWords(on)})`
const upperFirst = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** A history that cannot be, in words. */
export function impossibleInWords(about: Impossible): Saying {
  return { kind: about.kind, what: impossibleSentence(about) }
}

function impossibleSentence(about: Impossible): string {
  switch (about.kind) {
    case 'twice':
      return `${sentenceOf(about.what, about.on)}, but that is on record already (${inWords(about.firstOn)}).`
    case 'before-enquiry':
      return `${sentenceOf(about.what, about.on)} before they got in touch.`
    case 'stopped-before-trading':
      return `They closed before they began (${inWords(about.beganOn)}).`
    case 'after-the-end':
      return `${sentenceOf(about.what, about.on)} after they had closed (${inWords(about.endedOn)}).`
    case 'not-trading-yet':
      return `${sentenceOf(about.what, about.on)} before they began trading.`
    case 'not-paused':
      return `They went on (${inWords(about.on)}) without a pause.`
    case 'paused-already':
      return `They paused (${inWords(about.on)}) while they were paused already (${inWords(about.pausedOn)}).`
    case 'not-ended':
      return `They opened again (${inWords(about.on)}) though they had not closed.`
    case 'paid-without-decision':
      return `A grant was paid (${inWords(about.on)}) that nobody agreed.`
    case 'paid-before-decision':
      return `A grant was paid (${inWords(about.on)}) before it was agreed (${inWords(about.decidedOn)}).`
    case 'paid-more-than-decided':
      return `More was paid (${inWords(about.on)}) than was agreed.`
    case 'no-such-grant':
      return `${sentenceOf(about.what, about.on)}, but there was no such grant.`
    case 'grant-not-there-yet':
      return `${sentenceOf(about.what, about.on)} out of its order.`
    case 'back-more-than-paid':
      return `More came back (${inWords(about.on)}) than was paid.`
    case 'not-registered':
      return `They left the CQC register (${inWords(about.on)}) without being on it.`
    case 'nothing-to-end':
      return `${sentenceOf(about.what, about.on)}, but there was nothing to end.`
    case 'merged-already':
      return `It was merged (${inWords(about.on)}) though it had been merged already.`
  }
}
