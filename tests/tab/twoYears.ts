import { callOf } from '#domain/call.ts'
import { day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import { toMinutes } from '#domain/quantities.ts'
import { dbsFields, dbsStart } from '#tab/checks/DbsDialog.tsx'
import { checkFields, sameAnswers, startOf } from '#tab/cqcCheck/checkFields.ts'
import { enquiryFields, enquiryStart } from '#tab/enquiry/enquiryFields.ts'
import { triageFields, triageStart } from '#tab/enquiry/triage.ts'
import { broughtAlong, contactStart } from '#tab/enterprise/contactFields.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import { stepFields } from '#tab/enterprise/steps.ts'
import type { Choices } from '#tab/enterprise/useChoices.ts'
import { usualChoices } from '#tab/enterprise/useChoices.ts'
import { stepStart } from '#tab/enterprise/useStep.ts'
import { callFields, callStart } from '#tab/followUp/callFields.ts'
import { smallForms } from '#tab/followUp/smallForms.ts'
import { taskFields } from '#tab/today/AddTaskForm.tsx'
import { contactWithNext } from '#tab/today/ContactForm.tsx'
import { rowAction } from '#tab/today/rowActions.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Field } from '#tab/ui/fields.ts'
import { openPots, recommendFields, recommendStart } from '#tab/fund/grant/recommendFields.ts'
import { stepFields as grantFields, stepStart as grantStart } from '#tab/fund/grant/stepFields.ts'
import type { GrantStepKind } from '#domain/grantSteps.ts'
import type { Journey } from '../builders.ts'
import { cqcAnswers, supported, trading } from '../builders.ts'
import { decided, offered, paid, seen } from '../domain/grantStories.ts'
import { answerOf, potAnswer, today as grantDay } from './grantAnswers.ts'

/**
 * Two years of a typical sole trader, as the forms that her catalyst fills in: someone who gives personal care by herself, is taken on
 * as new, is insured and checked, begins to trade, gets a small grant, and is rung every month. Written down so that its boxes can be counted.
 */

/** A form that is filled in: what it asks, what stands in it when it opens, what the catalyst gives, and which boxes she passes by. */
export type Filled = {
  work: string
  form: string
  times: number
  fields: readonly Field[]
  /** From the code that opens the form, never from here. */
  start: Words
  typed: Words
  passedBy?: readonly string[]
  /** One tap in place of the boxes. */
  button?: string
  /** All of it stands there already, so that it is looked at and saved. */
  standsThere?: boolean
}

const today = day('2015-05-06')
const supportedNow = supported().asAt()
const programme = { areas: [{ id: 'north', name: 'North' }], formerAreas: [] }

const step = (
  work: string,
  kind: StepKind,
  typed: Words,
  more: Partial<Filled> & { opens?: Words; as?: typeof supportedNow; choices?: Choices } = {},
): Filled => {
  const { opens = {}, as = supportedNow, choices = usualChoices, ...rest } = more
  const [fields, start] = [stepFields(kind, as, choices), stepStart(kind, opens, as, today, choices)]
  return { work, form: kind, times: 1, fields, start, typed, ...rest }
}

const anywhere = (): boolean => true
/** What the button of a row of Today puts into its form. */
const fromToday = (check: string): Words => {
  const action = rowAction([{ kind: 'check', on: today, check, ends: true }], '', anywhere)
  return action.form === 'step' ? action.start : {}
}

const arrival: Filled[] = [
  {
    work: 'Enquiry, triage, idea',
    form: 'New enquiry',
    times: 1,
    fields: enquiryFields(programme),
    start: enquiryStart(today),
    typed: {
      name: 'Anna Lee',
      phone: '01632 960001',
      wants: 'Help people to wash and dress.',
      area: 'north',
      heardOf: 'word-of-mouth',
      lastJob: 'home-care',
      told: 'by-phone',
    },
    // She is rung at once: the decision is made in the same sitting.
    passedBy: ['email', 'postcode', 'next'],
  },
  {
    work: 'Enquiry, triage, idea',
    form: 'Answer the enquiry',
    times: 1,
    fields: triageFields([]),
    start: triageStart(today),
    typed: { decision: 'accept', origin: 'new' },
    passedBy: ['note'],
  },
  step('Enquiry, triage, idea', 'agree-idea', { shapedWithPeople: 'yes', note: 'Mornings, near the coast.' }),
]

const setUp = step('Set up', 'constitute', { form: 'sole_trader', happenedOn: '1/4' })

const { version: _version, form: _form, ...questions } = cqcAnswers.onePerson
const setUpNow = supported().constituted('2015-04-01').asAt()
const checkedBefore = trading().happened('scoped', '2015-04-02', { outcome: 'individual-1-3-c', answers: cqcAnswers.onePerson }).asAt()
/** The last day of the journey's forms on which a day is read. */
export const aYearOn = day('2016-05-06')

const cqc: Filled[] = [
  {
    work: 'CQC check, and again after 12 months',
    form: 'CQC check',
    times: 1,
    fields: checkFields,
    start: startOf(setUpNow, today),
    typed: questions,
    passedBy: ['note'],
  },
  {
    work: 'CQC check, and again after 12 months',
    form: 'CQC check again',
    times: 1,
    fields: checkFields,
    // One tap puts the last answers there, to be looked at and signed.
    start: { ...startOf(checkedBefore, aYearOn), ...sameAnswers(checkedBefore, aYearOn) },
    typed: {},
    button: 'Nothing has changed',
    passedBy: ['note'],
  },
]

const checks: Filled[] = [
  step(
    'Checks and sign-off',
    'see-check',
    { until: '5/5' },
    { opens: fromToday('public-liability'), passedBy: ['note'], times: 3, form: 'Insurance, and renewed twice' },
  ),
  {
    work: 'Checks and sign-off',
    form: 'DBS check seen',
    times: 1,
    fields: dbsFields,
    start: dbsStart(today),
    typed: { level: 'enhanced', decision: 'go-on' },
    passedBy: ['issuedOn', 'lookAgainOn'],
  },
  step(
    'Checks and sign-off',
    'see-check',
    { happenedOn: '1/5' },
    { opens: fromToday('safeguarding-training'), passedBy: ['until', 'note'], times: 2, form: 'Safeguarding training, HMRC letter' },
  ),
  step('Checks and sign-off', 'sign-off', { until: '6/5' }, { passedBy: ['note'] }),
  step('Checks and sign-off', 'list', { in: 'directory' }, { passedBy: ['note'] }),
]

const inTheNorth = supported().putRight('enquired', '2015-01-05', { reference: 'LM-001', area: 'north' }).asAt()
const ours: Choices = { ...usualChoices, areas: ['north'], services: ['personal-care', 'company'] }
const inNeed = trading().happened('training-needed', '2015-03-02', { skill: 'first-aid' }).asAt()
const workforce: Filled[] = [
  step('Workforce, languages, training', 'need-training', { skill: 'first-aid' }),
  step('Workforce, languages, training', 'finish-training', { pence: '40', paidBy: 'programme' }, { as: inNeed }),
  step('Workforce, languages, training', 'tell-attribute', { attribute: 'languages', codes: 'polish' }, { passedBy: ['note'] }),
  // The area that she comes from is ticked already.
  step(
    'Workforce, languages, training',
    'tell-offer',
    { services: 'personal-care', pencePerHour: '22' },
    { as: inTheNorth, choices: ours, passedBy: ['purposes', 'spareMinutes'] },
  ),
]

const contact = (tapped: Words): Pick<Filled, 'fields' | 'start'> => {
  const brought = Object.entries(tapped).map(([name, text]) => broughtAlong(name, text, {}))
  const start = Object.assign({}, contactStart('call', today), ...brought) as Words
  return { fields: contactWithNext(supportedNow, { ...start, ...tapped }), start }
}
const heard = { heard: 'trading' }
const nobody = { reached: 'no' }
const contacts: Filled[] = [
  {
    work: '24 contacts',
    form: 'Log a contact, reached',
    times: 20,
    ...contact(heard),
    typed: { ...heard, note: 'Two more people.', after: '1-month' },
  },
  { work: '24 contacts', form: 'Log a contact, nobody there', times: 4, ...contact(nobody), typed: nobody, passedBy: ['note'] },
]

const toldOnce = trading()
  .told('2015-09-01', { people: 4, minutesPerWeek: toMinutes(1200), jobs: 1 })
  .asAt('2015-09-01')
const call = (form: string, typed: Words, more: Partial<Filled> = {}): Filled => ({
  work: '4 returns and 3 check-ins',
  form,
  times: 1,
  fields: callFields(callOf(toldOnce, defaultRules, day('2015-09-01'))),
  start: callStart(day('2015-09-01'), {}),
  typed,
  ...more,
})
// When one next speaks is said in the contacts between them; the next check-in comes by itself.
const numbers = { people: '5', minutesPerWeek: '24', councilPaidMinutes: '6', personalCareMinutes: '12', jobs: '1' }
const followUp: Filled[] = [
  call('Check-in at 6 months, with numbers', { answer: 'trading', ...numbers }, { passedBy: ['changed', 'next'] }),
  call('Check-in at 12 months, with numbers', { answer: 'trading', ...numbers, changed: 'new-price' }, { passedBy: ['next'] }),
  {
    work: '4 returns and 3 check-ins',
    form: 'The new price',
    times: 1,
    fields: smallForms['new-price'].form?.fields ?? [],
    start: {},
    typed: { pencePerHour: '24' },
  },
  call('Numbers at 18 months', {}, { button: 'Same as last time', fields: [] }),
  call('Check-in at 24 months, with numbers', { answer: 'trading', ...numbers }, { passedBy: ['changed', 'next'] }),
]

// A to-do of a template is there by itself, and done by one button.
const tasks: Filled = {
  work: 'A to-do of one’s own',
  form: 'Add a to-do',
  times: 1,
  fields: taskFields,
  start: {},
  typed: { about: 'visit', after: '1-week' },
  passedBy: ['note', 'at'],
}

const grantToday = { oid: 'a0000000-0000-4000-8000-000000000077', today: grantDay }
const funds = openPots([{ ...potAnswer, subsidy: 'minimal-assistance' }], [], grantDay)
const grantForm = (form: string, kind: GrantStepKind, story: Journey, more: Partial<Filled>): Filled => {
  const answer = answerOf(story, { pot: { subsidy: 'minimal-assistance' } })
  return {
    work: 'Grant',
    form,
    times: 1,
    fields: grantFields(kind, answer),
    start: grantStart(kind, answer, grantToday),
    typed: {},
    ...more,
  }
}

/** A small grant under the Act, by the short way: others decide and pay it. The day and the amount stand there already. */
const grant: Filled[] = [
  {
    work: 'Grant',
    form: 'Recommend a grant',
    times: 1,
    fields: recommendFields(funds),
    start: recommendStart(funds, { today: grantDay, services: ['personal-care'], back: undefined }),
    typed: { purpose: 'A hoist sling.', why: 'Six people wait.' },
  },
  grantForm('The offer was sent', 'offer-grant', decided, { standsThere: true }),
  grantForm('I have their signed answer', 'accept-grant', offered, { typed: { signed: 'no-other-help' } }),
  grantForm('I saw the receipts', 'see-evidence', paid, { standsThere: true, passedBy: ['note'] }),
  grantForm('Close the grant', 'close-grant', seen, { standsThere: true, passedBy: ['note'] }),
]

/** All of it, in its order. */
export const twoYears: readonly Filled[] = [
  ...arrival,
  setUp,
  ...cqc,
  ...checks,
  ...workforce,
  ...grant,
  step('Began trading', 'begin-trading', { happenedOn: '1/5' }),
  ...contacts,
  ...followUp,
  tasks,
]
