import type { z } from 'zod';

/** Where a value stands in what the app sent, as a JSON pointer. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map(step => `/${String(step)}`).join('');
}

/** One fault as Slack words it: `must be less than 76 characters [json-pointer:/blocks/0/text]`. */
export function problem(message: string, path: readonly PropertyKey[]): string {
  return `${message} [json-pointer:${pointer(path)}]`;
}

/** What the schema found, in Slack's words. The schema must have been asked to report its input. */
export function problemsOf({ error, at }: { error: z.ZodError; at: readonly PropertyKey[] }): string[] {
  return error.issues.flatMap(issue =>
    describe(issue).map(({ message, path }) => problem(message, [...at, ...path])),
  );
}

type Described = { message: string; path: PropertyKey[] };

function describe(issue: z.core.$ZodIssue): Described[] {
  const { path } = issue;
  const parent = path.slice(0, -1);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ message: `invalid additional property: ${key}`, path }));
  }
  if (issue.code === 'invalid_union') return [typeFault(issue)];
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    return [{ message: `missing required field: ${String(path.at(-1) ?? '')}`, path: parent }];
  }
  return [{ message: plainMessage(issue), path }];
}

function plainMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must provide ${article(issue.expected)}`;
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_big') return tooBig(issue);
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'invalid_format') return `must match ${issue.pattern ?? issue.format}`;
  return issue.message;
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  if (origin === 'array') return `no more than ${maximum} items allowed`;
  if (origin === 'string') return `must be less than ${Number(maximum) + 1} characters`;
  return `must be no more than ${maximum}`;
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'array') return `no fewer than ${minimum} items allowed`;
  if (origin === 'string') return `must be more than ${Number(minimum) - 1} characters`;
  return `must be no less than ${minimum}`;
}

/** The path of a type that fits nothing already ends in `type`. */
function typeFault({ input, path }: z.core.$ZodIssueInvalidUnion): Described {
  const type = typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined;
  if (type === undefined) return { message: 'missing required field: type', path: path.slice(0, -1) };
  return { message: `unsupported type: ${String(type)}`, path: [...path] };
}

function article(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}
