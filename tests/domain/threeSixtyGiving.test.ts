import { describe, expect, test } from 'vitest'
import { csvText } from '#domain/csv.ts'
import { day } from '#domain/plainDate.ts'
import type { GrantRecord } from '#domain/publication.ts'
import { toPence, inPounds } from '#domain/quantities.ts'
import { threeSixtyGiving } from '#domain/threeSixtyGiving.ts'
import type { ThreeSixtyGiving, ThreeSixtyGrant } from '#domain/threeSixtyGiving.ts'
import type { LegalForm, Register } from '#domain/vocabulary.ts'
import { capacityGaps } from '#domain/vocabulary.ts'
import { about, grantRecord, setUpAs, ward, willow } from './grantRecords.ts'
import { codes, faultsOf } from './threeSixtySchema.ts'

function published(...records: GrantRecord[]): ThreeSixtyGiving {
  const made = threeSixtyGiving(records, about)
  if (!made.ok) throw new Error('nothing to publish')
  return made.value
}
const onlyGrant = (record: GrantRecord): ThreeSixtyGrant => published(record).json.grants[0] as ThreeSixtyGrant
const cells = ({ table }: ThreeSixtyGiving, row = 0) =>
  Object.fromEntries(table.heads.map((head, place) => [head, table.rows[row]?.[place]]))

const soleTrader = grantRecord({ number: 121, paid: { '2026-04-20': 500_00 }, state: 'paid' })
const company = grantRecord({ number: 122, ...willow, gap: 'respite', awarded: 499_99 })

test('a package with a sole trader and a company is valid by the 360Giving schema', () => {
  const { json } = published(soleTrader, company)
  expect(faultsOf(json)).toEqual([])
  expect(json).toMatchObject({
    version: '1.4',
    title: 'Micro-grants 2026: grants by Exampleshire Council',
    issued: '2026-11-27',
    description: 'Grants to people have no name and no address.',
    modified: '2026-04-20T09:30:00.000Z',
    publisher: { identifier: 'GB-LAE-SOM', name: 'Exampleshire Council' },
  })
})

describe('the schema these tests hold a package to', () => {
  const { json } = published(soleTrader, company)
  const [first, second] = json.grants
  const withGrant = (grant: object) => ({ ...json, grants: [grant] })
  test.each<[string, unknown]>([
    ['a version of three parts', { ...json, version: '1.4.3' }],
    ['no grants at all', { ...json, grants: [] }],
    ['the same grant twice', { ...json, grants: [first, first] }],
    ['a recipient of both kinds', withGrant({ ...first, ...second })],
    ['no recipient', withGrant({ ...first, recipientIndividual: undefined })],
    ['an amount as words', withGrant({ ...first, amountAwarded: '£500' })],
    ['no description', withGrant({ ...first, description: null })],
    ['a day as people say it', withGrant({ ...first, awardDate: '1 April 2026' })],
    ['a moment that is none', withGrant({ ...first, dateModified: '2026-11-27T25:30:00Z' })],
    ['an organisation without a name', withGrant({ ...second, recipientOrganization: [{ id: 'GB-COH-01234567' }] })],
    ['a field that the standard does not have', withGrant({ ...first, recipientName: 'Individual Recipient' })],
  ])('refuses %s', (_, wrong) => {
    expect(faultsOf(wrong)).not.toEqual([])
  })
})

