import { ledgerColumns } from '#domain/fundFile.ts'
import { grantName } from '#domain/grants.ts'
import type { LedgerKind } from '#domain/grantVocabulary.ts'
import type { Ledger } from '#domain/potSchemas.ts'
import { ledgerLabels } from '#tab/grantLabels.ts'
import { sayMoney } from '#tab/ui/say.ts'
import { readMoney } from '#tab/ui/typed.ts'

/** An entry of the ledger as it came. */
export type Entry = Ledger['entries'][number]

/** −£500 with the sign that stands in sums. */
export const saySigned = (pence: number): string => (pence < 0 ? `−${sayMoney(-pence)}` : sayMoney(pence))

/** The cells of an entry: blank where it moves nothing there. */
export function amountsOf({ kind, pence }: Entry): { setAside: string; paid: string; cameBack: string } {
  const { column, times } = ledgerColumns[kind]
  const said = saySigned(times * pence)
  return { setAside: column === 'setAside' ? said : '', paid: column === 'paid' ? said : '', cameBack: column === 'cameBack' ? said : '' }
}

/** What an entry is. Money that has no column of its own is said here. */
export function kindWords({ kind, pence }: Entry): string {
  if (kind === 'put-in' && pence < 0) return `Money taken out, ${sayMoney(-pence)}`
  const putsRight = pence < 0 ? ', put right' : ''
  return kind === 'put-in' || kind === 'written-off' ? `${ledgerLabels[kind]}, ${saySigned(pence)}` : `${ledgerLabels[kind]}${putsRight}`
}

/** "Coate Companions", or what the programme calls it; nothing for money put in. */
export const whoseWords = ({ name, caseReference }: Entry): string => name ?? caseReference ?? ''

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const textOf = ({ name, caseReference, reference, number, entry, kind }: Entry): string =>
  plain(
    [name, caseReference, reference, number === null ? '' : `${grantName(number)} ${number}`, `#${entry}`, ledgerLabels[kind]].join(' '),
  )

/** Whether a word is the amount of an entry, with or without its pound sign and its pence: "£1,450", "450.50". */
const isAmount = (word: string, pence: number): boolean => readMoney(word) === Math.abs(pence)

/** The entries of a kind in which every word stands, as a name, a reference, a number or an amount. Nothing typed finds them all. */
export function searchLedger(entries: readonly Entry[], { words, kind }: { words: string; kind: LedgerKind | '' }): readonly Entry[] {
  const wanted = plain(words.trim())
    .split(/\s+/)
    .filter(word => word !== '')
  if (wanted.length === 0 && kind === '') return entries
  return entries.filter(entry => {
    if (kind !== '' && entry.kind !== kind) return false
    const text = textOf(entry)
    return wanted.every(word => text.includes(word) || isAmount(word, entry.pence))
  })
}

/** "221 entries, newest first."; "3 of 221 entries"; and where one sees only those of one's own enterprises. */
export function ledgerCount({ shown, seen, all }: { shown: number; seen: number; all: number }): string {
  const said = (count: number): string => count.toLocaleString('en-GB')
  const entries = `${said(seen)} ${seen === 1 ? 'entry' : 'entries'}`
  const yours = seen < all ? ` of your enterprises, of ${said(all)}` : ''
  return shown < seen ? `${said(shown)} of ${entries}${yours}.` : `${entries}${yours}, newest first.`
}
