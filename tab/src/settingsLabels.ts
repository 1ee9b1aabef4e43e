import type { PlaceKind } from '#domain/places.ts'
import type { Role } from '#domain/permissions.ts'
import type { Extra, FollowUpBy, ProgrammeRules, RiskTier, StuckStep, TemplateStep } from '#domain/programmeRules.ts'

/** The words of the settings page. A code without words does not compile. */

/** Lists of names that a programme gives. */
export type CodeKind = 'areas' | 'services' | 'councilServices' | 'directories' | 'consortia'

type CodeWords = {
  title: string
  lead: string
  add: string
  ask: string
  /** In a sentence of the history: "new area North". */
  one: string
  none: string
}

export const codeLabels = {
  areas: {
    title: 'Areas',
    lead: 'The places that this programme covers.',
    add: 'Add an area',
    ask: 'What is the area called?',
    one: 'area',
    none: 'No areas yet.',
  },
  services: {
    title: 'What enterprises offer',
    lead: 'The kinds of help that you count.',
    add: 'Add a service',
    ask: 'What is the service called?',
    one: 'service',
    none: 'No services yet.',
  },
  councilServices: {
    title: 'Council services that staff leave',
    lead: 'Named when staff leave a council service to set up on their own.',
    add: 'Add a council service',
    ask: 'What is the council service called?',
    one: 'council service',
    none: 'No council services yet.',
  },
  directories: {
    title: 'Directories',
    lead: 'Where enterprises can be listed.',
    add: 'Add a directory',
    ask: 'What is the directory called?',
    one: 'directory',
    none: 'No directories yet.',
  },
  consortia: {
    title: 'Consortia',
    lead: 'Groups of enterprises that bid for work together.',
    add: 'Add a consortium',
    ask: 'What is the consortium called?',
    one: 'consortium',
    none: 'No consortia yet.',
  },
} satisfies Record<CodeKind, CodeWords>

/** What a place is, by the code that it has. */
export const placeKindLabels = {
  WD: 'a ward',
  UA: 'a council',
  NMD: 'a district',
  MD: 'a borough',
  LONB: 'a London borough',
  CTY: 'a county',
  CA: 'a council',
} satisfies Record<PlaceKind, string>

/** Limits that are one number. */
type LimitKey = keyof Pick<ProgrammeRules, 'answerWorkingDays' | 'silentDays' | 'caseload' | 'sizeCapHundredths' | 'fullTimeMinutes'>

type LimitWords = { label: string; hint: string }

export const limitLabels = {
  answerWorkingDays: { label: 'Days to answer an enquiry', hint: 'Working days. You promise this to those who ask.' },
  silentDays: { label: 'Days with no contact', hint: 'After this long, Today says to ring.' },
  caseload: { label: 'Records that one catalyst can have open', hint: 'The bar for each catalyst ends here.' },
  sizeCapHundredths: { label: 'Largest one we help, in full-time jobs', hint: 'Leave it blank for no limit.' },
  fullTimeMinutes: { label: 'Hours in a full-time week', hint: 'We use it to turn hours into full-time jobs.' },
} satisfies Record<LimitKey, LimitWords>

export const stuckHint = 'After this many days they count as stuck.'
export const stuckLabels = {
  idea: 'Days to agree the idea',
  'set-up': 'Days to get set up',
  'cqc-check': 'Days to do the CQC check',
  'cqc-application': 'Days with CQC',
  grant: 'Days from grant agreed to grant paid',
  trading: 'Days from set up to trading',
} satisfies Record<StuckStep, string>

export const tierLabels = {
  everyone: 'Everyone',
  'in-the-home': 'Those who work in people’s homes',
  regulated: 'Those who must be with CQC',
} satisfies Record<RiskTier, string>

