import { describe, expect, test } from 'vitest'
import { readConfig } from '#functions/config.ts'

const tenant = '6f1d3c52-7a0e-4c8b-9d41-2b5e8a90c7f3'
const client = 'c2a7b9e4-5d36-4f18-8b02-9e6c1d7f4a35'
const complete = {
  CASEBOOK_TABLES_URL: 'https://casebook.table.core.windows.net',
  CASEBOOK_TENANTS: tenant,
  CASEBOOK_CLIENT_ID: client,
  CASEBOOK_APP_ID_URI: `api://casebook.example/${client}`,
}
const azure = { WEBSITE_INSTANCE_ID: 'f3a1' }

describe('the configuration', () => {
  test('of a deployment says where the tables are, which tenants are served and who we are; the rest is known', () => {
    expect(readConfig({ ...complete, AZURE_CLIENT_ID: client })).toEqual({
      tables: { url: 'https://casebook.table.core.windows.net', clientId: client },
      tableName: 'casebook',
      tenants: [tenant],
      audience: [client, `api://casebook.example/${client}`],
      keysUrl: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
      web: undefined,
    })
  })

  test('may name several tenants, in any letter case', () => {
    const other = '0d9c5b1e-3f47-4a62-8c15-7e2b90d4a6f8'
    expect(readConfig({ ...complete, CASEBOOK_TENANTS: `${tenant.toUpperCase()} , ${other}` }).tenants).toEqual([tenant, other])
  })

  test('may give a connection string in place of an address', () => {
    const { CASEBOOK_TABLES_URL: _url, ...others } = complete
    expect(readConfig({ ...others, CASEBOOK_TABLES: 'UseDevelopmentStorage=true' }).tables).toEqual({
      connectionString: 'UseDevelopmentStorage=true',
    })
  })

  test.each(Object.keys(complete))('without %s is refused by that name', name => {
    expect(() => readConfig({ ...complete, [name]: undefined })).toThrow(`${name}: `)
  })

  test('without anything is refused with every name that is missing', () => {
    const said = (): unknown => readConfig({})
    for (const name of Object.keys(complete)) expect(said).toThrow(`${name}: `)
  })

  test.each([
    ['CASEBOOK_TENANTS', 'contoso'],
    ['CASEBOOK_TENANTS', `${tenant},`],
    ['CASEBOOK_CLIENT_ID', 'casebook'],
    ['CASEBOOK_APP_ID_URI', 'https://casebook.example'],
    ['CASEBOOK_TABLES_URL', 'http://casebook.table.core.windows.net'],
    ['CASEBOOK_TABLE_NAME', '1st table'],
    ['CASEBOOK_KEYS_URL', 'keys'],
  ])('with %s=%s is refused by that name', (name, value) => {
    expect(() => readConfig({ ...complete, [name]: value })).toThrow(name)
  })
})

describe('the address of the keys', () => {
  const elsewhere = [
    'http://127.0.0.1:7071/local/keys',
    'https://login.microsoftonline.com.evil.example/keys',
    'http://login.microsoftonline.com/keys',
  ]

  test.each(elsewhere)('may be %s on a developer’s machine, and not in Azure', address => {
    expect(readConfig({ ...complete, CASEBOOK_KEYS_URL: address }).keysUrl).toBe(address)
    expect(() => readConfig({ ...complete, ...azure, CASEBOOK_KEYS_URL: address })).toThrow('CASEBOOK_KEYS_URL')
  })

  test('may be of one tenant of Microsoft’s in Azure', () => {
    const address = `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`
    expect(readConfig({ ...complete, ...azure, CASEBOOK_KEYS_URL: address }).keysUrl).toBe(address)
  })
})
