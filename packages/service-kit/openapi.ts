import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { createJsonSchemaTransformObject } from 'fastify-type-provider-zod';

type Transform = ReturnType<typeof createJsonSchemaTransformObject>;

const withEverySchema = createJsonSchemaTransformObject({});

type OpenApi = NonNullable<FastifyDynamicSwaggerOptions['openapi']>;

type DescribeServiceInput = { title: string; description: string };

/** What an OpenAPI document says of a service as a whole. */
export function describeService({ title, description }: DescribeServiceInput): OpenApi {
  return {
    openapi: '3.1.0',
    info: { title, description, version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/', description: 'Where this document came from' }],
    security: [{ apiToken: [] }, {}],
    components: {
      securitySchemes: {
        apiToken: {
          type: 'http',
          scheme: 'bearer',
          description:
            'The API_TOKEN of the installation. Without one, calls from the same machine need nothing.',
        },
      },
    },
  };
}

/** Adds the named schemas to an OpenAPI document: of all in the process, only those it refers to. */
export const addNamedSchemas: Transform = document => {
  const api = withEverySchema(document);
  if (!('components' in api)) return api;
  const schemas = api.components?.schemas ?? {};
  const named = new Set<string>();
  collect({ from: api.paths, named, schemas });
  const used = Object.entries(schemas).filter(([name]) => named.has(name));
  return Object.assign(api, { components: { ...api.components, schemas: Object.fromEntries(used) } });
};

type CollectInput = { from: unknown; named: Set<string>; schemas: Record<string, unknown> };

/** Gathers the names of the schemas that `from` refers to, and of those these refer to. */
function collect({ from, named, schemas }: CollectInput): void {
  for (const [, name = ''] of (JSON.stringify(from) ?? '').matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (named.has(name)) continue;
    named.add(name);
    collect({ from: schemas[name], named, schemas });
  }
}
