import { inWords } from '#domain/dayWords.ts'
import { checkNames, gateInWords } from '#domain/gateWords.ts'
import { grantName } from '#domain/grants.ts'
import type { PartOfHours } from '#domain/numbersNow.ts'
import type { Impossible } from '#domain/supportCase.ts'
import type { HandoverAnswer } from '#domain/undo.ts'
import { grantRefusalWords } from '#functions/grantRefusalWords.ts'
import type { Refusal } from '#functions/refusals.ts'

type Words = { [K in Refusal['kind']]: (refusal: Extract<Refusal, { kind: K }>) => string }
type WhyImpossible = { [K in Impossible['kind']]: (about: Extract<Impossible, { kind: K }>) => string }

const whyImpossible: WhyImpossible = {
  twice: ({ firstOn }) => `This is on record already, on ${inWords(firstOn)}. Put that entry right instead.`,
  'before-enquiry': ({ on }) => `They had not enquired yet on ${inWords(on)}.`,
  'stopped-before-trading': ({ stoppedOn, beganOn }) => `They stopped (${inWords(stoppedOn)}) before they began (${inWords(beganOn)}).`,
  'after-the-end': ({ endedOn }) => `Their record ended on ${inWords(endedOn)}. Open it again first.`,
  'not-trading-yet': ({ on }) => `They had not begun to trade on ${inWords(on)}.`,
  'not-paused': ({ on }) => `They were not paused on ${inWords(on)}.`,
  'paused-already': ({ pausedOn }) => `They have been paused since ${inWords(pausedOn)}.`,
  'not-ended': ({ on }) => `Their record was open on ${inWords(on)}.`,
  'paid-without-decision': () => 'This grant has not been decided.',
  'paid-before-decision': ({ decidedOn }) => `This grant was decided later, on ${inWords(decidedOn)}.`,
  'paid-more-than-decided': () => 'This is more than was decided.',
  'no-such-grant': () => 'There is no such grant yet on that day.',
  'grant-not-there-yet': () => 'The grant is not at this step.',
  'back-more-than-paid': () => 'More would come back than was paid out.',
  'nothing-to-end': ({ on }) => `There was nothing to end on ${inWords(on)}.`,
  'merged-already': ({ on }) => `This record was merged into another one before ${inWords(on)}.`,
  'not-registered': ({ on }) => `They were not registered with CQC on ${inWords(on)}.`,
}

// One entry a kind: each takes the refusal it is named after.
const why = <K extends Impossible['kind']>(about: Extract<Impossible, { kind: K }>): string => whyImpossible[about.kind](about)

const partWords: Record<PartOfHours, string> = {
  week: 'That is more hours than those who work in it have in a week.',
  council: 'The council or NHS cannot pay for more hours than there are.',
  'personal-care': 'Personal care cannot be more hours than there are.',
  payers: 'The hours by who pays add up to more than all the hours.',
  'council-payers': 'The hours that direct payments, health budgets and contracts pay for are more than the council or NHS pays for.',
  kinds: 'The hours by kind of help, with personal care, add up to more than all the hours.',
}

const answeredWords: Record<HandoverAnswer, string> = {
  yes: 'They have taken it over. Ask them to hand it back.',
  no: 'They have said no already, so there is nothing to undo.',
  moved: 'It has gone to somebody else since, so there is nothing to undo.',
}

const lostNothing = 'We could not save or read just now. Nothing is lost: try again in a moment.'

