import { formOf } from './cohortMembers.ts'
import type { CqcAnswers } from './cqcCheckSchemas.ts'
import type { SupportCase } from './supportCase.ts'
import type { LegalForm, ScopingOutcome } from './vocabulary.ts'

/**
 * The CQC check: questions as data, and what the answers come to. It is a guide and no determination: CQC decides.
 * Source: Health and Social Care Act 2008 (Regulated Activities) Regulations 2014 (SI 2014/2936), regulation 2 and Schedule 1,
 * paragraphs 1 and 2; CQC, "Personal care: ongoing role and control of service, introductory agencies and individual care workers"
 * (26 May 2022); CQC, "Personal care" (29 January 2025); CQC, "Who has to register?" (22 February 2024).
 */

/** The questions, in the order in which they are asked. Two of them settle most checks; all twelve are asked of very few. */
export const cqcQuestions = [
  'personalCare',
  'otherActivity',
  'unableThemselves',
  'whereTheyLive',
  'onePersonGivesAll',
  'takenOnBy',
  'inCharge',
  'agencyStays',
  'onlyIntroduces',
  'form',
  'commissioned',
  'children',
] as const satisfies readonly Exclude<keyof CqcAnswers, 'version'>[]
export type CqcQuestion = (typeof cqcQuestions)[number]

/** Answers while they are given: any of them may still be open. */
export type CqcAnswersSoFar = { readonly [Q in CqcQuestion]?: CqcAnswers[Q] | undefined }

/**
 * What an answer says, by paragraph 1 of Schedule 1.
 * `within` and `outside`: 1(1), personal care for persons who, by reason of old age, illness or disability, are unable to provide it for
 * themselves, given where they are living. `other`: another activity may be regulated, such as nursing, or a home with care (paragraph 2).
 * `fits`: as in 1(3)(c), one carer, taken on by an individual or a related third party, with no agency, wholly under their direction and
 * control. `against`: 1(3)(c) cannot hold. `introduces`: 1(3)(b), no ongoing role. `unclear`: the words of the law do not settle it.
 */
type Meaning = 'within' | 'outside' | 'other' | 'fits' | 'against' | 'introduces' | 'unclear'

const meanings: { readonly [Q in CqcQuestion]: Readonly<Record<Exclude<NonNullable<CqcAnswers[Q]>, 'not-sure'>, Meaning>> } = {
  personalCare: { yes: 'within', no: 'outside' },
  otherActivity: { yes: 'other', no: 'fits' },
  unableThemselves: { yes: 'within', no: 'outside' },
  whereTheyLive: { yes: 'within', no: 'outside' },
  // "Carer" is an individual: who sends a second worker, or a stand-in, is more than one.
  onePersonGivesAll: { yes: 'fits', no: 'against' },
  // A related third party: parental responsibility, power of attorney or other lawful authority, or a trust for one person.
  takenOnBy: { person: 'fits', attorney: 'fits', 'other-family': 'unclear', 'council-or-nhs': 'against', agency: 'unclear' },
  inCharge: { yes: 'fits', no: 'against' },
  agencyStays: { yes: 'unclear', no: 'fits' },
  onlyIntroduces: { yes: 'introduces', no: 'against' },
  // "Employed" includes a contract for services (regulation 2), so that a self-employed person can be such a carer; no other form can.
  form: {
    sole_trader: 'fits',
    partnership: 'against',
    limited_company: 'against',
    guarantee_company: 'against',
    cic: 'against',
    cio: 'against',
    charity: 'against',
    cooperative_society: 'against',
    community_benefit_society: 'against',
    llp: 'against',
    unincorporated_association: 'against',
  },
  commissioned: { yes: 'against', no: 'fits' },
  children: { yes: 'unclear', no: 'fits' },
}

/** What one answer gave to the outcome. */
export type Says = Meaning | 'not-sure' | 'not-answered'
export type CqcReason = { question: CqcQuestion; says: Says }

/** What a check can come to; an older record's "reported" outcomes have no answers behind them. */
export type CheckOutcome = Exclude<ScopingOutcome, 'reported-needed' | 'reported-not-needed'>

/** What the answers come to, the answers that decide it, and what we are not sure about. */
export type Checked = { outcome: CheckOutcome; reasons: readonly CqcReason[]; notSureOf: readonly CqcQuestion[] }

/**
 * The questions that are asked, given the answers so far. "No" to the first two ends the check; so does an answer that takes the help
 * outside paragraph 1(1) altogether. Whether they only introduce carers is asked where that could be all that is left.
 */
export function questionsAsked(answers: CqcAnswersSoFar): CqcQuestion[] {
  const asked: CqcQuestion[] = ['personalCare', 'otherActivity']
  if (answers.personalCare === undefined || answers.personalCare === 'no') return asked
  asked.push('unableThemselves')
  if (answers.unableThemselves === 'no') return asked
  asked.push('whereTheyLive')
  if (answers.whereTheyLive === 'no') return asked
  asked.push('onePersonGivesAll', 'takenOnBy', 'inCharge', 'agencyStays')
  if (mayOnlyIntroduce(answers)) asked.push('onlyIntroduces')
  asked.push('form', 'commissioned', 'children')
  return asked
}

