import type { FileCell, FileTable } from './caseFile.ts'
import { paidPence } from './grants.ts'
import type { PlaceKind } from './places.ts'
import { placeKindOf } from './places.ts'
import type { Instant, PlainDate } from './plainDate.ts'
import type { GrantArea, GrantRecord, Omission, PublicationAbout, Publisher, Reconciliation, Recipient } from './publication.ts'
import { isUnnamed, omissionSentences, omittedEverywhere, purposeOf, recipientOf, sortedOut } from './publication.ts'
import { inPounds } from './quantities.ts'
import type { Result } from './result.ts'
import { ok, refused } from './result.ts'
import type { Register } from './vocabulary.ts'

/** The lists of org-id.guide in which each register's identifiers are known. CQC has none there, so a CQC id is never one. */
const organisationLists = {
  'companies-house': 'GB-COH',
  'charity-commission': 'GB-CHC',
  oscr: 'GB-SC',
  ccni: 'GB-NIC',
  mutuals: 'GB-MPR',
} as const satisfies Record<Register, string>

/** How far a place of each kind reaches: GLS060 local area, GLS050 local authority. */
const scopes = {
  WD: 'GLS060',
  UA: 'GLS050',
  NMD: 'GLS050',
  MD: 'GLS050',
  LONB: 'GLS050',
  CTY: 'GLS050',
  CA: 'GLS050',
} as const satisfies Record<PlaceKind, string>

type LocationScope = (typeof scopes)[PlaceKind]
type Location = { name?: string; countryCode: 'GB'; geoCode?: string; geoCodeType?: PlaceKind }
type Organisation = { id: string; name: string; department?: string; charityNumber?: string; companyNumber?: string }

/** GTIR070 Livelihood; GTIP140 Employment and work, which names business start-up costs. */
type ToIndividuals = { primaryGrantReason: 'GTIR070'; grantPurpose: readonly ['GTIP140'] }

type RecipientPart =
  | { recipientIndividual: { id: string; name: 'Individual Recipient' }; toIndividualsDetails: ToIndividuals }
  | { recipientOrganization: readonly [Organisation] }

/** A grant as the 360Giving Data Standard 1.4 has it. Amounts are pounds. */
export type ThreeSixtyGrant = {
  id: string
  title: string
  description: string
  currency: 'GBP'
  amountAwarded: number
  amountDisbursed: number
  awardDate: PlainDate
  fundingOrganization: readonly [Organisation]
  grantProgramme: readonly [{ title: string }]
  beneficiaryLocation?: readonly [Location]
  locationScope?: LocationScope
  dateModified: Instant
} & RecipientPart

/** A package of the 360Giving Data Standard 1.4. The version has two parts: "1.4.3" would not be valid. */
export type ThreeSixtyPackage = {
  version: '1.4'
  title: string
  description: string
  issued: PlainDate
  modified: Instant
  publisher: { identifier: string; name: string }
  license?: string
  grants: readonly ThreeSixtyGrant[]
}

/** Grants in the list that do not say where they are by a code, and the areas that have none. A grant without an area is of none of them. */
export type WithoutPlace = { grants: number; areas: readonly string[] }

/**
 * The same grants as JSON and as a table, and what they leave out and why. The description of the JSON says it too; the table has no place
 * for it.
 */
export type ThreeSixtyGiving = { json: ThreeSixtyPackage; table: FileTable; reconciliation: Reconciliation; withoutPlace: WithoutPlace }

/** No grant is in it; a package has to have one. */
export type NothingToPublish = { kind: 'nothing-to-publish'; reconciliation: Reconciliation }

/**
 * The grants of a pot by the 360Giving Data Standard, schema 1.4. A grant to people is one to an individual: without name, without address,
 * in a place from a ward up, by its code alone, or in none, for a purpose in coded words. Source: github.com/ThreeSixtyGiving/standard.
 */
