import type { AssumptionKind } from '#domain/assumptions.ts'
import type { Gate, Need } from '#domain/besideVocabulary.ts'
import type { CannotRecord } from '#domain/decide.ts'
import type { Condition } from '#domain/gates.ts'
import type { CannotHear } from '#domain/decideInsight.ts'
import type { ImportReport } from '#domain/importSchemas.ts'
import type { CannotMerge } from '#domain/merging.ts'
import type { Permission } from '#domain/permissions.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { Called } from '#domain/settings.ts'
import type { CannotHold } from '#domain/settingsChecks.ts'
import type { CannotGrant } from '#domain/grantRules.ts'
import type { Bound } from '#domain/separation.ts'
import type { Entry } from '#domain/wireSchemas.ts'
import type { CannotTell } from '#functions/caller.ts'
import type { CannotWrite } from '#functions/writing.ts'

/** Why a file cannot be brought in. `what` is a sentence to the lead; `rows-need-you` comes with the whole report. */
export type CannotImport =
  | { kind: 'bad-file'; what: string }
  | { kind: 'file-too-large'; what: string }
  | { kind: 'rows-need-you'; what: string; report: ImportReport }

/** Every way in which the API says no. */
export type Refusal =
  | CannotTell
  | CannotRecord
  | CannotHear
  | CannotWrite
  | CannotMerge
  | CannotImport
  | CannotHold
  | { kind: 'not-found' }
  /** `whoCan`: of a step of a grant, object ids of those who may take it. */
  | { kind: 'not-permitted'; permission: Permission; whoCan?: readonly string[] }
  | { kind: 'not-understood'; errors: { where: string; what: string }[] }
  | { kind: 'not-json' }
  | { kind: 'wrong-content-type'; wanted: string }
  | { kind: 'body-too-large'; limit: number }
  | { kind: 'length-missing' }
  | { kind: 'idempotency-key-missing' }
  | { kind: 'if-match-missing' }
  | { kind: 'changed-since-read'; n: number; entries: Entry[] }
  | { kind: 'draft-too-long'; limit: number }
  | { kind: 'draft-held-back' }
  | { kind: 'views-full'; most: number }
  | { kind: 'ticket-gone' }
  | { kind: 'programme-exists'; id: string }
  | { kind: 'areas-share-a-name'; first: string; second: string }
  | { kind: 'area-without-a-name'; area: string }
  | { kind: 'no-such-area'; area: string }
  | { kind: 'no-such-service'; service: string }
  | { kind: 'reference-taken'; reference: string }
  | { kind: 'settings-changed'; version: number }
  | { kind: 'nothing-changed' }
  /** Shares of hours that nobody split come to more than all of them. */
  | { kind: 'shares-over-whole' }
  | { kind: 'figure-missing'; kinds: readonly AssumptionKind[] }
  | { kind: 'not-a-member' }
  | { kind: 'owner-not-here' }
  | { kind: 'nobody-follows-up' }
  | { kind: 'last-lead' }
  /** `whoCan`: object ids of those who may take this step. */
  | (Bound & { whoCan: readonly string[] })
  | (CannotGrant & { whoCan?: readonly string[] })
  | { kind: 'recommend-first' }
  | { kind: 'take-back-instead' }
  | { kind: 'record-it-again' }
  | { kind: 'subsidy-stays' }
  | { kind: 'rule-reworded' }
  | { kind: 'no-such-fund' }
  | { kind: 'fund-in-use'; leftPence: number }
  | { kind: 'no-publisher' }
  | { kind: 'nothing-to-publish' }
  | { kind: 'not-asked-to-take-over' }
  | { kind: 'of-two-records' }
  | { kind: 'cannot-take-over' }
  | { kind: 'no-safeguarding-number' }
  /** `called`: the programme's own names of checks. */
  | { kind: 'gate-shut'; gate: Gate; inTheWay: Condition[]; called: Called }
  | { kind: 'past-legal-day'; need: Need; on: PlainDate }
  | { kind: 'look-again-before-seen'; seenOn: PlainDate; lookAgainOn: PlainDate }
  | { kind: 'issued-after-seen'; seenOn: PlainDate; issuedOn: PlainDate }
  | { kind: 'asked-of-the-future'; today: PlainDate }
  | { kind: 'known-in-the-future' }
  | { kind: 'range-backwards' }
  | { kind: 'no-such-figure'; figure: string }
  | { kind: 'no-such-cursor' }
  | { kind: 'store-unavailable' }
  | { kind: 'broken' }

