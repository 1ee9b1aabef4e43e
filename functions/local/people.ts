/** The tenant that the local people belong to. */
export const localTenant = '6f1d3c52-7a0e-4c8b-9d41-2b5e8a90c7f3'

/** The app registration that local tokens are made out to. */
export const localClient = 'c2a7b9e4-5d36-4f18-8b02-9e6c1d7f4a35'

const person = (oid: string, label: string, role?: string): { oid: string; label: string; role?: string } =>
  role === undefined ? { oid, label } : { oid, label, role }

/** Whom one can be in the local frame: a role each, and the role in every programme that is made there. */
export const people = {
  administrator: person('a0000000-0000-4000-8000-000000000001', 'Administrator'),
  lead: person('a0000000-0000-4000-8000-000000000002', 'Lead', 'lead'),
  catalyst: person('a0000000-0000-4000-8000-000000000003', 'Catalyst', 'catalyst'),
  'second-catalyst': person('a0000000-0000-4000-8000-000000000004', 'Second catalyst', 'catalyst'),
  'partner-catalyst': person('a0000000-0000-4000-8000-000000000005', 'Partner catalyst', 'partner-catalyst'),
  reviewer: person('a0000000-0000-4000-8000-000000000006', 'Reviewer', 'reviewer'),
  assessor: person('a0000000-0000-4000-8000-000000000007', 'Assessor', 'assessor'),
  decider: person('a0000000-0000-4000-8000-000000000008', 'Decider', 'decider'),
  payer: person('a0000000-0000-4000-8000-000000000009', 'Payer', 'payer'),
  verifier: person('a0000000-0000-4000-8000-000000000010', 'Verifier', 'verifier'),
  'follow-up-owner': person('a0000000-0000-4000-8000-000000000011', 'Follow-up owner', 'follow-up-owner'),
  funder: person('a0000000-0000-4000-8000-000000000012', 'Funder', 'funder'),
}

/** The name of a local person. */
export type PersonId = keyof typeof people

/** All names, in the order in which the frame offers them. */
export const personIds = Object.keys(people) as PersonId[]

/** Whether text names a local person. */
export const isPersonId = (text: unknown): text is PersonId => typeof text === 'string' && Object.hasOwn(people, text)