describe('a grant to a sole trader', () => {
  test('is one to an individual, in coded words, in a ward by its code alone', () => {
    expect(onlyGrant(soleTrader)).toEqual({
      id: '360G-exampleshire-g1062928',
      title: 'Micro-grant for a small care or support service: help at home',
      description: 'To help start or run a small local care or support service that offers help at home.',
      currency: 'GBP',
      amountAwarded: 500,
      amountDisbursed: 500,
      awardDate: '2026-04-01',
      recipientIndividual: { id: '360G-exampleshire-IND-r838212', name: 'Individual Recipient' },
      toIndividualsDetails: { primaryGrantReason: 'GTIR070', grantPurpose: ['GTIP140'] },
      beneficiaryLocation: [{ countryCode: 'GB', geoCode: 'E05009999', geoCodeType: 'WD' }],
      locationScope: 'GLS060',
      fundingOrganization: [{ id: 'GB-LAE-SOM', name: 'Exampleshire Council', department: 'Adult social care' }],
      grantProgramme: [{ title: 'Micro-grants 2026' }],
      dateModified: '2026-04-20T09:30:00.000Z',
    })
  })

  test('does not name our number, nor the person, even where a name came along by mistake', () => {
    const named = grantRecord({ number: 121, organisationName: 'Jo Marsh' })
    const { json, table } = published(named)
    expect(JSON.stringify([json, table])).not.toMatch(/Jo Marsh|G-0121|"121"/)
  })

  test.each([
    ['an output area', { geoCode: 'E01029999' }],
    ['a middle-layer output area', { geoCode: 'E02006999' }],
    ['a parish', { geoCode: 'E04008999' }],
    ['a postcode', { geoCode: 'BA6 9EL' }],
    ['of a kind that there is not', { geoCode: 'constructor' }],
    ['a ward with a digit too many', { geoCode: 'E050099990' }],
    ['a name without a code', {}],
  ])('says nothing of the place where it is %s', (_, place) => {
    const grant = onlyGrant(grantRecord({ area: { code: 'baltonsborough', name: 'Baltonsborough', ...place } }))
    expect(grant).not.toHaveProperty('beneficiaryLocation')
    expect(grant).not.toHaveProperty('locationScope')
  })

  test('stays one to an individual where a company is chosen and not set up yet, and where there are partners', () => {
    const chosen = { state: 'chosen', form: 'cic', on: day('2026-01-05') } as const
    for (const constitution of [chosen, { state: 'not-chosen' } as const, setUpAs('partnership')])
      expect(onlyGrant(grantRecord({ constitution, organisationName: 'Marsh & Daughter' }))).toMatchObject({
        recipientIndividual: { name: 'Individual Recipient' },
      })
  })
})

describe('a grant to an organisation', () => {
  test.each<[LegalForm, Register | undefined, string | undefined, object]>([
    ['cic', 'companies-house', '01234567', { id: 'GB-COH-01234567', companyNumber: '01234567' }],
    ['limited_company', 'companies-house', 'SC907816', { id: 'GB-COH-SC907816', companyNumber: 'SC907816' }],
    ['guarantee_company', 'companies-house', '07654321', { id: 'GB-COH-07654321', companyNumber: '07654321' }],
    ['llp', 'companies-house', 'OC123456', { id: 'GB-COH-OC123456', companyNumber: 'OC123456' }],
    ['cio', 'charity-commission', '1173575', { id: 'GB-CHC-1173575', charityNumber: '1173575' }],
    ['charity', 'oscr', 'SC042386', { id: 'GB-SC-SC042386', charityNumber: 'SC042386' }],
    ['charity', 'ccni', '100019', { id: 'GB-NIC-100019', charityNumber: '100019' }],
    ['cooperative_society', 'mutuals', '235C', { id: 'GB-MPR-235C' }],
    // Nobody registers a group; and a number that its register would not give is none.
    ['unincorporated_association', undefined, undefined, { id: '360G-exampleshire-ORG-r106092' }],
    ['cic', 'companies-house', '1-101614751', { id: '360G-exampleshire-ORG-r106092' }],
    ['cic', undefined, undefined, { id: '360G-exampleshire-ORG-r106092' }],
  ])('a %s registered with %s as %s is known as such', (form, register, identifier, known) => {
    const record = grantRecord({ constitution: setUpAs(form, register, identifier), organisationName: 'Willow Companions' })
    expect(onlyGrant(record)).toMatchObject({ recipientOrganization: [{ ...known, name: 'Willow Companions' }] })
    expect(onlyGrant(record)).not.toHaveProperty('recipientIndividual')
    expect(faultsOf(published(record).json)).toEqual([])
  })

  test('names its place beside its code', () => {
    expect(onlyGrant(grantRecord({ ...willow })).beneficiaryLocation).toEqual([
      { name: 'Glastonbury St John’s', countryCode: 'GB', geoCode: 'E05009999', geoCodeType: 'WD' },
    ])
  })

  test('may name its place without a code, and a code smaller than a ward is left away there too', () => {
    const place = { code: 'street', name: 'Street', geoCode: 'E01029999' }
    expect(onlyGrant(grantRecord({ ...willow, area: place })).beneficiaryLocation).toEqual([{ name: 'Street', countryCode: 'GB' }])
    expect(onlyGrant(grantRecord({ ...willow, area: null }))).not.toHaveProperty('beneficiaryLocation')
  })
})

