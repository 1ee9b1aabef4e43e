import { readFileSync } from 'node:fs'
import formats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`reference/${name}`, import.meta.url), 'utf8'))

// Formats have to be asserted: a day is valid as one of two kinds of text, and without them each day is both.
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
formats.default(ajv)
const isPackage = ajv.compile(read('threeSixtyPackage.json') as object)

/** What is wrong with a package by the 360Giving schema, once it is written as JSON and read again; nothing where it is valid. */
export const faultsOf = (made: unknown): string[] => {
  const json: unknown = JSON.parse(JSON.stringify(made))
  return isPackage(json) ? [] : (isPackage.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** Codes of the standard's codelists, which the schema does not check, and the headings of its sheet. */
export const codes = read('threeSixtyCodes.json') as Readonly<
  Record<'locationScope' | 'geoCodeType' | 'grantToIndividualsReason' | 'grantToIndividualsPurpose' | 'sheetHeadings', readonly string[]>
>
