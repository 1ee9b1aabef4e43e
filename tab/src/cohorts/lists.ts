import type { FunnelStep } from '#domain/cohortSchemas.ts'
import type { PartName } from '#tab/figureLabels.ts'
import { columnLabels, definitions, endingRowLabels, funnelLabels, partLabels, stepLabels } from '#tab/figureLabels.ts'
import { say } from '#tab/cohorts/findings.ts'
import { sayHours, sayMoney } from '#tab/ui/say.ts'

/** How the list behind a figure is headed. */
export type ListHead = {
  title: (total: number) => string
  /** Who is in it. */
  what: string
  /** What the day in each row is. */
  day: string
  /** What each row adds to the figure; null where the figure counts the rows. */
  value: {
    label: string
    text: (value: number) => string
    total: (sum: number) => string
    /** As a plain number in a file. */ csv: (value: number) => number
  } | null
}

const asItIs = (value: number): number => value

const returnValues = {
  people: { label: columnLabels.people, text: say, total: (sum: number) => `${say(sum)} people`, csv: asItIs },
  minutesPerWeek: {
    label: columnLabels.hours,
    text: sayHours,
    total: (sum: number) => `${sayHours(sum)} hours a week`,
    csv: (minutes: number) => minutes / 60,
  },
  jobs: { label: columnLabels.jobs, text: say, total: (sum: number) => `${say(sum)} jobs`, csv: asItIs },
}

const dayOfStep = {
  enquired: 'Enquired',
  'idea-agreed': 'Agreed',
  constituted: 'Set up',
  'registration-needed': 'CQC check',
  registered: 'Registered',
  granted: 'Agreed',
  trading: 'Trading since',
} satisfies Record<FunnelStep, string>

const whatOfStep = {
  enquired: 'Everyone who got in touch.',
  'idea-agreed': 'Those whose idea was agreed.',
  constituted: 'Those that set up in a legal form.',
  'registration-needed': 'Those that the CQC check said must register, or that registered.',
  registered: 'Those that CQC registered, of those that need it.',
  granted: 'Those that were given a grant.',
  trading: 'Those that began to trade, with us or before we met them.',
} satisfies Record<FunnelStep, string>

const months: Record<string, string> = { 6: 'six months', 12: 'one year', 24: 'two years' }

const counted = (one: string, many: string) => (total: number) => `${say(total)} ${total === 1 ? one : many}`
const since = 'Trading since'

/** Words for the list of any figure; undefined for a figure that this page does not show. */
export function listHead(figure: string): ListHead | undefined {
  const [family = '', name = '', detail = ''] = figure.split('.')
  switch (family) {
    case 'funnel':
      return funnelHead(name)
    case 'parts':
      return partsHead(name, detail, newWords)
    case 'existingParts':
      return partsHead(name, detail, existingWords)
    case 'endings':
      return endingHead(name)
    case 'by-area':
    case 'by-form':
    case 'by-service':
    case 'by-year':
      return groupHead(detail)
    case 'times':
      return stepHead(name, detail)
    case 'maturity':
      return name === 'aged'
        ? {
            title: counted('is 180 days old', 'are 180 days old'),
            what: 'They enquired at least 180 days ago.',
            day: 'Enquired',
            value: null,
          }
        : undefined
    case 'survival':
      return survivalHead(name)
    case 'returns':
      return returnsHead(name, detail)
    case 'existing':
      return existingHead(name)
    case 'cost':
      return costHead(name)
    case 'advisedOnly':
      return {
        title: counted('person advised only', 'people advised only'),
        what: 'We gave them advice and nothing more.',
        day: 'Advised',
        value: null,
      }
    case 'declined':
      return {
        title: counted('enquiry not taken on', 'enquiries not taken on'),
        what: 'We said no, or sent them to someone else.',
        day: 'Not taken on',
        value: null,
      }
    case 'grantedPence':
      return {
        title: total => `${sayMoney(total)} of grants`,
        what: 'One row for each grant that was agreed.',
        day: 'Agreed',
        value: { label: columnLabels.grant, text: sayMoney, total: sayMoney, csv: pence => pence / 100 },
      }
  }
  return undefined
}

const isOf = <T extends object>(table: T, name: string): name is Extract<keyof T, string> => Object.hasOwn(table, name)

function funnelHead(step: string): ListHead | undefined {
  if (!isOf(funnelLabels, step)) return undefined
  return { title: total => `${funnelLabels[step]}: ${say(total)}`, what: whatOfStep[step], day: dayOfStep[step], value: null }
}

/** From which day the check-ins count, and what the day in each row is. */
type PartWords = { began: string; what: string; day: string }

const newWords: PartWords = { began: 'began trading', what: definitions.checkIns, day: since }
const existingWords: PartWords = { began: 'were taken on', what: definitions.existingParts, day: 'Taken on' }

