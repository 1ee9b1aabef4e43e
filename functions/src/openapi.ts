import { problemSchema } from '#domain/problems.ts'
import { ok } from '#domain/result.ts'
import type { Route } from '#functions/http.ts'
import { route } from '#functions/http.ts'
import * as z from 'zod'

/** The page that describes the API, generated from the very schemas that read and type it. */
export const openApiRoutes = (routes: () => readonly Route[]): Route[] => [
  route({
    name: 'api-openapi',
    method: 'GET',
    path: 'api/v1/openapi.json',
    needs: 'anyone',
    summary: 'This description',
    answer: { status: 200 },
    handle: async () => ok({ body: describe(routes()) }),
  }),
]

/** An OpenAPI 3.1 document of these routes. */
export function describe(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const each of routes) {
    const path = `/${each.path}`
    paths[path] = { ...paths[path], [each.method.toLowerCase()]: operation(each) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Catalyst Casebook', version: 'v1' },
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema) },
      securitySchemes: { entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output' = 'output'): unknown =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })

const problems = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }

function operation({ name, path, needs, summary, query, body, answer }: Route): Record<string, unknown> {
  return {
    operationId: name,
    summary,
    security: needs === 'anyone' ? [] : [{ entra: [] }],
    'x-permission': needs,
    parameters: [...pathParameters(path), ...queryParameters(query)],
    ...(body ? { requestBody: { required: true, content: contentOf(body) } } : {}),
    responses: {
      [answer.status]: {
        description: 'As asked',
        ...(answer.schema ? { content: { 'application/json': { schema: jsonSchema(answer.schema) } } } : {}),
      },
      default: { description: 'Why not, and what to do', ...problems },
    },
  }
}

const pathParameters = (path: string): unknown[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

function queryParameters(query: z.ZodType | undefined): unknown[] {
  if (!(query instanceof z.ZodObject)) return []
  return Object.entries(query.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: jsonSchema(schema, 'input'),
  }))
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const contentOf = (body: z.ZodType | 'file'): Record<string, unknown> =>
  body === 'file'
    ? {
        'text/csv': {},
        [spreadsheet]: {},
        'multipart/form-data': { schema: { type: 'object', properties: { file: {}, answers: { type: 'object' } } } },
      }
    : { 'application/json': { schema: jsonSchema(body, 'input') } }