/** The one table of status codes. A new refusal does not compile until it has one. */
export const statusOf = {
  'not-signed-in': 401,
  'token-expired': 401,
  'token-not-ours': 401,
  'keys-unreachable': 503,
  'in-future': 422,
  impossible: 409,
  'no-such-entry': 422,
  'corrected-already': 409,
  'enquiry-stays': 422,
  'nothing-to-undo': 422,
  'not-yours-to-undo': 403,
  'handover-answered': 409,
  'too-late-to-undo': 409,
  'data-of-another-kind': 422,
  'identifier-shape': 422,
  'nothing-told': 422,
  'offer-not-told': 422,
  'dbs-apart': 422,
  'reference-stays': 422,
  'too-early': 422,
  'attribute-shape': 422,
  'no-numbers-before': 422,
  'more-than-the-hours': 422,
  'nobody-works': 422,
  'answer-missing': 422,
  'stopped-later': 422,
  'due-in-the-past': 422,
  'too-far-ahead': 422,
  'no-handover': 409,
  'offered-already': 409,
  'theirs-already': 409,
  'check-without-answers': 422,
  'outcome-does-not-follow': 422,
  'not-asked-to-take-over': 403,
  'merge-with-itself': 422,
  'merged-before': 409,
  'kept-is-merged': 409,
  'duplicate-has-grant': 409,
  'not-merged': 409,
  'of-two-records': 409,
  'cannot-take-over': 422,
  'no-safeguarding-number': 409,
  'gate-shut': 409,
  'past-legal-day': 422,
  'look-again-before-seen': 422,
  'issued-after-seen': 422,
  'more-than-asked': 422,
  'more-than-answered': 422,
  'year-to-come': 422,
  'asked-already': 409,
  'answered-already': 409,
  'answered-before-asked': 422,
  'permission-too-short': 422,
  'no-permission': 409,
  'permission-is-theirs': 409,
  'story-gone': 409,
  'other-numbers': 409,
  'nothing-to-sign': 409,
  busy: 503,
  'key-used-otherwise': 422,
  'bad-file': 422,
  'file-too-large': 413,
  'rows-need-you': 422,
  'not-found': 404,
  'not-permitted': 403,
  'not-understood': 400,
  'not-json': 400,
  'wrong-content-type': 415,
  'body-too-large': 413,
  'length-missing': 411,
  'idempotency-key-missing': 428,
  'if-match-missing': 428,
  'changed-since-read': 412,
  'draft-too-long': 413,
  'draft-held-back': 409,
  'views-full': 409,
  'ticket-gone': 404,
  'programme-exists': 409,
  'areas-share-a-name': 422,
  'area-without-a-name': 422,
  'no-such-area': 422,
  'no-such-service': 422,
  'period-backwards': 422,
  'reference-taken': 409,
  'code-twice': 422,
  'code-without-a-name': 422,
  'names-too-alike': 422,
  'code-not-listed': 422,
  'follow-up-unnamed': 422,
  'not-a-phone-number': 422,
  'settings-changed': 412,
  'nothing-changed': 422,
  'shares-over-whole': 422,
  'figure-missing': 409,
  'not-a-member': 422,
  'owner-not-here': 422,
  'nobody-follows-up': 422,
  'last-lead': 409,
  'works-on-it': 403,
  'has-interest': 403,
  'recommended-it': 403,
  'assessed-it': 403,
  'decided-it': 403,
  'verified-it': 403,
  'paid-it': 403,
  'changed-fund': 403,
  'overruled-gate': 403,
  'overruled-asking': 403,
  'over-your-limit': 403,
  'no-such-grant': 404,
  'amount-missing': 422,
  'more-than-asked-for': 422,
  'outside-the-fund': 409,
  'gap-not-of-this-fund': 422,
  'nothing-granted': 422,
  'over-the-cap': 409,
  'sent-back-first': 409,
  'not-assessed': 409,
  'rule-not-answered': 422,
  'rule-not-met': 409,
  'panel-too-small': 409,
  'not-on-the-panel': 409,
  'not-enough-left': 409,
  'not-accepted': 409,
  'not-confirmed': 409,
  'not-verified': 409,
  'account-not-said': 422,
  'payment-reference-missing': 422,
  'account-checked-later': 422,
  'receipts-missing': 409,
  'money-owed-back': 409,
  'close-without-words': 422,
  'last-grant-open': 409,
  'record-is-merged': 409,
  'record-it-again': 409,
  'subsidy-stays': 409,
  'rule-reworded': 409,
  'money-paid-already': 409,
  'over-subsidy-limit': 409,
  'recommend-first': 409,
  'take-back-instead': 409,
  'no-such-fund': 404,
  'no-publisher': 422,
  'nothing-to-publish': 422,
  'fund-in-use': 409,
  'asked-of-the-future': 422,
  'known-in-the-future': 422,
  'range-backwards': 422,
  'no-such-figure': 404,
  'no-such-cursor': 400,
  'store-unavailable': 503,
  broken: 500,
} as const satisfies Record<Refusal['kind'], number>
