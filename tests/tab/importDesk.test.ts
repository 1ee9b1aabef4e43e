import { describe, expect, test } from 'vitest'
import type { ImportAnswers, ImportRemark, ImportReport } from '#domain/importSchemas.ts'
import type { Result } from '#domain/result.ts'
import { ok, refused } from '#domain/result.ts'
import type { Failure, ImportOptions } from '#tab/api.ts'
import type { ImportState } from '#tab/import/importDesk.ts'
import { ImportDesk } from '#tab/import/importDesk.ts'

const report = (more: Partial<ImportReport>): ImportReport => ({
  dryRun: true,
  rows: 173,
  written: 164,
  unchanged: 5,
  refused: 4,
  next: null,
  fresh: 155,
  changed: 9,
  errors: [],
  warnings: [],
  changes: [],
  columns: { read: ['ref', 'name', 'enquiry_date'], notRead: ['Fax'] },
  questions: { established: 0, stopped: false, grantsIn: false, endings: [] },
  ...more,
})

const remark = (row: number, column: string, what: string): ImportRemark => {
  return { row, column, reference: '0017', name: 'Ham Hill Helpers', value: '31/02/2015', kind: 'not-a-real-date', what }
}

type Sent = { answers: ImportAnswers; options: ImportOptions }

/** A desk whose letters are answered one by one, when the test says so; typing rests when the test says so. */
function setUp() {
  const sent: Sent[] = []
  const waiting: ((answer: Result<ImportReport, Failure>) => void)[] = []
  const resting: (() => void)[] = []
  let changes = 0
  const desk = new ImportDesk({
    send: (_, answers, options) => {
      sent.push({ answers, options })
      return new Promise(answer => waiting.push(answer))
    },
    changed: () => {
      changes += 1
    },
    after: (_, run) => {
      resting.push(run)
      return () => void resting.splice(resting.indexOf(run), 1)
    },
    now: () => 0,
  })
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  const answer = async (with_: Result<ImportReport, Failure>, which = 0): Promise<void> => {
    waiting.splice(which, 1)[0]?.(with_)
    await settled()
  }
  const rest = async (): Promise<void> => {
    for (const run of resting.splice(0)) run()
    await settled()
  }
  return { desk, sent, answer, rest, changes: () => changes }
}

const csv = new File(['ref,name,enquiry_date'], 'register.csv')

async function checked(first: ImportReport) {
  const parts = setUp()
  void parts.desk.choose(csv)
  await parts.answer(ok(first))
  return parts
}

const stateOf = <S extends ImportState['step']>(desk: ImportDesk, step: S): Extract<ImportState, { step: S }> => {
  const state = desk.current()
  if (state.step !== step) throw new Error(`the desk is at ${state.step}`)
  return state as Extract<ImportState, { step: S }>
}

