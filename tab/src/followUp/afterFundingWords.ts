import type { AfterFundingAnswer, Closing } from '#domain/followUpSchemas.ts'
import { day } from '#domain/plainDate.ts'
import { sayCount, sayDay } from '#tab/ui/say.ts'

/** What comes after the money, in words. */

const checks = (count: number): string => sayCount(count, 'two-year check-in')

/** "Your money ends on 31 March 2027. 58 two-year check-ins come after that." */
export function moneyEnds({ endsOn, today, twoYear }: Pick<AfterFundingAnswer, 'endsOn' | 'today' | 'twoYear'>): string {
  const ends = endsOn < today ? `Your money ended on ${sayDay(endsOn)}.` : `Your money ends on ${sayDay(endsOn)}.`
  return twoYear === 0 ? ends : `${ends} ${checks(twoYear)} ${twoYear === 1 ? 'comes' : 'come'} after that.`
}

type Said = { words: string; careful: boolean }

/** Who rings then, what nobody rings, and from which start on it will be more. */
export function followUpWords(answer: AfterFundingAnswer): Said[] {
  const { twoYear, twoYearWithoutOwner, followUpUntil, startsBeyond } = answer
  const plain = (words: string): Said => ({ words, careful: false })
  const said = [plain(whoRings(answer))]
  if (twoYearWithoutOwner > 0) {
    const which = twoYearWithoutOwner === twoYear ? 'None of them has' : `${twoYearWithoutOwner} of them do not have`
    said.push({ words: `${which} anyone to ring. Say who will in the settings.`, careful: true })
  }
  if (followUpUntil) said.push(plain(`The follow-up goes on until ${sayDay(followUpUntil)}.`))
  said.push(plain(`Whoever begins to trade after ${sayDay(startsBeyond)} has the two-year check-in when the money has ended.`))
  return said
}

function whoRings({ followUpBy, followUpOwner }: AfterFundingAnswer): string {
  switch (followUpBy) {
    case 'council-team':
      return `The council team will ring them${followUpOwner ? `: ${followUpOwner}` : ''}.`
    case 'person':
      return `${followUpOwner ?? 'One named person'} will ring them.`
    case 'nobody':
      return 'Nobody is named to ring them yet.'
  }
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** March 2027 */
export function monthWords(month: string): string {
  const first = day(`${month}-01`)
  return `${monthNames[Number(first.slice(5, 7)) - 1]} ${first.slice(0, 4)}`
}

/** What closing would do, one sentence each. */
export function planWords({ records, left, owners, checkIns, twoYear, twoYearWithoutOwner }: Closing): string[] {
  const words = owners.map(({ label, records: each }) => `${label ?? 'A member'} will have ${sayCount(each, 'open record')}.`)
  if (owners.length === 0) words.push(`Nobody is named, so ${sayCount(records, 'open record')} stay where they are.`)
  else words.push(left === 0 ? 'No record has to change hands.' : `${sayCount(left, 'record')} ${left === 1 ? 'changes' : 'change'} hands.`)
  words.push(`${sayCount(checkIns, 'check-in')} go on, ${twoYear} of them after two years.`)
  if (twoYearWithoutOwner > 0) words.push(`${checks(twoYearWithoutOwner)} will have nobody to ring.`)
  return [...words, 'To-dos, numbers and all other reminders stop today. You can open it again in the settings.']
}
