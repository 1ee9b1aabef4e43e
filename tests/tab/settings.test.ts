import { describe, expect, test } from 'vitest'
import type { Instant } from '#domain/plainDate.ts'
import { day } from '#domain/plainDate.ts'
import { defaultRules } from '#domain/programmeRules.ts'
import type { Settings, SettingsVersion } from '#domain/settings.ts'
import { historyOf, namesOnly, settingsChanges, settingsOn } from '#domain/settings.ts'
import { cannotHold } from '#domain/settingsChecks.ts'
import { newSettingsSchema } from '#domain/settingsSchemas.ts'
import { changeWords } from '#tab/settings/changeWords.ts'
import { addCheckEdit, checkEdit, stopCheckEdit, templateEdit } from '#tab/settings/checkEdits.ts'
import { formerOf, freeCode } from '#tab/settings/codes.ts'
import type { Edit } from '#tab/settings/edits.ts'
import {
  addEdit,
  extraEdit,
  fromWhen,
  limitEdit,
  placeEdit,
  phoneEdit,
  renameEdit,
  settingsFrom,
  stopEdit,
  stuckEdit,
  wantedEdit,
} from '#tab/settings/edits.ts'
import { programmeEdit } from '#tab/settings/programmeEdit.ts'
import { settingsWords } from '#tab/settingsLabels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { readFields } from '#tab/ui/fields.ts'

const today = day('2026-05-03')
const start: Settings = {
  areas: ['north', 'south'],
  period: { from: day('2025-04-01'), to: day('2027-03-31') },
  costPence: 13_500_000,
  followUpUntil: null,
  followUpBy: 'nobody',
  followUpPerson: null,
  rules: { ...defaultRules, services: ['company'] },
  names: { ...namesOnly('Moors'), areas: { north: 'North Moor', south: 'South Moor' }, services: { company: 'Company' } },
}
const first: SettingsVersion = { ...start, version: 1, effectiveFrom: null, recordedAt: '2025-04-01T09:00:00.000Z' as Instant }
const members = [{ value: 'a0000000-0000-4000-8000-000000000011', label: 'Tom' }]

/** Fills a form in as it opens, with these words typed over it, and gives what is sent. */
function typed(edit: Edit, words: Words = {}, versions: readonly SettingsVersion[] = [first]) {
  const { answers, faults } = readFields([...edit.fields, fromWhen], { ...edit.start, effectiveFrom: '3 May 2026', ...words }, today)
  expect(faults).toEqual({})
  const sent = settingsFrom(edit, answers, historyOf(versions), today)
  expect(newSettingsSchema.safeParse(sent).error).toBeUndefined()
  expect(cannotHold(sent.settings)).toBeUndefined()
  return sent
}
const said = (edit: Edit, words: Words = {}): string[] => {
  const { settings } = typed(edit, words)
  return changeWords(settingsChanges(start, settings), settings)
}

describe('what a form changes, in words', () => {
  const [insurance] = defaultRules.checks
  if (!insurance) throw new Error('there is a first check')

  test.each<[string, Edit, Words, string[]]>([
    ['a limit', limitEdit('silentDays', start), { value: '60' }, ['Days with no contact: 42 → 60']],
    ['no size cap', limitEdit('sizeCapHundredths', start), { value: '' }, ['Largest one we help, in full-time jobs: 8 → no limit']],
    ['a full-time week', limitEdit('fullTimeMinutes', start), { value: '35' }, ['Hours in a full-time week: 37½ → 35']],
    ['a step', stuckEdit('grant', start), { value: '14' }, ['Days from grant agreed to grant paid: 30 → 14']],
    ['a new area', addEdit('areas'), { name: 'Coast & Cove' }, ['new area “Coast & Cove”']],
    ['another name', renameEdit('areas', 'north', start), { name: 'Upper Moor' }, ['“North Moor” is now called “Upper Moor”']],
    ['a place code', placeEdit('north', start), { geoCode: 'e05 000001' }, ['place code of North Moor: none → E05000001']],
    ['an area less', stopEdit('areas', 'south', start), {}, ['area “South Moor” no longer used']],
    ['hours wanted', wantedEdit(start, 'north', 'company'), { minutes: '12½' }, ['hours wanted, Company in North Moor: 0 → 12½']],
    ['a switch', extraEdit('charter', start), {}, ['Charter switched on']],
    ['a number to ring', phoneEdit(start), { phone: '01632 960123' }, ['safeguarding number: none → 01632 960123']],
    [
      'a check of their own, in the standard',
      addCheckEdit(start),
      { which: 'own', name: 'First aid', hasEnd: 'no', lookAgainMonths: '12', inStandard: 'yes' },
      ['new check “First aid”: Everyone, looked at again after 12\u00a0months', 'First aid is part of the standard'],
    ],
    [
      'a check',
      checkEdit(insurance, start),
      { neededToList: 'no' },
      ['Public liability insurance: Everyone, has an end date, needed to list → Everyone, has an end date'],
    ],
    [
      'a check less',
      stopCheckEdit('dbs', start),
      {},
      ['check “DBS check” no longer wanted', 'DBS check is no longer part of the standard'],
    ],
    [
      'a to-do',
      templateEdit(start),
      { says: 'Ring them', after: 'accepted', days: '7' },
      ['new to-do “Ring them”, 7\u00a0days after you take them on'],
    ],
    [
      'who rings them',
      programmeEdit(start, members),
      { followUpBy: 'person', followUpPerson: members[0]?.value ?? '' },
      ['check-ins after the money: Nobody yet → one named person', 'the person who makes the check-ins', 'who rings: none → Tom'],
    ],
    [
      'the money',
      programmeEdit(start, members),
      { to: '31 March 2028', costPence: '150,000' },
      [
        'the money: 1\u00a0April\u00a02025 to 31\u00a0March\u00a02027 → 1\u00a0April\u00a02025 to 31\u00a0March\u00a02028',
        'cost: £135,000 → £150,000',
      ],
    ],
  ])('%s', (_, edit, words, phrases) => {
    expect(said(edit, words)).toEqual(phrases)
  })

  test('a form that is saved as it opened changes nothing', () => {
    for (const edit of [
      limitEdit('caseload', start),
      stuckEdit('idea', start),
      renameEdit('areas', 'north', start),
      wantedEdit(start, 'north', 'company'),
      phoneEdit(start),
      checkEdit(insurance, start),
      programmeEdit(start, members),
    ])
      expect(said(edit)).toEqual([])
  })
})

