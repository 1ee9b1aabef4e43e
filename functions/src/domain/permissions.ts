import type { CommandKind } from './commandSchemas.ts'
import type { InsightCommandKind } from './insightSchemas.ts'

/** Roles are held per programme. An administrator is of the deployment, and may do what a lead may in every programme of the tenant. */
export const roles = [
  'lead',
  'catalyst',
  'partner-catalyst',
  'reviewer',
  'assessor',
  'decider',
  'payer',
  'verifier',
  'follow-up-owner',
  'funder',
] as const
export type Role = (typeof roles)[number]

/** Over which cases a permission reaches: all of the programme, or those the person works on. */
export type Reach = 'all' | 'own'

/**
 * The one table of who may do what. What it does not say is refused.
 * The API refuses by it and the tab hides by it. `administrator` stands for what the deployment's app role adds.
 */
export const permissionTable = {
  'programmes.make': { administrator: 'all' },
  'programme.read': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'all',
    reviewer: 'all',
    assessor: 'all',
    decider: 'all',
    payer: 'all',
    verifier: 'all',
    'follow-up-owner': 'all',
    funder: 'all',
  },
  'settings.read': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'all',
    reviewer: 'all',
    assessor: 'all',
    decider: 'all',
    payer: 'all',
    verifier: 'all',
    'follow-up-owner': 'all',
  },
  'settings.change': { administrator: 'all', lead: 'all' },
  /** Hands every open record over and stops the reminders. */
  'programmes.close': { administrator: 'all', lead: 'all' },
  /** Who works here: a colleague is asked to take a record over by name. */
  'members.read': { administrator: 'all', lead: 'all', catalyst: 'all', 'follow-up-owner': 'all' },
  'members.change': { administrator: 'all', lead: 'all' },
  'cases.read': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'own',
    reviewer: 'all',
    assessor: 'all',
    decider: 'all',
    payer: 'all',
    verifier: 'all',
    'follow-up-owner': 'all',
  },
  'names.see': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'own',
    assessor: 'all',
    decider: 'all',
    payer: 'all',
    verifier: 'all',
    'follow-up-owner': 'all',
  },
  'notes.read': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'own', 'follow-up-owner': 'all' },
  'cases.enquire': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'all' },
  'cases.record': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'own' },
  'cases.assign': { administrator: 'all', lead: 'all' },
  /** To say yes or no to taking a record over. Whoever is asked may, and reads the record for it, though it is not their own yet. */
  'handovers.answer': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'own' },
  'check-ins.record': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'own', 'follow-up-owner': 'all' },
  /** Saved views of the list: one's own; shared with the programme; and those that others shared. */
  'views.keep': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'own',
    reviewer: 'all',
    assessor: 'all',
    decider: 'all',
    payer: 'all',
    verifier: 'all',
    'follow-up-owner': 'all',
  },
  'views.share': { administrator: 'all', lead: 'all', catalyst: 'all', 'follow-up-owner': 'all' },
  'views.tidy': { administrator: 'all', lead: 'all' },
  'exports.make': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'own',
    reviewer: 'all',
    'follow-up-owner': 'all',
  },
  'people.change': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'own', 'follow-up-owner': 'all' },
  'drafts.keep': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'own',
    decider: 'all',
    payer: 'all',
    'follow-up-owner': 'all',
  },
  /** What is kept of a DBS check: telling it to anyone else may be an offence (Police Act 1997, section 124). */
  'dbs.see': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'own' },
  /** What needs everybody, and who carries how much. */
  'today.everyone': { administrator: 'all', lead: 'all' },
  /** Private notes are written by whoever works with people, and opened by their writer and those who answer for safeguarding. */
  'private-notes.write': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'own', 'follow-up-owner': 'all' },
  'private-notes.open': { administrator: 'all', lead: 'all' },
  'gates.overrule': { administrator: 'all', lead: 'all' },
  'entries.correct': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'own' },
  /** What people say, ask for and need: of their own enterprises and their own entries only, where the reach is `own`. */
  'insights.read': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'own',
    reviewer: 'all',
    decider: 'all',
    'follow-up-owner': 'all',
  },
  'insights.record': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'own' },
  /** Whether a council service is ready to change is for the council, or for who leads the programme, to sign. */
  'readiness.sign': { administrator: 'all', lead: 'all', reviewer: 'all' },
  /** The fund, what waits in it, and its ledger. */
  'pots.read': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'own',
    reviewer: 'all',
    assessor: 'all',
    decider: 'all',
    payer: 'all',
    verifier: 'all',
  },
  'pots.change': { administrator: 'all', lead: 'all' },
  /** The papers of a grant: what it is for, and why. */
  'grants.read': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'own',
    assessor: 'all',
    decider: 'all',
    payer: 'all',
    verifier: 'all',
  },
  'grants.recommend': { catalyst: 'all', 'partner-catalyst': 'own' },
  'grants.assess': { assessor: 'all' },
  'grants.decide': { decider: 'all' },
  /** Letters, receipts and the close: whoever is in touch with them. */
  'grants.handle': { administrator: 'all', lead: 'all', catalyst: 'all', 'partner-catalyst': 'own', assessor: 'all' },
  'grants.verify': { verifier: 'all' },
  'grants.pay': { payer: 'all' },
  /** Who has an interest says so themselves, or somebody who leads says it for them. */
  'interests.declare': {
    administrator: 'all',
    lead: 'all',
    catalyst: 'all',
    'partner-catalyst': 'own',
    assessor: 'all',
    decider: 'all',
    payer: 'all',
    verifier: 'all',
  },
  'grants.publish': { administrator: 'all', lead: 'all', decider: 'all', payer: 'all' },
  import: { administrator: 'all', lead: 'all' },
  /** What the council did not have to pay, and the figures from outside that it rests on. */
  'savings.read': { administrator: 'all', lead: 'all', catalyst: 'all', reviewer: 'all', decider: 'all' },
  /** A budget that fell is the word of the council that holds it, never of the programme that claims it. */
  'budgets.record': { reviewer: 'all', decider: 'all' },
  'assumptions.change': { administrator: 'all', lead: 'all' },
  'cohort.read': { administrator: 'all', lead: 'all', catalyst: 'all', reviewer: 'all', decider: 'all', 'follow-up-owner': 'all' },
} as const satisfies Record<string, Partial<Record<Role | 'administrator', Reach>>>