const words: Words = {
  'in-future': ({ happenedOn }) => `${inWords(happenedOn)} is still to come. What is planned is a to-do, not an entry.`,
  impossible: ({ about }) => why(about),
  'no-such-entry': () => 'There is no such entry.',
  'corrected-already': () => 'This entry was taken back or put right already. Look at the newest one.',
  'enquiry-stays': () =>
    'The record begins with its enquiry, so that stays. Decline it, put it right, or merge the record with the one it belongs to.',
  'nothing-to-undo': () => 'There is nothing here to undo.',
  'not-yours-to-undo': () => 'Only the person who recorded this can undo it. Take the entry back instead.',
  'handover-answered': ({ answer }) => answeredWords[answer],
  'too-late-to-undo': () => 'You can undo for ten minutes. Take the entry back instead.',
  'data-of-another-kind': () => 'What you sent is not what an entry of this kind holds.',
  'identifier-shape': ({ identifier }) => `${identifier} does not look like a number of this register.`,
  'nothing-told': () => 'Give at least one number.',
  'dbs-apart': () => 'A DBS check has a form of its own, so that what is kept of it can be removed.',
  'offer-not-told': () => 'Nothing here is new. Change something first.',
  'too-early': ({ month, dueOn }) =>
    `The ${month}-month check-in is due on ${inWords(dueOn)}. Until a month before, log what you heard as a contact.`,
  'more-than-the-hours': ({ part }) => `${partWords[part]} Look at the numbers again.`,
  'nobody-works': () => 'At least the owner works in it.',
  'answer-missing': () => 'Say how they are doing, or that there was no answer.',
  'stopped-later': ({ stoppedOn }) => `They cannot have stopped on ${inWords(stoppedOn)}: that is after the day of the call.`,
  'attribute-shape': ({ attribute }) => `What you sent is not what the detail “${attribute.replaceAll('-', ' ')}” holds.`,
  'no-numbers-before': () => 'There are no numbers from before to repeat. Give at least one.',
  'too-far-ahead': ({ latest }) => `That is too far ahead. Pick ${inWords(latest)} or a day before.`,
  'due-in-the-past': ({ dueOn }) => `${inWords(dueOn)} has gone by. Pick a day that is still to come.`,
  'no-handover': () => 'Nobody has been asked to take this record over.',
  'offered-already': ({ on }) => `They were asked on ${inWords(on)} and have not answered yet.`,
  'theirs-already': () => 'They work with this one already.',
  'merge-with-itself': () => 'A record cannot be merged with itself. Pick the other one.',
  'merged-before': () => 'This record was merged already. Take that merge apart first.',
  'duplicate-has-grant': ({ number }) =>
    `${number === null ? 'A grant' : `Grant ${grantName(number)}`} on this record is not over. Keep this record and merge the other one into it, or close the grant first.`,
  'kept-is-merged': () => 'The record you picked was itself merged into another. Pick the one that is kept.',
  'not-merged': () => 'These two records are not merged.',
  'of-two-records': () =>
    'This was recorded on two records at once, when they were merged or split. Split them instead, or merge them again.',
  'no-safeguarding-number': () =>
    'There is no number of the safeguarding team in Settings yet. Ask the lead to add it. If someone may be at risk, ring the team now.',
  'gate-shut': ({ gate, inTheWay, called }) => gateInWords(gate, inTheWay, checkNames(called)),
  'past-legal-day': ({ on }) => `${inWords(on)} is a day set by law or by a policy. This cannot be put off past it.`,
  'cannot-take-over': () => 'This person does not work with enterprises here. Pick somebody who does.',
  'look-again-before-seen': ({ seenOn, lookAgainOn }) =>
    `The day to look again (${inWords(lookAgainOn)}) comes before the day it was seen (${inWords(seenOn)}).`,
  'issued-after-seen': ({ seenOn, issuedOn }) => `It was seen (${inWords(seenOn)}) before it was given out (${inWords(issuedOn)}).`,
  'not-asked-to-take-over': () => 'Somebody else was asked to take this record over.',
  'check-without-answers': () => 'A CQC check is recorded with its answers. Answer the questions first.',
  'outcome-does-not-follow': () => 'This is not what the answers come to. Read the record again, then sign the check.',
  'reference-stays': () => 'A reference stays with its enterprise. Leave it as it is.',
  'more-than-asked': ({ asked, answered }) => `${answered} cannot have answered, where ${asked} were asked.`,
  'more-than-answered': ({ answered, said }) => `${said} cannot have said so, where ${answered} answered.`,
  'year-to-come': ({ year }) => `The year ${year} is still to come.`,
  'asked-already': ({ year, on }) => `The answers of ${year} are on record already, from ${inWords(on)}. Take those back first.`,
  'answered-already': ({ on }) => `This request was met already, on ${inWords(on)}.`,
  'answered-before-asked': ({ askedOn }) => `They asked later, on ${inWords(askedOn)}.`,
  'permission-too-short': ({ from, until }) => `The permission ends (${inWords(until)}) before it begins (${inWords(from)}).`,
  'no-permission': () => 'We have no yes to this story on record. Ask first, then record the yes, where it may be told and until when.',
  'permission-is-theirs': () => 'This is the story of an enterprise. Record its new yes on its own page.',
  'story-gone': () => 'The permission for this story was taken back, and its words are gone. Ask again, and write it anew.',
  'other-numbers': ({ wanted, ready }) => `The numbers have changed: ${ready} of ${wanted} places are ready. Look again before you sign.`,
  'nothing-to-sign': () => 'Nobody has counted the places of this service yet. Count them first.',
  'no-such-area': ({ area }) => `The programme has no area ${area}.`,
  'no-such-service': ({ service }) => `The programme has no service ${service}.`,
  'bad-file': ({ what }) => what,
  'file-too-large': ({ what }) => what,
  'rows-need-you': ({ what }) => what,
  'not-signed-in': () => 'Please sign in.',
  'token-expired': () => 'Please sign in again.',
  'token-not-ours': () => 'This sign-in is not one that we know.',
  'keys-unreachable': () => 'We could not check who you are just now. Try again in a moment.',
  busy: () => lostNothing,
  'store-unavailable': () => lostNothing,
  'key-used-otherwise': () => 'This Idempotency-Key was used for another request. Send a new one.',
  'not-found': () =>
    'We cannot show you this. It may be in another programme, or the link may be old. If you think you should see it, ask the lead.',
  'not-permitted': () => 'Your role in this programme does not include this. Ask the lead.',
  'not-understood': ({ errors }) =>
    `We did not understand this: ${errors.map(({ where, what }) => (where ? `${where}: ${what}` : what)).join('; ')}.`,
  'not-json': () => 'The body is not JSON.',
  'wrong-content-type': ({ wanted }) => `Send this as ${wanted}.`,
  'body-too-large': ({ limit }) => `This is larger than ${Math.floor(limit / 1_048_576)} MB, the most we take here.`,
  'length-missing': () => 'Say how long the body is, in a Content-Length header.',
  'idempotency-key-missing': () => 'A command needs an Idempotency-Key header, a new one for each, so that it takes effect once.',
  'if-match-missing': () => 'This command needs an If-Match header with the ETag of the enterprise as you last read it.',
  'changed-since-read': () => 'Someone made a change while you were typing. Look at both and pick what to keep.',
  'draft-held-back': () => 'You typed something into this form before. It is safe, and it is not shown while names are hidden.',
  'draft-too-long': ({ limit }) =>
    `This is more than ${Math.floor(limit / 1024)} KB, the most we keep of a form that is not saved. Save it, or copy your words.`,
  'views-full': ({ most }) => `There are ${most} saved views already. Remove one first.`,
  'ticket-gone': () => 'This file was taken already, or its minute is over. Ask for it again.',
  'programme-exists': ({ id }) => `There is a programme ${id} already.`,
  'areas-share-a-name': ({ first, second }) => `The areas “${first}” and “${second}” are too much alike to tell apart.`,
  'area-without-a-name': ({ area }) => `The area “${area}” needs a name with letters or digits.`,
  'period-backwards': ({ from, to }) => `The funded period ends (${inWords(to)}) before it begins (${inWords(from)}).`,
  'reference-taken': ({ reference }) => `The reference ${reference} belongs to another enterprise.`,
  'code-twice': ({ code }) => `“${code}” is in the list twice.`,
  'code-without-a-name': ({ code }) => `“${code}” needs a name.`,
  'names-too-alike': ({ first, second }) => `“${first}” and “${second}” are too much alike to tell apart.`,
  'code-not-listed': ({ code }) => `“${code}” is used here, but is not in its own list. Add it there first.`,
  'follow-up-unnamed': () => 'Say who that person is.',
  'not-a-phone-number': () => 'This does not look like a phone number. Use digits, with spaces where you like.',
  'settings-changed': () => 'Someone else changed the settings while you were typing. Look at theirs, then save yours again.',
  'shares-over-whole': () => 'Together these two shares come to more than all the hours. Lower one of them first.',
  'figure-missing': ({ kinds }) =>
    `We cannot work this out yet. ${kinds.length === 1 ? 'One figure' : `${kinds.length} figures`} from outside must be added first.`,
  'nothing-changed': () => 'This is how it is already. Change something first.',
  'owner-not-here': () => 'The person who makes the check-ins is not one of the people of this programme. Pick them in the settings first.',
  'nobody-follows-up': () =>
    'The council team makes the check-ins, but nobody here has the role of follow-up owner. Give it to someone first.',
  'not-a-member': () => 'This person is not in the programme. Give them a role first.',
  'last-lead': () => 'A programme keeps at least one lead. Name another first.',
  ...grantRefusalWords,
  'asked-of-the-future': ({ today }) => `We cannot say what will have happened after today, ${inWords(today)}.`,
  'known-in-the-future': () => 'We cannot say what we shall know later than now.',
  'range-backwards': () => 'The first day is after the last.',
  'no-such-figure': ({ figure }) => `There is no figure called ${figure}.`,
  'no-such-cursor': () => 'This page of the list is no longer there. Begin again at the first.',
  broken: () => 'That did not work, and it is our fault. Try again, or tell us the code.',
}

/** Why not, and what to do, in a sentence to the person who asked. */
export function wordsOf<K extends Refusal['kind']>(refusal: Extract<Refusal, { kind: K }>): string {
  return words[refusal.kind](refusal)
}
