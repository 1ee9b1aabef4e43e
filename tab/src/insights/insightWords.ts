import type { Insights } from '#domain/insightWireSchemas.ts'
import { surveyorWords, unitLabels } from '#tab/insightLabels.ts'
import { sayCount, sayDay, sayHours } from '#tab/ui/say.ts'

type Feedback = Insights['feedback'][number]
type Gap = NonNullable<Insights['gaps']>[number]
type Request = NonNullable<Insights['requests']['rows']>[number]
type AreaCount = Insights['areaCounts'][number]
type Readiness = Insights['readiness'][number]

/** "1 hour", "7½ hours". */
export const hoursInWords = (minutes: number): string => {
  const hours = sayHours(minutes)
  return `${hours}\u00a0${minutes <= 60 && minutes > 0 ? 'hour' : 'hours'}`
}

const share = (part: number, whole: number): string => (whole === 0 ? 'nobody answered' : `${Math.round((100 * part) / whole)}%`)

/** "24 of 30 have more choice and control (80%)" and the like, with how many were asked behind it. */
export const feedbackWords = ({
  asked,
  answered,
  moreChoice,
  wouldRecommend,
}: Feedback): { choice: string; recommend: string; n: string } => ({
  choice: `${moreChoice} of ${answered} have more choice and control (${share(moreChoice, answered)})`,
  recommend: `${wouldRecommend} of ${answered} would recommend it (${share(wouldRecommend, answered)})`,
  n: `${answered} of ${asked} answered`,
})

/** "2025, asked by the council, about all enterprises". */
export const feedbackTitle = ({ year, askedBy, about, enterprises }: Feedback): string =>
  `${year}, asked by ${surveyorWords[askedBy]}, about ${about === 'all' ? 'all of them' : sayCount(enterprises, 'enterprise')}`

/** The gap in words: what counts first, so that it does not hang on colour. */
export function gapWords({ shortMinutes, wantedMinutes, thereMinutes }: Gap): string {
  if (wantedMinutes === null || shortMinutes === null) return `${hoursInWords(thereMinutes)} there; nobody has said how much is wanted`
  if (shortMinutes === 0) return `enough: ${hoursInWords(thereMinutes)} there, ${hoursInWords(wantedMinutes)} wanted`
  return `short by ${hoursInWords(shortMinutes)}: ${hoursInWords(thereMinutes)} there, ${hoursInWords(wantedMinutes)} wanted`
}

/** Who is there or on the way, and what nobody could meet. */
export function gapDetail({ trading, settingUp, unmet, unmetMinutes }: Gap): string {
  const people = [
    trading > 0 ? `${sayCount(trading, 'enterprise')} trading` : '',
    settingUp > 0 ? `${sayCount(settingUp, 'enterprise')} getting ready` : '',
    unmet > 0 ? `${sayCount(unmet, 'request')} not met (${hoursInWords(unmetMinutes)})` : '',
  ].filter(words => words !== '')
  return people.length > 0 ? people.join(', ') : 'nobody there yet'
}

/** A number in hundredths, as people write it: 1,200 or 12.5. */
export const numberInWords = (hundredths: number): string => (hundredths / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })

/** "1,200 people (Census, 2021)". */
export const countWords = ({ hundredths, unit, source, year }: AreaCount): string =>
  `${numberInWords(hundredths)} ${unitLabels[unit]} (${[source, String(year)].filter(Boolean).join(', ')})`

/** Where a council service stands. */
export function readinessWords({ counted }: Readiness): string {
  if (!counted) return 'Nobody has counted the places yet.'
  const short = counted.wanted - counted.ready
  const ready = `${counted.ready} of ${sayCount(counted.wanted, 'place')} ready`
  return `${ready}${short > 0 ? `: short by ${short}` : ''}. Counted on ${sayDay(counted.on)}.`
}

/** Is what was signed what stands now? */
export const isSignedAsItStands = ({ counted, signed }: Readiness): boolean =>
  signed !== null && counted !== null && signed.wanted === counted.wanted && signed.ready === counted.ready

/** "Company, North, 2½ hours a week". */
export const requestWords = (
  { service, area, minutesPerWeek }: Pick<Request, 'service' | 'area' | 'minutesPerWeek'>,
  called: { service: (id: string) => string; area: (id: string) => string },
): string =>
  [called.service(service), area === null ? '' : called.area(area), `${hoursInWords(minutesPerWeek)} a week`].filter(Boolean).join(', ')