test('every code is in its list of the standard, and every kind of place has the scope of its size', () => {
  const begins = ['E05', 'W05', 'S13', 'E06', 'W06', 'E07', 'E08', 'E09', 'E10', 'S12']
  const grants = begins.map(each => onlyGrant(grantRecord({ area: { ...ward, geoCode: `${each}000001` } })))
  const kinds = ['WD', 'WD', 'WD', 'UA', 'UA', 'NMD', 'MD', 'LONB', 'CTY', 'CA']
  expect(grants.map(({ beneficiaryLocation }) => beneficiaryLocation?.[0].geoCodeType)).toEqual(kinds)
  // A ward is a local area, GLS060; each of the others is a local authority, GLS050.
  expect(grants.map(({ locationScope }) => locationScope)).toEqual(kinds.map(kind => (kind === 'WD' ? 'GLS060' : 'GLS050')))
  for (const grant of grants) {
    expect(codes.locationScope).toContain(grant.locationScope)
    expect(codes.geoCodeType).toContain(grant.beneficiaryLocation?.[0].geoCodeType)
    const { toIndividualsDetails } = grant as Extract<ThreeSixtyGrant, { toIndividualsDetails: object }>
    expect(codes.grantToIndividualsReason).toContain(toIndividualsDetails.primaryGrantReason)
    expect(codes.grantToIndividualsPurpose).toEqual(expect.arrayContaining([...toIndividualsDetails.grantPurpose]))
  }
})

describe('the table', () => {
  test('has the headings of the standard’s sheet, in its order, and none for an address', () => {
    const { heads } = published(soleTrader, company).table
    expect(heads).toEqual(codes.sheetHeadings.filter(head => heads.includes(head)))
    expect(heads).toHaveLength(25)
    expect(heads.filter(head => /Postal|Street|City|Latitude|Longitude/.test(head))).toEqual([])
  })

  test('says what the JSON says, one recipient a row', () => {
    const made = published(soleTrader, company)
    const rows = [cells(made, 0), cells(made, 1)]
    expect(rows.find(row => row['Recipient Ind:Name'] === 'Individual Recipient')).toMatchObject({
      Identifier: '360G-exampleshire-g1062928',
      'Amount Awarded': 500,
      'Award Date': { day: '2026-04-01' },
      'To Individuals Details:Primary Grant Reason': 'GTIR070',
      'To Individuals Details:Grant Purpose': 'GTIP140',
      'Recipient Org:Identifier': null,
      'Recipient Org:Name': null,
      'Beneficiary Location:Name': null,
      'Beneficiary Location:Geographic Code': 'E05009999',
      'Location Scope': 'GLS060',
      'Last Modified': '2026-04-20T09:30:00.000Z',
    })
    expect(rows.find(row => row['Recipient Org:Name'] !== null)).toMatchObject({
      Title: 'Micro-grant for a small care or support service: breaks for carers',
      'Amount Awarded': 499.99,
      'Amount Disbursed': 0,
      'Recipient Ind:Identifier': null,
      'Recipient Org:Identifier': 'GB-COH-01234567',
      'Recipient Org:Name': 'Willow Companions CIC',
      'Recipient Org:Company Number': '01234567',
      'Recipient Org:Charity Number': null,
      'Funding Org:Department': 'Adult social care',
    })
  })

  test('runs no formula that stands in a name', () => {
    const { table } = published(grantRecord({ ...willow, organisationName: '=HYPERLINK("https://example.org")' }))
    const cellsOfRow = table.rows.map(row => row.map(cell => (cell !== null && typeof cell === 'object' ? cell.day : cell)))
    expect(csvText([table.heads, ...cellsOfRow])).toContain(`"'=HYPERLINK(""https://example.org"")"`)
  })
})