export function threeSixtyGiving(records: readonly GrantRecord[], about: PublicationAbout): Result<ThreeSixtyGiving, NothingToPublish> {
  const { listed, reconciliation } = sortedOut(records, record => whyNot(record, about.on))
  if (listed.length === 0) return refused({ kind: 'nothing-to-publish', reconciliation })
  const { publisher, words, on } = about
  const grants = listed.map(record => grantOf(record, about))
  const withoutPlace = withoutPlaceIn(listed)
  const json: ThreeSixtyPackage = {
    version: '1.4',
    title: `${words.name}: grants by ${publisher.name}`,
    description: descriptionOf(reconciliation, withoutPlace),
    issued: on,
    modified: lastOf(records),
    publisher: { identifier: publisher.organisationId, name: publisher.name },
    ...(publisher.licence !== undefined && { license: publisher.licence }),
    grants,
  }
  return ok({ json, table: tableOf(grants), reconciliation, withoutPlace })
}

/** What is left out of the list, too, changes it. */
const lastOf = (records: readonly GrantRecord[]): Instant =>
  records.map(({ recordedAt }) => recordedAt).reduce((last, each) => (each > last ? each : last))

/** What the public should know of the list: who is not named, what is not in it and why, and where a place is missing. */
function descriptionOf(reconciliation: Reconciliation, { grants }: WithoutPlace): string {
  return [
    'Grants to people have no name and no address.',
    omissionSentences(reconciliation),
    grants > 0 ? `Where it is, is not said of ${grants}: no place with a code is on record.` : '',
  ]
    .filter(sentence => sentence !== '')
    .join(' ')
}

function withoutPlaceIn(listed: readonly GrantRecord[]): WithoutPlace {
  const without = listed.filter(({ area }) => kindOf(area) === undefined)
  return { grants: without.length, areas: [...new Set(without.flatMap(({ area }) => (area ? [area.code] : [])))].sort() }
}

function whyNot(record: GrantRecord, on: PlainDate): Omission | undefined {
  const isNameless = recipientOf(record.constitution).kind === 'organisation' && isUnnamed(record)
  return omittedEverywhere(record, on) ?? (isNameless ? 'no-name' : undefined)
}

function grantOf(record: GrantRecord, { publisher, words }: PublicationAbout): ThreeSixtyGrant {
  const { grant, constitution, area, organisationName, published, recordedAt } = record
  const recipient = recipientOf(constitution)
  return {
    id: `${publisher.prefix}-${published.grant}`,
    ...purposeOf(grant.gap),
    currency: 'GBP',
    amountAwarded: inPounds(grant.decided.pence),
    amountDisbursed: inPounds(paidPence(grant)),
    awardDate: grant.decided.on,
    ...recipientPart(recipient, organisationName ?? '', { publisher, id: published.recipient }),
    ...placePart(area, recipient),
    fundingOrganization: [
      { id: publisher.organisationId, name: publisher.name, ...(words.department !== null && { department: words.department }) },
    ],
    grantProgramme: [{ title: words.name }],
    dateModified: recordedAt,
  }
}

function recipientPart(recipient: Recipient, name: string, { publisher, id }: { publisher: Publisher; id: string }): RecipientPart {
  switch (recipient.kind) {
    case 'individual':
    case 'partnership':
      return {
        recipientIndividual: { id: `${publisher.prefix}-IND-${id}`, name: 'Individual Recipient' },
        toIndividualsDetails: { primaryGrantReason: 'GTIR070', grantPurpose: ['GTIP140'] },
      }
    case 'organisation': {
      const { registered } = recipient
      if (!registered) return { recipientOrganization: [{ id: `${publisher.prefix}-ORG-${id}`, name }] }
      const { register, identifier } = registered
      return { recipientOrganization: [{ id: `${organisationLists[register]}-${identifier}`, name, ...numberPart(register, identifier) }] }
    }
  }
}

