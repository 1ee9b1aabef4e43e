import { crc32, deflateRawSync } from 'node:zlib'
import { readWorkbook } from '#functions/workbook.ts'
import type { CellValue } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'

const limits = { rows: 20, columns: 5 }
const read = (bytes: Uint8Array, most = limits) => readWorkbook(bytes, most)
const workbook = (rows: CellValue[][], more: object = {}) => writeXlsx({ sheets: [{ name: 'FileRows', rows }], ...more })

test('days of a spreadsheet become days, whatever their time, and numbers keep no noise', async () => {
  const bytes = await workbook([[new Date('2014-05-03T00:00:00Z'), new Date('2014-05-03T17:45:00Z'), 0.1 + 0.2, 35_000, true]])
  expect(await read(bytes)).toMatchObject({
    ok: true,
    value: { rows: [{ row: 1, cells: ['2014-05-03', '2014-05-03', '0.3', '35000', 'TRUE'] }] },
  })
})

test('days are right in a workbook that counts from 1904', async () => {
  const bytes = await workbook([[new Date('2014-05-03T00:00:00Z')]], { dateSystem: '1904' })
  expect(await read(bytes)).toMatchObject({ ok: true, value: { rows: [{ cells: ['2014-05-03'] }] } })
})

test('rows keep their numbers in the sheet, and empty ones are left out', async () => {
  expect(await read(await workbook([[null], ['ref'], [], ['  '], ['1']]))).toMatchObject({
    ok: true,
    value: {
      rows: [
        { row: 2, cells: ['ref'] },
        { row: 5, cells: ['1'] },
      ],
    },
  })
})

test('the first sheet that is not hidden is read, and the others are named', async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Lists', hidden: true, rows: [['x']] },
      { name: 'FileRows', rows: [['ref']] },
      { name: 'Totals', rows: [['y']] },
    ],
  })
  expect(await read(bytes)).toEqual({
    ok: true,
    value: { name: 'FileRows', otherSheets: ['Lists', 'Totals'], rows: [{ row: 1, cells: ['ref'] }] },
  })
})

test('one row and one column more than the most are read, so that the reader sees that there are more', async () => {
  const bytes = await workbook(Array.from({ length: 50 }, () => Array.from({ length: 30 }, () => 'x')))
  const sheet = await read(bytes)
  expect(sheet.ok && [sheet.value.rows.length, sheet.value.rows[0]?.cells.length]).toEqual([21, 6])
})

type Part = { name: string; content: Uint8Array; claimed?: number }

/** A zip of these parts, each with the size that it claims: as a workbook bomb is built. */
function zipOf(...parts: Part[]): Uint8Array {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  for (const { name, content, claimed = content.byteLength } of parts) {
    const packed = deflateRawSync(content, { level: 9 })
    const sizes = [...words(crc32(content)), ...words(packed.byteLength), ...words(claimed)]
    const at = locals.reduce((sum, { byteLength }) => sum + byteLength, 0)
    locals.push(Buffer.concat([header(0x04034b50, [20, 0, 8, 0, 0, ...sizes, name.length, 0]), Buffer.from(name), packed]))
    entries.push(
      Buffer.concat([header(0x02014b50, [20, 20, 0, 8, 0, 0, ...sizes, name.length, 0, 0, 0, 0, 0, 0, ...words(at)]), Buffer.from(name)]),
    )
  }
  const [local, central] = [Buffer.concat(locals), Buffer.concat(entries)]
  const end = header(0x06054b50, [0, 0, parts.length, parts.length, ...words(central.byteLength), ...words(local.byteLength), 0])
  return new Uint8Array(Buffer.concat([local, central, end]))
}

const words = (value: number): number[] => [value & 0xffff, value >>> 16]

function header(signature: number, fields: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + fields.length * 2)
  bytes.writeUInt32LE(signature)
  fields.forEach((field, place) => bytes.writeUInt16LE(field, 4 + place * 2))
  return bytes
}

const part = (name: string, text: string): Part => ({ name, content: new TextEncoder().encode(text) })
const officeNs = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNs = 'http://schemas.openxmlformats.org/package/2006'
const relations = (...links: [string, string][]) =>
  `<Relationships xmlns="${packageNs}/relationships">${links
    .map(([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${officeNs}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** A workbook of one sheet with this very XML for its rows. */
const rawWorkbook = (sheetData: string, before = ''): Uint8Array =>
  zipOf(
    part(
      '[Content_Types].xml',
      `<Types xmlns="${packageNs}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    part('_rels/.rels', relations(['officeDocument', 'xl/workbook.xml'])),
    part('xl/workbook.xml', `<workbook xmlns:r="${officeNs}"><sheets><sheet name="FileRows" sheetId="1" r:id="rId1"/></sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', relations(['worksheet', 'worksheets/sheet1.xml'])),
    part('xl/worksheets/sheet1.xml', `${before}<worksheet><sheetData>${sheetData}</sheetData></worksheet>`),
  )

const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`

test('a small file that unpacks to more than 48 MB is refused before it is unpacked', async () => {
  const bomb = zipOf({ name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(49 * 1_048_576) })
  expect(bomb.byteLength).toBeLessThan(100_000)
  expect(await read(bomb)).toMatchObject({ ok: false, refusal: { kind: 'unpacks-too-large' } })
})

test('a file that lies about its size is refused when it unpacks to more than it said', async () => {
  const liar = zipOf({ name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(8 * 1_048_576), claimed: 1_000 })
  expect(await read(liar)).toMatchObject({ ok: false, refusal: { kind: 'damaged' } })
})

test('a zip that is no workbook, and a workbook that was cut short, are refused', async () => {
  expect(await read(zipOf(part('letter.txt', 'Dear all')))).toMatchObject({ ok: false, refusal: { kind: 'damaged' } })
  const whole = await workbook([['ref']])
  expect(await read(whole.slice(0, whole.byteLength - 40))).toMatchObject({ ok: false, refusal: { kind: 'damaged' } })
})

test('one cell in the last row and column of a sheet does not make a giant of it', async () => {
  const far = `<row r="1">${cell('A1', 'ref')}</row><row r="1048576">${cell('XFD1048576', 'x')}</row>`
  const sheet = await read(rawWorkbook(far))
  // Columns up to the limit of five, and the one beyond them that says there is more.
  expect(sheet).toMatchObject({ ok: true, value: { rows: [{ row: 1 }, { row: 1_048_576, cells: ['', '', '', '', '', 'x'] }] } })
})

test('a formula that came to nothing comes through as the sheet shows it', async () => {
  const rows = `<row r="1">${cell('A1', 'ref')}</row><row r="2"><c r="A2" t="e"><f>B9</f><v>#REF!</v></c></row>`
  expect(await read(rawWorkbook(rows))).toMatchObject({ ok: true, value: { rows: [{ cells: ['ref'] }, { row: 2, cells: ['#REF!'] }] } })
})

test('words that stand for words that stand for words are not unfolded', async () => {
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  const sheet = await read(rawWorkbook(`<row r="1">${cell('A1', '&b;')}</row>`, entities))
  expect(JSON.stringify(sheet)).not.toContain('aaaaaaaaaa')
})
