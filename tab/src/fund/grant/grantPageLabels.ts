import type { GrantStep } from '#domain/grantRules.ts'
import type { FlagQuestion, flagAnswers } from '#domain/grantVocabulary.ts'
import type { GrantStepKind } from '#domain/grantSteps.ts'

/** Words of a grant's page. Each is read there, and on no other page. */

/** The steps of the strip, each by another person. */
export const stripLabels = {
  recommend: 'Recommend',
  assess: 'Assess',
  decide: 'Decide',
  verify: 'Check bank details',
  pay: 'Pay',
} as const
export type StripStep = keyof typeof stripLabels

/** What waits, as the heading over it. */
export const waitingLabels = {
  recommend: 'Answer what was asked',
  assess: 'Assess',
  decide: 'Decision',
  offer: 'Send the offer',
  accept: 'Their yes',
  verify: 'Check the bank details',
  pay: 'Payment',
  evidence: 'Receipts',
  close: 'Close it',
} satisfies Record<GrantStep, string>

/** What somebody else must do, at the end of a sentence. */
export const mustLabels = {
  recommend: 'answer it',
  assess: 'assess it',
  decide: 'decide',
  offer: 'send the offer',
  accept: 'record their answer',
  verify: 'check the bank details',
  pay: 'pay it',
  evidence: 'record the receipts',
  close: 'close it',
} satisfies Record<GrantStep, string>

/** Why one may not, at the start of a sentence. */
export const boundLabels = {
  'works-on-it': 'You work with them',
  'has-interest': 'You have an interest in this',
  'recommended-it': 'You recommended this',
  'assessed-it': 'You assessed this',
  'decided-it': 'You decided this',
  'verified-it': 'You checked the bank details',
  'paid-it': 'You paid this',
  'changed-fund': 'You changed this fund',
  'overruled-gate': 'You went on without a check',
  'overruled-asking': 'You went on without a check',
} as const

export const outcomeLabels = {
  less: 'Yes, but less',
  'ask-for-more': 'Ask for more',
  no: 'No',
} as const

/** Under the Act their yes comes in writing. What is not here yet is not recorded. */
export const inWriting = {
  lead: 'It is the part of our letter that they sign and send back.',
  save: 'I have their signed answer',
  notYet: 'Record it when it is here. Until then nothing is saved.',
} as const

export const signedLabels = {
  'no-other-help': 'Yes, and they had no other help of this kind',
  'other-help': 'Yes, and they had other help of this kind',
  'not-yet': 'Not yet',
} as const

/** What a form asks over its boxes, and what its button says. */
export const stepLabels = {
  'assess-grant': { name: 'Assess', save: 'Save my assessment', lead: '' },
  'decide-grant': { name: 'Decide', save: 'Record the decision', lead: '' },
  'offer-grant': { name: 'Send the offer', save: 'The offer was sent', lead: 'Copy the letter, send it, and say so here.' },
  'accept-grant': { name: 'Their yes', save: 'They said yes', lead: '' },
  'verify-grant': {
    name: 'Check the bank details',
    save: 'The bank details were checked',
    lead: 'We never keep bank details here. Finance keeps them.',
  },
  'pay-grant': { name: 'Payment', save: 'It was paid', lead: 'We never keep bank details here. Finance keeps them.' },
  'see-evidence': { name: 'Receipts seen', save: 'I saw the receipts', lead: '' },
  'take-back-unspent': { name: 'Unspent money came back', save: 'It came back', lead: 'It can be granted to others again.' },
  'ask-grant-back': { name: 'Ask money back', save: 'Ask it back', lead: 'Say so here, and write to them as well.' },
  'recover-grant': { name: 'Money they paid back', save: 'It came back', lead: 'This is money that we had asked for.' },
  'write-off-grant': { name: 'Write money off', save: 'Write it off', lead: 'We asked for it and will not get it. It stays spent.' },
  'close-grant': { name: 'Close the grant', save: 'Close it', lead: 'Then they can ask for the next one.' },
  'declare-interest': {
    name: 'I have an interest',
    save: 'Yes, I have an interest',
    lead: 'You know them, or you gain if they do well. Then someone else settles their grants. This cannot be taken back.',
  },
} satisfies Record<GrantStepKind, { name: string; save: string; lead: string }>

