/** What the import reads, in the order in which a spreadsheet usually holds it. */
export const columns = [
  'ref',
  'name',
  'area',
  'journey',
  'enquiry_date',
  'idea_date',
  'constituted_date',
  'legal_form',
  'cqc_needed',
  'cqc_registered_date',
  'grant_awarded_pence',
  'grant_date',
  'started_trading_date',
  'checkin_6m_date',
  'checkin_6m_outcome',
  'checkin_12m_date',
  'checkin_12m_outcome',
  'checkin_24m_date',
  'checkin_24m_outcome',
  'closed_date',
  'closed_reason',
  'withdrawn_date',
  'withdrawn_reason',
  'last_contact_date',
  'jobs',
  'weekly_hours',
  'people_supported',
  'contact_name',
  'phone',
  'email',
  'postcode',
  'catalyst',
  'services',
  'areas_served',
  'price_per_hour_pence',
  'council_paid_hours',
  'personal_care_hours',
  'insurance_until',
  'dbs_seen',
  'note',
] as const
export type Column = (typeof columns)[number]

/** Columns without which a file cannot be read. */
const requiredColumns = ['ref', 'name', 'enquiry_date'] as const satisfies readonly Column[]

/** Columns that hold money: what the heading says decides whether a bare number is pounds or pence. */
export const moneyColumns = ['grant_awarded_pence', 'price_per_hour_pence'] as const satisfies readonly Column[]
export type MoneyColumn = (typeof moneyColumns)[number]
type MoneyUnit = 'pounds' | 'pence' | 'not-said'

/** Headings that people give these columns, in small letters, units and punctuation left off. The column's own name is always one. */
const synonyms: Record<Column, readonly string[]> = {
  ref: [
    'reference',
    'reference number',
    'ref no',
    'ref number',
    'id',
    'case ref',
    'case reference',
    'case number',
    'our ref',
    'urn',
    'no',
    'number',
  ],
  name: [
    'enterprise',
    'enterprise name',
    'business',
    'business name',
    'trading name',
    'micro enterprise',
    'name of enterprise',
    'provider',
  ],
  area: ['patch', 'locality', 'district', 'town'],
  journey: ['type of support', 'support type', 'kind of support', 'new or existing'],
  enquiry_date: ['enquiry', 'enquired', 'enquired on', 'date of enquiry', 'first contact', 'first contact date', 'date of first contact'],
  idea_date: ['idea', 'idea agreed', 'idea agreed on', 'idea agreed date', 'date idea agreed'],
  constituted_date: ['set up', 'set up on', 'set up date', 'constituted', 'constituted on', 'date set up', 'date constituted'],
  legal_form: ['form', 'legal structure', 'structure', 'type of business', 'business type', 'legal status', 'set up as'],
  cqc_needed: ['cqc', 'needs cqc', 'cqc required', 'registration needed', 'cqc registration needed', 'needs cqc registration'],
  cqc_registered_date: [
    'cqc registered',
    'cqc registered on',
    'cqc date',
    'registered with cqc',
    'cqc registration date',
    'date of cqc registration',
  ],
  grant_awarded_pence: [
    'grant awarded',
    'grant',
    'grant amount',
    'amount of grant',
    'amount awarded',
    'micro grant',
    'small grant',
    'grant paid',
  ],
  grant_date: ['grant paid on', 'grant paid date', 'date of grant', 'grant awarded on', 'grant awarded date', 'date grant paid'],
  started_trading_date: [
    'started trading',
    'started trading on',
    'trading from',
    'trading since',
    'began trading',
    'start of trading',
    'trading start date',
    'trading date',
    'start date',
    'date started trading',
    'date trading began',
  ],
  checkin_6m_date: checkIn('6', ['date', 'on', '']),
  checkin_6m_outcome: checkIn('6', ['outcome', 'result', 'answer', 'status']),
  checkin_12m_date: checkIn('12', ['date', 'on', '']),
  checkin_12m_outcome: checkIn('12', ['outcome', 'result', 'answer', 'status']),
  checkin_24m_date: checkIn('24', ['date', 'on', '']),
  checkin_24m_outcome: checkIn('24', ['outcome', 'result', 'answer', 'status']),
  closed_date: [
    'closed',
    'closed on',
    'date closed',
    'closure date',
    'stopped',
    'stopped on',
    'stopped trading',
    'ceased trading',
    'end date',
  ],
  closed_reason: ['why closed', 'reason closed', 'reason for closing', 'reason for closure', 'why they stopped', 'closure reason'],
  withdrawn_date: ['withdrawn', 'withdrew', 'withdrew on', 'withdrawn on', 'date withdrawn', 'dropped out', 'dropped out on'],
  withdrawn_reason: ['why withdrawn', 'reason withdrawn', 'reason for withdrawing', 'withdrawal reason', 'why they left'],
  last_contact_date: ['last contact', 'last contacted', 'last spoken to', 'date of last contact', 'last heard from'],
  jobs: ['number of jobs', 'jobs created', 'staff', 'workers', 'people working', 'people who work in it'],
  weekly_hours: ['hours', 'hours a week', 'hours per week', 'weekly hours of care', 'care hours', 'hours of care', 'hours week'],
  people_supported: ['people', 'people helped', 'people they support', 'number of people supported', 'clients', 'supported people'],
  contact_name: ['contact', 'contact person', 'entrepreneur', 'owner', 'owner name', 'full name'],
  phone: ['telephone', 'phone number', 'telephone number', 'tel', 'mobile', 'mobile number', 'contact number'],
  email: ['e mail', 'email address', 'e mail address'],
  postcode: ['post code', 'business postcode'],
  catalyst: ['worker', 'lead worker', 'support worker', 'catalyst name', 'assigned to', 'coordinator'],
  services: ['service', 'services offered', 'what they do', 'what they offer'],
  areas_served: ['areas covered', 'area covered', 'where they work', 'coverage', 'areas they cover'],
  price_per_hour_pence: [
    'price per hour',
    'price an hour',
    'hourly rate',
    'hourly price',
    'rate per hour',
    'price',
    'per hour',
    'price hour',
  ],
  council_paid_hours: ['council hours', 'hours paid by the council', 'council paid hours a week', 'direct payment hours'],
  personal_care_hours: ['hours of personal care', 'personal care', 'personal care hours a week'],
  insurance_until: ['insured until', 'insurance expiry', 'insurance expires', 'insurance end date', 'public liability until'],
  dbs_seen: [
    'dbs',
    'dbs seen on',
    'dbs check',
    'dbs checked',
    'dbs check seen',
    'dbs date',
    'date of dbs',
    'dbs check date',
    'dbs date seen',
    'dbs seen date',
    'date dbs seen',
  ],
  note: ['notes', 'comments', 'comment', 'remarks', 'other information'],
}

