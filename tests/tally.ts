import { appendFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Writes how many tests passed and failed to the file that `CASEBOOK_TALLY` names, a line a run, for the sum at the end of a whole run. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env['CASEBOOK_TALLY']
    if (!file) return
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const passed = tests.filter(test => test.result().state === 'passed').length
    const failed = tests.filter(test => test.result().state === 'failed').length
    const broken = modules.filter(module => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0).length
    appendFileSync(file, `${passed} ${failed + broken + errors.length}\n`)
  }
}
