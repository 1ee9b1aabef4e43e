import { expect, test } from 'vitest'
import { commandSchema } from '#domain/commandSchemas.ts'
import type { Permission, Role } from '#domain/permissions.ts'
import { permissionsOf } from '#domain/permissions.ts'
import { day } from '#domain/plainDate.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import { commandOf, offeredSteps, stepFields, steps } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import type { Choices } from '#tab/enterprise/useChoices.ts'
import { usualChoices } from '#tab/enterprise/useChoices.ts'
import { readFields } from '#tab/ui/fields.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { anEnquiry, ids, supported, trading } from '../builders.ts'

const today = day('2016-05-06')
const granted = trading().granted('2015-04-02').asAt()
const choices: Choices = {
  ...usualChoices,
  catalysts: [{ value: ids.catalyst, label: 'R.M.' }],
  areas: ['levels', 'moors'],
  services: ['meals', 'company'],
}

/** What a catalyst types into each form, and the command that the interface describes for it. */
const typed: Record<StepKind, { words: Words; command: Record<string, unknown> }> = {
  accept: { words: { origin: 'new', note: 'Keen.' }, command: { origin: 'new', note: 'Keen.' } },
  'advise-only': { words: { note: 'Sent the guide.' }, command: { note: 'Sent the guide.' } },
  decline: { words: { reason: 'outside-area' }, command: { reason: 'outside-area' } },
  assign: { words: { catalyst: ids.catalyst }, command: { catalyst: ids.catalyst } },
  'agree-idea': { words: { shapedWithPeople: 'yes' }, command: { shapedWithPeople: true } },
  'choose-form': { words: { form: 'cic' }, command: { form: 'cic' } },
  constitute: { words: { form: 'cic', identifier: '99000147' }, command: { form: 'cic', identifier: '99000147' } },
  'advance-registration': {
    words: { to: 'registered', providerId: '1-101614751', locationIds: '1-107338589, 1-107338590', note: 'None.' },
    command: { to: 'registered', providerId: '1-101614751', locationIds: ['1-107338589', '1-107338590'], note: 'None.' },
  },
  'award-grant': { words: { pence: '£500', gap: 'company' }, command: { pence: 50_000, gap: 'company' } },
  'pay-grant': { words: { grantId: ids.grant, pence: '300' }, command: { grantId: ids.grant, pence: 30_000 } },
  'begin-trading': { words: {}, command: {} },
  'answer-check-in': { words: { month: '12', answer: 'paused' }, command: { month: 12, answer: 'paused' } },
  'miss-check-in': { words: { month: '6' }, command: { month: 6 } },
  'record-care-return': { words: { people: '9', minutesPerWeek: '46½', jobs: '3' }, command: { people: 9, minutesPerWeek: 2790, jobs: 3 } },
  'log-contact': {
    words: { reached: 'yes', heard: 'trading', channel: 'visit', minutes: '45', note: 'Menu agreed.' },
    command: { reached: true, heard: 'trading', channel: 'visit', minutes: 45, note: 'Menu agreed.' },
  },
  pause: { words: {}, command: {} },
  resume: { words: {}, command: {} },
  stop: { words: { ending: 'took-job' }, command: { ending: 'took-job' } },
  reopen: { words: { note: 'Back from leave.' }, command: { note: 'Back from leave.' } },
  'tell-privacy': { words: { how: 'by-email' }, command: { how: 'by-email' } },
  'give-permission': {
    words: { use: 'story', places: 'report,press', until: '1/6/2017' },
    command: { use: 'story', places: ['report', 'press'], until: '2017-06-01' },
  },
  'end-permission': { words: { use: 'directory' }, command: { use: 'directory' } },
  'count-members': {
    words: { people: '4', families: '2', workers: '3', volunteers: '0' },
    command: { people: 4, families: 2, workers: 3, volunteers: 0 },
  },
  'class-ownership': {
    words: { ownership: 'worker', note: 'Staff hold the shares.' },
    command: { ownership: 'worker', note: 'Staff hold the shares.' },
  },
  'see-check': { words: { check: 'food-hygiene', until: '5 May' }, command: { check: 'food-hygiene', until: '2017-05-05' } },
  'sign-off': { words: { until: '6 May' }, command: { until: '2016-05-06' } },
  'end-sign-off': { words: { reason: 'concern' }, command: { reason: 'concern' } },
  list: { words: { in: 'directory' }, command: { in: 'directory' } },
  delist: { words: { in: 'directory', reason: 'they-asked' }, command: { in: 'directory', reason: 'they-asked' } },
  'overrule-gate': { words: { gate: 'list', note: 'The insurer is slow.' }, command: { gate: 'list', note: 'The insurer is slow.' } },
  'tell-attribute': { words: { attribute: 'spare-hours', value: '6½' }, command: { attribute: 'spare-hours', value: 390 } },
  'offer-handover': { words: { to: ids.catalyst }, command: { to: ids.catalyst } },
  'need-training': { words: { skill: 'first-aid' }, command: { skill: 'first-aid' } },
  'finish-training': {
    words: { skill: 'first-aid', pence: '40', paidBy: 'programme' },
    command: { skill: 'first-aid', pence: 4_000, paidBy: 'programme' },
  },
  'link-document': {
    words: { title: 'Plan', link: 'https://contoso.sharepoint.com/s/a/plan.docx', document: 'plan' },
    command: { title: 'Plan', link: 'https://contoso.sharepoint.com/s/a/plan.docx', document: 'plan' },
  },
  'tell-offer': {
    words: { services: 'meals', purposes: 'company', areas: 'levels,moors', pencePerHour: '22', spareMinutes: '4' },
    command: { services: ['meals'], purposes: ['company'], areas: ['levels', 'moors'], pencePerHour: 2_200, spareMinutes: 240 },
  },
  'tell-change': { words: { what: 'took-someone-on' }, command: { what: 'took-someone-on' } },
  'set-price': { words: { pencePerHour: '22' }, command: { pencePerHour: 2_200 } },
}

