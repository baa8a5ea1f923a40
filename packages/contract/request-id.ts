import { AsyncLocalStorage } from 'node:async_hooks';

/** Carries the id from one service to the next. */
export const requestIdHeader = 'x-request-id';

const current = new AsyncLocalStorage<string>();

/** Does the work under an id: calls of other services pass it on, and every line of the log has it. */
export function withRequestId<Result>(id: string, work: () => Result): Result {
  return current.run(id, work);
}

/** The id of what is being worked on: a delivery of Slack, or a call of a service; undefined in between. */
export function currentRequestId(): string | undefined {
  return current.getStore();
}
