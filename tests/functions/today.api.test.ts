import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { addDays, day } from '#domain/plainDate.ts'
import type { Today } from '#domain/todaySchemas.ts'
import { todaySchema } from '#domain/todaySchemas.ts'
import { people } from '#local/people.ts'
import type { Casebook, LooseCommand, Who } from './casebook.ts'
import { assignTo, saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const before = (days: number): string => addDays(day(today()), -days)
const accept: LooseCommand = { kind: 'accept', happenedOn: '2024-01-10', origin: 'new' }
const told: LooseCommand = { kind: 'tell-privacy', happenedOn: '2024-01-10', how: 'by-phone' }

const asked = async (p: string, who: Who = 'catalyst', whose = 'mine'): Promise<Today> => {
  const { status, body } = await casebook.as(who).get<Today>(`programmes/${p}/today?whose=${whose}`)
  expect(status).toBe(200)
  return body
}
const listed = ({ rows }: Today) => rows.map(({ name, group, reasons }) => [name, group, ...reasons.map(({ kind }) => kind)])

describe('what needs me', () => {
  test('has the form that is promised, one row for each enterprise with all its reasons', async () => {
    const p = await casebook.newProgramme()
    const { n } = await casebook.newCase(p, { name: 'Quay' }, accept, assignTo('catalyst'))
    const body = await asked(p)
    expect(todaySchema.parse(body)).toEqual(body)
    expect(body).toMatchObject({ programme: p, through: n, today: today(), mine: 1, counts: { mine: 1, everyone: null }, load: null })
    // Taken on in 2024, and nothing since: not told of privacy, silent, and stuck in its idea.
    expect(listed(body)).toEqual([['Quay', 'overdue', 'privacy', 'silent', 'stuck']])
  })

  test('is one’s own, and an enquiry that one took in until somebody works on it', async () => {
    const p = await casebook.newProgramme()
    await casebook.newCase(p, { name: 'Mine' }, accept, assignTo('catalyst'))
    await casebook.newCase(p, { name: 'Theirs' }, accept, assignTo('second-catalyst'))
    await casebook.newCase(p, { name: 'Taken in', happenedOn: today() })
    expect(new Set((await asked(p)).rows.map(({ name }) => name))).toEqual(new Set(['Mine', 'Taken in']))
    expect((await asked(p, 'second-catalyst')).rows.map(({ name }) => name)).toEqual(['Theirs'])
    expect((await asked(p, 'reviewer')).rows).toEqual([])
  })

  test('goes as soon as it is settled, and comes back when that is taken back', async () => {
    const p = await casebook.newProgramme()
    const made = await casebook.newCase(p, { name: 'Quay' }, accept, told, assignTo('catalyst'), {
      kind: 'agree-idea',
      happenedOn: before(1),
    })
    expect(listed(await asked(p))).toEqual([['Quay', 'overdue', 'silent']])
    const contact = await casebook
      .as('catalyst')
      .command(p, made.id, { kind: 'log-contact', happenedOn: today(), reached: true }, { n: made.n })
    const after = await asked(p)
    expect(after.rows).toEqual([])
    expect(after.through).toBe(contact.body.n)
    const [of = ''] = contact.body.facts
    await casebook.as('catalyst').command(p, made.id, { kind: 'withdraw', of, reason: 'did-not-happen' })
    expect(listed(await asked(p))).toEqual([['Quay', 'overdue', 'silent']])
  })

  test('is put off with all its reasons in one entry, until its day', async () => {
    const p = await casebook.newProgramme()
    const dueOn = today()
    const task: LooseCommand = { kind: 'set-task', happenedOn: today(), about: 'set-up', dueOn, note: 'The draft rules' }
    const made = await casebook.newCase(p, { name: 'Quay' }, accept, told, assignTo('catalyst'), task)
    const [row] = (await asked(p)).rows
    expect(row?.reasons.map(({ kind }) => kind)).toEqual(['silent', 'stuck', 'task'])
    const own = row?.reasons.find(reason => reason.kind === 'task')
    const until = addDays(day(today()), 3)
    const also = { needs: ['stuck'], tasks: [own?.kind === 'task' ? own.task : ''] }
    const said = await casebook
      .as('catalyst')
      .command(p, made.id, { kind: 'put-off', happenedOn: today(), need: 'silent', until, why: 'waiting-for-them', also })
    expect(said.body.facts).toHaveLength(3)
    // The to-do is now due in three days, and the only reason that is shown.
    expect((await asked(p)).rows.map(({ group, reasons }) => [group, ...reasons.map(({ kind, on }) => `${kind} ${on}`)])).toEqual([
      ['this-week', `task ${until}`],
    ])
  })

  test('says what a to-do says to those who may read notes', async () => {
    const p = await casebook.newProgramme()
    const task: LooseCommand = {
      kind: 'set-task',
      happenedOn: today(),
      about: 'visit',
      dueOn: today(),
      at: '11:00',
      note: 'The first menu',
    }
    await casebook.newCase(p, { name: 'Quay' }, accept, told, assignTo('catalyst'), task)
    const said = async (who: Who, whose: string) =>
      (await asked(p, who, whose)).rows.flatMap(({ reasons }) => reasons.flatMap(reason => ('words' in reason ? [reason.words] : [])))
    expect(await said('catalyst', 'mine')).toEqual(['The first menu'])
    expect(await said('lead', 'everyone')).toEqual(['The first menu'])
  })

  test('a grant to pay waits for those who pay, and for nobody who works on it', async () => {
    const p = await casebook.newProgramme()
    const grant: LooseCommand = { kind: 'award-grant', happenedOn: today(), pence: 50_000, gap: 'meals' }
    await casebook.newCase(p, { name: 'Quay' }, accept, told, assignTo('catalyst'), grant)
    expect(listed(await asked(p, 'payer'))).toEqual([['Quay', 'coming', 'grant-unpaid']])
    expect((await asked(p, 'decider')).rows).toEqual([])
  })

  test('being asked to take a record over is for the one who was asked', async () => {
    const p = await casebook.newProgramme()
    const offer: LooseCommand = { kind: 'offer-handover', happenedOn: today(), to: people['second-catalyst'].oid }
    await casebook.newCase(p, { name: 'Quay' }, accept, told, assignTo('catalyst'), offer)
    expect(listed(await asked(p, 'second-catalyst'))).toEqual([['Quay', 'today', 'handover']])
    expect(listed(await asked(p))).toEqual([['Quay', 'overdue', 'silent', 'stuck']])
  })

  test('is, once the money is over, the check-ins of everybody for those who follow up, and of her own for a catalyst', async () => {
    const terms = { followUpBy: 'council-team', followUpOwner: 'The council’s team' }
    const over = await casebook.newProgramme({ period: { from: '2014-04-01', to: before(3) }, ...terms })
    const funded = await casebook.newProgramme(terms)
    // Six months are at most 184 days, so the first check-in was due at least 6 days ago.
    const began: LooseCommand = { kind: 'begin-trading', happenedOn: before(190) }
    const kept = before(250)
    const accepted: LooseCommand = { ...accept, happenedOn: kept }
    for (const p of [over, funded]) {
      await casebook.newCase(p, { name: 'Hers', happenedOn: kept }, accepted, assignTo('catalyst', kept), began)
      await casebook.newCase(p, { name: 'Nobody’s', happenedOn: kept }, accepted, began)
    }
    const names = async (p: string, who: Who) => listed(await asked(p, who))
    expect(new Set(await names(over, 'follow-up-owner'))).toEqual(
      new Set([
        ['Hers', 'overdue', 'check-in'],
        ['Nobody’s', 'overdue', 'check-in'],
      ]),
    )
    expect((await names(over, 'catalyst')).find(([name]) => name === 'Hers')).toEqual(['Hers', 'overdue', 'check-in'])
    expect(await names(over, 'reviewer')).toEqual([])
    // While the money lasts they are the catalyst's alone.
    expect(await names(funded, 'follow-up-owner')).toEqual([])
  })

  test('where nothing is due, those that have gone longest without a call', async () => {
    const p = await casebook.newProgramme()
    const idea: LooseCommand = { kind: 'agree-idea', happenedOn: before(1) }
    const spoke = (days: number): LooseCommand => ({ kind: 'log-contact', happenedOn: before(days), reached: true })
    await casebook.newCase(p, { name: 'Two days' }, accept, told, assignTo('catalyst'), idea, spoke(2))
    await casebook.newCase(p, { name: 'A month' }, accept, told, assignTo('catalyst'), idea, spoke(30))
    const body = await asked(p)
    expect(body.rows).toEqual([])
    expect(body.quiet.map(({ name, since }) => [name, since])).toEqual([
      ['A month', before(30)],
      ['Two days', before(2)],
    ])
  })
})

describe('what needs everyone', () => {
  test('is for a lead and an administrator alone', async () => {
    const p = await casebook.newProgramme()
    await casebook.newCase(p, {}, accept, assignTo('catalyst'))
    const statusFor = async (who: Who) => (await casebook.as(who).get(`programmes/${p}/today?whose=everyone`)).status
    expect(await Promise.all((['lead', 'administrator'] as const).map(statusFor))).toEqual([200, 200])
    const others: Who[] = ['catalyst', 'partner-catalyst', 'reviewer', 'assessor', 'decider', 'payer', 'verifier', 'follow-up-owner']
    expect(await Promise.all(others.map(statusFor))).toEqual(others.map(() => 403))
    expect(saidBy(await casebook.as('lead').get(`programmes/${p}/today?whose=nobody`))).toMatchObject({ status: 400 })
  })

  test('says who carries how much, and nothing of what came of it', async () => {
    const p = await casebook.newProgramme()
    await casebook.newCase(p, { name: 'One' }, accept, told, assignTo('catalyst'))
    await casebook.newCase(p, { name: 'Two', happenedOn: today() })
    const body = await asked(p, 'lead', 'everyone')
    expect(body.counts).toEqual({ mine: 0, everyone: 2 })
    // An enquiry of today is due in two working days: today or this week for whoever looks.
    expect(body.load).toEqual([
      { catalyst: people.catalyst.oid, open: 1, overdue: 1, thisWeek: 0, silent: 1, stuck: 1 },
      { catalyst: null, open: 1, overdue: 0, thisWeek: 1, silent: 0, stuck: 0 },
    ])
    expect(listed(body)).toEqual([
      ['One', 'overdue', 'silent', 'stuck'],
      ['Two', 'this-week', 'enquiry', 'privacy'],
    ])
  })
})

test('it is not sent again to who has it, until something is recorded or the reader may do something else', async () => {
  const p = await casebook.newProgramme()
  await casebook.newCase(p, {}, accept, assignTo('catalyst'))
  const path = `programmes/${p}/today`
  const known = { 'if-none-match': (await casebook.as('catalyst').get(path)).headers.get('etag') ?? '' }
  expect((await casebook.as('catalyst').get(path, known)).status).toBe(304)
  expect((await casebook.as('second-catalyst').get(path, known)).status).toBe(200)
  expect((await casebook.as('catalyst').get(`${path}?whose=mine`, known)).status).toBe(304)
  await casebook.newCase(p)
  expect((await casebook.as('catalyst').get(path, known)).status).toBe(200)
})

test('a partner sees what needs them of their own, and of nobody else', async () => {
  const p = await casebook.newProgramme()
  await casebook.newCase(p, { name: 'Ours' }, accept, assignTo('partner-catalyst'))
  await casebook.newCase(p, { name: 'Others' }, accept, assignTo('catalyst'))
  expect((await asked(p, 'partner-catalyst')).rows.map(({ name }) => name)).toEqual(['Ours'])
})

test('a partner who is asked to take a record over reads it without its name, says yes, and only then works with it', async () => {
  const p = await casebook.newProgramme()
  const { oid } = people['partner-catalyst']
  const offer: LooseCommand = { kind: 'offer-handover', happenedOn: today(), to: oid }
  const { id } = await casebook.newCase(p, { name: 'Quay' }, accept, assignTo('catalyst'), offer)
  const partner = casebook.as('partner-catalyst')
  expect((await asked(p, 'partner-catalyst')).rows).toMatchObject([{ id, name: null, group: 'today', reasons: [{ kind: 'handover' }] }])
  const read = () => partner.get<{ name: string | null; catalyst: string }>(`programmes/${p}/cases/${id}`)
  expect(await read()).toMatchObject({ status: 200, body: { name: null, person: null } })
  const idea: LooseCommand = { kind: 'agree-idea', happenedOn: today() }
  expect((await partner.command(p, id, idea)).status).toBe(403)
  expect((await partner.command(p, id, { kind: 'accept-handover', happenedOn: today() })).status).toBe(200)
  expect((await read()).body).toMatchObject({ name: 'Quay', catalyst: oid })
  expect((await partner.command(p, id, idea)).status).toBe(200)
})

test('a record is offered and given to nobody who could not work with it', async () => {
  const p = await casebook.newProgramme()
  const { id } = await casebook.newCase(p, {}, accept, assignTo('catalyst'))
  const { entries } = (await casebook.as('lead').get<{ entries: { id: string; kind: string }[] }>(`programmes/${p}/cases/${id}/facts`)).body
  const of = entries.find(({ kind }) => kind === 'assigned')!.id
  const refused = {
    status: 422,
    kind: 'cannot-take-over',
    detail: 'This person does not work with enterprises here. Pick somebody who does.',
  }
  for (const oid of [randomUUID(), people.reviewer.oid]) {
    expect(saidBy(await casebook.as('catalyst').command(p, id, { kind: 'offer-handover', happenedOn: today(), to: oid }))).toEqual(refused)
    expect(saidBy(await casebook.as('lead').command(p, id, { kind: 'assign', happenedOn: today(), catalyst: oid }))).toEqual(refused)
    const right = { kind: 'replace', of, reason: 'wrong-details', happenedOn: today(), data: { catalyst: oid } }
    expect(saidBy(await casebook.as('lead').command(p, id, right))).toEqual(refused)
  }
  const toColleague = {
    kind: 'replace',
    of,
    reason: 'wrong-details',
    happenedOn: today(),
    data: { catalyst: people['second-catalyst'].oid },
  }
  expect((await casebook.as('lead').command(p, id, toColleague)).status).toBe(200)
})