test.each(Object.keys(steps) as StepKind[])('the form “%s”, filled in, makes a command that the interface takes', kind => {
  const { words, command } = typed[kind]
  const { answers, faults } = readFields(stepFields(kind, granted, choices), { happenedOn: '3/5', ...words }, today)
  expect(faults).toEqual({})
  const made = commandOf(kind, answers)
  expect(made).toEqual({ kind, happenedOn: '2016-05-03', ...command })
  expect(commandSchema.safeParse(made).error).toBeUndefined()
})

test('one who moved away and still trades has left our sight, and has not stopped', () => {
  expect(commandOf('stop', { happenedOn: '2016-05-03', ending: 'moved-away' })).toEqual({
    kind: 'leave-sight',
    happenedOn: '2016-05-03',
    leaving: 'moved-away',
  })
})

test('who was not reached told us nothing, whatever was chosen before', () => {
  const { answers } = readFields(stepFields('log-contact', granted), { happenedOn: 'today', reached: 'no', heard: 'trading' }, today)
  expect(answers).toEqual({ happenedOn: '2016-05-06', reached: false })
})

test('a form says what is missing, box by box, and what was not asked is not missing', () => {
  const { faults } = readFields(stepFields('log-contact', granted), { happenedOn: '31/2' }, today)
  expect(Object.keys(faults).sort()).toEqual(['happenedOn', 'reached'])
})

test('what is still to come is not an entry', () => {
  const { faults } = readFields(stepFields('begin-trading', granted), { happenedOn: '7 May 2016' }, today)
  expect(faults['happenedOn']).toBe('7\u00a0May\u00a02016 is still to come.')
})

const may =
  (...roles: Role[]) =>
  (permission: Permission): boolean =>
    permissionsOf({ administrator: false, roles }).includes(permission)
const offered = (tracks: Tracks, role: Role) => offeredSteps(tracks, may(role)).flatMap(({ steps: kinds }) => kinds)

test('an enquiry is answered in one of three ways', () => {
  expect(offered(anEnquiry().asAt(), 'catalyst').slice(0, 3)).toEqual(['accept', 'advise-only', 'decline'])
})

test('a step that cannot be is not offered: nobody begins to trade twice, and only what ended is opened again', () => {
  const open = offered(trading().asAt(), 'catalyst')
  expect(open).not.toContain('begin-trading')
  expect(open).not.toContain('reopen')
  const ended = offered(trading().stopped('2015-08-01').asAt(), 'catalyst')
  expect(ended).toContain('reopen')
  expect(ended).not.toContain('stop')
})

test('trading may be recorded before anything else is in place: a gate never stops one from saying what happened', () => {
  expect(offered(supported().asAt(), 'catalyst')).toContain('begin-trading')
})

test('money is for those who decide and pay, and never for the catalyst', () => {
  const money = ['award-grant', 'pay-grant']
  expect(offered(granted, 'catalyst').filter(kind => money.includes(kind))).toEqual([])
  expect(offered(granted, 'decider')).toEqual(['award-grant'])
  expect(offered(granted, 'payer')).toEqual(['pay-grant'])
})

test('where the programme keeps a fund, a grant is recommended by whoever works with them, and nobody awards one here', () => {
  const withFund = (tracks: Tracks, role: Role) => offeredSteps(tracks, may(role), true).flatMap(({ steps: kinds }) => kinds)
  expect(withFund(trading().asAt(), 'catalyst')).toContain('recommend-grant')
  expect(withFund(granted, 'decider')).toEqual([])
  expect(withFund(trading().stopped('2015-08-01').asAt(), 'catalyst')).not.toContain('recommend-grant')
  expect(offered(trading().asAt(), 'catalyst')).not.toContain('recommend-grant')
})

test('one who only reads is offered nothing', () => {
  expect(offeredSteps(granted, may('reviewer'))).toEqual([])
})

test('a check-in that was answered is not asked again; one that was missed is', () => {
  const months = stepFields('answer-check-in', trading().answered(6, '2015-09-01').missed(12, '2016-03-30').asAt()).flatMap(field =>
    field.name === 'month' && 'options' in field ? field.options.map(({ value }) => value) : [],
  )
  expect(months).toEqual(['12', '24'])
})
