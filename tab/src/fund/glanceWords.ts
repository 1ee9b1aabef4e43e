import type { PotData } from '#domain/fundMarks.ts'
import { inWords } from '#domain/dayWords.ts'
import type { Fund, GrantRow, PotAnswer } from '#domain/potSchemas.ts'
import { fundWords } from '#tab/fundLabels.ts'
import { sayCount, sayMoney } from '#tab/ui/say.ts'

/** "April 2023 to March 2027" */
export function periodWords({ from, to }: Pick<PotAnswer, 'from' | 'to'>): string {
  const [first, last] = [from, to].map(day => inWords(day).split(' ').slice(1).join(' '))
  return `${first} to ${last}`
}

/** "£16,430 of £60,000 is left to award, enough for 32 grants of £500" */
export function leftSentence({ balance: { available, putIn }, capPence }: Pick<PotAnswer, 'balance' | 'capPence'>): string {
  if (available === 0) return `Nothing of ${sayMoney(putIn)} is left to award`
  const left = `${sayMoney(available)} of ${sayMoney(putIn)} is left to award`
  if (capPence === 0) return left
  const grants = Math.floor(available / capPence)
  const cap = sayMoney(capPence)
  return grants === 0 ? `${left}, less than one grant of ${cap}` : `${left}, enough for ${sayCount(grants, 'grant')} of ${cap}`
}

const isAskedFor = ({ state }: GrantRow): boolean => state === 'recommended' || state === 'assessed'

const sumOf = (rows: readonly GrantRow[], amount: (row: GrantRow) => number): number => rows.reduce((sum, row) => sum + amount(row), 0)

/** A fund at a glance: whole pence, and how many grants or enterprises are behind each sum. */
export type Glance = {
  paid: number
  setAside: number
  available: number
  asked: number
  unpaidGrants: number
  askedGrants: number
  paidTo: number
  /** The grants that one sees are all the grants there are: some see only those of their own enterprises. */
  whole: boolean
}

export function glanceOf({ pot, grants }: Pick<Fund, 'pot' | 'grants'>): Glance {
  const { balance } = pot
  const asked = grants.filter(isAskedFor)
  const whole = sumOf(grants, row => row.paidPence) === balance.paid && sumOf(grants, row => row.setAsidePence) === balance.setAside
  return {
    paid: balance.paid - balance.returned - balance.recovered,
    setAside: balance.setAside,
    available: balance.available,
    asked: sumOf(asked, row => row.pence),
    unpaidGrants: grants.filter(row => row.setAsidePence > 0).length,
    askedGrants: asked.length,
    paidTo: new Set(grants.filter(row => row.paidPence > 0).map(row => row.caseId)).size,
    whole,
  }
}

/** What the bar says on and under it. */
export function potData(glance: Glance): PotData {
  const { paid, setAside, available, asked, unpaidGrants, askedGrants, whole } = glance
  return {
    paid,
    setAside,
    available,
    asked,
    labels: {
      paid: { amount: sayMoney(paid), of: fundWords.paid },
      available: { amount: sayMoney(available), of: fundWords.available },
      setAside: { amount: sayMoney(setAside), of: whole ? `set aside, ${sayCount(unpaidGrants, 'grant')} not paid yet` : 'set aside' },
      asked: { amount: sayMoney(asked), of: askedWords(asked, available, whole ? `by ${askedGrants}` : 'by those you see') },
    },
  }
}

/** What is asked for may be more than there is. */
const askedWords = (asked: number, available: number, by: string): string =>
  asked > available ? `asked for ${by}, ${sayMoney(asked - available)} more than is left` : `of it asked for ${by}`

/** The rows beneath a bar without labels, and of its table: they are the same numbers. */
export function glanceRows(glance: Glance): { key: 'paid' | 'setAside' | 'available' | 'asked'; name: string; pence: number }[] {
  const { paid, setAside, available, asked, unpaidGrants, askedGrants, whole } = glance
  const unpaid = whole && setAside > 0 ? `Set aside, ${unpaidGrants} not paid yet` : fundWords.setAside
  return [
    { key: 'paid', name: fundWords.paid, pence: paid },
    { key: 'setAside', name: unpaid, pence: setAside },
    { key: 'available', name: fundWords.available, pence: available },
    ...(asked > 0
      ? [
          {
            key: 'asked' as const,
            name: whole ? `${fundWords.asked} by ${askedGrants}` : `${fundWords.asked} by those you see`,
            pence: asked,
          },
        ]
      : []),
  ]
}

/** "Paid £41,310 to 93 enterprises; £640 came back (£460 unspent, £180 recovered)." Then the sum, which adds up. */
export function sumSentences({ balance, entries }: Pick<PotAnswer, 'balance' | 'entries'>, glance: Glance): string[] {
  const { paid, returned, recovered, writtenOff, setAside, available, putIn } = balance
  const back = returned + recovered
  const parts = [...(returned > 0 ? [`${sayMoney(returned)} unspent`] : []), ...(recovered > 0 ? [`${sayMoney(recovered)} recovered`] : [])]
  const to = glance.whole ? ` to ${sayCount(glance.paidTo, 'enterprise')}` : ''
  const cameBack = back > 0 ? `; ${sayMoney(back)} came back (${parts.join(', ')})` : ''
  const lost = writtenOff > 0 ? ` ${sayMoney(writtenOff)} was written off and stays paid.` : ''
  const sum = `${sayMoney(paid - back)} paid + ${sayMoney(setAside)} set aside + ${sayMoney(available)} left to award`
  return [
    paid === 0 ? 'Nothing has been paid yet.' : `Paid ${sayMoney(paid)}${to}${cameBack}.${lost}`,
    `${sum} = ${sayMoney(putIn)}, the sum of ${sayCount(entries, 'ledger entry', 'ledger entries')}.`,
  ]
}

/** One sentence for those who do not see the bar. */
export const barDescription = (glance: Glance): string =>
  `One bar of all the money: ${glanceRows(glance)
    .map(({ name, pence }) => `${name}, ${sayMoney(pence)}`)
    .join('; ')}.`
