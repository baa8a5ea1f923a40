import fc from 'fast-check';

/** A call as it is sent: everything is encoded already. */
export type HostileRequest = {
  operation: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string;
};

type Schema = Record<string, unknown>;
type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema };
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } };
export type OpenApi = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const oddTexts = [
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '\u0007',
    '\u0085',
    '\n',
    '\ud800',
    'a\udc00',
    '\u202e',
    '\u200b',
    '\uffff',
    '😀',
    'x'.repeat(256),
    'é'.repeat(3001),
  ],
  ...[
    '%00',
    '%',
    '../..',
    "'; drop table tickets; --",
    '{}',
    '[]',
    '__proto__',
    'constructor',
    'null',
    'undefined',
    'NaN',
    '1e999',
    '-1',
  ],
  ...[
    '0',
    '00',
    '2147483647',
    '2147483648',
    '9007199254740993',
    '9'.repeat(40),
    '1.5',
    '0x10',
    '١٢',
    '1,2',
    'open,active,closed',
    ',',
  ],
];
const plainTexts = ['wifi', 'No WiFi in the reading room', 'U01', 'Ada', 'C01', 'photo.jpg', 'true'];
const messageIds = ['message-0001', 'message-0002'];
const timestamps = ['1700000000.000100', '1700000001.000100', '999999999999.999999999'];
const instants = [
  '2026-11-22T09:00:00.000Z',
  '2026-11-01T09:00:00Z',
  '2025-11-22T10:00+01:00',
  '1970-01-01T00:00:00Z',
];
const oddInstants = [
  ...[
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+23:59',
    '2026-11-22T09:00:00+23:59',
    '2026-11-22T09:00:00-23:59',
  ],
  ...[
    '9999-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59-23:59',
    '2024-02-29T00:00:00Z',
    '2023-02-29T00:00:00Z',
  ],
  ...[
    '2016-12-31T23:59:60Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T09:00:00.123456789Z',
    '1900-01-01T00:00:00Z',
  ],
];
const urls = [
  'https://campus.example/a',
  'http://a/\0',
  'https://a/\ud800',
  'https://[::1]:99999/',
  'javascript:alert(1)',
  'http://',
  `https://a/${'x'.repeat(2500)}`,
];
const numbers = [
  0,
  -0,
  1,
  2,
  -1,
  0.5,
  500,
  501,
  3600,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 63,
  1e308,
  -1e308,
  5e-324,
];
const positions: unknown[] = [
  ...[
    1,
    2 ** 31,
    2 ** 53 - 1,
    2 ** 63,
    null,
    'x',
    {},
    ['match', 2 ** 53 - 1],
    ['match', -1],
    ['-openedAt', '0000-01-01T00:00:00Z', 1],
  ],
  ...[
    ['-openedAt', '2026-11-22T09:00:00Z', 2 ** 40],
    ['openedAt', '2026-11-22T09:00:00Z', -(2 ** 53)],
    ['-modifiedAt', '9999-12-31T23:59:59Z', 1],
    ['urgent', '2026-11-22T09:00:00Z', 1],
  ],
  ...[
    [false, '0000-01-01T00:00:00Z', 'message-0001'],
    [true, '2026-11-22T09:00:00Z', '\0'],
    [false, '2026-11-22T09:00:00Z', '\ud800'],
  ],
];
const cursors = [
  ...positions.map(position => Buffer.from(JSON.stringify(position)).toString('base64url')),
  '!',
  'AAAA',
];

const oddText = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary' }));
const oddJson = fc.oneof(
  oddText,
  fc.constantFrom(...numbers),
  fc.constantFrom(null, true, [], {}, [[]], { id: 1 }),
  fc.jsonValue(),
);
/** What the framework itself refuses: no content type, another one, a body that is no JSON. */
const oddHeaders = fc.constantFrom<Record<string, string>>(
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'nonsense' },
  { 'idempotency-key': 'é'.repeat(300) },
  { authorization: 'Basic x' },
  { accept: 'text/html' },
);

/** Requests for every operation of an OpenAPI document: some right, most with something odd in them. */
export function requestsOf(api: OpenApi): fc.Arbitrary<HostileRequest> {
  // A held lease is answered for as long as it is held, so no answer of it ends.
  const ending = Object.entries(api.paths).filter(([path]) => !path.endsWith('/hold'));
  const operations = ending.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => requestOf({ api, path, method, operation })),
  );
  return fc.oneof(...operations);
}

