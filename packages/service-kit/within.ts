type WithinInput<Value> = { work: Promise<Value>; ms: number };

/** The value if it comes within so many milliseconds, else undefined; a rejection in time is passed on. */
export async function within<Value>({ work, ms }: WithinInput<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  // A rejection after the deadline belongs to callers who wait longer; here it must not count as unhandled.
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

type WithTimeoutInput<Value> = {
  work: Promise<Value>;
  ms: number;
  /** What is missing when the time is over, for the log. */
  what: string;
};

/** The value; rejects when it does not come within so many milliseconds. */
export async function withTimeout<Value>({ work, ms, what }: WithTimeoutInput<Value>): Promise<Value> {
  const value = await within({ work: work.then(done => ({ done })), ms });
  if (value === undefined) throw new Error(`No ${what} within ${ms} ms`);
  return value.done;
}

type UnlessAbortedInput<Value> = { work: Promise<Value>; signal: AbortSignal };

/**
 * The value, or undefined as soon as the signal aborts. Nothing is left at the signal afterwards: a race with a
 * promise that lives longer would keep every value for as long.
 */
export async function unlessAborted<Value>(input: UnlessAbortedInput<Value>): Promise<Value | undefined> {
  const { work, signal } = input;
  if (signal.aborted) return undefined;
  let abort = () => {};
  const aborted = new Promise<undefined>(resolve => {
    abort = () => resolve(undefined);
    signal.addEventListener('abort', abort);
  });
  work.catch(() => {});
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', abort));
}
