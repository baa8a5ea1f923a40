/**
 * Properties of errors that say what happened, a statement without its values among them; others may hold those, or a whole
 * ticket.
 */
const properties = [
  'code',
  'status',
  'statusCode',
  'severity',
  'routine',
  'table_name',
  'constraint_name',
  'query',
] as const;

/** How many errors behind an error are described. */
const maxCauses = 5;

/** An error for the log: its kind, message, code, place in the code and causes, without the values it was about. */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '', cause } = error;
  const known = properties.flatMap(property => {
    const value = (error as Partial<Record<string, unknown>> & Error)[property];
    return typeof value === 'string' || typeof value === 'number' ? [[property, value]] : [];
  });
  return {
    type: name === 'Error' ? error.constructor.name : name,
    message: withoutValues(message),
    stack: framesOf({ stack, message }),
    ...Object.fromEntries(known),
    ...(cause !== undefined && depth < maxCauses && { cause: describeError(cause, depth + 1) }),
  };
}

/** A failed statement ends with its values on a line of their own. */
function withoutValues(message: string): string {
  const [before = ''] = message.split('\nparams: ');
  return before;
}

/** The stack repeats the message, with the values. */
function framesOf({ stack, message }: { stack: string; message: string }): string {
  const at = stack.indexOf(message);
  return at < 0 ? '' : stack.slice(at + message.length).trim();
}
