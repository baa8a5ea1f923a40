import { createJsonSchemaTransformObject } from 'fastify-type-provider-zod';

type Transform = ReturnType<typeof createJsonSchemaTransformObject>;

const withEverySchema = createJsonSchemaTransformObject({});

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
