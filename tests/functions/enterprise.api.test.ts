import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProgrammeNames } from '#domain/settings.ts'
import type { ProgrammeRules } from '#domain/programmeRules.ts'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import type { Today } from '#domain/todaySchemas.ts'
import type { CaseBody, Entry } from '#domain/wireSchemas.ts'
import type { Consortia } from '#domain/consortiumSchemas.ts'
import type { Ticket } from '#domain/downloadSchemas.ts'
import type { Casebook, LooseCommand, Who } from './casebook.ts'
import { assignTo, daysOn, saidBy, startCasebook, today } from './casebook.ts'

let casebook: Casebook
beforeAll(async () => {
  casebook = await startCasebook()
})
afterAll(() => casebook.stop())

const accept: LooseCommand = { kind: 'accept', happenedOn: '2024-01-10', origin: 'new' }

/** What the lead lets count from 2020 on, beside what there is. */
async function withSettings(programme: string, rules: Partial<ProgrammeRules>, names: Partial<ProgrammeNames>): Promise<void> {
  const { body, headers } = await casebook.as('lead').get<SettingsAnswer>(`programmes/${programme}/settings`)
  const [newest] = body.versions
  if (!newest) throw new Error('there is a version')
  const { areas, period, costPence, followUpUntil, followUpBy, followUpPerson } = newest
  const kept = { areas, period, costPence, followUpUntil, followUpBy, followUpPerson }
  const settings = { ...kept, rules: { ...newest.rules, ...rules }, names: { ...newest.names, ...names } }
  const sent = { effectiveFrom: '2020-01-01', settings }
  const put = await casebook.as('lead').put(`programmes/${programme}/settings`, sent, { 'if-match': headers.get('etag') ?? '' })
  if (put.status !== 200) throw new Error(put.text)
}

const read = async (p: string, id: string, who: Who = 'catalyst'): Promise<CaseBody> =>
  (await casebook.as(who).get<CaseBody>(`programmes/${p}/cases/${id}`)).body
const entriesOf = async (p: string, id: string, who: Who = 'catalyst'): Promise<Entry[]> =>
  (await casebook.as(who).get<{ entries: Entry[] }>(`programmes/${p}/cases/${id}/facts`)).body.entries

describe('what they offer', () => {
  test('is told in one entry for each thing, and undone as one', async () => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accept)
    const offer = {
      kind: 'tell-offer',
      happenedOn: '2024-02-01',
      services: ['meals'],
      purposes: ['company'],
      areas: ['coast'],
      spareMinutes: 240,
    }
    const told = await casebook.as('catalyst').command(p, id, { ...offer, pencePerHour: 22_00 })
    expect(told).toMatchObject({ status: 200, body: { facts: { length: 4 } } })
    expect((await read(p, id)).tracks).toMatchObject({
      services: ['meals'],
      purposes: ['company'],
      areasServed: ['coast'],
      price: { pencePerHour: 22_00, since: '2024-02-01' },
    })
    expect((await casebook.as('catalyst').command(p, id, { kind: 'undo', of: told.body.n })).status).toBe(200)
    expect((await read(p, id)).tracks).toMatchObject({ services: [], areasServed: [] })
  })

  test('with nothing in it is refused', async () => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accept)
    expect(saidBy(await casebook.as('catalyst').command(p, id, { kind: 'tell-offer', happenedOn: '2024-02-01' }))).toEqual({
      status: 422,
      kind: 'offer-not-told',
      detail: 'Nothing here is new. Change something first.',
    })
  })
})

describe('a document', () => {
  const link = 'https://contoso.sharepoint.com/sites/casework/plan-for-marigold.docx'
  const document = { kind: 'link-document', happenedOn: '2024-02-01', document: 'plan', title: 'Plan for Marigold', link }

  test('is a title and a link in a row that can be emptied: no entry and no log holds either', async () => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accept)
    expect((await casebook.as('catalyst').command(p, id, document)).status).toBe(200)
    const linked = (await entriesOf(p, id)).find(({ kind }) => kind === 'document-linked')
    expect(linked?.text).toBe(`Plan for Marigold\n${link}`)
    expect(JSON.stringify(linked?.data)).not.toMatch(/marigold/i)
    expect(JSON.stringify((await read(p, id)).tracks)).not.toMatch(/marigold/i)
    // Those who may not read notes know that there is one.
    const unread = (await entriesOf(p, id, 'reviewer')).find(({ kind }) => kind === 'document-linked')
    expect(unread).toMatchObject({ text: null, data: { document: 'plan' } })
  })

  test.each([
    ['elsewhere', { link: 'https://example.org/plan.docx' }],
    ['without https', { link: link.replace('https', 'http') }],
    ['without a title', { title: ' ' }],
  ])('%s is refused, and the refusal does not repeat the link', async (_, wrong) => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accept)
    const said = await casebook.as('catalyst').command(p, id, { ...document, ...wrong })
    expect(said.status).toBe(400)
    expect(said.text).not.toMatch(/marigold|example\.org/i)
  })

  test('is taken back like any entry', async () => {
    const p = await casebook.newProgramme()
    const { id } = await casebook.newCase(p, {}, accept)
    const [of = ''] = (await casebook.as('catalyst').command(p, id, document)).body.facts
    await casebook.as('catalyst').command(p, id, { kind: 'withdraw', of, reason: 'wrong-enterprise' })
    expect((await read(p, id)).tracks).toMatchObject({ documents: [] })
  })
})

