import type { LegalForm, Register } from './vocabulary.ts'

/** Where each form is registered; undefined where nobody registers it, or a tax office does, whose references are never kept. */
export const registerOf = {
  sole_trader: undefined,
  partnership: undefined,
  limited_company: 'companies-house',
  guarantee_company: 'companies-house',
  cic: 'companies-house',
  cio: 'charity-commission',
  charity: 'charity-commission',
  cooperative_society: 'mutuals',
  community_benefit_society: 'mutuals',
  llp: 'companies-house',
  unincorporated_association: undefined,
} as const satisfies Record<LegalForm, Register | undefined>

/**
 * The shapes of public identifiers. None of these registers uses a check digit.
 * Sources: company numbers, UK Export Finance mdm-api; charities and mutuals, the org-id.guide register.
 */
const shapes = {
  'companies-house': /^(?:[A-Z]{2}|[A-Z]\d|\d{2})(?:\d{6}|\d{5}[A-Z])$/,
  'charity-commission': /^\d{6,7}$/,
  oscr: /^SC\d{6}$/,
  ccni: /^\d{6}$/,
  mutuals: /^(?:IP)?\d{3,6}[A-Z]{0,2}$/,
} as const satisfies Record<Register, RegExp>

/** The identifier as its register writes it: capitals, no spaces, and company numbers with the leading zeros that spreadsheets drop. */
export function tidyIdentifier(register: Register, typed: string): string {
  const tidy = typed.toUpperCase().replaceAll(/\s/g, '')
  return register === 'companies-house' && /^\d{1,8}$/.test(tidy) ? tidy.padStart(8, '0') : tidy
}

/** True where a tidy identifier has the shape its register gives; it may still belong to nobody. */
export const hasShapeOf = (register: Register, identifier: string): boolean => shapes[register].test(identifier)
