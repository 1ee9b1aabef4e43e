import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import formats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ValidateFunction } from 'ajv/dist/2020.js'

const parsed = (file: string | URL): object => JSON.parse(readFileSync(file, 'utf8')) as object
const read = (name: string): object => parsed(new URL(`reference/${name}`, import.meta.url))

// Formats have to be asserted: a day is valid as one of two kinds of text, and without them each day is both.
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
formats.default(ajv)
const schemas: ValidateFunction[] = [ajv.compile(read('threeSixtyPackage.json'))]

// The standard's own two files, where somebody has a copy: reference/README.md says how.
const folder = process.env['THREE_SIXTY_SCHEMAS']
if (folder !== undefined) schemas.push(publishedIn(folder))

/**
 * The package schema as published, with the grant schema under the address by which it refers to it. Their `$schema` names draft 4, or 2020-12
 * by an address that is none; nothing in them means another thing in 2020-12.
 */
function publishedIn(copies: string): ValidateFunction {
  const [{ $schema: _, ...ofPackage }, { $schema: __, ...ofGrant }] = ['360-giving-package-schema.json', '360-giving-schema.json'].map(
    name => parsed(resolve(copies, name)),
  ) as [Record<string, unknown>, Record<string, unknown>]
  const address = /"(https:[^"]+\/360-giving-schema\.json)"/.exec(JSON.stringify(ofPackage))?.[1]
  if (address === undefined) throw new Error('the package schema does not refer to the grant schema')
  ajv.addSchema(ofGrant, address)
  return ajv.compile(ofPackage)
}

/** What is wrong with a package by the 360Giving schema, once it is written as JSON and read again; nothing where it is valid. */
export const faultsOf = (made: unknown): string[] => {
  const json: unknown = JSON.parse(JSON.stringify(made))
  return schemas.flatMap(isPackage =>
    isPackage(json) ? [] : (isPackage.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
  )
}

/** Codes of the standard's codelists, which the schema does not check, and the headings of its sheet. */
export const codes = read('threeSixtyCodes.json') as Readonly<
  Record<'locationScope' | 'geoCodeType' | 'grantToIndividualsReason' | 'grantToIndividualsPurpose' | 'sheetHeadings', readonly string[]>
>