describe('what is left out', () => {
  test('is what is decided later, what came to nothing, and what has no name; it adds up with what is in to the register', () => {
    const { json, reconciliation } = published(
      soleTrader,
      company,
      grantRecord({ number: 3, decidedOn: '2026-11-28', awarded: 100_00 }),
      grantRecord({ number: 4, isClosed: true, awarded: 200_00 }),
      grantRecord({ number: 5, constitution: setUpAs('cio'), awarded: 300_01 }),
    )
    expect(json.grants).toHaveLength(2)
    // £500.00 + £499.99; £100, £200 and £300.01 left out; £1,600.00 in all.
    expect(reconciliation).toEqual({
      listed: { grants: 2, awardedPence: 999_99, paidPence: 500_00 },
      leftOut: [
        { why: 'decided-later', grants: 1, awardedPence: 100_00, paidPence: 0 },
        { why: 'not-taken-up', grants: 1, awardedPence: 200_00, paidPence: 0 },
        { why: 'no-name', grants: 1, awardedPence: 300_01, paidPence: 0 },
      ],
      register: { grants: 5, awardedPence: 1_600_00, paidPence: 500_00 },
    })
  })

  test('is said in the description of the package, in counts and without amounts', () => {
    const { json } = published(
      soleTrader,
      grantRecord({ number: 4, isClosed: true }),
      grantRecord({ number: 5, isClosed: true }),
      grantRecord({ number: 6, constitution: setUpAs('cio') }),
      grantRecord({ number: 7, area: null }),
      grantRecord({ number: 8, area: { code: 'wells', name: 'Wells' } }),
    )
    expect(json.description).toBe(
      'Grants to people have no name and no address. 2 grants are left out: not taken up, so no money was paid. ' +
        '1 grant is left out: the name of the organisation is not on record. Where it is, is not said of 2: no place with a code is on record.',
    )
    expect(faultsOf(json)).toEqual([])
  })

  test('is a place without a code, and the areas that have none are named', () => {
    const wells = { code: 'wells', name: 'Wells' }
    const { withoutPlace } = published(
      soleTrader,
      grantRecord({ number: 2, area: wells }),
      grantRecord({ number: 3, ...willow, area: wells }),
      grantRecord({ number: 4, area: null }),
      // Not in the list, so that its place is nobody's question.
      grantRecord({ number: 5, area: { code: 'street', name: 'Street' }, isClosed: true }),
    )
    expect(withoutPlace).toEqual({ grants: 3, areas: ['wells'] })
    expect(published(soleTrader, company).withoutPlace).toEqual({ grants: 0, areas: [] })
  })

  test('is not a grant decided on the very day', () => {
    expect(onlyGrant(grantRecord({ decidedOn: '2026-11-27' })).awardDate).toBe('2026-11-27')
  })

  test('is an organisation whose name was emptied', () => {
    for (const organisationName of [null, '', ' '])
      expect(threeSixtyGiving([grantRecord({ ...willow, organisationName })], about)).toMatchObject({
        ok: false,
        refusal: { reconciliation: { leftOut: [{ why: 'no-name' }] } },
      })
  })

  test('may be all of it: then there is no package, and it says why', () => {
    expect(threeSixtyGiving([], about)).toMatchObject({
      ok: false,
      refusal: { kind: 'nothing-to-publish', reconciliation: { leftOut: [] } },
    })
    expect(threeSixtyGiving([grantRecord({ isClosed: true })], about)).toMatchObject({
      ok: false,
      refusal: { reconciliation: { leftOut: [{ why: 'not-taken-up', grants: 1 }] } },
    })
  })

  test('is not a grant that was paid and came back: it was awarded', () => {
    const cameBack = grantRecord({ isClosed: true, paid: { '2026-05-01': 500_00 }, returned: 500_00 })
    expect(onlyGrant(cameBack)).toMatchObject({ amountAwarded: 500, amountDisbursed: 500 })
  })
})

test('pounds are exact: each of 1 to 99 pence prints as it is said', () => {
  for (let pence = 1; pence <= 99; pence += 1) {
    const [tens, ones] = [Math.floor(pence / 10), pence % 10]
    // 7 is 0.07, 50 is 0.5, 99 is 0.99: JSON writes no zeros at the end.
    expect(JSON.stringify(inPounds(toPence(pence)))).toBe(ones === 0 ? `0.${tens}` : `0.${tens}${ones}`)
  }
  expect([29_99, 500_00, 1_13, 314_999_99].map(pence => String(inPounds(toPence(pence))))).toEqual(['29.99', '500', '1.13', '314999.99'])
})

test('titles stay below 140 characters for every gap, and what a licence is goes along', () => {
  for (const gap of capacityGaps) expect(onlyGrant(grantRecord({ gap })).title.length).toBeLessThan(140)
  expect(onlyGrant(grantRecord({ gap: 'not-recorded' })).title).toBe('Micro-grant for a small care or support service')
  const publisher = { ...about.publisher, licence: 'https://creativecommons.org/licenses/by/4.0/' }
  const made = threeSixtyGiving([soleTrader], { ...about, publisher, words: { ...about.words, department: null } })
  expect(made).toMatchObject({ ok: true, value: { json: { license: 'https://creativecommons.org/licenses/by/4.0/' } } })
  expect(made.ok && faultsOf(made.value.json)).toEqual([])
})