describe('choosing a file', () => {
  test('a file that is too big, of another kind or empty is not sent, and it is said why', async () => {
    const { desk, sent } = setUp()
    await desk.choose(new File([new Uint8Array(8 * 1024 * 1024 + 1)], 'big.csv'))
    expect(stateOf(desk, 'choose').fault).toBe(
      'This file is 8.1 MB. The most we can take is 8 MB. Split it in two and bring in one after the other.',
    )
    await desk.choose(new File(['x'], 'letter.docx'))
    expect(stateOf(desk, 'choose').fault).toBe('We can read CSV and Excel (XLSX) files. This is neither.')
    await desk.choose(new File(['x'], 'old.xls'))
    expect(stateOf(desk, 'choose').fault).toBe('This is an old Excel file. Open it, save it as XLSX or CSV, and try again.')
    await desk.choose(new File([], 'register.csv'))
    expect(stateOf(desk, 'choose').fault).toBe('This file is empty.')
    expect(sent).toEqual([])
  })

  test('a CSV file that the machine calls an Excel one is sent as CSV', async () => {
    const types: string[] = []
    const desk = new ImportDesk({
      send: async file => {
        types.push(file.type)
        return ok(report({}))
      },
      changed: () => undefined,
      after: () => () => undefined,
      now: () => 0,
    })
    await desk.choose(new File(['ref'], 'register.csv', { type: 'application/vnd.ms-excel' }))
    await desk.choose(new File(['x'], 'Register.XLSX', { type: '' }))
    expect(types).toEqual(['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
  })

  test('a file that cannot be read leaves one at the first step with the reason', async () => {
    const { desk, answer } = setUp()
    void desk.choose(csv)
    const problem = {
      type: '',
      title: '',
      status: 422,
      detail: 'A quote mark opens in row 2 and never closes.',
      kind: 'bad-file',
      traceId: '',
    }
    await answer(refused({ kind: 'refused', problem }))
    expect(stateOf(desk, 'choose').fault).toBe('A quote mark opens in row 2 and never closes.')
  })
})

describe('checking', () => {
  test('nothing is written by looking', async () => {
    const { sent } = await checked(report({}))
    expect(sent.map(({ options }) => options)).toEqual([{ dryRun: true }])
  })

  test('a cell put right is sent once typing rests, and its row stays in its place with a check', async () => {
    const bad = [remark(18, 'enquiry_date', '31/02/2015 is not a real date.'), remark(41, 'ref', 'Row 27 has the same reference.')]
    const { desk, sent, answer, rest } = await checked(report({ errors: bad }))
    desk.fix(18, 'enquiry_date', '2')
    desk.fix(18, 'enquiry_date', '28 February 2015')
    expect(sent).toHaveLength(1)
    await rest()
    expect(sent.at(-1)).toEqual({
      answers: { fixes: [{ row: 18, column: 'enquiry_date', value: '28 February 2015' }] },
      options: { dryRun: true },
    })
    await answer(ok(report({ errors: bad.slice(1), refused: 3 })))
    expect(stateOf(desk, 'check').rows.map(({ remark: { row }, isRight }) => [row, isRight])).toEqual([
      [18, true],
      [41, false],
    ])
  })

  test('an answer overtaken by newer typing is not shown', async () => {
    const { desk, answer, rest } = await checked(report({ errors: [remark(18, 'enquiry_date', 'first')] }))
    desk.fix(18, 'enquiry_date', '1/1/2015')
    await rest()
    desk.fix(18, 'enquiry_date', '1/2/2015')
    await rest()
    await answer(ok(report({ written: 1 })), 0)
    expect(stateOf(desk, 'check').report.written).toBe(164)
    await answer(ok(report({ written: 2 })), 0)
    expect(stateOf(desk, 'check').report.written).toBe(2)
  })

  test('a box that was emptied again is no fix', async () => {
    const { desk, sent, rest } = await checked(report({}))
    desk.fix(18, 'enquiry_date', '1/1/2015')
    desk.fix(18, 'enquiry_date', ' ')
    await rest()
    expect(sent.at(-1)?.answers).toEqual({})
  })

  test('without signal everything typed stays, and trying again sends it', async () => {
    const { desk, sent, answer, rest } = await checked(report({}))
    desk.answer({ stopped: 'some' })
    desk.fix(18, 'enquiry_date', '1/1/2015')
    await rest()
    await answer(refused({ kind: 'no-signal' }))
    expect(stateOf(desk, 'check').checking).toEqual({ busy: false, failure: { kind: 'no-signal' } })
    desk.checkAgain()
    await rest()
    expect(sent.at(-1)?.answers).toEqual({ stopped: 'some', fixes: [{ row: 18, column: 'enquiry_date', value: '1/1/2015' }] })
  })
})

describe('bringing in', () => {
  const part = (more: Partial<ImportReport>) => ok(report({ dryRun: false, ...more }))

  test('goes on until all is in, leaves out the bad rows, and says then that what was read is old', async () => {
    const left = remark(41, 'ref', 'Row 27 has the same reference.')
    const { desk, sent, answer, changes } = await checked(report({ errors: [left], written: 170, unchanged: 2, refused: 1 }))
    void desk.begin()
    await answer(part({ written: 90, unchanged: 1, refused: 1, fresh: 90, changed: 0, next: 93 }))
    expect(stateOf(desk, 'bringing')).toMatchObject({ all: 172, done: { written: 90, unchanged: 1, refused: 1 } })
    await answer(part({ written: 80, unchanged: 1, refused: 0, fresh: 71, changed: 9, next: null }))
    expect(sent.slice(1).map(({ answers, options }) => [answers.skipBad, options])).toEqual([
      [true, { dryRun: false }],
      [true, { dryRun: false, from: 93 }],
    ])
    expect(stateOf(desk, 'done')).toMatchObject({
      done: { written: 170, unchanged: 2, refused: 1, fresh: 161, changed: 9 },
      leftOut: [left],
    })
    expect(changes()).toBe(1)
  })

  test('broken off, it says how much is in, and goes on from there', async () => {
    const { desk, sent, answer } = await checked(report({ written: 171, unchanged: 0 }))
    void desk.begin()
    await answer(part({ written: 94, unchanged: 0, refused: 0, next: 95 }))
    await answer(refused({ kind: 'no-signal' }))
    expect(stateOf(desk, 'broken-off')).toMatchObject({ all: 171, done: { written: 94 }, next: 95, failure: { kind: 'no-signal' } })
    void desk.goOn()
    expect(sent.at(-1)?.options).toEqual({ dryRun: false, from: 95 })
    await answer(part({ written: 77, unchanged: 0, refused: 2, next: null }))
    expect(stateOf(desk, 'done').done).toMatchObject({ written: 171, refused: 2 })
  })

  test('stopped by hand, the part on its way is finished and no more is sent', async () => {
    const { desk, sent, answer } = await checked(report({ written: 171, unchanged: 0 }))
    void desk.begin()
    desk.stop()
    await answer(part({ written: 94, unchanged: 0, refused: 0, next: 95 }))
    expect(stateOf(desk, 'broken-off')).toMatchObject({ next: 95, failure: undefined })
    expect(sent).toHaveLength(2)
  })

  test('nothing is brought in while the file is being looked at', async () => {
    const { desk, sent } = await checked(report({}))
    desk.answer({ stopped: 'all' })
    await desk.begin()
    expect(stateOf(desk, 'check').checking.busy).toBe(true)
    expect(sent).toHaveLength(1)
  })
})
