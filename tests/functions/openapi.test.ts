import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ok } from '#domain/result.ts'
import type { Route } from '#functions/http.ts'
import { describe as describeRoutes } from '#functions/openapi.ts'

const routeWith = (more: Partial<Route>): Route => ({
  name: 'api-boats',
  method: 'GET',
  path: 'api/v1/harbours/{h}/boats/{b}',
  needs: 'cases.read',
  summary: 'A boat',
  answer: { status: 200, schema: z.object({ length: z.int() }) },
  handle: async () => ok({}),
  ...more,
})

/** The description as it travels: what JSON leaves out is not there. */
const described = (...routes: Route[]): unknown => JSON.parse(JSON.stringify(describeRoutes(routes)))
const path = '/api/v1/harbours/{h}/boats/{b}'

describe('the description of the API', () => {
  test('says of a route who may ask, what is in its address, and what comes back', () => {
    expect(described(routeWith({}))).toMatchObject({
      openapi: '3.1.0',
      paths: {
        [path]: {
          get: {
            operationId: 'api-boats',
            summary: 'A boat',
            security: [{ entra: [] }],
            'x-permission': 'cases.read',
            parameters: [
              { name: 'h', in: 'path', required: true },
              { name: 'b', in: 'path', required: true },
            ],
            responses: {
              200: { content: { 'application/json': { schema: { properties: { length: { type: 'integer' } } } } } },
              default: { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
            },
          },
        },
      },
      components: { schemas: { Problem: { required: expect.arrayContaining(['kind', 'detail', 'status']) as string[] } } },
    })
  })

  test('says which words of a question may be left out', () => {
    const query = z.strictObject({ figure: z.string(), limit: z.coerce.number().optional(), by: z.enum(['size', 'age']).default('size') })
    const { paths } = described(routeWith({ path: 'api/v1/boats', query })) as { paths: Record<string, { get: { parameters: unknown[] } }> }
    expect(paths['/api/v1/boats']?.get.parameters).toMatchObject([
      { name: 'figure', in: 'query', required: true, schema: { type: 'string' } },
      { name: 'limit', in: 'query', required: false },
      { name: 'by', in: 'query', required: false, schema: { enum: ['size', 'age'], default: 'size' } },
    ])
  })

  test('keeps the routes of one address together, each under its method', () => {
    const body = z.strictObject({ name: z.string() })
    const both = described(routeWith({}), routeWith({ name: 'api-boats-set', method: 'PUT', body, answer: { status: 200 } }))
    expect(both).toMatchObject({
      paths: {
        [path]: {
          get: { operationId: 'api-boats' },
          put: {
            operationId: 'api-boats-set',
            requestBody: {
              required: true,
              content: { 'application/json': { schema: { properties: { name: { type: 'string' } }, additionalProperties: false } } },
            },
          },
        },
      },
    })
  })

  test('says of a route that takes a file which kinds, and of an open one that it needs no token', () => {
    const { paths } = described(routeWith({ method: 'POST', body: 'file', needs: 'anyone' })) as {
      paths: Record<string, { post: { security: unknown[]; requestBody: { content: object } } }>
    }
    const post = paths[path]?.post
    expect(post?.security).toEqual([])
    expect(Object.keys(post?.requestBody.content ?? {})).toEqual([
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'multipart/form-data',
    ])
  })
})
