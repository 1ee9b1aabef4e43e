/**
 * Phone numbers, e-mail addresses, postcodes and surnames, each put into one shape, so that two ways of writing the same compare as one.
 * What has no such shape is read as nothing: it may still be kept as it was typed.
 */

/** A phone number in a text: as it was typed, where it stands, and in one shape. */
export type FoundPhone = { typed: string; at: number; phone: string }

/** Where a British number may begin: with its zero, or with the country before it. */
const beginning = /(?<![\d+])(?:(?:\+|00)[ \t\u00a0]?44|44(?=[ \t\u00a0(]*[1-37-8]|[ \t\u00a0]*\(0)|\(?0(?=[ \t\u00a0]*\d))/g
/** What may stand between two digits: at most three of these. A line's end, a slash and a colon part one number from another. */
const nextDigit = /^[ \t\u00a0().\u2010-\u2013-]{0,3}(\d)/
const looksLikeDay = /^\(?\d{1,2}[- .]\d{1,2}[- .](?:19|20)\d\d/
/** Areas and services of the British plan. 00, 04, 06 and 09 begin no number that we would ring. */
const national = /^0[1-3578]\d{8,9}$/

/** Every British phone number in a text, in its order, as digits from the zero on: "+44 (0)7700 900123" is `07700900123`. */
export function phonesIn(text: string): FoundPhone[] {
  const found: FoundPhone[] = []
  for (const { 0: start, index } of text.matchAll(beginning)) {
    const last = found.at(-1)
    if (last && index < last.at + last.typed.length) continue
    const phone = numberAt(text, index, start)
    if (phone) found.push(phone)
  }
  return found
}

function numberAt(text: string, at: number, start: string): FoundPhone | undefined {
  const isAbroad = start.includes('44')
  let digits = '0'
  let end = at + start.length
  for (let next = nextDigit.exec(text.slice(end)); next && digits.length < 12; next = nextDigit.exec(text.slice(end))) {
    end += next[0].length
    // In "+44 (0)7700" the zero is said twice.
    if (!(isAbroad && digits === '0' && next[1] === '0')) digits += next[1] ?? ''
  }
  const typed = text.slice(at, end)
  // Some area codes have one digit less, and a few free numbers.
  const isShort = digits.length === 10 && /^0(?:1|8)/.test(digits) && !looksLikeDay.test(typed)
  return national.test(digits) && (digits.length === 11 || isShort) ? { typed, at, phone: digits } : undefined
}

/**
 * The number in a box for one phone: digits from the zero on, or with a plus and the country where that is not Britain.
 * A spreadsheet eats the zero in front of ten digits, so it is given back. Undefined where there is no whole number.
 */
export function phoneOf(typed: string): string | undefined {
  const [first] = phonesIn(typed)
  if (first) return first.phone
  const digits = typed.replaceAll(/\D/g, '')
  if (/^\s*(?:\+|00)/.test(typed)) {
    const abroad = typed.trim().startsWith('+') ? digits : digits.slice(2)
    return /^[1-9]\d{7,14}$/.test(abroad) ? `+${abroad}` : undefined
  }
  return /^[1-3578]\d{9}$/.test(digits) && !/[a-z]/i.test(typed) ? `0${digits}` : undefined
}

const emails = /[\p{L}\d._%+'-]+@[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?)+/gu

/** Every e-mail address in a text, in its order, as it was typed. */
export const emailsIn = (text: string): string[] => [...text.matchAll(emails)].map(([email]) => email)

/** The e-mail address in a box, in small letters: the same box however its letters are written. Undefined where there is none. */
export const emailOf = (typed: string): string | undefined => emailsIn(typed)[0]?.toLowerCase()

/** Source of the shape: Ministry of Justice, laa-apply-for-legal-aid, config/initializers/settings.rb. A shape that is right need not exist. */
const postcode = /^(?:[A-Z][A-HJ-Y]?\d[A-Z\d]?\d[A-Z]{2}|GIR0AA)$/

/** A postcode in one shape, "TA6 3XX"; undefined where it has not the shape of one. */
export function postcodeOf(typed: string): string | undefined {
  const tidy = typed.toUpperCase().replaceAll(/[^A-Z\d]/g, '')
  return postcode.test(tidy) ? `${tidy.slice(0, -3)} ${tidy.slice(-3)}` : undefined
}

/** Every postcode in a text, in its order: as it was typed, and in one shape. */
export const postcodesIn = (text: string): { typed: string; postcode: string }[] =>
  [...text.matchAll(/(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?[ \t\u00a0]{0,2}\d[A-Z]{2}(?![\p{L}\d])/giu)].flatMap(([typed]) => {
    const found = postcodeOf(typed)
    return found ? [{ typed, postcode: found }] : []
  })

/**
 * The last word of a name in small letters without accents, hyphens and apostrophes: "Siân O’Hara" gives `ohara`.
 * Undefined where it is one letter: initials tell nobody from anybody.
 */
export function surnameOf(name: string): string | undefined {
  const words = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim().split(/\s+/)
  const last = (words.at(-1) ?? '').replaceAll(/[^\p{L}\d]/gu, '')
  return last.length > 1 ? last : undefined
}
