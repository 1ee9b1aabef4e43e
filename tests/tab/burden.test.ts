import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { formIdOf } from '#domain/draft.ts'
import { Signature } from '#tab/cqcCheck/CheckAnswer.tsx'
import { checkFields } from '#tab/cqcCheck/checkFields.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Field } from '#tab/ui/fields.ts'
import { askedOf, readFields } from '#tab/ui/fields.ts'
import type { Filled } from './twoYears.ts'
import { aYearOn, twoYears } from './twoYears.ts'

/** What two years of a typical sole trader ask of a catalyst: at most so many boxes. */
const atMost = 133

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === ''

/** What somebody has to see to in one field: every tick of several counts, and so does a box of which the journey says nothing. */
function boxesIn(field: Field, { start, typed, passedBy = [] }: Filled): number {
  const given = typed[field.name]
  if (!isBlank(given)) return field.kind === 'several' ? (given ?? '').split(',').length : 1
  return !isBlank(start[field.name]) || (field.optional && passedBy.includes(field.name)) ? 0 : 1
}

const wordsOf = ({ start, typed }: Filled): Words => ({ ...start, ...typed })
const asked = (filled: Filled): Field[] => askedOf(filled.fields, wordsOf(filled))

/** The boxes of one form as it is filled in; a button that stands in their place is one. */
const boxesOf = (filled: Filled): number =>
  asked(filled).reduce((sum, field) => sum + boxesIn(field, filled), filled.button === undefined ? 0 : 1) +
  (filled.fields === checkFields ? signature() : 0)

/** The CQC check is signed beside its fields, so the boxes of its signature are counted as they are drawn. */
function signature(): number {
  const nothing = (): void => undefined
  const form = {
    id: formIdOf('new', 'cqc-check'),
    within: '',
    fields: checkFields,
    words: {},
    faults: {},
    earlier: undefined,
    locked: false,
    today: aYearOn,
  }
  const whole = { ...form, set: nothing, read: () => undefined, carryOn: nothing, clear: nothing }
  const answer = createElement(Signature, { form: whole, name: 'Rosa Marsh', signed: false, tick: nothing, isUnsigned: false })
  const drawn = renderToStaticMarkup(createElement(FluentProvider, { theme: webLightTheme }, answer))
  return [...drawn.matchAll(/<input[^>]*type="checkbox"/g)].length
}

const rows = twoYears.map(filled => ({
  work: filled.work,
  form: filled.form,
  times: filled.times,
  each: boxesOf(filled),
  standsThere: filled.standsThere ?? false,
  boxes: filled.times * boxesOf(filled),
}))
const total = rows.reduce((sum, { boxes }) => sum + boxes, 0)

test(`two years of a typical sole trader ask for ${atMost} boxes or fewer`, () => {
  console.table(rows)
  console.log(`${total} boxes in two years, of ${atMost}`)
  expect(total).toBeLessThanOrEqual(atMost)
})

test('every form of the journey asks something, unless all of it stands there already', () => {
  expect(rows.filter(({ each, standsThere }) => (each === 0) !== standsThere)).toEqual([])
})

test('a small grant asks its catalyst for 8 boxes or fewer, and each form that is only saved counts as one', () => {
  const taps = rows.filter(({ work }) => work === 'Grant').map(({ each, standsThere }) => each + (standsThere ? 1 : 0))
  expect(taps.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(8)
})

test.each(twoYears.map(filled => [filled.form, filled] as const))(
  '“%s” can be saved as it is filled in, and asks nothing that the journey does not know of',
  (_form, filled) => {
    expect(readFields(filled.fields, wordsOf(filled), aYearOn).faults).toEqual({})
    const fields = asked(filled)
    const known = new Set([...Object.keys(filled.typed), ...(filled.passedBy ?? [])])
    const open = fields.filter(({ name }) => isBlank(filled.start[name]))
    expect(open.filter(({ name }) => !known.has(name)).map(({ name }) => name)).toEqual([])
    // What is passed by is there and may be left blank; what is typed is asked.
    expect([...known].filter(name => !fields.some(field => field.name === name))).toEqual([])
    expect((filled.passedBy ?? []).filter(name => !open.some(field => field.name === name && field.optional))).toEqual([])
  },
)

test('one more box in a form is one more box in the count, times as often as the form is filled in', () => {
  const contacts = twoYears.find(({ form }) => form === 'Log a contact, reached')
  if (!contacts) throw new Error('contacts are logged')
  const withOneMore: Filled = {
    ...contacts,
    fields: [...contacts.fields, { kind: 'line', name: 'mood', label: 'In what mood?', most: 40, optional: true }],
  }
  expect(boxesOf(withOneMore)).toBe(boxesOf(contacts) + 1)
})
