import { expect, test } from 'vitest'
import { day } from '#domain/plainDate.ts'
import { namesOnly } from '#domain/settings.ts'
import { MemoryStore } from '#functions/memoryStore.ts'
import { programmeOf, programmeText, readVersions, versionKey } from '#functions/programmeSettings.ts'
import type { Change, ProgrammeSettings } from '#functions/store.ts'
import { exampleRows } from './storedExamples.ts'

const { settings, head } = exampleRows
const today = day('2026-05-03')

/** A version whose words stand in the row beside it; null where they were emptied. */
const version = (number: number, words: object | null, parts: Partial<ProgrammeSettings> = {}): Change[] => {
  const textId = `text-${number}`
  return [
    {
      put: 'insert',
      kind: 'settings',
      key: versionKey(number),
      row: { ...settings.row, version: number, textId, followUpPerson: null, ...parts },
    },
    ...(words ? [{ put: 'insert', kind: 'text', key: [programmeText, textId], row: { words: JSON.stringify(words) } } as const] : []),
  ]
}

async function programmeWith(...changes: Change[]) {
  const store = new MemoryStore()
  await store.commit('moors', changes)
  return programmeOf('moors', await readVersions(store, 'moors', head.row), today)
}

/** The words of a programme, as the first release kept them. */
const firstWords = { name: 'Moors and Coast', areas: { 'north-town': 'North Town' }, followUpOwner: 'The growth team' }

test('words of the first release are read: a name was all that was said of who makes the check-ins', async () => {
  const old = await programmeWith(...version(1, firstWords, { followUpBy: null }))
  expect(old).toMatchObject({
    name: 'Moors and Coast',
    areas: [{ id: 'north-town', name: 'North Town' }],
    formerAreas: [],
    followUpBy: 'council-team',
    followUpOwner: 'The growth team',
    warnings: [],
  })
  const unnamed = await programmeWith(...version(1, { ...firstWords, followUpOwner: null }, { followUpBy: null }))
  expect(unnamed).toMatchObject({ followUpBy: 'nobody', warnings: ['no-follow-up-owner'] })
})

test('a version whose words were emptied is called what the one before it was', async () => {
  const emptied = await programmeWith(
    ...version(1, { ...namesOnly('Moors and Coast'), areas: { 'north-town': 'North Town' } }),
    ...version(2, null, { effectiveFrom: day('2026-01-01'), costPence: 1 }),
  )
  expect(emptied).toMatchObject({ name: 'Moors and Coast', costPence: 1, areas: [{ id: 'north-town', name: 'North Town' }] })
})

test('other words that are kept with the programme do no harm', async () => {
  const other: Change = { put: 'insert', kind: 'text', key: [programmeText, 'another'], row: { words: 'not JSON {' } }
  expect(await programmeWith(...version(1, firstWords), other)).toMatchObject({ name: 'Moors and Coast' })
})
