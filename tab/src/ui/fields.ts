import type { PlainDate } from '#domain/plainDate.ts'
import { addMonths, parsePlainDate } from '#domain/plainDate.ts'
import { mostPencePerHour } from '#domain/quantities.ts'
import type { WithoutYear } from '#tab/ui/dayWords.ts'
import { readDay } from '#tab/ui/dayWords.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { sayDay, sayHours, sayMoney } from '#tab/ui/say.ts'
import { readCount, readHours, readMoney, withFullStop, writeHours, writeMoney } from '#tab/ui/typed.ts'

/** A form as data: what is asked, how an answer is read, and how it goes back into its box. What was typed is kept as it was typed. */

type Asked = {
  /** What the answer is called in what is sent. */
  name: string
  label: string
  hint?: string
  /** May be left blank. */
  optional?: boolean
  /** Asked only when the answers so far make it a question. */
  when?: (words: Words) => boolean
}
export type FieldOption = { value: string; label: string }
type Optioned = Asked & {
  options: readonly FieldOption[]
  /** How the chosen option is sent, where that is not as text. */ sentAs?: 'number' | 'yes-no'
}

export type Field =
  /** `monthsAhead`: so far off it may be, and no further. */
  | (Asked & { kind: 'day'; withoutYear?: WithoutYear; mayBeLater?: boolean; monthsAhead?: number })
  /** One of a few, in a strip; or below each other, where the words are long. `pairs`: short enough for two in a row, where there is room. */
  | (Optioned & { kind: 'choice' })
  | (Optioned & { kind: 'stack'; pairs?: boolean })
  | (Optioned & { kind: 'list' })
  /** Any of a few; their values stand in the words with a comma between. */
  | (Optioned & { kind: 'several' })
  | (Asked & { kind: 'count'; least?: number; most?: number; /** What is said of less. */ tooFew?: string })
  | (Asked & { kind: 'hours' })
  /** `hourly`: the price of one hour, which is never as much as other sums. */
  | (Asked & { kind: 'money'; hourly?: boolean })
  /** A pattern is asked of each where several stand in one line, with a comma or a space between. `matches` is asked of the whole. */
  | (Asked & {
      kind: 'line'
      most: number
      type?: 'tel' | 'email'
      pattern?: RegExp
      matches?: (text: string) => boolean
      fault?: string
      sentAs?: 'list'
    })
  | (Asked & { kind: 'note'; most?: number })

export type Faults = Readonly<Record<string, string>>
/** The answers, as they are sent. What was left blank is left out. */
export type Answers = Readonly<Record<string, unknown>>

type Reading = { ok: true; value: unknown } | { ok: false; fault: string }

const good = (value: unknown): Reading => ({ ok: true, value })
const bad = (fault: string): Reading => ({ ok: false, fault })
const unless = (value: unknown, fault: string): Reading => (value === undefined ? bad(fault) : good(value))

function readDayField(field: Extract<Field, { kind: 'day' }>, text: string, today: PlainDate): Reading {
  const day = readDay(text, today, field.withoutYear)
  if (!day) return bad('We cannot read this day. Try 3/5 or 3 May.')
  if (day > today && !field.mayBeLater) return bad(`${sayDay(day)} is still to come.`)
  const latest = field.monthsAhead === undefined ? undefined : addMonths(today, field.monthsAhead)
  return latest && day > latest ? bad(`${sayDay(day)} is too far off. Pick ${sayDay(latest)} or before.`) : good(day)
}

function readOption({ options, sentAs }: Optioned, text: string): Reading {
  if (!options.some(({ value }) => value === text)) return bad('Pick one.')
  if (sentAs === 'number') return good(Number(text))
  return good(sentAs === 'yes-no' ? text === 'yes' : text)
}

function readCountField({ least = 0, most = Infinity, tooFew }: Extract<Field, { kind: 'count' }>, text: string): Reading {
  const count = readCount(text)
  if (count === undefined) return bad('Type a whole number, such as 3.')
  if (count < least) return bad(tooFew ?? `Type ${least} or more.`)
  return count > most ? bad(`Type ${most} or less.`) : good(count)
}

function readMoneyField({ hourly = false }: Extract<Field, { kind: 'money' }>, text: string): Reading {
  const pence = readMoney(text)
  const stop = withFullStop(text)
  if (pence === undefined) return bad(stop ? `Type ${stop} with a full stop.` : `Type pounds, such as ${hourly ? '19.50' : '500'}.`)
  return hourly && pence > mostPencePerHour
    ? bad(`That is more than ${sayMoney(mostPencePerHour)} for one hour. What do they charge for one?`)
    : good(pence)
}

