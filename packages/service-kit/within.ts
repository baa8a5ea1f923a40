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
