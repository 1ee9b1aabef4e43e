import * as z from 'zod'

/** What the deployment is told, read from the environment once. */
export type Config = {
  tables: { connectionString: string } | { url: string; clientId: string | undefined }
  tableName: string
  tenants: readonly string[]
  audience: readonly string[]
  keysUrl: string
  web: string | undefined
}

const entraKeys = 'https://login.microsoftonline.com/common/discovery/v2.0/keys'
const guid = z.guid()

const environmentSchema = z.object({
  CASEBOOK_TABLES: z.string().min(1).optional(),
  CASEBOOK_TABLES_URL: z.url({ protocol: /^https$/ }).optional(),
  CASEBOOK_TABLE_NAME: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{2,62}$/)
    .default('casebook'),
  CASEBOOK_TENANTS: z
    .string()
    .transform(list => list.split(',').map(tenant => tenant.trim().toLowerCase()))
    .pipe(z.array(guid).min(1)),
  CASEBOOK_CLIENT_ID: guid.transform(id => id.toLowerCase()),
  CASEBOOK_APP_ID_URI: z.string().startsWith('api://'),
  CASEBOOK_KEYS_URL: z.url().default(entraKeys),
  CASEBOOK_WEB: z.string().min(1).optional(),
  AZURE_CLIENT_ID: guid.optional(),
  WEBSITE_INSTANCE_ID: z.string().optional(),
})

/** Reads the configuration, or throws an error that names every setting that is missing or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment)
  const tables = tablesOf(environment)
  if (!parsed.success || !tables) {
    const faults = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
    throw new Error(`The configuration is not complete. ${[...faults, ...(tables ? [] : [noTables])].join('; ')}`)
  }
  const settings = parsed.data
  // On Azure only Microsoft's keys count: a key address of one's own would let anyone sign tokens.
  if (settings.WEBSITE_INSTANCE_ID !== undefined && new URL(settings.CASEBOOK_KEYS_URL).origin !== new URL(entraKeys).origin) {
    throw new Error('CASEBOOK_KEYS_URL may be set only on a developer’s machine')
  }
  return {
    tables,
    tableName: settings.CASEBOOK_TABLE_NAME,
    tenants: settings.CASEBOOK_TENANTS,
    audience: [settings.CASEBOOK_CLIENT_ID, settings.CASEBOOK_APP_ID_URI],
    keysUrl: settings.CASEBOOK_KEYS_URL,
    web: settings.CASEBOOK_WEB,
  }
}

const noTables = 'CASEBOOK_TABLES_URL: set the table endpoint of the storage account, or CASEBOOK_TABLES, a connection string'

function tablesOf(environment: Readonly<Record<string, string | undefined>>): Config['tables'] | undefined {
  const { CASEBOOK_TABLES: connectionString, CASEBOOK_TABLES_URL: url, AZURE_CLIENT_ID: clientId } = environment
  if (connectionString) return { connectionString }
  return url ? { url, clientId } : undefined
}
