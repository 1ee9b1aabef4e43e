import { emailOf, phoneOf, phonesIn, postcodeOf, surnameOf } from './contactDetails.ts'

/** Who may be on record already, told by name and contact details. It warns, and never decides. */

/** A sign by which two records may be of one person. */
export const signs = ['phone', 'email', 'postcode', 'name'] as const
export type Sign = (typeof signs)[number]

/** What is known of a person; what is not, is left out or null. */
export type Details = {
  name?: string | null | undefined
  contactName?: string | null | undefined
  phone?: string | null | undefined
  email?: string | null | undefined
  postcode?: string | null | undefined
}

/** What a record can be found by. A surname alone is no such thing: it goes with the postcode. */
export const matchKinds = ['phone', 'email', 'postcode-surname'] as const
export type MatchKind = (typeof matchKinds)[number]
export type Match = { kind: MatchKind; value: string }

const of = <T>(read: (typed: string) => T | undefined, typed: string | null | undefined): T | undefined =>
  typed === undefined || typed === null ? undefined : read(typed)

/** A person's own name goes before that of the enterprise. */
const surname = ({ contactName, name }: Details): string | undefined => of(surnameOf, contactName) ?? of(surnameOf, name)

/** What these details can be found by, and what they are looked for by: each number, an e-mail address, a postcode with a surname. */
export function matchesOf(details: Details): Match[] {
  const [email, postcode, last] = [of(emailOf, details.email), of(postcodeOf, details.postcode), surname(details)]
  return [
    ...phones(details.phone).map(phone => ({ kind: 'phone' as const, value: phone })),
    ...(email ? [{ kind: 'email' as const, value: email }] : []),
    ...(postcode && last ? [{ kind: 'postcode-surname' as const, value: `${postcode} ${last}` }] : []),
  ]
}

/** A box may hold two numbers; each of them is theirs. */
const phones = (typed: string | null | undefined): readonly string[] => {
  const all = [...new Set(phonesIn(typed ?? '').map(({ phone }) => phone))]
  const one = of(phoneOf, typed)
  return all.length > 0 ? all : one ? [one] : []
}

const isSame = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one === other

/** The signs that agree between two people's details. */
export function agreeing(one: Details, other: Details): Sign[] {
  const agrees: Record<Sign, boolean> = {
    phone: phones(one.phone).some(phone => phones(other.phone).includes(phone)),
    email: isSame(of(emailOf, one.email), of(emailOf, other.email)),
    postcode: isSame(of(postcodeOf, one.postcode), of(postcodeOf, other.postcode)),
    name: isSame(surname(one), surname(other)),
  }
  return signs.filter(sign => agrees[sign])
}

/** Whether these signs are enough to ask. Neighbours share a postcode and families a name; neither is enough without the other. */
export const mayBeTheSame = (agreed: readonly Sign[]): boolean =>
  agreed.includes('phone') || agreed.includes('email') || (agreed.includes('postcode') && agreed.includes('name'))
