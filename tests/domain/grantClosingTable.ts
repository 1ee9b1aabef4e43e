import type { CannotGrant } from '#domain/grantRules.ts'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import { trading } from '../builders.ts'
import { accept, close, decide, pay, recommend, underTheAct } from './grantQuestions.ts'
import type { Row } from './grantRulesTable.ts'
import { accepted, closed, decided, paid, recommended, seen, step } from './grantStories.ts'

const pence = toPence
const askedBack90 = step(seen, 'grant-asked-back', '2015-05-20', { pence: pence(90_00), reason: 'stopped' })
const merged = { into: 'd0000000-0000-4000-8000-000000000001' }

/** What holds up the next grant, and the close of the last one. */
export const closingTable: {
  [
    K in Extract<
      CannotGrant['kind'],
      | 'last-grant-open'
      | 'record-is-merged'
      | 'receipts-missing'
      | 'money-owed-back'
      | 'close-without-words'
      | 'money-paid-already'
      | 'over-subsidy-limit'
    >
  ]: Row[]
} = {
  'last-grant-open': [
    [
      'still to be decided',
      recommend(recommended, { amount: 1 }),
      { kind: 'last-grant-open', number: 7 },
      recommend(closed, { amount: 1 }),
    ],
    [
      'recommended later than the day that this one is dated',
      recommend(recommended, { amount: 1, on: '2015-03-01' }),
      { kind: 'last-grant-open', number: 7 },
      recommend(trading(), { amount: 1, on: '2015-03-01' }),
    ],
    ['not paid yet', recommend(accepted, { amount: 1 }), { kind: 'last-grant-open', number: 7 }, recommend(closed, { amount: 1 })],
  ],
  'record-is-merged': [
    [
      'recommended on the duplicate',
      recommend(trading().happened('merged-into', '2015-03-01', merged), {}),
      { kind: 'record-is-merged' },
      recommend(trading(), {}),
    ],
    ['decided on it', decide(recommended.happened('merged-into', '2015-04-02', merged)), { kind: 'record-is-merged' }, decide(recommended)],
  ],
  'receipts-missing': [
    [
      'a penny of £450',
      close(step(paid, 'grant-evidence-seen', '2015-05-10', { pence: pence(449_99) }), 'evidence-seen'),
      { kind: 'receipts-missing', pence: pence(1) },
      close(seen, 'evidence-seen'),
    ],
  ],
  'money-owed-back': [
    [
      '£90 that were asked back and have not come',
      close(askedBack90, 'settled-otherwise', 'They are gone.'),
      { kind: 'money-owed-back', pence: pence(90_00) },
      close(step(askedBack90, 'grant-written-off', '2015-06-20', { pence: pence(90_00) }), 'settled-otherwise', 'They are gone.'),
    ],
  ],
  'close-without-words': [
    [
      'nothing seen of £450',
      close(paid, 'settled-otherwise'),
      { kind: 'close-without-words', pence: pence(450_00) },
      close(paid, 'settled-otherwise', 'A fire took the receipts.'),
    ],
  ],
  'money-paid-already': [
    ['not taken up', close(paid, 'not-taken-up'), { kind: 'money-paid-already', pence: pence(450_00) }, close(accepted, 'not-taken-up')],
  ],
  // £315,000 less what others gave. £314,550 leaves room for £450 exactly; a penny more leaves £449.99. The financial year of 1 August 2015
  // began on 1 April 2015, and the two before it on 1 April 2013.
  'over-subsidy-limit': [
    [
      'a penny over £315,000 in the years that count',
      pay(accept(decided, { confirmed: true, earlierPence: 314_550_01 }), {}, underTheAct),
      { kind: 'over-subsidy-limit', since: day('2013-04-01'), earlierPence: pence(314_550_01), roomPence: pence(449_99) },
      pay(accept(decided, { confirmed: true, earlierPence: 314_550_00 }), {}, underTheAct),
    ],
  ],
}
