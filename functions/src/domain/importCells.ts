import type { Saying } from './importWords.ts'
import { wrongCell } from './importWords.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, day, dayOf } from './plainDate.ts'
import type { Minutes, Pence } from './quantities.ts'
import { roundHalfAway, toMinutes, toPence } from './quantities.ts'
import type { Result } from './result.ts'
import { ok, refused } from './result.ts'
import { referenceSchema } from './valueSchemas.ts'
import { isShortName, slugOf } from './slug.ts'
import type { LegalForm } from './vocabulary.ts'
import { legalForms } from './vocabulary.ts'

/** A cell that was read, or what is wrong with it. An empty cell is read as nothing. */
export type Cell<T> = Result<T | undefined, Saying>

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const earliest = day('1950-01-01')
/** Spreadsheets count days from here (1 March 1900 is day 61). */
const dayZero = day('1899-12-30')

/** A formula of the spreadsheet that came to nothing, such as #REF! */
export const isBrokenFormula = (cell: string): boolean =>
  /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!)$/i.test(cell)

/**
 * A day: `2014-05-03`, `3/5/2014` (day first), `3 May 2014`, or the number by which a spreadsheet counts days.
 * A year of two digits is this century's (`03/05/14`), except between dashes, where it could as well be a day.
 */
export function readDay(cell: string): Cell<PlainDate> {
  if (cell === '') return ok(undefined)
  const parts = partsOf(cell)
  if (parts === 'unclear') return refused(wrongCell.yearInFull(cell))
  if (!parts) return refused(wrongCell.notADate(cell))
  const date = 'serial' in parts ? addDays(dayZero, parts.serial) : dayOf(parts.year, parts.month, parts.dayOfMonth)
  if (!date) return refused(wrongCell.notARealDate(cell))
  return date < earliest ? refused(wrongCell.tooLongAgo(date)) : ok(date)
}

type DayParts = { year: number; month: number; dayOfMonth: number } | { serial: number }

function partsOf(cell: string): DayParts | 'unclear' | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/.exec(cell)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), dayOfMonth: Number(iso[3]) }
  const dayFirst = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(cell)
  if (dayFirst) {
    if (dayFirst[2] === '-' && dayFirst[4]?.length === 2) return 'unclear'
    return { year: yearOf(dayFirst[4]), month: Number(dayFirst[3]), dayOfMonth: Number(dayFirst[1]) }
  }
  const named = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[- /.]+(?:of )?([a-z]{3,9})\.?,?[- /.]+(\d{4}|\d{2})$/i.exec(cell)
  if (named) {
    const typed = named[2]?.toLowerCase().replace(/^sept$/, 'sep') ?? ''
    const month = months.findIndex(name => name.startsWith(typed)) + 1
    return month === 0 ? undefined : { year: yearOf(named[3]), month, dayOfMonth: Number(named[1]) }
  }
  return /^\d{5}(?:\.\d+)?$/.test(cell) ? { serial: Math.floor(Number(cell)) } : undefined
}

const yearOf = (digits = ''): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

/** A day that has come: what is planned does not stand in a record of what happened. */
export function readPastDay(cell: string, today: PlainDate): Cell<PlainDate> {
  const read = readDay(cell)
  return read.ok && read.value && read.value > today ? refused(wrongCell.inFuture(read.value)) : read
}

function numberOf(cell: string): Result<number, Saying> {
  const plain = cell.replaceAll(/,(?=\d{3}(?:\D|$))/g, '').replaceAll(/\s/g, '')
  if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain)) return refused(wrongCell.notANumber(cell))
  const value = Number(plain)
  return value < 0 ? refused(wrongCell.belowZero(cell)) : ok(value)
}

/** A whole number of people or jobs. */
export function readCount(cell: string): Cell<number> {
  if (cell === '') return ok(undefined)
  const read = numberOf(cell)
  if (!read.ok) return read
  if (!Number.isInteger(read.value)) return refused(wrongCell.notWhole(cell))
  return read.value > 100_000 ? refused(wrongCell.tooBig(cell)) : ok(read.value)
}

/** Hours, with decimals, as whole minutes: 7.5 is 450. */
export function readHours(cell: string): Cell<Minutes> {
  if (cell === '') return ok(undefined)
  const read = numberOf(cell.replace(/ ?h(?:ou)?rs?$/i, ''))
  if (!read.ok) return refused(read.refusal.kind === 'below-zero' ? wrongCell.belowZero(cell) : wrongCell.notANumber(cell))
  const minutes = roundHalfAway(read.value * 60)
  return minutes > 10_000_000 ? refused(wrongCell.tooBig(cell)) : ok(toMinutes(minutes))
}

/** Money in whole pence. A cell with a £ is pounds; a bare number is pence. */
export function readMoney(cell: string): Cell<Pence> {
  if (cell === '') return ok(undefined)
  const inPounds = cell.startsWith('£')
  const read = numberOf(inPounds ? cell.slice(1).trim() : cell.replace(/ ?p$/i, ''))
  if (!read.ok) return refused(read.refusal.kind === 'below-zero' ? wrongCell.belowZero(cell) : wrongCell.notMoney(cell))
  // Decimal pounds times 100 is not exact in binary: £4.35 would be 434.99…
  const pence = inPounds ? Math.round(read.value * 100 * 1e6) / 1e6 : read.value
  if (!Number.isInteger(pence)) return refused(inPounds ? wrongCell.notMoney(cell) : wrongCell.notPence(cell))
  return pence > 1_000_000_000 ? refused(wrongCell.tooBig(cell)) : ok(toPence(pence))
}

