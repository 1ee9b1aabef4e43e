import type { Sign } from '#domain/duplicates.ts'
import type { MaybeSame } from '#domain/wireSchemas.ts'

/** Who may be on record already, in words. */

export const signLabels = {
  phone: 'this phone number',
  email: 'this email address',
  postcode: 'this postcode',
  name: 'this name',
} satisfies Record<Sign, string>

const listed = (parts: readonly string[]): string =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(part => part !== '').join(' and ')

/** "This phone number and this postcode belong to 0098, Mary Lee." */
export function sayMaybeSame({ signs, reference, name }: Pick<MaybeSame, 'signs' | 'reference' | 'name'>): string {
  const what = listed(signs.map(sign => signLabels[sign]))
  const whose = name === null ? reference : `${reference}, ${name}`
  return `${what.replace(/^./, first => first.toUpperCase())} ${signs.length === 1 ? 'belongs' : 'belong'} to ${whose}.`
}

export const knownAlready = 'We may know them already'
export const askIfSame = 'Is it the same person?'
export const cannotOpen = 'You cannot open that record. Ask the lead before you go on.'
