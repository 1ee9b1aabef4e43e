import type { FileTable } from './caseFile.ts'
import type { PlainDate } from './plainDate.ts'
import type { GrantRecord, Omission, PublicationAbout, Reconciliation } from './publication.ts'
import { isUnnamed, omittedEverywhere, purposeOf, recipientOf, sortedOut } from './publication.ts'
import { inPounds } from './quantities.ts'
import type { LegalForm } from './vocabulary.ts'

/**
 * Whether a legal form is a voluntary, community or social enterprise body. By the Code that is one without government which is driven by values
 * and for the most part puts what is left over back into social, environmental or cultural aims. A company limited by guarantee has no
 * shareholders to pay, so it is listed; one limited by shares and a limited liability partnership have members to pay, so they are not.
 */
const isVoluntaryOrSocial = {
  sole_trader: false,
  partnership: false,
  limited_company: false,
  guarantee_company: true,
  llp: false,
  cic: true,
  cio: true,
  charity: true,
  cooperative_society: true,
  community_benefit_society: true,
  unincorporated_association: true,
} as const satisfies Record<LegalForm, boolean>

/** The list, and what it leaves out and why. */
export type TransparencyList = { table: FileTable; reconciliation: Reconciliation }

/**
 * Grants to voluntary, community and social enterprise bodies, as the Local Government Transparency Code 2015 asks a council to publish them:
 * date, period, department, beneficiary, its registration number, purpose and amount. Grants to people and to private companies do not belong
 * to it; most sole traders' are of that kind. All our grants are given once, even where they are paid in parts.
 */
export function transparencyList(records: readonly GrantRecord[], { words, on }: Pick<PublicationAbout, 'words' | 'on'>): TransparencyList {
  const { listed, reconciliation } = sortedOut(records, record => whyNot(record, on))
  const rows = listed.map(({ grant, constitution, organisationName }) => {
    const recipient = recipientOf(constitution)
    return [
      { day: grant.decided.on },
      'One-off',
      words.department,
      organisationName,
      recipient.kind === 'organisation' ? (recipient.registered?.identifier ?? null) : null,
      purposeOf(grant.gap).description,
      inPounds(grant.decided.pence),
    ]
  })
  const heads = ['Date awarded', 'Time period', 'Department', 'Beneficiary', 'Registration number', 'Purpose', 'Amount, £']
  return { table: { title: 'Transparency', heads, rows }, reconciliation }
}

function whyNot(record: GrantRecord, on: PlainDate): Omission | undefined {
  const everywhere = omittedEverywhere(record, on)
  if (everywhere) return everywhere
  const recipient = recipientOf(record.constitution)
  if (recipient.kind !== 'organisation') return recipient.kind
  if (!isVoluntaryOrSocial[recipient.form]) return 'private-company'
  return isUnnamed(record) ? 'no-name' : undefined
}