function checkIn(months: string, endings: readonly string[]): string[] {
  const starts = [
    `checkin ${months}m`,
    `check in ${months}m`,
    `${months} month check in`,
    `${months} months check in`,
    `${months}m check in`,
    `${months} month`,
    `${months}m`,
  ]
  return starts.flatMap(start => endings.map(ending => `${start} ${ending}`.trim()))
}

/** A heading as it is compared: small letters and digits, single spaces, what it says of pounds and pence left off. */
function plainHeading(heading: string): string {
  const plain = heading
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
  return plain
    .replaceAll(/\b(?:in )?(?:pounds|gbp|pence)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function unitOf(heading: string): MoneyUnit {
  if (/£|(?:^|[^a-z])(?:pounds|gbp)(?:$|[^a-z])/i.test(heading)) return 'pounds'
  return /pence(?:$|[^a-z])|\(p\)/i.test(heading) ? 'pence' : 'not-said'
}

const columnByHeading: ReadonlyMap<string, Column> = new Map(
  columns.flatMap(column => [plainHeading(column), ...synonyms[column]].map(heading => [heading, column] as const)),
)

/** A column of the file that is read. `heading` is as it stands in the file. */
export type ReadColumn = { column: Column; place: number; heading: string; unit: MoneyUnit }

/** Which columns of a file are read, and which are not, by name. `twice` are not read because an earlier column is the same thing. */
export type Headings = {
  read: readonly ReadColumn[]
  notRead: readonly { place: number; heading: string }[]
  twice: readonly { heading: string; insteadOf: string }[]
  missing: readonly Column[]
}

/** The column that a heading names, or that a person names by its own name. */
export const columnOf = (heading: string): Column | undefined => columnByHeading.get(plainHeading(heading))

/** Reads a row of headings: any order, friendly names too. A column's own name wins over a friendly one; otherwise the first counts. */
export function readHeadings(headings: readonly string[]): Headings {
  const found = headings.map((heading, place) => ({ place, heading: heading.trim(), column: columnOf(heading), unit: unitOf(heading) }))
  const own = (each: { heading: string; column: Column | undefined }) => each.heading.toLowerCase() === each.column
  const read: ReadColumn[] = []
  const twice: { heading: string; insteadOf: string; place: number }[] = []
  for (const { column, ...rest } of [...found.filter(own), ...found.filter(each => !own(each))]) {
    if (!column) continue
    const earlier = read.find(each => each.column === column)
    if (earlier) twice.push({ heading: rest.heading, insteadOf: earlier.heading, place: rest.place })
    else read.push({ column, ...rest })
  }
  const notRead = found.filter(({ column, place }) => !column || twice.some(each => each.place === place))
  return {
    read: read.sort((a, b) => a.place - b.place),
    notRead: notRead.map(({ place, heading }) => ({ place, heading })),
    twice: twice.map(({ heading, insteadOf }) => ({ heading, insteadOf })),
    missing: requiredColumns.filter(column => !read.some(each => each.column === column)),
  }
}
