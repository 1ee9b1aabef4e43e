import { sayHours } from '#tab/ui/say.ts'

/** Reads numbers, hours and money as people type them; undefined where the text is none. Each has its way back into a box. */

/** A comma or a space with three digits after it stands between thousands, and is left out. Any other stays, and then it is no number. */
const plain = (text: string): string =>
  text.trim().replace(/(?<![\d.,])[1-9]\d{0,2}(?:[\s,]\d{3})+(?!\d)/, thousands => thousands.replaceAll(/[\s,]/g, ''))

/** The number as it is to be typed, where a comma stands for the full stop: "12.5" of "12,5"; undefined of all else. */
export function withFullStop(text: string): string | undefined {
  const [, whole, decimals] = /^£?\s*(\d{1,7}),(\d{1,2})(?:\s*h(?:ours?)?)?$/i.exec(text.trim()) ?? []
  return whole === undefined ? undefined : `${whole}.${decimals}`
}

/** A whole number: "12", "1,200". */
export function readCount(text: string): number | undefined {
  const tidy = plain(text)
  return /^\d{1,5}$/.test(tidy) ? Number(tidy) : undefined
}

const quarters: Readonly<Record<string, number>> = {
  '': 0,
  '¼': 15,
  '½': 30,
  '¾': 45,
  '.25': 15,
  '.5': 30,
  '.50': 30,
  '.75': 45,
  '.0': 0,
  '.00': 0,
}

/** Hours in quarters, as whole minutes: "46½", "46.5", "6 1/4". */
export function readHours(text: string): number | undefined {
  const tidy = plain(
    text
      .replace(/(^|\s)1\/4/, '¼')
      .replace(/(^|\s)1\/2/, '½')
      .replace(/(^|\s)3\/4/, '¾')
      .replace(/\s+(?=[¼½¾])/, '')
      .replace(/\s*h(ours?)?\s*$/i, ''),
  )
  const found = /^(\d{0,5})(|[¼½¾]|\.\d{1,2})$/.exec(tidy)
  const minutes = found && quarters[found[2] ?? '']
  if (!found || minutes === undefined || minutes === null || tidy === '') return undefined
  return Number(found[1] === '' ? 0 : found[1]) * 60 + minutes
}

/** Pounds, as whole pence: "£500", "1,015.50", "19.5". */
export function readMoney(text: string): number | undefined {
  const found = /^£?\s*(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain(text))
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}

export const writeHours = (minutes: number): string => (minutes % 15 === 0 ? sayHours(minutes).replaceAll(',', '') : String(minutes / 60))

export const writeMoney = (pence: number): string => (pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2))

/** A number with at most two decimals, in hundredths: "1,200", "12.5". */
export function readNumber(text: string): number | undefined {
  const [, whole = '', decimals = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain(text)) ?? []
  return whole === '' ? undefined : Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}
