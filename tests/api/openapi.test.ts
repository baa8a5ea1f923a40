import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi } from '../support/api.ts';

type Body = { content: Record<string, { schema: { $ref?: string } }> };
type Named = { examples?: unknown[]; example?: unknown };
type Operation = { operationId?: string; requestBody?: Body; responses: Record<string, Body> };

let operations: { name: string; operation: Operation }[];
let document: Record<string, unknown> & { components: { schemas: Record<string, Named> } };

beforeAll(async () => {
  const api = await createTestApi({ token: 'a-long-secret' });
  const authorization = 'Bearer a-long-secret';
  document = (await api.call('GET /openapi.json', undefined, { authorization })).body;
  operations = Object.entries(document.paths as object).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
});

describe('the description of the API', () => {
  test('names licence, address and the token', () => {
    expect(document).toMatchObject({
      info: { license: { identifier: 'MIT' } },
      servers: [{ url: '/' }],
      security: [{ apiToken: [] }, {}],
      components: { securitySchemes: { apiToken: { type: 'http', scheme: 'bearer' } } },
    });
  });

  test('gives every call a name of its own', () => {
    const names = operations.map(({ operation }) => operation.operationId);

    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(names.length);
  });

  test('shows an example of everything that is sent and answered as JSON', () => {
    const bodies = operations.flatMap(({ name, operation: { requestBody, responses } }) =>
      [requestBody, ...Object.values(responses)].flatMap(body =>
        Object.entries(body?.content ?? {})
          .filter(([type]) => type.endsWith('json'))
          .map(([, { schema }]) => ({ name, schema: schema.$ref?.split('/').at(-1) ?? '' })),
      ),
    );

    expect(bodies.length).toBeGreaterThan(100);
    expect(bodies.filter(({ schema }) => !hasExample(document.components.schemas[schema]))).toEqual([]);
  });
});

function hasExample(schema: Named | undefined): boolean {
  return schema?.examples !== undefined || schema?.example !== undefined;
}
