import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConfig } from '#functions/config.ts'
import { localClient, localTenant } from '#local/people.ts'

const bicep = readFileSync(new URL('../../infra/main.bicep', import.meta.url), 'utf8')

/** The app settings of the deployment, with what Bicep would put in their place. */
const settings = new Map([...bicep.matchAll(/name: '(\w+)'\s+value: (.+)/g)].map(([, name = '', value = '']) => [name, value]))
const worked: Record<string, string> = {
  'storage.properties.primaryEndpoints.table': 'https://cbexample.table.core.windows.net/',
  tableName: 'casebook',
  "join(tenants, ',')": localTenant,
  clientId: localClient,
  "'api://${tabDomain}/${clientId}'": `api://casebook.example.org/${localClient}`,
  'identity.properties.clientId': localClient,
}

describe('the deployment', () => {
  test('gives the app every setting it needs, under the names it reads', () => {
    const given = [...settings].filter(([name]) => !name.startsWith('AzureWebJobsStorage')).map(([name, value]) => [name, worked[value]])
    expect(readConfig({ ...Object.fromEntries(given), WEBSITE_INSTANCE_ID: 'an-instance' })).toMatchObject({
      tables: { url: 'https://cbexample.table.core.windows.net/', clientId: localClient },
      tableName: 'casebook',
      tenants: [localTenant],
      audience: [localClient, `api://casebook.example.org/${localClient}`],
    })
  })

  test('uses no storage key, and no secret stands in it or comes out of it', () => {
    expect(bicep).toContain('allowSharedKeyAccess: false')
    expect(bicep).toContain('allowBlobPublicAccess: false')
    expect(bicep).toContain("minimumTlsVersion: 'TLS1_2'")
    expect(bicep).toContain('httpsOnly: true')
    expect(/listKeys|connectionString|AccountKey|SharedAccess|@secure/i.exec(bicep)).toBeNull()
  })

  test('says what every parameter and every output is', () => {
    const lines = bicep.split('\n')
    const undescribed = lines.filter((line, place) => {
      if (!/^(?:param|output) /.test(line)) return false
      const start = lines.slice(0, place).findLastIndex(before => before === '')
      return !lines.slice(start, place).some(before => before.startsWith("@description('"))
    })
    expect(undescribed).toEqual([])
  })

  test('names a released version of every interface it uses', () => {
    const versions = [...bicep.matchAll(/^resource \w+ '[\w./]+@([^']+)'/gm)].map(([, version]) => version)
    expect(versions).toHaveLength(10)
    expect(versions.filter(version => !/^\d{4}-\d{2}-\d{2}$/.test(version ?? ''))).toEqual([])
  })
})
