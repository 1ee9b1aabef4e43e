import type { ImportReport } from '#domain/importSchemas.ts'
import type { BroughtIn } from '#tab/import/progress.ts'
import { rowsReady } from '#tab/import/progress.ts'

export const say = (count: number): string => count.toLocaleString('en-GB')

/** "171 rows are ready. 2 need you. Nothing has been saved yet." */
export function truth(report: ImportReport): string {
  const ready = rowsReady(report)
  const needs = report.refused > 0 ? ` ${say(report.refused)} ${report.refused === 1 ? 'needs' : 'need'} you.` : ''
  return `${say(ready)} ${ready === 1 ? 'row is' : 'rows are'} ready.${needs} Nothing has been saved yet.`
}

/** The button says what it will do. While the file is being looked at, it waits for the answer. */
export function beginWords(ready: number, out: number): string {
  const bring = `Bring in ${say(ready)}`
  return out === 0 ? bring : `${bring}, leave out ${say(out)}`
}

/** "157 new enterprises, 9 changed, 5 as they were." */
export function doneWords({ fresh, changed, unchanged }: BroughtIn): string {
  const said = [
    fresh > 0 && `${say(fresh)} new ${fresh === 1 ? 'enterprise' : 'enterprises'}`,
    changed > 0 && `${say(changed)} changed`,
    unchanged > 0 && `${say(unchanged)} as ${unchanged === 1 ? 'it was' : 'they were'}`,
  ].filter(words => words !== false)
  return said.length === 0 ? 'Nothing went in.' : `${said.join(', ')}.`
}