const mayOnlyIntroduce = ({ onePersonGivesAll, takenOnBy, inCharge, agencyStays }: CqcAnswersSoFar): boolean =>
  onePersonGivesAll === 'no' && (takenOnBy === 'person' || takenOnBy === 'attorney') && inCharge === 'yes' && agencyStays === 'no'

/** The answers to the questions that were asked, and to no other. */
export function answersAsked(answers: CqcAnswersSoFar): CqcAnswersSoFar {
  return Object.fromEntries(questionsAsked(answers).flatMap(question => (answers[question] ? [[question, answers[question]]] : [])))
}

function saysOf(question: CqcQuestion, answers: CqcAnswersSoFar): Says {
  const answer = answers[question]
  if (answer === undefined) return 'not-answered'
  if (answer === 'not-sure') return 'not-sure'
  return (meanings[question] as Readonly<Record<string, Meaning>>)[answer] ?? 'unclear'
}

const isOpen = ({ says }: CqcReason): boolean => says === 'not-answered' || says === 'not-sure' || says === 'unclear'

/**
 * What the answers come to. Anything that is not clean goes to CQC, and never to "not needed": an answer that is missing, that is
 * "not sure", or that the law does not settle. `onRecord` is the legal form that the record knows: a form that is not self-employed
 * counts whatever was answered, and where nothing was answered the record's counts.
 */
export function outcomeOf(answers: CqcAnswersSoFar, onRecord?: LegalForm): Checked {
  const form = onRecord && onRecord !== 'sole_trader' ? onRecord : (answers.form ?? onRecord)
  const given = { ...answers, form }
  const reasons = questionsAsked(given).map(question => ({ question, says: saysOf(question, given) }))
  const saying = (...wanted: readonly Says[]): CqcReason[] => reasons.filter(({ says }) => wanted.includes(says))
  const open = reasons.filter(isOpen)
  const other = saying('other')
  // Of what may be regulated besides personal care, only CQC can say.
  const unlessOther = (outcome: CheckOutcome, because: readonly CqcReason[]): Checked =>
    other.length > 0 ? checked('other-activity', [...other, ...open]) : checked(outcome, because)

  if (open.length > 0) return unlessOther('refer-to-cqc', open)
  const outside = saying('outside')
  if (outside.length > 0) return unlessOther('not-personal-care', [...outside, ...reasons.filter(isOtherActivity)])
  const against = saying('against')
  const introduces = saying('introduces')
  if (introduces.length > 0) {
    // That others give the care, and that the introducer is a company, is what introducing means. Being paid by the council to do it is not.
    const unfit = against.filter(({ question }) => question !== 'onePersonGivesAll' && question !== 'form')
    return unfit.length > 0 ? unlessOther('refer-to-cqc', unfit) : unlessOther('introduction-1-3-b', introduces)
  }
  if (against.length > 0) return checked('required', against)
  return unlessOther('individual-1-3-c', saying('fits'))
}

const isOtherActivity = ({ question }: CqcReason): boolean => question === 'otherActivity'

const checked = (outcome: CheckOutcome, reasons: readonly CqcReason[]): Checked => ({
  outcome,
  reasons,
  notSureOf: outcome === 'refer-to-cqc' || outcome === 'other-activity' ? reasons.map(({ question }) => question) : [],
})

/** The four plain answers on the screen. */
export type PlainAnswer = 'not-personal-care' | 'probably-not-needed' | 'must-register' | 'ask-cqc'

/** Which of the four an outcome is shown as. */
export const plainAnswerOf = {
  'not-personal-care': 'not-personal-care',
  'individual-1-3-c': 'probably-not-needed',
  'introduction-1-3-b': 'probably-not-needed',
  required: 'must-register',
  'other-activity': 'ask-cqc',
  'refer-to-cqc': 'ask-cqc',
  'reported-needed': 'must-register',
  'reported-not-needed': 'probably-not-needed',
} as const satisfies Record<ScopingOutcome, PlainAnswer>

/**
 * What the record knows already, so that it need not be asked again: the legal form; council work, from numbers that show some or from the
 * last check; children, from the last check. What was not sure then, or has changed since, is not known.
 */
export function knownForCheck(supportCase: SupportCase): Pick<CqcAnswersSoFar, 'form' | 'commissioned' | 'children'> {
  const { scoping, careReturns } = supportCase
  const before = scoping.state === 'recorded' ? scoping.answers : undefined
  const raised = scoping.state === 'recorded' ? scoping.raisedBy : []
  const hasContract = (careReturns.at(-1)?.paid?.councilContract ?? 0) > 0
  const tookWork = raised.some(raise => raise.because === 'changed' && raise.what === 'took-council-work')
  return {
    form: formOf(supportCase.constitution),
    commissioned: hasContract ? 'yes' : tookWork ? undefined : sure(before?.commissioned),
    children: sure(before?.children),
  }
}

const sure = (answer: 'yes' | 'no' | 'not-sure' | undefined): 'yes' | 'no' | undefined => (answer === 'not-sure' ? undefined : answer)