function numberPart(register: Register, identifier: string): { companyNumber?: string; charityNumber?: string } {
  switch (register) {
    case 'companies-house':
      return { companyNumber: identifier }
    case 'charity-commission':
    case 'oscr':
    case 'ccni':
      return { charityNumber: identifier }
    case 'mutuals':
      return {}
  }
}

/** Where the help is. Of people by its code alone, and only of a ward or larger: the area's own name may be that of a hamlet. */
function placePart(area: GrantArea | null, recipient: Recipient): Pick<ThreeSixtyGrant, 'beneficiaryLocation' | 'locationScope'> {
  if (!area) return {}
  const { geoCode } = area
  const geoCodeType = kindOf(area)
  const named = recipient.kind === 'organisation' && { name: area.name }
  if (geoCode !== undefined && geoCodeType)
    return { beneficiaryLocation: [{ ...named, countryCode: 'GB', geoCode, geoCodeType }], locationScope: scopes[geoCodeType] }
  return named ? { beneficiaryLocation: [{ ...named, countryCode: 'GB' }] } : {}
}

const kindOf = (area: GrantArea | null): PlaceKind | undefined => (area?.geoCode === undefined ? undefined : placeKindOf(area.geoCode))

/** Headings exactly as the standard's sheet "grants" has them, in its order; there are no columns for addresses. */
const columns: readonly [string, (grant: ThreeSixtyGrant) => FileCell | undefined][] = [
  ['Identifier', ({ id }) => id],
  ['Title', ({ title }) => title],
  ['Description', ({ description }) => description],
  ['Currency', ({ currency }) => currency],
  ['Amount Awarded', ({ amountAwarded }) => amountAwarded],
  ['Amount Disbursed', ({ amountDisbursed }) => amountDisbursed],
  ['Award Date', ({ awardDate }) => ({ day: awardDate })],
  ['Recipient Ind:Identifier', grant => individual(grant)?.recipientIndividual.id],
  ['Recipient Ind:Name', grant => individual(grant)?.recipientIndividual.name],
  ['To Individuals Details:Primary Grant Reason', grant => individual(grant)?.toIndividualsDetails.primaryGrantReason],
  ['To Individuals Details:Grant Purpose', grant => individual(grant)?.toIndividualsDetails.grantPurpose[0]],
  ['Recipient Org:Identifier', grant => organisation(grant)?.id],
  ['Recipient Org:Name', grant => organisation(grant)?.name],
  ['Recipient Org:Charity Number', grant => organisation(grant)?.charityNumber],
  ['Recipient Org:Company Number', grant => organisation(grant)?.companyNumber],
  ['Beneficiary Location:Name', grant => grant.beneficiaryLocation?.[0].name],
  ['Beneficiary Location:Country Code', grant => grant.beneficiaryLocation?.[0].countryCode],
  ['Beneficiary Location:Geographic Code', grant => grant.beneficiaryLocation?.[0].geoCode],
  ['Beneficiary Location:Geographic Code Type', grant => grant.beneficiaryLocation?.[0].geoCodeType],
  ['Funding Org:Identifier', ({ fundingOrganization }) => fundingOrganization[0].id],
  ['Funding Org:Name', ({ fundingOrganization }) => fundingOrganization[0].name],
  ['Funding Org:Department', ({ fundingOrganization }) => fundingOrganization[0].department],
  ['Location Scope', ({ locationScope }) => locationScope],
  ['Grant Programme:Title', ({ grantProgramme }) => grantProgramme[0].title],
  ['Last Modified', ({ dateModified }) => dateModified],
]

const individual = (grant: ThreeSixtyGrant) => ('recipientIndividual' in grant ? grant : undefined)
const organisation = (grant: ThreeSixtyGrant) => ('recipientOrganization' in grant ? grant.recipientOrganization[0] : undefined)

const tableOf = (grants: readonly ThreeSixtyGrant[]): FileTable => ({
  title: 'grants',
  heads: columns.map(([head]) => head),
  rows: grants.map(grant => columns.map(([, cell]) => cell(grant) ?? null)),
})
