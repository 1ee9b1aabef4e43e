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
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`The configuration is not complete. ${faults.join('; ')}`)
  }
  const settings = parsed.data
  // On Azure only Microsoft's keys count: a key address of one's own would let anyone sign tokens.
  if (settings.WEBSITE_INSTANCE_ID !== undefined && new URL(settings.CASEBOOK_KEYS_URL).hostname !== 'login.microsoftonline.com') {
    throw new Error('CASEBOOK_KEYS_URL may be set only on a developer’s machine')
  }
  return {
    tables: tablesOf(settings),
    tableName: settings.CASEBOOK_TABLE_NAME,
    tenants: settings.CASEBOOK_TENANTS,
    audience: [settings.CASEBOOK_CLIENT_ID, settings.CASEBOOK_APP_ID_URI],
    keysUrl: settings.CASEBOOK_KEYS_URL,
    web: settings.CASEBOOK_WEB,
  }
}

function tablesOf(settings: z.output<typeof environmentSchema>): Config['tables'] {
  if (settings.CASEBOOK_TABLES) return { connectionString: settings.CASEBOOK_TABLES }
  if (settings.CASEBOOK_TABLES_URL) return { url: settings.CASEBOOK_TABLES_URL, clientId: settings.AZURE_CLIENT_ID }
  throw new Error('Set CASEBOOK_TABLES_URL, the table endpoint of the storage account, or CASEBOOK_TABLES, a connection string')
}