describe('the programme’s own checks and to-dos', () => {
  const rules: Partial<ProgrammeRules> = {
    standard: [],
    checks: [{ check: 'dog-walk', tier: 'everyone', hasEnd: true, lookAgainMonths: null, neededToList: true }],
    templates: [{ id: 'first-visit', after: 'accepted', days: 3 }],
  }
  const names = { checks: { 'dog-walk': 'Dog walking licence' }, templates: { 'first-visit': 'Visit them at home' } }

  test('a check is called by its name in what is in the way, in the refusal and in Today', async () => {
    const p = await casebook.newProgramme()
    await withSettings(p, { ...rules, templates: [] }, { ...names, templates: {} })
    const yes: LooseCommand = { kind: 'give-permission', happenedOn: '2024-01-11', use: 'directory' }
    const { id } = await casebook.newCase(p, {}, accept, yes, assignTo('catalyst'))
    const list = (await read(p, id)).gates.find(({ gate }) => gate === 'list')
    expect(list?.conditions.find(({ check }) => check === 'dog-walk')?.words).toBe('Dog walking licence is not on record.')
    expect(saidBy(await casebook.as('catalyst').command(p, id, { kind: 'list', happenedOn: today(), in: 'directory' }))).toMatchObject({
      kind: 'gate-shut',
      detail: 'We cannot list them yet. Dog walking licence is not on record.',
    })
    await casebook.as('catalyst').command(p, id, { kind: 'see-check', happenedOn: today(), check: 'dog-walk', until: daysOn(20) })
    const { body } = await casebook.as('catalyst').get<Today>(`programmes/${p}/today`)
    expect(body.rows[0]?.reasons.find(({ kind }) => kind === 'check')).toMatchObject({ check: 'dog-walk', name: 'Dog walking licence' })
  })

  test('a to-do of a template stands on their page as in Today, and ticked off there it is gone from both', async () => {
    const p = await casebook.newProgramme()
    await withSettings(p, rules, names)
    const own = { kind: 'set-task', happenedOn: today(), about: 'visit', dueOn: daysOn(90), note: 'Bring the forms' }
    const { id } = await casebook.newCase(p, {}, { ...accept, happenedOn: today() }, assignTo('catalyst', today()), own)
    const shown = async (who: Who = 'catalyst') => (await read(p, id, who)).tasks.map(({ on, template, words }) => [on, template, words])
    const inToday = async () => {
      const { body } = await casebook.as('catalyst').get<Today>(`programmes/${p}/today`)
      return body.rows.flatMap(({ reasons }) => reasons.flatMap(reason => (reason.kind === 'task' ? [reason.words] : [])))
    }
    expect(await shown()).toEqual([
      [daysOn(3), true, 'Visit them at home'],
      [daysOn(90), false, 'Bring the forms'],
    ])
    // What is due in 90 days is on their page, and not in Today yet.
    expect(await inToday()).toEqual(['Visit them at home'])
    // A to-do's words are for those who may read notes; a template's are nobody's secret.
    expect((await shown('reviewer')).map(([, , words]) => words)).toEqual(['Visit them at home', null])
    await casebook.as('catalyst').command(p, id, { kind: 'do-task', happenedOn: today(), task: 'first-visit' })
    expect((await shown()).map(([, , words]) => words)).toEqual(['Bring the forms'])
    expect(await inToday()).toEqual([])
  })
})