const plain = (cell: string): string =>
  cell
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** Y or N, in the ways people write them. */
export function readYesNo(cell: string): Cell<boolean> {
  if (cell === '') return ok(undefined)
  const word = plain(cell)
  if (['y', 'yes', 'true', '1', 'needed', 'required'].includes(word)) return ok(true)
  if (['n', 'no', 'false', '0', 'not needed', 'not required'].includes(word)) return ok(false)
  return refused(wrongCell.yesOrNo(cell))
}

const formWords: Record<LegalForm, readonly string[]> = {
  sole_trader: ['sole', 'self employed', 'self employment', 'selfemployed', 'freelance', 'st'],
  partnership: ['general partnership', 'business partnership'],
  limited_company: ['ltd', 'limited', 'company', 'ltd company', 'private limited company', 'company limited by shares'],
  guarantee_company: ['company limited by guarantee', 'limited by guarantee', 'ltd by guarantee', 'company by guarantee', 'clg'],
  cic: ['community interest company', 'cic ltd', 'c i c'],
  cio: ['charitable incorporated organisation', 'c i o'],
  charity: ['registered charity', 'charitable trust', 'trust', 'unincorporated charity'],
  cooperative_society: [
    'co op',
    'coop',
    'co operative',
    'cooperative',
    'co operative society',
    'workers co op',
    'worker co op',
    'worker cooperative',
  ],
  community_benefit_society: ['bencom', 'community benefit', 'cbs', 'ben com'],
  llp: ['limited liability partnership', 'l l p'],
  unincorporated_association: ['unincorporated', 'association', 'community group', 'group', 'club', 'informal group', 'voluntary group'],
}
const formByWord: ReadonlyMap<string, LegalForm> = new Map(
  legalForms.flatMap(form => [plain(form), ...formWords[form]].map(word => [word, form] as const)),
)

/** A legal form, by its own name or the one that people use. */
export function readForm(cell: string): Cell<LegalForm> {
  if (cell === '') return ok(undefined)
  const form = formByWord.get(plain(cell))
  return form ? ok(form) : refused(wrongCell.unknownForm())
}

/** What a check-in came to, as a spreadsheet writes it. */
export type Outcome = 'trading' | 'no_response' | 'closed'
const outcomeWords: Record<Outcome, readonly string[]> = {
  trading: ['trading', 'still trading', 'active', 'open', 'running'],
  no_response: [
    'no response',
    'no reply',
    'no answer',
    'not reached',
    'could not reach',
    'could not reach them',
    'lost touch',
    'unreachable',
    'nr',
  ],
  closed: ['closed', 'stopped', 'ceased', 'ceased trading', 'stopped trading', 'not trading', 'no longer trading'],
}

/** Trading, no response or closed. */
export function readOutcome(cell: string): Cell<Outcome> {
  if (cell === '') return ok(undefined)
  const word = plain(cell)
  const found = (['trading', 'no_response', 'closed'] as const).find(outcome => outcomeWords[outcome].includes(word))
  return found ? ok(found) : refused(wrongCell.unknownOutcome())
}

/** How an enterprise and the programme came together. `established` must be asked about. */
export type Journey = 'new' | 'existing' | 'advised-only' | 'established'
const journeyWords: Record<Journey, readonly string[]> = {
  new: ['new', 'new enterprise', 'new start', 'start up', 'startup', 'set up with us'],
  existing: ['existing', 'existing enterprise', 'already running', 'already trading', 'running before'],
  'advised-only': ['advised only', 'advised', 'advice', 'advice only'],
  established: ['established'],
}

/** New, existing, advised only, or `established`. */
export function readJourney(cell: string): Cell<Journey> {
  if (cell === '') return ok(undefined)
  const word = plain(cell)
  const found = (['new', 'existing', 'advised-only', 'established'] as const).find(journey => journeyWords[journey].includes(word))
  return found ? ok(found) : refused(wrongCell.unknownJourney())
}

/** Words that are kept as they are, up to a length. */
export const readWords = (cell: string, most: number): Cell<string> =>
  cell.length > most ? refused(wrongCell.tooLong(most)) : ok(cell === '' ? undefined : cell)

/** The things that a list names, between commas, semicolons, bars or lines. */
const listed = (cell: string): string[] =>
  cell
    .split(/[,;|\n]/)
    .map(each => each.trim())
    .filter(each => each !== '')

/** What stands in a list and is more than a name: it stays with the words of the file. */
export const moreThanNames = (cell: string): string[] => listed(cell).filter(each => !isShortName(each))

/** The names in a list as slugs, each once, in the order of the cell. */
export function readSlugs(cell: string, most: number): Cell<string[]> {
  const names = listed(cell).filter(each => isShortName(each))
  const slugs = [...new Set(names.map(slugOf))].filter(slug => slug !== '')
  if (slugs.length > most) return refused(wrongCell.tooMany(most))
  return ok(slugs.length === 0 ? undefined : slugs)
}

/** A reference: what the programme calls the enterprise. Spaces become dashes. */
export function readReference(cell: string): Cell<string> {
  const reference = cell.replaceAll(/\s+/g, '-')
  if (reference === '') return refused(wrongCell.missing())
  return referenceSchema.safeParse(reference).success ? ok(reference) : refused(wrongCell.badReference())
}

/** A day, or a plain yes or no, for what was seen: DBS. */
export function readSeen(cell: string, today: PlainDate): Cell<PlainDate | boolean> {
  const word = readYesNo(cell)
  return word.ok ? word : readPastDay(cell, today)
}
