// docs/api/openapi.json (OpenAPI 3.1) from the contract. Deterministic.
import { z } from 'zod';
import { contract } from '../src/shared/contract/index.ts';
import type { Route } from '../src/shared/contract/route.ts';
import { problems } from '../src/shared/domain/problems.ts';

type Json = Record<string, unknown>;

export function openApiText(): string {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries<Route>(contract)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Salama',
      version: '0.1.0',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Derived from src/shared/contract by `npm run gen`.',
    },
    paths,
    components: {
      schemas: { Problem: problemSchema() },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-salama' } },
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function operationOf(operationId: string, route: Route): Json {
  return {
    operationId,
    summary: route.summary,
    ...(route.open ? { security: [] } : { security: [{ session: [] }] }),
    parameters: [
      ...parametersOf('path', route.params),
      ...parametersOf('query', route.query),
      ...(route.method === 'GET' ? [] : [forgeryHeader]),
      ...(route.narrows ? [areaHeader] : []),
    ],
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }
      : {}),
    responses: {
      '200': {
        description: 'Answered',
        content: { 'application/json': { schema: schemaOf(route.response, 'output') } },
      },
      default: {
        description: 'Refused (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const areaHeader = {
  name: 'x-salama-area',
  in: 'header',
  description: 'Only what lies in this area',
  schema: { type: 'string' },
};
const forgeryHeader = { name: 'x-salama', in: 'header', required: true, schema: { const: '1' } };

function parametersOf(place: 'path' | 'query', shape: z.ZodType | undefined): Json[] {
  if (!(shape instanceof z.ZodObject)) return [];
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, target: 'draft-2020-12' });
  return schema;
}

function problemSchema(): Json {
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'retryable', 'details'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { enum: Object.keys(problems) },
      retryable: { type: 'boolean' },
      details: { type: 'object' },
    },
  };
}