export const templateStepLabels = {
  enquired: 'After the enquiry',
  accepted: 'After you take them on',
  'idea-agreed': 'After the idea is agreed',
  constituted: 'After they are set up',
  'application-submitted': 'After they apply to CQC',
  listed: 'After they are listed',
  'trading-began': 'After they begin to trade',
} satisfies Record<TemplateStep, string>

export const extraLabels = {
  charter: { label: 'Charter', hint: 'Ask whether they signed your charter.' },
  'living-wage': { label: 'Living wage', hint: 'Ask whether they pay the living wage.' },
  'payer-split': { label: 'Who pays for the hours', hint: 'Ask for the hours that each payer pays for.' },
  'kind-split': { label: 'Kinds of help', hint: 'Ask for the hours of each kind of help.' },
  consortia: { label: 'Consortia', hint: 'Ask which consortium they belong to.' },
  community: { label: 'Community activities', hint: 'Take in groups that give help with no pay.' },
  skills: { label: 'Skills and training', hint: 'Keep what they need to learn, and have learned.' },
} satisfies Record<Extra, { label: string; hint: string }>

export const followUpLabels = {
  'council-team': 'The council team',
  person: 'One named person',
  nobody: 'Nobody yet',
} satisfies Record<FollowUpBy, string>

export const roleLabels = {
  lead: 'Lead',
  catalyst: 'Catalyst',
  'partner-catalyst': 'Partner catalyst',
  reviewer: 'Reviewer',
  assessor: 'Looks at large grants',
  decider: 'Decides grants',
  payer: 'Pays grants',
  verifier: 'Checks large grants',
  'follow-up-owner': 'Makes check-ins later',
  funder: 'Funder',
} satisfies Record<Role, string>

/** Sentences and questions of the page that are not the label of a code. */
export const settingsWords = {
  fromWhen: 'From which day does this count?',
  fromWhenHint: 'Answers about days before it stay as they are.',
  newName: 'What is it called from now on?',
  placeCode: 'Place code',
  placeCodeAsked: 'What is the code of the ward or council?',
  placeCodeHint: 'The ONS code, a letter and eight digits, such as E05000001. Leave it blank if there is none.',
  placeCodeFault: 'Type the code of a ward or a larger place. It begins like E05, E06, E07, E08, E09 or E10.',
  placeCodeLead:
    'Lists of grants that you publish say where by this code. A place smaller than a ward is not taken, as it could show who it is.',
  keepsRecords: 'Old records keep it. Nobody can pick it for new ones.',
  hoursWanted: 'How many hours a week do you want there?',
  hoursHint: 'Leave it blank if you no longer want any.',
  checkName: 'What is the check called?',
  whichCheck: 'Which check?',
  tier: 'Who needs it?',
  hasEnd: 'Does it have an end date?',
  lookAgain: 'Look at it again after how many months?',
  lookAgainHint: 'Leave it blank if once is enough.',
  neededToList: 'Must you see it before you list them?',
  inStandard: 'Is it part of your own standard for sign-off?',
  taskSays: 'What is there to do?',
  taskAfter: 'After which step?',
  taskDays: 'How many days after?',
  phone: 'Number to ring if someone is at risk',
  phoneHint: 'Private notes show it. They do not open without one.',
  name: 'Name',
  costInAll: 'Cost in all',
  ringsThem: 'Who rings them then',
  programmeName: 'What is the programme called?',
  moneyBegins: 'The money begins',
  moneyEnds: 'The money ends',
  cost: 'What does it cost in all?',
  ringUntil: 'We ring them until',
  whoRings: 'Who will ring them?',
  ringer: 'Who is it?',
  ringerName: 'What are they called?',
  memberId: 'Their Entra object ID',
  memberIdHint: 'Your IT team can look it up.',
  memberLabel: 'What do you call them here?',
  memberRoles: 'What may they do?',
  atOnce: 'This counts at once.',
  oldRecords: 'No longer used, still on old records',
  rangesFree: 'These numbers are where we began. Change them to suit you.',
} as const