type RequestOfInput = { api: OpenApi; path: string; method: string; operation: Operation };

function requestOf({ api, path, method, operation }: RequestOfInput): fc.Arbitrary<HostileRequest> {
  const { parameters = [], requestBody } = operation;
  const valuesIn = (place: Parameter['in']) => {
    const here = parameters.filter(parameter => parameter.in === place);
    const values = here.map(({ name, schema }) => [name, anyValueOf({ api, schema, name })] as const);
    const requiredKeys = here.filter(({ required }) => required).map(({ name }) => name);
    return fc.record<Record<string, unknown>>(Object.fromEntries(values), {
      requiredKeys: place === 'path' ? undefined : requiredKeys,
    } as object);
  };
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  const body = schema === undefined ? fc.constant(undefined) : anyValueOf({ api, schema, name: '' });
  return fc
    .record({
      inPath: valuesIn('path'),
      query: valuesIn('query'),
      headers: valuesIn('header'),
      more: fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddHeaders }),
      payload: fc.oneof(
        { weight: 19, arbitrary: body.map(value => JSON.stringify(value)) },
        { weight: 1, arbitrary: oddText },
      ),
    })
    .map(({ inPath, query, headers, more, payload }) => ({
      operation: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      url: `${path.replace(/\{(\w+)\}/g, (_, name: string) => encode(inPath[name]))}?${Object.entries(query)
        .map(([name, value]) => `${name}=${encode(value)}`)
        .join('&')}`,
      headers: {
        ...(schema && { 'content-type': 'application/json' }),
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, headerValue(value)])),
        ...more,
      },
      ...(schema && payload !== undefined && { payload }),
    }));
}

type ValueInput = { api: OpenApi; schema: Schema; name: string };

/** Values that fit a schema, with something odd here and there. */
function anyValueOf(input: ValueInput): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: fittingValueOf(input) }, { weight: 1, arbitrary: oddJson });
}

function fittingValueOf({ api, schema, name }: ValueInput): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === 'string')
    return fittingValueOf({
      api,
      name,
      schema: api.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {},
    });
  const several = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as Schema[] | undefined;
  if (several !== undefined)
    return fc.oneof(...several.map(one => fittingValueOf({ api, schema: one, name })));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom<unknown>(...schema.enum);
  if (schema.type === 'object') return objectOf({ api, schema });
  if (schema.type === 'array')
    return fc.array(anyValueOf({ api, schema: schema.items as Schema, name }), { maxLength: 3 });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(schema);
  return textOf({ schema, name });
}

function objectOf({ api, schema }: { api: OpenApi; schema: Schema }): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  const values = properties.map(([name, one]) => [name, anyValueOf({ api, schema: one, name })] as const);
  const requiredKeys = (schema.required ?? []) as string[];
  return fc.record<Record<string, unknown>>(Object.fromEntries(values), { requiredKeys } as object);
}

function numberOf({ minimum = 0 }: Schema): fc.Arbitrary<number> {
  const small = fc.integer({ min: Number(minimum), max: Number(minimum) + 9 });
  return fc.oneof({ weight: 5, arbitrary: small }, { weight: 1, arbitrary: fc.constantFrom(...numbers) });
}

function textOf({ schema, name }: { schema: Schema; name: string }): fc.Arbitrary<string> {
  if (name === 'cursor') return fc.constantFrom(...cursors);
  const fitting = fittingTexts({ schema, name });
  const odd = schema.format === 'date-time' ? fc.constantFrom(...oddInstants) : oddText;
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: odd });
}

function fittingTexts({ schema, name }: { schema: Schema; name: string }): string[] {
  if (schema.format === 'date-time') return instants;
  if (schema.format === 'uri') return urls;
  if (name === 'id' || name === 'messageId') return messageIds;
  if (name === 'limit' || name === 'wait' || name === 'number' || name === 'months') return ['1', '2', '3'];
  if (name === 'status') return ['open', 'open,active', 'closed'];
  if (String(schema.pattern).includes('\\d')) return timestamps;
  return String(schema.pattern).startsWith('^[a-z]') ? ['sync', 'schedule'] : plainTexts;
}

/** Percent-encoded; half a surrogate pair as the bytes it would have. */
function encode(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return [...text]
    .map(character => (/\p{Cs}/u.test(character) ? '%ED%A0%80' : encodeURIComponent(character)))
    .join('');
}

/** What a header can carry. */
function headerValue(value: unknown): string {
  return String(value).replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '?');
}
