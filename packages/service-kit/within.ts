type WithinInput<Value> = { work: Promise<Value>; ms: number };

/** The value if it comes within so many milliseconds, else undefined; a rejection in time is passed on. */
export async function within<Value>({ work, ms }: WithinInput<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  // A rejection after the deadline is whoever waits longer's to handle, not an unhandled one.
  work.catch(() => {});
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
