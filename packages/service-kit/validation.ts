import { AppError, type Because, becauseSchema, type FieldError } from '@campus-desk/contract';

/** One refusal of a zod schema as the type provider hands it on. */
type Refusal = {
  instancePath: string;
  keyword: string;
  message?: string | undefined;
  params: Record<string, unknown>;
};

/** A `validation_failed` with one sentence for each refused field. */
export function fromValidation(refusals: Refusal[]): AppError {
  const said = refusals.map(formatRefusal);
  return new AppError({
    code: 'validation_failed',
    message: said.map(({ sentence }) => sentence).join(' '),
    details: { errors: said.map(({ sentence: _sentence, ...error }) => error) satisfies FieldError[] },
  });
}

/** `message` for beside the field, `sentence` for anywhere else: it names the field. */
function formatRefusal(refusal: Refusal): FieldError & { sentence: string } {
  const path = refusal.instancePath.slice(1).replaceAll('/', '.');
  const message = refusal.message ?? '';
  if (message !== '' && !isZodDefault(message))
    return { path, message, sentence: message, ...becauseOf(refusal.params) };

  const rule = formatRule(refusal);
  const field = path === '' ? 'The request' : path;
  return { path, message: `This ${rule}.`, sentence: `${field} ${rule}.` };
}

/** The reason that a schema of ours gives beside its message. */
function becauseOf({ params }: Refusal['params']): Partial<Because> {
  return becauseSchema.safeParse(params).data ?? {};
}

/** Whether a message is one of zod's own; ours are whole sentences that name their subject. */
function isZodDefault(message: string): boolean {
  return /^(Invalid |Too (big|small)|Unrecognized key)/.test(message);
}

function formatRule({ keyword, message = '', params }: Refusal): string {
  if (keyword === 'unrecognized_keys') return `does not know ${formatList(params.keys)}; leave it out`;
  if (keyword === 'invalid_value') return `must be one of ${formatList(params.values)}`;
  if (message.endsWith('received undefined')) return 'is missing';
  if (keyword === 'invalid_type')
    return `must be ${kinds[String(params.expected)] ?? String(params.expected)}`;
  if (keyword === 'too_small') return `must be at least ${formatSize({ size: params.minimum, params })}`;
  if (keyword === 'too_big') return `must be at most ${formatSize({ size: params.maximum, params })}`;
  return 'does not have the right form';
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a JSON object',
  array: 'a list',
};

function formatSize({ size, params: { origin } }: { size: unknown; params: Refusal['params'] }): string {
  if (origin === 'string') return `${size} ${size === 1 ? 'character' : 'characters'} long`;
  if (origin === 'array') return `${size} long`;
  return String(size);
}

function formatList(items: unknown): string {
  return Array.isArray(items) ? items.join(', ') : String(items);
}