function readField(field: Field, text: string, today: PlainDate): Reading {
  switch (field.kind) {
    case 'day':
      return readDayField(field, text, today)
    case 'choice':
    case 'stack':
    case 'list':
      return readOption(field, text)
    case 'several':
      return good(text.split(',').filter(each => field.options.some(({ value }) => value === each)))
    case 'count':
      return readCountField(field, text)
    case 'hours':
      return unless(
        readHours(text),
        withFullStop(text) ? 'Type hours with a full stop, such as 12½ or 12.5.' : 'Type hours in quarters, such as 6½.',
      )
    case 'money':
      return readMoneyField(field, text)
    case 'line': {
      const each = field.sentAs === 'list' ? text.split(/[\s,;]+/).filter(part => part !== '') : [text]
      const { pattern } = field
      const isRight = (!pattern || each.every(part => pattern.test(part))) && (field.matches?.(text) ?? true)
      if (!isRight) return bad(field.fault ?? 'This does not look right.')
      return good(field.sentAs === 'list' ? each : text)
    }
    case 'note':
      return good(text)
  }
}

const missing = {
  day: 'Which day?',
  choice: 'Pick one.',
  stack: 'Pick one.',
  list: 'Pick one.',
  several: 'Pick one or more.',
  count: 'How many?',
  hours: 'How many hours?',
  money: 'How much?',
  line: 'Please fill this in.',
  note: 'Please fill this in.',
} satisfies Record<Field['kind'], string>

/** The fields that are asked, given what was answered so far. */
export const askedOf = (fields: readonly Field[], words: Words): Field[] => fields.filter(({ when }) => !when || when(words))

/** Reads a whole form: the answers, and what is wrong with which. What is not asked is not sent. */
export function readFields(fields: readonly Field[], words: Words, today: PlainDate): { answers: Answers; faults: Faults } {
  const answers: Record<string, unknown> = {}
  const faults: Record<string, string> = {}
  for (const field of askedOf(fields, words)) {
    const text = (words[field.name] ?? '').trim()
    if (text === '') {
      if (!field.optional) faults[field.name] = missing[field.kind]
      continue
    }
    const reading = readField(field, text, today)
    if (reading.ok) answers[field.name] = reading.value
    else faults[field.name] = reading.fault
  }
  return { answers, faults }
}

/** Words of two times, neither written over the other: two notes stand one under the other; of anything else, what was typed last. */
export function bothKept(fields: readonly Field[], earlier: Words, now: Words): Words {
  const notes = new Set(fields.filter(({ kind }) => kind === 'note').map(({ name }) => name))
  const joined = Object.entries(now).map(([name, text]): [string, string] => {
    const before = earlier[name] ?? ''
    if (text.trim() === '') return [name, before]
    const bothStand = notes.has(name) && before.trim() !== '' && !text.startsWith(before)
    return [name, bothStand ? `${before}\n\n${text}` : text]
  })
  return { ...earlier, ...Object.fromEntries(joined) }
}

const optionOf = (options: readonly FieldOption[], value: string): string => options.find(option => option.value === value)?.label ?? value

const asText = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A value of the record, as it would be typed into this field. */
export function writeField(field: Field, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'day') return typeof value === 'string' ? sayDay(value as PlainDate) : ''
  if (field.kind === 'hours') return typeof value === 'number' ? writeHours(value) : ''
  if (field.kind === 'money') return typeof value === 'number' ? writeMoney(value) : ''
  if (field.kind === 'several') return Array.isArray(value) ? value.join(',') : ''
  if (Array.isArray(value)) return value.join(', ')
  return asText(value)
}

/** A value of the record, as a sentence says it beside this field's label. */
export function sayField(field: Field, value: unknown): string {
  if (value === undefined || value === null || value === '') return 'Blank'
  switch (field.kind) {
    case 'day':
      return typeof value === 'string' && parsePlainDate(value) ? sayDay(value as PlainDate) : asText(value)
    case 'hours':
      return typeof value === 'number' ? sayHours(value) : asText(value)
    case 'money':
      return typeof value === 'number' ? sayMoney(value) : asText(value)
    case 'choice':
    case 'stack':
    case 'list':
      return optionOf(field.options, asText(value))
    case 'several':
      return Array.isArray(value) ? value.map(each => optionOf(field.options, String(each))).join(', ') : asText(value)
    case 'count':
    case 'line':
    case 'note':
      return Array.isArray(value) ? value.join(', ') : asText(value)
  }
}

/** What was typed, as lines that can be pasted anywhere: "Did you reach them? Yes". */
export function wordsToCopy(fields: readonly Field[], words: Words): string {
  const lines = askedOf(fields, words).map(field => {
    const text = (words[field.name] ?? '').trim()
    const said =
      'options' in field && text !== ''
        ? text
            .split(',')
            .map(each => optionOf(field.options, each))
            .join(', ')
        : text
    return said === '' ? '' : `${field.label} ${said}`
  })
  return lines.filter(line => line !== '').join('\n')
}
