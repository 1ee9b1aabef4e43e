import type { Failure } from '#tab/api.ts'

const safe = 'What you typed is safe.'

/** Why something could not be done, in a sentence. */
export function sayFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return failure.problem.detail
    case 'no-signal':
      return `No signal. We could not reach the casebook. ${safe}`
    case 'busy':
      return `The casebook is busy. ${safe} Please try again in a moment.`
    case 'signed-out':
      return `Please sign in again. ${safe}`
    case 'not-shown':
      return 'We cannot show you this. If you think you should see it, ask the lead.'
    case 'changed':
    case 'broken': {
      const code = failure.kind === 'broken' ? failure.code : ''
      return `That did not work, and it is our fault. ${safe} ${code === '' ? 'Please try again.' : `Try again, or tell us this code: ${code}.`}`
    }
  }
}