export type Permission = keyof typeof permissionTable

/** Which permission each command needs. */
export const permissionOf = {
  enquire: 'cases.enquire',
  accept: 'cases.record',
  'advise-only': 'cases.record',
  decline: 'cases.record',
  assign: 'cases.assign',
  'agree-idea': 'cases.record',
  'choose-form': 'cases.record',
  constitute: 'cases.record',
  'record-scoping': 'cases.record',
  'advance-registration': 'cases.record',
  'award-grant': 'grants.decide',
  'recommend-grant': 'grants.recommend',
  'assess-grant': 'grants.assess',
  'decide-grant': 'grants.decide',
  'offer-grant': 'grants.handle',
  'accept-grant': 'grants.handle',
  'verify-grant': 'grants.verify',
  'pay-grant': 'grants.pay',
  'see-evidence': 'grants.handle',
  'take-back-unspent': 'grants.pay',
  'ask-grant-back': 'grants.decide',
  'recover-grant': 'grants.pay',
  'write-off-grant': 'grants.decide',
  'close-grant': 'grants.handle',
  'declare-interest': 'interests.declare',
  'begin-trading': 'cases.record',
  'answer-check-in': 'check-ins.record',
  'miss-check-in': 'check-ins.record',
  'record-care-return': 'check-ins.record',
  'log-contact': 'check-ins.record',
  pause: 'check-ins.record',
  resume: 'check-ins.record',
  stop: 'check-ins.record',
  'leave-sight': 'check-ins.record',
  reopen: 'cases.record',
  'tell-privacy': 'cases.record',
  'give-permission': 'cases.record',
  'end-permission': 'cases.record',
  'count-members': 'cases.record',
  'class-ownership': 'cases.record',
  'tick-paper': 'cases.record',
  'see-check': 'cases.record',
  'sign-off': 'cases.record',
  'end-sign-off': 'cases.record',
  list: 'cases.record',
  delist: 'cases.record',
  'need-training': 'cases.record',
  'finish-training': 'cases.record',
  'tell-attribute': 'cases.record',
  'set-price': 'cases.record',
  'tell-offer': 'cases.record',
  'offer-handover': 'cases.record',
  'accept-handover': 'handovers.answer',
  'decline-handover': 'handovers.answer',
  'link-document': 'cases.record',
  'check-in': 'check-ins.record',
  'tell-change': 'check-ins.record',
  'set-task': 'check-ins.record',
  'do-task': 'check-ins.record',
  'put-off-task': 'check-ins.record',
  'put-off': 'check-ins.record',
  'overrule-gate': 'gates.overrule',
  // The least; what is undone asks for what it took to record it.
  undo: 'check-ins.record',
  withdraw: 'entries.correct',
  replace: 'entries.correct',
} as const satisfies Record<CommandKind | 'enquire', Permission>

/** Which permission each command on what the programme hears needs. */
export const insightPermissionOf = {
  'ask-people': 'insights.record',
  'log-request': 'insights.record',
  'answer-request': 'insights.record',
  'count-area': 'insights.record',
  'count-readiness': 'insights.record',
  'sign-readiness': 'readiness.sign',
  'tell-story': 'insights.record',
  'renew-story': 'insights.record',
  'end-story': 'insights.record',
  withdraw: 'insights.record',
} as const satisfies Record<InsightCommandKind, Permission>

/** Who is asking, in one programme. In meeting view they see what one sees who sees no names and no notes. */
export type Holder = { administrator: boolean; roles: readonly Role[]; namesHidden?: boolean }

const hiddenInMeetings: readonly Permission[] = ['names.see', 'notes.read', 'private-notes.write', 'private-notes.open', 'dbs.see']

/** How far a permission reaches for this person; undefined where they do not have it. */
export function reachOf(permission: Permission, { administrator, roles: held, namesHidden }: Holder): Reach | undefined {
  if (namesHidden && hiddenInMeetings.includes(permission)) return undefined
  const row: Partial<Record<Role | 'administrator', Reach>> = permissionTable[permission]
  const reaches = [...held, ...(administrator ? (['administrator'] as const) : [])].map(role => row[role])
  if (reaches.includes('all')) return 'all'
  return reaches.includes('own') ? 'own' : undefined
}

/** All that this person may do in a programme, for the tab to show and hide by. */
export const permissionsOf = (holder: Holder): Permission[] =>
  (Object.keys(permissionTable) as Permission[]).filter(permission => reachOf(permission, holder) !== undefined)
