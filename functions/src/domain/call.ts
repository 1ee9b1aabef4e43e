import type { CallThing } from './everythingDue.ts'
import { everythingDue } from './everythingDue.ts'
import type { Call } from './callSchemas.ts'
import { daysToAnswer } from './followUp.ts'
import { monthsCurrent, numbersNow } from './numbersNow.ts'
import type { PlainDate } from './plainDate.ts'
import { addDays, addMonths } from './plainDate.ts'
import type { ProgrammeRules } from './programmeRules.ts'
import type { SupportCase } from './supportCase.ts'

/** What a call today is for, and what was told last time: all that its form shows. */
export function callOf(supportCase: SupportCase, rules: ProgrammeRules, today: PlainDate): Call {
  const things = everythingDue(supportCase, rules, today)
  const checkIn = things.find(isCheckIn)
  const ask = checkIn ?? things.find(({ what }) => what === 'numbers')
  return {
    month: checkIn?.month ?? null,
    dueOn: checkIn?.dueOn ?? null,
    graceEndsOn: checkIn ? addDays(checkIn.dueOn, daysToAnswer) : null,
    triedOn: ask && 'triedOn' in ask ? [...ask.triedOn] : [],
    settles: [...new Set(things.map(({ what }) => what))],
    last: lastTold(supportCase, today),
    splits: [
      ...(rules.extras.includes('payer-split') ? ['payers' as const] : []),
      ...(rules.extras.includes('kind-split') ? ['kinds' as const] : []),
    ],
    fullTimeMinutes: rules.fullTimeMinutes,
  }
}

const isCheckIn = (thing: CallThing): thing is Extract<CallThing, { what: 'check-in' }> => thing.what === 'check-in'

function lastTold(supportCase: SupportCase, today: PlainDate): Call['last'] {
  const last = supportCase.careReturns.at(-1)
  if (!last) return null
  const { on, people, minutesPerWeek, jobs, councilPaidMinutes, personalCareMinutes, paid, kinds, told } = last
  return {
    on,
    goodUntil: addMonths(on, monthsCurrent),
    isCurrent: numbersNow(supportCase, today) !== undefined,
    isEstimate: told === 'i-think-so',
    people: people ?? null,
    minutesPerWeek: minutesPerWeek ?? null,
    jobs: jobs ?? null,
    councilPaidMinutes: councilPaidMinutes ?? null,
    personalCareMinutes: personalCareMinutes ?? null,
    paid: paid ?? null,
    kinds: kinds ?? null,
  }
}
