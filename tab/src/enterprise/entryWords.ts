import { plainAnswerOf } from '#domain/cqcCheck.ts'
import { isBeside, isOfGrant, isOfTask } from '#domain/facts.ts'
import { daysBetween } from '#domain/plainDate.ts'
import type { CareReturn } from '#domain/supportCase.ts'
import { answeredBefore } from '#tab/cqcCheck/checkWords.ts'
import type { Happened, Line } from '#tab/enterprise/timeline.ts'
import {
  checkInAnswerLabels,
  channelWords,
  sessionWords,
  checkInLabels,
  declineReasonLabels,
  endingLabels,
  heardLabels,
  leavingLabels,
  legalFormInside,
  legalFormLabels,
  originLabels,
  registerLabels,
  registrationLabels,
  scopingLabels,
  ventureKindLabels,
} from '#tab/labels.ts'
import { changeLabels, heardOfLabels, lastJobLabels, purposeLabels, referralLabels } from '#tab/besideLabels.ts'
import { entryLabels } from '#tab/entryLabels.ts'
import { besideWords, sentence } from '#tab/enterprise/besideWords.ts'
import { grantWords } from '#tab/enterprise/grantWords.ts'
import type { NameOf } from '#tab/settings/codeNames.ts'
import { sayCount, sayDay, sayHours, sayMoney } from '#tab/ui/say.ts'

/** "9 people, 46½ hours a week, 3 work in it" */
function numbersInWords({ people, minutesPerWeek, jobs }: Pick<CareReturn, 'people' | 'minutesPerWeek' | 'jobs'>): string {
  const parts = [
    people === undefined ? '' : sayCount(people, 'person', 'people'),
    minutesPerWeek === undefined ? '' : `${sayHours(minutesPerWeek)} hours a week`,
    jobs === undefined ? '' : `${jobs} ${jobs === 1 ? 'works' : 'work'} in it`,
  ]
  return parts.filter(part => part !== '').join(', ')
}

type Contact = Extract<Happened, { kind: 'contact' }>['data']

function contactWords({ reached, heard, channel, session }: Contact): string {
  if (reached && session) return `Came to ${sessionWords[session]}${heard ? `, ${heardLabels[heard].toLowerCase()}` : ''}`
  const how = channel ? ` ${channelWords[channel]}` : ''
  if (!reached) return `Tried to reach them${how}`
  return `Reached${how}${heard ? `, ${heardLabels[heard].toLowerCase()}${heard === 'not-yet-trading' ? ' trading' : ''}` : ''}`
}

/** Names one after the other, as the beginning of a sentence. */
const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'Nothing' : names.join(', ').replace(/^./, first => first.toUpperCase())

/** What stands first, in bold. */
export function headOf(happened: Happened): string {
  const { kind, data } = happened
  if (kind === 'contact') return contactWords(data)
  if (kind === 'check-in-answered') return `${checkInLabels[data.month]}: ${checkInAnswerLabels[data.answer].toLowerCase()}`
  if (kind === 'changed') return `${entryLabels[kind]}: ${changeLabels[data.what].toLowerCase()}`
  if (kind === 'check-in-missed') return `${checkInLabels[data.month]}, no answer`
  return isOfGrant(happened) && 'pence' in happened.data ? `${entryLabels[kind]}, ${sayMoney(happened.data.pence)}` : entryLabels[kind]
}

/** What follows the bold words, in a sentence. */
export function restOf(happened: Happened, nameOf: NameOf): string {
  if (isBeside(happened) || isOfTask(happened)) return besideWords(happened, nameOf)
  if (isOfGrant(happened)) return grantWords(happened)
  switch (happened.kind) {
    case 'enquired':
      return [
        sentence(happened.data.area ? nameOf('areas', happened.data.area) : ''),
        sentence(happened.data.ventureKind === 'community-activity' ? ventureKindLabels[happened.data.ventureKind] : ''),
        sentence(happened.data.heardOf ? `Heard of us: ${heardOfLabels[happened.data.heardOf]}` : ''),
        sentence(happened.data.lastJob ? `Last job: ${lastJobLabels[happened.data.lastJob]}` : ''),
        sentence(happened.data.notSameAs ? `Not the same person as ${happened.data.notSameAs.join(', ')}` : ''),
      ]
        .filter(Boolean)
        .join(' ')
    case 'accepted':
      return sentence(originLabels[happened.data.origin])
    case 'declined':
      return sentence(
        [
          declineReasonLabels[happened.data.reason],
          happened.data.referredTo ? `sent on: ${referralLabels[happened.data.referredTo].toLowerCase()}` : '',
        ]
          .filter(Boolean)
          .join(', '),
      )
    case 'idea-agreed':
      return happened.data.shapedWithPeople ? 'People who will use it helped to shape it.' : ''
    case 'form-chosen':
      return sentence(legalFormLabels[happened.data.form])
    case 'constituted': {
      const { form, register, identifier } = happened.data
      return sentence(
        [legalFormLabels[form], register && identifier ? `${registerLabels[register]} ${identifier}` : ''].filter(Boolean).join(', '),
      )
    }
    case 'scoped':
      return sentence(scopingLabels[happened.data.outcome])
    case 'registration-moved':
      return sentence([registrationLabels[happened.data.to], happened.data.providerId].filter(Boolean).join(', '))
    case 'care-return':
      return sentence(numbersInWords({ people: undefined, minutesPerWeek: undefined, jobs: undefined, ...happened.data }))
    case 'stopped':
      return sentence(endingLabels[happened.data.ending])
    case 'left-sight':
      return sentence(leavingLabels[happened.data.leaving])
    case 'price-set':
      return `${sayMoney(happened.data.pencePerHour)} an hour.`
    case 'services-offered': {
      const { services, purposes = [] } = happened.data
      const forWhat = purposes.length > 0 ? ` for ${purposes.map(each => purposeLabels[each].toLowerCase()).join(', ')}` : ''
      return sentence(listed(services.map(each => nameOf('services', each))) + forWhat)
    }
    case 'areas-served':
      return sentence(happened.data.areas.map(area => nameOf('areas', area)).join(', '))
    case 'check-seen':
      return sentence(
        [nameOf('checks', happened.data.check), happened.data.until ? `until ${sayDay(happened.data.until)}` : '']
          .filter(Boolean)
          .join(', '),
      )
    case 'advised-only':
    case 'assigned':
    case 'trading-began':
    case 'check-in-answered':
    case 'check-in-missed':
    case 'contact':
    case 'paused':
    case 'resumed':
    case 'reopened':
      return ''
  }
}

/** How it differs from the time before, where that is the story: a check that had run out, another answer, another form, a second try. */
export function sinceBefore({ day, happened, before }: Pick<Line, 'day' | 'happened' | 'before'>): string {
  if (!before) return ''
  const { kind, data } = before.happened
  if (kind === 'check-seen') {
    if (!data.until || data.until >= day) return ''
    return `The one before ran out on ${sayDay(data.until)}, ${sayCount(daysBetween(data.until, day), 'day')} earlier.`
  }
  if (kind === 'scoped' && happened.kind === kind) {
    const isSame = plainAnswerOf[data.outcome] === plainAnswerOf[happened.data.outcome]
    return isSame ? '' : answeredBefore(data.outcome, before.day)
  }
  if (kind === 'constituted' && happened.kind === kind) {
    return data.form === happened.data.form ? '' : `Before that: ${legalFormInside(data.form)}.`
  }
  return kind === 'registration-moved' && data.to === 'submitted' ? `They had sent it before, on ${sayDay(before.day)}.` : ''
}
