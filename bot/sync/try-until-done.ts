import { hasCode } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger } from '@campus-desk/service-kit';
import { SlackRefusal } from '../slack/errors.ts';

/** How often something is tried that fails for a reason nobody knows. */
const maxFailures = 3;

type CreateTryUntilDoneInput = { clock: Clock; logger: Logger; signal: AbortSignal };

type TryInput<Result> = { ticket: number; run: (attempt: number) => Promise<Result> };

export type TryUntilDone = ReturnType<typeof createTryUntilDone>;

/**
 * Tries again for as long as the API is away. Throws what Slack refuses at once, what nobody knows after three times,
 * and whatever comes after the signal has aborted.
 */
export function createTryUntilDone({ clock, logger, signal }: CreateTryUntilDoneInput) {
  return async <Result>({ ticket, run }: TryInput<Result>): Promise<Result> => {
    let failures = 0;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run(attempt);
      } catch (error) {
        if (signal.aborted || error instanceof SlackRefusal) throw error;
        if (!isPassing(error)) failures += 1;
        if (failures === maxFailures) throw error;
        logger.warn({ err: error, ticket, attempt }, 'a ticket could not be shown yet');
        await clock.sleep(backOffMs(attempt), { signal });
      }
    }
  };
}

/** The API cannot be reached or does not accept us yet: trying again later is right. */
function isPassing(error: unknown): boolean {
  return hasCode(error, 'unavailable', 'internal', 'rate_limited', 'unauthorized');
}
