import type { FileCell, FileTable } from './caseFile.ts'
import { wordsOf } from './caseFile.ts'
import type { Granted } from './grants.ts'
import { grantName, keptPence, paidOn, paidPence, setAsidePence } from './grants.ts'
import type { Pot } from './pots.ts'
import type { GrantRecord } from './publication.ts'
import { recipientOf } from './publication.ts'
import { inPounds, toPence } from './quantities.ts'
import type { Constitution } from './supportCase.ts'

const formCell = (constitution: Constitution): FileCell =>
  constitution.state === 'constituted' ? wordsOf(constitution.present.form) : 'Not set up yet'

const dayCell = (day: ReturnType<typeof paidOn>): FileCell => (day === undefined ? null : { day })

const referencesOf = ({ payments }: Granted): FileCell =>
  payments
    .map(({ reference }) => reference)
    .filter(reference => reference !== undefined)
    .join(', ') || null

type Entry = Pick<GrantRecord, 'grant' | 'constitution' | 'organisationName' | 'area'>

const columnsOf = ({ costCode }: Pick<Pot, 'costCode'>): readonly [string, (entry: Entry) => FileCell][] => [
  ['Grant', ({ grant: { number } }) => (number === undefined ? null : grantName(number))],
  ['Decided', ({ grant }) => dayCell(grant.decided.on)],
  ['Organisation', ({ constitution, organisationName }) => (recipientOf(constitution).kind === 'organisation' ? organisationName : null)],
  ['Legal form', ({ constitution }) => formCell(constitution)],
  ['Area', ({ area }) => area?.name ?? null],
  ['Gap', ({ grant }) => wordsOf(grant.gap)],
  ['Where it stands', ({ grant }) => wordsOf(grant.state)],
  ['Awarded, £', ({ grant }) => inPounds(grant.decided.pence)],
  ['Paid, £', ({ grant }) => inPounds(paidPence(grant))],
  ['First paid', ({ grant }) => dayCell(paidOn(grant))],
  ['Still to pay, £', ({ grant }) => inPounds(setAsidePence(grant))],
  ['Came back, £', ({ grant }) => inPounds(toPence(grant.returnedPence + grant.recoveredPence))],
  ['Kept, £', ({ grant }) => inPounds(keptPence(grant))],
  ['Written off, £', ({ grant }) => inPounds(grant.writtenOffPence)],
  ['Payment references', ({ grant }) => referencesOf(grant)],
  ['Cost code', () => costCode],
]

/**
 * Every grant of a pot, for finance and not for publication, in the order of their numbers: what was awarded and paid, what came back and what
 * is kept (paid less what came back), in pounds. Who is a person is there by the
 * grant's number and without a name.
 */
export function grantRegister(records: readonly Entry[], pot: Pick<Pot, 'costCode'>): FileTable {
  const columns = columnsOf(pot)
  const inOrder = [...records].sort((a, b) => (a.grant.number ?? Infinity) - (b.grant.number ?? Infinity) || 0)
  return {
    title: 'Register',
    heads: columns.map(([head]) => head),
    rows: inOrder.map(record => columns.map(([, cell]) => cell(record))),
  }
}