describe('a legal day', () => {
  test('is not put off: the refusal says which day it is', async () => {
    const p = await casebook.newProgramme()
    const lastDay = daysOn(10)
    const insured: LooseCommand = { kind: 'see-check', happenedOn: today(), check: 'public-liability', until: lastDay }
    const { id } = await casebook.newCase(p, {}, accept, insured, assignTo('catalyst'))
    const putOff = (need: string, until: string, also: string[] = []) =>
      casebook
        .as('catalyst')
        .command(p, id, { kind: 'put-off', happenedOn: today(), need, until, why: 'away', also: { needs: also, tasks: [] } })
    const said = saidBy(await putOff('silent', daysOn(11), ['check']))
    expect(said).toMatchObject({ status: 422, kind: 'past-legal-day' })
    expect(said.detail).toMatch(/^\d{1,2} \w+ \d{4} is a day set by law or by a policy\. This cannot be put off past it\.$/)
    expect((await putOff('check', lastDay)).status).toBe(200)
    expect((await putOff('silent', daysOn(30))).status).toBe(200)
  })
})

describe('a consortium', () => {
  const join = (consortium: string): LooseCommand => ({
    kind: 'tell-attribute',
    happenedOn: '2024-03-01',
    attribute: 'joined-consortium',
    codes: [consortium],
  })

  test('has a report of its members, each as far as the reader may see, and as a file', async () => {
    const p = await casebook.newProgramme()
    await withSettings(p, { consortia: ['moor-carers'] }, { consortia: { 'moor-carers': 'Moor Carers' }, services: { meals: 'Meals' } })
    const offer: LooseCommand = { kind: 'tell-offer', happenedOn: '2024-02-01', services: ['meals'] }
    const hours: LooseCommand = { kind: 'record-care-return', happenedOn: today(), minutesPerWeek: 600 }
    const insured: LooseCommand = { kind: 'see-check', happenedOn: '2024-02-01', check: 'public-liability', until: daysOn(90) }
    const { id } = await casebook.newCase(p, { name: 'Marigold Meals' }, accept, offer, insured, hours, join('moor-carers'))
    await casebook.newCase(p, { name: 'Not in it' }, accept)
    const of = async (who: Who) => (await casebook.as(who).get<Consortia>(`programmes/${p}/consortia`)).body.consortia
    expect(await of('lead')).toMatchObject([
      {
        name: 'Moor Carers',
        members: 1,
        services: ['meals'],
        minutesPerWeek: 600,
        withHours: 1,
        rows: [
          { id, name: 'Marigold Meals', joinedOn: '2024-03-01', leftOn: null, isMember: true, insurance: 'in-date', dbs: 'not-known' },
        ],
      },
    ])
    expect((await of('reviewer'))[0]?.rows).toMatchObject([{ name: null, dbs: null, insurance: 'in-date' }])
    expect((await of('partner-catalyst'))[0]).toMatchObject({ members: 0, rows: [] })

    const file = async (who: Who) => {
      const ticket = await casebook
        .as(who)
        .post<Ticket>(`programmes/${p}/downloads`, { of: 'consortium', format: 'csv', consortium: 'moor-carers' })
      // A browser that follows a link carries no token.
      const text = await (await fetch(`${casebook.address}${ticket.body.path}`)).text()
      return { ticket: ticket.body, lines: text.replace('\ufeff', '').trimEnd().split('\r\n') }
    }
    const { ticket, lines } = await file('lead')
    expect(ticket).toMatchObject({ rows: 1, names: true })
    expect(lines[0]).toBe('Reference,Name,Joined,Left,Member now,Services,Hours a week,Insurance,DBS')
    // 600 minutes are 10 hours.
    expect(lines[1]).toBe('0001,Marigold Meals,2024-03-01,,Yes,Meals,10,In date,Not known')
    const unnamed = await file('reviewer')
    expect(unnamed.ticket).toMatchObject({ rows: 1, names: false })
    expect(unnamed.lines[0]).toBe('Reference,Joined,Left,Member now,Services,Hours a week,Insurance')
    expect(unnamed.lines.join(' ')).not.toMatch(/Marigold/)
  })

  test('is a workbook too, whatever the consortium is called', async () => {
    const p = await casebook.newProgramme()
    await withSettings(p, { consortia: ['north'] }, { consortia: { north: 'North/South Moor and Coast Care Consortium Ltd: history' } })
    await casebook.newCase(p, { name: 'Marigold Meals' }, accept, join('north'))
    const ask = { of: 'consortium', format: 'xlsx', consortium: 'north' }
    const { body } = await casebook.as('lead').post<Ticket>(`programmes/${p}/downloads`, ask)
    const answer = await fetch(`${casebook.address}${body.path}`)
    expect(answer.status).toBe(200)
    // A workbook is a zip.
    expect(new TextDecoder().decode((await answer.arrayBuffer()).slice(0, 2))).toBe('PK')
  })
})