/** The boxes of the steps. Each is read by the grant's page, its ledger and its letters. */
export const boxLabels = {
  recommends: 'Do you recommend it?',
  howMuch: 'How much?',
  whyRecommend: 'Why, or why not?',
  whyWaived: 'Why can it go on without this?',
  decide: 'What do you decide?',
  less: 'How much instead?',
  reasons: 'Reasons. They may see these, and so may anyone who asks.',
  reasonsHint: 'Write no names.',
  askFor: 'What do you ask for?',
  present: 'Who was there?',
  interested: 'Did any of them have an interest?',
  offered: 'When was it sent?',
  accepted: 'When did they say yes?',
  signed: 'Do you have their signed answer?',
  cameOn: 'What day did it come?',
  earlier: 'How much other help of this kind did they have?',
  accountHow: 'How did finance check their bank account?',
  accountOn: 'When did finance check it?',
  paid: 'How much was paid?',
  paidOn: 'When was it paid?',
  reference: 'Payment reference',
  referenceHint: 'As in your finance system. No sort code, no account number.',
  referenceFault: 'Letters and digits, 2 to 24. We keep no bank details.',
  receipts: 'Receipts for how much?',
  receiptsNote: 'What did you see?',
  cameBack: 'How much came back?',
  askBack: 'How much do we ask back?',
  why: 'Why?',
  askBackNote: 'What went wrong?',
  writeOff: 'How much is written off?',
  writeOffNote: 'Why will it not come back?',
  closeNote: 'Anything to note?',
  when: 'When?',
} as const

export const flagAnswerLabels = {
  no: 'No',
  yes: 'Yes',
  'not-known': 'Not known',
} satisfies Record<(typeof flagAnswers)[number], string>

/** What a flag says on the page: it is something to think about, and refuses nothing. */
export const raisedLabels = {
  'same-household': 'Someone else in their home has had a grant.',
  'council-debt': 'They owe the council money.',
} satisfies Record<FlagQuestion, string>

export const notKnownLabels = {
  'same-household': 'Nobody knows yet whether someone else in their home has had a grant.',
  'council-debt': 'Nobody knows yet whether they owe the council money.',
} satisfies Record<FlagQuestion, string>

export const pageLabels = {
  fund: 'Fund',
  whatFor: 'What it is for',
  fills: 'Fills the gap',
  enterprise: 'Enterprise',
  openRecord: 'Open their record',
  why: 'Why',
  rules: 'The rules of this fund',
  notSaid: 'Not said yet',
  toThink: 'Think about this first',
  thinkNote: 'These do not stop a grant.',
  letters: 'The three letters',
  panel: 'The panel',
  inTheWay: 'In the way of paying',
  hidden: 'Hidden while names are hidden.',
  gone: 'These words were removed.',
  assessment: 'What the assessor says',
  soFar: 'What happened so far',
  more: 'Something else happened',
  cancel: 'Not now',
  interest: 'I have an interest',
  mayRead: 'You can read all of it.',
  bound: 'Administrators are bound by the same rule.',
  nobody: 'Nobody here can yet. Ask the lead to give someone that role.',
  over: 'Nothing is left to do.',
  copyOffer: 'Copy the letter',
  copyPayment: 'Copy the payment note',
  copied: 'Copied',
  changed: 'Your words are safe. Look at what is new, then save again.',
  look: 'Show what is new',
} as const

/** The recommendation, a form for a phone. */
export const recommendLabels = {
  title: 'Recommend a grant',
  again: 'Recommend again',
  answerIt: 'Answer and send it again',
  fund: 'Which fund?',
  amount: 'How much?',
  gap: 'Which gap does it fill?',
  purpose: 'What is it for?',
  purposeHint: 'Say what it buys, and for how much. Name nobody they help.',
  why: 'Why? One sentence.',
  save: 'Recommend it',
  asked: 'More was asked for',
  notYours: 'You cannot recommend a grant here',
  notYoursWords: 'Your role does not. The catalyst who works with them can.',
  noFund: 'There is no fund yet',
  noFundWords: 'The lead adds it on the Fund page.',
  over: 'The fund that was here has ended',
  overWords: 'A fund takes grants between its first and its last day.',
} as const
