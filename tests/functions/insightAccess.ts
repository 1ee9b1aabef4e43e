import type { InsightCommandKind } from '#domain/insightSchemas.ts'

const workers = 'administrator lead catalyst second-catalyst'
const day = { happenedOn: '2024-02-01' }
const line = { side: 'need', name: 'Not recorded', hundredths: 100, unit: 'people', source: 'Not recorded', year: 2024 }
const places = { service: 'day-centre', wanted: 12, ready: 9 }
const lasting = { places: ['report'], until: '2027-02-01' }

/** The same for every kind of command on what the programme hears. They lack their key, so none takes effect. */
export const insightCommands: Record<InsightCommandKind, { may: string; body: object }> = {
  'ask-people': {
    may: `${workers} partner-catalyst`,
    body: { ...day, year: 2023, askedBy: 'council', asked: 9, answered: 9, moreChoice: 9, wouldRecommend: 9 },
  },
  'log-request': { may: `${workers} partner-catalyst`, body: { ...day, service: 'company', minutesPerWeek: 60, askedBy: 'family' } },
  'answer-request': { may: `${workers} partner-catalyst`, body: { ...day, request: '1.0' } },
  'count-area': { may: workers, body: { ...day, lines: [line] } },
  'count-readiness': { may: workers, body: { ...day, ...places } },
  'sign-readiness': { may: 'administrator lead reviewer', body: { ...day, ...places } },
  'tell-story': { may: `${workers} partner-catalyst`, body: { ...day, words: 'Not recorded', ...lasting } },
  'renew-story': { may: `${workers} partner-catalyst`, body: { ...day, story: '1.0', ...lasting } },
  'end-story': { may: `${workers} partner-catalyst`, body: { ...day, story: '1.0' } },
  withdraw: { may: `${workers} partner-catalyst`, body: { of: '1.0', reason: 'wrong-details' } },
}