function partsHead(month: string, part: string, { began, what, day }: PartWords): ListHead | undefined {
  const span = months[month]
  if (span === undefined) return undefined
  if (part === 'due') return { title: total => `${say(total)} ${began} at least ${span} ago`, what, day, value: null }
  if (part === 'notYet')
    return { title: total => `${say(total)} ${began} less than ${span} ago`, what: 'They have not had that long yet.', day, value: null }
  if (!isOf(partLabels, part)) return undefined
  const label: string = partLabels[part satisfies PartName]
  return { title: total => `${label} after ${span}: ${say(total)}`, what, day, value: null }
}

const groupStates = { n: 'in this group', ended: 'stopped, in this group', notWorking: 'not working, in this group' }

function groupHead(of: string): ListHead | undefined {
  if (!isOf(groupStates, of)) return undefined
  const label: string = groupStates[of]
  return { title: total => `${say(total)} ${label}`, what: definitions.compare, day: since, value: null }
}

const stepStates = { begun: 'began it', reached: 'done', open: 'still in it', left: 'left before', outOfOrder: 'days out of order' }

function stepHead(step: string, state: string): ListHead | undefined {
  if (!isOf(stepLabels, step) || !isOf(stepStates, state)) return undefined
  const [label, how]: string[] = [stepLabels[step], stepStates[state]]
  const what =
    state === 'outOfOrder' ? 'The end of the step is dated before its beginning. One of the two days may be wrong.' : definitions.steps
  return { title: total => `${label}, ${how}: ${say(total)}`, what, day: 'Began the step', value: null }
}

function endingHead(ending: string): ListHead | undefined {
  if (!isOf(endingRowLabels, ending)) return undefined
  const label: string = endingRowLabels[ending]
  return {
    title: total => `${label}: ${say(total)}`,
    what: 'They stopped within the time we follow them, for the reason on the record.',
    day: since,
    value: null,
  }
}

function survivalHead(name: string): ListHead | undefined {
  const head = (title: (total: number) => string, what: string): ListHead => ({ title, what, day: since, value: null })
  if (name === 'n') return head(counted('enterprise in the curve', 'enterprises in the curve'), definitions.survival)
  if (name === 'ended') return head(counted('stopped', 'stopped'), 'They stopped within the time we follow them, whatever the reason.')
  if (name === 'lost')
    return head(
      counted('lost touch', 'lost touch'),
      'A check-in stayed unanswered for 28 days, and nobody has told us since that it trades.',
    )
  if (name === 'unwatched')
    return head(counted('never watched', 'never watched'), 'All we know of them is from before this record began to watch them.')
  return undefined
}

function returnsHead(which: string, measure: string): ListHead | undefined {
  const isCurrent = which === 'current'
  if (!isCurrent && which !== 'latest') return undefined
  const what = isCurrent ? definitions.trading : definitions.olderReports
  const day = 'Numbers from'
  if (measure === 'enterprises')
    return {
      title: counted(isCurrent ? 'enterprise trading' : 'enterprise', isCurrent ? 'enterprises trading' : 'enterprises'),
      what,
      day,
      value: null,
    }
  if (!isOf(returnValues, measure)) return undefined
  const value = returnValues[measure]
  return {
    title: value.total,
    what: isCurrent ? { people: definitions.people, minutesPerWeek: definitions.hours, jobs: definitions.jobs }[measure] : what,
    day,
    value,
  }
}

function existingHead(name: string): ListHead | undefined {
  if (name === 'accepted')
    return {
      title: counted('ran before we met it', 'ran before we met them'),
      what: 'They ran before we met them. They are left out of two years on and of the curve.',
      day: 'Taken on',
      value: null,
    }
  if (name === 'ended')
    return {
      title: counted('stopped', 'stopped'),
      what: 'They ran before we met them, and have stopped since.',
      day: 'Taken on',
      value: null,
    }
  if (name === 'lost')
    return {
      title: counted('lost touch', 'lost touch'),
      what: 'They ran before we met them. A check-in stayed unanswered for 28 days.',
      day: 'Taken on',
      value: null,
    }
  return name === 'trading'
    ? {
        title: counted('began to trade before we met it', 'began to trade before we met them'),
        what: definitions.existing,
        day: since,
        value: null,
      }
    : undefined
}

function costHead(name: string): ListHead | undefined {
  if (name === 'setUp')
    return {
      title: counted('set up with us', 'set up with us'),
      what: 'They set up in a legal form, and did not run before we met them.',
      day: 'Enquired',
      value: null,
    }
  return name === 'setUpOrAdvised'
    ? {
        title: counted('set up or advised', 'set up or advised'),
        what: 'They set up with us, or we only advised them.',
        day: 'Enquired',
        value: null,
      }
    : undefined
}
