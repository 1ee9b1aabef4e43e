import { setTimeout as pause } from 'node:timers/promises'
import type { ImportReport } from '#domain/importSchemas.ts'
import type { CaseList, Me, Members } from '#domain/wireSchemas.ts'
import { people } from './people.ts'
import type { SampleOptions } from './sampleCall.ts'
import { call } from './sampleCall.ts'
import { loadFund } from './sampleFund.ts'
import { monthOfSample, sampleDays, sampleEndings } from './sampleJourneys.ts'
import { loadFigures } from './sampleSavings.ts'
import { sampleCsv, sampleId, sampleProgramme } from './sampleSpreadsheet.ts'

const enrolledWithin = 20_000
const errorsShown = 5

/**
 * Puts the sample programme in through the public API, as people would: an administrator makes the programme and a lead brings in the
 * spreadsheet. What is there already is left alone; an import that was broken off goes on where it was.
 */
export async function loadSample(options: SampleOptions): Promise<void> {
  const { today, programmes } = await call<Me>(options, { path: 'me', as: 'administrator' })
  const present = programmes.find(({ id }) => id === sampleId)
  // One that was broken off goes on with the days it began with, even if the month has turned since.
  const asOf = present ? monthOfSample(present.period.from) : today
  // Asked for the same programme again, the API gives it back and the local host enrols its people once more.
  if (!present || !(await isEnrolled(options)))
    await call(options, { path: 'programmes', as: 'administrator', send: sampleProgramme(asOf) })
  await untilEnrolled(options)
  const csv = sampleCsv(asOf)
  const { total } = await call<CaseList>(options, { path: `programmes/${sampleId}/cases?limit=1`, as: 'lead' })
  if (total < rowsOf(csv)) await bringIn(options, csv)
  await loadFund(options, today)
  await loadFigures(options, sampleDays(asOf))
}

const rowsOf = (csv: string): number => csv.trimEnd().split('\n').length - 1

/** The local host makes the frame's people members of every new programme. */
async function isEnrolled(options: SampleOptions): Promise<boolean> {
  const { members } = await call<Members>(options, { path: `programmes/${sampleId}/members`, as: 'administrator' })
  const needed = [people.lead, people.catalyst, people['second-catalyst'], people['partner-catalyst']]
  return needed.every(({ oid }) => members.some(member => member.oid === oid))
}

async function untilEnrolled(options: SampleOptions): Promise<void> {
  const deadline = Date.now() + enrolledWithin
  while (!(await isEnrolled(options))) {
    if (Date.now() > deadline) throw new Error('The sample programme has no lead and catalysts, so its spreadsheet was not brought in.')
    await pause(100)
  }
}

/** Posts the file again and again until it is dealt with to the end. */
async function bringIn(options: SampleOptions, csv: string): Promise<void> {
  const answers = JSON.stringify({ stopped: 'all', endings: sampleEndings })
  for (let from: number | null = 0; from !== null;) {
    const form = new FormData()
    form.set('file', new Blob([csv], { type: 'text/csv' }), `${sampleId}.csv`)
    form.set('answers', answers)
    const query: string = from === 0 ? '' : `?from=${from}`
    const path = `programmes/${sampleId}/imports${query}`
    const report: ImportReport = await call(options, { path, as: 'lead', send: form })
    refuseBadRows(report)
    from = report.next
  }
}

function refuseBadRows({ refused, errors }: ImportReport): void {
  if (refused === 0 && errors.length === 0) return
  const first = errors.slice(0, errorsShown).map(({ row, column, what }) => `row ${row ?? '-'}, ${column ?? 'the whole row'}: ${what}`)
  throw new Error(`The sample spreadsheet was not brought in. Rows refused: ${refused}.\n${first.join('\n')}`)
}