describe('what is sent', () => {
  test('changes the settings of the day from which it counts, and keeps what else was saved for that day', () => {
    const june: SettingsVersion = {
      ...start,
      rules: { ...start.rules, silentDays: 60 },
      version: 2,
      effectiveFrom: day('2026-06-01'),
      recordedAt: '2026-04-01T09:00:00.000Z' as Instant,
    }
    const { effectiveFrom, settings } = typed(limitEdit('caseload', start), { value: '80', effectiveFrom: '1 July 2026' }, [first, june])
    expect(effectiveFrom).toBe('2026-07-01')
    expect(settings.rules).toMatchObject({ caseload: 80, silentDays: 60 })
    const { version: _, ...now } = settingsOn(historyOf([first, june]), today)
    expect(now.rules.silentDays).toBe(42)
  })

  test('an area that comes back has its old code, and a new one of a like name another', () => {
    const without = typed(stopEdit('areas', 'south', start)).settings
    expect(formerOf(without, 'areas')).toEqual(['south'])
    const again = addEdit('areas').change(without, { name: 'South  moor' })
    expect({ areas: again.areas, name: again.names.areas['south'] }).toEqual({ areas: ['north', 'south'], name: 'South  moor' })
    expect(freeCode('North', ['north', 'north-2'])).toBe('north-3')
    expect(freeCode('???', [])).toBe('other')
    expect(freeCode('a'.repeat(60), ['a'.repeat(40)])).toBe(`${'a'.repeat(36)}-2`)
  })

  test('hours wanted go with the service that is no longer used', () => {
    const wanted = typed(wantedEdit(start, 'north', 'company'), { minutes: '12' }).settings
    expect(wanted.rules.capacityWanted).toEqual([{ area: 'north', service: 'company', minutesPerWeek: 720 }])
    expect(stopEdit('services', 'company', wanted).change(wanted, {}).rules.capacityWanted).toEqual([])
  })

  test.each(['E01029999', 'E02006999', 'E04008999', 'N09000001', 'BA6 9EL', 'E0500000', 'Wells'])(
    '%s is not the code of a ward or a larger place, and the box says so',
    geoCode => {
      const { faults } = readFields(placeEdit('north', start).fields, { geoCode }, today)
      expect(faults).toEqual({ geoCode: settingsWords.placeCodeFault })
    },
  )

  test('a place code can be changed and taken away, and stays with an area that is no longer used', () => {
    const coded = { ...start, rules: { ...start.rules, places: [{ area: 'north', geoCode: 'E05000001' }] } }
    const version = { ...first, ...coded }
    const changed = typed(placeEdit('north', coded), { geoCode: 'E06000066' }, [version]).settings
    expect(changed.rules.places).toEqual([{ area: 'north', geoCode: 'E06000066' }])
    expect(changeWords(settingsChanges(coded, changed), changed)).toEqual(['place code of North Moor: E05000001 → E06000066'])
    const without = typed(placeEdit('north', coded), { geoCode: '' }, [version]).settings
    expect(without.rules.places).toEqual([])
    expect(changeWords(settingsChanges(coded, without), without)).toEqual(['place code of North Moor: E05000001 → none'])
    expect(typed(stopEdit('areas', 'north', coded), {}, [version]).settings.rules.places).toEqual(coded.rules.places)
  })

  test('the words of a to-do never become its code', () => {
    const { settings } = typed(templateEdit(start), { says: 'Ring Mrs Evans', after: 'accepted', days: '7' })
    expect(settings.rules.templates).toEqual([{ id: 'to-do-1', after: 'accepted', days: 7 }])
    expect(settings.names.templates).toEqual({ 'to-do-1': 'Ring Mrs Evans' })
  })

  test('a limit of nothing, and of too much, is said under its box', () => {
    const { fields } = limitEdit('answerWorkingDays', start)
    expect(readFields(fields, { value: '0' }, today).faults).toEqual({ value: 'Type 1 or more.' })
    expect(readFields(fields, { value: '61' }, today).faults).toEqual({ value: 'Type 60 or less.' })
  })
})
